import type { Dialog } from '../model/definitions';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { Located, Span } from '../text/range';
import type { FilePlace } from './place';

/** A stretch of a file that leads somewhere with a click. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: FilePlace | string;
}

/** Dialogs of other flows by their links, and addresses of the web. Links within a flow are a definition away. */
export function documentLinks(bot: BotSnapshot, file: ProjectFile): readonly DocumentLink[] {
  return [...dialogLinks(bot, file), ...addresses(file)].sort((a, b) => a.span.start - b.span.start);
}

function dialogLinks(bot: BotSnapshot, { occurrences }: ProjectFile): readonly DocumentLink[] {
  return occurrences.flatMap((occurrence, index) => {
    const flow = occurrences[index - 1];
    // `flow/dialog` is two occurrences with a slash between them.
    if (occurrence.symbol !== 'dialog' || flow?.symbol !== 'flow') return [];
    if (occurrence.role !== 'reference' || flow.span.end + 1 !== occurrence.span.start) return [];
    const target = bot.dialog(occurrence.name)[0];
    if (!target) return [];
    const span = { start: flow.span.start, end: occurrence.span.end };
    return [{ span, target: { file: target.file, span: target.item.name.span } }];
  });
}

function addresses({ definitions }: ProjectFile): readonly DocumentLink[] {
  const dialogs = definitions.flatMap((definition) => (definition.kind === 'flow' ? definition.dialogs : []));
  return dialogs
    .flatMap(urlsOf)
    .flatMap(({ value, span }) => (isAddress(value) ? [{ span, target: value }] : []));
}

function urlsOf(dialog: Dialog): readonly Located[] {
  const buttons = dialog.say.flatMap((message) => message.buttons);
  const requests = dialog.do.flatMap((action) => (action.kind === 'http' ? [action] : []));
  return [...buttons, ...requests].flatMap(({ url }) => url ?? []);
}

/** An address with placeholders leads nowhere yet. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s{}]+$/i.test(text);
}
