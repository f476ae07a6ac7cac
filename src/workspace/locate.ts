import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { NoText } from "./decode.js";
import { folderOf, nameOf, normalPath } from "./paths.js";

/** What a path leads to under the root, links resolved. */
export type Located = { readonly kind: "found"; readonly absolute: string; readonly stats: Stats } | NoText;

/** Finds what stands under one root, and never anything outside it. */
export interface Locate {
  (path: string): Located;
  /** Forgets which folders were found to lie under the root. */
  readonly forget: () => void;
}

const absent: NoText = { kind: "absent" };

/**
 * Follows links only as long as they end under the root. Folders are resolved once: a search through a repository asks for many files
 * in few folders, and resolving every file would double its time.
 */
export function locateIn(root: string): Locate {
  const folders = new Map<string, string | undefined>();

  const resolved = (path: string): string | undefined => {
    const real = realpathSync.native(path);
    const inside = relative(realpathSync.native(root), real);
    return isAbsolute(inside) || inside === ".." || inside.startsWith(`..${sep}`) ? undefined : real;
  };

  const folder = (path: string): string | undefined => {
    if (!folders.has(path)) folders.set(path, resolved(join(root, path)));
    return folders.get(path);
  };

  const locate = (path: string): Located => {
    const normal = normalPath(path);
    if (normal === undefined) return absent;
    try {
      const parent = folder(folderOf(normal));
      if (parent === undefined) return absent;
      const absolute = normal === "" ? parent : `${parent}${sep}${nameOf(normal)}`;
      const stats = lstatSync(absolute);
      if (!stats.isSymbolicLink()) return { kind: "found", absolute, stats };
      const target = resolved(absolute);
      return target === undefined ? absent : { kind: "found", absolute: target, stats: statSync(target) };
    } catch (error) {
      return failure(error);
    }
  };

  return Object.assign(locate, { forget: () => folders.clear() });
}

/** What an error of the file system says about a path: nothing there, or why it cannot be read. Any other error is thrown on. */
export function failure(error: unknown): NoText {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  if (code === undefined) throw error;
  if (["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"].includes(code)) return absent;
  return { kind: "unreadable", reason: code === "EACCES" || code === "EPERM" ? "permission denied" : `cannot be read (${code})` };
}

/** True if each name of the normal path stands on disk letter by letter: some file systems find `Readme.md` by `README.md`. */
export function isSpelledSo(root: string, path: string): boolean {
  try {
    if (realpathSync.native(join(root, path)) === join(realpathSync.native(root), path)) return true;
    for (let at = path; at !== ""; at = folderOf(at)) {
      // Composed and decomposed letters are the same name to the file systems that change one into the other.
      const name = nameOf(at).normalize();
      if (!readdirSync(join(root, folderOf(at))).some((other) => other.normalize() === name)) return false;
    }
    return true;
  } catch (error) {
    return failure(error).kind === "unreadable";
  }
}
