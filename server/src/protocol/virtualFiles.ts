import type { Uri } from '../text/uri';
import type { Request } from './connection';

/** Text of a `botlive:` or `botversion:` file; null when there is none. */
export const VirtualFileRequest: Request<
  { readonly uri: Uri },
  { readonly text: string; readonly version: number } | null
> = { method: 'botlane/virtualFile' };
