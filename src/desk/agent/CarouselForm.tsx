import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../components/index.ts';
import { DESK_LIMITS, decodeDeskCard } from '../../protocol/desk/index.ts';
import type { DeskCard } from '../../protocol/desk/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { TextField } from '../parts/Field.tsx';
import { RichForm, type RichFormProps } from './RichForm.tsx';

/** Up to ten cards, each with a button that is a link or an answer. */
export function CarouselForm({ onSend, onClose }: RichFormProps): ReactElement {
  const { words } = useDeskSpeech();
  const [text, setText] = useState('');
  const [drafts, setDrafts] = useState<readonly CardDraft[]>([emptyCard]);
  const cards = drafts.map(cardOf);
  const whole = cards.flatMap((card) => (card ? [card] : []));
  const isReady = text.trim() !== '' && whole.length === cards.length;
  const content = isReady
    ? ({ kind: 'text', text: text.trim(), actions: [], cards: whole } as const)
    : undefined;
  const change = (at: number, next: Partial<CardDraft>): void =>
    setDrafts(drafts.map((each, index) => (index === at ? { ...each, ...next } : each)));
  return (
    <RichForm heading={words.tools.carousel} width={520} content={content} onSend={onSend} onClose={onClose}>
      <TextField label={words.tools.introduction} value={text} autoComplete="off" onText={setText} />
      {drafts.map((draft, at) => (
        <fieldset key={at}>
          <legend>{words.tools.card(at + 1)}</legend>
          <CardFields draft={draft} onChange={(next) => change(at, next)} />
          {drafts.length > 1 && (
            <Button tone="text" onClick={() => setDrafts(drafts.filter((_, index) => index !== at))}>
              {words.tools.removeCard(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {drafts.length < DESK_LIMITS.cards && (
        <Button tone="text" onClick={() => setDrafts([...drafts, emptyCard])}>
          {words.tools.addCard}
        </Button>
      )}
    </RichForm>
  );
}

type CardDraft = {
  readonly title: string;
  readonly description: string;
  readonly mediaUrl: string;
  readonly button: string;
  readonly link: string;
};
const emptyCard: CardDraft = { title: '', description: '', mediaUrl: '', button: '', link: '' };

type CardFieldsProps = { readonly draft: CardDraft; readonly onChange: (next: Partial<CardDraft>) => void };

function CardFields({ draft, onChange }: CardFieldsProps): ReactElement {
  const { words } = useDeskSpeech();
  return (
    <>
      <TextField
        label={words.tools.cardTitle}
        value={draft.title}
        maxLength={DESK_LIMITS.cardTitleChars}
        onText={(title) => onChange({ title })}
      />
      <TextField
        label={words.tools.cardDescription}
        value={draft.description}
        maxLength={DESK_LIMITS.cardDescriptionChars}
        onText={(description) => onChange({ description })}
      />
      <TextField
        label={words.tools.cardImage}
        type="url"
        placeholder="https://"
        value={draft.mediaUrl}
        onText={(mediaUrl) => onChange({ mediaUrl })}
      />
      <TextField
        label={words.tools.cardButton}
        value={draft.button}
        maxLength={DESK_LIMITS.actionTextChars}
        onText={(button) => onChange({ button })}
      />
      <TextField
        label={words.tools.cardLink}
        hint={words.tools.cardLinkHint}
        type="url"
        placeholder="https://"
        value={draft.link}
        onText={(link) => onChange({ link })}
      />
    </>
  );
}

/** The card, or undefined while it is not one yet. */
function cardOf({ title, description, mediaUrl, button, link }: CardDraft): DeskCard | undefined {
  const text = button.trim();
  const action = link.trim()
    ? { type: 'link', text, uri: link.trim() }
    : { type: 'reply', text, payload: text };
  const decoded = decodeDeskCard({
    title: title.trim(),
    ...(description.trim() && { description: description.trim() }),
    ...(mediaUrl.trim() && { mediaUrl: mediaUrl.trim() }),
    actions: [action],
  });
  return decoded.ok ? decoded.value : undefined;
}
