import { describe } from 'vitest';
import { createMemoryStore } from '../../src/server/storage/index.ts';
import { describeStore } from './store.ts';

describe('the memory store', () => describeStore({ open: createMemoryStore }));
