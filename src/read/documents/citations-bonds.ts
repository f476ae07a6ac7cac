import type { CitationClaim } from "../../model/citation.js";
import { type ClaimToken, placedClaim } from "./citations-claims.js";
import type { Flat } from "./citations-flat.js";
import type { Reference } from "./citations-references.js";

/** What may stand between a reference and a claim that is right beside it. */
const glue =
  /^[\s,:()[\]*"'—–→=>-]*(?:(?:is|are|was|the|in|at|on|from|of|via|by|for|with|see|only|defined|declared|implemented|implementation|definition|declaration|defines|declares|holds|contains|called|calls|used|uses|invoked|invokes|function|method|macro|struct|class|destructor|constructor|comment|action|check|call|usage|file|source|starting)\b[\s,:()[\]*"'—–-]*){0,4}$/i;
const inside = /^\s?(?:in|inside|within)\s(?:the\s)?$/;
/** What stands between references that share what is said of them. */
const list = /^\s?[,;/&]?\s?(?:and|or)?\s?$/;

const longest = 40;

/** A citation has no use for more claims than these from around its sentence; without a limit a long cell would cost its square. */
export const most = 16;

function isBeside(text: string, claim: ClaimToken, reference: Reference | undefined): boolean {
  if (reference === undefined) return false;
  const [from, to] = claim.from < reference.from ? [claim.to, reference.from] : [reference.to, claim.from];
  return to - from <= longest && glue.test(text.slice(from, to));
}

/** The claims of each reference: those of its sentence, each claim at one reference; a list of references shares them. */
export function claimsByReference(
  flat: Flat,
  text: string,
  references: readonly Reference[],
  claims: readonly ClaimToken[],
  sentences: readonly number[],
): readonly (readonly CitationClaim[])[] {
  const found = references.map((): CitationClaim[] => []);
  const firstOf = new Map<number, number>();
  for (const [index, { sentence }] of references.entries()) if (!firstOf.has(sentence)) firstOf.set(sentence, index);
  let [sentence, next] = [0, 0];
  let precedes = false;
  let opened = -1;
  for (const claim of claims) {
    while (sentence < sentences.length - 1 && (sentences[sentence] ?? 0) <= claim.from) sentence += 1;
    const first = firstOf.get(sentence);
    if (first === undefined) continue;
    if (opened !== sentence) {
      // Whether names come first (`f()` (line 3), `g()` (line 9)) or lines do (line 3: `f()`, line 9: `g()`).
      precedes = claim.from < (references[first]?.from ?? 0);
      [opened, next] = [sentence, first];
    }
    while (references[next]?.sentence === sentence && (references[next]?.from ?? 0) < claim.from) next += 1;
    const ahead = references[next]?.sentence === sentence ? next : undefined;
    const back = next > first ? next - 1 : undefined;
    const [nearAhead, nearBack] = [isBeside(text, claim, references[ahead ?? -1]), isBeside(text, claim, references[back ?? -1])];
    if (claim.bare && !nearAhead && !nearBack) continue;
    const preferAhead = nearAhead === nearBack ? precedes : nearAhead;
    const owner = preferAhead ? (ahead ?? back) : (back ?? ahead);
    const reference = references[owner ?? -1];
    if (owner === undefined || reference === undefined) continue;
    const beside = owner === ahead ? nearAhead : nearBack;
    const within = reference.lines.length > 0 && claim.from > reference.to && inside.test(text.slice(reference.to, claim.from));
    found[owner]?.push(placedClaim(flat, claim, beside ? "beside" : "sentence", within));
  }
  for (let index = 1; index < references.length; index += 1) {
    const [before, reference] = [references[index - 1], references[index]];
    const shared = found[index - 1] ?? [];
    if (before === undefined || reference === undefined || found[index]?.length !== 0 || shared.length > most) continue;
    if (list.test(text.slice(before.to, Math.max(before.to, Math.min(reference.from, before.to + longest)))))
      found[index]?.push(...shared.map((claim) => ({ ...claim, stands: "sentence" as const })));
  }
  return found;
}
