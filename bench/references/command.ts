import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Diagnostic } from "../../src/model/report.js";
import { UserError } from "../../src/model/user-error.js";
import { traceFolder } from "../../src/trace-folder.js";
import { shareOf } from "../accuracy/statistics.js";
import { git } from "../git.js";
import { type Compared, compare } from "./compared.js";
import { readTruth, type TrueName, type Truth } from "./truth.js";

/** `12 of 15 (80 %, 55–93)`: a share with its 95 % interval. */
function shown(part: number, whole: number): string {
  const share = shareOf(part, whole);
  const percent = (value: number): string => (100 * value).toFixed(0);
  return share === undefined ? "none" : `${part} of ${whole} (${percent(part / whole)} %, ${percent(share.low)}–${percent(share.high)})`;
}

function printReferences(title: string, compared: readonly Compared[]): void {
  const of = (verdict: string): readonly Compared[] => compared.filter(({ reference }) => reference.verdict === verdict);
  const reported = (some: readonly Compared[]): number => some.filter(({ said }) => said !== undefined).length;
  const [wrong, right, unclear] = [of("wrong"), of("right"), [...of("undecidable"), ...of("not-a-reference")]];
  console.log(
    `${title}: wrong ones found ${shown(reported(wrong), wrong.length)}; right ones reported ${shown(reported(right), right.length)}; others reported ${reported(unclear)} of ${unclear.length}`,
  );
}

/** Holds the matrix against the names' places, and prints every difference. */
async function printNames(root: string, config: string, names: readonly TrueName[]): Promise<void> {
  const traced = await traceFolder({ cwd: root, root, config });
  if (traced.kind === "nothing") throw new UserError(`Nothing can be traced in \`${root}\`.`);
  let right = 0;
  for (const { name, definition, checkedBy } of names) {
    const lines = traced.matrix.names.filter((line) => line.name === name);
    const definitions = lines.flatMap((line) => line.definitions.map((one) => `${one.path}:${one.line}`));
    const checks = lines.flatMap((line) => line.checks.flatMap((one) => ("path" in one ? [`${one.path}:${one.line}`] : [])));
    const missing = [definition, ...checkedBy].filter((place) => !definitions.includes(place) && !checks.includes(place));
    if (missing.length === 0) right += 1;
    else console.log(`  ${name}: the matrix has not ${missing.join(", ")}, but ${[...definitions, ...checks].join(", ")}`);
  }
  console.log(`names with their definition and configurations: ${shown(right, names.length)}`);
}

/** Holds the findings of checked invariants without a row against the truth. */
function printUndocumented(truth: Truth, repository: string, root: string | undefined, diagnostics: readonly Diagnostic[]): void {
  const places = new Set(
    diagnostics
      .filter(({ rule }) => rule === "undocumented-invariant")
      .flatMap((found) => [found, ...found.related].map(({ path, line }) => `${path}:${line}`)),
  );
  const known = truth.undocumented.filter((name) => name.repository === repository);
  if (known.length > 0) {
    const found = known.filter(({ checkedBy }) => checkedBy.some((place) => places.has(place)));
    const reported = diagnostics.filter(({ rule }) => rule === "undocumented-invariant").length;
    console.log(`invariants without a row: ${found.length} of ${known.length} found, ${reported} reported`);
  }
  if (root === undefined) return;
  const [without, withRow] = [
    truth.dMLInvariants.filter(({ documented }) => !documented),
    truth.dMLInvariants.filter(({ documented }) => documented),
  ];
  const reported = (some: typeof without): number => some.filter(({ path, line }) => places.has(`${path}:${line}`)).length;
  console.log(
    `drawn invariants without a row reported: ${shown(reported(without), without.length)}; with one: ${shown(reported(withRow), withRow.length)}`,
  );
}

/** Prints how `check` compares with the truth. Throws a `UserError` for wrong usage. */
export async function command(argv: readonly string[]): Promise<void> {
  const options = { repo: { type: "string", multiple: true, default: [] as string[] }, misses: { type: "string", default: "20" } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.repo.length === 0) throw new UserError("Which repositories? `--repo echidna=PATH --repo dML=PATH`.");
  const truth = readTruth();
  const folder = mkdtempSync(join(tmpdir(), "references-"));
  const all: Compared[] = [];
  try {
    for (const given of values.repo) {
      const [name = "", path = ""] = given.split(/=(.*)/s);
      const repository = truth.repositories.find((one) => (one.short ?? one.name) === name);
      if (repository === undefined || path === "") throw new UserError(`\`${given}\` is no \`NAME=PATH\` of a repository of the truth.`);
      const root = resolve(path);
      const head = git(root, "rev-parse", "HEAD").trim();
      if (head !== repository.commit) console.log(`${name}: the truth is about ${repository.commit}, this is ${head}`);
      const references = truth.references.filter((one) => one.repository === name);
      const config = join(folder, `${name}.toml`);
      const documents = [...new Set(references.map((one) => one.path))];
      writeFileSync(config, `documents = ${JSON.stringify(documents)}\n`);
      const { compared, diagnostics } = await compare(root, config, references);
      all.push(...compared);
      console.log(`\n${name}, ${documents.length} documents`);
      printReferences(
        "drawn",
        compared.filter(({ reference }) => reference.drawn),
      );
      printReferences(
        "all in tables that pair specification and code",
        compared.filter(({ reference }) => reference.scope === undefined),
      );
      printReferences("all", compared);
      const names = truth.names.filter((one) => one.repository === name);
      if (names.length > 0) await printNames(root, config, names);
      printUndocumented(truth, name, repository.root, diagnostics);
      const misses = compared.filter(
        ({ reference, said }) =>
          (reference.verdict === "wrong") !== (said !== undefined) && (reference.verdict === "wrong" || reference.verdict === "right"),
      );
      for (const { reference, said } of misses.slice(0, Number(values.misses)))
        console.log(
          `  ${reference.path}:${reference.line} ${reference.text}: ${reference.verdict}, said ${said ?? "nothing"}${reference.scope === undefined ? "" : ` (${reference.scope})`}`,
        );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\nseed of the draw ${truth.seed}`);
  printReferences(
    "drawn, both",
    all.filter(({ reference }) => reference.drawn),
  );
  printReferences("all, both", all);
}
