import { act, render, screen } from '@testing-library/react';
import type { ChatEvent } from '../../src/model/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import { WholeChat } from '../support/WholeChat.tsx';

/** A whole chat in which this has happened, so high that every row is drawn. */
export async function showChat(happened: readonly ChatEvent[], options: Options = {}): Promise<Shown> {
  const { client = createFakeChatClient(), ...props } = options;
  render(<WholeChat client={client} blockSize={3000} timeZone="UTC" {...props} />);
  await act(async () => {});
  await tell(client, ...happened);
  return { client, chat: await screen.findByRole('region') };
}

type Options = ChatProps & { readonly client?: FakeChatClient };

interface Shown {
  readonly client: FakeChatClient;
  /** The frame: all that is seen. What is announced stands beside it. */
  readonly chat: HTMLElement;
}
