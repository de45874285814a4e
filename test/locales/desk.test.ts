import { expect, test } from 'vitest';
import { deskWords } from '../../src/locales/index.ts';

function paths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`));
}

test('the German desk says everything that the English one says', () => {
  expect(paths(deskWords('de-CH')).sort()).toEqual(paths(deskWords('en')).sort());
});

test('the English accessible names are the promised ones', () => {
  const { door, alert, conversation, queue, customer, bar } = deskWords('fr');
  expect([
    ...[door.signIn, door.user, door.password, alert.accept, alert.decline, bar.status],
    ...[queue.region, customer.region, conversation.transfer, conversation.end],
  ]).toEqual([
    ...['Sign in', 'User', 'Password', 'Accept', 'Decline', 'Status'],
    ...['Queue', 'Customer', 'Transfer', 'End conversation'],
  ]);
});
