import type { Links, LockEntry } from "../model/lock.js";
import type { Unreadable } from "../model/project.js";
import type { Archive } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import { codeOf } from "../read/source/code.js";
import { gather } from "./gather.js";
import { loadHash, stretchOf } from "./lock/fingerprints.js";
import type { World } from "./world.js";

/** What there is to review. */
export interface ReviewSubject {
  readonly links: Links;
  /** Anchors with a row that cannot be compared: no grammar reads what they mark, or a syntax error is in it. */
  readonly unjudged: number;
  /** What could not be read: nothing can be recorded while a part is not seen. */
  readonly unreadable: readonly Unreadable[];
  readonly textOf: (path: string) => string | undefined;
}

/** Reads a workspace and holds its links against the lock, whether there is one or not. */
export async function reviewSubject(world: World): Promise<ReviewSubject> {
  const { project, textOf } = await gather(world, [], "always");
  return {
    links: project.links ?? { links: [], gone: [] },
    unjudged: project.anchors.filter(({ placement }) => placement.kind === "unjudged").length,
    unreadable: project.unreadable,
    textOf,
  };
}

/** The construct's text as it was reviewed: in the commit that the lock knows, or else in the last version of its file that had it. */
export async function reviewedCode({ grammars }: World, archive: Archive, entry: LockEntry): Promise<string | undefined> {
  const grammar = languageOf(entry.path)?.grammar;
  const parse = grammar === undefined ? undefined : await grammars.load(grammar.name);
  if (grammar === undefined || parse === undefined) return undefined;
  const hash = await loadHash();
  const seen = new Set<string>();
  for (const text of archive.versions(entry.path, entry.commit)) {
    if (seen.has(text)) continue;
    seen.add(text);
    const tree = parse(text);
    const stretch = tree === undefined ? undefined : stretchOf(codeOf(text, tree.root, grammar, new Set([entry.owner])), entry, hash);
    tree?.free();
    if (stretch !== undefined) return text.slice(stretch.span.start, stretch.span.end);
    // Trees of the native parser go away when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return undefined;
}
