import { nameFault } from '../../model/names';
import type { SymbolKind } from '../../model/occurrence';
import { baseNameOf } from '../../text/uri';
import { isBotName } from '../newBot/newBot';
import { dialogs, named, type Candidate } from './names';
import type { CompletionScope } from './scope';

/** More than anyone chooses from; the list at the tab stop is a list of suggestions, which goes on while typing. */
const MOST_CHOICES = 50;

/**
 * What a placeholder of the schemas' snippets stands for, by its text. Not `dialog`: where a dialog leads to is often still
 * to be written, and while a name of one's own stands in a list of choices VS Code offers nothing else.
 */
const KINDS: ReadonlyMap<string, SymbolKind> = new Map([
  ['intent', 'intent'],
  ['entity', 'entity'],
  ['variable', 'variable'],
  ['flow/dialog', 'dialog'],
  ['en', 'language'],
]);

/**
 * A snippet of the schemas for this bot and this file: where a name of the bot is wanted, the tab stop offers those that
 * there are, because a placeholder that is selected counts as typed and would filter them out; and a definition is named
 * after its file.
 */
export function withNames(scope: CompletionScope, body: string): string {
  return body
    .replace(/^(\w+): \$\{1:name\}/, (whole, key: string) => {
      const name = nameFromFile(scope, key);
      return name === undefined ? whole : `${key}: \${1:${name}}`;
    })
    .replace(/\$\{(\d+):([a-z/]+)\}/g, (whole, stop: string, text: string) => {
      const kind = KINDS.get(text);
      if (kind === undefined) return whole;
      const names = choices(scope, kind).map(({ name }) => escapeChoice(name));
      const [first] = names;
      if (first === undefined) return whole;
      if (kind === 'language' && names.length === 1) return `\${${stop}:${first}}`;
      return `\${${stop}|${names.join(',')}|}`;
    });
}

function choices(scope: CompletionScope, kind: SymbolKind): readonly Candidate[] {
  const all = kind === 'dialog' ? dialogs(scope, true) : named(scope.bot, kind);
  return all.slice(0, MOST_CHOICES);
}

/** `greet` for greet.intent.yaml, and for bot.yaml the folder; undefined where that is no name or is taken. */
function nameFromFile({ bot, file }: CompletionScope, key: string): string | undefined {
  if (file.syntax.kind === 'bot') {
    const folder = baseNameOf(bot.root);
    return isBotName(folder) ? folder : undefined;
  }
  const [name = ''] = baseNameOf(file.uri).split('.');
  const taken = (key === 'intent' || key === 'entity' || key === 'flow') && bot.isDefined(key, name);
  return nameFault(name) === undefined && !taken ? name : undefined;
}

/** What the dialog that a snippet leads to is called until its name is written. */
export const DIALOG_PLACEHOLDER = 'dialog';

/** Names come from files: whatever has a meaning in a choice of a snippet is only itself. */
function escapeChoice(name: string): string {
  return name.replace(/[\\,|$}]/g, '\\$&');
}
