import { readFileSync, realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Entry, Workspace } from "../model/workspace.js";
import { decode, defaultMaxBytes, type NoText, tooLarge } from "./decode.js";
import { type Environment, listFiles } from "./listing.js";
import { failure, isSpelledSo, locateIn } from "./locate.js";
import { normalPath } from "./paths.js";

/** What a workspace on disk may be told. */
export interface DiskOptions {
  /** The size in bytes above which a file is not read. */
  readonly maxBytes?: number | undefined;
  /**
   * The variables git runs with, freed of those by which a hook points git at one repository and index; without it git inherits the
   * process's own, which inside hooks are wrong for any other folder than the top one.
   */
  readonly env?: Environment | undefined;
}

type Content = { readonly kind: "bytes"; readonly bytes: Uint8Array } | NoText;

/**
 * The files below a folder on disk. Links are followed only to what lies under the root too. Names count letter by letter, also where the file
 * system does not tell cases apart. What cannot be looked at for lack of permission is `absent` to `entry` and unreadable to `read`.
 */
export function openWorkspace(root: string, options: DiskOptions = {}): Workspace {
  const folder = resolve(root);
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const locate = locateIn(folder);

  const entry = (path: string): Entry => {
    const located = locate(path);
    if (located.kind !== "found" || !isSpelledSo(folder, normalPath(path) ?? "")) return "absent";
    return located.stats.isFile() ? "file" : located.stats.isDirectory() ? "directory" : "absent";
  };

  const content = (path: string): Content => {
    const located = locate(path);
    if (located.kind !== "found") return located;
    if (located.stats.isDirectory()) return { kind: "unreadable", reason: "is a directory" };
    // A pipe or a device would keep the reader waiting.
    if (!located.stats.isFile()) return { kind: "absent" };
    if (located.stats.size > maxBytes) return tooLarge(maxBytes);
    try {
      return { kind: "bytes", bytes: readFileSync(located.absolute) };
    } catch (error) {
      return failure(error);
    }
  };

  return {
    root: sep === "/" ? folder : folder.replaceAll(sep, "/"),
    list: () => {
      locate.forget();
      return listFiles(folder, options.env);
    },
    entry,
    real: (path) => {
      const located = locate(path);
      return located.kind === "found" ? relative(realpathSync.native(folder), located.absolute).split(sep).join("/") : path;
    },
    bytes: (path) => {
      const found = content(path);
      return found.kind === "bytes" ? found.bytes : undefined;
    },
    read: (path) => {
      const found = content(path);
      return found.kind === "bytes" ? decode(found.bytes) : found;
    },
  };
}
