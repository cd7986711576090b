import type { FileKind, MapNode, SyntaxDocument, SyntaxFile } from '../syntax/tree';
import type { Definition } from './definitions';
import { lowerBot } from './lowerBot';
import { lowerEntity } from './lowerEntity';
import { lowerFlow } from './lowerFlow';
import { lowerIntent } from './lowerIntent';
import { lowerTest } from './lowerTest';

type Lower = (document: SyntaxDocument, root: MapNode, fileText: string) => Definition | undefined;

const LOWER: Readonly<Record<FileKind, Lower>> = {
  bot: lowerBot,
  intent: lowerIntent,
  entity: lowerEntity,
  flow: lowerFlow,
  test: lowerTest,
};

/** The definitions of a file, in its order. A document without its kind's key defines nothing. */
export function lowerFile(file: SyntaxFile): readonly Definition[] {
  const lower = LOWER[file.kind];
  return file.documents.flatMap((document) =>
    document.root?.kind === 'map' ? (lower(document, document.root, file.text) ?? []) : [],
  );
}
