import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import subsetFont from 'subset-font';
import { icons } from './icons.mjs';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(web, 'node_modules');
const out = join(web, '../src/BuildingBlocks/BuildingBlocks.Ui/wwwroot');
// Chrome 109 is the last one on Windows 7 and 8.1, which schools still run.
const target = ['chrome109', 'firefox115', 'safari16'];
const islandLimit = 30;
const limits = { 'app.css': 35, 'app.js': 15, 'sprite.svg': 6, 'print.css': 12 };

await rm(out, { recursive: true, force: true });
await mkdir(join(out, 'fonts'), { recursive: true });

const fonts = await writeFonts();
await writeStyles('app', fonts);
await writeStyles('print', fonts);
await writeScript('app', 'app.ts');
// An island is the script of one page that needs a real client, such as the entry grid: islands/entry-grid.ts becomes entry-grid.js.
for (const island of (await readdir(join(web, 'scripts/islands'))).filter(name => name.endsWith('.ts')))
  await writeScript(island.slice(0, -3), `islands/${island}`);
await writeSprite();
await writeFile(join(out, 'mark.svg'), await readFile(join(web, 'mark.svg')));
await checkPreloads();

/** Font files carry a hash in their names, because style sheets cannot be told the fingerprints that the host gives. */
async function writeFonts() {
  const digits = '0123456789%+,-./−';
  const names = {};
  for (const weight of [400, 600]) {
    for (const subset of ['vietnamese', 'latin']) {
      const file = join(packages, `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`);
      names[`${subset}-${weight}`] = await writeFont(`be-vietnam-pro-${subset}-${weight}`, await readFile(file));
    }
    const noto = await readFile(join(packages, `@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff2`));
    names[`figures-${weight}`] = await writeFont(`figures-${weight}`, await subsetFont(noto, digits, { targetFormat: 'woff2' }));
  }
  return names;
}

async function writeFont(name, content) {
  const file = `fonts/${name}.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.woff2`;
  await writeFile(join(out, file), content);
  console.log(`${file} ${kilobytes(content.length)}`);
  return file;
}

async function writeStyles(name, fontFiles) {
  const compiled = sass.compile(join(web, `styles/${name}.scss`), {
    loadPaths: [packages, join(packages, '@tabler/core/scss')],
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  const source = compiled.css.replaceAll(/font-file\(([a-z]+-\d+)\)/g, (_, key) => `url(${fontFiles[key]})`);
  const { code } = await esbuild.transform(source, { loader: 'css', minify: true, target, charset: 'utf8' });
  const modern = code.match(/.{0,80}(color-mix|light-dark|oklch|url\(["']?https?:)/);
  if (modern) throw new Error(`${name}.css: ${modern[0]} does not work in every browser of the city, or is fetched from elsewhere`);
  await write(`${name}.css`, code);
}

async function writeScript(name, entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(web, 'scripts', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    charset: 'utf8',
    legalComments: 'none',
  });
  await write(`${name}.js`, outputFiles[0].text);
}

async function writeSprite() {
  const symbols = [];
  for (const [name, source] of Object.entries(icons)) {
    const shapes = source.includes('<')
      ? source
      : (await readFile(join(packages, `@tabler/icons/icons/outline/${source}.svg`), 'utf8'))
        .replace(/^[\s\S]*?<svg[\s\S]*?>/, '').replace('</svg>', '')
        .replace(/<path stroke="none"[^>]*\/>/, '').replaceAll(/\s*\n\s*/g, '').replaceAll(' />', '/>');
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`);
  }
  await write('sprite.svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

/** The head preloads two fonts by name: a new version of the font has to be named there. */
async function checkPreloads() {
  const head = await readFile(join(out, '../PageAssets.razor'), 'utf8');
  for (const font of ['latin-400', 'vietnamese-400'])
    if (!head.includes(fonts[font])) throw new Error(`PageAssets.razor has to preload ${fonts[font]}`);
}

async function write(name, text) {
  const weight = brotliCompressSync(text).length;
  console.log(`${name} ${kilobytes(weight)} brotli`);
  const limit = limits[name] ?? islandLimit;
  if (weight > limit * 1024) throw new Error(`${name} weighs more than ${limit} KB`);
  await writeFile(join(out, name), text.endsWith('\n') ? text : `${text}\n`);
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
