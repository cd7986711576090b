import type { BotSnapshot, Placed, ProjectFile } from '../../project/snapshot';
import type {
  BotNode,
  DefinitionGroup,
  DefinitionNode,
  DefinitionsPage,
  DefinitionsParams,
  Environment,
  NamedNode,
  Place,
} from '../../protocol';
import { type Badges, badgesInSteps } from '../../release/difference/badges';
import type { Located } from '../../text/range';
import { normalizeUri, type Uri } from '../../text/uri';
import { rangeOf } from '../convert';
import { revisionOf } from '../revision';

/** A bot as its node of the Bots view shows it, in steps of a file. */
export function* botNodeInSteps(
  root: Uri,
  bot: BotSnapshot,
  environment: Environment,
): Generator<void, BotNode, void> {
  const counts = { intents: 0, flows: 0, entities: 0, tests: 0 };
  const tests: NamedNode[] = [];
  for (const file of bot.files.values()) {
    if (file.kind === 'bot') continue;
    const group = GROUP_OF[file.kind];
    counts[group] += countIn(file);
    for (const node of group === 'tests' ? outlineOf(file) : []) tests.push(node);
    yield;
  }
  const title = bot.settings?.item.title?.value;
  const start = { line: 0, character: 0 };
  return {
    ...(bot.settings ? placeOf(bot.settings) : { uri: bot.botFile.uri, range: { start, end: start } }),
    root,
    id: bot.id,
    ...(title !== undefined && { title }),
    environment,
    revision: revisionOf(bot),
    languages: bot.settings?.item.languages.map(({ value }) => value) ?? [],
    counts,
    tests,
  };
}

/** Definitions, and dialogs in them, that are sent at once; those of one file, when it is asked for, all the same. */
const MOST_AT_ONCE = 500;

/**
 * A part of a group of the Bots view, in steps of a file. What was sent before is not read again.
 * @param live what a draft is compared with
 */
export function* definitionsInSteps(
  bot: BotSnapshot,
  live: BotSnapshot | undefined,
  { group, uri, from = 0 }: Pick<DefinitionsParams, 'group' | 'uri' | 'from'>,
): Generator<void, DefinitionsPage, void> {
  const badges = live && (yield* badgesInSteps(live, bot));
  const wanted = uri === undefined ? undefined : normalizeUri(uri);
  const nodes: DefinitionNode[] = [];
  let place = 0;
  let room = wanted === undefined ? MOST_AT_ONCE : Infinity;
  for (const file of bot.files.values()) {
    if (file.kind === 'bot' || GROUP_OF[file.kind] !== group) continue;
    if (wanted !== undefined && file.uri !== wanted) continue;
    const count = countIn(file);
    const isBefore = place + count <= from;
    if (isBefore) place += count;
    for (const node of isBefore ? [] : outlineOf(file)) {
      if (place++ < from) continue;
      if (room <= 0) return { nodes, next: place - 1 };
      nodes.push(badges ? badged(node, badges) : node);
      room -= 1 + (node.kind === 'flow' ? node.dialogs.length : 0);
    }
    yield;
  }
  return { nodes, next: null };
}

function badged(node: DefinitionNode, badges: Badges): DefinitionNode {
  const own = { ...node, badge: badges.of(node.kind, node.name) };
  if (own.kind !== 'flow') return own;
  const dialogs = own.dialogs.map((one) => ({ ...one, badge: badges.ofDialog(own.name, one.name) }));
  return { ...own, dialogs };
}

const GROUP_OF = {
  intent: 'intents',
  flow: 'flows',
  entity: 'entities',
  test: 'tests',
} as const satisfies Record<Exclude<ProjectFile['kind'], 'bot'>, DefinitionGroup>;

const counts = new WeakMap<ProjectFile, number>();

/** Definitions of the file's own kind. Worked out once per file: the view asks after every change. */
function countIn(file: ProjectFile): number {
  let count = counts.get(file);
  if (count === undefined) {
    count = file.definitions.filter(({ kind }) => kind === file.kind).length;
    counts.set(file, count);
  }
  return count;
}

const outlines = new WeakMap<ProjectFile, readonly DefinitionNode[]>();

/** What the view shows of one file. Badges come from the whole bot. */
function outlineOf(file: ProjectFile): readonly DefinitionNode[] {
  let outline = outlines.get(file);
  if (!outline) outlines.set(file, (outline = readOutline(file)));
  return outline;
}

function readOutline(file: ProjectFile): readonly DefinitionNode[] {
  const named = (item: { readonly name: Located }): NamedNode => ({
    ...placeOf({ file, item }),
    name: item.name.value,
  });
  return file.definitions.flatMap((item): DefinitionNode[] => {
    if (item.kind !== file.kind) return [];
    switch (item.kind) {
      case 'intent': {
        const sizes = [...item.expressions.values()].map(({ expressions }) => expressions.length);
        return [{ kind: 'intent', ...named(item), expressions: sizes.reduce((sum, size) => sum + size, 0) }];
      }
      case 'flow':
        return [{ kind: 'flow', ...named(item), dialogs: item.dialogs.map(named) }];
      case 'entity':
        return [{ kind: 'entity', ...named(item), type: item.type?.value ?? '' }];
      case 'test':
        return [{ kind: 'test', ...named(item) }];
      case 'bot':
        return [];
    }
  });
}

function placeOf({ file, item }: Placed<{ readonly name: Located }>): Place {
  return { uri: file.uri, range: rangeOf(file, item.name.span) };
}
