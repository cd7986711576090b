import { t } from '@vscode/l10n';
import type { PartContext } from '../engine/lookups';
import { channelNames } from '../facts/settings';
import type { Rule } from '../rule';
import { sensitiveIn } from '../support/sensitive';
import { meta } from './sensitiveQuestion.meta';

/** Channels on which anybody can write to the bot. */
const OPEN: ReadonlySet<string> = new Set(['facebook', 'instagram', 'whatsapp']);

/** Rule 36, its first half. Told once per question. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ dialog }, context) {
    const ask = dialog?.ask;
    if (!ask) return;
    const texts = [...ask.text.values()].map(({ text }) => ({
      what: sensitiveIn(text.value),
      span: text.span,
    }));
    const saved = ask.save && { what: sensitiveIn(ask.save.value), span: ask.save.span };
    const found = [...texts, ...(saved ? [saved] : [])].find(({ what }) => what !== undefined);
    const reason = found?.what === undefined ? undefined : publicBecause(context);
    if (found?.what === undefined || reason === undefined) return;
    yield {
      span: found.span,
      message: t(
        'This asks for {0}, and {1}. Ask for it on a page of your own (a button with a url), or hand over to a person.',
        found.what,
        reason,
      ),
    };
  },
};

/** Why anybody can write to the bot, as half a sentence; undefined when nothing says so. */
function publicBecause(context: PartContext): string | undefined {
  const open = channelNames(context).find((name) => OPEN.has(name));
  if (open !== undefined) return t('anybody can write to the bot on {0}', open);
  const { live } = context;
  return live.kind === 'known' && live.visibility === 'public' ? t('LIVE is public') : undefined;
}
