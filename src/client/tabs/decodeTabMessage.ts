import { decode } from '../../lib/index.ts';
import type { TabMessage } from './tabMessage.ts';

/** Reads what came over the channel: its name is ours alone, so what says it is a message is one. */
export function decodeTabMessage(input: unknown): TabMessage | undefined {
  return decode.isRecord(input) && typeof input['from'] === 'string'
    ? (input as unknown as TabMessage)
    : undefined;
}
