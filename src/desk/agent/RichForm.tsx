import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../components/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import type { TextContent } from '../data/deskOutbox.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { FormBody, FormEnd } from '../parts/FormBody.ts';

/** The dialog in which a rich message is put together. What stands in it can be sent once it is whole. */
export function RichForm({
  heading,
  width,
  content,
  onSend,
  onClose,
  children,
}: RichFormFrame): ReactElement {
  const { words } = useDeskSpeech();
  return (
    <Dialog heading={heading} width={width} onClose={onClose}>
      <FormBody
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (content) onSend(content);
        }}
      >
        {children}
        <FormEnd>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="primary" disabled={!content}>
            {words.tools.send}
          </Button>
        </FormEnd>
      </FormBody>
    </Dialog>
  );
}

/** Properties of each form of this kind. */
export interface RichFormProps {
  readonly onSend: (content: TextContent) => void;
  readonly onClose: () => void;
}

interface RichFormFrame extends RichFormProps {
  readonly heading: string;
  /** In px; default the dialog's own. */
  readonly width?: number | undefined;
  /** What would be sent; undefined while something is missing. */
  readonly content: TextContent | undefined;
  readonly children: ReactNode;
}
