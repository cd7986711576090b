// `npm run bench:nlp -- FOLDER`: accuracy and cost on the corpora of a folder (*.jsonl, *.jsonl.gz), beside nlp.js.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Corpus, readCorpus } from '../../../server/src/nlp/evaluation/corpus';
import {
  accuracy,
  type Answer,
  calibrationError,
  outOfScopeQuality,
} from '../../../server/src/nlp/evaluation/metrics';
import { median, milliseconds } from '../measure';
import { botlane, type Contestant, type Learned, type Lesson, nlpJs } from './contestants';
import { drawn, invented, lessonOf, withUnknown } from './lessons';

const SEEDS = 10;
/** Each trains on the whole corpus, which takes one of the contestants minutes. */
const HELD_OUT_SEEDS = 2;
const FEW = 5;
const UNKNOWN_INTENTS = 10;
/** Fewer intents than this leave too little when some are held out. */
const INTENTS_TO_HOLD_OUT_FROM = 30;

async function main(peers: string, folder: string): Promise<void> {
  const contestants = [botlane, nlpJs(peers)];
  for (const file of readdirSync(folder).filter((name) => /\.jsonl(\.gz)?$/.test(name))) {
    for (const corpus of corporaIn(join(folder, file))) {
      console.log(`\n## ${basename(file).replace(/\.jsonl(\.gz)?$/, '')} (${corpus.language})\n`);
      await compare(contestants, corpus);
    }
  }
  console.log('\n## 1,000 invented intents × 50\n');
  const { cpuSeconds, learned } = await taught(botlane, invented(1_000, 50));
  console.log(`Botlane: ${cpuSeconds.toFixed(1)} CPU-s, ${megabytes(learned.bytes)} MB`);
}

function corporaIn(path: string): readonly Corpus[] {
  const bytes = readFileSync(path);
  const reading = readCorpus((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (!reading.ok) throw new Error(`${path}: ${reading.message}`);
  return reading.corpora;
}

async function compare(contestants: readonly Contestant[], corpus: Corpus): Promise<void> {
  const lesson = lessonOf(corpus);
  const rows: Record<string, string>[] = [];
  for (const contestant of contestants) {
    const { cpuSeconds, learned } = await taught(contestant, lesson);
    const times: number[] = [];
    const answers = await asked(learned, corpus, times);
    const row: Record<string, string> = {
      '': contestant.name,
      'accuracy %': percent(accuracy(answers)),
      'calibration error': calibrationError(answers).toFixed(3),
      'training CPU-s': cpuSeconds.toFixed(1),
      MB: megabytes(learned.bytes),
      'prediction ms': median(times).toFixed(3),
      [`accuracy %, ${FEW} each (${SEEDS} draws)`]: percent(await withFew(contestant, lesson, corpus)),
    };
    if (lesson.intents.size >= INTENTS_TO_HOLD_OUT_FROM) {
      row[`AUROC, ${UNKNOWN_INTENTS} intents unknown (${HELD_OUT_SEEDS} draws)`] = (
        await withHeldOut(contestant, corpus)
      ).toFixed(3);
    }
    rows.push(row);
  }
  console.log(tableOf(rows));
}

async function taught(
  contestant: Contestant,
  lesson: Lesson,
): Promise<{ readonly cpuSeconds: number; readonly learned: Learned }> {
  const before = process.cpuUsage();
  const learned = await contestant.learn(lesson);
  const { user, system } = process.cpuUsage(before);
  return { cpuSeconds: (user + system) / 1e6, learned };
}

async function asked(
  learned: Learned,
  { test }: Pick<Corpus, 'test'>,
  times: number[] = [],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const { text, intent } of test) {
    times.push(
      await milliseconds(async () => {
        answers.push({ expected: intent, ...(await learned.classify(text)) });
      }),
    );
  }
  return answers;
}

/** Mean accuracy with a few expressions of each intent. */
async function withFew(contestant: Contestant, lesson: Lesson, corpus: Corpus): Promise<number> {
  let sum = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    sum += accuracy(await asked(await contestant.learn(drawn(lesson, FEW, seed)), corpus));
  }
  return sum / SEEDS;
}

/** Mean area under the curve with some intents out of scope. */
async function withHeldOut(contestant: Contestant, corpus: Corpus): Promise<number> {
  let sum = 0;
  for (let seed = 1; seed <= HELD_OUT_SEEDS; seed++) {
    const held = withUnknown(corpus, UNKNOWN_INTENTS, seed);
    const quality = outOfScopeQuality(await asked(await contestant.learn(lessonOf(held)), held));
    sum += quality?.auroc ?? 0;
  }
  return sum / HELD_OUT_SEEDS;
}

function tableOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(names),
    line(names.map((name) => (name === '' ? '---' : '---:'))),
    ...rows.map((row) => line(names.map((name) => row[name] ?? ''))),
  ].join('\n');
}

const percent = (share: number): string => (100 * share).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

const [peers, folder] = process.argv.slice(2);
if (peers === undefined || folder === undefined) {
  console.error('Name the folder with the corpora: npm run bench:nlp -- FOLDER');
  process.exitCode = 2;
} else {
  main(peers, folder).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
