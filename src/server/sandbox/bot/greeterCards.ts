import type { RichItem } from '../../../protocol/axp/index.ts';

/** Something the greeter shows: a card of its carousel, and what it answers when the card is chosen. */
export interface GreeterCard {
  readonly payload: string;
  readonly title: string;
  readonly description: string;
  readonly answer: string;
  /** File name of its picture, below `/greeter`. */
  readonly picture: string;
}

/** The shelf of the demo shop. */
export const GREETER_CARDS: readonly GreeterCard[] = [
  {
    payload: 'COFFEE_MORNING',
    title: 'Wren’s Morning',
    description: 'Huehuetenango, Guatemala. Milk chocolate and orange peel.',
    answer: 'Wren’s Morning is the one to begin with: 15 g to 250 g of water, three minutes.',
    picture: 'morning.svg',
  },
  {
    payload: 'COFFEE_SLATE',
    title: 'Slate Hill',
    description: 'Sidama, Ethiopia. Jasmine and bergamot, thin as tea.',
    answer: 'Slate Hill likes a paper filter and water just off the boil.',
    picture: 'slate.svg',
  },
  {
    payload: 'COFFEE_HARROW',
    title: 'Old Harrow',
    description: 'Sumatra and Brazil. Walnut, cedar, dark sugar.',
    answer: 'Old Harrow stands up to milk: grind it fine and take your time.',
    picture: 'harrow.svg',
  },
];

/** The carousel; without `pictures`, the address they are served below, it has none. */
export function carousel(pictures: string | undefined): readonly RichItem[] {
  return GREETER_CARDS.map(({ payload, title, description, picture }) => ({
    title,
    description,
    ...(pictures === undefined ? {} : { mediaUrl: `${pictures}/${picture}` }),
    actions: [{ type: 'postback', text: 'How do I brew it?', payload }],
  }));
}
