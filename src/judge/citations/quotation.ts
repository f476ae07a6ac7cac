import type { Citation, CitationClaim, CitedLines } from "../../model/citation.js";
import type { CitationVerdict, Story } from "../../model/citing.js";
import type { Quotations, Reading } from "./holding.js";
import { type Likeness, likenessOf } from "./likeness.js";
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

const keyword =
  /^\s*(?:[\w@#[\]"()-]+\s+)*?(?:theorem|lemma|def|fn|func|function|class|struct|enum|interface|trait|axiom|abbrev|structure|inductive)\s+(?:\([^()]*\)\s*)?([A-Za-z_]\w*)/;
const assignment = /^\s*([A-Z][A-Z\d_]{3,})=/;
const body = /^\s*[A-Za-z_][\w:<>*&\s]*?[\s:*&](~?[A-Za-z_]\w*)\([^;{}]*\)[\w\s]*\{/;

/**
 * What a quoted block begins by defining and the file has nowhere: such a block is no sketch of its code, but of other code. The lines it is
 * quoted from tell that it was there.
 */
export function missingDefinition(citation: Citation, reading: Reading, quotations: Quotations): CitationVerdict | undefined {
  const claim = citation.claims.find(({ kind }) => kind === "block");
  if (claim === undefined || citation.lines.length === 0 || quotationOf(citation, reading, quotations).kind !== "other") return undefined;
  const found = keyword.exec(claim.written) ?? assignment.exec(claim.written) ?? body.exec(claim.written);
  const name = found?.[1];
  if (name === undefined || reading.code.occurrences(name).length > 0) return undefined;
  const symbol = { kind: "symbol", written: name, names: [name], span: claim.span, stands: "below", says: "definition" } as const;
  return { kind: "missing-symbol", claim: symbol, elsewhere: [], now: undefined, story: { kind: "unknown" } };
}

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
  const then = past.find((one) => one?.before !== undefined);
  const wasExact = then?.before === undefined ? undefined : then.before.sightings(claim).length > 0;
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
