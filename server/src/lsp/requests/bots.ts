import type { BotSnapshot, Placed } from '../../project/snapshot';
import { type BotNode, BotsRequest, type LiveBadge, type NamedNode, type Place } from '../../protocol';
import { Badges } from '../../release/difference/badges';
import type { Located } from '../../text/range';
import type { Uri } from '../../text/uri';
import { rangeOf } from '../convert';
import type { Session } from '../session';
import { answer } from './answer';

/** The bots of the workspace with their definitions, in the draft or in LIVE. */
export function registerBots(session: Session): void {
  answer(
    session,
    BotsRequest,
    () => [],
    ({ environment }) => {
      const { bots } = session.workspace.snapshot();
      return bots.flatMap((bot): BotNode[] => {
        const live = session.live.state(bot);
        if (environment === 'draft') {
          const badges = live.kind === 'known' ? new Badges(live.bot, bot) : undefined;
          return [botNode(bot.root, bot, 'draft', badges)];
        }
        return live.kind === 'known' ? [botNode(bot.root, live.bot, 'live', undefined)] : [];
      });
    },
  );
}

function botNode(
  root: Uri,
  bot: BotSnapshot,
  environment: BotNode['environment'],
  badges: Badges | undefined,
): BotNode {
  const named = (placed: Placed<{ readonly name: Located }>, badge: LiveBadge | undefined): NamedNode => ({
    ...placeOf(placed),
    name: placed.item.name.value,
    ...(badge !== undefined && { badge }),
  });
  const title = bot.settings?.item.title?.value;
  const start = { line: 0, character: 0 };
  return {
    ...(bot.settings ? placeOf(bot.settings) : { uri: bot.botFile.uri, range: { start, end: start } }),
    root,
    id: bot.id,
    ...(title !== undefined && { title }),
    environment,
    languages: bot.settings?.item.languages.map(({ value }) => value) ?? [],
    intents: bot.intents.map((placed) => ({
      ...named(placed, badges?.of('intent', placed.item.name.value)),
      expressions: [...placed.item.expressions.values()].reduce(
        (sum, one) => sum + one.expressions.length,
        0,
      ),
    })),
    flows: bot.flows.map((placed) => ({
      ...named(placed, badges?.of('flow', placed.item.name.value)),
      dialogs: placed.item.dialogs.map((item) =>
        named({ file: placed.file, item }, badges?.ofDialog(item.flow, item.name.value)),
      ),
    })),
    entities: bot.entities.map((placed) => ({
      ...named(placed, badges?.of('entity', placed.item.name.value)),
      type: placed.item.type?.value ?? '',
    })),
    tests: bot.tests.map((placed) => named(placed, badges?.of('test', placed.item.name.value))),
  };
}

function placeOf({ file, item }: Placed<{ readonly name: Located }>): Place {
  return { uri: file.uri, range: rangeOf(file, item.name.span) };
}
