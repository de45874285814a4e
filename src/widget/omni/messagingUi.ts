import { AxpOmniSdkError } from '../../facades/omni-sdk/core/index.ts';
import type { LogLevel } from '../../facades/omni-sdk/core/index.ts';
import { readLogLevel } from '../../facades/omni-sdk/core/forElement.ts';
import { changeSettings, uiSettings } from './control.ts';
import type { Control } from './control.ts';
import { ElementControl } from './elementControl.ts';
import type { AxpOmniSdkMessagingUiInitParams, MessagingUiElement } from './messagingUiElement.ts';
import type { AxpOmniSdkMessagingUiConfig, UiListener } from './uiConfig.ts';

/** Where there is no window, the class can still be imported, though nobody can make one. */
const Element: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? class {};

/**
 * The custom element `<axp-omni-sdk-messaging-ui>` (axp.md 2.7) over our chat: a bubble in the corner; `init` opens a session;
 * `maximize` shows it. There may be several on a page; what is static speaks to all of them.
 */
export class AxpOmniSdkMessagingUi
  extends Element
  implements MessagingUiElement<AxpOmniSdkMessagingUiConfig>
{
  config: AxpOmniSdkMessagingUiConfig | undefined;

  get initialized(): boolean {
    return uiSettings.controls.get(this)?.isInitialized === true;
  }

  async init(initParams: AxpOmniSdkMessagingUiInitParams): Promise<void> {
    await controlOf(this).init(initParams);
  }

  maximize(): void {
    controlOf(this).maximize();
  }

  minimize(): void {
    uiSettings.controls.get(this)?.minimize();
  }

  setJwt(jwt: string): void {
    controlOf(this).setJwt(jwt);
  }

  setJWT(jwt: string): void {
    this.setJwt(jwt);
  }

  async shutdown(): Promise<void> {
    await controlOf(this).shutdown();
  }

  connectedCallback(): void {
    if (!uiSettings.controls.has(this))
      uiSettings.controls.set(this, new ElementControl(this, () => this.config));
  }

  /** Moving it within the page takes it out and puts it in again: only what stays out is let go of. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      uiSettings.controls.get(this)?.destroy();
      uiSettings.controls.delete(this);
    });
  }

  /** The first one on the page. */
  static getInstance(): AxpOmniSdkMessagingUi | undefined {
    return AxpOmniSdkMessagingUi.getInstances()[0];
  }

  /** Ours: all on the page, in the order of coming. */
  static getInstances(): AxpOmniSdkMessagingUi[] {
    return [...uiSettings.controls.keys()].filter((one) => one instanceof AxpOmniSdkMessagingUi);
  }

  /** The theme that was chosen by `setTheme`, else the configured one. */
  static get currentThemeName(): string | undefined {
    return uiSettings.themeName ?? [...uiSettings.controls.values()][0]?.themeName;
  }

  /** Idle and grace timers begin anew, nothing else. Throws NotInitialized where no element has a session. */
  static resetIdleTimeout(): void {
    const ready = [...uiSettings.controls.values()].filter((one) => one.isInitialized);
    if (ready.length === 0)
      throw new AxpOmniSdkError('NotInitialized', 'No element has a session: call init');
    for (const control of ready) control.resetIdleTimeout();
  }

  /** Speaks another language from now on; English where there is no pack of it. */
  static setLocale(locale: string): void {
    changeSettings({ locale });
  }

  /** One of the configured themes; a name that there is not gives our own. */
  static setTheme(name: string): void {
    changeSettings({ themeName: name });
  }

  /** Throws ConstraintViolation for a level that there is not. */
  static setLogLevel(level: LogLevel | Lowercase<LogLevel>): void {
    const logLevel = readLogLevel(level);
    if (!logLevel) throw new AxpOmniSdkError('ConstraintViolation', 'There is no such log level');
    changeSettings({ logLevel });
  }

  /** Takes the place of `onInit`. */
  static setInitializedListener(listener: UiListener): void {
    uiSettings.listeners.set('onInit', listener);
  }

  static clearInitializedListener(): void {
    uiSettings.listeners.set('onInit', undefined);
  }

  /** Takes the place of `onShutdown`. */
  static setShutdownListener(listener: UiListener): void {
    uiSettings.listeners.set('onShutdown', listener);
  }

  static clearShutdownListener(): void {
    uiSettings.listeners.set('onShutdown', undefined);
  }

  /** Takes the place of `onIdleTimeOut`. */
  static setIdleTimeOutInvokedListener(listener: UiListener): void {
    uiSettings.listeners.set('onIdleTimeOut', listener);
  }

  /** The guide's name of `setIdleTimeOutInvokedListener`; it replaces too. */
  static addIdleTimeOutInvokedListener(listener: UiListener): void {
    AxpOmniSdkMessagingUi.setIdleTimeOutInvokedListener(listener);
  }

  static clearIdleTimeOutInvokedListener(): void {
    uiSettings.listeners.set('onIdleTimeOut', undefined);
  }
}

function controlOf(element: AxpOmniSdkMessagingUi): Control {
  const control = uiSettings.controls.get(element);
  if (control) return control;
  throw new AxpOmniSdkError('NotInitialized', 'The element is not on the page');
}
