import type { Result, Version, VersionList } from '../contract';
import type { GitCall } from '../git/git';
import { asOid, liveRef, tagName, tagRef } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { splitNul } from '../git/objects';
import { problem } from '../git/problems';
import { moveReference } from '../git/references';
import type { Repository } from '../git/repository';
import { readBranchHead, readLiveBranch } from './branchHead';
import { inForceAt } from './effectiveLive';
import type { BranchHead } from './effectiveLive';
import { parseMessage } from './message';
import type { LiveMessage } from './message';
import { readLiveReferences } from './read';
import type { LiveHead, LiveReferences } from './read';

/** A commit of the live branch. */
export interface LogEntry {
  readonly commit: Oid;
  readonly author: string;
  readonly date: string;
  readonly message: Omit<LiveMessage, 'bot'>;
}

/** What history knows of a bot. */
export interface History {
  readonly references: LiveReferences;
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly live: number | null;
  /** Versions of the live branch whose tag is missing. */
  readonly untagged: readonly Version[];
}

/** Reads every version from the log of the live branch, and from tags of what is no longer in it. */
export async function readHistory(
  repository: Repository,
  bot: BotId,
  call: GitCall = {},
): Promise<Result<History>> {
  // Where the branch of this repository is LIVE, which is usual, it is read while the references are.
  const [references, guess] = await Promise.all([
    readLiveReferences(repository, bot, call),
    guessLive(repository, bot, call),
  ]);
  if (!references.ok) return references;
  const { head, tags } = references.value;
  const isRight = head.kind === 'at' && guess?.commit === head.commit;
  const log = isRight
    ? guess.log
    : head.kind === 'unknown'
      ? NO_LOG
      : await readLiveLog(repository, head, call);
  if (!log.ok) return log;
  const published = new Map<number, LogEntry>();
  for (const entry of log.value)
    if (entry.message.action === 'publish') published.set(entry.message.version, entry);
  const fromLog = new Set(published.keys());
  const elsewhere = [...tags].filter(([version]) => !fromLog.has(version));
  if (elsewhere.length > 0) {
    const commits = elsewhere.map(([, commit]) => commit);
    const tagged = await readLog(repository, ['--no-walk=unsorted', ...commits], call);
    if (!tagged.ok) return tagged;
    for (const entry of tagged.value) {
      if (tags.get(entry.message.version) === entry.commit) published.set(entry.message.version, entry);
    }
  }
  const state = isRight ? guess.state : undefined;
  const live = await liveVersion(repository, bot, head, log.value[0], state, call);
  const versions = [...published.values()]
    .sort((a, b) => b.message.version - a.message.version)
    .map((entry) => versionOf(bot, entry, live));
  const untagged = versions.filter(({ version }) => fromLog.has(version) && !tags.has(version));
  return { ok: true, value: { references: references.value, versions, live, untagged } };
}

/** What is known when the branch of this repository is LIVE. */
interface LiveGuess {
  readonly commit: Oid;
  readonly log: Result<readonly LogEntry[]>;
  readonly state: Result<BranchHead>;
}

async function guessLive(repository: Repository, bot: BotId, call: GitCall): Promise<LiveGuess | undefined> {
  const [log, head] = await Promise.all([
    readLog(repository, ['--topo-order', liveRef(bot)], call),
    readLiveBranch(repository, bot, call),
  ]);
  const isOne = head !== undefined && log.ok && log.value[0]?.commit === head.commit;
  return isOne ? { commit: head.commit, log, state: head.state } : undefined;
}

/**
 * The number of what is live: what the schedule has made of the head; of a head that cannot be read, what its message says.
 */
async function liveVersion(
  repository: Repository,
  bot: BotId,
  head: LiveHead,
  newest: LogEntry | undefined,
  known: Result<BranchHead> | undefined,
  call: GitCall,
): Promise<number | null> {
  if (head.kind !== 'at') return null;
  const state = known ?? (await readBranchHead(repository, bot, head.commit, call));
  if (state.ok) return inForceAt(state.value, new Date()).version;
  return newest?.commit === head.commit ? newest.message.version : null;
}

