import { lstatSync, readFileSync } from "node:fs";
import type { Version } from "./follow-lines.js";
import type { Objects } from "./follow-objects.js";
import type { Repository } from "./repository.js";

/** The files as they stand on disk: the last step of every history. */
export interface Disk {
  /** The file at the path below the top folder; `undefined` where there is none, or one that is too large. */
  readonly version: (path: string) => Version | undefined;
  readonly isTooLarge: (path: string) => boolean;
  /** The paths with changes that are not committed, new files included; those that are gone are left out. */
  readonly changed: () => readonly { readonly path: string; readonly isNew: boolean }[];
}

/** Larger files are not followed. */
const largest = 2_000_000;

const fields = (output: string): readonly string[] => output.split("\0").filter((field) => field !== "");

export function openDisk(repository: Repository, objects: Objects): Disk {
  const versions = new Map<string, Version | undefined>();
  let changed: readonly { readonly path: string; readonly isNew: boolean }[] | undefined;

  const sizeOf = (path: string): number | undefined => {
    const entry = lstatSync(`${repository.top}/${path}`, { throwIfNoEntry: false });
    return entry?.isFile() ? entry.size : undefined;
  };
  const read = (path: string): Version | undefined => {
    if ((sizeOf(path) ?? Number.POSITIVE_INFINITY) > largest) return undefined;
    try {
      return objects.table.version(readFileSync(`${repository.top}/${path}`, "utf8"), `disk:${path}`);
    } catch (error) {
      // It went away, or nobody may read it: what is not there cannot be followed. Anything else is a fault of ours.
      if (error instanceof Error && "code" in error) return undefined;
      throw error;
    }
  };
  const version = (path: string): Version | undefined => {
    if (!versions.has(path)) versions.set(path, read(path));
    return versions.get(path);
  };
  const ask = (): readonly { readonly path: string; readonly isNew: boolean }[] => {
    const options = ["-z", "--no-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules", "--name-only"];
    const modified = fields(repository.ask(["diff", ...options, "--diff-filter=M", "HEAD", "--"]).output);
    const added = fields(repository.ask(["diff", ...options, "--diff-filter=A", "HEAD", "--"]).output);
    const untracked = fields(repository.ask(["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]).output);
    return [
      ...modified.map((path) => ({ path, isNew: false })),
      ...[...new Set([...added, ...untracked])].map((path) => ({ path, isNew: true })),
    ];
  };
  return {
    version,
    isTooLarge: (path) => (sizeOf(path) ?? 0) > largest,
    changed: () => {
      changed ??= ask();
      return changed;
    },
  };
}
