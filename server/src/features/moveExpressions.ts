import { t } from '@vscode/l10n';
import type { Expression, ExpressionBlock, Intent } from '../model/definitions';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { expressionLines } from '../rules/edits/expressionLines';
import { movedExpressions } from '../rules/edits/movedExpressions';
import { takenOut } from '../rules/edits/takenOut';
import type { FileChange } from '../rules/rule';
import { normalForm, normalFormsOf } from '../rules/support/expressions';
import type { Span } from '../text/range';
import { foldName } from '../model/occurrence';
import { noLines } from './addExpressions';
import type { Refusal } from './rename';

/** An intent that expressions can move to. */
export interface MoveTarget {
  readonly intent: string;
  /** Number of its expressions in the language of those that move. */
  readonly expressions: number;
}

export interface Selected {
  readonly intent: Intent;
  readonly language: string;
  readonly expressions: readonly Expression[];
}

/** Expressions of an intent that are compared to find likely targets; more say nothing new, and there are many intents. */
const COMPARED = 40;

/** The expressions of one language that the selection meets; undefined when there is none, or none can go by its lines. */
export function selectedExpressions(file: ProjectFile, selection: Span): Selected | undefined {
  for (const intent of file.definitions) {
    if (intent.kind !== 'intent') continue;
    for (const block of intent.expressions.values()) {
      const expressions = block.expressions.filter(({ span }) => isMet(span, selection));
      if (expressions.length === 0) continue;
      const removed = takenOut(
        file,
        expressions.map(({ span }) => span),
      );
      return removed ? { intent, language: block.language.value, expressions } : undefined;
    }
  }
  return undefined;
}

/**
 * The other intents, those that share the most words with what moves first, else in the order of the files. In steps of an
 * intent, whose file may have to be read.
 */
export function* moveTargets(
  bot: BotSnapshot,
  { intent, language, expressions }: Selected,
): Generator<void, readonly MoveTarget[], void> {
  const words = new Set(expressions.flatMap(({ plain }) => normalForm(plain).split(' ')));
  const own = foldName(intent.name.value);
  const targets: { readonly target: MoveTarget; readonly shared: number }[] = [];
  for (const name of bot.names('intent')) {
    yield;
    const placed = bot.intent(name)[0];
    if (!placed || foldName(name) === own || !expressionLines(placed, language, ['x'])) continue;
    const block = placed.item.expressions.get(language);
    const target = { intent: placed.item.name.value, expressions: block?.expressions.length ?? 0 };
    targets.push({ target, shared: block ? sharedWords(block, words) : 0 });
  }
  // Sorting is stable: equals stay in the order of the files.
  targets.sort((a, b) => b.shared - a.shared);
  return targets.map(({ target }) => target);
}

/** Moves the selected expressions to the end of another intent's, in their language. */
export function moveExpressions(
  bot: BotSnapshot,
  file: ProjectFile,
  selection: Span,
  target: string,
): readonly FileChange[] | Refusal {
  const selected = selectedExpressions(file, selection);
  const placed = bot.intent(target)[0];
  if (!selected) return { refused: t('There is no expression here that can be moved.') };
  if (!placed || placed.item === selected.intent) {
    return { refused: t('There is no other intent "{0}" in this bot.', target) };
  }
  return movedExpressions(file, selected.language, selected.expressions, placed) ?? noLines(target);
}

/** A cursor behind an expression is at it; a selection that ends where the next line begins does not mean that line. */
function isMet(span: Span, { start, end }: Span): boolean {
  if (start === end) return span.start <= start && start <= span.end;
  return span.start < end && start < span.end;
}

function sharedWords(block: ExpressionBlock, words: ReadonlySet<string>): number {
  let best = 0;
  for (const form of normalFormsOf(block).slice(0, COMPARED)) {
    const shared = form.split(' ').filter((word) => words.has(word)).length;
    best = Math.max(best, shared);
  }
  return best;
}
