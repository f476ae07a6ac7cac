import { extended, nearest } from "../../judge/nearness.js";
import { definitionsIn, definitionsWithin, isSameName, presenceIn, qualifiersOf } from "../../judge/symbols-lookup.js";
import { isOtherType } from "../../judge/symbols-type.js";
import type { Site } from "../../model/project.js";
import type { SymbolName, SymbolVerdict } from "../../model/reference.js";
import type { SymbolFact } from "../../model/source.js";
import type { Place } from "../../model/span.js";
import type { SymbolSources } from "./sources.js";
import { type Definitions, enough, symbolReading, wordOf } from "./symbol-reading.js";

/** A symbol and where it is said to be. */
export interface AskedSymbol {
  readonly symbol: SymbolName;
  /** Empty: in any file. */
  readonly files: readonly Site[];
  readonly within: SymbolName | undefined;
}

/** What became of it, and the type that the code writes instead of the document's. */
export interface SymbolAnswer {
  readonly verdict: SymbolVerdict;
  readonly otherType?: { readonly actual: string; readonly place: Place };
}

/** Every word that has to be known to judge a symbol. */
export function wordsOf({ symbol, within }: AskedSymbol): readonly string[] {
  return [...symbol.names, ...(symbol.method === undefined ? [] : [symbol.method]), ...(within?.names ?? [])].map(wordOf);
}

const lastWord = ({ names }: SymbolName): string => wordOf(names.at(-1) ?? "");
const unjudged = (because: "external" | "unclear" | "place-missing"): SymbolAnswer => ({ verdict: { kind: "unjudged", because } });
/** `WithX(...)`, `on_foo()`: a name that stands for any of its kind. */
const isPlaceholder = ({ names }: SymbolName): boolean =>
  names.some((name) => /[a-z](?:X|XX+|Xxx|Foo|Bar|Baz)$|(?:^|_)(?:x|xxx+|foo|bar|baz)$|^(?:Foo|Bar|Baz|XXX+|YourX?)$/.test(name));
const found = (places: readonly Place[]): SymbolAnswer => ({ verdict: { kind: "found", places } });
const placesOf = (path: string, facts: readonly SymbolFact[]): readonly Place[] => facts.map(({ span }) => ({ path, span }));
const notThere = (places: readonly Place[]): SymbolAnswer => ({
  verdict: places.length > 0 ? { kind: "elsewhere", places: places.slice(0, 3) } : { kind: "missing" },
});

/** The answer for what is nowhere; `own` are the definitions of the file or the function that it is said to be in. */
function absent(symbol: SymbolName, own: readonly Definitions[]): SymbolAnswer {
  const all = own.flatMap(({ path, facts }) => facts.map(({ name, span }) => ({ name, place: { path, span } })));
  const names = all.map(({ name }) => name);
  const meant = nearest(lastWord(symbol), names) ?? extended(lastWord(symbol), names);
  const near = all.find(({ name }) => name === meant);
  return { verdict: near === undefined ? { kind: "missing" } : { kind: "missing", near } };
}

