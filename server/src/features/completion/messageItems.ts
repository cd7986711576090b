import { t } from '@vscode/l10n';
import type { Variable } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import { pluralCategories, pluralExamples } from '../../model/pluralCategories';
import { escapeMarkdown } from '../markdown';
import { type CompletionItem, escapeSnippet } from './item';
import { type MessagePlace, messagePlace } from './messagePlace';
import { named } from './names';
import { nameProposal, type Proposal, replacingWord } from './replacing';
import type { CompletionScope } from './scope';
import { writtenBefore } from './writtenBefore';

/** What can follow in a message: placeholders, and within them formats and forms. */
export function messageItems(scope: CompletionScope): readonly CompletionItem[] {
  const place = messagePlace(writtenBefore(scope));
  switch (place?.kind) {
    case undefined:
      return [];
    case 'name':
      return replacingWord(scope, closed(scope, starts(scope)), /\w/);
    case 'format':
      return replacingWord(scope, closed(scope, formats(scope, place.name)), /\w/);
    case 'form':
      return replacingWord(scope, forms(scope, place), /[\p{L}\p{N}_=]/u);
    case 'style':
      return replacingWord(scope, closed(scope, styles(place)), /\w/);
  }
}

/** Commas and brackets would end a plain scalar within brackets. */
function starts(scope: CompletionScope): readonly Proposal[] {
  return scope.inBrackets && scope.cursor.inside === 'plain' ? variables(scope) : placeholderBodies(scope);
}

/** Snippets that begin a placeholder: every variable, and those that choose a form with all their forms. */
export function placeholderBodies(scope: CompletionScope): readonly Proposal[] {
  return [...variables(scope), ...choices(scope)];
}

function variables({ bot }: CompletionScope): readonly Proposal[] {
  return named(bot, 'variable').map(nameProposal);
}

/** Numbers with their plural, enums and truth values with a text for each. */
function choices(scope: CompletionScope): readonly Proposal[] {
  return (scope.bot.settings?.item.variables ?? []).flatMap((variable) => {
    const format = choiceOf(variable);
    if (format === undefined) return [];
    const { value: name } = variable.name;
    return [
      {
        ...skeleton(scope, variable, format),
        label: `${name}, ${format}`,
        newText: `${escapeSnippet(name)}, ${skeleton(scope, variable, format).newText}`,
      },
    ];
  });
}

type Choice = 'plural' | 'select' | 'selectordinal';

function choiceOf({ type, values }: Variable): Choice | undefined {
  if (type === 'number') return 'plural';
  return type === 'boolean' || values.length > 0 ? 'select' : undefined;
}

/** The rest of a placeholder that chooses: its format and a form of each kind. */
function skeleton(scope: CompletionScope, variable: Variable | undefined, format: Choice): Proposal {
  const heads = headsOf(scope, variable, format);
  const body = heads.map((head, index) => form(head, index + 1, format)).join(' ');
  const meanings: Readonly<Record<Choice, () => string>> = {
    plural: () => t('A text for each plural form of the language; # stands for the number.'),
    select: () => t('A text for each value, and one for all others.'),
    selectordinal: () => t('A text for each form of a rank (1st, 2nd …); # stands for the number.'),
  };
  return {
    label: format,
    kind: 'snippet',
    documentation: escapeMarkdown(meanings[format]()),
    newText: `${format}, ${body}`,
    snippet: true,
  };
}

function form(head: string, stop: number, format: Choice): string {
  return `${escapeSnippet(head)} {${format === 'select' ? '' : '# '}$${stop}\\}`;
}

function headsOf(scope: CompletionScope, variable: Variable | undefined, format: Choice): readonly string[] {
  if (format !== 'select')
    return pluralCategories(languageOf(scope), format === 'selectordinal') ?? ['other'];
  const values =
    variable?.type === 'boolean' ? ['true', 'false'] : (variable?.values ?? []).map(({ value }) => value);
  // What a form can be called in ICU MessageFormat: no blanks, no signs.
  return [...values.filter((value) => /^[\p{L}\p{N}_]+$/u.test(value)), 'other'];
}

/** The language in which the text is; of a text without one, the first of the bot. */
function languageOf({ bot, cursor, view }: CompletionScope): string {
  const languages = bot.settings?.item.languages.map(({ value }) => value) ?? [];
  const key = String(cursor.keys.at(-1));
  return view.embedded === 'message' && languages.includes(key) ? key : (languages[0] ?? 'en');
}

function declared({ bot }: CompletionScope, name: string): Variable | undefined {
  return bot.settings?.item.variables.find((variable) => foldName(variable.name.value) === foldName(name));
}

function formats(scope: CompletionScope, name: string): readonly Proposal[] {
  const variable = declared(scope, name);
  const simple = (label: string, meaning: string): Proposal => ({
    label,
    kind: 'value',
    documentation: escapeMarkdown(meaning),
    newText: label,
  });
  const chosen = variable && choiceOf(variable);
  const select = skeleton(scope, variable, 'select');
  const numeric = [
    skeleton(scope, variable, 'plural'),
    simple('number', t('A number as the language writes it, with its decimal and thousands signs.')),
    skeleton(scope, variable, 'selectordinal'),
  ];
  const dates = [
    simple('date', t('A date as the language writes it.')),
    simple('time', t('A time as the language writes it.')),
  ];
  if (chosen === 'select') return [select];
  return chosen === 'plural' ? [...numeric, ...dates] : [select, ...dates, ...numeric];
}

function forms(
  scope: CompletionScope,
  { name, format, written }: Extract<MessagePlace, { kind: 'form' }>,
): readonly Proposal[] {
  const heads = headsOf(scope, declared(scope, name), format).filter((head) => !written.includes(head));
  return heads.map((head) => ({
    label: head,
    kind: 'value',
    detail: format === 'select' ? '' : pluralExamples(languageOf(scope), format === 'selectordinal', head),
    newText: form(head, 1, format),
    snippet: true,
  }));
}

function styles({ format }: Extract<MessagePlace, { kind: 'style' }>): readonly Proposal[] {
  const names = format === 'number' ? ['integer', 'percent'] : ['short', 'medium', 'long', 'full'];
  return names.map((name) => ({ label: name, kind: 'value', newText: name }));
}

/** The placeholder is closed where it is not yet, and goes on where more can follow. */
function closed(scope: CompletionScope, proposals: readonly Proposal[]): readonly Proposal[] {
  const behind = /^\w*\s*([^]?)/.exec(scope.file.syntax.text.slice(scope.offset, scope.offset + 200))?.[1];
  if (behind === '}' || behind === ',') return proposals;
  return proposals.map((proposal) => ({
    ...proposal,
    newText: `${proposal.newText}${proposal.snippet ? '\\}' : '}'}`,
  }));
}
