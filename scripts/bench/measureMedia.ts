import type { Page } from 'playwright';
import type { MediaFigures } from '../../test/bench/figures.ts';
import { MEDIA_SHAPES } from '../../test/bench/benchMedia.ts';
import { holdMedia } from './holdMedia.ts';

const PAGE = 50;

/** How far what is read moves as pictures come late, by the name of the axis, CSS px: the most of all shapes of pictures. */
export async function measureMedia(page: Page, count: number): Promise<Record<string, number>> {
  await holdMedia(page);
  await page.evaluate(`bench.prepare(${count})`);
  await page.evaluate('bench.receive()');
  await page.evaluate('bench.mount()');
  const shapes: MediaFigures[] = [];
  for (const shape of MEDIA_SHAPES)
    shapes.push(await page.evaluate<MediaFigures>(`bench.media('${shape}', ${PAGE})`));
  const most = (place: keyof MediaFigures, which: 'finalPx' | 'largestPx'): number =>
    Math.max(...shapes.map((figures) => figures[place][which]));
  return {
    mediaPx: most('inside', 'finalPx'),
    mediaLargestPx: most('inside', 'largestPx'),
    mediaTopPx: most('atTop', 'finalPx'),
    mediaTopLargestPx: most('atTop', 'largestPx'),
    mediaAbovePx: most('above', 'largestPx'),
    mediaEndPx: most('atEnd', 'largestPx'),
  };
}
