// One check of a large repository against `git grep`, and what memory it takes: `node bench/scale.js [--files 10000] [--rounds 5] [--seed 1] [--keep]`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { interleaved, peakMemory } from "./measure.js";
import { commitAll } from "./seed-workspace.js";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const [files, rounds, seed] = [values.files, values.rounds, values.seed].map(Number);
const rows = 180;

/** Numbers from 0 to 1 that depend on the seed alone (a linear congruence). */
function chance(start) {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const nameOf = (row) => `Law${String(row).padStart(3, "0")}Holds`;
const pathOf = (file) => `crates/c${String(file % 100).padStart(2, "0")}/src/part_${file}.rs`;

/** A source file of a few to some 35 KB. `name` is that of its anchor, if it has one. */
function source(file, name, random) {
  const parts = ["//! Generated for a benchmark.\n\nuse std::collections::BTreeMap;\n"];
  const functions = 4 + Math.floor(random() ** 2 * 60);
  const anchored = name === undefined ? -1 : Math.floor(random() * functions);
  for (let index = 0; index < functions; index += 1) {
    parts.push(`
/// Adds up what part ${file} counts in its step ${index}, but for what is above the limit.
pub fn step_${index}(counts: &BTreeMap<String, u64>, limit: u64) -> Result<u64, String> {
    let mut total = ${Math.floor(random() * 1000)}u64;
    for (key, count) in counts {
${index === anchored ? `        // SPEC: ${name} — what is above the limit is left out before anything is added.\n` : ""}        if *count > limit || key.starts_with("#") {
            // Comments and counts above the limit do not count.
            continue;
        }
        total = total.checked_add(*count).ok_or_else(|| format!("{key}: too much at {total}"))?;
    }
    Ok(total)
}
`);
  }
  return parts.join("");
}

function repository() {
  const folder = mkdtempSync(join(tmpdir(), "large-"));
  const random = chance(seed);
  const every = Math.floor(files / rows);
  const table = [];
  let bytes = 0;
  for (let file = 0; file < files; file += 1) {
    const row = file % every === 0 && file / every < rows ? file / every : undefined;
    const name = row === undefined ? undefined : nameOf(row);
    if (name !== undefined) table.push(`| \`${name}\` | \`${pathOf(file)}\` | counts above \`limit\` are left out |\n`);
    const text = source(file, name, random);
    bytes += Buffer.byteLength(text);
    mkdirSync(join(folder, pathOf(file), ".."), { recursive: true });
    writeFileSync(join(folder, pathOf(file)), text);
  }
  mkdirSync(join(folder, "specs"));
  writeFileSync(
    join(folder, "specs/README.md"),
    `# Laws\n\n| Invariant | Anchor site | How the code upholds it |\n|---|---|---|\n${table.join("")}`,
  );
  commitAll(folder);
  return { folder, bytes };
}

const { folder, bytes } = repository();
try {
  const check = {
    name: "spec-anchors check",
    command: process.execPath,
    args: [fileURLToPath(new URL("../bin/spec-anchors.js", import.meta.url)), "check"],
    cwd: folder,
  };
  const commands = [
    { name: "git grep -c SPEC:", command: "git", args: ["grep", "-c", "SPEC:"], cwd: folder },
    { name: "git ls-files", command: "git", args: ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd: folder },
    check,
  ];
  console.log(`seed ${seed}: ${files} files, ${(bytes / 1e6).toFixed(0)} MB, ${rows} rows; medians of ${rounds} interleaved rounds`);
  const times = interleaved(commands, rounds);
  const grep = times.get("git grep -c SPEC:").median;
  for (const { name } of commands) {
    const { median, least } = times.get(name);
    console.log(
      `${name.padEnd(20)}${(median / grep).toFixed(2).padStart(8)} × git grep${median.toFixed(0).padStart(8)} ms (least ${least.toFixed(0)})`,
    );
  }
  console.log(`peak memory of the check: ${peakMemory(check).toFixed(0)} MB`);
  if (values.keep) console.log(`kept: ${folder}`);
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
