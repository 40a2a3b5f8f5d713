import { callApi } from './api.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `membrane request CONNECTION_ID PATH`: the Hub through Membrane's proxy. */
export async function proxyRequest({ operands, flags, settings, behaviour, output }) {
  const [connectionId, path] = operands;
  const method = (flags.method ?? 'GET').toUpperCase();
  if (!METHODS.includes(method)) throw new Error(`Invalid method: ${method}`);
  const body = {
    path,
    method,
    headers: headersOf(flags, behaviour),
    query: pairsOf(flags.query, '='),
    pathParameters: pairsOf(flags.pathParam, '='),
    ...(flags.data === undefined ? {} : { data: dataOf(flags) }),
  };
  const answer = await callApi(settings, 'POST', `/connections/${encodeURIComponent(connectionId)}/request`, { body });
  await print(answer, flags, behaviour, output);
}

/** Of a repeated name the last one stays: the API takes one string per name. */
function pairsOf(given, separator) {
  const pairs = {};
  for (const pair of given ?? []) {
    const at = pair.indexOf(separator);
    if (at < 1) throw new Error(`Expected name${separator}value, got "${pair}"`);
    pairs[pair.slice(0, at).trim()] = separator === ':' ? pair.slice(at + 1).trim() : pair.slice(at + 1);
  }
  return pairs;
}

/** In one document `--json` marks what is sent as JSON. */
function headersOf(flags, { json }) {
  const headers = pairsOf(flags.header, ':');
  return flags.json && json === 'body' ? { 'Content-Type': 'application/json', ...headers } : headers;
}

function dataOf({ data, rawData }) {
  if (rawData) return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** In the other document `--json` prints the whole response. */
async function print(answer, flags, { json }, output) {
  const { status, headers, data, body = data } = answer;
  if (flags.json && json === 'response') {
    await output.value({ status, headers, body });
    return;
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  if (status < 400) return output.text(text);
  throw new Error(`Request failed with status code ${status}: ${text}`);
}
