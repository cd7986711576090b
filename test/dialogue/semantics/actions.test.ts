import assert from 'node:assert/strict';
import { compileBot } from '../../../server/src/dialogue/compileBot';
import { rowBot } from '../fixture';
import { DONE, HTTP, jump } from './bots';
import { semantics } from './table';

semantics('Actions', ({ row, talk, talkTo }) => {
  row('`set`', () => {
    const set = jump(
      `
do:
  - set:
      passengers: "passengers + 1"
      total: "passengers * 2.5"
      note: "'for ' + string(passengers)"
next: done`,
      DONE,
    );
    const conversation = talk(set).say('jump around');
    assert.deepEqual(
      ['passengers', 'total', 'note'].map((name) => conversation.value(name)),
      [2, 5, 'for 2'],
    );
  });

  row('a `set` that comes to nothing', () => {
    const broken = jump(
      `
do:
  - set:
      passengers: "total + 1"
      class: "'third'"
      member: "true"
next: done`,
      DONE,
    );
    const conversation = talk(broken).say('jump around');
    assert.deepEqual(conversation.texts, ['Done.']);
    assert.deepEqual(
      ['passengers', 'class', 'member'].map((name) => conversation.value(name)),
      [1, undefined, true],
    );
    assert.equal(conversation.problems.length, 2);
  });

  row('`clear`', () => {
    const conversation = talk(jump('do:\n  - clear: [passengers]\nend: true')).say('jump around');
    assert.equal(conversation.value('passengers'), undefined, 'unset, not the initial value');
  });

  row('`language`', () => {
    const dutch = jump('do:\n  - language: nl\nnext: welcome', '').replace(
      'next: welcome',
      'next: general/welcome',
    );
    const conversation = talk(dutch).say('jump around');
    assert.deepEqual(conversation.texts, ['Welkom.']);
    assert.equal(conversation.say('ik zou willen reizen').session.language, 'nl');
  });

  row('`handover`', () => {
    const hand = jump('do:\n  - handover: "For {passengers}."\nnext: done', DONE);
    const conversation = talk(hand).say('jump around');
    assert.deepEqual(conversation.effect, { type: 'handover', id: 1, note: 'For 1.' });
    assert.deepEqual(conversation.texts, []);
    assert.deepEqual(conversation.happen({ type: 'done', effect: 1 }).texts, ['Done.']);
  });

  row('a hand-over that nobody takes', () => {
    const hand = jump('do:\n  - handover: "A note."\nnext: done', DONE);
    assert.deepEqual(talk(hand).say('jump around').fail().texts, ['Something went wrong.']);
  });

  row('`http` and its answer', () => {
    const conversation = talk(HTTP('')).say('jump around');
    assert.ok(conversation.effect.type === 'http');
    assert.equal(conversation.effect.request.url, 'https://example.org/total');
    assert.deepEqual(conversation.answer({ sum: '12.5' }).texts, ['Total 12.5.']);
    assert.equal(conversation.value('total'), 12.5);
  });

  row('`http` that fails', () => {
    assert.deepEqual(talk(HTTP('')).say('jump around').fail().texts, ['Something went wrong.']);
    assert.deepEqual(talk(HTTP('')).say('jump around').answer({ sum: 1 }, 500).texts, [
      'Something went wrong.',
    ]);
  });

  row('`http` that fails, with `onError`', () => {
    assert.deepEqual(talk(HTTP('      onError: mended')).say('jump around').fail().texts, ['Mended.']);
  });

  row('an answer that makes no sense', () => {
    for (const body of [null, 'x', {}, { sum: 'many' }, { sum: {} }, { toString: 1 }]) {
      const conversation = talk(HTTP('')).say('jump around').answer(body);
      assert.deepEqual(conversation.texts, ['Something went wrong.'], JSON.stringify(body));
      assert.equal(conversation.value('total'), undefined);
    }
  });

  row('an answer that says null', () => {
    const conversation = talk(HTTP(''), { variables: [['total', 3]] }).say('jump around');
    assert.equal(conversation.answer({ sum: null }).value('total'), undefined);
  });

  row('an error in the error dialog', () => {
    const broken = jump('do:\n  - http: { method: GET, url: "https://example.org" }\nend: true');
    const bot = compileBot(rowBot(broken));
    const conversation = talkTo({ ...bot, defaults: { error: 'row/start' } });
    conversation.say('jump around').fail();
    assert.equal(conversation.outcome?.effects.length, 1, 'the error dialog is tried');
    conversation.fail();
    assert.deepEqual([conversation.outcome?.effects, conversation.session.waiting], [[], null]);
  });

  row('the user goes on before the answer comes', () => {
    const conversation = talk(HTTP('')).say('jump around').say('can I take my bicycle');
    assert.deepEqual(conversation.texts, ['Bikes travel free.']);
    conversation.happen({ type: 'answer', effect: 1, status: 200, body: { sum: 1 } });
    assert.deepEqual([conversation.texts, conversation.value('total')], [[], undefined]);
  });

  const request = (http: string, note: string) => {
    const conversation = talk(jump(`do:\n  - http: ${http}\nnext: done`, DONE), {
      variables: [['note', note]],
    }).say('jump around');
    const [effect] = conversation.outcome?.effects ?? [];
    return effect?.type === 'http' ? effect.request : undefined;
  };

  row('a value in an address', () => {
    const inPath = (note: string) =>
      request('{ method: GET, url: "https://example.org/a/{note}/b" }', note)?.url;
    assert.equal(inPath('../x?y#z é'), 'https://example.org/a/..%2Fx%3Fy%23z%20%C3%A9/b');
    assert.equal(inPath('..'), undefined, 'a way up is no value');
    assert.equal(inPath('.'), undefined);
    assert.equal(inPath('\ud800'), undefined);
    const inHost = (note: string) =>
      request('{ method: GET, url: "https://{note}.example.org/" }', note)?.url;
    assert.equal(inHost('shop-1'), 'https://shop-1.example.org/');
    assert.equal(inHost('evil.org/'), undefined);
    assert.equal(inHost('a.b'), undefined);
  });

  row('a value in a header', () => {
    const inHeader = (note: string) =>
      request('{ method: GET, url: "https://example.org/", headers: { X-Note: "<{note}>" } }', note)?.headers;
    assert.deepEqual(inHeader('plain'), [['X-Note', '<plain>']]);
    assert.equal(inHeader('a\r\nX-Admin: 1'), undefined);
  });

  row('a value in a body', () => {
    const body = request(
      '{ method: POST, url: "https://example.org/", body: { n: "{passengers}", t: "for {passengers}", u: "{total}", s: "{note}", l: [1, "{member}"] } }',
      '","admin":"',
    )?.body;
    assert.equal(
      JSON.stringify(body),
      JSON.stringify({ n: 1, t: 'for 1', u: null, s: '","admin":"', l: [1, false] }),
    );
  });
});
