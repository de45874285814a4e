import type { WidgetEventName } from './chatModule.ts';
import type { Widget } from './createWidget.ts';
import { readConfig } from './widgetConfig.ts';
import type { WidgetConfig } from './widgetConfig.ts';

/**
 * The one global, `Colloquy`: a function that takes a command and its arguments, with the same commands as methods.
 * Commands go to the first widget of the page; `Colloquy.widget(name)` gives another one.
 * @param create makes a widget from what the page said.
 */
export function createGlobal(create: (config: WidgetConfig) => Widget): ColloquyGlobal {
  const widgets = new Map<string, Widget>();
  const first = (): Widget | undefined => widgets.values().next().value;

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
    return widget;
  };
  const run = (command: unknown, ...args: readonly unknown[]): unknown =>
    command === 'init' ? init(args[0]) : runOn(first(), command, args);

  return Object.assign(run, {
    init,
    widget: (name: string) => widgets.get(name),
    open: () => first()?.open(),
    close: () => first()?.close(),
    toggle: () => first()?.toggle(),
    send: (text: string) => first()?.send(text),
    setContext: (parameters: Readonly<Record<string, string>>) => first()?.setContext(parameters),
    identify: () => first()?.identify(),
    logout: async () => first()?.logout(),
    on: (name: WidgetEventName, listener: (detail: unknown) => void) =>
      first()?.on(name, listener) ?? (() => undefined),
    destroy: () => {
      for (const widget of [...widgets.values()]) widget.destroy();
    },
  });
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
}

function runOn(widget: Widget | undefined, command: unknown, args: readonly unknown[]): unknown {
  if (!widget) return undefined;
  const [given, listener] = args;
  switch (command) {
    case 'open':
    case 'close':
    case 'toggle':
    case 'identify':
    case 'logout':
    case 'destroy':
      return widget[command]();
    case 'send':
      return typeof given === 'string' ? widget.send(given) : undefined;
    case 'setContext':
      return isRecord(given) ? widget.setContext(textsOf(given)) : undefined;
    case 'on':
      return isEventName(given) && typeof listener === 'function'
        ? widget.on(given, (detail) => void listener(detail))
        : undefined;
    default:
      return undefined;
  }
}

function textsOf(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

/** A name that is none is never told, so it may be anything. */
function isEventName(name: unknown): name is WidgetEventName {
  return typeof name === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCall(call: unknown): call is ArrayLike<unknown> {
  return isRecord(call) && 'length' in call;
}
