import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { createTrace, Inspector } from '../../src/inspector/index.ts';
import type { ColorScheme } from '../../src/theme/index.ts';
import { STATES } from '../panels/chatStates.ts';
import type { ChatStateName } from '../panels/chatStates.ts';

/** The development panel over a client in one of its states. */
function InspectorInState({ state, colorScheme, inlineSize }: StoryArgs): ReactElement {
  const trace = useMemo(() => {
    const made = createTrace();
    const client = STATES[state]();
    made.watch(client);
    void client.start();
    return made;
  }, [state]);
  return (
    <div style={{ inlineSize, maxInlineSize: '100%' }}>
      <Inspector trace={trace} colorScheme={colorScheme} />
    </div>
  );
}

interface StoryArgs {
  readonly state: ChatStateName;
  readonly colorScheme?: ColorScheme;
  readonly inlineSize?: number;
}
type Story = StoryObj<StoryArgs>;

export default {
  title: 'Inspector/Inspector',
  component: InspectorInState,
  args: { state: 'talking' },
} satisfies Meta<StoryArgs>;

export const Talking: Story = {};
export const Empty: Story = { args: { state: 'empty' } };
export const Sending: Story = { args: { state: 'sending' } };
export const Failed: Story = { args: { state: 'failed' } };
export const NotKept: Story = { args: { state: 'unkept' } };
export const Reconnecting: Story = { args: { state: 'reconnecting' } };
export const Idle: Story = { args: { state: 'idle' } };
export const SessionEnded: Story = { args: { state: 'ended' } };
export const Refused: Story = { args: { state: 'refused' } };
export const Dark: Story = { args: { colorScheme: 'dark' } };
export const Phone: Story = { args: { inlineSize: 320 } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
