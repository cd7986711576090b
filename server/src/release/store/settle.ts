import type { Result, VersionKind } from '../contract';
import type { GitCall } from '../git/git';
import type { Identity } from '../git/identity';
import type { BotId, Oid } from '../git/names';
import { listTree } from '../git/objects';
import { problem } from '../git/problems';
import type { Repository } from '../git/repository';
import { readBranchHead } from './branchHead';
import { inForceAt } from './effectiveLive';
import type { BranchHead, Switch } from './effectiveLive';
import { formatMessage } from './message';
import { DEPLOYMENT_FILE, formatJson } from './record';
import type { History } from './versions';
import { writeCommit } from './write';
import type { TreeContent } from './write';

/** The live branch with everything recorded that its schedule has done. */
export interface Settled {
  /** On what to build. No reference is there yet, unless nothing was to be recorded. */
  readonly parent: Oid;
  /** What is in force. */
  readonly state: BranchHead;
}

/**
 * Writes the commits that record what the schedule has done since the head was written, each dated when it took effect.
 * No reference moves: they go live together with what the caller builds on them.
 */
export async function settle(
  repository: Repository,
  bot: BotId,
  head: Oid,
  { versions }: History,
  author: Identity,
  call: GitCall,
): Promise<Result<Settled>> {
  const state = await readBranchHead(repository, bot, head, call);
  if (!state.ok) return state;
  const kinds = new Map(versions.map(({ version, kind }) => [version, kind]));
  const commits = new Map(versions.map(({ version, commit }) => [version, commit]));
  let parent = head;
  const { switches, version, definition, deployment } = inForceAt(state.value, new Date());
  for (const change of switches) {
    const { after, entry, fired } = change;
    const source = fired && entry.target ? commits.get(after.version) : parent;
    if (!source) return { ok: false, error: problem('version-missing', String(after.version)) };
    const content = await contentOf(repository, source, call);
    if (!content.ok) return content;
    const commit = await writeCommit(
      repository,
      new Map([...content.value, [DEPLOYMENT_FILE, formatJson(after.deployment)]]),
      parent,
      messageOf(bot, change, kinds.get(after.version) ?? 'full'),
      datedAt(author, entry.at),
      call,
    );
    if (!commit.ok) return commit;
    parent = commit.value;
  }
  return { ok: true, value: { parent, state: { version, definition, deployment } } };
}

/** Every file of a commit, by the objects that the repository has. */
export async function contentOf(
  repository: Repository,
  commit: Oid,
  call: GitCall,
): Promise<Result<TreeContent>> {
  const tree = await listTree(repository, commit, call);
  return tree.ok ? { ok: true, value: new Map(tree.value.map(({ path, oid }) => [path, oid])) } : tree;
}

function messageOf(bot: BotId, { entry, fired, before, after }: Switch, kind: VersionKind): string {
  const said = `Scheduled for ${entry.at} (${entry.zone})`;
  const what = entry.target ? `make v${entry.target.version} live` : entry.action;
  return formatMessage({
    bot,
    version: after.version,
    kind,
    action: fired && entry.target ? 'switch' : 'deploy',
    notes: fired
      ? `${said}: ${what}.`
      : `${said}: ${what}. Did not happen, because v${before.version} was live and not v${entry.expects.version}.`,
    source: null,
    base: null,
    models: [],
  });
}

/** The same person, at another time. */
function datedAt(author: Identity, at: string): Identity {
  const date = `${Math.floor(Date.parse(at) / 1000)} +0000`;
  return {
    ...author,
    date: at,
    environment: { ...author.environment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  };
}
