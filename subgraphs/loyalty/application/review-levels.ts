import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';
import { closeSheet } from './close-sheet.ts';

/** Accounts that one run looks at: a transaction of some milliseconds. */
const BATCH = 50;

/** Looks at the level of accounts whose oldest points have left the window. Answers how many it looked at. */
export async function reviewLevels(books: Books, now: Date): Promise<number> {
  return books.database.transaction(async (tx) => {
    const due = await books.accounts.lockDue(tx, now, BATCH);
    for (const account of due) await closeSheet(books, tx, new Sheet(account), now);
    return due.length;
  });
}
