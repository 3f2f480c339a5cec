// Build: the bundles and the style sheet that the Python package carries, or the tests.
//
// node build.mjs [folder]    viewer.js, tables.js, viewer.css and the notices of third parties
// node build.mjs --tests     test/*.test.ts to build/tests

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const PACKAGE = resolve(HERE, "../src/leadfield/web/static");
const THIRD_PARTIES = ["three", "uplot"];

const common = {
  absWorkingDir: HERE,
  bundle: true,
  logLevel: "warning",
  target: "es2022",
  charset: "utf8",
};

async function buildBundles(folder) {
  mkdirSync(folder, { recursive: true });
  const browser = { ...common, minify: true, legalComments: "none", platform: "browser" };
  await build({
    ...browser,
    entryPoints: ["src/bundle.ts"],
    outfile: join(folder, "viewer.js"),
    format: "iife",
    globalName: "leadfieldViewer",
  });
  await build({
    ...browser,
    entryPoints: ["src/tables.ts"],
    outfile: join(folder, "tables.js"),
    format: "iife",
  });
  await build({
    ...browser,
    entryPoints: ["src/viewer.css"],
    outfile: join(folder, "viewer.css"),
  });
  writeFileSync(join(folder, "THIRD-PARTY-NOTICES.txt"), notices());
}

function notices() {
  const parts = THIRD_PARTIES.map((name) => {
    const home = join(HERE, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const text = readFileSync(join(home, "LICENSE"), "utf8").trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const line = `\n${"-".repeat(80)}\n\n`;
  return `viewer.js and viewer.css contain parts of:\n${line}${parts.join(line)}`;
}

async function buildTests() {
  const folder = join(HERE, "build/tests");
  rmSync(folder, { recursive: true, force: true });
  const names = readdirSync(join(HERE, "test")).filter((name) => name.endsWith(".test.ts"));
  await build({
    ...common,
    entryPoints: names.map((name) => join("test", name)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    sourcemap: "inline",
  });
}

const [argument] = process.argv.slice(2);
if (argument === "--tests") await buildTests();
else await buildBundles(argument ? resolve(argument) : PACKAGE);
