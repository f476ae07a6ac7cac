// Holds what `check` reports of specifications, tables, paths and links against findings that were judged by hand (truth/findings.json):
// `node bench/findings-truth.js --repo NAME=PATH [--repo NAME=PATH …] [--new N]`. NAME is a repository of the truth (its `short`), PATH a clone of it
// at the commit named there. Prints for each rule how many of the findings are still reported and how many of these are right, and which
// findings nobody has judged.
import { runCommand } from "./typescript.js";

await runCommand("findings/command.ts");
