import assert from 'node:assert/strict';
import { prepareRename, rename, type Renaming } from '../../server/src/features/rename';
import { applied, cursorIn, pathIn, SMALL_BOT, workbench, type Workbench } from './workbench';

function renamed({ bot, file, offset }: Workbench, newName: string): Renaming {
  const result = rename(bot, file, offset, newName);
  assert.ok(!('refused' in result), 'refused' in result ? result.refused : '');
  return result;
}

function refusal({ bot, file, offset }: Workbench, newName: string): string {
  const result = rename(bot, file, offset, newName);
  assert.ok('refused' in result, 'the rename is refused');
  return result.refused;
}

/** The small bot with words exchanged, only in the files that hold them. */
function exchanged(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [path, marked] of Object.entries(SMALL_BOT)) {
    const text = marked.replaceAll('¦', '|');
    const after = pairs.reduce((all, [from, to]) => all.replaceAll(from, to), text);
    if (after !== text) result.set(path, after);
  }
  return result;
}

function sorted(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('rename', () => {
  const flow = 'flows/booking.flow.yaml';

  it('changes a variable in declarations, annotations, conditions, placeholders and tests', () => {
    const result = renamed(cursorIn(flow, 'save: desti|nation'), 'target');
    assert.deepEqual(sorted(applied(result.edits)), sorted(exchanged([['destination', 'target']])));
  });

  it('changes an entity in annotations and questions, and its file with it', () => {
    const result = renamed(cursorIn('entities/station.entity.yaml', 'entity: sta|tion'), 'stop');
    const expected = exchanged([
      ['entity: station', 'entity: stop'],
      ['(station:', '(stop:'],
    ]);
    assert.deepEqual(sorted(applied(result.edits)), sorted(expected));
    assert.deepEqual(
      result.files.map(({ from, to }) => [pathIn(from), pathIn(to)]),
      [['entities/station.entity.yaml', 'entities/stop.entity.yaml']],
    );
  });

  it('changes a dialog in its flow, in links from other flows, default dialogs and tests', () => {
    const result = renamed(cursorIn(flow, 'general/hel|lo'), 'greeting');
    assert.deepEqual(
      sorted(applied(result.edits)),
      sorted(
        exchanged([
          ['general/hello', 'general/greeting'],
          ['  hello:', '  greeting:'],
        ]),
      ),
    );
    assert.deepEqual(result.files, []);
  });

  it('changes the flow part of every link when a flow is renamed', () => {
    const result = renamed(cursorIn('flows/general.flow.yaml', 'flow: gen|eral'), 'common');
    const expected = exchanged([
      ['general/hello', 'common/hello'],
      ['flow: general', 'flow: common'],
    ]);
    assert.deepEqual(sorted(applied(result.edits)), sorted(expected));
    assert.deepEqual(
      result.files.map(({ to }) => pathIn(to)),
      ['flows/common.flow.yaml'],
    );
  });

  it('comes back to the byte when it is undone by another rename', () => {
    const there = applied(renamed(cursorIn(flow, 'intent: book|_train'), 'buy_ticket').edits);
    const files = Object.fromEntries([...there].map(([path, text]) => [path, text.replaceAll('|', '¦')]));
    const marked = (files[flow] ?? '').replace('intent: buy', 'intent: |buy');
    const back = applied(renamed(workbench({ ...files, [flow]: marked }), 'book_train').edits);
    for (const [path, text] of back) assert.equal(text, (SMALL_BOT[path] ?? '').replaceAll('¦', '|'), path);
    assert.deepEqual([...back.keys()].sort(), [...there.keys()].sort());
  });

  it('may change nothing but the case of a name', () => {
    const result = renamed(cursorIn(flow, 'intent: book|_train'), 'Book_Train');
    assert.ok(applied(result.edits).get(flow)?.includes('intent: Book_Train'));
  });

  it('refuses a name that is taken, and says where', () => {
    assert.match(
      refusal(cursorIn(flow, '  con|firm:'), 'START'),
      /booking\/START.*booking\.flow\.yaml, line 3/,
    );
    assert.match(refusal(cursorIn('bot.yaml', '  desti|nation:'), 'passengers'), /bot\.yaml, line 7/);
  });

  it('refuses what cannot be a name', () => {
    assert.match(refusal(cursorIn(flow, '  con|firm:'), 'a/b'), /not a valid name/);
    assert.match(refusal(cursorIn(flow, '  con|firm:'), ''), /not a valid name/);
    assert.match(refusal(cursorIn('bot.yaml', '  desti|nation:'), 'to-where'), /not a valid variable name/);
    assert.match(refusal(cursorIn('bot.yaml', '  desti|nation:'), 'in'), /meaning of its own/);
    for (const word of ['null', 'True', 'FALSE']) {
      assert.match(refusal(cursorIn(flow, '  con|firm:'), word), /YAML reads/);
    }
    assert.match(refusal(cursorIn(flow, '  con|firm:'), 'constructor'), /meaning of its own/);
  });

  it('refuses names that are not renamed, and names without a definition', () => {
    const prepared = (bench: Workbench) => prepareRename(bench.bot, bench.file, bench.offset);
    assert.match(JSON.stringify(prepared(cursorIn('bot.yaml', 'bot: tra|ins'))), /branches and versions/);
    assert.match(
      JSON.stringify(prepared(cursorIn('bot.yaml', 'languages: [e|n'))),
      /language is not renamed/,
    );
    const unknown = workbench({ 'flows/x.flow.yaml': 'flow: x\ndialogs:\n  a:\n    next: no|where\n' });
    assert.match(JSON.stringify(prepared(unknown)), /not defined/);
    assert.equal(prepared(cursorIn(flow, 'tri|gger:')), undefined);
  });

  it('prepares with the name as it stands there', () => {
    const { bot, file, offset } = cursorIn(flow, 'general/hel|lo');
    const result = prepareRename(bot, file, offset);
    assert.ok(result && 'placeholder' in result);
    assert.equal(result.placeholder, 'hello');
    assert.equal(file.syntax.text.slice(result.span.start, result.span.end), 'hello');
  });

  it('refuses while a file that mentions the name cannot be read, and works beside one that does not', () => {
    const broken = { 'flows/broken.flow.yaml': 'flow: broken\ndialogs: [hello\n' };
    const hello = { 'flows/general.flow.yaml': 'flow: general\ndialogs:\n  hel|lo:\n    end: true\n' };
    assert.match(
      refusal(workbench({ ...hello, ...broken }), 'greeting'),
      /broken\.flow\.yaml mentions "hello"/,
    );
    const other = { 'flows/broken.flow.yaml': 'flow: broken\ndialogs: [\n' };
    assert.equal(renamed(workbench({ ...hello, ...other }), 'greeting').edits.length, 3);
  });

  it('refuses a name that is written with escapes, rather than to guess its place', () => {
    const escaped = {
      'flows/x.flow.yaml': 'flow: x\ndialogs:\n  a:\n    next: "general/h\\u0065llo"\n',
      'flows/general.flow.yaml': 'flow: general\ndialogs:\n  hel|lo:\n    end: true\n',
    };
    assert.match(refusal(workbench(escaped), 'greeting'), /x\.flow\.yaml, line 4.*escapes/);
  });

  describe('of a variable inside conditions and messages', () => {
    const declared = {
      'bot.yaml':
        'bot: trains\nlanguages: [en]\nvariables:\n  am|ount: { type: number }\n  ok: { type: boolean }\n',
    };
    const after = (body: string): string | undefined => {
      const text = `flow: x\ndialogs:\n  a:\n${body}`;
      const result = renamed(workbench({ ...declared, 'flows/x.flow.yaml': text }), 'total');
      return applied(result.edits).get('flows/x.flow.yaml')?.slice('flow: x\ndialogs:\n  a:\n'.length);
    };

    for (const [style, before] of [
      ['plain', '    goto:\n      - when: amount > 3 && amount < 9\n'],
      ['single-quoted', '    goto:\n      - when: \'ok && "it\'\'s" == "" && amount > 3\'\n'],
      ['double-quoted', '    goto:\n      - when: "ok && \\"\\u00e9\\" == \\"\\" && amount > 3"\n'],
      ['folded', '    goto:\n      - when: >-\n          ok &&\n          amount > 3\n'],
      [
        'literal',
        '    say:\n      - text:\n          en: ¦\n            First\n            {amount, plural, other {# of {amount}}}\n',
      ],
      ['over several lines', '    goto:\n      - when: ok &&\n          amount > 3\n'],
    ] as const) {
      it(`finds the exact place in a scalar: ${style}`, () => {
        const expected = before.replaceAll('amount', 'total').replaceAll('¦', '|');
        assert.equal(after(before), expected);
      });
    }

    it('does not skip those that do not parse, as long as their tokens tell what is a name', () => {
      const goto = (condition: string): string => `    goto:\n      - when: ${condition}\n`;
      assert.equal(after(goto('amount > 3 and')), goto('total > 3 and'));
      assert.equal(after(goto('ok && (amount = 3')), goto('ok && (total = 3'));
      const say = (text: string): string => `    say:\n      - text: { en: "${text}" }\n`;
      assert.equal(after(say('{amount, plural, one {amount}} {}')), say('{total, plural, one {amount}} {}'));
      assert.equal(after(say('amount: {amount')), say('amount: {total'));
    });

    it('is refused, with the place, where a mistake hides what is a name', () => {
      const refuse = (body: string): string =>
        refusal(workbench({ ...declared, 'flows/x.flow.yaml': `flow: x\ndialogs:\n  a:\n${body}` }), 'total');
      assert.match(refuse("    goto:\n      - when: ok == 'amount\n"), /x\.flow\.yaml, line 5, "amount"/);
      assert.match(
        refuse('    say:\n      - text: { en: "{ok, plural, one {amount" }\n'),
        /line 5, "amount"/,
      );
      assert.match(refuse('    say:\n      - text: { en: "amount}" }\n'), /line 5, "amount"/);
      const intent = 'intent: x\nexpressions:\n  en: ¦\n    for [two](number:amount:\n';
      assert.match(
        refusal(workbench({ ...declared, 'x.intent.yaml': intent }), 'total'),
        /x\.intent\.yaml, line 4/,
      );
    });

    it('goes on where such a mistake does not mention the name', () => {
      assert.equal(
        after("    goto:\n      - when: ok == 'amounts\n      - when: amount > 1\n"),
        "    goto:\n      - when: ok == 'amounts\n      - when: total > 1\n",
      );
    });
  });
});
