import type { DocumentFacts } from "../../model/document.js";
import type { Check, Definition, Undocumented } from "../../model/specification.js";
import { namesIn } from "../../read/documents/names.js";
import { isNames } from "../../read/documents/roles.js";
import type { Stated } from "../../read/tla/implied.js";

/** The names that stand in cells of a document's tables which hold nothing but names. */
export function namesInCells({ tables }: DocumentFacts, marker: string): ReadonlySet<string> {
  const cells = tables.flatMap(({ rows }) => rows.flatMap(({ cells: own }) => own));
  return new Set(cells.flatMap((cell) => (isNames(cell, marker) ? namesIn(cell, marker).map(({ name }) => name) : [])));
}

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

/** True for a formula that is nothing but names, each of which has a row. */
function isSumOf(named: ReadonlySet<string>, definition: Definition | undefined, statedBy: Documentation["statedBy"]): boolean {
  const { names, whole } = definition === undefined ? { names: [], whole: false } : statedBy(definition);
  return whole && names.every((name) => named.has(lastPart(name)));
}

/**
 * The names that the model checker is told to check and that no name cell names. Only of modules that some document's tables speak of: whoever wrote no table
 * of a specification's names did not forget a row.
 */
export function undocumentedIn(checks: readonly Check[], documentation: Documentation): readonly Undocumented[] {
  const { documents, marker, exempt, properties, about, definitionsOf, statedBy } = documentation;
  const named = new Set<string>();
  const covered = new Set<string>();
  for (const document of documents) {
    const scope = new Set(about(document.path));
    if (scope.size === 0) continue;
    const names = [...namesInCells(document, marker)];
    for (const name of names) named.add(name);
    if (names.some((name) => definitionsOf(name).some(({ path }) => scope.has(path)))) for (const path of scope) covered.add(path);
  }
  const found = new Map<string, Undocumented & { readonly checks: Check[] }>();
  for (const check of checks) {
    const { role, name, module, definition } = check;
    const own = lastPart(name);
    if (role !== "invariant" && !(properties && role === "property")) continue;
    if (module === undefined || !covered.has(module) || named.has(own) || exempt.includes(own)) continue;
    if (isSumOf(named, definition, statedBy)) continue;
    const key = definition === undefined ? `${module}\n${name}` : `${definition.path}\n${definition.unit.nameSpan.start}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { name: own, definition, checks: [check] });
    else known.checks.push(check);
  }
  return [...found.values()];
}
