import * as vscode from 'vscode';
import type { PlanView } from '../../../server/src/protocol';

/** What would be published, in the words of the places where a plan is shown. */

export function planTitle({ kind, bot, flows }: PlanView): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('Publish {0}: full bot', bot);
    case 'nlp':
      return vscode.l10n.t('Publish {0}: NLP only', bot);
    case 'flows':
      return vscode.l10n.t('Publish {0}: flows {1}', bot, flows.join(', '));
  }
}

export function notesTitle({ kind, bot, flows, nextVersion }: PlanView): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('Publish {0}, full bot, as version {1}', bot, nextVersion);
    case 'nlp':
      return vscode.l10n.t('Publish {0}, NLP only, as version {1}', bot, nextVersion);
    case 'flows':
      return vscode.l10n.t('Publish {0}, flows {1}, as version {2}', bot, flows.join(', '), nextVersion);
  }
}

export function blockedWords({ kind }: PlanView): string {
  switch (kind) {
    case 'full':
      return vscode.l10n.t('The full bot cannot be published.');
    case 'nlp':
      return vscode.l10n.t('NLP only cannot be published.');
    case 'flows':
      return vscode.l10n.t('The chosen flows cannot be published.');
  }
}
