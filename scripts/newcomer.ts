import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { visitShop } from '../test/e2e/support/customer.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.ts';
import { runCommand } from './check/command.ts';
import { ROOT } from './root.ts';

/**
 * `npm run newcomer`: the first hour of somebody new, done and timed: a clone of what is committed here, the packages, the book;
 * one line changed in one component, seen in the open book; then the widget of the demo shop with the same change.
 * Ends with 1 where a step does not show what it should.
 */
const COMPONENT = 'src/components/message/Bubble.tsx';
const BEFORE = "  border-radius: ${token('radiusBubble')};\n";
const CHANGE = '  outline: 3px dashed rgb(1, 2, 3);\n';
/** For each step, in milliseconds: whoever waits longer has gone. */
const PATIENCE_MS = 180_000;
const PATIENT = { timeout: PATIENCE_MS };

const home = mkdtempSync(join(tmpdir(), 'colloquy-newcomer-'));
const clone = join(home, 'colloquy');
const running: (() => void)[] = [];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
const begunAt = performance.now();
try {
  const page = await browser.newPage();
  await timed('git clone', () => done('git', ['clone', '--quiet', ROOT, clone], home));
  const install = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  await timed('npm ci', () => done('npm', install, clone));
  const bubble = page.getByText('It should have come on Tuesday');
  await timed('npm run storybook: the bubble is there', () => openBook(page, bubble));
  await timed('one line changed: seen in the open book', async () => {
    change();
    await expectChanged(bubble);
  });
  await timed('npm start: seen in the widget', () => seeInShop(page));
  console.log(`${seconds(begunAt)} s from nothing to both`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
} finally {
  for (const end of running) end();
  await browser.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

async function openBook(page: Page, bubble: Locator): Promise<void> {
  const port = await freePort();
  start('npm', ['run', 'storybook'], { PORT: String(port) });
  const address = `http://127.0.0.1:${port}/iframe.html?id=components-message-bubble--own&viewMode=story`;
  await expect(async () => void (await page.goto(address))).toPass(PATIENT);
  await expect(bubble).toBeVisible(PATIENT);
  await expect(bubble).not.toHaveCSS('outline-style', 'dashed');
}

function change(): void {
  const file = join(clone, COMPONENT);
  const source = readFileSync(file, 'utf8');
  if (!source.includes(BEFORE)) throw new Error(`${COMPONENT} has no line "${BEFORE.trim()}" any more.`);
  writeFileSync(file, source.replace(BEFORE, BEFORE + CHANGE));
}

async function seeInShop(page: Page): Promise<void> {
  const data = join(home, 'data');
  start('npm', ['start', '--', '--data', data], { PORT: '0', HOST: '127.0.0.1' });
  let address = '';
  await expect(() => {
    const { demoUrl }: { demoUrl: string } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8'));
    address = demoUrl;
  }).toPass(PATIENT);
  await expect(async () => void (await page.goto(address))).toPass(PATIENT);
  const customer = await visitShop(page, address);
  await customer.open();
  await customer.says('It should have come on Tuesday');
  await expectChanged(customer.log.locator('[data-side="own"]:has([data-message-text])').last());
}

/** The element, or one around it that makes the bubble, has the new line. */
async function expectChanged(inBubble: Locator): Promise<void> {
  const bubble = inBubble.locator('xpath=ancestor-or-self::*[@data-side][1]');
  await expect(bubble).toHaveCSS('outline', 'rgb(1, 2, 3) dashed 3px', PATIENT);
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  await work();
  console.log(`${seconds(startedAt).padStart(6)} s  ${what}`);
}

function seconds(sinceMs: number): string {
  return ((performance.now() - sinceMs) / 1000).toFixed(1);
}

async function done(program: string, args: readonly string[], cwd: string): Promise<void> {
  if ((await runCommand(program, args, { cwd })) !== 0) throw new Error(`"${program} ${args[0]}" failed.`);
}

/** Starts what runs until the end, with all its children in a group of their own. */
function start(program: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const options = { cwd: clone, env: { ...process.env, ...env }, detached: true, stdio: 'ignore' } as const;
  const child = spawn(program, args, options);
  running.push(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  });
}

/** A port that nobody has now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}
