import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Model, TrainingAnnotation, TrainingData } from '../../../server/src/nlp/contract';
import { artifactOf, dataOf, modelOf } from '../trainBot';

const NOW = { now: new Date(0) };
const SONGS = [
  'Yellow',
  'Hello',
  'Purple Rain',
  'Let It Be',
  'Smoke on the Water',
  'Thriller',
  'Zombie',
  'Bad Guy',
];
const ARTISTS = ['Adele', 'Prince', 'Queen', 'The Beatles', 'Deep Purple', 'Björk', 'Muse', 'Stromae'];

/** `{song}` and `{artist}` in a pattern stand for a value; each is annotated. */
function annotated(pattern: string, values: Readonly<Record<string, string>>) {
  const annotations: TrainingAnnotation[] = [];
  let text = '';
  for (const part of pattern.split(/(\{\w+\})/)) {
    const entity = /^\{(\w+)\}$/.exec(part)?.[1];
    const said = entity === undefined ? part : (values[entity] ?? '');
    if (entity !== undefined)
      annotations.push({ entity, start: text.length, end: text.length + said.length });
    text += said;
  }
  return { text, annotations };
}

const PLAY = [
  'play {song} by {artist}',
  'put on {song}',
  'I want to hear {artist}',
  'please play {song} now',
];
const OTHER = dataOf([
  ['stop', ['stop', 'be quiet', 'no more music', 'silence please', 'turn it off']],
]).intents;

function music(songs: readonly string[], artists: readonly string[]): TrainingData {
  const expressions = songs.flatMap((song, i) =>
    PLAY.map((pattern) => annotated(pattern, { song, artist: artists[i % artists.length] ?? '' })),
  );
  return {
    language: 'en',
    intents: [{ name: 'play', expressions }, ...OTHER],
    entities: [
      { type: 'contextual', name: 'song' },
      { type: 'contextual', name: 'artist' },
      { type: 'list', name: 'room', values: [{ value: 'kitchen', synonyms: [] }] },
    ],
  };
}

describe('contextual entities', () => {
  let model: Model;
  before(async () => {
    model = modelOf((await artifactOf(music(SONGS, ARTISTS))).bytes);
  });

  const found = (text: string): readonly (readonly [string, string])[] =>
    model.predict(text, NOW).entities.map(({ entity, text: part }) => [entity, part]);

  it('are found where their words were never seen, by what stands around them', () => {
    assert.deepEqual(found('play Wonderwall by Oasis'), [
      ['song', 'Wonderwall'],
      ['artist', 'Oasis'],
    ]);
    assert.deepEqual(found('please play The Show Must Go On now'), [['song', 'The Show Must Go On']]);
  });

  it('stand beside the entities of other kinds, by place', () => {
    assert.deepEqual(found('play Zombie in the kitchen').at(-1), ['room', 'kitchen']);
  });

  it('are looked for by name when only some are wanted', () => {
    const only = model.extract('play Wonderwall by Oasis', NOW, ['artist']);
    assert.deepEqual(
      only.map(({ entity, value }) => [entity, value]),
      [['artist', 'Oasis']],
    );
  });

  it('are not found in a message of another kind', () => {
    assert.deepEqual(found('be quiet'), []);
  });

  it('are learned the same from the same data in any order', async () => {
    const data = music(SONGS, ARTISTS);
    const turned = {
      ...data,
      intents: data.intents
        .toReversed()
        .map((intent) => ({ ...intent, expressions: intent.expressions.toReversed() })),
      entities: data.entities.toReversed(),
    };
    assert.equal((await artifactOf(turned)).artifact, (await artifactOf(data)).artifact);
  });

  it('lie within the message, do not overlap, and have a score, whatever is said', () => {
    const anyMessage = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('play', 'by', 'Yellow', 'Queen', '😀', 'é', ',', '\n'), { maxLength: 300 })
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(anyMessage, (text) => {
        const learned = model.extract(text, NOW, ['song', 'artist']);
        let last = 0;
        for (const { start, end, text: part, score } of learned) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.equal(text.slice(start, end), part);
          assert.ok(score > 0 && score <= 1);
          last = end;
        }
      }),
    );
  });
});
