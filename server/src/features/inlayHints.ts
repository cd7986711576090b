import { t } from '@vscode/l10n';
import type { Intent } from '../model/definitions';
import { foldName, type OccurrencePosition } from '../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { lineEnd } from '../syntax/lineParts';
import type { Span } from '../text/range';

export interface InlayHint {
  /** Where it is shown, behind what stands there. */
  readonly offset: number;
  readonly label: string;
  readonly kind: 'type' | 'count';
}

/** Where a variable gets a value, and what type it must have is worth knowing. */
const TYPED: ReadonlySet<OccurrencePosition> = new Set(['save', 'set']);

/** The number of expressions per language, and the type of a variable where it gets a value. */
export function inlayHints(bot: BotSnapshot, file: ProjectFile, within: Span): readonly InlayHint[] {
  const counts = file.definitions.flatMap((item) =>
    item.kind === 'intent' ? expressionCounts(file, item) : [],
  );
  return [...counts, ...variableTypes(bot, file)]
    .filter(({ offset }) => within.start <= offset && offset <= within.end)
    .sort((a, b) => a.offset - b.offset);
}

function expressionCounts({ syntax }: ProjectFile, intent: Intent): readonly InlayHint[] {
  return [...intent.expressions.values()].map(({ language, expressions }) => ({
    // Behind `en: |`, where the expressions begin on the next line.
    offset: lineEnd(syntax.text, language.span.end),
    label: expressions.length === 1 ? t('1 expression') : t('{0} expressions', expressions.length),
    kind: 'count',
  }));
}

function variableTypes(bot: BotSnapshot, { occurrences }: ProjectFile): readonly InlayHint[] {
  const types = new Map(bot.settings?.item.variables.map(({ name, type }) => [foldName(name.value), type]));
  return occurrences.flatMap(({ symbol, position, name, span }) => {
    const type = symbol === 'variable' && TYPED.has(position) ? types.get(foldName(name)) : undefined;
    return type ? [{ offset: span.end, label: type, kind: 'type' as const }] : [];
  });
}
