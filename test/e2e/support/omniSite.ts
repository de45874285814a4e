import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../../scripts/root.ts';
import { serveFolder } from '../../support/serveFolder.ts';
import type { Demo } from './demo.ts';

/** Somebody's site that was written against the Omni SDK: `messaging.html` and `element.html`, the scripts of docs/migration.md. */
export interface OmniSite {
  /** Origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles the two scripts as a site would, with this demo's addresses in the place of the documents' examples, and serves them. */
export async function serveOmniSite({ config }: Demo, appkey: string): Promise<OmniSite> {
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-omni-'));
  for (const [name, snippet] of Object.entries(PAGES)) {
    const script = documentedScript(snippet)
      .replaceAll('https://tokens.example.com', config.tokensUrl)
      .replaceAll('https://chat.example.com', config.connectorUrl)
      .replaceAll('your-integration-id', config.integrationId)
      .replaceAll('your-appkey', appkey);
    // A closed shadow root would keep the test out.
    const opened = script.replace('UiConfig = {', "UiConfig = { shadow: 'open',");
    writeFileSync(join(folder, `${name}.js`), await bundle(opened));
    writeFileSync(join(folder, `${name}.html`), page(name));
  }
  const { url, close } = await serveFolder(folder);
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PAGES = { messaging: 'omni-sdk', element: 'omni-sdk-messaging-ui' } as const;

const page = (name: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Chat</title>
<ol id="log" aria-label="Messages"></ol>
<form id="form"><input id="text" aria-label="Message" /><button id="send">Send</button></form>
<script type="module" src="/${name}.js"></script>
</html>`;

function documentedScript(snippet: string): string {
  const text = readFileSync(join(ROOT, 'docs/migration.md'), 'utf8');
  const [, script] =
    new RegExp(`<!-- snippet:${snippet} -->\\s*\`\`\`js\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  if (script === undefined)
    throw new Error(`docs/migration.md has no script between the mark ${snippet} and its code fence.`);
  return script;
}

async function bundle(script: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: {
      alias: [
        {
          find: 'colloquy/facades/omni-sdk/messaging-ui',
          replacement: join(ROOT, 'src/widget/omni/index.ts'),
        },
        {
          find: /^colloquy\/(facades\/omni-sdk\/(core|messaging))$/,
          replacement: join(ROOT, 'src/$1/index.ts'),
        },
      ],
    },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'omni-page' ? '\0omni-page' : undefined),
        load: (id) => (id === '\0omni-page' ? script : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: 'omni-page', output: { codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap((each) => each.output)
    : 'output' in result
      ? result.output
      : [];
  return outputs.map((each) => (each.type === 'chunk' ? each.code : '')).join('\n');
}
