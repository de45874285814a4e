/** The token of `Authorization: Bearer …` (the word in any case); undefined when absent, of another scheme or over 8 KiB. */
export function bearerToken(request: Request): string | undefined {
  const found = /^bearer +([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '');
  const token = found?.[1];
  return token !== undefined && token.length <= MAX_TOKEN_CHARACTERS ? token : undefined;
}

const MAX_TOKEN_CHARACTERS = 8192;
