import assert from 'node:assert/strict';
import type { SessionStart } from '../../../server/src/dialogue/session';
import { Talk } from '../talk';
import { jump } from './bots';
import { semantics } from './table';

semantics('Texts', ({ row, talk }) => {
  const said = (text: string, start: SessionStart = {}): Talk =>
    talk(jump(`say:\n  - text: ${text}\nend: true`), start).say(
      start.language === 'nl' ? 'spring rond' : 'jump around',
    );

  row('a text that the language does not have', () => {
    assert.deepEqual(said('{ en: "Only English." }', { language: 'nl' }).texts, ['Only English.']);
  });

  row('a plural', () => {
    const text =
      '{ en: "{passengers, plural, one {One} other {# people}}", nl: "{passengers, plural, one {Eén} other {# mensen}}" }';
    assert.deepEqual(said(text).texts, ['One']);
    assert.deepEqual(said(text, { language: 'nl', variables: [['passengers', 1200]] }).texts, [
      '1.200 mensen',
    ]);
  });

  row('a date', () => {
    const text = '{ en: "On {day, date, long}." }';
    assert.deepEqual(said(text, { variables: [['day', '2026-12-02']] }).texts, ['On December 2, 2026.']);
    assert.deepEqual(said(text, { variables: [['day', '2026-12-02T23:30:00-05:00']] }).texts, [
      'On December 2, 2026.',
    ]);
  });

  row('a placeholder whose variable is unset', () => {
    const conversation = said('{ en: "To {destination}, {member}." }');
    assert.deepEqual(conversation.texts, ['To , false.']);
    assert.deepEqual(conversation.problems, ["'destination' is not set"]);
  });

  row('a format that does not fit its value', () => {
    const conversation = said('{ en: "On {note, date}: {passengers, plural, other {# people}}" }', {
      variables: [['note', 'someday']],
    });
    assert.deepEqual(conversation.texts.length, 1);
    assert.match(conversation.texts[0] ?? '', /^On someday: /);
    assert.equal(conversation.problems.length, 1);
  });

  row('a text that cannot be read', () => {
    assert.deepEqual(said('{ en: "Broken {" }').texts, ['Broken {']);
  });
});
