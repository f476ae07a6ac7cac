import { isNear } from "../judge/nearness.js";
import type { Config } from "../model/config.js";
import type { DeclarationForm } from "../model/form.js";
import type { LinkedRow, Site, Unreadable } from "../model/project.js";
import type { WrittenSite } from "../model/row.js";
import { declaredRows } from "../read/documents/declared-names.js";
import { formOf } from "../read/source/form-expressions.js";
import type { ReadDocument } from "./discover.js";
import type { FormsOf } from "./scan.js";

/** Compares a pattern with a path. */
type Matches = (pattern: string, path: string) => boolean;

/** True if one of the patterns matches the path, and none of those that take away. */
export function matchesAny(patterns: readonly string[], path: string, matches: Matches): boolean {
  const isTaken = patterns.some((pattern) => pattern.startsWith("!") && matches(pattern.slice(1), path));
  return !isTaken && patterns.some((pattern) => !pattern.startsWith("!") && matches(pattern, path));
}

/** Which forms a file's anchors may have; `undefined` where none is configured. */
export function formsIn({ anchors }: Config, matches: Matches): FormsOf | undefined {
  if (anchors.length === 0) return undefined;
  const forms = anchors.map(formOf);
  const known = new Map<string, ReturnType<FormsOf>>();
  return (path) => {
    const own = known.get(path) ?? forms.filter(({ anchor: { files } }) => files === undefined || matchesAny(files, path, matches));
    known.set(path, own);
    return own;
  };
}

/** The rows of declarations, and the declarations that declare nothing: what they were to name is somewhere else. */
export interface Declared {
  readonly rows: readonly LinkedRow[];
  readonly unreadable: readonly Unreadable[];
}

/** The rows that headings and list items of the documents stand for, with the sources where their anchors may be. */
export function declaredIn(
  { declarations }: Config,
  documents: readonly ReadDocument[],
  candidates: readonly string[],
  matches: Matches,
): Declared {
  const rows: LinkedRow[] = [];
  const unreadable: Unreadable[] = [];
  for (const declaration of declarations) {
    const { sites } = declaration;
    const files = new Set(sites === undefined ? candidates : candidates.filter((path) => matchesAny(sites, path, matches)));
    const resolve = (site: WrittenSite): Site => ({ ...site, resolved: "pattern", files });
    const own = documents
      .filter(({ facts }) => matches(declaration.documents, facts.path))
      .flatMap(({ facts, text }) => declaredRows(facts, text, declaration, isNear));
    if (own.length === 0) unreadable.push(idle(declaration));
    rows.push(
      ...own.map((row) => ({
        row,
        kind: "anchor" as const,
        sites: row.reading.kind === "no-promise" ? [] : row.reading.sites.map(resolve),
      })),
    );
  }
  return { rows, unreadable };
}

function idle({ documents, in: place, form }: DeclarationForm): Unreadable {
  return {
    path: "spec-anchors.toml",
    at: undefined,
    message: `No ${place === "headings" ? "heading" : "list item"} of \`${documents}\` declares a name as \`${form}\`.`,
    hint: "Correct this entry of `declarations`, or remove it.",
  };
}

/** What of the configuration decides how anchors are read, as a text: what was judged under another one is not known. */
export function markingOf({ marker, anchors, declarations }: Config): string {
  return anchors.length + declarations.length === 0 ? marker : JSON.stringify([marker, anchors, declarations]);
}

/** True for a row whose names a specification can define; names of other forms are none of its. */
export function isSpecifiable({ row }: LinkedRow): boolean {
  return row.names.every(({ name }) => /^[A-Za-z_]\w*$/.test(name));
}
