import type { RunnableBot, VariableValue } from '../../dialogue/runnable';
import { readSession, type Session } from '../../dialogue/session';
import { foldName } from '../../model/occurrence';
import type { Sealer } from './sealer';

/**
 * A session as the database holds it. Values of sensitive variables, and of a bot that has any also what was said and not
 * used yet, are sealed; everything else is as the engine made it.
 */
export function keepSession(session: Session, { id, sensitive }: RunnableBot, sealer: Sealer): unknown {
  if (sensitive.size === 0) return session;
  const open: Record<string, VariableValue> = {};
  const hidden: Record<string, VariableValue> = {};
  for (const [name, value] of Object.entries(session.variables)) {
    (sensitive.has(foldName(name)) ? hidden : open)[name] = value;
  }
  if (Object.keys(hidden).length === 0 && session.said.length === 0) return session;
  const sealed = sealer.seal(JSON.stringify({ variables: hidden, said: session.said }), id);
  return { ...session, variables: open, said: [], sealed };
}

/**
 * Reads what `keepSession` made; undefined when it is no session that this program knows. What was sealed with another key
 * counts as unset.
 */
export function readKeptSession(kept: unknown, bot: string, sealer: Sealer): Session | undefined {
  const session = readSession(kept);
  if (!session || !('sealed' in session) || typeof session.sealed !== 'string') return session;
  const { sealed, ...open } = session;
  const text = sealer.open(sealed, bot);
  if (text === undefined) return open;
  const { variables, said } = JSON.parse(text) as Pick<Session, 'variables' | 'said'>;
  return { ...open, variables: { ...open.variables, ...variables }, said };
}
