import type { EvaluationLists, EvaluationPart, EvaluationView } from '../../../server/src/protocol';

/**
 * The whole of an evaluation, which the server sends in parts when it is large.
 * @param next asks for a part by its name
 * @returns undefined when another one took its place meanwhile
 */
export async function wholeEvaluation(
  evaluation: EvaluationView,
  next: (more: string) => Promise<EvaluationPart | null>,
): Promise<EvaluationView | undefined> {
  const parts: (readonly EvaluationLists[])[] = [evaluation.languages];
  for (let { more } = evaluation; more !== null; ) {
    const part = await next(more);
    if (!part) return undefined;
    parts.push(part.languages);
    more = part.more;
  }
  const ofAll = <Row>(index: number, listOf: (lists: EvaluationLists) => readonly Row[]): readonly Row[] =>
    parts.flatMap((languages) => (languages[index] ? listOf(languages[index]) : []));
  return {
    ...evaluation,
    languages: evaluation.languages.map((language, index) => ({
      ...language,
      intents: ofAll(index, ({ intents }) => intents),
      confusions: ofAll(index, ({ confusions }) => confusions),
      misclassified: ofAll(index, ({ misclassified }) => misclassified),
      overlaps: ofAll(index, ({ overlaps }) => overlaps),
    })),
    more: null,
  };
}
