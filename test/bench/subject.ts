import type { BenchMessage } from './benchMessages.ts';

/** What the bench measures: a list of messages with a field below it, by whomever it is made. */
export interface Subject {
  /** Before the clock runs: brings the messages into the shape in which they would come to it. */
  prepare?(messages: readonly BenchMessage[]): void;
  /** What was prepared comes: whoever keeps a state of his own makes it now, as a page does while nobody looks. */
  receive?(): void | Promise<void>;
  /** Shows these, the newest at the end and in view. */
  mount(container: HTMLElement, messages: readonly BenchMessage[]): void | Promise<void>;
  /** One more at the end; whoever is there stays there. */
  append(message: BenchMessage): void;
  /** Older ones before the first. */
  prepend(messages: readonly BenchMessage[]): void;
  getScroller(): Element | null;
  getComposer(): HTMLElement | null;
}
