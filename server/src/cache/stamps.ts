import { lstatSync } from 'node:fs';

/** What a file system says of a file without its content being read. */
export interface Stamp {
  /** Size, times of change, place on the disk and mode in one text. */
  readonly text: string;
  /** When content, name or mode changed last (milliseconds since 1970). */
  readonly changed: number;
}

/** Undefined when there is no such file. */
export function stampOf(path: string): Stamp | undefined {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stats) return undefined;
  const { size, mtimeNs, ctimeNs, ino, mode } = stats;
  const changed = Number(mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1e6;
  return { text: `${size} ${mtimeNs} ${ctimeNs} ${ino} ${mode}`, changed };
}

/** Two changes within this time may leave one stamp: FAT counts in steps of two seconds. */
const COARSEST_MS = 2000;

/**
 * True when a stamp may stand for two contents: the file changed about when the stamp was taken, and can have changed once
 * more since without another stamp. git calls such an entry racy.
 */
export function isRacy(stamp: Stamp, takenAt: number): boolean {
  return stamp.changed > takenAt - COARSEST_MS;
}
