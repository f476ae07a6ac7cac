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
      return "The row does not belong to the table: the comment line above it ends the table.";
  }
}

function hintOf({ row: { row }, meant }: MalformedRow): string {
  if (row.reading.kind !== "malformed") return "";
  switch (row.reading.problem) {
    case "no-name":
      return meant === undefined ? "Write the invariant's name, one identifier in backticks." : `Write \`${meant}\`.`;
    case "no-site":
      return "Write the path of the file that has the anchor, or `—` if there is none.";
    case "detached":
      return "Move the comment above the table or to the end of a row.";
  }
}

function* check(project: Project): Generator<Finding> {
  for (const malformed of project.malformed) {
    const { row } = malformed.row;
    yield {
      message: messageOf(malformed),
      hint: hintOf(malformed),
      name: row.names[0]?.name ?? malformed.meant,
      place: { path: row.document, span: row.reading.kind === "malformed" && row.reading.problem === "no-name" ? row.nameSpan : row.span },
      related: malformed.anchor === undefined ? [] : [{ place: placeOfMark(malformed.anchor), message: "the anchor it may mean" }],
    };
  }
}

/** A row of an anchor table cannot be read. It is never silently skipped. */
export const malformedRow: Rule = { id: "malformed-row", severity: "error", summary: "a row of an anchor table cannot be read", check };
