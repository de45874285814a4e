/** The connector's address, or how it is had as soon as there is a token: whoever gives tokens may be the one who knows it. */
export type BaseUrl = string | (() => string);

/** The address as requests and names of kept things begin with it: without slashes at its end. */
export function readBaseUrl(baseUrl: BaseUrl): string {
  return (typeof baseUrl === 'string' ? baseUrl : baseUrl()).replace(/\/+$/, '');
}
