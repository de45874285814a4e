import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { Carousel, LinkCard, LocationCard, MessageRow } from '../../../src/components/index.ts';
import { message } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';

/** Each card with this title (or under this text), whatever language its button has. */
const CARDS: readonly (readonly [string, (title: string) => ReactElement])[] = [
  [
    'carousel',
    (title) => (
      <Carousel items={[{ title, actions: [{ type: 'postback', text: 'Take it تفضل', payload: 'T' }] }]} />
    ),
  ],
  ['place', (name) => <LocationCard location={{ latitude: 1, longitude: 2, name, address: '4711' }} />],
  ['link', (title) => <LinkCard url="https://shop.example" heading={title} />],
  [
    'message with buttons',
    (text) => (
      <MessageRow
        message={message(1, {
          ...{ type: 'text', text, format: 'plain' },
          actions: [{ type: 'postback', text: 'Take it', payload: 'T' }],
        })}
      />
    ),
  ],
];

for (const [name, card] of CARDS)
  for (const [title, direction] of [
    ['Wharf Lane', 'ltr'],
    ['زقاق المرفأ', 'rtl'],
  ] as const)
    test(`${name}: words and controls go one way, ${direction}, in chats of either direction`, async () => {
      for (const chat of ['ltr', 'rtl']) {
        const { unmount } = render(
          <Stage>
            <div dir={chat}>{card(title)}</div>
          </Stage>,
        );
        const control = await screen.findByRole(name === 'place' || name === 'link' ? 'link' : 'button');
        expect([
          getComputedStyle(screen.getByText(title)).direction,
          getComputedStyle(control).direction,
        ]).toEqual([direction, direction]);
        unmount();
      }
    });
