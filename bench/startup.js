// How long one check takes from the start of the process to its end, as a multiple of Node's own start: `node bench/startup.js [--rounds N]`.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { interleaved, peakMemory } from "./measure.js";
import { seedWorkspace } from "./seed-workspace.js";

/** What a check may take, in starts of Node, where compiled code and verdicts of an earlier one are kept. Others are printed beside it. */
const most = 6.0;

/** Leaves out the rules that hold what rows say against the code. */
const unjudging = ["--rule", "misplaced-anchor=off", "--rule", "stale-explanation=off"];

const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" } } });
const rounds = Number(values.rounds);
const home = fileURLToPath(new URL("..", import.meta.url));
const bin = join(home, "bin", "spec-anchors.js");

function copyOfPackage(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  for (const part of ["bin", "dist", "package.json"]) cpSync(join(home, part), join(folder, part), { recursive: true });
  rmSync(join(folder, "dist", "compiled"), { recursive: true, force: true });
  return folder;
}

/** The package where npm has installed no native parser: the grammar is loaded as WebAssembly. */
function withoutNative() {
  const folder = copyOfPackage("without-native");
  mkdirSync(join(folder, "node_modules"));
  return folder;
}

/** The package where nothing can be kept of what a run compiled: each is a first run. */
function withoutCompiled() {
  const folder = copyOfPackage("without-compiled");
  symlinkSync(join(home, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "dist", "compiled"), "");
  return folder;
}

/** The package where no verdict can be kept: each run judges files that it has never seen. */
function withoutVerdicts() {
  const folder = copyOfPackage("without-verdicts");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  symlinkSync(join(home, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "dist", "compiled"));
  writeFileSync(join(folder, "dist", "compiled", `verdicts-${version}`), "");
  return folder;
}

const workspace = seedWorkspace();
const elsewhere = withoutNative();
const untried = withoutCompiled();
const unknown = withoutVerdicts();
try {
  const node = (name, ...args) => ({ name, command: process.execPath, args, cwd: workspace });
  const commands = [
    node("node -e 0", "-e", "0"),
    node("spec-anchors --version", bin, "--version"),
    node("check", bin, "check"),
    node("check, judgement off", bin, "check", ...unjudging),
    node("check of changed files", join(unknown, "bin", "spec-anchors.js"), "check"),
    node("check, first after installing", join(untried, "bin", "spec-anchors.js"), "check"),
    node("check, WebAssembly", join(elsewhere, "bin", "spec-anchors.js"), "check"),
    { name: "bash, awk and 21 greps", command: "bash", args: [fileURLToPath(new URL("grep-script.sh", import.meta.url))], cwd: workspace },
  ];
  const times = interleaved(commands, rounds);
  const bare = times.get("node -e 0").median;
  console.log(`node ${process.versions.node}, ${process.platform}-${process.arch}; medians of ${rounds} interleaved rounds\n`);
  console.log(`${"".padEnd(34)}${"× node".padStart(8)}${"median ms".padStart(12)}${"least ms".padStart(12)}${"peak MB".padStart(10)}`);
  for (const command of commands) {
    const { median, least } = times.get(command.name);
    const peak = command.command === process.execPath ? peakMemory(command).toFixed(0) : "";
    const cells = [
      (median / bare).toFixed(2).padStart(8),
      median.toFixed(1).padStart(12),
      least.toFixed(1).padStart(12),
      peak.padStart(10),
    ];
    console.log(command.name.padEnd(34) + cells.join(""));
  }
  const ratio = times.get("check").median / bare;
  console.log(`\n${ratio <= most ? "within" : "over"} the target of ${most.toFixed(1)} × node`);
  process.exitCode = ratio <= most ? 0 : 1;
} finally {
  for (const folder of [workspace, elsewhere, untried, unknown]) rmSync(folder, { recursive: true, force: true });
}
