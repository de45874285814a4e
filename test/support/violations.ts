import axe from 'axe-core';

/**
 * What axe-core finds in a part of a page, one line each. Rules about whole pages are left to the journeys. What comes in with a
 * motion has arrived: half faded in, anything lacks contrast.
 */
export async function violations(container: Element): Promise<string[]> {
  for (const animation of container.getAnimations({ subtree: true }))
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  const found = await axe.run(container, {
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
