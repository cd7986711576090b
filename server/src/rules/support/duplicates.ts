import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Located } from '../../text/range';
import type { CheckContext } from '../engine/lookups';
import { flowsIn } from '../facts/flows';
import { type DefinedKind, definitions } from '../facts/names';

interface NamedPlace {
  readonly file: ProjectFile;
  readonly name: Located;
}

/** A definition of the checked file whose name, with case folded, is taken by an earlier one. */
export interface NameClash {
  readonly kind: DefinedKind;
  readonly later: Located;
  readonly earlier: NamedPlace;
  /** False when the names differ by case. */
  readonly exact: boolean;
}

/**
 * Every definition of a file that shares its name with an earlier one of the bot. Dialogs are compared within one flow
 * definition: of a flow that is defined twice, the dialogs are not told again.
 */
export function* nameClashes(file: ProjectFile, context: CheckContext): Iterable<NameClash> {
  for (const kind of ['intent', 'entity', 'flow'] as const) {
    const own = namesIn(file, kind);
    yield* clashesAmong(kind, file, own, (key) => earlierPlaces(file, context, kind, key));
  }
  for (const { dialogs } of flowsIn(file)) {
    yield* clashesAmong(
      'dialog',
      file,
      dialogs.map(({ name }) => name),
      () => [],
    );
  }
}

function* clashesAmong(
  kind: DefinedKind,
  file: ProjectFile,
  own: readonly Located[],
  before: (key: string) => readonly NamedPlace[],
): Iterable<NameClash> {
  const seen = new Map<string, NamedPlace[]>();
  for (const later of own) {
    const key = foldName(later.value);
    const earlier = seen.get(key) ?? [...before(key)];
    seen.set(key, earlier);
    const same = earlier.find(({ name }) => name.value === later.value);
    const other = same ?? earlier[0];
    if (other) yield { kind, later, earlier: other, exact: same !== undefined };
    earlier.push({ file, name: later });
  }
}

/** The first place of each way to write the name, in files before this one. */
function earlierPlaces(
  file: ProjectFile,
  context: CheckContext,
  kind: Exclude<DefinedKind, 'dialog'>,
  key: string,
): readonly NamedPlace[] {
  const found = new Map<string, NamedPlace>();
  for (const { uri, value } of context.look(definitions[kind], key)) {
    if (uri >= file.uri) break;
    if (value.every((name) => found.has(name))) continue;
    const other = context.open(uri);
    for (const name of other ? namesIn(other, kind) : []) {
      if (other && foldName(name.value) === key && !found.has(name.value)) {
        found.set(name.value, { file: other, name });
      }
    }
  }
  return [...found.values()];
}

function namesIn(file: ProjectFile, kind: Exclude<DefinedKind, 'dialog'>): readonly Located[] {
  return file.definitions.flatMap((item) => (item.kind === kind ? [item.name] : []));
}
