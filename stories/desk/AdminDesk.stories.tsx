import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AdminDesk } from '../../src/desk/admin/AdminDesk.tsx';
import type { AdminClient, Collection } from '../../src/desk/data/adminClient.ts';
import { DeskFault } from '../../src/desk/data/deskFault.ts';
import { DeskStage } from './DeskStage.tsx';

const gone = (): Promise<never> => Promise.reject(new DeskFault('unreachable', 'No contact centre here'));

function collection<Item, Input, Created extends Item>(
  items: readonly Item[],
): Collection<Item, Input, Created> {
  return { list: () => Promise.resolve(items), create: gone, replace: gone, remove: gone };
}

const full: AdminClient = {
  integrations: collection([
    {
      integrationId: '7c1a7a3e-3f5e-4a55-9a53-0c1a6f1f4b10',
      name: 'Shop messaging',
      kind: 'messaging' as const,
      channelProviderId: 'element',
      media: ['messaging' as const],
      workflow: 'bot-queue-agent' as const,
      requiredAttributes: ['english'],
      rules: [],
      alertSeconds: 20,
      enabled: true,
    },
  ]),
  connectorElements: collection([
    {
      channelProviderId: 'element',
      name: 'Colloquy messaging',
      kind: 'messaging' as const,
      hostName: 'chat.example.com',
      callbackUrl: 'https://chat.example.com/hooks',
    },
  ]),
  pushConfigurations: collection([]),
  applications: collection([
    { applicationId: 'application', name: 'Colloquy demo', clientId: 'client', appkey: 'key' },
  ]),
  agents: collection([
    { agentId: 'ada', user: 'ada', name: 'Ada Albright', attributes: ['english', 'coffee'], capacity: 5 },
  ]),
};
const empty = { ...full, integrations: collection([]) };
const unreachable = { ...full, integrations: { ...full.integrations, list: gone } };

const meta: Meta<typeof AdminDesk> = {
  title: 'Desk/AdminDesk',
  component: AdminDesk,
  globals: { width: '100%' },
  parameters: { page: true, bleed: true },
  args: { client: full, onExpired: () => undefined, onSignOut: () => undefined },
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

export const Integrations: Story = {};
/** Beside the list, or in its place where there is no room for both. */
export const Editing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /Shop messaging/ }));
    await expect(await canvas.findByRole('heading', { name: 'Shop messaging' })).toBeVisible();
  },
};
export const FirstRun: Story = { args: { client: empty } };
export const Unreachable: Story = { args: { client: unreachable } };
