import { t } from '@vscode/l10n';
import { foldName } from '../model/occurrence';
import type { BotSnapshot, PlacedOccurrence, ProjectFile } from '../project/snapshot';
import { baseNameOf, joinUri, parentOf, type Uri } from '../text/uri';
import type { Span } from '../text/range';
import { bareName, occurrenceAt, type FilePlace, type NamedPlace } from './place';
import { isRenamable, nameProblem } from './names';
import { unclearMention } from './unclearMention';

/** Why something cannot be renamed, as sentences with a next step. */
export interface Refusal {
  readonly refused: string;
}

export interface RenamePreparation {
  readonly span: Span;
  /** The name as it stands there. */
  readonly placeholder: string;
}

export interface Renaming {
  readonly edits: readonly (FilePlace & { readonly newText: string })[];
  /** Files that bear the name of their definition and go with it. */
  readonly files: readonly { readonly from: Uri; readonly to: Uri }[];
}

/** Whether the name under the cursor can be renamed; undefined when there is no name. */
export function prepareRename(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
): RenamePreparation | Refusal | undefined {
  const named = occurrenceAt(file, offset);
  if (!named) return undefined;
  const refused = reasonAgainst(bot, named);
  if (refused !== undefined) return { refused };
  return { span: named.span, placeholder: textAt(named) };
}

/**
 * Renames the symbol under the cursor at every place of the bot: definitions, links, annotations, conditions,
 * placeholders and tests. All or nothing: a place that cannot be changed is a reason to refuse.
 */
export function rename(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
  newName: string,
): Renaming | Refusal {
  const named = occurrenceAt(file, offset);
  if (!named) return { refused: t('There is no name here that can be renamed.') };
  const refused =
    reasonAgainst(bot, named) ?? nameProblem(named.symbol, newName) ?? collision(bot, named, newName);
  if (refused !== undefined) return { refused };
  const places = bot.occurrences(named.symbol, named.name);
  return {
    edits: distinct(places).map((place) => ({ file: place.file, span: place.span, newText: newName })),
    files: places.flatMap((place) => fileRename(bot, place, newName)),
  };
}

function reasonAgainst(bot: BotSnapshot, named: NamedPlace): string | undefined {
  const name = bareName(named.symbol, named.name);
  const why = isRenamable(named.symbol);
  if (why !== true) return why;
  const places = bot.occurrences(named.symbol, named.name);
  if (!places.some(({ role }) => role === 'definition')) {
    return t('"{0}" is not defined anywhere in this bot. Define it first, or correct the name here.', name);
  }
  const odd = places.find((place) => foldName(textAt(place)) !== foldName(name));
  if (odd) {
    return t(
      'In {0}, line {1}, the name "{2}" is written with escapes. Write it plainly there, then rename.',
      baseNameOf(odd.file.uri),
      odd.file.syntax.lines.positionAt(odd.span.start).line + 1,
      name,
    );
  }
  const unclear = unclearMention(bot, named.symbol, name);
  if (unclear) {
    return t(
      'In {0}, line {1}, "{2}" stands in a text that cannot be read because of a mistake in it. Mend it first, so that no place is missed.',
      baseNameOf(unclear.file.uri),
      unclear.file.syntax.lines.positionAt(unclear.span.start).line + 1,
      name,
    );
  }
  const broken = [...bot.files.values()].find((file) => isBroken(file) && mentions(file, name));
  return (
    broken &&
    t(
      '{0} mentions "{1}" but cannot be read because of a mistake in it. Mend that file first, so that no place is missed.',
      baseNameOf(broken.uri),
      name,
    )
  );
}

function isBroken(file: ProjectFile): boolean {
  return file.syntax.problems.length > 0;
}

function mentions(file: ProjectFile, name: string): boolean {
  return foldName(file.syntax.text).includes(foldName(name));
}

/** A new name that differs in case only collides with nothing but itself. */
function collision(bot: BotSnapshot, named: NamedPlace, newName: string): string | undefined {
  const parent = named.symbol === 'dialog' ? named.name.slice(0, named.name.indexOf('/') + 1) : '';
  const target = parent + newName;
  if (foldName(target) === foldName(named.name)) return undefined;
  const taken = bot.occurrences(named.symbol, target);
  const first = taken.find(({ role }) => role === 'definition') ?? taken[0];
  if (!first) return undefined;
  return t(
    '"{0}" is taken: see {1}, line {2}. Choose another name.',
    target,
    baseNameOf(first.file.uri),
    first.file.syntax.lines.positionAt(first.span.start).line + 1,
  );
}

/** Two occurrences can share a place (a YAML alias repeats what its anchor holds): it is changed once. */
function distinct(places: readonly PlacedOccurrence[]): readonly PlacedOccurrence[] {
  const seen = new Set<string>();
  return places.filter(({ file, span }) => {
    const key = `${span.start} ${span.end} ${file.uri}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** `book_train.intent.yaml` follows its intent, when it holds that definition only and the new name is free. */
function fileRename(
  bot: BotSnapshot,
  place: PlacedOccurrence,
  newName: string,
): readonly { readonly from: Uri; readonly to: Uri }[] {
  const { file, symbol } = place;
  if (place.role !== 'definition' || file.syntax.kind !== symbol || file.definitions.length !== 1) return [];
  const ending = `.${symbol}.yaml`;
  const base = baseNameOf(file.uri);
  if (!base.endsWith(ending) || foldName(base) !== foldName(place.name + ending)) return [];
  const to = joinUri(parentOf(file.uri), newName + ending);
  return to === file.uri || bot.files.has(to) ? [] : [{ from: file.uri, to }];
}

function textAt({ file, span }: FilePlace): string {
  return file.syntax.text.slice(span.start, span.end);
}
