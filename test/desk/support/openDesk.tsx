import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { WordsProvider } from '../../../src/components/index.ts';
import { DeskApp } from '../../../src/desk/DeskApp.tsx';
import { deskTheme } from '../../../src/desk/parts/deskTheme.ts';
import type { DeskSnapshot } from '../../../src/protocol/desk/index.ts';
import { ThemeRoot } from '../../../src/theme/index.ts';
import { ann, snapshot } from './fixtures.ts';
import { createScriptedServer, json, settle } from './scriptedServer.ts';
import type { ScriptedServer } from './scriptedServer.ts';

/** Puts the door up against a scripted contact centre that knows Ann, and nobody else. */
export function openDoor(): ScriptedServer {
  const server = createScriptedServer();
  const signedIn = { token: 'secret', expiresAt: '2026-01-01T12:00:00.000Z', agent: ann };
  server.answer('POST /desk/v1/sign-in', () => json(signedIn));
  server.answer('POST /admin/v1/sign-in', () => json({ status: 401 }, 401));
  render(
    <ThemeRoot theme={deskTheme} colorScheme="light">
      <WordsProvider>
        <DeskApp fetch={server.fetch} />
      </WordsProvider>
    </ThemeRoot>,
  );
  return server;
}

/** Types name and password and presses the button. */
export async function signIn(): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: 'User' }), 'ann');
  await userEvent.type(screen.getByLabelText('Password'), 'password1');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

/** Ann at her desk, with this on it. */
export async function openDesk(rest: Partial<DeskSnapshot> = {}): Promise<ScriptedServer> {
  const server = openDoor();
  await signIn();
  await screen.findByRole('region', { name: 'Queue' });
  await settle();
  server.push('life-1', { type: 'snapshot', snapshot: snapshot(rest) });
  await settle();
  return server;
}
