import type { DeskAction, DeskCard } from '../../protocol/desk/index.ts';

/** One line of a script, as data: who does what. */
export type ScenarioStep =
  | { readonly who: 'customer'; readonly does: 'says' | 'chooses'; readonly text: string }
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
  | { readonly who: 'nobody'; readonly does: 'waits'; readonly forMs: number };

/** Lines of the customer, in the page. */
export const customer = {
  says: (text: string): ScenarioStep => ({ who: 'customer', does: 'says', text }),
  /** Presses the choice of this text under the newest message that offers it. */
  chooses: (text: string): ScenarioStep => ({ who: 'customer', does: 'chooses', text }),
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
} as const;

/** Nothing happens for so long. */
export function pause(forMs: number): ScenarioStep {
  return { who: 'nobody', does: 'waits', forMs };
}

/** The quick replies of a line, as the desk writes them. */
export function repliesOf(texts: readonly string[]): readonly DeskAction[] {
  return texts.map((text) => ({ type: 'reply', text, payload: text }));
}
