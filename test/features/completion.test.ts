import assert from 'node:assert/strict';
import { completion } from '../../server/src/features/completion/completion';
import { FUNCTIONS, MACROS, METHODS } from '../../server/src/model/conditionFunctions';
import { type CompletionItem, withoutTabStops } from '../../server/src/features/completion/item';
import { parseFile } from '../../server/src/syntax/parse';
import { applyEdits } from '../../server/src/text/edit';
import { SMALL_BOT, workbench, type MarkedFiles, type Workbench } from './workbench';

function itemsAt({ bot, file, offset }: Workbench): readonly CompletionItem[] {
  return completion(bot, file, offset).items;
}

function labels(bench: Workbench): readonly string[] {
  return itemsAt(bench).map(({ label }) => label);
}

/** The document after the item with this label was taken; snippet syntax as it is. */
function taken(bench: Workbench, label: string): string {
  const item = itemsAt(bench).find((one) => one.label === label);
  assert.ok(item, `"${label}" is among ${labels(bench).join(', ')}`);
  return applyEdits(bench.file.syntax.text, [{ span: item.replace, newText: item.newText }]);
}

/** A flow file; `|` is the cursor. */
function flow(content: string, others: MarkedFiles = {}): Workbench {
  return workbench({ ...others, 'flows/new.flow.yaml': content });
}

const HEAD = 'flow: new\ndialogs:\n  first:\n';

describe('completion', () => {
  it('leaves a file that parses, whatever is taken in whatever column of a new line, with the line breaks of the file', () => {
    let count = 0;
    for (const [path, content] of Object.entries(SMALL_BOT)) {
      const lines = content.split('\n');
      for (const [index, column, word] of placesOf(lines.length)) {
        const newline = column % 2 === 0 ? '\n' : '\r\n';
        const line = `${' '.repeat(column)}${word}|`;
        const bench = workbench({ [path]: lines.toSpliced(index, 0, line).join(newline) });
        const { text, uri, kind } = bench.file.syntax;
        for (const { label, newText, replace, snippet } of itemsAt(bench)) {
          const written = snippet ? withoutTabStops(newText) : newText;
          const after = applyEdits(text, [{ span: replace, newText: written }]);
          const { problems } = parseFile(uri, kind, { ok: true, text: after });
          assert.deepEqual(problems, [], `${label} in line ${index + 1} of\n${after}`);
          if (newline !== '\n') assert.doesNotMatch(after, /[^\r]\n/, label);
          count++;
        }
      }
    }
    assert.ok(count > 1_000, String(count));
  });

  function* placesOf(lines: number): Iterable<[line: number, column: number, word: string]> {
    for (let line = 0; line <= lines; line++) {
      for (let column = 0; column <= 12; column++) {
        yield [line, column, ''];
        yield [line, column, 'e'];
      }
    }
  }
});

