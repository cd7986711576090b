import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYSTEM_KINDS, type SystemKind } from '../../../server/src/nlp/contract';
import { numberWords } from '../../../server/src/nlp/entities/system/numberWords';
import { systemMatcher } from '../../../server/src/nlp/entities/system/systemMatcher';
import { NOW } from '../trainBot';

/** Kind, language, message, and what is found: `part=value`, with the score where it is not 1. */
const CASES: readonly (readonly [SystemKind, string, string, readonly string[]])[] = [
  ['number', 'en', 'nine people', ['nine=9']],
  ['number', 'en', '1,234.5 or 12 and -5', ['1,234.5=1234.5', '12=12', '-5=-5']],
  ['number', 'en', 'twenty-one, two hundred and five', ['twenty-one=21', 'two hundred and five=205']],
  ['number', 'en', 'two, three and twenty. five', ['two=2', 'three=3', 'twenty=20', 'five=5']],
  ['number', 'en', 'a thousand', ['a thousand=1000']],
  ['number', 'en', 'on 2026-12-01 at 10:30 v1.2.3 AB123 3rd', []],
  ['number', 'en', '12345678901234567890', []],
  ['number', 'nl', '1.234,5 en 1.234', ['1.234,5=1234.5', '1.234=1234']],
  ['number', 'nl', '1.5', ['1.5=1.5']],
  ['number', 'nl', 'eenentwintig tweeëntwintig', ['eenentwintig=21', 'tweeëntwintig=22']],
  ['number', 'nl', 'honderdvijf', ['honderdvijf=105']],
  ['number', 'nl', 'een kaartje', ['een=1 0.7']],
  ['number', 'nl', 'één kaartje', ['één=1']],
  ['number', 'nl', 'Een.', ['Een=1']],
  ['number', 'fr', '1 234,5', ['1 234,5=1234.5']],
  ['number', 'fr', 'quatre-vingt-dix-neuf', ['quatre-vingt-dix-neuf=99']],
  ['number', 'fr', 'vingt et un, nonante-deux', ['vingt et un=21', 'nonante-deux=92']],
  ['number', 'de', 'fünfundzwanzig fuenf 1.000', ['fünfundzwanzig=25', 'fuenf=5', '1.000=1000']],
  ['number', 'de', 'zweihundertfünf und ein Kind', ['zweihundertfünf=205', 'ein=1 0.7']],
  ['number', 'es', 'treinta y uno', ['treinta y uno=31']],
  ['number', 'es', 'quinientas doce, 3,5, mil', ['quinientas doce=512', '3,5=3.5', 'mil=1000']],
  ['number', 'sv', 'sju 7 1 234,5', ['7=7', '1 234,5=1234.5']],
  ['ordinal', 'en', 'the 2nd, third and 21st', ['2nd=2', 'third=3', '21st=21']],
  ['ordinal', 'nl', 'de 3e, tweede, 1ste', ['3e=3', 'tweede=2', '1ste=1']],
  ['ordinal', 'fr', 'la 1ère, deuxième', ['1ère=1', 'deuxième=2']],
  ['ordinal', 'de', 'die 1. Klasse, zweiter', ['1.=1', 'zweiter=2']],
  ['ordinal', 'es', 'la 1ª, segundo', ['1ª=1', 'segundo=2']],
  ['ordinal', 'sv', '1st', []],
  ['money', 'en', '$12.50 or 20 euros', ['$12.50=12.5 USD', '20 euros=20 EUR']],
  ['money', 'en', '5 USD, EUR 10, 3 tickets', ['5 USD=5 USD', 'EUR 10=10 EUR']],
  [
    'money',
    'nl',
    '12,50 € en € 1.000 en drie euro',
    ['12,50 €=12.5 EUR', '€ 1.000=1000 EUR', 'drie euro=3 EUR'],
  ],
  ['money', 'fr', '3,20 €, dix livres sterling', ['3,20 €=3.2 EUR', 'dix livres sterling=10 GBP']],
  ['money', 'de', '5 Euro', ['5 Euro=5 EUR']],
  ['money', 'es', 'veinte dólares', ['veinte dólares=20 USD']],
  ['duration', 'en', 'two hours and 30 minutes', ['two hours and 30 minutes=PT2H30M']],
  ['duration', 'en', '90min, half an hour, 3 weeks', ['90min=PT90M', 'half an hour=PT30M', '3 weeks=P3W']],
  ['duration', 'nl', 'anderhalf uur of 3 dagen', ['anderhalf uur=PT90M', '3 dagen=P3D']],
  ['duration', 'fr', 'deux heures et dix minutes', ['deux heures et dix minutes=PT2H10M']],
  ['duration', 'de', 'eine halbe Stunde, drei Wochen', ['eine halbe Stunde=PT30M', 'drei Wochen=P3W']],
  ['duration', 'es', 'media hora, 3 días y 2 horas', ['media hora=PT30M', '3 días y 2 horas=P3DT2H']],
  ['email', 'en', 'mail <Jan.Peeters@Example.ORG>.', ['Jan.Peeters@Example.ORG=Jan.Peeters@example.org']],
  ['email', 'nl', 'a@b x@y..be @ me@example.org@', ['me@example.org=me@example.org']],
  ['url', 'en', 'see (https://example.org/a(b)).', ['https://example.org/a(b)=https://example.org/a(b)']],
  [
    'url',
    'en',
    'www.example.org, example.com/x?y=1',
    ['www.example.org=https://www.example.org', 'example.com/x?y=1=https://example.com/x?y=1'],
  ],
  ['url', 'en', 'see.you at a@example.com', []],
  [
    'phone',
    'en',
    '+32 2 555 12 12 or (212) 736-5000',
    ['+32 2 555 12 12=+3225551212', '(212) 736-5000=+12127365000'],
  ],
  ['phone', 'nl-BE', 'bel 0475 12 34 56', ['0475 12 34 56=+32475123456']],
  ['phone', 'sv', '+46 8 123 456 78 or 12', ['+46 8 123 456 78=+46812345678']],
  ['datetime', 'en', 'tomorrow at 5pm', ['tomorrow at 5pm=2026-12-02T17:00:00+01:00']],
  ['datetime', 'en', 'in 2 hours', ['in 2 hours=2026-12-01T11:00:00+01:00']],
  ['datetime', 'en', '12/25/2026', ['12/25/2026=2026-12-25']],
  ['datetime', 'en-GB', '3/4/2027', ['3/4/2027=2027-04-03']],
  ['datetime', 'en', 'friday', ['friday=2026-12-04']],
  ['datetime', 'en', 'from 3 to 5 December', ['3 to 5 December=2026-12-03/2026-12-05']],
  ['datetime', 'en', '2026-12-24T18:00:00Z', ['2026-12-24T18:00:00Z=2026-12-24T18:00:00+00:00']],
  ['datetime', 'nl', 'morgen om 9 uur', ['morgen om 9 uur=2026-12-02T09:00:00+01:00']],
  ['datetime', 'nl', '3 december', ['3 december=2026-12-03']],
  ['datetime', 'fr', 'demain à 9h', ['demain à 9h=2026-12-02T09:00:00+01:00']],
  ['datetime', 'de', 'am 3. Dezember', ['am 3. Dezember=2026-12-03']],
  ['datetime', 'es', 'mañana a las 9', ['mañana a las 9=2026-12-02T09:00:00+01:00']],
  ['datetime', 'sv', '2026-12-24', ['2026-12-24=2026-12-24']],
];

