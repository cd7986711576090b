import type { Comment, SyntaxFile } from '../../syntax/tree';

/** A comment on a line of its own, or behind something. */
export interface PlacedComment {
  /** As written, from `#` to the end of its line, without blanks there. */
  readonly source: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
  /** Nothing but blanks stands before it. */
  readonly alone: boolean;
  /** The blanks before it on its line. */
  readonly gap: string;
}

/** The comments of a file in their order, each handed out once, to what it speaks about. */
export class CommentQueue {
  readonly #comments: readonly PlacedComment[];
  #next = 0;

  constructor(file: SyntaxFile) {
    this.#comments = [...file.comments]
      .sort((a, b) => a.span.start - b.span.start)
      .map((comment) => placed(comment, file));
  }

  /** Comments on lines of their own before `offset`; with `column`, up to the first that stands further left. */
  alone(offset: number, column = 0): PlacedComment[] {
    const found: PlacedComment[] = [];
    for (let comment = this.#comments[this.#next]; comment; comment = this.#comments[this.#next]) {
      if (!comment.alone || comment.start >= offset || comment.column < column) break;
      found.push(comment);
      this.#next++;
    }
    return found;
  }

  /** The comment behind what stands on `line`, when it comes next, and before `limit`. */
  behind(line: number, limit = Number.POSITIVE_INFINITY): PlacedComment | undefined {
    const comment = this.#comments[this.#next];
    if (!comment || comment.alone || comment.line !== line || comment.start >= limit) return undefined;
    this.#next++;
    return comment;
  }

  /** Passes the comments within what is copied as it is. */
  skip(start: number, end: number): void {
    for (let comment = this.#comments[this.#next]; comment; comment = this.#comments[this.#next]) {
      if (comment.start < start || comment.start >= end) return;
      this.#next++;
    }
  }

  /** True when a comment before `offset` has not been handed out: it stands where nothing asks for one. */
  waitsBefore(offset: number): boolean {
    const comment = this.#comments[this.#next];
    return comment !== undefined && comment.start < offset;
  }
}

function placed({ span }: Comment, { text, lines }: SyntaxFile): PlacedComment {
  const { line, character } = lines.positionAt(span.start);
  const before = text.slice(span.start - character, span.start);
  const gap = /[ \t]*$/.exec(before)?.[0] ?? '';
  return {
    source: text.slice(span.start, span.end).trimEnd(),
    start: span.start,
    line,
    column: character,
    alone: gap.length === before.length,
    gap,
  };
}
