import type { Meta, StoryObj } from '@storybook/react-vite';
import { ActionButtons } from '../../../src/components/index.ts';
import type { RowAction } from '../../../src/components/index.ts';

const meta: Meta<typeof ActionButtons> = {
  title: 'Components/Cards/ActionButtons',
  component: ActionButtons,
};

export default meta;

type Story = StoryObj<typeof meta>;

const actions: readonly RowAction[] = [
  { type: 'postback', text: 'Track parcel', payload: 'TRACK' },
  { type: 'link', text: 'Opening hours', uri: 'https://shop.example/hours' },
  { type: 'locationRequest', text: 'Share where you are' },
];

export const Open: Story = { args: { actions } };
export const Chosen: Story = { args: { actions, chosen: 'TRACK' } };
export const Locked: Story = { args: { actions, disabled: true } };
