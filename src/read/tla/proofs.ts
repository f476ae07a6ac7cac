import type { SpecFault } from "../../model/spec.js";
import { canEnd, isBreak } from "./endings.js";
import type { Token } from "./tokens.js";

/** Where the steps of proofs stand. What a step defines belongs to its proof. */
export interface Proofs {
  /** By the index of a proof's first step: its last QED; `undefined` where it has none. */
  readonly ends: ReadonlyMap<number, number | undefined>;
  readonly faults: readonly SpecFault[];
}

/** The level of a step: `<2>a.` is 2. `<*>` stays at the level it stands on, `<+>` goes one deeper. */
function levelOf(text: string, levels: readonly number[]): number {
  const written = /^<(.*)>/.exec(text)?.[1];
  const top = levels.at(-1) ?? 0;
  if (written === "*") return levels.length > 0 ? top : 1;
  return written === "+" ? top + 1 : Number(written);
}

/**
 * Finds the proofs that are made of steps. QED ends a level; where it ended the outermost, more steps may follow that prove
 * just this QED.
 *
 * ```text
 * <1>1. A  BY DEF B        <1>2. QED  <2>1. QED  BY <1>1        C == …
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^                the module goes on
 * ```
 */
export function proofsOf(tokens: readonly Token[]): Proofs {
  const ends = new Map<number, number | undefined>();
  const faults: SpecFault[] = [];
  const levels: number[] = [];
  let first = 0;
  let last = -1;
  const giveUp = (): void => {
    if (levels.length > 0) {
      ends.set(first, undefined);
      const span = tokens[first]?.span;
      if (span !== undefined) faults.push({ span, message: "this proof has no QED" });
    }
    levels.length = 0;
  };
  tokens.forEach((token, at) => {
    if (isBreak(token)) giveUp();
    const begins = token.kind === "step" && at - 1 !== last && (canEnd(tokens, at - 1) || tokens[at - 1]?.text === "PROOF");
    if (begins || (token.kind === "step" && tokens[at + 1]?.text === "QED")) {
      last = at;
      if (levels.length === 0) first = at;
      const level = levelOf(token.text, levels);
      while ((levels.at(-1) ?? 0) > level) levels.pop();
      if (levels.at(-1) !== level) levels.push(level);
    } else if (token.text === "QED" && at - 1 === last) {
      levels.pop();
      if (levels.length === 0) ends.set(first, at);
    }
  });
  giveUp();
  return { ends, faults };
}
