import type { BotSnapshot, ProjectFile, ProjectSnapshot } from '../../project/snapshot';
import type { Uri } from '../../text/uri';
import type { Finding, LiveState } from '../rule';
import { BotCheck, type CheckInput, type CheckPlan } from './botCheck';
import { remember } from './indexes';
import { BOT_PLAN, LAYOUT_PLAN } from './plans';
import { type CheckOptions, limited } from './present';

/**
 * The findings of a workspace as it changes: of each bot by itself, and of the workspace as a whole. `update` takes note
 * of a change, `work` does what follows from it in small steps.
 */
export class WorkspaceCheck {
  readonly #options: CheckOptions;
  readonly #isOnce: boolean;
  readonly #bots = new Map<Uri, BotCheck>();
  readonly #layout: BotCheck;
  #project: ProjectSnapshot | undefined;
  readonly #changed = new Set<Uri>();

  /** @param isOnce there will be one update, and no other */
  constructor(options: CheckOptions = {}, isOnce = false) {
    this.#options = options;
    this.#isOnce = isOnce;
    this.#layout = this.#newCheck(LAYOUT_PLAN);
  }

  update(project: ProjectSnapshot, liveOf: (bot: BotSnapshot) => LiveState): void {
    this.#project = project;
    const roots = new Set(project.bots.map(({ root }) => root));
    for (const [root, check] of this.#bots) {
      if (roots.has(root)) continue;
      for (const uri of check.files()) this.#changed.add(uri);
      this.#bots.delete(root);
    }
    for (const bot of project.bots) {
      const check = this.#bots.get(bot.root) ?? this.#newCheck(BOT_PLAN);
      this.#bots.set(bot.root, check);
      updateBot(check, bot, liveOf(bot), this.#options);
    }
    this.#layout.update(layoutOf(project), '');
  }

  /** Does what is to be done about some files, and stops after every one. */
  *workOn(files: readonly Uri[]): Generator<void, void, void> {
    yield* this.#layout.work(files);
    const roots = new Set(files.map((uri) => this.#project?.botOf(uri)?.root));
    for (const [root, check] of this.#bots) if (roots.has(root)) yield* check.work(files);
  }

  /**
   * Does what is to be done, and stops after every file.
   * @param near files whose bots go before the others
   */
  *work(near: readonly Uri[] = []): Generator<void, void, void> {
    yield* this.#layout.work();
    const nearest = new Set(near.map((uri) => this.#project?.botOf(uri)?.root));
    for (const isNear of [true, false]) {
      for (const [root, check] of this.#bots) if (nearest.has(root) === isNear) yield* check.work();
    }
  }

  /** The files whose findings may be others than when this was asked last. */
  takeChanged(): readonly Uri[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** Brings the findings about one file up to date. */
  finish(uri: Uri): void {
    this.#layout.finish(uri);
    this.#checkOf(uri)?.finish(uri);
  }

  /** The findings about a file as far as `work` has come, in order. */
  findings(uri: Uri): readonly Finding[] {
    const file = this.#project?.file(uri);
    if (!file) return [];
    const own = this.#checkOf(uri)?.findings(uri) ?? [];
    return limited([...own, ...this.#layout.findings(uri)], file, this.#project?.botOf(uri), this.#options);
  }

  /** What the gates of a release count of a bot by itself, when `work` is done; undefined where that was not asked here. */
  gateFindings(root: Uri): readonly Finding[] | undefined {
    return this.#bots.get(root)?.gateFindings();
  }

  /** How often a rule looked at a file: a measure of work for tests. */
  get checks(): number {
    return [...this.#bots.values()].reduce((sum, check) => sum + check.checks, this.#layout.checks);
  }

  #checkOf(uri: Uri): BotCheck | undefined {
    const bot = this.#project?.botOf(uri);
    return bot && this.#bots.get(bot.root);
  }

  #newCheck(plan: CheckPlan): BotCheck {
    return new BotCheck(plan, this.#options, { isOnce: this.#isOnce, changed: this.#changed });
  }
}

/** Takes note of a bot as it is now. */
export function updateBot(
  check: BotCheck,
  bot: BotSnapshot,
  live: LiveState,
  { measuredOf }: CheckOptions,
): void {
  const rules = bot.settings?.item.rules ?? new Map<string, { readonly severity: string }>();
  const settings = JSON.stringify([bot.id, [...rules].map(([code, { severity }]) => [code, severity])]);
  const measured = measuredOf?.(bot);
  check.update({ bot, files: bot.files, live, measured, botOf: () => bot }, settings);
  remember(bot, live, check.index);
}

/** What the rules about the workspace as a whole look at: every bot.yaml, and the files of no bot. */
export function layoutOf(project: ProjectSnapshot): CheckInput {
  const files = new Map<Uri, ProjectFile>();
  for (const { botFile } of project.bots) files.set(botFile.uri, botFile);
  for (const file of project.orphans) files.set(file.uri, file);
  return { files, live: NO_LIVE, botOf: (uri) => project.botOf(uri) };
}

const NO_LIVE: LiveState = { kind: 'none' };
