import { defineConfig } from '@playwright/test';
import gate from '../gate/playwright.config.ts';

/** `npm run rules`: stories under the two further rule engines. */
export default defineConfig({ ...gate, testDir: '.' });
