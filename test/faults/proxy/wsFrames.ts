/** One WebSocket frame (RFC 6455, 5.2), unmasked. */
export interface WsFrame {
  readonly fin: boolean;
  /** 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  readonly opcode: number;
  readonly payload: Buffer;
}

/** Cuts a byte stream into frames, in pieces of any size. */
export function createFrameSplitter(): { push(bytes: Buffer): readonly WsFrame[] } {
  let rest: Buffer = Buffer.alloc(0);
  return {
    push(bytes) {
      rest = Buffer.concat([rest, bytes]);
      const frames: WsFrame[] = [];
      for (let next = readFrame(rest); next; next = readFrame(rest)) {
        frames.push(next.frame);
        rest = rest.subarray(next.length);
      }
      return frames;
    },
  };
}

/** The bytes of a frame; `isMasked` as a client must (with a key of zeros: nobody is fooled, nobody need be). */
export function encodeFrame({ fin, opcode, payload }: WsFrame, isMasked: boolean): Buffer {
  const first = (fin ? 0x80 : 0) | opcode;
  const mask = isMasked ? 0x80 : 0;
  let head: Buffer;
  if (payload.length < 126) head = Buffer.from([first, mask | payload.length]);
  else if (payload.length < 65_536) {
    head = Buffer.from([first, mask | 126, 0, 0]);
    head.writeUInt16BE(payload.length, 2);
  } else {
    head = Buffer.from([first, mask | 127, 0, 0, 0, 0, 0, 0, 0, 0]);
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, isMasked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

function readFrame(bytes: Buffer): { readonly frame: WsFrame; readonly length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const first = bytes[0] ?? 0;
  const second = bytes[1] ?? 0;
  let length = second & 0x7f;
  let at = 2;
  if (length === 126) {
    if (bytes.length < 4) return undefined;
    length = bytes.readUInt16BE(2);
    at = 4;
  } else if (length === 127) {
    if (bytes.length < 10) return undefined;
    length = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  const isMasked = (second & 0x80) !== 0;
  const key = isMasked ? bytes.subarray(at, at + 4) : undefined;
  if (isMasked) at += 4;
  if (bytes.length < at + length) return undefined;
  const payload = Buffer.from(bytes.subarray(at, at + length));
  if (key)
    for (let index = 0; index < payload.length; index++)
      payload[index] = (payload[index] ?? 0) ^ (key[index % 4] ?? 0);
  return { frame: { fin: (first & 0x80) !== 0, opcode: first & 0x0f, payload }, length: at + length };
}
