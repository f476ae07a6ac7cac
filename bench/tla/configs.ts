import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { gather } from "../../src/engine/gather.js";
import { siteResolver } from "../../src/engine/link/sites.js";
import { isProof } from "../../src/engine/specs/checks.js";
import { stemOf } from "../../src/engine/specs/spec-paths.js";
import { readSpecifications, type SpecInput } from "../../src/engine/specs/specifications.js";
import type { Finding } from "../../src/model/finding.js";
import type { Project } from "../../src/model/project.js";
import { lineStarts, positionAt } from "../../src/model/span.js";
import type { Check, Specifications } from "../../src/model/specification.js";
import { UserError } from "../../src/model/user-error.js";
import type { Workspace } from "../../src/model/workspace.js";
import { undefinedName } from "../../src/rules/undefined-name.js";
import { unreadableSpec } from "../../src/rules/unreadable-spec.js";
import { overlay } from "../../src/workspace/memory.js";
import { noHistory } from "../../test/harness/check-files.js";
import { workspaceOf, worldOf } from "../accuracy/world.js";
import { type Model, modelsIn } from "./manifests.js";

/** A document that is about every module: it stands above them all. Its row names nothing that could be a finding of the measured rules. */
const document = { path: "every-module.md", text: "| TLA+ Invariant | Anchor site | How |\n| --- | --- | --- |\n| `TypeOK` | — | why |\n" };

const share = (part: number, whole: number): string => `${part} of ${whole} (${whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)} %)`;

/** How the configurations' modules and outcomes were told, against what the manifests say. A copy of a module, letter by letter, is as right. */
function pairing(models: readonly Model[], { configs, checks }: Specifications, textOf: (path: string) => string): void {
  const known = new Map(configs.map((one) => [one.path, one]));
  const wrong: string[] = [];
  const missing: string[] = [];
  const outcomes: string[] = [];
  const counts = { right: 0, fails: 0, failsFound: 0, succeeds: 0, falsely: 0 };
  const isSame = (a: string, b: string): boolean => a === b || (stemOf(a) === stemOf(b) && textOf(a) === textOf(b));
  for (const { config, module, fails, result } of models) {
    const found = known.get(config);
    if (found?.module === undefined) missing.push(`  no module found: ${config}, which is of ${module}`);
    else if (isSame(found.module, module)) counts.right += 1;
    else wrong.push(`  wrong module: ${config} is of ${module}, not of ${found.module}`);
    const expected = found?.expected ?? checks.find((check) => check.path === config && isProof(check) && check.expected)?.expected;
    if (fails === true) {
      counts.fails += 1;
      if (expected === undefined) outcomes.push(`  not seen to fail: ${config} (${result})`);
      else counts.failsFound += 1;
    } else if (fails === false) {
      counts.succeeds += 1;
      if (expected !== undefined) {
        counts.falsely += 1;
        outcomes.push(`  falsely expected to fail: ${config}, because of ${expected.fails}`);
      }
    }
  }
  console.log(`module right: ${share(counts.right, models.length)}, wrong ${wrong.length}, not found ${missing.length}`);
  for (const line of [...wrong, ...missing]) console.log(line);
  console.log(`expected to fail: ${share(counts.failsFound, counts.fails)} found; ${share(counts.falsely, counts.succeeds)} falsely`);
  for (const line of outcomes) console.log(line);
}

/** The names that configurations give to the model checker, and those that mean nothing. */
function resolution(models: readonly Model[], { checks, configs }: Specifications, placed: (check: Check) => string): void {
  const ofModels = new Set(models.map(({ config }) => config));
  const asked = checks.filter(({ path }) => configs.some((one) => one.path === path));
  const proofs = asked.filter(({ role }) => role === "invariant" || role === "property");
  const open = asked.filter(({ definition }) => definition === undefined);
  const resolved = proofs.filter(({ definition }) => definition !== undefined).length;
  console.log(
    `INVARIANT and PROPERTY names defined: ${share(resolved, proofs.length)}; all names: ${share(asked.length - open.length, asked.length)}`,
  );
  for (const check of open)
    console.log(
      `  not defined: ${placed(check)} ${check.name} (${check.role}) in ${check.module ?? "no module"}${ofModels.has(check.path) ? "" : ", of no manifest"}`,
    );
}

function findings(project: Project, textOf: (path: string) => string): void {
  const said = (rule: string, { place, message }: Finding): string => {
    if (place === undefined) return `  ${rule}: ${message}`;
    const { line, column } = positionAt(lineStarts(textOf(place.path)), place.span.start);
    return `  ${place.path}:${line}:${column} ${rule}: ${message}`;
  };
  for (const rule of [undefinedName, unreadableSpec]) {
    const all = [...rule.check(project)].filter(({ place }) => place?.path !== document.path);
    console.log(`${rule.id}: ${all.length}`);
    for (const one of all) console.log(said(rule.id, one));
  }
}

async function projectOf(folder: string, env: NodeJS.ProcessEnv): Promise<{ readonly project: Project; readonly workspace: Workspace }> {
  const workspace = overlay(await workspaceOf(folder, env), new Map([[document.path, document.text]]));
  const { project } = await gather(await worldOf(workspace, noHistory), [document.path], "if-locked");
  return { project, workspace };
}

/** How long the stage takes alone, over files that were read before: the median. */
async function time(workspace: Workspace, project: Project, rounds: number): Promise<void> {
  const files = await workspace.list();
  const world = await worldOf(workspace, noHistory);
  const input: SpecInput = {
    workspace,
    files,
    config: world.config.specifications,
    marker: world.config.marker,
    documents: project.documents,
    rows: project.rows,
    resolve: siteResolver(workspace, files, world.selection.isExternal),
    written: () => "",
  };
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { specifications } = readSpecifications(input);
    const read = performance.now();
    if (specifications !== undefined) [...undefinedName.check({ ...project, specifications })];
    return { read: read - start, rule: performance.now() - read };
  });
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  console.log(
    `stage ${median(times.map(({ read }) => read)).toFixed(0)} ms, undefined-name ${median(times.map(({ rule }) => rule)).toFixed(0)} ms`,
  );
}

/** Measures how configurations of the model checker are understood, against manifests. Throws a `UserError` for wrong usage. */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { rounds: { type: "string", default: "5" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new UserError("Which folder?", "One whose manifest.json files say of which module each `.cfg` is.");
  const { project, workspace } = await projectOf(resolve(folder), env);
  const { specifications } = project;
  if (specifications === undefined) throw new UserError("There is no module.");
  const models = modelsIn(workspace, await workspace.list());
  const textOf = (path: string): string => {
    const file = workspace.read(path);
    return file.kind === "text" ? file.text : "";
  };
  console.log(
    `${specifications.modules.size} modules, ${specifications.configs.length} configurations, ${models.length} models of manifests`,
  );
  pairing(models, specifications, textOf);
  resolution(models, specifications, ({ path, span }) => {
    const { line, column } = positionAt(lineStarts(textOf(path)), span.start);
    return `${path}:${line}:${column}`;
  });
  findings(project, textOf);
  await time(workspace, project, Number(values.rounds));
}
