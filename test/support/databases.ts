import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, Database } from '../../server/src/gateway/database/connection';
import type { GatewayStore, StoreAddress } from '../../server/src/gateway/database/contract';
import { openEmbedded } from '../../server/src/gateway/database/embedded';
import { openStore } from '../../server/src/gateway/database/open';
import { openPostgres } from '../../server/src/gateway/database/postgres';
import { emptyPostgresDatabase } from './postgres';

/** Where the tests of a suite have a database of their own. */
export interface TestDatabase {
  readonly kind: StoreAddress['kind'];
  /** Known once the tests run. */
  readonly address: StoreAddress;
  /** Opens it, and closes it behind the suite. */
  open(): Promise<GatewayStore>;
}

const KINDS = ['postgresql', 'embedded'] as const;
const made: string[] = [];
let template: Promise<string> | undefined;

/**
 * The same tests on a real PostgreSQL server and on the embedded one. Where there is no server they are left out, with the
 * reason in the title; in CI that is a failure.
 */
export function onEachDatabase(title: string, tests: (database: TestDatabase) => void): void {
  for (const kind of KINDS) {
    describe(`${title} (${kind})`, () => {
      let address: StoreAddress | undefined;
      const stores: GatewayStore[] = [];
      before(async function prepare() {
        const found = await emptyDatabase(kind);
        if ('missing' in found) {
          console.log(`      not run: ${found.missing}`);
          this.skip();
        }
        address = found;
      });
      after(async () => {
        for (const store of stores) await store.close();
      });
      tests({
        kind,
        get address() {
          assert.ok(address, 'only while the tests run');
          return address;
        },
        async open() {
          const store = await openedStore(this.address);
          stores.push(store);
          return store;
        },
      });
    });
  }
}

export async function openedStore(address: StoreAddress): Promise<GatewayStore> {
  const opened = await openStore(address);
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.store;
}

/** An empty database that belongs to nobody else. */
export async function emptyDatabase(
  kind: StoreAddress['kind'],
): Promise<StoreAddress | { readonly missing: string }> {
  if (kind === 'embedded') return { kind, folder: await emptyFolder() };
  const found = await emptyPostgresDatabase();
  return 'missing' in found ? found : { kind, url: found.url };
}

/** With the tables in it: making them takes the embedded database seconds, copying them does not. */
async function emptyFolder(): Promise<string> {
  template ??= makeTemplate();
  const folder = newFolder();
  cpSync(await template, folder, { recursive: true });
  return folder;
}

async function makeTemplate(): Promise<string> {
  const folder = newFolder();
  await (await openedStore({ kind: 'embedded', folder })).close();
  return folder;
}

function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'botlane data '));
  made.push(folder);
  return folder;
}

after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The tables themselves, for what the contract does not show. Not for an embedded database that a store has open. */
export async function withTables<T>(address: StoreAddress, work: (db: Database) => Promise<T>): Promise<T> {
  if (address.kind === 'postgresql')
    return withConnection((await openPostgres(address.url)).connection, work);
  const opened = await openEmbedded(address.folder);
  assert.ok(!opened.locked);
  return withConnection(opened.connection, work);
}

async function withConnection<T>(connection: Connection, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(connection.db);
  } finally {
    await connection.close();
  }
}
