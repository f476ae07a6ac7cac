import { readFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { pagesFolder } from "../assets.js";
import { UserError } from "../model/user-error.js";
import { rules } from "../rules/index.js";
import { type Arguments, knownRule } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { ExitCode, Io } from "./io.js";

/** All rules, a line each. */
function list(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return `${rules.map(({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`).join("\n")}\n`;
}

/** A page for a terminal: headings stand out, examples step back. */
function coloured(page: string, colours: ReturnType<typeof pc.createColors>): string {
  let fenced = false;
  return page
    .split("\n")
    .map((line) => {
      if (line.startsWith("```")) {
        fenced = !fenced;
        return colours.dim(line);
      }
      if (fenced) return colours.cyan(line);
      return line.startsWith("#") ? colours.bold(line) : line;
    })
    .join("\n");
}

/** `spec-anchors explain`. */
export function explainCommand(args: Arguments, names: readonly string[], io: Io): ExitCode {
  if (names.length > 1) throw new UserError("`explain` takes one rule.", "Call it once for each.");
  const [name] = names;
  if (name === undefined) {
    io.stdout.write(list());
    return 0;
  }
  const page = readFileSync(join(pagesFolder, `${knownRule(name)}.md`), "utf8");
  io.stdout.write(coloured(page, pc.createColors(wantsColour(io.stdout, io.env, args.noColour))));
  return 0;
}
