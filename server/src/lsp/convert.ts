import { t } from '@vscode/l10n';
import {
  type CodeAction,
  CodeActionKind,
  type CreateFile,
  type DeleteFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type RenameFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CodeAction as FeatureAction } from '../features/codeActions';
import type { Diagnostic as FeatureDiagnostic } from '../features/diagnostics';
import type { FilePlace } from '../features/place';
import type { Renaming } from '../features/rename';
import type { ProjectFile } from '../project/snapshot';
import { LIVE_SCHEME } from '../protocol';
import type { FileChange, Severity } from '../rules/rule';
import type { Range, Span } from '../text/range';
import type { Uri } from '../text/uri';

/** What conversion needs to know of the client and its open documents. */
export interface ConversionContext {
  /** The address as the client writes it: open documents keep theirs, others are in normal form. */
  clientUri(uri: Uri): string;
  /** Version of an open document; null for a file that is not open. */
  versionOf(uri: Uri): number | null;
  /** The file of that address in the snapshot that the changes were computed on. */
  file(uri: Uri): ProjectFile | undefined;
  /** The client applies versioned edits; without it edits travel as a plain map. */
  readonly documentChanges: boolean;
  readonly resourceOperations: ReadonlySet<string>;
  /** The client can open files of LIVE. */
  readonly opensLive: boolean;
}

export function rangeOf(file: ProjectFile, span: Span): Range {
  return file.lines.rangeOf(span);
}

export function locationOf({ file, span }: FilePlace, context: ConversionContext): Location {
  return { uri: context.clientUri(file.uri), range: rangeOf(file, span) };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

export function toDiagnostic(item: FeatureDiagnostic, context: ConversionContext): Diagnostic {
  const related = item.related.filter(({ uri }) => context.opensLive || !uri.startsWith(`${LIVE_SCHEME}:`));
  return {
    range: item.range,
    severity: SEVERITIES[item.severity],
    code: item.code,
    ...(item.page !== undefined && { codeDescription: { href: item.page } }),
    source: 'botlane',
    message: item.message,
    ...(item.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ uri, range, message }) => ({
        location: { uri: context.clientUri(uri), range },
        message,
      })),
    }),
  };
}

/** Undefined when the client cannot do what the fix needs (create or delete a file). */
export function toCodeAction(
  { fix, preferred }: FeatureAction,
  diagnostic: Diagnostic,
  context: ConversionContext,
): CodeAction | undefined {
  const edit = workspaceEditOf(fix.changes, context);
  if (!edit) return undefined;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: preferred,
    edit,
  };
}

type DocumentChange = TextDocumentEdit | CreateFile | RenameFile | DeleteFile;

/** Undefined when the client cannot do what the changes need. */
export function workspaceEditOf(
  changes: readonly FileChange[],
  context: ConversionContext,
): WorkspaceEdit | undefined {
  const converted: DocumentChange[] = [];
  for (const change of changes) {
    const made = documentChangesOf(change, context);
    if (!made) return undefined;
    converted.push(...made);
  }
  return assemble(converted, context);
}

function documentChangesOf(change: FileChange, context: ConversionContext): DocumentChange[] | undefined {
  const uri = context.clientUri(change.uri);
  switch (change.kind) {
    case 'edit': {
      const file = context.file(change.uri);
      if (!file) return undefined;
      const edits = change.edits.map(({ span, newText }) => ({ range: rangeOf(file, span), newText }));
      return [documentEdit(change.uri, edits, context)];
    }
    case 'create': {
      if (!context.resourceOperations.has('create')) return undefined;
      const start = { line: 0, character: 0 };
      return [
        { kind: 'create', uri, options: { ignoreIfExists: false, overwrite: false } },
        documentEdit(change.uri, [{ range: { start, end: start }, newText: change.text }], context),
      ];
    }
    case 'delete':
      if (!context.resourceOperations.has('delete')) return undefined;
      return [{ kind: 'delete', uri }];
  }
}

/** Edits before files are renamed: the edits name the files as they are now. */
export function renameEditOf(renaming: Renaming, context: ConversionContext): WorkspaceEdit {
  const byFile = new Map<Uri, TextEdit[]>();
  for (const { file, span, newText } of renaming.edits) {
    const edits = byFile.get(file.uri) ?? [];
    edits.push({ range: rangeOf(file, span), newText });
    byFile.set(file.uri, edits);
  }
  const changes: DocumentChange[] = [...byFile].map(([uri, edits]) => documentEdit(uri, edits, context));
  if (context.resourceOperations.has('rename')) {
    for (const { from, to } of renaming.files) {
      changes.push({ kind: 'rename', oldUri: context.clientUri(from), newUri: to });
    }
  }
  return assemble(changes, context);
}

function documentEdit(uri: Uri, edits: TextEdit[], context: ConversionContext): TextDocumentEdit {
  return { textDocument: { uri: context.clientUri(uri), version: context.versionOf(uri) }, edits };
}

function assemble(changes: readonly DocumentChange[], context: ConversionContext): WorkspaceEdit {
  if (context.documentChanges) return { documentChanges: [...changes] };
  const plain: Record<string, TextEdit[]> = {};
  for (const change of changes) {
    if (!('edits' in change)) continue;
    const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    plain[change.textDocument.uri] = [...(plain[change.textDocument.uri] ?? []), ...edits];
  }
  return { changes: plain };
}

/** What went wrong, for the log. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return error.stack ?? error.message;
  return t('unknown reason: {0}', String(error));
}
