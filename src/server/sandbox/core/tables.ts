import { decode } from '../../../lib/index.ts';
import type { DecodedBy } from '../../../lib/index.ts';
import { decodeSubscription } from '../../../protocol/axp/index.ts';
import {
  decodeApplication,
  decodeConnectorElement,
  decodeIntegration,
  decodePushConfiguration,
} from '../../../protocol/desk/index.ts';
import { customerRecord, dialogRecord, engagementRecord, messageRecord, sessionRecord } from './records.ts';
import { sortableMs, table } from './table.ts';
import type { DialogRecord } from './records.ts';

const text = decode.string();

const agentRow = decode.object({
  agentId: text,
  user: text,
  name: text,
  attributes: decode.list(text),
  capacity: decode.number(),
  password: text,
  state: decode.oneOf('ready', 'away', 'offline'),
  /** Raised at sign-out and by a new password: older tokens are dead. */
  generation: decode.number(),
});
/** Row of an agent. */
export type AgentRow = DecodedBy<typeof agentRow>;

const media = decode.object({
  mediaId: text,
  mediaName: text,
  mediaContentType: text,
  mediaSize: decode.number(),
  stored: decode.boolean,
  chunks: decode.number(),
  createdAtMs: decode.number(),
});
/** Row of a file; its bytes are in chunks of their own. */
export type MediaRow = DecodedBy<typeof media>;

const job = decode.object({
  jobId: text,
  subscriptionId: text,
  engagementId: text,
  createdAtMs: decode.number(),
  /** The callback as JSON; attachment links are signed when it is sent. */
  callback: text,
});
/** Row of an outgoing callback. */
export type JobRow = DecodedBy<typeof job>;

/** Every kind of row that the sandbox keeps. */
export const tables = {
  elements: table('element', decodeConnectorElement),
  integrations: table('integration', decodeIntegration),
  pushConfigurations: table('push-configuration', decodePushConfiguration),
  pushSecrets: table('push-secret', text),
  applications: table('application', decodeApplication),
  /** Application id by the SHA-256 of its appkey. */
  appkeys: table('appkey', text),
  /** SHA-256 of the secret, by application. */
  clientSecrets: table('client-secret', text),
  agents: table('agent', agentRow),
  /** Agent id by user name in lower case. */
  agentUsers: table('agent-user', text),
  customers: table('customer', customerRecord),
  /** Customer key by `verified|guest`, identifier name, value. */
  customerIndex: table('customer-index', text),
  sessions: table('session', sessionRecord),
  engagements: table('engagement', engagementRecord),
  dialogs: table('dialog', dialogRecord),
  messages: table('message', messageRecord),
  /** Index of a message by dialog and message id, and by dialog and client message id. */
  messageIndex: table('message-index', decode.number()),
  clientMessages: table('client-message', decode.number()),
  /** The latest dialog by channel provider, business account and the provider's dialog id. */
  providerDialogs: table('provider-dialog', text),
  /** Dialog ids: see `indexKeys`. */
  waiting: table('waiting', text),
  agentDialogs: table('agent-dialog', text),
  agentPast: table('agent-past', text),
  customerDialogs: table('customer-dialog', text),
  sessionDialogs: table('session-dialog', text),
  subscriptions: table('subscription', decodeSubscription),
  jobs: table('job', job),
  media: table('media', media),
  mediaChunks: table('media-chunk', text),
  counters: table('counter', decode.number()),
  secrets: table('secret', text),
} as const;

/** The rows by which a dialog is found again: whole keys, each holding the dialog's id. */
export function indexKeys(dialog: DialogRecord): readonly string[] {
  const { dialogId, customerKey, agentId } = dialog;
  const keys = [tables.customerDialogs.keyOf(customerKey, sortableMs(dialog.createdAtMs), dialogId)];
  if (dialog.phase === 'queued' || dialog.phase === 'alerting') keys.push(tables.waiting.keyOf(dialogId));
  if (dialog.phase === 'agent' && agentId !== undefined)
    keys.push(tables.agentDialogs.keyOf(agentId, dialogId));
  if (dialog.phase === 'closed' && agentId !== undefined)
    keys.push(tables.agentPast.keyOf(agentId, sortableMs(dialog.endedAtMs ?? 0), dialogId));
  for (const one of dialog.connections)
    for (const sessionId of one.sessionIds) keys.push(tables.sessionDialogs.keyOf(sessionId, dialogId));
  return keys;
}
