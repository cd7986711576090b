import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileUri } from '../../server/src/text/uri';
import { LanguageClient, type StartOptions } from '../support/languageClient';
import { BASE } from '../support/workspace';

const TRIP_FLOW = `flow: trip
dialogs:
  start:
    trigger:
      intent: book_train
    say:
      - text:
          en: Where do you want to go?
    next: general/welcome
`;

const BOOK_INTENT = `intent: book_train
expressions:
  en: |
    book me a train
    I need a ticket
`;

/** A bot without findings: the base of all tests, with an intent and a flow that is linked to it. */
export const TRIP: ReadonlyMap<string, string> = new Map([
  ...BASE,
  ['trip.flow.yaml', TRIP_FLOW],
  ['book_train.intent.yaml', BOOK_INTENT],
]);

/** A folder on disk with definition files, in a path as awkward as people have them. */
export class DiskFolder {
  readonly path: string;

  constructor(files: ReadonlyMap<string, string> = TRIP) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), 'bot läne 100% #')));
    for (const [path, text] of files) this.write(path, text);
  }

  write(path: string, content: string | Uint8Array): string {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this.uri(path);
  }

  remove(path: string): string {
    rmSync(join(this.path, path), { recursive: true });
    return this.uri(path);
  }

  uri(path: string): string {
    return fileUri(join(this.path, path));
  }

  delete(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Starts clients and folders for the tests of one suite, and ends them after each test. */
export function useServer(): {
  folder(files?: ReadonlyMap<string, string>): DiskFolder;
  start(options?: StartOptions): Promise<LanguageClient>;
} {
  const folders: DiskFolder[] = [];
  const clients: LanguageClient[] = [];
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const folder of folders.splice(0)) folder.delete();
  });
  return {
    folder(files) {
      const folder = new DiskFolder(files);
      folders.push(folder);
      return folder;
    },
    async start(options) {
      const client = await LanguageClient.start(options);
      clients.push(client);
      return client;
    },
  };
}
