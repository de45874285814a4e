import { Hono } from 'hono';
import { decodeCustomerPresence, decodeReadMark } from '../../../protocol/axp/index.ts';
import type { Office } from '../core/office.ts';
import { pageOf, setPresent } from '../core/presence.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { notFound } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';

interface Where {
  readonly channelProviderId: string;
  readonly providerDialogId?: string;
  readonly sessionId?: string;
}

/** What AXP lacks and our connector can use, below `/api/x-sandbox/v1/accounts/{accountId}`. */
export function extensionRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.post('/customer-presence', async (c) => {
    const body = await readJson(c.req.raw, decodeCustomerPresence);
    await office.commit(async (work) => {
      const { customerKey, page } = await openPage(work, body);
      await setPresent(work, customerKey, page, body.present);
    });
    return c.body(null, 204);
  });
  routes.post('/read-marks', async (c) => {
    const body = await readJson(c.req.raw, decodeReadMark);
    await office.commit(async (work) => {
      for (const dialogId of await dialogsOf(work, body)) {
        const index = await tables.messageIndex.get(work.tx, dialogId, body.messageId);
        if (index === undefined) continue;
        const { customerReadIndex } = await work.dialog(dialogId);
        if (index > customerReadIndex) await work.apply(dialogId, { type: 'customer-read', index });
        return;
      }
      throw notFound('message');
    });
    return c.body(null, 204);
  });
  return routes;
}

/** Whose page it is, and its name among the customer's pages. */
async function openPage(work: Work, where: Where): Promise<{ customerKey: string; page: string }> {
  if (where.sessionId !== undefined) {
    const session = await tables.sessions.get(work.tx, where.sessionId);
    if (session?.channelProviderId !== where.channelProviderId) throw notFound('session');
    return { customerKey: session.customerKey, page: `session:${where.sessionId}` };
  }
  const [dialogId] = await dialogsOf(work, where);
  if (dialogId === undefined) throw notFound('dialog');
  const { customerKey } = await work.dialog(dialogId);
  return { customerKey, page: pageOf(where.providerDialogId ?? '') };
}

async function dialogsOf(work: Work, where: Where): Promise<readonly string[]> {
  if (where.sessionId !== undefined) return tables.sessionDialogs.list(work.tx, [where.sessionId]);
  const { channelProviderId, providerDialogId } = where;
  const integrations = await tables.integrations.list(work.tx);
  const found: string[] = [];
  for (const integration of integrations) {
    if (integration.channelProviderId !== channelProviderId) continue;
    const key = [channelProviderId, integration.integrationId, providerDialogId ?? ''];
    const dialogId = await tables.providerDialogs.get(work.tx, ...key);
    if (dialogId !== undefined) found.push(dialogId);
  }
  return found;
}
