import { exactly } from '../support/ear.ts';
import type { Scene } from './scene.ts';

const GREETING = 'Greeter: Hello! I am the greeter. How can I help you?';
const SHELF = /^Greeter: Or have a look at this week’s coffees:, .*Slate Hill, Old Harrow$/;

/** Alone with the greeter: opening, sending, buttons, cards, and what is not said again. */
export const bot: Scene = {
  name: 'the greeter',
  journeys: [
    'open',
    'send, and the bot answers',
    'choice buttons',
    'carousel',
    'close and open again',
    'reload',
  ],
  async play({ ear, person }, journey) {
    const { page, chat } = person;
    await journey('open', async () => {
      await page.getByRole('button', { name: /^Open chat/ }).focus();
      await ear.reads(/^Open chat/);
      await person.opens();
      await ear.reads(/^Message entry/);
      await ear.hears(exactly());
    });
    await journey('send, and the bot answers', async () => {
      await person.writes('Good morning');
      await ear.hears(exactly('Sent', 'Greeter joined the chat', GREETING, SHELF));
    });
    await journey('choice buttons', async () => {
      await chat.getByRole('button', { name: 'Track my order' }).last().focus();
      await ear.reads(/^Greeter.* Hello! I am the greeter/);
      await ear.reads(/^Track my order push button/);
      await person.presses('Track my order');
      await ear.hears(
        exactly(
          'Sent',
          'Greeter: Your order left the roastery this morning and should be with you tomorrow.',
        ),
      );
    });
    await journey('carousel', async () => {
      await chat.getByRole('button', { name: 'How do I brew it?' }).nth(1).focus();
      await ear.reads(/2 of 3/);
      await ear.reads(/^How do I brew it\? push button/);
      await person.presses('How do I brew it?', 1);
      await ear.hears(
        exactly('Sent', 'Greeter: Slate Hill likes a paper filter and water just off the boil.'),
      );
    });
    await journey('close and open again', async () => {
      await chat.getByRole('button', { name: 'Minimize chat' }).focus();
      await ear.reads(/^Minimize chat push button/);
      await person.presses('Minimize chat');
      // Where Orca comes so late that the chat it was in has gone, it says of Firefox's launcher only what is new: that it is collapsed.
      await ear.reads(/^(Open chat|collapsed)/);
      await person.opens();
      await ear.reads(/^Message entry/);
      await ear.hears(exactly());
    });
    await journey('reload', async () => {
      await page.reload();
      await ear.hears(exactly());
      await person.opens();
      await ear.hears(exactly());
      await person.writes('Opening hours');
      await ear.hears(
        exactly('Sent', 'Greeter: We are open Monday to Friday, 9:00 to 18:00, and on Saturday until 14:00.'),
      );
    });
  },
};
