import { spawn } from "node:child_process";
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { folderOf, nameOf, sortedPaths } from "./paths.js";

/** The variables of the environment that git runs in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `unseen`: in a folder that may not be looked into. Git knows of it, so it is listed, and whoever reads it learns why that fails. */
type Kind = "file" | "directory" | "other" | "unseen";

const pruned = new Set(["node_modules", "target", "dist", "build", "out", "__pycache__"]);

/**
 * Every file under the root that git does not ignore, in byte order, without links, submodules and files that are gone.
 * Where git cannot say (no git, no repository), what a walk finds outside hidden and build folders.
 */
export async function listFiles(root: string, env: Environment | undefined): Promise<readonly string[]> {
  const known = await askGit(root, env);
  return sortedPaths(known === undefined ? walk(root) : known.filter(regularFiles(root)));
}

/** Tracked and untracked paths below `root`, relative to it; `undefined` if git is missing or fails. */
function askGit(root: string, env: Environment | undefined): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const git = spawn("git", args, { cwd: root, env, stdio: ["ignore", "pipe", "ignore"], windowsHide: true });
    const chunks: Buffer[] = [];
    git.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    git.on("error", () => resolve(undefined));
    git.on("close", (code) => resolve(code === 0 ? Buffer.concat(chunks).toString("utf8").split("\0").slice(0, -1) : undefined));
  });
}

/**
 * Tells regular files below real folders from the rest of what git lists: links, submodules, nested repositories, files that are gone.
 * Reading each folder once takes a third of the time of asking after each file.
 */
function regularFiles(root: string): (path: string) => boolean {
  const folders = new Map<string, ReadonlyMap<string, Kind> | undefined>();

  const kindOf = (path: string): Kind => {
    const listed = namesIn(folderOf(path));
    if (listed === undefined) return "other";
    // Not there: gone, or spelled otherwise on disk than in git's index. Only the file system knows whether it tells the spellings apart.
    return listed.get(nameOf(path)) ?? kindAt(`${root}/${path}`);
  };

  const namesIn = (folder: string): ReadonlyMap<string, Kind> | undefined => {
    if (!folders.has(folder)) {
      const isFolder = folder === "" || ["directory", "unseen"].includes(kindOf(folder));
      folders.set(folder, isFolder ? kindsIn(`${root}/${folder}`) : undefined);
    }
    return folders.get(folder);
  };

  return (path) => !path.endsWith("/") && ["file", "unseen"].includes(kindOf(path));
}

function walk(root: string): readonly string[] {
  const files: string[] = [];
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const [name, standing] of kindsIn(`${root}/${folder}`)) {
      if (standing === "file") files.push(folder + name);
      else if (standing === "directory" && !pruned.has(name) && (!name.startsWith(".") || name === ".github"))
        waiting.push(`${folder}${name}/`);
    }
  }
  return files;
}

/** What stands in a folder, links neither followed nor counted as files; empty where it cannot be read. */
function kindsIn(folder: string): ReadonlyMap<string, Kind> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, kind(entry)]));
  } catch {
    return new Map();
  }
}

function kindAt(absolute: string): Kind {
  try {
    const stats = lstatSync(absolute, { throwIfNoEntry: false });
    return stats === undefined ? "other" : kind(stats);
  } catch {
    return "unseen";
  }
}

function kind(entry: Pick<Stats, "isFile" | "isDirectory">): Kind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "directory" : "other";
}
