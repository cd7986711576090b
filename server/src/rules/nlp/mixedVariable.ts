import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { Annotation } from '../../model/definitions';
import type { CheckContext, Found } from '../engine/lookups';
import { annotationsIn, variableEntities } from '../facts/entities';
import { isDefined } from '../support/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Rule } from '../rule';
import { meta } from './mixedVariable.meta';

/** Rule 29: variables that annotations fill from different entities. Told once per variable and entity. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const told = new Set<string>();
    for (const { entity, variable } of annotationsIn(file)) {
      if (!variable || !isDefined(context, 'entity', entity.value)) continue;
      const name = foldName(variable.value);
      const own = foldName(entity.value);
      const pair = `${name} ${own}`;
      const first = firstFilling(context, name);
      if (!first || first.value === own || told.has(pair)) continue;
      told.add(pair);
      if (isToldBefore(context, file, name, own)) continue;
      const other = context.open(first.uri);
      const place =
        other &&
        annotationsIn(other).find((one) => fills(one, name) && foldName(one.entity.value) === first.value);
      if (!other || !place) continue;
      yield {
        span: variable.span,
        message: t(
          "Variable '{0}' takes values of entity '{1}' here and of '{2}' elsewhere. Use a variable for each.",
          variable.value,
          entity.value,
          place.entity.value,
        ),
        related: [{ file: other, span: place.entity.span, message: t('The other entity is here.') }],
      };
    }
  },
};

/** The first entity (folded) that fills a variable (folded), of those that exist. */
function firstFilling(context: CheckContext, variable: string): Found<string> | undefined {
  for (const { uri, value } of context.look(variableEntities, variable)) {
    const first = value.find((entity) => isDefined(context, 'entity', entity));
    if (first !== undefined) return { uri, value: first };
  }
  return undefined;
}

function isToldBefore(context: CheckContext, file: ProjectFile, variable: string, entity: string): boolean {
  const files = context.look(variableEntities, variable);
  return files.find(({ value }) => value.includes(entity))?.uri !== file.uri;
}

function fills({ variable }: Annotation, name: string): boolean {
  return variable !== undefined && foldName(variable.value) === name;
}
