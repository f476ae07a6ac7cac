import type { Repository } from "./repository.js";

/** For each 1-based line of a document: its commit and the document's path there. `commit` is `undefined` for what is not committed. */
export type Blamed =
  | { readonly kind: "commit"; readonly commit: string; readonly path: string }
  | { readonly kind: "uncommitted" }
  | { readonly kind: "cut-off" };

const header = /^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/;

/**
 * Who changed the lines of the file last, white space aside: a table that was aligned anew was not written anew. `undefined` where git
 * does not know the file.
 */
export function blameLines(repository: Repository, path: string): ReadonlyMap<number, Blamed> | undefined {
  // The user's list of commits to pass over would give another answer on another machine.
  const options = ["--incremental", "-w", "--no-ignore-revs-file"];
  const { code, output } = repository.ask(["-c", "blame.showRoot=false", "blame", ...options, "--", path]);
  if (code !== 0) return undefined;
  const found = new Map<number, Blamed>();
  // What is said of a commit is said once, before the first `filename` with it.
  const boundaries = new Set<string>();
  let [commit, first, count] = ["", 0, 0];
  for (const line of output.split("\n")) {
    const [, hash, start, lines] = header.exec(line) ?? [];
    if (hash !== undefined) [commit, first, count] = [hash, Number(start), Number(lines)];
    else if (line === "boundary") boundaries.add(commit);
    else if (line.startsWith("filename ")) {
      const blamed = blamedOn(repository, commit, unquoted(line.slice("filename ".length)), boundaries.has(commit));
      for (let at = first; at < first + count; at += 1) found.set(at, blamed);
      count = 0;
    }
  }
  return found;
}

function blamedOn(repository: Repository, commit: string, path: string, isBoundary: boolean): Blamed {
  if (/^0+$/.test(commit)) return { kind: "uncommitted" };
  // Where history is cut off, everything older seems to come from the commit at the cut.
  return repository.shallow && isBoundary ? { kind: "cut-off" } : { kind: "commit", commit, path };
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A path that git wrote between quotes because of odd characters. */
function unquoted(path: string): string {
  if (!/^".*"$/.test(path)) return path;
  const bytes: number[] = [];
  for (const [, octal, escaped, plain] of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (escaped !== undefined) bytes.push(escapes[escaped] ?? escaped.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? "", "utf8"));
  }
  return Buffer.from(bytes).toString("utf8");
}
