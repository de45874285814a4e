import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { expect, within } from 'storybook/test';
import { ChatProvider } from '../../src/hooks/index.ts';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { themeFromBrand } from '../../src/theme/index.ts';
import { StageChat } from '../live/StageChat.tsx';
import { STATES } from './chatStates.ts';
import type { ChatStateName } from './chatStates.ts';

/** The whole chat in one of its states, as large as in the widget. */
function ChatInState({ state, blockSize = 640, ...props }: StoryArgs): ReactElement {
  const client = useMemo(() => STATES[state](), [state]);
  return (
    <div style={{ blockSize, border: '1px solid var(--cq-hairline)', borderRadius: 20, overflow: 'hidden' }}>
      <ChatProvider client={client} baseUrl="https://connector.example">
        <StageChat onMinimize={() => undefined} {...props} />
      </ChatProvider>
    </div>
  );
}

type StoryArgs = ChatProps & { readonly state: ChatStateName; readonly blockSize?: number };
type Story = StoryObj<StoryArgs>;

export default {
  title: 'Panels/Chat',
  component: ChatInState,
  args: { state: 'talking' },
} satisfies Meta<StoryArgs>;

export const Empty: Story = { args: { state: 'empty' } };
export const Greeted: Story = { args: { state: 'greeted' } };
export const Talking: Story = {};
export const SomebodyTyping: Story = { args: { state: 'typing' } };
export const Sending: Story = { args: { state: 'sending' } };
export const Failed: Story = { args: { state: 'failed' } };
/** The browser keeps nothing: what waits would go with the page, and the page says so. */
export const NotKept: Story = {
  args: { state: 'unkept' },
  // It is said when the message has been on its way for a second.
  play: async ({ canvas, loaded }) => {
    await canvas.findByText(loaded['words'].system.notKept, {}, { timeout: 20_000 });
  },
};
export const Connecting: Story = { args: { state: 'connecting' } };
export const Reconnecting: Story = { args: { state: 'reconnecting' } };
export const Idle: Story = { args: { state: 'idle' } };
/** The warning stands over the question before the end, whose first answer is an answer to both. */
export const IdleWhileAsked: Story = {
  args: { state: 'idleChat' },
  play: async ({ canvas, userEvent, loaded }) => {
    const { header, idle } = loaded['words'];
    await userEvent.click(await canvas.findByRole('button', { name: header.end }));
    const question = await canvas.findByRole('group', { name: header.end });
    await within(question).findByRole('button', { name: idle.stay });
    await expect(canvas.getByText(idle.title)).toBeVisible();
  },
};
export const SessionEnded: Story = { args: { state: 'ended' } };
export const EngagementEnded: Story = { args: { state: 'over' } };
export const Refused: Story = { args: { state: 'refused' } };
export const Cards: Story = { args: { state: 'rich' } };
export const Dark: Story = { args: { colorScheme: 'dark' } };
export const Brand: Story = { args: { theme: themeFromBrand('#0f766e') } };
export const German: Story = { args: { locale: 'de', words: de } };
export const RightToLeft: Story = { args: { locale: 'ar', words: ar } };
export const Phone: Story = { args: { blockSize: 760 }, globals: { width: '320px' } };
