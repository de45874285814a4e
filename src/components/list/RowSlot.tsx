import { memo, useRef } from 'react';
import type { ReactElement } from 'react';
import { useLayout } from '../base/useLayout.ts';
import type { RowWindow } from './createRowWindow.ts';
import { renderRow } from './renderRow.tsx';
import type { RowContext } from './renderRow.tsx';
import type { Row } from './row.ts';
import type { FreshKeys } from './useFreshKeys.ts';

/** The place of one row, measured as long as it is there. Drawn again only when the row or what all rows share has changed. */
export const RowSlot = memo(function RowSlot({ row, fresh, context, list }: RowSlotProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useLayout(() => (root.current ? list.watch(root.current, row.key) : undefined), [list, row.key]);
  return <div ref={root}>{renderRow(row, fresh.keys.has(row.key), context)}</div>;
});

interface RowSlotProps {
  readonly row: Row;
  /** What has just come rises. The same object always: to be fresh no longer is no reason to be drawn again. */
  readonly fresh: FreshKeys;
  readonly context: RowContext;
  readonly list: RowWindow;
}
