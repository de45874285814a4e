import { useId } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { SPEEDS, stepAt } from './createPlayer.ts';
import type { Player } from './createPlayer.ts';
import { Keys, Mark, Root, Round, Speed, Time, Track, Transport } from './controlStyles.ts';
import { PlayerIcon } from './PlayerIcon.tsx';
import type { Tape } from './tape.ts';

/** How finely the scrubber goes, milliseconds. */
const GRAIN_MS = 100;

/** Play, pause, step, scrub, speed. */
export function PlayerControls({ player }: { readonly player: Player }): ReactElement {
  const { tape, seek, step, play, pause } = player;
  const { status, atMs, speed } = useStore(player.store);
  const speedId = useId();
  const isPlaying = status === 'playing';
  return (
    <Root>
      {/* A tape runs from left to right in every language. */}
      <Transport role="group" aria-label="Playing" dir="ltr">
        <Round type="button" aria-label="Step back" title="Step back (J)" onClick={() => step(-1)}>
          <PlayerIcon name="back" />
        </Round>
        <Round
          type="button"
          data-main
          aria-label={isPlaying ? 'Pause' : 'Play'}
          title={`${isPlaying ? 'Pause' : 'Play'} (K)`}
          onClick={isPlaying ? pause : play}
        >
          <PlayerIcon name={isPlaying ? 'pause' : status === 'ended' ? 'again' : 'play'} />
        </Round>
        <Round type="button" aria-label="Step on" title="Step on (L)" onClick={() => step(1)}>
          <PlayerIcon name="on" />
        </Round>
        <Time>
          <span>{shown(atMs)}</span> / {shown(tape.lengthMs)}
        </Time>
        <Speed>
          <label htmlFor={speedId}>Speed</label>
          <select
            id={speedId}
            value={speed}
            onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((each) => (
              <option key={each} value={each}>
                {each}×
              </option>
            ))}
          </select>
        </Speed>
      </Transport>
      <Track dir="ltr" style={{ '--at': tape.lengthMs === 0 ? 1 : atMs / tape.lengthMs }}>
        {tape.steps.map((each, index) => (
          <Mark
            key={index}
            aria-hidden="true"
            data-passed={each.atMs <= atMs}
            style={{ '--place': tape.lengthMs === 0 ? 0 : each.atMs / tape.lengthMs }}
          />
        ))}
        <input
          type="range"
          aria-label="Place on the tape"
          aria-valuetext={placeInWords(tape, atMs)}
          min={0}
          max={Math.ceil(tape.lengthMs / GRAIN_MS) * GRAIN_MS}
          step={GRAIN_MS}
          value={atMs}
          aria-busy={status === 'seeking'}
          onChange={(event) => seek(Number(event.currentTarget.value))}
        />
      </Track>
      <Keys dir="auto">
        <kbd>K</kbd> play or pause, <kbd>J</kbd> and <kbd>L</kbd> a step back and on, arrows on the scrubber
      </Keys>
    </Root>
  );
}

/** Minutes and seconds. */
function shown(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function placeInWords(tape: Tape, atMs: number): string {
  const now = stepAt(tape, atMs);
  const step = tape.steps[now];
  const place = `${shown(atMs)} of ${shown(tape.lengthMs)}`;
  return step ? `${place}, step ${now + 1} of ${tape.steps.length}: ${step.who} ${step.label}` : place;
}
