import { expect, test } from 'vitest';
import { paper } from '../../../src/theme/index.ts';
import type { AxpOmniSdkMessagingUiTheme } from '../../../src/widget/omni/index.ts';
import { bubbleColour, themeOf } from '../../../src/widget/omni/themeOf.ts';

const agent = (more: object): AxpOmniSdkMessagingUiTheme => ({ messages: { agent: more } });
const customer = (more: object): AxpOmniSdkMessagingUiTheme => ({ messages: { customer: more } });

test('without a theme it is our own, by day and by night', () => {
  expect(themeOf('', undefined)).toBe(paper);
});

test.for<[string, AxpOmniSdkMessagingUiTheme, object]>([
  [
    'messagingWindow.backgroundColor',
    { messagingWindow: { backgroundColor: '#fafafa' } },
    { canvas: '#fafafa' },
  ],
  ['messages.fontConfig.color', { messages: { fontConfig: { color: '#111' } } }, { ink: '#111' }],
  ['messages.agent.fontConfig.color', agent({ fontConfig: { color: '#222' } }), { ink: '#222' }],
  ['messages.agent.backgroundColor', agent({ backgroundColor: '#eee' }), { bubbleOther: '#eee' }],
  ['messages.agent.borderRadius', agent({ borderRadius: '6px' }), { radius: '6px' }],
  ['messages.customer.borderRadius', customer({ borderRadius: '8px' }), { radius: '8px' }],
  ['messages.customer.backgroundColor', customer({ backgroundColor: 'teal' }), { accent: 'teal' }],
  [
    'messages.customer.fontConfig.color',
    customer({ fontConfig: { color: 'white' } }),
    { accentInk: 'white' },
  ],
  ['messageBubble.backgroundColor', { messageBubble: { backgroundColor: 'red' } }, { brand: 'red' }],
  ['messagingWindow.accentColor', { messagingWindow: { accentColor: '#0a5' } }, { brand: '#0a5' }],
  [
    'brandDetails.fontFamily',
    { brandDetails: { fontFamily: 'Lato' } },
    { font: 'Lato', fontHeading: 'Lato' },
  ],
  ['messages.fontConfig.fontFamily', { messages: { fontConfig: { fontFamily: 'Lato' } } }, { font: 'Lato' }],
  [
    'textInput.fontConfig.fontFamily',
    { textInput: { fontConfig: { fontFamily: 'Lato' } } },
    { font: 'Lato' },
  ],
  [
    'messagingWindow.title.fontConfig.fontFamily',
    { messagingWindow: { title: { fontConfig: { fontFamily: 'Lora' } } } },
    { fontHeading: 'Lora' },
  ],
  [
    'brandPane.brandNameFont',
    { brandPane: { brandNameFont: { fontFamily: 'Lora' } } },
    { fontHeading: 'Lora' },
  ],
  ['messages.fontConfig.fontSize', { messages: { fontConfig: { fontSize: '18px' } } }, { fontScale: '1.2' }],
  ['a font that is too small', { messages: { fontConfig: { fontSize: '9px' } } }, { fontScale: '1' }],
])('2.7 %s reaches its token', ([, custom, tokens]) => {
  expect(themeOf('Own', custom).light).toMatchObject(tokens);
  expect(themeOf('Own', custom).dark).toMatchObject(tokens);
});

test.for(['no colour', 'red;} body{display:none', 'url(javascript:alert(1))'])(
  'a value that is none stays out: %s',
  (backgroundColor) => {
    expect(themeOf('Own', { messagingWindow: { backgroundColor } }).light.canvas).toBe(paper.light.canvas);
    expect(bubbleColour({ messageBubble: { backgroundColor } })).toBeUndefined();
  },
);

test('2.7 keys that we have nothing for are accepted', () => {
  const custom = {
    textInput: { activeBackgroundColor: '#fff' },
    notifications: { showParticipantJoined: {} },
  };
  expect(themeOf('Own', custom).light).toEqual(paper.light);
});
