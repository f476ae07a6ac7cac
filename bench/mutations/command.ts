import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { git } from "../git.js";
import { subjectOf } from "./subject.js";
import { tableOf } from "./table.js";
import { mutantsOf, mutations, type Reported, type Trial, trial, unjudged } from "./trial.js";

/** The library's `check`, as far as it is used here. */
export type CheckFolder = (options: {
  readonly cwd: string;
  readonly root: string;
  readonly levels: Readonly<Record<string, "off">>;
}) => Promise<{ readonly report: { readonly diagnostics: readonly Reported[] } }>;

/** A copy in a temporary folder: of a repository its HEAD with all history, of another folder its files as one commit. */
function copyOf(path: string): string {
  const copy = mkdtempSync(join(tmpdir(), "mutations-"));
  if (existsSync(join(path, ".git"))) {
    git(copy, "clone", "--quiet", "--no-hardlinks", path, ".");
    return copy;
  }
  cpSync(path, copy, { recursive: true });
  git(copy, "init", "--quiet");
  git(copy, "add", "--all");
  git(copy, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "--message", "as it is");
  return copy;
}

function textsOf(folder: string): ReadonlyMap<string, string> {
  const paths = git(folder, "ls-files", "-z").split("\0");
  return new Map(paths.filter((path) => /\.(?:md|rs)$/.test(path)).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * Tries every mutation on every pair of row and anchor of a copy of `--repo`, prints a table and each mutant that was not found exactly.
 * Resolves to the exit code: 1 if there is such a mutant. `--only TEXT` keeps to the mutations whose name holds it, `--seed N` draws others.
 */
export async function command(argv: readonly string[], check: CheckFolder): Promise<0 | 1> {
  const options = { repo: { type: "string" }, seed: { type: "string", default: "1" }, only: { type: "string", default: "" } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.repo === undefined) throw new Error("which repository? --repo PATH");
  const seed = Number(values.seed);
  const folder = copyOf(values.repo);
  try {
    const subject = subjectOf(textsOf(folder));
    const run = async (): Promise<readonly Reported[]> => (await check({ cwd: folder, root: folder, levels: unjudged })).report.diagnostics;
    const known = await run();
    const baseline = new Set(known.map(({ fingerprint }) => fingerprint));
    const trials: Trial[] = [];
    for (const mutation of mutations.filter(({ id }) => id.includes(values.only))) {
      for (const mutant of mutantsOf(mutation, subject, seed)) {
        const originals = new Map([...mutant.files.keys()].map((path) => [path, subject.files.get(path) ?? ""]));
        const written = async (files: ReadonlyMap<string, string>): Promise<readonly Reported[]> => {
          write(folder, files);
          return run();
        };
        trials.push(await trial(mutation.id, mutant, written, baseline, true));
        write(folder, originals);
      }
    }
    console.log(`seed ${seed}; ${subject.pairs.length} pairs of row and anchor; ${known.length} findings before, not counted`);
    for (const reason of subject.leftOut) console.log(`left out: ${reason}`);
    console.log(
      tableOf(
        mutations.map(({ id }) => id).filter((id) => id.includes(values.only)),
        trials,
      ),
    );
    return trials.every(({ outcome }) => outcome === "exact") ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
