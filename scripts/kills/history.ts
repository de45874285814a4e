import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** What somebody outside was told or saw: all that the judge knows. */
export type Note =
  /** The connector answered 202 to a send of a customer. `number` counts what the customer composed: 1, 2, 3 … */
  | {
      readonly type: 'accepted';
      readonly customer: string;
      readonly number: number;
      readonly text: string;
      readonly clientMessageId: string;
      readonly messageId: string;
      readonly log: string;
      readonly epoch: string;
      readonly seq: number;
    }
  /** The contact centre answered 200 or 201 to a send of an agent. `number` counts what the agent composed. */
  | {
      readonly type: 'agent-accepted';
      readonly agent: string;
      readonly number: number;
      readonly text: string;
      readonly dialog: string;
      readonly messageId: string;
    }
  /** A reader of the connector saw an entry: the customer's own stream (`live`), or one who comes at the end (`fresh`). */
  | {
      readonly type: 'seen';
      readonly reader: 'live' | 'fresh';
      readonly customer: string;
      readonly log: string;
      readonly epoch: string;
      readonly seq: number;
      /** Type of the entry. */
      readonly entry: string;
      readonly text?: string;
      readonly messageId?: string;
      readonly clientMessageId?: string;
      readonly late?: boolean;
    }
  /** At the end the agents' API showed a message. */
  | {
      readonly type: 'desk';
      readonly dialog: string;
      readonly index: number;
      readonly sender: 'CUSTOMER' | 'AGENT' | 'other';
      readonly text: string;
    }
  /** Somebody was told what the promise excludes. */
  | { readonly type: 'broken'; readonly who: string; readonly what: string }
  | { readonly type: 'kill'; readonly victims: readonly string[]; readonly how: string };

/** A history that is also written down line by line, for whoever wants to look at a red run. */
export function createHistory(file: string): History {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const notes: Note[] = [];
  return {
    notes,
    note(each) {
      notes.push(each);
      appendFileSync(file, `${JSON.stringify(each)}\n`);
    },
  };
}

/** The record of a run. */
export interface History {
  readonly notes: readonly Note[];
  note(each: Note): void;
}
