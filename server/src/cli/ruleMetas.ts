import { t } from '@vscode/l10n';
import { rules, workspaceRules } from '../rules/registry.generated';
import type { RuleMeta } from '../rules/rule';
import { nearestNames } from '../text/didYouMean';
import { CommandError } from './exitCode';

/** What every rule says about itself, by code. */
export function ruleMetas(): readonly RuleMeta[] {
  return [...rules, ...workspaceRules]
    .map(({ meta }) => meta)
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/**
 * The rule of this code.
 * @throws CommandError that names near ones when there is none
 */
export function ruleMeta(code: string): RuleMeta {
  const metas = ruleMetas();
  const found = metas.find((meta) => meta.code === code);
  if (found) return found;
  const near = nearestCodes(
    code,
    metas.map((meta) => meta.code),
  );
  throw new CommandError(
    near.length > 0
      ? t("There is no rule '{0}'. Did you mean {1}?", code, near.map((name) => `'${name}'`).join(', '))
      : t("There is no rule '{0}'. 'botlane explain' lists all rules.", code),
  );
}

/** True when the rule may offer quick fixes. */
export function offersFixes(code: string): boolean {
  return rules.some((rule) => rule.meta.code === code && rule.fixes !== undefined);
}

/** Near codes; people who leave out the group are helped too. */
function nearestCodes(code: string, codes: readonly string[]): readonly string[] {
  const ending = codes.filter((known) => known.endsWith(`/${code}`));
  if (ending.length > 0) return ending;
  const near = nearestNames(code, codes);
  if (near.length > 0 || code.includes('/')) return near;
  const names = codes.map((known) => known.slice(known.indexOf('/') + 1));
  return nearestNames(code, names).flatMap((name) => codes.filter((known) => known.endsWith(`/${name}`)));
}
