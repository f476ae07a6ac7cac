import type { PastFiles } from "../model/citing.js";
import type { Revision } from "../model/past.js";
import { inTop } from "./history.js";
import { findRepository, type Repository } from "./repository.js";

/** Files above this size are not read, in characters. */
const largest = 2_000_000;

/**
 * Reads files of earlier commits. Git is first run when there is a question, and each answer is kept. `env` is what git runs with, freed of
 * the variables by which hooks bind it to a repository; without it git inherits the process's own.
 */
export function openPastFiles(root: string, env?: Readonly<Record<string, string | undefined>>): PastFiles {
  let opened: { readonly repository: Repository | undefined } | undefined;
  const commits = new Map<string, Revision | undefined>();
  const texts = new Map<string, string | undefined>();
  const repository = (): Repository | undefined => {
    opened ??= { repository: findRepository(root, env) };
    return opened.repository;
  };
  const readCommit = (git: Repository, name: string): Revision | undefined => {
    const format = "--format=%H%n%ct%n%s";
    const { code, output } = git.ask(["log", "-1", format, "--end-of-options", `${name}^{commit}`, "--"]);
    const [hash = "", date = "", subject = ""] = output.split("\n");
    return code === 0 && hash !== "" ? { hash, date: Number(date), subject } : undefined;
  };
  const readText = (git: Repository, name: string): string | undefined => {
    const { code, output } = git.ask(["cat-file", "blob", name]);
    return code === 0 && output.length <= largest ? output.replace(/^\uFEFF/, "") : undefined;
  };
  return {
    commit: (name) => {
      const git = repository();
      if (git !== undefined && !commits.has(name)) commits.set(name, readCommit(git, name));
      return commits.get(name);
    },
    file: ({ hash }, paths) => {
      const git = repository();
      for (const path of git === undefined ? [] : paths) {
        const inside = git === undefined ? undefined : inTop(git.prefix, path);
        const name = `${hash}:${inside}`;
        if (git !== undefined && inside !== undefined && !texts.has(name)) texts.set(name, readText(git, name));
        const text = texts.get(name);
        if (text !== undefined) return { path, text };
      }
      return undefined;
    },
  };
}
