import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import {
  type DrawnBox,
  type DrawnGraph,
  type GraphSubject,
  type PreparedGraph,
  prepareGraphInSteps,
} from '../../features/flowGraph/drawnGraph';
import type { Layout } from '../../features/flowGraph/layout';
import { LayoutThread } from '../../features/flowGraph/layoutInWorker';
import { type FlowPage, flowPageInSteps } from '../../features/flowGraph/pages';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type FlowGraphBox,
  type FlowGraphPage,
  type FlowGraphParams,
  FlowGraphRequest,
  FlowGraphSvgRequest,
  type FlowGraphView,
} from '../../protocol';
import { badgesInSteps } from '../../release/difference/badges';
import { inPieces } from '../../text/inPieces';
import { finished } from '../../text/turns';
import { rangeOf } from '../convert';
import { signalOf, unlessCancelled } from '../guard';
import { layoutWorker } from '../installation';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { findingsToDraw } from './graphFindings';

type NotDrawn = { readonly kind: 'cancelled' } | { readonly kind: 'refused'; readonly reason: string };

/** The flow graph of a bot or a flow, for a panel and as a file. Its layout is made in a thread of its own. */
export function registerFlowGraphs(session: Session): void {
  const thread = new LayoutThread(layoutWorker());

  const drawn = async <Result>(
    asked: BotSnapshot,
    params: FlowGraphParams,
    token: CancellationToken,
    draw: (
      prepared: PreparedGraph,
      layout: Layout,
      page: FlowPage | undefined,
    ) => Generator<void, Result, void>,
  ): Promise<Result | NotDrawn> => {
    // Findings of all files are shown: asked for one by one they would be worked out at once.
    await unlessCancelled(session.whenChecked(), token);
    const reading = session.whenRead();
    if (reading) await unlessCancelled(reading, token);
    if (token.isCancellationRequested) return { kind: 'cancelled' };
    // It may have changed while the check went on.
    const bot = session.bot(asked.root);
    if (!bot) return refused(t('This bot is no longer in the workspace.'));
    const isCancelled = (): boolean => token.isCancellationRequested;
    const subject = await finished(subjectInSteps(session, bot, params), isCancelled);
    if (!subject) return { kind: 'cancelled' };
    if ('kind' in subject) return subject;
    // LIVE is drawn as it is: nobody can mend what is found there.
    const findings = params.environment === 'live' ? [] : await findingsToDraw(session, bot, token);
    const prepared = findings && (await finished(prepareGraphInSteps({ ...subject, findings }), isCancelled));
    if (!prepared) return { kind: 'cancelled' };
    const result = await thread.arrange(prepared.input, signalOf(token));
    switch (result.kind) {
      case 'arranged':
        return (
          (await finished(draw(prepared, result.layout, subject.page), isCancelled)) ?? { kind: 'cancelled' }
        );
      case 'cancelled':
        return result;
      case 'failed':
        session.log(`The flow graph of ${bot.id} could not be laid out`, result.reason);
        return refused(t('The flow graph could not be laid out. The log says why.'));
    }
  };

  answerForBot(session, FlowGraphRequest, refused, (bot, params, token) =>
    drawn(bot, params, token, function* (prepared, layout, page) {
      const graph = yield* prepared.drawInSteps(layout);
      return { kind: 'drawn' as const, graph: yield* viewInSteps(session, graph, page) };
    }),
  );
  answerForBot(session, FlowGraphSvgRequest, refused, (bot, params, token) =>
    drawn(bot, params, token, function* (prepared, layout) {
      return { kind: 'svg' as const, text: yield* prepared.svgInSteps(layout) };
    }),
  );
}

/** What is drawn but for its findings, or why there is nothing to draw. */
function* subjectInSteps(
  session: Session,
  draft: BotSnapshot,
  { environment, flow, page: wanted = 0 }: FlowGraphParams,
): Generator<void, Omit<GraphSubject, 'findings'> | NotDrawn, void> {
  const live = session.live.state(draft);
  const known = live.kind === 'known' ? live.bot : undefined;
  const bot = environment === 'draft' ? draft : known;
  if (!bot) return refused(t('There is no LIVE of {0} to show. Publish it first.', draft.id));
  if (flow !== undefined && bot.flow(flow).length === 0 && known?.flow(flow).length !== 1) {
    return refused(t("{0} has no flow '{1}'.", bot.id, flow));
  }
  // LIVE is compared with nothing.
  const before = environment === 'live' ? undefined : known;
  const page = flow === undefined ? yield* flowPageInSteps(bot, before, wanted) : undefined;
  const changes = before && (yield* badgesInSteps(before, bot));
  return { bot, flow, page, live: before && changes && { bot: before, changes } };
}

/** Boxes whose places are found in one step: each may be in another file. */
const BOXES_A_STEP = 8;

function* viewInSteps(
  session: Session,
  { boxes, ...graph }: DrawnGraph,
  page: FlowPage | undefined,
): Generator<void, FlowGraphView, void> {
  const views: FlowGraphBox[] = [];
  yield* inPieces(boxes, (box) => views.push(boxOf(session, box)), BOXES_A_STEP);
  return { ...graph, boxes: views, ...(page && { page: pageOf(page) }) };
}

function pageOf({ flows, number, pages, first, all }: FlowPage): FlowGraphPage {
  return { number, pages, first, last: first + flows.size - 1, all };
}

function boxOf(session: Session, box: DrawnBox): FlowGraphBox {
  const { id, title, description, x, y, width, height, place } = box;
  return {
    id,
    title,
    description,
    x,
    y,
    width,
    height,
    ...(place && {
      source: {
        uri: session.documents.clientUri(place.file.uri),
        range: rangeOf(place.file, place.span),
        extent: rangeOf(place.file, place.extent),
      },
    }),
  };
}
