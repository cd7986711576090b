import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import type { Report, Rule } from '../rule';
import { expressionsIn, languagesInUse, type PlacedExpression } from '../support/expressions';
import { removeEither } from '../support/expressionFixes';
import { placeInWords } from '../support/sentences';
import { nearlySame, similarityKeys, tokensOf } from '../support/similar';
import { meta } from './similarExpressions.meta';

/** Rule 26, its third part. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const language of languagesInUse(bot)) yield* checkLanguage(bot, language);
  },

  fixes: removeEither,
};

interface Candidate {
  readonly placed: PlacedExpression;
  readonly tokens: readonly string[];
}

/** Expressions that share a key are few; of a crowd only the first ones are compared, so that the cost stays linear. */
const MAX_COMPARED = 8;

function* checkLanguage(bot: BotSnapshot, language: string): Iterable<Report> {
  const byKey = new Map<string, Candidate[]>();
  for (const placed of expressionsIn(bot, language)) {
    const candidate = { placed, tokens: tokensOf(placed) };
    const keys = similarityKeys(candidate.tokens);
    const twin = keys.map((key) => twinIn(byKey.get(key) ?? [], candidate)).find((found) => found);
    if (twin) yield report(placed, twin.placed);
    for (const key of keys) {
      const others = byKey.get(key);
      if (!others) byKey.set(key, [candidate]);
      else if (others.length < MAX_COMPARED) others.push(candidate);
    }
  }
}

/** The same expression again is no near duplicate: other rules speak of it. */
function twinIn(others: readonly Candidate[], { placed, tokens }: Candidate): Candidate | undefined {
  return others.find(
    (other) =>
      other.placed.intent.item !== placed.intent.item &&
      other.placed.normal !== placed.normal &&
      nearlySame(other.tokens, tokens),
  );
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
