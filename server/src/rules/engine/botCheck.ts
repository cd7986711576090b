import { OutdatedSnapshotError } from '../../project/outdated';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { FileKind } from '../../syntax/tree';
import type { Uri } from '../../text/uri';
import { type Measured, NOT_MEASURED } from '../measured';
import { type FilePart, partsOf } from '../part';
import type { FileRule, Finding, LiveState, PartRule, Report, Rule } from '../rule';
import { BotIndex, type ChangeListener, type Schema } from './botIndex';
import { KeptParts } from './keptParts';
import { type CheckOptions, findingsIn, settingOf } from './present';
import { type Asked, Questions, Recorder, type RecorderParts } from './recorder';
import type { DerivedTable, Table } from './table';

/** A file with what the rules said about it. */
interface Checked {
  readonly uri: Uri;
  file: ProjectFile;
  /** Undefined once the file is gone. */
  reports: Map<Rule, readonly Report[]> | undefined;
  readonly crashed: Set<string>;
  /** The rules that must speak again. */
  waiting: Set<Rule> | 'all';
  findings: readonly Finding[] | undefined;
  /** What was asked about it. Kept for files that change: what an old text asked would pile up. */
  asked: Asked[] | undefined;
  /** What was said about its parts. Kept for files that change. */
  kept: KeptParts<Checked> | undefined;
}

/** Who asks: a file, or the parts of one that changes. */
type Asker = Checked | KeptParts<Checked>;

/** The rules that are not off for files of a kind. */
interface Active {
  readonly aboutFiles: readonly FileRule[];
  readonly aboutParts: readonly PartRule[];
}

/** What is checked together, as it is now. */
export interface CheckInput {
  readonly files: ReadonlyMap<Uri, ProjectFile>;
  readonly live: LiveState;
  readonly measured?: Measured | undefined;
  /** The bot whose `rules:` and name count for a file. */
  botOf(uri: Uri): BotSnapshot | undefined;
  /** The bot that the files are those of; undefined for what no bot holds together. */
  readonly bot?: BotSnapshot;
}

/** How files are checked: by which rules, over which tables. */
export interface CheckPlan extends Schema {
  readonly rules: readonly Rule[];
  /** Codes of all rules there are. */
  readonly codes: readonly string[];
  readonly derived: readonly DerivedTable[];
  /** Comments that silence none of these rules are found. */
  readonly findsUnused: boolean;
}

/** What a check is for. */
export interface CheckUse {
  /** Reference errors count as in the gates of a release. */
  readonly gate?: boolean;
  /** The files will not change: who asked what is not kept. */
  readonly isOnce?: boolean;
  /** Takes the addresses of files whose findings may be others. */
  readonly changed?: Set<Uri>;
}

/**
 * Checks files that know of each other, and keeps what the rules said. After a change the rules speak again about the
 * files that changed and about those that asked for something that is another now. A fresh check starts from nothing.
 */
export class BotCheck {
  readonly #plan: CheckPlan;
  readonly #options: CheckOptions;
  readonly #gate: boolean;
  readonly #index: BotIndex;
  readonly #questions: Questions<Asker> | undefined;
  readonly #shared: RecorderParts<Asker>;
  readonly #files = new Map<Uri, Checked>();
  readonly #toRead = new Set<Uri>();
  readonly #pending = new Set<Checked>();
  readonly #changed: Set<Uri>;
  #isPrepared = false;
  #active: ReadonlyMap<FileKind, Active> = new Map();
  #heard: ReadonlySet<string> = new Set();
  #input: CheckInput | undefined;
  #settings = '';
  /** Rules whose crash was told since the last change: one that fails over every file fails once. */
  readonly #told = new Set<string>();
  /** How often a rule looked at a file, or at a part of one: a measure of work for tests. */
  checks = 0;

  constructor(plan: CheckPlan, options: CheckOptions, use: CheckUse = {}) {
    const { gate = false, isOnce = false, changed = new Set() } = use;
    this.#questions = isOnce ? undefined : new Questions();
    this.#changed = changed;
    this.#plan = plan;
    this.#options = options;
    this.#gate = gate;
    const hasAsked = (): boolean => this.checks > 0;
    const listener: ChangeListener = {
      get isListening() {
        return hasAsked();
      },
      changed: (table, key) => {
        if (this.checks === 0) return;
        for (const asker of this.#questions?.take(table, key) ?? []) {
          this.#again(asker instanceof KeptParts ? asker.owner : asker, table);
        }
      },
      concerned: (table, uri) => {
        const checked = this.#files.get(uri);
        if (checked) this.#again(checked, table);
      },
    };
    this.#index = new BotIndex(plan, listener, isOnce);
    this.#shared = { index: this.#index, questions: this.#questions, codes: plan.codes };
  }

