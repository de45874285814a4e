import type { Store } from '../../storage/index.ts';
import { readEngagement } from '../engagements/engagementRecord.ts';
import { readSession } from '../sessions/sessionRecord.ts';

/** The chats that a session has joined and whose transcript may still hold something that is not here. */
export function chatsHeardBy(store: Store, sessionId: string): Promise<readonly string[]> {
  return store.transact(async (rows) => {
    const session = await readSession(rows, sessionId);
    const found: string[] = [];
    for (const id of Object.keys(session?.joined ?? {})) {
      const engagement = await readEngagement(rows, id);
      if (engagement?.kind === 'chat' && engagement.transcript?.final !== true) found.push(id);
    }
    return found;
  });
}
