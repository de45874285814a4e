import type { LeadingClient } from './leadingClient.ts';
import type { CommandName } from './tabMessage.ts';

/** Does what another tab asked for; a throw becomes a rejection. */
export async function perform(
  live: LeadingClient,
  name: CommandName,
  args: readonly unknown[],
): Promise<unknown> {
  return Reflect.apply(live[name], live, args);
}
