const SAME_IN_A_ROW = 3;
/** A page with a clock never looks the same for long. */
const MOST_PICTURES = 12;

/**
 * The last of three pictures in a row that are the same, or of twelve: what is drawn when a page has settled, as seats are
 * by WebGL, gives no other sign.
 */
export async function steady(take: () => Promise<Buffer>): Promise<Buffer> {
  let last = await take();
  let same = 1;
  for (let taken = 1; same < SAME_IN_A_ROW && taken < MOST_PICTURES; taken += 1) {
    const next = await take();
    same = next.equals(last) ? same + 1 : 1;
    last = next;
  }
  return last;
}
