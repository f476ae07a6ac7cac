import type { SourceFacts, SymbolFact } from "../model/source.js";
import type { Place } from "../model/span.js";

/** `Type::method`, `module.f`, `a->b` → its names, outermost first. */
function namesOf(symbol: string): readonly string[] {
  return symbol.split(/::|\.|->/).filter((name) => name !== "" && name !== "self" && name !== "crate" && name !== "super");
}

/** True if the definition is the one that the names mean: its own name last, the others among its owners, in order. */
function isMeant(definition: SymbolFact, names: readonly string[]): boolean {
  const path = [...definition.owner, definition.name];
  if (path.at(-1) !== names.at(-1)) return false;
  let from = 0;
  return names.every((name) => {
    const at = path.indexOf(name, from);
    from = at + 1;
    return at !== -1;
  });
}

/** The definition that the symbol means in this file. */
function definitionIn(source: SourceFacts, symbol: string): SymbolFact | undefined {
  const names = namesOf(symbol);
  const definitions = source.symbols?.defined ?? [];
  // The first names may be the file's own module, which no item of the file spells.
  const stem = source.path
    .replace(/(?:\/(?:mod|lib|main))?\.\w+$/, "")
    .split("/")
    .at(-1);
  return (
    definitions.find((definition) => isMeant(definition, names)) ??
    (names.length > 1 && names[0] === stem ? definitions.find((definition) => isMeant(definition, names.slice(1))) : undefined)
  );
}

/**
 * True if the file defines the symbol or its code uses it, by whole names; always true where its symbols were not read.
 * `Log::append` is not used by a file that defines another `append`.
 */
export function findSymbol(source: SourceFacts, symbol: string): boolean {
  if (source.symbols === undefined || definitionIn(source, symbol) !== undefined) return true;
  const names = namesOf(symbol);
  const { used, defined } = source.symbols;
  return names.every((name) => used.has(name)) && (names.length === 1 || !defined.some(({ name }) => name === names.at(-1)));
}

/** Where another of the sources defines the symbol. */
export function whereElse(sources: Iterable<SourceFacts>, symbol: string): Place | undefined {
  for (const source of sources) {
    const found = definitionIn(source, symbol);
    if (found !== undefined) return { path: source.path, span: found.span };
  }
  return undefined;
}
