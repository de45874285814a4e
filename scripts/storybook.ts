import { runCommand } from './check/command.ts';

/** `storybook dev|build`: never asks the network (`STORYBOOK_DISABLE_TELEMETRY` is set by run.mjs; the update check is off here). */
const [mode = 'dev', ...rest] = process.argv.slice(2);
const args =
  mode === 'build'
    ? ['build', '--output-dir', 'storybook-static', '--quiet']
    : [
        'dev',
        '--port',
        process.env['PORT'] ?? '6006',
        '--no-open',
        '--disable-telemetry',
        '--no-version-updates',
      ];
process.exitCode = await runCommand('storybook', [...args, ...rest], {
  env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  endAfterMs: 0,
});
