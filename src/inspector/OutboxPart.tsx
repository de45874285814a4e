import type { ReactElement } from 'react';
import { inspectorWords } from '../locales/index.ts';
import type { ChatMessage, ChatState, Delivery } from '../model/index.ts';
import { writeMoment } from './spans.ts';

/** What the customer wrote and the connector does not have yet, or would not take. */
export function OutboxPart({ state }: { readonly state: ChatState }): ReactElement {
  const { outbox } = inspectorWords;
  const messages = unsent(state);
  return (
    <section aria-label={outbox.heading}>
      <h3>{outbox.heading}</h3>
      {messages.length === 0 ? (
        <p>{outbox.empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{outbox.message}</th>
              <th scope="col">{outbox.state}</th>
              <th scope="col">{outbox.since}</th>
            </tr>
          </thead>
          <tbody>
            {messages.map(({ key, clientMessageId, delivery, atMs }) => (
              <tr key={key} data-status={delivery.status}>
                <td>
                  <code dir="ltr">{clientMessageId ?? key}</code>
                </td>
                <td>{deliveryOf(delivery)}</td>
                <td>
                  <time dateTime={new Date(atMs).toISOString()}>{writeMoment(atMs)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function unsent(state: ChatState): readonly ChatMessage[] {
  return state.engagementIds.flatMap((id) =>
    (state.engagements[id]?.timeline ?? []).flatMap((item) =>
      item.kind === 'message' && item.message.own && isOpen(item.message) ? [item.message] : [],
    ),
  );
}

function isOpen({ delivery: { status } }: ChatMessage): boolean {
  return status === 'waiting' || status === 'sending' || status === 'failed';
}

function deliveryOf(delivery: Delivery): string {
  if (delivery.status === 'sending' && delivery.progress !== undefined)
    return `${delivery.status} ${Math.round(delivery.progress * 100)} %`;
  const code = 'code' in delivery ? delivery.code : undefined;
  return code === undefined ? delivery.status : `${delivery.status}: ${code}`;
}
