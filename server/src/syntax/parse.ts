import { t } from '@vscode/l10n';
import type { YAMLParseError } from 'yaml';
import { checkText } from '../files/decode';
import type { FileProblem, FileReading } from '../files/fileSystem';
import { Lines } from '../text/lines';
import type { Span } from '../text/range';
import type { Uri } from '../text/uri';
import { withoutConsequences } from './consequences';
import { documentSpans } from './documentSpans';
import type { DocumentSpan } from './documentSpans';
import { SYNTAX_LIMITS } from './limits';
import type { SyntaxLimits } from './limits';
import { lineEnd, lineStart, skipBlanks, trimEnd } from './lineParts';
import { lower } from './lower';
import { ProblemList } from './problems';
import type { SyntaxCode } from './problems';
import { readYaml } from './readYaml';
import type { ReadingState } from './readYaml';
import type { FileKind, SyntaxDocument, SyntaxFile, SyntaxProblem } from './tree';
import { yamlMessage } from './yamlMessages';

/**
 * Parses one definition file. Pure; never throws. A document with mistakes keeps what could be understood of it and
 * leaves the others whole, so that language features go on working.
 */
export function parseFile(
  uri: Uri,
  kind: FileKind,
  reading: FileReading,
  limits: SyntaxLimits = SYNTAX_LIMITS,
): SyntaxFile {
  const checked = reading.ok ? checkText(reading.text) : reading;
  if (!checked.ok) return unreadable(uri, kind, checked.problem, checked.text ?? '');
  const { text } = checked;
  const lines = new Lines(text);
  const problems = new ProblemList(limits.problems);
  const state: ReadingState = { text, limits, problems, comments: [], entries: 0 };
  const documents: SyntaxDocument[] = [];
  for (const span of documentSpans(text)) {
    const document = readDocument(state, lines, span, documents.length);
    if (document) documents.push(document);
    if (state.entries > limits.entries) break;
  }
  if (documents.length === 0 && problems.count === 0) {
    problems.add('syntax/empty-document', { start: 0, end: 0 }, emptyMessage(kind));
  }
  return { uri, kind, text, lines, documents, comments: state.comments, problems: problems.list() };
}

function readDocument(
  state: ReadingState,
  lines: Lines,
  place: DocumentSpan,
  index: number,
): SyntaxDocument | undefined {
  const span = { start: place.start, end: place.end };
  const before = state.problems.count;
  const document = readYaml(state, place);
  if (!document) return state.problems.count > before ? { index, span, root: null } : undefined;
  reportErrors(state, lines, document.errors);
  const broken = document.errors.length > 0;
  const root = lower(document.contents, { text: state.text, lines, problems: state.problems, broken });
  const first = document.errors[0];
  if (first && state.problems.count === before) report(state, first);
  return root || state.problems.count > before ? { index, span, root } : undefined;
}

/** One problem per line: what follows on the same line follows from it. */
function reportErrors(state: ReadingState, lines: Lines, errors: readonly YAMLParseError[]): void {
  const told = new Set(state.problems.starts().map((start) => lines.positionAt(start).line));
  for (const error of withoutConsequences(errors, state.text, lines)) {
    if (state.problems.full) break;
    // These are told where the quote or bracket opens.
    if (/closing .quote|end with a [\]}]/.test(error.message)) continue;
    const { line } = lines.positionAt(error.pos[0]);
    if (told.has(line)) continue;
    told.add(line);
    report(state, error);
  }
}

function report({ text, problems }: ReadingState, error: YAMLParseError): void {
  const span = visibleSpan(text, error);
  problems.add('syntax/yaml', span, yamlMessage(error.code, error.message, excerptOf(text, span)));
}

/** Codes whose place is one character where the rest of the line is meant. */
const LINE_CODES: ReadonlySet<string> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY']);

/** At most the rest of the line; at a line's end the last character before it, so that there is something to underline. */
function visibleSpan(text: string, { code, pos: [from, to] }: YAMLParseError): Span {
  const atLine = LINE_CODES.has(code);
  const start = Math.max(0, Math.min(atLine ? skipBlanks(text, from) : from, text.length));
  const end = lineEnd(text, start);
  if (start < end)
    return { start, end: atLine ? trimEnd(text, start, end) : Math.max(start + 1, Math.min(to, end)) };
  return start > lineStart(text, start) ? { start: start - 1, end: start } : { start, end: start };
}

function excerptOf(text: string, span: Span): string {
  const excerpt = text.slice(span.start, span.end).trim();
  return excerpt.length > 40 ? `${excerpt.slice(0, 39)}…` : excerpt;
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
