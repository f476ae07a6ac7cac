// Moves the anchors of a repository about and counts how many are noticed: `node bench/accuracy.js [--repo PATH]… [--clone OWNER/NAME=PATH]… [--set tuning|held-out|all]
// [--kinds A,B] [--seed N] [--per-anchor K] [--misses N] [--json FILE] [--history]`.
import { runCommand } from "./typescript.js";

await runCommand("accuracy/command.ts");
