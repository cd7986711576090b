import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Base, Bases, Result, Version } from '../contract';
import type { GitCall } from '../git/git';
import { asOid } from '../git/names';
import type { BotId, Oid } from '../git/names';
import { presentObjects } from '../git/objects';
import { headCommit } from '../git/repository';
import type { Repository } from '../git/repository';
import { writeWhole } from '../models/modelStore';

/** What this worktree published or restored, by part, and where HEAD was then. */
interface BaseEntry {
  /** The version's commit; an entry whose commit never came into the log counts for nothing. */
  readonly commit: Oid;
  readonly nlp: number;
  readonly flow: number;
  readonly head: Oid | null;
}

/**
 * The versions that the draft descends from: what this worktree last published or restored; and since commits are merged
 * and pulled, too, any newer version whose source commit has come into HEAD after that. Undefined when neither tells.
 */
export async function readBases(
  repository: Repository,
  bot: BotId,
  versions: readonly Version[],
  call: GitCall = {},
): Promise<Result<Bases>> {
  const record = inForce(await readEntries(repository, bot), versions);
  const inHead = await versionsInHead(repository, versions, record?.head ?? undefined, call);
  if (!inHead.ok) return inHead;
  // The flows of an NLP-only version are not those of its source commit, and the NLP of one of chosen flows is not.
  const withNlp = inHead.value.filter(({ kind }) => kind !== 'flows');
  const nlp = [record?.nlp ?? 0, ...withNlp.map(({ version }) => version)];
  const full = inHead.value.filter(({ kind }) => kind === 'full');
  const flow = [record?.flow ?? 0, ...full.map(({ version }) => version)];
  return {
    ok: true,
    value: { nlp: baseOf(Math.max(...nlp), versions), flow: baseOf(Math.max(...flow), versions) },
  };
}

/**
 * What the bases are told from besides the versions, with the live branch at `live`; undefined when HEAD cannot be read.
 * Of a draft that was published as it is live, HEAD tells nothing more.
 */
export async function baseRevision(repository: Repository, bot: BotId, live: Oid): Promise<unknown> {
  const entries = await readEntries(repository, bot);
  if (entries.some(({ commit, nlp, flow }) => commit === live && nlp === flow)) return [entries];
  const head = await headCommit(repository);
  return head.ok ? [entries, head.value ?? null] : undefined;
}

/**
 * Takes note of what the draft descends from once `commit` is in the log of the live branch. Written before that is so: a
 * process that is killed right after its publish must not find its own work to be somebody else's.
 */
export async function writeBases(
  repository: Repository,
  bot: BotId,
  entry: Omit<BaseEntry, 'head'>,
  versions: readonly Version[],
): Promise<Result<undefined>> {
  const head = await headCommit(repository);
  if (!head.ok) return head;
  const before = inForce(await readEntries(repository, bot), versions);
  const entries: readonly BaseEntry[] = [{ ...entry, head: head.value ?? null }, ...(before ? [before] : [])];
  const path = baseFile(repository, bot);
  return writeWhole(join(path, '..'), path, Buffer.from(JSON.stringify(entries)));
}

function baseFile(repository: Repository, bot: BotId): string {
  return join(repository.gitDirectory, 'botlane', 'base', bot);
}

function inForce(entries: readonly BaseEntry[], versions: readonly Version[]): BaseEntry | undefined {
  const commits = new Set(versions.map(({ commit }) => commit));
  return entries.find(({ commit }) => commits.has(commit));
}

async function readEntries(repository: Repository, bot: BotId): Promise<readonly BaseEntry[]> {
  try {
    const json: unknown = JSON.parse(await readFile(baseFile(repository, bot), 'utf8'));
    return Array.isArray(json) ? json.flatMap((entry) => parseEntry(entry) ?? []) : [];
  } catch {
    return [];
  }
}

function parseEntry(json: unknown): BaseEntry | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { commit, nlp, flow, head } = json as Readonly<Record<string, unknown>>;
  const oid = typeof commit === 'string' ? asOid(commit) : undefined;
  if (!oid || typeof nlp !== 'number' || typeof flow !== 'number') return undefined;
  return { commit: oid, nlp, flow, head: (typeof head === 'string' && asOid(head)) || null };
}

/** Versions whose source commit is HEAD or an ancestor of it, but was not in `since` already. */
async function versionsInHead(
  repository: Repository,
  versions: readonly Version[],
  since: Oid | undefined,
  call: GitCall,
): Promise<Result<readonly Version[]>> {
  const head = await headCommit(repository, call);
  if (!head.ok) return head;
  const sources = [...new Set(versions.flatMap(({ source }) => source ?? []))];
  if (!head.value || sources.length === 0) return { ok: true, value: [] };
  const present = await presentObjects(repository, since ? [...sources, since] : sources, call);
  if (!present.ok) return present;
  const known = sources.filter((source) => present.value.has(source));
  const outside = await unreachable(repository, known, head.value, call);
  if (!outside.ok) return outside;
  const before = since && present.value.has(since) ? since : undefined;
  const fresh = before ? await unreachable(repository, known, before, call) : undefined;
  if (fresh && !fresh.ok) return fresh;
  const inHead = new Set(
    known.filter((source) => !outside.value.has(source) && (fresh?.value.has(source) ?? true)),
  );
  return { ok: true, value: versions.filter(({ source }) => source !== null && inHead.has(source)) };
}

/** Which of these commits are not reachable from `tip`. */
async function unreachable(
  repository: Repository,
  commits: readonly Oid[],
  tip: Oid,
  call: GitCall,
): Promise<Result<ReadonlySet<string>>> {
  if (commits.length === 0) return { ok: true, value: new Set() };
  const answer = await repository.git.text(['rev-list', '--stdin'], {
    ...call,
    input: `${commits.join('\n')}\n^${tip}\n`,
  });
  return answer.ok ? { ok: true, value: new Set(answer.value.split('\n')) } : answer;
}

/** A version with everything that it descends from; undefined for a version that does not exist. */
function baseOf(version: number, versions: readonly Version[]): Base | undefined {
  const byNumber = new Map(versions.map((entry) => [entry.version, entry]));
  if (!byNumber.has(version)) return undefined;
  const ancestors = new Set<number>();
  for (
    let at: number | null = version;
    at !== null && !ancestors.has(at);
    at = byNumber.get(at)?.base ?? null
  ) {
    ancestors.add(at);
  }
  return { version, ancestors };
}
