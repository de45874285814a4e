import react from '@vitejs/plugin-react';
import type { StorybookConfig } from '@storybook/react-vite';

/** Storybook: one story per state, and nothing that asks the network. */
const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.@(ts|tsx)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/react-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) => ({
    ...vite,
    // Fast refresh while one edits a component.
    plugins: [...(vite.plugins ?? []), react()],
    build: { ...vite.build, chunkSizeWarningLimit: 4_000 },
  }),
};

export default config;
