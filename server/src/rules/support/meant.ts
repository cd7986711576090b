import type { DefaultDialog } from '../../model/definitions';
import { foldName, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { CheckContext, Lookups } from '../engine/lookups';
import { bare, dialogsNamed, dialogsOfFlow, dialogsSounding } from '../facts/flows';
import { definitions, names } from '../facts/names';
import { nearest } from './sentences';

/*
 * Which name was meant by one that does not exist. It is suggested there, and it is not called unused or unreachable as
 * well: that would be a second finding for one slip of the pen.
 */

/** Comparing every unknown name with every known one is quadratic: a file with this many mistakes has other worries. */
const MOST_NAMES = 100;

/** Suggests names for those of one file that do not exist, as long as there are not too many of them. */
export class Suggestions {
  readonly #lookups: Lookups;
  readonly #found = new Map<string, string | undefined>();

  constructor(lookups: Lookups) {
    this.#lookups = lookups;
  }

  /** The name of a kind that was probably meant; undefined when none is near. */
  name(symbol: SymbolKind, name: string): string | undefined {
    return this.#remembered(`${symbol} ${foldName(name)}`, () => nearestName(this.#lookups, symbol, name));
  }

  /** The dialog, as `flow/dialog`, that was probably meant by such a link. */
  dialog(link: string): string | undefined {
    return this.#remembered(`link ${foldName(link)}`, () => nearestDialog(this.#lookups, link));
  }

  #remembered(key: string, find: () => string | undefined): string | undefined {
    if (!this.#found.has(key) && this.#found.size < MOST_NAMES) this.#found.set(key, find());
    return this.#found.get(key);
  }
}

/** The suggestions for one file; ask for them by `once`, so that all rules count the same names. */
export function suggestionsFor(_file: ProjectFile, context: CheckContext): Suggestions {
  return new Suggestions(context);
}

/** The name of a kind that was probably meant; undefined when none is near. */
export function nearestName(lookups: Lookups, symbol: SymbolKind, name: string): string | undefined {
  return nearest(name, namesOf(lookups, symbol));
}

function* namesOf(lookups: Lookups, symbol: SymbolKind): Iterable<string> {
  for (const [first] of lookups.all(names[symbol]).values()) if (first) yield first.value;
}

/**
 * The dialog, as `flow/dialog`, that was probably meant by such a link: one of its flow by a similar name, one of
 * another flow by this very name, or this one of a flow by a similar name.
 */
export function nearestDialog(lookups: Lookups, link: string): string | undefined {
  const [flow = '', name = link] = link.includes('/') ? link.split('/') : [];
  const holder = flowNamed(lookups, flow) ?? flowNamed(lookups, nearestName(lookups, 'flow', flow) ?? '');
  const siblings =
    holder === undefined ? [] : lookups.look(dialogsOfFlow, foldName(holder)).flatMap(({ value }) => value);
  const find = (wanted: string | undefined): string | undefined => {
    const found = wanted !== undefined && siblings.find((sibling) => foldName(sibling) === foldName(wanted));
    return found === false || found === undefined ? undefined : `${holder}/${found}`;
  };
  return (
    find(name) ?? find(nearest(name, siblings)) ?? lookups.look(dialogsNamed, foldName(name))[0]?.value[0]
  );
}

/** A flow's name as its first definition writes it. */
function flowNamed(lookups: Lookups, name: string): string | undefined {
  return lookups.look(definitions.flow, foldName(name))[0]?.value[0];
}

/**
 * The dialog that a default dialog should probably be: what a link to nowhere means, else the one of its name, as
 * `not_understood` is for `notUnderstood`.
 */
export function nearestDefault(
  lookups: Lookups,
  kind: DefaultDialog,
  link: string | undefined,
): string | undefined {
  const meant = link === undefined ? undefined : nearestDialog(lookups, link);
  return meant ?? lookups.look(dialogsSounding, bare(kind))[0]?.value[0];
}
