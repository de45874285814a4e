import { Hono } from 'hono';
import { uuidV4 } from '../../../lib/index.ts';
import { decodeApplicationInput } from '../../../protocol/desk/index.ts';
import { fingerprint, newSecret } from '../auth/secrets.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { notFound } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';

/** Applications and their keys. The client secret is shown once and kept as a fingerprint. */
export function applicationRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.get('/', async (c) => c.json(await office.read((tx) => tables.applications.list(tx))));
  routes.post('/', async (c) => {
    const { name } = await readJson(c.req.raw, decodeApplicationInput);
    const application = {
      applicationId: uuidV4(office.random),
      name,
      clientId: uuidV4(office.random),
      appkey: uuidV4(office.random),
    };
    const clientSecret = newSecret(office.random);
    const kept = await fingerprint(clientSecret);
    const mark = await fingerprint(application.appkey);
    await office.commit(async ({ tx }) => {
      await tables.applications.put(tx, [application.applicationId], application);
      await tables.clientSecrets.put(tx, [application.applicationId], kept);
      await tables.appkeys.put(tx, [mark], application.applicationId);
    });
    return c.json({ ...application, clientSecret }, 201);
  });
  routes.get('/:id', async (c) => {
    const found = await office.read((tx) => tables.applications.get(tx, c.req.param('id')));
    if (!found) throw notFound('application');
    return c.json(found);
  });
  routes.delete('/:id', async (c) => {
    const id = c.req.param('id');
    await office.commit(async ({ tx }) => {
      const application = await tables.applications.get(tx, id);
      if (!application) throw notFound('application');
      await tables.appkeys.delete(tx, await fingerprint(application.appkey));
      await tables.applications.delete(tx, id);
      await tables.clientSecrets.delete(tx, id);
    });
    return c.body(null, 204);
  });
  return routes;
}
