import {
  decodeEngagement,
  decodeMessagePage,
  decodeSession,
  type Engagement,
  type MessagePage,
} from '../../../protocol/axp/index.ts';
import { given } from '../given.ts';
import { readNothing, type CallUpstream } from './callUpstream.ts';
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
      return made.kind === 'done' ? opened(made.value) : made;
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

const TRANSCRIPT_PAGE = 50;
const NOT_MADE: Outcome<never> = {
  kind: 'refused',
  status: 409,
  detail: 'the contact centre does not know this conversation',
};

type DialogCalls = Pick<UpstreamAdapter, 'join' | 'leave' | 'send' | 'findSent' | 'typing'>;

function dialogCalls(call: CallUpstream, base: string): DialogCalls {
  const act = (dialog: UpstreamDialog, word: 'join' | 'disconnect', rest: object): Promise<Outcome<void>> => {
    const place = placeOf(base, dialog);
    if (!place) return Promise.resolve(NOT_MADE);
    const body = { ...place.ids, ...rest };
    return call({ method: 'POST', path: `${place.path}:${word}`, body, read: readNothing });
  };
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
    async findSent(dialog, messageId) {
      const place = placeOf(base, dialog);
      if (!place) return { kind: 'done', value: 'absent' };
      return findInTranscript(place, messageId, call);
    },
    typing: () => Promise.resolve(nothingToDo),
  };
}

interface Place {
  readonly path: string;
  readonly ids: { readonly sessionId: string; readonly dialogId: string };
}

function placeOf(base: string, dialog: UpstreamDialog): Place | undefined {
  const { upstream, upstreamSessionId: sessionId } = dialog;
  if (!upstream || sessionId === undefined) return undefined;
  const path = `${base}/engagements/${encodeURIComponent(upstream.engagementId)}`;
  return { path, ids: { sessionId, dialogId: upstream.dialogId } };
}

/** Pages run oldest first, so the search begins at the last page and goes back. */
async function findInTranscript(
  place: Place,
  messageId: string,
  call: CallUpstream,
): Promise<Outcome<'found' | 'absent'>> {
  const read = (pageNumber: number): Promise<Outcome<MessagePage>> => {
    const query = new URLSearchParams({
      ...place.ids,
      pageSize: String(TRANSCRIPT_PAGE),
      pageNumber: String(pageNumber),
    });
    const path = `${place.path}/messages?${query.toString()}`;
    return call({ method: 'GET', path, read: decodeMessagePage });
  };
  const holds = (page: MessagePage): boolean =>
    page.messages.some((message) => message.providerMessageId === messageId);

  const first = await read(1);
  if (first.kind !== 'done') return first;
  if (holds(first.value)) return { kind: 'done', value: 'found' };
  const pages = Math.ceil(first.value.pagination.total / TRANSCRIPT_PAGE);
  for (let number = pages; number > 1 && number > pages - 3; number--) {
    const page = await read(number);
    if (page.kind !== 'done') return page;
    if (holds(page.value)) return { kind: 'done', value: 'found' };
  }
  return { kind: 'done', value: 'absent' };
}

/** The newest dialog is the last one: a customer with an open engagement gets a further dialog in it. */
function opened(engagement: Engagement): Outcome<OpenedEngagement> {
  const dialog = engagement.dialogs.at(-1);
  if (!dialog) return { kind: 'unknown', detail: 'the contact centre made an engagement without a dialog' };
  const ids = { engagementId: engagement.engagementId, dialogId: dialog.dialogId };
  return { kind: 'done', value: { ids, active: dialog.dialogStatus === 'ACTIVE' } };
}
