import { customer, pause } from '../../../src/testing/index.ts';
import type { ScenarioStep } from '../../../src/testing/index.ts';

/** The greeter says hello, shows what is on the shelf, and hands over when asked. */
export const botCarousel: readonly ScenarioStep[] = [
  customer.says('Hello! Which coffee would you give to somebody new to it?'),
  pause(2_400),
  customer.chooses('How do I brew it?'),
  pause(1_800),
  customer.chooses('Talk to a person'),
  pause(1_600),
];
