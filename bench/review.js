// How surely a lock finds what changed, and how silent it is about what did not: `node bench/review.js --repo PATH [--seed N] [--random N]`.
import { importTypeScript } from "./typescript.js";

const { command } = await importTypeScript("review/command.ts");
process.exitCode = await command(process.argv.slice(2));
