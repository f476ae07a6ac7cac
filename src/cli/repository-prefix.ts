import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** What a path relative to `root` needs before it to be relative to the repository's top folder: `""` or `crates/a/`. */
export function repositoryPrefix(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) {
      const below = relative(folder, root).split(sep).join("/");
      return below === "" ? "" : `${below}/`;
    }
    if (dirname(folder) === folder) return "";
  }
}
