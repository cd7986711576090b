import { t } from '@vscode/l10n';
import type { SymbolKind } from '../model/occurrence';

/** As in the format: names of intents, entities, flows, dialogs and contexts. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/;
/** Variables stand in conditions and placeholders. */
const VARIABLE = /^[A-Za-z][A-Za-z0-9_]{0,127}$/;

/** Words that a condition (CEL) reads as something else. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package namespace return var ' +
    'void while has size int uint double bool string bytes list map type dyn timestamp duration sys'
  ).split(' '),
);

/** True, or the reason why names of this kind stay as they are. */
export function isRenamable(symbol: SymbolKind): true | string {
  switch (symbol) {
    case 'bot':
      return t(
        'The name of a bot is the name of its branches and versions in git, so it is not renamed here.',
      );
    case 'language':
      return t('A language is not renamed: its expressions and texts would stay in the old language.');
    case 'test':
      return t('Nothing refers to the title of a test. Edit it in place.');
    default:
      return true;
  }
}

/** Why `name` cannot name a symbol of this kind; undefined when it can. */
export function nameProblem(symbol: SymbolKind, name: string): string | undefined {
  if (symbol !== 'variable') {
    if (NAME.test(name)) return undefined;
    return t(
      '"{0}" is not a valid name: it must start with a letter and hold only letters, digits, "_", "." and "-" (at most 128).',
      name,
    );
  }
  if (!VARIABLE.test(name)) {
    return t(
      '"{0}" is not a valid variable name: it must start with a letter and hold only letters, digits and "_" (at most 128).',
      name,
    );
  }
  if (RESERVED.has(name)) {
    return t('"{0}" has a meaning of its own in conditions. Choose another name.', name);
  }
  return undefined;
}
