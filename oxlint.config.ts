import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';
import { INNER_ROOMS, OPEN_ROOMS, ROOMS } from './test/architecture/plan.ts';

const TIMERS = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate'];
const TIME = 'Time comes from a Clock (src/lib/clock.ts).';
const CHANCE = 'Chance comes from a Random (src/lib/random.ts).';
const HTML = 'Build nodes; never set HTML from a string.';

/** Folder levels below a room that the zones tell apart: `../../client` means another room in `a/b.ts` than in `a/b/c.ts`. */
const DEPTHS = [0, 1, 2, 3];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'oxc', 'vitest', 'promise'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  ignorePatterns: [
    'dist/**',
    'storybook-static/**',
    '**/node_modules/**',
    'test/fixtures/**',
    'docs/api/**',
    'test-results/**',
  ],
  settings: { react: { version: '18.2.0' } },
  rules: {
    'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    eqeqeq: ['error', 'always'],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-console': 'error',
    'no-alert': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    // Decoders look for control characters on purpose.
    'no-control-regex': 'off',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-self-import': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/ban-ts-comment': 'error',
    // `{ ...element.dataset }` is how one copies it.
    'typescript/no-misused-spread': ['error', { allow: ['DOMStringMap'] }],
    // Nothing of ours is a class with a `this`; methods of a made object travel alone.
    'typescript/unbound-method': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/no-danger': 'error',
    'react/jsx-no-target-blank': 'error',
    'react/jsx-key': 'error',
    'react/button-has-type': 'error',
    'react/self-closing-comp': 'error',
    // A live region, a group or a log has no tag that says the same everywhere.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { tags: ['pre', 'ol', 'ul', 'div'], roles: ['log', 'region', 'group', 'tabpanel'] },
    ],
    // Copying a set before one walks it is how a listener may leave meanwhile.
    'unicorn/no-useless-spread': 'off',
    // The machines are tables whose column is called `then`.
    'unicorn/no-thenable': 'off',
    'promise/no-callback-in-promise': 'off',
    'no-restricted-globals': [
      'error',
      ...TIMERS.map((name) => ({ name, message: `Timers belong to it: ${TIME}` })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: TIME },
      { object: 'performance', property: 'now', message: TIME },
      { object: 'Math', property: 'random', message: CHANCE },
      { object: 'crypto', property: 'randomUUID', message: CHANCE },
      { object: 'crypto', property: 'getRandomValues', message: CHANCE },
      ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: HTML })),
    ],
  },
  overrides: [
    ...Object.keys(ROOMS).flatMap((room) =>
      room === '' ? [zone('', 0)] : DEPTHS.map((depth) => zone(room, depth)),
    ),
    { files: ['src/server/node/**'], rules: { 'no-restricted-imports': 'off' } },
    // The names of the package are known there only once it is built.
    { files: ['docs/examples/**'], rules: { 'typescript/no-redundant-type-constituents': 'off' } },
    {
      files: ['src/lib/{clock,simulatedClock,random}.ts'],
      rules: {
        'no-restricted-properties': 'off',
        'no-restricted-globals': 'off',
        'typescript/consistent-type-assertions': 'off',
      },
    },
    {
      files: ['src/**/decode*.ts', 'src/**/*Decoder*.ts', 'src/protocol/**'],
      rules: { 'typescript/consistent-type-assertions': 'off' },
    },
    { files: ['src/server/node/**', 'scripts/**'], rules: { 'no-console': 'off' } },
    // A stranger's code: it has the platform's chance, not ours.
    { files: ['docs/examples/**'], rules: { 'no-restricted-properties': 'off' } },
    {
      files: ['scripts/**', '*.config.ts', '.storybook/**', 'test/support/**', 'test/e2e/support/**'],
      rules: {
        'no-restricted-globals': 'off',
        'no-restricted-properties': 'off',
        'typescript/consistent-type-assertions': 'off',
      },
    },
    {
      files: ['test/**', 'stories/**'],
      rules: {
        'max-lines-per-function': 'off',
        'max-lines': 'off',
        'no-console': 'off',
        'no-restricted-properties': 'off',
        'react/exhaustive-deps': 'off',
        'typescript/consistent-type-assertions': 'off',
        'vitest/no-focused-tests': 'error',
        'vitest/no-disabled-tests': 'error',
        'vitest/expect-expect': 'off',
        'vitest/no-conditional-tests': 'off',
        'vitest/no-standalone-expect': 'off',
        'vitest/require-to-throw-message': 'off',
        'vitest/valid-describe-callback': 'off',
        'vitest/valid-title': 'off',
        'vitest/warn-todo': 'off',
      },
    },
  ],
});

/** The lint zone of a room's files at one folder depth: the row of the plan, said while one types. */
function zone(room: string, depth: number): OxlintOverride {
  const name = room === '' ? 'the package door' : `src/${room}`;
  const out = room === '' ? '\\./' : '\\.\\./'.repeat(depth + 1);
  const files = room === '' ? 'src/index.ts' : `src/${room}/${'*/'.repeat(depth)}*.{ts,tsx}`;
  const patterns = [
    {
      regex: `^${out}(${forbiddenRooms(room).join('|')})/`,
      message: `The plan does not let ${name} import this room (docs/architecture.md, floors).`,
    },
    {
      regex: `^(${forbiddenPackages(room).join('|')})(/|$)`,
      message: `The plan does not let ${name} import this package.`,
    },
    { regex: '^node:', message: 'Only src/server/node may import from Node.' },
  ];
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

function forbiddenRooms(room: string): string[] {
  const { floor, mayImport } = ROOMS[room] ?? { floor: 0, mayImport: [] };
  const allowed = [room, ...mayImport, ...(floor > 0 ? OPEN_ROOMS : [])];
  const all = [...Object.keys(ROOMS), ...Object.keys(INNER_ROOMS)];
  return all.filter((other) => other !== '' && !allowed.includes(other) && !other.startsWith(`${room}/`));
}

function forbiddenPackages(room: string): string[] {
  const all = [...Object.values(ROOMS), ...Object.values(INNER_ROOMS)].flatMap(({ packages }) => packages);
  return [...new Set(['preact', ...all])].filter(
    (name) => !name.endsWith(':') && ROOMS[room]?.packages.includes(name) !== true,
  );
}
