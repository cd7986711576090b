import { baseNameOf } from '../text/uri';
import type { Uri } from '../text/uri';
import type { FileKind } from './tree';

const ENDINGS: readonly (readonly [ending: string, kind: FileKind])[] = [
  ['.intent.yaml', 'intent'],
  ['.entity.yaml', 'entity'],
  ['.flow.yaml', 'flow'],
  ['.bottest.yaml', 'test'],
];

/** The kind of definition file that `uri` is by its name; undefined when its name says that it is none. */
export function fileKindOf(uri: Uri): FileKind | undefined {
  return fileKindOfName(baseNameOf(uri));
}

/** The same for a bare file name. */
export function fileKindOfName(name: string): FileKind | undefined {
  if (name === 'bot.yaml') return 'bot';
  return ENDINGS.find(([ending]) => name.endsWith(ending) && name.length > ending.length)?.[1];
}
