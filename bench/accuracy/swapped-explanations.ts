import type { Cell } from "../../src/model/document.js";
import type { LinkedRow } from "../../src/model/project.js";
import { nests } from "./code-text.js";
import { type Kind, type Mutant, rowRules } from "./mutant.js";
import { explanationCells, promisesOf, rowFiles, rowNames, rowPlace } from "./rows.js";
import { codeSpanOf, type Subject } from "./subject.js";
import { pairsOf } from "./swapped-anchors.js";

/** True if some construct of one row is, or is in, one of the other: then each may well be explained as the other is. */
function shareConstruct({ sources }: Subject, a: LinkedRow, b: LinkedRow): boolean {
  return [...sources.values()].some((source) => {
    const spans = (row: LinkedRow) => source.anchors.filter(({ rows }) => rows.includes(row)).map((anchor) => codeSpanOf(source, anchor));
    return spans(a).some((one) => spans(b).some((other) => nests(one, other)));
  });
}

/** The text with the contents of cells replaced. */
function withCells(text: string, cells: readonly { readonly cell: Cell; readonly by: string }[]): string {
  return cells
    .toSorted((x, y) => y.cell.span.start - x.cell.span.start)
    .reduce((done, { cell: { span }, by }) => done.slice(0, span.start) + by + done.slice(span.end), text);
}

function swapped(subject: Subject, a: LinkedRow, b: LinkedRow): Mutant | undefined {
  if (a.row.document !== b.row.document || a.row.table !== b.row.table) return undefined;
  if (!rowFiles(a).some((file) => rowFiles(b).includes(file)) || rowNames(a).some((name) => rowNames(b).includes(name))) return undefined;
  const [ofA, ofB] = [explanationCells(subject, a), explanationCells(subject, b)];
  if (ofA.length === 0 || ofA.length !== ofB.length || a.row.explanation === b.row.explanation || shareConstruct(subject, a, b))
    return undefined;
  const text = subject.textOf(a.row.document);
  const written = ({ span }: Cell): string => text.slice(span.start, span.end);
  const cells = ofA.flatMap((cell, at) => {
    const other = ofB[at];
    return other === undefined
      ? []
      : [
          { cell, by: written(other) },
          { cell: other, by: written(cell) },
        ];
  });
  return {
    targets: [rowNames(a), rowNames(b)],
    rules: rowRules,
    files: new Map([[a.row.document, withCells(text, cells)]]),
    from: rowPlace(subject, a),
    to: rowPlace(subject, b),
    note: "",
  };
}

/** Two rows of one table and file say each what the other should. */
export const swappedExplanations: Kind = {
  id: "swapped-explanations",
  mutants: (subject, { seed, perAnchor }) => {
    const seedOf = (row: LinkedRow): string => `${seed}/swapped-explanations/${row.row.document}/${row.row.table}/${rowNames(row).join()}`;
    return pairsOf(promisesOf(subject), perAnchor, seedOf, (a, b) => swapped(subject, a, b));
  },
};
