import type { Lines } from '../text/lines';
import type { Span } from '../text/range';
import type { Uri } from '../text/uri';
import type { FileProblem } from '../files/fileSystem';

/**
 * Our own, small syntax tree. Rules and features never see the YAML library, so that they can hold positions without
 * its tokens and so that the parser can be exchanged.
 */
export type SyntaxNode = MapNode | ListNode | ScalarNode;

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

export interface ScalarNode {
  readonly kind: 'scalar';
  /** The text as a person wrote it: `9`, `yes`, `1.10` and `null` are strings here. Quotes and escapes are resolved. */
  readonly text: string;
  /** What YAML 1.2 (core schema) makes of it, for positions where the format asks for a number or a boolean. */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** The whole scalar, quotes or block header included. */
  readonly span: Span;
  /** The text inside: without quotes; for block scalars the lines of content with their indentation. */
  readonly content: Span;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Null when nothing stands behind the colon (or what stands there is refused, and among the problems). */
  readonly value: SyntaxNode | null;
  /** From the key to the end of the value, or behind the colon when there is none. */
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly style: 'block' | 'flow';
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly (SyntaxNode | null)[];
  readonly style: 'block' | 'flow';
  readonly span: Span;
}

export interface Comment {
  /** Text behind `#`, trimmed. */
  readonly text: string;
  readonly span: Span;
}

/** A mistake that the parser itself sees. `code` is the finding's code (`syntax/…`). */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** One `---` document. Documents that hold nothing but comments are left out. */
export interface SyntaxDocument {
  /** Place among the documents of the file, from 0. */
  readonly index: number;
  /** From behind its separator to the next one. */
  readonly span: Span;
  /** Null when the document could not be read at all; the reason is among the problems. */
  readonly root: SyntaxNode | null;
}

export type FileKind = 'bot' | 'intent' | 'entity' | 'flow' | 'test';

/** A file as parsed. When `problems` is not empty the documents may be incomplete, and no other rule speaks about them. */
export interface SyntaxFile {
  readonly uri: Uri;
  readonly kind: FileKind;
  readonly text: string;
  readonly lines: Lines;
  readonly documents: readonly SyntaxDocument[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** Set when the file could not be read; then there is no document, and text only when it could be decoded. */
  readonly unreadable?: FileProblem;
}
