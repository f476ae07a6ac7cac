import type { Reporter } from "../model/report.js";
import { mending } from "./closing.js";
import { selected } from "./selection.js";
import { visible, visiblePath } from "./visible.js";

/** One line for each diagnostic, `path:line:column: severity rule: message`, and nothing where there is none; after fixing, what came of that. */
export const compact: Reporter = (report, context) => {
  const lines = selected(report, context).map(({ path, line, column, severity, rule, message }) => {
    const place = `${visiblePath(path)}:${line}:${column}`;
    return `${place}: ${severity} ${visible(rule)}: ${visible(message)}`;
  });
  const outcome = context.fixing === undefined ? [] : [mending(report, context).join(", ")];
  return [...lines, ...outcome].map((line) => `${line}\n`).join("");
};
