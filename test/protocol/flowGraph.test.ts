import assert from 'node:assert/strict';
import { FlowGraphRequest, FlowGraphSvgRequest } from '../../server/src/protocol';
import { parseXml } from '../support/xml';
import { TRIP, useServer } from './fixture';

type Answer<R> = R extends { readonly types?: (params: never) => infer Result } ? Result : never;

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
    const folder = server.folder();
    const client = await server.start({ folders: [folder.path] });
    const uri = folder.uri('trip.flow.yaml');
    const text = TRIP.get('trip.flow.yaml') ?? '';
    await client.open(uri, text);
    const params = { bot: folder.uri('').replace(/\/$/, ''), environment: 'draft' };
    const ask = () => client.request<Answer<typeof FlowGraphRequest>>(FlowGraphRequest.method, params);
    assert.equal((await ask()).kind, 'drawn');
    let answer: Answer<typeof FlowGraphRequest> | undefined;
    const drawn = ask().then((found) => (answer = found));
    const begin = { line: 0, character: 0 };
    const behind = { line: 1, character: 0 };
    while (!answer) {
      // One key stroke after the other: the server hardly comes to the end of its messages.
      await client.change(uri, { start: begin, end: begin }, '#\n');
      await client.change(uri, { start: begin, end: behind }, '');
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal((await drawn).kind, 'drawn');
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
