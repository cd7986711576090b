import type { CursorPath } from '../../syntax/cursorPath';

/** The quotes that a text of a condition takes, so that those of YAML need no escape. */
export function quoteIn(inside: CursorPath['inside']): '"' | "'" {
  return inside === 'single-quoted' ? '"' : "'";
}

/**
 * A text as a constant of a condition, written as it must stand in its scalar; undefined where a plain scalar cannot hold
 * it.
 * @param whole the constant is the whole plain scalar: YAML would take its quotes for its own, so it gets others around
 */
export function celText(text: string, inside: CursorPath['inside'], whole = false): string | undefined {
  const quote = quoteIn(inside);
  const constant = quote + text.replace(/[\\"'\n]/g, escaped(quote)) + quote;
  if (inside === 'plain' && whole) return JSON.stringify(constant);
  if (inside === 'plain') return /: |:$| #/.test(constant) ? undefined : constant;
  if (inside === 'double-quoted') return constant.replace(/[\\"]/g, '\\$&');
  return inside === 'single-quoted' ? constant.replaceAll("'", "''") : constant;
}

function escaped(quote: string): (unit: string) => string {
  return (unit) => (unit === '\n' ? '\\n' : unit === '\\' || unit === quote ? `\\${unit}` : unit);
}
