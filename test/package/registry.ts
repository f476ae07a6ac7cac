import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A package registry on this machine. */
export interface Registry {
  /** Its address, with a final `/`. */
  readonly url: string;
  /** The paths it was asked for. */
  readonly asked: readonly string[];
  readonly close: () => void;
}

/** Opens a registry that has one package, of which there is one version: the tarball installed in `installed`. */
export function openRegistry(tarball: string, installed: string): Promise<Registry> {
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { readonly name: string; readonly version: string };
  const { name, version } = manifest;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    if (path === `/${name}`) {
      const dist = { tarball: `http://${request.headers.host}/${name}.tgz` };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions: { [version]: { ...manifest, dist } } }));
    } else if (path === `/${name}.tgz`) {
      response.end(readFileSync(tarball));
    } else {
      response.statusCode = 404;
      response.end("{}");
    }
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}/`, asked, close: () => void server.close() });
    });
  });
}
