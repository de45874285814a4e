import type { MessageBody, RichAction } from '../../../protocol/axp/index.ts';
import { carousel, GREETER_CARDS } from './greeterCards.ts';

/** The payload that asks for a person. */
export const TALK_TO_PERSON = 'TALK_TO_PERSON';

/** The greeter's name, as customers see it. */
export const GREETER_NAME = 'Greeter';

const QUICK_REPLIES: readonly RichAction[] = [
  { type: 'reply', text: 'Track my order', payload: 'TRACK_ORDER' },
  { type: 'reply', text: 'Opening hours', payload: 'OPENING_HOURS' },
  { type: 'reply', text: 'Talk to a person', payload: TALK_TO_PERSON },
];

const ANSWERS: Readonly<Record<string, string>> = {
  TRACK_ORDER: 'Your order left the roastery this morning and should be with you tomorrow.',
  OPENING_HOURS: 'We are open Monday to Friday, 9:00 to 18:00, and on Saturday until 14:00.',
  ...Object.fromEntries(GREETER_CARDS.map(({ payload, answer }) => [payload, answer])),
};

/** What the greeter says. On text-only channels the buttons are named in the text. */
export const greeterWords = {
  greeting: (rich: boolean, pictures: string | undefined): readonly MessageBody[] =>
    rich
      ? [text('Hello! I am the greeter. How can I help you?', QUICK_REPLIES), shelf(pictures)]
      : [text(`Hello! I am the greeter. How can I help you? You can write: ${labels()}.`)],
  answer: (payload: string, rich: boolean): MessageBody | undefined => {
    const words = ANSWERS[payload];
    return words === undefined ? undefined : text(words, rich ? QUICK_REPLIES.slice(2) : undefined);
  },
  notUnderstood: (rich: boolean): MessageBody =>
    rich
      ? text('I did not understand that. Maybe one of these helps?', QUICK_REPLIES)
      : text(`I did not understand that. You can write: ${labels()}.`),
  handingOver: (): MessageBody => text('I am connecting you to a person. One moment, please.'),
};

/** The payload that a customer's words or press mean; undefined when they mean nothing to the greeter. */
export function payloadOf(body: MessageBody): string | undefined {
  const chosen = body.richMediaPayload?.selectedAction?.payload;
  if (chosen !== undefined) return chosen;
  const words = (body.elementText?.text ?? '').trim().toLowerCase();
  if (/\b(person|human|agent)\b/.test(words)) return TALK_TO_PERSON;
  return QUICK_REPLIES.find((one) => one.text.toLowerCase() === words)?.payload;
}

function text(words: string, actions?: readonly RichAction[]): MessageBody {
  return {
    elementType: 'text',
    elementText: { text: words, textFormat: 'PLAINTEXT' },
    ...(actions ? { richMediaPayload: { actions } } : {}),
  };
}

function shelf(pictures: string | undefined): MessageBody {
  return {
    elementType: 'text',
    elementText: { text: 'Or have a look at this week’s coffees:', textFormat: 'PLAINTEXT' },
    richMediaPayload: { items: carousel(pictures) },
  };
}

function labels(): string {
  return QUICK_REPLIES.map((one) => `"${one.text}"`).join(', ');
}
