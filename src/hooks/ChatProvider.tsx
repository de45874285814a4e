import { useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createChatClient } from '../client/index.ts';
import type { ChatClient, ChatClientOptions } from '../client/index.ts';
import { storeOf } from './storeOf.ts';
import { ChatContext } from './ChatContext.ts';
import { createLease } from './lease.ts';

/**
 * Gives all hooks below it one chat, and starts it. Either a `client` that the application made and owns, or `options`
 * to make one, which the provider lets go of when it goes. Exactly one session, under StrictMode and fast refresh too.
 */
export function ChatProvider(props: ChatProviderProps): ReactElement {
  return props.client ? (
    <GivenClient client={props.client} baseUrl={props.baseUrl}>
      {props.children}
    </GivenClient>
  ) : (
    <OwnClient options={props.options}>{props.children}</OwnClient>
  );
}

/** Properties of `ChatProvider`: one of `client` and `options`. */
export type ChatProviderProps = { readonly children?: ReactNode } & (
  | {
      readonly client: ChatClient;
      readonly options?: undefined;
      /** The connector's address: files of the conversation are loaded from there. */
      readonly baseUrl?: string | undefined;
    }
  /** Read once; give the provider another `key` to change them. */
  | { readonly options: ChatClientOptions; readonly client?: undefined; readonly baseUrl?: undefined }
);

type GivenClientProps = {
  readonly client: ChatClient;
  readonly baseUrl: string | undefined;
  readonly children: ReactNode;
};

function GivenClient({ client, baseUrl, children }: GivenClientProps): ReactElement {
  const store = useMemo(() => storeOf(client), [client]);
  const value = useMemo(() => ({ client, store, baseUrl }), [client, store, baseUrl]);
  useEffect(() => {
    // A refusal is in the state already (SESSION_FAILED).
    client.start().catch(() => undefined);
  }, [client]);
  return <ChatContext.Provider value={value}>{children}</ChatContext.Provider>;
}

function OwnClient({ options, children }: { options: ChatClientOptions; children: ReactNode }): ReactElement {
  const [lease, setLease] = useState(() => createLease(createChatClient(options)));
  useEffect(() => {
    // React may bring a hidden tree back after its client was let go: it gets a new one.
    if (!lease.take()) {
      setLease(createLease(createChatClient(options)));
      return;
    }
    return lease.giveBack;
    // eslint-disable-next-line react/exhaustive-deps -- options are read once (see the type)
  }, [lease]);
  return (
    <GivenClient client={lease.client} baseUrl={options.baseUrl}>
      {children}
    </GivenClient>
  );
}
