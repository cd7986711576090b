import assert from 'node:assert/strict';

/**
 * Tells of every use of a getter of a class until it is stopped: a measure of work that needs no clock.
 * @param told takes the object that was asked
 */
export function watchGetter<T extends object>(
  { prototype }: { readonly prototype: T },
  name: keyof T,
  told: (object: T) => void,
): { stop(): void } {
  const own = Object.getOwnPropertyDescriptor(prototype, name);
  assert.ok(own, `the class has a getter ${String(name)}`);
  const original = Object.create(null, { [name]: own }) as object;
  Object.defineProperty(prototype, name, {
    ...own,
    get(this: T) {
      told(this);
      return Reflect.get(original, name, this) as unknown;
    },
  });
  return { stop: () => void Object.defineProperty(prototype, name, own) };
}
