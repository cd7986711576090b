import type { ErrorObject } from 'ajv';
import { identityOf } from '../syntax/entryIdentity';
import type { EntryIdentity } from '../syntax/entryIdentity';
import type { FileKind, MapEntry, MapNode } from '../syntax/tree';

/** Dialogs without a mistake. Whether one has any depends on nothing but itself, so it is asked once per content. */
const valid = new WeakSet<EntryIdentity>();

/** A flow's document without the dialogs that are known to be valid; any other document as it is. */
export function withoutValidDialogs(root: MapNode, kind: FileKind): MapNode {
  const dialogs = dialogsOf(root, kind);
  if (!dialogs) return root;
  // The first one stays, so that a map that holds something does not become one that holds nothing.
  const left = dialogs.entries.filter((entry, index) => index === 0 || !isKnown(entry));
  if (left.length === dialogs.entries.length) return root;
  const entries = root.entries.map((entry) =>
    entry.value === dialogs ? { ...entry, value: { ...dialogs, entries: left } } : entry,
  );
  return { ...root, entries };
}

/** Takes note of the dialogs of a document that a validator has no error about. */
export function keepValidDialogs(root: MapNode, kind: FileKind, errors: readonly ErrorObject[]): void {
  const broken = new Set<string>();
  for (const { instancePath } of errors) {
    const [, place, name] = instancePath.split('/');
    if (place !== 'dialogs') continue;
    if (name === undefined) return; // about the map itself, or one of its keys
    broken.add(name.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  for (const entry of dialogsOf(root, kind)?.entries ?? []) {
    const identity = identityOf(entry);
    if (identity && !broken.has(entry.key.text)) valid.add(identity);
  }
}

function isKnown(entry: MapEntry): boolean {
  const identity = identityOf(entry);
  return identity !== undefined && valid.has(identity);
}

function dialogsOf(root: MapNode, kind: FileKind): MapNode | undefined {
  const value = kind === 'flow' ? root.entries.find(({ key }) => key.text === 'dialogs')?.value : undefined;
  return value?.kind === 'map' ? value : undefined;
}
