import { openCenter } from '../../e2e/support/center.ts';
import { eachOnce, exactly } from '../support/ear.ts';
import { HANDED_OVER } from './handover.ts';
import type { Scene } from './scene.ts';

const BURST = ['one', 'two', 'three', 'four', 'five'];
const LOST =
  'The server cannot be reached. You can keep writing. Your messages are sent as soon as it is back.';

/** With two people: replies, files, a broken line, a transfer, the end. */
export const agents: Scene = {
  name: 'agents',
  journeys: [
    'handed over to a person, who replies',
    'five replies in a burst',
    'file up',
    'file down',
    'typing',
    'link lost and back',
    'transfer',
    'reading back',
    'end',
  ],
  async play({ ear, person, demo, opensChat }, journey) {
    const { log } = person;
    await opensChat();
    const center = await openCenter(demo);
    await person.writes('I would like to talk to a person');
    const alex = await center.takes();
    await journey('handed over to a person, who replies', async () => {
      await ear.hears(exactly(...HANDED_OVER));
      await alex.says('Hello, this is a human being');
      await ear.hears(exactly('Alex Morgan: Hello, this is a human being'));
    });
    await journey('five replies in a burst', async () => {
      for (const text of BURST) await alex.says(text);
      await ear.hears(eachOnce(...BURST.map((text) => `Alex Morgan: ${text}`)));
    });
    await journey('file up', async () => {
      await person.attaches('receipt.txt');
      await ear.hears(exactly('Sent'));
    });
    await journey('file down', async () => {
      await alex.sends('prices.txt');
      await ear.hears(exactly('Alex Morgan: prices.txt'));
    });
    await journey('typing', async () => {
      await alex.types();
      await log.getByText('Alex Morgan is typing').waitFor({ state: 'attached' });
      await alex.says('That took a while');
      await ear.hears(exactly('Alex Morgan: That took a while'));
    });
    await journey('link lost and back', async () => {
      const killed = demo.killServer('connector');
      await ear.until(LOST);
      await alex.says('Written while you were away');
      await killed;
      await ear.hears(exactly(LOST, 'Connected again', 'Alex Morgan: Written while you were away'));
    });
    const others = await openCenter(demo, 1);
    await alex.transfers('sam');
    const sam = await others.takes();
    await journey('transfer', async () => {
      await ear.hears(
        exactly(
          'Alex Morgan left the chat',
          'You are being connected to somebody else.',
          'Sam Rivera joined the chat',
        ),
      );
    });
    await journey('reading back', async () => {
      await sam.says('I have read it all');
      await ear.hears(exactly('Sam Rivera: I have read it all'));
      await log.press('ArrowUp');
      await ear.reads(/^Sam Rivera I have read it all article/);
      await ear.hears(exactly());
    });
    await journey('end', async () => {
      await sam.says('Goodbye');
      await sam.ends();
      await ear.hears(exactly('Sam Rivera: Goodbye', 'Sam Rivera left the chat'));
    });
  },
};
