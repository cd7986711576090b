import type { BotId, Oid, Result, VersionContent } from '../../release/contract';
import type { GitCall } from '../../release/git/git';
import { asOid } from '../../release/git/names';
import type { Repository } from '../../release/git/repository';
import { readBranchHead } from '../../release/store/branchHead';
import { type BranchHead, inForceAt } from '../../release/store/effectiveLive';
import type { LiveReferences } from '../../release/store/read';
import { type LoadedVersion, loadVersion } from './loadVersion';
import type { BotInForce, Refusal } from './contract';

/** How far back in the log a gateway that starts on a bad release looks for a good one. */
const MOST_BACK = 50;

interface Head {
  readonly commit: Oid;
  readonly state: BranchHead;
}

/** What is in force from one instant to another (milliseconds since 1970). */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly value: BotInForce;
}

/**
 * The live branch of one bot: its head, and the versions that it and its schedule name, all of them loaded. What is in
 * force at a moment is then a look-up. A release that does not verify never takes the place of one that does; who may talk
 * to the bot, and whether it answers, is obeyed at once all the same.
 */
export class LiveBranch {
  readonly #repository: Repository;
  readonly #bot: BotId;
  #head: Head | undefined;
  #versions: readonly LoadedVersion[] = [];
  #lastGood: LoadedVersion | undefined;
  #refusal: Refusal | undefined;
  #span: Span | undefined;

  constructor(repository: Repository, bot: BotId) {
    this.#repository = repository;
    this.#bot = bot;
  }

  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** Takes over what the references say. What cannot be taken over is refused, and everything stays as it was. */
  async read({ head, tags }: Pick<LiveReferences, 'head' | 'tags'>, now: Date, call: GitCall): Promise<void> {
    if (head.kind === 'none') return;
    if (head.kind === 'unknown') return this.#refuse(null, head.reason, now);
    const { commit } = head;
    if (this.#head?.commit === commit && !this.#refusal) return;
    const state = await readBranchHead(this.#repository, this.#bot, commit, call);
    if (!state.ok) {
      // Without a deployment that can be read nobody is let in; what was known of it still holds.
      return this.#refuse(commit, state.error.message, now);
    }
    const loaded: LoadedVersion[] = [];
    const load = async (from: Oid, expected: VersionContent): Promise<Result<LoadedVersion>> => {
      const version = await loadVersion(
        this.#repository,
        this.#bot,
        from,
        [...loaded, ...this.#kept()],
        call,
      );
      if (version.ok && isVersion(version.value, expected)) loaded.push(version.value);
      return version;
    };
    const problems: string[] = [];
    const live = await load(commit, state.value);
    if (!live.ok) problems.push(live.error.message);
    for (const { target } of state.value.deployment.schedule) {
      const tagged = target && tags.get(target.version);
      if (!target || loaded.some((one) => isVersion(one, target))) continue;
      const planned = tagged && (await load(tagged, target));
      if (planned && !planned.ok) problems.push(planned.error.message);
    }
    this.#lastGood ??= live.ok ? live.value : await this.#findGood(commit, call);
    this.#head = { commit, state: state.value };
    this.#versions = loaded;
    this.#span = undefined;
    const [first] = problems;
    if (first === undefined) this.#refusal = undefined;
    else this.#refuse(commit, first, now);
  }

  /** What users talk to at `now`; undefined when no release that verifies was ever seen. */
  inForce(now: Date): BotInForce | undefined {
    const time = now.getTime();
    if (this.#span && this.#span.from <= time && time < this.#span.until) return this.#span.value;
    this.#span = this.#spanAt(now);
    return this.#span?.value;
  }

  #spanAt(now: Date): Span | undefined {
    if (!this.#head) return undefined;
    const { commit, state } = this.#head;
    const { version, definition, deployment, switches } = inForceAt(state, now);
    const wanted = [{ version, definition }, ...switches.map(({ before }) => before).reverse()];
    const [found] = wanted.flatMap((one) => this.#versions.find((loaded) => isVersion(loaded, one)) ?? []);
    const good = found ?? this.#lastGood;
    if (!good) return undefined;
    this.#lastGood = good;
    const times = state.deployment.schedule.map(({ at }) => Date.parse(at));
    const { active, inactive, title, models, isExpression, channels } = good.content;
    return {
      from: Math.max(-Infinity, ...times.filter((at) => at <= now.getTime())),
      until: Math.min(Infinity, ...times.filter((at) => at > now.getTime())),
      value: {
        bot: this.#bot,
        environment: 'live',
        version: good.version,
        commit,
        title,
        deployment: {
          visibility: deployment.visibility,
          access: deployment.access,
          status: deployment.status,
        },
        runnable: deployment.status === 'active' ? active : inactive,
        models,
        isExpression,
        channels,
      },
    };
  }

  #kept(): readonly LoadedVersion[] {
    return this.#lastGood ? [...this.#versions, this.#lastGood] : this.#versions;
  }

  #refuse(commit: Oid | null, reason: string, now: Date): void {
    if (this.#refusal?.commit === commit && this.#refusal.reason === reason) return;
    this.#refusal = { bot: this.#bot, environment: 'live', commit, reason, since: now.getTime() };
  }

  /** The newest release before a bad one that verifies: a gateway that starts has no last good one of its own. */
  async #findGood(commit: Oid, call: GitCall): Promise<LoadedVersion | undefined> {
    const { git } = this.#repository;
    const range = ['--first-parent', `--max-count=${MOST_BACK}`, '--skip=1', '--end-of-options', commit];
    const log = await git.text(['rev-list', ...range], call);
    const commits = log.ok ? log.value.split('\n').flatMap((line) => asOid(line) ?? []) : [];
    for (const candidate of commits) {
      const loaded = await loadVersion(this.#repository, this.#bot, candidate, [], call);
      if (loaded.ok) return loaded.value;
    }
    return undefined;
  }
}

function isVersion(one: VersionContent, other: VersionContent): boolean {
  return one.version === other.version && one.definition === other.definition;
}
