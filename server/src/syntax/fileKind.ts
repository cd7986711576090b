import { definitionKindOf } from '../files/definitionNames';
import { baseNameOf } from '../text/uri';
import type { Uri } from '../text/uri';
import type { FileKind } from './tree';

/** The kind of definition file that `uri` is by its name; undefined when its name says that it is none. */
export function fileKindOf(uri: Uri): FileKind | undefined {
  return definitionKindOf(baseNameOf(uri));
}
