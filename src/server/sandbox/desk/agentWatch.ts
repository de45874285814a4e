import type { Timer, Unsubscribe } from '../../../lib/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';

/** How long an agent's desk may be gone before nothing rings there any more. */
const GONE_MS = 60_000;

/** Looks after agents whose desk went without a sign-out: they are away until it is back. */
export interface AgentWatch {
  /** A stream of this agent opened; call the answer when it ends, once or more often. */
  arrived(agentId: string): Unsubscribe;
  stop(): void;
}

/** A watch in memory. Agents who never opened a stream are not watched: what calls the API by itself is no desk. */
export function createAgentWatch(office: Office): AgentWatch {
  const streams = new Map<string, number>();
  const timers = new Map<string, Timer>();
  /** Agents made away by the watch: their desk makes them ready again. */
  const gone = new Set<string>();
  let stopped = false;

  const change = (agentId: string, from: 'ready' | 'away', to: 'ready' | 'away'): Promise<void> =>
    office.commit(async (work) => {
      const agent = await tables.agents.get(work.tx, agentId);
      if (agent?.state !== from) return;
      await tables.agents.put(work.tx, [agentId], { ...agent, state: to });
      work.agentsChanged();
    });
  const failed = (): void => office.logger.warn('The state of an agent could not be kept.');
  const lose = (agentId: string): void => {
    timers.delete(agentId);
    gone.add(agentId);
    change(agentId, 'ready', 'away').catch(failed);
  };

  return {
    arrived(agentId) {
      streams.set(agentId, (streams.get(agentId) ?? 0) + 1);
      office.clock.clear(timers.get(agentId));
      timers.delete(agentId);
      if (gone.delete(agentId)) change(agentId, 'away', 'ready').catch(failed);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const rest = (streams.get(agentId) ?? 1) - 1;
        streams.set(agentId, rest);
        if (rest === 0 && !stopped)
          timers.set(
            agentId,
            office.clock.after(GONE_MS, () => lose(agentId)),
          );
      };
    },
    stop() {
      stopped = true;
      for (const timer of timers.values()) office.clock.clear(timer);
      timers.clear();
    },
  };
}
