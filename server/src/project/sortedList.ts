/** Where `item` stands first in a list in code unit order, or belongs. */
export function placeOf(list: readonly string[], item: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? '') < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list with `item` in its place; the same list when it is there already. */
export function withItem(list: readonly string[], item: string): readonly string[] {
  const place = placeOf(list, item);
  return list[place] === item ? list : [...list.slice(0, place), item, ...list.slice(place)];
}

/** The list without `item`; the same list when it is not there. */
export function withoutItem(list: readonly string[], item: string): readonly string[] {
  const place = placeOf(list, item);
  return list[place] === item ? [...list.slice(0, place), ...list.slice(place + 1)] : list;
}

/** Code units, never a locale: the same order on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
