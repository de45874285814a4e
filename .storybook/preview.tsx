import type { Preview } from '@storybook/react-vite';
import { Stage } from './Stage.tsx';
import { globalTypes, initialGlobals, readGlobals, wordsOf } from './toolbar.ts';

/**
 * Every story stands on the stage, whose theme, language, direction, text size, width and network the toolbar sets. A story that
 * is a whole page, with a `main` and an `h1` of its own, says so: `parameters: { page: true }`; one that goes to the edges of the
 * window, too: `bleed: true`.
 */
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
  // Before a story is rendered and played: on a stage without words it would play to an empty house.
  loaders: [async ({ globals }) => ({ words: await wordsOf(readGlobals(globals).locale) })],
  decorators: [
    (Story, { globals, loaded, parameters, viewMode, title, name }) => (
      <Stage
        settings={readGlobals(globals)}
        words={loaded['words']}
        bleed={viewMode === 'story' && parameters['bleed'] === true}
        title={viewMode === 'story' && parameters['page'] !== true ? `${title}: ${name}` : undefined}
      >
        <Story />
      </Stage>
    ),
  ],
};

export default preview;
