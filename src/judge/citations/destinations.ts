import type { CitationClaim, CitedLines } from "../../model/citation.js";
import type { ClaimPlace, LineRange } from "../../model/citing.js";
import { meantPlaces, type Reading, rangeOf, touches } from "./holding.js";
import { isDeclaration } from "./meant-definitions.js";
import type { Sighting } from "./sightings.js";

/** More places than these help nobody. */
const mostPlaces = 8;

/** Where the claims stand in the file, definitions first. */
export function placesOf(reading: Reading, claims: readonly CitationClaim[]): readonly ClaimPlace[] {
  const { path } = reading.code.source;
  const all = claims.flatMap((claim) =>
    meantPlaces(reading, claim).map((sighting): ClaimPlace => {
      const { span, kind, range } = sighting;
      return { claim, lines: range, place: { path, span }, kind };
    }),
  );
  const rank = ({ kind }: ClaimPlace): number => ["definition", "use", "text"].indexOf(kind);
  return all.toSorted((a, b) => rank(a) - rank(b) || a.lines.first - b.lines.first).slice(0, mostPlaces);
}

const isRange = (lines: CitedLines): boolean => lines.last !== undefined && lines.last.value > lines.first.value;

/** The only place that a claim can mean: of several lines, its definition; of one line, all there is of it. */
function onlyPlace(reading: Reading, claim: CitationClaim, lines: CitedLines, definitionsOnly: boolean): Sighting | undefined {
  const places = meantPlaces(reading, claim).filter(({ kind }) => kind !== "text");
  const definitions = places.filter(({ kind }) => kind === "definition");
  // A name whose only place is a use may have been cited for its definition.
  const isName = claim.kind === "symbol" && claim.says !== "use";
  const wanted = definitionsOnly || (claim.kind === "symbol" && isRange(lines) && definitions.length > 0) ? definitions : places;
  if (isName && definitions.length === 0) return undefined;
  const [only, another] = wanted;
  // What is declared in one line has its code elsewhere.
  const isDeclared = only?.kind === "definition" && isDeclaration(reading.code, only.range);
  return another === undefined && !isDeclared ? only : undefined;
}

/**
 * Where the content alone says that cited lines should point: where each of the claims has one place only, and one of these holds all others.
 * `definitionsOnly`: what was cited was a definition, which no use stands for.
 */
export function onlyDestination(
  reading: Reading,
  claims: readonly CitationClaim[],
  lines: CitedLines,
  definitionsOnly: boolean,
): LineRange | undefined {
  const found = claims.filter((claim) => reading.sightings(claim).length > 0);
  const places = found.map((claim) => onlyPlace(reading, claim, lines, definitionsOnly));
  const sizes = places
    .flatMap((place) => (place === undefined ? [] : [place]))
    .sort((a, b) => a.lines.last - a.lines.first - (b.lines.last - b.lines.first));
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || sizes.length < places.length) return undefined;
  if (!sizes.every((place) => touches(place.lines, largest.lines))) return undefined;
  if (!isRange(lines)) return { first: smallest.line, last: smallest.line };
  const { range, kind } = largest;
  const { first, last } = rangeOf(lines);
  // A range around a single line says more than that line: how much, nothing tells.
  const isWhole = kind === "definition" ? range.last > range.first : range.last - range.first === last - first;
  return isWhole ? range : undefined;
}
