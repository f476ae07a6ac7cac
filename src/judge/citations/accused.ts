import type { Citation, CitationClaim } from "../../model/citation.js";
import type { Reading } from "./holding.js";
import { isTelling } from "./sightings.js";

/** A word of everyday language between backticks names nothing by itself. */
const isEveryday = (written: string): boolean => /^[a-z]{1,12}$/.test(written);

/** The claims that count: those of other cells only where the citation's own cell has none that could be held against the file. */
export function ownClaims(reading: Reading, claims: readonly CitationClaim[]): readonly CitationClaim[] {
  const own = claims.filter(({ stands }) => stands !== "row");
  const isWorth = (claim: CitationClaim): boolean => reading.sightings(claim).length > 0 || (isNaming(claim) && !isEveryday(claim.written));
  return own.some(isWorth) ? own : claims;
}

/** What the claims of a citation say that it must be right about. */
export interface Accused {
  readonly claims: readonly CitationClaim[];
  /** True if they may be missing altogether: nothing else can be meant. */
  readonly mayMiss: boolean;
}

const distinct = (claims: readonly CitationClaim[]): number => new Set(claims.map(({ written }) => written)).size;

/** True for a claim that names something. */
export function isNaming(claim: CitationClaim): claim is CitationClaim & { readonly names: readonly string[] } {
  return claim.kind === "symbol" || claim.kind === "call";
}

/** The claims that accuse a citation at which none holds: those beside it, else those of its sentence, else the one of its row. */
export function accusedOf(reading: Reading, { claims }: Citation): Accused {
  const isFound = (claim: CitationClaim): boolean => {
    const places = reading.sightings(claim);
    if (claim.kind === "snippet") return places.length > 0 && isTelling(claim.written);
    if (isNaming(claim) && isEveryday(claim.written)) return places.some(({ kind }) => kind === "definition");
    return claim.kind !== "block" && places.some(({ kind }) => kind !== "text");
  };
  const isWorth = (claim: CitationClaim): boolean => isFound(claim) || (isNaming(claim) && !isEveryday(claim.written));
  const beside = claims.filter((claim) => claim.stands === "beside" && isWorth(claim));
  const blocks = claims.filter((claim) => claim.kind === "block" && reading.sightings(claim).length > 0);
  if (beside.length + blocks.length > 0) return { claims: [...beside, ...blocks], mayMiss: true };
  const near = claims.filter(({ stands }) => stands === "sentence" || stands === "cell");
  const found = near.filter(isFound);
  if (found.length > 0) return { claims: found, mayMiss: false };
  if (distinct(near) === 1) return { claims: near.filter(isWorth), mayMiss: near.some(({ written }) => written.endsWith("()")) };
  const row = claims.filter(({ stands }) => stands === "row");
  return near.length === 0 && distinct(row) === 1 ? { claims: row.filter(isWorth), mayMiss: true } : { claims: [], mayMiss: false };
}
