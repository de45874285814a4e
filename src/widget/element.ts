import { defineChatElement } from './chatElement.ts';
import { chunksBeside } from './chunksBeside.ts';
import { createWidget } from './createWidget.ts';
import { readConfig } from './widgetConfig.ts';

// A module script of its own, `widget/element.js`, for pages that write `<colloquy-chat>`: no global, no launcher's tag.
const base = import.meta.url.replace(/[^/]*$/, '');

defineChatElement((given) => {
  const config = readConfig(given);
  return config && createWidget(config, ...chunksBeside(base, config));
});
