import { type Cell, type DocumentFacts, plainText } from "../../model/document.js";
import type { Reference } from "../../model/reference.js";
import type { WrittenSite } from "../../model/row.js";
import type { MappingTable } from "../../read/documents/mapping.js";
import { foldersAround, pathsOfPieces } from "../../read/documents/mapping-context.js";
import { languageOf } from "../../read/languages/index.js";
import type { DocumentPaths } from "./paths.js";

/** Headers of columns whose files are made, planned or gone. */
const unsure =
  /\b(?:outputs?|artifacts?|generated|results?|examples?|logs?|urls?|commands?|install\w*|downloads?|before|old|removed|deleted|from|was|planned|new|todo|to do|action|deliverables?|evidence)\b/i;

/** Words of a cell or row that say that a file is not there yet, or no more. */
const denied =
  /\b(?:removed|deleted|former(?:ly)?|gone|obsolete|planned|todo|tbd|future|not yet|to be (?:added|created|written)|missing|renamed|was|generated|pending)\b|❌|🚧/i;

/** True for a path of a source or of a specification; data and reports are mostly made. */
function isJudged({ path }: WrittenSite): boolean {
  return /\.(?:tla|cfg|md)$/.test(path) || (languageOf(path) !== undefined && /\.\w+$/.test(path));
}

/** The paths that a table's cells name, if the table speaks of this repository: some of them are there. */
function ofPlainTable(facts: DocumentFacts, index: number, paths: DocumentPaths): readonly Reference[] {
  const table = facts.tables[index];
  if (table === undefined) return [];
  const folders = [...foldersAround(table), ""];
  const columns = table.header.flatMap(({ pieces }, column) => (unsure.test(plainText(pieces)) ? [] : [column]));
  const found = table.rows.flatMap(({ cells }): readonly Reference[] => {
    if (denied.test(cells.map(({ pieces }) => plainText(pieces)).join(" "))) return [];
    return columns.flatMap((column): readonly Reference[] => {
      const cell: Cell | undefined = cells[column];
      // A link is judged as such, and what somebody else has is not here.
      const pieces = (cell?.pieces ?? []).filter(
        ({ url }, index, all) => url === undefined && !/['’]s\s+$/.test(all[index - 1]?.value ?? ""),
      );
      return pathsOfPieces(pieces)
        .filter(isJudged)
        .map((written) => ({ kind: "path", document: facts.path, span: written.span, site: paths.site(written, folders), from: "table" }));
    });
  });
  const isAboutThis = found.some((reference) => reference.kind === "path" && reference.site.resolved === "file");
  // A name that several files have is clear enough to who reads a table that promises nothing.
  return isAboutThis ? found.filter((reference) => reference.kind === "path" && reference.site.resolved !== "ambiguous") : [];
}

/** The paths that the tables of a document name. `others` are anchor tables and those that nobody judges. */
export function tablePaths(
  facts: DocumentFacts,
  tables: readonly MappingTable[],
  others: ReadonlySet<number>,
  paths: DocumentPaths,
): readonly Reference[] {
  const mapped = tables.flatMap(({ rows, files, folders }) =>
    [...files, ...rows.flatMap((row) => [...row.modules, ...row.paths])].map((written): Reference => {
      const site = paths.site(written, [...folders, ""]);
      return { kind: "path", document: facts.path, span: written.span, site, from: "table" };
    }),
  );
  const indices = new Set(tables.map(({ index }) => index));
  const plain = facts.tables.flatMap((_, index) => (indices.has(index) || others.has(index) ? [] : ofPlainTable(facts, index, paths)));
  return [...mapped, ...plain];
}
