import { Hono } from 'hono';
import { decodeAgentInput } from '../../../protocol/desk/index.ts';
import type { AgentInput, AgentRecord } from '../../../protocol/desk/index.ts';
import { hashPassword } from '../auth/secrets.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import type { AgentRow } from '../core/tables.ts';
import { badRequest, notFound, ProblemError } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';

/** Agents: attributes, room for work, and a password kept as a PBKDF2 hash. */
export function agentRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.get('/', async (c) => c.json((await office.read((tx) => tables.agents.list(tx))).map(agentRecord)));
  routes.get('/:id', async (c) => {
    const found = await office.read((tx) => tables.agents.get(tx, c.req.param('id')));
    if (!found) throw notFound('agent');
    return c.json(agentRecord(found));
  });
  routes.post('/', async (c) => {
    const input = await readJson(c.req.raw, decodeAgentInput);
    if (input.password === undefined)
      throw badRequest([{ path: 'password', message: 'must not be null', rule: 'missing' }]);
    return c.json(agentRecord(await saveAgent(office, input, undefined)), 201);
  });
  routes.put('/:id', async (c) => {
    const input = await readJson(c.req.raw, decodeAgentInput);
    return c.json(agentRecord(await saveAgent(office, input, c.req.param('id'))));
  });
  routes.delete('/:id', async (c) => {
    await office.commit(async (work) => {
      const agent = await tables.agents.get(work.tx, c.req.param('id'));
      if (!agent) throw notFound('agent');
      const open = await tables.agentDialogs.list(work.tx, [agent.agentId], { limit: 1 });
      if (open.length > 0) throw new ProblemError(409, 'The agent is in conversation.');
      await tables.agents.delete(work.tx, agent.agentId);
      await tables.agentUsers.delete(work.tx, agent.user.toLowerCase());
      work.agentsChanged();
    });
    return c.body(null, 204);
  });
  return routes;
}

async function saveAgent(office: Office, input: AgentInput, id: string | undefined): Promise<AgentRow> {
  const { password, ...fields } = input;
  // Hashing takes long and is done before the transaction, which everybody waits for.
  const hash =
    password === undefined ? undefined : await hashPassword(password, office.passwordRounds, office.random);
  return office.commit(async (work) => {
    const before = id === undefined ? undefined : await tables.agents.get(work.tx, id);
    if (id !== undefined && !before) throw notFound('agent');
    const agentId = id ?? work.newId();
    const owner = await tables.agentUsers.get(work.tx, fields.user.toLowerCase());
    if (owner !== undefined && owner !== agentId) throw new ProblemError(409, 'The user name is taken.');
    if (before) await tables.agentUsers.delete(work.tx, before.user.toLowerCase());
    const agent: AgentRow = {
      ...fields,
      agentId,
      password: hash ?? before?.password ?? '',
      state: before?.state ?? 'offline',
      generation: (before?.generation ?? 0) + (hash === undefined ? 0 : 1),
    };
    await tables.agents.put(work.tx, [agentId], agent);
    await tables.agentUsers.put(work.tx, [fields.user.toLowerCase()], agentId);
    work.agentsChanged();
    return agent;
  });
}

function agentRecord({ agentId, user, name, attributes, capacity }: AgentRow): AgentRecord {
  return { agentId, user, name, attributes, capacity };
}
