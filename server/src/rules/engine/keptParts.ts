import type { ProjectFile } from '../../project/snapshot';
import { lastingIdentityOf } from '../../syntax/entryIdentity';
import type { EntryIdentity } from '../../syntax/entryIdentity';
import type { FilePart } from '../part';
import type { PartRule, Report, Rule } from '../rule';
import type { Asked } from './recorder';

type Reports = ReadonlyMap<PartRule, readonly Report[]>;

/** What every rule said about a part. */
interface Kept {
  readonly flow: string;
  /** Where the part stood. */
  readonly start: number;
  readonly reports: Reports;
}

/** Questions of parts that are gone pile up: beyond this many, and twice what is needed, all are asked anew. */
const MOST_QUESTIONS = 2_000;

/**
 * What was said about the parts of a file that somebody edits, for as long as the parts stay what they are. Who asks
 * what for them is asked by this, apart from the questions about the file, which are new after every edit.
 */
export class KeptParts<Owner> {
  /** Whose parts they are. */
  readonly owner: Owner;
  /** What was asked about the parts that are kept, and about some that are gone. */
  readonly asked: Asked[] = [];
  /** Rules that were given an answer which is another one now: what they said does not count. */
  readonly stale = new Set<Rule>();
  #parts: ReadonlyMap<EntryIdentity, Kept> = new Map();
  /** The file to which what is kept points. */
  #file: ProjectFile | undefined;
  #needed = 0;

  constructor(owner: Owner) {
    this.owner = owner;
  }

  /** What is known about a part, as it would be said where the part stands now. */
  known({ entry, file, flow }: FilePart): Reports | undefined {
    const kept = entry && this.#parts.get(lastingIdentityOf(entry));
    if (kept?.flow !== flow) return undefined;
    if (kept.reports.size === 0) return kept.reports;
    const delta = entry ? entry.span.start - kept.start : 0;
    return new Map(
      [...kept.reports].map(([rule, reports]) => [
        rule,
        reports.map((report) => moved(report, delta, this.#file, file)),
      ]),
    );
  }

  /** Keeps what every rule said about parts of a file, and nothing else. */
  replace(file: ProjectFile, all: readonly (readonly [FilePart, Reports])[]): void {
    const parts = new Map<EntryIdentity, Kept>();
    for (const [{ entry, flow }, reports] of all) {
      if (entry) parts.set(lastingIdentityOf(entry), { flow, start: entry.span.start, reports });
    }
    this.#parts = parts;
    this.#file = file;
    this.stale.clear();
    if (this.#needed === 0) this.#needed = this.asked.length;
  }

  /** True when most of what was asked is not asked any more. */
  get isFull(): boolean {
    return this.asked.length > Math.max(MOST_QUESTIONS, 2 * this.#needed);
  }

  /** Forgets everything. Whoever keeps the questions forgets them first. */
  clear(): void {
    this.asked.length = 0;
    this.#needed = 0;
    this.#parts = new Map();
  }
}

function moved(report: Report, delta: number, before: ProjectFile | undefined, now: ProjectFile): Report {
  const { span, related } = report;
  if (delta === 0 && !related) return report;
  return {
    ...report,
    span: { start: span.start + delta, end: span.end + delta },
    ...(related && {
      related: related.map((place) =>
        place.file === before
          ? {
              ...place,
              file: now,
              span: { start: place.span.start + delta, end: place.span.end + delta },
            }
          : place,
      ),
    }),
  };
}
