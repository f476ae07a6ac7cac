import type { Repository } from "./repository.js";

const identifier = /[A-Za-z_]\w*/g;

/** How many changes are looked at for one that took the word out. */
const mostCommits = 5;

/** The line with every identifier of that name set apart. */
function around(line: string, word: string): string {
  return line.replace(identifier, (found) => (found === word ? "\0" : found));
}

/** The identifiers that stand in `added` where `removed` had the word, if the lines are alike otherwise. */
function successors(removed: string, added: string, word: string): readonly string[] {
  const pattern = around(removed.trim(), word)
    .split("\0")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("([A-Za-z_]\\w*)");
  return new RegExp(`^${pattern}$`).exec(added.trim())?.slice(1) ?? [];
}

/** True if a patch removes a line that has the word as a whole one. */
function removes(patch: string, word: string): boolean {
  return patch.split("\n").some((line) => line.startsWith("-") && new Set<string>(line.match(identifier)).has(word));
}

/** What most of the changed lines of a patch put in the word's place. */
function replacementIn(patch: string, word: string): string | undefined {
  const votes = new Map<string, number>();
  for (const hunk of patch.split(/^@@.*$/m).slice(1)) {
    const lines = hunk.split("\n");
    const removed = lines
      .filter((line) => line.startsWith("-") && new Set<string>(line.match(identifier)).has(word))
      .map((line) => line.slice(1));
    const added = lines.filter((line) => line.startsWith("+")).map((line) => line.slice(1));
    for (const before of removed) {
      for (const after of added)
        for (const now of new Set(successors(before, after, word))) if (now !== word) votes.set(now, (votes.get(now) ?? 0) + 1);
    }
  }
  return [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

/**
 * The last change that took a word out of the file at `path`, committed or not, and what it put in its place, where a line shows that; `undefined`
 * where the file never had the word. The path is relative to the top folder.
 */
export function lossIn(repository: Repository, path: string, word: string): { readonly now: string | undefined } | undefined {
  const options = ["--no-color", "--no-ext-diff", "--unified=0"];
  const uncommitted = repository.ask(["--literal-pathspecs", "diff", ...options, "HEAD", "--", path]).output;
  if (removes(uncommitted, word)) return { now: replacementIn(uncommitted, word) };
  // Whole words: a longer name that holds the word is another one. Of the changes in their number, the last one that took a word out counts.
  const counted = ["--pickaxe-regex", `-S(^|[^A-Za-z0-9_])${word}([^A-Za-z0-9_]|$)`];
  const log = repository.ask(["--literal-pathspecs", "log", `-${mostCommits}`, "--format=%H", ...counted, "--", path]);
  for (const commit of log.output.split("\n").filter((line) => line !== "")) {
    const patch = repository.ask(["--literal-pathspecs", "show", "--format=", ...options, commit, "--", path]).output;
    if (removes(patch, word)) return { now: replacementIn(patch, word) };
  }
  return undefined;
}
