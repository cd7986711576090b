import { t } from '@vscode/l10n';
import type { BotSnapshot, ProjectSnapshot } from '../../project/snapshot';
import { checkLayout, ownGateFindingsInSteps, withLayout } from '../../rules/run';
import type { Finding, LiveState } from '../../rules/rule';
import { joinUri } from '../../text/uri';
import type { Uri } from '../../text/uri';
import { composeNlp, isNlpFile } from '../content/compose';
import { composeFlows } from '../content/composeFlows';
import { definitionHash } from '../content/hashes';
import type { ItemTable } from '../content/items';
import { type HashedItems, hashedItemsInSteps, rememberedItems } from '../content/hashedItems';
import type { ContentMemory } from '../content/memory';
import { botOf, liveRoot } from '../content/snapshot';
import type { BotFiles, BotId, LiveReading, PartHashes, ReleaseKind } from '../contract';
import { findingsKey, rememberedFindings, rememberedTraining } from './remembered';
import type { TrainingNeed } from './training';

/** LIVE with its files as a bot. */
export interface LiveSide {
  readonly reading: LiveReading;
  readonly bot: BotSnapshot | undefined;
  readonly items: ItemTable;
}

export interface ComposeInput {
  readonly bot: BotId;
  readonly kind: ReleaseKind;
  /** The flows that are chosen; empty for any other kind. */
  readonly flows: readonly string[];
  readonly draft: BotSnapshot;
  readonly project: ProjectSnapshot;
  readonly draftFiles: BotFiles;
  readonly live: LiveSide;
  /** What earlier runs of the program found out; nothing when it is not given. */
  readonly memory?: ContentMemory | undefined;
}

/** What would be live, with everything that follows from its content alone. */
export interface Composition {
  readonly files: BotFiles;
  readonly composed: BotSnapshot;
  readonly items: ItemTable;
  readonly hashes: PartHashes;
  readonly findings: readonly Finding[];
  readonly training: readonly TrainingNeed[];
  readonly composeProblem?: string;
}

/** Puts together what would be live, in steps, so that the caller can do something else between. Pure. */
export function* composeInSteps(input: ComposeInput): Generator<void, Composition, void> {
  const { draft, live } = input;
  const result = filesToPublish(input);
  yield;
  const liveUri = liveRoot(input.bot);
  const made = botOf(
    draft.root,
    result.files,
    (path) => joinUri(result.isFromDraft(path) ? draft.root : liveUri, path),
    live.bot ? [draft, live.bot] : [draft],
  );
  const composed = made ?? draft;
  yield;
  const definition = definitionHash(result.files);
  yield;
  // Remembered is what follows from these files: not from those of LIVE in between, and not without a bot.yaml.
  const memory = input.kind === 'full' && made ? input.memory : undefined;
  const findings = yield* findingsInSteps(composed, input, definition, memory);
  const { items, parts, training } = yield* meaningInSteps(
    composed,
    [draft.root, liveUri],
    result.files,
    definition,
    memory,
  );
  return {
    files: result.files,
    composed,
    items,
    hashes: { ...parts, definition },
    findings,
    training,
    ...(result.problem === undefined ? {} : { composeProblem: result.problem }),
  };
}

/** LIVE as rules see it. */
export function stateOf({ reading, bot }: LiveSide): LiveState {
  if (reading.kind === 'none') return { kind: 'none' };
  if (reading.kind === 'unknown') return { kind: 'unknown', reason: reading.problem.message };
  return bot
    ? {
        kind: 'known',
        version: reading.release.version,
        bot,
        visibility: reading.release.deployment.visibility,
      }
    : { kind: 'unknown', reason: t('LIVE holds no bot.yaml.') };
}

/** The files of what would be live; those of the draft, with the reason, where they cannot be put together. */
interface FilesToPublish {
  readonly files: BotFiles;
  readonly isFromDraft: (path: string) => boolean;
  readonly problem?: string;
}

function filesToPublish(input: ComposeInput): FilesToPublish {
  const { kind, draftFiles, live } = input;
  const draft: FilesToPublish = { files: draftFiles, isFromDraft: () => true };
  if (kind === 'full' || live.reading.kind !== 'known') return draft;
  const liveFiles = live.reading.release.files;
  if (kind === 'nlp') {
    const result = composeNlp(draftFiles, liveFiles);
    return result.ok ? { files: result.value, isFromDraft: isNlpFile } : { ...draft, problem: result.error };
  }
  const bot = botOf(input.draft.root, draftFiles, undefined, [input.draft]);
  if (!bot || !live.bot) return { ...draft, problem: t('bot.yaml is missing, in the draft or in LIVE.') };
  const flows = composeFlows({ files: draftFiles, bot }, { files: liveFiles, bot: live.bot }, input.flows);
  return flows.ok
    ? { files: flows.value.files, isFromDraft: (path) => flows.value.fromDraft.has(path) }
    : { ...draft, problem: flows.error };
}

/** What follows from a bot alone. */
interface Meaning extends HashedItems {
  readonly training: readonly TrainingNeed[];
}

/** A snapshot never changes: what it means is found out once, however many plans are made of it. */
const meanings = new WeakMap<BotSnapshot, Meaning>();

function* meaningInSteps(
  bot: BotSnapshot,
  roots: readonly Uri[],
  files: BotFiles,
  definition: string,
  memory: ContentMemory | undefined,
): Generator<void, Meaning, void> {
  const known = meanings.get(bot);
  if (known) return known;
  const { items, parts } = memory
    ? yield* rememberedItems(memory, bot, definition)
    : yield* hashedItemsInSteps(bot, roots);
  const meaning = { items, parts, training: yield* rememberedTraining(memory, bot, files) };
  meanings.set(bot, meaning);
  return meaning;
}

/** What a bot was found to be beside what; the last one counts. */
interface Judged {
  readonly draft: BotSnapshot;
  readonly project: ProjectSnapshot;
  readonly live: LiveSide;
  readonly findings: readonly Finding[];
}

const judgements = new WeakMap<BotSnapshot, Judged>();

/** Of what would be live, and of the workspace where it concerns the draft: two bots of one name publish to one LIVE. */
function* findingsInSteps(
  bot: BotSnapshot,
  { draft, project, live }: ComposeInput,
  definition: string,
  memory: ContentMemory | undefined,
): Generator<void, readonly Finding[], void> {
  const known = judgements.get(bot);
  if (known?.draft === draft && known.project === project && known.live === live) return known.findings;
  const key = memory && findingsKey(bot.root, definition, live.reading);
  const own = yield* rememberedFindings(memory, key, (onCrash) =>
    ownGateFindingsInSteps(bot, stateOf(live), { onCrash }),
  );
  const all = withLayout(own, bot, project);
  const findings = bot.files.has(draft.botFile.uri)
    ? all
    : [...all, ...checkLayout(project).filter(({ uri }) => draft.files.has(uri))];
  judgements.set(bot, { draft, project, live, findings });
  return findings;
}
