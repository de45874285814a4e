import {
  decodeAgentInput,
  decodeApplicationInput,
  decodeConnectorElementInput,
  decodeIntegrationInput,
  decodePushConfigurationInput,
} from '../../protocol/desk/index.ts';
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
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { splitList } from './formText.ts';
import { IntegrationForm } from './IntegrationForm.tsx';
import type { Section } from './section.ts';
import { SimpleForm } from './SimpleForm.tsx';

/** Entries for customers. */
export const integrations: Section<Integration, IntegrationInput> = {
  key: 'integrations',
  collection: (client) => client.integrations,
  decoder: decodeIntegrationInput,
  idOf: (item) => item.integrationId,
  nameOf: (item) => item.name,
  detailOf: (item, words) => `${words.options[item.kind]} · ${words.options[item.workflow]}`,
  idsOf: (item) => [['integrationId', item.integrationId]],
  Form: IntegrationForm,
};

/** Servers that carry messages. */
export const connectorElements: Section<ConnectorElement, ConnectorElementInput> = {
  key: 'connectorElements',
  collection: (client) => client.connectorElements,
  decoder: decodeConnectorElementInput,
  idOf: (item) => item.channelProviderId,
  nameOf: (item) => item.name,
  detailOf: (item, words) => `${words.options[item.kind]} · ${item.hostName}`,
  idsOf: (item) => [['channelProviderId', item.channelProviderId]],
  Form({ item, ...rest }) {
    const { options } = useDeskSpeech().words.admin;
    const kinds = [
      ['messaging', options.messaging],
      ['chat', options.chat],
    ] as const;
    return (
      <SimpleForm
        {...rest}
        start={{
          name: item?.name ?? '',
          kind: item?.kind ?? 'messaging',
          hostName: item?.hostName ?? '',
          callbackUrl: item?.callbackUrl ?? '',
        }}
        fields={[
          { name: 'name' },
          { name: 'kind', options: kinds },
          { name: 'hostName' },
          { name: 'callbackUrl', type: 'url' },
        ]}
      />
    );
  },
};

/** Where customers without a page are reached. */
export const pushConfigurations: Section<PushConfiguration, PushConfigurationInput> = {
  key: 'pushConfigurations',
  collection: (client) => client.pushConfigurations,
  decoder: decodePushConfigurationInput,
  idOf: (item) => item.configurationId,
  nameOf: (item) => item.name,
  detailOf: (item) => item.callbackUrl,
  idsOf: (item) => [['configurationId', item.configurationId]],
  Form: ({ item, ...rest }) => (
    <SimpleForm
      {...rest}
      start={{ name: item?.name ?? '', callbackUrl: item?.callbackUrl ?? '', secret: '' }}
      fields={[{ name: 'name' }, { name: 'callbackUrl', type: 'url' }, { name: 'secret', type: 'password' }]}
    />
  ),
};

/** Keys of servers. */
export const applications: Section<Application, ApplicationInput, NewApplication> = {
  key: 'applications',
  collection: (client) => client.applications,
  decoder: decodeApplicationInput,
  idOf: (item) => item.applicationId,
  nameOf: (item) => item.name,
  detailOf: (item) => item.clientId,
  idsOf: (item) => [
    ['applicationId', item.applicationId],
    ['clientId', item.clientId],
    ['appkey', item.appkey],
    ...('clientSecret' in item ? [['clientSecret', item.clientSecret] as const] : []),
  ],
  Form: ({ item, ...rest }) => (
    <SimpleForm {...rest} start={{ name: item?.name ?? '' }} fields={[{ name: 'name' }]} />
  ),
};

/** People at the desk. */
export const agents: Section<AgentRecord, AgentInput> = {
  key: 'agents',
  collection: (client) => client.agents,
  decoder: decodeAgentInput,
  idOf: (item) => item.agentId,
  nameOf: (item) => item.name,
  detailOf: (item) => [item.user, ...item.attributes].join(' · '),
  idsOf: (item) => [['agentId', item.agentId]],
  Form: ({ item, ...rest }) => (
    <SimpleForm
      {...rest}
      start={{
        name: item?.name ?? '',
        user: item?.user ?? '',
        password: '',
        attributes: item?.attributes.join(', ') ?? '',
        capacity: String(item?.capacity ?? 5),
      }}
      fields={[
        { name: 'name' },
        { name: 'user' },
        { name: 'password', type: 'password' },
        { name: 'attributes' },
        { name: 'capacity', type: 'number' },
      ]}
      bodyOf={({ attributes, capacity, password, ...draft }) => ({
        ...draft,
        attributes: splitList(attributes ?? ''),
        capacity: Number(capacity),
        // Left empty in an edit, the old one stays.
        ...((password !== '' || !item) && { password }),
      })}
    />
  ),
};
