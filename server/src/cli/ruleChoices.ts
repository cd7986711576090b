import { t } from '@vscode/l10n';
import { nearestNames } from '../text/didYouMean';
import type { Severity } from '../rules/rule';
import { CommandError } from './exitCode';
import { ruleMeta } from './ruleMetas';

type Setting = Severity | 'off';

const SETTINGS: readonly Setting[] = ['error', 'warning', 'information', 'off'];

/**
 * Reads `--rule CODE` and `--rule CODE=severity`. A code alone asks for this rule and others that are named only; with a
 * severity it takes the place of what bot.yaml says.
 * @returns the severity of a rule for this run; undefined where bot.yaml decides
 * @throws CommandError when a code or severity does not exist
 */
export function ruleChoices(choices: readonly string[]): (code: string) => Setting | undefined {
  const severities = new Map<string, Setting>();
  const only = new Set<string>();
  for (const choice of choices) {
    const [code = '', severity] = choice.split('=', 2);
    const meta = ruleMeta(code);
    if (severity === undefined) only.add(meta.code);
    else severities.set(meta.code, settingOf(severity));
  }
  return (code) => severities.get(code) ?? (only.size > 0 && !only.has(code) ? 'off' : undefined);
}

function settingOf(text: string): Setting {
  const found = SETTINGS.find((setting) => setting === text);
  if (found) return found;
  const [near] = nearestNames(text, SETTINGS);
  throw new CommandError(
    near === undefined
      ? t("'{0}' is no severity. Choose one of {1}.", text, SETTINGS.join(', '))
      : t("'{0}' is no severity. Did you mean '{1}'?", text, near),
  );
}