/** Answers for the symbols of a document. */
export function symbolJudge(sources: SymbolSources): (asked: AskedSymbol) => Promise<SymbolAnswer> {
  const { read, named, typesOf, targetsOf, isQuoted, isKnown } = symbolReading(sources);

  const withType = ({ type }: SymbolName, definitions: readonly Definitions[], answer: SymbolAnswer): SymbolAnswer => {
    const types = type === undefined ? [] : typesOf(definitions);
    const [first] = types;
    const differs = type !== undefined && first !== undefined && types.every(({ actual }) => isOtherType(type, actual));
    return differs ? { ...answer, otherType: first } : answer;
  };

  const inFiles = async ({ symbol, files }: AskedSymbol): Promise<SymbolAnswer> => {
    const targets = targetsOf(files, lastWord(symbol));
    if (files.every(({ resolved }) => resolved === "external")) return unjudged("external");
    if (files.every(({ resolved }) => resolved === "missing" || resolved === "external")) return unjudged("place-missing");
    let [isUsed, isRead] = [false, false];
    const [own, others]: [Definitions[], Definitions[]] = [[], []];
    for await (const source of read(targets)) {
      isRead = true;
      others.push({ path: source.path, facts: source.symbols?.defined ?? [] });
      const presence = presenceIn(source, symbol);
      if (presence.kind === "defined") own.push({ path: source.path, facts: presence.facts });
      else if (presence.kind === "used") isUsed = true;
    }
    if (own.length > 0) return withType(symbol, own, found(own.flatMap(({ path, facts }) => placesOf(path, facts))));
    if (isUsed) return found([]);
    // A folder without the word is read nowhere, and lacks it all the same.
    if (!isRead && !files.some(({ resolved }) => resolved === "directory")) return unjudged("unclear");
    if (isQuoted(symbol, targets)) return unjudged("unclear");
    // Of several files that are said to have it one is missing: it may have been there.
    if (files.some(({ resolved }) => resolved === "missing")) return unjudged("place-missing");
    const elsewhere = sources.filesWith(lastWord(symbol)).filter((path) => !targets.includes(path));
    const exact: Place[] = [];
    const rest: Place[] = [];
    for await (const source of read(elsewhere)) {
      const presence = presenceIn(source, symbol);
      if (presence.kind === "defined") exact.push(...placesOf(source.path, presence.facts));
      else rest.push(...placesOf(source.path, definitionsIn(source, symbol)));
    }
    return exact.length + rest.length > 0 ? notThere(exact.length > 0 ? exact : rest) : absent(symbol, others);
  };

  const inContainer = async (asked: AskedSymbol, within: SymbolName): Promise<SymbolAnswer> => {
    const { symbol, files } = asked;
    const container = within.names.at(-1) ?? "";
    const paths = files.length > 0 ? targetsOf(files, wordOf(container)) : sources.filesWith(wordOf(container));
    let isThere = false;
    const [own, inside]: [Definitions[], Definitions[]] = [[], []];
    const near: Place[] = [];
    for await (const source of read(paths)) {
      const presence = presenceIn(source, within);
      if (presence.kind !== "defined") continue;
      // What is bound is no place for something else, unless it is what the text means by mistake.
      const items = presence.facts.filter(({ span }) => span.end - span.start > container.length + 1);
      if (items.length === 0) continue;
      isThere = true;
      const isInside = ({ owner }: SymbolFact): boolean => owner.some((name) => isSameName(name, container));
      inside.push({ path: source.path, facts: source.symbols?.defined.filter(isInside) ?? [] });
      const facts = definitionsWithin(source, symbol, container);
      if (facts.length > 0) {
        own.push({ path: source.path, facts });
        continue;
      }
      for (const { span } of items) if (await sources.usesIn(source.path, span, lastWord(symbol))) return found([]);
      near.push(...placesOf(source.path, definitionsIn(source, symbol)));
    }
    if (own.length > 0) return withType(symbol, own, found(own.flatMap(({ path, facts }) => placesOf(path, facts))));
    if (!isThere) return unjudged("place-missing");
    if (isQuoted(symbol, paths)) return unjudged("unclear");
    return near.length > 0 ? notThere(near) : absent(symbol, inside);
  };

  /** A qualified name that nothing has under its qualifiers, but something has under others. */
  const misplaced = async (symbol: SymbolName, paths: readonly string[]): Promise<SymbolAnswer> => {
    const qualifier = qualifiersOf(symbol).at(-1) ?? "";
    const adjacent = new RegExp(
      `(?<![A-Za-z0-9_])${wordOf(qualifier)}(?:<[^<>]*>)?\\s*(?:::|->|\\.)\\s*~?${lastWord(symbol)}(?![A-Za-z0-9_])`,
    );
    // Passed on by another module, generated, inherited: the code itself calls it so.
    if (paths.some((path) => adjacent.test(sources.text(path) ?? ""))) return found([]);
    const others = await named(symbol, paths);
    if (others.length === 0) return notThere([]);
    const isType = /^[A-Z]/.test(qualifier);
    if (!(await isKnown(qualifier))) return isType && sources.filesWith(wordOf(qualifier)).length === 0 ? notThere([]) : found([]);
    if (isType) {
      // A type may have it from another one that its file speaks of.
      const owners = new Set(others.flatMap(({ facts }) => facts.flatMap(({ owner }) => owner.slice(-1))));
      for (const path of sources.filesWith(wordOf(qualifier)))
        for (const owner of owners) if (sources.holds(path, wordOf(owner))) return found([]);
    } else if (others.some(({ facts }) => facts.some(({ owner }) => owner.length > 0))) return found([]);
    return notThere(others.flatMap(({ path, facts }) => placesOf(path, facts)));
  };

  const anywhere = async ({ symbol }: AskedSymbol): Promise<SymbolAnswer> => {
    const paths = sources.filesWith(lastWord(symbol));
    // What a field belongs to has to be somewhere, too; what a method is called on may be called anything.
    const [receiver] = symbol.form === "member" && symbol.names.length > 1 && !/\)\s*;?$/.test(symbol.written) ? symbol.names : [];
    if (receiver !== undefined && receiver.length > 3 && sources.filesWith(wordOf(receiver)).length === 0)
      return isQuoted(symbol, paths) ? unjudged("unclear") : notThere([]);
    let isUsed = false;
    const own: Definitions[] = [];
    for await (const source of read(paths)) {
      const presence = presenceIn(source, symbol);
      if (presence.kind === "used") {
        isUsed = true;
        // Who defines it says nothing more, unless its qualifiers or its type are asked for.
        if (symbol.type === undefined && qualifiersOf(symbol).length === 0) break;
      }
      if (presence.kind !== "defined") continue;
      own.push({ path: source.path, facts: presence.facts });
      if (symbol.type === undefined || typesOf(own.slice(-1)).some(({ actual }) => !isOtherType(symbol.type ?? "", actual))) break;
    }
    if (own.length > 0) return withType(symbol, own, found(own.flatMap(({ path, facts }) => placesOf(path, facts))));
    if (isUsed || paths.length > enough) return found([]);
    if (paths.length > 0 && qualifiersOf(symbol).length > 0) return misplaced(symbol, paths);
    return isQuoted(symbol, paths) ? unjudged("unclear") : notThere([]);
  };

  const judge = (asked: AskedSymbol): Promise<SymbolAnswer> => {
    if (asked.within !== undefined) return inContainer(asked, asked.within);
    return asked.files.length > 0 ? inFiles(asked) : anywhere(asked);
  };

  return async (asked) => {
    const answer = await judge(asked);
    if (answer.verdict.kind === "missing" && isPlaceholder(asked.symbol)) return unjudged("unclear");
    const { method } = asked.symbol;
    if (method === undefined || (answer.verdict.kind !== "missing" && answer.verdict.kind !== "elsewhere")) return answer;
    // What a method of the project is called on may be called anything.
    const own = await named({ written: method, names: [method], form: "call", type: undefined }, sources.filesWith(method));
    return own.length > 0 ? unjudged("unclear") : answer;
  };
}
