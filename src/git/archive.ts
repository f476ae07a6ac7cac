import type { Archive } from "../model/workspace.js";
import { inTop } from "./history.js";
import { findRepository, type Repository } from "./repository.js";

/** How far back a file is followed: what was reviewed longer ago was changed so often that no difference tells much. */
const furthest = 100;

const fields = (output: string): readonly string[] => output.split("\0").filter((field) => field !== "");

/** Asks git about earlier texts of the files below a folder. `env` is what git runs with, as for the history. */
export function openArchive(root: string, env?: Readonly<Record<string, string | undefined>>): Archive {
  let found: { readonly repository: Repository | undefined } | undefined;
  const repository = (): Repository | undefined => {
    found ??= { repository: findRepository(root, env) };
    return found.repository;
  };
  return {
    committed: (paths) => {
      const git = repository();
      return git === undefined ? new Map() : committed(git, paths);
    },
    *versions(path, commit) {
      const git = repository();
      const inside = git === undefined ? undefined : inTop(git.prefix, path);
      if (git === undefined || inside === undefined) return;
      if (commit !== undefined) yield* textAt(git, commit, inside);
      const { output } = git.ask(["--literal-pathspecs", "rev-list", `--max-count=${furthest}`, "HEAD", "--", inside]);
      for (const later of output.split("\n").filter((line) => line !== "")) yield* textAt(git, later, inside);
    },
  };
}

function* textAt(git: Repository, commit: string, path: string): Generator<string> {
  const { code, output } = git.ask(["cat-file", "blob", `${commit}:${path}`]);
  if (code === 0) yield output.replace(/^\uFEFF/, "");
}

function committed(git: Repository, paths: readonly string[]): ReadonlyMap<string, string> {
  const { code, output } = git.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  const head = output.trim();
  const inside = new Map(paths.flatMap((path) => (path === "" ? [] : [[path, inTop(git.prefix, path)] as const])));
  const asked = [...inside.values()].filter((path) => path !== undefined);
  if (code !== 0 || asked.length === 0) return new Map();
  const known = git.ask(["--literal-pathspecs", "ls-tree", "-z", "-r", "--name-only", "--full-tree", head, "--", ...asked]);
  // Plumbing would take a file whose time alone changed for a changed one.
  const options = ["-z", "--name-only", "--no-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules"];
  const changed = git.ask(["--literal-pathspecs", "diff", ...options, head, "--", ...asked]);
  if (known.code !== 0 || changed.code !== 0) return new Map();
  const [tracked, dirty] = [new Set(fields(known.output)), new Set(fields(changed.output))];
  const isClean = (path: string | undefined): boolean => path !== undefined && tracked.has(path) && !dirty.has(path);
  return new Map([...inside].filter(([, path]) => isClean(path)).map(([path]) => [path, head]));
}
