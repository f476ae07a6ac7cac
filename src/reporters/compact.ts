import type { Reporter } from "../model/report.js";
import { selected } from "./selection.js";
import { visible, visiblePath } from "./visible.js";

/** One line for each diagnostic, `path:line:column: severity rule: message`, and nothing where there is none. */
export const compact: Reporter = (report, context) =>
  selected(report, context)
    .map(({ path, line, column, severity, rule, message }) => {
      const place = `${visiblePath(path)}:${line}:${column}`;
      return `${place}: ${severity} ${visible(rule)}: ${visible(message)}\n`;
    })
    .join("");
