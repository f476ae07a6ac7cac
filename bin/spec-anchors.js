#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { compiledLoader } from "./compiled.js";

const { load, keep } = compiledLoader(["./markdown.cjs"]);
const { main, questionsAt } = load(fileURLToPath(new URL("../dist/cli.cjs", import.meta.url)));

const output = (stream) => ({ write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns });

// What was answered before an interrupt is not recorded: nothing is written until the last answer.
const ask = questionsAt(
  () => ({ input: process.stdin, output: process.stdout }),
  () => process.exit(130),
);

process.stdout.on("error", (error) => {
  // A reader that has seen enough (`| head`) closes the pipe: no fault.
  if (error.code === "EPIPE") return;
  process.stderr.write(`spec-anchors: the report cannot be written: ${error.message}\n`);
  process.exit(2);
});
const code = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  store: fileURLToPath(new URL("../dist/compiled", import.meta.url)),
  // Looked at only by who asks: opening standard input takes time.
  get ask() {
    return process.stdin.isTTY === true && process.stdout.isTTY === true ? ask : undefined;
  },
});
keep();
// A pipe gets the whole report first. Then nothing is left to wait for, and Node need not take itself apart.
const written = (stream) => new Promise((resolve) => stream.write("", () => resolve()));
await Promise.all([process.stdout, process.stderr].map(written));
process.exit(code);