/** Every change of LIVE, newest first; refused when LIVE is unknown. */
export async function readLiveLog(
  repository: Repository,
  head: LiveHead,
  call: GitCall = {},
): Promise<Result<readonly LogEntry[]>> {
  if (head.kind === 'unknown') return { ok: false, error: problem('live-unknown', head.reason) };
  return head.kind === 'at' ? readLog(repository, ['--topo-order', head.commit], call) : NO_LOG;
}

const NO_LOG: Result<readonly LogEntry[]> = { ok: true, value: [] };
const FIELDS = 4;

async function readLog(
  repository: Repository,
  what: readonly string[],
  call: GitCall,
): Promise<Result<readonly LogEntry[]>> {
  const answer = await repository.git.run(
    ['log', '-z', '--no-color', '--format=tformat:%H%x00%an%x00%aI%x00%B', ...what],
    call,
  );
  if (!answer.ok) return answer;
  const fields = splitNul(answer.value.stdout).map((field) => field.toString('utf8'));
  const entries: LogEntry[] = [];
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [name = '', author = '', date = '', text = ''] = fields.slice(at, at + FIELDS);
    const commit = asOid(name);
    if (!commit) return { ok: false, error: problem('failed', 'log') };
    const message = parseMessage(text);
    if (message) entries.push({ commit, author, date, message });
  }
  return { ok: true, value: entries };
}

function versionOf(bot: BotId, { commit, author, date, message }: LogEntry, live: number | null): Version {
  const { version, kind, notes, source, base, models, overrides = [] } = message;
  return {
    version,
    kind,
    notes,
    author,
    date,
    commit,
    tag: tagName(bot, version),
    source,
    base,
    models: new Map(models.map(({ language, input }) => [language, input])),
    overrides,
    live: version === live,
  };
}

/** The list of versions as it is shown. */
export function versionList(history: History): VersionList {
  const { head } = history.references;
  return {
    versions: history.versions,
    live: history.live,
    ...(head.kind === 'unknown' ? { liveProblem: problem('live-unknown', head.reason) } : {}),
  };
}

/** Numbers are never used again: one more than every tag and every entry of the log. */
export function nextVersion({ references, versions, live }: History): number {
  return Math.max(0, live ?? 0, ...references.tags.keys(), ...versions.map(({ version }) => version)) + 1;
}

/**
 * Makes the tags that a killed publish did not come to. A tag takes tagger and date from its commit, so that every clone
 * makes the same one.
 */
export async function remakeTags(
  repository: Repository,
  bot: BotId,
  history: History,
  call: GitCall = {},
): Promise<Result<undefined>> {
  for (const { version, commit } of [...history.untagged].reverse()) {
    const made = await makeTag(repository, bot, version, commit, call);
    if (!made.ok) return made;
  }
  return { ok: true, value: undefined };
}

/** Makes the tag of a version, and its reference. */
export async function makeTag(
  repository: Repository,
  bot: BotId,
  version: number,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<undefined>> {
  const tag = await makeTagObject(repository, bot, version, commit, call);
  if (!tag.ok) return tag;
  const moved = await moveReference(
    repository,
    tagRef(bot, version),
    tag.value,
    undefined,
    `tag v${version}`,
    call,
  );
  // Another process may have made the same tag in the meantime.
  return moved.ok || moved.error.reason === 'ref-moved' ? { ok: true, value: undefined } : moved;
}

/** Writes the tag of a version without making it known under its name. */
export async function makeTagObject(
  repository: Repository,
  bot: BotId,
  version: number,
  commit: Oid,
  call: GitCall = {},
): Promise<Result<Oid>> {
  const raw = await repository.git.text(['cat-file', 'commit', commit], call);
  if (!raw.ok) return raw;
  const committer = /^committer (.*)$/m.exec(raw.value)?.[1];
  if (committer === undefined) return { ok: false, error: problem('object-missing', commit) };
  const tag = await repository.git.text(['mktag'], {
    ...call,
    input: `object ${commit}\ntype commit\ntag ${tagName(bot, version)}\ntagger ${committer}\n\n${bot} v${version}\n`,
  });
  if (!tag.ok) return tag;
  const oid = asOid(tag.value);
  return oid ? { ok: true, value: oid } : { ok: false, error: problem('failed', 'mktag') };
}
