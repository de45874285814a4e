import type { Meta, StoryObj } from '@storybook/react-vite';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { LiveChat } from '../live/LiveChat.tsx';
import type { LiveChatProps } from '../live/LiveChat.tsx';

type Story = StoryObj<LiveChatProps>;

/** Nothing here is played back: write, press, and the contact centre in this tab answers. */
export default {
  title: 'Panels/Live',
  component: LiveChat,
  args: { kind: 'messaging', bot: true, begun: false },
  argTypes: {
    kind: { control: 'inline-radio', options: ['messaging', 'chat'] },
    colorScheme: { control: 'inline-radio', options: ['light', 'dark'] },
  },
  // Shown is it when one can write, and what was begun has been said: on a busy machine the servers take their time.
  play: async ({ canvas, args }) => {
    await canvas.findByRole('textbox', {}, PATIENCE);
    if (args.begun) await canvas.findByText(/^Good morning! I have a question/, {}, PATIENCE);
  },
} satisfies Meta<LiveChatProps>;

const PATIENCE = { timeout: 60_000 };

export const Messaging: Story = {};
export const InFullSwing: Story = { args: { begun: true } };
export const ChatIntegration: Story = { args: { kind: 'chat' } };
export const ChatInFullSwing: Story = { args: { kind: 'chat', begun: true } };
export const WithoutBot: Story = { args: { bot: false } };
export const Dark: Story = { args: { begun: true, colorScheme: 'dark' } };
export const German: Story = { args: { begun: true, locale: 'de', words: de } };
export const RightToLeft: Story = { args: { begun: true, locale: 'ar', words: ar } };
export const Phone: Story = { args: { begun: true, blockSize: 760 }, globals: { width: '320px' } };
