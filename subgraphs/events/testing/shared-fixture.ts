import { afterAll } from '@jest/globals';
import type { TestServiceOptions } from '@parterre/platform/testing/test-service.ts';
import type { eventsService } from '../service.ts';
import { type EventsFixture, openEventsFixture } from './fixture.ts';

/**
 * The fixture of all tests of one file, stopped after the last of them. To be awaited at the top of the file, before any
 * test is declared: so it is there wherever a test or a helper names it.
 */
export async function sharedFixture(
  options: TestServiceOptions<typeof eventsService.config> = {},
): Promise<EventsFixture> {
  const fixture = await openEventsFixture(options);
  afterAll(() => fixture.stop());
  return fixture;
}

/** Why a mutation was refused, by its codes; none where it was not. */
export function codesOf({ userErrors }: { readonly userErrors: readonly { readonly code: string }[] }) {
  return userErrors.map(({ code }) => code);
}
