import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RichBody } from '../../../src/components/list/RichBody.tsx';
import { reserve } from '../../../src/components/list/reserve.ts';
import type { MessageBody } from '../../../src/protocol/index.ts';
import { attachment, message, picture } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';

/** A line or less: what a reader does not feel as a jump. */
const NEAR_PX = 24;

const postback = (text: string) => ({ type: 'postback' as const, text, payload: text });
const bodies: Readonly<Record<string, MessageBody>> = {
  carousel: {
    type: 'carousel',
    text: '',
    items: ['One', 'Two'].map((title) => ({
      title,
      description: 'Two lines of words about a thing that one might like to have.',
      mediaUrl: picture(16, 9, 20),
      actions: [postback('This one'), postback('Another')],
    })),
  },
  'a single card': { type: 'carousel', text: '', items: [{ title: 'One', actions: [postback('This')] }] },
  place: { type: 'location', text: '', latitude: 1, longitude: 2, name: 'Shop', address: 'Wharf Lane 4' },
  files: { type: 'files', text: '', attachments: [attachment('order.pdf', 'application/pdf')] },
  picture: {
    type: 'files',
    text: '',
    attachments: [attachment('a.png', 'image/png', { width: 800, height: 600 })],
  },
  buttons: { type: 'text', text: 'Well?', format: 'plain', actions: [postback('Yes'), postback('No')] },
};

test.each(Object.entries(bodies))('the room kept for %s is what it takes', async (_name, body) => {
  const shown = message(1, body);
  const { container } = render(
    <Stage>
      <div style={{ inlineSize: 340 }}>
        <div data-testid="rich">
          <RichBody message={shown} first last mediaUrl={() => picture(8, 6, 40)} />
        </div>
      </div>
    </Stage>,
  );
  const height = (): number =>
    container.querySelector('[data-testid="rich"]')?.getBoundingClientRect().height ?? 0;
  await waitFor(() => expect(Math.abs(height() - reserve(shown))).toBeLessThanOrEqual(NEAR_PX));
});
