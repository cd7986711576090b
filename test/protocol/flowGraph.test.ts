import assert from 'node:assert/strict';
import { FlowGraphRequest, FlowGraphSvgRequest } from '../../server/src/protocol';
import { parseXml } from '../support/xml';
import { TRIP, useServer } from './fixture';

type Answer<R> = R extends { readonly types?: (params: never) => infer Result } ? Result : never;

/** So many that checking them takes longer than the next key stroke does to come. */
const FLOWS = 400;

// Protects the panel's way to the picture: through the real server, its thread included.
describe('server: flow graphs', () => {
  const server = useServer();

  it('draws a flow with the sources of its boxes, and the same as a file', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const params = { bot: folder.uri('').replace(/\/$/, ''), environment: 'draft', flow: 'trip' };
    const drawn = await client.request<Answer<typeof FlowGraphRequest>>(FlowGraphRequest.method, params);
    assert.ok(drawn.kind === 'drawn');
    const start = drawn.graph.boxes.find(({ title }) => title === 'start');
    assert.deepEqual(start?.source?.range, {
      start: { line: 2, character: 2 },
      end: { line: 2, character: 7 },
    });
    assert.equal(start?.source?.uri, folder.uri('trip.flow.yaml'));
    const svg = await client.request<Answer<typeof FlowGraphSvgRequest>>(FlowGraphSvgRequest.method, params);
    assert.ok(svg.kind === 'svg');
    assert.equal(parseXml(svg.text).name, 'svg');
  });

  it('is drawn while somebody types without a pause', async () => {
    const files = new Map(TRIP);
    for (let index = 0; index < FLOWS; index++) {
      const steps = Array.from({ length: 30 }, (_, step) => `  d${step}:\n    next: trip/start\n`).join('');
      files.set(`many/f${index}.flow.yaml`, `flow: f${index}\ndialogs:\n${steps}`);
    }
    const folder = server.folder(files);
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    await client.open(uri, TRIP.get('trip.flow.yaml') ?? '');
    const params = { bot: folder.uri('').replace(/\/$/, ''), environment: 'draft', flow: 'trip' };
    const ask = () => client.request<Answer<typeof FlowGraphRequest>>(FlowGraphRequest.method, params);
    assert.equal((await ask()).kind, 'drawn');
    const answers: Answer<typeof FlowGraphRequest>[] = [];
    const drawn = ask().then((answer) => answers.push(answer));
    const name = { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } };
    while (answers.length === 0) {
      // Every key stroke concerns every file, and the next one comes before they are checked.
      for (const written of ['stand', 'start', 'stand']) await client.change(uri, name, written);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await drawn;
    assert.deepEqual(
      answers.map(({ kind }) => kind),
      ['drawn'],
    );
  });

  it('draws a large bot picture by picture, the last one for whoever asks for more', async () => {
    const files = new Map(TRIP);
    for (let index = 0; index < 15; index++) {
      const steps = Array.from({ length: 40 }, (_, step) => `  d${step}:\n    next: trip/start\n`).join('');
      files.set(`many/f${index}.flow.yaml`, `flow: f${index}\ndialogs:\n${steps}`);
    }
    const folder = server.folder(files);
    const client = await server.start({ folders: [folder.path] });
    const ask = async (page: number) => {
      const params = { bot: folder.uri('').replace(/\/$/, ''), environment: 'draft', page };
      const answer = await client.request<Answer<typeof FlowGraphRequest>>(FlowGraphRequest.method, params);
      return answer.kind === 'drawn' ? answer.graph : assert.fail(answer.kind);
    };
    const [first, second] = [await ask(0), await ask(7)];
    assert.deepEqual([first.page?.number, first.page?.pages, first.page?.first], [0, 2, 1]);
    assert.deepEqual([second.page?.number, second.page?.last], [1, second.page?.all]);
    assert.equal(second.page?.first, (first.page?.last ?? 0) + 1);
    const shown = new Set(first.boxes.map(({ id }) => id));
    assert.ok(second.boxes.every(({ id }) => !shown.has(id)));
  });

  it('refuses a flow that is not there, and LIVE where there is none', async () => {
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const bot = folder.uri('').replace(/\/$/, '');
    for (const params of [
      { bot, environment: 'draft', flow: 'nothing' },
      { bot, environment: 'live' },
      { bot: `${bot}/nowhere`, environment: 'draft' },
    ]) {
      const answer = await client.request<Answer<typeof FlowGraphRequest>>(FlowGraphRequest.method, params);
      assert.equal(answer.kind, 'refused');
    }
  });
});
