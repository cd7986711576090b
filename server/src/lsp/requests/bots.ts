import type { BotSnapshot, Placed, ProjectFile } from '../../project/snapshot';
import { type BotNode, BotsRequest, type NamedNode, type Place } from '../../protocol';
import { type Badges, badgesOf } from '../../release/difference/badges';
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
          const badges = live.kind === 'known' ? badgesOf(live.bot, bot) : undefined;
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
  const files = [...bot.files.values()].map(outlineOf);
  const badged = <T extends NamedNode>(symbol: 'intent' | 'flow' | 'entity' | 'test', node: T): T =>
    badges ? { ...node, badge: badges.of(symbol, node.name) } : node;
  const title = bot.settings?.item.title?.value;
  const start = { line: 0, character: 0 };
  return {
    ...(bot.settings ? placeOf(bot.settings) : { uri: bot.botFile.uri, range: { start, end: start } }),
    root,
    id: bot.id,
    ...(title !== undefined && { title }),
    environment,
    languages: bot.settings?.item.languages.map(({ value }) => value) ?? [],
    intents: files.flatMap(({ intents }) => intents.map((node) => badged('intent', node))),
    flows: files.flatMap(({ flows }) =>
      flows.map((node) => ({
        ...badged('flow', node),
        dialogs: badges
          ? node.dialogs.map((dialog) => ({ ...dialog, badge: badges.ofDialog(node.name, dialog.name) }))
          : node.dialogs,
      })),
    ),
    entities: files.flatMap(({ entities }) => entities.map((node) => badged('entity', node))),
    tests: files.flatMap(({ tests }) => tests.map((node) => badged('test', node))),
  };
}

/** What the view shows of one file. Badges come from the whole bot. */
type Outline = Pick<BotNode, 'intents' | 'flows' | 'entities' | 'tests'>;

const outlines = new WeakMap<ProjectFile, Outline>();

/** Worked out once per file: the view asks for the whole bot after every change, and most files have no tree then. */
function outlineOf(file: ProjectFile): Outline {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = readOutline(file)));
  return outline;
}

function readOutline(file: ProjectFile): Outline {
  const named = (item: { readonly name: Located }): NamedNode => ({
    ...placeOf({ file, item }),
    name: item.name.value,
  });
  const { definitions } = file;
  return {
    intents: definitions.flatMap((item) => {
      if (item.kind !== 'intent') return [];
      const counts = [...item.expressions.values()].map(({ expressions }) => expressions.length);
      return [{ ...named(item), expressions: counts.reduce((sum, count) => sum + count, 0) }];
    }),
    flows: definitions.flatMap((item) =>
      item.kind === 'flow' ? [{ ...named(item), dialogs: item.dialogs.map(named) }] : [],
    ),
    entities: definitions.flatMap((item) =>
      item.kind === 'entity' ? [{ ...named(item), type: item.type?.value ?? '' }] : [],
    ),
    tests: definitions.flatMap((item) => (item.kind === 'test' ? [named(item)] : [])),
  };
}

function placeOf({ file, item }: Placed<{ readonly name: Located }>): Place {
  return { uri: file.uri, range: rangeOf(file, item.name.span) };
}
