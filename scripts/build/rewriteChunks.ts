import type { Plugin } from 'vite';

/** What stands from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A node of a syntax tree, as far as one looks at any. */
export type Node = Readonly<Record<string, unknown>> & { readonly start: number; readonly end: number };

/** Finds what is to be edited: the edits of one chunk, none within another, in any order. */
export type FindEdits = (program: Node, code: string) => readonly Edit[];

/** Edits the finished code of each chunk. */
export function rewriteChunks(name: string, find: FindEdits): Plugin {
  return {
    name: `colloquy:${name}`,
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const program: unknown = this.parse(chunk.code);
        if (isNode(program)) chunk.code = edited(chunk.code, find(program, chunk.code));
      }
    },
  };
}

/** Edits each chunk before it is made small: what our own code calls something still bears that name. */
export function rewriteNamed(name: string, find: FindEdits): Plugin {
  return {
    name: `colloquy:${name}`,
    renderChunk(code) {
      const program: unknown = this.parse(code);
      return isNode(program) ? { code: edited(code, find(program, code)), map: null } : undefined;
    },
  };
}

/** All nodes below one, itself included, from the outside in. */
export function* nodesOf(input: unknown): Generator<Node> {
  if (isNode(input)) yield input;
  if (typeof input === 'object' && input !== null)
    for (const one of Object.values(input)) yield* nodesOf(one);
}

/** Whether it is a node, and no list, text or number of one. */
export function isNode(input: unknown): input is Node {
  return typeof input === 'object' && input !== null && 'type' in input && 'start' in input;
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = '';
  let doneTo = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    text += code.slice(doneTo, edit.start) + edit.text;
    doneTo = edit.end;
  }
  return text + code.slice(doneTo);
}
