import { existsSync, writeFileSync } from 'node:fs';

/**
 * A server process for the supervisor's tests: says that it is ready, or dies before, as its configuration tells. With a
 * data folder it is ready the first time only.
 */
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => process.exit(0));
process.on('message', (config) => {
  if (Reflect.get(Object(config), 'server') === 'sandbox') process.exit(1);
  const once = Reflect.get(Object(config), 'dataDir');
  if (typeof once === 'string') {
    if (existsSync(`${once}/was-ready`)) process.exit(1);
    writeFileSync(`${once}/was-ready`, '');
  }
  process.send?.({ type: 'ready', port: 1 });
});
process.send?.({ type: 'waiting' });
