import { t } from '@vscode/l10n';
import { literalLines, sourceOffset, spanInScalar } from '../syntax/scalarMap';
import type { ScalarNode } from '../syntax/tree';
import type { Span } from '../text/range';
import type { Annotation, Expression } from './definitions';

/** Where a stretch of one line stands in the file. */
type Locate = (start: number, end: number) => Span;

/** The expressions of a scalar: one per line that is not blank. */
export function parseExpressions(node: ScalarNode, fileText: string): readonly Expression[] {
  const expressions: Expression[] = [];
  const starts = literalLines(node, fileText);
  for (let from = 0, index = 0; from <= node.text.length; index++) {
    const newline = node.text.indexOf('\n', from);
    const end = newline < 0 ? node.text.length : newline;
    const line = node.text.slice(from, end);
    const source = line.trim();
    if (source !== '') {
      const indent = line.length - line.trimStart().length;
      const start = starts?.[index];
      expressions.push(
        parseExpression(
          source,
          start === undefined ? locator(node, fileText, from + indent, source) : verbatim(start + indent),
        ),
      );
    }
    from = end + 1;
  }
  return expressions;
}

/** A line that stands in the file as it is, the usual case, is looked up once; one with escapes or folds part by part. */
function locator(node: ScalarNode, fileText: string, base: number, source: string): Locate {
  const at = sourceOffset(node, fileText, base);
  return at !== undefined && fileText.startsWith(source, at)
    ? verbatim(at)
    : (start, end) => spanInScalar(node, fileText, base + start, base + end);
}

function verbatim(at: number): Locate {
  return (start, end) => ({ start: at + start, end: at + end });
}

/** Reads one line: `[text](entity)` and `[text](entity:variable)` are annotations, `\[` and `\]` are brackets. */
export function parseExpression(source: string, locate: Locate): Expression {
  const span = locate(0, source.length);
  if (!/[[\\]/.test(source)) return { source, plain: source, annotations: NONE, span, problems: NONE };
  const annotations: Annotation[] = [];
  const problems: { message: string; span: Span }[] = [];
  // Whole stretches: texts that grow sign by sign take far more memory than what they say.
  const plain: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    plain.push(text);
    length += text.length;
  };
  let from = 0;
  for (let at = nextSign(source, 0); at < source.length; at = nextSign(source, at)) {
    if (isEscape(source, at)) {
      add(source.slice(from, at));
      add(source.charAt(at + 1));
      from = at += 2;
      continue;
    }
    const found = source[at] === '[' ? annotationAt(source, at) : undefined;
    if (typeof found === 'object') {
      add(source.slice(from, at));
      annotations.push(placed(found, at, length, locate));
      add(found.text);
      from = at = found.end;
      continue;
    }
    if (found !== undefined) problems.push({ message: found, span: locate(at, at + 1) });
    at++;
  }
  add(source.slice(from));
  return { source, plain: plain.join(''), annotations, span, problems };
}

/** Where the next sign stands that may be more than itself; the end when there is none. */
function nextSign(source: string, from: number): number {
  SIGN.lastIndex = from;
  return SIGN.exec(source)?.index ?? source.length;
}

const SIGN = /[[\\]/g;

const NONE: readonly never[] = [];

interface Found {
  readonly text: string;
  readonly textEnd: number;
  readonly entity: string;
  readonly variable: string | undefined;
  readonly end: number;
}

const TARGET = /\(([A-Za-z][A-Za-z0-9_.-]*)(?::([A-Za-z][A-Za-z0-9_]*))?\)/y;

/** The annotation that starts at `start`, or why there is none. */
function annotationAt(source: string, start: number): Found | string {
  let at = start + 1;
  let escapes = 0;
  for (; at < source.length && source[at] !== ']'; at++) {
    if (isEscape(source, at)) {
      at++;
      escapes++;
    } else if (source[at] === '[') break;
  }
  if (source[at] !== ']') {
    return t("This '[' opens an annotation that no ']' closes. Write '\\[' for a bracket.");
  }
  const written = source.slice(start + 1, at);
  const text = escapes === 0 ? written : written.replace(/\\([[\]])/g, '$1');
  if (text.trim() === '') return t('This annotation has no text between its brackets.');
  TARGET.lastIndex = at + 1;
  const target = TARGET.exec(source);
  if (!target) {
    return t(
      "An annotation is written [text](entity) or [text](entity:variable). Write '\\[' for a bracket.",
    );
  }
  const [, entity = '', variable] = target;
  return { text, textEnd: at, entity, variable, end: TARGET.lastIndex };
}

function placed(found: Found, start: number, plainStart: number, locate: Locate): Annotation {
  const entityStart = found.textEnd + 2;
  const entityEnd = entityStart + found.entity.length;
  return {
    text: { value: found.text, span: locate(start + 1, found.textEnd) },
    entity: { value: found.entity, span: locate(entityStart, entityEnd) },
    ...(found.variable !== undefined && {
      variable: {
        value: found.variable,
        span: locate(entityEnd + 1, entityEnd + 1 + found.variable.length),
      },
    }),
    plain: { start: plainStart, end: plainStart + found.text.length },
    span: locate(start, found.end),
  };
}

function isEscape(source: string, at: number): boolean {
  return source[at] === '\\' && (source[at + 1] === '[' || source[at + 1] === ']');
}
