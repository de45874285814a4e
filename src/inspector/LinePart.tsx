import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { inspectorWords } from '../locales/index.ts';
import type { ChatState } from '../model/index.ts';
import { Fact } from './Fact.tsx';
import { writeSkew } from './spans.ts';
import type { TraceFacts } from './traceFacts.ts';

/** The line, the session and the logs. */
export function LinePart({ facts }: { readonly facts: TraceFacts }): ReactElement {
  const { line } = inspectorWords;
  const { state, transport, cursor, role, skewMs } = facts;
  const { facts: session } = state;
  return (
    <section aria-label={line.heading}>
      <h3>{line.heading}</h3>
      <dl>
        <Fact name={line.connection}>{connectionOf(state)}</Fact>
        <Fact name={line.transport}>{transport && line.transports[transport]}</Fact>
        <Fact name={line.role}>{line.roles[role]}</Fact>
        {/* The server's clock minus the device's, told as the device's error. */}
        <Fact name={line.skew}>{skewMs === undefined ? undefined : writeSkew(-skewMs)}</Fact>
        <Fact name={line.session}>{sessionOf(state)}</Fact>
        <Fact name={line.sessionId} code>
          {session?.sessionId}
        </Fact>
        <Fact name={line.integration} code>
          {session?.integrationId}
        </Fact>
        <Fact name={line.kept}>{state.outboxDurable ? line.keptYes : line.keptNo}</Fact>
        <Fact name={line.cursor} code>
          {cursor}
        </Fact>
        {state.engagementIds.map((id, at) => (
          <Fragment key={id}>
            <Fact name={line.engagement(at + 1)} code>
              {id}
            </Fact>
            <Fact name={line.epoch} code>
              {state.engagements[id]?.epoch}
            </Fact>
            <Fact name={line.head}>{state.engagements[id]?.headSeq}</Fact>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function connectionOf({ connection }: ChatState): string {
  return connection.status === 'failed' ? `failed: ${connection.reason}` : connection.status;
}

function sessionOf({ session }: ChatState): string {
  if (session.status === 'failed') return `failed: ${session.code}`;
  return session.status === 'ended' ? `ended: ${session.reason}` : session.status;
}
