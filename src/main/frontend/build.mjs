// Makes the assets of every page: node src/main/frontend/build.mjs OUTPUT
// One stylesheet, one script, one chart script, the fonts, the licences of what is not ours, and manifest.json, which
// says where each lies and what it must hash to. Names carry the hash of their content, so browsers keep them for ever.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../../..");
const MODULES = join(ROOT, "node_modules");
const FONT = "@fontsource-variable/noto-sans-jp";
// For paper: TrueType, and one character for each shape, so that what is copied or read aloud is what was written.
const PAPER_FONT = "@expo-google-fonts/biz-udpgothic";
const PACKAGES = ["@digital-go-jp/design-tokens", FONT, PAPER_FONT, "htmx.org", "uplot"];

const output = process.argv[2];
if (!output) {
  console.error("usage: node src/main/frontend/build.mjs OUTPUT-FOLDER");
  process.exit(2);
}

installPackages();
const fingerprint = fingerprintOfInputs();
const stamp = join(output, ".inputs");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint) {
  build();
  writeFileSync(stamp, fingerprint);
}

function installPackages() {
  const installed = join(MODULES, ".package-lock.json");
  const lock = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  try {
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-progress", "--loglevel=error"], {
      cwd: ROOT,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  } catch {
    console.error("The front end's packages could not be installed: npm ci failed (see above).");
    console.error("Check the network or the npm settings. To build without styles: mvn -Dnpm.skip=true ...");
    process.exit(1);
  }
}

function fingerprintOfInputs() {
  const inputs = [fileURLToPath(import.meta.url), join(MODULES, ".package-lock.json")];
  for (const entry of readdirSync(HERE, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      inputs.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  const facts = inputs.sort().map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
  return digest("sha256", facts.join("\n"), "hex");
}

function build() {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const manifest = {};
  const put = (name, text) => {
    const [base, extension] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf("."))];
    const file = `${base}.${digest("sha256", text, "hex").slice(0, 12)}${extension}`;
    writeFileSync(join(output, file), text);
    manifest[name] = { path: `/assets/${file}`, integrity: `sha384-${digest("sha384", text, "base64")}` };
  };
  put("site.css", stylesheet());
  put("site.js", script(read(MODULES, "htmx.org/dist/htmx.min.js"), read(HERE, "js/site.js"), read(HERE, "js/passkeys.js"), read(HERE, "js/sending.js")));
  put("charts.js", script(read(MODULES, "uplot/dist/uPlot.iife.min.js"), read(HERE, "js/charts.js")));
  put("mark.svg", read(HERE, "mark.svg"));
  put("licences.txt", licences());
  paperFonts();
  writeFileSync(join(output, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
}

// Beside the assets, not among them: nobody fetches them.
function paperFonts() {
  const folder = join(output, "../../paper");
  mkdirSync(folder, { recursive: true });
  for (const font of ["400Regular/BIZUDPGothic_400Regular.ttf", "700Bold/BIZUDPGothic_700Bold.ttf"]) {
    copyFileSync(join(MODULES, PAPER_FONT, font), join(folder, font.slice(font.indexOf("/") + 1)));
  }
}

function stylesheet() {
  const own = [...cssFiles(join(HERE, "css")), ...cssFiles(join(HERE, "css/pages"))];
  const parts = [
    read(MODULES, "@digital-go-jp/design-tokens/dist/tokens.css"),
    fontFaces(),
    read(HERE, "css/00-roles.css"),
    `@layer libraries {\n${read(MODULES, "uplot/dist/uPlot.min.css")}\n}`,
    ...own.filter((file) => !file.endsWith("00-roles.css")).map((file) => readFileSync(file, "utf8")),
  ];
  return parts.join("\n").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^[ \t]+/gm, "").replace(/\n{2,}/g, "\n");
}

function cssFiles(folder) {
  return readdirSync(folder).filter((name) => name.endsWith(".css")).sort().map((name) => join(folder, name));
}

// Some 120 subsets: a browser fetches the two or three whose characters stand on the page.
function fontFaces() {
  const folder = `fonts/${JSON.parse(read(MODULES, FONT, "package.json")).version}`;
  mkdirSync(join(output, folder), { recursive: true });
  const faces = read(MODULES, FONT, "wght.css");
  return faces.replace(/url\(\.\/files\/([\w.-]+)\)/g, (_, file) => {
    copyFileSync(join(MODULES, FONT, "files", file), join(output, folder, file));
    return `url(${folder}/${file})`;
  });
}

function script(...parts) {
  return parts.map((part) => part.replace(/^\/\/# sourceMappingURL=.*$/gm, "").trim()).join("\n;\n") + "\n";
}

function licences() {
  const entries = PACKAGES.map((name) => {
    const facts = JSON.parse(read(MODULES, name, "package.json"));
    const texts = ["LICENSE", "LICENSE_FONT"].filter((file) => existsSync(join(MODULES, name, file)));
    return `${name} ${facts.version} (${facts.license})\n\n${texts.map((file) => read(MODULES, name, file).trim()).join("\n\n")}\n`;
  });
  return [
    "Tsukasa serves these works of others to browsers, unchanged, under their own licences.\n",
    ...entries,
  ].join(`\n${"-".repeat(80)}\n\n`);
}

function read(...path) {
  return readFileSync(join(...path), "utf8");
}

function digest(algorithm, content, encoding) {
  return createHash(algorithm).update(content).digest(encoding);
}
