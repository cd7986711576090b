import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Located } from '../../text/range';
import type { ProjectFile } from '../../project/snapshot';
import type { Rule } from '../rule';
import { meta } from './mixedVariable.meta';

/** Rule 29: variables that annotations fill from different entities. Told once per variable and entity. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const first = new Map<string, { readonly file: ProjectFile; readonly entity: Located }>();
    const told = new Set<string>();
    for (const { file, item } of bot.intents) {
      for (const { expressions } of item.expressions.values()) {
        for (const { entity, variable } of expressions.flatMap(({ annotations }) => annotations)) {
          if (!variable || bot.entity(entity.value).length === 0) continue;
          const name = foldName(variable.value);
          const other = first.get(name);
          const pair = `${name} ${foldName(entity.value)}`;
          if (!other) first.set(name, { file, entity });
          else if (foldName(other.entity.value) !== foldName(entity.value) && !told.has(pair)) {
            told.add(pair);
            yield {
              file,
              span: variable.span,
              message: t(
                "Variable '{0}' takes values of entity '{1}' here and of '{2}' elsewhere. Use a variable for each.",
                variable.value,
                entity.value,
                other.entity.value,
              ),
              related: [
                { file: other.file, span: other.entity.span, message: t('The other entity is here.') },
              ],
            };
          }
        }
      }
    }
  },
};
