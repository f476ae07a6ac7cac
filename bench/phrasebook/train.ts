import type { Pair } from "../../src/judge/phrasebook/format.js";
import type { Example } from "./examples.js";

/** A term counts if so many comments, or pieces of code, have it. */
const leastExamples = 12;

/** How much of a comment is prose at large, whatever the code. */
const atLarge = 0.5;

/** As much as so many occurrences speak for prose at large beside what a term of code was seen with. */
const smoothing = 100;

const rounds = 5;

/** Pairs that are told: so many times likelier, and so likely, at least. */
const told = { times: 2, probability: 0.0002 } as const;

/** A phrasebook, and the mean logarithm (natural) of a term's probability in each round. */
export interface Trained {
  readonly pairs: ReadonlyMap<string, readonly Pair[]>;
  readonly code: readonly string[];
  readonly logLikelihood: readonly number[];
}

/** An example in the numbers of its terms. */
interface Numbered {
  readonly prose: Int32Array;
  readonly code: Int32Array;
  readonly weights: Float32Array;
}

/** The terms that enough examples have, numbered in the order in which they are met. */
function counted(lists: Iterable<readonly string[]>): ReadonlyMap<string, number> {
  const having = new Map<string, number>();
  for (const terms of lists) for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
  return new Map([...having].filter(([, count]) => count >= leastExamples).map(([term], at) => [term, at]));
}

/** An example without the terms that do not count. */
function numbered({ prose, code, weights }: Example, ofProse: ReadonlyMap<string, number>, ofCode: ReadonlyMap<string, number>): Numbered {
  const kept = code.flatMap((term, at) => {
    const number = ofCode.get(term);
    return number === undefined ? [] : [{ number, weight: weights[at] ?? 0 }];
  });
  return {
    prose: Int32Array.from(prose.flatMap((term) => ofProse.get(term) ?? [])),
    code: Int32Array.from(kept, ({ number }) => number),
    weights: Float32Array.from(kept, ({ weight }) => weight),
  };
}

/**
 * How likely prose at large has each term: its share in all comments, none being impossible.
 */
function shares(examples: readonly Numbered[], count: number): Float64Array {
  const numbers = new Float64Array(count).fill(0.5);
  let all = 0;
  for (const { prose } of examples) {
    all += prose.length;
    for (const term of prose) numbers[term] = (numbers[term] ?? 0) + 1;
  }
  return numbers.map((number) => number / all);
}

/**
 * Learns how likely each term of code makes each term of prose: IBM's translation model 1 (Brown et al., 1993) by expectation and maximisation, with a
 * part of the comment that is prose at large. A row of `likely` is one term of code; the row after the last is code that has nothing to do with it.
 */
function learn(
  examples: readonly Numbered[],
  proseCount: number,
  codeCount: number,
  large: Float64Array,
): { likely: Float32Array; logs: number[] } {
  const none = codeCount;
  const likely = new Float32Array((codeCount + 1) * proseCount).fill(1 / proseCount);
  const logs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const counts = new Float32Array(likely.length);
    let [sum, number] = [0, 0];
    for (const { prose, code, weights } of examples) {
      let all = 1;
      for (const weight of weights) all += weight;
      const share = (1 - atLarge) / all;
      for (const term of prose) {
        const nothing = share * (likely[none * proseCount + term] ?? 0);
        let probability = atLarge * (large[term] ?? 0) + nothing;
        for (let at = 0; at < code.length; at += 1)
          probability += share * (weights[at] ?? 0) * (likely[(code[at] ?? 0) * proseCount + term] ?? 0);
        sum += Math.log(probability);
        number += 1;
        counts[none * proseCount + term] = (counts[none * proseCount + term] ?? 0) + nothing / probability;
        for (let at = 0; at < code.length; at += 1) {
          const cell = (code[at] ?? 0) * proseCount + term;
          counts[cell] = (counts[cell] ?? 0) + (share * (weights[at] ?? 0) * (likely[cell] ?? 0)) / probability;
        }
      }
    }
    for (let row = 0; row <= codeCount; row += 1) {
      const from = row * proseCount;
      let all = smoothing;
      for (let term = 0; term < proseCount; term += 1) all += counts[from + term] ?? 0;
      for (let term = 0; term < proseCount; term += 1)
        likely[from + term] = ((counts[from + term] ?? 0) + smoothing * (large[term] ?? 0)) / all;
    }
    logs.push(sum / number);
  }
  return { likely, logs };
}

/** Learns a phrasebook from comments and their code. The same examples always give the same one. */
export function trainPhrasebook(all: readonly Example[]): Trained {
  const ofProse = counted(all.map(({ prose }) => prose));
  const ofCode = counted(all.map(({ code }) => code));
  const proseTerms = [...ofProse.keys()];
  const codeTerms = [...ofCode.keys()];
  const examples = all.map((one) => numbered(one, ofProse, ofCode)).filter(({ prose, code }) => prose.length > 0 && code.length > 0);
  const large = shares(examples, proseTerms.length);
  const { likely, logs } = learn(examples, proseTerms.length, codeTerms.length, large);
  const pairs = proseTerms.map((term, at): readonly [string, readonly Pair[]] => [
    term,
    [...codeTerms.keys()].flatMap((row): readonly Pair[] => {
      const probability = likely[row * proseTerms.length + at] ?? 0;
      const times = probability / (large[at] ?? 1);
      return times > told.times && probability > told.probability ? [{ term: row, times }] : [];
    }),
  ]);
  return { pairs: new Map(pairs), code: codeTerms, logLikelihood: logs };
}
