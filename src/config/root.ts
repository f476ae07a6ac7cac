import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../model/user-error.js";

/** The name of the configuration file. */
export const configName = "spec-anchors.toml";

/** Where the project is. Absolute paths with the platform's separators; `configPath` is `undefined` where there is no configuration. */
export interface Root {
  readonly root: string;
  readonly configPath: string | undefined;
}

/** What the user says of the root, relative to the working folder; `undefined` where nothing is said. */
export interface GivenRoot {
  readonly config?: string | undefined;
  readonly root?: string | undefined;
}

/** Finds the root seen from the working folder `from`. Throws a `UserError` if a given file or folder is not there. */
export function findRoot(from: string, given: GivenRoot = {}): Root {
  const config = given.config === undefined ? undefined : givenFile(from, given.config);
  if (given.root !== undefined) {
    const root = givenFolder(from, given.root);
    return { root, configPath: config ?? configIn(root) };
  }
  if (config !== undefined) return { root: dirname(config), configPath: config };

  const start = resolve(from);
  const configured = nearest(start, (folder) => configIn(folder) !== undefined);
  if (configured !== undefined) return { root: configured, configPath: configIn(configured) };
  // In a worktree or a submodule `.git` is a file.
  return { root: nearest(start, (folder) => existsSync(join(folder, ".git"))) ?? start, configPath: undefined };
}

function givenFile(from: string, path: string): string {
  const absolute = resolve(from, path);
  if (!existsSync(absolute)) throw new UserError(`The configuration \`${path}\` does not exist.`, "Check the path after `--config`.");
  // A pipe is a fair way to hand in a configuration; only a folder cannot be read.
  if (statSync(absolute).isDirectory()) {
    throw new UserError(`The configuration \`${path}\` is a folder.`, `Name the file in it, or use \`--root ${path}\`.`);
  }
  return absolute;
}

function givenFolder(from: string, path: string): string {
  const absolute = resolve(from, path);
  if (!existsSync(absolute)) throw new UserError(`The root \`${path}\` does not exist.`, "Check the path after `--root`.");
  if (!statSync(absolute).isDirectory()) throw new UserError(`The root \`${path}\` is not a folder.`, "Name a folder after `--root`.");
  return absolute;
}

function configIn(folder: string): string | undefined {
  const path = join(folder, configName);
  // `existsSync` first: it does not throw where a folder above may not be searched.
  return existsSync(path) && statSync(path).isFile() ? path : undefined;
}

function nearest(start: string, accepts: (folder: string) => boolean): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (accepts(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
