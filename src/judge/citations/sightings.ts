import type { CitationClaim } from "../../model/citation.js";
import type { CitedText, LineRange } from "../../model/citing.js";
import type { Span } from "../../model/span.js";
import { type CitedCode, citedCode } from "./cited-code.js";
import { blockAt, extentOf } from "./extents.js";
import { definitionsOf, isDeclaration, isForeign, receivers } from "./meant-definitions.js";
import { matchesOf } from "./sequences.js";

/** A place of a file that has what a citation claims. */
export interface Sighting {
  readonly kind: "definition" | "use" | "text";
  /** The lines that count as this place. */
  readonly lines: LineRange;
  /** What a repair would cite: lines where a range is cited, a line where one is. */
  readonly range: LineRange;
  readonly line: number;
  readonly span: Span;
}

/** Arguments do not take up more than this. */
const longestCall = 2000;

/** The word that code has for the last of the names. */
const wordOf = (names: readonly string[]): string => (names.at(-1) ?? "").replace(/^~/, "").split(":")[0] ?? "";

function definitionSightings(code: CitedCode, names: readonly string[]): readonly Sighting[] {
  const word = wordOf(names);
  const places = code.occurrences(word);
  const facts = definitionsOf(code, names).map((fact) => ({ ...fact, isDeclared: isDeclaration(code, code.linesOf(fact.span)) }));
  const hasBody = facts.some(({ isDeclared }) => !isDeclared);
  return facts.map(({ span, isDeclared }) => {
    const at = places.find((offset) => offset >= span.start && offset < span.end) ?? span.start;
    const extent = extentOf(code, code.linesOf(span), code.lineAt(at));
    const isNameOnly = span.end - span.start <= word.length;
    const range = isNameOnly ? { first: extent.named, last: extent.named } : extent.code;
    // A declaration beside the definition is one of its uses.
    return {
      kind: isDeclared && hasBody ? "use" : "definition",
      lines: extent.whole,
      range,
      line: extent.named,
      span: { start: at, end: at + word.length },
    };
  });
}

/** The line on which the arguments of a call end; its own line for what is no call. */
function callEnd({ source: { text }, lineAt }: CitedCode, from: number): number {
  if (text[from] !== "(") return lineAt(from);
  let depth = 0;
  for (let at = from; at < text.length && at < from + longestCall; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && --depth === 0) return lineAt(at);
  }
  return lineAt(from);
}

/** Every place of a word: as a definition where nothing parses the file, as a use, or only in comments and strings. */
function wordSightings(code: CitedCode, word: string, defined: readonly Sighting[]): readonly Sighting[] {
  const known = new Set(defined.map(({ span }) => span.start));
  return code.occurrences(word).flatMap((at): readonly Sighting[] => {
    if (known.has(at)) return [];
    const line = code.lineAt(at);
    const [lines, span] = [
      { first: line, last: line },
      { start: at, end: at + word.length },
    ];
    const where = code.kindAt(at);
    if (where !== "code") return [{ kind: "text", lines, range: lines, line, span }];
    const called = { first: line, last: callEnd(code, at + word.length) };
    const block = code.source.isParsed ? undefined : blockAt(code, at, word);
    if (block === undefined) return [{ kind: "use", lines: called, range: lines, line, span }];
    const extent = extentOf(code, block, line);
    return [{ kind: "definition", lines: extent.whole, range: extent.code, line, span }];
  });
}

function symbolSightings(code: CitedCode, names: readonly string[], written: string): readonly Sighting[] {
  const qualifiers = names.slice(0, -1).filter((one) => !receivers.has(one));
  if (isForeign(code, written, qualifiers)) return [];
  const defined = definitionSightings(code, names);
  const all = [...defined, ...wordSightings(code, wordOf(names), defined)];
  const [own, texts] = [all.filter(({ kind }) => kind !== "text"), all.filter(({ kind }) => kind === "text")];
  // Comments keep old names for years: they count where the code has none. A string may be what is meant at any time.
  return own.length === 0 ? texts : [...own, ...texts.filter(({ span }) => code.kindAt(span.start) === "string")];
}

/** Code as a text of its own, without a comment behind it. */
const asText = (path: string, written: string): CitedText => ({
  path,
  text: written.replace(/\s(?:\/\/|#|--)\s.*$/, ""),
  defined: [],
  isParsed: false,
  comments: [],
  strings: [],
});

function codeSightings(code: CitedCode, written: string): readonly Sighting[] {
  const tokens = citedCode(asText(code.source.path, written)).tokens();
  return matchesOf(code, tokens).map(({ lines, start, end }) => ({
    kind: "use",
    lines,
    range: lines,
    line: lines.first,
    span: { start, end },
  }));
}

/** True for a piece of code that tells one place from another: several tokens, one of them a name. */
export function isTelling(written: string): boolean {
  const { texts } = citedCode(asText("", written)).tokens();
  return texts.length >= 2 && texts.some((text) => /^[A-Za-z_]\w{2,}$/.test(text));
}

function find(code: CitedCode, claim: CitationClaim): readonly Sighting[] {
  if (claim.kind === "symbol") return symbolSightings(code, claim.names, claim.written);
  if (claim.kind === "snippet") return codeSightings(code, claim.written);
  if (claim.kind === "block") return [];
  const quoted = codeSightings(code, claim.written);
  // A call may be written as its definition is: `f(a, b)`. With other arguments, only its name tells.
  const defined = definitionSightings(code, claim.names);
  const named = new Set(defined.map(({ span }) => span.start));
  const calls = quoted.filter(({ span }) => !named.has(span.start));
  return quoted.length > 0 ? [...defined, ...calls] : symbolSightings(code, claim.names, claim.written);
}

/** Looks claims up in one file, each once. */
export function sightingsIn(code: CitedCode): (claim: CitationClaim) => readonly Sighting[] {
  const known = new Map<string, readonly Sighting[]>();
  return (claim) => {
    const key = `${claim.kind} ${claim.written}`;
    const found = known.get(key) ?? find(code, claim);
    known.set(key, found);
    return found;
  };
}
