import { decodeConnectorElementInput } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { ProblemError } from '../http/problem.ts';
import { checkCallbackUrl } from '../webhooks/callbackUrl.ts';
import { collectionRoutes } from './collection.ts';

/** Connector elements: their save yields the channel provider id. */
export const elementRoutes = (office: Office) =>
  collectionRoutes(office, {
    what: 'connector element',
    table: tables.elements,
    decoder: decodeConnectorElementInput,
    replaceable: true,
    view: (row) => row,
    async save(work, channelProviderId, input, before) {
      checkCallbackUrl(office, input.callbackUrl);
      if (before && before.kind !== input.kind && (await users(work.tx, channelProviderId)))
        throw new ProblemError(409, 'The kind cannot change while integrations use the element.');
      return { ...input, channelProviderId };
    },
    async remove(work, { channelProviderId }) {
      if (await users(work.tx, channelProviderId))
        throw new ProblemError(409, 'Integrations use this connector element.');
      for (const one of await tables.subscriptions.list(work.tx))
        if (one.channelProviderId === channelProviderId)
          await tables.subscriptions.delete(work.tx, one.subscriptionId);
    },
  });

async function users(
  tx: Parameters<typeof tables.integrations.list>[0],
  channelProviderId: string,
): Promise<boolean> {
  const integrations = await tables.integrations.list(tx);
  return integrations.some((one) => one.channelProviderId === channelProviderId);
}
