import type { MatrixReporter, TracedName } from "../../model/trace.js";
import { widthOf } from "../cells.js";
import { type Palette, paletteFor } from "../palette.js";
import { visible, visiblePath } from "../visible.js";
import { cellsOfName, columns, markOf } from "./columns.js";
import { notesOn, outcomeOf } from "./notes.js";
import type { Item, Mark } from "./parts.js";

const labelWidth = Math.max(...columns.map(({ label }) => label.length));
const margin = 2 + labelWidth + 2;

/** A word that no line end parts. */
interface Word {
  readonly text: string;
  readonly mark: Mark;
}

function wordsOf(item: Item): readonly Word[] {
  return item.flatMap((part): readonly Word[] => {
    if (part.kind === "place") return [{ text: `${visiblePath(part.place.path)}:${part.place.line}`, mark: "plain" }];
    if (part.kind === "code") return [{ text: visible(part.value), mark: "plain" }];
    return part.value.split(" ").map((text) => ({ text, mark: part.mark }));
  });
}

function painted({ text: shown, mark }: Word, palette: Palette): string {
  if (mark === "fault") return palette.severity.error(shown);
  if (mark === "doubt") return palette.severity.warning(shown);
  return mark === "good" ? palette.good(shown) : shown;
}

/** The item on lines of that many columns; a word that is wider than a line has one of its own. */
function wrapped(item: Item, columnsOfLine: number, palette: Palette): readonly string[] {
  const lines: { readonly runs: Word[]; width: number }[] = [];
  for (const word of wordsOf(item)) {
    const wide = widthOf(word.text);
    const line = lines.at(-1);
    const run = line?.runs.at(-1);
    if (line === undefined || run === undefined || line.width + 1 + wide > columnsOfLine) lines.push({ runs: [word], width: wide });
    else {
      line.width += 1 + wide;
      if (run.mark === word.mark) line.runs[line.runs.length - 1] = { text: `${run.text} ${word.text}`, mark: run.mark };
      else line.runs.push(word);
    }
  }
  return lines.map(({ runs }) => runs.map((run) => painted(run, palette)).join(" "));
}

function block(name: TracedName, palette: Palette, width: number): string {
  const cells = cellsOfName(name);
  const lines = columns.flatMap(({ id, label }) => {
    // Without a lock all names would say the same; the notes say it once.
    const items = id === "review" && name.review === "no-lock" ? [] : cells[id];
    return items.flatMap((item, index) => {
      const head = (index === 0 ? label : "").padEnd(labelWidth);
      const [first = "", ...rest] = wrapped(item, width - margin, palette);
      return [`  ${palette.faint(head)}  ${first}`, ...rest.map((line) => `${" ".repeat(margin + 2)}${line}`)];
    });
  });
  return [painted({ text: visiblePath(name.title), mark: markOf(name) }, palette), ...lines].map((line) => `${line}\n`).join("");
}

/** A block for each name, for people at a terminal. Where nobody sits at one, lines are as long as what they say. */
export const text: MatrixReporter = (matrix, { colour, width = Number.POSITIVE_INFINITY }) => {
  const palette = paletteFor(colour);
  const notes = notesOn(matrix).flatMap((note) => wrapped(note, width, palette).map(palette.faint));
  const closing = [palette.strong(outcomeOf(matrix)), ...notes].map((line) => `${line}\n`).join("");
  return [...matrix.names.map((name) => block(name, palette, width)), closing].join("\n");
};
