import type { FileSystem } from '../files/fileSystem';
import { fileKindOf } from '../syntax/fileKind';
import { atOnce } from '../text/inPieces';
import type { Uri } from '../text/uri';
import { DealtOut, dealtOut } from './layout';
import type { ProjectSnapshot } from './snapshot';
import { TextFile } from './textFile';

/** Reads the folders once and returns what is there. Each file is parsed when somebody first looks into it. */
export function snapshotOf(fileSystem: FileSystem, folders: readonly Uri[]): ProjectSnapshot {
  const files = new Map<Uri, TextFile>();
  for (const uri of folders.flatMap((folder) => fileSystem.definitionFiles(folder))) {
    const kind = fileKindOf(uri);
    if (!kind || files.has(uri)) continue;
    const reading = fileSystem.read(uri);
    // It was there when the folder was listed.
    if (!reading.ok && reading.problem.reason === 'missing') continue;
    files.set(uri, new TextFile(uri, kind, reading));
  }
  const { bots, orphans } = atOnce(dealtOut(files));
  return new DealtOut(bots, orphans);
}
