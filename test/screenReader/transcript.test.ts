import { expect, test } from 'vitest';
import { createTranscript } from './support/transcript.ts';

const STAMP = '17:09:22.356190';
const spoken = (words: string, after = "{'established': False}"): string =>
  `${STAMP} - SPEECH OUTPUT: '${words}'${after}\n`;
const announced = (words: string): string =>
  `\nvvvvv PRESENT LIVE REGION MESSAGE vvvvv\n${spoken(words)}${STAMP} - LIVE REGIONS: messages in queue: 0\n^^^^^ PRESENT LIVE REGION MESSAGE ^^^^^\n\n`;
/** A line that ends the last record. */
const NEXT = `${STAMP} - ORCA: anything\n`;

test('what Orca reads and what it announces are told apart', () => {
  const hear = createTranscript();
  expect(hear(spoken('Open chat push button.') + announced('Sent') + spoken('Message entry') + NEXT)).toEqual(
    [
      { text: 'Open chat push button.', how: 'read' },
      { text: 'Sent', how: 'announced' },
      { text: 'Message entry', how: 'read' },
    ],
  );
});

test('a record that is cut by the end of a piece is heard once it is whole', () => {
  const hear = createTranscript();
  const log = announced('Anna: Hello') + NEXT;
  const heard = log.split('').flatMap((piece) => hear(piece));
  expect(heard).toEqual([{ text: 'Anna: Hello', how: 'announced' }]);
});

test('the lines of one announcement are as many utterances', () => {
  const hear = createTranscript();
  expect(
    hear(announced(`Anna: Hello\n${' '.repeat(18)}Anna: Are you there?`)).map(({ text }) => text),
  ).toEqual(['Anna: Hello', 'Anna: Are you there?']);
});

test('quotes, other voices and other lines of the log do no harm', () => {
  const hear = createTranscript();
  const log = `${STAMP} - SPEECH: Last spoke 0.1 seconds ago\n${spoken("It's 'here'", " voice=system{'average-pitch': 7.0}")}${NEXT}`;
  expect(hear(log)).toEqual([{ text: "It's 'here'", how: 'read' }]);
});
