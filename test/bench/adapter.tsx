import { createRoot } from 'react-dom/client';
import { OwnCards } from '../../src/components/index.ts';
import type { RenderOwnCard } from '../../src/components/index.ts';
import { ChatProvider } from '../../src/hooks/index.ts';
import { Chat } from '../../src/panels/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type {
  AttachmentId,
  ClientMessageId,
  EngagementId,
  LogEntry,
  MessageBody,
} from '../../src/protocol/index.ts';
import { accepted, arrived } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import type { BenchMessage } from './benchMessages.ts';
import type { BenchMedia } from './benchMedia.ts';
import type { Subject } from './subject.ts';

// The real one tells nothing of a key while it warns of nothing.
const client = { ...createFakeChatClient(), resetIdleTimeout: (): void => undefined };
const engagementId = asId<EngagementId>('engagement-0');
let chat: HTMLElement | undefined;
/** The server's entries of the messages that are to be shown first. */
let prepared: readonly LogEntry[] | undefined;
let isReceived = false;

/**
 * The full chat behind the adapter of bench and neutral harness: panels, store, fold, composer, fed as the server's events are. Only the
 * line is left out.
 */
export default {
  meta: { label: 'ours', kind: 'ours', virtualised: true, composer: 'own' },
  prepare(messages: readonly BenchMessage[]): void {
    prepared = entriesOf(messages);
  },
  receive: () => receive(prepared ?? []),
  async mount(container: HTMLElement, messages: readonly BenchMessage[]): Promise<void> {
    chat = container;
    // The neutral harness hands everything over at once.
    if (!isReceived) await receive(entriesOf(messages));
    const root = document.createElement('div');
    root.style.cssText = 'block-size: 640px; inline-size: 400px';
    container.append(root);
    createRoot(root).render(
      <ChatProvider client={client}>
        <OwnCards render={ownCard}>
          <Chat />
        </OwnCards>
      </ChatProvider>,
    );
  },
  append: (message: BenchMessage): void => client.emit(eventOf(message)),
  prepend: (messages: readonly BenchMessage[]): void => show(entriesOf(messages)),
  getScroller: (): Element | null => chat?.querySelector('[role=log]') ?? null,
  getComposer: (): HTMLElement | null => chat?.querySelector('textarea') ?? null,
} satisfies Subject & { meta: object };

async function receive(entries: readonly LogEntry[]): Promise<void> {
  await client.start();
  prepared = undefined;
  isReceived = true;
  show(entries);
  client.emit({ type: 'MESSAGES_SEEN', engagementId, upToSeq: entries.at(-1)?.seq ?? 0 });
}

function show(entries: readonly LogEntry[]): void {
  client.emit({ type: 'HISTORY_LOADED', engagementId, entries });
}

function entriesOf(messages: readonly BenchMessage[]): readonly LogEntry[] {
  return messages.map((message) => eventOf(message).entry);
}

function eventOf(message: BenchMessage): { type: 'ENTRY'; entry: LogEntry; live: boolean } {
  const body = bodyOf(message);
  const minute = (message.ts - NOON_MS) / 60_000;
  const clientMessageId = asId<ClientMessageId>(message.id);
  const event =
    message.dir === 'in'
      ? arrived(message.seq, body, { minute })
      : accepted(message.seq, body, { minute, clientMessageId });
  if (event.type !== 'ENTRY') throw new Error('An entry was to be made.');
  return event;
}

function bodyOf({ text, kind, quick = [], media }: BenchMessage): MessageBody {
  if (media) return mediaBody(text, media);
  const actions = quick.map((words) => ({ type: 'reply', text: words, payload: words }) as const);
  return { type: 'text', text, format: 'plain', ...(kind === 'quick' && { actions }) };
}

const OWN_NAME = 'own.png';

function mediaBody(text: string, { shape, url, width, height }: BenchMedia): MessageBody {
  if (shape === 'card')
    return { type: 'carousel', text, items: [{ title: 'A picture', mediaUrl: url, actions: [] }] };
  const file = {
    attachmentId: asId<AttachmentId>(url),
    name: shape === 'own' ? OWN_NAME : 'picture.png',
    contentType: 'image/png',
    sizeBytes: 1_000,
    url,
    ...(shape === 'sized' && { width, height }),
  };
  return { type: 'files', text, attachments: [file] };
}

// As an application draws one that thinks of nothing: a picture without a size over its words.
const ownCard: RenderOwnCard = ({ message: { body } }) => {
  const [file] = body.type === 'files' ? body.attachments : [];
  if (file?.name !== OWN_NAME) return undefined;
  return (
    <figure style={{ margin: 0 }}>
      <img alt="" src={file.url} style={{ display: 'block', maxInlineSize: '100%' }} />
      <figcaption>{body.text}</figcaption>
    </figure>
  );
};
