import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { end, type Desktop } from './desktop.ts';
import { createTranscript, type Utterance } from './transcript.ts';
import { until } from './until.ts';

/** A running screen reader whose words are written down instead of spoken. */
export interface Orca {
  /** Everything it has said so far. */
  said(): readonly Utterance[];
  /** Its debug log; gone with the desktop. */
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Starts Orca on a desktop. Rejects with what it printed when it does not come up. */
export async function startOrca(desktop: Desktop): Promise<Orca> {
  const prefs = join(desktop.home, 'orca');
  mkdirSync(prefs, { recursive: true });
  writeFileSync(join(prefs, 'user-settings.conf'), JSON.stringify(SETTINGS));
  writeFileSync(join(prefs, 'orca-customizations.py'), CUSTOMIZATIONS);
  const file = join(desktop.home, 'orca.log');
  writeFileSync(file, '');
  const child = spawn('orca', ['--user-prefs', prefs, '--debug-file', file], {
    env: desktop.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr])
    pipe.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2_000)));

  const log = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const parse = createTranscript();
  const said: Utterance[] = [];
  const buffer = Buffer.alloc(1 << 20);
  const listen = (): readonly Utterance[] => {
    for (let size = readSync(log, buffer); size > 0; size = readSync(log, buffer))
      said.push(...parse(decoder.write(buffer.subarray(0, size))));
    return said;
  };
  await until('Orca to come up', () => {
    if (child.exitCode !== null) throw new Error(`Orca ended with ${child.exitCode}: ${output}`);
    return listen().length > 0;
  });
  return {
    said: listen,
    logFile: file,
    async stop() {
      await end(child);
      closeSync(log);
    },
  };
}

/** It reads a page only when it is asked to: what it says unasked is what the chat wants said. */
const SETTINGS = {
  general: {
    startingProfile: ['Default', 'default'],
    sayAllOnLoad: false,
    pageSummaryOnLoad: false,
    enableKeyEcho: false,
  },
  profiles: { default: { profile: ['Default', 'default'] } },
  pronunciations: {},
  keybindings: {},
};

/** Orca's own place for such things. The speech server is left out: without a sound card a call to it can stand still. */
const CUSTOMIZATIONS = `from orca import debug, settings
debug.debugLevel = debug.LEVEL_INFO
debug.debugFile.reconfigure(line_buffering=True)
settings.speechFactoryModules = []
settings.speechServerFactory = None
settings.enableBraille = False
`;
