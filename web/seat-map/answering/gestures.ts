import type { Point } from '../plan/shapes.ts';

/** What pointers mean. Points are in CSS pixels from the upper left corner of the element. */
export interface GestureHandlers {
  readonly onTap: (point: Point, isTouch: boolean) => void;
  readonly onDoubleTap: (point: Point) => void;
  readonly onLongPress: (point: Point) => void;
  /** Of a pointer that can hover; null when it is gone. */
  readonly onPoint: (point: Point | null) => void;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (point: Point, factor: number) => void;
  readonly onRelease: () => void;
}

const DOUBLE_TAP_MS = 300;
const LONG_PRESS_MS = 500;
const SLIP = { mouse: 4, touch: 10 } as const;

/** Reads gestures from the pointers of an element, one event after another. */
export function readingGestures(
  element: HTMLElement,
  handlers: GestureHandlers,
): { take: (event: Event) => void; stop: () => void } {
  const down = new Map<number, Point>();
  let start: Point | null = null;
  let isMoved = false;
  let isPinched = false;
  let lastTap = { at: -Infinity, x: 0, y: 0 };
  let press: ReturnType<typeof setTimeout> | undefined;
  let corner = { left: 0, top: 0 };
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    // Nothing moves under a finger: asked for in each frame of a drag, it would have the page laid out within.
    if (down.size === 0) corner = element.getBoundingClientRect();
    return { x: clientX - corner.left, y: clientY - corner.top };
  };
  const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
  const isTouch = (event: PointerEvent) => event.pointerType !== 'mouse';

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const point = placeOf(event);
    down.set(event.pointerId, point);
    clearTimeout(press);
    if (down.size > 1) {
      isPinched = true;
      return;
    }
    start = point;
    isMoved = isPinched = false;
    if (isTouch(event)) {
      press = setTimeout(() => {
        // What was shown by a long press is not chosen by letting go.
        isMoved = true;
        handlers.onLongPress(point);
      }, LONG_PRESS_MS);
    }
  };
  const onMove = (event: PointerEvent) => {
    const point = placeOf(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (!isTouch(event)) handlers.onPoint(point);
      return;
    }
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1] ?? point;
      const factor = distance(point, other) / Math.max(distance(before, other), 1);
      // Half of the way of one finger is the way of the middle between both.
      handlers.onPan((point.x - before.x) / 2, (point.y - before.y) / 2);
      handlers.onZoom({ x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 }, factor);
    } else if (isMoved || (start && distance(start, point) > SLIP[isTouch(event) ? 'touch' : 'mouse'])) {
      clearTimeout(press);
      isMoved = true;
      handlers.onPan(point.x - before.x, point.y - before.y);
    } else return;
    down.set(event.pointerId, point);
  };
  const onUp = (event: PointerEvent) => {
    clearTimeout(press);
    if (!down.delete(event.pointerId)) return;
    if (down.size > 0) return;
    const point = placeOf(event);
    const isTap = event.type === 'pointerup' && !isMoved && !isPinched;
    start = null;
    handlers.onRelease();
    if (!isTap) return;
    const isDouble = event.timeStamp - lastTap.at < DOUBLE_TAP_MS && distance(lastTap, point) < 24;
    lastTap = { at: isDouble ? -Infinity : event.timeStamp, ...point };
    if (isDouble) handlers.onDoubleTap(point);
    else handlers.onTap(point, isTouch(event));
  };
  const onWheel = (event: WheelEvent) => {
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const step = Math.min(Math.max(event.deltaY * lines, -120), 120);
    // A trackpad tells of a pinch as a wheel with Ctrl, in far smaller steps.
    handlers.onZoom(placeOf(event), Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0025)));
  };
  const onLeave = (event: PointerEvent) => {
    if (!down.has(event.pointerId)) handlers.onPoint(null);
  };

  const readers: Readonly<Record<string, (event: PointerEvent) => void>> = {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointercancel: onUp,
    pointerleave: onLeave,
  };
  return {
    take: (event) => {
      if (event instanceof PointerEvent) readers[event.type]?.(event);
      else if (event instanceof WheelEvent) onWheel(event);
    },
    stop: () => clearTimeout(press),
  };
}
