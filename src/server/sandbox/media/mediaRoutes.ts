import { Hono } from 'hono';
import { AXP_LIMITS, decodeUploadRequest } from '../../../protocol/axp/index.ts';
import type { Office } from '../core/office.ts';
import { badRequest, ProblemError } from '../http/problem.ts';
import { readForm, readJson } from '../http/readBody.ts';
import { announceMedia, keepMedia, mediaStream, storedMedia } from './mediaStore.ts';
import { isInlineType } from './mediaTypes.ts';

/** Room for the multipart wrapping around a file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

/** Signed links are asked for here, below `/api/media-store/v1/accounts/{accountId}/media` (bearer and appkey). */
export function mediaRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.post('/signed-upload-uri', async (c) => {
    const request = await readJson(c.req.raw, decodeUploadRequest);
    const media = await announceMedia(office, request);
    const path = await office.links.path('POST', media.mediaId);
    const uploadSignedUri = `${office.baseUrl}/api/media-store${path}`;
    return c.json({ ...request, mediaId: media.mediaId, uploadSignedUri });
  });
  routes.get('/:mediaId/signed-download-uri', async (c) => {
    const mediaId = c.req.param('mediaId');
    const media = await office.read((tx) => storedMedia(tx, mediaId));
    if (!media) throw noData(mediaId);
    const { mediaName, mediaContentType, mediaSize } = media;
    const downloadSignedUri = await office.links.path('GET', mediaId);
    return c.json({ mediaId, mediaName, mediaContentType, mediaSize, downloadSignedUri });
  });
  return routes;
}

/** The links themselves, below `/api/media-store/v1/media`: the signature is the only key, so any origin may use them. */
export function signedMediaRoutes(office: Office): Hono {
  const routes = new Hono({ strict: false });
  routes.use('*', async (c, next) => {
    await next();
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
  });
  const check = async (method: 'POST' | 'GET', mediaId: string, url: string): Promise<void> => {
    const query = new URL(url).searchParams;
    if (!(await office.links.check(method, mediaId, query.get('ttl'), query.get('signature'))))
      throw new ProblemError(403, 'The link is not signed, or has run out.');
  };
  routes.post('/:mediaId', async (c) => {
    const mediaId = c.req.param('mediaId');
    await check('POST', mediaId, c.req.url);
    const form = await readForm(c.req.raw, AXP_LIMITS.mediaBytes + FORM_OVERHEAD_BYTES);
    const file = form.get('mediaFile');
    if (file === null || typeof file === 'string')
      throw badRequest([{ path: 'mediaFile', message: 'must not be null', rule: 'missing' }]);
    const media = await keepMedia(office, mediaId, new Uint8Array(await file.arrayBuffer()));
    return c.json({ mediaId, mediaName: media.mediaName }, 202);
  });
  routes.get('/:mediaId', async (c) => {
    const mediaId = c.req.param('mediaId');
    await check('GET', mediaId, c.req.url);
    const media = await office.read((tx) => storedMedia(tx, mediaId));
    if (!media) throw noData(mediaId);
    const disposition = isInlineType(media.mediaContentType) ? 'inline' : 'attachment';
    return new Response(mediaStream(office, media), {
      headers: {
        'content-type': media.mediaContentType,
        'content-length': String(media.mediaSize),
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(media.mediaName)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      },
    });
  });
  return routes;
}

function noData(mediaId: string): ProblemError {
  return new ProblemError(404, `There is no data for the id ${mediaId}.`);
}
