import type { CitedCode } from "../../judge/citations/cited-code.js";
import { citedCode } from "../../judge/citations/cited-code.js";
import type { Citation, CitationClaim } from "../../model/citation.js";
import type { CitationPolicy, CitationVerdict } from "../../model/citing.js";
import type { DocumentFacts } from "../../model/document.js";
import type { Site } from "../../model/project.js";
import type { WrittenSite } from "../../model/row.js";
import { lineStarts, positionAt } from "../../model/span.js";
import type { Workspace } from "../../model/workspace.js";
import { citationsIn } from "../../read/documents/citations.js";
import type { ReadDocument } from "../discover.js";
import { foldersUp, normalised } from "../link/sites.js";
import type { DocumentPaths } from "../references/paths.js";
import { segmentsOf } from "./cited-files.js";

/** A citation with what is known of it before any file is read. */
export interface CitationCase {
  readonly document: string;
  readonly citation: Citation;
  readonly policy: CitationPolicy;
  readonly site: Site | undefined;
  /** Decided without reading. */
  readonly early: CitationVerdict | undefined;
  /** The 1-based line of the document that each of its ranges stands on; its own line where it cites none. */
  readonly at: readonly number[];
  /** True for a claim that is written as code. */
  readonly isCode: (claim: CitationClaim) => boolean;
}

const unjudged = (because: (CitationVerdict & { readonly kind: "unjudged" })["because"]): CitationVerdict => ({
  kind: "unjudged",
  because,
});

/** Paths that stand for others. */
const isPlaceholder = (path: string): boolean =>
  /(?:^|\/)(?:path\/to|foo|bar|baz|example|your[-_]?\w*|my[-_]\w*)(?:\/|\.)|\.\.\.|…/i.test(path) || /X{3,}|Y{4}|NN+/.test(path);

/** Files that are written by running something. */
const isOutput = (path: string): boolean => /\.(?:json|jsonl|csv|log|txt|lock|html?|xml|plist|patch|diff|ipynb)$/i.test(path);

/** True if a path without lines surely is one of this repository: its first folder is here. */
function isOwn(workspace: Workspace, document: string, path: string): boolean {
  const [first, ...rest] = path.replace(/^(?:\.{1,2}\/)+/, "").split("/");
  if (first === undefined || first === "" || rest.length === 0) return false;
  return [...foldersUp(document)].some((folder) => {
    const target = normalised(folder === "" ? first : `${folder}/${first}`);
    return target !== undefined && target !== "" && workspace.entry(target) === "directory";
  });
}

/** What can be said of a citation by its words and its path alone. */
function earlyVerdict(citation: Citation, site: Site | undefined, document: string, workspace: Workspace): CitationVerdict | undefined {
  const { lines, link, container, path, proposal } = citation;
  if (path === undefined || site === undefined) return unjudged("unclear");
  // Cells and links without lines are read as mapping tables and links; what a text says to be in the file of a link is not.
  const isOther = container.kind === "cell" || (link && (site.resolved === "missing" || citation.claims.length === 0));
  if (lines.length === 0 && isOther) return unjudged("other");
  if (proposal) return unjudged("proposal");
  if (site.resolved === "external") return unjudged("external");
  if (site.resolved === "file" || site.resolved === "ambiguous") return undefined;
  if (site.resolved !== "missing") return unjudged("other");
  if (isPlaceholder(path.written)) return unjudged("unclear");
  if (link) return unjudged("other");
  if (lines.length > 0) return { kind: "missing-file" };
  if (container.kind === "code" || isOutput(path.written) || !isOwn(workspace, document, path.written)) return unjudged("unclear");
  return { kind: "missing-file" };
}

/** In a text, a path with a slash before it begins in a folder around the document as often as at the root. */
function siteOf(paths: DocumentPaths, written: WrittenSite): Site {
  const near = written.path.startsWith("/") ? paths.site({ ...written, path: written.path.replace(/^\/+/, "") }) : undefined;
  return near?.resolved === "file" ? near : paths.site(written);
}

/** What every table with lines has: the word, in its header or a cell, or a sign before digits. */
const mayCiteLines = /\bl(?:ines?|n)\b|[:#@L~]\s?\d/i;

/** A document without the tables that cite no lines: their cells are read as mapping tables, and reading them twice would take most of the time. */
function withoutIdleTables(facts: DocumentFacts, text: string): DocumentFacts {
  const isIdle = (index: number): boolean => {
    const span = facts.tables[index]?.span;
    return span === undefined || !mayCiteLines.test(text.slice(span.start, span.end));
  };
  return { ...facts, blocks: facts.blocks.filter((block) => block.kind !== "table" || !isIdle(block.table)) };
}

/** The citations of a document. `pathsOf` is asked only if it has some. */
export function casesOf(
  { facts, text }: ReadDocument,
  policy: (path: string, text: string) => CitationPolicy,
  pathsOf: () => DocumentPaths,
  workspace: Workspace,
): readonly CitationCase[] {
  const citations = citationsIn(withoutIdleTables(facts, text), text);
  if (citations.length === 0) return [];
  const paths = pathsOf();
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const isCode = ({ span }: CitationClaim): boolean => text[span.start - 1] === "`" || text[span.start] === "`";
  const own = policy(facts.path, text);
  return citations.map((citation) => {
    const { path, lines, link, span } = citation;
    const written = path === undefined ? undefined : { path: path.written, span: path.span };
    const site = written === undefined ? undefined : link ? paths.link(written).site : siteOf(paths, written);
    const early = earlyVerdict(citation, site, facts.path, workspace);
    const at = lines.length === 0 ? [lineOf(span.start)] : lines.map((one) => lineOf(one.span.start));
    return { document: facts.path, citation, policy: own, site, early, at, isCode };
  });
}

/** The blocks of code that citations introduce, read in the language of the cited file. */
export function quotationsOf(cases: readonly CitationCase[]): ReadonlyMap<CitationClaim, CitedCode> {
  const found = new Map<CitationClaim, CitedCode>();
  for (const { citation, early } of cases) {
    const path = citation.path?.written;
    for (const claim of early === undefined && path !== undefined ? citation.claims : []) {
      if (claim.kind !== "block") continue;
      const { written: text } = claim;
      found.set(claim, citedCode({ path: path ?? "", text, defined: [], isParsed: false, ...segmentsOf(path ?? "", text) }));
    }
  }
  return found;
}
