import type { Connection } from './connection.ts';

/** The page behind `clientAction.uiUrl`, where a person signs in. */
export function connectionPage(connection: Connection): string {
  const waits = connection.step.state === 'CLIENT_ACTION_REQUIRED';
  const body = waits
    ? `<p>${escapeHtml(connection.step.clientAction?.description ?? 'Something is needed from you.')}</p>
<form method="post"><button>Do it</button></form>`
    : `<p>Nothing to do: the connection is ${escapeHtml(connection.step.state)}.</p>`;
  return `<!doctype html><meta charset="utf-8"><title>${escapeHtml(connection.name)}</title>
<h1>${escapeHtml(connection.name)}</h1>\n${body}\n`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
