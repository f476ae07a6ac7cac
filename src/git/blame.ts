import { readFileSync } from "node:fs";
import type { Repository } from "./repository.js";

/**
 * When the 1-based line of the path last changed: seconds since 1970, `Infinity` if that is not committed.
 * `undefined` where there is no such line, no commit yet, or history is cut off before the change.
 */
export function blame(repository: Repository, path: string, line: number): number | undefined {
  if (!Number.isInteger(line) || line < 1) return undefined;
  const { code, output } = repository.ask(["-c", "blame.showRoot=false", "blame", "--porcelain", "-L", `${line},${line}`, "--", path]);
  if (code !== 0) return isNew(repository, path) && hasLine(repository, path, line) ? Number.POSITIVE_INFINITY : undefined;
  if (/^0+ /.test(output)) return Number.POSITIVE_INFINITY;
  // Where history is cut off, everything older seems to come from the commit at the cut.
  if (repository.shallow && output.includes("\nboundary\n")) return undefined;
  const time = /^committer-time (\d+)$/m.exec(output)?.[1];
  return time === undefined ? undefined : Number(time);
}

/** True if there are commits and the last one does not hold the path. */
function isNew(repository: Repository, path: string): boolean {
  const { code, output } = repository.ask(["--literal-pathspecs", "ls-tree", "-z", "HEAD", "--", path]);
  return code === 0 && output === "";
}

function hasLine(repository: Repository, path: string, line: number): boolean {
  try {
    const text = readFileSync(`${repository.top}/${path}`, "utf8");
    return text.replace(/\n$/, "").split("\n").length >= line && text !== "";
  } catch {
    return false;
  }
}
