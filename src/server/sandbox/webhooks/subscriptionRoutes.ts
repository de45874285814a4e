import { Hono } from 'hono';
import { decode } from '../../../lib/index.ts';
import { decodeSubscriptionInput, words } from '../../../protocol/axp/index.ts';
import type { Subscription, SubscriptionInput } from '../../../protocol/axp/index.ts';
import type { Transaction } from '../../storage/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { readQuery } from '../http/path.ts';
import { badReference, notFound } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';
import { checkCallbackUrl } from './callbackUrl.ts';

const listQuery = decode.object({ channelProviderId: decode.optional(words.channelProviderId) });

/** Webhook subscriptions, below `/api/digital/webhook/v1/accounts/{accountId}/subscriptions`. */
export function subscriptionRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  const put = (subscriptionId: string | undefined, input: SubscriptionInput): Promise<Subscription> => {
    checkCallbackUrl(office, input.callbackUrl);
    return office.commit(async (work) => {
      if (subscriptionId !== undefined) await subscriptionOf(work.tx, subscriptionId);
      if (!(await tables.elements.get(work.tx, input.channelProviderId)))
        throw badReference('channelProviderId', 'There is no such connector element.');
      const subscription = { ...input, subscriptionId: subscriptionId ?? work.newId() };
      await tables.subscriptions.put(work.tx, [subscription.subscriptionId], subscription);
      return subscription;
    });
  };

  routes.post('/', async (c) =>
    c.json(await put(undefined, await readJson(c.req.raw, decodeSubscriptionInput)), 201),
  );
  routes.get('/', async (c) => {
    const { channelProviderId } = readQuery(c.req.query(), listQuery);
    const all = await office.read((tx) => tables.subscriptions.list(tx));
    return c.json(
      all.filter((one) => channelProviderId === undefined || one.channelProviderId === channelProviderId),
    );
  });
  routes.get('/:id', async (c) => c.json(await office.read((tx) => subscriptionOf(tx, c.req.param('id')))));
  routes.put('/:id', async (c) =>
    c.json(await put(c.req.param('id'), await readJson(c.req.raw, decodeSubscriptionInput))),
  );
  routes.delete('/:id', async (c) => {
    await office.commit(async (work) => {
      const { subscriptionId } = await subscriptionOf(work.tx, c.req.param('id'));
      await tables.subscriptions.delete(work.tx, subscriptionId);
    });
    return c.body(null, 204);
  });
  return routes;
}

async function subscriptionOf(tx: Transaction, subscriptionId: string): Promise<Subscription> {
  const found = await tables.subscriptions.get(tx, subscriptionId);
  if (!found) throw notFound('subscription');
  return found;
}
