import type { Disk } from '../engine/disk.ts';

/**
 * The contact centre's dialogs that an engagement of ours stands for. A call to open one whose answer was lost leaves one
 * over there that nobody here knows of (axp.md has no key to find it by): what is said in it reaches nobody.
 */
export function knownDialogs({ rows }: Disk): Promise<ReadonlySet<string>> {
  return rows.transact(async (store) => {
    const known = new Set<string>();
    for (const [key, engagementId] of await store.list({ prefix: 'dialog/' }))
      if (typeof engagementId === 'string' && (await store.get(`engagement/${engagementId}`)) !== undefined)
        known.add(key.slice('dialog/'.length));
    return known;
  });
}
