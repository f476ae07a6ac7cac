import { rowsOf } from "../../judge/coverage.js";
import type { LinkedRow, Project } from "../../model/project.js";
import type { Place } from "../../model/span.js";
import type { Check, Definition, Specifications, SpecName } from "../../model/specification.js";
import { type Draft, Drafts } from "./drafts.js";
import { type Mention, mentionsIn } from "./name-cells.js";

/** A name of an anchor table's row, with where it stands. */
interface Used {
  readonly name: string;
  readonly place: Place;
  readonly row: LinkedRow;
  /** What it is looked up to; `undefined` where no module is near. */
  readonly use: SpecName | undefined;
}

const isProof = ({ role }: Check): boolean => role === "invariant" || role === "property";

/** The own name of `M!Name`. */
const ownName = ({ name }: Check): string => name.slice(name.lastIndexOf("!") + 1);

/** The names of anchor tables' rows, in order; of an unreadable row the one that it seems to mean. */
function usedNames({ rows, malformed, specifications }: Project): readonly Used[] {
  const uses = new Map<LinkedRow, SpecName[]>();
  for (const use of specifications?.names ?? []) if (use.row !== undefined) uses.set(use.row, [...(uses.get(use.row) ?? []), use]);
  return rows.flatMap((row): readonly Used[] => {
    if (row.kind !== "anchor") return [];
    const { document: path, names, nameSpan } = row.row;
    if (names.length > 0)
      return names.map(({ name, span }) => ({
        name,
        place: { path, span },
        row,
        use: uses.get(row)?.find((one) => one.name.name === name),
      }));
    const meant = malformed.find((one) => one.row === row)?.meant;
    return meant === undefined ? [] : [{ name: meant, place: { path, span: nameSpan }, row, use: undefined }];
  });
}

/** The lines of all that is defined: what rows use, what is checked, what other tables name. */
function define(
  drafts: Drafts,
  used: readonly Used[],
  mentions: readonly Mention[],
  specifications: Specifications | undefined,
  properties: boolean,
): void {
  for (const { name, use } of used) if (use !== undefined && use.definitions.length > 0) drafts.define(name, use.definitions);
  if (specifications === undefined) return;
  const isChecked = (definition: Definition): boolean => specifications.checkedBy(definition).length > 0;
  for (const check of specifications.checks)
    if (check.definition !== undefined && (check.role === "invariant" || (properties && check.role === "property")))
      drafts.define(ownName(check), [check.definition]);
  for (const { row, claimed, definitions, name } of specifications.names)
    if (row === undefined && definitions.length > 0 && (claimed || definitions.some(isChecked))) drafts.define(name.name, definitions);
  for (const { name, scope } of mentions)
    if (drafts.named(name).length === 0)
      for (const definition of specifications.definitionsOf(name))
        if (scope.has(definition.path) && isChecked(definition)) drafts.define(name, [definition]);
}

function addRows(drafts: Drafts, used: readonly Used[]): void {
  for (const { name, place, row, use } of used) {
    const [definition] = use?.definitions ?? [];
    // Where it was not looked up, nothing tells it from the one line of its name.
    const [only, another] = use === undefined ? drafts.named(name) : [];
    const draft =
      (definition === undefined ? undefined : drafts.defined(definition)) ??
      (only !== undefined && another === undefined ? only : drafts.undefined(name));
    draft.rows.push({ row, place });
    if (use !== undefined) draft.uses.push(use);
  }
}

/** The checks whose definition is not known. Where nobody knows the module either, every definition of the name may be meant. */
function addUnplaced(drafts: Drafts, { checks }: Specifications, properties: boolean): void {
  for (const check of checks) {
    if (check.definition !== undefined || !isProof(check)) continue;
    const known = check.module === undefined ? drafts.named(ownName(check)) : [];
    if (known.length > 0) for (const draft of known) draft.unplaced.push(check);
    else if (check.role === "invariant" || properties) drafts.undefined(ownName(check)).unplaced.push(check);
  }
}

/** The cells of other tables, with the lines whose modules their documents are about; else with all of the name. */
function addMentions(drafts: Drafts, mentions: readonly Mention[]): void {
  for (const { name, place, scope } of mentions) {
    const known = drafts.named(name);
    const near = known.filter(({ definitions }) => definitions.some(({ path }) => scope.has(path)));
    for (const draft of near.length > 0 ? near : known) draft.mentions.push(place);
  }
}

/** Each anchor belongs to the rows that declare it; else to a name that is spelled alike, else to none but itself. */
function addAnchors(drafts: Drafts, project: Project): void {
  for (const anchor of project.anchors) {
    const rows = new Set(rowsOf(project.rows, anchor));
    const named = drafts.named(anchor.name);
    const declaring = named.filter((draft) => draft.rows.some(({ row }) => rows.has(row)));
    const other = named.find((draft) => draft.rows.length > 0) ?? named[0] ?? drafts.undefined(anchor.name);
    for (const draft of declaring.length > 0 ? declaring : [other]) draft.anchors.push(anchor);
  }
}

/** Every name that the matrix has a line for: of rows, of what is checked, of anchors. In no order. */
export function draftsOf(project: Project, properties: boolean): readonly Draft[] {
  const drafts = new Drafts();
  const { specifications, marker } = project;
  const used = usedNames(project);
  const mentions = specifications === undefined ? [] : mentionsIn(project, specifications, marker);
  define(drafts, used, mentions, specifications, properties);
  addRows(drafts, used);
  if (specifications !== undefined) addUnplaced(drafts, specifications, properties);
  addMentions(drafts, mentions);
  addAnchors(drafts, project);
  return drafts.all;
}
