import { relative } from 'node:path';
import type { ConversationTest } from '../../model/definitions';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import type { Coverage } from '../../testing/coverage';
import type { Failure, TestResult } from '../../testing/result';
import { pathOf } from '../../text/uri';
import type { Terminal } from '../terminal';

/** What the conversation tests of one bot came to. */
export interface BotReport {
  readonly bot: BotSnapshot;
  readonly results: readonly TestResult[];
  /** Milliseconds that each test took, in the order of the results. */
  readonly durations: readonly number[];
  /** When it was asked for. */
  readonly coverage?: Coverage;
}

export type TestReporter = (terminal: Terminal, reports: readonly BotReport[]) => void;

/** A file as a person in the current folder names it. */
export function pathFrom(terminal: Terminal, { file }: Pick<Placed<ConversationTest>, 'file'>): string {
  return relative(terminal.cwd, pathOf(file.uri));
}

/** Line and column of something in a file, from 1 as people and editors count them. */
export function placeOf(
  { file }: Pick<Placed<ConversationTest>, 'file'>,
  { span }: Pick<Failure, 'span'>,
): { readonly line: number; readonly column: number } {
  const { line, character } = file.syntax.lines.positionAt(span.start);
  return { line: line + 1, column: character + 1 };
}
