import { configure, getConfig } from '@testing-library/react';

/**
 * A test's next line runs after the effects of what it has just waited for or done: a customer's fingers are slower than a
 * frame, a test's are not, and a key pressed between the drawing and the effect that listens would go nowhere.
 */
export async function runAfterEffects(): Promise<void> {
  if (import.meta.env['RUNTIME'] === 'preact') {
    // Effects wait for the next frame there; on a busy machine that is any time from now.
    const { options } = await import('preact');
    options.requestAnimationFrame = queueMicrotask;
  }
  const { asyncWrapper } = getConfig();
  configure({
    asyncWrapper: (work) =>
      asyncWrapper(async () => {
        const result = await work();
        // React's scheduler posts itself a message, and a second one where the first slice was too short.
        await message();
        await message();
        return result;
      }),
  });
}

/** Resolves with the next turn of messages, which comes after all that were posted before. */
function message(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}
