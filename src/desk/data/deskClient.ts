import { decode } from '../../lib/index.ts';
import * as words from '../../protocol/desk/index.ts';
import type {
  DeskAgent,
  DeskAttachment,
  DeskEngagementDetails,
  DeskMessage,
  DeskSend,
  DeskTransfer,
} from '../../protocol/desk/index.ts';
import { decodeNothing } from './deskCall.ts';
import { faultCode } from './deskFault.ts';
import type { DeskCall } from './deskCall.ts';

/** The agent API as functions (docs/sandbox.md). Each rejects with a `DeskFault`. */
export interface DeskClient {
  signOut(): Promise<void>;
  setState(state: 'ready' | 'away'): Promise<DeskAgent>;
  accept(id: string): Promise<DeskEngagementDetails>;
  decline(id: string): Promise<void>;
  /** Also of past engagements. */
  details(id: string): Promise<DeskEngagementDetails>;
  /** The same `clientMessageId` again makes no second message. */
  send(id: string, message: DeskSend): Promise<DeskMessage>;
  typing(id: string): Promise<void>;
  read(id: string, messageId: string): Promise<void>;
  transfer(id: string, to: DeskTransfer['to']): Promise<void>;
  end(id: string): Promise<void>;
  upload(file: File): Promise<DeskAttachment>;
}

/** @param call signed in as an agent. */
export function createDeskClient(call: DeskCall): DeskClient {
  const at = (id: string, action = ''): string => `/desk/v1/engagements/${encodeURIComponent(id)}${action}`;
  const alert = (id: string, action: string): string => `/desk/v1/alerts/${encodeURIComponent(id)}/${action}`;
  const tell = (path: string, body: unknown = {}): Promise<undefined> =>
    call('POST', path, decodeNothing, body);
  return {
    signOut: () => tell('/desk/v1/sign-out'),
    setState: (state) => call('PUT', '/desk/v1/state', words.decodeDeskAgent, { state }),
    accept: (id) => call('POST', alert(id, 'accept'), words.decodeDeskEngagementDetails, {}),
    decline: (id) => tell(alert(id, 'decline')),
    details: (id) => call('GET', at(id), words.decodeDeskEngagementDetails),
    send: (id, message) => call('POST', at(id, '/messages'), words.decodeDeskMessage, message),
    typing: (id) => tell(at(id, '/typing')),
    read: (id, messageId) => tell(at(id, '/read'), { messageId }),
    transfer: (id, to) => tell(at(id, '/transfer'), { to }),
    end: (id) => tell(at(id, '/end')),
    upload(file) {
      const form = new FormData();
      form.set('file', file);
      return call('POST', '/desk/v1/files', words.decodeDeskAttachment, form);
    },
  };
}

/** Who came through the door. The token stays with whoever called, in memory. */
export type SignedIn =
  | { readonly role: 'agent'; readonly token: string; readonly agent: DeskAgent }
  | { readonly role: 'admin'; readonly token: string; readonly user: string };

/**
 * One door for agents and the administrator: the name decides. Asks for an agent first; nobody else has two roles.
 * @throws DeskFault `signed-out` where neither is known.
 */
export async function signIn(call: DeskCall, user: string, password: string): Promise<SignedIn> {
  const body = { user, password };
  const agent = await call('POST', '/desk/v1/sign-in', decodeAgentOrNobody, body).catch(nobody);
  if (agent) return { role: 'agent', token: agent.token, agent: agent.agent };
  const admin = await call('POST', '/admin/v1/sign-in', words.decodeAdminSignedIn, body);
  return { role: 'admin', token: admin.token, user };
}

const decodeAgentOrNobody = decode.optional(words.decodeDeskSignedIn);

function nobody(fault: unknown): undefined {
  if (faultCode(fault) === 'signed-out') return undefined;
  throw fault;
}
