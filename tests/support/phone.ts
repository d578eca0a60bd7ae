import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** A window of a phone, for `visit`. */
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

/** For how long a page may lay itself out anew: until then a fault is looked at again. */
const SETTLED_WITHIN_MS = 5_000;

/** In the page: how much wider it is than the window, and which targets a finger can hardly hit. */
const faults = `(() => {
  const LEAST = 24;
  const room = document.documentElement;
  const tooWide = Math.max(room.scrollWidth, document.body.scrollWidth) - ${phone.viewport.width};
  const chooses = 'a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=application]';
  const isCut = (element) =>
    element.parentElement !== null &&
    (getComputedStyle(element.parentElement).overflowX !== 'visible' || isCut(element.parentElement));
  const beyond = () =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > ${phone.viewport.width} && !isCut(element))
      .map((element) => element.outerHTML.slice(0, 80))
      .slice(0, 3);
  // A link within a sentence is as high as its line (WCAG 2.5.8, inline).
  const isInSentence = (target) =>
    target.matches('a') && getComputedStyle(target).display === 'inline' &&
    target.parentElement.textContent.trim() !== target.textContent.trim();
  const boxOf = (target) => {
    const boxes = [target, ...(target.labels ?? [])].map((each) => each.getBoundingClientRect());
    const [left, top] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
    const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...boxes.map((box) => box[side])));
    return { width: right - left, height: bottom - top };
  };
  const isHidden = (target) =>
    !target.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    getComputedStyle(target).clipPath !== 'none';
  const small = [...document.querySelectorAll(chooses)].flatMap((target) => {
    if (target.disabled || isHidden(target) || isInSentence(target)) return [];
    const { width, height } = boxOf(target);
    if (Math.round(width) >= LEAST && Math.round(height) >= LEAST) return [];
    return [Math.round(width) + ' × ' + Math.round(height) + ': ' + target.outerHTML.slice(0, 120)];
  });
  return [...(tooWide > 0 ? [tooWide + ' px wider than the window: ' + beyond()] : []), ...small];
})()`;

/** What of the page does not fit its window, which is a phone's, or a finger; one line each. */
export async function phoneFaultsOf(page: Page): Promise<string[]> {
  let found: string[] = [];
  const fits = async () => {
    found = await page.evaluate<string[]>(faults);
    return found.length === 0;
  };
  await eventually('a page that fits', fits, SETTLED_WITHIN_MS).catch(() => {});
  return found;
}

/** Makes a window with a mouse one as wide as a phone that is touched, until `look` has seen it. */
export async function asOnPhone<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const before = page.viewportSize();
  const device = await page.context().newCDPSession(page);
  await device.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.setViewportSize(phone.viewport);
  try {
    return await look();
  } finally {
    await device.detach();
    if (before) await page.setViewportSize(before);
  }
}
