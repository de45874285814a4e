import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/facades/chat-sdk/textOf.ts';
import { asId, type AttachmentId, type MessageBody } from '../../../src/protocol/index.ts';
import { createStage } from './stage.ts';

const BASE = 'https://chat.example.com';
const attachment = (url: string): Extract<MessageBody, { type: 'files' }>['attachments'][number] => ({
  attachmentId: asId<AttachmentId>('a1'),
  name: 'bill.pdf',
  sizeBytes: 1000,
  contentType: 'application/pdf',
  url,
});

const BODIES: readonly [string, MessageBody, string][] = [
  ['a text', { type: 'text', text: 'Hello', format: 'plain' }, 'Hello'],
  [
    'a text with buttons',
    {
      type: 'text',
      text: 'What next?',
      format: 'plain',
      actions: [
        { type: 'reply', text: 'Opening hours', payload: 'hours' },
        { type: 'link', text: 'Our shop', uri: 'https://shop.example.com/' },
      ],
    },
    'What next?\n- Opening hours\n- Our shop: https://shop.example.com/',
  ],
  [
    'a carousel',
    {
      type: 'carousel',
      text: 'Our coffees',
      items: [
        {
          title: 'Slate Hill',
          description: 'Jasmine',
          actions: [{ type: 'postback', text: 'Buy', payload: 'b' }],
        },
        { title: 'Old Harrow', actions: [] },
      ],
    },
    'Our coffees\nSlate Hill: Jasmine\n- Buy\nOld Harrow',
  ],
  [
    'a place',
    {
      type: 'location',
      text: 'Shop',
      latitude: 52.5,
      longitude: 13.4,
      name: 'Shop',
      address: 'Main Street 1',
    },
    'Shop\nMain Street 1\n52.5, 13.4',
  ],
  [
    'a file of the connector',
    { type: 'files', text: 'Your bill', attachments: [attachment('/chat/v1/media/a1?s=1')] },
    'Your bill\nbill.pdf https://chat.example.com/chat/v1/media/a1?s=1',
  ],
  [
    'a file whose address runs script',
    { type: 'files', text: '', attachments: [attachment('javascript:alert(1)')] },
    'bill.pdf',
  ],
  ['a choice', { type: 'choice', action: 'reply', text: 'Opening hours', payload: 'hours' }, 'Opening hours'],
  ['what is not known', { type: 'unsupported', elementType: 'hologram', text: 'Look!' }, 'Look!'],
];

describe('1.7 rich messages in their text form', () => {
  test.for(BODIES)('%s', ([, body, text]) => {
    expect(textOf(body, BASE)).toBe(text);
  });

  test('a bot’s buttons and cards reach the page as plain text', async () => {
    const stage = await createStage({ bot: true });
    const page = stage.page({ integrationId: stage.center.integrationId });
    await page.init({ idleTimeout: 0 });
    const made = await page.outcome(page.sdk.createEngagement());
    if ('code' in made) throw new Error(made.code);
    await page.outcome(made.sendMessage('Hello'));
    const texts = await stage.center.until('the greeting', () => {
      const bodies = page.of('MESSAGE_ARRIVED').map(({ body }) => Object(body));
      expect(bodies.every(({ elementType }) => elementType === 'text')).toBe(true);
      expect(bodies.every(({ elementText }) => elementText.textFormat === 'PLAINTEXT')).toBe(true);
      return bodies.length > 1 ? bodies.map(({ elementText }) => String(elementText.text)) : undefined;
    });
    expect(texts.join('\n')).toMatch(/\n- Opening hours\n/);
    await stage.center.stop();
  });
});
