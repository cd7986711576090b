import assert from 'node:assert/strict';
import type { AdminScope } from '../../server/src/gateway/database/contract';
import { botlane, type CliResult } from '../support/cli';
import { onEachDatabase } from '../support/databases';
import { TestGateway } from '../support/gateway';

const INTENT = 'intents/refund.intent.yaml';

interface Listed {
  readonly items: readonly { readonly id: string; readonly text: string; readonly count: number }[];
}

// What users said becomes part of the bot by one command, and nothing of it is lost or done twice.
onEachDatabase('botlane inbox, stats and feedback', (database) => {
  let gateway: TestGateway;
  let token: string;

  before(async () => {
    gateway = await TestGateway.start({ 'choo-choo': {} }, { database: database.address });
    await gateway.deploy('choo-choo', { kind: 'visibility', visibility: 'public' });
    token = await newToken('read', 'inbox');
    const started = await said('/bots/choo-choo/conversations', {});
    const path = `/bots/choo-choo/conversations/${started.conversation}`;
    for (const text of ['my money, back!', 'My  money, back!', 'a bus to the moon', 'book a train now']) {
      await said(`${path}/messages`, { text });
    }
    const message = started.messages[0]?.id;
    const rated = { message, thumb: 'down', comment: '=HYPERLINK("http://evil")' };
    assert.equal((await gateway.fetch(`${path}/feedback`, { json: rated })).status, 204);
  });
  after(() => gateway?.stop());

  async function newToken(...scopes: AdminScope[]): Promise<string> {
    const made = await gateway.admin.createToken(scopes.join('-'), scopes, [], undefined);
    assert.ok(made.ok);
    return made.value.secret;
  }

  async function said(
    path: string,
    json: unknown,
  ): Promise<{ readonly conversation: string; readonly messages: readonly { readonly id: number }[] }> {
    const answer = await gateway.fetch(path, { json });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return (await answer.json()) as Awaited<ReturnType<typeof said>>;
  }

  /** In the folder of the bot, with a token in the environment as CI has it. */
  async function run(words: readonly string[], secret = token): Promise<CliResult> {
    const { top } = gateway.repository('choo-choo');
    const before = { ...process.env };
    Object.assign(process.env, { BOTLANE_GATEWAY: gateway.address, BOTLANE_TOKEN: secret });
    try {
      return await botlane(top, ...words);
    } finally {
      for (const name of ['BOTLANE_GATEWAY', 'BOTLANE_TOKEN']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  }

  async function done(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(words);
    assert.equal(code, 0, stderr);
    return stdout;
  }

  async function waiting(): Promise<Listed['items']> {
    return (JSON.parse(await done('inbox', 'list', '--format', 'json')) as Listed).items;
  }

  async function idOf(text: string): Promise<string> {
    const found = (await waiting()).find((item) => item.text === text);
    assert.ok(found, text);
    return found.id;
  }

  it('lists each text once, the most frequent first, and none that is an expression', async () => {
    assert.deepEqual(
      (await waiting()).map(({ text, count }) => [text, count]),
      [
        ['My  money, back!', 2],
        ['a bus to the moon', 1],
      ],
    );
    assert.match(await done('inbox', 'list'), /^\S{10} {2}en {2}My {2}money, back! ×2/);
  });

  it('tells the score that a text would have, and changes nothing', async () => {
    const repository = gateway.repository('choo-choo');
    const before = repository.read(INTENT);
    const id = await idOf('a bus to the moon');
    const out = await done('inbox', 'accept', id, '--intent', 'refund', '--dry-run');
    assert.match(out, /^[01]\.\d\d {2}refund: a bus to the moon\n$/);
    assert.deepEqual(repository.read(INTENT), before);
    assert.equal((await waiting()).length, 2);
  });

  it('makes an expression of a text, or of what was written instead', async () => {
    const repository = gateway.repository('choo-choo');
    const id = await idOf('My  money, back!');
    await done('inbox', 'accept', id.slice(0, 8), '--intent', 'REFUND', '--text', 'my [money], back');
    assert.match(repository.read(INTENT).toString(), /again\n {4}my \\\[money\\\], back\n$/);
    assert.deepEqual(
      (await waiting()).map(({ text }) => text),
      ['a bus to the moon'],
    );
  });

  it('leaves out what is ignored, until that is undone', async () => {
    const id = await idOf('a bus to the moon');
    await done('inbox', 'ignore', id);
    assert.deepEqual(await waiting(), []);
    assert.match(await done('inbox', 'list'), /The inbox of choo-choo is empty\./);
    await done('inbox', 'undo', id);
    assert.equal(await idOf('a bus to the moon'), id);
  });

  it('refuses what it does not know, and touches no file', async () => {
    const repository = gateway.repository('choo-choo');
    const before = repository.read(INTENT);
    const id = await idOf('a bus to the moon');
    const refused: readonly (readonly [RegExp, ...string[]])[] = [
      [/Nothing in the inbox is called zzz/, 'inbox', 'accept', 'zzz'],
      [/no intent "gone"/, 'inbox', 'accept', id, '--intent', 'gone'],
      [/--text is for one text only/, 'inbox', 'accept', id, id, '--text', 'x'],
    ];
    for (const [reason, ...words] of refused) {
      const { code, stderr } = await run(words);
      assert.notEqual(code, 0);
      assert.match(stderr, reason);
    }
    assert.deepEqual(repository.read(INTENT), before);
  });

  it('does what its token may do, and no more', async () => {
    const reader = await newToken('read');
    const { code, stderr } = await run(['inbox', 'list'], reader);
    assert.equal(code, 1);
    assert.match(stderr, /needs “inbox”/);
    assert.equal((await run(['stats'], reader)).code, 0);
    assert.equal((await run(['stats'], 'wrong')).code, 1);
  });

  it('counts what users did', async () => {
    const out = await done('stats');
    assert.match(out, /Conversations: 1\n/);
    assert.match(out, /Messages: 4\n/);
    assert.match(out, /Ratings: 0 up, 1 down\n/);
    assert.match(await done('stats', '--format', 'csv'), /^total,,1,1,4,/m);
    assert.match(await done('stats', '--environment', 'draft'), /Conversations: 0\n/);
  });

  it('lists what users thought, harmless in a spreadsheet and in a terminal', async () => {
    assert.match(await done('feedback'), /0 up, 1 down/);
    const csv = await done('feedback', '--format', 'csv');
    assert.match(csv, /,down,"'=HYPERLINK\(""http:\/\/evil""\)",general\/welcome,1,live,/);
    assert.match(await done('feedback', '--thumb', 'up'), /0 up, 0 down/);
  });
});
