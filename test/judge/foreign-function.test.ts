import { describe, expect, it } from "vitest";
import { filesOf, messages, tableOf } from "./verdicts.js";

/** `fence` has the anchor; what else is in the file, and what the two functions do besides, differs. */
const crate = ({ inFence = "", inWrite = "", more = "" } = {}): string => `pub fn write_back(log: &mut Vec<u64>, value: u64) {
    log.push(value);${inWrite}
}

pub fn fence(held: &Lease, lease: &Lease) -> Result<(), Stale> {${inFence}
    // SPEC: Name
    if held.epoch == lease.epoch {
        return Ok(());
    }
    Err(Stale)
}

pub struct Lease {
    pub epoch: u64,
}

pub struct Stale;

pub struct Unused;
${more}`;

const usual = "`write_back` refuses the lease: `held.epoch == lease.epoch`";
const stale = async (said: string, code = crate()): Promise<boolean> => {
  const found = await messages(filesOf(said, code));
  expect(found.filter((message) => !message.includes("neither calls it nor is called by it"))).toEqual([]);
  return found.length > 0;
};

describe("a row that names a function and quotes what stands in another", () => {
  it.each([
    ["as the page has it", usual],
    ["a word or two before the name", "Here `write_back` refuses the lease: `held.epoch == lease.epoch`"],
    ["with its parameters", "`write_back(log, value)` refuses: `held.epoch == lease.epoch`"],
    ["nearly to the letter", "`write_back` refuses: `assert held.epoch == lease.epoch`"],
  ])("is reported: %s", async (_, said) => expect(await stale(said)).toBe(true));

  it.each([
    ["told in passing", "The epochs agree, or `write_back` refuses: `held.epoch == lease.epoch`"],
    ["not to the letter", "`write_back` refuses: `old.held.epoch < new.lease.epoch`"],
    ["a quote of two tokens", "`write_back` refuses: `if held.`"],
    ["no quote", "`write_back` refuses the lease by its epoch"],
    ["a type, no function", "`Unused` refuses the lease: `held.epoch == lease.epoch`"],
    ["its own function too", "`write_back` after `fence` refuses the lease: `held.epoch == lease.epoch`"],
    ["a function of no file", "`std::mem::swap` refuses the lease: `held.epoch == lease.epoch`"],
  ])("is not: %s", async (_, said) => expect(await stale(said)).toBe(false));

  it.each([
    ["is called", { inFence: "\n    write_back(&mut held.log(), 1);" }],
    ["calls", { inWrite: "\n    fence(held(), lease()).ok();" }],
    ["is called by way of others", { inFence: "\n    note(held);", more: "\nfn note(held: &Lease) { write_back(&mut held.log(), 1); }\n" }],
    ["calls by way of others", { inWrite: "\n    ask();", more: "\nfn ask() { fence(held(), lease()).ok(); }\n" }],
    ["shares no more than a callee", { inFence: "\n    tick();", inWrite: "\n    tick();", more: "\nfn tick() {}\n" }],
  ])("the named one %s", async (how, parts) => expect(await stale(usual, crate(parts))).toBe(how === "shares no more than a callee"));

  it("is not where the one stands in the other", async () => {
    const inner = `pub fn write_back(log: &mut Vec<u64>, held: &Lease, lease: &Lease) {
    fn fence_of(held: &Lease, lease: &Lease) -> bool {
        // SPEC: Name
        held.epoch == lease.epoch
    }
    log.push(1);
}
`;
    expect(await stale(usual, inner)).toBe(false);
  });

  it("is not where only the anchor's own comment names it", async () => {
    const own = crate().replace("SPEC: Name", "SPEC: Name — `write_back`");
    expect(await stale("`held.epoch == lease.epoch` refuses it", own)).toBe(false);
  });

  it("is not where the anchor stands on a type", async () => {
    expect(
      await stale(
        "`write_back` keeps it in `Lease`: `pub epoch: u64`",
        crate().replace("    // SPEC: Name\n", "").replace("    pub epoch", "    // SPEC: Name\n    pub epoch"),
      ),
    ).toBe(false);
  });

  it("is not where the name has two anchors: nobody says which the row means", async () => {
    const twice = crate().replace("    log.push", "    // SPEC: Name\n    log.push");
    expect(await stale(usual, twice)).toBe(false);
  });

  it("is not where another row of the name tells the story", async () => {
    const both = tableOf(["Name", "src/a.rs", usual], ["Name", "src/a.rs", "the epochs agree"]);
    expect(await messages({ ...filesOf(usual, crate()), "specs/README.md": both })).toEqual([]);
  });
});
