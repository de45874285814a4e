import type { SVGAttributes } from 'react';
import { withRef } from './withRef.ts';

/** Drawn on a grid of 24, one line of 1.75. Decoration only: the name is on the button. */
export const Icon = withRef<SVGSVGElement, IconProps>('Icon', ({ name, d, size = 20, ...rest }, ref) => (
  <svg
    ref={ref}
    aria-hidden="true"
    focusable="false"
    data-mirror={name === 'end' || undefined}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    {...rest}
  >
    <path d={d ?? (name && paths[name])} />
  </svg>
));

const paths = {
  chat: 'M12 3.75c5 0 8.75 3.3 8.75 7.75S17 19.25 12 19.25c-1 0-2-.13-2.9-.38L4.5 20.5l1.1-3.9c-1.5-1.4-2.35-3.2-2.35-5.1C3.25 7.05 7 3.75 12 3.75Z',
  close: 'M6 6l12 12M18 6 6 18',
  minimize: 'm6 9.5 6 6 6-6',
  end: 'M9.5 4.5h-3a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h3M15.5 16l4-4-4-4M19.5 12H10',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  send: 'M12 19.5v-15M5.5 11 12 4.5l6.5 6.5',
  attach:
    'm20 11.6-8.2 8.1a5 5 0 0 1-7-7l8.2-8.2a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.1a1.7 1.7 0 0 1-2.3-2.3l7.5-7.5',
  next: 'm9.5 6 6 6-6 6',
  down: 'M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5',
  waiting: 'M12 7.5V12l3 1.75M20.25 12a8.25 8.25 0 1 1-16.5 0 8.25 8.25 0 0 1 16.5 0Z',
  sent: 'm5.5 12.5 4.25 4.25L18.5 8',
  read: 'm2.5 12.5 4.25 4.25L15.5 8M12 16l.75.75L21.5 8',
  failed: 'M12 7.75v5M12 16.2v.05M20.25 12a8.25 8.25 0 1 1-16.5 0 8.25 8.25 0 0 1 16.5 0Z',
  unconfirmed:
    'M9.6 9.4a2.5 2.5 0 1 1 3.4 2.5c-.6.3-1 .8-1 1.6M12 16.2v.05M20.25 12a8.25 8.25 0 1 1-16.5 0 8.25 8.25 0 0 1 16.5 0Z',
  bot: 'M12 4v3.25M7 7.25h10a2.25 2.25 0 0 1 2.25 2.25v6A2.25 2.25 0 0 1 17 17.75h-1.5L12 20.5l-3.5-2.75H7a2.25 2.25 0 0 1-2.25-2.25v-6A2.25 2.25 0 0 1 7 7.25ZM9.25 11.5v1.25M14.75 11.5v1.25',
  check: 'm5.5 12.5 4.25 4.25L18.5 8',
} as const;

/** Every icon that the chat itself shows; those of cards come with them. */
export type IconName = keyof typeof paths;

/** Properties of `Icon`: which one, by its name or, where it has none here, as an SVG path (`d`). */
export type IconProps = Omit<SVGAttributes<SVGSVGElement>, 'name' | 'd'> & {
  /** CSS px; default 20. */
  readonly size?: number;
} & ({ readonly name: IconName; readonly d?: undefined } | { readonly name?: undefined; readonly d: string });
