import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { FlowGraphRequest } from '../../server/src/protocol';
import { fileUri } from '../../server/src/text/uri';
import type { LanguageClient } from '../support/languageClient';
import { type Corpus, SIZES, writeCorpus } from './corpus';
import { placeIn } from './editing';
import { median, milliseconds } from './measure';
import { type Cost, run } from './programs';
import type { Section } from './report';
import { botlane, OpenFile, PROJECT } from './sessions';

const RUNS = 3;
const STROKES = 25;
const CLI = join(PROJECT, 'dist', 'cli.js');

/** A whole workspace: from the command line, cold and warm, and in the editor. */
export async function workspace(folder: string): Promise<Section> {
  const large = writeCorpus(join(folder, 'L'), SIZES.L);
  const tenth = writeCorpus(join(folder, 'M'), SIZES.M);
  const naive = await costs(() => run(join(__dirname, 'naive.js'), [large.folder]));
  const cold = await costs(() => run(CLI, ['check', large.folder], { codes: [0, 1] }));
  const cache = mkdtempSync(join(folder, 'cache-'));
  await run(CLI, ['check', large.folder], { cache, codes: [0, 1] });
  const warm = await costs(() => run(CLI, ['check', large.folder], { cache, codes: [0, 1] }));
  const inLarge = await oneEdit(large);
  const inTenth = await oneEdit(tenth);
  return {
    title: 'A whole workspace',
    method: `${SIZES.L.intents.toLocaleString('en')} intents with ${SIZES.L.expressions} expressions each and
${SIZES.L.flows.toLocaleString('en')} flows: ${large.files.length.toLocaleString('en')} files, ${(large.bytes / 1e6).toFixed(1)} MB.
Each program runs ${RUNS} times from start to exit; the medians are shown. The naive checker parses every file with \`yaml\`,
validates it with ajv and looks up intents and links. Cold is \`botlane check\` without its cache, warm the same with it. An
edit changes one key in a flow and in an intent of the workspace, and of one a tenth its size (M), when the first check of it
has come to its end and the server lets go of what it needed for that.`,
    peer: 'compared with',
    comparisons: [
      {
        what: 'cold check against the naive checker',
        unit: 'ms',
        own: cold.wall,
        peer: naive.wall,
        aim: 1 / 2,
      },
      { what: 'the same, CPU time', unit: 'ms', own: cold.cpu, peer: naive.cpu, aim: 1 / 2 },
      {
        what: 'warm check against the naive checker',
        unit: 'ms',
        own: warm.wall,
        peer: naive.wall,
        aim: 1 / 15,
      },
      {
        what: 'most memory of a cold check against the naive checker',
        unit: 'MB',
        own: cold.memory / 1e6,
        peer: naive.memory / 1e6,
        aim: 1,
      },
      {
        what: 'one edit of a flow against the same in a tenth',
        unit: 'ms',
        own: inLarge.flow,
        peer: inTenth.flow,
        aim: 1.2,
      },
      {
        what: 'one edit of an intent against the same in a tenth',
        unit: 'ms',
        own: inLarge.intent,
        peer: inTenth.intent,
        aim: 1.2,
      },
      { what: 'memory kept for closed files', unit: '× text', own: keptOf(large) / large.bytes, aim: 0.5 },
    ],
  };
}

async function costs(once: () => Promise<Cost>): Promise<Cost> {
  const all: Cost[] = [];
  for (let count = 0; count < RUNS; count++) all.push(await once());
  const of = (figure: keyof Cost): number => median(all.map((cost) => cost[figure]));
  return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
}

/** Bytes that the snapshot of a checked workspace keeps. */
function keptOf({ folder }: Corpus): number {
  const said = execFileSync(process.execPath, ['--expose-gc', join(__dirname, 'closedFiles.js'), folder], {
    encoding: 'utf8',
  });
  return (JSON.parse(said) as { kept: number }).kept;
}

/**
 * Resolves when every file has been looked at once: before, what is typed waits for the turns of that work. A flow graph
 * is refused or drawn only then, and of a flow that does not exist none is drawn.
 */
async function firstCheck(client: LanguageClient, folder: string): Promise<void> {
  const { kind } = await client.ask(FlowGraphRequest, {
    bot: fileUri(folder),
    environment: 'draft',
    flow: 'no_such_flow',
  });
  if (kind !== 'refused') throw new Error(`a graph of a flow that does not exist is ${kind}`);
}

/** Median times from a key stroke to its finding in two files of the workspace. */
async function oneEdit({
  folder,
  files,
}: Corpus): Promise<{ readonly flow: number; readonly intent: number }> {
  const client = await botlane.start(folder);
  await firstCheck(client, folder);
  const timeIn = async (end: string): Promise<number> => {
    const path = join(folder, files.find((file) => file.endsWith(end)) ?? '');
    const file = await OpenFile.open(botlane, client, path, placeIn(path));
    const times: number[] = [];
    for (let stroke = 0; stroke < STROKES; stroke++) {
      times.push(
        await milliseconds(async () => {
          await file.type();
          await file.shown();
        }),
      );
    }
    return median(times);
  };
  const times = { flow: await timeIn('.flow.yaml'), intent: await timeIn('.intent.yaml') };
  await client.stop();
  return times;
}
