import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const configuration = JSON.parse(
  readFileSync(join(__dirname, '../../../syntaxes/language-configuration.json'), 'utf8'),
) as LanguageConfiguration;

/**
 * By how many columns the line behind `line` is indented, with an indentation of two. By the rules for Enter alone, which
 * an editor follows whatever its `autoIndent` is.
 */
function indentationAfter(line: string): number {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  return (rule?.action.indent === 'indent' ? 2 : 0) + (rule?.action.appendText?.length ?? 0);
}

describe('language configuration', () => {
  const lines: readonly (readonly [line: string, columns: number])[] = [
    ['dialogs:', 2],
    ['  en: |', 2],
    ['  en: >- # folded', 2],
    ['  when: # a condition', 2],
    ['      - set:', 4],
    ['      - text:', 4],
    ['      - when: |', 4],
    ['      - when: passengers > 8', 2],
    ['  - user: I want a ticket', 2],
    ['  - bot: For how many people?', 0],
    ['    next: how_many', 0],
    ['    book me a train: now', 0],
    ["    it's mine:", 0],
    ['# a comment:', 0],
    ['---', 0],
  ];
  for (const [line, columns] of lines) {
    it(`puts the line behind '${line}' ${columns} columns in`, () => {
      assert.equal(indentationAfter(line), columns);
    });
  }

  it('indents by the rules for indentation as by those for Enter', () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    for (const [line] of lines) if (increase.test(line)) assert.ok(indentationAfter(line) > 0, line);
    assert.ok(increase.test('dialogs:') && !increase.test('next: how_many'));
    assert.ok(new RegExp(configuration.indentationRules.decreaseIndentPattern).test('  }'));
  });

  it('takes a name as one word, and the parts of a link as two', () => {
    const { pattern, flags } = configuration.wordPattern;
    const words = (text: string) => text.match(new RegExp(pattern, `g${flags}`));
    assert.deepEqual(words('next: lost-property/start_2'), ['next', 'lost-property', 'start_2']);
    assert.deepEqual(words('Eén kaartje naar Liège.'), ['Eén', 'kaartje', 'naar', 'Liège']);
    assert.deepEqual(words('[Gent](station:destination)'), ['Gent', 'station', 'destination']);
  });
});
