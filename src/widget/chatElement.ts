import type { Widget } from './createWidget.ts';

const NAME = 'colloquy-chat';
let count = 0;

/**
 * Defines `<colloquy-chat>`: an inline chat (or with `data-shell` another one) that takes the script tag's data attributes.
 * It goes when the element does, and its session stays; `element.widget` opens, sends and listens. Where the name is taken,
 * by another copy of this say, nothing happens.
 * @param create makes the widget; undefined where an attribute is missing.
 */
export function defineChatElement(
  create: (given: Readonly<Record<string, unknown>>) => Widget | undefined,
): void {
  if (customElements.get(NAME)) return;
  customElements.define(
    NAME,
    class extends HTMLElement {
      widget: Widget | undefined;
      connectedCallback(): void {
        this.widget = create({
          name: `${NAME}-${++count}`,
          shell: 'inline',
          ...this.dataset,
          target: this,
        });
      }
      disconnectedCallback(): void {
        this.widget?.destroy();
        this.widget = undefined;
      }
    },
  );
}
