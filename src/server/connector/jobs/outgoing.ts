import type { Connector } from '../connector.ts';
import { readEngagement, readMessage, type EngagementRecord } from '../engagements/engagementRecord.ts';
import { readAttachment } from '../media/attachmentRecord.ts';
import { readSession, type SessionRecord } from '../sessions/sessionRecord.ts';
import type {
  OutgoingFile,
  OutgoingMessage,
  UpstreamAdapter,
  UpstreamDialog,
} from '../upstream/upstreamAdapter.ts';
import type { JobTask } from './jobRecord.ts';

/** Everything that the sending of a recorded message takes; undefined where its records are gone. */
export async function outgoingOf(
  connector: Connector,
  task: Extract<JobTask, { readonly type: 'send' }>,
): Promise<Outgoing | undefined> {
  const found = await connector.store.transact(async (rows) => {
    const engagement = await readEngagement(rows, task.engagementId);
    const session = await readSession(rows, task.sessionId);
    if (!engagement || !session) return undefined;
    const parent =
      task.parentMessageId === undefined ? undefined : await readMessage(rows, task.parentMessageId);
    const files: OutgoingFile[] = [];
    for (const id of task.body.type === 'files' ? task.body.attachmentIds : []) {
      const { mediaId, contentType } = (await readAttachment(rows, id)) ?? {};
      if (mediaId !== undefined && contentType !== undefined) files.push({ mediaId, contentType });
    }
    return { engagement, session, files, parentUpstreamId: parent?.upstreamMessageId };
  });
  const adapter = found && connector.adapterOf(found.engagement.integrationId);
  if (!adapter) return undefined;
  const { engagement, session, files, parentUpstreamId } = found;
  const message: OutgoingMessage = {
    dialog: dialogOf(engagement, session),
    customer: upstreamCustomerOf(session, engagement),
    messageId: task.messageId,
    body: task.body,
    files,
    ...(parentUpstreamId === undefined ? {} : { parentUpstreamId }),
  };
  return { engagement, session, adapter, message };
}

/**
 * A recorded message with everything its sending takes, read in one transaction; the call itself happens outside
 * of it.
 */
export interface Outgoing {
  readonly engagement: EngagementRecord;
  readonly session: SessionRecord;
  readonly adapter: UpstreamAdapter;
  readonly message: OutgoingMessage;
}

/** The conversation as the adapters know it, seen from this session. */
export function dialogOf(engagement: EngagementRecord, session: SessionRecord): UpstreamDialog {
  return {
    engagementId: engagement.engagementId,
    ...(engagement.upstream ? { upstream: engagement.upstream } : {}),
    ...(session.upstreamSessionId === undefined ? {} : { upstreamSessionId: session.upstreamSessionId }),
  };
}

/** The customer as this session and engagement know him; the engagement's parameters win over the session's. */
function upstreamCustomerOf(
  session: SessionRecord,
  engagement: EngagementRecord,
): OutgoingMessage['customer'] {
  const { customerId, verified, identifiers, displayName } = session;
  return {
    customerId,
    verified,
    identifiers,
    ...(displayName === undefined ? {} : { displayName }),
    parameters: { ...session.parameters, ...engagement.parameters },
  };
}
