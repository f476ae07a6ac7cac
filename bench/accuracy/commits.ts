import { languageOf } from "../../src/read/languages/index.js";
import { git, gitBytes } from "../git.js";

/** One commit of a folder's history. */
export interface Commit {
  readonly id: string;
  /** The files that it changes, relative to the folder. A merge changes what it does to either side: it brings together what was apart. */
  readonly changed: readonly string[];
}

/** All commits up to HEAD, from the oldest on. */
export function commitsIn(folder: string): readonly Commit[] {
  const options = ["--topo-order", "--reverse", "-m", "--name-only", "--no-renames", "--relative", "-z", "--format=%x01%H"];
  const changes = new Map<string, string[]>();
  // A merge is listed once for each of its sides.
  for (const entry of git(folder, "log", ...options, "HEAD")
    .split("\u0001")
    .slice(1)) {
    const [id = "", ...changed] = entry.split("\0").map((part) => part.trim());
    changes.set(id, [...(changes.get(id) ?? []), ...changed.filter((path) => path !== "")]);
  }
  return [...changes].map(([id, changed]) => ({ id, changed }));
}

const isRead = (path: string): boolean => languageOf(path) !== undefined || /\.(?:md|markdown|tla|cfg|toml)$/i.test(path);

/** The contents of objects, by id, asked for at once. */
function contentsOf(folder: string, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  const output = gitBytes(folder, ["cat-file", "--batch"], ids.map((id) => `${id}\n`).join(""));
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf("\n", at);
    const [id = "", , size = ""] = output.subarray(at, end).toString("latin1").split(" ");
    contents.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

/** Reads the files of commits into memory, each version once. Files that no check reads are there, but empty. */
export function treeReader(folder: string): (commit: string) => Readonly<Record<string, Uint8Array>> {
  const known = new Map<string, Uint8Array>();
  return (commit) => {
    const entries = git(folder, "ls-tree", "-r", "-z", commit)
      .split("\0")
      .flatMap((entry) => {
        const [, id, path] = /^100\d+ blob (\w+)\t([\s\S]+)$/.exec(entry) ?? [];
        return id === undefined || path === undefined ? [] : [{ id, path }];
      });
    const missing = entries.filter(({ id, path }) => isRead(path) && !known.has(id)).map(({ id }) => id);
    if (missing.length > 0) for (const [id, content] of contentsOf(folder, [...new Set(missing)])) known.set(id, content);
    return Object.fromEntries(entries.map(({ id, path }) => [path, known.get(id) ?? new Uint8Array()]));
  };
}
