import { isIncomplete, type TracedAnchor, type TracedCheck, type TracedName, type TracedRow, type TracePlace } from "../../model/trace.js";
import { at, code, type Item, type Mark, type Part, words } from "./parts.js";

/** The columns of the matrix, in the order in which a name is traced. */
export const columns = [
  { id: "definitions", title: "Definition", label: "defined" },
  { id: "checks", title: "Checked by", label: "checked" },
  { id: "rows", title: "Rows", label: "row" },
  { id: "anchors", title: "Anchors", label: "anchor" },
  { id: "tests", title: "Tests", label: "test" },
  { id: "review", title: "Review", label: "review" },
  { id: "missing", title: "Missing", label: "missing" },
] as const;

/** The id of a column. */
export type ColumnId = (typeof columns)[number]["id"];

function checkItem(check: TracedCheck): Item {
  if (check.kind === "said") return [words("said to be checked:"), code(check.says)];
  if (check.kind === "claim") return [at(check), words(check.keyword)];
  if (check.kind === "proof") return [at(check), words("proves it:"), code(check.theorem)];
  return [
    at(check),
    ...(check.role === "property" ? [words("as a property")] : []),
    ...(check.in === undefined ? [] : [words("in"), code(check.in)]),
    ...(check.paired ? [] : [words("(its module is not known)", "doubt")]),
    ...(check.fails === undefined ? [] : [words("(expected to fail)", "doubt")]),
  ];
}

/** A row. The files that it declares are told where no anchor tells them. */
function rowItem(row: TracedRow, anchors: readonly TracedAnchor[]): Item {
  if (row.kind === "mention") return [at(row), words("(mention)")];
  if (row.promisesNothing !== undefined) return [at(row), words("promises no anchor:"), code(row.promisesNothing)];
  const isHeld = (file: string): boolean =>
    anchors.some(({ path, declared }) => declared && (path === file || path.startsWith(`${file}/`)));
  const open = row.files.filter((file) => !isHeld(file));
  return [at(row), ...(open.length === 0 ? [] : [words("declares"), ...open.map(code)])];
}

const ties = { precedes: "before", documents: "documents", trails: "after" } as const;

const reasons = {
  "no-grammar": words("(unjudged: no grammar)"),
  "syntax-error": words("(unjudged: syntax error)"),
  "no-evidence": words("(unjudged: nothing tells its place)"),
  "no-row": words("(no row declares it)", "doubt"),
  "no-code": words("(marks no active code)", "doubt"),
} as const;

/** What an anchor marks: `before let declaration in f`, `before function item f`. */
function marked({ owner, construct }: TracedAnchor): readonly Part[] {
  if (construct === undefined) return [];
  const type = words(`${ties[construct.tie]} ${construct.type.replaceAll("_", " ")}`);
  if (owner === "") return [type];
  return construct.name === undefined ? [type, words("in"), code(owner)] : [type, code(owner)];
}

function anchorItem(anchor: TracedAnchor): Item {
  const { unjudged, review } = anchor;
  return [
    at(anchor),
    ...marked(anchor),
    ...(unjudged === undefined ? [] : [reasons[unjudged]]),
    ...(review?.state === "suspect" ? [words(`(changed: ${review.changed.join(", ")})`, "doubt")] : []),
    ...(review?.state === "moved" ? [words("(moved since reviewed)")] : []),
  ];
}

const reviews = {
  reviewed: words("reviewed", "good"),
  suspect: words("suspect", "doubt"),
  unreviewed: words("unreviewed", "doubt"),
  "no-lock": words("no lock"),
} as const;

/** What the links of a name are, and what reviewers noted. */
function reviewItems({ review, anchors }: TracedName): readonly Item[] {
  if (review === "no-link") return [];
  const notes = new Set(anchors.flatMap(({ review: own }) => (own?.note === undefined || own.note === "" ? [] : [own.note])));
  return [[reviews[review]], ...[...notes].map((note) => [words("note:"), code(note)])];
}

/** What is missing: each kind of fault once, with all its places. */
function missingItems({ missing }: TracedName): readonly Item[] {
  const kinds = new Map<string, { readonly mark: Mark; readonly places: TracePlace[] }>();
  for (const gap of missing) {
    const said = gap.suppressed ? `${gap.words} (suppressed)` : gap.words;
    const kind = kinds.get(said) ?? { mark: gap.suppressed ? "plain" : gap.severity === "error" ? "fault" : "doubt", places: [] };
    kinds.set(said, kind);
    if (gap.path !== ".") kind.places.push(gap);
  }
  return [...kinds].map(([said, { mark, places }]) => [words(said, mark), ...places.map(at)]);
}

/** What the cells of a name hold. */
export function cellsOfName(name: TracedName): Readonly<Record<ColumnId, readonly Item[]>> {
  return {
    definitions: name.definitions.map((definition) => [at(definition), words(definition.kind)]),
    checks: name.checks.map(checkItem),
    rows: name.rows.map((row) => rowItem(row, name.anchors)),
    anchors: name.anchors.map(anchorItem),
    tests: name.tests.map((test) => [at(test), code(test.test)]),
    review: reviewItems(name),
    missing: missingItems(name),
  };
}

/** How the name as a whole weighs. */
export function markOf(name: TracedName): Mark {
  if (!isIncomplete(name)) return "good";
  return name.missing.some(({ severity, suppressed }) => severity === "error" && !suppressed) ? "fault" : "doubt";
}
