import { decodeIntegrationInput } from '../../../protocol/desk/index.ts';
import type { IntegrationInput } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { badReference, badRequest, ProblemError } from '../http/problem.ts';
import { isTimeZone } from '../routing/openingHours.ts';
import { waitingDialogs } from '../routing/routeQueue.ts';
import { collectionRoutes } from './collection.ts';

/** Integrations: entry points with a queue of their own. */
export const integrationRoutes = (office: Office) =>
  collectionRoutes(office, {
    what: 'integration',
    table: tables.integrations,
    decoder: decodeIntegrationInput,
    replaceable: true,
    view: (row) => row,
    async save(work, integrationId, input) {
      await checkElement(work, integrationId, input);
      for (const [at, { queueId }] of input.rules.entries())
        if (queueId !== undefined && queueId !== integrationId)
          if (!(await tables.integrations.get(work.tx, queueId)))
            throw badReference(`rules[${at}].queueId`, 'There is no such integration.');
      if (input.hours && !isTimeZone(input.hours.timeZone))
        throw badRequest([
          { path: 'hours.timeZone', message: 'must be the name of a time zone', rule: 'unknown' },
        ]);
      return { ...input, integrationId };
    },
    async remove(work, { integrationId }) {
      const waiting = await waitingDialogs(work);
      if (waiting.some((one) => one.queueId === integrationId || one.integrationId === integrationId))
        throw new ProblemError(409, 'Customers wait in the queue of this integration.');
      for (const other of await tables.integrations.list(work.tx))
        if (other.rules.some(({ queueId }) => queueId === integrationId))
          if (other.integrationId !== integrationId)
            throw new ProblemError(409, 'A matching rule of another integration uses this queue.');
    },
  });

async function checkElement(work: Work, integrationId: string, input: IntegrationInput): Promise<void> {
  const element = await tables.elements.get(work.tx, input.channelProviderId);
  if (!element) throw badReference('channelProviderId', 'There is no such connector element.');
  if (element.kind !== input.kind)
    throw badReference('channelProviderId', `The connector element is of the kind ${element.kind}.`);
  if (input.kind === 'messaging') return;
  const others = await tables.integrations.list(work.tx);
  const taken = others.some(
    (one) => one.channelProviderId === input.channelProviderId && one.integrationId !== integrationId,
  );
  if (taken) throw new ProblemError(409, 'This chat connector element belongs to another integration.');
}
