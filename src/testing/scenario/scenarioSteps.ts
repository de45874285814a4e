import type { DeskCard } from '../../protocol/desk/index.ts';

/** One line of a script, as data: who does what. */
export type ScenarioStep =
  | { readonly who: 'customer'; readonly does: 'says' | 'chooses'; readonly text: string }
  | {
      readonly who: 'customer';
      readonly does: 'sendsFile';
      readonly name: string;
      readonly sizeBytes: number;
    }
  | { readonly who: 'customer'; readonly does: 'triesAgain' | 'stays' }
  | { readonly who: 'agent'; readonly does: 'accepts' | 'types' | 'reads' | 'ends' }
  | {
      readonly who: 'agent';
      readonly does: 'says';
      readonly text: string;
      readonly replies: readonly string[];
    }
  | {
      readonly who: 'agent';
      readonly does: 'sends';
      readonly cards: readonly DeskCard[];
      readonly text: string;
    }
  | { readonly who: 'line'; readonly does: 'drops'; readonly forMs: number }
  | { readonly who: 'line'; readonly does: 'slows'; readonly byMs: number }
  | { readonly who: 'line'; readonly does: 'refusesFiles' | 'takesFiles' | 'breaks' | 'returns' }
  | { readonly who: 'nobody'; readonly does: 'waits'; readonly forMs: number };

/** Lines of the customer, in the page. */
export const customer = {
  says: (text: string): ScenarioStep => ({ who: 'customer', does: 'says', text }),
  /** Presses the choice of this text under the newest message that offers it. */
  chooses: (text: string): ScenarioStep => ({ who: 'customer', does: 'chooses', text }),
  /** A PDF file of that name; default 48 kB. */
  sendsFile: (name: string, sizeBytes = 48_000): ScenarioStep => ({
    ...{ who: 'customer', does: 'sendsFile', name, sizeBytes },
  }),
  /** Presses "Try again" at the newest message that failed. */
  triesAgain: (): ScenarioStep => ({ who: 'customer', does: 'triesAgain' }),
  /** Does something in the page: the idle clock begins anew, a warning goes. */
  stays: (): ScenarioStep => ({ who: 'customer', does: 'stays' }),
} as const;

/** Lines of the agent. All but `accepts` need an accepted conversation. */
export const agent = {
  /** Takes the customer who rings; the customer must have said something. */
  accepts: (): ScenarioStep => ({ who: 'agent', does: 'accepts' }),
  types: (): ScenarioStep => ({ who: 'agent', does: 'types' }),
  reads: (): ScenarioStep => ({ who: 'agent', does: 'reads' }),
  /** With quick replies under it, where given. */
  says: (text: string, ...replies: readonly string[]): ScenarioStep => ({
    ...{ who: 'agent', does: 'says', text, replies },
  }),
  /** A carousel, or a single card. */
  sends: (text: string, ...cards: readonly DeskCard[]): ScenarioStep => ({
    ...{ who: 'agent', does: 'sends', text, cards },
  }),
  ends: (): ScenarioStep => ({ who: 'agent', does: 'ends' }),
} as const;

/** What happens to the line between the page and the contact centre. */
export const line = {
  /** Breaks, and nothing gets through for so long. */
  drops: (forMs: number): ScenarioStep => ({ who: 'line', does: 'drops', forMs }),
  /** Breaks, and nothing gets through until it `returns`: for what happens meanwhile. */
  breaks: (): ScenarioStep => ({ who: 'line', does: 'breaks' }),
  returns: (): ScenarioStep => ({ who: 'line', does: 'returns' }),
  /** From now on every request takes so much longer, milliseconds; 0: as ever. */
  slows: (byMs: number): ScenarioStep => ({ who: 'line', does: 'slows', byMs }),
  /** From now on files are refused, which the customer may try again, until it `takesFiles`. */
  refusesFiles: (): ScenarioStep => ({ who: 'line', does: 'refusesFiles' }),
  takesFiles: (): ScenarioStep => ({ who: 'line', does: 'takesFiles' }),
} as const;

/** Nothing happens for so long. */
export function pause(forMs: number): ScenarioStep {
  return { who: 'nobody', does: 'waits', forMs };
}
