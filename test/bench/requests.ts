import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResponseError } from 'vscode-languageserver/node';
import { fileUri } from '../../server/src/text/uri';
import { BotsRequest } from '../../server/src/protocol';
import type { LanguageClient } from '../support/languageClient';
import { type Corpus, SIZES, writeCorpus } from './corpus';
import { milliseconds, percentile } from './measure';
import { type Random, seeded } from './random';
import type { ResponseTime, Section } from './report';
import { botlane } from './sessions';

const TIMES = 40;
const OPEN_FILES = 20;

/** A file of the corpus that is open, and a place in it. */
interface Place {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly lines: number;
}

type Ask = (client: LanguageClient, place: Place) => Promise<unknown>;

const document = ({ uri }: Place): { uri: string } => ({ uri });
const at = (place: Place): object => ({
  textDocument: document(place),
  position: { line: place.line, character: place.character },
});
const wholeOf = ({ lines }: Place): object => ({
  start: { line: 0, character: 0 },
  end: { line: lines, character: 0 },
});
const onDocument =
  (method: string, more: (place: Place) => object = () => ({})): Ask =>
  (client, place) =>
    client.request(method, { textDocument: document(place), ...more(place) });
const onPlace =
  (method: string, more: object = {}): Ask =>
  (client, place) =>
    client.request(method, { ...at(place), ...more });

/** What stands at a place may be nothing that can be renamed: the refusal is an answer too. */
const orRefused =
  (ask: Ask): Ask =>
  (client, place) =>
    ask(client, place).catch((error: unknown) => {
      if (!(error instanceof ResponseError)) throw error;
    });

/** Every request that an editor sends. */
const REQUESTS: Readonly<Record<string, Ask>> = {
  completion: onPlace('textDocument/completion'),
  hover: onPlace('textDocument/hover'),
  definition: onPlace('textDocument/definition'),
  references: onPlace('textDocument/references', { context: { includeDeclaration: true } }),
  'prepare rename': orRefused(onPlace('textDocument/prepareRename')),
  rename: orRefused(onPlace('textDocument/rename', { newName: 'another_name' })),
  'document highlight': onPlace('textDocument/documentHighlight'),
  'selection range': (client, place) =>
    client.request('textDocument/selectionRange', {
      textDocument: document(place),
      positions: [{ line: place.line, character: place.character }],
    }),
  'document symbol': onDocument('textDocument/documentSymbol'),
  'workspace symbol': (client, { line }) => client.request('workspace/symbol', { query: `int${line}` }),
  'semantic tokens': onDocument('textDocument/semanticTokens/full'),
  'folding range': onDocument('textDocument/foldingRange'),
  'document link': onDocument('textDocument/documentLink'),
  'inlay hint': onDocument('textDocument/inlayHint', (place) => ({ range: wholeOf(place) })),
  'code lens': onDocument('textDocument/codeLens'),
  'code action': onDocument('textDocument/codeAction', (place) => ({
    range: wholeOf(place),
    context: { diagnostics: [] },
  })),
  formatting: onDocument('textDocument/formatting', () => ({
    options: { tabSize: 2, insertSpaces: true },
  })),
  'call hierarchy': onPlace('textDocument/prepareCallHierarchy'),
  'Bots view': (client) => client.ask(BotsRequest, { environment: 'draft' }),
};

/** How long each request takes in a workspace of the size M. */
export async function requests(folder: string): Promise<Section> {
  const corpus = writeCorpus(join(folder, 'requests'), SIZES.M);
  const random = seeded(7);
  const client = await botlane.start(corpus.folder);
  const open = await openSome(client, corpus, random);
  const responses: ResponseTime[] = [];
  for (const [request, ask] of Object.entries(REQUESTS)) {
    const times: number[] = [];
    for (let count = 0; count < TIMES; count++) {
      const place = placeIn(random.pick(open), random);
      times.push(await milliseconds(() => ask(client, place)));
    }
    responses.push({ request, p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
  }
  await client.stop();
  return {
    title: 'Answers in a workspace of the size M',
    method: `${SIZES.M.intents.toLocaleString('en')} intents with ${SIZES.M.expressions} expressions each and
${SIZES.M.flows} flows; ${OPEN_FILES} files are open; each request ${TIMES} times at places chosen by a seed, one after the other.`,
    responses,
  };
}

async function openSome(
  client: LanguageClient,
  { folder, files }: Corpus,
  random: Random,
): Promise<readonly { readonly uri: string; readonly text: string }[]> {
  const open = new Map<string, string>();
  while (open.size < OPEN_FILES) {
    const path = join(folder, random.pick(files));
    open.set(fileUri(path), readFileSync(path, 'utf8'));
  }
  for (const [uri, text] of open) await client.open(uri, text);
  return [...open].map(([uri, text]) => ({ uri, text }));
}

function placeIn({ uri, text }: { uri: string; text: string }, random: Random): Place {
  const lines = text.split('\n');
  const line = random.below(lines.length);
  const length = lines[line]?.length ?? 0;
  return { uri, line, character: random.below(length + 1), lines: lines.length };
}
