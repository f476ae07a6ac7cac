import { expect, it } from "vitest";
import { checkFiles } from "../harness/check-files.js";

/** The hints about symbols that a mapping table names so. */
async function hintsFor(code: string): Promise<readonly string[]> {
  const files = {
    "specs/Log.tla": "---- MODULE Log ----\nVARIABLE log\nAppend(x) == log' = x\n====\n",
    "specs/README.md": `| TLA+ | Rust code |\n| --- | --- |\n| \`Append(x)\` | ${code} |\n`,
    "src/log.rs":
      "pub struct Log { epoch: u64 }\nimpl Log {\n    pub fn append_entry(&mut self) { let kept_slots = 1; drop(kept_slots); }\n}\n",
    "src/disk.rs": "pub fn flush_all() {}\n",
  };
  const { report } = await checkFiles(files, { only: ["missing-symbol"] });
  return report.diagnostics.flatMap(({ rule, hint }) => (rule === "missing-symbol" ? [hint ?? ""] : []));
}

it.each([
  ["`append_entri()` in `src/log.rs`", "Did you mean `append_entry`?"],
  ["`src/log.rs::append`", "Did you mean `append_entry`?"],
  ["`epochs` in `Log`", "Did you mean `epoch`?"],
  ["`kept_slot` in `append_entry()`", "Did you mean `kept_slots`?"],
  // What is elsewhere goes before what is called nearly so.
  ["`flush_all()` in `src/log.rs`", "`src/disk.rs` has it."],
  // Of another function.
  ["`kept_slot` in `flush_all()`", "Correct the name, or remove it if the code no longer has it."],
])("%s: %s", async (code, hint) => {
  expect(await hintsFor(code)).toEqual([hint]);
});
