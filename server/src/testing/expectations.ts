import { t } from '@vscode/l10n';
import type { Session } from '../dialogue/session';
import type { Heard } from '../dialogue/turn';
import type { Expectation, NamedValue } from '../model/definitions';
import { foldName } from '../model/occurrence';
import type { Failure } from './result';

/** What an expectation does not find in the conversation as it stands. */
export function unmet(expect: Expectation, session: Session, heard: Heard | undefined): readonly Failure[] {
  return [
    ...intentFailures(expect, heard),
    ...dialogFailures(expect, session),
    ...expect.variables.flatMap((variable) => variableFailures(variable, session)),
    ...expect.entities.flatMap((entity) => entityFailures(entity, heard)),
    ...contextFailures(expect, session),
  ].sort((a, b) => a.span.start - b.span.start);
}

function intentFailures({ intent }: Expectation, heard: Heard | undefined): Failure[] {
  if (!intent) return [];
  const [best] = heard?.intents ?? [];
  if (heard?.understood && best && foldName(best.name) === foldName(intent.value)) return [];
  const { span, value: expected } = intent;
  if (!heard) {
    return [{ span, message: t('A button was pressed, so no intent was understood.') }];
  }
  if (!best) {
    return [{ span, message: t('The message was not understood at all.'), expected, actual: t('nothing') }];
  }
  const score = best.score.toFixed(3);
  return heard.understood
    ? [
        {
          span,
          message: t('The message was understood as another intent ({0}).', score),
          expected,
          actual: best.name,
        },
      ]
    : [
        {
          span,
          message: t('No intent is above the threshold; the best is {0} ({1}).', best.name, score),
          expected,
          actual: t('not understood'),
        },
      ];
}

function dialogFailures({ dialog }: Expectation, session: Session): Failure[] {
  if (!dialog) return [];
  const { value: expected, span } = dialog.text;
  if (session.dialog !== null && foldName(session.dialog) === foldName(expected)) return [];
  const actual = session.dialog ?? t('nowhere');
  return [{ span, message: t('The conversation stands in another dialog.'), expected, actual }];
}

function variableFailures({ name, value }: NamedValue, session: Session): Failure[] {
  const folded = foldName(name.value);
  const found = Object.entries(session.variables).find(([known]) => foldName(known) === folded);
  const actual = found?.[1] ?? null;
  if (same(value.value, actual)) return [];
  return [
    {
      span: value.span,
      message: t("Variable '{0}' has another value.", name.value),
      expected: shown(value.value),
      actual: shown(actual),
    },
  ];
}

function entityFailures({ name, value }: NamedValue, heard: Heard | undefined): Failure[] {
  const folded = foldName(name.value);
  const found = (heard?.entities ?? []).filter(({ entity }) => foldName(entity) === folded);
  if (found.some((match) => same(value.value, match.value))) return [];
  return [
    {
      span: value.span,
      message: t("Entity '{0}' was not found with this value.", name.value),
      expected: shown(value.value),
      actual: found.length === 0 ? t('nothing') : found.map((match) => shown(match.value)).join(', '),
    },
  ];
}

function contextFailures({ contexts }: Expectation, session: Session): Failure[] {
  const active = Object.keys(session.contexts);
  return contexts
    .filter(({ value }) => !active.includes(foldName(value)))
    .map(({ span, value }) => ({
      span,
      message: t("Context '{0}' is not active.", value),
      expected: value,
      actual: active.length === 0 ? t('no context') : active.join(', '),
    }));
}

type Value = string | number | boolean | null;

/** YAML may read `9` and `"9"` differently where the bot does not. */
function same(expected: Value, actual: Value): boolean {
  if (expected === null || actual === null) return expected === actual;
  return String(expected) === String(actual);
}

function shown(value: Value): string {
  return value === null ? t('unset') : String(value);
}
