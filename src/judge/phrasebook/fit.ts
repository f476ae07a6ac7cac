import type { Phrasebook } from "../../model/phrasebook.js";
import { termsOfToken } from "./terms.js";

/** A stretch of code to compare with others; the terms of its title, the name of a function, say more. */
export interface Stretch {
  readonly tokens: Iterable<string>;
  readonly title?: string;
}

/** Stretches of code by the terms that they have. */
export interface Stretches {
  /** How much each has, in terms. */
  readonly sizes: Float64Array;
  /** By the index of a term: the stretches that have it, and how much of it. */
  readonly having: ReadonlyMap<number, readonly (readonly [stretch: number, weight: number])[]>;
}

/** A title's term counts as much as so many of the code below. */
const titleWeight = 4;

/** The terms of a stretch, and how much of each: what stands there often counts little more. */
export function weightsOf({ tokens, title }: Stretch): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) for (const term of termsOfToken(token)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weights = new Map([...counts].map(([term, count]) => [term, 1 + Math.log(count)]));
  for (const term of title === undefined ? [] : termsOfToken(title)) weights.set(term, (weights.get(term) ?? 0) + titleWeight);
  return weights;
}

/** Prepares stretches of code for comparing. */
export function stretchesOf({ codeTerms }: Phrasebook, stretches: readonly Stretch[]): Stretches {
  const sizes = new Float64Array(stretches.length);
  const having = new Map<number, (readonly [number, number])[]>();
  for (const [at, stretch] of stretches.entries()) {
    for (const [written, weight] of weightsOf(stretch)) {
      const term = codeTerms.get(written);
      if (term === undefined) continue;
      sizes[at] = (sizes[at] ?? 0) + weight;
      const known = having.get(term);
      if (known === undefined) having.set(term, [[at, weight]]);
      else known.push([at, weight]);
    }
  }
  return { sizes, having };
}

/** How much of a stretch's language is prose at large, by its size in terms. */
export type AtLarge = (size: number) => number;

type OfTerms = Map<string, Float64Array | undefined>;

const known = new WeakMap<Stretches, Map<AtLarge, OfTerms>>();

/** What each term comes to is kept: the texts of a row, and those of other rows about the same code, have many terms in common. */
function keptOf(stretches: Stretches, atLarge: AtLarge): OfTerms {
  const all = known.get(stretches) ?? new Map<AtLarge, OfTerms>();
  known.set(stretches, all);
  const own = all.get(atLarge) ?? new Map();
  all.set(atLarge, own);
  return own;
}

/** The logarithms of how many times likelier one term is in each stretch than anywhere; `undefined` for a term that the phrasebook does not have. */
function fitsOfTerm(book: Phrasebook, term: string, { sizes, having }: Stretches, shares: Float64Array): Float64Array | undefined {
  const pairs = book.pairsOf(term);
  if (pairs === undefined) return undefined;
  const times = new Float64Array(sizes.length);
  for (const [at, code] of pairs.terms.entries())
    for (const [stretch, weight] of having.get(code) ?? []) times[stretch] = (times[stretch] ?? 0) + weight * (pairs.times[at] ?? 0);
  return times.map((sum, stretch) => {
    const [share, size] = [shares[stretch] ?? 1, sizes[stretch] ?? 0];
    return Math.log(share + (size > 0 ? ((1 - share) * sum) / size : 0));
  });
}

/**
 * How well prose goes with each of the stretches: the logarithm (natural) of how many times likelier it is there than anywhere, each distinct term by
 * itself. Where there is no code, nothing goes with it; a pair that the phrasebook does not tell is none. A term's likelihood is the mean of what the code's terms make it, mixed with that of prose at large: the query likelihood of Berger and
 * Lafferty (1999).
 */
export function fits(book: Phrasebook, prose: Iterable<string>, stretches: Stretches, atLarge: AtLarge): Float64Array {
  const shares = stretches.sizes.map(atLarge);
  const kept = keptOf(stretches, atLarge);
  const sums = new Float64Array(stretches.sizes.length);
  for (const term of new Set(prose)) {
    if (!kept.has(term)) kept.set(term, fitsOfTerm(book, term, stretches, shares));
    for (const [stretch, nats] of kept.get(term)?.entries() ?? []) sums[stretch] = (sums[stretch] ?? 0) + nats;
  }
  return sums;
}
