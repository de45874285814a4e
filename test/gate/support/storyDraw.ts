import { createHash } from 'node:crypto';
import type { Story } from './storyBook.ts';
import type { Profile } from './storyProfiles.ts';

/**
 * Whether a story is held against a profile where only a share of all pairs is, 0 to 1. Each pair is drawn by its own names: a
 * story more or a profile more changes nothing for the others.
 */
export function isDrawn(story: Story, profile: Profile, share: number): boolean {
  const digest = createHash('sha256').update(`${story.id} ${profile.name}`).digest();
  return digest.readUInt32BE() / 2 ** 32 < share;
}
