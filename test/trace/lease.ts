import { trace } from "../../src/engine/trace/trace.js";
import type { Matrix, TracedName } from "../../src/model/trace.js";
import { rules } from "../../src/rules/index.js";
import { memoryWorkspace } from "../../src/workspace/memory.js";
import { type Setting, worldOf } from "../harness/check-files.js";

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

/** A specification, its document and its code, in which each name is traced another way. */
export const lease: Readonly<Record<string, string>> = {
  "specs/Lease.tla": lines(
    "---- MODULE Lease ----",
    "EXTENDS Naturals",
    "CONSTANT Clients",
    "VARIABLES holder, queue",
    "ASSUME ClientsKnown == Clients # {}",
    "NoDoubleGrant == holder \\in Clients \\cup {0}",
    "LeaseEnds == queue = <<>> \\/ holder # 0",
    "Safety == NoDoubleGrant /\\ LeaseEnds",
    "HolderKnown == holder \\in Clients",
    "QueueFair == queue = <<>>",
    "TypeOK == holder \\in Nat",
    "QuietOne == TRUE",
    "Progress == <>(queue = <<>>)",
    "THEOREM Sound == HolderOnce",
    "<1> QED BY DEF HolderOnce",
    "HolderOnce == TRUE",
    "====",
  ),
  "specs/Lease.cfg": lines("INVARIANTS", "  Safety", "  TypeOK", "  QuietOne", "PROPERTY Progress"),
  "specs/LeaseVulnerable.cfg": lines("INVARIANT QueueFair"),
  "specs/Ticket.tla": lines("---- MODULE Ticket ----", "VARIABLE next", "TypeOK == next = 0", "===="),
  "specs/Ticket.cfg": lines("INVARIANT TypeOK"),
  "specs/README.md": lines(
    "# Leases",
    "",
    "| Invariant | Anchor site | How the code upholds it | Checked |",
    "| --- | --- | --- | --- |",
    "| `NoDoubleGrant` | `src/lease.rs` | `grant` refuses while `holder.is_some()` | |",
    "| `LeaseEnds` | `src/lease.rs` | `expire` ends it | |",
    "| `HolderKnown` | `src/lease.rs` | `known` looks it up | |",
    "| `QueueFair` | `src/lease.rs` | `push` appends | |",
    "| `ClientsKnown` | — | | |",
    "| `NoDeadlock` | `src/lease.rs` | `step` never waits | deadlock check |",
    "| `Forgotten` | `src/lease.rs` | `step` forgets nothing | |",
    "| `Progress` | `src/lease.rs` | `drain` empties the queue | |",
    "| `HolderOnce` | `src/gone.rs` | once is enough | <!-- spec-anchors-ignore missing-file: not written yet --> |",
    "",
    "| Property | Meaning |",
    "| --- | --- |",
    "| `QuietOne` | says nothing |",
  ),
  "src/lease.rs": lines(
    "impl Lease {",
    "    pub fn grant(&mut self) {",
    "        // SPEC: NoDoubleGrant — one holder at a time",
    "        if self.holder.is_some() {",
    "            return;",
    "        }",
    "        self.take();",
    "    }",
    "    /// SPEC: HolderKnown",
    "    pub fn known(&self) -> bool {",
    "        self.holder.is_some()",
    "    }",
    "    fn push(&mut self) {",
    "        self.queue.push(1); // SPEC: QueueFair — appends",
    "    }",
    "    fn step(&mut self) {",
    "        // SPEC: NoDeadlock",
    "        // SPEC: Forgotten",
    "        self.next();",
    "    }",
    "    fn drain(&mut self) {",
    "        // SPEC: Progress — one a step",
    "        self.queue.pop();",
    "        // SPEC: Stray",
    "        self.next();",
    "    }",
    "}",
    "",
    "#[cfg(test)]",
    "mod tests {",
    "    fn helper() {",
    "        // NoDoubleGrant is none of a helper's business.",
    "    }",
    "",
    "    // QueueFair stands too far away.",
    "",
    "    #[test]",
    "    fn no_double_grant_holds() {",
    "        // LeaseEnds, too",
    "    }",
    "",
    "    // QueueFair",
    "    #[test]",
    '    #[doc = "HolderKnown"]',
    "    fn first_come_first_served() {",
    '        assert!(true, "Forgotten");',
    "    }",
    "}",
  ),
  "tests/lease.rs": lines("#[test]", "fn progress() {}", "", "#[test]", "fn progress_bar_is_drawn() {}", "", "fn sorted_type_ok() {}"),
};

/** The matrix of files in memory. */
export async function traced(files: Readonly<Record<string, string>>, setting: Setting = {}): Promise<Matrix> {
  return trace(await worldOf(memoryWorkspace(files), setting), rules);
}

/** The line of a name. */
export function lineOf({ names }: Matrix, title: string): TracedName {
  const found = names.find((name) => name.title === title);
  if (found === undefined) throw new Error(`there is no line ${title}, but ${names.map((name) => name.title).join(", ")}`);
  return found;
}

/** `path:line`, and more where it is given. */
export const at = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;
