import glob from "fast-glob";
import picomatch from "picomatch";
import { normalPath, sortedPaths } from "./paths.js";

/**
 * The files under the root that the patterns match, git-ignored ones and those whose names begin with a dot included, in byte order.
 * A pattern that begins with `!` takes away. Links are not followed; `.git` is never entered, `node_modules` only if a pattern names it.
 */
export function globDisk(root: string, patterns: readonly string[]): readonly string[] {
  const ignore = ["**/.git/**", ...(patterns.some((pattern) => pattern.includes("node_modules")) ? [] : ["**/node_modules/**"])];
  const found = glob.sync(patterns.flatMap(withContents), {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore,
  });
  return sortedPaths(found.map(normalPath).filter((path) => path !== undefined));
}

/** A pattern that names a folder means what is in it, too: `vendor` and `vendor/` are `vendor/**`. */
function withContents(pattern: string): readonly string[] {
  const folder = pattern.replace(/\/+$/, "");
  return /[*?[{(]/.test(folder.slice(folder.lastIndexOf("/") + 1)) ? [pattern] : [folder, `${folder}/**`];
}

/** Tells whether a path relative to the root matches one of the patterns or lies in a folder that does, and none of those that begin with `!`. */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const wanted = picomatch(patterns.filter((pattern) => !pattern.startsWith("!")).flatMap(withContents), { dot: true });
  const unwanted = picomatch(
    patterns.filter((pattern) => pattern.startsWith("!")).flatMap((pattern) => withContents(pattern.slice(1))),
    { dot: true },
  );
  return (path) => wanted(path) && !unwanted(path);
}
