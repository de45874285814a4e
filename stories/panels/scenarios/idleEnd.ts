import { agent, customer, pause } from '../../../src/testing/index.ts';
import type { ScenarioStep } from '../../../src/testing/index.ts';

/** Nobody does anything for five minutes: the question comes, is answered once, and the second time it is not. */
export const idleEnd: readonly ScenarioStep[] = [
  customer.says('Is the shop open on Sunday?'),
  agent.accepts(),
  agent.says('It is not, but on Saturday until two.'),
  pause(300_000),
  pause(3_500),
  customer.stays(),
  customer.says('Thank you!'),
  pause(300_000),
  pause(3_500),
  pause(30_000),
  pause(2_000),
];
