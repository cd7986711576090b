import { t } from '@vscode/l10n';
import { shorten } from '../../text/shorten';
import type { Aspect, Change, ChangeSymbol, ComparedSide, Edit, Part } from './change';

/** Differences in words: of what is a value in change.ts, this is what people read. */

/** A change in words, such as "Intent book_train added". */
export function describeChange({ symbol, name, from, change }: Change): string {
  const label = symbolLabel(symbol);
  switch (change) {
    case 'added':
      return t('{0} {1} added', label, name);
    case 'removed':
      return t('{0} {1} removed', label, name);
    case 'renamed':
      return t('{0} {1} renamed to {2}', label, from ?? '', name);
    case 'changed':
      return t('{0} {1} changed', label, name);
  }
}

function symbolLabel(symbol: ChangeSymbol): string {
  switch (symbol) {
    case 'intent':
      return t('Intent');
    case 'entity':
      return t('Entity');
    case 'flow':
      return t('Flow');
    case 'dialog':
      return t('Dialog');
    case 'settings':
      return t('Settings');
    case 'test':
      return t('Conversation test');
  }
}

/** What a change comes to inside, as one phrase, such as "3 expressions added, texts changed"; empty when there is none. */
export function detailOf({ symbol, change, holds, edits }: Change): string {
  const counted = [...COUNTED].map(([key, phrase]) => {
    const count = edits.filter((edit) => keyOf(edit) === key).length;
    return count === 0 ? '' : phrase(count);
  });
  // An entry of bot.yaml that came or went is told by its name.
  const isWhole = symbol === 'settings' && change !== 'changed';
  const others = isWhole
    ? []
    : [...new Set(edits.filter((edit) => !COUNTED.has(keyOf(edit))).map(({ aspect }) => aspect))];
  return [
    holds === undefined ? '' : holdsPhrase(symbol, holds),
    ...counted,
    others.length === 0 ? '' : t('{0} changed', others.map(manyOf).join(', ')),
  ]
    .filter((phrase) => phrase !== '')
    .join(', ');
}

function holdsPhrase(symbol: ChangeSymbol, count: number): string {
  if (symbol === 'intent') return count === 1 ? t('1 expression') : t('{0} expressions', count);
  if (symbol === 'flow') return count === 1 ? t('1 dialog') : t('{0} dialogs', count);
  return count === 1 ? t('1 value') : t('{0} values', count);
}

function keyOf({ aspect, change, from }: Edit): string {
  return change === 'moved' ? `${aspect} ${from === undefined ? 'out' : 'in'}` : `${aspect} ${change}`;
}

type Phrase = (count: number) => string;

/** What is counted rather than named. */
const COUNTED: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ['expression added', (n) => (n === 1 ? t('1 expression added') : t('{0} expressions added', n))],
  ['expression removed', (n) => (n === 1 ? t('1 expression removed') : t('{0} expressions removed', n))],
  ['expression in', (n) => (n === 1 ? t('1 expression moved here') : t('{0} expressions moved here', n))],
  ['expression out', (n) => (n === 1 ? t('1 expression moved away') : t('{0} expressions moved away', n))],
  ['annotation changed', (n) => (n === 1 ? t('1 annotation changed') : t('{0} annotations changed', n))],
  ['value added', (n) => (n === 1 ? t('1 value added') : t('{0} values added', n))],
  ['value removed', (n) => (n === 1 ? t('1 value removed') : t('{0} values removed', n))],
  ['synonym added', (n) => (n === 1 ? t('1 synonym added') : t('{0} synonyms added', n))],
  ['synonym removed', (n) => (n === 1 ? t('1 synonym removed') : t('{0} synonyms removed', n))],
]);

function manyOf(aspect: Aspect): string {
  switch (aspect) {
    case 'expression':
      return t('expressions');
    case 'annotation':
      return t('annotations');
    case 'value':
      return t('values');
    case 'synonym':
      return t('synonyms');
    case 'pattern':
      return t('patterns');
    case 'trigger':
      return t('trigger');
    case 'text':
      return t('texts');
    case 'button':
      return t('buttons');
    case 'link':
      return t('links');
    case 'condition':
      return t('conditions');
    case 'action':
      return t('actions');
    case 'context':
      return t('contexts');
    case 'variable':
      return t('variables');
    case 'channel':
      return t('channels');
    case 'default-dialog':
      return t('default dialogs');
    case 'rule':
      return t('rules');
    case 'language':
      return t('languages');
    case 'step':
      return t('steps');
    case 'setting':
      return t('other settings');
    case 'order':
      return t('order');
    case 'content':
      return t('content');
  }
}

/** One edit on one line, such as `~ texts (en) say.text: Hello → Good morning`. */
export function describeEdit({ aspect, change, at, language, before, after, from, to }: Edit): string {
  const where = [manyOf(aspect), language === undefined ? '' : `(${language})`, hasPlace(aspect) ? at : '']
    .filter((word) => word !== '')
    .join(' ');
  const sign = change === 'moved' ? (from === undefined ? '→' : '←') : SIGN[change];
  const value =
    change === 'moved'
      ? from === undefined
        ? t('moved to {0}: {1}', to ?? '', oneLine(before))
        : t('moved from {0}: {1}', from, oneLine(after))
      : before !== undefined && after !== undefined
        ? `${oneLine(before)} → ${oneLine(after)}`
        : oneLine(before ?? after);
  return value === '' ? `${sign} ${where}` : `${sign} ${where}: ${value}`;
}

function hasPlace(aspect: Aspect): boolean {
  return aspect !== 'expression' && aspect !== 'annotation';
}

const SIGN = { added: '+', removed: '−', changed: '~', renamed: '→' } as const;

/** A change on one line with its detail, such as `~ intent refund (2 expressions added)`. */
export function lineOf(change: Change): string {
  const detail = detailOf(change);
  const name = change.from === undefined ? change.name : `${change.from} → ${change.name}`;
  return `${SIGN[change.change]} ${change.symbol} ${name}${detail === '' ? '' : ` (${detail})`}`;
}

/** Longer values make no list; the files side by side have all of it. */
const LONGEST = 160;

function oneLine(value: string | undefined): string {
  return shorten(value ?? '', LONGEST);
}

/** The parts in the order in which they are told, with their headings. */
export function partTitles(): readonly (readonly [Part, string])[] {
  return [
    ['nlp', t('NLP part')],
    ['flow', t('Flow part')],
    ['test', t('Conversation tests')],
  ];
}

/** How much changed, such as "3 changes". */
export function changeCount(count: number): string {
  return count === 1 ? t('1 change') : t('{0} changes', count);
}

/** A side of a comparison in words. */
export function describeSide(side: ComparedSide): string {
  switch (side.kind) {
    case 'draft':
      return t('DRAFT');
    case 'live':
      return side.version === null ? t('LIVE (nothing yet)') : t('LIVE (version {0})', side.version);
    case 'version':
      return t('version {0}', side.version);
  }
}
