import { soleProject } from '../project/project';
import type { BotSnapshot } from '../project/snapshot';
import type { Finding } from '../rules/rule';
import { type CheckOptions, WorkspaceCheck } from '../rules/run';
import type { Uri } from '../text/uri';

/** Findings of what is live, for the documents of it that are open. A version never changes: each is looked at once. */
export class LiveFindings {
  readonly #options: CheckOptions;
  readonly #checks = new WeakMap<BotSnapshot, WorkspaceCheck>();

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  of(bot: BotSnapshot, uri: Uri): readonly Finding[] {
    let check = this.#checks.get(bot);
    if (!check) {
      check = new WorkspaceCheck(this.#options);
      check.update(soleProject(bot), () => ({ kind: 'none' }));
      this.#checks.set(bot, check);
    }
    check.finish(uri);
    return check.findings(uri);
  }
}
