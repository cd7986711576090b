/** Names that mean something to every JavaScript object; a program that reads a bot into plain objects would trip over them. */
const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for a name that must not be a key anywhere in a bot. */
export function isRefusedName(name: string): boolean {
  return REFUSED.has(name);
}
