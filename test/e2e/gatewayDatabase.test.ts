import assert from 'node:assert/strict';
import { Client } from 'pg';
import { emptyPostgresDatabase } from '../support/postgres';
import { embeddedDatabases, gatewayAddress, goLive, post } from './support/gateway';
import { type Scene, story } from './support/suite';

const QUESTION = 'Where shall the gateway keep conversations?';
const EMBEDDED = 'In the embedded database';
const SERVER = 'In the database that DATABASE_URL names';

/** How many conversations a database keeps; undefined when no gateway has made its tables there. */
async function conversationsIn(url: string): Promise<number | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const made = await client.query<{ made: boolean }>(
      "select to_regclass('botlane.conversations') is not null as made",
    );
    if (!made.rows[0]?.made) return undefined;
    const found = await client.query<{ count: number }>(
      'select count(*)::integer as count from botlane.conversations',
    );
    return found.rows[0]?.count;
  } finally {
    await client.end();
  }
}

/** Somebody begins to talk to the bot of the gateway that was started. */
async function talk({ workbench }: Scene): Promise<void> {
  const conversations = `${await gatewayAddress(workbench)}/bots/choo-choo/conversations`;
  const { conversation } = await post(conversations, {});
  await post(`${conversations}/${conversation}/messages`, { text: 'hello' });
}

/** Known when the window is open. */
let url = '';

// Protects a database that is there for another program: nothing is written into it before somebody says so.
story(
  'a gateway where DATABASE_URL names a database',
  (scene) => {
    let before: string[] = [];

    it('asks, and starts nothing without an answer', async () => {
      const { workbench } = scene();
      before = embeddedDatabases();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.palette.run('Bot: Start Gateway');
      await workbench.quickInput.waitFor(QUESTION);
      await workbench.quickInput.row(EMBEDDED).waitFor();
      await workbench.quickInput.row(SERVER).waitFor();
      await workbench.quickInput.cancel();
      assert.equal(await conversationsIn(url), undefined);
    });

    it('keeps conversations in its own folder when the embedded database is chosen', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Start Gateway');
      await workbench.quickInput.waitFor(QUESTION);
      await workbench.quickInput.choose(EMBEDDED);
      await talk(scene());
      assert.equal(embeddedDatabases().length, before.length + 1);
      assert.equal(await conversationsIn(url), undefined);
      await workbench.palette.run('Bot: Stop Gateway');
      await workbench.messages.notification('The gateway has stopped.').waitFor();
      await workbench.messages.clear();
    });

    it('keeps them in the named database when that is chosen', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Start Gateway');
      await workbench.quickInput.waitFor(QUESTION);
      await workbench.quickInput.choose(SERVER);
      await talk(scene());
      assert.equal(await conversationsIn(url), 1);
      await workbench.palette.run('Bot: Stop Gateway');
      await workbench.messages.notification('The gateway has stopped.').waitFor();
    });
  },
  goLive,
  async () => {
    const found = await emptyPostgresDatabase();
    if ('missing' in found) return found;
    ({ url } = found);
    return { env: { DATABASE_URL: url } };
  },
);
