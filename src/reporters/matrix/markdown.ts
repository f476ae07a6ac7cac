import type { MatrixContext, MatrixReporter, TracedName } from "../../model/trace.js";
import { visible } from "../visible.js";
import { cellsOfName, columns } from "./columns.js";
import { addressOf } from "./links.js";
import { notesOn, outcomeOf } from "./notes.js";
import type { Item } from "./parts.js";

const entity = (sign: string): string => `&#${sign.charCodeAt(0)};`;

/** Text of the repository as code: nothing in it is Markdown, a link or a mention. */
function code(text: string): string {
  const shown = visible(text);
  // A table is divided before code is looked for, and no backslash helps where one stands already.
  if (shown.includes("|")) return `<code>${shown.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? " " : "";
  return shown === "" ? "" : `${ticks}${pad}${shown}${pad}${ticks}`;
}

function shown(item: Item, context: MatrixContext): string {
  return item
    .map((part) => {
      if (part.kind === "place") return `[${code(`${part.place.path}:${part.place.line}`)}](${addressOf(part.place, context, true)})`;
      if (part.kind === "code") return code(part.value);
      return part.mark === "fault" || part.mark === "doubt" ? `**${part.value}**` : part.value;
    })
    .join(" ");
}

function row(name: TracedName, context: MatrixContext): string {
  const cells = cellsOfName(name);
  const filled = columns.map(({ id }) => (cells[id].length === 0 ? "—" : cells[id].map((item) => shown(item, context)).join("<br>")));
  return `| ${[code(name.title), ...filled].join(" | ")} |`;
}

/** A table as GitHub shows it, and what the matrix says of itself below it. */
export const markdown: MatrixReporter = (matrix, context) => {
  const head = ["Name", ...columns.map(({ title }) => title)];
  const notes = notesOn(matrix).map((note) => `- ${shown(note, context)}`);
  const lines = [
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...matrix.names.map((name) => row(name, context)),
    "",
    `${outcomeOf(matrix)}.`,
    ...(notes.length === 0 ? [] : ["", ...notes]),
  ];
  return lines.map((line) => `${line}\n`).join("");
};
