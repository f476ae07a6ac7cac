import type { CitationClaim, CitedLines } from "../../model/citation.js";
import type { LineRange } from "../../model/citing.js";
import type { CitedCode } from "./cited-code.js";
import { matchesOf } from "./sequences.js";
import { type Sighting, sightingsIn } from "./sightings.js";

/** A file as one citation is held against it. */
export interface Reading {
  readonly code: CitedCode;
  readonly sightings: (claim: CitationClaim) => readonly Sighting[];
}

/** The blocks of code that citations introduce, as texts. */
export type Quotations = ReadonlyMap<CitationClaim, CitedCode>;

/** "About line 90" is right this near. */
const roughly = 10;

/** A block needs so many tokens to be told from others. */
const leastTokens = 5;

/** Reads a file for any number of citations. */
export function readingOf(code: CitedCode, quotations: Quotations): Reading {
  const find = sightingsIn(code);
  const blocks = new Map<CitationClaim, readonly Sighting[]>();
  const ofBlock = (claim: CitationClaim): readonly Sighting[] => {
    const quoted = quotations.get(claim);
    if (quoted === undefined || quoted.tokens().texts.length < leastTokens) return [];
    return matchesOf(code, quoted.tokens()).map(({ lines, start, end }) => ({
      kind: "use",
      lines,
      range: lines,
      line: lines.first,
      span: { start, end },
    }));
  };
  return {
    code,
    sightings: (claim) => {
      if (claim.kind !== "block") return find(claim);
      const found = blocks.get(claim) ?? ofBlock(claim);
      blocks.set(claim, found);
      return found;
    },
  };
}

/** The cited lines as a range. */
export function rangeOf({ first, last }: CitedLines): LineRange {
  return { first: first.value, last: last?.value ?? first.value };
}

export const touches = (a: LineRange, b: LineRange): boolean => a.first <= b.last && b.first <= a.last;

/** The lines that count as cited. */
export function widened(lines: CitedLines, tolerance: number, lineCount: number): LineRange {
  const { first, last } = rangeOf(lines);
  const more = Math.max(tolerance, lines.vague === "about" ? roughly : 0);
  return { first: first - more, last: lines.vague === "onward" ? Math.max(last, lineCount) : last + more };
}

/** The places that a claim can mean: where its text insists on the definition or a use, only those, if there are any. */
export function meantPlaces({ sightings }: Reading, claim: CitationClaim): readonly Sighting[] {
  const all = sightings(claim);
  const says = claim.kind === "symbol" ? claim.says : undefined;
  const wanted = says === undefined ? [] : all.filter(({ kind }) => kind === (says === "use" ? "use" : "definition"));
  return wanted.length > 0 ? wanted : all;
}

/** The claims that hold at some lines of a file. */
export function holdingAt(
  reading: Reading,
  claims: readonly CitationClaim[],
  lines: CitedLines,
  tolerance: number,
): readonly CitationClaim[] {
  const range = widened(lines, tolerance, reading.code.lineCount);
  return claims.filter((claim) => meantPlaces(reading, claim).some((place) => touches(place.lines, range)));
}

/** Those of the claims that are defined at the lines. */
export function definedAt(
  reading: Reading,
  claims: readonly CitationClaim[],
  lines: CitedLines,
  tolerance: number,
): readonly CitationClaim[] {
  const range = widened(lines, tolerance, reading.code.lineCount);
  return claims.filter((claim) => meantPlaces(reading, claim).some((place) => place.kind === "definition" && touches(place.lines, range)));
}

/** Of the claims that are defined at the lines, those whose definitions they fit best: a function's lines are its type's as well. */
export function bestDefinedAt(
  reading: Reading,
  claims: readonly CitationClaim[],
  lines: CitedLines,
  tolerance: number,
): readonly CitationClaim[] {
  const cited = rangeOf(lines);
  const fitOf = (claim: CitationClaim): number =>
    Math.max(
      ...meantPlaces(reading, claim).map(({ kind, lines: own }) => {
        if (kind !== "definition") return 0;
        const common = Math.min(own.last, cited.last) - Math.max(own.first, cited.first) + 1;
        return common / (own.last - own.first + cited.last - cited.first + 2 - common);
      }),
    );
  const fits = definedAt(reading, claims, lines, tolerance).map((claim) => ({ claim, fit: fitOf(claim) }));
  const best = Math.max(...fits.map((one) => one.fit));
  return fits.flatMap((one) => (one.fit === best ? [one.claim] : []));
}

/** True if the claims hold at the lines only because they are used there. Of what nothing parses, a definition may look like a use. */
export function isUsedOnly(reading: Reading, claims: readonly CitationClaim[], lines: CitedLines, tolerance: number): boolean {
  return reading.code.source.isParsed && definedAt(reading, claims, lines, tolerance).length === 0;
}

/** True if the file defines one of the claims. */
export function isDefinedIn(reading: Reading, claims: readonly CitationClaim[]): boolean {
  return claims.some((claim) => meantPlaces(reading, claim).some(({ kind }) => kind === "definition"));
}

/** True for lines that a file does not have. */
export function isBeyond(lines: CitedLines, { lineCount }: CitedCode): boolean {
  const { first, last } = rangeOf(lines);
  if (lines.vague === "about") return first > lineCount + roughly;
  return first > last || first > lineCount || last > lineCount;
}
