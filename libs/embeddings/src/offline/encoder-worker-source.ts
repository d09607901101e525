/**
 * What the encoder's thread runs. A text and not a file: a worker cannot load TypeScript, and the same thread has to
 * start from the sources (under Jest) and from what was built of them. The parent finds the packages, since a module
 * that is a text is not anywhere. Requests are answered one after the other; vectors come back with length 1.
 */
export const ENCODER_WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { initModel } = require(workerData.embeddings);
const { modelSource } = require(workerData.weights);

let loading = initModel(modelSource);
const unit = (vector) => {
  const norm = Math.hypot(...vector);
  return Float32Array.from(vector, (value) => value / norm);
};

// The model has no answer to a text without any token.
const embed = async (sentences) =>
  (await loading).embed(sentences.map((sentence) => (sentence === '' ? ' ' : sentence)));

// On a busy machine the library has been seen to call itself ready before its backend was: to load anew waits for it.
const embedAnew = (sentences) => {
  loading = initModel(modelSource);
  return embed(sentences);
};

async function answer({ id, sentences }) {
  try {
    const vectors = await embed(sentences).catch(() => embedAnew(sentences));
    parentPort.postMessage({ id, vectors: vectors.map(unit) });
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

let last = Promise.resolve();
parentPort.on('message', (request) => {
  last = last.then(() => answer(request));
});
`;
