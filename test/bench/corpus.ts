import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, seeded } from './random';

/** How large a generated bot is. */
export interface CorpusSize {
  readonly intents: number;
  readonly expressions: number;
  readonly flows: number;
}

/** The sizes of the speed table; L is what the largest bots of the platforms come to. */
export const SIZES = {
  S: { intents: 100, expressions: 50, flows: 40 },
  M: { intents: 1_000, expressions: 50, flows: 400 },
  L: { intents: 10_000, expressions: 50, flows: 4_000 },
} as const satisfies Record<string, CorpusSize>;

export interface Corpus {
  readonly folder: string;
  /** Paths of the files below the folder. */
  readonly files: readonly string[];
  readonly bytes: number;
}

const DIALOGS_PER_FLOW = 8;

/**
 * Writes a bot that checks without an error: every intent has its dialog, every dialog is reached.
 *
 * @param folder where the bot goes; made when it is missing
 */
export function writeCorpus(folder: string, size: CorpusSize, seed = 1): Corpus {
  const random = seeded(seed);
  const speech = makeSpeech(random);
  const files = new Map<string, string>([['bot.yaml', botFile(size)]]);
  for (let index = 0; index < size.intents; index++) {
    files.set(
      join('intents', folderOf(index), `${intentName(index)}.intent.yaml`),
      intentFile(intentName(index), size.expressions, speech),
    );
  }
  files.set('entities.entity.yaml', entityFile());
  for (let index = 0; index < size.flows; index++) {
    const perFlow = Math.ceil((size.intents - index) / size.flows);
    const triggers = range(0, perFlow).map((turn) => intentName(turn * size.flows + index));
    files.set(
      join('flows', folderOf(index), `${flowName(index)}.flow.yaml`),
      flowFile(flowName(index), triggers, DIALOGS_PER_FLOW, speech),
    );
  }
  return write(folder, files);
}

/** The lines of a flow file, and the intent file, that the speed table names. */
export const LARGE_FILES = {
  intent200: { name: 'two_hundred.intent.yaml', lines: 200 },
  flow5400: { name: 'long.flow.yaml', lines: 5_400 },
  flow50000: { name: 'huge.flow.yaml', lines: 50_000 },
} as const;

/** A bot whose only other files are one intent, and one of the large files. */
export function writeLargeFile(folder: string, which: keyof typeof LARGE_FILES, seed = 2): Corpus {
  const speech = makeSpeech(seeded(seed));
  const { name, lines } = LARGE_FILES[which];
  const files = new Map<string, string>([
    ['bot.yaml', botFile({ flows: 1 })],
    ['entities.entity.yaml', entityFile()],
    [`${intentName(0)}.intent.yaml`, intentFile(intentName(0), 20, speech)],
  ]);
  if (which === 'intent200') {
    files.set(name, intentFile('two_hundred', lines, speech));
    files.set('main.flow.yaml', flowFile(flowName(0), [intentName(0), 'two_hundred'], 4, speech));
  } else {
    files.set(name, flowFile(flowName(0), [intentName(0)], Math.round(lines / LINES_PER_DIALOG), speech));
  }
  return write(folder, files);
}

function write(folder: string, files: ReadonlyMap<string, string>): Corpus {
  let bytes = 0;
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return { folder, files: [...files.keys()], bytes };
}

const intentName = (index: number): string => `intent_${String(index).padStart(5, '0')}`;
const flowName = (index: number): string => `flow_${String(index).padStart(4, '0')}`;
const folderOf = (index: number): string => `part_${String(Math.floor(index / 200)).padStart(2, '0')}`;

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function botFile({ flows }: Pick<CorpusSize, 'flows'>): string {
  return `bot: benchmark
title: Benchmark
description: A bot of ${flows} flows that nobody wrote.
languages: [en]
dialogs:
  welcome: ${flowName(0)}/step_0
  notUnderstood: ${flowName(0)}/step_1
  error: ${flowName(0)}/step_1
  disabled: ${flowName(0)}/step_1
variables:
  city: { type: string }
  people: { type: number, initial: 1 }
  class: { type: enum, values: [first, second] }
`;
}

