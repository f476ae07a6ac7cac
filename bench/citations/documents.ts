import { posix } from "node:path";
import type { Chance } from "./chance.js";
import { type Form, forms, type Spot, type Written } from "./forms.js";
import { basename, type Construct, hasWord, isComment, type Line, type Position, positionOf, textAt, type World } from "./world.js";

/** How a citation was when it was written. */
export type Origin = "right" | "wrong-lines" | "wrong-symbol" | "wrong-path" | "beyond";

/** A place that a citation names. */
export interface CitedSpot {
  readonly construct: Construct;
  /** The name that the text has. */
  readonly name: string;
  /** What it should point at: the lines as they were then. */
  readonly lines: readonly Line[];
  readonly position: Position;
  /** What is written. */
  readonly written: Spot;
}

/** A citation in a block of a document. */
export interface Citation {
  readonly form: Form;
  readonly origin: Origin;
  readonly spots: readonly [CitedSpot, ...CitedSpot[]];
  /** Which of the block's citations it is. */
  readonly row: number;
  /** The ids of the operations on its files since. */
  readonly since: Set<string>;
}

export type Block = { readonly kind: "text"; readonly lines: readonly string[] } | CitingBlock;

export interface CitingBlock {
  readonly kind: "citing";
  readonly form: Form;
  readonly citations: readonly Citation[];
  readonly text: Written;
}

/** A document; blocks may be put before its first. */
export interface Document {
  readonly path: string;
  readonly blocks: Block[];
}

const fences: Readonly<Record<string, string>> = { rust: "rust", cpp: "cpp", go: "go", python: "python", typescript: "ts" };

/** The block with other places. */
export function rewritten(block: CitingBlock, spotOf: (spot: CitedSpot, citation: Citation) => Spot): Written {
  return block.form.write(
    block.citations.map((citation) => {
      const [first, ...others] = citation.spots;
      return [spotOf(first, citation), ...others.map((spot) => spotOf(spot, citation))];
    }),
  );
}

/** A document that has every form, in any order. */
export function newDocument(world: World, path: string, chance: Chance): Document {
  const blocks: Block[] = [{ kind: "text", lines: [`# Notes of ${basename(path)}`] }];
  for (const form of chance.shuffled(forms)) {
    const block = newBlock(world, path, form, chance);
    if (block !== undefined) blocks.push({ kind: "text", lines: [chance.one(remarks)] }, block);
  }
  return { path, blocks };
}

const remarks = [
  "The next point was read twice.",
  "Nothing here is meant to last.",
  "What follows was found by hand.",
  "This part matters for recovery.",
] as const;

function newBlock(world: World, document: string, form: Form, chance: Chance): CitingBlock | undefined {
  const path = chance.one([...world.files.keys()].filter((one) => !one.startsWith("legacy/")));
  const isUnique = [...world.files.keys()].filter((one) => basename(one) === basename(path)).length === 1;
  if (form.file === "basename" && !isUnique) return undefined;
  const constructs = chance.shuffled(
    world.constructs.filter(
      ({ ids, kind, name }) => (kind === "function" || !form.functionsOnly) && name !== "__init__" && positionOf(world, ids)?.path === path,
    ),
  );
  const citations: Citation[] = [];
  for (let row = 0; row < form.rows; row += 1) {
    const origin = originFor(form, chance);
    const spots: CitedSpot[] = [];
    for (const construct of constructs.slice(row * form.spots, (row + 1) * form.spots)) {
      const spot = spotOf(world, document, path, form, construct, origin, chance);
      if (spot !== undefined) spots.push(spot);
    }
    const [first, ...others] = spots;
    if (first !== undefined && spots.length === form.spots) {
      citations.push({ form, origin, spots: [first, ...others], row: citations.length, since: new Set() });
    }
  }
  if (citations.length === 0) return undefined;
  const block = { kind: "citing", form, citations, text: { lines: [], at: [], shared: [] } } as const;
  return { ...block, text: rewritten(block, ({ written }) => written) };
}

/** Most are right; a wrong path would be wrong for all rows of a block, and what claims nothing cannot be seen to be wrong. */
function originFor(form: Form, chance: Chance): Origin {
  if (!chance.once(6) || form.spots > 1) return "right";
  const kinds: Origin[] = [];
  if (form.claims && form.cites !== "file" && form.cites !== "call" && !form.pastes) kinds.push("wrong-lines", "beyond");
  if (form.claims && form.cites !== "call" && !form.pastes) kinds.push("wrong-symbol");
  if (form.rows === 1) kinds.push("wrong-path");
  return kinds.length === 0 ? "right" : chance.one(kinds);
}

function spotOf(
  world: World,
  document: string,
  path: string,
  form: Form,
  construct: Construct,
  origin: Origin,
  chance: Chance,
): CitedSpot | undefined {
  const whole = positionOf(world, construct.ids);
  const position = form.cites === "range" || form.cites === "file" ? whole : lineOf(world, path, form, construct);
  const file = world.files.get(path) ?? [];
  if (whole === undefined || position === undefined) return undefined;
  const name = origin === "wrong-symbol" ? `${construct.name}${chance.one(["Twice", "Lazy", "Quietly"])}` : construct.name;
  const isFree = (first: number, last: number): boolean => !file.slice(first - 1, last).some(({ text }) => hasWord(text, construct.name));
  const shift = shiftFor(origin, whole, position, file.length, isFree, chance);
  if (shift === undefined) return undefined;
  const named = origin === "wrong-path" ? path.replace(/[^/]*$/, (last) => `absent_${last}`) : path;
  return {
    construct,
    name,
    lines: file.slice(position.first - 1, position.last),
    position,
    written: {
      name,
      isFunction: construct.kind === "function",
      path: form.file === "path" ? named : form.file === "basename" ? basename(named) : posix.relative(posix.dirname(document), named),
      first: position.first + shift,
      last: position.last + shift,
      snippet: textAt(world, position),
      fence: fences[construct.language] ?? "",
    },
  };
}

/** How far wrong lines are from the right ones: far enough to touch nothing of them, and where nothing has the name, which would be a use of it. */
function shiftFor(
  origin: Origin,
  { first, last }: Position,
  cited: Position,
  length: number,
  isFree: (first: number, last: number) => boolean,
  chance: Chance,
): number | undefined {
  if (origin === "beyond") return length + 10 + chance.below(400);
  if (origin !== "wrong-lines") return 0;
  const size = last - first + 1;
  const shifts = [size + 3 + chance.below(20), -(size + 3 + chance.below(20))].filter(
    (shift) => first + shift >= 1 && last + shift <= length && isFree(cited.first + shift, cited.last + shift),
  );
  return shifts.length === 0 ? undefined : chance.one(shifts);
}

/** A function of C++ that is declared and not called: a type before its name. */
const isDeclaration = (text: string): boolean => /^\s*(?!return\b)(?:static |virtual )?[\w:<>&*]+ [\w~]+\([^()]*\)(?: const)?;$/.test(text);

/** The line that defines a construct, or one of the file that uses it. */
function lineOf(world: World, path: string, form: Form, construct: Construct): Position | undefined {
  if (form.cites === "line") return positionOf(world, [construct.def]);
  const own = new Set(construct.ids);
  const use = (world.files.get(path) ?? []).find(
    ({ id, text }) =>
      !own.has(id) && !isComment(text) && hasWord(text, construct.name) && text.includes(`${construct.name}(`) && !isDeclaration(text),
  );
  return use && positionOf(world, [use.id]);
}
