import { filesOf } from "../judge/coverage.js";
import type { Config } from "../model/config.js";
import type { Anchor, LinkedRow, Obligation, Project, Unreadable } from "../model/project.js";
import type { SourceFacts } from "../model/source.js";
import { lineStarts, positionAt } from "../model/span.js";
import type { Grammars } from "../model/syntax.js";
import type { FileText, History, Workspace } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import { readSource } from "../read/source/read-source.js";
import { type Discovered, discover, type ReadDocument } from "./discover.js";
import { link, namesOf } from "./link/link.js";
import { type ResolveSite, siteResolver } from "./link/sites.js";
import { linkRows, type TableVerdict, verdictOn } from "./link/tables.js";
import { type Scanned, scan, sourceFiles } from "./scan.js";
import { suggestionsFor } from "./suggestions.js";

/** The world outside the engine, handed in. */
export interface World {
  readonly workspace: Workspace;
  readonly config: Config;
  readonly grammars: Grammars;
  readonly history: History;
  readonly selection: Selection;
  /** Called now and then with what is being done. */
  readonly progress?: (message: string) => void;
}

/** What the configuration's patterns select. */
export interface Selection {
  /** The documents that the configuration names; `undefined`: look for them. */
  readonly documents: readonly string[] | undefined;
  /** True for the files in which anchors are looked for. */
  readonly isSource: (path: string) => boolean;
  readonly isExcluded: (path: string) => boolean;
  /** True for paths, as documents write them, of another repository. */
  readonly isExternal: (path: string) => boolean;
  readonly matches: (pattern: string, path: string) => boolean;
}

/** A project, and what its report says beside the findings. */
export interface Gathered {
  readonly project: Project;
  readonly textOf: (path: string) => string | undefined;
  readonly passedOver: number;
  readonly inferredTables: readonly { readonly path: string; readonly start: number }[];
}

/** Which source files have to be read: those that rows declare, and those whose marks can matter. */
function filesToRead(rows: readonly LinkedRow[], scanned: readonly Scanned[]): ReadonlySet<string> {
  const names = new Set([...namesOf(rows)].map((name) => name.toLowerCase()));
  const marked = scanned.filter((file) => file.exact.size > 0 || file.hasDirective || [...file.deviating].some((word) => names.has(word)));
  return new Set([...rows.flatMap(({ sites }) => sites.flatMap(filesOf)), ...marked.map((file) => file.path)]);
}

/** The files whose symbols a row asks for. */
function filesWithSymbols(rows: readonly LinkedRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ row, sites }) => (row.reading.kind === "promise" && row.reading.symbols.length > 0 ? sites.flatMap(filesOf) : [])),
  );
}

