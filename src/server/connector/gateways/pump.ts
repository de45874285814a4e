/** Work that is asked for again and again but runs once at a time: asked for while running, it runs once more. */
export interface Pump {
  run(): void;
}

/** @param turn answers whether there is more to do. @param onFault what a rejected turn comes to; the pump rests. */
export function createPump(turn: () => Promise<boolean>, onFault: (error: unknown) => void): Pump {
  let running = false;
  let wanted = false;

  async function work(): Promise<void> {
    try {
      while (wanted) {
        wanted = false;
        if (await turn()) wanted = true;
      }
    } catch (error) {
      wanted = false;
      onFault(error);
    }
    running = false;
  }

  return {
    run() {
      wanted = true;
      if (running) return;
      running = true;
      void work();
    },
  };
}
