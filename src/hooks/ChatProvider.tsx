import { useEffect, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { createChatClient } from '../client/index.ts';
import type { ChatClientOptions } from '../client/index.ts';
import { ClientProvider } from './ClientProvider.tsx';
import type { ClientProviderProps } from './ClientProvider.tsx';
import { createLease } from './lease.ts';

/**
 * Gives all hooks below it one chat, and starts it. Either a `client` that the application made and owns, or `options`
 * to make one, which the provider lets go of when it goes. Exactly one session, under StrictMode and fast refresh too.
 */
export function ChatProvider(props: ChatProviderProps): ReactElement {
  return props.client ? <ClientProvider {...props} /> : <OwnClient {...props} />;
}

/** Properties of `ChatProvider`: one of `client` and `options`. */
export type ChatProviderProps =
  | (ClientProviderProps & { readonly options?: undefined })
  | (OwnClientProps & { readonly client?: undefined; readonly baseUrl?: undefined });

interface OwnClientProps {
  /** Read once; give the provider another `key` to change them. */
  readonly options: ChatClientOptions;
  readonly children?: ReactNode;
}

function OwnClient({ options, children }: OwnClientProps): ReactElement {
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
    <ClientProvider client={lease.client} baseUrl={options.baseUrl}>
      {children}
    </ClientProvider>
  );
}
