/** Any object that is no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** A list each of whose members is one of `T`. */
export function isListOf<T>(value: unknown, isOne: (member: unknown) => member is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}
