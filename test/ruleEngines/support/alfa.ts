import type { Page } from '@playwright/test';
import type { Finding } from './finding.ts';

/**
 * Alfa made ready: a function that takes a page as it stands and judges it out here. What Alfa cannot tell without a person
 * is no finding. Rejects where the engines are not installed (`npm run rules` installs them).
 */
export async function prepareAlfa(): Promise<(page: Page) => Promise<readonly Finding[]>> {
  const alfa = await load();
  return async (page) => {
    const settings = await page.evaluate(alfa.fromWindow);
    const tree = withoutCeilings(await page.evaluate(alfa.fromNode));
    const device = alfa.Device.from(settings);
    const url = alfa.URL.parse(page.url()).getUnsafe();
    const asked = alfa.Request.of('GET', url);
    const answered = alfa.Response.of(url, 200, alfa.Headers.empty());
    const subject = alfa.Page.of(asked, answered, alfa.Node.from(tree, device), device);
    const outcomes = await alfa.Audit.of(subject, alfa.rules).evaluate();
    return [...outcomes].flatMap(toFinding);
  };
}

/**
 * Alfa 0.114 throws at `min()` of percentages within a colour ("Could not fully resolve min(100%, 30%) as a percentage"). Our
 * lines have `min(100%, 30% * strength)`: they are given without the ceiling, which no story in light or dark comes near.
 */
export function withoutCeilings(tree: unknown): unknown {
  const text = JSON.stringify(tree).replaceAll(/\bmin\(100%,\s*([^()]*\*\s*var\([^()]*\))\s*\)/g, 'calc($1)');
  return JSON.parse(text);
}

function toFinding(outcome: Outcome): readonly Finding[] {
  if (outcome.outcome !== 'failed') return [];
  const message = [...(outcome.expectations ?? [])]
    .flatMap(([, result]) => (result.isErr() ? [result.getErrUnsafe().message] : []))
    .join('; ');
  return [{ rule: outcome.rule.uri.replace(/^.*\//, ''), message, where: String(outcome.target) }];
}

/** By name at run time: Alfa's packages are none of ours and may not be there. */
async function load(): Promise<Alfa> {
  const names = ['act', 'device', 'dom', 'http', 'url', 'web'];
  const packages: readonly object[] = await Promise.all(
    names.map((name) => import(`@siteimprove/alfa-${name}`)),
  );
  const [rules, window, node] = await Promise.all(
    ['rules', 'device/native', 'dom/native'].map((name) => import(`@siteimprove/alfa-${name}`)),
  );
  return Object.assign({}, ...packages, {
    rules: rules.default,
    fromWindow: window.Native.fromWindow,
    fromNode: node.Native.fromNode,
  });
}

/** The few of Alfa's functions that we call. */
interface Alfa {
  readonly Audit: {
    of(page: unknown, rules: Iterable<unknown>): { evaluate(): PromiseLike<Iterable<Outcome>> };
  };
  readonly Node: { from(tree: unknown, device: unknown): unknown };
  readonly Device: { from(settings: unknown): unknown };
  readonly Request: { of(method: string, url: unknown): unknown };
  readonly Response: { of(url: unknown, status: number, headers: unknown): unknown };
  readonly Headers: { empty(): unknown };
  readonly URL: { parse(url: string): { getUnsafe(): unknown } };
  readonly Page: { of(asked: unknown, answered: unknown, tree: unknown, device: unknown): unknown };
  readonly rules: Iterable<unknown>;
  /** Both run in the page. */
  readonly fromNode: () => Promise<object>;
  readonly fromWindow: () => object;
}

interface Outcome {
  readonly outcome: 'passed' | 'failed' | 'cantTell' | 'inapplicable';
  readonly rule: { readonly uri: string };
  readonly target?: unknown;
  readonly expectations?: Iterable<
    readonly [number: string, result: { isErr(): boolean; getErrUnsafe(): { readonly message: string } }]
  >;
}
