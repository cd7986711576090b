import type { Notification } from './connection';

/** Server to client: what the views show may have changed. `live`: LIVE or the versions moved too. */
export const ChangedNotification: Notification<{ readonly live: boolean }> = { method: 'botlane/changed' };

/** Client to server: the user has come to trust the workspace. */
export const TrustedNotification: Notification<Record<string, never>> = { method: 'botlane/trusted' };
