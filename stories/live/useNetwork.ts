import { useEffect } from 'react';
import { systemClock } from '../../src/lib/index.ts';
import type { TestCenter } from '../../src/testing/index.ts';
import { useStage } from './stage.ts';

const SLOW_MS = 2_000;
const PATCH_MS = 6_000;

/** Does to the road of this centre what the toolbar says. */
export function useNetwork(center: TestCenter | undefined): void {
  const { network } = useStage();
  useEffect(() => {
    if (!center) return undefined;
    const { faults } = center;
    faults.refuse(network === 'offline');
    faults.delay(network === 'slow' ? SLOW_MS : 0);
    if (network !== 'patchy') return undefined;
    const again = (): void => {
      faults.dropLine();
      next = systemClock.after(PATCH_MS, again);
    };
    let next = systemClock.after(PATCH_MS, again);
    return () => systemClock.clear(next);
  }, [center, network]);
}
