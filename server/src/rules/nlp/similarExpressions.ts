import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Report, Rule } from '../rule';
import {
  blocksIn,
  expressionAt,
  languagesInUse,
  type PlacedBlock,
  type PlacedExpression,
} from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { nearlySame, similarityKeys, wordingOf } from '../support/similar';
import { meta } from './similarExpressions.meta';

/** Rule 26, its third part. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const language of languagesInUse(bot)) yield* checkLanguage(bot, language);
  },

  fixes: removeEither,
};

/** Where an expression stands; looked at more closely only when another one shares its key. */
interface Candidate {
  readonly placed: PlacedBlock;
  readonly index: number;
}

/** Of a crowd that shares a key only the first ones are compared, so that the cost stays linear. */
const MAX_COMPARED = 16;

function* checkLanguage(bot: BotSnapshot, language: string): Iterable<Report> {
  const byKey = new Map<number, Candidate[]>();
  for (const placed of blocksIn(bot, language)) {
    for (const [index, key] of similarityKeys(placed.block).entries()) {
      if (key === 0) continue;
      const candidate = { placed, index };
      const others = byKey.get(key);
      if (!others) {
        byKey.set(key, [candidate]);
        continue;
      }
      const found = twin(others, candidate);
      if (found) yield report(...found);
      if (others.length < MAX_COMPARED) others.push(candidate);
    }
  }
}

/** The same expression again is no near duplicate: other rules speak of it. */
function twin(
  others: readonly Candidate[],
  { placed, index }: Candidate,
): readonly [PlacedExpression, PlacedExpression] | undefined {
  const later = expressionAt(placed, index);
  const wording = later && wordingOf(later.expression, later.normal);
  for (const other of others) {
    const earlier = other.placed === placed ? undefined : expressionAt(other.placed, other.index);
    if (!later || !wording || !earlier || earlier.normal === later.normal) continue;
    if (nearlySame(wordingOf(earlier.expression, earlier.normal), wording)) return [later, earlier];
  }
  return undefined;
}

function report(later: PlacedExpression, earlier: PlacedExpression): Report {
  const other = earlier.intent.item.name.value;
  const { file } = earlier.intent;
  return {
    file: later.intent.file,
    span: later.expression.span,
    message: t(
      "This is almost an expression of intent '{0}': '{1}' ({2}). Say it differently, or keep it in one of them.",
      other,
      earlier.expression.plain,
      placeInWords(file, earlier.expression.span),
    ),
    related: [{ file, span: earlier.expression.span, message: t("Intent '{0}' has it here.", other) }],
    data: { intent: later.intent.item.name.value, other },
  };
}
