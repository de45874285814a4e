import { MAX_HISTORY_PAGE_SIZE, type WireMessage } from '../../../protocol/index.ts';
import type { ConversationLink } from '../core/conversationLink.ts';
import { omniErrorOf } from '../core/omniSdkError.ts';
import type { PageIterator } from '../core/types.ts';
import { messageOf } from './messageOf.ts';
import type { Message } from './types.ts';

/** Messages on a page, where nobody says how many. */
export const PAGE_SIZE = 10;

/** A walk through the past as it is now. Rejects with `AxpOmniSdkError`, as its `previous` does, and then it stays where it is. */
export async function createPageIterator(
  link: ConversationLink,
  pageSize: number,
): Promise<PageIterator<Message>> {
  const walk = new Walk(link, pageSize);
  const asOurs = (fault: unknown): never => {
    throw omniErrorOf(fault);
  };
  await walk.load(0).catch(asOurs);
  let moving: Promise<unknown> = Promise.resolve();
  const move = (by: number): Promise<readonly Message[]> => {
    const moved = moving.then(async () => ((await walk.load(walk.page + by)) ? walk.items : []));
    moving = moved.catch(() => undefined);
    return moved.catch(asOurs);
  };
  return {
    get items() {
      return walk.items;
    },
    getPageSize: () => pageSize,
    hasNext: () => walk.page > 0,
    hasPrevious: () => walk.hasPage(walk.page + 1),
    next: () => move(-1),
    previous: () => move(1),
  };
}

/** The size of a page that was asked for: one that cannot be had is the nearest that can, or 10. */
export function readPageSize(given: unknown): number {
  if (typeof given !== 'number' || !Number.isFinite(given)) return PAGE_SIZE;
  return Math.min(Math.max(Math.trunc(given), 1), MAX_HISTORY_PAGE_SIZE);
}

/** Everything read so far, newest first; older pages of the log are fetched as they are needed. */
class Walk {
  page = 0;
  items: readonly Message[] = [];
  private readonly messages: WireMessage[] = [];
  private next: number | 'newest' | undefined = 'newest';
  private readonly link: ConversationLink;
  private readonly pageSize: number;

  constructor(link: ConversationLink, pageSize: number) {
    this.link = link;
    this.pageSize = pageSize;
  }

  hasPage(page: number): boolean {
    return page >= 0 && page * this.pageSize < this.messages.length;
  }

  /** Goes to a page and answers true, where there is one. One message beyond it is read too: it tells of an older page. */
  async load(page: number): Promise<boolean> {
    const wanted = (page + 1) * this.pageSize;
    while (this.next !== undefined && this.messages.length <= wanted) await this.readOn(this.next);
    if (page !== 0 && !this.hasPage(page)) return false;
    this.page = page;
    this.items = this.messages.slice(page * this.pageSize, wanted).map((wire) => messageOf(this.link, wire));
    return true;
  }

  private async readOn(next: number | 'newest'): Promise<void> {
    const { client, engagementId, check } = this.link;
    check();
    const beforeSeq = next === 'newest' ? undefined : next;
    const page = await client.readHistory(engagementId, { beforeSeq, limit: MAX_HISTORY_PAGE_SIZE });
    this.next = page.olderBeforeSeq;
    for (const entry of [...page.entries].reverse())
      if (entry.type === 'MESSAGE_ARRIVED' || entry.type === 'MESSAGE_ACCEPTED')
        this.messages.push(entry.message);
  }
}
