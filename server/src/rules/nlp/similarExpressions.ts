import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import type { Uri } from '../../text/uri';
import type { CheckContext } from '../engine/lookups';
import {
  blocksIn,
  intentsIn,
  similarEntries,
  similarExpressions,
  wordingsBehind,
} from '../facts/expressions';
import type { Report, Rule } from '../rule';
import { isFirst } from '../support/definitions';
import { removeEither } from '../support/expressionFixes';
import { normalFormsOf } from '../support/expressions';
import { placeInWords } from '../support/sentences';
import { nearlySame, wordingOf } from '../support/similar';
import { meta } from './similarExpressions.meta';

/** Rule 26, its third part. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const isAlone = intentsIn(file).length < 2;
    const before = new Map<number, Candidate[]>();
    const entries = similarEntries(file);
    let at = -2;
    for (const { intent, block } of blocksIn(file)) {
      const isTold = isFirst(context, file, intent);
      for (const [index, expression] of block.expressions.entries()) {
        at += 2;
        const key = entries[at] ?? 0;
        if (key === 0 || !isTold) continue;
        const files = context.met(similarExpressions, key, entries[at + 1] ?? 0);
        if (files.length === 0 && isAlone) continue;
        const normal = normalFormsOf(block)[index] ?? '';
        const { plain, span } = expression;
        const own = { file, intent, plain, normal, span, wording: wordingOf(expression, normal) };
        const earlier = before.get(key) ?? [];
        const found = candidatesIn(files, context, key)
          .concat(earlier)
          .find((other) => isTwin(other, own));
        if (found) yield report(own, found);
        if (earlier.length < MOST_COMPARED) before.set(key, [...earlier, own]);
      }
    }
  },

  fixes: removeEither,
};

/** An expression that may be nearly the same as another. */
interface Candidate {
  readonly file: ProjectFile;
  readonly intent: Intent;
  readonly plain: string;
  readonly normal: string;
  readonly wording: readonly string[];
  readonly span: Span;
}

/** Of the expressions with one key only the first ones are compared, so that the cost stays linear. */
const MOST_COMPARED = 16;

function candidatesIn(files: readonly Uri[], context: CheckContext, key: number): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const uri of files) {
    if (found.length >= MOST_COMPARED) break;
    // What is compared are its words, and what is said about it names its place.
    const file = context.open(uri);
    for (const { expression, intent, ...rest } of file ? wordingsBehind(file, key) : []) {
      if (!file || !isFirst(context, file, intent)) continue;
      found.push({ ...rest, file, intent, plain: expression.plain, span: expression.span });
    }
  }
  return found.slice(0, MOST_COMPARED);
}

/** The same expression again is no near duplicate: other rules speak of it. */
function isTwin(earlier: Candidate, later: Candidate): boolean {
  return (
    earlier.intent !== later.intent &&
    earlier.normal !== later.normal &&
    nearlySame(earlier.wording, later.wording)
  );
}

function report(later: Candidate, earlier: Candidate): Report {
  const { file, intent, span } = earlier;
  const other = intent.name.value;
  return {
    span: later.span,
    message: t(
      "This is almost an expression of intent '{0}': '{1}' ({2}). Say it differently, or keep it in one of them.",
      other,
      earlier.plain,
      placeInWords(file, span),
    ),
    related: [{ file, span, message: t("Intent '{0}' has it here.", other) }],
    data: { intent: later.intent.name.value, other },
  };
}
