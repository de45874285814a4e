import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createSqliteStore } from '../../src/server/node/index.ts';
import { describeStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'colloquy-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the SQLite store', () =>
  describeStore(() => createSqliteStore(join(folder, `${randomUUID()}.db`))));
