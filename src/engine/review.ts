import { type UnjudgedAnchor, unjudgedIn } from "../judge/links.js";
import type { Links, LockEntry } from "../model/lock.js";
import type { Unreadable } from "../model/project.js";
import type { Archive } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import { codeOf } from "../read/source/code.js";
import { parsed } from "../read/source/parsed.js";
import { gather } from "./gather.js";
import { loadHash, stretchOf } from "./lock/fingerprints.js";
import type { World } from "./world.js";

/** What there is to review. */
export interface ReviewSubject {
  readonly links: Links;
  /** Anchors with a row that cannot be compared. */
  readonly unjudged: readonly UnjudgedAnchor[];
  /** What could not be read: nothing can be recorded while a part is not seen. */
  readonly unreadable: readonly Unreadable[];
  readonly textOf: (path: string) => string | undefined;
}

/** Reads a workspace and holds its links against the lock, whether there is one or not. */
export async function reviewSubject(world: World): Promise<ReviewSubject> {
  const { project, textOf } = await gather(world, [], "always");
  return {
    links: project.links ?? { links: [], gone: [], doubles: [] },
    unjudged: unjudgedIn(project),
    unreadable: project.unreadable,
    textOf,
  };
}

/**
 * The constructs' texts as they were reviewed, where git has them: in the commit that the lock knows, or else in the last version of the file that had them.
 * All entries of a file are looked for together, so that each version is read once.
 */
export async function reviewedCodes(
  { grammars }: World,
  archive: Archive,
  entries: readonly LockEntry[],
  progress?: (message: string) => void,
): Promise<ReadonlyMap<LockEntry, string>> {
  const found = new Map<LockEntry, string>();
  const files = byPath(entries);
  let file = 0;
  for (const [path, wanted] of files) {
    file += 1;
    progress?.(`looking for what was reviewed in ${file} of ${files.size} files`);
    if (languageOf(path)?.grammar === undefined) continue;
    const hash = await loadHash();
    const open = new Set(wanted);
    for (const text of versionsFor(archive, path, wanted)) {
      const grammar = languageOf(path, text)?.grammar;
      const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
      const tree = grammar === undefined || parse === undefined ? undefined : parsed(text, grammar, parse);
      const owners = new Set([...open].map(({ owner }) => owner));
      const code = tree === undefined || grammar === undefined ? undefined : codeOf(text, tree.root, grammar, owners);
      tree?.free();
      for (const entry of open) {
        const stretch = code === undefined ? undefined : stretchOf(code, entry, hash);
        if (stretch === undefined) continue;
        found.set(entry, text.slice(stretch.span.start, stretch.span.end));
        open.delete(entry);
      }
      if (open.size === 0) break;
      // Trees of the native parser go away when the event loop turns.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return found;
}

/** The different texts that a file had: first in the commits of the entries, then from now backward. */
function* versionsFor(archive: Archive, path: string, entries: readonly LockEntry[]): Generator<string> {
  const seen = new Set<string>();
  const fresh = (text: string): boolean => !seen.has(text) && seen.add(text).size > 0;
  for (const commit of new Set(entries.map((entry) => entry.commit))) {
    if (commit === undefined) continue;
    for (const text of archive.versions(path, commit)) {
      if (fresh(text)) yield text;
      break;
    }
  }
  for (const text of archive.versions(path, undefined)) if (fresh(text)) yield text;
}

function byPath(entries: readonly LockEntry[]): ReadonlyMap<string, readonly LockEntry[]> {
  const files = new Map<string, LockEntry[]>();
  for (const entry of entries) files.set(entry.path, [...(files.get(entry.path) ?? []), entry]);
  return files;
}
