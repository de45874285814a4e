import type { ChatState } from '../../../src/model/index.ts';
import type { Row } from '../../../src/server/storage/index.ts';
import type { Report, ServerLog } from './serverLog.ts';
import type { View } from './view.ts';

/** A page that is open when all has come to rest. */
export interface OpenPage {
  readonly name: string;
  readonly state: ChatState;
  readonly view: View;
}

/** Whether the page shows every message that is flushed, and no hole; else what it lacks (G2). */
export function lackOf(page: OpenPage, log: ServerLog): string | undefined {
  if (page.state.session.status !== 'open') return `has no session (${page.state.session.status})`;
  for (const id of page.state.engagementIds) {
    const engagement = page.state.engagements[id];
    if (!engagement?.joined) continue;
    const places = new Set<number>();
    for (const item of engagement.timeline) {
      if (item.kind === 'gap') return `has a gap after ${item.afterSeq}`;
      if (item.kind === 'message' && item.message.seq !== undefined) places.add(item.message.seq);
    }
    const fromSeq = engagement.history.status === 'complete' ? 1 : (engagement.oldestSeq ?? 1);
    for (const entry of log.logs.get(id) ?? [])
      if (entry && entry.text !== undefined && entry.seq >= fromSeq && !places.has(entry.seq))
        return `lacks ${entry.text} at ${entry.seq} of ${id}`;
  }
  return undefined;
}

/** G10: nothing is still on its way when the road has been fair for so long. */
export function checkSettled(page: OpenPage, log: ServerLog, report: Report): void {
  const unsent = new Map(
    Object.values(page.state.engagements).flatMap(({ timeline }) =>
      timeline.flatMap((item) =>
        item.kind === 'message' && item.message.own && item.message.seq === undefined
          ? [[item.key, item.message.delivery.status] as const]
          : [],
      ),
    ),
  );
  for (const [id, status] of unsent)
    if (status === 'waiting' || status === 'sending')
      report('G10', `${page.name} still holds ${id} as ${status}`);
  for (const [id, fate] of page.view.fates)
    if (fate === 'queued' && !log.accepted.has(id) && !log.handedBack.has(id) && !unsent.has(id))
      report('G10', `${page.name} lost ${id} without a word`);
}

interface Said {
  readonly messageId: string;
  readonly providerMessageId?: string;
  readonly senderType: string;
  readonly body: { readonly elementText?: { readonly text?: string }; readonly text?: string };
}

/** The contact centre's own record against ours: each message once, the same order per sender (Settled 6). */
export function checkUpstream(
  sandboxRows: readonly Row[],
  log: ServerLog,
  said: readonly { readonly text: string; readonly dialogId: string }[],
  report: Report,
): void {
  const there = new Map<string, string[]>();
  /** By dialog, in the order of the contact centre. */
  const orders = new Map<string, string[]>();
  for (const [key, value] of sandboxRows) {
    if (!key.startsWith('message/')) continue;
    const { providerMessageId } = value as unknown as Said;
    if (providerMessageId === undefined) continue;
    there.set(providerMessageId, [...(there.get(providerMessageId) ?? []), key]);
    const dialog = key.slice(0, key.lastIndexOf('/'));
    orders.set(dialog, [...(orders.get(dialog) ?? []), providerMessageId]);
  }
  for (const [id, keys] of there)
    if (keys.length > 1) report('G3', `the contact centre has ${id} twice: ${keys.join(', ')}`);
  const places = new Map<string, number>();
  for (const entry of log.accepted.values()) {
    const receipt = log.receipts.get(entry.messageId ?? '');
    const isThere = there.has(entry.messageId ?? '');
    places.set(entry.messageId ?? '', entry.seq);
    if (isThere && receipt !== 'MESSAGE_DELIVERED')
      report('G12', `${entry.text} is at the contact centre, but the log says ${receipt ?? 'nothing'}`);
    if (!isThere && receipt === 'MESSAGE_DELIVERED')
      report('G11', `${entry.text} is told as delivered, but the contact centre does not have it`);
    if (!isThere && receipt === undefined) report('G1', `${entry.text} never came to the contact centre`);
  }
  for (const order of orders.values()) {
    let last = 0;
    for (const place of order.map((id) => places.get(id) ?? 0)) {
      if (place < last) report('G4', `the contact centre has the message of ${place} after that of ${last}`);
      last = place;
    }
  }
  for (const { text, dialogId } of said)
    if (!log.arrived.has(text)) report('G12', `${text}, said in ${dialogId}, never came to the log`);
}
