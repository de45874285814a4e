/** Members whose value opens something. */
const SECRET = /^(token|jwt|jwttoken|appkey|authorization|secret|clientsecret|password|cookie)$/i;
/** Members that hold what people wrote, or who they are. */
const PERSONAL =
  /^(text|title|description|detail|displayname|name|payload|address|filename|altText|caption|latitude|longitude)$/i;
/** A token of three parts, wherever it stands. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** An address of a file is signed: whoever has the whole of it may fetch it. */
const QUERY = /^((?:https?:|\/)[^?#]*)\?.*$/;

/** What may be left in. */
export interface RedactOptions {
  /** What people wrote and who they are; default false: only how long it was. */
  readonly texts?: boolean;
}

/**
 * A copy to show to others: without tokens, keys and the signatures of addresses, and without texts unless they are asked
 * for. A mirrored state is left out. Numbers of texts stay: `[12 characters]`.
 */
export function redact(value: unknown, options: RedactOptions = {}): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (Array.isArray(value)) return value.map((each) => redact(each, options));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name, member(name, inner, options)]),
  );
}

function member(name: string, value: unknown, options: RedactOptions): unknown {
  if (SECRET.test(name)) return '[redacted]';
  if (name === 'state' && typeof value === 'object') return '[state]';
  if (PERSONAL.test(name) && options.texts !== true) {
    if (typeof value === 'string') return `[${value.length} characters]`;
    if (typeof value === 'number') return '[number]';
  }
  return redact(value, options);
}

function withoutSecrets(text: string): string {
  return text.replace(JWT, '[token]').replace(QUERY, '$1?[signature]');
}
