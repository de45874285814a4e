import type { BenchMedia } from './benchMedia.ts';

/** Classes of the references, which look alike. */
export const BARE_CLASSES = {
  root: 'bare',
  scroller: 'bare-list',
  row: 'bare-row',
  bubble: 'bare-bubble',
} as const;

/** Puts the styles of the references into the page. */
export function showBareStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    .bare { display: flex; flex-direction: column; block-size: 640px; inline-size: 400px; font: 15px/1.4 sans-serif; }
    .bare-list { flex: 1; min-block-size: 0; overflow-y: auto; contain: strict; }
    .bare-row { display: flex; padding: 4px 12px; }
    .bare-row.out { justify-content: flex-end; }
    .bare-bubble { max-inline-size: 80%; padding: 8px 12px; border-radius: 16px; background: #eee; }
    .bare-bubble > img { display: block; max-inline-size: 100%; block-size: auto; }
    .out > .bare-bubble { background: #cde; }
    .bare-bubble > time { display: block; font-size: 12px; }
  `);
  document.adoptedStyleSheets = [sheet];
}

/** `09:41`, UTC. */
export function clockTime(atMs: number): string {
  return new Date(atMs).toISOString().slice(11, 16);
}

/** The attributes of a picture whose size is told. */
export function knownSize({ shape, width, height }: BenchMedia): { width?: number; height?: number } {
  return shape === 'sized' ? { width, height } : {};
}
