import { CodeLensRefreshRequest, type Connection, InlayHintRefreshRequest } from 'vscode-languageserver';
import { NodeFileSystem } from '../files/nodeFileSystem';
import { OutdatedSnapshotError } from '../project/outdated';
import { soleProject } from '../project/project';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from '../project/snapshot';
import { ChangedNotification, LIVE_SCHEME } from '../protocol';
import type { LiveDrift, Releases } from '../release/contract';
import type { Finding, LiveState } from '../rules/rule';
import type { Position } from '../text/range';
import { inTurns } from '../text/turns';
import { normalizeUri, type Uri } from '../text/uri';
import { diagnosticOf } from '../features/diagnostics';
import { Checker } from './checker';
import type { ClientFeatures } from './clientFeatures';
import { afterQueuedMessages, Milestone, oneAtATime, stepByStep } from './coalesce';
import { type ConversionContext, reasonOf, toDiagnostic } from './convert';
import { DiagnosticsPublisher } from './diagnosticsPublisher';
import { docsFolder } from './installation';
import { LiveFindings } from './liveFindings';
import { LiveStore } from './liveStore';
import { MeasuredStore } from './measuredStore';
import { OpenDocuments } from './openDocuments';
import { measure } from './requests/measuring';
import { answerer, evaluator } from './requests/nlpThreads';
import { RefWatcher } from '../release/refWatcher';
import { ScheduleTimer } from './scheduleTimer';
import { keepHeapSmall } from './steadyHeap';
import { Workspace } from './workspace';

/** Views are told of changes of the draft when typing pauses; they need no answer to every key stroke. */
const TELL_VIEWS_MS = 300;

/** A place that a request is about, in the draft or in LIVE. */
export interface Target {
  readonly bot: BotSnapshot;
  readonly file: ProjectFile;
  readonly project: ProjectSnapshot;
  /** What the draft is compared with; LIVE itself is compared with nothing. */
  readonly live: LiveState;
  readonly isLive: boolean;
}

