import { readFile } from 'node:fs/promises';
import { decode, type DecodedBy } from '../../lib/index.ts';

const text = decode.string({ min: 1, max: 4096 });

/** Reads one integration of a configuration. */
export const decodeIntegration = decode.object({
  id: text,
  kind: decode.oneOf('messaging', 'chat'),
  channelProviderId: text,
});

/** An integration as configurations and `demo.json` name it. */
export type NamedIntegration = DecodedBy<typeof decodeIntegration>;

/** Reads a list of integrations: at least one. */
export const decodeIntegrations = decode.list(decodeIntegration, { min: 1, max: 1000 });

/** The file that a setting like `@/path/integrations.json` names. */
export function fileOf(setting: string): string {
  return setting.slice(1);
}

/** The integrations in this file, read anew. Rejects with a RangeError of one line when they are not there. */
export async function readIntegrations(path: string): Promise<readonly NamedIntegration[]> {
  const held = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new RangeError(
      `The file ${path} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  });
  const decoded = decode.decodeJson(held, decodeIntegrations);
  if (decoded.ok) return decoded.value;
  const faults = decoded.faults.map((each) => `${each.path} ${each.message}`.trim()).join('; ');
  throw new RangeError(`The file ${path} is not a list of integrations: ${faults}.`);
}
