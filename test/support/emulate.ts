import { cdp } from 'vitest/browser';

/** What a reader may have set in the system, as media features: `{ 'forced-colors': 'active' }`. An empty one ends it. */
export async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