/** One connection: its documents, its workspace, LIVE, and what the client was told. */
export class Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents = new OpenDocuments();
  readonly workspace: Workspace;
  readonly live = new LiveStore();
  readonly measured = new MeasuredStore();
  readonly #checker: Checker;
  readonly #publisher: DiagnosticsPublisher;
  readonly #refs: RefWatcher;
  readonly #schedule = new ScheduleTimer(() => void this.#scheduleCame());
  readonly #check = afterQueuedMessages(() => this.#work.schedule());
  readonly #work = stepByStep(() => this.#checkInTurns());
  readonly #liveFindings: LiveFindings;
  readonly #release = stepByStep(() => this.workspace.releaseTrees());
  readonly #docs = docsFolder();
  #trusted: boolean;
  #releases: Promise<Releases> | undefined;
  #telling: NodeJS.Timeout | undefined;
  #toldProject: ProjectSnapshot | undefined;
  #ready = false;
  readonly #read = new Milestone();
  readonly #checked = new Milestone();
  /** Every file has been looked at since the start, if not since the last change. */
  #allChecked = false;

  /** Reads LIVE of all bots again and says so when it moved. */
  readonly refreshLive = oneAtATime(async () => {
    if (!this.#trusted) return;
    await this.whenRead();
    try {
      const { bots } = this.workspace.snapshot();
      const releases = await this.releases();
      await this.#watchReferences(bots, releases);
      if (await this.live.refresh(bots, releases)) {
        this.#check.schedule();
        this.tellViews(true);
      }
      await this.#schedule.wait(bots, releases);
      void this.#measureNew();
    } catch (error) {
      this.log('LIVE could not be read', error);
    }
  });

  /** Apart from reading LIVE, which must not wait for models that are asked. */
  readonly #measureNew = oneAtATime(async () => {
    for (const bot of this.workspace.snapshot().bots) if (!this.measured.has(bot)) await measure(this, bot);
  });

  /** Takes note of the drift that the views were told, so that Problems says the same. */
  noteDrift(root: Uri, drift: LiveDrift | undefined): void {
    if (this.live.noteDrift(root, drift)) this.scheduleCheck();
  }

  constructor(connection: Connection, client: ClientFeatures) {
    this.connection = connection;
    this.client = client;
    this.#trusted = client.trusted;
    this.workspace = new Workspace(new NodeFileSystem(client.maxFileSize), client.maxFileSize);
    const options = {
      onCrash: (code: string, error: unknown) => this.log(`Rule ${code} failed`, error),
      measuredOf: (bot: BotSnapshot) => this.measured.of(bot),
    };
    this.#liveFindings = new LiveFindings(options);
    const { documents, workspace, live } = this;
    this.#checker = new Checker(
      {
        snapshot: () => workspace.snapshot(),
        liveOf: (bot) => live.state(bot),
        get open() {
          return documents.uris();
        },
        tell: (findings) => this.#publish(findings),
      },
      options,
    );
    this.#refs = new RefWatcher(() => void this.refreshLive());
    this.#publisher = new DiagnosticsPublisher((uri, diagnostics) => {
      const version = this.documents.version(uri);
      const params = { uri: this.documents.clientUri(uri), diagnostics };
      void connection.sendDiagnostics(version === null ? params : { ...params, version });
    });
  }

  /** The client is initialised: from now on it may be sent diagnostics. */
  start(): void {
    this.#ready = true;
    this.scheduleCheck();
    void this.refreshLive();
  }

  /** Resolves when the files of the workspace are read, which is what a check begins with; undefined when they are. */
  whenRead(): Promise<void> | undefined {
    return this.workspace.isRead ? undefined : this.#read.next();
  }

  /**
   * Resolves when the check that is under way, or begins now, has looked at every file; once all have been looked at, also
   * when a change puts it off. Somebody may type for as long as they like, and views are told when they pause.
   */
  whenChecked(): Promise<void> {
    const checked = this.#checked.next();
    this.#restartCheck();
    return checked;
  }

  dispose(): void {
    this.#check.cancel();
    this.#work.cancel();
    this.#release.cancel();
    clearTimeout(this.#telling);
    this.#refs.close();
    this.#schedule.close();
  }

  trust(): void {
    if (this.#trusted) return;
    this.#trusted = true;
    this.#releases = undefined;
    void this.refreshLive();
    this.tellViews(true);
  }

  /**
   * The release room, which runs git. While the workspace is not trusted it answers with that reason and starts nothing.
   * Loaded when first needed, so that start-up is quick.
   */
  releases(): Promise<Releases> {
    const trusted = this.#trusted;
    this.#releases ??= Promise.all([
      import('../release/service.js'),
      import('../release/quality/measureNlp.js'),
      import('../release/quality/measured.js'),
    ]).then(([{ createReleases }, { nlpMeasure }, { measuringReleases }]) =>
      measuringReleases(
        createReleases({ trusted, measure: nlpMeasure({ answerer, evaluator }) }),
        (bot) => void measure(this, bot),
      ),
    );
    return this.#releases;
  }

  /** Checks after the messages that are waiting; a later call takes the place of an earlier one. */
  scheduleCheck(): void {
    if (this.#allChecked) this.#checked.reached();
    this.#restartCheck();
  }

  /** What was sent for this document no longer counts: the client shows it anew. */
  forgetDiagnostics(uri: Uri): void {
    this.#publisher.forget(uri);
    this.#checker.repeat(uri);
  }

  /** The bot and file that a request names; undefined for a file that belongs to no bot. */
  target(clientUri: string): Target | undefined {
    const uri = normalizeUri(clientUri);
    if (uri.startsWith(`${LIVE_SCHEME}:`)) {
      const found = this.live.at(uri);
      if (!found) return undefined;
      return { ...found, project: soleProject(found.bot), live: { kind: 'none' }, isLive: true };
    }
    const project = this.workspace.snapshot();
    const bot = project.botOf(uri);
    const file = bot?.files.get(uri);
    return bot && file && { bot, file, project, live: this.live.state(bot), isLive: false };
  }

  /** The same with the place in the file. */
  targetAt(clientUri: string, position: Position): (Target & { readonly offset: number }) | undefined {
    const target = this.target(clientUri);
    return target && { ...target, offset: target.file.syntax.lines.offsetAt(position) };
  }

  /** The findings of one file of the draft as they are now. */
  findings(uri: Uri): readonly Finding[] {
    return this.#checker.findings(uri);
  }

  /** The same for many files at once: those of open documents as they are now, those of others as far as they are known. */
  knownFindings(uris: Iterable<Uri>): readonly Finding[] {
    return [...uris].flatMap((uri) =>
      this.documents.has(uri) ? this.#checker.findings(uri) : this.#checker.known(uri),
    );
  }

  /** A bot of the draft by the address of its folder. */
  bot(root: Uri): BotSnapshot | undefined {
    const wanted = normalizeUri(root);
    return this.workspace.snapshot().bots.find((bot) => bot.root === wanted);
  }

  conversion(project: ProjectSnapshot): ConversionContext {
    return {
      clientUri: (uri) => this.documents.clientUri(uri),
      versionOf: (uri) => this.documents.version(uri),
      file: (uri) => project.file(uri),
      documentChanges: this.client.documentChanges,
      resourceOperations: this.client.resourceOperations,
      opensLive: this.client.isOwn,
    };
  }

  /** Tells the client that what it shows of other files may be out of date: lenses, hints, and our views. */
  tellViews(live: boolean): void {
    if (!this.#ready) return;
    clearTimeout(this.#telling);
    if (live) this.#tell(true);
    else this.#telling = setTimeout(() => this.#tell(false), TELL_VIEWS_MS).unref();
  }

  log(what: string, error: unknown): void {
    this.connection.console.error(`${what}: ${reasonOf(error)}`);
  }

  diagnosticOf(finding: Finding, context: ConversionContext) {
    return toDiagnostic(diagnosticOf(finding, this.#docs), context);
  }

  #tell(live: boolean): void {
    const { connection, client } = this;
    const ignored = (error: unknown): void => this.log('The client could not refresh what it shows', error);
    if (client.isOwn) void connection.sendNotification(ChangedNotification.method, { live });
    // Our client asks for the state at every pause; for others the draft may hold by now what it lacked.
    else if (!live && this.live.hasDrift) void this.refreshLive();
    if (client.refreshes.codeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored);
    if (client.refreshes.inlayHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignored);
  }

  #restartCheck(): void {
    if (!this.#ready) return;
    this.#work.cancel();
    // Trees can go when nobody waits: their steps would stand before those of the check. It is begun anew afterwards.
    this.#release.cancel();
    this.#check.schedule();
  }

  *#checkInTurns(): Generator<void, void, void> {
    try {
      yield* inTurns(this.workspace.read());
      this.#read.reached();
      const project = this.workspace.snapshot();
      if (this.#trusted && this.live.misses(project.bots)) void this.refreshLive();
      if (project !== this.#toldProject) this.tellViews(false);
      this.#toldProject = project;
      this.#publish(this.#findingsOfLive());
      yield* this.#checker.work();
      if (!this.#allChecked) keepHeapSmall();
      this.#allChecked = true;
      this.#checked.reached();
      this.#release.schedule();
    } catch (error) {
      if (error instanceof OutdatedSnapshotError) this.#check.schedule();
      else {
        this.log('The workspace could not be checked', error);
        this.#read.reached();
        this.#checked.reached();
      }
    }
  }

  #publish(findings: ReadonlyMap<Uri, readonly Finding[]>): void {
    const context = this.conversion(this.workspace.snapshot());
    const diagnostics = [...findings].map(
      ([uri, own]) => [uri, own.map((finding) => this.diagnosticOf(finding, context))] as const,
    );
    this.#publisher.publish(new Map(diagnostics));
  }

  /** Findings of LIVE are shown in its open documents only, and taken back from others: nobody can mend them there. */
  #findingsOfLive(): ReadonlyMap<Uri, readonly Finding[]> {
    const isLive = (uri: Uri): boolean => uri.startsWith(`${LIVE_SCHEME}:`);
    const found = new Map<Uri, readonly Finding[]>();
    for (const uri of this.#publisher.files) if (isLive(uri)) found.set(uri, []);
    for (const uri of this.documents.uris()) {
      const bot = isLive(uri) ? this.live.at(uri)?.bot : undefined;
      if (bot) found.set(uri, this.#liveFindings.of(bot, uri));
    }
    return found;
  }

  async #scheduleCame(): Promise<void> {
    await this.refreshLive();
    this.tellViews(true);
  }

  async #watchReferences(bots: readonly BotSnapshot[], releases: Releases): Promise<void> {
    const directories = await Promise.all(bots.map((bot) => releases.commonDirectory(bot)));
    this.#refs.watch(directories.filter((directory) => directory !== undefined));
  }
}
