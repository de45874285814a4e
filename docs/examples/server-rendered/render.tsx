import { Writable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import { App } from './App.tsx';

/** Writes the page with its styles, so that the first paint is dressed. `script` is the address of the built client.tsx. */
export function renderPage(script: string): Promise<string> {
  const sheet = new ServerStyleSheet();
  return new Promise((resolve, reject) => {
    let html = '';
    const out = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        html += new TextDecoder().decode(chunk);
        done();
      },
      final(done) {
        const styles = sheet.getStyleTags();
        sheet.seal();
        resolve(`<!doctype html><html lang="en"><head><meta charset="utf-8">${styles}</head>
<body><div id="root">${html}</div><script type="module" src="${script}"></script></body></html>`);
        done();
      },
    });
    const { pipe } = renderToPipeableStream(sheet.collectStyles(<App />), {
      onAllReady: () => void pipe(out),
      onError: reject,
    });
  });
}
