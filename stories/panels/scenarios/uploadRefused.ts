import { agent, customer, line, pause } from '../../../src/testing/index.ts';
import type { ScenarioStep } from '../../../src/testing/index.ts';

/** A file is refused: it is kept and marked, and goes through when the customer tries again. */
export const uploadRefused: readonly ScenarioStep[] = [
  customer.says('My parcel came open. I have the carrier’s note here.'),
  agent.accepts(),
  agent.says('That should not be. Could you send me the note?'),
  line.refusesFiles(),
  customer.sendsFile('carrier-note.pdf', 184_000),
  pause(2_400),
  line.takesFiles(),
  customer.triesAgain(),
  pause(1_600),
  agent.reads(),
  agent.says('Thank you, that is all I need. A new parcel leaves today.'),
];
