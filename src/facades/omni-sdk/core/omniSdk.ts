import type { AxpConversationCore, ConversationClass } from './conversation.ts';
import type { AxpOmniSdkInitParams } from './initParams.ts';
import type { EventHandler, IdleTimeout, LogLevel, SdkShutdown, ShutdownReason } from './types.ts';

/** The members of `AxpOmniSdk` (axp.md 2.2). Errors are `AxpOmniSdkError` with a closed `code`. */
export interface OmniSdk {
  /**
   * Opens a session for the customer of the token; resolves to it, with the default conversation. Rejects with
   * MissingMandatoryParameter, ConstraintViolation, Unauthorized, Forbidden, EngagementNotFound, BadRequest, NetworkError,
   * InternalServerError, or AlreadyInitialized where a session stands or is being opened.
   */
  init(initParams: AxpOmniSdkInitParams): Promise<AxpUserSession<AxpConversationCore>>;
  /** As above; conversations are of the class given: `AxpMessagingConversation()`, say. */
  init<T extends ConversationClass>(
    initParams: AxpOmniSdkInitParams,
    EnhancedConversationClass: T,
  ): Promise<AxpUserSession<InstanceType<T>>>;
  /** Throws NotInitialized before `init` has resolved and after `shutdown`. */
  getDefaultConversation<T extends ConversationClass = ConversationClass>(): InstanceType<T>;
  /** A fresh token, with or without its prefix `jwt.`. Throws NotInitialized, Unauthorized or MissingMandatoryParameter. */
  setJwt(token: string): void;
  /** Capitals or small letters. Throws ConstraintViolation for a level that there is not. */
  setLogLevel(level: LogLevel | Lowercase<LogLevel>): void;
  /** Idle and grace timers begin anew, nothing else. Throws NotInitialized. */
  resetIdleTimeout(): void;
  /**
   * Ends the session, whatever the server says to it; the conversation goes on. Rejects with NotInitialized where there is
   * none, and with ConstraintViolation for a reason that there is not.
   */
  shutdown(reason?: ShutdownReason): Promise<void>;
  version(): string;
  /** Hears of every session. Attach before `init`. Returns the id to remove it by. */
  addSdkInitializedListener(handler: EventHandler<AxpUserSession<AxpConversationCore>>): string;
  removeSdkInitializedListener(handlerId: string): void;
  addSdkShutdownListener(handler: EventHandler<SdkShutdown>): string;
  removeSdkShutdownListener(handlerId: string): void;
  /** Mind the capital O: the original has it. */
  addIdleTimeOutInvokedListener(handler: EventHandler<IdleTimeout>): string;
  removeIdleTimeOutInvokedListener(handlerId: string): void;
}

/** Who the session is for, and the conversations that they have: one. */
export interface AxpUserSession<Conversation extends AxpConversationCore> {
  readonly conversations: Conversation[];
  readonly displayName?: string;
  readonly participantId?: string;
  readonly sessionParameters?: Readonly<Record<string, string | undefined>>;
}
