import { expect, test } from 'vitest';
import { participantName } from '../../../src/components/base/participantName.ts';
import { en } from '../../../src/locales/index.ts';

test.each([
  [{ participantType: 'AGENT', displayName: ' \u202EAnna ' }, 'Anna'],
  [{ participantType: 'AGENT' }, 'Somebody'],
  [{ participantType: 'BOT' }, 'Assistant'],
  [{ participantType: 'SYSTEM' }, 'Chat'],
  [undefined, 'Somebody'],
] as const)('%o is called "%s"', (participant, name) => {
  expect(participantName(participant, en)).toBe(name);
});
