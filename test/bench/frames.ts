/** Until the next frame is drawn; gives the time then, milliseconds. */
export function framePainted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A task of its own runs after the frame that is being drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(0);
    });
  });
}

/** As many frames. */
export async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await framePainted();
}
