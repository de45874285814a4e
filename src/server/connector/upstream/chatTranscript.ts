import {
  decodeEngagement,
  decodeMessagePage,
  type Connection,
  type Dialog,
  type MessagePage,
} from '../../../protocol/axp/index.ts';
import { given } from '../given.ts';
import type { CallUpstream } from './callUpstream.ts';
import type {
  DialogState,
  Outcome,
  TranscriptPage,
  TranscriptReader,
  UpstreamDialog,
} from './upstreamAdapter.ts';

/** Custom Chat's "get engagement" and "list messages" (axp.md 4.4). @param place where the dialog stands, where it does. */
export function createChatTranscript(
  call: CallUpstream,
  place: (dialog: UpstreamDialog) => ChatPlace | undefined,
): ChatTranscript {
  const pageOf = (at: ChatPlace, pageNumber: number): Promise<Outcome<MessagePage>> => {
    const query = new URLSearchParams({
      ...at.ids,
      pageSize: String(TRANSCRIPT_PAGE),
      pageNumber: String(pageNumber),
    });
    return call({ method: 'GET', path: `${at.path}/messages?${query.toString()}`, read: decodeMessagePage });
  };
  return {
    async state(dialog) {
      const at = place(dialog);
      if (!at) return NOT_MADE;
      const found = await call({ method: 'GET', path: at.path, read: decodeEngagement });
      if (found.kind !== 'done') return found;
      const own = found.value.dialogs.find((each) => each.dialogId === at.ids.dialogId);
      return own ? { kind: 'done', value: stateOf(own) } : NOT_MADE;
    },
    async page(dialog, pageNumber) {
      const at = place(dialog);
      if (!at) return NOT_MADE;
      const read = await pageOf(at, pageNumber);
      return read.kind === 'done' ? { kind: 'done', value: transcriptPage(read.value) } : read;
    },
    async find(dialog, messageId) {
      const at = place(dialog);
      return at ? findSent((number) => pageOf(at, number), messageId) : { kind: 'done', value: 'absent' };
    },
  };
}

/** The transcript, and the search in it for a message of ours whose sending ended in the dark. */
export interface ChatTranscript extends TranscriptReader {
  /** Looks through the first and the three last pages. */
  find(dialog: UpstreamDialog, messageId: string): Promise<Outcome<'found' | 'absent'>>;
}

/** A dialog's address upstream, and the ids that each call about it carries. */
export interface ChatPlace {
  readonly path: string;
  readonly ids: { readonly sessionId: string; readonly dialogId: string };
}

/** The most that one page may hold (axp.md 4.4). */
export const TRANSCRIPT_PAGE = 50;

/** What is said of a conversation that has no dialog upstream. */
export const NOT_MADE: Outcome<never> = {
  kind: 'refused',
  status: 409,
  detail: 'the contact centre does not know this conversation',
};

function stateOf(dialog: Dialog): DialogState {
  return given({
    status: dialog.dialogStatus.toUpperCase(),
    people: dialog.connections.map((one: Connection) => ({
      id: one.participantId,
      type: one.participantType,
      present: one.connectionState.toUpperCase() !== 'DISCONNECTED',
      ...given({ name: one.displayName }),
    })),
    asOf: dialog.lastUpdatedAt,
  });
}

function transcriptPage(page: MessagePage): TranscriptPage {
  const { pageNumber, pageSize, total } = page.pagination;
  const messages = page.messages.toSorted(({ messageIndex: a }, { messageIndex: b }) =>
    a === undefined || b === undefined ? 0 : a - b,
  );
  return { messages, firstIndex: Math.max(0, (pageNumber - 1) * pageSize), total };
}

/** Pages run oldest first, so the search begins at the last page and goes back. */
async function findSent(
  read: (pageNumber: number) => Promise<Outcome<MessagePage>>,
  messageId: string,
): Promise<Outcome<'found' | 'absent'>> {
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
