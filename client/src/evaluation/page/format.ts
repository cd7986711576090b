/** Puts values into a text: `{0}` is the first one. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** Numbers as people who speak a language write them. */
export class Numbers {
  readonly #percent: Intl.NumberFormat;
  readonly #score: Intl.NumberFormat;
  readonly #points: Intl.NumberFormat;

  constructor(language: string) {
    this.#percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
    this.#score = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.#points = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  }

  /** @param share from 0 to 1 */
  percent(share: number): string {
    return this.#percent.format(share);
  }

  /** @param score from 0 to 1 */
  score(score: number): string {
    return this.#score.format(score);
  }

  /** A difference, with its sign. */
  points(points: number): string {
    return this.#points.format(points);
  }
}
