import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs of a desktop without a screen. */
const PROGRAMS = ['orca', 'Xvfb', 'dbus-daemon'];
/** Started by the session bus on demand: in no PATH. */
const ACCESSIBILITY_BUS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'];
const PACKAGES = ['orca', 'at-spi2-core', 'speech-dispatcher', 'xvfb', 'dbus-x11'];

/**
 * Finds Orca and what it needs, or installs them: Debian's, through apt, where we are root. Throws an error that says in one
 * line what to do.
 */
export function ensureScreenReader(): void {
  if (missing().length === 0) return;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`No ${missing().join(', ')} found; installing Debian's.`);
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
    if (quietly([...apt, 'update']))
      quietly([...apt, 'install', '-y', '--no-install-recommends', ...PACKAGES]);
  }
  const still = missing();
  if (still.length > 0)
    throw new Error(`No ${still.join(', ')} here. Install them: "sudo apt install ${PACKAGES.join(' ')}".`);
}

function missing(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const programs = PROGRAMS.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  return ACCESSIBILITY_BUS.some((path) => existsSync(path)) ? programs : [...programs, 'at-spi2-core'];
}

function quietly(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
