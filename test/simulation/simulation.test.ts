import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** A process of its own: the simulation puts a light platform in the place of Node's. */
function simulate(...args: readonly string[]): Promise<{ status: number | null; text: string }> {
  const script = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args]);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, text })));
}

test('twenty seeds keep every promise, and each ends twice with the same trace', async () => {
  const { status, text } = await simulate('--seeds', '20', '--steps', '300', '--twice');
  expect(text).toContain('0 broken promises');
  expect(text).toContain('every trace the same');
  expect(status).toBe(0);
}, 120_000);

test('a planted bug is found, and told with the command that shows it again', async () => {
  const { status, text } = await simulate('--mutants', '--only', 'a hole in the numbers');
  expect(text).toContain('1 of 1 planted bugs found');
  expect(status).toBe(0);
}, 120_000);
