/** A code that stays before the camera is one scan; taken away for so long and shown again, it is another. */
const SAME_CODE_MS = 2_500;

/** Which of the codes that a camera sees, many times a second, are scans. */
export class SeenCodes {
  #last = { code: '', at: 0 };

  /**
   * @param now in ms, by a clock that is never set
   * @param take says false when nobody can see to it now: it is offered again as long as it is in sight
   */
  see(code: string, now: number, take: (code: string) => boolean): void {
    const isSame = code === this.#last.code && now - this.#last.at <= SAME_CODE_MS;
    if (isSame || take(code)) this.#last = { code, at: now };
  }
}
