import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { GeometryDocument } from '../../web/seat-map/geometry.ts';
import { geometryOfSeats } from './halls.ts';

interface MapAnswer {
  readonly data: { event: { seatMap: { states: string } } };
}

/**
 * Has a page see a hall of more seats than a plan may have: the geometry and the states that the server gives are
 * replaced on their way by those of a larger hall, all else is the server's. The seats beyond the plan are free.
 *
 * @returns the bytes that both would have had, compressed as the server compresses them
 */
export async function widenHall(page: Page, seats: number): Promise<() => number> {
  let bytes = 0;
  await page.route(/geometry\.json/, async (route) => {
    const response = await route.fetch();
    const { id, zones } = (await response.json()) as GeometryDocument;
    const body = geometryOfSeats(seats, { id, zones });
    bytes += brotliCompressSync(body).length;
    await route.fulfill({ response, body });
  });
  await page.route(/\/graphql$/, async (route) => {
    if (!route.request().postData()?.includes('query EventMap')) return route.continue();
    const response = await route.fetch();
    const answer = (await response.json()) as MapAnswer;
    const { seatMap } = answer.data.event;
    seatMap.states = seatMap.states.padEnd(seats, 'F');
    const body = JSON.stringify(answer);
    bytes += gzipSync(body).length;
    await route.fulfill({ response, body });
  });
  return () => bytes;
}
