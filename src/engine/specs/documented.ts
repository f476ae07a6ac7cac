import type { DocumentFacts } from "../../model/document.js";
import type { Check, Definition, Undocumented } from "../../model/specification.js";
import type { Stated } from "../../read/tla/implied.js";
import { type NamedCell, namedCells, namedIn } from "./named-cells.js";

/** What decides which checks need a row. */
export interface Documentation {
  readonly documents: readonly DocumentFacts[];
  readonly marker: string;
  readonly exempt: readonly string[];
  /** True if properties need a row as invariants do. */
  readonly properties: boolean;
  readonly about: (document: string) => readonly string[];
  readonly definitionsOf: (name: string) => readonly Definition[];
  readonly statedBy: (definition: Definition) => Stated;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf("!") + 1);

/** The names without a row of a formula that is nothing but names; `undefined` for any other formula. */
function partsOf(
  isNamed: (name: string) => boolean,
  definition: Definition | undefined,
  statedBy: Documentation["statedBy"],
): readonly string[] | undefined {
  const { names, whole } = definition === undefined ? { names: [], whole: false } : statedBy(definition);
  return whole ? names.map(lastPart).filter((name) => !isNamed(name)) : undefined;
}

/**
 * The names that the model checker is told to check and that no name cell names. Only of modules that some document's tables speak of: whoever wrote no table
 * of a specification's names did not forget a row.
 */
export function undocumentedIn(checks: readonly Check[], documentation: Documentation): readonly Undocumented[] {
  const { documents, marker, exempt, properties, about, definitionsOf, statedBy } = documentation;
  const named: NamedCell[] = [];
  const covered = new Set<string>();
  for (const document of documents) {
    const scope = new Set(about(document.path));
    if (scope.size === 0) continue;
    const cells = document.tables.flatMap(({ rows }) => rows.flatMap((row) => namedCells(row, marker)));
    named.push(...cells);
    const names = new Set(cells.flatMap((cell) => cell.names.map(({ name }) => name)));
    if ([...names].some((name) => definitionsOf(name).some(({ path }) => scope.has(path)))) for (const path of scope) covered.add(path);
  }
  const isNamedOf = namedIn(named);
  const found = new Map<string, Undocumented & { readonly checks: Check[] }>();
  for (const check of checks) {
    const { role, name, module, definition } = check;
    const own = lastPart(name);
    if (role !== "invariant" && !(properties && role === "property")) continue;
    if (module === undefined || !covered.has(module) || exempt.includes(own)) continue;
    const isNamed = (one: string): boolean => isNamedOf(one, module) || (definition !== undefined && isNamedOf(one, definition.path));
    if (isNamed(own)) continue;
    const parts = partsOf(isNamed, definition, statedBy);
    if (parts?.length === 0) continue;
    const key = definition === undefined ? `${module}\n${name}` : `${definition.path}\n${definition.unit.nameSpan.start}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { name: own, definition, parts: parts ?? [], checks: [check] });
    else known.checks.push(check);
  }
  return [...found.values()];
}
