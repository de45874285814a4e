import type { Preview } from '@storybook/react-vite';
import { Stage } from './Stage.tsx';

/** Every story stands on the stage, whose scheme, direction and width the toolbar sets. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    options: { storySort: { order: ['Panels', 'Components', '*'] } },
    a11y: { test: 'error' },
  },
  globalTypes: {
    scheme: choice('Colour scheme', 'circlehollow', ['light', 'dark']),
    direction: choice('Direction', 'transfer', ['ltr', 'rtl']),
    width: choice('Width', 'grow', ['400px', '320px', '100%']),
  },
  initialGlobals: { scheme: 'light', direction: 'ltr', width: '400px' },
  decorators: [
    (Story, { globals }) => (
      <Stage
        scheme={globals['scheme'] === 'dark' ? 'dark' : 'light'}
        direction={globals['direction'] === 'rtl' ? 'rtl' : 'ltr'}
        width={String(globals['width'])}
      >
        <Story />
      </Stage>
    ),
  ],
};

export default preview;

function choice(title: string, icon: 'circlehollow' | 'transfer' | 'grow', items: string[]) {
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}
