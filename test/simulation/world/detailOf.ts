import type { ChatEvent } from '../../../src/model/index.ts';

/** What the trace says of an event beside its name. */
export function detailOf(event: ChatEvent): string {
  if (event.type === 'ENTRY') return ` ${event.entry.seq}`;
  if (event.type === 'MESSAGE_QUEUED' && 'text' in event.body) return ` ${event.body.text}`;
  return 'clientMessageId' in event ? ` ${event.clientMessageId.slice(-12)}` : '';
}
