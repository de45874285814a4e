import { useEffect } from 'react';
import { useDeskSession } from '../data/DeskContext.tsx';
import type { DeskSession } from '../data/deskSession.ts';
import { focusComposer } from './focusComposer.ts';

/** The keys of the desk. They rest while one writes, while a dialog is open, and with Ctrl, Alt or Meta held. */
export function useDeskKeys(actions: DeskKeyActions): void {
  const session = useDeskSession();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTaken(event)) return;
      if (press(event.key, session, actions)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, actions]);
}

/** What the keys do beyond the session. Keep it at one reference. */
export interface DeskKeyActions {
  readonly help: () => void;
  readonly transfer: () => void;
  /** Puts the focus into the message field; with a text, begins with it. */
  readonly write: (text?: string) => void;
}

/** Whether the key meant something. */
function press(key: string, session: DeskSession, actions: DeskKeyActions): boolean {
  const { alerts, me, selectedId, openIds } = session.store.getState();
  const ringing = alerts[0]?.engagement.id;
  switch (key) {
    case 'Enter':
      if (ringing !== undefined) void session.accept(ringing).then(focusComposer);
      return ringing !== undefined;
    case 'Escape':
      if (ringing !== undefined) void session.decline(ringing);
      return ringing !== undefined;
    case 'j':
    case 'ArrowDown':
      return walk(session, 1);
    case 'k':
    case 'ArrowUp':
      return walk(session, -1);
    case 'a':
      void session.setState(me?.state === 'ready' ? 'away' : 'ready');
      return true;
    case '?':
      actions.help();
      return true;
    default:
      if (selectedId === undefined || !openIds.includes(selectedId)) return false;
      return pressInConversation(key, actions);
  }
}

function pressInConversation(key: string, actions: DeskKeyActions): boolean {
  if (key === 't') actions.transfer();
  else if (key === 'm') actions.write();
  else if (key === '/') actions.write('/');
  else return false;
  return true;
}

/** Through my open conversations, then the closed ones, round and round. */
function walk(session: DeskSession, step: 1 | -1): boolean {
  const { openIds, history, selectedId } = session.store.getState();
  const ids = [...openIds, ...history.map((head) => head.id)];
  if (ids.length === 0) return false;
  const at = selectedId === undefined ? -1 : ids.indexOf(selectedId);
  const next = at < 0 && step < 0 ? ids.length - 1 : (at + step + ids.length) % ids.length;
  void session.select(ids[next]);
  return true;
}

/** Keys belong to fields, to the list of messages and to dialogs; Enter belongs to whatever can be pressed. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  if (!target || document.querySelector('dialog[open]')) return target !== undefined;
  if (target.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return true;
  if (event.key.startsWith('Arrow')) return target !== document.body;
  return event.key === 'Enter' && target.closest('button, a, summary') !== null;
}
