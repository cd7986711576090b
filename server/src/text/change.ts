/** Where two texts differ: `[start, oldEnd)` of the one became `[start, newEnd)` of the other; all around is equal. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** How much is compared at once: the engine compares strings many times faster than a loop over their units. */
const BLOCK = 4096;

/** The one stretch in which `after` differs from `before`; empty at the end when they are equal. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonStart(before, after, shorter);
  const kept = commonEnd(before, after, shorter - start);
  return { start, oldEnd: before.length - kept, newEnd: after.length - kept };
}

function commonStart(before: string, after: string, atMost: number): number {
  let at = 0;
  while (at + BLOCK <= atMost && before.slice(at, at + BLOCK) === after.slice(at, at + BLOCK)) at += BLOCK;
  while (at < atMost && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

function commonEnd(before: string, after: string, atMost: number): number {
  let count = 0;
  const block = (text: string): string => text.slice(text.length - count - BLOCK, text.length - count);
  while (count + BLOCK <= atMost && block(before) === block(after)) count += BLOCK;
  const unit = (text: string): number => text.charCodeAt(text.length - count - 1);
  while (count < atMost && unit(before) === unit(after)) count++;
  return count;
}
