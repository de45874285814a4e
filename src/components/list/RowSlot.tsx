import { memo, useRef } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useLayout } from '../base/useLayout.ts';
import type { RowWindow } from './createRowWindow.ts';
import { renderRow } from './renderRow.tsx';
import type { RowContext } from './renderRow.tsx';
import type { Row } from './row.ts';

/** The place of one row, measured as long as it is there. Drawn again only when the row or what all rows share has changed. */
export const RowSlot = memo(function RowSlot({ row, isFresh, context, list }: RowSlotProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useLayout(() => (root.current ? list.watch(root.current, row.key) : undefined), [list, row.key]);
  return <Root ref={root}>{renderRow(row, isFresh, context)}</Root>;
}, isSame);

interface RowSlotProps {
  readonly row: Row;
  /** It has just come: it rises. */
  readonly isFresh: boolean;
  readonly context: RowContext;
  readonly list: RowWindow;
}

// A row that rises does so once: that it is fresh no longer is no reason to draw it again.
function isSame(before: RowSlotProps, after: RowSlotProps): boolean {
  return before.row === after.row && before.context === after.context && before.list === after.list;
}

const Root = styled.div`
  display: flow-root;
  contain: layout style;
`;
