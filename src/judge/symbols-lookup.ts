import type { SymbolName } from "../model/reference.js";
import type { SourceFacts, SymbolFact } from "../model/source.js";

/** How one file has a symbol. */
export type Presence =
  | { readonly kind: "defined"; readonly facts: readonly SymbolFact[] }
  /** Its code names it without defining it. */
  | { readonly kind: "used" }
  | { readonly kind: "absent" };

const folded = (name: string): string => name.replaceAll("-", "_");

/** `~Slot` and `Slot`, `take:from:` and `take` are spellings of one name, depending on who writes. */
export function isSameName(defined: string, meant: string): boolean {
  if (defined === meant) return true;
  const bare = (name: string): string => name.replace(/^~/, "");
  if (bare(defined) === bare(meant) && defined.startsWith("~") !== meant.startsWith("~")) return true;
  return (defined.includes(":") || meant.includes(":")) && defined.split(":")[0] === meant.split(":")[0] && meant.split(":")[0] !== "";
}

/** The names that a definition's name may follow: the folders and the file that it stands in, then the items around it. */
function pathOf(source: SourceFacts, { owner }: SymbolFact): readonly string[] {
  const file = source.path
    .replace(/(?:\/(?:mod|lib|main|index|__init__))?\.\w+$/, "")
    .split("/")
    .map(folded);
  return [...file, ...owner];
}

/** True if the qualifiers stand among the names, in order, as whole names. */
function isBelow(path: readonly string[], qualifiers: readonly string[]): boolean {
  let from = 0;
  return qualifiers.every((name) => {
    const at = path.findIndex((part, index) => index >= from && (part === name || part === folded(name)));
    from = at + 1;
    return at !== -1;
  });
}

/** Every definition of the symbol's last name in a file. */
export function definitionsIn(source: SourceFacts, symbol: SymbolName): readonly SymbolFact[] {
  const name = symbol.names.at(-1) ?? "";
  return (source.symbols?.defined ?? []).filter((fact) => isSameName(fact.name, name));
}

/** What stands before the last name and says whose it is; an object before a field says nothing that could be looked up. */
export function qualifiersOf({ names, form }: SymbolName): readonly string[] {
  return form === "scoped" ? names.slice(0, -1) : [];
}

/** How a file has the symbol: qualifiers have to hold for definitions, and for uses as far as the file can tell. */
export function presenceIn(source: SourceFacts, symbol: SymbolName): Presence {
  const { symbols } = source;
  if (symbols === undefined) return { kind: "absent" };
  const qualifiers = qualifiersOf(symbol);
  const named = definitionsIn(source, symbol);
  const facts = named.filter((fact) => isBelow(pathOf(source, fact), qualifiers));
  if (facts.length > 0) return { kind: "defined", facts };
  const name = (symbol.names.at(-1) ?? "").replace(/^~/, "").split(":")[0] ?? "";
  const uses = symbols.used.has(name) && (qualifiers.length === 0 || (named.length === 0 && symbols.used.has(qualifiers.at(-1) ?? "")));
  return uses ? { kind: "used" } : { kind: "absent" };
}

/** The definitions of the symbol that stand in the function or type named `container`. */
export function definitionsWithin(source: SourceFacts, symbol: SymbolName, container: string): readonly SymbolFact[] {
  return definitionsIn(source, symbol).filter(({ owner }) => owner.some((name) => isSameName(name, container)));
}
