import { act, render, screen } from '@testing-library/react';
import { ChatProvider } from '../../src/hooks/index.ts';
import type { ChatEvent } from '../../src/model/index.ts';
import { Chat } from '../../src/panels/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import type { FakeChatClient } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';

/** A whole chat in which this has happened, so high that every row is drawn. */
export async function showChat(happened: readonly ChatEvent[], options: Options = {}): Promise<Shown> {
  const { client = createFakeChatClient(), ...props } = options;
  render(
    <div style={{ blockSize: 3000, inlineSize: 400 }}>
      <ChatProvider client={client}>
        <Chat timeZone="UTC" {...props} />
      </ChatProvider>
    </div>,
  );
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
