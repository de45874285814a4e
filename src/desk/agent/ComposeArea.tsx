import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Composer } from '../../components/index.ts';
import type { DeskWords } from '../../locales/index.ts';
import { FILE_TYPES } from '../../protocol/index.ts';
import { DESK_LIMITS } from '../../protocol/desk/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';
import type { TextContent } from '../data/deskOutbox.ts';
import { CannedMenu, useCanned } from './CannedMenu.tsx';
import { CarouselForm } from './CarouselForm.tsx';
import { QuickRepliesForm } from './QuickRepliesForm.tsx';
import { RichTools } from './RichTools.tsx';
import type { DeskDrafts } from './useDrafts.ts';
import { useSending } from './useSending.ts';

const FILE_ENDINGS = Object.keys(FILE_TYPES);

/** Where the agent writes: Enter sends, Ctrl+Enter sends and ends, `/` at the start opens the canned answers. */
export function ComposeArea({ id, customerName, textOnly, drafts }: ComposeAreaProps): ReactElement {
  const { words } = useDeskSpeech();
  const session = useDeskSession();
  const isLost = useDesk((state) => state.line.status === 'lost');
  const area = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState<'replies' | 'cards'>();
  const text = drafts.get(id);
  const field = (): HTMLTextAreaElement | null => area.current?.querySelector('textarea') ?? null;
  const canned = useCanned(text, customerName, (chosen) => {
    drafts.set(id, chosen);
    field()?.focus();
  });

  const { send, onKeyDown } = useSending(id, area);
  const sendRich = (content: TextContent): void => {
    setForm(undefined);
    void session.send(id, content);
  };
  const tools = (
    <RichTools
      textOnly={textOnly}
      onCanned={() => {
        drafts.set(id, '/');
        field()?.focus();
      }}
      onReplies={() => setForm('replies')}
      onCards={() => setForm('cards')}
      onPlace={() => sendRich(placeRequest(words))}
    />
  );

  return (
    <>
      <Area
        ref={area}
        onKeyDownCapture={(event) => canned.onKeyDown(event) || onKeyDown(event)}
        data-desk-compose
      >
        {canned.isOpen && <CannedMenu {...canned} />}
        <Composer
          text={text}
          onTextChange={(next) => {
            drafts.set(id, next);
            if (next.trim() !== '' && !next.startsWith('/')) session.typing(id);
          }}
          onSend={(message) => void send(message)}
          onEscape={() => field()?.blur()}
          maxLength={DESK_LIMITS.textChars}
          accept={textOnly ? undefined : FILE_ENDINGS}
          offline={isLost}
          placeholder={words.conversation.placeholder}
          start={tools}
        />
      </Area>
      {form === 'replies' && <QuickRepliesForm onSend={sendRich} onClose={() => setForm(undefined)} />}
      {form === 'cards' && <CarouselForm onSend={sendRich} onClose={() => setForm(undefined)} />}
    </>
  );
}

/** Properties of `ComposeArea`. */
export interface ComposeAreaProps {
  readonly id: string;
  readonly customerName: string;
  /** The channel carries plain text only. */
  readonly textOnly: boolean;
  readonly drafts: DeskDrafts;
}

function placeRequest({ tools }: DeskWords): TextContent {
  return {
    kind: 'text',
    text: tools.locationText,
    actions: [{ type: 'locationRequest', text: tools.locationButton }],
    cards: [],
  };
}

const Area = styled.div`
  position: relative;
  border-block-start: 1px solid ${token('hairline')};

  /* The composer's line: the tools leave no room for words, which go below them with the send button. */
  @media (max-width: 479.98px) {
    & [data-invalid] > :has(textarea) {
      flex-wrap: wrap;
    }
    & [data-invalid] > * > :has(textarea) {
      flex-basis: calc(100% - 56px);
    }
  }
`;
