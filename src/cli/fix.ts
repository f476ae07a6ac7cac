import pc from "picocolors";
import { mostPasses } from "../engine/fix-passes.js";
import type { FixedFolder } from "../fix-folder.js";
import { visible } from "../reporters/visible.js";
import type { Arguments } from "./arguments.js";
import { wantsColour } from "./colour.js";
import type { Io, Output } from "./io.js";
import { type PatchLine, unifiedDiff } from "./unified-diff.js";

/** What GitHub's runner would take for a command, wherever it stands in a log. */
const obeyed = /##\[|^.?\s*::/;

/**
 * The diff's text. `patch` needs every character as it is; a terminal would obey some, so there they are shown as signs, as are
 * the lines that GitHub's runner would obey.
 */
function diffText(lines: readonly PatchLine[], output: Output, args: Arguments, env: Io["env"]): string {
  const colours = pc.createColors(output.isTerminal && wantsColour(output, env, args.noColour));
  const styles = { file: colours.bold, hunk: colours.cyan, old: colours.red, new: colours.green, same: String, note: colours.dim };
  const inRunner = (env["GITHUB_ACTIONS"] ?? "") !== "";
  const shown = ({ text }: PatchLine): string => {
    if (output.isTerminal) return visible(text.replaceAll("\t", "    "));
    return inRunner && obeyed.test(text) ? visible(text).replace("::", ": :") : text;
  };
  return lines.map((line) => `${styles[line.kind](shown(line))}\n`).join("");
}

/** Shows what fixing changes where nothing is written, and says what could not be fixed. */
export function showFixing({ changes, refused, unfinished }: FixedFolder, args: Arguments, io: Io): void {
  // Programs read the other formats: there the diff must not stand beside the report.
  const output = args.format === "pretty" || args.format === "compact" ? io.stdout : io.stderr;
  const diff = args.dryRun ? diffText(changes.flatMap(unifiedDiff), output, args, io.env) : "";
  if (diff !== "") output.write(args.format === "pretty" ? `${diff}\n` : diff);
  for (const { path, reason } of refused) io.stderr.write(`spec-anchors: \`${visible(path)}\` is not fixed: ${visible(reason)}\n`);
  if (unfinished) io.stderr.write(`spec-anchors: fixing stopped after ${mostPasses} passes: there may be fixes that undo each other\n`);
}
