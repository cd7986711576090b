import type { PlacedBox } from './navigate';

/** What of the picture is seen: pixels on screen are `k` times those of the picture, moved by `x` and `y`. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST = 0.03;
const LARGEST = 4;
/** Room between the picture, or a box that is shown, and the rim of the screen. */
const MARGIN = 24;

/** The whole picture in the middle of the screen, not larger than life. */
export function fitted(picture: Size, screen: Size): Viewport {
  const k = limited(
    Math.min(1, (screen.width - 2 * MARGIN) / picture.width, (screen.height - 2 * MARGIN) / picture.height),
  );
  return { k, x: (screen.width - picture.width * k) / 2, y: (screen.height - picture.height * k) / 2 };
}

/** What is seen after the screen became another size: the whole picture where it was seen, else the same middle. */
export function resized(view: Viewport, picture: Size, before: Size, after: Size): Viewport {
  const whole = fitted(picture, before);
  if (view.k === whole.k && view.x === whole.x && view.y === whole.y) return fitted(picture, after);
  return {
    k: view.k,
    x: view.x + (after.width - before.width) / 2,
    y: view.y + (after.height - before.height) / 2,
  };
}

/** Zooms by a factor; the point `x`, `y` of the screen stays where it is. */
export function zoomed(view: Viewport, factor: number, x: number, y: number): Viewport {
  const k = limited(view.k * factor);
  const part = k / view.k;
  return { k, x: x - (x - view.x) * part, y: y - (y - view.y) * part };
}

/** Moves as little as it takes to see the whole of a box; zooms in where its letters could not be read. */
export function revealing(view: Viewport, box: PlacedBox, screen: Size): Viewport {
  const readable =
    view.k < READABLE ? zoomed(view, READABLE / view.k, screen.width / 2, screen.height / 2) : view;
  const { k } = readable;
  return {
    k,
    x: within(readable.x, box.x * k, box.width * k, screen.width),
    y: within(readable.y, box.y * k, box.height * k, screen.height),
  };
}

/** Below, letters are a few pixels high. */
const READABLE = 0.5;

function within(offset: number, start: number, length: number, screen: number): number {
  const least = MARGIN - start;
  const most = screen - MARGIN - start - length;
  return most < least ? least : Math.min(Math.max(offset, least), most);
}

function limited(k: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, k));
}
