import assert from 'node:assert/strict';
import { TestGateway } from '../../support/gateway';
import { smallBot } from '../../support/repository';

/** What `channels` of a bot connect: its chat page, the API, and the REST channel of Rasa. */
const TABLE: readonly {
  readonly bot: string;
  readonly channels: string;
  readonly live: string;
  readonly draft: string;
}[] = [
  { bot: 'neither-said', channels: '', live: 'page, API, Rasa', draft: 'page, API, Rasa' },
  { bot: 'page-only', channels: '  live:\n    web: {}\n', live: 'page, API', draft: 'page, API, Rasa' },
  { bot: 'rest-only', channels: '  live:\n    rest: {}\n', live: 'API, Rasa', draft: 'page, API, Rasa' },
  {
    bot: 'crossed',
    channels: '  live:\n    rest: {}\n  draft:\n    web: {}\n',
    live: 'API, Rasa',
    draft: 'page, API',
  },
];

describe('Gateway: channels of a bot', function () {
  this.timeout(180_000);
  let gateway: TestGateway;

  before(async () => {
    gateway = await TestGateway.start(
      Object.fromEntries(
        TABLE.map(({ bot, channels }) => {
          const file = smallBot(bot).get('bot.yaml') ?? '';
          return [bot, channels === '' ? {} : { 'bot.yaml': `${file}channels:\n${channels}` }];
        }),
      ),
      { draft: true },
    );
    for (const { bot } of TABLE) await gateway.deploy(bot, { kind: 'visibility', visibility: 'public' });
  });
  after(() => gateway?.stop());

  async function connected(base: string, bearer?: string): Promise<string> {
    const rasa = { sender: 'ann', message: 'hello' };
    const answers = {
      page: await gateway.fetch(base, { bearer }),
      API: await gateway.fetch(`${base}/conversations`, { bearer, json: {} }),
      Rasa: await gateway.fetch(`${base}/webhooks/rest/webhook`, { bearer, json: rasa }),
    };
    return Object.entries(answers)
      .filter(([, answer]) => answer.ok)
      .map(([name]) => name)
      .join(', ');
  }

  for (const { bot, live, draft } of TABLE) {
    it(`${bot}: LIVE is on ${live}; the draft is on ${draft}`, async () => {
      assert.equal(await connected(`/bots/${bot}`), live);
      const token = await gateway.admin.createBotToken(`${bot}@draft`, 'tester', undefined);
      assert.ok(token.ok);
      assert.equal(await connected(`/drafts/${bot}`, token.value.secret), draft);
    });
  }
});
