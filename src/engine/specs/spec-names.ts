import { type DocumentFacts, plainText, type Table } from "../../model/document.js";
import type { LinkedRow } from "../../model/project.js";
import type { RowName } from "../../model/row.js";
import type { Definition, SpecName } from "../../model/specification.js";
import { looksLikePath } from "../../read/documents/sites.js";
import type { ResolveSite } from "../link/sites.js";
import { answerIn, calledBy, type Formulas, isStatement, isStep } from "./claims.js";

/** What the names of rows are looked up in. */
export interface Lookup extends Formulas {
  readonly about: (document: string) => readonly string[];
  readonly definitionsOf: (name: string) => readonly Definition[];
  readonly resolve: ResolveSite;
  /** The text that the name was read from. */
  readonly written: (document: string, name: RowName) => string;
  /** How the configuration says that a name is checked. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Texts that may name the module of a name. */
interface Naming {
  /** Says which module is meant: a name in another one is a fault. */
  readonly said: string;
  /** Only speaks of modules. */
  readonly told: string;
}

/** Paths of modules that a text names, in the order of the text. */
function modulesIn(text: string): readonly string[] {
  return (text.match(/[\w./-]+\.tla\b/g) ?? []).filter(looksLikePath);
}

const siteAt = (path: string) => ({ path, span: { start: 0, end: 0 } });

/** The single module that the text names; `undefined` for none and for several. */
function moduleOf(document: string, text: string, resolve: ResolveSite): string | undefined {
  const found = new Set(
    modulesIn(text).flatMap((path) => {
      const site = resolve(document, siteAt(path));
      return site.resolved === "file" ? [site.target] : [];
    }),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** What a row says of its modules: cells that hold nothing but one, or that hold its names; the heading where no cell does. */
function namingOf({ names, text }: LinkedRow["row"], heading: string): Naming {
  const cells = text.split(" | ").filter((cell) => modulesIn(cell).length > 0);
  const saying = cells.filter(
    (cell) => /^[`\s]*\S+[`\s]*$/.test(cell) || names.some(({ name }) => new RegExp(`^\\W*${name}\\b`).test(cell)),
  );
  return { said: saying.length > 0 ? saying.join(" ") : cells.length > 0 ? "" : heading, told: cells.join(" ") };
}

type Found = Pick<SpecName, "scope" | "within" | "definitions" | "elsewhere">;

/** A name looked up in the module or the instance that is written before it: `Lease!Exclusive`. `undefined` where none is. */
function behindPrefix(document: string, name: RowName, lookup: Lookup): Found | { readonly within: string } | undefined {
  const { about, definitionsOf, visible, resolve } = lookup;
  const written = lookup.written(document, name).replace(/[([][\s\S]*$|[`'\s]+$/g, "");
  const prefix = /([A-Za-z_]\w*)!\w+$/.exec(written)?.[1];
  if (prefix === undefined) return undefined;
  const scope = about(document);
  const isInScope = ({ path }: Definition): boolean => scope.includes(path);
  const modules = scope.filter((path) => path.endsWith(`/${prefix}.tla`) || path === `${prefix}.tla`);
  const knowing = modules.filter((path) => visible(path, name.name) !== undefined);
  const [module = modules[0], another] = knowing;
  if (module !== undefined && another === undefined) return { within: module };
  const holders = definitionsOf(prefix).filter(isInScope);
  const owners =
    module === undefined
      ? holders.map(({ path }) => [path, `${prefix}!${name.name}`] as const)
      : knowing.map((path) => [path, name.name] as const);
  const definitions = owners.flatMap(([path, whole]) => visible(path, whole) ?? []);
  if (definitions.length > 0)
    return { scope, within: undefined, definitions: [...new Map(definitions.map((one) => [one.unit, one])).values()], elsewhere: [] };
  if (holders.length > 0 || resolve(document, siteAt(`${prefix}.tla`)).resolved !== "missing") return undefined;
  // Nobody is called so any more.
  const elsewhere = definitionsOf(name.name).filter(isInScope);
  return elsewhere.length === 0 ? undefined : { scope, within: undefined, definitions: [], elsewhere };
}

/** A name of a document looked up in the modules that the document is about. */
function lookedUp(document: string, name: RowName, { said, told }: Naming, lookup: Lookup): Found {
  const scope = lookup.about(document);
  const isInScope = new Set(scope);
  // What a nested module defines is hidden by what its file defines.
  const all = lookup.definitionsOf(name.name).filter((definition) => {
    const { path, unit } = definition;
    const meant = isInScope.has(path) ? (lookup.visible(path, name.name) ?? definition) : undefined;
    return meant !== undefined && (meant.path !== path || meant.unit === unit);
  });
  const prefixed = behindPrefix(document, name, lookup);
  if (prefixed !== undefined && "definitions" in prefixed) return prefixed;
  const definedIn = (module: string): readonly Definition[] => {
    const meant = lookup.visible(module, name.name);
    return meant === undefined ? all.filter(({ path }) => path === module) : [meant];
  };
  const within = prefixed?.within ?? moduleOf(document, said, lookup.resolve);
  if (within !== undefined) {
    const own = definedIn(within);
    return { scope, within, definitions: own, elsewhere: own.length > 0 ? [] : all };
  }
  const mentioned = moduleOf(document, told, lookup.resolve);
  const own = mentioned === undefined ? [] : definedIn(mentioned);
  // Without arguments, what takes none is meant where there is such.
  const plain = /[([]/.test(lookup.written(document, name))
    ? []
    : all.filter(({ unit }) => unit.kind !== "operator" || unit.parameters.length === 0);
  return own.length > 0
    ? { scope, within: mentioned, definitions: own, elsewhere: [] }
    : { scope, within: undefined, definitions: plain.length > 0 ? plain : all, elsewhere: [] };
}

/** The names of the anchor tables' rows, looked up. Where the modules are not the document's own, a table that does not speak of TLA+ and of which no name is defined is about something else. */
export function namesOfRows(rows: readonly LinkedRow[], documents: readonly DocumentFacts[], lookup: Lookup): readonly SpecName[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const tables = new Map<Table, SpecName[]>();
  for (const row of rows) {
    const { document, table: index, names, status } = row.row;
    const table = byPath.get(document)?.tables[index];
    if (row.kind !== "anchor" || table === undefined || lookup.about(document).length === 0) continue;
    const naming = namingOf(row.row, plainText(table.heading?.pieces ?? []));
    const called = calledBy(table.header.map(({ pieces }) => plainText(pieces)).join(" "));
    const used = tables.get(table) ?? [];
    tables.set(table, used);
    for (const name of names) {
      const found = lookedUp(document, name, naming, lookup);
      const claimed =
        called === "claimed"
          ? found.definitions.length === 0 || !found.definitions.every((one) => isStep(one, lookup))
          : called === "nothing" && found.definitions.every((one) => isStatement(one, lookup));
      const answered = answerIn(status) ?? (Object.hasOwn(lookup.answers, name.name) ? lookup.answers[name.name] : undefined);
      used.push({ document, name, row, ...found, claimed, answered });
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
