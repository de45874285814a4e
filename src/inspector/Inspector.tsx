import { useId } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';
import { useStore } from 'zustand';
import { inspectorWords } from '../locales/index.ts';
import { ThemeRoot } from '../theme/index.ts';
import type { ThemeRootProps } from '../theme/index.ts';
import { EventsPart } from './EventsPart.tsx';
import { Root } from './inspectorStyles.ts';
import { LinePart } from './LinePart.tsx';
import { OutboxPart } from './OutboxPart.tsx';
import { TimersPart } from './TimersPart.tsx';
import type { Trace } from './createTrace.ts';
import { useNow } from './useNow.ts';

/** Chat SDK default (axp.md 1.4), milliseconds. */
const IDLE_TIMEOUT_MS = 300_000;

/**
 * The development panel: what a client knows, does and waits for, and what it told last. Reads a trace; changes nothing.
 * Root is a `section`; it takes the rest of the properties.
 */
export function Inspector(props: InspectorProps): ReactElement {
  const { trace, theme, colorScheme, contrast, idleTimeoutMs = IDLE_TIMEOUT_MS, onCopy, ...rest } = props;
  const facts = useStore(trace.facts);
  const nowMs = useNow(trace.clock);
  const headingId = useId();
  return (
    <ThemeRoot theme={theme} colorScheme={colorScheme} contrast={contrast}>
      {/* Its words are English, also beside a chat that is not. */}
      <Root lang="en" dir="ltr" aria-labelledby={headingId} data-role={facts.role} {...rest}>
        <h2 id={headingId}>{inspectorWords.title}</h2>
        <LinePart facts={facts} />
        <OutboxPart state={facts.state} />
        <TimersPart facts={facts} nowMs={nowMs} idleTimeoutMs={idleTimeoutMs} />
        <EventsPart events={facts.events} onCopy={onCopy} />
      </Root>
    </ThemeRoot>
  );
}

/** Properties of `Inspector`; the rest goes to its `section`. */
export interface InspectorProps
  extends
    Omit<HTMLAttributes<HTMLElement>, 'onCopy'>,
    Pick<ThemeRootProps, 'theme' | 'colorScheme' | 'contrast'> {
  readonly trace: Trace;
  /** As given to the client, milliseconds; default 300,000. By it the idle timer is known. */
  readonly idleTimeoutMs?: number | undefined;
  /** Takes the JSON in place of the clipboard. A promise that is rejected says that it could not be copied. */
  readonly onCopy?: ((json: string) => Promise<void> | void) | undefined;
}
