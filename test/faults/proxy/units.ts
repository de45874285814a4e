import { encodeHead, type HttpHead } from './httpReader.ts';
import { encodeFrame, type WsFrame } from './wsFrames.ts';

/** What a connection is about at the moment, read from its request line. */
export type Target = 'stream' | 'send' | 'upload' | 'session' | 'read' | 'other';

/** The smallest thing that a fault can do something to, in one direction. */
export type Unit =
  /** A whole request, with its body. */
  | { readonly kind: 'request'; readonly head: HttpHead; readonly body: Buffer }
  /** A whole answer, with its body. */
  | { readonly kind: 'answer'; readonly head: HttpHead; readonly body: Buffer }
  /** The head of an answer that goes on: an event stream, or the 101 of a WebSocket. */
  | { readonly kind: 'opening'; readonly head: HttpHead }
  /** One SSE event, its empty line included. */
  | { readonly kind: 'event'; readonly body: Buffer }
  /** The server ended the event stream. */
  | { readonly kind: 'ending' }
  | { readonly kind: 'frame'; readonly frame: WsFrame; readonly isMasked: boolean };

/** The bytes of a unit on the wire. */
export function encodeUnit(unit: Unit): Buffer {
  switch (unit.kind) {
    case 'request':
    case 'answer':
      return Buffer.concat([encodeHead(withLength(unit.head, unit.body.length)), unit.body]);
    case 'opening':
      return encodeHead(unit.head);
    case 'event':
      return Buffer.concat([
        Buffer.from(`${unit.body.length.toString(16)}\r\n`),
        unit.body,
        Buffer.from('\r\n'),
      ]);
    case 'ending':
      return Buffer.from('0\r\n\r\n');
    case 'frame':
      return encodeFrame(unit.frame, unit.isMasked);
  }
}

/** The text that a unit carries, where it carries one. */
export function textOf(unit: Unit): string | undefined {
  if (unit.kind === 'event' || unit.kind === 'answer' || unit.kind === 'request')
    return unit.body.toString('utf8');
  return unit.kind === 'frame' && unit.frame.opcode === 1 ? unit.frame.payload.toString('utf8') : undefined;
}

/** The same unit with another text in it. */
export function withText<T extends Unit>(unit: T, text: string): Unit {
  const bytes = Buffer.from(text, 'utf8');
  if (unit.kind === 'event' || unit.kind === 'answer' || unit.kind === 'request')
    return { ...unit, body: bytes };
  return unit.kind === 'frame' ? { ...unit, frame: { ...unit.frame, payload: bytes } } : unit;
}

/** What a request is about. */
export function targetOf({ line }: HttpHead): Target {
  const [method = '', address = ''] = line.split(' ');
  const path = address.split('?')[0] ?? '';
  if (/\/(socket|stream|poll)$/.test(path)) return 'stream';
  if (path.endsWith('/messages') && method === 'POST') return 'send';
  if (/\/attachments(\/|$)/.test(path) || /\/uploads(\/|$)/.test(path)) return 'upload';
  if (/\/sessions(\/[^/]+)?$/.test(path)) return 'session';
  if (/\/(history|entries)$/.test(path)) return 'read';
  return 'other';
}

function withLength(head: HttpHead, length: number): HttpHead {
  const others = head.headers.filter(([name]) => name !== 'content-length' && name !== 'transfer-encoding');
  const isBare = /^(GET|HEAD|DELETE|OPTIONS) /.test(head.line) || /^HTTP\/1.1 204/.test(head.line);
  return {
    ...head,
    headers: isBare && length === 0 ? others : [...others, ['content-length', String(length)]],
  };
}
