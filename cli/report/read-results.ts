import { createReadStream } from 'node:fs';
import { FrameDecoder, MAX_PLUGIN_FRAME_BYTES, type TaskName } from '../../protocol';
import { collectResults, type RunReport } from './result-collector';

/** Reads a file of delimited results. What is cut off at its end, as in a run that was interrupted, is left out. */
export async function readReport(task: TaskName, path: string): Promise<RunReport> {
  const collector = collectResults(task);
  const frames = new FrameDecoder({ maxFrameBytes: MAX_PLUGIN_FRAME_BYTES });
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    frames.receive(piece);
    for (let result = frames.next(); result; result = frames.next()) collector.add(result);
  }
  return collector.report();
}
