import { t } from '@vscode/l10n';
import { Gateway } from '../../admin/gateway';
import { reviewInbox, stillUnknown } from '../../admin/reviewInbox';
import { addExpressions } from '../../features/addExpressions';
import type { Model } from '../../nlp/contract';
import type { BotSnapshot } from '../../project/snapshot';
import {
  InboxDecideRequest,
  type InboxExpression,
  InboxRequest,
  type InboxScoresOutcome,
  InboxScoresRequest,
  InboxUndoRequest,
} from '../../protocol';
import { workspaceEditOf } from '../convert';
import { signalOf } from '../guard';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { Progress } from './progress';
import { trainer } from './training';

/** Of the inbox at a time: as many as a person looks through. */
const PAGE = 200;

/** The Train inbox: what users said, what the draft makes of it now, and what becomes of it. */
export function registerInbox(session: Session): void {
  answerForBot(
    session,
    InboxRequest,
    refused,
    async (bot, { gateway: { address, token }, after }, cancel) => {
      const gateway = Gateway.at(address, token);
      if (!gateway.ok) return refused(gateway.reason);
      const page = await gateway.value.inbox(
        bot.id,
        { order: 'most-frequent', limit: PAGE, after },
        signalOf(cancel),
      );
      if (!page.ok) return refused(page.reason);
      // Before the models: a page of which the draft knows everything needs none.
      const items = stillUnknown(bot, page.value.items);
      const models = await draftModels(session, bot, new Set(items.map(({ language }) => language)));
      const rows = reviewInbox(items, (language) => models.get(language));
      return { kind: 'inbox', rows, ...(page.value.next !== undefined && { next: page.value.next }) };
    },
  );

  answerForBot(
    session,
    InboxScoresRequest,
    refused,
    async (bot, params, cancel): Promise<InboxScoresOutcome> => {
      const { expressions, workDoneToken } = params;
      const progress = new Progress(session, workDoneToken);
      try {
        const { scoresWith } = await import('../../admin/newScores.js');
        const scores = await scoresWith(bot, expressions, trainer, {
          signal: signalOf(cancel),
          onProgress: (fraction) =>
            progress.report(t('Training {0} with the new expressions', bot.id), Math.floor(fraction * 100)),
        });
        if (!scores) return { kind: 'cancelled' };
        return { kind: 'scores', scores };
      } finally {
        progress.end();
      }
    },
  );

  answerForBot(session, InboxDecideRequest, refused, async (bot, { gateway: access, choices }) => {
    const gateway = Gateway.at(access.address, access.token);
    if (!gateway.ok) return refused(gateway.reason);
    const reason = await addToDraft(
      session,
      bot,
      choices.flatMap(({ expression }) => expression ?? []),
    );
    if (reason !== undefined) return refused(reason);
    const told = await gateway.value.decide(
      bot.id,
      choices.map(({ id, expression, reassigned }) =>
        expression
          ? { id, verdict: reassigned ? 'assigned' : 'accepted', intent: expression.intent }
          : { id, verdict: 'ignored' },
      ),
    );
    return told.ok ? { kind: 'decided' } : { kind: 'decided', untold: told.reason };
  });

  answerForBot(session, InboxUndoRequest, refused, async (bot, { gateway: access, ids }) => {
    const gateway = Gateway.at(access.address, access.token);
    if (!gateway.ok) return refused(gateway.reason);
    const undone = await gateway.value.undo(bot.id, ids);
    return undone.ok ? { kind: 'undone', count: undone.value.undone } : refused(undone.reason);
  });
}

/** One edit that the user can undo. @returns why it was not made; undefined when it was, or there is nothing to add */
async function addToDraft(
  session: Session,
  bot: BotSnapshot,
  expressions: readonly InboxExpression[],
): Promise<string | undefined> {
  const changes = addExpressions(bot, expressions);
  if ('refused' in changes) return changes.refused;
  if (changes.length === 0) return undefined;
  const edit = workspaceEditOf(changes, session.conversion(session.workspace.snapshot())) ?? {};
  const { applied, failureReason } = await session.connection.workspace.applyEdit({
    label: t('Add what users said'),
    edit,
  });
  return applied ? undefined : (failureReason ?? t('The editor did not take the change. Try again.'));
}

/** The draft's models as they were trained last, stale ones too: they are what it understands with now. */
async function draftModels(
  session: Session,
  bot: BotSnapshot,
  languages: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Model>> {
  const releases = await session.releases();
  const { loadModel } = await import('../../nlp/loadModel.js');
  const models = new Map<string, Model>();
  for (const language of languages) {
    const found = await releases.draftModel(bot, language);
    if (!found.ok || !found.value) continue;
    const loaded = loadModel(found.value.model.bytes);
    if (loaded.ok) models.set(language, loaded.model);
  }
  return models;
}
