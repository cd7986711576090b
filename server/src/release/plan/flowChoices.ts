import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { itemsOf } from '../content/items';
import type { FlowChoice } from '../contract';
import { differenceOf } from '../difference/difference';
import { flowsOf } from '../difference/flows';
import type { LiveSide } from './compose';

/** What can be chosen for a publish of selected flows: flows that differ from LIVE; those that share files go together. */
export function flowChoicesOf(live: LiveSide, draft: BotSnapshot): readonly FlowChoice[] {
  // A file that cannot be understood differs as well, and holds no flow that could be named.
  const isFlow = (name: string): boolean => draft.flow(name).length + (live.bot?.flow(name).length ?? 0) > 0;
  const changes = differenceOf(live.items, itemsOf(draft)).filter((change) => flowsOf(change).some(isFlow));
  const names = new Map(changes.flatMap(flowsOf).map((name) => [foldName(name), name]));
  const groups = new Groups();
  for (const change of changes) groups.join(flowsOf(change).map(foldName));
  for (const bot of [draft, live.bot]) {
    for (const flows of flowsByFile(bot)) groups.join(flows.filter((name) => names.has(name)));
  }
  return groups.all().map((group) => ({
    flows: group.map((key) => names.get(key) ?? key).sort(),
    changes: changes.filter((change) => flowsOf(change).some((name) => group.includes(foldName(name)))),
  }));
}

function flowsByFile(bot: BotSnapshot | undefined): readonly (readonly string[])[] {
  const files = new Map<string, string[]>();
  for (const { file, item } of bot?.flows ?? []) {
    files.set(file.uri, [...(files.get(file.uri) ?? []), foldName(item.name.value)]);
  }
  return [...files.values()];
}

/** Sets of names that grow together. */
class Groups {
  readonly #groups = new Map<string, Set<string>>();

  join(names: readonly string[]): void {
    const whole = new Set(names.flatMap((name) => [...(this.#groups.get(name) ?? [name])]));
    for (const name of whole) this.#groups.set(name, whole);
  }

  all(): readonly (readonly string[])[] {
    return [...new Set(this.#groups.values())].map((group) => [...group]);
  }
}
