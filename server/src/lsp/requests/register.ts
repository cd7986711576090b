import type { Session } from '../session';

/** Every request beyond LSP, one file per group. */
export function registerRequests(_session: Session): void {}
