import { ChatProvider } from '../../src/hooks/index.ts';
import type { ChatClient } from '../../src/client/index.ts';
import { Chat } from '../../src/panels/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';

type WholeChatProps = ChatProps & { readonly client: ChatClient; readonly blockSize?: number };

/** The ready chat of this client, in a box as wide as a phone. `blockSize` in px, default 600. */
export function WholeChat({ client, blockSize = 600, ...props }: WholeChatProps) {
  return (
    <div style={{ blockSize, inlineSize: 400 }}>
      <ChatProvider client={client}>
        <Chat {...props} />
      </ChatProvider>
    </div>
  );
}
