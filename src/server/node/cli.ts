#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decode } from '../../lib/index.ts';
import { runChild } from './runChild.ts';
import { startDemo, type RunningDemo } from './runDemo.ts';
import { lineOf, runServer } from './runServer.ts';
import { configFromEnvironment, SETTINGS, type StandaloneName } from './settings.ts';

const COMMANDS: Readonly<Record<string, string>> = {
  demo: 'sandbox, connector, token service, push connector and a shop page, all on this machine',
  connector: 'the server between pages and a contact centre',
  tokens: "changes the site's own sign-in for customer tokens",
  push: 'takes push callbacks and notifies devices',
  sandbox: 'a small contact centre for development and tests',
};

const decodeLevel = decode.withDefault(decode.oneOf('DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'), 'WARN');

const [command = '', ...args] = process.argv.slice(2);
if (command === 'child' && process.send) runChild();
else if (command === 'demo') await demo(args);
else if (isStandalone(command)) await standalone(command, args);
else if (['help', '--help', '-h'].includes(command)) process.stdout.write(overview());
else fail(`${command === '' ? 'Say what to start' : `Unknown command "${command}"`}.\n\n${overview()}`);

async function demo(given: readonly string[]): Promise<void> {
  const { values } = parse(given, {
    data: { type: 'string', default: '.colloquy' },
    database: { type: 'string' },
    bot: { type: 'string', default: 'on' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help === true) return void process.stdout.write(demoHelp());
  if (values.bot !== 'on' && values.bot !== 'off') return fail('--bot takes on or off.');
  const database = values.database ?? process.env['COLLOQUY_DATABASE_URL'];
  const logLevel = decodeLevel(process.env['LOG_LEVEL']);
  if (!logLevel.ok) return fail('LOG_LEVEL takes DEBUG, INFO, WARN, ERROR or OFF.');
  // Taken before the start: an early Ctrl-C must not leave half of it running.
  let stopAsked = false;
  const stopWanted = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(signal, () => {
        stopAsked = true;
        resolve();
      });
    }
  });
  try {
    const running = await startDemo({
      dataDir: String(values.data),
      databaseUrl: database === undefined || database === '' ? undefined : String(database),
      host: process.env['HOST'] || '127.0.0.1',
      port: portOf(process.env['PORT']),
      publicHost: process.env['PUBLIC_HOST'] || undefined,
      logLevel: logLevel.value,
      bot: values.bot === 'on',
      entry: fileURLToPath(import.meta.url),
    });
    if (!stopAsked) process.stdout.write(welcome(running));
    await stopWanted;
    await running.stop();
    process.exit(0);
  } catch (error) {
    fail(`colloquy demo: ${lineOf(error)}`);
  }
}

async function standalone(server: StandaloneName, given: readonly string[]): Promise<void> {
  const { values } = parse(given, {
    data: { type: 'string' },
    database: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  if (values.help === true) return void process.stdout.write(serverHelp(server));
  const data = typeof values.data === 'string' ? { COLLOQUY_DATA: values.data } : {};
  const database = typeof values.database === 'string' ? { COLLOQUY_DATABASE_URL: values.database } : {};
  const config = configFromEnvironment(server, { ...process.env, ...data, ...database });
  if (!config.ok) {
    const lines = config.faults.map((fault) => `  ${fault.message}`).join('\n');
    return fail(`colloquy ${server} is not fully configured:\n${lines}\nSee: colloquy ${server} --help`);
  }
  await runServer(config.value, (port) => {
    process.stdout.write(`colloquy ${server} listens on ${config.value.host}:${port}\n`);
  });
}

function isStandalone(word: string): word is StandaloneName {
  return Object.hasOwn(SETTINGS, word);
}

function parse(
  given: readonly string[],
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options'] & object,
) {
  try {
    return parseArgs({ args: [...given], options });
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The arguments could not be read.');
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  // Four more follow it.
  if (!Number.isInteger(port) || port < 0 || port > 65_531)
    return fail('PORT must be a number from 0 to 65531.');
  return port;
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, text]) => `  colloquy ${name.padEnd(10)} ${text}`);
  return `Usage:\n${lines.join('\n')}\n\ncolloquy COMMAND --help tells the settings of each.\n`;
}

function demoHelp(): string {
  return [
    'Usage: colloquy demo [--data DIR] [--database URL] [--bot off]',
    '',
    `Starts ${COMMANDS['demo']}.`,
    '',
    '  --data DIR   folder of all data; default .colloquy. DIR/demo.json says addresses and keys once all is ready.',
    '  --database URL  PostgreSQL (postgres://…) instead of the data files; DIR then keeps secrets and addresses only',
    '  --bot off    silences the greeter bot',
    '',
    'Environment:',
    '  PORT         port of the shop page, the others take the four after it; default 4300; 0 takes free ones',
    '  HOST         address to listen on; default 127.0.0.1, which keeps the demo to this machine',
    '  PUBLIC_HOST  name of this machine in the addresses, where HOST is 0.0.0.0',
    '  LOG_LEVEL    DEBUG, INFO, WARN (default), ERROR, OFF',
    '',
  ].join('\n');
}

function serverHelp(server: StandaloneName): string {
  const lines = SETTINGS[server].map((each) => `  ${each.name.padEnd(32)} ${each.help}`);
  return [
    `Usage: colloquy ${server} [--data DIR] [--database URL]`,
    '',
    `${COMMANDS[server]}. Configured by the environment; docs/deploying.md tells more.`,
    '',
    ...lines,
    '',
  ].join('\n');
}

function welcome({ facts, demoFile }: RunningDemo): string {
  const people = facts.agents.map(({ user, password }) => `${user} / ${password}`).join('  or  ');
  return [
    'Colloquy is running.',
    '',
    `  Shop page     ${facts.demoUrl}/`,
    `  Agent desk    ${facts.deskUrl}`,
    `  Agents        ${people}`,
    `  Administrator ${facts.admin.user} / ${facts.admin.password}`,
    '',
    `Addresses and keys for programs: ${demoFile}`,
    'Ctrl-C stops it. All that was said is kept.',
    '',
  ].join('\n');
}
