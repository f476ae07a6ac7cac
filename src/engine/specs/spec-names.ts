import { type DocumentFacts, plainText, type Table } from "../../model/document.js";
import type { LinkedRow } from "../../model/project.js";
import type { RowName } from "../../model/row.js";
import type { Definition, SpecName } from "../../model/specification.js";
import { looksLikePath } from "../../read/documents/sites.js";
import type { ResolveSite } from "../link/sites.js";

/** What the names of rows are looked up in. */
export interface Lookup {
  readonly about: (document: string) => readonly string[];
  readonly definitionsOf: (name: string) => readonly Definition[];
  readonly visible: (module: string, name: string) => Definition | undefined;
  readonly resolve: ResolveSite;
  /** The text that the name was read from. */
  readonly written: (document: string, name: RowName) => string;
  /** How the configuration says that a name is checked. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Words that call a name something that has to be checked. */
const claim = /\b(?:invariants?|propert(?:y|ies)|theorems?|lemmas?|safety|liveness|guarantees?|assertions?)\b/i;

/** Words that call a name something else. */
const noClaim =
  /\b(?:actions?|operators?|variables?|constants?|transitions?|states?|steps?|definitions?|modules?|process(?:es)?|macros?|procedures?|labels?)\b/i;

/** What a status cell says that needs no configuration. */
const answer = /\b(?:deadlock|proofs?|proved|proven|tlaps|assume[ds]?|assumptions?|axioms?|theorems?)\b/i;

/** Paths of modules that a text names, in the order of the text. */
export function modulesIn(text: string): readonly string[] {
  return (text.match(/[\w./-]+\.tla\b/g) ?? []).filter(looksLikePath);
}

/** The single module that the text names; `undefined` for none and for several. */
function moduleOf(document: string, text: string, resolve: ResolveSite): string | undefined {
  const found = new Set(
    modulesIn(text).flatMap((path) => {
      const site = resolve(document, { path, span: { start: 0, end: 0 } });
      return site.resolved === "file" ? [site.target] : [];
    }),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** True if the body speaks of two states, as actions do; a formula about all behaviours may. */
export function isAction({ unit }: Definition, text: string): boolean {
  if (unit.kind !== "operator") return false;
  const body = text.slice(unit.body.start, unit.body.end).replace(/"(?:\\.|[^"\\\n])*"|\\\*.*|\(\*[\s\S]*?\*\)/g, "");
  return !/\[\]|<>|~>|\b[WS]F_/.test(body) && /\w'|\bUNCHANGED\b/.test(body);
}

/** A name of a document looked up in the modules that the document is about; `text` is what may name one of them. */
export function lookedUp(
  document: string,
  name: RowName,
  said: string,
  lookup: Lookup,
): Pick<SpecName, "scope" | "within" | "definitions" | "elsewhere"> {
  const scope = lookup.about(document);
  const all = lookup.definitionsOf(name.name).filter(({ path }) => scope.includes(path));
  const prefix = /([A-Za-z_]\w*)!\w+$/.exec(lookup.written(document, name).replace(/[([][\s\S]*$|[`'\s]+$/g, ""))?.[1];
  const prefixed = prefix === undefined ? undefined : scope.find((path) => path.endsWith(`/${prefix}.tla`) || path === `${prefix}.tla`);
  const within = prefixed ?? moduleOf(document, said, lookup.resolve);
  if (within === undefined) return { scope, within, definitions: all, elsewhere: [] };
  const meant = lookup.visible(within, name.name);
  const own = meant === undefined ? all.filter(({ path }) => path === within) : [meant];
  return own.length > 0 ? { scope, within, definitions: own, elsewhere: [] } : { scope, within, definitions: [], elsewhere: all };
}

/** The names of the anchor tables' rows, looked up. Where the modules are not the document's own, a table that does not speak of TLA+ and of which no name is defined is about something else. */
export function namesOfRows(
  rows: readonly LinkedRow[],
  documents: readonly DocumentFacts[],
  lookup: Lookup,
  textOf: (path: string) => string,
): readonly SpecName[] {
  const tables = new Map<Table, SpecName[]>();
  for (const row of rows) {
    const { document, table: index, names, status, text } = row.row;
    const table = documents.find(({ path }) => path === document)?.tables[index];
    if (row.kind !== "anchor" || table === undefined || lookup.about(document).length === 0) continue;
    const header = table.header.map(({ pieces }) => plainText(pieces)).join(" ");
    const heading = plainText(table.heading?.pieces ?? []);
    const said = claim.test(header) ? "claimed" : noClaim.test(header) ? "other" : "nothing";
    for (const name of names) {
      const found = lookedUp(document, name, modulesIn(text).length > 0 ? text : heading, lookup);
      const plain =
        said === "nothing" &&
        found.definitions.every(
          ({ unit, path, ...rest }) =>
            unit.kind === "operator" && unit.parameters.length === 0 && !isAction({ unit, path, ...rest }, textOf(path)),
        );
      const answered = answer.exec(status)?.[0] ?? lookup.answers[name.name];
      tables.set(table, [...(tables.get(table) ?? []), { document, name, row, ...found, claimed: said === "claimed" || plain, answered }]);
    }
  }
  return [...tables].flatMap(([table, names]) => {
    const words = [table.heading, ...table.header].map((part) => plainText(part?.pieces ?? [])).join(" ");
    const folder = names[0]?.document.replace(/[^/]*$/, "") ?? "";
    // Modules below the document's own folder are its own; those around it may be another part's.
    const isAbout =
      names.some(({ scope }) => scope.some((path) => folder !== "" && path.startsWith(folder))) ||
      /\btla\b|\btla\+|\btlc\b/i.test(words) ||
      names.some(({ definitions, elsewhere }) => definitions.length + elsewhere.length > 0);
    return isAbout ? names : [];
  });
}
