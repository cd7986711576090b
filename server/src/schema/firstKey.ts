import { t } from '@vscode/l10n';
import type { FileKind, MapNode, SyntaxDocument } from '../syntax/tree';
import { FILE_KINDS, schemaOf } from './registry';
import type { SchemaProblem } from './schemaProblem';

/** Why a document is not one of its file's kind at all; then nothing else is said about it. */
export function wrongDocument(document: SyntaxDocument, kind: FileKind): SchemaProblem | undefined {
  const { root } = document;
  // The parser reports empty documents.
  if (root === null) return undefined;
  if (root.kind !== 'map') {
    const first = root.kind === 'list' ? { start: root.span.start, end: root.span.start + 1 } : root.span;
    return {
      code: 'schema/wrong-type',
      message: t("A document of this file starts with '{0}:' and a name, and goes on with other keys.", kind),
      span: first,
    };
  }
  return wrongKind(root, kind);
}

function wrongKind(root: MapNode, kind: FileKind): SchemaProblem | undefined {
  if (root.entries.some(({ key }) => key.text === kind)) return undefined;
  const own = schemaOf(kind);
  const other = root.entries.find(
    ({ key }) => FILE_KINDS.some((name) => name === key.text) && !own.key(key.text),
  );
  if (!other) return undefined;
  const found = other.key.text;
  return {
    code: 'schema/required-key',
    message:
      found === 'bot'
        ? t(
            "'{0}' is missing: this document is a '{1}', which belongs in a file named bot.yaml.",
            kind,
            found,
          )
        : t(
            "'{0}' is missing: this document is a '{1}', which belongs in a file whose name ends with .{2}.yaml.",
            kind,
            found,
            found === 'test' ? 'bottest' : found,
          ),
    span: other.key.span,
  };
}

/** The key of the kind comes first, so that people and tools see at once what a document is. */
export function misplacedKindKey(root: MapNode, kind: FileKind): SchemaProblem | undefined {
  const at = root.entries.findIndex(({ key }) => key.text === kind);
  const entry = root.entries[at];
  if (at <= 0 || !entry) return undefined;
  return {
    code: 'schema/invalid-value',
    message: t("'{0}' must be the first key of the document.", kind),
    span: entry.key.span,
  };
}
