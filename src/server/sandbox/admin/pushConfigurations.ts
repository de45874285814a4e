import { decodePushConfigurationInput } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { checkCallbackUrl } from '../webhooks/callbackUrl.ts';
import { collectionRoutes } from './collection.ts';

/** Push configurations. The secret is kept as it is, because it signs; it is never shown. */
export const pushConfigurationRoutes = (office: Office) =>
  collectionRoutes(office, {
    what: 'push configuration',
    table: tables.pushConfigurations,
    decoder: decodePushConfigurationInput,
    replaceable: true,
    view: (row) => row,
    async save(work, configurationId, { name, callbackUrl, secret }) {
      checkCallbackUrl(office, callbackUrl);
      await tables.pushSecrets.put(work.tx, [configurationId], secret);
      return { configurationId, name, callbackUrl };
    },
    remove: (work, { configurationId }) => tables.pushSecrets.delete(work.tx, configurationId),
  });
