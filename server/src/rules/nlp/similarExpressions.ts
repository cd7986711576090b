import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import type { CheckContext } from '../engine/lookups';
import {
  blocksIn,
  intentsIn,
  similarExpressions,
  similarKey,
  TOO_COMMON,
  wordingsBehind,
} from '../facts/expressions';
import type { Report, Rule } from '../rule';
import { isFirst } from '../support/definitions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { nearlySame, similarityKeys } from '../support/similar';
import { meta } from './similarExpressions.meta';

/** Rule 26, its third part. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const looked = new Set<number>();
    for (const { language, block } of blocksIn(file)) {
      for (const key of similarityKeys(block)) {
        const own = similarKey(language, key);
        if (key === 0 || looked.has(own)) continue;
        looked.add(own);
        yield* checkKey(file, context, own);
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

function* checkKey(file: ProjectFile, context: CheckContext, key: number): Iterable<Report> {
  const files = context.met(similarExpressions, key);
  // Nobody else has it, or everybody.
  if ((files.length < 2 && intentsIn(file).length < 2) || files.length > TOO_COMMON) return;
  const others: Candidate[] = [];
  for (const uri of files) {
    const other = uri < file.uri ? context.peek(uri) : undefined;
    if (other && others.length < MOST_COMPARED) others.push(...candidatesIn(other, context, key));
  }
  others.splice(MOST_COMPARED);
  for (const candidate of candidatesIn(file, context, key)) {
    const found = others.find((other) => isTwin(other, candidate));
    if (found) {
      // What is said about it names its place.
      context.open(found.file.uri);
      yield report(candidate, found);
    }
    if (others.length < MOST_COMPARED) others.push(candidate);
  }
}

function candidatesIn(file: ProjectFile, context: CheckContext, key: number): readonly Candidate[] {
  return wordingsBehind(file, key)
    .filter(({ intent }) => isFirst(context, file, intent))
    .map(({ expression: { plain, span }, ...rest }) => ({ ...rest, file, plain, span }));
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
