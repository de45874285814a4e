import type { ChatClient } from '../../src/client/index.ts';
import type { TestCenter } from '../../src/testing/index.ts';

/** How long she thinks, and types, before each line. */
const TYPING_MS = 1_100;
const LOOK_AGAIN_MS = 300;

const LINES = [
  'Hello, Ada here. I have read along. How can I help?',
  'Let me see … one moment.',
  'That is changed. You will get a note by mail within the hour.',
  'Gladly. Is there anything else on your mind?',
  'You are welcome. Have a good day!',
] as const;

/**
 * Ada at her desk: takes whoever rings, greets, and has one more line for everything that the customer says. She keeps to it
 * until `leave` is called.
 */
export function playAgent(center: TestCenter, client: Pick<ChatClient, 'subscribe'>): PlayedAgent {
  const arriving = center.agent();
  let isOver = false;
  let isTalking = false;
  let line = 0;
  let speaking = Promise.resolve();
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => void center.clock.after(ms, () => resolve()));

  const say = (text: string): Promise<void> => {
    // One thing after the other, and what was ended meanwhile stays unsaid.
    speaking = speaking.then(async () => {
      if (isOver || !isTalking) return;
      const agent = await arriving;
      await agent.types();
      await wait(TYPING_MS);
      if (!isOver) await agent.says(text);
    }, ignore);
    return speaking.catch(ignore);
  };
  const next = (): Promise<void> => say(LINES[line++ % LINES.length] ?? '');
  const takeWhoRings = async (): Promise<void> => {
    const agent = await arriving;
    while (!isOver && !isTalking)
      await agent.accept().then(
        () => void (isTalking = true),
        // Nobody rang in all that time.
        () => wait(LOOK_AGAIN_MS),
      );
    await next();
  };
  const unlisten = client.subscribe((event) => {
    if (event.type !== 'ENTRY' || !event.live) return;
    if (event.entry.type === 'MESSAGE_ACCEPTED' && isTalking) void next();
    if (event.entry.type !== 'ENGAGEMENT_TERMINATED') return;
    isTalking = false;
    line = 0;
    void takeWhoRings().catch(ignore);
  });
  void takeWhoRings().catch(ignore);

  return {
    say,
    leave() {
      isOver = true;
      unlisten();
    },
  };
}

/** See `playAgent`. */
export interface PlayedAgent {
  /** Says something of the viewer's choice, as soon as she is in the conversation; nothing before. */
  readonly say: (text: string) => Promise<void>;
  readonly leave: () => void;
}

/** The contact centre was closed in mid-sentence. */
function ignore(): void {
  return undefined;
}
