import type { LineRange } from "../../model/citing.js";
import type { CitedCode, CodeTokens } from "./cited-code.js";

/** Where a run of code stands. */
export interface Match {
  readonly lines: LineRange;
  readonly start: number;
  readonly end: number;
}

/** More tokens than this do not lie between the parts of one quotation. */
const widestGap = 3000;
/** Nothing is told by more places than these. */
const mostMatches = 60;

/** The parts of a quotation between what it leaves out. */
function partsOf({ texts, gaps }: CodeTokens): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const [at, text] of texts.entries()) {
    if (gaps.has(at) && parts.at(-1)?.length !== 0) parts.push([]);
    parts.at(-1)?.push(text);
  }
  return parts.filter((part) => part.length > 0);
}

/** Where the parts begin in the code, in order: index of the first token of each. */
function startsOf(code: CitedCode, part: readonly string[]): readonly number[] {
  const { texts } = code.tokens();
  // The rarest token has the fewest places to look at.
  let rarest = 0;
  for (let at = 1; at < part.length; at += 1)
    if (code.positions(part[at] ?? "").length < code.positions(part[rarest] ?? "").length) rarest = at;
  const found: number[] = [];
  for (const position of code.positions(part[rarest] ?? "")) {
    const start = position - rarest;
    if (start >= 0 && part.every((text, at) => texts[start + at] === text)) found.push(start);
    if (found.length >= mostMatches) break;
  }
  return found;
}

/** Where the code has the same tokens as a quotation: white space, brackets, `self` and type arguments do not matter. */
export function matchesOf(code: CitedCode, quoted: CodeTokens): readonly Match[] {
  const [first, ...others] = partsOf(quoted);
  if (first === undefined) return [];
  const rest = others.map((part) => ({ part, starts: startsOf(code, part) }));
  const { texts, starts } = code.tokens();
  const found: Match[] = [];
  for (const from of startsOf(code, first)) {
    let to = from + first.length;
    const isWhole = rest.every(({ part, starts: all }) => {
      const next = all.find((start) => start >= to && start - to <= widestGap);
      if (next !== undefined) to = next + part.length;
      return next !== undefined;
    });
    if (!isWhole) continue;
    const start = starts[from] ?? 0;
    const end = (starts[to - 1] ?? start) + (texts[to - 1]?.length ?? 0);
    found.push({ lines: code.linesOf({ start, end }), start, end });
  }
  return found;
}
