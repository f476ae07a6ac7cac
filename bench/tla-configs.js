// Measures how the configurations of a collection of specifications are understood: `node bench/tla-configs.js [--rounds N] FOLDER`. FOLDER is a clone of
// tlaplus/Examples, or another folder whose manifest.json files say which `.cfg` is of which module and how the model checker ends. Prints
// how often module and expectation are told, the names that mean nothing, what is said of these checked specifications, and the time it takes.
import { runCommand } from "./typescript.js";

await runCommand("tla/configs.ts");
