import type { InboxRow } from '../../../server/src/protocol';

/** Pages in a row of which the draft knows everything: as many as are passed over before somebody asks for more. */
const MOST_EMPTY = 5;

type InboxPage =
  | { readonly kind: 'inbox'; readonly rows: readonly InboxRow[]; readonly next?: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a walk through the inbox came upon. */
export interface Walked {
  readonly rows: readonly InboxRow[];
  /** There is more behind it. */
  readonly more: boolean;
  /** Why it ended before. */
  readonly problem?: string;
}

/**
 * Walks through the inbox until so many pages are seen that have something to show. Those that have nothing are passed over,
 * but not without end: an inbox can be long, and known to its end.
 *
 * @param ask for the page after another one
 * @param pages how many are wanted; so many times five empty ones are passed over
 * @param isOver nobody waits for it any more
 */
export async function walkInbox(
  ask: (after: string | undefined) => Promise<InboxPage>,
  pages: number,
  isOver: () => boolean,
): Promise<Walked> {
  const rows: InboxRow[] = [];
  let after: string | undefined;
  let seen = 0;
  let empty = 0;
  do {
    const page = await ask(after);
    if (page.kind === 'refused') return { rows, more: false, problem: page.reason };
    rows.push(...page.rows);
    after = page.next;
    if (page.rows.length > 0) seen++;
    else empty++;
  } while (after !== undefined && seen < pages && empty < MOST_EMPTY * pages && !isOver());
  return { rows, more: after !== undefined };
}
