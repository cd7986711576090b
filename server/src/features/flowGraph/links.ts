import type { Dialog, DialogLink, LocalizedText } from '../../model/definitions';
import type { BotSnapshot } from '../../project/snapshot';

/** The ways from one dialog to another. */
export type LinkKind = 'next' | 'answer' | 'retry' | 'button' | 'branch' | 'error';

/** A way out of a dialog as it is written. */
interface WayOut {
  readonly link: DialogLink;
  readonly kind: LinkKind;
  readonly label?: string | undefined;
}

/** Every way out of a dialog, in the order of the format. */
export function linksOf(dialog: Dialog, bot: BotSnapshot): readonly WayOut[] {
  const ways: (Omit<WayOut, 'link'> & { readonly link: DialogLink | undefined })[] = [
    ...dialog.say.flatMap(({ buttons }) =>
      buttons.map(({ next, label }) => ({ link: next, kind: 'button' as const, label: textOf(label, bot) })),
    ),
    ...dialog.do.map((action) => ({
      link: action.kind === 'http' ? action.onError : undefined,
      kind: 'error' as const,
    })),
    { link: dialog.ask?.next, kind: 'answer', label: dialog.ask?.entity?.value },
    { link: dialog.ask?.retry?.next, kind: 'retry' },
    ...(dialog.goto ?? []).map(({ when, next }) => ({
      link: next,
      kind: 'branch' as const,
      label: when?.value,
    })),
    { link: dialog.next, kind: 'next' },
  ];
  return ways.flatMap(({ link, ...rest }) => (link ? [{ link, ...rest }] : []));
}

/** A text in the bot's default language, or the first that there is. */
function textOf(texts: LocalizedText, bot: BotSnapshot): string | undefined {
  const language = bot.settings?.item.languages[0]?.value ?? '';
  return (texts.get(language) ?? [...texts.values()][0])?.text.value;
}
