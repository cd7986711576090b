import assert from 'node:assert/strict';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { workbench } from './workbench';

/** The signature, with the parameter at the cursor in square brackets. */
function shown(condition: string): string | undefined {
  const text = `flow: x\ndialogs:\n  a:\n    goto:\n      - when: ${condition}\n`;
  const { bot, file, offset } = workbench({ 'flows/x.flow.yaml': text });
  const found = signatureHelp(bot, file, offset);
  const parameter = found?.parameters[found.active];
  return found?.label.replace(parameter ?? '', parameter === undefined ? '' : `[${parameter}]`);
}

describe('signature help', () => {
  it('shows the function around the cursor and the parameter that comes next', () => {
    assert.equal(shown('has(|'), 'has([variable]) → true/false');
    assert.equal(shown('destination.substring(1, |)'), 'text.substring(start, [end?]) → text');
    assert.equal(shown("size(destination.split(',', |"), 'text.split(separator, [limit?]) → list');
    assert.equal(shown("size(destination.split(',')|)"), 'size([value]) → number');
    assert.equal(shown('\'destination.contains("(,", |\''), 'text.contains([part]) → true/false');
  });

  it('shows nothing outside of brackets, in texts of other kinds and for unknown functions', () => {
    assert.equal(shown('has(destination) |'), undefined);
    assert.equal(shown('(passengers |'), undefined);
    assert.equal(shown('nope(|'), undefined);
  });
});
