import { foldName } from '../../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';

/** The flows of a large bot that are drawn together. */
export interface FlowPage {
  /** Their names with case folded. */
  readonly flows: ReadonlySet<string>;
  /** Which page this is, from 0, and how many there are. */
  readonly number: number;
  readonly pages: number;
  /** Place of its first flow among all, from 1, and how many flows there are. */
  readonly first: number;
  readonly all: number;
}

/** As many dialogs as a long flow has: more are a picture that nobody reads, and drawn and sent they hold others up. */
const DIALOGS_A_PAGE = 500;

/**
 * The flows of one page of a bot, in the order of the files, those that only LIVE has at the end. In steps of a file.
 * @param wanted number of the page; one that is not there is the last
 * @returns undefined for a bot whose flows have room on one page
 */
export function* flowPageInSteps(
  bot: BotSnapshot,
  live: BotSnapshot | undefined,
  wanted: number,
): Generator<void, FlowPage | undefined, void> {
  const dialogs = new Map<string, number>();
  yield* countDialogs(bot, dialogs);
  if (live) {
    const known = new Set(dialogs.keys());
    const ofLive = new Map<string, number>();
    yield* countDialogs(live, ofLive);
    for (const [flow, count] of ofLive) if (!known.has(flow)) dialogs.set(flow, count);
  }
  const pages = cut(dialogs);
  const number = Math.max(0, Math.min(Math.floor(wanted), pages.length - 1));
  const page = pages[number];
  if (!page || pages.length < 2) return undefined;
  const before = pages.slice(0, number).reduce((sum, flows) => sum + flows.length, 0);
  return { flows: new Set(page), number, pages: pages.length, first: before + 1, all: dialogs.size };
}

/** Flows that fit, at least one, on each page. */
function cut(dialogs: ReadonlyMap<string, number>): readonly string[][] {
  const pages: string[][] = [];
  let room = 0;
  for (const [flow, count] of dialogs) {
    const page = pages.at(-1);
    if (page && count <= room) page.push(flow);
    else {
      pages.push([flow]);
      room = DIALOGS_A_PAGE;
    }
    room -= count;
  }
  return pages;
}

function* countDialogs(bot: BotSnapshot, counts: Map<string, number>): Generator<void, void, void> {
  for (const file of bot.files.values()) {
    if (file.kind !== 'flow') continue;
    for (const [flow, count] of dialogsByFlow(file)) counts.set(flow, (counts.get(flow) ?? 0) + count);
    yield;
  }
}

/** The flows of a file with their number of dialogs; told without its tree. */
export function dialogsByFlow(file: ProjectFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { symbol, role, name } of file.occurrences) {
    if (role !== 'definition') continue;
    if (symbol === 'flow') counts.set(foldName(name), counts.get(foldName(name)) ?? 0);
    if (symbol !== 'dialog') continue;
    const flow = foldName(name.slice(0, name.lastIndexOf('/')));
    counts.set(flow, (counts.get(flow) ?? 0) + 1);
  }
  return counts;
}
