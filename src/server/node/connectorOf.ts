import type { Logger } from '../../lib/index.ts';
import type { ServerApp } from '../app.ts';
import type { Store } from '../storage/index.ts';
import type { ConnectorConfig } from './serverConfig.ts';

/** The connector of a configuration. */
export function connectorOf(config: ConnectorConfig, _store: Store, _logger: Logger): ServerApp {
  throw new RangeError(`there is no connector yet for ${config.publicUrl}`);
}
