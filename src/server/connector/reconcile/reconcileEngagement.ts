import type { Message } from '../../../protocol/axp/index.ts';
import type { Connector } from '../connector.ts';
import { readEngagement, writeEngagement, type EngagementRecord } from '../engagements/engagementRecord.ts';
import { dialogOf } from '../jobs/outgoing.ts';
import { inUnit } from '../log/unit.ts';
import { readSession, type SessionRecord } from '../sessions/sessionRecord.ts';
import { TRANSCRIPT_PAGE } from '../upstream/chatTranscript.ts';
import type { Outcome, TranscriptReader, UpstreamDialog } from '../upstream/upstreamAdapter.ts';
import { applyTranscript, type Look } from './applyTranscript.ts';
import type { Reconciled, ReconcilePlace } from './reconciler.ts';

/**
 * Compares one conversation with the contact centre's own view of it and makes good what its callbacks, which are not
 * always repeated, did not bring (guarantees, G12). Reads on from the last message that is known to be here, at most ten
 * pages of 50 at a time.
 */
export async function reconcileEngagement(connector: Connector, place: ReconcilePlace): Promise<Reconciled> {
  const found = await connector.store.transact(async (rows) => {
    const engagement = await readEngagement(rows, place.engagementId);
    const session = await readSession(rows, place.sessionId);
    return engagement && session ? { engagement, session } : undefined;
  });
  const reader = found && connector.adapterOf(found.engagement.integrationId)?.transcript;
  if (!reader || found.engagement.transcript?.final) return 'over';
  if (!found.engagement.upstream) return 'later';
  const seen = await look(reader, found);
  if (seen.kind === 'done') {
    await inUnit(connector, (unit) => applyTranscript(connector, unit, place.engagementId, seen.value));
    if (seen.value.more) return 'more';
    return seen.value.state.status === 'TERMINATED' ? 'over' : 'later';
  }
  connector.logger.warn('a conversation could not be compared with the contact centre', {
    engagement: place.engagementId,
    detail: seen.detail,
  });
  // What it will go on refusing to tell of an ended conversation is not asked again.
  if (seen.kind !== 'refused' || found.engagement.status !== 'TERMINATED') return 'later';
  await inUnit(connector, async ({ rows }) => {
    const now = await readEngagement(rows, place.engagementId);
    const verified = now?.transcript?.verified ?? 0;
    if (now) await writeEngagement(rows, { ...now, transcript: { verified, final: true } });
  });
  return 'over';
}

const MAX_PAGES = 10;

async function look(
  reader: TranscriptReader,
  found: { readonly engagement: EngagementRecord; readonly session: SessionRecord },
): Promise<Outcome<Look>> {
  const dialog = dialogOf(found.engagement, found.session);
  const state = await reader.state(dialog);
  if (state.kind !== 'done') return state;
  const read = await readOn(reader, dialog, found.engagement.transcript?.verified ?? 0);
  return read.kind === 'done' ? { kind: 'done', value: { state: state.value, ...read.value } } : read;
}

async function readOn(
  reader: TranscriptReader,
  dialog: UpstreamDialog,
  from: number,
): Promise<Outcome<Omit<Look, 'state'>>> {
  const messages: Message[] = [];
  let verified = from;
  // A page beyond the end is never asked for: the one that holds the last known message tells whether there are more.
  let number = Math.max(1, Math.ceil(from / TRANSCRIPT_PAGE));
  for (let pages = 0; pages < MAX_PAGES; pages++, number++) {
    const page = await reader.page(dialog, number);
    if (page.kind !== 'done') return page;
    const { firstIndex, messages: listed, total } = page.value;
    const known = Math.max(0, verified - firstIndex);
    messages.push(...listed.slice(known));
    verified = Math.max(verified, firstIndex + listed.length);
    if (listed.length === 0 || verified >= total)
      return { kind: 'done', value: { messages, verified, more: false } };
  }
  return { kind: 'done', value: { messages, verified, more: true } };
}
