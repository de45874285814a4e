/** What of axe-core is asked: its default export. */
export interface AxeCore<Where> {
  run(where: Where, options: AxeOptions): Promise<AxeResults>;
}

/** How axe-core is asked. */
export interface AxeOptions {
  readonly resultTypes: ['violations'];
  readonly rules: Record<string, { readonly enabled: boolean }>;
}

/** What of its answer is read. */
export interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * What axe-core finds wrong with a part of a page, one line each; nothing found, nothing in it. Its rule about whole pages
 * (`region`) is off unless `page` says that `where` is one. What comes in with a motion is put where it will be: half faded
 * in, anything lacks contrast.
 * @param axe yours, so that you choose the version: `axe-core` is no dependency of this package.
 */
export async function axeFaults<Where>(
  axe: AxeCore<Where>,
  where: Where,
  { page = false }: { readonly page?: boolean } = {},
): Promise<readonly string[]> {
  if (where instanceof Element) finishMotion(where);
  const { violations } = await axe.run(where, {
    resultTypes: ['violations'],
    rules: { region: { enabled: page } },
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
}

function finishMotion(where: Element): void {
  for (const animation of where.getAnimations({ subtree: true }))
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}
