import { t } from '@vscode/l10n';
import { foldName, type Occurrence, type SymbolKind } from '../model/occurrence';
import type { BotSnapshot, PlacedOccurrence, ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';

/** A definition above which its uses are shown. */
export interface UsesLens {
  readonly symbol: SymbolKind;
  readonly name: string;
  readonly span: Span;
}

const COUNTED: ReadonlySet<SymbolKind> = new Set(['intent', 'entity', 'flow', 'dialog']);

/** The definitions of a file whose uses are counted; counting is left to `lensText`, for those that are in view. */
export function codeLenses(file: ProjectFile): readonly UsesLens[] {
  return file.occurrences
    .filter(({ role, symbol }) => role === 'definition' && COUNTED.has(symbol))
    .map(({ symbol, name, span }) => ({ symbol, name, span }));
}

/** What a lens says, and the places that it leads to, in the order of the files. */
export interface LensText {
  readonly title: string;
  readonly places: readonly PlacedOccurrence[];
}

/** Where a definition is used; of a dialog, what leads to it. */
export function lensText(bot: BotSnapshot, symbol: SymbolKind, name: string): LensText {
  const uses = bot.occurrences(symbol, name).filter(({ role }) => role === 'reference');
  if (symbol === 'dialog') return waysTo(bot, name, uses);
  return { title: uses.length === 1 ? t('1 use') : t('{0} uses', uses.length), places: uses };
}

function waysTo(bot: BotSnapshot, name: string, uses: readonly PlacedOccurrence[]): LensText {
  const intents = bot.dialog(name).flatMap(({ item }) => item.trigger?.intent ?? []);
  const triggers = bot
    .dialog(name)
    .flatMap(({ file }) =>
      file.occurrences.flatMap((place) => (isTriggerOf(place, name) ? [{ ...place, file }] : [])),
    );
  const count = (wanted: (place: PlacedOccurrence) => boolean): number => uses.filter(wanted).length;
  const defaults = count(({ position }) => position === 'default-dialog');
  const tests = count(({ position }) => position === 'test');
  const links = uses.length - defaults - tests;
  const parts = [
    ...intents.map(({ value }) => t('triggered by {0}', value)),
    ...(defaults > 0 ? [t('default dialog')] : []),
    ...(links === 0 ? [] : [links === 1 ? t('1 link') : t('{0} links', links)]),
    ...(tests === 0 ? [] : [tests === 1 ? t('in 1 test') : t('in {0} tests', tests)]),
  ];
  const title = parts.length > 0 ? parts.join(' · ') : t('nothing leads here');
  return { title, places: [...triggers, ...uses] };
}

function isTriggerOf({ symbol, position, dialog }: Occurrence, name: string): boolean {
  return (
    symbol === 'intent' &&
    position === 'trigger' &&
    dialog !== undefined &&
    foldName(dialog) === foldName(name)
  );
}
