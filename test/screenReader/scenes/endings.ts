import { openCenter } from '../../e2e/support/center.ts';
import { apartFrom, exactly } from '../support/ear.ts';
import { HANDED_OVER } from './handover.ts';
import type { Scene } from './scene.ts';

/** Nobody writes any more. The clock of the page is turned, and to the page that is a computer that slept. */
export const idle: Scene = {
  name: 'silence',
  journeys: ['idle warning', 'closed for idleness, and continued'],
  async play({ ear, person, opensChat }, journey) {
    const { page, chat } = person;
    const OF_THE_LINE = /cannot be reached|^Connected again$/;
    await page.clock.install();
    await opensChat();
    await person.writes('Opening hours');
    await ear.hears(exactly('Sent', 'Greeter joined the chat', /^Greeter: We are open/));
    await journey('idle warning', async () => {
      await page.clock.fastForward(300_000);
      const warning = exactly('Are you still there? This chat closes in 30 seconds.');
      await ear.hears(apartFrom(OF_THE_LINE, warning));
      await chat.getByRole('button', { name: 'Stay in the chat' }).focus();
      await ear.reads(/^Stay in the chat push button/);
      await person.presses('Stay in the chat');
    });
    await journey('closed for idleness, and continued', async () => {
      await page.clock.fastForward(300_000);
      await ear.hears(apartFrom(OF_THE_LINE, exactly(/^Are you still there\?/)));
      await page.clock.fastForward(31_000);
      const over = exactly('The chat ended because it was quiet for a while');
      await ear.hears(apartFrom(OF_THE_LINE, over));
      await person.presses('Continue');
      await person.opens();
      await ear.hears(apartFrom(OF_THE_LINE, exactly()));
    });
  },
};

/** A status of its own, beside the announcer: it may come before or after "Sent". */
const WAITING = /^We are looking for somebody/;

/** The contact centre tells of it apart from the end: before it, after it, or when nobody listens any more. */
const LEFT = /^Alex Morgan left the chat$/;

/** On a chat integration the customer ends it, and is asked first. */
export const ending: Scene = {
  name: 'the customer ends it',
  integration: 'chat',
  journeys: ['waiting for a person', 'ended by the customer'],
  async play({ ear, person, demo, opensChat }, journey) {
    const { chat } = person;
    await opensChat();
    const center = await openCenter(demo);
    await journey('waiting for a person', async () => {
      await person.writes('A person, please');
      const alex = await center.takes();
      await alex.says('Here I am');
      await ear.hears(apartFrom(WAITING, exactly(...HANDED_OVER, 'Alex Morgan: Here I am')));
    });
    await journey('ended by the customer', async () => {
      // Who hears what they are about to press: pressed at once, Orca would still be where it was written.
      await chat.getByRole('button', { name: 'End chat' }).focus();
      await ear.reads(/^End chat push button/);
      await person.presses('End chat');
      await ear.reads(/^Stay in the chat push button/);
      await chat
        .getByRole('group', { name: 'End chat' })
        .getByRole('button', { name: 'End chat' })
        .press('Enter');
      await ear.hears(apartFrom(LEFT, exactly('The chat has ended')));
    });
  },
};
