import { judgeLines } from "../../judge/citations/judge-lines.js";
import { symbolVerdict, wasDefined } from "../../judge/citations/judge-symbols.js";
import type { CitationVerdict, JudgedCitation } from "../../model/citing.js";
import type { Place } from "../../model/span.js";
import type { ReadDocument } from "../discover.js";
import type { ResolveSite } from "../link/sites.js";
import { pathsIn } from "../references/paths.js";
import type { NamedSite } from "../suggestions.js";
import type { World } from "../world.js";
import { type CitationCase, casesOf, quotationsOf } from "./cases.js";
import { citedFiles } from "./cited-files.js";
import { definitionsElsewhere } from "./elsewhere.js";
import { askPast, type Question } from "./history.js";
import { isPastCase, pastStates, questionOfWritten } from "./past-states.js";
import { policyOf } from "./policies.js";
import { ambiguousVerdict, questionsOf, readThen, saysSomething, type Trial, targetsOf, tried } from "./trials.js";

/** What citations are judged by. */
export interface CitationInput {
  readonly world: World;
  readonly documents: readonly ReadDocument[];
  /** The files under the root that git does not ignore, sorted. */
  readonly files: readonly string[];
  /** Those of them that are sources. */
  readonly candidates: readonly string[];
  readonly resolve: ResolveSite;
}

/** The citations of all documents, and what their places are in. */
export interface Cited {
  readonly citations: readonly JudgedCitation[];
  readonly textOf: (path: string) => string | undefined;
  /** The sites among them, to find out where those went that are missing. */
  readonly sites: readonly NamedSite[];
}

/** Reads the citations of all documents and judges them. Only cited files are read, and history is asked once, for those that need it. */
export async function judgedCitations(input: CitationInput): Promise<Cited> {
  const { world, documents, files, candidates, resolve } = input;
  const { workspace, history, config, selection } = world;
  let paths: ReturnType<typeof pathsIn> | undefined;
  const cases = documents.flatMap((document) =>
    casesOf(
      document,
      (path, text) => policyOf(path, text, config.citations, selection.matches),
      () => {
        paths ??= pathsIn({ workspace, files, history, resolve });
        return paths(document.facts);
      },
      workspace,
    ),
  );
  if (cases.length === 0) return { citations: [], textOf: () => undefined, sites: [] };
  const quotations = quotationsOf(cases);
  const cited = citedFiles(world, quotations);
  const judgePast = pastStates(world, cited, quotations);

  const trials = new Map<CitationCase, readonly Trial[]>();
  const questions = new Map<CitationCase, readonly Question[]>();
  for (const one of cases) {
    if ((one.policy.asOf === "written" && isPastCase(one)) || isBareMiss(one)) questions.set(one, [questionOfWritten(one)]);
    if (!saysSomething(one) || one.policy.asOf !== undefined) continue;
    const found: Trial[] = [];
    for (const target of targetsOf(one)) {
      const reading = await cited.now(target);
      if (reading !== undefined) found.push(tried(one, target, reading));
    }
    trials.set(one, found);
    const [only, another] = found;
    if (only !== undefined && another === undefined && one.site?.resolved === "file")
      questions.set(one, questionsOf(one, only, quotations));
  }
  const answers = askPast(world.past, questions);

  const verdicts = new Map<CitationCase, JudgedCitation>();
  const sought: { readonly one: CitationCase; readonly trial: Trial; readonly was: boolean | undefined }[] = [];
  const keep = (one: CitationCase, target: string | undefined, verdict: CitationVerdict): void => {
    const { document, citation, site } = one;
    verdicts.set(one, { document, citation, site, target, asOf: undefined, verdict });
  };
  for (const one of cases) {
    const { citation, policy, early, site } = one;
    const found = trials.get(one) ?? [];
    const [first] = found;
    if (policy.asOf !== undefined) verdicts.set(one, await judgePast(one, answers.get(one)?.[0]));
    else if (isBareMiss(one) && answers.get(one)?.[0]?.kind === "absent") keep(one, undefined, { kind: "unjudged", because: "unclear" });
    else if (early !== undefined) keep(one, undefined, early);
    else if (site?.resolved === "ambiguous")
      keep(one, undefined, saysSomething(one) ? ambiguousVerdict(one, found, quotations) : { kind: "right" });
    else if (!saysSomething(one)) keep(one, site?.resolved === "file" ? site.target : undefined, { kind: "right" });
    else if (first === undefined) keep(one, undefined, { kind: "unjudged", because: "unreadable" });
    else {
      const past = await readThen(cited, answers.get(one) ?? []);
      const [only] = past;
      const was = first.symbols?.kind === "used" && only?.before !== undefined ? wasDefined(only.before, first.symbols.claim) : undefined;
      const verdict =
        first.symbols === undefined
          ? judgeLines({ citation, reading: first.reading, quotations, tolerance: policy.tolerance, past })
          : symbolVerdict(first.symbols, [], was);
      keep(one, first.target, verdict);
      if (verdict.kind === "missing-symbol" || first.symbols?.kind === "used") sought.push({ one, trial: first, was });
    }
  }
  const elsewhere = await definitionsElsewhere(
    world,
    candidates,
    sought.flatMap(({ one, trial }) => wanted(verdicts.get(one), trial)),
  );
  const companions = new Map<string, Set<string>>();
  for (const one of cases)
    if (one.site?.resolved === "file") companions.set(lineOf(one), (companions.get(lineOf(one)) ?? new Set()).add(one.site.target));
  for (const { one, trial, was } of sought) {
    const judged = verdicts.get(one);
    if (judged === undefined) continue;
    const places = wanted(judged, trial).flatMap(({ names }): readonly Place[] => elsewhere.find(names, trial.target));
    // `f` and `g` in `a.rs` and `b.rs`: nothing says which is where.
    const listed = companions.get(lineOf(one));
    if (one.citation.lines.length === 0 && places.some(({ path }) => path !== trial.target && listed?.has(path))) {
      keep(one, trial.target, { kind: "right" });
      continue;
    }
    if (trial.symbols !== undefined) keep(one, trial.target, symbolVerdict(trial.symbols, places, was));
    else if (judged.verdict.kind === "missing-symbol") keep(one, trial.target, { ...judged.verdict, elsewhere: places });
  }
  return {
    citations: cases.flatMap((one) => verdicts.get(one) ?? []),
    textOf: (path) => cited.textOf(path) ?? elsewhere.textOf(path),
    sites: cases.flatMap((one) => {
      const { document, site } = one;
      return verdicts.get(one)?.verdict.kind === "missing-file" && site !== undefined ? [{ document, site }] : [];
    }),
  };
}

const lineOf = ({ document, at }: CitationCase): string => `${document}\n${at[0] ?? 0}`;

/** A path without lines that is not there. If it never was, the text may speak of files that the program makes or meets elsewhere. */
function isBareMiss({ citation, early, policy }: CitationCase): boolean {
  return policy.asOf === undefined && early?.kind === "missing-file" && citation.lines.length === 0;
}

/** The names whose definitions are looked for in other files. */
function wanted(judged: JudgedCitation | undefined, { symbols }: Trial): readonly { readonly names: readonly string[] }[] {
  if (symbols !== undefined && symbols.kind !== "right") return [symbols.claim];
  return judged?.verdict.kind === "missing-symbol" ? [judged.verdict.claim] : [];
}
