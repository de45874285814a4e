import type { ReactElement } from 'react';
import { createLatePart } from '../base/createLatePart.ts';
import { stripBidi } from '../base/participantName.ts';
import type { AttachmentChipsProps } from './AttachmentChips.tsx';

const { useLatePart } = createLatePart(() => import('./chipsPart.ts'));

/** `AttachmentChips`, whose code comes with the first file. Where it cannot be had the names stand there. */
export function LazyChips(props: AttachmentChipsProps): ReactElement {
  const chips = useLatePart();
  if (typeof chips === 'object') return <chips.AttachmentChips {...props} />;
  return (
    <div aria-busy={chips === 'loading'}>{props.files.map(({ name }) => stripBidi(name)).join(', ')}</div>
  );
}
