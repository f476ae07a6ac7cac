#!/usr/bin/env node
import { createRequire } from "node:module";

const { main } = createRequire(import.meta.url)("../dist/cli.cjs");

const output = (stream) => ({ write: (text) => void stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns });

// A reader that has seen enough (`| head`) closes the pipe: no fault.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
// The exit code is set, not forced, so that a pipe gets the whole report.
process.exitCode = await main({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
});
