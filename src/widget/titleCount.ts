/**
 * Says in the page's title how many messages wait, while nobody sees the page: "(2) Shop". A title that the page sets
 * meanwhile stays as the page has set it.
 */
export function createTitleCount(): TitleCount {
  let count = 0;
  let own: { readonly plain: string; readonly counted: string } | undefined;
  const paint = (): void => {
    if (own && document.title === own.counted) document.title = own.plain;
    own = undefined;
    if (count === 0 || !document.hidden) return;
    own = { plain: document.title, counted: `(${count}) ${document.title}` };
    document.title = own.counted;
  };
  document.addEventListener('visibilitychange', paint);
  return {
    show(next) {
      count = next;
      paint();
    },
    stop() {
      document.removeEventListener('visibilitychange', paint);
      count = 0;
      paint();
    },
  };
}

/** See `createTitleCount`. */
export interface TitleCount {
  /** 0 gives the page its title back. */
  readonly show: (count: number) => void;
  readonly stop: () => void;
}
