import { useCallback } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { Button, Icon } from '../../src/components/index.ts';
import { ChatProvider } from '../../src/hooks/index.ts';
import { StageChat } from '../live/StageChat.tsx';
import { useOpened } from '../live/useOpened.ts';
import { createPlayer } from './createPlayer.ts';
import type { Player as TapePlayer } from './createPlayer.ts';
import { setDeviceTime } from './deviceTime.ts';
import { PlayerControls } from './PlayerControls.tsx';
import { Deck, Lead, Page, Paper, Side, Trouble } from './playerStyles.ts';
import { StepList } from './StepList.tsx';
import type { Tape } from './tape.ts';

/** The real chat beside what plays it: a script or a recorded session, with a scrubber, and its steps. */
export function Player({ tape, title, lead, children }: PlayerProps): ReactElement {
  const open = useCallback(() => openPlayer(tape), [tape]);
  const player = useOpened(open);
  return (
    <Page>
      <Lead>
        <h1 dir="auto">{title}</h1>
        <p dir="auto">{lead}</p>
        {children}
      </Lead>
      {player && <Playing player={player} />}
    </Page>
  );
}

/** Properties of `Player`. */
export interface PlayerProps {
  readonly tape: Tape;
  readonly title: string;
  /** What there is to see, in a sentence. */
  readonly lead: ReactNode;
  /** Beneath the sentence. */
  readonly children?: ReactNode;
}

/** Its takes come with a clock, which is the device's as long as it is open. */
async function openPlayer(tape: Tape): Promise<TapePlayer> {
  const player = createPlayer(tape, { onTake: ({ now }) => setDeviceTime(now) });
  return {
    ...player,
    stop() {
      setDeviceTime(undefined);
      return player.stop();
    },
  };
}

function Playing({ player }: { readonly player: TapePlayer }): ReactElement {
  const take = useStore(player.store, (now) => now.take);
  const key = useStore(player.store, (now) => now.key);
  const fault = useStore(player.store, (now) => now.fault);
  return (
    <Deck>
      <Paper>
        {take && (
          <ChatProvider key={key} client={take.client} baseUrl={take.baseUrl}>
            <StageChat />
          </ChatProvider>
        )}
      </Paper>
      <Side aria-label="Player" onKeyDown={(event) => obey(event, player)}>
        <PlayerControls player={player} />
        {fault !== undefined && (
          <Trouble role="alert">
            <Icon name="failed" size={20} />
            <p>It could not be played: {fault}.</p>
            <Button onClick={() => player.seek(0)}>Begin again</Button>
          </Trouble>
        )}
        <StepList player={player} />
      </Side>
    </Deck>
  );
}

/** Letters that players are used to, as long as the focus is in the player. */
function obey(event: KeyboardEvent, { store, play, pause, step }: TapePlayer): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'k') (store.getState().status === 'playing' ? pause : play)();
  else if (event.key === 'j') step(-1);
  else if (event.key === 'l') step(1);
  else return;
  event.preventDefault();
}
