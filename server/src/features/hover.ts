import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { schemaAt } from '../schema/registry';
import type { SchemaView } from '../schema/schemaView';
import { documentAt, nodeAt } from '../syntax/navigate';
import { type Span, touches } from '../text/range';
import { hoverEmbedded } from './hoverEmbedded';
import { describeSymbol } from './hoverSymbol';
import { escapeMarkdown, type Markdown } from './markdown';
import { occurrenceAt } from './place';

export interface Hover {
  readonly span: Span;
  readonly contents: Markdown;
}

/**
 * What there is to say about the place under the cursor: a name's definition and uses, a key's meaning, a value's.
 * @param live LIVE of the bot, to tell when the draft differs; absent when there is none and in LIVE itself
 */
export function hover(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
  live?: BotSnapshot,
): Hover | undefined {
  const named = occurrenceAt(file, offset);
  if (!named) return schemaHover(file, offset);
  return { span: named.span, contents: describeSymbol(bot, named, live) };
}

function schemaHover(file: ProjectFile, offset: number): Hover | undefined {
  const document = documentAt(file.syntax, offset);
  const at = document && nodeAt(document, offset);
  // Between a key and its value the key is the nearest; the mouse is on neither.
  if (!document || at?.node.kind !== 'scalar' || !touches(at.node.span, offset)) return undefined;
  const view = schemaAt(file.syntax.kind, at.keys, document.root);
  if (!view) return undefined;
  const embedded = at.where === 'key' ? undefined : hoverEmbedded(file, at, view, offset);
  if (embedded) return embedded;
  const contents = at.where === 'key' ? keyText(view, at.node.text) : valueText(view, at.node.text);
  return contents === undefined ? undefined : { span: at.node.span, contents };
}

function keyText(view: SchemaView, key: string): Markdown | undefined {
  const { description } = view;
  if (description === undefined) return undefined;
  const values = view.values.map(({ value }) => `**${escapeMarkdown(String(value))}**`).join(', ');
  return [`**${escapeMarkdown(key)}**`, escapeMarkdown(description), ...(values === '' ? [] : [values])].join(
    '\n\n',
  );
}

function valueText(view: SchemaView, text: string): Markdown | undefined {
  const chosen = view.values.find(({ value }) => String(value) === text);
  if (chosen?.description === undefined) return undefined;
  return `**${escapeMarkdown(text)}**\n\n${escapeMarkdown(chosen.description)}`;
}
