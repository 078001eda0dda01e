// A host in Node that loads the connector into its own process: runs one task, keeps the results, says how it ended.
// It holds no inventory from run to run, and says so; what a host does that holds one is in ../python/inventory.py.
//   node host.cjs PLUGIN_FOLDER TASK SETTINGS.json OUTPUT.pb DATA_FOLDER
const { mkdirSync, openSync, closeSync, readFileSync, writeSync, fsyncSync } = require('node:fs');
const { join } = require('node:path');

async function main([folder, taskName, settingsFile, outputFile, dataFolder]) {
  // The manifest says what the plugin contributes; nothing else has to be known about it.
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const task = manifest.contributes.tasks.find(({ name }) => name === taskName);
  if (!task) throw new Error(`The plugin has no task ${taskName}.`);
  const plugin = require(join(folder, manifest.main));

  // Settings are bytes of a protobuf message. A client has them as they came from its server; here they are made of JSON.
  const { settingsFromJson, withHostInventory } = require(join(folder, 'dist/protocol'));
  const { bytes, problems } = settingsFromJson(taskName, readFileSync(settingsFile, 'utf8'));
  if (!bytes) throw new Error(`Wrong settings: ${JSON.stringify(problems, null, 2)}`);

  const dataDir = join(dataFolder, 'Client', 'Data', manifest.name);
  const logDir = join(dataFolder, task.logFolder);
  for (const needed of [dataDir, logDir]) mkdirSync(needed, { recursive: true });

  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort(new Error('Ctrl+C')));
  const output = openSync(outputFile, 'w');
  const settings = taskName === 'EASConnectorManage' ? withHostInventory(bytes, '', undefined) : bytes;
  const completed = await plugin[task.entryPoint](settings, {
    dataDir, // the same in every run of both tasks: the connector finds there what it has done already
    logDir,
    runId: `run-${Date.now()}`,
    signal: cancel.signal,
    // Resolves when the result is safe. The connector goes on meanwhile, and never sends it again.
    emit: async (result) => {
      writeSync(output, Buffer.concat([varint(result.length), result]));
      fsyncSync(output);
    },
    progress: ({ phase, done, total }) => console.error(`${phase} ${done}/${total}`),
    log: ({ level, message }) => console.error(`${level.padEnd(5)} ${message}`),
  });
  closeSync(output);
  console.log(JSON.stringify(completed));
  return { succeeded: 0, failed: 1, partial: 2, cancelled: 3 }[completed.outcome];
}

/** A length as protobuf writes it. */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

main(process.argv.slice(2)).then(
  (exitCode) => (process.exitCode = exitCode),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
