import type { CancellationToken } from 'vscode-languageserver';
import type { BotSnapshot } from '../../project/snapshot';
import type { Finding } from '../../rules/rule';
import { inPieces } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import { finished } from '../../text/turns';
import { unlessCancelled } from '../guard';
import type { Session } from '../session';

/** Files whose findings are gathered in one step. */
const FILES_A_STEP = 32;

/** What is asked of a session. */
export type FindingsSource = Pick<Session, 'bot' | 'knownFindings' | 'whenRead'> & {
  readonly documents: Pick<Session['documents'], 'uris'>;
};

/**
 * The findings about the texts of a snapshot, which is to be the newest: what was found in a text that is another one
 * by the end would mark the wrong boxes, and is left out. Whoever types changes open documents, so theirs are taken at once.
 * @returns undefined when the request is cancelled
 */
export async function findingsToDraw(
  session: FindingsSource,
  bot: BotSnapshot,
  token: CancellationToken,
): Promise<readonly Finding[] | undefined> {
  const open = new Set([...session.documents.uris()].filter((uri) => bot.files.has(uri)));
  const ofOpen = session.knownFindings(open);
  const ofClosed: Finding[] = [];
  const gather = (uri: Uri): void => {
    if (!open.has(uri)) ofClosed.push(...session.knownFindings([uri]));
  };
  await finished(inPieces(bot.files.keys(), gather, FILES_A_STEP), () => token.isCancellationRequested);
  const reading = session.whenRead();
  if (reading) await unlessCancelled(reading, token);
  if (token.isCancellationRequested) return undefined;
  const now = session.bot(bot.root);
  return [...ofOpen, ...ofClosed.filter(({ uri }) => now?.files.get(uri) === bot.files.get(uri))];
}
