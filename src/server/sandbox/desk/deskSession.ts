import type { DeskAgent, DeskSignedIn, SignIn } from '../../../protocol/desk/index.ts';
import { checkPassword } from '../auth/secrets.ts';
import { bearerOf } from '../auth/tokens.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import type { AgentRow } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { instant } from '../core/world.ts';
import { ProblemError } from '../http/problem.ts';
import type { SignInLimit } from '../http/signInLimit.ts';
import { requeue } from '../routing/conversation.ts';
import { deskAgent } from './views.ts';

const SESSION_SECONDS = 12 * 60 * 60;
/** Checked where there is no such user, so that an answer's time does not tell. */
const NOBODY = '100000.AAAAAAAAAAAAAAAAAAAAAA.AAAA';

/** Signs an agent in; they are ready then. @throws ProblemError 401, 429 */
export async function signIn(office: Office, limit: SignInLimit, body: SignIn): Promise<DeskSignedIn> {
  limit.check(body.user);
  const known = await office.read(async (tx) => {
    const agentId = await tables.agentUsers.get(tx, body.user.toLowerCase());
    return agentId === undefined ? undefined : tables.agents.get(tx, agentId);
  });
  const good = await checkPassword(body.password, known?.password ?? NOBODY);
  if (!known || !good) {
    limit.failed(body.user);
    throw new ProblemError(401, 'The user name or password is wrong.');
  }
  limit.succeeded(body.user);
  const { agent, view } = await setAgentState(office, known.agentId, 'ready');
  const claims = { agentId: agent.agentId, generation: agent.generation };
  return {
    token: await office.tokens.issue('desk', claims, SESSION_SECONDS),
    expiresAt: instant(office.clock.now() + SESSION_SECONDS * 1000),
    agent: view,
  };
}

/** Signs out: engagements go back to their queues, alerts to others, and every token of the agent is dead. */
export function signOut(office: Office, agentId: string): Promise<void> {
  return office.commit(async (work) => {
    const agent = await tables.agents.get(work.tx, agentId);
    if (!agent) return;
    const gone: AgentRow = { ...agent, state: 'offline', generation: agent.generation + 1 };
    await tables.agents.put(work.tx, [agentId], gone);
    work.agentsChanged();
    for (const dialogId of await tables.agentDialogs.list(work.tx, [agentId])) await requeue(work, dialogId);
  });
}

/** Ready or away. @throws ProblemError 401 */
export function setAgentState(
  office: Office,
  agentId: string,
  state: 'ready' | 'away',
): Promise<{ readonly agent: AgentRow; readonly view: DeskAgent }> {
  return office.commit(async (work: Work) => {
    const before = await tables.agents.get(work.tx, agentId);
    if (!before) throw unknownAgent();
    const agent: AgentRow = { ...before, state };
    await tables.agents.put(work.tx, [agentId], agent);
    work.agentsChanged();
    return { agent, view: await deskAgent(work.tx, agent) };
  });
}

/** The signed-in agent of a request. @throws ProblemError 401 */
export async function agentOf(office: Office, request: Request): Promise<AgentRow> {
  const claims = await office.tokens.verify('desk', bearerOf(request) ?? '');
  const agentId = claims?.['agentId'];
  if (typeof agentId !== 'string') throw unknownAgent();
  const agent = await office.read((tx) => tables.agents.get(tx, agentId));
  if (!agent || agent.state === 'offline' || claims?.['generation'] !== agent.generation)
    throw unknownAgent();
  return agent;
}

function unknownAgent(): ProblemError {
  return new ProblemError(401, 'Sign in first.');
}
