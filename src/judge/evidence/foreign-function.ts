import { lowerBound, overlap, type Span } from "../../model/span.js";
import type { Claim } from "./claims.js";
import { itemIndexOf } from "./item-index.js";
import { headOf, itemOf } from "./located.js";
import type { Occurrences } from "./occurrences.js";

/** How much of a quote's tokens must be in the construct's head. */
const shareOfQuote = 0.75;
/** Shorter quotes say too little. */
const fewestTokens = 3;

/** True if the row quotes code that stands at the construct, nearly token for token. */
function quoteStands(claims: readonly Claim[], code: Occurrences, construct: Span): boolean {
  const { first, last } = headOf(code, construct);
  return claims.some((claim) => {
    if (claim.kind !== "quote" || claim.by !== "row" || claim.tokens.length < fewestTokens) return false;
    const there = claim.tokens.filter((token) => {
      const lines = code.ofName(token);
      const line = lines[lowerBound(lines, first)];
      return line !== undefined && line <= last;
    });
    return there.length >= shareOfQuote * claim.tokens.length;
  });
}

/**
 * A function of the file that the row names, where none of those it names has to do with the anchor's item: it is not around it, calls it not and is
 * not called by it, though the code that the row quotes stands at the construct. Then the row tells of an earlier state.
 */
export function foreignFunction(
  claims: readonly Claim[],
  code: Occurrences,
  construct: Span,
): { readonly written: string; readonly span: Span } | undefined {
  const { items } = code.outline;
  const index = itemIndexOf(code);
  const own = itemOf(code.outline, construct);
  const ownSpan = own === undefined ? undefined : items[own]?.span;
  if (own === undefined || ownSpan === undefined || items[own]?.callable !== true) return undefined;
  const named = claims.flatMap((claim) => {
    if (claim.kind !== "symbol" || claim.by !== "row") return [];
    const found = (index.byName.get(claim.name) ?? []).filter((item) => items[item]?.callable === true);
    return found.map((item) => ({ item, written: claim.written }));
  });
  const reach = (from: number, next: (item: number) => Iterable<number>): ReadonlySet<number> => {
    const reached = new Set([from]);
    for (const item of reached) for (const other of next(item)) reached.add(other);
    return reached;
  };
  // Callers of callers count, and what is called by way of others.
  const related = [reach(own, index.users), reach(own, index.used)];
  const isRelated = (item: number): boolean => {
    const span = items[item]?.span;
    return (span !== undefined && overlap(span, ownSpan)) || related.some((reached) => reached.has(item));
  };
  const [first] = named;
  const span = first === undefined ? undefined : items[first.item]?.span;
  if (first === undefined || span === undefined || named.some(({ item }) => isRelated(item))) return undefined;
  return quoteStands(claims, code, construct) ? { written: first.written, span } : undefined;
}
