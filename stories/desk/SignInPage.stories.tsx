import type { Meta, StoryObj } from '@storybook/react-vite';
import { SignInPage } from '../../src/desk/door/SignInPage.tsx';
import { DeskStage } from './DeskStage.tsx';

const meta: Meta<typeof SignInPage> = {
  title: 'Desk/SignInPage',
  component: SignInPage,
  globals: { width: '100%' },
  parameters: { page: true, bleed: true },
  args: { isExpired: false, onSignIn: () => Promise.resolve() },
  decorators: [
    (Story) => (
      <DeskStage>
        <Story />
      </DeskStage>
    ),
  ],
};

export default meta;

type Story = StoryObj<typeof meta>;

export const Door: Story = {};
export const Expired: Story = { args: { isExpired: true } };
