import { posix } from "node:path";

/**
 * The path with `.`, `..`, doubled and final slashes resolved; `""` for the root itself.
 * `undefined` for a path that is absolute, leads out of the root or holds a NUL.
 */
export function normalPath(path: string): string | undefined {
  if (path.startsWith("/") || path.includes("\0")) return undefined;
  const normal = posix.normalize(path).replace(/\/$/, "");
  if (normal === ".." || normal.startsWith("../")) return undefined;
  return normal === "." ? "" : normal;
}

/** The folder of a normal path; `""` for what stands in the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** The last name of a normal path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The distinct paths in the order of their UTF-8 bytes, as git sorts. */
export function sortedPaths(paths: Iterable<string>): readonly string[] {
  const distinct = [...new Set(paths)];
  // UTF-16 and UTF-8 order differ only where a surrogate meets a unit above the surrogates, and comparing bytes is slow.
  if (!distinct.some((path) => /[\ud800-\udfff]/.test(path))) return distinct.sort();
  return distinct.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
