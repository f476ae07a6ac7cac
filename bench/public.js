// Measures the judgement on public repositories that it was not made with: `node bench/public.js --repo PATH --name OWNER/NAME [--repo … --name …]
// [--seed N] [--per-anchor K] [--kinds A,B] [--misses N] [--json FILE] [--keep FOLDER]`. PATH is a clone. truth/misplaced-public.json says which
// commit and document, and where the anchors go; `--record --commit REV --document PATH` enters a repository there. How rows and places are
// taken from a document stands in public/rows.ts and public/places.ts.
import { runCommand } from "./typescript.js";

await runCommand("public/command.ts");
