#!/usr/bin/env node
// CommonJS, as package.json beside it says: Node prepares its loader of modules for longer than it takes to read this program.
const { join } = require("node:path");
const { compiledLoader } = require("./compiled.js");

const dist = join(__dirname, "..", "dist");
const { load, keep } = compiledLoader(["./markdown.cjs"]);
const { main, questionsAt } = load(join(dist, "cli.cjs"));

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

const io = {
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  store: join(dist, "compiled"),
  // Looked at only by who asks: opening standard input takes time.
  get ask() {
    return process.stdin.isTTY === true && process.stdout.isTTY === true ? ask : undefined;
  },
};

async function run() {
  const code = await main(io);
  keep();
  // A pipe gets the whole report first. Then nothing is left to wait for, and Node need not take itself apart.
  const written = (stream) => new Promise((resolve) => stream.write("", () => resolve()));
  await Promise.all([process.stdout, process.stderr].map(written));
  process.exit(code);
}

run();
