import { posix } from "node:path";
import type { History } from "../model/workspace.js";
import { blame } from "./blame.js";
import { checkIgnored } from "./ignored.js";
import { lossIn } from "./losses.js";
import { followRenames } from "./renames.js";
import { findRepository, type Repository } from "./repository.js";

/**
 * Asks git about the files below a folder, which may lie anywhere in its repository. Git is first run when there is a question, and each
 * answer is kept: whoever wants to see later changes opens the history anew. `env` is what git runs with, freed of the variables by
 * which hooks bind it to a repository; without it git inherits the process's own.
 */
export function openHistory(root: string, env?: Readonly<Record<string, string | undefined>>): History {
  const repository = once(() => findRepository(root, env));
  const follow = once(() => whenThere(repository(), followRenames));
  const renamed = new Map<string, string | undefined>();
  const changed = new Map<string, number | undefined>();
  const losses = new Map<string, { readonly now: string | undefined } | undefined>();
  const ignores = new Map<string, boolean>();

  return {
    renamedTo: (path) => {
      const prefix = repository()?.prefix ?? "";
      return kept(renamed, path, () => {
        const target = whenThere(inTop(prefix, path), (from) => follow()?.(from));
        return target?.startsWith(prefix) ? target.slice(prefix.length) : undefined;
      });
    },
    lastChange: (path, line) =>
      kept(changed, `${line}:${path}`, () =>
        whenThere(repository(), (git) => whenThere(inTop(git.prefix, path), (inside) => blame(git, inside, line))),
      ),
    lost: (path, word) =>
      kept(losses, `${word}:${path}`, () =>
        whenThere(repository(), (git) => whenThere(inTop(git.prefix, path), (inside) => lossIn(git, inside, word))),
      ),
    ignored: (paths) => {
      const git = repository();
      if (git === undefined) return new Set();
      learn(git, ignores, paths);
      return new Set(paths.filter((path) => ignores.get(path) === true));
    },
  };
}

function learn(git: Repository, ignores: Map<string, boolean>, paths: readonly string[]): void {
  const asked = new Map<string, string>();
  for (const path of paths) {
    const inside = ignores.has(path) ? undefined : inTop(git.prefix, path);
    if (inside !== undefined) asked.set(path, inside);
  }
  if (asked.size === 0) return;
  const answers = checkIgnored(git, [...new Set(asked.values())]);
  for (const [path, inside] of asked) ignores.set(path, answers.get(inside) ?? false);
}

/** The path from the top folder, or `undefined` where it is empty or leads out of the root. A final `/`, which marks a folder, stays. */
export function inTop(prefix: string, path: string): string | undefined {
  const normal = posix.normalize(path);
  const outside =
    normal === "." || normal === "./" || normal === ".." || normal.startsWith("../") || normal.startsWith("/") || normal.includes("\0");
  return outside ? undefined : prefix + normal;
}

function whenThere<From, To>(value: From | undefined, then: (value: From) => To | undefined): To | undefined {
  return value === undefined ? undefined : then(value);
}

function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function kept<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  if (!known.has(key)) known.set(key, find());
  return known.get(key) as Value;
}
