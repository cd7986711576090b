import type { LanguageEvaluationView } from '../../../../server/src/protocol';

/** The part of a confusion matrix that is shown. Intents are told by their number in the evaluation. */
export interface Matrix {
  /** Rows and columns, in the order of the evaluation. */
  readonly intents: readonly number[];
  /** How many expressions of `expected` were given `answered`; 0 for an empty cell. */
  count(expected: number, answered: number): number;
}

/**
 * The whole matrix, or of a large one the intents that are confused most: nobody finds three mistakes among a million
 * cells.
 *
 * @param most how many rows there may be
 */
export function matrixOf(
  { intents, confusions }: Pick<LanguageEvaluationView, 'intents' | 'confusions'>,
  most: number,
): Matrix {
  const cells = new Map(
    confusions.map(({ expected, answered, count }) => [expected * intents.length + answered, count]),
  );
  return {
    intents: intents.length <= most ? intents.map((_, index) => index) : mostConfused(confusions, most),
    count: (expected, answered) => cells.get(expected * intents.length + answered) ?? 0,
  };
}

function mostConfused(confusions: LanguageEvaluationView['confusions'], most: number): readonly number[] {
  const mistakes = new Map<number, number>();
  for (const { expected, answered, count } of confusions) {
    if (expected === answered) continue;
    for (const intent of [expected, answered]) mistakes.set(intent, (mistakes.get(intent) ?? 0) + count);
  }
  return [...mistakes]
    .sort(([a, left], [b, right]) => right - left || a - b)
    .slice(0, most)
    .map(([intent]) => intent)
    .sort((a, b) => a - b);
}

/** How strong the colour of a cell is, 1 to 4, by its share of the row; 0 for an empty one. */
export function strengthOf(count: number, support: number): 0 | 1 | 2 | 3 | 4 {
  if (count === 0) return 0;
  const share = count / Math.max(support, count);
  if (share > 0.5) return 4;
  if (share > 0.25) return 3;
  return share > 0.1 ? 2 : 1;
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function moved(
  key: string,
  { row, column }: { readonly row: number; readonly column: number },
  size: number,
): { readonly row: number; readonly column: number } | undefined {
  const within = (place: number): number => Math.max(0, Math.min(size - 1, place));
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size - 1 };
    default:
      return undefined;
  }
}
