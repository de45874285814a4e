import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import { ToolButton } from '../parts/ToolButton.tsx';

/** The top line: who I am, whether I take conversations, sound, help, the way out. */
export function DeskBar({ isMuted, onMuted, onHelp, onSignOut }: DeskBarProps): ReactElement {
  const { words } = useDeskSpeech();
  const session = useDeskSession();
  const me = useDesk((state) => state.me);
  const isReady = me?.state === 'ready';
  const state = isReady ? words.bar.ready : words.bar.away;
  return (
    <Bar>
      <h1>{words.title}</h1>
      <Switch
        type="button"
        role="switch"
        aria-label={`${words.bar.status} ${state}`}
        aria-checked={isReady}
        onClick={() => void session.setState(isReady ? 'away' : 'ready')}
      >
        <i aria-hidden="true" />
        {state}
      </Switch>
      <span>{me?.name}</span>
      <ToolButton
        sign={isMuted ? 'bellOff' : 'bell'}
        label={isMuted ? words.bar.unmute : words.bar.mute}
        aria-pressed={isMuted}
        onClick={() => onMuted(!isMuted)}
      />
      <ToolButton sign="help" label={words.bar.help} onClick={onHelp} />
      <ToolButton sign="leave" label={words.bar.signOut} onClick={onSignOut} />
    </Bar>
  );
}

/** Properties of `DeskBar`. */
export interface DeskBarProps {
  readonly isMuted: boolean;
  readonly onMuted: (isMuted: boolean) => void;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

const Bar = styled.header`
  display: flex;
  align-items: center;
  gap: 4px;
  min-block-size: 48px;
  padding-inline: 20px 12px;
  border-block-end: 1px solid ${token('hairline')};

  & > h1 {
    margin-block: 0;
    margin-inline: 0 16px;
    font-family: ${token('fontHeading')};
    font-size: inherit;
    font-weight: ${token('weightStrong')};
    white-space: nowrap;
  }
  & > span {
    flex: 1;
    padding-inline: 12px;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    text-align: end;
  }
  @media (max-width: 599.98px) {
    flex-wrap: wrap;
    padding-inline-start: 16px;

    & > h1 {
      margin-inline-end: 8px;
    }
    & > span {
      visibility: hidden;
      inline-size: 0;
      block-size: 0;
      padding: 0;
    }
  }
`;

const Switch = styled.button`
  display: inline-flex;
  align-items: center;
  gap: 8px;
  min-block-size: max(32px, ${token('target')});
  padding: 0 14px 0 10px;
  border: 1px solid ${token('outline')};
  border-radius: 18px;
  background: ${token('canvas')};
  font-size: ${token('textMeta')};
  font-weight: ${token('weightMedium')};
  white-space: nowrap;
  cursor: pointer;

  i {
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid ${token('inkSoft')};
    border-radius: 50%;
  }
  &[aria-checked='true'] i {
    border-color: ${token('success')};
    background: ${token('success')};
  }
  &:hover {
    background: ${token('hover')};
  }
`;
