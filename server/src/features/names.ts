import { t } from '@vscode/l10n';
import { nameFault, variableNameFault } from '../model/names';
import type { SymbolKind } from '../model/occurrence';

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
  const fault = symbol === 'variable' ? variableNameFault(name) : nameFault(name);
  switch (fault) {
    case undefined:
      return undefined;
    case 'form':
      return symbol === 'variable'
        ? t(
            '"{0}" is not a valid variable name: it must start with a letter and hold only letters, digits and "_" (at most 128).',
            name,
          )
        : t(
            '"{0}" is not a valid name: it must start with a letter and hold only letters, digits, "_", "." and "-" (at most 128).',
            name,
          );
    case 'yaml-word':
      return t('YAML reads "{0}" as something else than text. Choose another name.', name);
    case 'refused-key':
      return t('Programs that read the bot may give "{0}" a meaning of its own. Choose another name.', name);
    case 'condition-word':
      return t('"{0}" has a meaning of its own in conditions. Choose another name.', name);
  }
}
