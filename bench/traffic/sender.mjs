/** Sends one request over and over, in a process of its own, and returns the times of the responses: what autocannon reports is rounded to milliseconds. */
import autocannon from 'autocannon';

function send({ url, body, connections, seconds, timeout = 30 }) {
  return new Promise((resolve, reject) => {
    const times = [];
    let failures = 0;
    const headers = { 'content-type': 'application/json' };
    const options = { url, method: 'POST', headers, body, connections, duration: seconds, timeout };
    const began = performance.now();
    const run = autocannon(options, (error, { errors, non2xx }) => {
      if (error) return reject(error);
      resolve({ times, failures: errors + non2xx + failures, elapsed: performance.now() - began });
    });
    run.on('response', (_client, status, _bytes, time) => (status === 200 ? times.push(time) : (failures += 1)));
  });
}

process.on('message', async (job) => {
  try {
    process.send(await send(job));
  } catch (error) {
    process.send({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
