import assert from 'node:assert/strict';
import { FILE_KINDS } from '../../server/src/schema/registry';
import type { FileKind } from '../../server/src/syntax/tree';
import { FORMAT_EXAMPLES, fileOf } from './formatExamples';

/** Every name of a file as `symbol name position [dialog]`, definitions with `=`. */
function occurrences(kind: FileKind, text: string): string[] {
  return fileOf(kind, text).occurrences.map(
    ({ symbol, name, role, position, dialog }) =>
      `${symbol} ${role === 'definition' ? '=' : ''}${name} ${position}${dialog === undefined ? '' : ` in ${dialog}`}`,
  );
}

describe('Occurrences', () => {
  for (const kind of FILE_KINDS) {
    it(`stand exactly where they say: example of ${kind}`, () => {
      const text = FORMAT_EXAMPLES[kind];
      const found = fileOf(kind, text).occurrences;
      assert.ok(found.length > 0);
      for (const { symbol, name, span } of found) {
        const bare = symbol === 'dialog' ? name.slice(name.indexOf('/') + 1) : name;
        assert.equal(text.slice(span.start, span.end), bare, `${symbol} ${name}`);
      }
      const starts = found.map(({ span }) => span.start);
      assert.deepEqual(
        starts,
        starts.toSorted((a, b) => a - b),
      );
    });
  }

  it('of bot.yaml: id, languages, default dialogs, variables', () => {
    assert.deepEqual(occurrences('bot', FORMAT_EXAMPLES.bot), [
      'bot =choo-choo definition',
      'language =en definition',
      'language =nl definition',
      'flow general default-dialog',
      'dialog general/welcome default-dialog',
      'flow general default-dialog',
      'dialog general/not_understood default-dialog',
      'flow general default-dialog',
      'dialog general/error default-dialog',
      'flow general default-dialog',
      'dialog general/disabled default-dialog',
      'variable =destination definition',
      'variable =passengers definition',
      'variable =class definition',
      'variable =reference definition',
      'variable =paid definition',
    ]);
  });

  it('of intents: languages, entities and variables of annotations', () => {
    const one = ['entity station annotation', 'variable destination annotation'];
    assert.deepEqual(occurrences('intent', FORMAT_EXAMPLES.intent), [
      'intent =book_train definition',
      'language en language',
      ...one,
      ...one,
      'language nl language',
      ...one,
    ]);
  });

  it('of flows: everything that a dialog names, with the dialog', () => {
    const all = occurrences('flow', FORMAT_EXAMPLES.flow);
    assert.equal(all[0], 'flow =booking definition');
    const inStart = all.filter((one) => one.endsWith(' in booking/start'));
    assert.deepEqual(inStart, [
      'intent book_train trigger in booking/start',
      'language en language in booking/start',
      'language nl language in booking/start',
      'entity station ask-entity in booking/start',
      'variable destination save in booking/start',
      'language en language in booking/start',
      'language nl language in booking/start',
      'flow general retry in booking/start',
      'dialog general/handover retry in booking/start',
      'dialog booking/how_many next in booking/start',
    ]);
    for (const expected of [
      'dialog =booking/start definition',
      'variable passengers condition in booking/route',
      'flow groups branch in booking/route',
      'dialog groups/start branch in booking/route',
      'dialog booking/confirm branch in booking/route',
      'variable passengers placeholder in booking/confirm',
      'variable destination placeholder in booking/confirm',
      'dialog booking/pay button in booking/confirm',
      'context =confirm_booking output-context in booking/confirm',
      'context confirm_booking requires in booking/confirmed',
      'variable destination placeholder in booking/pay',
      'variable reference save in booking/pay',
      'dialog general/error error-path in booking/pay',
      'variable paid set in booking/pay',
      'variable reference placeholder in booking/done',
      'variable passengers clear in booking/done',
    ]) {
      assert.ok(all.includes(expected), expected);
    }
  });

  it('of tests: intents, dialogs, variables and the language', () => {
    assert.deepEqual(occurrences('test', FORMAT_EXAMPLES.test), [
      'test =a ticket for nine goes to the group desk definition',
      'language en language',
      'intent book_train test',
      'flow booking test',
      'dialog booking/how_many test',
      'variable destination test',
      'flow groups test',
      'dialog groups/start test',
    ]);
  });

  it('are exact in quotes and after escapes', () => {
    const text = [
      'flow: "booking"',
      'dialogs:',
      "  'start':",
      '    say:',
      '      - text: { en: "\\u00e9\\t{name} \\"{ class }\\"" }',
      '    do:',
      "      - set: { 'paid': 'name == ''x'' && class != \"\"' }",
      '    next: "other/end"',
    ].join('\n');
    const found = fileOf('flow', text).occurrences.filter(({ symbol }) => symbol !== 'language');
    assert.deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['booking', 'start', 'name', 'class', 'paid', 'name', 'class', 'other', 'end'],
    );
  });

  it('leave out what names nothing: empty, numbers, conditions and messages of which nobody can tell', () => {
    const text = [
      'flow: a',
      'dialogs:',
      '  b:',
      '    trigger: { intent: 5, requires: [true, ""] }',
      '    say:',
      '      - text: { en: "{a, plural, one {broken" }',
      '    goto:',
      '      - { when: "x == \'y", next: "" }',
      '      - { when: "true", next: 7 }',
      '      - next: /',
    ].join('\n');
    assert.deepEqual(occurrences('flow', text), [
      'flow =a definition',
      'dialog =a/b definition',
      'language en language in a/b',
    ]);
  });

  it('are tentative in conditions and messages that do not parse', () => {
    const text =
      'flow: a\ndialogs:\n  b:\n    say:\n      - text: { en: "{broken" }\n    goto:\n      - when: x >\n';
    assert.deepEqual(
      fileOf('flow', text)
        .occurrences.filter(({ tentative }) => tentative)
        .map(({ name }) => name),
      ['broken', 'x'],
    );
  });

  it('take values of text positions as they are written', () => {
    const text = 'flow: a\ndialogs:\n  b:\n    goto:\n      - when: yes\n        next: b\n';
    assert.ok(occurrences('flow', text).includes('variable yes condition in a/b'));
  });

  it('keep a bare dialog outside flows bare, so that nobody takes it for one of a flow', () => {
    assert.deepEqual(occurrences('bot', 'bot: a\ndialogs: { welcome: hello }'), [
      'bot =a definition',
      'dialog hello default-dialog',
    ]);
  });

  it('do not read names into text and technical values', () => {
    const text = FORMAT_EXAMPLES.entity;
    assert.deepEqual(occurrences('entity', text), [
      'entity =station definition',
      'entity =ticket_number definition',
      'entity =people definition',
      'entity =product definition',
    ]);
  });
});