function found(kind: SystemKind, language: string, text: string): string[] {
  return systemMatcher(kind, language)(text, NOW).map(({ value, start, end, score }) => {
    const suffix = score === 1 ? '' : ` ${score}`;
    return `${text.slice(start, end)}=${value}${suffix}`;
  });
}

describe('NLP: system entities', () => {
  for (const [kind, language, text, expected] of CASES) {
    it(`finds ${kind} in ${language} '${text}'`, () =>
      assert.deepEqual(found(kind, language, text), expected));
  }

  it('reads every number it can spell, in every language', () => {
    for (const language of ['en', 'nl', 'fr', 'de', 'es']) {
      const matcher = systemMatcher('number', language);
      const spelled = new Map<number, string>();
      for (const { text, value } of numberWords(language)) if (!spelled.has(value)) spelled.set(value, text);
      assert.ok(spelled.size > 1000, language);
      for (const [value, text] of spelled) {
        assert.deepEqual(
          matcher(text, NOW).map((match) => match.value),
          [value],
          `${language}: ${text}`,
        );
      }
    }
  });

  it('gives one spelling one meaning', () => {
    for (const language of ['en', 'nl', 'fr', 'de', 'es']) {
      const meanings = new Map<string, number>();
      for (const { text, value } of numberWords(language)) {
        assert.equal(meanings.get(text) ?? value, value, `${language}: ${text}`);
        meanings.set(text, value);
      }
    }
  });

  it('reads what the language writes', () => {
    const number = fc.integer({ min: 0, max: 999_999_999 }).map((each) => each / 100);
    fc.assert(
      fc.property(fc.constantFrom('en', 'nl', 'fr', 'de', 'es', 'sv', 'de-CH'), number, (language, value) => {
        const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
        assert.deepEqual(found('number', language, text), [`${text}=${value}`]);
      }),
    );
  });

  it('does not depend on the clock and time zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      const values = ['UTC', 'America/New_York', 'Pacific/Auckland'].map((each) => {
        process.env['TZ'] = each;
        return ['tomorrow at 5pm', 'in 90 minutes', 'next monday', '3 December'].map((text) =>
          found('datetime', 'en', text),
        );
      });
      assert.deepEqual(values[1], values[0]);
      assert.deepEqual(values[2], values[0]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('answers any text with places inside it', () => {
    const matchers = SYSTEM_KINDS.flatMap((kind) =>
      ['en', 'nl', 'xx'].map((language) => systemMatcher(kind, language)),
    );
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '12',
        '@',
        'a.b',
        'www.',
        '€',
        'tomorrow',
        ' uur',
        '+32',
        '\ud800',
        '😀',
        '2nd',
        '-',
        ',',
      ),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        for (const matcher of matchers) {
          let last = 0;
          for (const { start, end, score } of matcher(each, NOW)) {
            assert.ok(start >= last && start < end && end <= each.length, JSON.stringify([each, start, end]));
            assert.ok(score > 0 && score <= 1);
            last = end;
          }
        }
      }),
    );
  });

  it('answers a long message of one kind of character', () => {
    for (const text of ['a@', '1,', '1 ', 'www.', '+1', 'een ', '1:', 'http://', '@'].map((part) =>
      part.repeat(25_000),
    )) {
      for (const kind of SYSTEM_KINDS) assert.ok(Array.isArray(systemMatcher(kind, 'nl')(text, NOW)), kind);
    }
  });
});
