import { defineConfig } from '@playwright/test';
import gate from '../gate/playwright.config.ts';

const expect = {
  timeout: 60_000,
  toHaveScreenshot: { animations: 'disabled', caret: 'hide', threshold: 0.25, maxDiffPixelRatio: 0.01 },
} as const;

/** `npm run visual`: stories as pictures, held against the checked-in ones. */
export default defineConfig({
  ...gate,
  testDir: '.',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Without it a picture would be compared with itself, taken just now.
  updateSnapshots: 'none',
  // In each project: what a project expects stands in place of what all do, and theirs knows no pictures.
  projects: (gate.projects ?? []).map((project) => ({ ...project, expect })),
});
