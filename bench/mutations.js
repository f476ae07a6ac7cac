// Damages a copy of a repository in every way of mutations/*.ts and holds what is reported against what should be: `node bench/mutations.js --repo PATH`.
import { check } from "../dist/index.js";
import { importTypeScript } from "./typescript.js";

const { command } = await importTypeScript("mutations/command.ts");
process.exitCode = await command(process.argv.slice(2), check);
