import type { CitedPath } from "../../model/citation.js";
import type { Span } from "../../model/span.js";
import type { Flat } from "./citations-flat.js";
import type { PathToken } from "./citations-paths.js";
import type { References } from "./citations-references.js";

/** A file that a section speaks of. `label`: the block right before says nothing but that. */
export interface ScopeFile {
  readonly path: CitedPath;
  readonly label: boolean;
}

/** What the blocks before a place say of which file is meant. */
export interface Scope {
  readonly file: () => ScopeFile | undefined;
  readonly enter: (depth: number, flat: Flat, references: References) => void;
  readonly pass: (flat: Flat, references: References) => void;
}

/** A file as a text names it. */
export interface Named {
  readonly written: string;
  readonly span: Span;
}

interface Section {
  readonly depth: number;
  heading: Named | undefined;
  /** The file that a block last announced, or `none` where it announced several. */
  announced: Named | "none" | undefined;
  /** The one file that it has named so far, or `none` where there are several. */
  only: Named | "none" | undefined;
  /** True right behind a block that is nothing but an announcement. */
  label: boolean;
}

const label =
  /^\W*(?:(?:source|production|implementation|main|test|target|affected|relevant)\s)?(?:files?|locations?|path|source|module|implementation|code|where|target|reviewed|file\sreviewed|modified|created)(?:\s\w+)?\W{0,3}:/i;
const review =
  /\b(?:review(?:ed)?|audit(?:ed)?|inspect(?:ion|ed)|analysis|walkthrough|examin(?:ed|ation)|read(?:ing)?|looking\sat|verified)\b/i;

/** What a section names in passing and lines are not of: specifications, settings. */
const aside = /\.(?:tla|cfg|toml|ya?ml|lean|mk|cmake)$/i;

const name = (path: string): string => path.slice(path.lastIndexOf("/") + 1).toLowerCase();

/** The one file that these paths mean, by its longest name; `none` for several. */
export function onlyOne(paths: readonly PathToken[], flat: Flat): Named | "none" | undefined {
  let found: PathToken | undefined;
  for (const path of paths) {
    if (found !== undefined && name(path.written) !== name(found.written)) return "none";
    if (found === undefined || path.written.length > found.written.length) found = path;
  }
  return found === undefined ? undefined : { written: found.written, span: flat.placeOf(found.from, found.pathTo) };
}

const merge = (a: Section["only"], b: Section["only"]): Section["only"] => {
  if (a === undefined || b === undefined) return a ?? b;
  if (a === "none" || b === "none" || name(a.written) !== name(b.written)) return "none";
  return a.written.length >= b.written.length ? a : b;
};

/** True if a block says which file the next ones are about: a label, a review, an introduction, a citation, a path alone. */
function announces(flat: Flat, { paths, found }: References): boolean {
  const text = flat.text.trim();
  if (
    label.test(text.slice(0, 60)) ||
    text.endsWith(":") ||
    found.some((reference) => reference.path !== undefined && reference.lines.length > 0)
  )
    return true;
  const [first] = paths;
  if (first === undefined) return false;
  if (first.pathTo - first.from >= text.length - 4) return true;
  // `a.rs`: what is said of it.
  if (
    /^\W*$/.test(flat.text.slice(0, Math.min(first.from, 8))) &&
    first.from < 8 &&
    /^[`*\s]*(?:\([^()]*\))?:/.test(flat.text.slice(first.pathTo, first.pathTo + 60))
  )
    return true;
  return review.test(flat.text.slice(Math.max(0, first.from - 80), first.from));
}

/** Keeps which file a document's sections speak of while its blocks are read in order. */
export function openScope(): Scope {
  const section = (depth: number): Section => ({ depth, heading: undefined, announced: undefined, only: undefined, label: false });
  let sections: Section[] = [section(0)];
  return {
    enter: (depth, flat, references) => {
      const entered = section(depth);
      const named = onlyOne(references.paths, flat);
      entered.heading = named === "none" ? undefined : named;
      sections = [...sections.filter((outer) => outer.depth < depth), entered];
    },
    pass: (flat, references) => {
      const current = sections.at(-1);
      if (current === undefined) return;
      current.label = false;
      // What a reader takes for another file's name is not what the next lines are about.
      const announcing = announces(flat, references);
      const paths = references.paths.filter((path) => announcing || path.lines.length > 0 || (path.sure && !aside.test(path.written)));
      if (paths.length === 0) return;
      const named = onlyOne(paths, flat);
      if (announcing) {
        current.announced = named;
        current.label = named !== undefined && named !== "none";
      }
      current.only = merge(current.only, named);
    },
    file: () => {
      for (const { announced, heading, only, label } of [...sections].reverse()) {
        if (announced === "none") return undefined;
        if (announced !== undefined) return { path: { ...announced, from: "block" }, label };
        if (heading !== undefined) return { path: { ...heading, from: "heading" }, label: false };
        if (only === "none") return undefined;
        if (only !== undefined) return { path: { ...only, from: "block" }, label: false };
      }
      return undefined;
    },
  };
}
