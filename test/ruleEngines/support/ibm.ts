import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { Finding } from './finding.ts';

/**
 * The source of IBM's engine, which puts itself on the window. Throws where the engines are not installed
 * (`npm run rules` installs them).
 */
export function readIbm(): string {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(resolve('accessibility-checker-engine/ace-window.js'), 'utf8');
}

/**
 * What IBM's engine finds on a page that has its source: violations and recommendations that failed. What it only asks a person to
 * look at ("potential" and "manual") is no finding.
 */
export async function askIbm(page: Page): Promise<readonly Finding[]> {
  const results = await page.evaluate(check);
  return results
    .filter(({ value }) => value[1] === 'FAIL')
    .map(({ ruleId, message, snippet }) => ({ rule: ruleId, message, where: snippet }));
}

interface Result {
  readonly ruleId: string;
  /** What kind of rule it is, and what came of it. */
  readonly value: readonly [kind: string, outcome: string];
  readonly message: string;
  readonly snippet: string;
}

/** Runs in the page. */
async function check(): Promise<readonly Result[]> {
  const { Checker } = Reflect.get(window, 'ace_ibma');
  const report: { readonly results: readonly Result[] } = await new Checker().check(document, [
    'IBM_Accessibility',
  ]);
  return report.results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
}
