import assert from 'node:assert/strict';
import { foldName } from '../../server/src/model/occurrence';
import {
  expressionKey,
  type Measured,
  type MeasuredAnswer,
  type MeasuredOverlap,
} from '../../server/src/rules/measured';

/**
 * What was measured, a line each:
 *
 * - `expression <language> <intent> "<text>" <answered intent> <score>`;
 * - `sentence <language> "<text>" <answered intent> <score>`;
 * - `overlap <language> <intent> <other intent> <number of expressions> "<text>" …`;
 * - `covered intent <name>`, `covered dialog <flow/name>`.
 */
export function readMeasured(lines: readonly string[]): Measured {
  const nlp = new Map<
    string,
    {
      expressions: Map<string, MeasuredAnswer>;
      sentences: Map<string, MeasuredAnswer>;
      overlaps: MeasuredOverlap[];
    }
  >();
  const covered = { intent: new Set<string>(), dialog: new Set<string>() };
  const of = (language: string) => {
    const known = nlp.get(language) ?? {
      expressions: new Map<string, MeasuredAnswer>(),
      sentences: new Map<string, MeasuredAnswer>(),
      overlaps: [],
    };
    nlp.set(language, known);
    return known;
  };
  for (const line of lines) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
    const [kind, first = '', second = '', third = '', fourth = '', fifth = ''] = words;
    if (kind === 'expression') {
      of(first).expressions.set(expressionKey(foldName(second), third), {
        intent: fourth,
        score: Number(fifth),
      });
    } else if (kind === 'sentence') {
      of(first).sentences.set(second, { intent: third, score: Number(fourth) });
    } else if (kind === 'overlap') {
      of(first).overlaps.push({ intent: second, other: third, of: Number(fourth), texts: words.slice(5) });
    } else {
      assert.ok(kind === 'covered' && (first === 'intent' || first === 'dialog'), line);
      covered[first].add(foldName(second));
    }
  }
  const isRun = covered.intent.size + covered.dialog.size > 0;
  return { nlp, ...(isRun && { coverage: { intents: covered.intent, dialogs: covered.dialog } }) };
}
