import type { BotSnapshot } from '../../project/snapshot';
import type { MapEntry, SyntaxNode } from '../../syntax/tree';
import { rootEntry } from '../edits/syntaxPath';

type Environment = 'draft' | 'live';

/** A channel of one environment, as bot.yaml sets it. */
interface Channel {
  readonly environment: Environment;
  readonly name: string;
  readonly settings: readonly MapEntry[];
}

/** The channels of the bot, those of the draft first. */
export function channelsOf({ settings }: BotSnapshot): readonly Channel[] {
  if (!settings) return [];
  const channels = entriesOf(rootEntry(settings.item.document, 'channels')?.value);
  return (['draft', 'live'] as const).flatMap((environment) =>
    entriesOf(channels.find(({ key }) => key.text === environment)?.value).map(({ key, value }) => ({
      environment,
      name: key.text,
      settings: entriesOf(value),
    })),
  );
}

function entriesOf(node: SyntaxNode | null | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** What a channel takes, in characters; from the platforms' own documentation. */
interface ChannelLimits {
  readonly label: number;
  readonly message: number;
  /** For a message with buttons under it. */
  readonly withButtons: number;
}

const LIMITS: ReadonlyMap<string, ChannelLimits> = new Map([
  ['facebook', { label: 20, message: 2000, withButtons: 640 }],
  ['instagram', { label: 20, message: 1000, withButtons: 640 }],
  ['whatsapp', { label: 20, message: 4096, withButtons: 1024 }],
]);

/** The channel of the bot that takes least, with that number; undefined when none has a limit. */
export function tightest(
  bot: BotSnapshot,
  limit: keyof ChannelLimits,
): { readonly channel: string; readonly most: number } | undefined {
  const found = channelsOf(bot).flatMap(({ name }) => {
    const most = LIMITS.get(name)?.[limit];
    return most === undefined ? [] : [{ channel: name, most }];
  });
  return found.sort((a, b) => a.most - b.most)[0];
}
