import type { Route } from 'playwright';
import { REQUESTS } from '../../e2e/support/tabs.ts';
import { exactly } from '../support/ear.ts';
import type { Scene } from './scene.ts';

/** A message that is refused, and sent again by hand. */
export const trouble: Scene = {
  name: 'a refused message',
  journeys: ['failed send', 'retry'],
  async play({ ear, person, opensChat }, journey) {
    const { page } = person;
    await opensChat();
    await page.route(REQUESTS.messages, refuse);
    await journey('failed send', async () => {
      await person.writes('Opening hours');
      await ear.hears(exactly('Not sent'));
    });
    await page.unroute(REQUESTS.messages);
    await journey('retry', async () => {
      await person.presses('Try again');
      await ear.hears(exactly('Sent', 'Greeter joined the chat', /^Greeter: We are open/));
    });
  },
};

function refuse(route: Route): Promise<void> {
  return route.fulfill({
    status: 502,
    headers: { 'access-control-allow-origin': '*' },
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: 'about:blank#upstream-refused',
      code: 'upstream-refused',
      title: 'The contact centre refused',
      status: 502,
    }),
  });
}
