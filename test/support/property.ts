import fc from 'fast-check';

/**
 * fast-check with one seed, so that a red run is red again on any machine. To look where no run has looked yet, name another:
 * `COLLOQUY_PROPERTY_SEED=$RANDOM npx vitest run --project node`.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['COLLOQUY_PROPERTY_SEED'] ?? 20_261_121),
});

export default fc;
