import type { Aspect, ChangeSymbol } from './change';

/** What stands at a place of a definition (keys that lead there), in the words of bot developers. */
export function aspectOf(symbol: ChangeSymbol, path: readonly string[]): Aspect {
  switch (symbol) {
    case 'intent':
      return path[0] === 'expressions' ? 'expression' : 'setting';
    case 'entity':
      if (path[0] === 'values') return path.length > 2 ? 'synonym' : 'value';
      return path[0] === 'patterns' ? 'pattern' : 'setting';
    case 'flow':
      return 'setting';
    case 'dialog':
      return dialogAspect(path);
    case 'settings':
      return SETTINGS.get(path[0] ?? '') ?? 'setting';
    case 'test':
      return path[0] === 'steps' ? 'step' : 'setting';
  }
}

const SETTINGS: ReadonlyMap<string, Aspect> = new Map([
  ['dialogs', 'default-dialog'],
  ['variables', 'variable'],
  ['channels', 'channel'],
  ['rules', 'rule'],
  ['languages', 'language'],
]);

/** Keys of a dialog and what everything below them is about; the first that leads to a place decides. */
const DIALOG: ReadonlyMap<string, Aspect> = new Map([
  ['trigger', 'trigger'],
  ['buttons', 'button'],
  ['contexts', 'context'],
]);

function dialogAspect(path: readonly string[]): Aspect {
  const whole = path.map((key) => DIALOG.get(key)).find((aspect) => aspect !== undefined);
  if (whole) return whole;
  const last = path.at(-1) ?? '';
  if (last === 'next' || last === 'end' || last === 'onError') return 'link';
  if (path[0] === 'goto') return 'condition';
  if (path[0] === 'do') return 'action';
  return path.includes('text') ? 'text' : 'setting';
}

/** The language of a text; undefined at any other place. */
export function languageOf(symbol: ChangeSymbol, path: readonly string[]): string | undefined {
  if (symbol === 'intent') return path[0] === 'expressions' ? path[1] : undefined;
  if (symbol !== 'dialog') return undefined;
  const at = path.findIndex((key) => key === 'text' || key === 'label');
  return at < 0 ? undefined : path[at + 1];
}

/** What comes or goes here as a whole is told piece by piece: every text, every entry of these. */
export function isToldApart(symbol: ChangeSymbol, path: readonly string[]): boolean {
  if (symbol === 'dialog')
    return path.length === 0 || /^(?:say|ask|text|retry|trigger)$/.test(path.at(-1) ?? '');
  if (symbol === 'settings') return path.length === 1;
  return path.length === 0 || (path.length === 1 && path[0] !== 'description');
}
