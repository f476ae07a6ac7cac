// Learns src/judge/phrasebook/phrasebook.bin, what words of prose go with which code, from the comments of public repositories:
// `node --max-old-space-size=8000 bench/phrasebook.js --clone OWNER/NAME=PATH… [--write]`. It takes some minutes.
//
// Busy with other work, a machine may run out of time for a file (parsing has a limit), and its comments be missing: compare the numbers.
//
// Data: comments on lines of their own, above a function or a statement in one, and the code below; bench/truth/phrasebook.json says of which
// repositories, at which commits. Only numbers are kept. Nothing of a repository that is held out, nor of a file that rows of
// bench/truth/rows.json are about.
//
// Model: IBM's translation model 1 (phrasebook/train.ts), from a uniform start: nothing of it is drawn but the order of files and of
// comments, by their names.
import { runCommand } from "./typescript.js";

await runCommand("phrasebook/command.ts");
