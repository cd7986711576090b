import { t } from '@vscode/l10n';
import type { CancellationToken } from 'vscode-languageserver';
import {
  type DrawnBox,
  type DrawnGraph,
  type PreparedGraph,
  prepareGraphInSteps,
} from '../../features/flowGraph/drawnGraph';
import type { Layout } from '../../features/flowGraph/layout';
import { LayoutThread } from '../../features/flowGraph/layoutInWorker';
import type { BotSnapshot } from '../../project/snapshot';
import {
  type FlowGraphBox,
  type FlowGraphParams,
  FlowGraphRequest,
  FlowGraphSvgRequest,
  type FlowGraphView,
} from '../../protocol';
import { Badges } from '../../release/difference/badges';
import type { Finding } from '../../rules/rule';
import { inPieces } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import { finished } from '../coalesce';
import { rangeOf } from '../convert';
import { signalOf, unlessCancelled } from '../guard';
import { layoutWorker } from '../installation';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';

type NotDrawn = { readonly kind: 'cancelled' } | { readonly kind: 'refused'; readonly reason: string };

/** The flow graph of a bot or a flow, for a panel and as a file. Its layout is made in a thread of its own. */
export function registerFlowGraphs(session: Session): void {
  const thread = new LayoutThread(layoutWorker());

  const drawn = async <Result>(
    bot: BotSnapshot,
    params: FlowGraphParams,
    token: CancellationToken,
    draw: (prepared: PreparedGraph, layout: Layout) => Result,
  ): Promise<Result | NotDrawn> => {
    // Findings of all files are shown: asked for one by one they would be worked out at once.
    await unlessCancelled(session.whenChecked(), token);
    if (token.isCancellationRequested) return { kind: 'cancelled' };
    const preparing = preparingOf(session, bot, params);
    if ('kind' in preparing) return preparing;
    const prepared = await finished(preparing, () => token.isCancellationRequested);
    if (!prepared) return { kind: 'cancelled' };
    const result = await thread.arrange(prepared.input, signalOf(token));
    switch (result.kind) {
      case 'arranged':
        return draw(prepared, result.layout);
      case 'cancelled':
        return result;
      case 'failed':
        session.log(`The flow graph of ${bot.id} could not be laid out`, result.reason);
        return refused(t('The flow graph could not be laid out. The log says why.'));
    }
  };

  answerForBot(session, FlowGraphRequest, refused, (bot, params, token) =>
    drawn(bot, params, token, (prepared, layout) => ({
      kind: 'drawn' as const,
      graph: viewOf(session, prepared.draw(layout)),
    })),
  );
  answerForBot(session, FlowGraphSvgRequest, refused, (bot, params, token) =>
    drawn(bot, params, token, (prepared, layout) => ({
      kind: 'svg' as const,
      text: prepared.svg(layout),
    })),
  );
}

/** The steps that prepare a graph, or why there is none. */
function preparingOf(
  session: Session,
  draft: BotSnapshot,
  { environment, flow }: FlowGraphParams,
): Generator<void, PreparedGraph, void> | NotDrawn {
  const live = session.live.state(draft);
  const known = live.kind === 'known' ? live.bot : undefined;
  const bot = environment === 'draft' ? draft : known;
  if (!bot) return refused(t('There is no LIVE of {0} to show. Publish it first.', draft.id));
  if (flow !== undefined && bot.flow(flow).length === 0 && known?.flow(flow).length !== 1) {
    return refused(t("{0} has no flow '{1}'.", bot.id, flow));
  }
  // LIVE is drawn as it is: it is compared with nothing, and nobody can mend what is found there.
  if (environment === 'live') return prepareGraphInSteps({ bot, flow, findings: [] });
  return preparingDraft(session, bot, flow, known);
}

/** Files whose findings are gathered in one step. */
const FILES_A_STEP = 32;

function* preparingDraft(
  session: Session,
  bot: BotSnapshot,
  flow: string | undefined,
  live: BotSnapshot | undefined,
): Generator<void, PreparedGraph, void> {
  const findings: Finding[] = [];
  const gather = (uri: Uri): void => {
    findings.push(...session.knownFindings([uri]));
  };
  yield* inPieces(bot.files.keys(), gather, FILES_A_STEP);
  return yield* prepareGraphInSteps({
    bot,
    flow,
    findings,
    live: live && { bot: live, changes: new Badges(live, bot) },
  });
}

function viewOf(session: Session, { boxes, ...graph }: DrawnGraph): FlowGraphView {
  return { ...graph, boxes: boxes.map((box) => boxOf(session, box)) };
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
