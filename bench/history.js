// Checks every commit of a repository: `node bench/history.js --repo PATH [--since REV] [--record FILE --name OWNER/NAME | --truth FILE]`.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { check } from "../dist/index.js";
import { importTypeScript } from "./typescript.js";

const { git, commitsOf } = await importTypeScript("git.ts");
const { claimsOf } = await importTypeScript("claims.ts");

const { values } = parseArgs({
  options: {
    repo: { type: "string" },
    since: { type: "string" },
    record: { type: "string" },
    name: { type: "string" },
    truth: { type: "string" },
  },
});
if (values.repo === undefined) throw new Error("which repository? --repo PATH");

/** What one commit gives: `undefined` where its documents promise nothing. */
async function factsOf(folder, commit) {
  git(folder, "checkout", "--quiet", "--force", "--detach", commit);
  const { report } = await check({ cwd: folder, root: folder });
  if (report.summary.rows === 0) return undefined;
  const findings = report.diagnostics.map(({ rule, name, path, line }) => ({ rule, name: name ?? "", path, line }));
  return { commit, rows: report.summary.rows, anchors: report.summary.anchors, findings };
}

/** Findings of the same rule, name and path are one claim, however many commits make it. */
const claimOf = ({ rule, name, path }) => `${rule} ${name} ${path}`;

/** The distinct findings with the commits that have them; what `before` says of them is kept. */
function judgementsOf(commits, before) {
  const known = new Map(before.map((judged) => [claimOf(judged), judged]));
  return claimsOf(commits, claimOf).map(({ finding, first, last, commits: having }) => {
    const { rule, name, path } = finding;
    const { verdict = "not judged", why = "" } = known.get(claimOf(finding)) ?? {};
    return { rule, name, path, first, last, commits: having, verdict, why };
  });
}

const truthFile = values.truth ?? values.record;
const truth = truthFile !== undefined && existsSync(truthFile) ? JSON.parse(readFileSync(truthFile, "utf8")) : undefined;
const folder = mkdtempSync(join(tmpdir(), "history-"));
const crashes = [];
const commits = [];
let withoutTables = 0;
try {
  git(folder, "clone", "--quiet", "--no-hardlinks", "--no-checkout", values.repo, ".");
  for (const commit of commitsOf(folder, values.since ?? truth?.since, values.truth === undefined ? "HEAD" : truth.head)) {
    try {
      const facts = await factsOf(folder, commit);
      if (facts === undefined) {
        withoutTables += 1;
        continue;
      }
      commits.push(facts);
      const rules = Object.entries(Object.groupBy?.(facts.findings, ({ rule }) => rule) ?? tally(facts.findings));
      const counts = rules.map(([rule, findings]) => `${rule} ${findings.length}`).join(", ");
      console.log(`${commit.slice(0, 10)}  ${facts.rows} rows  ${facts.anchors} anchors  ${counts === "" ? "no findings" : counts}`);
    } catch (error) {
      crashes.push(commit);
      console.log(`${commit.slice(0, 10)}  CRASH ${error.stack}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The findings by rule, for versions of Node without `Object.groupBy`. */
function tally(findings) {
  const byRule = {};
  for (const finding of findings) byRule[finding.rule] = [...(byRule[finding.rule] ?? []), finding];
  return byRule;
}

console.log(`\n${commits.length} commits with anchor tables, ${withoutTables} without, ${crashes.length} crashes; distinct findings:`);
const judged = judgementsOf(commits, truth?.judged ?? []);
for (const { rule, name, path, commits: count, verdict, why } of judged)
  console.log(`  ${rule} ${name} ${path}: ${count} commits; ${verdict}${why === "" ? "" : `: ${why}`}`);
process.exitCode = crashes.length > 0 ? 1 : 0;

if (values.record !== undefined) {
  const since = values.since === undefined ? truth?.since : git(values.repo, "rev-parse", `${values.since}^{commit}`).trim();
  const name = values.name ?? truth?.repository ?? "";
  const head = git(values.repo, "rev-parse", "HEAD").trim();
  writeFileSync(values.record, `${JSON.stringify({ repository: name, since: since ?? "", head, judged, commits }, null, 2)}\n`);
}

if (values.truth !== undefined) {
  const now = new Map(commits.map((facts) => [facts.commit, JSON.stringify(facts)]));
  const then = new Map(truth.commits.map((facts) => [facts.commit, JSON.stringify(facts)]));
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter((commit) => now.get(commit) !== then.get(commit));
  for (const commit of changed)
    console.log(`differs: ${commit}\n  then ${then.get(commit) ?? "nothing"}\n  now  ${now.get(commit) ?? "nothing"}`);
  console.log(
    changed.length === 0 ? `the same as recorded: ${then.size} commits` : `${changed.length} commits differ from what was recorded`,
  );
  if (changed.length > 0) process.exitCode = 1;
}
