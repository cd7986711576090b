import * as vscode from 'vscode';
import type { CoverageView, Place, RunTestsOutcome } from '../../../server/src/protocol';
import type { WorkspaceState } from '../workspaceState';

/** An intent or a dialog, and how well conversation tests know it. */
export type TestedPart = CoverageView['definitions'][number];

type Run = Extract<RunTestsOutcome, { readonly kind: 'ran' }>;

interface KnownRun {
  readonly revision: number;
  readonly files: ReadonlyMap<string, readonly TestedPart[]>;
  readonly byPlace: ReadonlyMap<string, TestedPart>;
}

/**
 * What the conversation tests of each bot came through when all of them ran last. Forgotten as soon as the draft is
 * another one: what was tested then is not what stands there now.
 */
export class TestedParts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #workspace: WorkspaceState;
  readonly #subscription: vscode.Disposable;
  readonly #runs = new Map<string, KnownRun>();

  /** Fires when something came to be known or was forgotten. */
  readonly onDidChange = this.#changed.event;

  constructor(workspace: WorkspaceState) {
    this.#workspace = workspace;
    this.#subscription = workspace.onDidChange(() => {
      const old = [...this.#runs].filter(([root, { revision }]) => this.#isOld(root, revision));
      for (const [root] of old) this.#runs.delete(root);
      if (old.length > 0) this.#changed.fire();
    });
  }

  /**
   * Takes note of a run. One of some of the tests says nothing about what the others reach, and one of a draft that has
   * changed meanwhile nothing about the draft.
   */
  ran(root: string, { complete, revision, coverage }: Run): void {
    if (!complete || this.#isOld(root, revision)) return;
    this.#runs.set(root, {
      revision,
      files: new Map(coverage.map(({ uri, definitions }) => [vscode.Uri.parse(uri).toString(), definitions])),
      byPlace: new Map(
        coverage.flatMap(({ uri, definitions }) =>
          definitions.map((part) => [keyOf({ uri, range: part.range }), part] as const),
        ),
      ),
    });
    this.#changed.fire();
  }

  /** The intent or dialog whose name stands at a place; undefined when nothing is known of it. */
  at(root: string, place: Place): TestedPart | undefined {
    return this.#runs.get(root)?.byPlace.get(keyOf(place));
  }

  /** What is known of a bot's files whose addresses match. */
  of(root: string, files: RegExp): readonly TestedPart[] {
    const known = [...(this.#runs.get(root)?.files ?? [])];
    return known.flatMap(([address, parts]) => (files.test(address) ? parts : []));
  }

  /** What is known of a file. */
  in(file: vscode.Uri): readonly TestedPart[] {
    const address = file.toString();
    return [...this.#runs.values()].flatMap(({ files }) => files.get(address) ?? []);
  }

  #isOld(root: string, revision: number): boolean {
    return (this.#workspace.state(root)?.revision ?? Infinity) > revision;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}

function keyOf({ uri, range: { start } }: Place): string {
  return `${start.line}:${start.character} ${uri}`;
}

/** Such as "3 tests" or "no test, 1 of 2 branches". */
export function testedText({ tests, branches }: TestedPart): string {
  const count =
    tests === 0
      ? vscode.l10n.t('no test')
      : tests === 1
        ? vscode.l10n.t('1 test')
        : vscode.l10n.t('{0} tests', tests);
  const taken = branches.filter(({ reached }) => reached).length;
  if (tests === 0 || taken === branches.length) return count;
  return vscode.l10n.t('{0}, {1} of {2} branches', count, taken, branches.length);
}
