import { t } from '@vscode/l10n';
import type { ScalarNode } from '../../syntax/tree';
import type { Rule } from '../rule';
import { botIn } from '../facts/settings';
import { channelsOf } from '../support/channels';
import { meta } from './sharedAddress.meta';

/** Rule 35: pages, apps and numbers that draft and live have in common. Facebook and Instagram share one space of them. */
export const rule: Rule = {
  meta,

  files: ['bot'],

  *checkFile(file) {
    const bot = botIn(file);
    if (!bot) return;
    const draft = new Map<string, ScalarNode>();
    for (const { environment, settings: entries } of channelsOf(bot)) {
      for (const { key, value } of entries) {
        if (value?.kind !== 'scalar' || value.text === '') continue;
        const address = `${key.text} ${value.text.replace(/\s/g, '')}`;
        const other = draft.get(address);
        if (environment === 'draft') draft.set(address, value);
        else if (other) {
          yield {
            span: value.content,
            message: t(
              "Draft and live share this '{0}': testers would reach the live bot, and users the draft. Use one for each.",
              key.text,
            ),
            related: [{ file, span: other.content, message: t('The draft has it here.') }],
          };
        }
      }
    }
  },
};
