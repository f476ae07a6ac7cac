import type { Quotations, Reading } from "../../judge/citations/holding.js";
import { judgeLines } from "../../judge/citations/judge-lines.js";
import { symbolStateOf, symbolVerdict } from "../../judge/citations/judge-symbols.js";
import type { CitationVerdict, JudgedCitation } from "../../model/citing.js";
import type { Followed, Revision } from "../../model/past.js";
import { foldersUp, normalised } from "../link/sites.js";
import type { World } from "../world.js";
import type { CitationCase } from "./cases.js";
import type { CitedFiles } from "./cited-files.js";
import type { Question } from "./history.js";

const unreadable: CitationVerdict = { kind: "unjudged", because: "unreadable" };

/** The paths that a citation's file may have had, the likeliest first. */
export function pathsThen({ citation, site, document }: CitationCase): readonly string[] {
  const written = citation.path?.written ?? "";
  const tried = [...foldersUp(document)].flatMap(
    (folder) => normalised(folder === "" || written.startsWith("/") ? written : `${folder}/${written}`) ?? [],
  );
  return [...new Set([...(site?.resolved === "file" ? [site.target] : []), ...tried])].filter((path) => path !== "");
}

/** True for a citation that is held to an earlier state: not one that nothing can be said of. */
export function isPastCase({ policy, early }: CitationCase): boolean {
  return policy.asOf !== undefined && (early === undefined || early.kind === "missing-file");
}

/** What is asked of history for a document that describes what was when it was written: one question, the first of its lines. */
export function questionOfWritten(one: CitationCase): Question {
  const { citation, document, at } = one;
  const lines = citation.lines[0];
  return {
    document,
    line: at[0] ?? 1,
    paths: pathsThen(one),
    first: lines?.first.value ?? 1,
    last: lines?.last?.value ?? lines?.first.value ?? 1,
  };
}

/** Judges citations of documents that describe a past state. `answer` is what history says of its question, where there was one. */
export function pastStates(
  world: World,
  files: CitedFiles,
  quotations: Quotations,
): (one: CitationCase, answer: Followed | undefined) => Promise<JudgedCitation> {
  const read = async (
    one: CitationCase,
    answer: Followed | undefined,
  ): Promise<{ reading: Reading; commit: Revision | undefined } | "missing" | undefined> => {
    const { asOf } = one.policy;
    if (asOf !== undefined && asOf !== "written") {
      const commit = world.pastFiles?.commit(asOf);
      const file = commit === undefined ? undefined : world.pastFiles?.file(commit, pathsThen(one));
      if (commit === undefined) return undefined;
      return file === undefined ? "missing" : { reading: await files.earlier(file.path, file.text), commit };
    }
    if (answer === undefined) return undefined;
    if ("text" in answer) return { reading: await files.earlier(answer.path, answer.text), commit: answer.commit };
    const now = answer.kind === "uncommitted" && one.site?.resolved === "file" ? await files.now(one.site.target) : undefined;
    return now === undefined ? undefined : { reading: now, commit: undefined };
  };
  return async (one, answer) => {
    const { document, citation, site, policy, early } = one;
    const judged = (target: string | undefined, asOf: Revision | undefined, verdict: CitationVerdict): JudgedCitation => ({
      document,
      citation,
      site,
      target,
      asOf,
      verdict,
    });
    if (!isPastCase(one)) return judged(undefined, undefined, early ?? unreadable);
    const found = await read(one, answer);
    if (found === undefined) return judged(undefined, undefined, unreadable);
    // A name without folder may have been anywhere.
    if (found === "missing") return judged(undefined, undefined, early ?? unreadable);
    const { reading, commit } = found;
    const { path } = reading.code.source;
    const verdict =
      citation.lines.length > 0
        ? judgeLines({ citation, reading, quotations, tolerance: policy.tolerance, past: [] })
        : symbolVerdict(symbolStateOf(citation, reading, one.isCode), [], undefined);
    return judged(path, commit, verdict);
  };
}
