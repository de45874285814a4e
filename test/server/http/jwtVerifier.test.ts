import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTHeaderParameters } from 'jose';
import { expect, test } from 'vitest';
import { createSimulatedClock, encodeBase64Url } from '../../../src/lib/index.ts';
import { createJwtVerifier, CUSTOMER_TOKEN_TYPE } from '../../../src/server/http/index.ts';

const good = await generateKeyPair('ES256', { extractable: true });
const other = await generateKeyPair('ES256', { extractable: true });
const rsa = await generateKeyPair('RS256', { extractable: true });
const published = [
  { ...(await exportJWK(good.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' },
  { ...(await exportJWK(rsa.publicKey)), kid: 'r1', alg: 'RS256', use: 'sig' },
];

function setUp(algorithms?: readonly ('ES256' | 'RS256')[]) {
  const clock = createSimulatedClock();
  const asked: string[] = [];
  const verifier = createJwtVerifier({
    issuer: 'https://tokens.example',
    audience: 'https://chat.example',
    jwksUrl: 'https://tokens.example/.well-known/jwks.json',
    clock,
    fetch: async (request) => {
      asked.push(request.url);
      return Response.json({ keys: published });
    },
    ...(algorithms ? { algorithms } : {}),
  });
  return { asked, clock, verifier };
}

const nowSeconds = createSimulatedClock().now() / 1000;
const CLAIMS = {
  iss: 'https://tokens.example',
  aud: 'https://chat.example',
  sub: 'c-1',
  iat: nowSeconds,
  nbf: nowSeconds,
  exp: nowSeconds + 900,
  jti: 'j',
  integrationId: 'i',
};
const HEADER: JWTHeaderParameters = { alg: 'ES256', kid: 'k1', typ: CUSTOMER_TOKEN_TYPE };

const sign = (
  claims: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
  key = good.privateKey,
) => new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader({ ...HEADER, ...header }).sign(key);

const withoutSignature = (token: string, header: unknown): string => {
  const [, payload] = token.split('.');
  return `${encodeBase64Url(new TextEncoder().encode(JSON.stringify(header)))}.${payload}.`;
};
const hsWithPublicKey = async (): Promise<string> => {
  const secret = new TextEncoder().encode(JSON.stringify(published[1]));
  return new SignJWT(CLAIMS).setProtectedHeader({ ...HEADER, alg: 'HS256', kid: 'r1' }).sign(secret);
};
const ownKeyInHeader = async (): Promise<string> =>
  sign({}, { jwk: await exportJWK(other.publicKey), jku: 'https://evil.example/keys' }, other.privateKey);

test('a good token is taken as it is', async () => {
  expect(await setUp().verifier.verify(await sign({ name: 'Ada' }))).toEqual({
    ok: true,
    claims: {
      sub: 'c-1',
      integrationId: 'i',
      name: 'Ada',
      verifiedCustomer: false,
      jti: 'j',
      iat: nowSeconds,
      exp: nowSeconds + 900,
    },
  });
});

test.each<[string, () => Promise<string> | string]>([
  ['no algorithm', () => new UnsecuredJWT(CLAIMS).encode()],
  ['a stripped signature', async () => withoutSignature(await sign(), { ...HEADER, alg: 'none' })],
  ['a public key used as a shared secret', hsWithPublicKey],
  ['a key of its own in the header', ownKeyInHeader],
  ['the signature of another key', () => sign({}, {}, other.privateKey)],
  ['a key id that is a path', () => sign({}, { kid: '../../k1' })],
  ['another type', () => sign({}, { typ: 'JWT' })],
  ['another issuer', () => sign({ iss: 'https://evil.example' })],
  ['another audience', () => sign({ aud: 'https://other.example' })],
  ['no end', () => sign({ exp: undefined })],
  ['no id', () => sign({ jti: undefined })],
  ['no customer', () => sign({ sub: undefined })],
  ['an empty customer', () => sign({ sub: '' })],
  ['a customer that is no text', () => sign({ sub: undefined, integrationId: 7 })],
  ['a beginning in the future', () => sign({ nbf: nowSeconds + 60 })],
  ['a claim of the wrong kind', () => sign({ verifiedCustomer: 'true' })],
  [
    'a critical extension that nobody knows',
    async () => withoutSignature(await sign(), { ...HEADER, crit: ['x'] }),
  ],
  ['garbage', () => 'a.b.c'],
  ['nothing', () => ''],
  ['a megabyte', () => 'x'.repeat(1_000_000)],
])('a token with %s is invalid', async (_what, make) => {
  expect(await setUp().verifier.verify(await make())).toEqual({ ok: false, reason: 'invalid' });
});

test('where one algorithm is set, the other is refused though its key is published', async () => {
  const token = await sign({}, { alg: 'RS256', kid: 'r1' }, rsa.privateKey);
  expect(await setUp(['ES256']).verifier.verify(token)).toEqual({ ok: false, reason: 'invalid' });
  expect(await setUp(['RS256']).verifier.verify(token)).toMatchObject({ ok: true });
});

test('an unknown key id asks for the keys again, at most each ten seconds, and never elsewhere', async () => {
  const { asked, clock, verifier } = setUp();
  const unknown = await sign({}, { kid: 'k2', jku: 'https://evil.example/keys' });
  for (let times = 0; times < 5; times++) await verifier.verify(unknown);
  expect(asked).toHaveLength(1);
  clock.advance(10_001);
  for (let times = 0; times < 5; times++) await verifier.verify(unknown);
  expect(asked).toEqual(Array(2).fill('https://tokens.example/.well-known/jwks.json'));
});
