import { t } from '@vscode/l10n';
import { FUNCTIONS, MACROS, METHODS, signatureOf } from '../model/conditionFunctions';
import { conditionTokens } from '../model/conditionTokens';
import { pluralForms, readMessage } from '../model/message';
import { pluralExamples } from '../model/pluralCategories';
import type { ProjectFile } from '../project/snapshot';
import type { SchemaView } from '../schema/schemaView';
import type { NodeAt } from '../syntax/navigate';
import { spanInScalar } from '../syntax/scalarMap';
import type { ScalarNode } from '../syntax/tree';
import { touches, type Span } from '../text/range';
import { escapeMarkdown, type Markdown } from './markdown';

interface Explained {
  readonly span: Span;
  readonly contents: Markdown;
}

/** What there is to say about a place inside a condition or message that is no name: a function, a plural form. */
export function hoverEmbedded(
  file: ProjectFile,
  { node, keys }: NodeAt,
  view: SchemaView,
  offset: number,
): Explained | undefined {
  if (node.kind !== 'scalar') return undefined;
  const locate = (start: number, end: number): Span => spanInScalar(node, file.syntax.text, start, end);
  if (view.embedded === 'condition') return functionAt(node, locate, offset);
  return view.embedded === 'message' ? formAt(node, String(keys.at(-1)), locate, offset) : undefined;
}

type Locate = (start: number, end: number) => Span;

function functionAt({ text }: ScalarNode, locate: Locate, offset: number): Explained | undefined {
  const token = conditionTokens(text).find(
    ({ kind, start, end }) => kind === 'function' && touches(locate(start, end), offset),
  );
  if (!token) return undefined;
  const name = text.slice(token.start, token.end);
  const isMethod = /\.\s*$/.test(text.slice(0, token.start));
  const shape = isMethod ? (METHODS.get(name) ?? MACROS.get(name)) : FUNCTIONS.get(name);
  if (!shape) return undefined;
  const contents = `**${escapeMarkdown(signatureOf(name, shape))}**\n\n${escapeMarkdown(shape.meaning())}`;
  return { span: locate(token.start, token.end), contents };
}

function formAt(
  { text }: ScalarNode,
  language: string,
  locate: Locate,
  offset: number,
): Explained | undefined {
  const read = readMessage(text);
  if ('problem' in read) return undefined;
  const form = pluralForms(read.elements, text).find(({ start, end }) => touches(locate(start, end), offset));
  if (!form) return undefined;
  const { category, ordinal, start, end } = form;
  const numbers = pluralExamples(language, ordinal, category);
  const kind = ordinal ? t('Form of a rank in {0}', language) : t('Plural form in {0}', language);
  const lines = [
    `**${escapeMarkdown(category)}**`,
    escapeMarkdown(kind),
    escapeMarkdown(
      numbers === '' ? t('No number takes this form in {0}.', language) : t('For example: {0}', numbers),
    ),
  ];
  return { span: locate(start, end), contents: lines.join('\n\n') };
}