describe('completion of keys', () => {
  it('offers maps only, without a value, where the lines below would be their value', () => {
    const bench = flow(`${HEAD}    say: []\n    |\n      intent: book_train\n`);
    assert.ok(!labels(bench).includes('next'), labels(bench).join());
    assert.equal(taken(bench, 'trigger'), `${HEAD}    say: []\n    trigger:$0\n      intent: book_train\n`);
  });

  it('offers one more line of a list of values', () => {
    const entity = 'entity: cake\ntype: list\nvalues:\n  Lemon: [lemony]\n';
    const bench = workbench({ 'entities/cake.entity.yaml': `${entity}  |\n` });
    assert.equal(taken(bench, 'new value'), `${entity}  \${1:value}: [\${2:synonym}]\n`);
  });

  it('offers the keys that are missing, required ones first, with their documentation', () => {
    const bench = flow(`${HEAD}    ask:\n      |\n      next: first\n`);
    const items = itemsAt(bench).filter(({ kind }) => kind === 'key');
    assert.deepEqual(
      [...items].sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ label }) => label),
      ['text', 'entity', 'save', 'retry'],
    );
    for (const { documentation } of items) assert.ok(documentation, 'every key is documented');
  });

  it('leaves out the other ways on once one is written', () => {
    const offered = labels(flow(`${HEAD}    next: first\n    |\n`));
    for (const key of ['ask', 'goto', 'end', 'next']) assert.ok(!offered.includes(key), key);
    assert.ok(offered.includes('say'));
  });

  it('writes a map or list as a block with the right indentation', () => {
    assert.equal(
      taken(flow(`${HEAD}    tri|\n`), 'trigger'),
      `${HEAD}    trigger:\n      intent: \${1|book_train|}\n`,
    );
    assert.equal(taken(flow(`${HEAD}    ne|\n`), 'next'), `${HEAD}    next: $0\n`);
    assert.equal(taken(flow(`${HEAD}    en|\n`), 'end'), `${HEAD}    end: true$0\n`);
  });

  it('exchanges only the key when a value stands behind it', () => {
    assert.equal(taken(flow(`${HEAD}    nex|: first\n`), 'next'), `${HEAD}    next: first\n`);
  });

  it('works behind a dash, where a map begins', () => {
    assert.equal(
      taken(flow(`${HEAD}    goto:\n      - wh|\n`), 'when'),
      `${HEAD}    goto:\n      - when: $0\n`,
    );
    assert.equal(
      taken(flow(`${HEAD}    say:\n      - |\n`), 'buttons'),
      `${HEAD}    say:\n      - buttons:\n          - label:\n              \${1|en,nl|}: \${2:Label}\n            next: \${3:dialog}\n`,
    );
  });

  it('writes the dash where a list wants an item', () => {
    assert.equal(
      taken(flow(`${HEAD}    goto:\n      - next: first\n      |\n`), 'next'),
      `${HEAD}    goto:\n      - next: first\n      - next: $0\n`,
    );
  });

  it('puts the blank behind a dash', () => {
    const before = `${HEAD}    trigger:\n      requires:\n        -`;
    assert.equal(
      taken(
        flow(`${before}|\n`, {
          'flows/booking.flow.yaml': 'flow: booking\ndialogs:\n  a:\n    contexts: { c: 1 }\n    end: true\n',
        }),
        'c',
      ),
      `${before} c\n`,
    );
    assert.equal(taken(flow(`${HEAD}    goto:\n      -|\n`), 'when'), `${HEAD}    goto:\n      - when: $0\n`);
  });

  it('stays on the line within brackets', () => {
    assert.equal(
      taken(flow(`${HEAD}    trigger: { | }\n`), 'requires'),
      `${HEAD}    trigger: { requires: $0 }\n`,
    );
  });

  it('offers whole definitions in an empty file', () => {
    const bench = workbench({ 'intents/new.intent.yaml': '|' });
    const text = taken(bench, 'new intent');
    assert.match(text, /^intent: \$\{1:new\}\n/);
    assert.ok(labels(bench).includes('expressions'));
  });

  it('offers them on the first line of a file of blank lines', () => {
    const text = taken(workbench({ 'intents/new.intent.yaml': '|\n\n' }), 'new intent');
    assert.match(text, /^intent: [^\n]*\n(?:[a-z]| {2})/);
  });

  it('offers every dialog where a snippet left its placeholder, which is no part of a name', () => {
    const items = itemsAt(flow(`${HEAD}    next: dialog|\n`));
    assert.ok(items.length > 1 && items.every(({ label, filter }) => filter === `dialog ${label}`));
    assert.ok(itemsAt(flow(`${HEAD}    next: gen|\n`)).every(({ filter }) => filter === undefined));
  });

  it('begins an empty file with whole definitions, and shows what they write', () => {
    const items = itemsAt(workbench({ 'flows/new.flow.yaml': '|' }));
    const [first] = [...items].sort((a, b) => (a.sort < b.sort ? -1 : 1));
    assert.equal(first?.label, 'new flow');
    assert.match(
      first.documentation ?? '',
      /^```bot-definition\nflow: new\n[^$]*intent: book_train\n[^$]*```$/,
    );
  });

  it('names a definition after its file, unless that is no name or is taken', () => {
    const text = (file: string, label: string): string => taken(workbench({ [file]: '|' }), label);
    assert.match(text('greet.intent.yaml', 'new intent'), /^intent: \$\{1:greet\}\n/);
    assert.match(text('9 lives.intent.yaml', 'new intent'), /^intent: \$\{1:name\}\n/);
    assert.match(text('more/Booking.flow.yaml', 'new flow'), /^flow: \$\{1:name\}\n/);
    assert.match(text('bot.yaml', 'new bot'), /^bot: \$\{1:bot\}\n/);
  });

  it('offers the dialogs that others lead to and that are still missing', () => {
    const head = 'flow: new\ndialogs:\n  start:\n    next: later\n';
    const other = { 'flows/other.flow.yaml': 'flow: other\ndialogs:\n  a: { next: new/last }\n' };
    assert.deepEqual([...labels(flow(`${head}  |\n`, other))].sort(), ['last', 'later', 'new dialog']);
    const later = itemsAt(flow(`${head}  |\n`)).find(({ label }) => label === 'later');
    assert.equal(later?.detail, 'still missing');
    assert.equal(taken(flow(`${head}  la|\n`), 'later'), `${head}  later:\n    $0\n`);
    assert.equal(
      taken(flow(`${head}  |\n`), 'new dialog'),
      `${head}  \${1:name}:\n    say:\n      - text:\n          \${2|en,nl|}: $0\n    end: true\n`,
    );
  });

  it('offers keys for the variant that the document chose', () => {
    const list = labels(workbench({ 'entities/x.entity.yaml': 'entity: x\ntype: list\n|\n' }));
    assert.ok(list.includes('values') && !list.includes('patterns'), list.join());
  });
});

