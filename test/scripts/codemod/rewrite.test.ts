import { mkdtempSync, cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rewrite } from '../../../scripts/codemod/rewrite.ts';
import { ROOT } from '../../../scripts/root.ts';

const FIXTURES = join(ROOT, 'test/fixtures/codemod');
const read = (folder: 'before' | 'after', name: string): string =>
  readFileSync(join(FIXTURES, folder, name), 'utf8');

describe('the codemod', () => {
  test.for(readdirSync(join(FIXTURES, 'before')))('rewrites %s as the fixture says', (name) => {
    expect(rewrite(read('before', name)).text).toBe(read('after', name));
  });

  test.for(readdirSync(join(FIXTURES, 'after')))('changes nothing in %s a second time', (name) => {
    expect(rewrite(read('after', name))).toMatchObject({ text: read('after', name), changes: [] });
  });

  test.for<[string, string]>([
    [`import '@avaya/axp-omni-sdk-core';`, `import 'colloquy/facades/omni-sdk/core';`],
    [`require("@avaya/axp-client-sdk-messaging")`, `require("colloquy/facades/omni-sdk/messaging")`],
    [`import('@avaya/axp-omni-sdk-messaging-ui')`, `import('colloquy/facades/omni-sdk/messaging-ui')`],
    [`AxpOmniSdkMessagingUiConfig = { host }`, `axpOmniSdkMessagingUiConfig = { host }`],
    [`type AxpOmniSdkMessagingUiConfig = object`, `type AxpOmniSdkMessagingUiConfig = object`],
    [`AvayaCCaaSChatSDK.off("IDLE_TIMEOUT")`, `AvayaCCaaSChatSDK.off("IDLE_TIMEOUT_EXPIRED")`],
    [`on('IDLE_TIMEOUT_EXPIRED')`, `on('IDLE_TIMEOUT_EXPIRED')`],
    [`myResetTimer(); other.resetTimer()`, `myResetTimer(); other.resetTimer()`],
    [`new SendMessageLocation(1, 2, 'name')`, `new SendMessageLocation(1, 2, 'name')`],
  ])('%s becomes %s', ([before, after]) => {
    expect(rewrite(before).text).toBe(after);
  });

  test('says what a person must look at, with the line', () => {
    expect(rewrite(read('before', 'messaging.ts')).advice.map((line) => line.split(':')[0])).toEqual([
      '17',
      '19',
      '25',
    ]);
    expect(rewrite(read('before', 'other.ts')).advice).toEqual([]);
  });

  test('as a command it rewrites a folder in place, and with --dry it does not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'codemod-'));
    cpSync(join(FIXTURES, 'before'), folder, { recursive: true });
    const run = (...args: readonly string[]): string =>
      spawnSync(process.execPath, [join(ROOT, 'scripts/codemod.ts'), ...args], { encoding: 'utf8' }).stdout;
    expect(run('--dry', folder)).toContain('2 of 3 files would change');
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe(read('before', 'page.html'));
    expect(run(folder)).toContain('2 of 3 files changed');
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toBe(read('after', 'page.html'));
    rmSync(folder, { recursive: true });
  });
});
