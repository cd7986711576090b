import type { Uri } from '../text/uri';

export type FileProblemReason =
  | 'too-large'
  | 'not-utf-8'
  | 'control-character'
  | 'not-a-regular-file'
  | 'missing'
  | 'unreadable';

/** Why a file's text cannot be had, as a sentence with a next step. */
export interface FileProblem {
  readonly reason: FileProblemReason;
  readonly message: string;
  /** Where in the file, when the reason is about one place (UTF-16 offset of what precedes it). */
  readonly offset?: number;
}

export type FileReading =
  | { readonly ok: true; readonly text: string }
  /** `text` is there when it could be decoded but is refused, so that the place of the problem can be shown. */
  | { readonly ok: false; readonly problem: FileProblem; readonly text?: string };

/** Where definition files come from: a disk, a disk under open editors, a version in git, a map in a test. */
export interface FileSystem {
  /** Every definition file (bot.yaml, *.intent.yaml, *.entity.yaml, *.flow.yaml, *.bottest.yaml) below `folder`, in code point order. */
  definitionFiles(folder: Uri): readonly Uri[];
  /** The same in no order and in pieces, each of which is found at once: for who has other things to do in between. */
  listing(folder: Uri): Iterable<readonly Uri[]>;
  /** Text of one file. Never throws. Synchronous: measured 8 to 14 times faster than promises for many small files. */
  read(file: Uri): FileReading;
}

/** Files whose changes are told: of a folder that came with all that is in it, the folder's address only. */
export interface WatchedFileSystem extends FileSystem {
  /** Whether a folder stands there that would be listed with the one that holds it. A link to one is none. */
  isFolder(uri: Uri): boolean;
}