function entityFile(): string {
  return `entity: station
type: list
values:
  Brussels: [Brussel, Bruxelles]
  Ghent: [Gent, Gand]
  Antwerp: [Antwerpen, Anvers]
`;
}

function intentFile(name: string, expressions: number, speech: Speech): string {
  const lines = Array.from({ length: expressions }, () => `    ${speech.expression()}\n`);
  return `intent: ${name}
description: ${speech.sentence()}
expressions:
  en: |
${lines.join('')}`;
}

/** As {@link dialog} writes them, on average. */
const LINES_PER_DIALOG = 12.75;

function flowFile(name: string, triggers: readonly string[], dialogs: number, speech: Speech): string {
  const steps = range(0, dialogs).map((index) => dialog(index, dialogs, triggers[index], speech));
  return `flow: ${name}\ndescription: ${speech.sentence()}\ndialogs:\n${steps.join('')}`;
}

/** Dialogs in four shapes; each leads to the next, so that all are reached, and the last one ends. */
function dialog(index: number, dialogs: number, intent: string | undefined, speech: Speech): string {
  const head = `  step_${index}:\n${intent === undefined ? '' : `    trigger:\n      intent: ${intent}\n`}`;
  const next = `step_${index + 1}`;
  if (index + 1 >= dialogs) return `${head}${say(speech)}    do:\n      - clear: [city]\n    end: true\n`;
  switch (index % 4) {
    case 0:
      return `${head}${say(speech)}    ask:
      text:
        en: ${speech.sentence()}
      entity: station
      save: city
      retry:
        text:
          en: ${speech.sentence()}
        max: 2
        next: ${next}
      next: ${next}
`;
    case 1:
      return `${head}${say(speech)}    goto:
      - when: people > ${index % 9} && city == "Ghent"
        next: ${next}
      - when: class == "first"
        next: step_0
      - next: ${next}
`;
    case 2:
      return `${head}    say:
      - text:
          en: "{people, plural, one {One person} other {# people}} to {city}: ${speech.words(3)}"
        buttons:
          - label:
              en: ${speech.words(2)}
            next: ${next}
          - label:
              en: ${speech.words(2)}
            url: https://example.org/${speech.words(1)}
`;
    default:
      return `${head}${say(speech)}    do:
      - set:
          people: people + 1
          class: '"second"'
    next: ${next}
`;
  }
}

function say(speech: Speech): string {
  return `    say:
      - text:
          en: ${speech.sentence()}
      - text:
          en: ${speech.sentence()}
`;
}

interface Speech {
  words(count: number): string;
  sentence(): string;
  expression(): string;
}

/** Invented words whose use falls off as in real speech: a few are in every sentence, most are rare. */
function makeSpeech(random: Random): Speech {
  const syllables = [
    'ba',
    'co',
    'den',
    'fi',
    'gar',
    'lo',
    'mi',
    'nur',
    'pel',
    'ra',
    'sto',
    'tin',
    've',
    'wo',
  ];
  const vocabulary = range(0, 4_000).map(() =>
    Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join(''),
  );
  const word = (): string => {
    const rank = Math.floor(vocabulary.length ** (random.below(10_000) / 10_000)) - 1;
    return vocabulary[rank] ?? 'ba';
  };
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const said = new Set<string>();
  const expression = (): string => {
    for (;;) {
      const text = words(3 + random.below(5));
      // The same expression in two intents would be a finding.
      if (said.has(text)) continue;
      said.add(text);
      return random.below(4) === 0 ? `${text} [Ghent](station:city)` : text;
    }
  };
  return {
    words,
    sentence: () => capitalised(`${words(5 + random.below(6))}.`),
    expression,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
