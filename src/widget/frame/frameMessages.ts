import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';

const text = decode.string({ max: 32_768 });
const words = decode.string({ max: 256 });

/** The first word of a host, with a port; everything after it goes through the port. */
export const decodeHandshake = decode.object({
  colloquy: decode.oneOf('connect'),
  /** Said back by the frame, so that the host knows who answers. */
  nonce: decode.string({ min: 16, max: 64 }),
  locale: words,
  theme: words,
  /** A colour; what the frame's own page says where the host says nothing. */
  brand: decode.optional(words),
  contrast: decode.optional(decode.oneOf('more')),
  colorScheme: decode.oneOf('light', 'dark', 'auto'),
  /** Whether the chat can be put away. */
  floating: decode.boolean,
  parameters: decode.map(decode.string({ max: 1024 }), { maxEntries: 20 }),
});

/** See `decodeHandshake`. */
export type Handshake = DecodedBy<typeof decodeHandshake>;

/** What a host may ask of the chat in the frame. It can neither read nor name a token, an address or a message. */
export type HostMessage =
  | { readonly type: 'open'; readonly open: boolean; readonly quiet: boolean }
  | { readonly type: 'send'; readonly text: string }
  | { readonly type: 'context'; readonly parameters: Readonly<Record<string, string>> }
  | { readonly type: 'identify' | 'logout' };

/** Reads a host's message from the port. */
export const decodeHostMessage = decode.union<HostMessage>('type', {
  open: decode.object({ type: decode.oneOf('open'), open: decode.boolean, quiet: decode.boolean }),
  send: decode.object({ type: decode.oneOf('send'), text }),
  context: decode.object({
    type: decode.oneOf('context'),
    parameters: decode.map(decode.string({ max: 1024 }), { maxEntries: 20 }),
  }),
  identify: decode.object({ type: decode.oneOf('identify') }),
  logout: decode.object({ type: decode.oneOf('logout') }),
});

/** What the frame tells: how many, never what. */
export type FrameMessage =
  | { readonly type: 'connected'; readonly nonce: string; readonly title: string }
  | { readonly type: 'minimize' | 'ended' | 'message' }
  | { readonly type: 'unread'; readonly count: number; readonly label: string }
  | { readonly type: 'conversation'; readonly there: boolean }
  | { readonly type: 'error'; readonly code: string };

/** Reads the frame's message from the port. */
export const decodeFrameMessage = decode.union<FrameMessage>('type', {
  connected: decode.object({ type: decode.oneOf('connected'), nonce: words, title: words }),
  minimize: decode.object({ type: decode.oneOf('minimize') }),
  ended: decode.object({ type: decode.oneOf('ended') }),
  message: decode.object({ type: decode.oneOf('message') }),
  unread: decode.object({
    type: decode.oneOf('unread'),
    count: decode.number({ min: 0, whole: true }),
    label: words,
  }),
  conversation: decode.object({ type: decode.oneOf('conversation'), there: decode.boolean }),
  error: decode.object({ type: decode.oneOf('error'), code: words }),
});
