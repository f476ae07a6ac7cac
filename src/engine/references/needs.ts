import { nearest } from "../../judge/nearness.js";
import type { DocumentFacts } from "../../model/document.js";
import type { Site } from "../../model/project.js";
import type { Reference } from "../../model/reference.js";
import type { Workspace } from "../../model/workspace.js";
import { type CommandNeed, commandNeeds } from "../../read/documents/commands-paths.js";
import type { DocumentPaths } from "./paths.js";

/** What the manifests of a workspace of Cargo say that commands may ask for. */
interface Manifests {
  readonly packages: ReadonlySet<string>;
  /** Names of targets by their section: `test`, `bench`, `example`. */
  readonly targets: (what: string) => ReadonlySet<string>;
}

const folders: Readonly<Record<string, string>> = { test: "tests", bench: "benches", example: "examples" };

/** The names of `[package]` and of `[[test]]` and its kin. Line by line: nothing else of a manifest matters here. */
function manifestsOf(workspace: Workspace, files: readonly string[]): Manifests {
  const packages = new Set<string>();
  const targets = new Map<string, Set<string>>();
  for (const path of files.filter((file) => /(?:^|\/)Cargo\.toml$/.test(file))) {
    const file = workspace.read(path);
    let section = "";
    for (const line of file.kind === "text" ? file.text.split("\n") : []) {
      section = /^\s*\[+\s*([\w.-]+)\s*\]+/.exec(line)?.[1] ?? section;
      const name = /^\s*name\s*=\s*["']([^"']+)["']/.exec(line)?.[1];
      if (name === undefined) continue;
      if (section === "package") packages.add(name);
      else targets.set(section, (targets.get(section) ?? new Set()).add(name));
    }
  }
  const byFile = (what: string): readonly string[] =>
    files.flatMap((file) => new RegExp(`(?:^|/)${folders[what]}/([^/]+)(?:\\.rs|/main\\.rs)$`).exec(file)?.[1] ?? []);
  return { packages, targets: (what) => new Set([...(targets.get(what) ?? []), ...byFile(what)]) };
}

function cargoNeed(document: string, need: CommandNeed & { readonly kind: "cargo" }, manifests: Manifests): readonly Reference[] {
  const { what, name, span } = need;
  // Without a manifest, and behind an unknown `cd`, the command runs elsewhere.
  if (manifests.packages.size === 0 || !need.isPlaced) return [];
  const known = what === "package" ? manifests.packages : manifests.targets(what);
  if (known.has(name)) return [];
  const expected = what === "package" ? "Cargo.toml" : `${folders[what]}/${name}.rs`;
  return [{ kind: "target", document, span, what, name, expected, near: nearest(name, known) }];
}

/** What the commands of a document need to be there. */
export function needsOf(facts: DocumentFacts, paths: DocumentPaths, workspace: Workspace, files: readonly string[]): readonly Reference[] {
  const needs = commandNeeds(facts);
  const manifests = needs.some(({ kind }) => kind === "cargo") ? manifestsOf(workspace, files) : undefined;
  return needs.flatMap((need): readonly Reference[] => {
    if (need.kind === "cargo") return manifests === undefined ? [] : cargoNeed(facts.path, need, manifests);
    const { path, span } = need;
    const site = paths.site({ path, span }, need.folders);
    const [folder] = need.folders;
    const goes = folder === undefined || folder === "" ? undefined : paths.site({ path: folder, span });
    // A script without a folder is one of the folder that the reader is in, which may be another repository's, as one behind an unknown `cd` is.
    const isElsewhere =
      !need.isPlaced ||
      (goes !== undefined && goes.resolved !== "directory") ||
      (goes === undefined && !path.includes("/") && !/\.(?:tla|cfg)$/.test(path));
    const found: Site = site.resolved === "missing" && isElsewhere ? { path, span, resolved: "external" } : site;
    return [{ kind: "path", document: facts.path, span, site: found, from: "command" }];
  });
}
