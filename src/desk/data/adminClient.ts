import type { Decoder } from '../../lib/index.ts';
import * as words from '../../protocol/desk/index.ts';
import type {
  AgentInput,
  AgentRecord,
  Application,
  ApplicationInput,
  ConnectorElement,
  ConnectorElementInput,
  Integration,
  IntegrationInput,
  NewApplication,
  PushConfiguration,
  PushConfigurationInput,
} from '../../protocol/desk/index.ts';
import { decode } from '../../lib/index.ts';
import { decodeNothing } from './deskCall.ts';
import type { DeskCall } from './deskCall.ts';

/** One collection of the administration API. Each call rejects with a `DeskFault`. */
export interface Collection<Item, Input, Created extends Item = Item> {
  list(): Promise<readonly Item[]>;
  create(input: Input): Promise<Created>;
  /** Undefined where nothing can be changed. */
  readonly replace: ((id: string, input: Input) => Promise<Item>) | undefined;
  remove(id: string): Promise<void>;
}

/** The administration API (docs/sandbox.md). */
export interface AdminClient {
  readonly integrations: Collection<Integration, IntegrationInput>;
  readonly connectorElements: Collection<ConnectorElement, ConnectorElementInput>;
  readonly pushConfigurations: Collection<PushConfiguration, PushConfigurationInput>;
  readonly applications: Collection<Application, ApplicationInput, NewApplication>;
  readonly agents: Collection<AgentRecord, AgentInput>;
}

/** @param call signed in as the administrator. */
export function createAdminClient(call: DeskCall): AdminClient {
  return {
    integrations: collection(call, 'integrations', words.decodeIntegration),
    connectorElements: collection(call, 'connector-elements', words.decodeConnectorElement),
    pushConfigurations: collection(call, 'push-configurations', words.decodePushConfiguration),
    applications: {
      ...collection<Application, ApplicationInput>(call, 'applications', words.decodeApplication),
      create: (input) => call('POST', '/admin/v1/applications', words.decodeNewApplication, input),
      replace: undefined,
    },
    agents: collection(call, 'agents', words.decodeAgentRecord),
  };
}

function collection<Item, Input>(call: DeskCall, name: string, decoder: Decoder<Item>) {
  const path = `/admin/v1/${name}`;
  const at = (id: string): string => `${path}/${encodeURIComponent(id)}`;
  return {
    list: () => call('GET', path, decode.list(decoder)),
    create: (input: Input) => call('POST', path, decoder, input),
    replace: (id: string, input: Input) => call('PUT', at(id), decoder, input),
    remove: (id: string): Promise<void> => call('DELETE', at(id), decodeNothing),
  };
}
