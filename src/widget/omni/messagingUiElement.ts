import type { JwtProvider } from '../../facades/omni-sdk/core/index.ts';

/** What `init` of the element takes. */
export interface AxpOmniSdkMessagingUiInitParams {
  /** May be left out where the provider has `fetchJwt`. */
  readonly jwt?: string;
  readonly jwtProvider: JwtProvider;
  readonly userName?: string;
  /** The guide's spelling of `userName`. */
  readonly displayName?: string;
  /** For routing. */
  readonly contextParameters?: Readonly<Record<string, string>>;
  /** Merged over those of the configuration. */
  readonly sessionParameters?: Readonly<Record<string, string>>;
}

/** The members of one element; the class has them, and the callbacks get them. */
export interface MessagingUiElement<Config = unknown> extends HTMLElement {
  /** Ours: the configuration of this one element; default the page's. Read when the element comes onto the page. */
  config: Config | undefined;
  /** Whether there is a session. */
  readonly initialized: boolean;
  /**
   * Opens a session for the customer of the token; resolves when it stands, and at once where there is one already. Rejects
   * with `AxpOmniSdkError`, as `AxpOmniSdk.init` does, and with NotInitialized while the element is not on the page.
   */
  init(initParams: AxpOmniSdkMessagingUiInitParams): Promise<void>;
  /** Shows the chat. Throws NotInitialized before `init` has resolved. */
  maximize(): void;
  /** Shows the bubble only; the session goes on. */
  minimize(): void;
  /** A fresh token. Throws NotInitialized, Unauthorized or MissingMandatoryParameter. */
  setJwt(jwt: string): void;
  /** The name of `setJwt` before 1.0.0. */
  setJWT(jwt: string): void;
  /** Ends the session and takes the chat away; the conversation goes on. Rejects with NotInitialized where there is none. */
  shutdown(): Promise<void>;
  /** The browser's: it came onto the page. */
  connectedCallback(): void;
  /** The browser's: it went off the page. */
  disconnectedCallback(): void;
}
