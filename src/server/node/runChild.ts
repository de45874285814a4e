import { decodeServerConfig } from './serverConfig.ts';
import { runServer } from './runServer.ts';

/**
 * The inside of a supervised process: its configuration comes as the first message of the parent (not by environment or
 * arguments, which other users can read), readiness goes back the same way. Ends when the parent is gone, however it went.
 */
export function runChild(): void {
  process.on('disconnect', () => process.exit(1));
  process.once('message', (message) => {
    const config = decodeServerConfig(message);
    if (!config.ok) {
      process.stderr.write(
        `bad configuration: ${config.faults.map((each) => `${each.path} ${each.message}`).join('; ')}\n`,
      );
      process.exit(1);
    }
    void runServer(config.value, (port) => process.send?.({ type: 'ready', port }));
  });
  process.send?.({ type: 'waiting' });
}
