import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Migration, sql } from 'kysely';
import { Client } from 'pg';
import type { OpenOutcome, StoreAddress } from '../../../server/src/gateway/database/contract';
import { lockFolder } from '../../../server/src/gateway/database/folderLock';
import { migrate } from '../../../server/src/gateway/database/migrate';
import { MIGRATIONS } from '../../../server/src/gateway/database/migrations/migrations';
import { openStore } from '../../../server/src/gateway/database/open';
import { startOf } from '../../../server/src/gateway/database/processIdentity';
import { onEachDatabase, openedStore, withTables } from '../../support/databases';
import { emptyPostgresDatabase } from '../../support/postgres';
import { beginning } from './turns';

async function refusal(address: StoreAddress): Promise<Extract<OpenOutcome, { ok: false }>> {
  const opened = await openStore(address);
  assert.ok(!opened.ok, 'it is refused');
  return opened;
}

onEachDatabase('Opening the database', (database) => {
  it('says that it is well, and which tables it has', async () => {
    const store = await database.open();
    const health = await store.health();
    assert.deepEqual(
      [health.ok, health.kind, health.schema, health.problem],
      [true, database.kind, Object.keys(MIGRATIONS).length, undefined],
    );
    await store.close();
    await store.close();
    assert.equal((await store.health()).ok, false);
    await assert.rejects(store.retention.days('x'), { reason: 'closed' });
  });

  it('leaves nothing of a migration that fails, and what was there', async () => {
    const before = await withTables(database.address, (db) =>
      sql`select * from botlane.migrations`.execute(db),
    );
    await withTables(database.address, async (db) => {
      const half: Record<string, Migration> = {
        ...MIGRATIONS,
        '0002-fine': {
          up: (own) => own.schema.createTable('botlane.half').addColumn('a', 'integer').execute(),
        },
        '0003-broken': { up: () => Promise.reject(new Error('broken')) },
      };
      await assert.rejects(migrate(db, half), /broken/);
      const { rows } = await sql<{ half: string | null }>`select to_regclass('botlane.half') as half`.execute(
        db,
      );
      assert.equal(rows[0]?.half, null);
    });
    const after = await withTables(database.address, (db) =>
      sql`select * from botlane.migrations`.execute(db),
    );
    assert.deepEqual(after.rows, before.rows);
  });

  it('refuses one that a newer Botlane has written, and names both', async () => {
    const name = '0042-later';
    await withTables(database.address, (db) =>
      sql`insert into botlane.migrations (name, timestamp) values (${name}, '')`.execute(db),
    );
    const { reason, message } = await refusal(database.address);
    assert.equal(reason, 'newer');
    assert.match(message, /42.* 1\)/);
    // It is let go of all the same.
    assert.equal((await refusal(database.address)).reason, 'newer');
  });
});

