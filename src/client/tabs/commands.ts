import type { Clock } from '../../lib/index.ts';
import { ChatClientError } from '../errors.ts';
import type { CommandName } from './tabMessage.ts';

/** What may have been begun by a leader that went away, and must not be begun twice, is given up after so long. */
export const UNREPEATABLE_WAIT_MS = 5000;

/** One call that waits for whoever leads. */
export interface Command {
  readonly id: number;
  readonly name: CommandName;
  readonly args: readonly unknown[];
}

/** The calls of one tab until they are answered. Knows neither who leads nor how calls travel. */
export interface Commands {
  /** Settles with what becomes of it; stays open over changes of the leader. */
  run(name: CommandName, args: readonly unknown[]): Promise<unknown>;
  resolve(id: number, value: unknown): void;
  reject(id: number, error: ChatClientError): void;
  /** Hands every open call to a new leader, those excepted that must not be begun twice. */
  begin(): void;
  isRepeatable(id: number): boolean;
  /** Nobody will answer any more. */
  end(): void;
}

/** @param dispatch carries a call to the leader; false where there is none yet. */
export function createCommands(clock: Clock, dispatch: (command: Command) => boolean): Commands {
  const open = new Map<number, Open>();
  let count = 0;
  const take = (id: number): Open | undefined => {
    const found = open.get(id);
    open.delete(id);
    return found;
  };
  const hand = (one: Open): void => {
    if (dispatch(one.command)) one.isBegun = true;
  };
  const reject = (id: number, error: ChatClientError): void => take(id)?.reject(error);

  return {
    run: (name, args) =>
      new Promise((resolve, reject) => {
        const command = { id: ++count, name, args };
        const one = { command, resolve, reject, isBegun: false };
        open.set(command.id, one);
        hand(one);
      }),
    resolve: (id, value) => take(id)?.resolve(value),
    reject,
    begin() {
      for (const one of [...open.values()]) {
        const { id, name } = one.command;
        if (!one.isBegun || name !== 'createEngagement') hand(one);
        // The old leader may still answer.
        else
          clock.after(UNREPEATABLE_WAIT_MS, () =>
            reject(id, new ChatClientError('unreachable', 'That tab is gone')),
          );
      }
    },
    isRepeatable: (id) => open.get(id)?.command.name !== 'createEngagement',
    end() {
      for (const { command, resolve } of [...open.values()])
        if (command.name === 'shutdown') {
          open.delete(command.id);
          resolve(undefined);
        } else reject(command.id, new ChatClientError('disposed', 'The chat was closed meanwhile'));
    },
  };
}

interface Open {
  readonly command: Command;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: ChatClientError) => void;
  isBegun: boolean;
}
