// Stands in for the runtime interface client of Lambda's Node.js runtime: loads the handler, then takes one event after the other from the
// Runtime API. Usage: node runtime.js HANDLER_MODULE
'use strict';
const http = require('node:http');
const https = require('node:https');

const runtimeApi = new URL(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/`);
const agent = new http.Agent({ keepAlive: true });

// CDK's function answers to port 443 of the URL's host. Here its answers go to the URL's own port, as the provider's do.
let answerPort;
const request = https.request;
https.request = (options, callback) => request(options.port ? options : { ...options, port: answerPort }, callback);

function call(method, path, body = '') {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(new URL(path, runtimeApi), { method, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function main() {
  const { handler } = require(process.argv[2]);
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    const id = headers['lambda-runtime-aws-request-id'];
    const event = JSON.parse(body);
    answerPort = new URL(event.ResponseURL).port;
    const context = { awsRequestId: id, logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME };
    try {
      const result = await handler(event, context);
      await call('POST', `invocation/${id}/response`, JSON.stringify(result?.statusCode ?? null));
    } catch (error) {
      await call('POST', `invocation/${id}/error`, JSON.stringify({ errorMessage: `${error}`, errorType: error.name }));
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
