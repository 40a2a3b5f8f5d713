import { callApi } from './api.js';
import { login, loginComplete, logout, status } from './login.js';
import { proxyRequest } from './proxy-request.js';

const segment = encodeURIComponent;

/** What a GET of one thing prints. */
const show =
  (path) =>
  async ({ operands, settings, output }) => {
    await output.value(await callApi(settings, 'GET', path(operands[0])));
  };

async function ensure({ operands, flags, settings, output }) {
  const body = { appUrl: operands[0], ...(flags.name ? { name: flags.name } : {}) };
  await output.value(await callApi(settings, 'POST', '/connections/ensure', { body }));
}

async function getConnection({ operands, flags, settings, output }) {
  const query = flags.wait ? { wait: 'true', timeout: flags.timeout ?? '30' } : {};
  await output.value(await callApi(settings, 'GET', `/connections/${segment(operands[0])}`, { query }));
}

async function listConnections({ settings, output }) {
  await output.value(await callApi(settings, 'GET', '/connections'));
}

async function listActions({ flags, settings, output }) {
  const { connectionId, intent, limit, cursor } = flags;
  await output.value(await callApi(settings, 'GET', '/actions', { query: { connectionId, intent, limit, cursor } }));
}

async function runAction({ operands, flags, settings, output }) {
  const input = flags.input === undefined ? {} : JSON.parse(flags.input);
  const path = `/actions/${segment(operands[0])}/run`;
  const query = { connectionId: flags.connectionId };
  await output.value(await callApi(settings, 'POST', path, { query, body: { input } }));
}

/** Every command: its operands in capitals, its own flags, what it does. */
export const commands = {
  login: { operands: '', flags: { tenant: 'yes', clientName: 'text' }, run: login },
  'login complete': { operands: 'CODE', flags: {}, run: loginComplete },
  logout: { operands: '', flags: {}, run: logout },
  status: { operands: '', flags: {}, run: status },
  'connection ensure': { operands: 'URL', flags: { name: 'text' }, run: ensure },
  'connection get': { operands: 'ID', flags: { wait: 'yes', timeout: 'text' }, run: getConnection },
  'connection list': { operands: '', flags: {}, run: listConnections },
  'action list': {
    operands: '',
    flags: { connectionId: 'text', intent: 'text', limit: 'text', cursor: 'text' },
    run: listActions,
  },
  'action get': { operands: 'ID', flags: {}, run: show((id) => `/actions/${segment(id)}`) },
  'action run': { operands: 'ID', flags: { connectionId: 'text', input: 'text' }, run: runAction },
  'action-run-log get': { operands: 'ID', flags: {}, run: show((id) => `/action-run-logs/${segment(id)}`) },
  request: {
    operands: 'CONNECTION_ID PATH',
    flags: { method: 'method', header: 'header', data: 'data', rawData: 'yes', query: 'many', pathParam: 'many' },
    run: proxyRequest,
  },
};