  get index(): BotIndex {
    return this.#index;
  }

  /** Takes note of what there is now. @param settings what is part of every finding: another one means everything anew */
  update(input: CheckInput, settings: string): void {
    const before = this.#input;
    if (before && !this.#questions) throw new Error('a check that is done once cannot follow changes');
    this.#input = input;
    this.#isPrepared = false;
    this.#told.clear();
    for (const uri of before ? changesBetween(before, input) : input.files.keys()) this.#toRead.add(uri);
    this.#index.setLive(input.live);
    this.#index.setMeasured(input.measured ?? NOT_MEASURED);
    if (before && settings === this.#settings) return;
    this.#settings = settings;
    this.#choose(input.bot);
    for (const checked of this.#files.values()) {
      this.#forgetParts(checked);
      checked.waiting = 'all';
      this.#pending.add(checked);
    }
  }

  /**
   * Does what is to be done, and stops after every file, so that the caller can do something else between or leave the
   * rest to a later call. What was done is never done again.
   * @param only files that are to be checked; all when it is not given
   */
  *work(only?: Iterable<Uri>): Generator<void, void, void> {
    yield* this.#prepare();
    for (const checked of only ? this.#known(only) : this.#pending) {
      if (!this.#pending.has(checked)) continue;
      // Something may have changed while the caller was doing something else.
      if (!this.#isPrepared) yield* this.#prepare();
      this.#check(checked);
      yield;
    }
  }

  /** Brings what is said about one file up to date. */
  finish(uri: Uri): void {
    for (const _ of this.#prepare());
    const checked = this.#files.get(uri);
    if (checked && this.#pending.has(checked)) this.#check(checked);
  }

  /** The findings about a file, as far as `work` has come. */
  findings(uri: Uri): readonly Finding[] {
    const checked = this.#files.get(uri);
    if (!checked?.reports) return [];
    checked.findings ??= findingsIn(
      {
        file: checked.file,
        bot: this.#input?.botOf(uri),
        reports: checked.reports,
        heard: (code) => this.#heard.has(code) && !checked.crashed.has(code),
        gate: this.#gate,
      },
      this.#options,
    );
    return checked.findings;
  }

  /**
   * What the gates of a release count of all files, told from what the rules said here. Undefined where they are asked
   * otherwise: where this run has severities of its own, a reference rule is off, or a rule failed.
   */
  gateFindings(): readonly Finding[] | undefined {
    const isOff = ({ meta }: Rule): boolean =>
      settingOf(meta.code, this.#input?.bot, this.#options) === 'off';
    if (this.#options.severityOf || this.#told.size > 0) return undefined;
    if (this.#plan.rules.some((rule) => rule.meta.reference === true && isOff(rule))) return undefined;
    return [...this.#files.values()].flatMap(({ file, reports = NO_REPORTS_OF_RULES }) =>
      findingsIn(
        {
          file,
          bot: this.#input?.botOf(file.uri),
          // What was measured is for other gates to judge.
          reports: new Map([...reports].filter(([{ meta }]) => meta.measured !== true)),
          heard: (code) => this.#heard.has(code),
          gate: true,
        },
        this.#options,
      ),
    );
  }

  /** The files that are known. */
  files(): Iterable<Uri> {
    return this.#files.keys();
  }

  *#known(files: Iterable<Uri>): Iterable<Checked> {
    for (const uri of files) {
      const checked = this.#files.get(uri);
      if (checked) yield checked;
    }
  }

  /** The facts first: a rule may ask for those of any file. Then what follows from them and was asked for. */
  *#prepare(): Generator<void, void, void> {
    if (this.#isPrepared) return;
    for (const uri of this.#toRead) {
      this.#read(uri, this.#input?.files.get(uri));
      this.#toRead.delete(uri);
      yield;
    }
    for (const table of this.#questions ? this.#plan.derived : []) {
      // Computed by the rule that asks for it first, it would be one long step.
      if (this.#index.isDerived(table) && !this.#questions?.isAsked(table)) continue;
      yield* this.#derive(table);
      yield;
    }
    this.#isPrepared = this.#toRead.size === 0;
  }

  /** A table that cannot be computed is left to the rules that ask for it: they crash, and no others with them. */
  *#derive(table: DerivedTable): Generator<void, void, void> {
    try {
      yield* this.#index.derivedInSteps(table);
    } catch (error) {
      if (error instanceof OutdatedSnapshotError) throw error;
    }
  }

  #read(uri: Uri, file: ProjectFile | undefined): void {
    const known = this.#files.get(uri);
    if (known?.file === file) return;
    this.#index.set(uri, file);
    if (!file) {
      if (known) this.#drop(known);
      return;
    }
    const checked: Checked = known ?? {
      uri,
      file,
      reports: new Map(),
      crashed: new Set(),
      waiting: 'all',
      findings: undefined,
      asked: undefined,
      kept: undefined,
    };
    if (known) {
      known.asked ??= [];
      known.kept ??= new KeptParts(known);
    }
    checked.file = file;
    checked.waiting = 'all';
    this.#files.set(uri, checked);
    this.#pending.add(checked);
  }

  #drop(checked: Checked): void {
    checked.reports = undefined;
    this.#changed.add(checked.uri);
    this.#questions?.forget(checked, checked.asked ?? []);
    this.#forgetParts(checked);
    this.#files.delete(checked.uri);
    this.#pending.delete(checked);
  }

  #forgetParts({ kept }: Checked): void {
    if (!kept) return;
    this.#questions?.forget(kept, kept.asked);
    kept.clear();
  }

  /** The rules that asked this table are to speak again. */
  #again(checked: Checked, table: Table): void {
    if (!checked.reports) return;
    for (const rule of this.#questions?.rulesOf(table) ?? []) {
      if (checked.waiting !== 'all') checked.waiting.add(rule);
      checked.kept?.stale.add(rule);
    }
    this.#pending.add(checked);
  }

  #check(checked: Checked): void {
    this.#pending.delete(checked);
    const { file, waiting, reports } = checked;
    checked.waiting = new Set();
    if (!reports) return;
    if (waiting === 'all') {
      reports.clear();
      this.#questions?.forget(checked, checked.asked ?? []);
      if (checked.asked) checked.asked = [];
    }
    const { aboutFiles, aboutParts } = this.#active.get(file.kind) ?? NO_RULES;
    const isDue = (rule: Rule): boolean => waiting === 'all' || waiting.has(rule);
    const recorder = new Recorder<Asker>(this.#shared, checked, file, checked.asked);
    for (const rule of aboutFiles) {
      if (!isDue(rule)) continue;
      checked.crashed.delete(rule.meta.code);
      recorder.rule = rule;
      const isToSpeak = isHeard(file, rule.meta.code);
      keepSaid(
        reports,
        rule,
        isToSpeak ? this.#ask(rule, checked, () => rule.checkFile(file, recorder)) : [],
      );
    }
    this.#checkParts(checked, reports, aboutParts.filter(isDue), waiting === 'all');
    checked.findings = undefined;
    this.#changed.add(checked.uri);
  }

  /**
   * Lets rules speak about the parts of a file. What they said about a part that is what it was counts still.
   * @param isAll no rule about parts is missing
   */
  #checkParts(
    checked: Checked,
    reports: Map<Rule, readonly Report[]>,
    rules: readonly PartRule[],
    isAll: boolean,
  ): void {
    const { file, kept } = checked;
    for (const rule of rules) {
      checked.crashed.delete(rule.meta.code);
      reports.delete(rule);
    }
    const heard = new Set(rules.filter(({ meta }) => isHeard(file, meta.code)));
    if (heard.size === 0) return;
    if (kept?.isFull) this.#forgetParts(checked);
    const again = new Set([...heard].filter((rule) => kept?.stale.has(rule)));
    const recorder = new Recorder<Asker>(this.#shared, checked, file, checked.asked);
    const keeper = kept ? new Recorder<Asker>(this.#shared, kept, file, kept.asked) : recorder;
    const isSaid: [FilePart, ReadonlyMap<PartRule, readonly Report[]>][] = [];
    for (const part of partsOf(file)) {
      const known = kept?.known(part);
      const due = known ? again : heard;
      const spoken = this.#askAbout(part, checked, due, part.entry ? keeper : recorder, known);
      for (const [rule, said] of spoken.reports) {
        if (heard.has(rule)) reports.set(rule, [...(reports.get(rule) ?? []), ...said]);
      }
      if ((known || isAll) && !spoken.isCrashed) isSaid.push([part, spoken.reports]);
    }
    for (const rule of heard) if (checked.crashed.has(rule.meta.code)) reports.delete(rule);
    kept?.replace(file, isSaid);
  }

  /** What the rules say about a part; of those that are not due, what is known. */
  #askAbout(
    part: FilePart,
    checked: Checked,
    due: ReadonlySet<PartRule>,
    recorder: Recorder<Asker>,
    known: ReadonlyMap<PartRule, readonly Report[]> = NO_REPORTS,
  ): { readonly reports: ReadonlyMap<PartRule, readonly Report[]>; readonly isCrashed: boolean } {
    if (due.size === 0) return { reports: known, isCrashed: false };
    const reports = new Map(known);
    const context = recorder.forPart(part);
    let isCrashed = false;
    for (const rule of due) {
      recorder.rule = rule;
      const said = this.#ask(rule, checked, () => rule.checkPart(part, context));
      isCrashed ||= said === undefined;
      keepSaid(reports, rule, said);
    }
    return { reports, isCrashed };
  }

  /** @returns undefined when the rule threw */
  #ask(rule: Rule, checked: Checked, look: () => Iterable<Report>): readonly Report[] | undefined {
    this.checks++;
    try {
      return [...look()];
    } catch (error) {
      if (error instanceof OutdatedSnapshotError) {
        // Not the rule's fault: whoever asked takes a new snapshot, and all of this is to be done again.
        checked.waiting = 'all';
        this.#pending.add(checked);
        throw error;
      }
      checked.crashed.add(rule.meta.code);
      if (!this.#told.has(rule.meta.code)) this.#options.onCrash?.(rule.meta.code, error);
      this.#told.add(rule.meta.code);
      return undefined;
    }
  }

  /** The rules that are not off. What compares with LIVE, or needs a measurement, is silent for reasons of its own. */
  #choose(bot: BotSnapshot | undefined): void {
    const on = ({ meta }: Rule): boolean =>
      (settingOf(meta.code, bot, this.#options) ?? (meta.isOptional ? 'off' : undefined)) !== 'off';
    const spoken = this.#plan.rules.filter(
      (rule) => on(rule) || (this.#gate && rule.meta.reference === true),
    );
    const kinds: readonly FileKind[] = ['bot', 'intent', 'entity', 'flow', 'test'];
    this.#active = new Map(
      kinds.map((kind) => {
        const own = spoken.filter(({ files }) => files === 'all' || files.includes(kind));
        const aboutFiles = own.filter((rule) => 'checkFile' in rule);
        return [kind, { aboutFiles, aboutParts: own.filter((rule) => 'checkPart' in rule) }];
      }),
    );
    this.#heard = new Set(
      this.#plan.findsUnused
        ? this.#plan.rules
            .filter((rule) => on(rule) && !rule.meta.live && !rule.meta.measured)
            .map(({ meta }) => meta.code)
        : [],
    );
  }
}

const NO_RULES: Active = { aboutFiles: [], aboutParts: [] };
const NO_REPORTS: ReadonlyMap<PartRule, readonly Report[]> = new Map();
const NO_REPORTS_OF_RULES: ReadonlyMap<Rule, readonly Report[]> = new Map();

/** Notes what a rule said, if it said anything. */
function keepSaid<R extends Rule>(
  reports: Map<R, readonly Report[]>,
  rule: R,
  said: readonly Report[] | undefined,
): void {
  if (said && said.length > 0) reports.set(rule, said);
  else reports.delete(rule);
}

/** About a file that does not parse only its syntax is reported: the rest would be guesses. */
function isHeard({ isBroken }: ProjectFile, code: string): boolean {
  return !isBroken || code.startsWith('syntax/') || code.startsWith('workspace/');
}

function* changesBetween(before: CheckInput, now: CheckInput): Iterable<Uri> {
  const known = before.bot && now.bot?.changedSince(before.bot);
  if (known) {
    yield* known;
    return;
  }
  for (const [uri, file] of now.files) if (before.files.get(uri) !== file) yield uri;
  for (const uri of before.files.keys()) if (!now.files.has(uri)) yield uri;
}
