import type { Logger } from '../../lib/index.ts';
import { StoreError } from '../storage/index.ts';
import { problem, problemFor } from './problem.ts';

/** Turns whatever `handle` throws into a problem body: 507 for a full disk, 503 for a store in trouble, 500 else. */
export async function guarded(logger: Logger, handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof StoreError) return storeProblem(logger, error);
    logger.error('a request failed by a fault of ours', { error: describe(error) });
    return problemFor('internal', 'The server failed at this request. It was logged.');
  }
}

function storeProblem(logger: Logger, error: StoreError): Response {
  logger.error('the store failed', { code: error.code, error: error.message });
  if (error.code === 'full') {
    return problemFor('storage-full', 'The server has no room left; nothing was kept.');
  }
  const response = problem(503, 'internal', 'The storage is in trouble', 'Nothing was kept; try again.');
  response.headers.set('retry-after', '5');
  return response;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no Error';
}
