import type { Uri } from '../text/uri';
import type { Request } from './connection';

export type TakeOutcome =
  | {
      readonly kind: 'taken';
      readonly version: number;
      /** Paths in the bot folder. */
      readonly written: readonly string[];
      readonly deleted: readonly string[];
      /** Files with conflict markers, and files that one side changed and the other deleted. */
      readonly conflicts: readonly string[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Merges LIVE into the draft. Files are read from disk and written there. */
export const TakeRequest: Request<{ readonly bot: Uri }, TakeOutcome> = { method: 'botlane/take' };

/** Where LIVE is being mended. */
export interface HotfixView {
  readonly folder: Uri;
  /** The version that it was made from. */
  readonly version: number;
  /** It holds changes that were not published. */
  readonly changed: boolean;
}

/** Makes a worktree with LIVE's files outside of the repository, or answers the one that is there. */
export const StartHotfixRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'started'; readonly hotfix: HotfixView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/startHotfix' };

/** Removes that worktree; what was changed there and not published only with `discard`. */
export const AbandonHotfixRequest: Request<
  { readonly bot: Uri; readonly discard: boolean },
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'changed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/abandonHotfix' };
