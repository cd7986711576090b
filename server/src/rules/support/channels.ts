import type { BotDefinition } from '../../model/definitions';
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
export function channelsOf({ document }: BotDefinition): readonly Channel[] {
  const channels = entriesOf(rootEntry(document, 'channels')?.value);
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

/** How much of something a channel takes. */
interface ChannelLimit {
  readonly most: number;
  /** Counted in bytes of UTF-8, not in characters. */
  readonly inBytes?: true;
}

interface ChannelLimits {
  readonly label: ChannelLimit;
  readonly message: ChannelLimit;
  /** For a message with buttons under it. */
  readonly withButtons: ChannelLimit;
}

/*
 * From the reference of the platforms, as of November 2026:
 * - Messenger: Send API (text: 2,000 characters), button template (text: 640 characters; title of a button: 20),
 *   developers.facebook.com/docs/messenger-platform;
 * - Instagram: messages (text: 1,000 bytes of UTF-8), button template (as for Messenger), quick replies (20 characters,
 *   the rest is cut off), developers.facebook.com/docs/instagram-platform, "Messaging API";
 * - WhatsApp: Cloud API, text messages (body: 4,096 characters), interactive reply buttons (body: 1,024; title: 20),
 *   developers.facebook.com/docs/whatsapp/cloud-api.
 */

const LIMITS: ReadonlyMap<string, ChannelLimits> = new Map([
  ['facebook', { label: { most: 20 }, message: { most: 2000 }, withButtons: { most: 640 } }],
  ['instagram', { label: { most: 20 }, message: { most: 1000, inBytes: true }, withButtons: { most: 640 } }],
  ['whatsapp', { label: { most: 20 }, message: { most: 4096 }, withButtons: { most: 1024 } }],
]);

/** The limits of channels, the tightest first. */
export function channelLimits(
  channels: readonly string[],
  limit: keyof ChannelLimits,
): readonly (ChannelLimit & { readonly channel: string })[] {
  const found = channels.flatMap((channel) => {
    const own = LIMITS.get(channel)?.[limit];
    return own ? [{ channel, ...own }] : [];
  });
  return found.sort((a, b) => a.most - b.most);
}
