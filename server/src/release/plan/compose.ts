import { t } from '@vscode/l10n';
import { checkTrainable } from '../../nlp/checkTrainable';
import { trainingDataOf } from '../../nlp/trainingData';
import type { BotSnapshot, ProjectSnapshot } from '../../project/snapshot';
import { checkLayout, gateFindingsInSteps } from '../../rules/run';
import type { Finding, LiveState } from '../../rules/rule';
import { atOnce } from '../../text/inPieces';
import { joinUri } from '../../text/uri';
import type { Uri } from '../../text/uri';
import { composeNlp, isNlpFile } from '../content/compose';
import { composeFlows } from '../content/composeFlows';
import { definitionHash } from '../content/hashes';
import { itemsOf, partHashes } from '../content/items';
import type { ItemTable } from '../content/items';
import { botOf, liveRoot } from '../content/snapshot';
import { trainingInputOf } from '../content/trainingInputs';
import type { BotFiles, BotId, LiveReading, PartHashes, ReleaseKind } from '../contract';

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

/** Puts together what would be live. Pure. */
export function compose(input: ComposeInput): Composition {
  return atOnce(composeInSteps(input));
}

/** The same in steps, so that the caller can do something else between. */
export function* composeInSteps(input: ComposeInput): Generator<void, Composition, void> {
  const { draft, live } = input;
  const result = filesToPublish(input);
  yield;
  const liveUri = liveRoot(input.bot);
  const composed =
    botOf(
      draft.root,
      result.files,
      (path) => joinUri(result.isFromDraft(path) ? draft.root : liveUri, path),
      live.bot ? [draft, live.bot] : [draft],
    ) ?? draft;
  yield;
  const findings = yield* findingsInSteps(composed, input);
  const { items, parts, training } = yield* meaningInSteps(composed, [draft.root, liveUri]);
  return {
    files: result.files,
    composed,
    items,
    hashes: { ...parts, definition: definitionHash(result.files) },
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

/** What a language needs a model for. */
export interface TrainingNeed {
  readonly language: string;
  /** Hash of the training input. */
  readonly input: string;
  /** Why it cannot be trained. */
  readonly problems: readonly string[];
}

/** The training of a bot, per language. A bot without intents has nothing to learn: its flows are all there is. */
export function trainingOf(
  bot: BotSnapshot,
  languages: readonly string[] = languagesOf(bot),
): readonly TrainingNeed[] {
  if (bot.intents.length === 0) return [];
  return languages.map((language) => {
    const data = trainingDataOf(bot, language);
    return {
      language,
      input: trainingInputOf(bot, language),
      problems: checkTrainable(data).map(({ message }) => message),
    };
  });
}

/** Languages of a bot, each once. */
export function languagesOf(bot: BotSnapshot): readonly string[] {
  return [...new Set(bot.settings?.item.languages.map(({ value }) => value))];
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
interface Meaning {
  readonly items: ItemTable;
  readonly parts: Pick<PartHashes, 'nlp' | 'flow'>;
  readonly training: readonly TrainingNeed[];
}

/** A snapshot never changes: what it means is found out once, however many plans are made of it. */
const meanings = new WeakMap<BotSnapshot, Meaning>();

function* meaningInSteps(bot: BotSnapshot, roots: readonly Uri[]): Generator<void, Meaning, void> {
  const known = meanings.get(bot);
  if (known) return known;
  const items = itemsOf(bot, roots);
  yield;
  const parts = partHashes(items);
  yield;
  const meaning = { items, parts, training: trainingOf(bot) };
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
): Generator<void, readonly Finding[], void> {
  const known = judgements.get(bot);
  if (known?.draft === draft && known.project === project && known.live === live) return known.findings;
  const own = yield* gateFindingsInSteps({ bot, live: stateOf(live), project });
  const findings = bot.files.has(draft.botFile.uri)
    ? own
    : [...own, ...checkLayout(project).filter(({ uri }) => draft.files.has(uri))];
  judgements.set(bot, { draft, project, live, findings });
  return findings;
}
