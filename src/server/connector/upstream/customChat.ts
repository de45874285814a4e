import {
  decodeEngagement,
  decodeEngagements,
  decodeSession,
  type Engagement,
} from '../../../protocol/axp/index.ts';
import { given } from '../given.ts';
import { readNothing, type CallUpstream } from './callUpstream.ts';
import { createChatTranscript, NOT_MADE, type ChatPlace } from './chatTranscript.ts';
import { decodeAnswer } from './customMessaging.ts';
import { identifiersOf, parametersOf } from './identity.ts';
import type { SandboxExtension } from './sandboxExtension.ts';
import { toAxpBody } from './toAxpBody.ts';
import {
  nothingToDo,
  type OpenedEngagement,
  type Outcome,
  type UpstreamAdapter,
  type UpstreamDialog,
} from './upstreamAdapter.ts';

/**
 * Custom Chat (axp.md 4.4), in the order of the seed guide: session at sign-in, parameters while browsing, engagement,
 * messages, disconnect, session ended at sign-out. Text only.
 */
export function createCustomChat(options: CustomChatOptions): UpstreamAdapter {
  const { call, accountId, channelProviderId, extension } = options;
  const base = `/api/digital/channel/v1/accounts/${accountId}`;
  const sessionPath = (id: string): string => `${base}/sessions/${encodeURIComponent(id)}`;

  return {
    kind: 'chat',
    channelProviderId,
    features: {
      richMedia: false,
      files: false,
      typing: false,
      readReceipts: options.readReceipts,
      createEngagement: true,
    },
    async openSession(customer) {
      const body = {
        channelProviderId,
        customerIdentifiers: identifiersOf(customer),
        sessionParameters: parametersOf(customer),
        providerCustomerId: customer.customerId,
        ...given({ displayName: customer.displayName }),
      };
      const made = await call({ method: 'POST', path: `${base}/sessions`, body, read: decodeSession });
      return made.kind === 'done' ? { kind: 'done', value: { sessionId: made.value.sessionId } } : made;
    },
    setSessionParameters: (id, parameters) =>
      call({
        method: 'POST',
        path: `${sessionPath(id)}:updateSessionParameters`,
        body: parameters,
        read: readNothing,
      }),
    closeSession: (id, reason) =>
      call({ method: 'DELETE', path: `${sessionPath(id)}?reason=${reason}`, read: readNothing }),
    async openEngagement(order) {
      const body = {
        sessionId: order.upstreamSessionId,
        channelId: 'Chat',
        providerDialogId: order.engagementId,
        engagementParameters: order.parameters,
      };
      const made = await call({ method: 'POST', path: `${base}/engagements`, body, read: decodeEngagement });
      if (made.kind === 'done') return opened(made.value, order.engagementId);
      return made.kind === 'unknown' ? ((await findOpened(call, base, order)) ?? made) : made;
    },
    ...dialogCalls(call, base),
    setPresence: (dialog, present) =>
      dialog.upstreamSessionId === undefined
        ? Promise.resolve(nothingToDo)
        : extension.setPresence({ channelProviderId, sessionId: dialog.upstreamSessionId }, present),
    markRead: (dialog, messageId) =>
      dialog.upstreamSessionId === undefined
        ? Promise.resolve(nothingToDo)
        : extension.markRead({ channelProviderId, sessionId: dialog.upstreamSessionId }, messageId),
  };
}

/** `readReceipts`: whether the contact centre tells what was read, which only the sandbox does. */
export interface CustomChatOptions {
  readonly call: CallUpstream;
  readonly extension: SandboxExtension;
  readonly accountId: string;
  readonly channelProviderId: string;
  readonly readReceipts: boolean;
}

type DialogCalls = Pick<UpstreamAdapter, 'join' | 'leave' | 'send' | 'findSent' | 'transcript' | 'typing'>;

function dialogCalls(call: CallUpstream, base: string): DialogCalls {
  const act = (dialog: UpstreamDialog, word: 'join' | 'disconnect', rest: object): Promise<Outcome<void>> => {
    const place = placeOf(base, dialog);
    if (!place) return Promise.resolve(NOT_MADE);
    const body = { ...place.ids, ...rest };
    return call({ method: 'POST', path: `${place.path}:${word}`, body, read: readNothing });
  };
  const transcript = createChatTranscript(call, (dialog) => placeOf(base, dialog));
  return {
    join: (dialog) => act(dialog, 'join', {}),
    leave: (dialog, reason) => act(dialog, 'disconnect', { reason }),
    async send(message) {
      const place = placeOf(base, message.dialog);
      if (!place) return NOT_MADE;
      const body = {
        ...place.ids,
        body: toAxpBody(message.body, message.files),
        providerMessageId: message.messageId,
        ...given({
          senderParticipantName: message.customer.displayName,
          parentMessageId: message.parentUpstreamId,
        }),
      };
      const sent = await call({ method: 'POST', path: `${place.path}/messages`, body, read: decodeAnswer });
      if (sent.kind !== 'done') return sent;
      return { kind: 'done', value: given({ upstreamMessageId: sent.value.messageId }) };
    },
    findSent: (dialog, messageId) => transcript.find(dialog, messageId),
    transcript,
    typing: () => Promise.resolve(nothingToDo),
  };
}

function placeOf(base: string, dialog: UpstreamDialog): ChatPlace | undefined {
  const { upstream, upstreamSessionId: sessionId } = dialog;
  if (!upstream || sessionId === undefined) return undefined;
  const path = `${base}/engagements/${encodeURIComponent(upstream.engagementId)}`;
  return { path, ids: { sessionId, dialogId: upstream.dialogId } };
}

type OpenOrder = Parameters<UpstreamAdapter['openEngagement']>[0];

/** Whether a call whose answer was lost has made it: the dialog bears our id. */
async function findOpened(
  call: CallUpstream,
  base: string,
  order: OpenOrder,
): Promise<Outcome<OpenedEngagement> | undefined> {
  const path = `${base}/engagements?sessionId=${encodeURIComponent(order.upstreamSessionId ?? '')}`;
  const listed = await call({ method: 'GET', path, read: decodeEngagements });
  const isIts = ({ dialogs }: Engagement): boolean =>
    dialogs.some((one) => one.providerDialogId === order.engagementId);
  const found = listed.kind === 'done' ? listed.value.find(isIts) : undefined;
  return found && opened(found, order.engagementId);
}

/** A customer with an open engagement gets a further dialog in it: the one with our id, else the newest. */
function opened(engagement: Engagement, ourId: string): Outcome<OpenedEngagement> {
  const { dialogs } = engagement;
  const dialog = dialogs.find((one) => one.providerDialogId === ourId) ?? dialogs.at(-1);
  if (!dialog) return { kind: 'unknown', detail: 'the contact centre made an engagement without a dialog' };
  const ids = { engagementId: engagement.engagementId, dialogId: dialog.dialogId };
  return { kind: 'done', value: { ids, active: dialog.dialogStatus === 'ACTIVE' } };
}
