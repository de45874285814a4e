import { AxpOmniSdkError } from '../../facades/omni-sdk/core/index.ts';
import { readLogLevel } from '../../facades/omni-sdk/core/forElement.ts';
import type { Logger, LogLevel } from '../../lib/index.ts';
import { loadWords } from '../../locales/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { MessagingUiElement } from './messagingUiElement.ts';
import { uiSettings } from './control.ts';
import type { Control, ListenerName } from './control.ts';
import { displayNameOf } from './displayNameOf.ts';
import { locateBy } from './locateBy.ts';
import { createPageLogger } from './pageLogger.ts';
import { readUiInit } from './readUiInit.ts';
import { bubbleColour, themeOf } from './themeOf.ts';
import { pageConfig } from './uiConfig.ts';
import type { AxpOmniSdkMessagingUiConfig } from './uiConfig.ts';
import { UiSession } from './uiSession.ts';
import { createUiStage } from './uiStage.tsx';
import type { UiStage } from './uiStage.tsx';
import { wordsOf } from './wordsOf.ts';

const DEFAULT_LOCALE = 'en-US';

/** What happens behind one element while it is on the page. */
export class ElementControl implements Control {
  isInitialized = false;
  private session: UiSession | undefined;
  private starting: Promise<void> | undefined;
  /** The bubble was pressed before there was anything to show. */
  private isWanted = false;
  private looks = 0;
  private readonly element: Host;
  private readonly stage: UiStage;
  private readonly logger: Logger;
  private readonly given: () => AxpOmniSdkMessagingUiConfig | undefined;

  constructor(element: Host, given: () => AxpOmniSdkMessagingUiConfig | undefined) {
    this.element = element;
    this.given = given;
    this.logger = createPageLogger(() => this.logLevel);
    this.stage = createUiStage(element, freePlace(), {
      locale: this.locale,
      shadow: this.config?.shadow ?? 'closed',
      onBubble: () => this.pressed(),
      onMinimize: () => this.minimize(),
      onError: () => this.logger.error('The chat could not be shown'),
    });
    this.settingsChanged();
  }

  get config(): AxpOmniSdkMessagingUiConfig | undefined {
    return this.given() ?? pageConfig();
  }

  get themeName(): string | undefined {
    const { config } = this;
    return uiSettings.themeName ?? config?.defaultTheme ?? Object.keys(config?.themeCustomizations ?? {})[0];
  }

  init(given: unknown): Promise<void> {
    if (this.isInitialized) return Promise.resolve();
    this.starting ??= this.begin(given).finally(() => {
      this.starting = undefined;
      this.stage.setBusy(false);
    });
    return this.starting;
  }

  maximize(): void {
    if (!this.session || !this.isInitialized)
      throw new AxpOmniSdkError('NotInitialized', 'There is nothing to show before init has resolved');
    this.stage.setOpen(true);
  }

  minimize(): void {
    this.isWanted = false;
    this.stage.setOpen(false);
    // What had ended while it was seen.
    if (!this.isInitialized && !this.starting) this.letGo();
  }

  setJwt(jwt: unknown): void {
    this.ready().bringToken(jwt);
  }

  resetIdleTimeout(): void {
    this.ready().resetIdleTimeout();
  }

  async shutdown(): Promise<void> {
    const session = this.ready();
    await session.end();
    this.letGo();
    this.stage.setOpen(false);
  }

  /** Language, theme or log level was changed for all. */
  settingsChanged(): void {
    const { locale, config } = this;
    const mine = ++this.looks;
    const theme = config?.themeCustomizations?.[this.themeName ?? ''];
    loadWords(locale)
      .then((words) => {
        if (mine !== this.looks) return;
        this.stage.setLook({
          locale,
          words: wordsOf(words, config?.displayStrings, locale),
          theme: themeOf(this.themeName ?? '', theme),
          bubble: bubbleColour(theme),
        });
      })
      .catch(() => this.logger.warn('The language could not be loaded', { locale }));
  }

