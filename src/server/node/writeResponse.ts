import type { ServerResponse } from 'node:http';

/** Sends an answer chunk by chunk at the reader's pace; stops reading its source when the client has gone. */
export async function writeResponse(response: Response, out: ServerResponse, unread: boolean): Promise<void> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') out.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) out.setHeader('set-cookie', cookies);
  // The rest of a body that nobody read would be taken for the next request.
  if (unread) out.setHeader('connection', 'close');
  out.writeHead(response.status);
  if (response.body === null || out.req.method === 'HEAD') {
    void response.body?.cancel().catch(() => undefined);
    out.end();
    return;
  }
  out.flushHeaders();
  const reader = response.body.getReader();
  const leave = (): void => void reader.cancel().catch(() => undefined);
  out.once('close', leave);
  try {
    for (let part = await reader.read(); !part.done && !out.destroyed; part = await reader.read()) {
      if (!out.write(part.value)) await drained(out);
    }
    out.end();
  } catch {
    // The head is out already: only a cut line can say that this is not the whole.
    out.destroy();
  } finally {
    out.off('close', leave);
  }
}

function drained(out: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      out.off('drain', settle);
      out.off('close', settle);
      resolve();
    };
    out.once('drain', settle);
    out.once('close', settle);
  });
}
