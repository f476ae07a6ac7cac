import { it } from "vitest";
import { bufferWith } from "./buffer.js";
import { filesOf, messages, verdict } from "./verdicts.js";
const sayings = ["the only change of `spacing` is `spacing *= 2`", "`thin` doubles the spacing", "the spacing doubles", "`record` thins out where `self.entries.len() >= self.limit`","by care", "`retain` keeps every step that is a multiple of `spacing`", "the deviation is the root of the variance", "`variance.sqrt()`", "`last`","`entries`", "`total / count`", "`average`"];
const places = ["entries","allocation","condition","push","thin","doubling","retain","last","total","deviation"];
it("x", async () => {
  for (const said of sayings) {
    console.log("##", said);
    for (const place of places) console.log("   ", place, await verdict(said, bufferWith({ [place]: "Name" })), (await messages(filesOf(said, bufferWith({ [place]: "Name" }))))[0]);
  }
});
