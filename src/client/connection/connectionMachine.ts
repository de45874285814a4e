import { REFUSED_AGAIN, type StreamFailure } from './failure.ts';

/**
 * Where the line to the connector stands. `line.*` holds a transport, `wait.*` waits for something by itself,
 * `rest.*` for somebody else.
 */
export type ConnectionStep =
  | 'rest.off' // no stream is wanted
  | 'line.opening' // a transport was opened, no hello yet
  | 'line.open'
  | 'line.probing' // open, but perhaps dead: an answer is waited for
  | 'line.renewing' // open, being replaced without anybody noticing
  | 'wait.retry'
  | 'wait.token' // refused for its token: only a fresh one goes on
  | 'rest.stopped'; // refused for good: only a person or a new session goes on

/** The whole state: a step and what has been tried so far. */
export interface ConnectionState {
  readonly step: ConnectionStep;
  /** Failed attempts since the line was last stable. */
  readonly attempt: number;
  /** The reconnection window is over: attempts go on, but seldom. */
  readonly isSlow: boolean;
  /** The present token came because the one before was refused; nothing has gone wrong since. */
  readonly isSecondToken: boolean;
}

/** What can happen to a line. */
export type ConnectionEvent =
  | { readonly type: 'wanted' }
  | { readonly type: 'unwanted' }
  | { readonly type: 'hello' }
  /** A frame came, or bytes. */
  | { readonly type: 'alive' }
  /** The transport ended, was denied, or stayed silent for too long. */
  | { readonly type: 'lost'; readonly failure: StreamFailure }
  /** The server is about to stop and said when to come back. */
  | { readonly type: 'sent-away'; readonly delayMs: number }
  | { readonly type: 'retry-due' }
  /** Something says that the line may be back, or gone. */
  | { readonly type: 'hint' }
  /** A person asks for an attempt. */
  | { readonly type: 'retry-now' }
  | { readonly type: 'fresh-token' }
  | { readonly type: 'token-expired' }
  /** The reconnection window is over. */
  | { readonly type: 'window-over' }
  /** The line has held for 30 s. */
  | { readonly type: 'stable' };

/** What is to be done, as data. */
export type ConnectionEffect =
  | { readonly do: 'open-line' }
  | { readonly do: 'drop-line' }
  | { readonly do: 'probe' }
  /** Say the fresh token on the living line; where it cannot be said, replace the line. */
  | { readonly do: 'reauthenticate' }
  | { readonly do: 'ask-token' }
  | {
      readonly do: 'wait';
      readonly failure: StreamFailure;
      readonly attempt: number;
      readonly delayMs?: number;
    }
  | { readonly do: 'wait-less' }
  | { readonly do: 'begin-window' }
  | { readonly do: 'end-window' }
  | { readonly do: 'tell'; readonly type: `EVENT_STREAM_${'CONNECTING' | 'CONNECTED' | 'CLOSED'}` }
  | { readonly do: 'tell-failed'; readonly failure: StreamFailure };

/** The state before anything was wanted. */
export const initialConnection: ConnectionState = {
  step: 'rest.off',
  attempt: 0,
  isSlow: false,
  isSecondToken: false,
};

/** One step of the machine. Pure. An event that does not matter in a step changes nothing: the same state comes back. */
export function stepConnection(
  state: ConnectionState,
  event: ConnectionEvent,
): readonly [ConnectionState, readonly ConnectionEffect[]] {
  const rule = TABLE[state.step][event.type] ?? ANYWHERE[event.type];
  // The rule was picked by the event's own type, so it reads that event.
  return rule ? rule(state, event) : [state, []];
}

type Outcome = readonly [ConnectionState, readonly ConnectionEffect[]];
type Rule = (state: ConnectionState, event: ConnectionEvent) => Outcome;
type Rules = { readonly [Type in ConnectionEvent['type']]?: Rule };

