import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fixture = fileURLToPath(new URL("../fixtures/checkpointing", import.meta.url));

/** Sizes in bytes of the files of a real repository of this kind, which the fixture's are smaller than. */
const sizes = {
  "specs/README.md": 13_500,
  "src/checkpoint.rs": 36_500,
  "src/bytecode_tape/mod.rs": 34_700,
  "src/bytecode_tape/optimize.rs": 9_500,
};

function rustFunction(index) {
  return `
/// Folds values with the weights of variant ${index}.
fn variant_${index}(values: &[f64], weights: &[f64]) -> Option<f64> {
    let mut total = 0.0;
    for (value, weight) in values.iter().zip(weights) {
        // A weight of zero leaves its value out.
        if *weight == 0.0 || value.is_nan() {
            continue;
        }
        total += value * weight + ${index}.0;
    }
    (total != 0.0).then_some(total / values.len() as f64)
}
`;
}

const paragraph = (index) => `
Remark ${index}: the bounds in the \`.cfg\` files are chosen so that a run ends
within a minute; larger ones change nothing but the number of states.
`;

/** A git repository in a temporary folder with 21 rows and their anchors, padded to the sizes of a real one: the same bytes each time. */
export function seedWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), "seed-shaped-"));
  cpSync(fixture, folder, { recursive: true });
  for (const [path, size] of Object.entries(sizes)) {
    let text = readFileSync(join(folder, path), "utf8");
    for (let index = 1; Buffer.byteLength(text) < size; index += 1) text += path.endsWith(".md") ? paragraph(index) : rustFunction(index);
    writeFileSync(join(folder, path), text);
  }
  commitAll(folder);
  return folder;
}

/** Makes a folder a git repository with one commit of all its files. */
export function commitAll(folder) {
  const git = (...args) => execFileSync("git", ["-C", folder, ...args], { stdio: "ignore" });
  git("init");
  git("add", "--all");
  git("-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--message", "all");
}
