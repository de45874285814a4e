import type { Widget } from './createWidget.ts';

const NAME = 'colloquy-chat';
/** By their places they are called, and what a chat remembers is under its name: one that is moved finds itself again. */
const standing: (HTMLElement | undefined)[] = [];

/**
 * Defines `<colloquy-chat>`: an inline chat (or with `data-shell` another one) that takes the script tag's data attributes,
 * once those that it needs are there. It goes when the element does, and its session stays; `element.widget` opens, sends and
 * listens. Where the name is taken, by another copy of this say, nothing happens.
 * @param create makes the widget; undefined where an attribute is missing.
 */
export function defineChatElement(
  create: (given: Readonly<Record<string, unknown>>) => Widget | undefined,
): void {
  if (customElements.get(NAME)) return;
  customElements.define(
    NAME,
    class extends HTMLElement {
      static readonly observedAttributes = ['data-integration-id', 'data-token-url', 'data-frame'];
      widget: Widget | undefined;
      connectedCallback(): void {
        const at = standing.indexOf(undefined);
        standing[at < 0 ? standing.length : at] = this;
        this.#put();
      }
      disconnectedCallback(): void {
        standing[standing.indexOf(this)] = undefined;
        this.widget?.destroy();
        this.widget = undefined;
      }
      attributeChangedCallback(): void {
        // Said one by one, by a framework that had put the element onto the page before: with the last of them.
        queueMicrotask(() => this.#put());
      }
      #put(): void {
        const at = standing.indexOf(this);
        if (at >= 0)
          this.widget ??= create({
            name: `${NAME}-${at + 1}`,
            shell: 'inline',
            ...this.dataset,
            target: this,
          });
      }
    },
  );
}
