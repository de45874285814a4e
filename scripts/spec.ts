import { runCommand } from './check/command.ts';

/** `spec [vitest arguments]`: the unit and component tests, or what the arguments choose of them. */
const given = process.argv.slice(2);
const projects = given.includes('--project') ? [] : ['--project', 'node', '--project', 'browser'];
process.exitCode = await runCommand('vitest', ['run', ...projects, ...given]);
