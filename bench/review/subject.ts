import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { grammarsFolder } from "../../src/assets.js";
import { parseLock } from "../../src/config/lock-parse.js";
import { gather } from "../../src/engine/gather.js";
import { anchorsOf, declaredNames } from "../../src/engine/link/anchors.js";
import { namesOf } from "../../src/engine/link/link.js";
import { type Hash, loadHash } from "../../src/engine/lock/fingerprints.js";
import { lockText } from "../../src/engine/lock/lock-text.js";
import { recorded } from "../../src/engine/lock/record.js";
import type { World } from "../../src/engine/world.js";
import { openGrammars } from "../../src/grammars/open.js";
import { defaultConfig } from "../../src/model/config.js";
import type { Link, LockEntry } from "../../src/model/lock.js";
import type { Anchor, Project } from "../../src/model/project.js";
import type { Parse } from "../../src/model/syntax.js";
import { openPhrasebook } from "../../src/open-phrasebook.js";
import { rust } from "../../src/read/languages/rust.js";
import { readSource } from "../../src/read/source/read-source.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";

/** A repository whose links are all reviewed. */
export interface Subject {
  readonly files: Readonly<Record<string, string>>;
  readonly project: Project;
  readonly links: readonly Link[];
  readonly entries: readonly LockEntry[];
  readonly names: ReadonlySet<string>;
  readonly hash: Hash;
  readonly parse: Parse;
}

/** The Markdown and Rust files of a folder; of a repository those that git knows. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const all = existsSync(join(folder, ".git"))
    ? execFileSync("git", ["-C", folder, "ls-files", "-z"], { encoding: "utf8" }).split("\0")
    : readdirSync(folder, { recursive: true, encoding: "utf8" });
  const paths = all.filter((path) => /\.(?:md|rs)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")]));
}

function worldOf(files: Readonly<Record<string, string>>, entries: readonly LockEntry[] | undefined): World {
  const never = (): boolean => false;
  return {
    workspace: memoryWorkspace(files),
    config: defaultConfig,
    grammars: openGrammars(grammarsFolder),
    phrasebook: openPhrasebook(),
    history: { renamedTo: () => undefined, lastChange: () => undefined, ignored: () => new Set() },
    selection: { documents: undefined, isSource: () => true, isExcluded: never, isExternal: never, matches: never },
    lock: entries === undefined ? undefined : { kind: "lock", path: "spec-anchors.lock", text: "", entries },
  };
}

/** The links of files as they compare with the entries. */
export async function linksIn(files: Readonly<Record<string, string>>, entries?: readonly LockEntry[]): Promise<Project> {
  const { project } = await gather(worldOf(files, entries), [], "always");
  // Native syntax trees are given back between turns of the event loop only.
  await new Promise((resolve) => setImmediate(resolve));
  return project;
}

/** Reviews every link of the files, through the lock's text. */
export async function subjectOf(files: Readonly<Record<string, string>>): Promise<Subject> {
  const before = await linksIn(files);
  const found = before.links ?? { links: [], gone: [], doubles: [] };
  const text = lockText(recorded([], [], found.links, { commitOf: () => undefined, note: undefined }));
  const lock = parseLock("spec-anchors.lock", text);
  if (lock.kind === "problems") throw new Error(JSON.stringify(lock.problems));
  const project = await linksIn(files, lock.entries);
  const parse = await openGrammars(grammarsFolder).load(rust.grammar?.name ?? "");
  if (parse === undefined) throw new Error("there is no parser");
  const links = project.links?.links ?? [];
  return { files, project, links, entries: lock.entries, names: namesOf(project.rows), hash: await loadHash(), parse };
}

/** Reads one file with another text; the rest of the project stays as it was read. */
export function readAgain(
  subject: Subject,
  path: string,
  text: string,
): { readonly anchors: readonly Anchor[]; readonly sources: Project["sources"] } {
  const { project, entries, names, parse } = subject;
  const owners = new Set(entries.filter((entry) => entry.path === path).map(({ owner }) => owner));
  const source = readSource({ path, text, language: rust, marker: "SPEC", symbols: false, outline: false, code: owners }, parse);
  const anchors = [...project.anchors.filter((anchor) => anchor.path !== path), ...anchorsOf(source, declaredNames(names))];
  return { anchors, sources: new Map([...project.sources, [path, source]]) };
}