describe('Opening a PostgreSQL server', () => {
  it('makes the tables once when several gateways start at the same time', async function together() {
    const found = await emptyPostgresDatabase();
    if ('missing' in found) this.skip();
    const address = { kind: 'postgresql', ...found } as const;
    const stores = await Promise.all(Array.from({ length: 5 }, () => openedStore(address)));
    for (const store of stores) await store.close();
    const { rows } = await withTables(address, (db) =>
      sql<{ name: string }>`select name from botlane.migrations`.execute(db),
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(MIGRATIONS),
    );
  });

  it('says that it cannot be reached, without the password', async () => {
    for (const host of ['127.0.0.1:1', 'localhost:1', 'nowhere.invalid']) {
      const { reason, message } = await refusal({ kind: 'postgresql', url: `postgres://ada:hush@${host}/x` });
      assert.equal(reason, 'unreachable', message);
      assert.match(message, /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/);
      assert.doesNotMatch(message, /hush/);
    }
  });

  it('needs the right to make tables while there is something to make, and rows afterwards', async function rights() {
    const found = await emptyPostgresDatabase();
    if ('missing' in found) this.skip();
    const address = { kind: 'postgresql', ...found } as const;
    const client = new Client({ connectionString: found.url });
    await client.connect();
    await client.query('create role modest login');
    const modest = { kind: 'postgresql', url: found.url.replace('tester@', 'modest@') } as const;
    const { reason, message } = await refusal(modest);
    assert.equal(reason, 'unusable');
    assert.match(message, /permission denied/);
    await (await openedStore(address)).close();
    await client.query('grant usage on schema botlane to modest');
    await client.query('grant select, insert, update, delete on all tables in schema botlane to modest');
    await client.end();
    const store = await openedStore(modest);
    assert.equal((await store.conversations.create(beginning())).outcome, 'created');
    await store.close();
  });

  it('says what an address must look like', async () => {
    for (const url of ['', 'mysql://x', 'postgresql://[', 'postgresql://a:b@c:notaport/x']) {
      assert.equal((await refusal({ kind: 'postgresql', url })).reason, 'unusable', url);
    }
  });

  it('refuses a database that cannot keep every text', async function latin() {
    const found = await emptyPostgresDatabase();
    if ('missing' in found) this.skip();
    const url = found.url.replace(/[^/]+$/, 'latin1');
    await withTables({ kind: 'postgresql', ...found }, (db) =>
      sql`create database latin1 template template0 encoding 'LATIN1'`.execute(db),
    );
    const { reason, message } = await refusal({ kind: 'postgresql', url });
    assert.equal(reason, 'unusable');
    assert.match(message, /LATIN1.*UTF8/);
  });
});

describe('Locking the data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'botlane lock '));
    file = join(folder, 'botlane.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function isFree(): Promise<boolean> {
    const outcome = await lockFolder(folder);
    if (outcome.ok) await outcome.lock.release();
    return outcome.ok;
  }

  function write(holder: object | string): void {
    writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder));
  }

  it('keeps a second one out until the first lets go', async () => {
    const first = await lockFolder(folder);
    assert.ok(first.ok);
    const second = await lockFolder(folder);
    assert.ok(!second.ok);
    assert.deepEqual(second.holder.pid, process.pid);
    await first.lock.release();
    assert.ok(await isFree());
    assert.ok(!existsSync(file));
  });

  it('is told by the gateway, with the process that has it', async () => {
    const first = await lockFolder(folder);
    const { reason, message } = await refusal({ kind: 'embedded', folder });
    assert.equal(reason, 'in-use');
    assert.match(message, new RegExp(`process ${process.pid} .*botlane\\.lock`));
    if (first.ok) await first.lock.release();
  });

  it('is given to one of many that want it at the same time, a stale one lying there', async () => {
    for (let round = 0; round < 20; round++) {
      write({ pid: await deadPid(), start: 'x', host: hostname() });
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));
      const holders = outcomes.filter((outcome) => outcome.ok);
      assert.equal(holders.length, 1);
      await holders[0]?.lock.release();
    }
  });

  it('is taken over from a process that ended', async () => {
    write({ pid: await deadPid(), start: 'x', host: hostname() });
    assert.ok(await isFree());
  });

  it('is taken over from a process whose number another one has now', async function reused() {
    const start = await startOf(process.pid);
    if (start === '') this.skip();
    write({ pid: process.pid, start: `${start}0`, host: hostname() });
    assert.ok(await isFree());
    write({ pid: process.pid, start, host: hostname() });
    assert.ok(!(await isFree()));
  });

  it('is left to another machine as long as that gives a sign of life', async () => {
    write({ pid: 1, start: 'x', host: 'another' });
    assert.ok(!(await isFree()));
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file, longAgo, longAgo);
    assert.ok(await isFree());
  });

  it('is taken over when it names nobody', async () => {
    for (const text of ['', '{', '{"pid":-1}', 'null']) {
      write(text);
      assert.ok(await isFree(), text);
    }
  });

  it('knows when a process began, and that one has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const start = await startOf(pid);
    assert.ok(start !== undefined);
    assert.equal(await startOf(pid), start);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(await startOf(pid), undefined);
  });
});

async function deadPid(): Promise<number> {
  return spawnSync(process.execPath, ['-e', '']).pid;
}
