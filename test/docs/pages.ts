import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';

/** Every page somebody reads, by path from the root; not what is generated (`docs/api`). */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/llms.txt',
  ...globSync('docs/{*,guides/*,examples/*,decisions/*}.md', { cwd: ROOT }).sort(),
];

/** What stands between two fences. */
export interface Snippet {
  readonly page: string;
  /** As the fence says: `tsx`. */
  readonly language: string;
  /** The page's line of the first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

/** The text of a page, or of any other file of the tree. */
export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** The fenced snippets of these languages, page by page. */
export function snippetsIn(languages: readonly string[]): readonly Snippet[] {
  return PAGES.flatMap((page) => {
    const text = readPage(page);
    return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(
      ({ 1: language = '', 2: code = '', index }) =>
        languages.includes(language)
          ? [{ page, language, line: text.slice(0, index).split('\n').length + 1, code }]
          : [],
    );
  });
}