describe('completion of references', () => {
  it('offers intents, entities, variables, contexts and languages where they belong', () => {
    assert.deepEqual(labels(flow(`${HEAD}    trigger:\n      intent: |\n`)), ['book_train']);
    assert.deepEqual(labels(flow(`${HEAD}    trigger:\n      requires: [|]\n`)), ['confirming']);
    assert.deepEqual(labels(flow(`${HEAD}    ask:\n      entity: st|\n`)), ['station']);
    assert.deepEqual(labels(flow(`${HEAD}    ask:\n      save: |\n`)), [
      'destination',
      'passengers',
      'class',
    ]);
    assert.deepEqual(labels(flow(`${HEAD}    do:\n      - language: |\n`)), ['en', 'nl']);
    assert.deepEqual(labels(flow(`${HEAD}    do:\n      - clear:\n          - |\n`)), [
      'destination',
      'passengers',
      'class',
    ]);
  });

  it('offers dialogs of this flow by name and those of others with their flow', () => {
    const bench = flow(`${HEAD}    next: |\n  second:\n    end: true\n`);
    assert.deepEqual(labels(bench), ['first', 'second', 'booking/start', 'booking/confirm', 'general/hello']);
    assert.equal(
      taken(flow(`${HEAD}    next: general/|\n`), 'general/hello'),
      `${HEAD}    next: general/hello\n`,
    );
  });

  it('offers default dialogs and dialogs in tests always with their flow', () => {
    const head = 'bot: trains\nlanguages: [en]\n';
    const expected = ['booking/start', 'booking/confirm', 'general/hello'];
    assert.deepEqual(labels(workbench({ 'bot.yaml': `${head}dialogs:\n  error: |\n` })), expected);
    const test = 'test: t\nsteps:\n  - user: hi\n    expect:\n      dialog: |\n';
    assert.deepEqual(labels(workbench({ 'tests/t.bottest.yaml': test })), expected);
  });

  it('offers languages that a text does not have yet as keys', () => {
    const bench = flow(`${HEAD}    say:\n      - text:\n          en: Hello\n          |\n`);
    assert.deepEqual(labels(bench), ['nl']);
    assert.equal(
      taken(bench, 'nl'),
      `${HEAD}    say:\n      - text:\n          en: Hello\n          nl: $0\n`,
    );
    assert.equal(
      taken(workbench({ 'intents/x.intent.yaml': 'intent: x\nexpressions:\n  |\n' }), 'nl'),
      'intent: x\nexpressions:\n  nl: ¦\n    $0\n'.replace('¦', '|'),
    );
  });

  it('offers variables as keys of assignments', () => {
    const bench = flow(`${HEAD}    do:\n      - set:\n          pa|\n`);
    assert.equal(taken(bench, 'passengers'), `${HEAD}    do:\n      - set:\n          passengers: $0\n`);
  });

  it('offers values to choose from, with what they mean', () => {
    const method = itemsAt(flow(`${HEAD}    do:\n      - http:\n          method: |\n`));
    assert.deepEqual(
      method.map(({ label }) => label),
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    );
    assert.ok(method.every(({ documentation }) => documentation));
    assert.deepEqual(
      labels(workbench({ 'bot.yaml': 'bot: trains\nlanguages: [en]\nvariables:\n  x:\n    type: |\n' })),
      ['string', 'number', 'boolean', 'enum'],
    );
  });

  it('puts the blank behind a colon', () => {
    assert.equal(taken(flow(`${HEAD}    next:|\n`), 'first'), `${HEAD}    next: first\n`);
  });

  it('replaces the whole value', () => {
    assert.equal(taken(flow(`${HEAD}    next: gen|eral/hi\n`), 'first'), `${HEAD}    next: first\n`);
  });

  it('works in a file that does not parse', () => {
    const bench = flow(`${HEAD}    say: [ "open\n    trigger:\n      intent: |\n  oth`);
    assert.ok(bench.file.syntax.problems.length > 0, 'the file is broken');
    assert.deepEqual(labels(bench), ['book_train']);
  });
});

