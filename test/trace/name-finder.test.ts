import { describe, expect, it } from "vitest";
import { isPlainWord, nameFinder } from "../../src/engine/trace/name-finder.js";

const finder = nameFinder(["SortedCheckpoints", "SpacingPowerOf2", "CSERemapMonotone", "type_ok", "Safety", "NoUseAfterFree"]);

describe("the names in the name of a function", () => {
  it.each([
    ["sorted_checkpoints", ["SortedCheckpoints"]],
    ["sorted_checkpoints_hold", ["SortedCheckpoints"]],
    ["test_sorted_checkpoints2", ["SortedCheckpoints"]],
    ["testSortedCheckpointsHold", ["SortedCheckpoints"]],
    ["SORTED_CHECKPOINTS", ["SortedCheckpoints"]],
    ["unsorted_checkpoints", []],
    ["sorted_checkpointsx", []],
    ["sorted_old_checkpoints", []],
    ["checkpoints_sorted", []],
    ["spacing_power_of_2", ["SpacingPowerOf2"]],
    ["spacing_power_of2_holds", ["SpacingPowerOf2"]],
    ["spacing_power_of_20", []],
    ["cse_remap_monotone", ["CSERemapMonotone"]],
    ["TypeOk", ["type_ok"]],
    ["no_use_after_free_and_sorted_checkpoints", ["NoUseAfterFree", "SortedCheckpoints"]],
    ["_", []],
  ])("%s: %j", (identifier, names) => {
    expect(finder.within(identifier)).toEqual(names);
    expect(finder.within(identifier)).toEqual(names);
  });

  it.each([
    ["safety", ["Safety"]],
    ["test_safety", ["Safety"]],
    ["safety_holds", ["Safety"]],
    ["thread_safety_of_the_queue", []],
  ])("a word of plain language stands alone: %s", (identifier, names) => {
    expect(finder.within(identifier)).toEqual(names);
  });

  it("data is no function, however long it is", () => {
    expect(finder.within(`${"a_".repeat(5000)}sorted_checkpoints`)).toEqual([]);
  });
});

it("whole words are names byte for byte", () => {
  expect(["SortedCheckpoints", "sortedcheckpoints", "SortedCheckpoint"].map(finder.isName)).toEqual([true, false, false]);
});

it("knows words of plain language", () => {
  expect(["Safety", "Inv", "TypeOK", "type_ok", "Of2", "A"].map(isPlainWord)).toEqual([true, true, false, false, false, true]);
});
