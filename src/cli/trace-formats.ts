// Built as a file of its own, which only `trace` loads.
export { matrixReporters } from "../reporters/matrix/index.js";
