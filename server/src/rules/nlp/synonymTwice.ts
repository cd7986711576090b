import { t } from '@vscode/l10n';
import { entitiesIn } from '../facts/entities';
import type { Rule } from '../rule';
import type { Located } from '../../text/range';
import { normalForm } from '../support/expressions';
import { meta } from './synonymTwice.meta';

/** Rule 30: one way to say two values. */
export const rule: Rule = {
  meta,

  files: ['entity'],

  *checkFile(file) {
    for (const item of entitiesIn(file)) {
      const seen = new Map<string, { readonly value: string; readonly place: Located }>();
      for (const { value, synonyms } of item.values) {
        for (const place of [value, ...synonyms]) {
          const form = normalForm(place.value);
          const earlier = seen.get(form);
          if (!earlier) seen.set(form, { value: value.value, place });
          if (!earlier || earlier.value === value.value) continue;
          yield {
            span: place.span,
            message: t(
              "'{0}' means '{1}' already: entity '{2}' cannot tell it from '{3}'. Keep it in one of them.",
              place.value,
              earlier.value,
              item.name.value,
              value.value,
            ),
            related: [{ file, span: earlier.place.span, message: t('It stands here already.') }],
          };
        }
      }
    }
  },
};
