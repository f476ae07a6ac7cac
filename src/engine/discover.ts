import type { Config } from "../model/config.js";
import type { DocumentFacts } from "../model/document.js";
import { hasWord } from "../model/form.js";
import type { Unreadable } from "../model/project.js";
import type { Workspace } from "../model/workspace.js";
import { citesCode } from "../read/documents/cites-code.js";
import { formNames } from "../read/documents/form-cells.js";
import { type ReadTable, tablesOf, unreadTables } from "../read/documents/rows.js";
import { type Evidence, type TableVerdict, verdictOn } from "./link/tables.js";
import type { Scanned } from "./scan.js";

/** A document with those of its tables that pair names with sites. */
export interface ReadDocument {
  readonly facts: DocumentFacts;
  readonly text: string;
  readonly tables: readonly { readonly table: ReadTable; readonly verdict: TableVerdict }[];
}

/** A table of a file that is no document, and that file's text. */
export interface DoubtedTable {
  readonly path: string;
  readonly start: number;
  readonly text: string;
}

/** The documents, and what was passed over. */
export interface Discovered {
  readonly documents: readonly ReadDocument[];
  readonly unreadable: readonly Unreadable[];
  /** Tables of other Markdown that plainly speak of anchors, which no marker bears out. */
  readonly doubted: readonly DoubtedTable[];
  /** Markdown files that cite code and are no documents. */
  readonly passedOver: number;
}

/** What the search for documents may use. */
export interface Search {
  readonly workspace: Workspace;
  readonly files: readonly string[];
  readonly config: Config;
  /** The documents that the configuration names; `undefined`: look for them. */
  readonly configured: readonly string[] | undefined;
  /** Files named on the command line: documents whatever their place. */
  readonly named: readonly string[];
  readonly scanned: readonly Scanned[];
  readonly matches: (pattern: string, path: string) => boolean;
  readonly evidence: Evidence;
  /** Reads one Markdown text; `undefined` if it cannot be read. */
  readonly readDocument: (path: string, text: string) => DocumentFacts | undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);
const isHistory = (path: string): boolean => /(?:^|\/)archive\/|(?:^|\/)changelog[^/]*$/i.test(path);

/** True for Markdown that is a document by where it stands: under `spec` or `specs`, or beside a module. */
function standsWithSpecs(path: string, moduleFolders: ReadonlySet<string>): boolean {
  return /(?:^|\/)specs?\//i.test(path) || moduleFolders.has(path.slice(0, path.lastIndexOf("/") + 1));
}

/**
 * Cheap enough for every Markdown file: true unless the text certainly has no anchor table. There has to be a line that divides
 * a header from rows, and either the marker, or a heading or table line that speaks of anchors, or a table line with a marked name.
 */
function mayHaveAnchorTable(text: string, namesMarker: boolean, anchored: RegExp | undefined): boolean {
  if (!/^[^\n]*-[ \t:]*\|/m.test(text) && !/^[^\n]*\|[ \t:]*-/m.test(text)) return false;
  if (
    namesMarker ||
    /^[^\n]*\|[^\n]*anchor|^[^\n]*anchor[^\n]*\||^[> \t]*#[^\n]*anchor|^[^\n]*anchor[^\n]*\n[> \t]*(?:=+|-+)[ \t]*$/im.test(text)
  )
    return true;
  return anchored?.test(text) === true;
}

/** Finds and reads the documents. A file that cannot be read is a fact, not an error. */
export function discover(search: Search): Discovered {
  const { workspace, config } = search;
  const documents: ReadDocument[] = [];
  const unreadable: Unreadable[] = [];
  const doubted: DoubtedTable[] = [];
  let passedOver = 0;
  const formed = formNames([...config.anchors, ...config.declarations]);
  const signs = [`${config.marker}:`, ...config.anchors.flatMap(({ open }) => (hasWord(open) ? [open.trim()] : []))];
  const namesMarker = (text: string): boolean => signs.some((sign) => text.includes(sign));
  const read = (path: string, text: string, isCertain: boolean): ReadDocument | undefined => {
    const facts = search.readDocument(path, text);
    for (const table of facts === undefined ? [] : unreadTables(facts, config.marker, config.tables, search.matches, formed)) {
      unreadable.push({
        path,
        at: { start: table.span.start, end: table.header[0]?.span.end ?? table.span.start },
        message: "The table is configured as an anchor table, but it has no columns of names and of files.",
        hint: 'Say which they are: `columns = { name = "…", site = "…" }` with the texts of their headers.',
      });
    }
    return (
      facts && {
        facts,
        text,
        tables: tablesOf(facts, config.marker, config.tables, search.matches, formed).map((table) => ({
          table,
          verdict: verdictOn({ path, table, namesMarker: namesMarker(text), isCertain }, search.evidence),
        })),
      }
    );
  };
  const markdown = search.files.filter(isMarkdown);
  const moduleFolders = new Set(
    search.files.filter((path) => path.endsWith(".tla")).map((path) => path.slice(0, path.lastIndexOf("/") + 1)),
  );
  const certain = new Set([
    ...(search.configured ?? markdown.filter((path) => !isHistory(path) && standsWithSpecs(path, moduleFolders))),
    ...markdown.filter((path) => config.declarations.some(({ documents }) => search.matches(documents, path))),
    ...search.named.filter(isMarkdown),
  ]);
  const words = [...new Set(search.scanned.flatMap(({ exact }) => [...exact]))];
  const border = config.anchors.length === 0 ? ["\\b", "\\b"] : ["(?<!\\w)", "(?!\\w)"];
  const anchored = words.length === 0 ? undefined : new RegExp(`${border[0]}(?:${words.map(escaped).join("|")})${border[1]}`);
  for (const path of [...new Set([...certain, ...markdown])].sort()) {
    const file = workspace.read(path);
    if (file.kind !== "text") {
      if (certain.has(path))
        unreadable.push({
          path,
          at: undefined,
          message: file.kind === "absent" ? "The document does not exist." : `The document ${file.reason}.`,
          hint: undefined,
        });
      continue;
    }
    if (certain.has(path)) {
      const document = read(path, file.text, true);
      if (document !== undefined) documents.push(document);
      else
        unreadable.push({
          path,
          at: undefined,
          message: "The document nests more deeply than Markdown can be read.",
          hint: "Flatten its quotes and lists, or exclude it.",
        });
      continue;
    }
    if (search.configured === undefined && !isHistory(path) && mayHaveAnchorTable(file.text, namesMarker(file.text), anchored)) {
      const document = read(path, file.text, false);
      if (document?.tables.some(({ verdict }) => verdict.kind === "anchor")) {
        documents.push(document);
        continue;
      }
      const plain = document?.tables.filter(({ table, verdict }) => verdict.because === "doubted" && table.saysAnchor === "plainly") ?? [];
      doubted.push(...plain.map(({ table }) => ({ path, start: table.table.span.start, text: file.text })));
    }
    if (citesCode(file.text)) passedOver += 1;
  }
  return { documents, unreadable, doubted, passedOver };
}
