import { expect, it } from "vitest";
import { selectedFrom } from "../../src/engine/trace/select.js";
import { UserError } from "../../src/model/user-error.js";
import { lease, traced } from "./lease.js";

const matrix = await traced(lease);
const titles = (names: readonly string[], missing = false): readonly string[] =>
  selectedFrom(matrix, { names, missing }).names.map(({ title }) => title);

it("takes all, or what is named, in the order of the matrix", () => {
  expect(titles([])).toHaveLength(14);
  expect(titles(["Stray", "LeaseEnds"])).toEqual(["LeaseEnds", "Stray"]);
  expect(titles(["TypeOK"])).toEqual(["Lease!TypeOK", "Ticket!TypeOK"]);
  expect(titles(["Ticket!TypeOK"])).toEqual(["Ticket!TypeOK"]);
});

it("takes what something is missing of; what is suppressed is not missing", () => {
  expect(titles([], true)).toEqual(["LeaseEnds", "HolderKnown", "QueueFair", "Forgotten", "Lease!TypeOK", "Ticket!TypeOK", "Stray"]);
  expect(titles(["NoDoubleGrant", "Stray"], true)).toEqual(["Stray"]);
});

it("still counts all", () => {
  expect(selectedFrom(matrix, { names: ["Stray"], missing: false }).summary).toEqual({ ...matrix.summary, shown: 1 });
});

it("knows no other name, but perhaps a near one", () => {
  const hint = (name: string): string | undefined => {
    try {
      titles([name]);
    } catch (error) {
      return error instanceof UserError ? `${error.message} ${error.hint}` : String(error);
    }
    return undefined;
  };
  expect(hint("LeaseEnd")).toBe("There is no name `LeaseEnd`. Did you mean `LeaseEnds`?");
  expect(hint("Elsewhere")).toBe("There is no name `Elsewhere`. `spec-anchors trace` lists the names.");
});
