import { tables } from './tables.ts';
import type { Work } from './work.ts';

/** Marks one of a customer's pages as open or closed; desks are told when the customer comes or goes. */
export async function setPresent(
  work: Work,
  customerKey: string,
  page: string,
  present: boolean,
): Promise<void> {
  const customer = await tables.customers.get(work.tx, customerKey);
  if (!customer || customer.presentIn.includes(page) === present) return;
  const others = customer.presentIn.filter((one) => one !== page);
  const presentIn = present ? [...others, page] : others;
  await tables.customers.put(work.tx, [customerKey], { ...customer, presentIn });
  const was = customer.presentIn.length > 0;
  if (was !== presentIn.length > 0) work.presenceChanged(customerKey, present);
}

/** The page of a provider's dialog, as presence names it. */
export function pageOf(providerDialogId: string): string {
  return `dialog:${providerDialogId}`;
}
