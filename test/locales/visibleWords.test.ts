import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import ts from 'typescript';

const SRC = new URL('../../src/', import.meta.url).pathname;

/** The rooms that put something on a screen. */
const ROOMS = ['components', 'panels', 'desk', 'widget', 'theme', 'hooks', 'inspector'];

/** What a reader sees or hears of an element beside its content. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|heading|text)$/;

/** The launcher's own English, which a test of the widget holds against the pack. */
const KNOWN = new Set(['widget/launcher.ts']);

/** Notation, the same in every language: the beginning of an address, an attribute and its value. */
const NOTATION = /^(https:\/\/|(\w+=\w+(, )?)+)$/;

/** These take a text for developers, as a thrown error does. */
const TELLS_DEVELOPERS = /^(this\.)?logger\.\w+$/;

const WORD = /\p{L}{2,}/u;
const SENTENCE = /^\p{Lu}\p{Ll}+[,.!?:]?( \p{L}+[,.!?:]?)+/u;

test.each(ROOMS)('no word that %s shows lives outside the locales', (room) => {
  const files = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file))
    .filter((file) => !KNOWN.has(file));
  expect(files.flatMap((file) => wordsIn(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

test('the search finds what it is for', () => {
  const text = `const a = <p title="Hello" id="x">Hello {name}</p>; node.textContent = 'Bye now';
    node.setAttribute('aria-label', 'Close'); const b = <i aria-label={'Shut'} />; throw new Error('This is for developers');`;
  expect(wordsIn('x.tsx', text).map((found) => found.replace(/^.*?: /, ''))).toEqual([
    'Hello',
    'Hello',
    'Bye now',
    'Close',
    'Shut',
  ]);
});

function wordsIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = saidBy(node);
    if (said !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${said}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** What a reader would get from this node, if anything. */
function saidBy(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return WORD.test(node.text) ? node.text.trim() : undefined;
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return undefined;
  if (NOTATION.test(node.text) || isForDevelopers(node)) return undefined;
  const isSpoken = isSpokenAttribute(node.parent) || isSpokenAssignment(node) || isSpokenCall(node);
  return (isSpoken && WORD.test(node.text)) || SENTENCE.test(node.text) ? node.text : undefined;
}

function isSpokenAttribute(parent: ts.Node): boolean {
  const attribute = ts.isJsxExpression(parent) ? parent.parent : parent;
  return ts.isJsxAttribute(attribute) && SPOKEN.test(attribute.name.getText());
}

function isSpokenAssignment({ parent }: ts.Node): boolean {
  return (
    ts.isBinaryExpression(parent) &&
    ts.isPropertyAccessExpression(parent.left) &&
    /^(textContent|innerText|title|placeholder|alt|ariaLabel)$/.test(parent.left.name.text)
  );
}

function isSpokenCall(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent) || node.parent.arguments[1] !== node) return false;
  const [name] = node.parent.arguments;
  return name !== undefined && ts.isStringLiteral(name) && SPOKEN.test(name.text);
}

/** What is thrown or logged is read by those who build the page. */
function isForDevelopers(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isThrowStatement(at) || ts.isJsxElement(at)) return ts.isThrowStatement(at);
    if (ts.isNewExpression(at) && at.expression.getText().endsWith('Error')) return true;
    if (ts.isCallExpression(at) && TELLS_DEVELOPERS.test(at.expression.getText())) return true;
  }
  return false;
}
