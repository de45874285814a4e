import { spawn } from 'node:child_process';
import { ROOT } from '../root.ts';
import type { Check } from './tally.ts';

/** How a command is run; `env` is added to ours. `endAfterMs` is 20 minutes by default, 0 means never. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly endAfterMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** No check takes so long, on a machine with much else to do either; one that does hangs. */
const CEILING_MS = 20 * 60_000;

/** Runs a command with its output shown. Resolves to its exit status, 1 where a signal ended it. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> {
  const env = { ...process.env, ...options.env };
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: options.endAfterMs ?? CEILING_MS,
  });
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Error(`"${command}" could not be started.`, { cause })));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A check that is one command and counts as one. */
export function command(name: string, line: readonly [string, ...string[]], options?: CommandOptions): Check {
  const [program, ...args] = line;
  return {
    name,
    run: async () => {
      const status = await runCommand(program, args, options);
      return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
    },
  };
}

/** A check that runs one of our own scripts with this Node. */
export function script(name: string, file: string, ...args: string[]): Check {
  return command(name, [process.execPath, file, ...args]);
}
