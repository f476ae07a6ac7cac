import type { MatrixContext, MatrixReporter, TracedName } from "../../model/trace.js";
import { visible } from "../visible.js";
import { cellsOfName, columns, markOf } from "./columns.js";
import { script, style } from "./html-style.js";
import { addressOf } from "./links.js";
import { notesOn, outcomeOf } from "./notes.js";
import type { Item } from "./parts.js";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? "");
}

const code = (text: string): string => `<code>${escaped(text)}</code>`;

function shown(item: Item, context: MatrixContext): string {
  return item
    .map((part) => {
      if (part.kind === "code") return code(part.value);
      if (part.kind === "words") return `<span class="${part.mark}">${escaped(part.value)}</span>`;
      const { path, line } = part.place;
      return `<a href="${escaped(addressOf(part.place, context, false))}">${code(`${path}:${line}`)}</a>`;
    })
    .join(" ");
}

function list(items: readonly Item[], context: MatrixContext): string {
  return `<ul>\n${items.map((item) => `<li>${shown(item, context)}</li>`).join("\n")}\n</ul>`;
}

function cell(items: readonly Item[], context: MatrixContext): string {
  const [only] = items;
  // Screen readers pass a dash over.
  if (only === undefined) return '<span class="plain" role="img" aria-label="none">—</span>';
  return items.length === 1 ? shown(only, context) : list(items, context);
}

function row(name: TracedName, context: MatrixContext): string {
  const cells = cellsOfName(name);
  const filled = columns.map(({ id }) => `<td>${cell(cells[id], context)}</td>`);
  return ["<tr>", `<th scope="row" class="${markOf(name)}">${code(name.title)}</th>`, ...filled, "</tr>"].join("\n");
}

/** One page that needs nothing else: a table with links, a filter, and what the matrix says of itself. */
export const html: MatrixReporter = (matrix, context) => {
  const notes = notesOn(matrix);
  const folder = matrix.root.split("/").findLast((part) => part !== "") ?? "";
  const title = `Traceability of ${folder}`;
  const head = ["Name", ...columns.map((column) => column.title)].map((text) => `<th scope="col">${text}</th>`).join("");
  return `${[
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${style}\n</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(outcomeOf(matrix))}.</p>`,
    ...(notes.length === 0 ? [] : [list(notes, context)]),
    '<label hidden>Filter: <input id="filter" type="search" autocomplete="off"> <span id="shown" role="status"></span></label>',
    '<div class="scroll" role="region" aria-label="Matrix" tabindex="0">',
    "<table>",
    "<caption>Each name from its definition to the tests that name it</caption>",
    `<thead>\n<tr>${head}</tr>\n</thead>`,
    "<tbody>",
    ...matrix.names.map((name) => row(name, context)),
    "</tbody>",
    "</table>",
    "</div>",
    "</main>",
    `<script>\n${script}\n</script>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
};
