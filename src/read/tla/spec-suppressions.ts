import type { Suppression } from "../../model/suppression.js";
import { tla } from "../languages/families.js";
import { segmentLens } from "../source/lens.js";
import { directiveWord } from "../source/marks.js";
import { suppressionsIn } from "../source/suppressions.js";

const signs = [...tla.line, ...tla.block.map(({ open }) => open)];

/** The directives of a module or of a configuration, in its comments. */
export function specSuppressions(text: string): readonly Suppression[] {
  return text.includes(directiveWord) ? suppressionsIn(text, segmentLens(text, tla), signs) : [];
}
