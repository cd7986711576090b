import { t } from '@vscode/l10n';
import type { Located } from '../../text/range';
import type { Rule } from '../rule';
import { channelNames } from '../facts/settings';
import { channelLimits } from '../support/channels';
import { bytesOf, lengthOf, saidTexts } from '../support/messages';
import { meta } from './longMessage.meta';

/** Rule 23, for messages and questions. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart(part, context) {
    const channels = channelNames(context);
    const alone = channelLimits(channels, 'message');
    const beside = channelLimits(channels, 'withButtons');
    for (const { text, kind, withButtons } of saidTexts(part)) {
      if (kind === 'label') continue;
      for (const { language, text: message } of text.values()) {
        const limit = (withButtons ? beside : alone).find(
          ({ most, inBytes }) => sizeOf(message, inBytes) > most,
        );
        if (!limit) continue;
        const { channel, most, inBytes } = limit;
        const size = sizeOf(message, inBytes);
        const length = inBytes ? t('{0} bytes', size) : t('{0} characters', size);
        yield {
          span: language.span,
          message: withButtons
            ? t(
                'This message has {0}, and {1} takes {2} beside buttons. Say it in several.',
                length,
                channel,
                most,
              )
            : t('This message has {0}, and {1} takes {2}. Say it in several.', length, channel, most),
        };
      }
    }
  },
};

function sizeOf({ value }: Located, inBytes: true | undefined): number {
  return inBytes ? bytesOf(value) : lengthOf(value);
}
