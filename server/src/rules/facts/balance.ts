import type { DerivedTable } from '../engine/table';
import { expressionCounts } from './expressions';
import { definitions } from './names';

/** With fewer intents there is no middle. */
const MIN_INTENTS = 3;

/** How many expressions an intent has usually, by language: the middle of all that have any. */
export const usualCounts: DerivedTable<number> = {
  kind: 'derived',
  from: [expressionCounts, definitions.intent],
  compute(index) {
    const found = new Map<string, number>();
    for (const [language, files] of index.all(expressionCounts)) {
      const counts: number[] = [];
      for (const { uri, value } of files) {
        const seen = new Set<string>();
        for (const [intent, count] of value) {
          const isFirst = !seen.has(intent) && index.look(definitions.intent, intent)[0]?.uri === uri;
          seen.add(intent);
          if (isFirst && count > 0) counts.push(count);
        }
      }
      counts.sort((a, b) => a - b);
      const middle = counts[Math.floor((counts.length - 1) / 2)];
      if (counts.length >= MIN_INTENTS && middle !== undefined) found.set(language, middle);
    }
    return found;
  },
};
