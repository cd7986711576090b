import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFileSystem } from '../../server/src/files/nodeFileSystem';
import { snapshotOf } from '../../server/src/project/project';
import type { BotSnapshot, ProjectSnapshot } from '../../server/src/project/snapshot';
import { readDraft } from '../../server/src/release/content/draft';
import { definitionHash, sha256 } from '../../server/src/release/content/hashes';
import { asBotId } from '../../server/src/release/git/names';
import { openRepository } from '../../server/src/release/git/repository';
import { ModelStore, modelFolder } from '../../server/src/release/models/modelStore';
import { trainingOf } from '../../server/src/release/plan/training';
import { createReleases } from '../../server/src/release/service';
import { formatMessage } from '../../server/src/release/store/message';
import { publishRelease } from '../../server/src/release/store/publish';
import { fileUri } from '../../server/src/text/uri';
import { SIZES, writeCorpus } from './corpus';
import { median, milliseconds } from './measure';
import { run } from './programs';
import type { Comparison, Section } from './report';
import { PROJECT } from './sessions';

const BOTLANE = join(PROJECT, 'dist', 'cli.js');
const VERSIONS = 1_000;
const RUNS = 7;
const PUBLISHES = 3;

/** Publishing and listing beside what plain git takes for the same files and the same branch. */
export async function releases(folder: string): Promise<Section> {
  const place = join(folder, 'releases');
  mkdirSync(place);
  return {
    title: 'Releases',
    method: `Publishing the bot of ${SIZES.L.intents.toLocaleString('en')} intents for the first time, its plan, gates and the reading back of what was written included, against \`git add\` and \`git commit\` of the same files, without maintenance, median of ${PUBLISHES}. In the editor the bot is open, and its state has been shown, for which its files were checked. The command is a program of its own: after \`botlane check\` it knows from the user's cache what gates would find and what the files mean, and reads and hashes all that it publishes; from nothing, with an empty cache, it parses and checks every file first. The model, which is trained before, is a stand-in. Listing ${VERSIONS.toLocaleString('en')} versions, against \`git log\` of the live branch, median of ${RUNS}; both sides take turns.`,
    peer: 'git',
    comparisons: [...(await publishing(place)), await listing(place)],
  };
}

async function publishing(folder: string): Promise<readonly Comparison[]> {
  const corpus = writeCorpus(join(folder, 'large'), SIZES.L).folder;
  const editor: number[] = [];
  const warm: number[] = [];
  const cold: number[] = [];
  const peer: number[] = [];
  for (let count = 0; count < PUBLISHES; count++) {
    const theirs = await repositoryOf(corpus, join(folder, 'theirs'));
    peer.push(
      await milliseconds(async () => {
        await git(theirs, ['add', '--all']);
        await git(theirs, ['commit', '--quiet', '--message', 'x']);
      }),
    );
    const ours = await repositoryOf(corpus, join(folder, 'ours'));
    editor.push(await publishInEditor(ours));
    for (const done of [theirs, ours]) rmSync(done, { recursive: true, maxRetries: 5 });
    cold.push(await publishByCommand(corpus, folder));
    warm.push(await publishByCommand(corpus, folder, ['check']));
  }
  const shared = { unit: 'ms', peer: median(peer), aim: 3 } as const;
  return [
    { what: 'publish L, open in the editor', own: median(editor), ...shared },
    { what: '`botlane publish` of L, after `botlane check`', own: median(warm), ...shared },
    { what: '`botlane publish` of L, from nothing', own: median(cold), ...shared },
  ];
}

/** `botlane publish` in milliseconds, with what `before` left in the user's cache. */
async function publishByCommand(corpus: string, folder: string, before?: readonly string[]): Promise<number> {
  const place = await repositoryOf(corpus, join(folder, 'commanded'));
  const cache = join(folder, 'cache');
  await keepModels(place, botIn(place));
  if (before) await run(BOTLANE, [...before, place], { cache });
  const { wall } = await run(BOTLANE, ['publish', place, '--full', '--notes', 'Notes'], { cache });
  for (const done of [place, cache]) rmSync(done, { recursive: true, force: true, maxRetries: 5 });
  return wall;
}

