import type { Outcome } from '../dialogue/turn';
import { foldName } from '../model/occurrence';
import type { Dialog, Intent } from '../model/definitions';
import type { BotSnapshot, Placed } from '../project/snapshot';
import type { Span } from '../text/range';

/** What conversations came through. Names are case folded. */
export interface Reached {
  readonly intents: ReadonlySet<string>;
  /** `flow/dialog`. */
  readonly dialogs: ReadonlySet<string>;
  /** `flow/dialog#index`. */
  readonly branches: ReadonlySet<string>;
}

/** Collects what conversations come through. */
export class ReachedSoFar implements Reached {
  readonly intents = new Set<string>();
  readonly dialogs = new Set<string>();
  readonly branches = new Set<string>();

  add({ trace: { heard, entries } }: Outcome): void {
    const [best] = heard?.understood ? heard.intents : [];
    if (best) this.intents.add(foldName(best.name));
    for (const entry of entries) {
      if (entry.type === 'entered') this.dialogs.add(foldName(entry.dialog));
      else if (entry.type === 'condition' && entry.holds)
        this.branches.add(branchKey(entry.dialog, entry.branch));
    }
  }

  merge({ intents, dialogs, branches }: Reached): void {
    for (const name of intents) this.intents.add(name);
    for (const name of dialogs) this.dialogs.add(name);
    for (const name of branches) this.branches.add(name);
  }
}

function branchKey(dialog: string, index: number): string {
  return `${foldName(dialog)}#${index}`;
}

export interface CoveredBranch {
  readonly span: Span;
  readonly reached: boolean;
}

export interface CoveredDialog extends Placed<Dialog> {
  /** `flow/dialog`. */
  readonly name: string;
  readonly reached: boolean;
  /** Of its `goto`, in order. */
  readonly branches: readonly CoveredBranch[];
}

/** How much of a bot its conversation tests come through. */
export interface Coverage {
  readonly intents: readonly (Placed<Intent> & { readonly reached: boolean })[];
  readonly dialogs: readonly CoveredDialog[];
}

export interface Share {
  readonly reached: number;
  readonly all: number;
}

export function coverageOf(bot: BotSnapshot, reached: Reached): Coverage {
  return {
    intents: bot.intents.map((intent) => ({
      ...intent,
      reached: reached.intents.has(foldName(intent.item.name.value)),
    })),
    dialogs: bot.dialogs.map((dialog) => {
      const name = `${dialog.item.flow}/${dialog.item.name.value}`;
      return {
        ...dialog,
        name,
        reached: reached.dialogs.has(foldName(name)),
        branches: (dialog.item.goto ?? []).map(({ span }, index) => ({
          span,
          reached: reached.branches.has(branchKey(name, index)),
        })),
      };
    }),
  };
}

/** The coverage in numbers. */
export function sharesOf({ intents, dialogs }: Coverage): Record<'intents' | 'dialogs' | 'branches', Share> {
  return {
    intents: shareOf(intents),
    dialogs: shareOf(dialogs),
    branches: shareOf(dialogs.flatMap(({ branches }) => branches)),
  };
}

function shareOf(items: readonly { readonly reached: boolean }[]): Share {
  return { reached: items.filter(({ reached }) => reached).length, all: items.length };
}
