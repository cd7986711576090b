import { t } from '@vscode/l10n';
import { InvalidArgumentError } from 'commander';

/** Texts that stay with a version, as options of a command; empty ones are refused. */

export function reasonText(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError(t('Say why.'));
}

export function notesText(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError(t('A version needs notes.'));
}
