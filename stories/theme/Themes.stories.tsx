import type { Meta, StoryObj } from '@storybook/react-vite';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { ChatProvider } from '../../src/hooks/index.ts';
import { Chat } from '../../src/panels/index.ts';
import { createTheme, themes } from '../../src/theme/index.ts';
import type { ColorScheme, Theme } from '../../src/theme/index.ts';
import { useStage } from '../live/stage.ts';
import { STATES } from '../panels/chatStates.ts';
import type { ChatStateName } from '../panels/chatStates.ts';

/** One chat in one theme, as large as a phone's upper half. */
function Sample({ theme, colorScheme, state }: SampleProps): ReactElement {
  const { locale, words, contrast } = useStage();
  const client = useMemo(() => STATES[state](), [state]);
  // Six regions of one name could not be told apart by ear.
  const overrides = useMemo(() => ({ frame: { chat: `Chat, ${theme.name}` } }), [theme]);
  return (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ paddingBlockEnd: 8 }}>{theme.name}</figcaption>
      <div
        style={{
          blockSize: 560,
          border: '1px solid var(--cq-hairline)',
          borderRadius: 'var(--cq-radius-frame)',
          overflow: 'hidden',
        }}
      >
        <ChatProvider client={client} baseUrl="https://connector.example">
          <Chat
            {...{ theme, colorScheme, contrast, locale, words, overrides }}
            onMinimize={() => undefined}
          />
        </ChatProvider>
      </div>
    </figure>
  );
}

interface SampleProps {
  readonly theme: Theme;
  readonly colorScheme: ColorScheme;
  readonly state: ChatStateName;
}

/** Several themes on one page: none knows of the others. */
function Samples({ list, state = 'talking' }: SamplesProps): ReactElement {
  const { colorScheme } = useStage();
  return (
    <div
      style={{
        display: 'grid',
        gap: 24,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
      }}
    >
      {list.map((theme) => (
        <Sample key={theme.name} {...{ theme, colorScheme, state }} />
      ))}
    </div>
  );
}

interface SamplesProps {
  readonly list: readonly Theme[];
  readonly state?: ChatStateName;
}

export default {
  title: 'Theme/Themes',
  component: Samples,
  globals: { width: '100%' },
} satisfies Meta<SamplesProps>;

type Story = StoryObj<SamplesProps>;

const ALL = Object.values(themes);
const BRANDS = ['#e60f0f', '#ffe600', '#7a1f5c', '#0a7d3c', '#ff5a1f', '#111111'];

export const Finished: Story = { args: { list: ALL } };
export const FinishedWithCards: Story = { args: { list: ALL, state: 'rich' } };
export const FinishedEmpty: Story = { args: { list: ALL, state: 'empty' } };
export const FinishedAndFailed: Story = { args: { list: ALL, state: 'failed' } };
/** One colour is enough: where it does not read, it is moved; the launcher keeps it. */
export const FromABrandColour: Story = {
  args: { list: BRANDS.map((brand) => createTheme({ name: brand, brand })) },
};
