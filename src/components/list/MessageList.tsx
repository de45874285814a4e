import { useEffect, useMemo } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';
import type { HistoryStatus, TimelineItem } from '../../model/index.ts';
import type { Participant } from '../../protocol/index.ts';
import { Button } from '../base/Button.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { TypingDots } from '../message/TypingDots.tsx';
import { Bottom, End, Log, Pill, Root, Top } from './listStyles.ts';
import type { OnAction } from './messageBodyProps.ts';
import type { FailedActions } from './MessageRow.tsx';
import { NewPill } from './NewPill.tsx';
import type { RowContext } from './renderRow.tsx';
import { RowSlot } from './RowSlot.tsx';
import { useMessageList } from './useMessageList.ts';
import type { MessageListState } from './useMessageList.ts';

const NOBODY: readonly Participant[] = [];

/**
 * The conversation. Only what is in view (and a little more) is in the document, however long it is. It stays at the end for
 * whoever is there, keeps its place as older messages come, and marks where the unread ones begin.
 */
export const MessageList = withRef<HTMLDivElement, MessageListProps>('MessageList', (props, ref) => {
  const { items, history, typing = NOBODY, seenUpToSeq, attentive, onSeen, onReachStart, ...more } = props;
  const { nowMs, locked, onAction, onRetry, onEdit, onRemove, onRetryGap, mediaUrl, ...rest } = more;
  const { words } = useLanguage();
  const list = useMessageList({ items, history, seenUpToSeq, attentive, onSeen, onReachStart });
  const { walk, scroller, list: rowWindow } = list;
  const context = useMemo(
    () => ({ words, nowMs, locked, mediaUrl, onAction, onRetry, onEdit, onRemove, onRetryGap }),
    [words, nowMs, locked, mediaUrl, onAction, onRetry, onEdit, onRemove, onRetryGap],
  );
  useEffect(() => {
    const held = import('./holdWhole.ts').then(
      ({ holdWhole }) => scroller.current && holdWhole(scroller.current, rowWindow),
      () => undefined,
    );
    return () => void held.then((end) => end?.());
  }, [scroller, rowWindow]);
  return (
    <Root ref={ref} {...rest}>
      <Log
        ref={list.scroller}
        role="log"
        aria-label={words.list.messages}
        aria-live="off"
        aria-busy={history?.status === 'loading'}
        tabIndex={0}
        onKeyDown={walk.onKeyDown}
        onBlur={walk.onBlur}
      >
        <Bottom ref={list.content}>
          {drawnRows(list, context)}
          <End>
            <TypingDots participants={typing} />
          </End>
        </Bottom>
      </Log>
      <HistoryNote history={history} onRetry={onReachStart} />
      {list.isAtEnd === false && (
        <Pill>
          <NewPill count={list.unread} onClick={list.list.stick} />
        </Pill>
      )}
    </Root>
  );
});

/** Properties of `MessageList`; the rest goes to its `div`. Keep the callbacks at one reference: rows compare them. */
export interface MessageListProps extends HTMLAttributes<HTMLDivElement>, FailedActions {
  /** Oldest first, as the model gives them. */
  readonly items: readonly TimelineItem[];
  /** How much of the past is here; without it nothing older is asked for. */
  readonly history?: HistoryStatus | undefined;
  /** Those who are writing now. */
  readonly typing?: readonly Participant[] | undefined;
  /** The newest entry that the reader has seen: gives the "New" line and the number on the pill. */
  readonly seenUpToSeq?: number | undefined;
  /** Whether the reader can see the list at all; default true. A hidden page or tab cannot. */
  readonly attentive?: boolean | undefined;
  /** The end is in view: everything up to this entry is seen. */
  readonly onSeen?: ((upToSeq: number) => void) | undefined;
  /** The start comes into view and there is more: load it. Called again until `history` says `loading`. */
  readonly onReachStart?: (() => void) | undefined;
  readonly onRetryGap?: ((afterSeq: number, beforeSeq: number) => void) | undefined;
  readonly onAction?: OnAction | undefined;
  /** Makes an attachment's relative address complete; undefined where it may not be loaded. */
  readonly mediaUrl?: ((url: string) => string | undefined) | undefined;
  /** Nothing can be chosen any more. Default false. */
  readonly locked?: boolean | undefined;
  /** Wall clock for "Today", milliseconds since 1970 UTC; default now. */
  readonly nowMs?: number | undefined;
}

/** The rows in the window and the one with the focus, with as much room between as those left out take. */
function drawnRows(
  { rows, fresh, list, shown, walk }: MessageListState,
  context: RowContext,
): ReactElement[] {
  const { from, to } = shown;
  const indexes = Array.from({ length: to - from }, (_, at) => from + at);
  const { offsets } = list.place;
  const kept = walk.keepMounted;
  if (kept >= 0 && kept < from) indexes.unshift(kept);
  if (kept >= to) indexes.push(kept);
  const drawn: ReactElement[] = [];
  const leave = (before: number, after: number): void => {
    if (before === after) return;
    const blockSize = offsets.topOf(after) - offsets.topOf(before);
    drawn.push(<div key={`:${drawn.length > 0}${before < from}`} style={{ blockSize: `${blockSize}px` }} />);
  };
  let next = 0;
  for (const index of indexes) {
    const row = rows[index];
    if (!row) continue;
    leave(next, index);
    drawn.push(<RowSlot key={row.key} row={row} fresh={fresh} context={context} list={list} />);
    next = index + 1;
  }
  leave(next, rows.length);
  return drawn;
}

type HistoryNoteProps = Pick<MessageListProps, 'history'> & { onRetry: (() => void) | undefined };

function HistoryNote({ history, onRetry }: HistoryNoteProps): ReactElement | null {
  const { words } = useLanguage();
  if (history?.status === 'loading') return <Top>{words.list.loadingOlder}</Top>;
  if (history?.status !== 'failed') return null;
  return (
    <Top data-status="failed">
      {words.list.olderFailed}{' '}
      {onRetry && (
        <Button tone="text" onClick={onRetry}>
          {words.status.retry}
        </Button>
      )}
    </Top>
  );
}
