import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import {
  Composer,
  ConnectionBanner,
  EndedCard,
  FileAttachment,
  Header,
  ImageAttachment,
  Launcher,
  LinkCard,
  NewPill,
  StatusMark,
  TypingDots,
} from '../../src/components/index.ts';
import { ANNA, GREETER } from '../support/chatEntries.ts';
import { readAloud } from '../support/readAloud.ts';

const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What is said inside the one section. React leaves a text in a field beside its value, Preact does not: it is left out. */
async function partsOf(container: Element): Promise<readonly string[]> {
  const [stage] = container.children;
  if (!stage) throw new Error('nothing was drawn');
  const written = stage.querySelector('textarea')?.value;
  return (await readAloud(stage)).slice(1).filter((phrase) => phrase !== written);
}

/** What is said of a part that stands alone on a page. */
async function heard(part: ReactElement): Promise<readonly string[]> {
  const { container } = render(<section aria-label="Stage">{part}</section>);
  return partsOf(container);
}

test('the launcher says what it does, how many messages wait, and whether the chat is open', async () => {
  expect(await heard(<Launcher unread={3} />)).toEqual([
    'button, Open chat, 3 unread messages, not expanded',
  ]);
  expect(await heard(<Launcher unread={120} />)).toEqual([
    'button, Open chat, 120 unread messages, not expanded',
  ]);
  expect(await heard(<Launcher open />)).toEqual(['button, Close chat, expanded']);
});

test('the header says who is there, not their faces, and then the ways out', async () => {
  const header = (
    <Header participants={[GREETER, ANNA]} subtitle="Bicycle shop" onEnd={noop} onMinimize={noop} />
  );
  expect(await heard(header)).toEqual([
    'heading, Greeter, Anna Berg, level 2',
    'Greeter, Anna Berg',
    'paragraph',
    'Bicycle shop',
    'button, End chat',
    'button, Minimize chat',
  ]);
});

test('a text that is too long and the files with it: what is wrong, what goes along, how to take it out', async () => {
  const user = userEvent.setup();
  const { container } = render(
    <section aria-label="Stage">
      <Composer maxLength={5} accept={['pdf', 'png']} />
    </section>,
  );
  const input = container.querySelector('input');
  if (!input) throw new Error('there is no way to attach a file');
  await user.upload(input, [new File(['x'.repeat(2000)], 'bill.pdf', { type: 'application/pdf' })]);
  await user.type(screen.getByRole('textbox'), 'Good day');
  await screen.findByText('3 characters too many. The limit is 5.');
  await screen.findByRole('button', { name: 'Remove bill.pdf' });
  await screen.findByRole('button', { name: 'Send message' });
  expect(await partsOf(container)).toEqual([
    'form',
    'list, Attachments',
    'listitem, level 1, position 1, set size 1',
    'bill',
    '.pdf',
    '2 kB',
    'button, Remove bill.pdf',
    'button, Attach a file',
    'textbox, Message, 1 error message, invalid, placeholder Write a message',
    'button, Send message, disabled',
    '3 characters too many. The limit is 5.',
  ]);
});

test('near the limit what is left is said; without a text there is nothing to send', async () => {
  expect(await heard(<Composer text="Good" maxLength={5} />)).toEqual([
    'form',
    'textbox, Message, not invalid, placeholder Write a message',
    'button, Send message',
    '1 character left',
  ]);
  expect(await heard(<Composer locked />)).toEqual([
    'form',
    'textbox, Message, disabled, not invalid, placeholder This chat has ended.',
  ]);
});

test('a file on its way up says how far it is', async () => {
  expect(await heard(<FileAttachment name="bill.pdf" sizeBytes={12_000} progress={0.4} />)).toEqual([
    'bill',
    '.pdf',
    '12 kB',
    'progressbar, Sending, max value 100, min value 0, current value Uploading, 40 percent',
  ]);
  expect(await heard(<ImageAttachment name="cup.png" src={undefined} />)).toEqual([
    'image, Image: cup.png. The image could not be loaded.',
  ]);
});

test('a picture says its name, and that it opens in full', async () => {
  expect(await heard(<ImageAttachment name="cup.png" src={PICTURE} />)).toEqual([
    'link, Image: cup.png (opens in a new window)',
    'image, Image: cup.png',
    '(opens in a new window)',
  ]);
});

test('a link card names what it leads to and the host; one that is not safe is no link', async () => {
  expect(
    await heard(<LinkCard url="https://shop.example/a" heading="The shop" description="Open today" />),
  ).toEqual([
    'link, The shop Open today shop.example (opens in a new window)',
    'strong',
    'The shop',
    'Open today',
    'shop.example',
    '(opens in a new window)',
  ]);
  expect(await heard(<LinkCard url="javascript:alert(1)" heading="Trap" />)).toEqual([
    'strong',
    'Trap',
    'javascript:alert(1)',
  ]);
});

test('signs are never read for what they are drawn as', async () => {
  expect(await heard(<StatusMark delivery={{ status: 'read' }} />)).toEqual(['Read']);
  expect(await heard(<TypingDots participants={[ANNA]} />)).toEqual(['Anna Berg is typing']);
  expect(await heard(<TypingDots participants={[ANNA, GREETER]} />)).toEqual(['2 people are typing']);
  expect(await heard(<NewPill count={2} />)).toEqual(['button, 2 new messages']);
  expect(await heard(<ConnectionBanner connection={{ status: 'connecting', sinceMs: 0 }} />)).toEqual([
    'Connecting',
  ]);
});

test('the end thanks, and offers what can be done', async () => {
  expect(await heard(<EndedCard onContinue={noop} onNewChat={noop} onTranscript={noop} />)).toEqual([
    'strong',
    'Thank you for chatting with us',
    'paragraph',
    'You can pick up the conversation at any time.',
    'button, Continue',
    'button, Start a new chat',
    'button, Save a copy',
  ]);
});

function noop(): void {}
