/** A box as far as its place goes. */
export interface PlacedBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much farther a box that lies aside is than one that lies straight ahead. */
const ASIDE = 2;

/**
 * The box that an arrow key leads to: the nearest in its direction among those to which an arrow leads or from which one
 * comes, else the nearest of all in its direction. Undefined at the rim.
 */
export function neighbour(
  boxes: ReadonlyMap<string, PlacedBox>,
  links: readonly { readonly from: string; readonly to: string }[],
  id: string,
  direction: Direction,
): string | undefined {
  const start = boxes.get(id);
  if (!start) return undefined;
  const linked = links.flatMap(({ from, to }) => {
    const other = from === id ? to : to === id ? from : undefined;
    return other === undefined ? [] : (boxes.get(other) ?? []);
  });
  return nearest(start, linked, direction) ?? nearest(start, boxes.values(), direction);
}

function nearest(start: PlacedBox, boxes: Iterable<PlacedBox>, direction: Direction): string | undefined {
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const box of boxes) {
    const [ahead, aside] = offset(start, box, direction);
    // Within a right angle around the direction.
    if (box.id === start.id || ahead <= 0 || aside > ahead) continue;
    const distance = ahead + ASIDE * aside;
    if (!best || distance < best.distance) best = { id: box.id, distance };
  }
  return best?.id;
}

/** How far a box lies ahead in a direction, and how far aside. */
function offset(from: PlacedBox, to: PlacedBox, direction: Direction): readonly [number, number] {
  const x = to.x + to.width / 2 - from.x - from.width / 2;
  const y = to.y + to.height / 2 - from.y - from.height / 2;
  switch (direction) {
    case 'up':
      return [-y, Math.abs(x)];
    case 'down':
      return [y, Math.abs(x)];
    case 'left':
      return [-x, Math.abs(y)];
    case 'right':
      return [x, Math.abs(y)];
  }
}
