import { afterEach, expect, test } from 'vitest';
import { createMemoryStore, type Store } from '../../../src/server/storage/index.ts';
import { createKit, stopAll } from './kit.ts';

afterEach(stopAll);

test('whoever showed a token in time is not refused, however long the crowd before them takes; whoever went is passed over', async () => {
  const kept = createMemoryStore();
  let open = Promise.resolve();
  let letGo = (): void => undefined;
  const store: Store = {
    ...kept,
    async transact(work) {
      await open;
      return kept.transact(work);
    },
  };
  const kit = await createKit({ store });
  const person = await kit.person();
  await person.begin();
  open = new Promise((resolve) => (letGo = resolve));
  const crowd = Array.from({ length: 40 }, () => person.socket({}));
  await kit.settle(6000);
  expect(crowd.flatMap(({ frames }) => frames)).toEqual([]);
  crowd[39]?.drop();
  letGo();
  await kit.settle();
  expect(crowd.map(({ frames }) => frames[0]?.type)).toEqual([...Array(39).fill('hello'), undefined]);
});
