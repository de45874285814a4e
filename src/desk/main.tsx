import type { ColorScheme } from '../theme/index.ts';
import { mountDesk } from './mountDesk.tsx';

const element = document.querySelector<HTMLElement>('#desk');
const asked = new URL(window.location.href).searchParams;

if (element) {
  mountDesk(element, {
    fetch: (url, init) => window.fetch(url, init),
    // English unless it is asked for: an agent's language is the contact centre's choice, not the browser's.
    locale: asked.get('locale') ?? document.documentElement.lang,
    colorScheme: schemeOf(asked.get('scheme')),
  });
}

function schemeOf(word: string | null): ColorScheme {
  return word === 'light' || word === 'dark' ? word : 'auto';
}
