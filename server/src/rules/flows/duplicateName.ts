import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import type { DefinedKind } from '../facts/names';
import { nameClashes } from '../support/duplicates';
import { placeInWords } from '../support/sentences';

/** Rule 11. Names that differ by case have a rule of their own. */
export const rule: Rule = {
  meta: {
    code: 'flows/duplicate-name',
    severity: 'error',
    summary: 'Two intents, entities, flows or dialogs have the same name.',
    description: `A link to the name could mean either. The names of intents, entities and flows are unique in a bot, those of dialogs in their flow. Rename or remove one of the two; the finding stands at the later one and names the place of the first.`,
    wrong: `
# station.entity.yaml
entity: station
type: list
values:
  Brussels: []
---
entity: station
type: list
values:
  Ghent: []
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Brussels](station)
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
    right: `
# station.entity.yaml
entity: station
type: list
values:
  Brussels: []
  Ghent: []
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    a ticket to [Brussels](station)
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome`,
    source: "Rasa's validator",
  },

  files: ['intent', 'entity', 'flow'],

  *checkFile(file, context) {
    for (const { kind, later, earlier, exact } of nameClashes(file, context)) {
      if (!exact) continue;
      yield {
        span: later.span,
        message: message(kind, later.value, placeInWords(earlier.file, earlier.name.span)),
        related: [{ file: earlier.file, span: earlier.name.span, message: t('The first one is here.') }],
      };
    }
  },
};

function message(kind: DefinedKind, name: string, place: string): string {
  switch (kind) {
    case 'intent':
      return t("There is already an intent '{0}' ({1}). Rename or remove one of them.", name, place);
    case 'entity':
      return t("There is already an entity '{0}' ({1}). Rename or remove one of them.", name, place);
    case 'flow':
      return t("There is already a flow '{0}' ({1}). Rename or remove one of them.", name, place);
    case 'dialog':
      return t(
        "There is already a dialog '{0}' in this flow ({1}). Rename or remove one of them.",
        name,
        place,
      );
  }
}
