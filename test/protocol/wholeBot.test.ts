import assert from 'node:assert/strict';
import type { LanguageClient } from '../support/languageClient';
import { Typist } from './typist';
import { type DiskFolder, useServer } from './fixture';

// Protects the newcomer: a whole bot, from empty files, by taking what completion offers and typing words of one's own.
describe('a whole bot written from what completion offers', () => {
  const server = useServer();
  const files = [
    'bot.yaml',
    'greet.intent.yaml',
    'book_train.intent.yaml',
    'station.entity.yaml',
    'people.entity.yaml',
    'general.flow.yaml',
    'booking.flow.yaml',
    'ticket.bottest.yaml',
  ];

  async function written(): Promise<{
    client: LanguageClient;
    folder: DiskFolder;
    texts: Map<string, Typist>;
  }> {
    const folder = server.folder(new Map(files.map((path) => [path, ''])));
    const client = await server.start({ folders: [folder.path] });
    const texts = new Map<string, Typist>();
    const write = async (path: string, work: (typist: Typist) => Promise<unknown>): Promise<void> => {
      const typist = await Typist.open(client, folder.uri(path));
      await work(typist);
      texts.set(path, typist);
    };

    await write('greet.intent.yaml', async (typist) => {
      await typist.take('new intent', 'greet', 'The user says hello', 'en', 'hello\n    good morning');
    });
    await write('station.entity.yaml', async (typist) => {
      await typist.take('new list entity', 'station', 'Brussels', 'Brussel');
      await typist.end();
      await typist.line(2);
      await typist.type('Ghent: [Gent]');
    });
    await write('people.entity.yaml', async (typist) => {
      await typist.take('new system entity', 'people', 'number');
    });
    await write('general.flow.yaml', async (typist) => {
      await typist.take('new flow', 'general', 'Greets', 'welcome', '>greet', 'en', 'Welcome!');
      for (const name of ['not_understood', 'error', 'disabled']) {
        await typist.end();
        await typist.line(2);
        await typist.type(`${name}:`);
        await typist.line(4);
        await typist.take('message', 'en', `This is ${name}.`);
      }
    });
    await write('bot.yaml', async (typist) => {
      await typist.take(
        'new bot',
        'trains',
        'en',
        'general',
        'welcome',
        'not_understood',
        'error',
        'disabled',
      );
      await typist.end();
      await typist.line(0);
      await typist.take('variables', 'destination', 'string');
      await typist.end();
      await typist.line(2);
      await typist.type('passengers:');
      await typist.line(4);
      await typist.take('type');
      await typist.take('number');
      await typist.line(0);
      await typist.take('rules', '>nlp/few-expressions');
    });
    await write('book_train.intent.yaml', async (typist) => {
      await typist.take(
        'new intent',
        'book_train',
        'The user wants a ticket',
        'en',
        'book a train to [Ghent](',
      );
      await typist.take('station');
      await typist.type(':');
      await typist.take('destination');
      await typist.type(')');
      await typist.line(4);
      await typist.type('I need a ticket');
    });
    await write('booking.flow.yaml', async (typist) => {
      await typist.take('flow');
      await typist.type('booking');
      await typist.line(0);
      await typist.take('dialogs', 'start');
      await typist.take('trigger', '>book_train');
      await typist.line(4);
      const needStation = 'I need a station.';
      await typist.take('ask', 'en', 'Where to?', '>station', '>destination', needStation, 'how_many');
      await typist.end();
      await typist.line(2);
      await typist.type('how_many:');
      await typist.line(4);
      const needNumber = 'I need a number.';
      await typist.take('ask', 'en', 'For how many people?', '>people', '>passengers', needNumber, 'route');
      await typist.end();
      await typist.line(2);
      await typist.type('route:');
      await typist.line(4);
      const manyPassengers = async (inside: Typist): Promise<void> => {
        await inside.take('passengers');
        await inside.type(' ');
        await inside.take('>');
        await inside.type('8');
      };
      await typist.take('goto', manyPassengers, '>general/error', 'confirm');
      await typist.end();
      await typist.line(2);
      await typist.type('confirm:');
      await typist.line(4);
      await typist.take('say', 'en');
      await typist.type('{');
      await typist.take('passengers, plural', 'ticket', 'tickets');
      await typist.end();
      await typist.line(8);
      await typist.take('buttons', 'en', 'Pay', 'done');
      await typist.end();
      await typist.line(2);
      await typist.type('done:');
      await typist.line(4);
      await typist.take('do');
      await typist.take('clear', '>destination');
      await typist.end();
      await typist.line(4);
      await typist.take('next');
      await typist.take('general/welcome');
    });
    await write('ticket.bottest.yaml', async (typist) => {
      await typist.take(
        'new conversation test',
        'a ticket',
        '>en',
        'I need a ticket',
        '>book_train',
        '>booking/start',
      );
    });
    return { client, folder, texts };
  }

  it('has no finding at the end', async () => {
    const { client, folder, texts } = await written();
    const uris = files.map((path) => folder.uri(path));
    const found = (): readonly string[] =>
      uris.flatMap((uri) =>
        client
          .diagnostics(uri)
          .map(({ range, code }) => `${uri.split('/').at(-1) ?? ''}:${range.start.line + 1} ${String(code)}`),
      );
    const last = texts.get('ticket.bottest.yaml');
    assert.ok(last);
    // A mistake that comes and goes: what is said after it is said about all that was written.
    await last.end();
    await last.type('\nnope: 1');
    await client.until(() => found().some((finding) => finding.endsWith(' schema/unknown-key')));
    await last.erase('\nnope: 1'.length);
    await client.until(() => !found().some((finding) => finding.endsWith(' schema/unknown-key')));
    assert.deepEqual(found(), []);
    const booking = texts.get('booking.flow.yaml')?.text ?? '';
    assert.match(booking, /when: passengers > 8\n/);
    assert.match(booking, /en: "\{passengers, plural, one \{# ticket\} other \{# tickets\}\}"\n/);
  });
});
