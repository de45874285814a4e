import type { HistoryAsk } from '../../client/index.ts';
import { MAX_HISTORY_PAGE_SIZE, type EngagementId, type HistoryPage } from '../../protocol/index.ts';
import { acsErrorOf } from './acsErrorOf.ts';
import type { ChatMessage, PageIterator } from './engagement.ts';
import type { MessageOf } from './messageOf.ts';

/**
 * A walk through the past as it is now. Rejects with ACS-316; its `previous` with ACS-317, and then it stays where it is.
 * @param read one page of the log; it holds other entries beside messages.
 */
export async function createPageIterator(
  read: ReadPage,
  messageOf: MessageOf,
  engagementId: EngagementId,
  pageSize: number,
): Promise<PageIterator<ChatMessage>> {
  const walk = new Walk(read, messageOf, engagementId, pageSize);
  try {
    await walk.load(0);
  } catch (fault) {
    throw acsErrorOf(fault, 'messages');
  }
  let moving: Promise<unknown> = Promise.resolve();
  const move = (by: number): Promise<PageIterator<ChatMessage>> => {
    const moved = moving.then(() => walk.load(walk.page + by));
    moving = moved.catch(() => undefined);
    return moved.then(
      () => iterator,
      (fault: unknown) => {
        throw acsErrorOf(fault, 'older-messages');
      },
    );
  };
  const iterator: PageIterator<ChatMessage> = {
    get items() {
      return walk.items;
    },
    getPageSize: () => pageSize,
    hasNext: () => walk.page > 0,
    hasPrevious: () => walk.hasPage(walk.page + 1),
    next: () => move(-1),
    previous: () => move(1),
  };
  return iterator;
}

type ReadPage = (ask: HistoryAsk) => Promise<HistoryPage>;

/** Everything read so far, newest first; older pages of the log are fetched as they are needed. */
class Walk {
  page = 0;
  items: ChatMessage[] = [];
  readonly #messages: ChatMessage[] = [];
  #next: number | 'newest' | undefined = 'newest';
  readonly #read: ReadPage;
  readonly #messageOf: MessageOf;
  readonly #engagementId: EngagementId;
  readonly #pageSize: number;

  constructor(read: ReadPage, messageOf: MessageOf, engagementId: EngagementId, pageSize: number) {
    this.#read = read;
    this.#messageOf = messageOf;
    this.#engagementId = engagementId;
    this.#pageSize = pageSize;
  }

  hasPage(page: number): boolean {
    return page >= 0 && page * this.#pageSize < this.#messages.length;
  }

  /** Goes to a page, where there is one. One message beyond it is read as well: it tells whether an older page exists. */
  async load(page: number): Promise<void> {
    const wanted = (page + 1) * this.#pageSize;
    while (this.#next !== undefined && this.#messages.length <= wanted) await this.#readOn(this.#next);
    if (page > 0 && !this.hasPage(page)) return;
    if (page < 0) return;
    this.page = page;
    this.items = this.#messages.slice(page * this.#pageSize, wanted);
  }

  async #readOn(next: number | 'newest'): Promise<void> {
    const beforeSeq = next === 'newest' ? undefined : next;
    const { entries, olderBeforeSeq } = await this.#read({ beforeSeq, limit: MAX_HISTORY_PAGE_SIZE });
    this.#next = olderBeforeSeq;
    for (const entry of [...entries].reverse())
      if (entry.type === 'MESSAGE_ARRIVED' || entry.type === 'MESSAGE_ACCEPTED')
        this.#messages.push(this.#messageOf(entry.message, this.#engagementId, entry.seq));
  }
}
