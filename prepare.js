// Builds the package where npm prepares it: after `npm ci`, before it is packed, where it is installed from its repository.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

function npm(...args) {
  const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

// `npm install -g git+…`, which is how pre-commit installs a hook, hands `--global` on to the installation of what the build needs.
// That then links the folder and installs nothing.
if (process.env.npm_config_global === "true" && !existsSync("node_modules/esbuild"))
  npm("ci", "--no-global", "--include=dev", "--ignore-scripts");
npm("run", "build");
