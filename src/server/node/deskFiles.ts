import { encodeBase64Url, systemRandom } from '../../lib/index.ts';
import type { Fetch } from '../app.ts';
import { problemFor } from '../http/index.ts';
import type { StaticFiles } from './staticFiles.ts';

/** The desk page under `/desk/`, with its policy: what agents see comes from strangers. */
export function createDeskFiles(files: StaticFiles): Fetch {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/desk') return new Response(null, { status: 308, headers: { location: '/desk/' } });
    const path = pathname.slice('/desk'.length);
    if (path !== '/' && path !== '/desk.html') return (await files.page(path)) ?? problemFor('not-found');
    if (!files.has('desk.html')) return problemFor('not-found', 'The desk is not built. Run: npm run build');
    const nonce = encodeBase64Url(systemRandom.bytes(16));
    const html = (await files.text('desk.html'))
      .replace(/<(script|style)(?=[\s>])(?![^>]*\bnonce=)/g, `<$1 nonce="${nonce}"`)
      .replace('</head>', `<meta property="csp-nonce" nonce="${nonce}"></head>`);
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(nonce),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
  };
}

/**
 * Styles go into constructed sheets, which need no leave. Pictures on cards come from wherever the site keeps them: https, or
 * this machine while one develops.
 */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob: https: http://localhost:* http://127.0.0.1:*",
    "media-src 'self' blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
