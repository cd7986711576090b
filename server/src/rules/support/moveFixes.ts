import { t } from '@vscode/l10n';
import { movedExpressions } from '../edits/movedExpressions';
import { blocksIn } from '../facts/expressions';
import type { Finding, Fix, RuleContext } from '../rule';
import type { Span } from '../../text/range';
import { fileOf } from './fixes';

/** The fix that moves what stands at some places of a finding's file, all of one intent, to the one as which it is understood. */
export function moveTo(
  finding: Finding,
  context: RuleContext,
  spans: readonly Span[],
  intent: string | undefined,
): readonly Fix[] {
  const file = fileOf(finding, context);
  const target = intent === undefined ? undefined : context.bot.intent(intent)[0];
  if (!file || !target) return [];
  const starts = new Set(spans.map(({ start }) => start));
  for (const { language, block } of blocksIn(file)) {
    const moved = block.expressions.filter(({ span }) => starts.has(span.start));
    if (moved.length === 0) continue;
    // Nobody could mean the intent in this language any longer: that is for a person to write.
    if (moved.length === block.expressions.length) return [];
    const changes = movedExpressions(file, language, moved, target);
    if (!changes) return [];
    const name = target.item.name.value;
    const title =
      moved.length === 1
        ? t("Move this expression to intent '{0}'", name)
        : t("Move these {0} expressions to intent '{1}'", moved.length, name);
    return [{ title, kind: 'choice', changes }];
  }
  return [];
}
