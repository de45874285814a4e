import { Hono } from 'hono';
import type { Application } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { badRequest, ProblemError } from '../http/problem.ts';
import { readBytes } from '../http/readBody.ts';
import { applicationOf, checkAccount } from './apiGuard.ts';
import { checkPassword, fingerprint, sameText } from './secrets.ts';

/** Seconds an access token lives: the documentation's example. */
const ACCESS_SECONDS = 900;
/** Seconds a refresh token lives. */
const REFRESH_SECONDS = 9000;
const FORM_BYTES = 16 * 1024;

/** The token endpoint, below `/api/auth/v1`. */
export function accessTokenRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.post('/:accountId/protocol/openid-connect/token', async (c) => {
    const application = await applicationOf(office, c.req.raw);
    checkAccount(office, c.req.param('accountId'));
    const form = await readUrlEncoded(c.req.raw);
    await checkGrant(office, application, form);
    const claims = { applicationId: application.applicationId };
    return c.json({
      access_token: await office.tokens.issue('api', claims, ACCESS_SECONDS),
      expires_in: ACCESS_SECONDS,
      refresh_token: await office.tokens.issue('api-refresh', claims, REFRESH_SECONDS),
      refresh_expires_in: REFRESH_SECONDS,
      token_type: 'Bearer',
    });
  });
  return routes;
}

async function checkGrant(office: Office, application: Application, form: URLSearchParams): Promise<void> {
  const grant = field(form, 'grant_type');
  switch (grant) {
    case 'client_credentials':
      return checkClient(office, application, form);
    case 'password': {
      await checkClient(office, application, form);
      const [user, password] = [field(form, 'username'), field(form, 'password')];
      if (!(await isUser(office, user, password)))
        throw new ProblemError(401, 'The user name or password is wrong.');
      return;
    }
    case 'refresh_token': {
      const claims = await office.tokens.verify('api-refresh', field(form, 'refresh_token'));
      if (claims?.['applicationId'] !== application.applicationId)
        throw new ProblemError(401, 'The refresh token is wrong or has run out.');
      return;
    }
    default:
      throw badRequest([
        {
          path: 'grant_type',
          message: 'must be one of client_credentials, password, refresh_token',
          rule: 'unknown',
        },
      ]);
  }
}

async function checkClient(office: Office, application: Application, form: URLSearchParams): Promise<void> {
  const [id, secret] = [field(form, 'client_id'), field(form, 'client_secret')];
  const kept = await office.read((tx) => tables.clientSecrets.get(tx, application.applicationId));
  const known = await sameText(await fingerprint(secret), kept ?? '');
  if (!(await sameText(id, application.clientId)) || !known)
    throw new ProblemError(401, 'The client id or client secret is wrong.');
}

/** The administrator and the agents are the users of the password grant. */
async function isUser(office: Office, user: string, password: string): Promise<boolean> {
  if (user === office.admin.user) return sameText(password, office.admin.password);
  const agent = await office.read(async (tx) => {
    const agentId = await tables.agentUsers.get(tx, user.toLowerCase());
    return agentId === undefined ? undefined : tables.agents.get(tx, agentId);
  });
  return agent !== undefined && checkPassword(password, agent.password);
}

async function readUrlEncoded(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new ProblemError(415, 'The body must be application/x-www-form-urlencoded.');
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, FORM_BYTES)));
}

function field(form: URLSearchParams, path: string): string {
  const value = form.get(path);
  if (value === null || value === '')
    throw badRequest([{ path, message: 'must not be null', rule: 'missing' }]);
  return value;
}
