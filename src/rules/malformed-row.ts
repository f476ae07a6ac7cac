import { placeOfMark } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { MalformedRow, Project } from "../model/project.js";

function messageOf({ row: { row } }: MalformedRow): string {
  if (row.reading.kind !== "malformed") return "";
  const { problem, words } = row.reading;
  const cut = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  const name = row.names[0]?.name;
  switch (problem) {
    case "no-name":
      return cut === "" ? "The row has no name." : `\`${cut}\` is not a name.`;
    case "no-site":
      return cut === "" ? `The row of \`${name}\` declares no file.` : `\`${cut}\` is no path, so the row of \`${name}\` declares no file.`;
    case "detached":
      return "The row does not belong to the table above: a comment line or a blank line ends a table.";
  }
}

function hintOf({ row: { row }, meant }: MalformedRow): string {
  if (row.reading.kind !== "malformed") return "";
  switch (row.reading.problem) {
    case "no-name":
      return meant === undefined
        ? row.table < 0
          ? "Write a name that `names` of its declaration fits."
          : "Write the invariant's name, one identifier in backticks."
        : `Write \`${meant}\`.`;
    case "no-site":
      return "Write the path of the file that has the anchor, or `—` if there is none.";
    case "detached":
      return "Close the gap: move the comment above the table or to the end of a row, and delete blank lines.";
  }
}

const isDetached = ({ row: { row } }: MalformedRow): boolean => row.reading.kind === "malformed" && row.reading.problem === "detached";

/** The rows that a gap cuts off with this one: one fault. `undefined` if an earlier row of the table stands for them all. */
function detachedBelow(project: Project, malformed: MalformedRow): readonly MalformedRow[] | undefined {
  if (!isDetached(malformed)) return [];
  const { document, table } = malformed.row.row;
  const [first, ...others] = project.malformed.filter(
    (other) => isDetached(other) && other.row.row.document === document && other.row.row.table === table,
  );
  return first === malformed ? others : undefined;
}

function* check(project: Project): Generator<Finding> {
  for (const malformed of project.malformed) {
    const { row } = malformed.row;
    const below = detachedBelow(project, malformed);
    if (below === undefined) continue;
    yield {
      message: messageOf(malformed),
      hint: hintOf(malformed),
      name: row.names[0]?.name ?? malformed.meant,
      place: { path: row.document, span: row.reading.kind === "malformed" && row.reading.problem === "no-name" ? row.nameSpan : row.span },
      related: [
        ...(malformed.anchor === undefined ? [] : [{ place: placeOfMark(malformed.anchor), message: "the anchor it may mean" }]),
        ...below.map((other) => ({
          place: { path: other.row.row.document, span: other.row.row.nameSpan },
          message: "nor does this row",
          same: true as const,
        })),
      ],
    };
  }
}

/** A row of an anchor table cannot be read. It is never silently skipped. */
export const malformedRow: Rule = { id: "malformed-row", severity: "error", summary: "a row of an anchor table cannot be read", check };
