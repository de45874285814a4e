/** Watches `console.error` and `console.warn`: what a test did not announce fails it. */
export interface ConsoleGuard {
  /** Forgets what was said and announced. */
  reset(): void;
  /** Throws when something unexpected was said, or something announced was not. */
  verify(): void;
}

const said: string[] = [];
const expected: RegExp[] = [];
const allowed: RegExp[] = [];

/** Announces that the running test makes the console say something that matches `pattern`, once or more often. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}

/** Lets the running test's console say what matches `pattern`, or not: React 18, React 19 and Preact differ in what they tell. */
export function allowConsole(pattern: RegExp): void {
  allowed.push(pattern);
}

/** Puts the guard in place for the rest of the file's life. Call it once, in a setup file. */
export function guardConsole(): ConsoleGuard {
  for (const method of ['error', 'warn'] as const) {
    const original = console[method].bind(console);
    console[method] = (...parts: unknown[]) => {
      const text = parts.map(String).join(' ');
      said.push(`console.${method}: ${text}`);
      if (!isKnown(text)) original(...parts);
    };
  }
  return { reset, verify };
}

function reset(): void {
  said.length = 0;
  expected.length = 0;
  allowed.length = 0;
}

function isKnown(text: string): boolean {
  return [...expected, ...allowed].some((pattern) => pattern.test(text));
}

function verify(): void {
  const surprises = said.filter((line) => !isKnown(line));
  const missing = expected.filter((pattern) => !said.some((line) => pattern.test(line)));
  reset();
  if (surprises.length > 0) throw new Error(`Unexpected console output:\n${surprises.join('\n')}`);
  if (missing.length > 0) throw new Error(`The console was to say, but did not: ${missing.join(', ')}`);
}
