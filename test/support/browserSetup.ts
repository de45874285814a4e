import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { guardConsole } from './consoleGuard.ts';

const guard = guardConsole();

beforeEach(() => guard.reset());

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('dir');
  guard.verify();
});
