import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { runAfterEffects } from './afterEffects.ts';
import { guardConsole } from './consoleGuard.ts';

const guard = guardConsole();
// A condition is waited for, not a time: on a machine with much else to do a second is little.
configure({ asyncUtilTimeout: 5_000 });
await runAfterEffects();

// A link that opens a page would put it in front of this one, and a page behind another has one frame in a second.
window.addEventListener('click', (event) => {
  const [first] = event.composedPath();
  if (first instanceof Element && first.closest('a[href]')) event.preventDefault();
});

beforeEach(() => guard.reset());

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('dir');
  guard.verify();
});
