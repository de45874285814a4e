/** The head of a request or an answer. */
export interface HttpHead {
  /** Request or status line. */
  readonly line: string;
  /** Lower-case names, in order. */
  readonly headers: readonly (readonly [string, string])[];
}

/** What an `HttpReader` finds. */
export type HttpPart =
  | { readonly type: 'head'; readonly head: HttpHead }
  | { readonly type: 'data'; readonly bytes: Buffer }
  | { readonly type: 'end' }
  /** Bytes behind an upgrade: no HTTP any more. */
  | { readonly type: 'raw'; readonly bytes: Buffer };

/** Reads one HTTP/1.1 message after the other from a byte stream. `isBodyless` says which heads have no body (a 101, a HEAD). */
export function createHttpReader(): HttpReader {
  let rest: Buffer = Buffer.alloc(0);
  let state: 'head' | 'length' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailer' | 'raw' | 'eof' = 'head';
  let left = 0;

  const takeHead = (): HttpPart[] | undefined => {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [line = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    rest = rest.subarray(end + 4);
    const headers = lines.map((one): [string, string] => {
      const colon = one.indexOf(':');
      return [one.slice(0, colon).toLowerCase(), one.slice(colon + 1).trim()];
    });
    const head: HttpHead = { line, headers };
    if (/^HTTP\/1.1 101/.test(line)) {
      state = 'raw';
      return [{ type: 'head', head }];
    }
    const length = headerOf(head, 'content-length');
    const isChunked = headerOf(head, 'transfer-encoding')?.includes('chunked') ?? false;
    left = Number(length ?? 0);
    const hasNone = /^HTTP\/1.1 (1\d\d|204|304)/.test(line) || (!isChunked && left === 0);
    state = hasNone ? 'head' : isChunked ? 'chunk-size' : 'length';
    return hasNone ? [{ type: 'head', head }, { type: 'end' }] : [{ type: 'head', head }];
  };
  const takeData = (next: 'head' | 'chunk-end'): HttpPart[] | undefined => {
    if (rest.length === 0) return undefined;
    const bytes = rest.subarray(0, left);
    rest = rest.subarray(bytes.length);
    left -= bytes.length;
    if (left > 0) return [{ type: 'data', bytes }];
    state = next;
    return next === 'head' ? [{ type: 'data', bytes }, { type: 'end' }] : [{ type: 'data', bytes }];
  };
  const takeLine = (): string | undefined => {
    const end = rest.indexOf('\r\n');
    if (end < 0) return undefined;
    const line = rest.subarray(0, end).toString('latin1');
    rest = rest.subarray(end + 2);
    return line;
  };
  const take = (): HttpPart[] | undefined => {
    switch (state) {
      case 'head':
        return takeHead();
      case 'length':
        return takeData('head');
      case 'chunk':
        return takeData('chunk-end');
      case 'chunk-size': {
        const line = takeLine();
        if (line === undefined) return undefined;
        left = Number.parseInt(line, 16);
        state = left === 0 ? 'trailer' : 'chunk';
        return [];
      }
      case 'chunk-end': {
        if (takeLine() === undefined) return undefined;
        state = 'chunk-size';
        return [];
      }
      case 'trailer': {
        const line = takeLine();
        if (line === undefined) return undefined;
        if (line !== '') return [];
        state = 'head';
        return [{ type: 'end' }];
      }
      case 'raw':
      case 'eof': {
        if (rest.length === 0) return undefined;
        const bytes = rest;
        rest = Buffer.alloc(0);
        return [{ type: 'raw', bytes }];
      }
    }
  };

  return {
    push(bytes) {
      rest = Buffer.concat([rest, bytes]);
      const parts: HttpPart[] = [];
      for (let next = take(); next; next = take()) parts.push(...next);
      return parts;
    },
    upgrade() {
      state = 'raw';
    },
  };
}

/** See `createHttpReader`. */
export interface HttpReader {
  push(bytes: Buffer): readonly HttpPart[];
  /** What follows is no HTTP any more. */
  upgrade(): void;
}

/** A header's value, where the head has it. */
export function headerOf(head: HttpHead, name: string): string | undefined {
  return head.headers.find(([known]) => known === name)?.[1];
}

/** The bytes of a head. */
export function encodeHead({ line, headers }: HttpHead): Buffer {
  return Buffer.from(
    `${[line, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`,
    'latin1',
  );
}
