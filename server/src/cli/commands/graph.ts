import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { prepareGraph } from '../../features/flowGraph/drawnGraph';
import { flowGraph } from '../../features/flowGraph/graph';
import { layoutOf } from '../../features/flowGraph/layout';
import type { BotSnapshot, ProjectSnapshot } from '../../project/snapshot';
import { badgesOf } from '../../release/difference/badges';
import { checkBot } from '../../rules/run';
import { nearestNames } from '../../text/didYouMean';
import { atOnce } from '../../text/inPieces';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { writeOutput } from '../fileWriter';
import type { GRAPH_FORMATS } from '../formats';
import { mermaid } from '../mermaid';
import { liveStates } from '../releases';
import { jsonText, printable, type Terminal } from '../terminal';

export interface GraphOptions {
  readonly format: (typeof GRAPH_FORMATS)[number];
  /** Only this flow, with what leads into it and out of it. */
  readonly flow?: string | undefined;
  /** The file to write instead of printing. */
  readonly out?: string | undefined;
}

/** `botlane graph`: the dialogs of a bot and what leads to them. */
export async function graph(
  terminal: Terminal,
  folder: string | undefined,
  options: GraphOptions,
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  const bot = onlyBot(project, terminal.cwd, folder);
  const { flow, out } = options;
  if (flow !== undefined) refuseUnknown(bot, flow);
  const text = await textOf(project, bot, options);
  if (out === undefined) {
    terminal.out(text);
    return EXIT.ok;
  }
  const path = resolve(terminal.cwd, out);
  writeOutput(path, text);
  terminal.err(`${t('Written: {0}', printable(path))}\n`);
  return EXIT.ok;
}

async function textOf(
  project: ProjectSnapshot,
  bot: BotSnapshot,
  { format, flow }: GraphOptions,
): Promise<string> {
  if (format === 'svg') return svg(project, bot, flow);
  const found = flowGraph(bot, flow);
  if (format === 'mermaid') return mermaid(found);
  return jsonText({ bot: bot.id, nodes: found.nodes, links: found.links });
}

/** The picture of the editor, with findings and differences from LIVE. */
async function svg(project: ProjectSnapshot, bot: BotSnapshot, flow: string | undefined): Promise<string> {
  const live = (await liveStates([bot]))(bot);
  const prepared = prepareGraph({
    bot,
    flow,
    findings: checkBot({ bot, live, project }),
    live: live.kind === 'known' ? { bot: live.bot, changes: badgesOf(live.bot, bot) } : undefined,
  });
  return atOnce(prepared.svgInSteps(layoutOf(prepared.input)));
}

function refuseUnknown(bot: BotSnapshot, flow: string): void {
  if (bot.flow(flow).length > 0) return;
  const [near] = nearestNames(flow, bot.names('flow'));
  throw new CommandError(
    near === undefined
      ? t("{0} has no flow '{1}'.", bot.id, flow)
      : t("{0} has no flow '{1}'. Did you mean '{2}'?", bot.id, flow, near),
  );
}
