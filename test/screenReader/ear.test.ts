import { describe, expect, test } from 'vitest';
import { apartFrom, eachOnce, exactly } from './support/ear.ts';

describe('exactly', () => {
  test('is content with these, in this order, and nothing else', () => {
    const judge = exactly('Sent', /^Greeter: Hello/);
    expect(judge(['Sent', 'Greeter: Hello!'])).toBeUndefined();
    expect(judge(['Sent'])).toContain('Announced: ["Sent"]');
    expect(judge(['Greeter: Hello!', 'Sent'])).toBeDefined();
    expect(judge(['Sent', 'Greeter: Hello!', 'Greeter: Hello!'])).toBeDefined();
  });

  test('of nothing is silence', () => {
    expect(exactly()([])).toBeUndefined();
    expect(exactly()(['Connected'])).toBeDefined();
  });
});

describe('each once', () => {
  const judge = eachOnce('Anna: 1', 'Anna: 2', 'Anna: 3', 'Anna: 4', 'Anna: 5');

  test('takes words and sums, however the moments fell', () => {
    expect(judge(['5 new messages'])).toBeUndefined();
    expect(judge(['Anna: 1', '4 new messages'])).toBeUndefined();
    expect(judge(['Anna: 1', 'Anna: 2', 'Anna: 3', 'Anna: 4', 'Anna: 5'])).toBeUndefined();
  });

  test('finds what is lost, doubled or out of order', () => {
    expect(judge(['4 new messages'])).toBeDefined();
    expect(judge(['Anna: 1', '5 new messages'])).toBeDefined();
    expect(judge(['Anna: 2', 'Anna: 1', 'Anna: 3', 'Anna: 4', 'Anna: 5'])).toBeDefined();
  });
});

test('what is left to others does not count', () => {
  expect(apartFrom(/^Connected/, exactly('Sent'))(['Connected again', 'Sent'])).toBeUndefined();
});
