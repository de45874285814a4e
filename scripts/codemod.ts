#!/usr/bin/env node
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rewrite } from './codemod/rewrite.ts';

/**
 * `colloquy-codemod [--dry] PATH...`: rewrites sources and pages that were written against the vendor's SDKs, file by file in
 * place, and says what it changed and what is left to a person (docs/migration.md). `--dry` writes nothing.
 */
const SOURCES = /\.(?:[cm]?[jt]sx?|html?|vue|svelte)$/;
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', '.git']);

const isDry = process.argv.includes('--dry');
const paths = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (paths.length === 0) {
  console.error('Usage: colloquy-codemod [--dry] PATH...');
  process.exit(2);
}
const files = paths.flatMap(listFiles);
let changedFiles = 0;
for (const file of files) {
  const before = readFileSync(file, 'utf8');
  const { text, changes, advice } = rewrite(before);
  if (text !== before) {
    changedFiles++;
    if (!isDry) writeFileSync(file, text);
    console.log(`${file}: ${changes.join(', ')}`);
  }
  for (const line of advice) console.log(`  look at ${file}:${line}`);
}
console.log(`${changedFiles} of ${files.length} files ${isDry ? 'would change' : 'changed'}`);

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (PASSED_OVER.has(entry.name)) return [];
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return listFiles(inside);
    return SOURCES.test(entry.name) ? [inside] : [];
  });
}
