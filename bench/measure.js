import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const peakHook = fileURLToPath(new URL("peak-hook.cjs", import.meta.url));

/** The environment of this process without what makes every start of Node slower or noisier than it is for users. */
export function plainEnvironment() {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  return env;
}

function run({ command, args, cwd }, env, extra = []) {
  const start = process.hrtime.bigint();
  const done = spawnSync(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", ...extra], maxBuffer: 1 << 28 });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (done.error !== undefined) throw done.error;
  return { milliseconds, status: done.status, output: done.output };
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * The wall time of whole processes in milliseconds, by name: median and least. All run once in each round, in turn, so that whatever else the
 * machine does meets all alike. A command that exits otherwise than with its `status` (0) ends the measurement.
 */
export function interleaved(commands, rounds) {
  const env = plainEnvironment();
  const times = new Map(commands.map(({ name }) => [name, []]));
  for (let round = -2; round < rounds; round += 1) {
    for (const command of commands) {
      const { milliseconds, status, output } = run(command, env);
      if (status !== (command.status ?? 0)) throw new Error(`${command.name} exited with ${status}:\n${output[1]}${output[2]}`);
      // The first two rounds fill the caches of the file system.
      if (round >= 0) times.get(command.name).push(milliseconds);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, { median: median(taken), least: Math.min(...taken) }]));
}

/** The most memory that a Node process held at a time, in MB (its children's excepted), in a run of its own. */
export function peakMemory(command) {
  const { output } = run(command, { ...plainEnvironment(), NODE_OPTIONS: `--require ${peakHook}` }, ["pipe"]);
  return Number(output[3].toString()) / 1024;
}
