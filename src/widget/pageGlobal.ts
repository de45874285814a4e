import type { Widget } from './createWidget.ts';
import { readConfig } from './widgetConfig.ts';
import type { WidgetConfig } from './widgetConfig.ts';

const COMMANDS = [
  'open',
  'close',
  'toggle',
  'popOut',
  'send',
  'setContext',
  'identify',
  'logout',
  'on',
  'destroy',
];

/**
 * The one global, `Colloquy`: a function that takes a command and its arguments, with the same commands as methods.
 * Commands go to the first widget of the page, and wait where there is none yet; `Colloquy.widget(name)` gives another one.
 * @param create makes a widget from what the page said.
 */
export function createGlobal(create: (config: WidgetConfig) => Widget): ColloquyGlobal {
  const widgets = new Map<string, Widget>();
  const waiting: (readonly [unknown, readonly unknown[]])[] = [];

  const init = (given: unknown): Widget | undefined => {
    const config = isRecord(given) ? readConfig(given) : undefined;
    if (!config || widgets.has(config.name)) return undefined;
    const made = create(config);
    const widget: Widget = {
      ...made,
      destroy() {
        widgets.delete(config.name);
        made.destroy();
      },
    };
    widgets.set(config.name, widget);
    for (const [command, args] of waiting.splice(0)) runOn(widget, command, args);
    return widget;
  };
  const run = (command: unknown, ...args: readonly unknown[]): unknown => {
    const widget: Widget | undefined = widgets.values().next().value;
    if (command === 'init') return init(args[0]);
    if (command === 'destroy') return [...widgets.values()].forEach((each) => each.destroy());
    if (widget) return runOn(widget, command, args);
    if (command === 'logout') return Promise.resolve();
    waiting.push([command, args]);
    return () => undefined;
  };
  const methods = COMMANDS.map((command) => [command, run.bind(undefined, command)] as const);
  const global: unknown = Object.assign(run, {
    ...Object.fromEntries(methods),
    init,
    widget: (name: string) => widgets.get(name),
  });
  if (isGlobal(global)) return global;
  throw new TypeError();
}

/** Whether this is a global of ours, of another script tag say. */
export function isGlobal(value: unknown): value is ColloquyGlobal {
  return typeof value === 'function' && 'init' in value && 'widget' in value;
}

/** Calls that a page made before the script had loaded: `Colloquy.q` of a stub function, or a plain array. */
export function queuedCalls(before: unknown): readonly (readonly unknown[])[] {
  const queue: unknown = typeof before === 'function' && 'q' in before ? before.q : before;
  return Array.isArray(queue) ? queue.filter(isCall).map((call) => Array.from(call)) : [];
}

/** The page's global. */
export interface ColloquyGlobal extends Omit<Widget, 'name'> {
  /** `Colloquy('open')`: a command and its arguments. Unknown commands are ignored. */
  (command: unknown, ...args: readonly unknown[]): unknown;
  /** Makes a widget where no script tag did; undefined where `integrationId` or `tokenUrl` is missing. */
  init(given: unknown): Widget | undefined;
  /** The widget of this name (`data-name`); the first one is called `default` unless it says otherwise. */
  widget(name: string): Widget | undefined;
  /** Takes all widgets of the page off it. */
  destroy(): void;
}

function runOn(widget: Widget, command: unknown, args: readonly unknown[]): unknown {
  const name = String(command);
  const method: unknown = COMMANDS.includes(name) && Reflect.get(widget, name);
  return typeof method === 'function' ? Reflect.apply(method, widget, args) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCall(call: unknown): call is ArrayLike<unknown> {
  return isRecord(call) && 'length' in call;
}
