import { useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { ComposerMessage } from '../../components/index.ts';
import { useDeskSession } from '../data/DeskContext.tsx';
import { focusComposer } from './focusComposer.ts';

/** What Enter does in the message field: plain it sends, with Ctrl it sends and ends, on an empty line it takes the call. */
export function useSending(id: string, area: RefObject<HTMLElement | null>): Sending {
  const session = useDeskSession();
  const endsAfter = useRef(false);
  return {
    async send({ text, files }) {
      const isLast = endsAfter.current;
      endsAfter.current = false;
      const isSent =
        files.length > 0
          ? await session.sendFiles(id, files.map(withPreview), text)
          : await session.send(id, { kind: 'text', text, actions: [], cards: [] });
      // What did not arrive is not left behind in a closed conversation.
      if (isLast && isSent) await session.end(id);
    },
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
      // The send button stands only where there is something to send.
      const button = area.current?.querySelector<HTMLButtonElement>('button[type=submit]');
      const isField = event.target instanceof HTMLTextAreaElement;
      const ringing = session.store.getState().alerts[0]?.engagement.id;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        event.stopPropagation();
        endsAfter.current = button !== null && button !== undefined;
        if (button) button.click();
        else void session.end(id);
        endsAfter.current = false;
      } else if (!button && isField && ringing !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        void session.accept(ringing).then(focusComposer);
      }
    },
  };
}

/** What `useSending` gives. */
export interface Sending {
  readonly send: (message: ComposerMessage) => Promise<void>;
  /** To be called before the composer's own handler. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The object URL lives as long as the page: the bubble shows it until the contact centre's own link is there. */
function withPreview(file: File): { readonly file: File; readonly previewUrl?: string } {
  const isImage = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type);
  return isImage ? { file, previewUrl: URL.createObjectURL(file) } : { file };
}
