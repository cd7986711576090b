import type { Uri } from '../text/uri';
import type { Request } from './connection';

/** Something that keeps a bot from being published, or its versions from being read. */
export interface AilmentView {
  readonly id: string;
  readonly what: string;
  readonly why: string;
  /** What mending does; absent where no program can mend it. */
  readonly mend?: string;
}

/** Looks for what is wrong with the store of a bot. Asks the remote, where there is one; changes nothing. */
export const ExamineRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'examined'; readonly ailments: readonly AilmentView[] }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/examine' };

/** Mends one thing; only ever on the user's word. */
export const MendRequest: Request<
  { readonly bot: Uri; readonly ailment: string },
  { readonly kind: 'mended' } | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/mend' };
