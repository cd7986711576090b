import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { replaceNlpSettings } from '../../server/src/release/content/nlpSettings';

const HEAD = 'bot: a\nlanguages: [en]\n';
const NLP = 'nlp:\n  threshold: { intent: 0.7, entity: 0.8 } # tried\n  maxMessageLength: 500\n';
const TAIL = '# the dialogs\ndialogs:\n  welcome: general/welcome\n';

interface Case {
  readonly name: string;
  readonly live: string;
  readonly draft: string;
  readonly result: string;
}

const CASES: readonly Case[] = [
  {
    name: 'puts a new entry behind the languages',
    live: `${HEAD}${TAIL}`,
    draft: `bot: other\n${NLP}languages: [en, nl]\n`,
    result: `${HEAD}${NLP}${TAIL}`,
  },
  {
    name: 'replaces an entry and leaves comments around it',
    live: `${HEAD}# before\nnlp: { maxMessageLength: 9 } # behind\n${TAIL}`,
    draft: `${HEAD}nlp: { maxMessageLength: 10 }\n`,
    result: `${HEAD}# before\nnlp: { maxMessageLength: 10 } # behind\n${TAIL}`,
  },
  {
    name: 'takes an entry away with its line',
    live: `${HEAD}${NLP}${TAIL}`,
    draft: HEAD,
    result: `${HEAD}${TAIL}`,
  },
  {
    name: 'takes the last entry away',
    live: `${HEAD}nlp:\n  maxMessageLength: 500`,
    draft: HEAD,
    result: HEAD,
  },
  {
    name: 'changes nothing when both mean the same',
    live: `${HEAD}nlp: {maxMessageLength:  500}\n`,
    draft: `${HEAD}nlp:\n  maxMessageLength: 500\n`,
    result: `${HEAD}nlp: {maxMessageLength:  500}\n`,
  },
  {
    name: 'writes line endings as LIVE does',
    live: `${HEAD}${TAIL}`.replaceAll('\n', '\r\n'),
    draft: `${HEAD}${NLP}`,
    result: `${HEAD}${NLP}${TAIL}`.replaceAll('\n', '\r\n'),
  },
  {
    name: 'adds to a file without a newline at its end',
    live: 'bot: a\nlanguages: [en]',
    draft: `${HEAD}nlp: { maxMessageLength: 10 }\n`,
    result: 'bot: a\nlanguages: [en]\nnlp: { maxMessageLength: 10 }',
  },
  {
    name: 'keeps a byte order mark',
    live: `\ufeff${HEAD}`,
    draft: `${HEAD}nlp: { maxMessageLength: 10 }\n`,
    result: `\ufeff${HEAD}nlp: { maxMessageLength: 10 }\n`,
  },
  {
    name: 'writes into braces on one line',
    live: '{ bot: a, languages: [en], dialogs: { welcome: general/welcome } }\n',
    draft: `${HEAD}${NLP}`,
    result:
      '{ bot: a, languages: [en], nlp: { "threshold": { "intent": 0.7, "entity": 0.8 }, "maxMessageLength": 500 }, dialogs: { welcome: general/welcome } }\n',
  },
  {
    name: 'takes an entry out of braces',
    live: '{ bot: a, nlp: { maxMessageLength: 9 }, languages: [en] }\n',
    draft: HEAD,
    result: '{ bot: a, languages: [en] }\n',
  },
];

function replaced(live: string, draft: string): string | undefined {
  const bytes = replaceNlpSettings(Buffer.from(live), Buffer.from(draft));
  return bytes && Buffer.from(bytes).toString();
}

describe('NLP settings of the draft in the bot.yaml of LIVE', () => {
  for (const { name, live, draft, result } of CASES) {
    it(name, () => assert.equal(replaced(live, draft), result));
  }

  it('refuses what it cannot understand', () => {
    assert.equal(replaced('bot: [', HEAD), undefined);
    assert.equal(replaced(HEAD, 'nlp: ]'), undefined);
    assert.equal(replaced('- a list\n', HEAD), undefined);
    assert.equal(replaceNlpSettings(Buffer.from([0xff]), Buffer.from(HEAD)), undefined);
  });

  it('whatever the files look like: nlp is the draft’s, the rest means what it meant, other lines stay', () => {
    const nlp = fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 1 }), fc.nat())
        .map(([intent, maxMessageLength]) => ({ threshold: { intent }, maxMessageLength })),
    );
    const style = fc.constantFrom('block', 'braces', 'commented');
    const entry = (value: unknown, how: string): string => {
      if (value === null) return '';
      if (how === 'braces') return `nlp: ${JSON.stringify(value)}\n`;
      const { threshold, maxMessageLength } = value as {
        threshold: { intent: number };
        maxMessageLength: number;
      };
      const comment = how === 'commented' ? ' # why' : '';
      return `nlp:${comment}\n    threshold:\n      intent: ${threshold.intent}${comment}\n    maxMessageLength: ${maxMessageLength}${comment}\n`;
    };
    const eol = fc.constantFrom('\n', '\r\n');
    const order = fc.shuffledSubarray(['bot: a\n', 'languages:\n  - en # English\n', TAIL], { minLength: 2 });
    fc.assert(
      fc.property(
        nlp,
        nlp,
        style,
        style,
        eol,
        eol,
        order,
        fc.nat(3),
        (live, draft, how, other, end, ending, parts, at) => {
          const pieces = [...parts];
          pieces.splice(Math.min(at, pieces.length), 0, entry(live, how));
          const before = pieces.join('').replaceAll('\n', end);
          const from = `bot: a\n${entry(draft, other)}`.replaceAll('\n', ending);
          const after = replaced(before, from);
          assert.ok(after !== undefined);
          assert.deepEqual(parse(after), {
            ...without(parse(before) as Record<string, unknown>),
            ...(draft === null ? {} : { nlp: draft }),
          });
          for (const part of parts) {
            for (const line of part.split('\n'))
              assert.ok(after.split(end).includes(line), `${line} in ${after}`);
          }
          assert.equal(after.includes('\r\n'), end === '\r\n');
        },
      ),
    );
  });
});

function without(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'nlp'));
}