/** Reads the source files. Every few files the event loop turns, or native syntax trees would pile up in memory. */
async function readSources(
  world: World,
  rows: readonly LinkedRow[],
  paths: ReadonlySet<string>,
  texts: Map<string, FileText>,
): Promise<ReadonlyMap<string, SourceFacts>> {
  const sources = new Map<string, SourceFacts>();
  const withSymbols = filesWithSymbols(rows);
  for (const path of [...paths].sort()) {
    const file = world.workspace.read(path);
    texts.set(path, file);
    if (file.kind !== "text") continue;
    const language = languageOf(path);
    const parse = language?.grammar === undefined ? undefined : await world.grammars.load(language.grammar.name);
    sources.set(path, readSource({ path, text: file.text, language, marker: world.config.marker, symbols: withSymbols.has(path) }, parse));
    if (sources.size % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return sources;
}

/** Asks git which of a row and an anchor that are spelled nearly alike changed last. */
function asker(
  history: History,
  textOf: (path: string) => string | undefined,
): (obligation: Obligation, anchor: Anchor) => "row" | "anchor" | undefined {
  const changed = (path: string, offset: number): number | undefined =>
    history.lastChange(path, positionAt(lineStarts(textOf(path) ?? ""), offset).line);
  return ({ row }, anchor) => {
    const [ofRow, ofAnchor] = [changed(row.row.document, row.row.nameSpan.start), changed(anchor.path, anchor.nameSpan.start)];
    if (ofRow === undefined || ofAnchor === undefined || ofRow === ofAnchor) return undefined;
    return ofRow > ofAnchor ? "row" : "anchor";
  };
}

/** Sites that git ignores are another program's output: not judged, whether they exist here or not. */
function withoutIgnored(rows: readonly LinkedRow[], files: ReadonlySet<string>, history: History): readonly LinkedRow[] {
  const doubtful = new Set<string>();
  for (const { sites } of rows) {
    for (const site of sites) {
      if (site.resolved === "file" && !files.has(site.target)) doubtful.add(site.target);
      if (site.resolved === "missing" && !site.path.startsWith("..")) doubtful.add(site.path.replace(/^\/+/, ""));
    }
  }
  const ignored = doubtful.size === 0 ? new Set<string>() : history.ignored([...doubtful]);
  if (ignored.size === 0) return rows;
  return rows.map((linked) => ({
    ...linked,
    sites: linked.sites.map((site) => {
      const path = site.resolved === "file" ? site.target : site.resolved === "missing" ? site.path : undefined;
      return path !== undefined && ignored.has(path) ? { path: site.path, span: site.span, resolved: "external" as const } : site;
    }),
  }));
}

function unreadableSources(
  rows: readonly LinkedRow[],
  scanned: readonly Scanned[],
  texts: ReadonlyMap<string, FileText>,
): readonly Unreadable[] {
  const wanted = new Set([
    ...rows.flatMap(({ sites }) => sites.flatMap(filesOf)),
    ...scanned.filter(({ exact }) => exact.size > 0).map(({ path }) => path),
  ]);
  return [...texts].flatMap(([path, file]) =>
    file.kind === "unreadable" && wanted.has(path)
      ? [{ path, at: undefined, message: `The source file ${file.reason}.`, hint: undefined }]
      : [],
  );
}

function linkedRows(
  documents: readonly ReadDocument[],
  resolve: ResolveSite,
  verdict: (document: ReadDocument, index: number) => TableVerdict,
): readonly LinkedRow[] {
  return documents.flatMap((document) =>
    document.tables.flatMap((table, index) => linkRows(document.facts, table, verdict(document, index).kind, resolve)),
  );
}

/** Reads everything there is to read and links it. `named` are files of the command line, read as documents whatever their place. */
export async function gather(world: World, named: readonly string[]): Promise<Gathered> {
  const { workspace, config, history, selection } = world;
  const files = (await workspace.list()).filter((path) => !selection.isExcluded(path));
  const candidates = sourceFiles(files).filter(selection.isSource);
  const scanned = scan(workspace, candidates, config.marker, world.progress);
  const byPath = new Map(scanned.map((file) => [file.path, file]));
  const resolve = siteResolver(workspace, files, selection.isExternal);

  const discovered: Discovered = discover({
    workspace,
    files,
    config,
    configured: selection.documents,
    named,
    scanned,
    matches: selection.matches,
    isAnchorTable: (document, table) => verdictOn(document, table, resolve, byPath).kind === "anchor",
  });
  const verdicts = new Map(
    discovered.documents.map((document) => [document, document.tables.map((table) => verdictOn(document.facts, table, resolve, byPath))]),
  );
  const verdict = (document: ReadDocument, index: number): TableVerdict =>
    verdicts.get(document)?.[index] ?? { kind: "mapping", inferred: false };
  const rows = withoutIgnored(linkedRows(discovered.documents, resolve, verdict), new Set(files), history);

  const texts = new Map<string, FileText>();
  const sources = await readSources(world, rows, filesToRead(rows, scanned), texts);
  const documentTexts = new Map(discovered.documents.map((document) => [document.facts.path, document.text]));
  const textOf = (path: string): string | undefined => {
    const file = texts.get(path);
    return documentTexts.get(path) ?? (file?.kind === "text" ? file.text : undefined);
  };
  const linked = link(rows, sources, asker(history, textOf));
  const project: Project = {
    marker: config.marker,
    ruleIds: [],
    alwaysIds: [],
    documents: discovered.documents.map((document) => document.facts),
    sources,
    rows,
    ...linked,
    directives: [],
    unreadable: [...discovered.unreadable, ...unreadableSources(rows, scanned, texts)],
    searched: candidates.length,
    ...suggestionsFor(rows, files, history),
  };
  const inferredTables = discovered.documents.flatMap((document) =>
    document.tables.flatMap((table, index) =>
      verdict(document, index).inferred ? [{ path: document.facts.path, start: table.table.span.start }] : [],
    ),
  );
  return { project, textOf, passedOver: discovered.passedOver, inferredTables };
}
