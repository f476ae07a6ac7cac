import { nameOfRow, placeOfAnchor, placeOfRow } from "../judge/places.js";
import type { Finding, Rule } from "../model/finding.js";
import type { Gone, Judgement } from "../model/judgement.js";
import type { Project } from "../model/project.js";
import type { TypeReference } from "../model/reference.js";

function goneFinding({ row, span, what, written, now }: Gone): Finding {
  const name = nameOfRow(row);
  const missing = what === "path" ? "which does not exist" : "which no code has";
  const renamed = now === undefined ? "" : now.because === "renamed" ? `; it is \`${now.name}\` now` : "";
  return {
    message: `The row${name === undefined ? "" : ` of \`${name}\``} names \`${written}\`, ${missing}${renamed}.`,
    hint:
      now === undefined
        ? "Say in the row what upholds the invariant now."
        : now.because === "renamed"
          ? `Write \`${now.name}\`, if that is still what upholds the invariant.`
          : `Did you mean \`${now.name}\`? Otherwise say what upholds the invariant now.`,
    name,
    place: { path: row.row.document, span },
    related: row.row.names.length === 0 ? [] : [{ place: placeOfRow(row), message: "the row" }],
  };
}

function attributedFinding({ anchor, rows, attributed }: Judgement): Finding | undefined {
  const [row] = rows;
  const owner =
    anchor.placement.kind === "construct" ? (anchor.placement.construct.name ?? anchor.placement.construct.owner.at(-1)) : undefined;
  if (attributed === undefined || row === undefined || owner === undefined) return undefined;
  const piece = rows
    .flatMap((each) => each.row.pieces.map((one) => ({ one, each })))
    .find(({ one }) => one.value.trim() === attributed.written);
  return {
    message: `The row of \`${anchor.name}\` names \`${attributed.written}\`, but the code that it quotes stands in \`${owner}\`, which neither calls it nor is called by it.`,
    hint: `Name \`${owner}\` in the row, if that is what upholds the invariant now.`,
    name: anchor.name,
    place: piece === undefined ? placeOfRow(row) : { path: piece.each.row.document, span: piece.one.span },
    related: [
      { place: placeOfAnchor(anchor), message: "its anchor" },
      { place: { path: anchor.path, span: attributed.span }, message: `\`${attributed.written}\`` },
    ],
  };
}

function typeFinding({ document, span, symbol, actual, place }: TypeReference): Finding {
  const name = symbol.names.join(".");
  return {
    message: `The row gives \`${name}\` the type \`${symbol.type ?? ""}\`; the code gives it \`${actual}\`.`,
    hint: "Write the type that the code has, if the row still is right.",
    place: { path: document, span },
    related: [{ place, message: "the code's type" }],
  };
}

function* check(project: Project): Generator<Finding> {
  for (const gone of project.gone) yield goneFinding(gone);
  for (const judgement of project.judgements) {
    const found = attributedFinding(judgement);
    if (found !== undefined) yield found;
  }
  for (const reference of project.references) if (reference.kind === "type") yield typeFinding(reference);
}

/** A row explains with a function or a file that is gone, or that has nothing to do with the code it quotes. */
export const staleExplanation: Rule = {
  id: "stale-explanation",
  severity: "warning",
  judges: true,
  summary: "a row names a function or file that is gone, or the wrong function",
  check,
};
