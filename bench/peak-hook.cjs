// Loaded by measure.js into the process that it measures: says the peak of resident memory, in KiB, on descriptor 3.
const { writeSync } = require("node:fs");

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
