import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decode, encodeBase64Url, type DecodedBy, type Decoder, type Random } from '../../lib/index.ts';

const text = decode.string({ min: 1, max: 4096 });
const maybe = decode.optional(text);
const port = decode.optional(decode.number({ min: 1, max: 65_535, whole: true }));

const decodeState = decode.object({
  accountId: text,
  adminPassword: text,
  agents: decode.list(decode.object({ user: text, name: text, password: text }), { min: 1 }),
  siteKey: text,
  cookieKey: text,
  pushSecret: text,
  /** The part of the webhook address that nobody can guess. */
  webhookPath: text,
  ports: decode.object({ demo: port, connector: port, sandbox: port, tokens: port, push: port }),
  /** What the seeding has made so far: ids by what they are for. */
  seeded: decode.object({
    applicationId: maybe,
    clientId: maybe,
    clientSecret: maybe,
    appkey: maybe,
    messagingElementId: maybe,
    chatElementId: maybe,
    messagingIntegrationId: maybe,
    chatIntegrationId: maybe,
    pushConfigurationId: maybe,
  }),
});

/** The demo's own memory beside the data: secrets made once, ports, and what was seeded. */
export type DemoState = DecodedBy<typeof decodeState>;

/** What the seeding has made so far. */
export type Seeded = DemoState['seeded'];

/** The state in this file, or a fresh one. Throws a RangeError with one line when the file is there but unreadable. */
export function readDemoState(path: string, random: Random): DemoState {
  const held = readIfThere(path);
  if (held === undefined) return freshState(random);
  const decoded = decode.decodeJson(held, decodeState);
  if (decoded.ok) return decoded.value;
  throw new RangeError(
    `The file ${path} is damaged. Put back a backup of the data folder, or name another one with --data (docs/deploying.md, "Back up and restore").`,
  );
}

/** Reads one JSON file through a decoder; undefined when it is absent or not of that shape. */
export function readJsonFile<T>(path: string, decoder: Decoder<T>): T | undefined {
  const held = readIfThere(path);
  const decoded = held === undefined ? undefined : decode.decodeJson(held, decoder);
  return decoded?.ok ? decoded.value : undefined;
}

/** Makes the folder, for its owner only, where there is none. Throws a RangeError of one line. */
export function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new RangeError(`The folder ${path} cannot be made: ${reasonOf(error)}`);
  }
}

/** Writes a file whole or not at all, readable by its owner only (it may hold secrets). Throws a RangeError of one line. */
export function writePrivateFile(path: string, content: string): void {
  const draft = `${path}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    throw new RangeError(`The file ${path} cannot be written: ${reasonOf(error)}`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new RangeError(`The file ${path} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

function freshState(random: Random): DemoState {
  const secret = (bytes: number): string => encodeBase64Url(random.bytes(bytes));
  return {
    accountId: Array.from(random.bytes(6), (byte) => LETTERS[byte % LETTERS.length]).join(''),
    adminPassword: secret(9),
    agents: [
      { user: 'alex', name: 'Alex Morgan', password: secret(9) },
      { user: 'sam', name: 'Sam Rivera', password: secret(9) },
    ],
    siteKey: secret(32),
    cookieKey: secret(32),
    pushSecret: secret(24),
    webhookPath: secret(18),
    ports: {},
    seeded: {},
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
