import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { t } from '@vscode/l10n';
import type { LocalizedText } from '../model/definitions';
import { messageVariables, readMessage } from '../model/message';
import { formatMessage, valueForMessage } from './messageFormat';
import type { VariableValue } from './runnable';

/** Finds the value of a variable; undefined when it is unset. */
export type Values = (name: string) => VariableValue | undefined;

/** A text with its placeholders filled in. It is always there: what could not be done is told beside it. */
export interface Rendered {
  readonly text: string;
  /** Translated phrases. */
  readonly problems: readonly string[];
}

/** A text in ICU MessageFormat, read once. */
export interface Template {
  readonly source: string;
  /** Names of the variables in it. */
  readonly variables: readonly string[];
  /** Absent when nothing stands between braces, or when it cannot be read. */
  readonly elements?: readonly MessageFormatElement[];
  /** Why it cannot be read; it is then shown as it is written. */
  readonly problem?: string;
}

/** A text per language, in the order of the file. */
export interface Localized {
  readonly texts: ReadonlyMap<string, Template>;
}

export function compileTemplate(source: string): Template {
  // Only braces and quotes mean something; most texts have neither.
  if (!/[{}']/.test(source)) return { source, variables: [] };
  const read = readMessage(source);
  if ('problem' in read) return { source, variables: [], problem: read.problem.message };
  const names = new Set((messageVariables(source) ?? []).map(({ name }) => name));
  return { source, variables: [...names], elements: read.elements };
}

export function compileLocalized(texts: LocalizedText): Localized {
  return {
    texts: new Map([...texts].map(([language, { text }]) => [language, compileTemplate(text.value)])),
  };
}

/**
 * The text in the conversation's language; where it has none, in the bot's default language, or in whichever it has.
 * Numbers, dates and plurals follow the language of the text.
 */
export function renderLocalized(
  { texts }: Localized,
  language: string,
  fallback: string,
  values: Values,
): Rendered {
  const [first] = texts.keys();
  const chosen = [language, fallback, first].find((one) => one !== undefined && texts.has(one));
  const template = chosen === undefined ? undefined : texts.get(chosen);
  return template && chosen !== undefined ? render(template, chosen, values) : { text: '', problems: [] };
}

/** Fills in the placeholders of a text. Unset variables show as nothing; a number counts as 0 in a plural. */
export function render(template: Template, language: string, values: Values): Rendered {
  const { source, elements, problem } = template;
  if (!elements) return { text: source, problems: problem === undefined ? [] : [problem] };
  const filled = Object.create(null) as Record<string, string | number>;
  const problems: string[] = [];
  for (const name of template.variables) {
    const value = values(name);
    if (value === undefined) problems.push(t("'{0}' is not set", name));
    filled[name] = valueForMessage(value);
  }
  return { text: formatMessage(elements, language, filled, problems), problems };
}
