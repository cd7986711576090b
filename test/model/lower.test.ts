import assert from 'node:assert/strict';
import type { Definition, Dialog, Flow } from '../../server/src/model/definitions';
import type { FileKind } from '../../server/src/syntax/tree';
import { FORMAT_EXAMPLES, fileOf } from './formatExamples';

/** The one definition of a file. */
function only<K extends FileKind>(
  kind: K,
  text: string = FORMAT_EXAMPLES[kind],
): Extract<Definition, { kind: K }> {
  const [definition] = fileOf(kind, text).definitions;
  assert.ok(definition?.kind === kind);
  return definition as Extract<Definition, { kind: K }>;
}

function dialog(flow: Flow, name: string): Dialog {
  const found = flow.dialogs.find((one) => one.name.value === name);
  assert.ok(found, `dialog ${name}`);
  return found;
}

const values = (located: readonly { readonly value: unknown }[]): unknown[] =>
  located.map(({ value }) => value);

describe('Lowering', () => {
  it('gives the settings of a bot', () => {
    const bot = only('bot');
    assert.equal(bot.name.value, 'choo-choo');
    assert.equal(bot.title?.value, 'Choo Choo');
    assert.deepEqual(values(bot.languages), ['en', 'nl']);
    assert.deepEqual(bot.nlp, { intentThreshold: 0.7, entityThreshold: 0.6, maxMessageLength: 500 });
    assert.equal(bot.dialogs.get('notUnderstood')?.value, 'general/not_understood');
    assert.equal(bot.dialogsKey?.value, 'dialogs');
    assert.deepEqual(
      bot.variables.map((variable) => [variable.name.value, variable.type, variable.initial?.value]),
      [
        ['destination', 'string', undefined],
        ['passengers', 'number', 1],
        ['class', 'enum', undefined],
        ['reference', 'string', undefined],
        ['paid', 'boolean', false],
      ],
    );
    assert.deepEqual(values(bot.variables[2]?.values ?? []), ['first', 'second']);
    assert.deepEqual([bot.variables[3]?.sensitive, bot.variables[4]?.sensitive], [true, false]);
    assert.equal(bot.rules.get('nlp/few-expressions')?.severity, 'off');
    assert.equal(bot.release.get('tests')?.value, 'block');
  });

  it('has defaults where bot.yaml says nothing', () => {
    const bot = only('bot', 'bot: a\nlanguages: [en]');
    assert.deepEqual(bot.nlp, { intentThreshold: 0.8, entityThreshold: 0.8, maxMessageLength: 1000 });
    assert.equal(bot.nlpSpan, undefined);
    assert.equal(bot.dialogs.size, 0);
  });

  it('covers the `nlp` entry of bot.yaml, which a release of the NLP part replaces', () => {
    const { nlpSpan } = only('bot');
    assert.ok(nlpSpan);
    const text = FORMAT_EXAMPLES.bot.slice(nlpSpan.start, nlpSpan.end);
    assert.match(text, /^nlp:\n[^]*maxMessageLength: 500$/);
  });

  it('gives the expressions of an intent per language', () => {
    const intent = only('intent');
    assert.deepEqual([...intent.expressions.keys()], ['en', 'nl']);
    assert.deepEqual(
      intent.expressions.get('en')?.expressions.map(({ plain }) => plain),
      ['Brussels please', 'I want a ticket to Brussels', 'book me a train'],
    );
  });

  it('gives entities of every type, one per document', () => {
    const { definitions } = fileOf('entity', FORMAT_EXAMPLES.entity);
    const entities = definitions.filter((one) => one.kind === 'entity');
    assert.deepEqual(
      entities.map((entity) => [entity.name.value, entity.type?.value]),
      [
        ['station', 'list'],
        ['ticket_number', 'pattern'],
        ['people', 'system'],
        ['product', 'contextual'],
      ],
    );
    const [station, ticket, people] = entities;
    assert.deepEqual(
      station?.values.map(({ value, synonyms }) => [value.value, values(synonyms)]),
      [
        ['Brussels', ['Brussel', 'Bruxelles', 'BXL']],
        ['Ghent', ['Gent', 'Gand']],
      ],
    );
    assert.deepEqual(values(ticket?.patterns ?? []), [String.raw`[A-Z]{2}\d{6}`]);
    assert.equal(people?.system?.value, 'number');
  });

  it('gives dialogs with their way on, links taken apart', () => {
    const flow = only('flow');
    assert.equal(flow.dialogs.length, 7);
    const start = dialog(flow, 'start');
    assert.equal(start.trigger?.intent?.value, 'book_train');
    assert.deepEqual(values(start.waysOn), ['ask']);
    assert.equal(start.ask?.text.get('nl')?.text.value, 'Waar wil je heen?');
    assert.deepEqual([start.ask?.entity?.value, start.ask?.save?.value], ['station', 'destination']);
    assert.equal(start.ask?.retry?.max, 2);
    const handover = start.ask?.retry?.next;
    assert.deepEqual(
      [handover?.text.value, handover?.flow?.value, handover?.dialog.value],
      ['general/handover', 'general', 'handover'],
    );
    const route = dialog(flow, 'route');
    assert.deepEqual(
      route.goto?.map(({ when, next }) => [when?.value, next?.text.value]),
      [
        ['passengers > 8', 'groups/start'],
        [undefined, 'confirm'],
      ],
    );
    const confirm = dialog(flow, 'confirm');
    assert.deepEqual(
      confirm.say[0]?.buttons.map(({ next, url }) => [next?.dialog.value, url?.value]),
      [
        ['pay', undefined],
        [undefined, 'https://example.org/times'],
      ],
    );
    assert.deepEqual(
      confirm.contexts.map(({ name, lifespan }) => [name.value, lifespan]),
      [['confirm_booking', 1]],
    );
    assert.deepEqual([dialog(flow, 'done').end, dialog(flow, 'pay').end], [true, false]);
  });

  it('gives every kind of action', () => {
    const flow = only(
      'flow',
      `flow: a
dialogs:
  b:
    do:
      - http:
          method: POST
          url: https://example.org/{id}
          headers: { X-Trip: "{trip}" }
          body: { list: ["{one}", 2, { deep: two }] }
          save: { reference: /ref }
      - set: { paid: true, total: passengers * 2 }
      - clear: [a, b]
      - language: nl
      - handover: A note.
    end: true
`,
    );
    const actions = dialog(flow, 'b').do;
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['http', 'set', 'clear', 'language', 'handover'],
    );
    const [http, set] = actions;
    assert.ok(http?.kind === 'http' && set?.kind === 'set');
    assert.deepEqual(
      http.headers.map(({ name, value }) => [name.value, value.value]),
      [['X-Trip', '{trip}']],
    );
    assert.equal(JSON.stringify(http.body), '{"list":["{one}",2,{"deep":"two"}]}');
    assert.deepEqual([http.save[0]?.variable.value, http.save[0]?.pointer.value], ['reference', '/ref']);
    assert.deepEqual(
      set.assignments.map(({ variable, expression }) => [variable.value, expression.value]),
      [
        ['paid', 'true'],
        ['total', 'passengers * 2'],
      ],
    );
  });

  it('gives the steps of a conversation test', () => {
    const test = only('test');
    assert.equal(test.given.now?.value, '2026-12-01T09:00:00+01:00');
    assert.deepEqual(
      test.steps.map(({ kind }) => kind),
      ['user', 'bot', 'user', 'press', 'http'],
    );
    const [first, , third] = test.steps;
    assert.ok(first?.kind === 'user' && third?.kind === 'user');
    assert.deepEqual(
      [first.expect?.intent?.value, first.expect?.dialog?.flow?.value],
      ['book_train', 'booking'],
    );
    assert.equal(third.text.value, '9');
  });

  it('keeps dialogs in which nothing stands yet, and `goto` without branches', () => {
    const flow = only('flow', 'flow: a\ndialogs:\n  b:\n  c: null\n  d:\n    goto:\n  e:\n    next:\n  f: 5');
    assert.deepEqual(
      flow.dialogs.map(({ name, waysOn, goto }) => [name.value, values(waysOn), goto]),
      [
        ['b', [], undefined],
        ['c', [], undefined],
        ['d', ['goto'], []],
        ['e', ['next'], undefined],
      ],
    );
  });

  it('leaves out what has the wrong type and keeps the rest', () => {
    const bot = only(
      'bot',
      'bot: a\nlanguages: [en, 5, [x]]\nvariables: { v: 5, w: { type: foo, initial: [1] } }\nnlp: no',
    );
    assert.deepEqual(values(bot.languages), ['en']);
    assert.deepEqual(
      bot.variables.map(({ name, type, initial }) => [name.value, type, initial]),
      [
        ['v', 'string', undefined],
        ['w', 'string', undefined],
      ],
    );
    const intent = only('intent', 'intent: a\nexpressions: { en: [x], nl: hallo }');
    assert.deepEqual([...intent.expressions.keys()], ['nl']);
  });

  it('defines nothing by a document without a name', () => {
    for (const text of ['expressions: { en: hi }', 'intent:', 'intent: ""', 'intent: [a]', 'hello', '- a']) {
      assert.deepEqual(fileOf('intent', text).definitions, [], text);
    }
  });

  it('is not led astray by keys that JavaScript knows', () => {
    const flow = only('flow', 'flow: a\ndialogs:\n  constructor: { end: true }\n  toString: { end: true }');
    assert.deepEqual(
      flow.dialogs.map(({ name }) => name.value),
      ['constructor', 'toString'],
    );
    assert.equal(only('bot', 'bot: a\nrules: { constructor: error }').rules.size, 1);
  });

  it('places the name, the whole document and the whole dialog', () => {
    const text = `# above\n${FORMAT_EXAMPLES.flow}\n# below\n`;
    const flow = only('flow', text);
    assert.equal(text.slice(flow.name.span.start, flow.name.span.end), 'booking');
    assert.match(text.slice(flow.span.start, flow.span.end), /^flow: booking[^]*end: true$/);
    const { span } = dialog(flow, 'done');
    assert.match(text.slice(span.start, span.end), /^done:\n[^]*end: true$/);
  });
});