/** Plan, gates and publish of what the editor has open, in milliseconds. */
async function publishInEditor(place: string): Promise<number> {
  const project = snapshotOf(new NodeFileSystem(), [fileUri(place)]);
  const bot = botOf(project, place);
  await keepModels(place, bot);
  const service = createReleases({ trusted: true });
  await service.state(bot, project);
  return milliseconds(async () => {
    const plan = await service.plan(bot, project, 'full');
    if (!plan.ok) throw new Error(JSON.stringify(plan));
    const result = await service.publish(bot, plan.value, { notes: 'Notes' });
    if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
  });
}

/** Puts a stand-in for each model that the bot needs into the store: training would take longer than all that is measured. */
async function keepModels(place: string, bot: BotSnapshot): Promise<void> {
  const repository = await openRepository(place);
  if (!repository.ok) throw new Error('There is no repository.');
  const store = new ModelStore(modelFolder(repository.value));
  const bytes = Buffer.from('{}');
  for (const { input } of trainingOf(bot)) {
    const saved = await store.save({ bytes, input, artifact: sha256(bytes) });
    if (!saved.ok) throw new Error(saved.error.message);
  }
}

async function listing(folder: string): Promise<Comparison> {
  const small = writeCorpus(join(folder, 'small'), { intents: 10, expressions: 5, flows: 4 }).folder;
  const place = await repositoryOf(small, join(folder, 'versions'));
  const bot = botIn(place);
  await publish(place, bot);
  await addVersions(place, bot.id);
  const service = createReleases({ trusted: true });
  const own: number[] = [];
  const peer: number[] = [];
  for (let count = 0; count < RUNS; count++) {
    peer.push(await milliseconds(() => git(place, ['log', `bots/${bot.id}/live`])));
    own.push(await milliseconds(() => service.versions(bot)));
  }
  return { what: `list ${VERSIONS} versions`, unit: 'ms', own: median(own), peer: median(peer), aim: 3 };
}

/** A first release as the store writes it, without plan and gates. */
async function publish(place: string, bot: BotSnapshot): Promise<void> {
  const id = asBotId(bot.id);
  const repository = await openRepository(place);
  const files = await readDraft(bot);
  if (!id || !repository.ok || !files.ok) throw new Error('There is no bot.');
  const definition = definitionHash(files.value);
  const result = await publishRelease(
    repository.value,
    {
      bot: id,
      kind: 'full',
      files: files.value,
      models: [],
      hashes: { nlp: definition, flow: definition, definition },
      gates: [],
      source: null,
      base: null,
      liveCommit: null,
      liveVersion: null,
      basesAfter: (version) => ({ nlp: version, flow: version }),
    },
    { notes: 'Notes' },
  );
  if (result.outcome !== 'published') throw new Error(JSON.stringify(result));
}

/** More versions on top of the first one: publishing each would take longer than all that is measured. */
async function addVersions(place: string, bot: string): Promise<void> {
  const live = `refs/heads/bots/${bot}/live`;
  const parts: string[] = [];
  for (let version = 2; version <= VERSIONS; version++) {
    const who = `Ada Lovelace <ada@example.org> ${1_700_000_000 + version * 3_600} +0100`;
    const notes = `Notes of version ${version}`;
    const message = formatMessage({
      bot,
      version,
      kind: 'full',
      action: 'publish',
      notes,
      source: null,
      base: version - 1,
      models: [],
    });
    parts.push(
      `commit ${live}\nmark :${version}\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}`,
      version === 2 ? `from ${live}^0\n\n` : '\n',
      `tag bots/${bot}/v${version}\nfrom :${version}\ntagger ${who}\ndata ${notes.length}\n${notes}\n`,
    );
  }
  await git(place, ['fast-import', '--quiet'], parts.join(''));
}

function botIn(place: string): BotSnapshot {
  return botOf(snapshotOf(new NodeFileSystem(), [fileUri(place)]), place);
}

function botOf({ bots }: ProjectSnapshot, place: string): BotSnapshot {
  const [bot] = bots;
  if (!bot) throw new Error(`There is no bot in ${place}.`);
  return bot;
}

async function repositoryOf(corpus: string, place: string): Promise<string> {
  cpSync(corpus, place, { recursive: true });
  await git(place, ['init', '--quiet']);
  await git(place, ['config', 'user.name', 'Ada Lovelace']);
  await git(place, ['config', 'user.email', 'ada@example.org']);
  await git(place, ['config', 'gc.auto', '0']);
  return place;
}

function git(place: string, words: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile('git', words, { cwd: place, maxBuffer: 1 << 28 }, (error) =>
      error ? reject(error) : resolve(),
    );
    // git may end without reading all of its input; its exit code tells what happened.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}
