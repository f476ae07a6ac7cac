import { nearestWord } from "../../judge/nearness.js";
import { isIncomplete, type Matrix } from "../../model/trace.js";
import { UserError } from "../../model/user-error.js";

/** What of a matrix is asked for. */
export interface Selected {
  /** Names, or titles of lines (`M!Name`); none: all. */
  readonly names: readonly string[];
  /** Only what something is missing of. */
  readonly missing: boolean;
}

/** The matrix with the lines that are asked for. Throws a `UserError` for a name that it does not have. */
export function selectedFrom(matrix: Matrix, { names, missing }: Selected): Matrix {
  const known = [...new Set(matrix.names.flatMap(({ name, title }) => [name, title]))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearestWord(unknown, known);
    throw new UserError(
      `There is no name \`${unknown}\`.`,
      near === undefined ? "`spec-anchors trace` lists the names." : `Did you mean \`${near}\`?`,
    );
  }
  const shown = matrix.names.filter(
    (line) => (names.length === 0 || names.includes(line.name) || names.includes(line.title)) && (!missing || isIncomplete(line)),
  );
  return { ...matrix, summary: { ...matrix.summary, shown: shown.length }, names: shown };
}
