import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './imports.ts';

const OURS = { cwd: ROOT, exclude: (name: string) => /(^|\/)(node_modules|dist|\.git)$/.test(name) };
const tests = globSync('test/**/*.{test,spec}.{ts,tsx}', OURS).filter(
  (file) => !file.startsWith('test/architecture/'),
);

test.for(globSync('**/package-lock.json', OURS))('%s names no host to fetch from', (lock) => {
  expect(read(lock)).not.toContain('"resolved"');
});

test.for(globSync('**/package.json', OURS))('%s pins its packages exactly', (file) => {
  const {
    dependencies = {},
    devDependencies = {},
  }: Record<string, Record<string, string>> = JSON.parse(read(file));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, range]) =>
    /^[\^~*><]/.test(range),
  );
  expect(loose).toEqual([]);
});

test('no test sleeps', () => {
  expect(tests.filter((file) => /\bwaitForTimeout\(|setTimeout\(resolve\b/.test(read(file)))).toEqual([]);
});

test('the rooms without React are tested without React', () => {
  const bare = tests.filter((file) =>
    /^test\/(lib|protocol|model|client|store|server|locales|facades)\//.test(file),
  );
  expect(
    bare.filter((file) => /\.tsx$|from '(react|react-dom|styled-components)/.test(file + read(file))),
  ).toEqual([]);
});

test('no test keeps a snapshot of markup', () => {
  expect(tests.filter((file) => /\.toMatch(Inline)?Snapshot\(/.test(read(file)))).toEqual([]);
});

test('no source speaks of a machine of its own', () => {
  const files = globSync('{src,stories,docs,public,test}/**/*.{ts,tsx,md,html,json}', OURS);
  const paths = /(?<![\w.$}/])\/(home|root|work|Users)\/\w/;
  expect(
    files.filter((file) => file !== 'test/architecture/repository.test.ts' && paths.test(read(file))),
  ).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
