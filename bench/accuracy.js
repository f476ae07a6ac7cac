// Moves the anchors of a repository about and counts how many are noticed: `node bench/accuracy.js [--repo PATH]… [--set tuning|held-out|all]
// [--kinds A,B] [--seed N] [--per-anchor K] [--misses N] [--json FILE] [--history]`.
import { importTypeScript } from "./typescript.js";

const { command } = await importTypeScript("accuracy/command.ts");
try {
  await command(process.argv.slice(2), process.env);
} catch (error) {
  if (error.name !== "UserError" && !error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
  console.error([error.message, error.hint].filter((part) => part !== undefined).join("\n"));
  process.exitCode = 2;
}
