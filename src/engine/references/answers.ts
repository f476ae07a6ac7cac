import type { SymbolName, SymbolVerdict } from "../../model/reference.js";
import type { Verdicts } from "../../model/workspace.js";
import type { SymbolSources } from "./sources.js";
import { type AskedSymbol, type SymbolAnswer, symbolJudge } from "./symbols.js";

/** Answers that an earlier run may have kept, a letter each. What is reported is never kept: its places are found anew. */
const letters = {
  f: { kind: "found", places: [] },
  u: { kind: "unjudged", because: "unclear" },
  x: { kind: "unjudged", because: "external" },
  p: { kind: "unjudged", because: "place-missing" },
  /** Missing from the code, and a word of the specifications, as long as it is one. */
  s: { kind: "missing" },
} as const satisfies Readonly<Record<string, SymbolVerdict>>;

type Letter = keyof typeof letters;

function letterOf({ verdict, otherType }: SymbolAnswer, isOfSpec: boolean): Letter | undefined {
  if (otherType !== undefined) return undefined;
  switch (verdict.kind) {
    case "found":
      return "f";
    case "elsewhere":
      return undefined;
    case "missing":
      return isOfSpec ? "s" : undefined;
    case "unjudged":
      return verdict.because === "unclear" ? "u" : verdict.because === "external" ? "x" : "p";
  }
}

/** Judges symbols, or remembers that an earlier run found nothing to say of the same ones. `isSpecName` tells words of specifications. */
export async function symbolAnswers(
  asked: readonly AskedSymbol[],
  sources: SymbolSources,
  isSpecName: (word: string) => boolean,
  verdicts: Verdicts | undefined,
): Promise<readonly SymbolAnswer[]> {
  if (asked.length === 0) return [];
  // A cell that names code may speak of the specification as well.
  const isOfSpec = ({ form, names }: SymbolName): boolean => form === "plain" && isSpecName(names.at(-1) ?? "");
  // Where things stand in the document decides nothing.
  const questions = asked.map(({ symbol, files, within }) => [symbol, files.map(({ span: _, ...site }) => site), within]);
  const key = verdicts === undefined ? undefined : await sources.key(JSON.stringify(questions));
  const kept = key === undefined ? undefined : verdicts?.recall(key);
  const recalled = kept?.length === asked.length && /^[fuxps]+$/.test(kept) ? [...kept].map((letter) => letter as Letter) : undefined;
  const isHeld = recalled !== undefined && asked.every(({ symbol }, at) => recalled[at] !== "s" || isOfSpec(symbol));
  const told = (answer: SymbolAnswer, symbol: SymbolName): SymbolAnswer =>
    answer.verdict.kind === "missing" && isOfSpec(symbol) ? { verdict: { kind: "unjudged", because: "unclear" } } : answer;
  if (isHeld) return asked.map(({ symbol }, at) => told({ verdict: letters[recalled[at] ?? "u"] }, symbol));
  const judge = symbolJudge(sources);
  const answers: { readonly answer: SymbolAnswer; readonly symbol: SymbolName }[] = [];
  for (const one of asked) answers.push({ answer: await judge(one), symbol: one.symbol });
  const spelled = answers.map(({ answer, symbol }) => letterOf(answer, isOfSpec(symbol)));
  if (key !== undefined && spelled.every((letter) => letter !== undefined)) verdicts?.keep(key, spelled.join(""));
  return answers.map(({ answer, symbol }) => told(answer, symbol));
}
