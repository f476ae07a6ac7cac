import type { Claim } from "./claims.js";
import { idiomsOf } from "./idioms.js";
import type { Occurrences } from "./occurrences.js";

/** The lines on which something that a claim says is found. */
export interface Sighting {
  /** `item`, `ident`: a symbol that the file defines, or only uses. `token`, `pair`: of a quote. `word`: of prose or of a name not found; `idiom`: code for such a word. */
  readonly kind: "item" | "ident" | "token" | "pair" | "word" | "idiom";
  readonly lines: readonly number[];
}

/** The lines that hold code for a word of prose. A name of the specification is made of nouns, which are no such code. */
function idiomLines({ by, of, stem }: Claim & { readonly kind: "word" }, code: Occurrences): readonly number[] {
  if (of !== undefined || by === "name") return [];
  const [first, ...others] = idiomsOf(stem)
    .map(code.ofToken)
    .filter((lines) => lines.length > 0);
  if (first === undefined || others.length === 0) return first ?? [];
  return [...new Set([first, ...others].flat())].sort((a, b) => a - b);
}

function allOf(claim: Claim, code: Occurrences): readonly Sighting[] {
  if (claim.kind === "symbol") return [{ kind: code.isItem(claim.name) ? "item" : "ident", lines: code.ofName(claim.name) }];
  if (claim.kind === "word") {
    // What code names in so many letters is looked for as it stands.
    if (claim.of !== undefined && code.ofName(claim.of).length > 0) return [];
    return [
      { kind: "word", lines: code.ofStem(claim.stem) },
      { kind: "idiom", lines: idiomLines(claim, code) },
    ];
  }
  // A text is looked for as a whole, not line by line.
  if (claim.kind === "text") return [];
  const { tokens } = claim;
  return tokens.flatMap((token, at): readonly Sighting[] => {
    const next = tokens[at + 1];
    const pair = next === undefined ? [] : [{ kind: "pair", lines: code.ofPair(token, next) } as const];
    return tokens.indexOf(token) === at ? [{ kind: "token", lines: code.ofName(token) }, ...pair] : pair;
  });
}

const kept = new WeakMap<Occurrences, Map<Claim, readonly Sighting[]>>();

/** Where what a claim says is found in a file; nothing for what is found nowhere. */
export function sightingsOf(claim: Claim, code: Occurrences): readonly Sighting[] {
  const ofFile = kept.get(code) ?? new Map<Claim, readonly Sighting[]>();
  kept.set(code, ofFile);
  const known = ofFile.get(claim);
  if (known !== undefined) return known;
  const found = allOf(claim, code).filter(({ lines }) => lines.length > 0);
  ofFile.set(claim, found);
  return found;
}
