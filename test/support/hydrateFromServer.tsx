import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import type { ReactElement } from 'react';
import { allowConsole } from './consoleGuard.ts';

/** Whether the suite runs on the widget's runtime (vite.config.ts says so). */
export const IS_PREACT = import.meta.env['RUNTIME'] === 'preact';

/**
 * Writes an element as a server does, puts the text on the page and lets React take it over, under StrictMode.
 * @returns where it stands, and everything that React had to mend.
 */
export async function hydrateFromServer(element: ReactElement): Promise<Hydrated> {
  const { renderToString } = await import('react-dom/server');
  const page = <StrictMode>{element}</StrictMode>;
  // React 18 warns wherever it finds one on a server; it cannot know that this server has a document.
  allowConsole(/useLayoutEffect does nothing on the server/);
  const html = renderToString(page);
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  const complaints: string[] = [];
  const onRecoverableError = (error: unknown): void => void complaints.push(String(error));
  render(page, { container, hydrate: true, onRecoverableError });
  // What hydrates late (Suspense) has had its turn.
  await act(async () => {});
  return { container, html, complaints };
}

/** See `hydrateFromServer`. */
export interface Hydrated {
  readonly container: HTMLElement;
  readonly html: string;
  readonly complaints: readonly string[];
}
