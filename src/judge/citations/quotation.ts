import type { Citation, CitationClaim, CitedLines } from "../../model/citation.js";
import type { CitationVerdict, Story } from "../../model/citing.js";
import { type Likeness, likenessOf } from "./likeness.js";
import type { Quotations, Reading } from "./holding.js";
import type { PastLines } from "./outcomes.js";

/** A block with less in common with the source is another one, or a sketch. */
const leastShare = 0.6;

/** What became of the block of code that a citation introduces. */
export type QuotationState =
  | { readonly kind: "none" }
  | { readonly kind: "exact" }
  /** Like the source, and not the same; `isShortened`: the source has all of it, and more. */
  | { readonly kind: "like"; readonly claim: CitationClaim; readonly likeness: Likeness; readonly isShortened: boolean }
  | { readonly kind: "other" };

/** Compares the block that a citation introduces with its file. */
export function quotationOf({ claims }: Citation, reading: Reading, quotations: Quotations): QuotationState {
  const claim = claims.find(({ kind }) => kind === "block");
  const quoted = claim === undefined ? undefined : quotations.get(claim);
  if (claim === undefined || quoted === undefined) return { kind: "none" };
  if (reading.sightings(claim).length > 0) return { kind: "exact" };
  const likeness = quoted.tokens().gaps.size > 0 ? undefined : likenessOf(reading.code, quoted);
  if (likeness === undefined || likeness.share < leastShare || likeness.differences.length === 0) return { kind: "other" };
  return { kind: "like", claim, likeness, isShortened: likeness.differences.every(({ written }) => written === undefined) };
}

/**
 * A quotation that is not what the source says any more. A shortened or reworded one accuses nobody: only if it was exact when it was
 * written is that known; where history says nothing, it must have words that the source has not, and lines that it cites.
 */
export function changedQuotation(
  state: QuotationState,
  reading: Reading,
  lines: readonly CitedLines[],
  past: readonly (PastLines | undefined)[],
): CitationVerdict | undefined {
  if (state.kind !== "like") return undefined;
  const { claim, likeness } = state;
  const then = past.find((one) => one?.then !== undefined);
  const wasExact = then?.then === undefined ? undefined : then.then.sightings(claim).length > 0;
  if (wasExact === false || (wasExact === undefined && (state.isShortened || lines.length === 0))) return undefined;
  const followed = then?.followed;
  const story: Story =
    wasExact === true && followed !== undefined && "commit" in followed ? { kind: "moved", written: followed.commit } : { kind: "unknown" };
  const { code } = reading;
  return {
    kind: "changed",
    claim,
    lines: likeness.lines,
    place: { path: code.source.path, span: code.spanOf(likeness.lines) },
    differences: likeness.differences,
    story,
  };
}
