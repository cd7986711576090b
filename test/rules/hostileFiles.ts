import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/rules/rule';
import { checkWorkspace } from '../../server/src/rules/run';
import { BASE, projectOf } from '../support/workspace';

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** A file of a size that means harm, and the same of any size. */
export interface Hostile {
  readonly path: string;
  readonly size: number;
  readonly text: (size: number) => string;
}

/** Each would take minutes, or the stack, if a rule compared everything with everything. */
export const LARGE: ReadonlyMap<string, Hostile> = new Map<string, Hostile>([
  [
    'a chain of lost dialogs',
    {
      path: 'x.flow.yaml',
      size: 10_000,
      text: (size) => `flow: x\ndialogs:\n${many(size, (n) => `  d${n}:\n    next: d${n + 1}\n`)}`,
    },
  ],
  [
    'rings of lost dialogs',
    {
      path: 'x.flow.yaml',
      size: 5_000,
      text: (size) =>
        `flow: x\ndialogs:\n${many(size, (n) => `  a${n}:\n    next: b${n}\n  b${n}:\n    next: a${n}\n`)}`,
    },
  ],
  [
    'comments on every line',
    {
      path: 'x.flow.yaml',
      size: 5_000,
      text: (size) =>
        `flow: x\ndialogs:\n${many(size, (n) => `  d${n}: # botlane-ignore flows/way-on: x\n    next: x${n} # botlane-ignore references/unknown-dialog: x\n`)}`,
    },
  ],
  [
    'a run of comments that silence nothing',
    {
      path: 'x.flow.yaml',
      size: 90_000,
      text: (size) => `flow: x\n${many(size, () => '# botlane-ignore flows/way-on: x\n')}dialogs: {}\n`,
    },
  ],
  [
    'documents with a mistake each',
    {
      path: 'x.intent.yaml',
      size: 10_000,
      text: (size) => many(size, (n) => `intent: i${n}\nexpresions: 1\n---\n`),
    },
  ],
  [
    'definitions of nothing',
    { path: 'x.intent.yaml', size: 45_000, text: (size) => many(size, (n) => `intent: i${n}\n---\n`) },
  ],
  [
    'one unknown name over and over',
    {
      path: 'x.intent.yaml',
      size: 60_000,
      text: (size) => `intent: i\nexpressions:\n  en: |\n${many(size, () => '    [a](nope)\n')}`,
    },
  ],
  [
    'values that are annotated and stand plain',
    {
      path: 'x.intent.yaml',
      size: 20_000,
      text: (size) =>
        `intent: i\nexpressions:\n  en: |\n${many(size, (n) => `    [value ${n}](e) value ${n + 1} and value ${n - 1} or value ${n}\n`)}`,
    },
  ],
  [
    'words of two letters',
    {
      path: 'x.intent.yaml',
      size: 40_000,
      text: (size) => `intent: i\nexpressions:\n  en: |\n${many(size, () => '    zz\n')}`,
    },
  ],
  [
    'patterns that no engine takes',
    {
      path: 'x.flow.yaml',
      size: 2_000,
      text: (size) =>
        `flow: x\ndialogs:\n  a:\n    goto:\n${many(size, (n) => `      - when: v${n}.matches('${'('.repeat(20)}${'a*'.repeat(40)}[')\n        next: a\n`)}`,
    },
  ],
  [
    'questions made to slow down whoever looks for words',
    {
      path: 'x.flow.yaml',
      size: 2_000,
      text: (size) =>
        `flow: x\ndialogs:\n${many(size, (n) => `  d${n}:\n    ask:\n      text:\n        en: ${'numero de la carte d id '.repeat(40)}\n      next: d${n}\n`)}`,
    },
  ],
  [
    'one expression over and over',
    {
      path: 'x.intent.yaml',
      size: 30_000,
      text: (size) => `intent: i\nexpressions:\n  en: |\n${many(size, () => '    the same words\n')}`,
    },
  ],
]);

/** The findings of a bot with such a file; fails when a rule throws. */
export function checkHostile(path: string, text: string): readonly Finding[] {
  const crashed = (code: string, error: unknown): void => assert.fail(`${code} ${String(error)}`);
  const project = projectOf(new Map([...BASE, [path, text]]), undefined, { maxBytes: 50_000_000 });
  return checkWorkspace(project, () => ({ kind: 'none' }), { onCrash: crashed });
}
