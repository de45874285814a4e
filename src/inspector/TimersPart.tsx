import type { ReactElement } from 'react';
import { inspectorWords } from '../locales/index.ts';
import { Fact } from './Fact.tsx';
import { namedTimers } from './namedTimers.ts';
import { writeSpan } from './spans.ts';
import type { TraceFacts } from './traceFacts.ts';

/** What the client waits for. Where its clock cannot be seen: what the state tells of it. */
export function TimersPart({ facts, nowMs, idleTimeoutMs }: TimersPartProps): ReactElement {
  const { timers: words } = inspectorWords;
  const { timers, state } = facts;
  const named = namedTimers(timers ?? promised(state), state, idleTimeoutMs);
  const others = (timers?.length ?? 0) - named.length;
  return (
    <section aria-label={words.heading}>
      <h3>{words.heading}</h3>
      {timers === undefined && <p>{words.hidden}</p>}
      <dl>
        {named.map(({ purpose, dueAtMs }) => (
          <Fact key={`${purpose}${dueAtMs}`} name={words.names[purpose]}>
            {words.due(writeSpan(dueAtMs - nowMs))}
          </Fact>
        ))}
      </dl>
      {others > 0 && <p>{words.others(others)}</p>}
    </section>
  );
}

interface TimersPartProps {
  readonly facts: TraceFacts;
  readonly nowMs: number;
  readonly idleTimeoutMs: number;
}

/** Timers that must be there, since the state names their end. */
function promised({ connection, session, idle }: TraceFacts['state']): NonNullable<TraceFacts['timers']> {
  const ends = [
    connection.status === 'failed' ? connection.retryAtMs : undefined,
    session.status === 'failed' ? session.retryAtMs : undefined,
    idle.status === 'warning' ? idle.endsAtMs : undefined,
  ];
  return ends.flatMap((dueAtMs, at) =>
    dueAtMs === undefined ? [] : [{ dueAtMs, delayMs: 0, rootDelayMs: 0, setAtMs: -1000 * at }],
  );
}
