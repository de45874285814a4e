import { agent, customer, pause } from '../../../src/testing/index.ts';
import type { ScenarioStep } from '../../../src/testing/index.ts';

/** From the bot to a person: she comes, types, asks back with answers to choose from, and shows two cards. */
export const agentTakesOver: readonly ScenarioStep[] = [
  customer.says('Good morning! Something is wrong with my order.'),
  pause(1_600),
  customer.chooses('Talk to a person'),
  agent.accepts(),
  agent.types(),
  agent.says('Hello, Ada here. I have read along. What came instead?', 'Nothing at all', 'Something else'),
  customer.chooses('Something else'),
  agent.reads(),
  agent.types(),
  agent.sends(
    'I am sorry! Which of these two is it?',
    {
      title: 'Slate Hill, 250 g',
      description: 'Sidama, Ethiopia. Jasmine and bergamot, thin as tea.',
      actions: [{ type: 'postback', text: 'This one', payload: 'SLATE' }],
    },
    {
      title: 'Old Harrow, 250 g',
      description: 'Sumatra and Brazil. Walnut, cedar, dark sugar.',
      actions: [{ type: 'postback', text: 'That one', payload: 'HARROW' }],
    },
  ),
  customer.chooses('That one'),
  agent.types(),
  agent.says('The right bag leaves today. Keep the other one with our best wishes.'),
];
