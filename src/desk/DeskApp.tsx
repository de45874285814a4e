import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { Clock } from '../lib/index.ts';
import { AdminDesk } from './admin/AdminDesk.tsx';
import { AgentDesk } from './agent/AgentDesk.tsx';
import { createAdminClient } from './data/adminClient.ts';
import type { AdminClient } from './data/adminClient.ts';
import { createDeskCall } from './data/deskCall.ts';
import type { DeskFetch } from './data/deskCall.ts';
import { signIn } from './data/deskClient.ts';
import { useDeskSpeech } from './data/DeskContext.tsx';
import { createDeskSession } from './data/deskSession.ts';
import type { DeskSession } from './data/deskSession.ts';
import { SignInPage } from './door/SignInPage.tsx';

/** The desk from the door on. The token lives in this component's state: a reload forgets it. */
export function DeskApp({ baseUrl = '', fetch, clock }: DeskAppProps): ReactElement {
  const [here, setHere] = useState<Here>({ room: 'door', isExpired: false });
  const { words } = useDeskSpeech();
  const session = useRef<DeskSession>(undefined);
  const leave = useCallback((isExpired: boolean) => {
    session.current?.close();
    session.current = undefined;
    setHere({ room: 'door', isExpired });
  }, []);
  useEffect(() => () => session.current?.close(), []);
  useEffect(() => {
    if (here.room !== 'agent') document.title = words.title;
  }, [here.room, words]);

  const enter = async (user: string, password: string): Promise<void> => {
    const signedIn = await signIn(createDeskCall(baseUrl, fetch), user, password);
    const expire = (): void => leave(true);
    if (signedIn.role === 'admin') {
      setHere({ room: 'admin', client: createAdminClient(createDeskCall(baseUrl, fetch, signedIn.token)) });
      return;
    }
    const opened = createDeskSession({
      baseUrl,
      signedIn,
      fetch,
      onSignedOut: expire,
      ...(clock && { clock }),
    });
    session.current = opened;
    setHere({ room: 'agent', session: opened });
  };

  switch (here.room) {
    case 'door':
      return <SignInPage isExpired={here.isExpired} onSignIn={enter} />;
    case 'agent':
      return (
        <AgentDesk
          session={here.session}
          onSignOut={() => void here.session.signOut().then(() => leave(false))}
        />
      );
    case 'admin':
      return <AdminDesk client={here.client} onExpired={() => leave(true)} onSignOut={() => leave(false)} />;
  }
}

/** Properties of `DeskApp`. */
export interface DeskAppProps {
  /** Origin of the contact centre without a trailing slash; default the page's own. */
  readonly baseUrl?: string;
  readonly fetch: DeskFetch;
  /** Default the system's. */
  readonly clock?: Clock;
}

type Here =
  | { readonly room: 'door'; readonly isExpired: boolean }
  | { readonly room: 'agent'; readonly session: DeskSession }
  | { readonly room: 'admin'; readonly client: AdminClient };
