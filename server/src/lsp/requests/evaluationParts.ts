import type { EvaluationLists, EvaluationPart, EvaluationView, LanguageEvaluationView } from '../../protocol';
import { inPieces } from '../../text/inPieces';
import type { Uri } from '../../text/uri';

/** Intents, cells and expressions that are sent at once: a message is written and read in one go on either side. */
const ROWS_A_PART = 2_000;

/** The lists of one language while they are filled. */
type OpenLists = { -readonly [List in keyof EvaluationLists]: EvaluationLists[List][number][] };

/**
 * The parts of evaluations that were sent in part, of the last one of each bot, until the last of them was asked for.
 */
export class EvaluationParts {
  readonly #waiting = new Map<
    Uri,
    { readonly number: number; readonly parts: readonly EvaluationLists[][] }
  >();
  #last = 0;

  /** An evaluation with as much as is sent at once, in steps. The rest waits to be asked for. */
  *beginInSteps(view: Omit<EvaluationView, 'more'>): Generator<void, EvaluationView, void> {
    const [first = [], ...parts] = yield* cutInSteps(view.languages);
    const number = ++this.#last;
    this.#waiting.delete(view.bot);
    if (parts.length > 0) this.#waiting.set(view.bot, { number, parts });
    return {
      ...view,
      languages: view.languages.map((language, index) => ({ ...language, ...first[index] })),
      more: parts.length > 0 ? nameOf(number, 0) : null,
    };
  }

  /** The part of this name; undefined when another evaluation of the bot was begun since. */
  take(bot: Uri, name: string): EvaluationPart | undefined {
    const waiting = this.#waiting.get(bot);
    const index = waiting?.parts.findIndex((_, at) => nameOf(waiting.number, at) === name) ?? -1;
    const languages = waiting?.parts[index];
    if (!waiting || !languages) return undefined;
    const isLast = index === waiting.parts.length - 1;
    if (isLast) this.#waiting.delete(bot);
    return { languages, more: isLast ? null : nameOf(waiting.number, index + 1) };
  }
}

function nameOf(number: number, part: number): string {
  return `${number}.${part}`;
}

/** Lists cut into parts: each holds for every language what its lists go on with. */
function* cutInSteps(
  languages: readonly LanguageEvaluationView[],
): Generator<void, readonly OpenLists[][], void> {
  const empty = (): OpenLists[] =>
    languages.map(() => ({ intents: [], confusions: [], misclassified: [], overlaps: [] }));
  let part = empty();
  const parts = [part];
  let room = ROWS_A_PART;
  function* fill<Row>(
    rows: readonly Row[],
    listOf: (part: OpenLists[]) => Row[] | undefined,
    weightOf: (row: Row) => number = () => 1,
  ): Generator<void, void, void> {
    yield* inPieces(rows, (row) => {
      if (room <= 0) {
        parts.push((part = empty()));
        room = ROWS_A_PART;
      }
      listOf(part)?.push(row);
      room -= weightOf(row);
    });
  }
  for (const [index, { intents, confusions, misclassified, overlaps }] of languages.entries()) {
    yield* fill(intents, (open) => open[index]?.intents);
    yield* fill(confusions, (open) => open[index]?.confusions);
    yield* fill(misclassified, (open) => open[index]?.misclassified);
    yield* fill(
      overlaps,
      (open) => open[index]?.overlaps,
      ({ expressions }) => 1 + expressions.length,
    );
  }
  return parts;
}
