export { createConnectorApp } from './createConnectorApp.ts';
export { SOCKET_CLOSE } from './gateways/webSocketGateway.ts';
export type {
  ConnectorOptions,
  IntegrationOptions,
  PushOptions,
  TokenOptions,
  UpstreamOptions,
} from './connectorOptions.ts';
