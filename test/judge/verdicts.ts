import type { Diagnostic } from "../../src/model/report.js";
import { checkFiles } from "../harness/check-files.js";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

const rules = ["misplaced-anchor", "stale-explanation"];

/** A document with a table of anchors; each row is a name, a site and an explanation. */
export function tableOf(...rows: readonly (readonly [string, string, string])[]): string {
  const lines = rows.map(([name, site, said]) => `| \`${name}\` | \`${site}\` | ${said.replaceAll("|", "\\|")} |\n`);
  return `| Invariant | Anchor site | How the code upholds it |\n| --- | --- | --- |\n${lines.join("")}`;
}

/** A document with one row for `Name` in `src/a.rs`, and that file. */
export function filesOf(said: string, code: string): Files {
  return { "specs/README.md": tableOf(["Name", "src/a.rs", said]), "src/a.rs": code };
}

/** What the two rules that judge find. */
export async function findings(files: Files): Promise<readonly Diagnostic[]> {
  return (await checkFiles(files, { only: rules })).report.diagnostics;
}

/** Their messages. */
export async function messages(files: Files): Promise<readonly string[]> {
  return (await findings(files)).map(({ message }) => message);
}

/**
 * What became of each anchor that the judgement has something to say of, in no order: `unjudged`, or the finding. Lines are shown as what stands on them,
 * so that it is the same wherever in the file the code stands.
 */
export async function verdicts(files: Files): Promise<readonly string[]> {
  const { report } = await checkFiles(files, { only: rules });
  const lineOf = (path: string, line: number): string => files[path]?.split(/\r?\n/)[line - 1]?.trim() ?? "";
  const found = report.diagnostics.map(
    ({ rule, name = "", path = "", message }) =>
      `${rule} ${name}: ${message.replace(/at line (\d+)/, (_, line) => `at ${lineOf(path, Number(line))}`)}`,
  );
  return [...found, ...report.unjudged.map(({ name, path }) => `unjudged ${name} in ${path}`)].sort();
}

/** What becomes of the one anchor `Name`: `plausible`, `unjudged` or `misplaced`, and `stale` for a row that tells of something else. */
export async function verdict(said: string, code: string): Promise<string> {
  const { report } = await checkFiles(filesOf(said, code), { only: rules });
  if (report.summary.anchors !== 1) throw new Error("there is not one anchor");
  const [found] = report.diagnostics;
  if (found !== undefined) return found.rule === "misplaced-anchor" ? "misplaced" : "stale";
  return report.unjudged.length > 0 ? "unjudged" : "plausible";
}