const open: Rule = (state) => [
  { ...state, step: 'line.opening' },
  [{ do: 'tell', type: 'EVENT_STREAM_CONNECTING' }, { do: 'begin-window' }, { do: 'open-line' }],
];
/** As `open`, with everything forgotten: the window begins again, and so does the back-off. */
const openAnew: Rule = (state, event) => {
  const [next, effects] = open({ ...state, attempt: 0, isSlow: false, isSecondToken: false }, event);
  return [next, [{ do: 'end-window' }, ...effects]];
};
const close: Rule = (state) => [
  { ...state, step: 'rest.off', attempt: 0, isSlow: false },
  [{ do: 'drop-line' }, { do: 'end-window' }, { do: 'tell', type: 'EVENT_STREAM_CLOSED' }],
];
const lose: Rule = (state, event) => (event.type === 'lost' ? fail(state, event.failure) : [state, []]);
const goAway: Rule = (state, event) => {
  if (event.type !== 'sent-away') return [state, []];
  const failure: StreamFailure = {
    reason: 'SERVER_UNREACHABLE',
    message: 'Restarting',
    then: 'retry',
  };
  const { delayMs } = event;
  return [
    { ...state, step: 'wait.retry' },
    [{ do: 'drop-line' }, { do: 'begin-window' }, { do: 'wait', failure, attempt: state.attempt, delayMs }],
  ];
};
const connect: Rule = (state) => [
  { ...state, step: 'line.open', isSlow: false, isSecondToken: false },
  [{ do: 'end-window' }, { do: 'tell', type: 'EVENT_STREAM_CONNECTED' }],
];
const stay: Rule = (state) => [{ ...state, step: 'line.open' }, []];
const calm: Rule = (state) => [{ ...state, attempt: 0 }, []];
const probe: Rule = (state) => [{ ...state, step: 'line.probing' }, [{ do: 'probe' }]];
const waitLess: Rule = (state) => [state, [{ do: 'wait-less' }]];
const reauthenticate: Rule = (state) => [{ ...state, step: 'line.renewing' }, [{ do: 'reauthenticate' }]];
/** The hello that is on its way tells the life of the token before, which is not to be taken for the fresh one's. */
const replace: Rule = (state) => [state, [{ do: 'drop-line' }, { do: 'open-line' }]];
const expire: Rule = (state) =>
  fail(
    { ...state, isSecondToken: false },
    {
      reason: 'UNAUTHORIZED',
      message: 'The token has expired',
      then: 'token',
    },
  );

const TABLE: Readonly<Record<ConnectionStep, Rules>> = {
  'rest.off': { wanted: openAnew },
  'line.opening': {
    hello: connect,
    lost: lose,
    hint: waitLess,
    'sent-away': goAway,
    'fresh-token': replace,
  },
  'line.open': {
    lost: lose,
    'sent-away': goAway,
    hint: probe,
    stable: calm,
    'fresh-token': reauthenticate,
    'token-expired': expire,
  },
  'line.probing': {
    alive: stay,
    hello: stay,
    lost: lose,
    'sent-away': goAway,
    'fresh-token': reauthenticate,
    'token-expired': expire,
  },
  // The line that is replaced may still speak; only the new one's hello (or its own word) ends the renewal.
  'line.renewing': {
    hello: stay,
    lost: lose,
    'sent-away': goAway,
    'token-expired': expire,
    'fresh-token': replace,
  },
  'wait.retry': { 'retry-due': open, 'retry-now': openAnew, hint: waitLess },
  'wait.token': {
    'fresh-token': (state, event) => open({ ...state, isSecondToken: true }, event),
    'retry-now': (state) => [state, [{ do: 'ask-token' }]],
    hint: (state) => [state, [{ do: 'ask-token' }]],
  },
  'rest.stopped': { 'retry-now': openAnew, 'fresh-token': openAnew, wanted: openAnew },
};

/** What holds in every step that has no rule of its own for it. */
const ANYWHERE: Rules = {
  unwanted: (state, event) => (state.step === 'rest.off' ? [state, []] : close(state, event)),
  'window-over': (state) => (state.step.startsWith('rest') ? [state, []] : slowDown(state)),
};

function fail(state: ConnectionState, failure: StreamFailure): Outcome {
  const isRefusedAgain = failure.then === 'token' && state.isSecondToken;
  const told = isRefusedAgain ? REFUSED_AGAIN : failure;
  switch (told.then) {
    case 'retry':
      return [
        { ...state, step: 'wait.retry', attempt: state.attempt + 1, isSecondToken: false },
        [{ do: 'drop-line' }, { do: 'begin-window' }, { do: 'wait', failure, attempt: state.attempt }],
      ];
    case 'token':
      return [
        { ...state, step: 'wait.token' },
        [{ do: 'drop-line' }, { do: 'end-window' }, { do: 'tell-failed', failure }, { do: 'ask-token' }],
      ];
    case 'stop':
      return [
        { ...state, step: 'rest.stopped' },
        [{ do: 'drop-line' }, { do: 'end-window' }, { do: 'tell-failed', failure: told }],
      ];
  }
}

/** Attempts never end, but from here on they are seldom, and the page is told once. */
function slowDown(state: ConnectionState): Outcome {
  const failure: StreamFailure = {
    reason: 'RECONNECTION_TIMEOUT',
    message: 'No connection in time',
    then: 'retry',
  };
  const effects: ConnectionEffect[] = [{ do: 'drop-line' }, { do: 'wait', failure, attempt: state.attempt }];
  return [{ ...state, step: 'wait.retry', isSlow: true }, effects];
}
