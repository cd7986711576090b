import { bareName } from '../../features/place';
import { leftBehind } from '../../features/fileChanges';
import { LeftBehindRequest } from '../../protocol';
import { normalizeUri } from '../../text/uri';
import type { Session } from '../session';
import { answer } from './answer';

/** What the deletion of files would leave without its definition. */
export function registerLeftBehind(session: Session): void {
  answer(
    session,
    LeftBehindRequest,
    () => ({ names: [], uses: 0 }),
    ({ uris }) => {
      const deleted = uris.map(normalizeUri);
      const places = session.workspace.snapshot().bots.flatMap((bot) => leftBehind(bot, deleted));
      const names = new Set(places.map(({ symbol, name }) => bareName(symbol, name)));
      return { names: [...names], uses: places.length };
    },
  );
}
