import type { Reporter } from "../model/report.js";
import { selected } from "./selection.js";

// JSON leaves these as they are; a terminal that shows the output does not.
const obeyed = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The report as JSON, with `quiet` only the diagnostics that are errors; control characters are escaped, which reads back the same. */
export const json: Reporter = (report, context) => {
  const text = JSON.stringify({ ...report, diagnostics: selected(report, context) }, undefined, 2);
  return `${text.replace(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
};
