/**
 * The style of everything that stands before the chat itself is loaded. Sizes are look.md's: launcher 56, 20 from the
 * edges, the frame's place above it, full screen on phones. Colours are the theme's, handed in as `--launcher…`. A chat that is put
 * away is hidden a moment later: where that comes together with the focus that leaves it, Firefox and Orca say nothing of where it went.
 * Clicks are the page's at once.
 */
export const LAUNCHER_STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;z-index:var(--colloquy-z-index,2147483000)!important;font:15px/1.45 system-ui,sans-serif!important}
*{box-sizing:border-box}
[hidden]{display:none!important}
.launcher,.place,.trouble{position:fixed;inset-block-end:calc(88px + env(safe-area-inset-bottom,0px));inset-inline-end:var(--colloquy-inline,20px)}
.launcher{inset-block-end:calc(20px + env(safe-area-inset-bottom,0px));inline-size:56px;block-size:56px;padding:0;border:0;border-radius:50%;display:grid;place-items:center;background:var(--launcher);color:var(--launcher-ink);cursor:pointer;box-shadow:0 1px 2px rgb(0 0 0/.16),0 6px 20px rgb(0 0 0/.2);transition:transform .16s}
.launcher:hover{transform:translateY(-2px)}
:focus-visible{outline:2px solid var(--launcher-ring);outline-offset:3px}
.launcher path{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round;transition:opacity .16s}
.launcher path+path,.launcher[aria-expanded=true] path{opacity:0}
.launcher[aria-expanded=true] path+path{opacity:1}
.launcher[aria-busy=true] svg{opacity:.5}
.badge{position:absolute;inset-block-start:-3px;inset-inline-end:-3px;min-inline-size:22px;padding:0 6px;border-radius:20px;background:#b3261e;color:#fff;font:650 12px/22px system-ui,sans-serif;box-shadow:0 0 0 2px #fff}
.place{display:flex;flex-direction:column;justify-content:flex-end}
.place:empty{display:none}
.place{transition:transform .16s,opacity .16s}
.place[data-open=false]{visibility:hidden;pointer-events:none;opacity:0;transform:translateY(8px);transition:.16s}
.trouble{display:grid;gap:12px;justify-items:start;inline-size:min(320px,100vw - 40px);padding:16px;border-radius:16px;background:Canvas;color:CanvasText;box-shadow:0 0 0 1px rgb(0 0 0/.08),0 6px 20px rgb(0 0 0/.2)}
.retry{padding:10px 16px;border:0;border-radius:20px;background:var(--launcher);color:var(--launcher-ink);font:inherit;cursor:pointer}
@media (max-width:479.98px),(max-height:419.98px){.place{inset:0}.place:not(:empty)+.launcher[aria-expanded=true]{display:none}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media (forced-colors:active){.launcher,.badge,.retry{border:1px solid}}
@media print{.launcher,.place[data-open=false]{display:none}:host,.place{position:static!important}}
`;
