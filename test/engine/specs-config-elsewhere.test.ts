import { expect, it } from "vitest";
import { compactLines } from "../harness/check-files.js";

const lines = (...parts: readonly string[]): string => `${parts.join("\n")}\n`;
const module = (name: string, ...units: readonly string[]): string => lines(`---- MODULE ${name} ----`, ...units, "====");

/** What is said of names and checks where a document is about the modules in `specs`, and these files stand elsewhere. */
async function said(elsewhere: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = {
    "specs/README.md": lines("| Invariant | Anchor site |", "| --- | --- |", "| `Fresh` | — |"),
    "specs/MC.tla": module("MC", "EXTENDS Clock"),
    "specs/Clock.tla": module("Clock", "VARIABLE now", "Fresh == now > 0"),
    "specs/MC.cfg": "INVARIANT Fresh\n",
    ...elsewhere,
  };
  const found = await compactLines(files, { only: ["undefined-name", "undocumented-invariant"] });
  return found.filter((line) => !line.includes(" nothing-checked: ")).map((line) => line.replace(/^(\S+) \w+ /, "$1 "));
}

const check = "CONSTANT Size <- SmallSize\nINVARIANT Fresh\n";
const pool = module("MCPool", "SmallSize == 3", "Fresh == TRUE");

it("a configuration is its neighbour's of that name, though no document is about that", async () => {
  expect(await said({ "other/MCPool.tla": pool, "other/MCPool.cfg": check })).toEqual([]);
  expect(await said({ "other/MCPool.tla": pool, "other/MCPool_small.cfg": check })).toEqual([]);
});

it("a configuration beside no module that it is named for is looked for elsewhere", async () => {
  expect(await said({ "runs/Clock_small.cfg": check, "runs/Pool.tla": module("Pool", "Full == TRUE") })).toEqual([
    "runs/Clock_small.cfg:1:18: undefined-name: `specs/Clock.tla` does not define `SmallSize`, which stands for `Size` here.",
  ]);
});
