import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { tightest } from '../support/channels';
import { lengthOf, saidTexts } from '../support/messages';
import { meta } from './longMessage.meta';

/** Rule 23, for messages and questions. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const alone = tightest(bot, 'message');
    const beside = tightest(bot, 'withButtons');
    if (!alone || !beside) return;
    for (const { file, text, kind, withButtons } of saidTexts(bot)) {
      if (kind === 'label') continue;
      const { channel, most } = withButtons ? beside : alone;
      for (const { language, text: message } of text.values()) {
        const length = lengthOf(message.value);
        if (length <= most) continue;
        yield {
          file,
          span: language.span,
          message: withButtons
            ? t(
                'This message has {0} characters, and {1} takes {2} beside buttons. Say it in several.',
                length,
                channel,
                most,
              )
            : t(
                'This message has {0} characters, and {1} takes {2}. Say it in several.',
                length,
                channel,
                most,
              ),
        };
      }
    }
  },
};
