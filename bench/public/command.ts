import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UserError } from "../../src/model/user-error.js";
import { command as measure } from "../accuracy/command.js";
import { git } from "../git.js";
import { placedIn } from "./placed.js";
import { readTruth, recordTruth, sameTruth, truthOf } from "./truth.js";
import { writeWorkspace } from "./workspace.js";

/** From one folder below the package's, where bundles believe to be. */
const truthFile = fileURLToPath(new URL("../bench/truth/misplaced-public.json", import.meta.url));

/** Options that are those of the measurement itself. */
const passed = ["seed", "per-anchor", "kinds", "misses", "json"] as const;

const text = { type: "string" } as const;
const list = { type: "string", multiple: true, default: [] as string[] } as const;

function read(argv: readonly string[]) {
  const own = { repo: list, name: list, keep: text, record: { type: "boolean", default: false }, commit: text, document: text } as const;
  const measured = { seed: text, "per-anchor": text, kinds: text, misses: text, json: text } as const;
  return parseArgs({ args: [...argv], options: { ...own, ...measured } }).values;
}

/** Enters a repository into the truth. */
async function record(folder: string, name: string, commit: string, document: string): Promise<void> {
  const id = git(folder, "rev-parse", `${commit}^{commit}`).trim();
  const truth = truthOf(name, id, document, await placedIn(folder, id, document));
  recordTruth(truthFile, truth);
  console.log(`${name}: ${truth.rows} rows, ${truth.anchors.length} anchors; left out: ${JSON.stringify(truth.leftOut)}`);
}

/** Builds the measured workspace of a recorded repository below `parent`. */
async function build(folder: string, name: string, parent: string): Promise<string> {
  const truth = readTruth(truthFile).find(({ repository }) => repository === name);
  if (truth === undefined) throw new UserError(`Nothing is recorded of \`${name}\`.`, "`--record --commit REV --document PATH` enters it.");
  const placed = await placedIn(folder, truth.commit, truth.document);
  sameTruth(truth, truthOf(name, truth.commit, truth.document, placed));
  const workspace = join(parent, name.replace("/", "-"));
  mkdirSync(workspace, { recursive: true });
  writeWorkspace(workspace, placed);
  return workspace;
}

/** Rebuilds what was measured of public repositories from clones, and measures it. Throws a `UserError` for wrong usage. */
export async function command(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const values = read(argv);
  const { repo, name, keep, commit, document } = values;
  if (repo.length === 0 || repo.length !== name.length) throw new UserError("Each clone has its name: `--repo PATH --name OWNER/NAME`.");
  const clones = repo.map((folder, at) => ({ folder: resolve(folder), name: name[at] ?? "" }));
  if (values.record) {
    if (commit === undefined || document === undefined) throw new UserError("What of it? `--commit REV --document PATH`.");
    for (const clone of clones) await record(clone.folder, clone.name, commit, document);
    return;
  }
  const parent = keep === undefined ? mkdtempSync(join(tmpdir(), "public-")) : resolve(keep);
  try {
    const folders: string[] = [];
    for (const clone of clones) folders.push(await build(clone.folder, clone.name, parent));
    const options = passed.flatMap((option) => (values[option] === undefined ? [] : [`--${option}`, values[option]]));
    await measure([...folders.flatMap((folder) => ["--repo", folder]), ...options], env);
  } finally {
    if (keep === undefined) rmSync(parent, { recursive: true, force: true });
  }
}
