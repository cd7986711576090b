import { foldName } from '../model/occurrence';
import type { BotSnapshot, PlacedOccurrence, ProjectFile } from '../project/snapshot';
import { baseNameOf, isWithin, type Uri } from '../text/uri';
import { type Refusal, rename, type Renaming } from './rename';

/**
 * What else changes when a file is renamed by hand: the one definition that it is named after gets the new name,
 * everywhere. Undefined when the file is not named after its definition, or only moves to another folder.
 */
export function renameWithFile(bot: BotSnapshot, file: ProjectFile, to: Uri): Renaming | Refusal | undefined {
  const [definition, ...others] = file.definitions;
  const ending = `.${file.syntax.kind}.yaml`;
  if (!definition || others.length > 0 || !baseNameOf(to).endsWith(ending)) return undefined;
  if (foldName(baseNameOf(file.uri)) !== foldName(definition.name.value + ending)) return undefined;
  const newName = baseNameOf(to).slice(0, -ending.length);
  if (newName === definition.name.value) return undefined;
  const result = rename(bot, file, definition.name.span.start, newName);
  return 'refused' in result ? result : { edits: result.edits, files: [] };
}

/** The definition files of a bot that go when these files and folders are deleted. */
export function goingFiles(bot: BotSnapshot, deleted: readonly Uri[]): readonly ProjectFile[] {
  return [...bot.files.values()].filter(({ uri }) => deleted.some((one) => isWithin(one, uri)));
}

/**
 * What would refer to nothing when these files and folders are deleted: references, in files that stay, to what is
 * defined in none of them.
 */
export function leftBehind(bot: BotSnapshot, deleted: readonly Uri[]): readonly PlacedOccurrence[] {
  const going = goingFiles(bot, deleted);
  const goes = new Set(going.map(({ uri }) => uri));
  const seen = new Set<string>();
  return going.flatMap(({ occurrences }) =>
    occurrences.flatMap(({ symbol, name, role }) => {
      const key = `${symbol} ${foldName(name)}`;
      if (role !== 'definition' || seen.has(key)) return [];
      seen.add(key);
      const staying = bot.occurrences(symbol, name).filter(({ file }) => !goes.has(file.uri));
      return staying.some((place) => place.role === 'definition') ? [] : staying;
    }),
  );
}
