import type { MountOptions } from './chatModule.ts';

const STYLE = {
  // As large as its element; where that has no height of its own, as high as a conversation needs.
  inline: `
:host{position:relative!important;z-index:auto!important;inline-size:100%!important;block-size:100%!important;min-block-size:480px!important}
.place{position:absolute;inset:0}
.trouble{position:absolute;inset:16px auto auto 16px}`,
  page: `
.place{position:fixed;inset:0}
.trouble{inset:16px auto auto 16px}`,
} as const;

/**
 * Gives the place of the chat the shape that the page asked for; the floating one is the launcher's own. In a chunk of its
 * own: most sites have the floating one.
 */
export function takeShell({ config, root }: Pick<MountOptions, 'config' | 'root'>): void {
  if (config.shell === 'floating') return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE[config.shell]);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
