import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The built files: `widget.js`, `chat-sdk.js` and `widget/*` (for pages anywhere; under `inspected/` with the development panel), the static pages and the desk. Found beside this
 * module when it is `dist/cli.js`, or in the `dist` of the source tree.
 */
export function createStaticFiles(dist: string = distFolder()): StaticFiles {
  const pages = join(dist, 'pages');
  return {
    async widget(pathname) {
      if (!/^\/(inspected\/)?(widget\.js|chat-sdk\.js|widget\/.*)$/.test(pathname)) return undefined;
      return fileAnswer(dist, pathname, {
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    },
    page: (pathname) => fileAnswer(pages, pathname, {}),
    text: async (name) => (await readFile(join(pages, name))).toString('utf8'),
    has: (name) => existsSync(join(pages, name)),
  };
}

/** Each answers undefined for what is not there. */
export interface StaticFiles {
  widget(pathname: string): Promise<Response | undefined>;
  page(pathname: string): Promise<Response | undefined>;
  /** The text of a page. Rejects when it was not built. */
  text(name: string): Promise<string>;
  has(name: string): boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

function distFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return here.includes(join('src', 'server', 'node')) ? join(here, '../../../dist') : here;
}

async function fileAnswer(
  root: string,
  pathname: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response | undefined> {
  const path = pathIn(root, pathname);
  const type = path && TYPES[extname(path).toLowerCase()];
  if (path === undefined || type === undefined) return undefined;
  try {
    return new Response(await readFile(path), {
      headers: {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        ...headers,
      },
    });
  } catch {
    return undefined;
  }
}

/** The file of a path, or undefined when the path would lead out of the folder or to a hidden file. */
function pathIn(root: string, pathname: string): string | undefined {
  let plain: string;
  try {
    plain = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (plain.includes('\0') || plain.includes('\\') || plain.split('/').some((part) => part.startsWith('.'))) {
    return undefined;
  }
  // No part begins with a dot, so none climbs out.
  return normalize(join(root, plain));
}
