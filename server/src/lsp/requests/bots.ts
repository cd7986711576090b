import type { CancellationToken } from 'vscode-languageserver';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type BotNode,
  BotsRequest,
  type DefinitionsPage,
  DefinitionsRequest,
  type Environment,
  NamesRequest,
} from '../../protocol';
import { finished } from '../../text/turns';
import type { Session } from '../session';
import { answer, answerForBot } from './answer';
import { botNodeInSteps, definitionsInSteps } from './definitions';

/** The bots of the workspace with their definitions, in the draft or in LIVE. */
export function registerBots(session: Session): void {
  const turns = async <Result>(
    steps: Generator<void, Result, void>,
    token: CancellationToken,
    otherwise: Result,
  ): Promise<Result> => (await finished(steps, () => token.isCancellationRequested)) ?? otherwise;

  answer(
    session,
    BotsRequest,
    () => [],
    ({ environment }, token) => turns(botsInSteps(session, environment), token, []),
  );
  answerForBot(
    session,
    DefinitionsRequest,
    () => NOTHING,
    (draft, params, token) => {
      const bot = shown(session, draft, params.environment);
      // LIVE is compared with nothing.
      const live = params.environment === 'draft' ? shown(session, draft, 'live') : undefined;
      return bot ? turns(definitionsInSteps(bot, live, params), token, NOTHING) : NOTHING;
    },
  );
  answerForBot(
    session,
    NamesRequest,
    () => [],
    (draft, { environment, symbol }, token) => {
      const bot = shown(session, draft, environment);
      return bot ? turns(bot.namesInSteps(symbol), token, []) : [];
    },
  );
}

const NOTHING: DefinitionsPage = { nodes: [], next: null };

/** What an environment shows of a bot; undefined where it is not in LIVE. */
function shown(session: Session, draft: BotSnapshot, environment: Environment): BotSnapshot | undefined {
  if (environment === 'draft') return draft;
  const live = session.live.state(draft);
  return live.kind === 'known' ? live.bot : undefined;
}

function* botsInSteps(session: Session, environment: Environment): Generator<void, readonly BotNode[], void> {
  const nodes: BotNode[] = [];
  for (const draft of session.workspace.snapshot().bots) {
    const bot = shown(session, draft, environment);
    if (bot) nodes.push(yield* botNodeInSteps(draft.root, bot, environment));
  }
  return nodes;
}
