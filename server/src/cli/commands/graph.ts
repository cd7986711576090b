import { t } from '@vscode/l10n';
import { flowGraph } from '../../features/flowGraph';
import { nearestNames } from '../../text/didYouMean';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { mermaid } from '../mermaid';
import { printJson, type Terminal } from '../terminal';

export interface GraphOptions {
  readonly format: 'mermaid' | 'json';
  /** Only this flow, with what leads into it and out of it. */
  readonly flow?: string | undefined;
}

/** `botlane graph`: the dialogs of a bot and what leads to them. */
export function graph(terminal: Terminal, folder: string | undefined, options: GraphOptions): number {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const { flow } = options;
  if (flow !== undefined && bot.flow(flow).length === 0) {
    const [near] = nearestNames(flow, bot.names('flow'));
    throw new CommandError(
      near === undefined
        ? t("{0} has no flow '{1}'.", bot.id, flow)
        : t("{0} has no flow '{1}'. Did you mean '{2}'?", bot.id, flow, near),
    );
  }
  const found = flowGraph(bot, flow);
  if (options.format === 'json') printJson(terminal, { bot: bot.id, ...found });
  else terminal.out(mermaid(found));
  return EXIT.ok;
}
