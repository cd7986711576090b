import { t } from '@vscode/l10n';
import type {
  BotDefinition,
  ConversationTest,
  Definition,
  Entity,
  Flow,
  Intent,
  Step,
} from '../model/definitions';
import type { SymbolKind } from '../model/occurrence';
import type { ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';

/** An entry of the outline. `extent` always contains `span`, the name. */
export interface OutlineEntry {
  readonly kind: SymbolKind | 'value' | 'step';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly extent: Span;
  readonly children: readonly OutlineEntry[];
}

/** The outline of a file: its definitions with what they are made of. */
export function documentSymbols(file: ProjectFile): readonly OutlineEntry[] {
  return file.definitions.map(entryOf);
}

function entryOf(item: Definition): OutlineEntry {
  const detail = item.title?.value ?? '';
  return entry(item.kind, item.name.value, detail, item.name.span, item.span, childrenOf(item));
}

function childrenOf(item: Definition): readonly OutlineEntry[] {
  switch (item.kind) {
    case 'bot':
      return ofBot(item);
    case 'intent':
      return ofIntent(item);
    case 'entity':
      return ofEntity(item);
    case 'flow':
      return ofFlow(item);
    case 'test':
      return ofTest(item);
  }
}

function ofBot(bot: BotDefinition): readonly OutlineEntry[] {
  return bot.variables.map((variable) =>
    entry('variable', variable.name.value, variable.type, variable.name.span, variable.span),
  );
}

function ofIntent(intent: Intent): readonly OutlineEntry[] {
  return [...intent.expressions.values()].map((block) =>
    entry(
      'language',
      block.language.value,
      block.expressions.length === 1 ? t('1 expression') : t('{0} expressions', block.expressions.length),
      block.language.span,
      block.span,
    ),
  );
}

function ofEntity(entity: Entity): readonly OutlineEntry[] {
  return entity.values.map(({ value, synonyms }) => {
    const names = synonyms.map((synonym) => synonym.value).join(', ');
    const last = synonyms.at(-1)?.span.end ?? value.span.end;
    return entry('value', value.value, names, value.span, { start: value.span.start, end: last });
  });
}

function ofFlow(flow: Flow): readonly OutlineEntry[] {
  return flow.dialogs.map((dialog) =>
    entry('dialog', dialog.name.value, dialog.trigger?.intent?.value ?? '', dialog.name.span, dialog.span),
  );
}

function ofTest(test: ConversationTest): readonly OutlineEntry[] {
  return test.steps.map((step) => entry('step', textOf(step) ?? step.kind, step.kind, step.span, step.span));
}

function textOf(step: Step): string | undefined {
  if (step.kind === 'press') return step.label.value;
  return step.kind === 'http' ? step.url?.value : step.text.value;
}

/** Editors refuse entries without a name and names outside their entry; files in the making have both. */
function entry(
  kind: OutlineEntry['kind'],
  name: string,
  detail: string,
  span: Span,
  around: Span,
  children: readonly OutlineEntry[] = [],
): OutlineEntry {
  const extent = { start: Math.min(around.start, span.start), end: Math.max(around.end, span.end) };
  return { kind, name: name.trim() === '' ? `(${kind})` : name, detail, span, extent, children };
}
