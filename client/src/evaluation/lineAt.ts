import type { EvaluationView, Place } from '../../../server/src/protocol';
import type { LineRef } from './messages';

/** Where the source of a line stands; undefined when there is no such line, or none that has a place. */
export function lineAt({ languages }: EvaluationView, ref: LineRef): Place | undefined {
  const language = languages[ref.language];
  switch (ref.list) {
    case 'misclassified':
      return language?.misclassified[ref.line];
    case 'overlaps':
      return language?.overlaps[ref.line]?.expressions[ref.item];
    case 'intents': {
      const { uri, range } = language?.intents[ref.line] ?? {};
      return uri !== undefined && range ? { uri, range } : undefined;
    }
  }
}
