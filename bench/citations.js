// Makes git histories in which documents cite code in every form, and holds what is reported against the truth:
// `node bench/citations.js [--seed N] [--histories N] [--steps N] [--least PERCENT] [--misses N] [--past] [--keep]`. `--past` measures only how
// cited lines are followed through the history (src/git/follow.ts). The truth is kept while the histories are made (citations/truth.ts).
import { runCommand } from "./typescript.js";

await runCommand("citations/command.ts");
