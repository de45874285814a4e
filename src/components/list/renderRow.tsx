import type { ReactElement } from 'react';
import type { Words } from '../../locales/index.ts';
import type { SystemEvent } from '../../model/index.ts';
import { participantName } from '../base/participantName.ts';
import { DateDivider } from './DateDivider.tsx';
import { GapRow } from './GapRow.tsx';
import { MessageRow } from './MessageRow.tsx';
import type { FailedActions } from './MessageRow.tsx';
import type { OnAction } from './messageBodyProps.ts';
import { NewDivider } from './NewDivider.tsx';
import { SystemLine } from './SystemLine.tsx';
import type { Row } from './row.ts';

/** A row of the list as an element. Each can be walked to, none is a tab stop. */
export function renderRow(row: Row, isFresh: boolean, context: RowContext): ReactElement {
  const { words, nowMs, onRetryGap } = context;
  const stop = { tabIndex: -1, 'data-row-key': row.key, 'data-fresh': isFresh };
  switch (row.kind) {
    case 'date':
      return <DateDivider atMs={row.atMs} nowMs={nowMs} />;
    case 'new':
      return <NewDivider />;
    case 'gap':
      return (
        <GapRow
          status={row.status}
          onRetry={onRetryGap && (() => onRetryGap(row.afterSeq, row.beforeSeq))}
          {...stop}
        />
      );
    case 'handover':
      return (
        <SystemLine faces={[row.from, row.to]} {...stop}>
          {words.system.handover(participantName(row.from, words), participantName(row.to, words))}
        </SystemLine>
      );
    case 'system':
      return (
        <SystemLine
          faces={facesOf(row.event)}
          tone={row.event.type === 'error' ? 'danger' : 'plain'}
          {...stop}
        >
          {systemWords(row.event, words)}
        </SystemLine>
      );
    case 'message':
      return (
        <MessageRow
          message={row.message}
          first={row.first}
          last={row.last}
          chosen={row.chosen}
          locked={context.locked}
          onAction={context.onAction}
          onRetry={context.onRetry}
          onEdit={context.onEdit}
          onRemove={context.onRemove}
          mediaUrl={context.mediaUrl}
          {...stop}
        />
      );
  }
}

/** What all rows share. */
export interface RowContext extends FailedActions {
  readonly words: Words;
  readonly nowMs: number | undefined;
  readonly locked: boolean | undefined;
  readonly onAction: OnAction | undefined;
  readonly mediaUrl: ((url: string) => string | undefined) | undefined;
  readonly onRetryGap: ((afterSeq: number, beforeSeq: number) => void) | undefined;
}

/** The sentence for what happened. */
export function systemWords(event: SystemEvent, words: Words): string {
  switch (event.type) {
    case 'joined':
      return words.system.joined(participantName(event.participant, words));
    case 'left':
      return event.participant.participantType === 'CUSTOMER'
        ? words.system.ended
        : words.system.left(participantName(event.participant, words));
    case 'ended':
      return words.system.ended;
    case 'error':
      return event.detail || event.title;
  }
}

function facesOf(event: SystemEvent): readonly Extract<SystemEvent, { type: 'joined' }>['participant'][] {
  return event.type === 'joined' ? [event.participant] : [];
}
