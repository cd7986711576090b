import { relativePath } from '../text/uri';
import type { Uri } from '../text/uri';

/** What a definition file holds, by its name. */
export type DefinitionKind = 'bot' | 'intent' | 'entity' | 'flow' | 'test';

const ENDINGS: readonly (readonly [ending: string, kind: DefinitionKind])[] = [
  ['.intent.yaml', 'intent'],
  ['.entity.yaml', 'entity'],
  ['.flow.yaml', 'flow'],
  ['.bottest.yaml', 'test'],
];

/** The kind of definition file that bears `name` (the last segment of its path); undefined when it is none. */
export function definitionKindOf(name: string): DefinitionKind | undefined {
  if (name === 'bot.yaml') return 'bot';
  return ENDINGS.find(([ending]) => name.endsWith(ending) && name.length > ending.length)?.[1];
}

/** Folders that are never searched: other people's packages, git's own files, and what tools hide behind a dot. */
export function isSkippedFolder(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.');
}

/** True when a search of `folder` goes through the folder at `inner`, which may be the same. */
export function isSearchedIn(folder: Uri, inner: Uri): boolean {
  return inner === folder || relativePath(folder, inner)?.split('/').some(isSkippedFolder) === false;
}

/** True when a search of `folder` would find a definition file at `file`. */
export function isFoundIn(folder: Uri, file: Uri): boolean {
  const segments = relativePath(folder, file)?.split('/');
  const name = segments?.pop();
  return name !== undefined && definitionKindOf(name) !== undefined && !segments?.some(isSkippedFolder);
}
