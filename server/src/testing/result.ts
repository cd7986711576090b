import type { ConversationTest } from '../model/definitions';
import type { Placed } from '../project/snapshot';
import type { Span } from '../text/range';
import type { Reached } from './coverage';

/** One thing that a test expected and did not get, at its place in the test's file. */
export interface Failure {
  readonly span: Span;
  /** A translated sentence. */
  readonly message: string;
  /** Set together, where one can be held against the other. */
  readonly expected?: string;
  readonly actual?: string;
}

/** A line of the conversation as it went. */
export interface TranscriptLine {
  readonly who: 'user' | 'bot' | 'service';
  readonly text: string;
}

export interface TestResult {
  readonly test: Placed<ConversationTest>;
  /** In the order of the file; empty when the test passed. Those of the first turn that went wrong only. */
  readonly failures: readonly Failure[];
  readonly transcript: readonly TranscriptLine[];
  readonly reached: Reached;
}

export function passed({ failures }: TestResult): boolean {
  return failures.length === 0;
}
