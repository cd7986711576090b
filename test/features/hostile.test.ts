import assert from 'node:assert/strict';
import { completion } from '../../server/src/features/completion/completion';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { formatting } from '../../server/src/features/formatting/formatting';
import { hover } from '../../server/src/features/hover';
import { prepareRename } from '../../server/src/features/rename';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { workbench } from './workbench';

const EXPRESSIONS = 'intent: x\nexpressions:\n  en: ¦\n    ';
const CONDITION = 'flow: x\ndialogs:\n  a:\n    goto:\n      - when: ';
const MESSAGE = 'flow: x\ndialogs:\n  a:\n    say:\n      - text:\n          en: "';
const MANY = 200_000;

/** Texts that a feature would go over again and again if it looked from every sign to the end; `|` is the cursor. */
const TEXTS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['opening brackets in an expression', ['x.intent.yaml', `${EXPRESSIONS}${'['.repeat(MANY)}|\n`]],
  ['annotations without an end', ['x.intent.yaml', `${EXPRESSIONS}${'[a]('.repeat(MANY)}|\n`]],
  ['opening brackets in a condition', ['x.flow.yaml', `${CONDITION}${'('.repeat(MANY)}|\n`]],
  ['one long name in a condition', ['x.flow.yaml', `${CONDITION}a(${'a'.repeat(MANY)}|\n`]],
  ['braces in a message', ['x.flow.yaml', `${MESSAGE}${'{a, plural, other {'.repeat(MANY / 10)}|"\n`]],
  ['comments only', ['x.flow.yaml', `${'# a\n'.repeat(MANY)}|`]],
  ['blank lines only', ['x.flow.yaml', `|${'\n'.repeat(MANY)}`]],
]);

describe('features on input that means harm', () => {
  for (const [name, [path, text]] of TEXTS) {
    it(`answer: ${name}`, () => {
      const { bot, file, offset } = workbench({ [path]: text });
      const { items } = completion(bot, file, offset);
      assert.ok(items.length <= 500);
      for (const { replace } of items) assert.ok(replace.start <= offset && offset <= replace.end);
      hover(bot, file, offset);
      prepareRename(bot, file, offset);
      signatureHelp(bot, file, offset);
      selectionRanges(file, offset);
      semanticTokens(file);
      documentSymbols(file);
      foldingRanges(file);
      const edits = formatting(file.syntax);
      for (const { span } of edits) assert.ok(span.end <= file.syntax.text.length);
    });
  }
});
