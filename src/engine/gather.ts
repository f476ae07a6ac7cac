import type { Anchor, LinkedRow, Obligation, Project } from "../model/project.js";
import type { RowName } from "../model/row.js";
import { lineStarts, positionAt } from "../model/span.js";
import type { FileText, History } from "../model/workspace.js";
import { judgedCitations } from "./citations/citations.js";
import { type Discovered, discover, type ReadDocument } from "./discover.js";
import { declaredIn, formsIn, isSpecifiable, markingOf } from "./forms.js";
import { judgementOf, recalled } from "./judging.js";
import { withoutIgnored } from "./link/ignored-sites.js";
import { link } from "./link/link.js";
import { type ResolveSite, siteResolver } from "./link/sites.js";
import { linkRows, markedWords, type TableVerdict } from "./link/tables.js";
import { definitionsFor } from "./lock/definitions.js";
import { linksOf } from "./lock/links.js";
import { lockingOf, type Reviewing, unreadableLock } from "./lock/locking.js";
import { filesToRead, readSources, unreadableSources } from "./read-sources.js";
import { referencesIn } from "./references/references.js";
import { scan, sourceFiles } from "./scan.js";
import { readSpecifications } from "./specs/specifications.js";
import { suggestionsFor } from "./suggestions.js";
import type { World } from "./world.js";

/** A project, and what its report says beside the findings. */
export interface Gathered {
  readonly project: Project;
  readonly textOf: (path: string) => string | undefined;
  readonly passedOver: number;
  /** Anchor tables only because of their rows. */
  readonly inferredTables: readonly TablePlace[];
  /** Tables that speak of anchors and are not read as anchor tables. */
  readonly doubtedTables: readonly TablePlace[];
}

/** Where a table begins. */
export interface TablePlace {
  readonly path: string;
  readonly start: number;
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

function linkedRows(documents: readonly ReadDocument[], resolve: ResolveSite): readonly LinkedRow[] {
  return documents.flatMap(({ facts, tables }) =>
    tables.flatMap(({ table, verdict }) => linkRows(facts.path, table, verdict.kind, resolve)),
  );
}

/** Where the tables stand of which a verdict has the given reason. */
function tablesBecause(documents: readonly ReadDocument[], because: TableVerdict["because"]): readonly TablePlace[] {
  return documents.flatMap(({ facts, tables }) =>
    tables.flatMap(({ table, verdict }) => (verdict.because === because ? [{ path: facts.path, start: table.table.span.start }] : [])),
  );
}

/** Reads everything there is to read and links it; what rows say is held against the code only if `judging`. `named` are files of the command line, read as documents whatever their place. */
export async function gather(
  world: World,
  named: readonly string[],
  reviewing: Reviewing = "if-locked",
  judging = false,
): Promise<Gathered> {
  const { workspace, config, history, selection, lock } = world;
  const listing = workspace.list();
  // While git lists: the Markdown parser is the largest part of the program.
  const { readDocument } = await import("../read/documents/markdown.js");
  const files = (await listing).filter((path) => !selection.isExcluded(path)).sort();
  const candidates = sourceFiles(files).filter(selection.isSource);
  const formsOf = formsIn(config, selection.matches);
  const scanned = scan(workspace, candidates, config.marker, world.progress, formsOf);
  const resolve = siteResolver(workspace, files, selection.isExternal);

  const discovered: Discovered = discover({
    workspace,
    files,
    config,
    configured: selection.documents,
    named,
    scanned,
    matches: selection.matches,
    readDocument,
    evidence: { resolve, scanned: new Map(scanned.map((file) => [file.path, file])), marked: markedWords(scanned) },
  });
  const declared = declaredIn(config, discovered.documents, candidates, selection.matches);
  const rows = withoutIgnored([...linkedRows(discovered.documents, resolve), ...declared.rows], files, history);

  const texts = new Map<string, FileText>();
  const locking = await lockingOf(lock, reviewing);
  const locked = candidates.filter((path) => locking?.owners.has(path) === true);
  const paths = new Set([...filesToRead(rows, scanned), ...locked]);
  const verdict = judging
    ? await recalled(world.verdicts, { workspace, marker: markingOf(config), documents: discovered.documents, rows, paths }, texts)
    : undefined;
  const sources = await readSources(world, rows, paths, texts, locking?.owners, judging && verdict?.untold === undefined, formsOf);
  const documentTexts = new Map(discovered.documents.map((document) => [document.facts.path, document.text]));
  const textOf = (path: string): string | undefined => {
    const file = texts.get(path);
    return (
      documentTexts.get(path) ??
      discovered.doubted.find((table) => table.path === path)?.text ??
      (path === lock?.path ? lock.text : undefined) ??
      (file?.kind === "text" ? file.text : undefined) ??
      specs.textOf(path) ??
      referred.textOf(path) ??
      cited.textOf(path)
    );
  };
  const documents = discovered.documents.map(({ facts }) => facts);
  const written = (path: string, { span }: RowName): string => documentTexts.get(path)?.slice(span.start, span.end) ?? "";
  const specs = readSpecifications({
    workspace,
    files,
    config: config.specifications,
    marker: config.marker,
    documents,
    rows: formsOf === undefined && declared.rows.length === 0 ? rows : rows.filter(isSpecifiable),
    resolve,
    written,
  });
  const referred = await referencesIn({
    world,
    documents: discovered.documents,
    files,
    candidates,
    resolve,
    specifications: specs.specifications,
  });
  const cited = await judgedCitations({ world, documents: discovered.documents, files, candidates, resolve });
  const unreadable = [
    ...discovered.unreadable,
    ...declared.unreadable,
    ...specs.unreadable,
    ...unreadableSources(rows, scanned, texts),
    ...unreadableLock(lock),
  ];
  const linked = link(rows, sources, new Set(unreadable.map(({ path }) => path)), asker(history, textOf));
  const judged = judging
    ? judgementOf(
        { rows, sources, documents: discovered.documents, files, candidates, workspace, history, resolve, textOf },
        linked.anchors,
        verdict,
        world.phrasebook,
      )
    : { judgements: [], gone: [] };
  const project: Project = {
    marker: config.marker,
    forms: config.anchors,
    ruleIds: [],
    alwaysIds: [],
    documents,
    specifications: specs.specifications && { ...specs.specifications, names: [...specs.specifications.names, ...referred.names] },
    sources,
    rows,
    ...linked,
    ...judged,
    textOf,
    directives: [],
    unreadable,
    links:
      locking === undefined
        ? undefined
        : linksOf(
            { rows, sources, ...linked, definitionOf: definitionsFor(specs.specifications, locking.hash) },
            locking.entries,
            locking.hash,
          ),
    requiresReview: reviewing === "required",
    searched: candidates.length,
    references: referred.references,
    citations: cited.citations,
    ...suggestionsFor(
      // Only what can be found missing: each takes git some time.
      [
        ...rows.flatMap(({ kind, row, sites }) =>
          kind === "anchor" && row.reading.kind === "promise" ? sites.map((site) => ({ document: row.document, site })) : [],
        ),
        ...referred.sites,
        ...cited.sites,
      ],
      files,
      history,
    ),
  };
  const { doubted, passedOver } = discovered;
  return {
    project,
    textOf,
    passedOver,
    inferredTables: tablesBecause(discovered.documents, "rows"),
    doubtedTables: [...tablesBecause(discovered.documents, "doubted"), ...doubted],
  };
}
