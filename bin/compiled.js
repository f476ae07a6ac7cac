// Loads the bundles with V8's compiled code of an earlier run: most of a short run is compiling what is used once.
const { createHash, randomUUID } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { basename, dirname, join } = require("node:path");
const { Script } = require("node:vm");

const head = "(function (exports, require, module, __filename, __dirname) {";

/** What this Node can use: V8 itself refuses code of other versions and flags. */
const engine = `${process.versions.v8}-${process.platform}-${process.arch}`;

/**
 * The code is kept beside the bundle, where only those can write who can change the bundle. Before it stands a digest of it and of the bundle: V8
 * tells builds apart by their length alone, and runs code that a failing disk has changed.
 */
const storeOf = (file) => join(dirname(file), "compiled", `${basename(file, ".cjs")}-${engine}.bin`);

/** `undefined` where there is none, none that can be read, or one of another build. */
function stored(file, source) {
  let kept;
  try {
    kept = readFileSync(storeOf(file));
  } catch {
    return undefined; // Not there yet, or not readable: compiling is only slower.
  }
  const code = kept.subarray(digestLength);
  return digestOf(source, code).equals(kept.subarray(0, digestLength)) ? code : undefined;
}

const digestLength = 20;
const digestOf = (source, code) => createHash("sha1").update(source).update(code).digest();

/** Loads CommonJS bundles. `parts` are those of them that may be required, as `./name.cjs`, and are worth keeping compiled. */
function compiledLoader(parts) {
  const fresh = [];
  const loaded = new Map();

  function load(file) {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const source = readFileSync(file);
    const cachedData = stored(file, source);
    const script = new Script(`${head}${source.toString()}\n})`, { filename: file, columnOffset: -head.length, cachedData });
    if (cachedData === undefined || script.cachedDataRejected === true) fresh.push({ file, source, script });
    const native = createRequire(file);
    const requirePart = (id) => (parts.includes(id) ? load(join(dirname(file), id)) : native(id));
    const module = { exports: {} };
    loaded.set(file, module);
    script.runInThisContext().call(module.exports, module.exports, requirePart, module, file, dirname(file));
    return module.exports;
  }

  /** Keeps what was compiled in this run, if all parts were used: half a run would leave half of it for every later one. */
  function keep() {
    if (loaded.size <= parts.length) return;
    for (const { file, source, script } of fresh) {
      const store = storeOf(file);
      const unfinished = `${store}.${randomUUID()}`;
      let folder;
      try {
        folder = mkdirSync(dirname(store), { recursive: true }) ?? dirname(store);
        const code = script.createCachedData();
        writeFileSync(unfinished, Buffer.concat([digestOf(source, code), code]), { flag: "wx" });
        renameSync(unfinished, store);
      } catch {
        // An installation that cannot be written to, or a full disk: every run compiles again, and says the same.
        if (folder !== undefined) rmSync(unfinished, { force: true });
        return;
      }
    }
  }

  return { load, keep };
}

module.exports = { compiledLoader };
