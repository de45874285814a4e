import { act } from '@testing-library/react';
import type { ChatEvent } from '../../src/model/index.ts';
import { nextFrame } from '../../src/store/nextFrame.ts';
import type { FakeChatClient } from './fakeChatClient.ts';

/** Lets a client tell, and waits until the page shows it: entries of the log are shown with the next frame. */
export function tell(client: FakeChatClient, ...events: readonly ChatEvent[]): Promise<void> {
  return act(async () => {
    client.emit(...events);
    await new Promise<void>((resolve) => nextFrame(resolve));
  });
}
