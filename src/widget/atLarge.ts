import type { SurroundingsOptions } from './surroundings.ts';

/**
 * Fetches `surroundings.ts` when it is first needed (another shell, a screen that the chat fills, or one of those that may be
 * turned or unfolded), and tells it from then on whether the chat is open. A window that floats over a large screen never needs it.
 */
export function createAtLarge(options: SurroundingsOptions): (open: boolean) => void {
  let isOpen = false;
  let fetched: Promise<(open: boolean) => void> | undefined;
  return (open) => {
    if (open === isOpen) return;
    isOpen = open;
    const isSmall = innerWidth < 480 || innerHeight < 420 || matchMedia('(pointer: coarse)').matches;
    if (isSmall || options.config.shell !== 'floating')
      fetched ??= import('./surroundings.ts').then((module) => module.takeSurroundings(options));
    fetched?.then(
      (tell) => tell(isOpen),
      () => (fetched = undefined),
    );
  };
}
