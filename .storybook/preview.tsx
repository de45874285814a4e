import type { Preview } from '@storybook/react-vite';
import { Stage } from './Stage.tsx';
import { globalTypes, initialGlobals, readGlobals } from './toolbar.ts';

/** Every story stands on the stage, whose theme, language, direction, text size, width and network the toolbar sets. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    options: { storySort: { order: ['Theme', 'Panels', 'Components', '*'] } },
    a11y: { test: 'error' },
  },
  globalTypes,
  initialGlobals,
  decorators: [
    (Story, { globals }) => (
      <Stage settings={readGlobals(globals)}>
        <Story />
      </Stage>
    ),
  ],
};

export default preview;
