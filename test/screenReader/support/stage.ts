import { copyFileSync } from 'node:fs';
import { startDemo, type Demo } from '../../e2e/support/demo.ts';
import { openBrowser, type BrowserName } from './browsers.ts';
import { startDesktop } from './desktop.ts';
import { createEar, exactly, type Ear } from './ear.ts';
import { startOrca } from './orca.ts';
import { createPerson, type Person } from './person.ts';

/** Everything of one scene, started for it alone: servers, desktop, Orca, browser, and the shop in a window of it. */
export interface Stage {
  readonly demo: Demo;
  readonly ear: Ear;
  readonly person: Person;
  /** Opens the chat, and goes on once Orca has come with it. */
  opensChat(): Promise<void>;
  /** Keeps Orca's debug log below this name. */
  keepLog(file: string): void;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Rejects when something does not come up; what is up by then is taken down. @param integration as in the shop's query. */
export async function setStage(name: BrowserName, integration?: string): Promise<Stage> {
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of ends.toReversed()) await end();
  };
  try {
    const desktop = await startDesktop();
    ends.push(() => desktop.stop());
    const orca = await startOrca(desktop);
    ends.push(() => orca.stop());
    const demo = await startDemo();
    ends.push(() => demo.stop());
    const browser = await openBrowser(name, desktop);
    ends.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 900, height: 1000 }, locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const ear = await createEar(orca, page);
    const address = new URL(demo.config.demoUrl);
    address.searchParams.set('shadow', 'open');
    if (integration !== undefined) address.searchParams.set('integration', integration);
    await page.goto(address.href);
    // Until Orca has got to the page, what happens there is lost on it.
    await ear.hears(exactly());
    const person = createPerson(page);
    return {
      demo,
      ear,
      person,
      async opensChat() {
        await person.opens();
        await ear.reads(/^Message entry/);
        await ear.hears(exactly());
      },
      keepLog: (file) => copyFileSync(orca.logFile, file),
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}
