import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { Finding, LiveState } from '../rules/rule';
import { checkBot, checkLayout, type CheckOptions } from '../rules/run';
import type { Uri } from '../text/uri';

interface Checked {
  readonly bot: BotSnapshot;
  readonly live: LiveState;
  readonly findings: readonly Finding[];
}

/** Findings of the workspace. A bot in which nothing changed, and whose LIVE did not move, is not checked again. */
export class Checker {
  readonly #options: CheckOptions;
  #checked: readonly Checked[] = [];
  #byFile: ReadonlyMap<Uri, readonly Finding[]> = new Map();
  #of: { readonly project: ProjectSnapshot; readonly lives: readonly LiveState[] } | undefined;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  /** Every finding by file. The same map until something changes. */
  check(
    project: ProjectSnapshot,
    liveOf: (bot: BotSnapshot) => LiveState,
  ): ReadonlyMap<Uri, readonly Finding[]> {
    const lives = project.bots.map(liveOf);
    if (this.#of?.project === project && lives.every((live, index) => live === this.#of?.lives[index])) {
      return this.#byFile;
    }
    const known = new Map(this.#checked.map((one) => [one.bot, one]));
    const checked = project.bots.map((bot, index): Checked => {
      const live = lives[index] ?? { kind: 'none' };
      const before = known.get(bot);
      if (before?.live === live) return before;
      return { bot, live, findings: checkBot({ bot, live, project }, this.#options) };
    });
    const all = [...checked.flatMap(({ findings }) => findings), ...checkLayout(project, this.#options)];
    this.#checked = checked;
    this.#of = { project, lives };
    this.#byFile = grouped(all);
    return this.#byFile;
  }
}

function grouped(findings: readonly Finding[]): ReadonlyMap<Uri, readonly Finding[]> {
  const byFile = new Map<Uri, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.uri);
    if (own) own.push(finding);
    else byFile.set(finding.uri, [finding]);
  }
  return byFile;
}
