import { Hono } from 'hono';
import { uuidV4 } from '../../../lib/index.ts';
import { decodeSdkTokenRequest } from '../../../protocol/axp/index.ts';
import { given } from '../core/given.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { badReference } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';

/** The token API of the vendor's SDKs, below `/api/digital/chat/v1/accounts/{accountId}`. Our connector takes none of these. */
export function sdkTokenRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.post('/tokens', async (c) => {
    const request = await readJson(c.req.raw, decodeSdkTokenRequest);
    const integration = await office.read((tx) => tables.integrations.get(tx, request.integrationId));
    if (!integration) throw badReference('integrationId', 'There is no such integration.');
    const claims = {
      iss: office.baseUrl,
      sub: 'userchatIntegration',
      jti: uuidV4(office.random),
      integrationId: request.integrationId,
      customerId: request.customerId,
      verifiedCustomer: request.verifiedCustomer,
      ...given({
        customerName: request.customerName,
        // Ignored for unverified users.
        customerIdentifiers: request.verifiedCustomer ? request.customerIdentifiers : undefined,
      }),
    };
    const token = await office.tokens.issue('sdk', claims, request.ttl * 60);
    return c.json({ jwtToken: `jwt.${token}` }, 201);
  });
  return routes;
}
