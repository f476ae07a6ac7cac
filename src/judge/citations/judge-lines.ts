import type { Citation, CitationClaim } from "../../model/citation.js";
import type { CitationVerdict, StaleLines } from "../../model/citing.js";
import { accusedOf, isNaming, ownClaims } from "./accused.js";
import { onlyDestination, placesOf } from "./destinations.js";
import { isDefinedIn, meantPlaces, type Quotations, type Reading, rangeOf, touches } from "./holding.js";
import { asksHistory, type PastLines, type WrongLines, wrongLines } from "./outcomes.js";
import { changedQuotation, missingDefinition, quotationOf } from "./quotation.js";

/** What a citation with lines is judged from. */
export interface LinesInput {
  readonly citation: Citation;
  readonly reading: Reading;
  readonly quotations: Quotations;
  readonly tolerance: number;
  /** One for each of its ranges; empty where nobody asked. */
  readonly past: readonly (PastLines | undefined)[];
}

const right: CitationVerdict = { kind: "right" };

/** What is said of the lines: a quotation that is not the source's says nothing of where it stands. */
function claimsOf({ citation, reading }: LinesInput): readonly CitationClaim[] {
  return ownClaims(
    reading,
    citation.claims.filter((claim) => claim.kind !== "block" || reading.sightings(claim).length > 0),
  );
}

/** True if a citation with lines is not right by its file alone, so that history is worth asking. */
export function needsHistory(input: LinesInput): boolean {
  const { citation, reading, quotations, tolerance } = input;
  return (
    quotationOf(citation, reading, quotations).kind === "like" || asksHistory({ citation, reading, tolerance, claims: claimsOf(input) })
  );
}

/** Where wrong lines should point. */
function staleOf(reading: Reading, wrong: WrongLines, claims: readonly CitationClaim[]): StaleLines {
  const { lines, moved, held } = wrong;
  const { path } = reading.code.source;
  const meant = held.length > 0 ? held : claims;
  if (moved !== undefined && meant.length === 0) return { lines, now: moved, isSure: moved.isSame && moved.path === path };
  const only = onlyDestination(reading, meant, lines, wrong.wasDefinition);
  if (moved !== undefined) {
    if (moved.path !== path) return { lines, now: moved, isSure: false };
    const { first, last } = rangeOf(lines);
    const isElsewhere = moved.first !== first || moved.last !== last;
    const isThere = meant.some((claim) => meantPlaces(reading, claim).some((place) => touches(place.lines, moved)));
    if (isThere && isElsewhere) return { lines, now: moved, isSure: moved.isSame || (only !== undefined && touches(only, moved)) };
  }
  // What was cited is gone: another place of its name is not it.
  return only === undefined
    ? { lines, now: undefined, isSure: false }
    : { lines, now: { path, ...only }, isSure: wrong.story.kind !== "gone" };
}

/** Cited lines whose content is followed, but not what is claimed of it. */
function missingName(wrong: WrongLines, claims: readonly CitationClaim[], input: LinesInput): CitationVerdict | undefined {
  const { moved, held, story } = wrong;
  const { mayMiss, claims: accused } = accusedOf(input.reading, input.citation);
  const candidates = held.length > 0 ? held : mayMiss ? accused : [];
  const claim = candidates.find((one) => claims.includes(one) && isNaming(one));
  if (claim === undefined || !isNaming(claim)) return undefined;
  return { kind: "missing-symbol", claim, elsewhere: [], now: moved, story };
}

/** A quoted line that was there, and that the lines it became have otherwise. */
function changedLine({ reading }: LinesInput, { moved, held, story }: WrongLines): CitationVerdict | undefined {
  const claim = held.find(({ kind }) => kind === "snippet");
  const { code } = reading;
  if (claim === undefined || moved === undefined || moved.path !== code.source.path) return undefined;
  const lines = { first: moved.first, last: moved.last };
  const actual = Array.from({ length: Math.min(3, moved.last - moved.first + 1) }, (_, at) => code.lineText(moved.first + at).trim()).join(
    " ",
  );
  return {
    kind: "changed",
    claim,
    lines,
    place: { path: code.source.path, span: code.spanOf(lines) },
    differences: [{ written: claim.written, actual, line: moved.first }],
    story,
  };
}

/** Judges a citation with lines against its file, with what history says of it. */
export function judgeLines(input: LinesInput): CitationVerdict {
  const { citation, reading, quotations, past, tolerance } = input;
  const quotation = quotationOf(citation, reading, quotations);
  const changed = changedQuotation(quotation, reading, citation.lines, past);
  const accused = accusedOf(reading, citation).claims;
  const said = claimsOf(input);
  // Of code that has another name now, that is what is to be said.
  const isRenamed =
    accused.some((claim) => claim.stands === "beside" && isNaming(claim)) &&
    accused.every((claim) => reading.sightings(claim).length === 0);
  if (changed !== undefined && !isRenamed) return changed;
  const holding = wrongLines({ citation, reading, claims: said, tolerance, past });
  // What cannot be held against the lines says no more than nothing does.
  const isSilent = accused.length === 0 && holding.length === citation.lines.length && holding.every(({ held }) => held.length === 0);
  const claims = isSilent ? [] : said;
  const wrong = isSilent ? wrongLines({ citation, reading, claims, tolerance, past }) : holding;
  const [first] = wrong;
  if (isSilent || said.length === 0) {
    const missing = missingDefinition(citation, reading, quotations);
    if (missing !== undefined) return missing;
  }
  if (first === undefined) return isSilent && said.length > 0 ? { kind: "unjudged", because: "unclear" } : right;
  const meant = wrong.some(({ held }) => held.length > 0) ? [...new Set(wrong.flatMap(({ held }) => held))] : accused;
  const stale = wrong.map((one) => staleOf(reading, one, accused));
  const places = placesOf(reading, meant);
  const beyond = wrong.find((one) => one.isBeyond);
  const { code } = reading;
  if (beyond !== undefined) return { kind: "out-of-range", lines: beyond.lines, count: code.lineCount, stale, places, story: beyond.story };
  if (claims.length === 0) return { kind: "stale", stale, claims: [], places: [], story: first.story };
  const lost = wrong.find(({ wasDefinition, held }) => wasDefinition && !isDefinedIn(reading, held));
  const defined = lost?.held.find(isNaming);
  if (lost !== undefined && defined !== undefined)
    return { kind: "missing-symbol", claim: defined, elsewhere: [], now: lost.moved, story: lost.story };
  const certain = places.filter(({ kind }) => kind !== "text");
  if (certain.length === 0) {
    const verdict = missingName(first, meant, input) ?? changedLine(input, first);
    if (verdict !== undefined && places.length === 0) return verdict;
    const isKnown = first.story.kind === "moved" || first.story.kind === "gone";
    // A comment elsewhere that has the word is no place that could be meant instead.
    const isTold = places.some(({ place }) => place.path !== code.source.path || code.kindAt(place.span.start) !== "comment");
    if (!isTold && !(isKnown && first.held.length > 0)) return { kind: "unjudged", because: "unclear" };
  }
  return { kind: "stale", stale, claims: meant, places, story: first.story };
}
