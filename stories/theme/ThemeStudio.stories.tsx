import type { Meta, StoryObj } from '@storybook/react-vite';
import { ThemeStudio } from './studio/ThemeStudio.tsx';

/** Make a theme and take it away, as CSS or as code. The chat beside it is the real one, on servers in this tab. */
export default {
  title: 'Theme/Studio',
  component: ThemeStudio,
  globals: { width: '100%' },
  parameters: { controls: { disable: true }, page: true },
} satisfies Meta;

/** Shown is it when the chat stands. */
export const Studio: StoryObj = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('region', { name: loaded['words'].frame.chat }, { timeout: 60_000 });
  },
};
