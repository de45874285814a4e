import type { ScenarioStep } from '../../src/testing/index.ts';

/** Who does a step, in a word. */
export function actorOf({ who }: ScenarioStep): string {
  return { customer: 'Customer', agent: 'Agent', line: 'Line', nobody: 'Time' }[who];
}

/** What a step does, as a stage direction. */
export function describeStep(step: ScenarioStep): string {
  switch (step.does) {
    case 'says':
      return `“${step.text}”`;
    case 'chooses':
      return `chooses “${step.text}”`;
    case 'sendsFile':
      return `sends ${step.name}`;
    case 'sends':
      return `sends ${step.cards.length === 1 ? 'a card' : `a carousel of ${step.cards.length}`}: “${step.text}”`;
    case 'drops':
      return `drops for ${duration(step.forMs)}`;
    case 'slows':
      return step.byMs === 0 ? 'is as fast as ever' : `slows down by ${duration(step.byMs)}`;
    case 'waits':
      return `${duration(step.forMs)} go by`;
    default:
      return PLAIN[step.does];
  }
}

const PLAIN = {
  triesAgain: 'tries again',
  stays: 'stays in the chat',
  accepts: 'accepts the conversation',
  types: 'types',
  reads: 'has read it',
  ends: 'ends the conversation',
  breaks: 'breaks',
  returns: 'is back',
  refusesFiles: 'refuses files from now on',
  takesFiles: 'takes files again',
} as const;

function duration(ms: number): string {
  const [value, unit] = ms < 120_000 ? [ms / 1_000, 'second'] : [ms / 60_000, 'minute'];
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
