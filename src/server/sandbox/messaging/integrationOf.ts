import type { Integration } from '../../../protocol/desk/index.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { badReference } from '../http/problem.ts';

/** The integration a Custom Messaging call names. @throws ProblemError 400 */
export async function integrationOf(
  work: Pick<Work, 'tx'>,
  call: { readonly channelProviderId: string; readonly businessAccountName: string },
): Promise<Integration> {
  const element = await tables.elements.get(work.tx, call.channelProviderId);
  if (element?.kind !== 'messaging')
    throw badReference('channelProviderId', 'There is no such messaging connector element.');
  const integration = await tables.integrations.get(work.tx, call.businessAccountName);
  if (integration?.channelProviderId !== call.channelProviderId)
    throw badReference('businessAccountName', 'There is no such integration on this connector element.');
  return integration;
}
