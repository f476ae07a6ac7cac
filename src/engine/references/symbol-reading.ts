import { definitionsIn, isSameName } from "../../judge/symbols-lookup.js";
import { typeBehind } from "../../judge/symbols-type.js";
import type { Site } from "../../model/project.js";
import type { SymbolName } from "../../model/reference.js";
import type { SourceFacts, SymbolFact } from "../../model/source.js";
import type { Place } from "../../model/span.js";
import type { SymbolSources } from "./sources.js";

/** More files than these are not parsed for one symbol: a word that stands in so many is no name that could be missed. */
export const enough = 60;

/** The word that a name is looked up by in files' bytes. */
export function wordOf(name: string): string {
  return name.replace(/^~/, "").split(":")[0] ?? "";
}

/** The definitions of a symbol in one file. */
export interface Definitions {
  readonly path: string;
  readonly facts: readonly SymbolFact[];
}

/** A type that the code writes, and the name before it. */
export interface WrittenType {
  readonly actual: string;
  readonly place: Place;
}

/** What can be asked of the sources about symbols. */
export interface SymbolReading {
  /** The files that can be read, each once; not more of them than matter. */
  readonly read: (paths: readonly string[]) => AsyncGenerator<SourceFacts>;
  /** The definitions of the symbol's last name in files, whatever they belong to. */
  readonly named: (symbol: SymbolName, paths: readonly string[]) => Promise<readonly Definitions[]>;
  /** The types that the code writes for definitions. */
  readonly typesOf: (definitions: readonly Definitions[]) => readonly WrittenType[];
  /** The files that sites stand for, of a folder those with the word. */
  readonly targetsOf: (files: readonly Site[], word: string) => readonly string[];
  /** True if a plain word stands in a string: it may name data, a column or a key, which no symbol is. */
  readonly isQuoted: (symbol: SymbolName, paths: readonly string[]) => boolean;
  /** True if something of the project is called so: an item, a file, a folder. */
  readonly isKnown: (name: string) => Promise<boolean>;
}

/** Reads symbols from sources. */
export function symbolReading(sources: SymbolSources): SymbolReading {
  const read = async function* (paths: readonly string[]): AsyncGenerator<SourceFacts> {
    for (const path of paths.slice(0, enough)) {
      const facts = await sources.facts(path);
      if (facts?.symbols !== undefined) yield facts;
    }
  };

  const named = async (symbol: SymbolName, paths: readonly string[]): Promise<readonly Definitions[]> => {
    const all: Definitions[] = [];
    for await (const source of read(paths)) {
      const facts = definitionsIn(source, symbol);
      if (facts.length > 0) all.push({ path: source.path, facts });
    }
    return all;
  };

  const typesOf = (definitions: readonly Definitions[]): readonly { readonly actual: string; readonly place: Place }[] =>
    definitions.flatMap(({ path, facts }) =>
      facts.flatMap((fact) => {
        const text = sources.text(path) ?? "";
        // The span of an item is more than its name: it has no type behind it.
        const actual = text.slice(fact.span.start, fact.span.end) === fact.name ? typeBehind(text, fact.span) : undefined;
        return actual === undefined ? [] : [{ actual, place: { path, span: fact.span } }];
      }),
    );

  const targetsOf = (files: readonly Site[], word: string): readonly string[] =>
    files.flatMap((site) => {
      if (site.resolved === "file") return [site.target];
      if (site.resolved === "ambiguous") return site.candidates;
      return site.resolved === "directory" ? sources.filesWith(word).filter((path) => path.startsWith(`${site.target}/`)) : [];
    });

  const isQuoted = ({ form, names }: SymbolName, paths: readonly string[]): boolean =>
    (form === "plain" || form === "member") && paths.slice(0, enough).some((path) => sources.quotes(path, wordOf(names.at(-1) ?? "")));

  const isKnown = async (name: string): Promise<boolean> => {
    const segment = (part: string): boolean => part.replace(/\.\w+$/, "").replaceAll("-", "_") === name;
    for await (const source of read(sources.filesWith(wordOf(name)))) {
      if (source.path.split("/").some(segment)) return true;
      if (source.symbols?.defined.some((fact) => isSameName(fact.name, name)) === true) return true;
    }
    return false;
  };

  return { read, named, typesOf, targetsOf, isQuoted, isKnown };
}
