import { agent, customer, line, pause } from '../../../src/testing/index.ts';
import type { ScenarioStep } from '../../../src/testing/index.ts';

/** A message is on its way when the line goes; it arrives once, in its place, with what was said meanwhile. */
export const lineDrops: readonly ScenarioStep[] = [
  customer.says('Could you send my mother’s bag to a different address?'),
  agent.accepts(),
  agent.says('Gladly. It has not been roasted yet, so there is time. Where should it go?'),
  line.slows(2_000),
  customer.says('Wharf Lane 4, the blue door.'),
  line.drops(3_000),
  line.slows(0),
  pause(6_000),
  agent.reads(),
  agent.says('Wharf Lane 4, the blue door. I have changed it.'),
];
