import type { Quotations, Reading } from "../../judge/citations/holding.js";
import { judgeLines, needsHistory } from "../../judge/citations/judge-lines.js";
import { type SymbolState, symbolStateOf, symbolVerdict } from "../../judge/citations/judge-symbols.js";
import type { PastLines } from "../../judge/citations/outcomes.js";
import type { CitationVerdict } from "../../model/citing.js";
import type { Followed } from "../../model/past.js";
import type { CitationCase } from "./cases.js";
import type { CitedFiles } from "./cited-files.js";
import type { Question } from "./history.js";

/** A citation that its file has been read for. */
export interface Trial {
  readonly target: string;
  readonly reading: Reading;
  readonly symbols: SymbolState | undefined;
}

export function tried(one: CitationCase, target: string, reading: Reading): Trial {
  const { citation } = one;
  return { target, reading, symbols: citation.lines.length === 0 ? symbolStateOf(citation, reading, one.isCode) : undefined };
}

/** The files that a citation may mean. */
export function targetsOf({ site, early }: CitationCase): readonly string[] {
  if (early !== undefined || site === undefined) return [];
  return site.resolved === "file" ? [site.target] : site.resolved === "ambiguous" ? site.candidates : [];
}

/** True if the text says something that its file could belie. */
export const saysSomething = ({ citation }: CitationCase): boolean =>
  citation.lines.length > 0 || citation.claims.some(({ stands }) => stands === "beside");

function contentVerdict(one: CitationCase, { reading, symbols }: Trial, quotations: Quotations): CitationVerdict {
  const { citation, policy } = one;
  if (symbols !== undefined) return symbolVerdict(symbols, [], undefined);
  return judgeLines({ citation, reading, quotations, tolerance: policy.tolerance, past: [] });
}

/** Several files of one name: right if the citation is right whichever is meant. */
export function ambiguousVerdict(one: CitationCase, trials: readonly Trial[], quotations: Quotations): CitationVerdict {
  const holding = trials.filter((trial) => contentVerdict(one, trial, quotations).kind === "right").map(({ target }) => target);
  const isSure = one.citation.lines.length === 0 ? holding.length > 0 : holding.length === trials.length && one.citation.claims.length > 0;
  if (isSure) return { kind: "right" };
  return { kind: "ambiguous", candidates: trials.map(({ target }) => target), holding };
}

/** What is asked of history for a citation, if its file alone does not settle it. */
export function questionsOf(one: CitationCase, { target, reading, symbols }: Trial, quotations: Quotations): readonly Question[] {
  const { citation, policy, document, at } = one;
  if (symbols !== undefined) {
    const asks = symbols.kind === "used" && !symbols.insists;
    return asks ? [{ document, line: at[0] ?? 1, paths: [target], first: 1, last: 1 }] : [];
  }
  if (!needsHistory({ citation, reading, quotations, tolerance: policy.tolerance, past: [] })) return [];
  return citation.lines.map((lines, index) => ({
    document,
    line: at[index] ?? 1,
    paths: [target],
    first: lines.first.value,
    last: lines.last?.value ?? lines.first.value,
  }));
}

export async function readThen(files: CitedFiles, answers: readonly (Followed | undefined)[]): Promise<readonly (PastLines | undefined)[]> {
  const found: (PastLines | undefined)[] = [];
  for (const followed of answers) {
    if (followed === undefined) found.push(undefined);
    else found.push({ followed, before: "text" in followed ? await files.earlier(followed.path, followed.text) : undefined });
  }
  return found;
}
