// Holds what is reported of a repository against what a human found, `bench/truth/citations.json`, written before any tool judged it:
// `node bench/citation-truth.js --repo PATH [--misses N]`. PATH is a checkout of the commit that the file names. `--fresh OWNER/NAME=PATH [--fresh …]`
// holds it against the second sample instead, truth/citations-fresh.json, of repositories that nothing was tuned on.
import { runCommand } from "./typescript.js";

await runCommand("citation-truth/command.ts");
