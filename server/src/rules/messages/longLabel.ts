import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { channelNames } from '../facts/settings';
import { channelLimits } from '../support/channels';
import { lengthOf, saidTexts } from '../support/messages';
import { meta } from './longLabel.meta';

/** Rule 23, for labels. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(part, context) {
    const [limit] = channelLimits(channelNames(context), 'label');
    if (!limit) return;
    for (const { text, kind } of saidTexts(part)) {
      if (kind !== 'label') continue;
      for (const { text: label } of text.values()) {
        const length = lengthOf(label.value);
        if (length <= limit.most) continue;
        yield {
          span: label.span,
          message: t(
            'This label has {0} characters, and {1} cuts it after {2}. Make it shorter.',
            length,
            limit.channel,
            limit.most,
          ),
        };
      }
    }
  },
};