  destroy(): void {
    this.looks++;
    this.letGo();
    this.stage.remove();
  }

  private get locale(): string {
    return uiSettings.locale ?? this.config?.locale ?? DEFAULT_LOCALE;
  }

  private get logLevel(): LogLevel {
    return uiSettings.logLevel ?? readLogLevel(this.config?.logLevel) ?? 'WARN';
  }

  private ready(): UiSession {
    if (this.session && this.isInitialized) return this.session;
    throw new AxpOmniSdkError('NotInitialized', 'There is no session: call init');
  }

  private async begin(given: unknown): Promise<void> {
    const { config, logger, locale } = this;
    const { params, contextParameters } = readUiInit(given, config, locale, (name) =>
      logger.error('The jwtProvider failed', { name }),
    );
    this.letGo();
    this.stage.setBusy(true);
    const session = new UiSession({
      ...{ params, logger, world: config?.world },
      hooks: { ...config, nameOf: displayNameOf(config?.displayStrings, locale) },
      onEvent: (event) => this.take(event, session),
    });
    this.session = session;
    try {
      await session.open(contextParameters);
      if (this.session !== session) throw new AxpOmniSdkError('Aborted', 'The element went away meanwhile');
    } catch (fault) {
      if (this.session === session) this.letGo();
      throw fault;
    }
    const { shown: client, baseUrl } = session;
    this.stage.setLine({ client, baseUrl, locate: locateBy(config?.onLocationRequest) });
    this.setInitialized();
  }

  private take(event: ChatEvent, session: UiSession): void {
    if (this.session !== session) return;
    switch (event.type) {
      case 'INITIALIZED':
        // The person went on after an end; the first time, `begin` tells it.
        if (!this.starting) this.setInitialized();
        return;
      case 'SHUTDOWN':
        if (!this.isInitialized) return;
        this.isInitialized = false;
        if (!this.stage.isOpen) this.letGo();
        return this.tell('onShutdown');
      case 'IDLE_TIMEOUT_EXPIRED':
        return this.tell('onIdleTimeOut');
      default:
    }
  }

  private setInitialized(): void {
    this.isInitialized = true;
    if (this.isWanted) this.stage.setOpen(true);
    this.isWanted = false;
    this.tell('onInit');
  }

  private pressed(): void {
    if (this.stage.isOpen) return this.minimize();
    if (this.isInitialized) this.stage.setOpen(true);
    else this.isWanted = true;
    const { onMessageBubbleClicked } = this.config ?? {};
    this.stage.setTrouble(undefined);
    const failed = (): void => {
      if (this.isWanted) this.stage.setTrouble(() => this.pressed());
      this.isWanted = false;
      this.logger.error('onMessageBubbleClicked failed');
    };
    try {
      Promise.resolve(onMessageBubbleClicked?.(this.element)).catch(failed);
    } catch {
      failed();
    }
  }

  /** Whoever was set for all takes the place of the configured one, and so does nobody. */
  private tell(name: ListenerName): void {
    const { config } = this;
    const own = name === 'onIdleTimeOut' ? (config?.onIdleTimeOut ?? config?.onIdleTimeout) : config?.[name];
    const listener = uiSettings.listeners.has(name) ? uiSettings.listeners.get(name) : own;
    const failed = (): void => this.logger.error('A listener failed', { name });
    try {
      Promise.resolve(listener?.(this.element)).catch(failed);
    } catch {
      failed();
    }
  }

  private letGo(): void {
    const { session } = this;
    this.session = undefined;
    this.isInitialized = false;
    this.stage.setLine(undefined);
    session?.dispose();
  }
}

type Host = MessagingUiElement<AxpOmniSdkMessagingUiConfig>;

/** The place of the bubble: the first that no other element has. */
function freePlace(): number {
  return uiSettings.controls.size;
}
