import type { ProjectSnapshot } from '../../project/snapshot';
import type { Finding, Fix } from '../../rules/rule';
import type { Terminal } from '../terminal';

/** A rule that threw; its findings are missing. */
export interface Crash {
  readonly code: string;
  readonly reason: string;
}

/** What `botlane check` found out. */
export interface CheckReport {
  readonly project: ProjectSnapshot;
  /** In stable order: address, place, code. */
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
  /** The fix that may be made without asking; undefined when there is none. */
  readonly safeFixOf: (finding: Finding) => Fix | undefined;
}

/** Prints a report in one format. */
export type Reporter = (terminal: Terminal, report: CheckReport) => void;
