import { expect, test } from 'vitest';
import { en } from '../../../src/locales/index.ts';
import type { DisplayStrings } from '../../../src/widget/omni/index.ts';
import { displayNameOf } from '../../../src/widget/omni/displayNameOf.ts';
import { textIn, wordsOf } from '../../../src/widget/omni/wordsOf.ts';

const X = { value: 'X', translations: { de: 'U', 'de-AT': 'Ö' } };

test.for<[string, DisplayStrings, (words: typeof en) => string]>([
  ['messagingWindow.title', { messagingWindow: { title: X } }, ({ frame }) => frame.title],
  ['brandPane.brandName', { brandPane: { brandName: X } }, ({ frame }) => frame.title],
  ['brandPane.banner', { brandPane: { banner: X } }, ({ empty }) => empty.title],
  [
    'messagingWindow.minimizeTooltip',
    { messagingWindow: { minimizeTooltip: X } },
    ({ header }) => header.minimize,
  ],
  ['actions.attachmentTooltip', { actions: { attachmentTooltip: X } }, ({ composer }) => composer.attach],
  ['actions.sendMessageTooltip', { actions: { sendMessageTooltip: X } }, ({ composer }) => composer.send],
  ['actions.locationTooltip', { actions: { locationTooltip: X } }, ({ choices }) => choices.shareLocation],
  [
    'actions.discardAttachmentTooltip',
    { actions: { discardAttachmentTooltip: X } },
    ({ file }) => file.remove('a'),
  ],
  [
    'textInput.inputPromptPlaceholder',
    { textInput: { inputPromptPlaceholder: X } },
    ({ composer }) => composer.placeholder,
  ],
  ['errorBoundary.title', { errorBoundary: { title: X } }, ({ error }) => error.title],
  ['errorBoundary.subtitle', { errorBoundary: { subtitle: X } }, ({ error }) => error.text],
  ['toast.fileEmpty', { toast: { fileEmpty: X } }, ({ file }) => file.empty('a')],
  ['toast.fileSizeExceeded', { toast: { fileSizeExceeded: X } }, ({ file }) => file.tooLarge('a', '1')],
  ['toast.fileUnsupported', { toast: { fileUnsupported: X } }, ({ file }) => file.wrongType('a')],
  ['toast.downloadFailed', { toast: { downloadFailed: X } }, ({ file }) => file.imageFailed],
])('2.7 %s is said in its place', ([, strings, said]) => {
  expect(said(wordsOf(en, strings, 'en-US'))).toBe('X');
  expect(said(wordsOf(en, strings, 'de-CH'))).toBe('U');
  expect(said(wordsOf(en, {}, 'de-CH'))).toBe(said(en));
});

test('2.7 a sentence in its own tongue, in its language’s, in English', () => {
  expect(['de-AT', 'de-CH', 'fr'].map((locale) => textIn(X, locale))).toEqual(['Ö', 'U', 'X']);
});

test('2.7 displayNames: a text or a function, by type', () => {
  const nameOf = displayNameOf(
    { displayNames: { AGENT: (name) => `Agent ${name ?? '?'}`, bot: { value: 'Robot' } } },
    'en-US',
  );
  expect(nameOf('AGENT', 'Ada')).toBe('Agent Ada');
  expect(nameOf('BOT', 'Greeter')).toBe('Robot');
  expect(nameOf('SUPERVISOR', 'Sue')).toBeUndefined();
});
