import { useCallback } from 'react';
import type { ReactElement } from 'react';
import type { ChatClient } from '../../src/client/index.ts';
import { ChatProvider } from '../../src/hooks/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import type { IntegrationKind } from '../../src/protocol/index.ts';
import { createTestCenter, createTestClient } from '../../src/testing/index.ts';
import type { TestCenter } from '../../src/testing/index.ts';
import { playAgent } from './playAgent.ts';
import { playCustomer } from './playCustomer.ts';
import { StageChat } from './StageChat.tsx';
import { useNetwork } from './useNetwork.ts';
import { useOpened } from './useOpened.ts';

/**
 * The real chat on a real contact centre, both in this tab: sandbox, connector and token service over memory, a greeter bot
 * and an agent who answers. No server, no network.
 */
export function LiveChat(props: LiveChatProps): ReactElement {
  const { kind = 'messaging', bot = true, begun = false, blockSize = 640, ...chat } = props;
  const open = useCallback(() => openLive(kind, bot, begun), [kind, bot, begun]);
  const live = useOpened(open);
  useNetwork(live?.center);
  return (
    <div style={{ blockSize, border: '1px solid var(--cq-hairline)', borderRadius: 20, overflow: 'hidden' }}>
      {live && (
        <ChatProvider client={live.client} baseUrl={live.center.baseUrl}>
          <StageChat {...chat} />
        </ChatProvider>
      )}
    </div>
  );
}

/** Properties of `LiveChat`, and the arguments of its stories. */
export interface LiveChatProps extends ChatProps {
  /** Default `messaging`: one never-ending conversation, rich content, files. `chat`: text engagements that end. */
  readonly kind?: IntegrationKind | undefined;
  /** Whether the greeter speaks first; default true. */
  readonly bot?: boolean | undefined;
  /** Whether the first half is played: a question, the greeter's offer, "Talk to a person". Default false. */
  readonly begun?: boolean | undefined;
  /** CSS px; default 640. */
  readonly blockSize?: number | undefined;
}

async function openLive(kind: IntegrationKind, bot: boolean, begun: boolean): Promise<Live> {
  const center = await createTestCenter({ bot });
  const integrationId = kind === 'chat' ? center.chatIntegrationId : center.integrationId;
  const client = createTestClient(center, { integrationId });
  const agent = playAgent(center, client);
  // The story may be left before the first half was said.
  if (begun) playCustomer(client).catch(() => undefined);
  return {
    center,
    client,
    async stop() {
      agent.leave();
      client.dispose();
      await center.stop();
    },
  };
}

interface Live {
  readonly center: TestCenter;
  readonly client: ChatClient;
  readonly stop: () => Promise<void>;
}
