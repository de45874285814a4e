import type { ReactElement } from 'react';

/** The marks on the buttons of a player, which are the same in every language. */
export function PlayerIcon({ name }: { readonly name: keyof typeof PATHS }): ReactElement {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

const PATHS = {
  play: 'M6.5 3.9v12.2a.8.8 0 0 0 1.2.7l9.6-6.1a.8.8 0 0 0 0-1.4L7.7 3.2a.8.8 0 0 0-1.2.7z',
  pause: 'M6 3.5h2.2v13H6zM11.8 3.5H14v13h-2.2z',
  again:
    'M10 3.2a6.8 6.8 0 1 0 6.8 6.8h-2A4.8 4.8 0 1 1 10 5.2c1.2 0 2.3.4 3.1 1.2L11 8.5h6V2.5l-2.4 2.4A6.8 6.8 0 0 0 10 3.2z',
  back: 'M4.5 4h2v12h-2zM15.5 4.6v10.8a.7.7 0 0 1-1.1.6L7.2 10.6a.7.7 0 0 1 0-1.2L14.4 4a.7.7 0 0 1 1.1.6z',
  on: 'M13.5 4h2v12h-2zM4.5 4.6v10.8a.7.7 0 0 0 1.1.6l7.2-5.4a.7.7 0 0 0 0-1.2L5.6 4a.7.7 0 0 0-1.1.6z',
} as const;
