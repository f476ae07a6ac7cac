import type { Io, Output } from "./io.js";

/** True if the output takes colours: a terminal, unless `--no-color`, `NO_COLOR` or `TERM=dumb` says no; `FORCE_COLOR` says yes, or no where it is `0`. */
export function wantsColour(output: Output, env: Io["env"], noColour: boolean): boolean {
  if (noColour || (env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced === "0") return false;
  if (forced !== undefined && forced !== "") return true;
  return output.isTerminal && env["TERM"] !== "dumb";
}
