// Builds what the transport inProcess needs into .edge/ (which git ignores): the native library of edge-js where its npm
// package has none, its half for .NET, and the connector's C# class. Nothing else of the connector needs any of it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const out = join(root, '.edge', `${process.platform}-${process.arch}`);
const objects = join(out, 'obj');
const sources = join(root, 'plugin', 'powershell', 'in-process');
const ASSEMBLY = 'EasConnector.InProcess.dll';
const onlyCheck = process.argv.includes('--check');

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function exists(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function run(program, args, options = {}) {
  process.stdout.write(`> ${[program, ...args].join(' ')}\n`);
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', cwd: root, ...options });
  if (error !== undefined) fail(`${program} does not start: ${error.message}`);
  if (status !== 0) fail(`${program} failed.`);
}

/** Compiles a project; no compiler stays behind to wait for the next time. */
function dotnet(project, target, properties = {}) {
  const intermediate = `${join(objects, target)}/`;
  const all = {
    BaseIntermediateOutputPath: intermediate,
    MSBuildProjectExtensionsPath: intermediate,
    UseSharedCompilation: 'false',
    ...properties,
  };
  run('dotnet', [
    ...['build', project, '--nologo', '-v', 'quiet', '-c', 'Release', '-nodeReuse:false', '-o', join(out, target)],
    ...Object.entries(all).map(([name, value]) => `-p:${name}=${value}`),
  ]);
}

/** The C# class against the reference library of Windows PowerShell 5.1 and PowerShell 7. */
function compileClass(target) {
  dotnet(join(sources, 'EasConnector.InProcess.csproj'), target);
}

/** Windows PowerShell compiles the class itself: a server with the Management Tools need not have an SDK. */
function compileClassWithWindowsPowerShell() {
  const folder = join(out, 'framework');
  mkdirSync(folder, { recursive: true });
  const script =
    'Add-Type -Path (Get-ChildItem -Path (Join-Path $env:EAS_SOURCES *.cs)).FullName ' +
    '-ReferencedAssemblies System.Xml, System.Management.Automation -OutputAssembly $env:EAS_ASSEMBLY -OutputType Library';
  run('powershell.exe', ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script], {
    env: { ...process.env, EAS_SOURCES: sources, EAS_ASSEMBLY: join(folder, ASSEMBLY) },
  });
}

function edgePackage() {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('edge-js/package.json'));
  } catch {
    return fail('The npm package edge-js is not installed: run "npm install --include=optional".');
  }
}

/** The native library, with the node-gyp that npm brings. */
function buildNative(edge) {
  const [major] = process.versions.node.split('.');
  const shipped = join(edge, 'lib', 'native', process.platform, process.arch, major, 'edge_coreclr.node');
  const built = join(out, 'native', process.versions.modules, 'edge_coreclr.node');
  if (existsSync(shipped) || existsSync(built)) return;
  const npm = process.env.npm_execpath;
  if (npm === undefined) fail('Start it as "npm run build:edge": npm brings node-gyp.');
  const gyp = createRequire(npm).resolve('node-gyp/bin/node-gyp.js');
  const work = join(objects, 'native');
  rmSync(work, { recursive: true, force: true });
  for (const part of ['binding.gyp', 'src']) cpSync(join(edge, part), join(work, part), { recursive: true });
  run(process.execPath, [gyp, 'configure'], { cwd: work });
  // The library only: its other targets ask for packages that are not needed here.
  run(process.execPath, [gyp, 'build', 'edge_coreclr'], { cwd: work });
  cpSync(join(work, 'build', 'Release', 'edge_coreclr.node'), built);
}

const hasDotnet = exists('dotnet');
if (onlyCheck) {
  if (!hasDotnet) fail('The .NET SDK is needed to compile the C# class.');
  compileClass('check');
  for (const folder of [objects, join(out, 'check')]) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}
const edge = edgePackage();
const isWindows = process.platform === 'win32';
if (!hasDotnet && !isWindows) fail('The .NET SDK is needed: install it, and put dotnet on the PATH.');
if (isWindows) compileClassWithWindowsPowerShell();
if (hasDotnet) {
  dotnet(join(sources, 'edge-js', 'EdgeJs.csproj'), 'edge-js', { EdgeSource: join(edge, 'src') });
  compileClass('core');
  buildNative(edge);
} else {
  process.stdout.write('Without the .NET SDK only Windows PowerShell 5.1 can be used inside the process.\n');
}
rmSync(objects, { recursive: true, force: true });
process.stdout.write(`Built into ${out}.\n`);
