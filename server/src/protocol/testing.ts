import type { Range } from '../text/range';
import type { Uri } from '../text/uri';
import type { Notification, Request } from './connection';
import type { Place } from './views';

/** A test by its file and name; `nth` tells tests of one name in a file apart, from 0. */
export interface TestId {
  readonly uri: Uri;
  readonly name: string;
  readonly nth: number;
}

export interface RunTestsParams {
  readonly bot: Uri;
  /** All tests of the bot when absent. */
  readonly tests?: readonly TestId[];
  /** Goes back with every `TestProgressNotification` of this run. */
  readonly run: string;
}

export interface TestFailureView extends Place {
  readonly message: string;
  /** Set together, where one can be held against the other. */
  readonly expected?: string;
  readonly actual?: string;
}

export type TestProgress =
  /** What is not trained is trained first. */
  | { readonly kind: 'training'; readonly run: string; readonly percentage: number }
  | { readonly kind: 'started'; readonly run: string; readonly test: TestId }
  | {
      readonly kind: 'finished';
      readonly run: string;
      readonly test: TestId;
      /** Milliseconds. */
      readonly duration: number;
      /** Empty when it passed. */
      readonly failures: readonly TestFailureView[];
      /** The conversation as it went, a line per message. */
      readonly conversation: readonly string[];
    };

/** Sent while tests run. */
export const TestProgressNotification: Notification<TestProgress> = { method: 'botlane/testProgress' };

/** What tests came through in a file of intents or flows. */
export interface CoverageView {
  readonly uri: Uri;
  readonly definitions: readonly {
    readonly name: string;
    readonly range: Range;
    /** How many of the tests that ran came through. */
    readonly tests: number;
    readonly branches: readonly { readonly range: Range; readonly reached: boolean }[];
  }[];
}

export type RunTestsOutcome =
  | {
      readonly kind: 'ran';
      readonly passed: number;
      readonly failed: number;
      /** Every test of the bot ran: what the coverage does not reach, no test does. */
      readonly complete: boolean;
      /** Of the draft that was tested; see `BotState`. */
      readonly revision: number;
      readonly coverage: readonly CoverageView[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Runs conversation tests of the draft as it stands in the editor. Obeys request cancellation. */
export const RunTestsRequest: Request<RunTestsParams, RunTestsOutcome> = { method: 'botlane/runTests' };
