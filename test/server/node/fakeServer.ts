/** A server process for the supervisor's tests: says that it is ready, or dies before, as its configuration tells. */
process.on('disconnect', () => process.exit(1));
process.on('SIGTERM', () => process.exit(0));
process.on('message', (config) => {
  if (Reflect.get(Object(config), 'server') === 'sandbox') process.exit(1);
  process.send?.({ type: 'ready', port: 1 });
});
process.send?.({ type: 'waiting' });
