import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFolder } from "../../src/check-folder.js";
import type { Diagnostic } from "../../src/model/report.js";
import { UserError } from "../../src/model/user-error.js";
import { shareOf } from "../accuracy/statistics.js";
import { git } from "../git.js";
import { type FindingsTruth, type JudgedFinding, type JudgedRepository, readTruth } from "./truth.js";

/** A repository's findings: those that were judged with whether they are still reported, and those that nobody judged. */
interface Replayed {
  readonly judged: readonly { readonly finding: JudgedFinding; readonly reported: boolean }[];
  readonly unjudged: readonly Diagnostic[];
}

/** `12 of 15 (80 %, 55–93)`: a share with its 95 % interval. */
function shown(part: number, whole: number): string {
  const share = shareOf(part, whole);
  const percent = (value: number): string => (100 * value).toFixed(0);
  return share === undefined ? "none" : `${part} of ${whole} (${percent(part / whole)} %, ${percent(share.low)}–${percent(share.high)})`;
}

function isSame(finding: JudgedFinding, { rule, path, line, message }: Diagnostic): boolean {
  return (
    finding.rule === rule &&
    finding.path === path &&
    finding.line === line &&
    (finding.name === undefined || message.includes(`\`${finding.name}\``))
  );
}

/** Checks a clone as it was checked when its findings were judged; a configuration of its own is left out. */
async function replay(truth: FindingsTruth, { short, root = ".", documents, commit }: JudgedRepository, path: string): Promise<Replayed> {
  const clone = resolve(path);
  const head = git(clone, "rev-parse", "HEAD").trim();
  if (head !== commit) console.log(`${short}: the truth is about ${commit}, this is ${head}`);
  const folder = mkdtempSync(join(tmpdir(), "findings-"));
  try {
    const config = join(folder, "spec-anchors.toml");
    writeFileSync(config, documents === undefined ? "" : `documents = ${JSON.stringify(documents)}\n`);
    const cwd = join(clone, root);
    const { report } = await checkFolder({ cwd, root: cwd, config });
    const about = report.diagnostics.filter(({ rule }) => truth.rules.includes(rule));
    const own = truth.findings.filter(({ repository }) => repository === short);
    return {
      judged: own.map((finding) => ({ finding, reported: about.some((diagnostic) => isSame(finding, diagnostic)) })),
      unjudged: about.filter((diagnostic) => !own.some((finding) => isSame(finding, diagnostic))),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints what became of a rule's findings; those of one draw, where there are several. */
function printRule(rule: string, all: readonly Replayed[], drawn: JudgedFinding["drawn"]): void {
  const judged = all.flatMap((one) => one.judged).filter(({ finding }) => finding.rule === rule && finding.drawn === drawn);
  const unjudged = all.flatMap((one) => one.unjudged).filter((diagnostic) => diagnostic.rule === rule).length;
  if (judged.length + unjudged === 0) return;
  const count = (verdict: string, some: typeof judged): number => some.filter(({ finding }) => finding.verdict === verdict).length;
  const share = (some: typeof judged): string => shown(count("true", some), count("true", some) + count("false", some));
  const reported = judged.filter((one) => one.reported);
  console.log(
    `${rule}${drawn === undefined ? "" : ` (${drawn})`}: when judged right ${share(judged)}, ${count("arguable", judged)} arguable; ` +
      `still reported ${reported.length} of ${judged.length}, right ${share(reported)}, ${count("arguable", reported)} arguable; ` +
      `${unjudged} ${drawn === undefined ? "new" : "not judged"}`,
  );
}

/** Prints how the findings of clones compare with those that were judged. Throws a `UserError` for wrong usage. */
export async function command(argv: readonly string[]): Promise<void> {
  const options = { repo: { type: "string", multiple: true, default: [] as string[] }, new: { type: "string", default: "20" } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const truth = readTruth();
  if (values.repo.length === 0)
    throw new UserError(`Which repositories? ${truth.repositories.map(({ short }) => `\`--repo ${short}=PATH\``).join(" ")}`);
  const all: Replayed[] = [];
  for (const given of values.repo) {
    const [name = "", path = ""] = given.split(/=(.*)/s);
    const repository = truth.repositories.find(({ short }) => short === name);
    if (repository === undefined || path === "") throw new UserError(`\`${given}\` is no \`NAME=PATH\` of a repository of the truth.`);
    const replayed = await replay(truth, repository, path);
    all.push(replayed);
    const fresh = replayed.unjudged.filter(({ rule }) => rule !== truth.drawn.rule);
    for (const { path: at, line, rule, message } of fresh.slice(0, Number(values.new)))
      console.log(`new: ${name} ${at}:${line} ${rule}: ${message}`);
    for (const { finding, reported } of replayed.judged)
      if (!reported && finding.verdict === "true")
        console.log(`gone: ${name} ${finding.path}:${finding.line} ${finding.rule} ${finding.name ?? ""}`);
      else if (reported && finding.verdict === "false")
        console.log(`false: ${name} ${finding.path}:${finding.line} ${finding.rule}: ${finding.why}`);
  }
  console.log("");
  for (const rule of truth.rules)
    if (rule !== truth.drawn.rule) printRule(rule, all, undefined);
    else
      for (const name of ["first", "again"] as const) {
        const { seed, size, of } = truth.drawn[name];
        console.log(`${size} of ${of} drawn, seed ${seed}`);
        printRule(rule, all, name);
      }
}
