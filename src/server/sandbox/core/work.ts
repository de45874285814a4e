import { uuidV4 } from '../../../lib/index.ts';
import type { Json, Transaction } from '../../storage/index.ts';
import { notFound } from '../http/problem.ts';
import { callbackOf } from '../webhooks/callbackOf.ts';
import { createJobs } from '../webhooks/jobs.ts';
import type { DialogEvent } from './dialogEvent.ts';
import { reduceDialog } from './reduceDialog.ts';
import type { DialogRecord, EngagementRecord } from './records.ts';
import { indexKeys, tables } from './tables.ts';
import type { World } from './world.ts';

/** What a write changed, for those who look on: read after the write is kept. */
export interface Change {
  readonly before: DialogRecord;
  readonly after: DialogRecord;
  readonly event: DialogEvent;
}

/** One write in progress: reads see what it wrote, callbacks and desk events are collected. */
export interface Work {
  readonly tx: Transaction;
  readonly world: World;
  readonly nowMs: number;
  /** The caller's correlation id, or one made now; repeated in the callbacks of this write. */
  correlate(correlationId?: string): string;
  newId(): string;
  /** @throws ProblemError 404 */
  dialog(dialogId: string): Promise<DialogRecord>;
  /** Puts a new dialog, in its engagement, and tells of it. */
  open(dialog: DialogRecord, engagement: EngagementRecord): Promise<void>;
  /** Folds one event into a dialog: rows, indexes, callbacks. The only way in which a dialog changes. */
  apply(dialogId: string, event: DialogEvent): Promise<DialogRecord>;
  /** Queues a callback that no fold tells of. */
  callback(dialog: DialogRecord, type: string, body: Readonly<Record<string, Json>>): Promise<void>;
  /** Agents changed: routing looks again, desks are told. */
  agentsChanged(): void;
  /** Routing looks again at the end of this write. */
  reroute(): void;
  /** A customer's page opened or closed. */
  presenceChanged(customerKey: string, present: boolean): void;
  /** What happened so far. */
  readonly outcome: Outcome;
}

/** What a write leaves to be told. */
export interface Outcome {
  readonly changes: Change[];
  readonly lanes: Set<string>;
  readonly presence: { customerKey: string; present: boolean }[];
  agentsChanged: boolean;
  reroute: boolean;
}

/** A write in the transaction `tx`. */
export function createWork(world: World, tx: Transaction): Work {
  const nowMs = world.clock.now();
  const outcome: Outcome = {
    changes: [],
    lanes: new Set(),
    presence: [],
    agentsChanged: false,
    reroute: false,
  };
  const jobs = createJobs(tx, nowMs, outcome.lanes);
  const dialogs = createDialogs(tx);
  const newId = (): string => uuidV4(world.random);
  let correlationId = '';
  const correlate = (given?: string): string => (correlationId = given || correlationId || newId());

  const common = (): {
    readonly accountId: string;
    readonly correlationId: string;
    readonly nowMs: number;
  } => ({
    accountId: world.accountId,
    correlationId: correlate(),
    nowMs,
  });

  return {
    tx,
    world,
    nowMs,
    correlate,
    newId,
    dialog: dialogs.get,
    async open(dialog, engagement) {
      await dialogs.keep(undefined, dialog);
      await tables.engagements.put(tx, [engagement.engagementId], engagement);
      const customer = await tables.customers.get(tx, dialog.customerKey);
      await jobs.add(
        dialog,
        callbackOf.engagementCreated(common(), dialog, engagement, customer?.identifiers ?? {}),
      );
    },
    async apply(dialogId, event) {
      const before = await dialogs.get(dialogId);
      const after = reduceDialog(before, event, nowMs);
      await dialogs.keep(before, after);
      if (event.type === 'message-added') await keepMessage(tx, event.message);
      const callback = callbackOf.event(common(), after, event);
      if (callback) await jobs.add(after, callback);
      outcome.changes.push({ before, after, event });
      return after;
    },
    callback: (dialog, type, body) => jobs.add(dialog, callbackOf.other(common(), dialog, type, body)),
    agentsChanged: () => void (outcome.agentsChanged = true),
    reroute: () => void (outcome.reroute = true),
    presenceChanged: (customerKey, present) => void outcome.presence.push({ customerKey, present }),
    outcome,
  };
}

/** The dialogs of one write as it has left them: each is read once. */
function createDialogs(tx: Transaction): {
  get(dialogId: string): Promise<DialogRecord>;
  keep(before: DialogRecord | undefined, after: DialogRecord): Promise<void>;
} {
  const known = new Map<string, DialogRecord>();
  return {
    async get(dialogId) {
      const found = known.get(dialogId) ?? (await tables.dialogs.get(tx, dialogId));
      if (!found) throw notFound('dialog');
      known.set(dialogId, found);
      return found;
    },
    keep(before, after) {
      known.set(after.dialogId, after);
      return keepDialog(tx, before, after);
    },
  };
}

/** Writes a dialog and the rows by which it is found. */
async function keepDialog(
  tx: Transaction,
  before: DialogRecord | undefined,
  after: DialogRecord,
): Promise<void> {
  await tables.dialogs.put(tx, [after.dialogId], after);
  const now = new Set(indexKeys(after));
  const old = new Set(before ? indexKeys(before) : []);
  for (const key of old) if (!now.has(key)) await tx.delete(key);
  for (const key of now) if (!old.has(key)) await tx.put(key, after.dialogId);
}

async function keepMessage(
  tx: Transaction,
  message: Extract<DialogEvent, { type: 'message-added' }>['message'],
): Promise<void> {
  const { dialogId, index, messageId, clientMessageId } = message;
  await tables.messages.put(tx, [dialogId, String(index).padStart(12, '0')], message);
  await tables.messageIndex.put(tx, [dialogId, messageId], index);
  if (clientMessageId !== undefined) await tables.clientMessages.put(tx, [dialogId, clientMessageId], index);
}
