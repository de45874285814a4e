import { Hono } from 'hono';
import { decodeSignIn } from '../../../protocol/desk/index.ts';
import { fingerprint, sameText } from '../auth/secrets.ts';
import { bearerOf } from '../auth/tokens.ts';
import type { Office } from '../core/office.ts';
import { instant } from '../core/world.ts';
import { ProblemError } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';
import { createSignInLimit } from '../http/signInLimit.ts';
import { agentRoutes } from './agents.ts';
import { applicationRoutes } from './applications.ts';
import { elementRoutes } from './elements.ts';
import { integrationRoutes } from './integrations.ts';
import { pushConfigurationRoutes } from './pushConfigurations.ts';

const SESSION_SECONDS = 12 * 60 * 60;

/** The administration API, below `/admin/v1`. */
export function adminRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  const limit = createSignInLimit(office.clock);

  routes.post('/sign-in', async (c) => {
    const { user, password } = await readJson(c.req.raw, decodeSignIn);
    limit.check(user);
    const [sameUser, samePassword] = await Promise.all([
      sameText(user, office.admin.user),
      sameText(password, office.admin.password),
    ]);
    if (!sameUser || !samePassword) {
      limit.failed(user);
      throw new ProblemError(401, 'The user name or password is wrong.');
    }
    limit.succeeded(user);
    const token = await office.tokens.issue('admin', { of: await adminMark(office) }, SESSION_SECONDS);
    return c.json({ token, expiresAt: instant(office.clock.now() + SESSION_SECONDS * 1000) });
  });
  routes.use('*', async (c, next) => {
    const claims = await office.tokens.verify('admin', bearerOf(c.req.raw) ?? '');
    if (claims?.['of'] !== (await adminMark(office)))
      throw new ProblemError(401, 'Sign in as the administrator first.');
    await next();
  });
  routes.route('/connector-elements', elementRoutes(office));
  routes.route('/integrations', integrationRoutes(office));
  routes.route('/push-configurations', pushConfigurationRoutes(office));
  routes.route('/applications', applicationRoutes(office));
  routes.route('/agents', agentRoutes(office));
  return routes;
}

/** Tokens die when the administrator's user or password is another. */
function adminMark({ admin }: Office): Promise<string> {
  return fingerprint(`${admin.user}\n${admin.password}`);
}
