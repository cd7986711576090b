import { t } from '@vscode/l10n';
import { checkText } from '../files/decode';
import type { FileProblem, FileReading } from '../files/fileSystem';
import { changeBetween } from '../text/change';
import { Lines } from '../text/lines';
import type { Uri } from '../text/uri';
import { documentSpans } from './documentSpans';
import { SYNTAX_LIMITS } from './limits';
import type { SyntaxLimits } from './limits';
import { ProblemList } from './problems';
import type { SyntaxCode } from './problems';
import { readDocument } from './readDocument';
import type { ReadingState } from './readingState';
import type { FileKind, SyntaxDocument, SyntaxFile, SyntaxProblem } from './tree';
import { EarlierUnits, keepUnits } from './units';

/**
 * Parses one definition file. Pure; never throws. A document with mistakes keeps what could be understood of it and
 * leaves the others whole, so that language features go on working.
 *
 * @param previous The file as it was parsed with the same limits before an edit: what the edit left alone is taken over. The
 * result is the same without it, only later.
 */
export function parseFile(
  uri: Uri,
  kind: FileKind,
  reading: FileReading,
  previous?: SyntaxFile,
  limits: SyntaxLimits = SYNTAX_LIMITS,
): SyntaxFile {
  const checked = reading.ok ? checkText(reading.text) : reading;
  if (!checked.ok) return unreadable(uri, kind, checked.problem, checked.text ?? '');
  const { text } = checked;
  const change = previous && !previous.unreadable ? changeBetween(previous.text, text) : undefined;
  const problems = new ProblemList(limits.problems);
  const state: ReadingState = {
    text,
    lines: previous && change ? previous.lines.changed(text, change) : new Lines(text),
    limits,
    problems,
    comments: [],
    earlier: previous && change && EarlierUnits.of(previous, change),
    units: [],
    entries: 0,
  };
  const documents: SyntaxDocument[] = [];
  for (const span of documentSpans(text)) {
    const document = readDocument(state, span, documents.length);
    if (document) documents.push(document);
    if (state.entries > limits.entries) break;
  }
  if (documents.length === 0 && problems.count === 0) {
    problems.add('syntax/empty-document', { start: 0, end: 0 }, emptyMessage(kind));
  }
  const { lines, comments, units } = state;
  const file = { uri, kind, text, lines, documents, comments, problems: problems.list() };
  keepUnits(file, units);
  return file;
}

function unreadable(uri: Uri, kind: FileKind, problem: FileProblem, text: string): SyntaxFile {
  const start = Math.min(problem.offset ?? 0, text.length);
  const finding: SyntaxProblem = {
    code: codeOf(problem),
    message: problem.message,
    span: { start, end: Math.min(start + 1, text.length) },
  };
  return {
    uri,
    kind,
    text,
    lines: new Lines(text),
    documents: [],
    comments: [],
    problems: [finding],
    unreadable: problem,
  };
}

function codeOf({ reason }: FileProblem): SyntaxCode {
  if (reason === 'too-large') return 'syntax/too-large';
  if (reason === 'not-utf-8' || reason === 'control-character') return 'syntax/encoding';
  return 'syntax/unreadable';
}

function emptyMessage(kind: FileKind): string {
  return t("This file is empty: start it with '{0}: ' and a name.", kind);
}
