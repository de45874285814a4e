import { decodeHandshake } from './frameMessages.ts';
import type { Handshake } from './frameMessages.ts';

/**
 * Whether a window message is the handshake of a host that may hold this frame: from the very window around it, from an
 * origin on the list, character by character, with one port and nothing unknown in it. Undefined for everything else.
 */
export function acceptHost(
  event: HostEvent,
  hosts: readonly string[],
  parent: unknown,
): Accepted | undefined {
  if (event.source !== parent || parent === null || parent === undefined) return undefined;
  if (event.origin === 'null' || !hosts.includes(event.origin)) return undefined;
  const [port, ...others] = event.ports;
  const handshake = decodeHandshake(event.data);
  return port && others.length === 0 && handshake.ok ? { port, handshake: handshake.value } : undefined;
}

/** The parts of a `MessageEvent` that count. */
export type HostEvent = Pick<MessageEvent<unknown>, 'data' | 'origin' | 'source' | 'ports'>;

/** A host that may speak, and what it said. */
export interface Accepted {
  readonly port: MessagePort;
  readonly handshake: Handshake;
}
