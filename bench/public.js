// Measures the judgement on public repositories that it was not made with: `node bench/public.js --repo PATH --name OWNER/NAME [--repo … --name …]
// [--seed N] [--per-anchor K] [--kinds A,B] [--misses N] [--json FILE] [--keep FOLDER]`. PATH is a clone. truth/misplaced-public.json says which
// commit and document, and where the anchors go; `--record --commit REV --document PATH` enters a repository there. How rows and places are
// taken from a document stands in public/rows.ts and public/places.ts.
import { importTypeScript } from "./typescript.js";

const { command } = await importTypeScript("public/command.ts");
try {
  await command(process.argv.slice(2), process.env);
} catch (error) {
  if (error.name !== "UserError" && !error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
  console.error([error.message, error.hint].filter((part) => part !== undefined).join("\n"));
  process.exitCode = 2;
}
