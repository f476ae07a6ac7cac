// Holds what `check` says of tables, names and configurations against what was found by hand before it judged (truth/references.json):
// `node bench/reference-truth.js --repo NAME=PATH [--repo NAME=PATH …] [--misses N]`. NAME is a repository of the truth (`echidna`, `dML`), PATH a clone
// of it at the commit named there. Prints recall on wrong references, false alarms on right ones, both for the drawn ones and for all, the definitions
// and configurations of names, and the checked invariants without a row.
import { runCommand } from "./typescript.js";

await runCommand("references/command.ts");
