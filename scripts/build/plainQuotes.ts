import type { Plugin } from 'vite';
import { isNode, nodesOf, rewriteChunks, type Node } from './rewriteChunks.ts';

/** Writes texts in single quotes that the minifier has put in backticks: beside keys and markup they compress better. */
export function plainQuotes(): Plugin {
  return rewriteChunks('plain-quotes', (program) => {
    const tagged = new Set<unknown>();
    return [...nodesOf(program)].flatMap((node) => {
      if (node['type'] === 'TaggedTemplateExpression') tagged.add(node['quasi']);
      const value = tagged.has(node) ? undefined : textOf(node);
      return value === undefined ? [] : [{ start: node.start, end: node.end, text: quoted(value) }];
    });
  });
}

/** A text without expressions, however it is quoted. */
function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis) || quasis.length !== 1) return undefined;
  const [part]: unknown[] = quasis;
  const { cooked } = isNode(part) ? (part['value'] as { cooked: string }) : {};
  return cooked;
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
