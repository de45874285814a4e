import { relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';

const CORE = 'src/facades/omni-sdk/core/index.ts';
const MESSAGING = 'src/facades/omni-sdk/messaging/index.ts';
const UI = 'src/widget/omni/index.ts';

/** The scenarios of the vendor's overview that have no voice, as a page would write them. */
const core = await bundle(`import { AxpOmniSdk } from '/${CORE}'; AxpOmniSdk.init(self.params);`);
const messaging = await bundle(
  `import { AxpOmniSdk } from '/${CORE}';
   import { AxpMessaging, AxpMessagingConversation, TextMessage } from '/${MESSAGING}';
   AxpMessaging.addEventStreamConnectedListener(() => {});
   AxpOmniSdk.init(self.params, AxpMessagingConversation())
     .then(({ conversations }) => conversations[0].sendMessage(new TextMessage('Hi')));`,
);
const withUi = await bundle(
  `import { AxpOmniSdkMessagingUi } from '/${UI}'; AxpOmniSdkMessagingUi.getInstance();`,
);
/** As published: what package.json says of side effects decides. */
const published = await bundle(`import '/dist/facades/omni-sdk/messaging-ui.js';`);

describe('core alone', () => {
  test('brings the core and the client', () => {
    expect(core.modules).toContain('src/facades/omni-sdk/core/createOmniSdk.ts');
    expect(core.rooms).toEqual(['client', 'facades', 'lib', 'model', 'protocol']);
  });

  test('brings nothing of messaging, of the element or of any package', () => {
    expect(core.modules.filter((id) => /omni-sdk\/messaging|chat-sdk|node_modules/.test(id))).toEqual([]);
    expect(core.code).not.toContain('axp-omni-sdk-messaging-ui');
  });
});

describe('messaging without the element', () => {
  test('brings messaging upon the core', () => {
    expect(messaging.modules).toContain('src/facades/omni-sdk/messaging/messagingConversation.ts');
    expect(messaging.rooms).toEqual(['client', 'facades', 'lib', 'model', 'protocol']);
  });

  test('brings no React, no words, no themes, nothing of the element', () => {
    expect(messaging.modules.filter((id) => /node_modules|chat-sdk|\.tsx$/.test(id))).toEqual([]);
    expect(messaging.code).not.toContain('axp-omni-sdk-messaging-ui');
  });
});

describe('messaging with the element', () => {
  test('importing the module is enough to register it', () => {
    expect(published.code).toContain('customElements.define');
    expect(published.code).toContain('axp-omni-sdk-messaging-ui');
  });

  test('brings the chat', () => {
    expect(withUi.rooms).toEqual(
      expect.arrayContaining(['client', 'panels', 'components', 'theme', 'widget']),
    );
  });

  test('brings nothing that only a page without it needs, and no server', () => {
    const unchosen = /messagingConversation|createOmniSdk|axpMessaging|chat-sdk|src\/(server|desk|testing)\//;
    expect(withUi.modules.filter((id) => unchosen.test(id))).toEqual([]);
  });

  test('leaves React to the page', () => {
    expect(withUi.modules.filter((id) => /node_modules\/(react|styled-components)/.test(id))).toEqual([]);
  });
});

test('each module costs what it adds, and no more', () => {
  const [coreBytes, messagingBytes] = [core, messaging].map(({ code }) => brotliCompressSync(code).length);
  console.log(`omni-sdk, brotli: core ${coreBytes}, with messaging ${messagingBytes}`);
  expect(messagingBytes).toBeGreaterThan(coreBytes ?? 0);
  expect((messagingBytes ?? 0) - (coreBytes ?? 0)).toBeLessThan(6000);
});

interface Bundle {
  /** Modules of which something is left, relative to the root. */
  readonly modules: readonly string[];
  /** Rooms of `src` among them. */
  readonly rooms: readonly string[];
  readonly code: string;
}

async function bundle(entry: string): Promise<Bundle> {
  const id = '\0omni-page.js';
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'page',
        resolveId: (wanted) => (wanted === 'omni-page' ? id : undefined),
        load: (wanted) => (wanted === id ? entry : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'omni-page',
        external: /^(react|react-dom|styled-components|zustand)(\/|$)/,
        output: { minify: true },
      },
    },
  });
  const outputs = Array.isArray(result)
    ? result.flatMap((each) => each.output)
    : 'output' in result
      ? result.output
      : [];
  const chunks = outputs.filter((each) => each.type === 'chunk');
  const modules = chunks
    .flatMap((chunk) => Object.entries(chunk.modules))
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([name]) => relative(ROOT, name));
  const rooms = new Set(modules.flatMap((name) => /^src\/([^/]+)\//.exec(name)?.[1] ?? []));
  return { modules, rooms: [...rooms].toSorted(), code: chunks.map(({ code }) => code).join('\n') };
}
