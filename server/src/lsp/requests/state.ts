import { type BotState, DraftChangesRequest, StateRequest } from '../../protocol';
import type { ReleaseProblem, ReleaseState } from '../../release/contract';
import { lineOf } from '../../release/difference/describe';
import { revisionOf } from '../revision';
import type { Session } from '../session';
import { answerForBot } from './answer';
import { changeView, liveView, nlpView } from './views';

/** What status bar and Versions view say about a bot, and how its draft differs from LIVE. */
export function registerState(session: Session): void {
  answerForBot(
    session,
    StateRequest,
    () => null,
    async (bot): Promise<BotState> => {
      const releases = await session.releases();
      const state = await releases.state(bot, session.workspace.snapshot());
      session.noteDrift(bot.root, state.drift);
      return {
        root: bot.root,
        id: bot.id,
        revision: revisionOf(bot),
        live: liveView(state.live),
        nlp: nlpView(state),
        full: { possible: state.full.possible, reasons: [...state.full.reasons] },
        nlpOnly: { possible: state.nlp.possible, reasons: [...state.nlp.reasons] },
        changes: state.changes.length,
        drift: driftView(state),
        hotfixOf: state.hotfixOf ?? null,
        store: storeView(state.problem),
      };
    },
  );

  answerForBot(
    session,
    DraftChangesRequest,
    () => [],
    async (bot) => {
      const releases = await session.releases();
      const { changes } = await releases.state(bot, session.workspace.snapshot());
      return changes.map(changeView);
    },
  );
}

function driftView({ drift }: ReleaseState): BotState['drift'] {
  if (!drift) return null;
  const { version, kind, author, changes } = drift;
  return { version, kind, author, changes: changes.map(lineOf) };
}

function storeView(problem: ReleaseProblem | undefined): BotState['store'] {
  if (!problem) return { kind: 'ready' };
  const reason = problem.message;
  if (problem.reason === 'not-a-repository') return { kind: 'no-repository', reason };
  if (problem.reason === 'untrusted') return { kind: 'untrusted', reason };
  return { kind: 'unavailable', reason };
}
