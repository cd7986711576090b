import type { Dialog } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import { nearest } from './sentences';

/** The dialog that a link (`flow/dialog`) probably means: one of its flow, or of any flow when there is no such flow. */
export function nearestDialog(bot: BotSnapshot, wanted: string): string | undefined {
  const flow = bot.flow(wanted.split('/')[0] ?? '')[0]?.item.name.value;
  const siblings = bot.dialogs.filter(
    ({ item }) => flow !== undefined && foldName(item.flow) === foldName(flow),
  );
  const links = (siblings.length > 0 ? siblings : bot.dialogs).map(linkOf);
  // By the dialog's own name: `not_understood` is probably `general/not_understood`.
  const own = (link: string): string => link.slice(link.indexOf('/') + 1);
  const same = links.find((link) => foldName(own(link)) === foldName(own(wanted)));
  const near = nearest(own(wanted), links.map(own));
  return same ?? links.find((link) => own(link) === near);
}

/** The dialog whose name is that of a default dialog, as `not_understood` is for `notUnderstood`. */
export function dialogNamedLike(bot: BotSnapshot, kind: string): string | undefined {
  const found = bot.dialogs.find(({ item }) => bare(item.name.value) === bare(kind));
  return found && linkOf(found);
}

function linkOf({ item }: Placed<Dialog>): string {
  return `${item.flow}/${item.name.value}`;
}

function bare(name: string): string {
  return name.replace(/[_.-]/g, '').toLowerCase();
}
