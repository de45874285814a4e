import { AXP_LIMITS } from '../../../protocol/axp/index.ts';
import type { Application } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import { badRequest, ProblemError } from '../http/problem.ts';
import { fingerprint } from './secrets.ts';
import { bearerOf } from './tokens.ts';

/**
 * Lets a call of the contact centre's REST pass: known appkey, then good bearer, then the right account.
 * @throws ProblemError 401 (the detail names the key or the token), 400, 404
 */
export async function checkApiCall(office: Office, request: Request, accountId: string): Promise<void> {
  const application = await applicationOf(office, request);
  const claims = await office.tokens.verify('api', bearerOf(request) ?? '');
  if (!claims || claims['applicationId'] !== application.applicationId)
    throw new ProblemError(401, 'The access token is missing, wrong or has run out.');
  checkAccount(office, accountId);
}

/** The application of the request's `appkey`. @throws ProblemError 401 */
export async function applicationOf(office: Office, request: Request): Promise<Application> {
  // Looked up by fingerprint: the time of a comparison tells nothing about a key.
  const mark = await fingerprint(request.headers.get('appkey') ?? '');
  const application = await office.read(async (tx) => {
    const applicationId = await tables.appkeys.get(tx, mark);
    return applicationId === undefined ? undefined : tables.applications.get(tx, applicationId);
  });
  if (application) return application;
  throw new ProblemError(401, 'The application key (header appkey) is missing or unknown.');
}

/** @throws ProblemError 400 for what is no account id, 404 for another account's */
export function checkAccount(office: Office, accountId: string): void {
  if (!AXP_LIMITS.account.test(accountId))
    throw badRequest([
      { path: 'accountId', message: `must match "${AXP_LIMITS.account.source}"`, rule: 'pattern' },
    ]);
  if (accountId.toLowerCase() !== office.accountId.toLowerCase())
    throw new ProblemError(404, 'There is no such account.');
}
