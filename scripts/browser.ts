import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Launch switches for a Chromium that runs in a container and asks the network for nothing. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, a usual place, or Playwright's own; undefined when there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return [...USUAL_PATHS, playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
}

/**
 * Path of a Firefox that Playwright can drive over WebDriver BiDi, a stock one: `FIREFOX_PATH` or a usual place;
 * undefined when there is none.
 */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX_PATH'];
  if (named !== undefined && named !== '') return named;
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
}

/**
 * Finds a Chromium or installs one: Debian's through apt where we are root, else Playwright's own.
 * Throws an error whose message says in one line what to do.
 */
export function ensureBrowser(): string {
  const isInstalled = (): boolean =>
    installFromDebian('Chromium', ['chromium', 'fonts-liberation']) || installFromPlaywright();
  const found = findBrowser() ?? (isInstalled() ? findBrowser() : undefined);
  if (found === undefined)
    throw new Error(
      'No Chromium found. Install one ("npx playwright install chromium") or set CHROMIUM_PATH to its path.',
    );
  return found;
}

/**
 * Finds a stock Firefox, or installs Debian's where we are root. Throws an error whose message says in one line what to do.
 */
export function ensureFirefox(): string {
  const found = findFirefox() ?? (installFromDebian('Firefox', ['firefox-esr']) ? findFirefox() : undefined);
  if (found === undefined)
    throw new Error('No Firefox found. Install one (firefox-esr) or set FIREFOX_PATH to its path.');
  return found;
}

function installFromDebian(name: string, packages: readonly string[]): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log(`No ${name} found; installing Debian's.`);
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  return (
    quietly('apt-get', [...apt, 'update']) &&
    quietly('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages])
  );
}

function installFromPlaywright(): boolean {
  console.log("No Chromium found; installing Playwright's.");
  return quietly('npx', ['playwright', 'install', 'chromium']);
}

function quietly(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function playwrightsOwn(): string | undefined {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
