import type { Meta, StoryObj } from '@storybook/react-vite';
import { ar } from '../../src/locales/ar.ts';
import { TroublePage } from './trouble/TroublePage.tsx';
import type { TroublePageProps } from './trouble/TroublePage.tsx';

type Story = StoryObj<TroublePageProps>;

/** A page for reviewers: turn the switches and watch the chat recover. */
export default {
  title: 'When things go wrong',
  component: TroublePage,
  // On the page of all stories there would be several, and one device's clock.
  tags: ['!autodocs'],
  globals: { width: '100%' },
  parameters: { page: true },
  render: (args, { globals }) => (
    <TroublePage colorScheme={globals['scheme'] === 'dark' ? 'dark' : 'light'} {...args} />
  ),
} satisfies Meta<TroublePageProps>;

/** Shown is it when the contact centre of the page stands. */
const play: Story['play'] = async ({ canvas }) => {
  await canvas.findByRole('region', { name: 'Switches' }, { timeout: 60_000 });
};

export const Switches: Story = { play };
export const RightToLeft: Story = { args: { locale: 'ar', words: ar }, play };
