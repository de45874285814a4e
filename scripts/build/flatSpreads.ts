import type { Plugin } from 'vite';
import { isNode, nodesOf, rewriteNamed, type Edit, type Node } from './rewriteChunks.ts';

/**
 * Makes one call of `Object.assign` of those that the compiler has put into each other for a spread of several parts, and one
 * literal of neighbours. Every target is a fresh object, so that a literal beside it may take its place.
 */
export function flatSpreads(): Plugin {
  return rewriteNamed('flat-spreads', (program, code) => {
    const [, name = 'assign'] = /\{ assign: (\w+) \} = Object\b/.exec(code) ?? [];
    const inner = new Set<Node>();
    return [...nodesOf(program)].flatMap((node) =>
      isAssign(node, name) && !inner.has(node) ? editsOf(node, name, partsOf(node, name, inner)) : [],
    );
  });
}

/** What a call assigns in the end, from the first to the last. @param inner takes the calls that come to nothing. */
function partsOf(call: Node, name: string, inner: Set<Node>): Node[] {
  const given = call['arguments'];
  const [target, ...others] = Array.isArray(given) ? given.filter(isNode) : [];
  if (!target) return [];
  const parts = others.filter((one) => !isLiteral(one) || !isEmpty(one));
  if (!isAssign(target, name) && !isLiteral(target))
    throw new Error('A spread of another form than was known');
  if (!isAssign(target, name)) return [target, ...parts];
  inner.add(target);
  return [...partsOf(target, name, inner), ...parts];
}

function editsOf(call: Node, name: string, all: readonly Node[]): Edit[] {
  const [target, second] = all;
  const parts = target && second && isEmpty(target) && isLiteral(second) ? all.slice(1) : all;
  const edits: Edit[] = [];
  let isOne = true;
  let before = parts[0];
  for (const part of parts.slice(1)) {
    if (!before) break;
    const isJoint = isLiteral(before) && isLiteral(part);
    const inside = isJoint ? 1 : 0; // without the braces between them
    edits.push({ start: before.end - inside, end: part.start + inside, text: ',' });
    isOne &&= isJoint;
    before = part;
  }
  const open = { start: call.start, end: parts[0]?.start ?? call.end, text: isOne ? '(' : `${name}(` };
  return [open, ...edits, { start: before?.end ?? call.end, end: call.end, text: ')' }];
}

function isAssign({ type, callee }: Node, name: string): boolean {
  return (
    type === 'CallExpression' && isNode(callee) && callee['type'] === 'Identifier' && callee['name'] === name
  );
}

function isLiteral({ type }: Node): boolean {
  return type === 'ObjectExpression';
}

function isEmpty({ properties }: Node): boolean {
  return Array.isArray(properties) && properties.length === 0;
}