describe('completion inside texts', () => {
  function expression(line: string): Workbench {
    return workbench({ 'intents/x.intent.yaml': `intent: x\nexpressions:\n  en: ¦\n    ${line}\n` });
  }

  it('offers entities and variables in annotations', () => {
    assert.deepEqual(labels(expression('to [Gent](|')), ['station']);
    assert.deepEqual(labels(expression('to [Gent](station:|)')), ['destination', 'passengers', 'class']);
    assert.ok(taken(expression('to [Gent](sta|)'), 'station').includes('to [Gent](station)'));
    assert.ok(
      taken(expression('to [Gent](station:de|) now'), 'destination').includes('(station:destination) now'),
    );
  });

  it('offers nothing in plain text of an expression', () => {
    assert.deepEqual(labels(expression('to [Gent] (|')), []);
    assert.deepEqual(labels(expression('inten|')), []);
    assert.deepEqual(labels(expression('intent: |')), []);
  });

  function message(text: string): Workbench {
    return flow(`${HEAD}    say:\n      - text:\n          en: "${text}"\n`);
  }

  it('offers variables in placeholders and closes the bracket', () => {
    assert.deepEqual(labels(message('To {|')), [
      'destination',
      'passengers',
      'class',
      'passengers, plural',
      'class, select',
    ]);
    assert.ok(taken(message('To {de|'), 'destination').includes('"To {destination}"'));
    assert.ok(taken(message('To {de|}?'), 'destination').includes('"To {destination}?"'));
    assert.ok(
      taken(message('{pa|, plural, other {#}}'), 'passengers').includes('{passengers, plural, other {#}}'),
    );
  });

  it('quotes a text that begins with a placeholder, which YAML would take for a map', () => {
    const at = (text: string) => flow(`${HEAD}    say:\n      - text:\n          en: ${text}\n`);
    for (const text of ['{|', '{de|', '{ de| }']) {
      assert.ok(taken(at(text), 'destination').endsWith('en: "{destination\\}$0"\n'), text);
    }
  });

  it('tells placeholders from the branches of a plural and from quoted brackets', () => {
    assert.deepEqual(labels(message('{passengers, plural, other {ti|')), []);
    assert.ok(labels(message('{passengers, plural, other {# to {|')).includes('destination'));
    assert.deepEqual(labels(message("it is '{|")), []);
    assert.deepEqual(labels(message('To |')), []);
  });

  function condition(text: string): Workbench {
    return flow(`${HEAD}    goto:\n      - when: ${text}\n        next: first\n`);
  }

  it('offers variables in conditions and values of an enum between quotes', () => {
    assert.deepEqual(labels(condition('pass|')).slice(0, 4), ['destination', 'passengers', 'class', 'has']);
    assert.ok(taken(condition('passengers > 1 && cl|'), 'class').includes('when: passengers > 1 && class\n'));
    assert.deepEqual(labels(condition("class == '|")), ['first', 'second']);
    assert.ok(taken(condition("class == 'fi|'"), 'first').includes("class == 'first'\n"));
    assert.deepEqual(labels(condition("destination == 'pass|")), []);
  });

  it('puts the blank behind the colon of a condition', () => {
    const bench = flow(`${HEAD}    goto:\n      - when:|\n        next: first\n`);
    assert.ok(taken(bench, 'passengers').includes('when: passengers\n'));
  });

  it('offers values of the compared variable with quotes that fit those of YAML', () => {
    assert.deepEqual(labels(condition('class == |')).slice(0, 2), ['first', 'second']);
    assert.ok(taken(condition('class == |'), 'first').includes("when: class == 'first'\n"));
    assert.ok(taken(condition("'class == |'"), 'first').includes(`when: 'class == "first"'\n`));
    assert.ok(taken(condition('"class == |"'), 'first').includes(`when: "class == 'first'"\n`));
    assert.ok(taken(condition('>-\n          class == |'), 'first').includes("class == 'first'\n"));
    assert.ok(
      taken(condition('class in |'), "['first', 'second']").includes("class in ['first', 'second']\n"),
    );
    assert.deepEqual(labels(condition("class in ['first', |]")).slice(0, 2), ['first', 'second']);
    assert.ok(!labels(condition('passengers > |')).includes('first'));
  });

  it('offers values of the variable that is set, quoted so that YAML leaves their quotes alone', () => {
    const set = (text: string) => flow(`${HEAD}    do:\n      - set:\n          ${text}\n`);
    assert.ok(taken(set('class: |'), 'first').includes(`class: "'first'"\n`));
    assert.ok(taken(set('class: "|"'), 'first').includes(`class: "'first'"\n`));
    assert.ok(taken(set("class: '|'"), 'first').includes(`class: '"first"'\n`));
    assert.ok(!labels(set('passengers: |')).includes('first'));
  });

  it('offers operators that fit the type of the variable before them', () => {
    assert.deepEqual(labels(condition('passengers |')), ['>', '>=', '<', '<=', '==', '!=', '+']);
    assert.deepEqual(labels(condition('class |')), ['==', '!=', 'in']);
    assert.deepEqual(labels(condition('passengers > 1 |')), ['&&', '||']);
    assert.deepEqual(labels(condition("class in ['first'] |")), ['&&', '||']);
    assert.ok(taken(condition('passengers |'), '>').includes('when: passengers > \n'));
    assert.ok(taken(condition('passengers|'), 'passengers').includes('when: passengers\n'));
  });

  it('offers functions with their signature and meaning, and methods behind a dot', () => {
    const has = itemsAt(condition('ha|')).find(({ label }) => label === 'has');
    assert.equal(has?.detail, 'has(variable) → true/false');
    assert.match(has?.documentation ?? '', /has a value/);
    assert.ok(taken(condition('ha|'), 'has').includes('when: has($1)$0\n'));
    assert.deepEqual(labels(condition('has(|)')), ['destination', 'passengers', 'class']);
    assert.ok(taken(condition('destination.|'), 'startsWith').includes("destination.startsWith('$1')$0\n"));
    assert.ok(taken(condition("'destination.|'"), 'startsWith').includes('destination.startsWith("$1")$0'));
    assert.ok(!labels(condition('destination.|')).includes('exists'));
    assert.deepEqual(labels(condition('passengers.|')), []);
    assert.deepEqual(labels(condition('passengers > 1.|')), []);
  });

  it('has a meaning and a signature for every function', () => {
    for (const table of [FUNCTIONS, METHODS, MACROS]) {
      for (const [name, shape] of table) {
        assert.ok(shape.meaning().endsWith('.'), name);
        assert.equal(shape.names.length, shape.takes.length, name);
      }
    }
  });

  it('offers a plural with the forms of the language, and a select with the values of the enum', () => {
    assert.ok(
      taken(message('{passengers, |'), 'plural').includes(
        '"{passengers, plural, one {# $1\\} other {# $2\\}\\}"',
      ),
    );
    assert.ok(
      taken(message('{cl|}'), 'class, select').includes(
        '"{class, select, first {$1\\} second {$2\\} other {$3\\}}"',
      ),
    );
    assert.deepEqual(labels(message('{class, |}')), ['select']);
    assert.deepEqual(labels(message('{passengers, plural, one {a} |}')), ['other']);
    assert.deepEqual(labels(message('{passengers, selectordinal, |}')), ['few', 'one', 'two', 'other']);
    assert.deepEqual(labels(message('{class, select, first {a} |}')), ['second', 'other']);
    assert.deepEqual(labels(message('{passengers, number, |}')), ['integer', 'percent']);
    const polish = workbench({
      'bot.yaml': 'bot: t\nlanguages: [pl]\nvariables:\n  n: { type: number }\n',
      'flows/new.flow.yaml': `${HEAD}    say:\n      - text:\n          pl: "{n, plural, |}"\n`,
    });
    assert.deepEqual([...labels(polish)].sort(), ['few', 'many', 'one', 'other']);
    assert.equal(itemsAt(polish).find(({ label }) => label === 'few')?.detail, '2, 3, 4, 22, 23 …');
  });

  it('reads what stands before in a block over several lines', () => {
    const block = flow(
      `${HEAD}    say:\n      - text:\n          en: ¦\n            {passengers, plural,\n              one {One}\n              |}\n`,
    );
    assert.deepEqual(labels(block), ['other']);
  });

  it('offers nothing in comments', () => {
    assert.deepEqual(labels(flow(`${HEAD}    next: first # |\n`)), []);
  });
});

describe('completion in a large bot', () => {
  it('sends what is near and says that there is more', () => {
    const many = Array.from(
      { length: 700 },
      (_, index) => `intent: intent_${index}\nexpressions:\n  en: hi\n`,
    );
    const files = { 'intents/many.intent.yaml': many.join('---\n') };
    const { bot, file, offset } = flow(`${HEAD}    trigger:\n      intent: intent_69|\n`, files);
    const result = completion(bot, file, offset);
    assert.equal(result.incomplete, true);
    assert.deepEqual(
      result.items.map(({ label }) => label),
      ['intent_69', ...Array.from({ length: 10 }, (_, index) => `intent_69${index}`)],
    );
  });
});
