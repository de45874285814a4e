import { Hono } from 'hono';
import type { Decoder } from '../../../lib/index.ts';
import type { Json } from '../../storage/index.ts';
import type { Office } from '../core/office.ts';
import type { Table } from '../core/table.ts';
import type { Work } from '../core/work.ts';
import { notFound } from '../http/problem.ts';
import { readJson } from '../http/readBody.ts';

/** One kind of thing that an administrator keeps. */
export interface Collection<Input, Row extends Json> {
  readonly what: string;
  readonly table: Table<Row>;
  readonly decoder: Decoder<Input>;
  /** Makes the row; checks what it refers to. `before` is there in a replacement. @throws ProblemError */
  save(work: Work, id: string, input: Input, before: Row | undefined): Promise<Row>;
  /** What is shown of a row. */
  view(row: Row): Json;
  /** What is shown once, right after making it. */
  viewNew?(row: Row): Json;
  /** Checks that nothing needs the row, and clears what goes with it. @throws ProblemError 409 */
  remove(work: Work, row: Row): Promise<void>;
  readonly replaceable: boolean;
}

/** List, create, get, replace and delete over one table. */
export function collectionRoutes<Input, Row extends Json>(
  office: Office,
  kind: Collection<Input, Row>,
): Hono {
  const routes = new Hono({ strict: false });
  const { table } = kind;
  const save = (id: string | undefined, input: Input): Promise<Row> =>
    office.commit(async (work) => {
      const before = id === undefined ? undefined : await table.get(work.tx, id);
      if (id !== undefined && before === undefined) throw notFound(kind.what);
      const newId = id ?? work.newId();
      const row = await kind.save(work, newId, input, before);
      await table.put(work.tx, [newId], row);
      work.reroute();
      return row;
    });

  routes.get('/', async (c) => {
    const rows = await office.read((tx) => table.list(tx));
    return c.json(rows.map((row) => kind.view(row)));
  });
  routes.post('/', async (c) => {
    const row = await save(undefined, await readJson(c.req.raw, kind.decoder));
    return c.json(kind.viewNew?.(row) ?? kind.view(row), 201);
  });
  routes.get('/:id', async (c) => {
    const row = await office.read((tx) => table.get(tx, c.req.param('id')));
    if (row === undefined) throw notFound(kind.what);
    return c.json(kind.view(row));
  });
  if (kind.replaceable)
    routes.put('/:id', async (c) =>
      c.json(kind.view(await save(c.req.param('id'), await readJson(c.req.raw, kind.decoder)))),
    );
  routes.delete('/:id', async (c) => {
    await office.commit(async (work) => {
      const row = await table.get(work.tx, c.req.param('id'));
      if (row === undefined) throw notFound(kind.what);
      await kind.remove(work, row);
      await table.delete(work.tx, c.req.param('id'));
      work.reroute();
    });
    return c.body(null, 204);
  });
  return routes;
}
