import { ERROR_STATUS } from '@tinhgon/rules/errors';
import type { Call } from './call.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What a programmer reads at `/api/v1` before reaching for the OpenAPI document. */
export function referencePage(calls: readonly Call[], nonce: string): string {
  const rows = calls.map(
    ({ method, path, summary }) =>
      `<tr><td>${method.toUpperCase()}</td><td><code>/api/v1${escape(path)}</code></td><td>${escape(summary)}</td></tr>`,
  );
  const codes = Object.entries(ERROR_STATUS).map(
    ([code, status]) => `<tr><td>${status}</td><td><code>${code}</code></td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tinh Gọn API</title>
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top}div{overflow-x:auto}</style></head>
<body><main><h1>Tinh Gọn API, version 1</h1>
<p>Described in full by <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Send <code>Authorization: Bearer …</code>;
answers come in Vietnamese, or in English with <code>?lang=en</code>.</p>
<h2>Calls</h2><div tabindex="0"><table><thead><tr><th>Method</th><th>Address</th><th>What it does</th></tr></thead><tbody>
${rows.join('\n')}
<tr><td>POST</td><td><code>/api/v1/imports?kind=…&amp;dryRun=true</code></td><td>Import a file: all of it or nothing</td></tr>
<tr><td>POST</td><td><code>/api/v1/imports/look?kind=…</code>, <code>/api/v1/imports/mapped?dryRun=true</code></td><td>Look at a spreadsheet of your own, and import it by a mapping of its columns</td></tr>
<tr><td>POST</td><td><code>/api/v1/plans/{code}/files</code>, <code>/api/v1/documents/{code}/files</code></td><td>Attach a file to a step</td></tr>
<tr><td>GET</td><td><code>/api/v1/files/{id}/{version}</code></td><td>One version of a file</td></tr>
<tr><td>GET</td><td><code>/api/v1/bottlenecks/export?format=…</code></td><td>The list of bottlenecks as xlsx or csv</td></tr>
<tr><td>GET</td><td><code>/api/v1/campaigns/{code}/export?format=…</code></td><td>What a campaign has brought as xlsx or csv</td></tr>
<tr><td>GET</td><td><code>/api/v1/plans/{code}/papers/submission.docx</code></td><td>The submission of a plan as a Word file</td></tr>
<tr><td>GET</td><td><code>/api/v1/documents/{code}/papers/announcement-decision.docx</code>, <code>…/consultation-notice.docx</code></td><td>Papers of a document as Word files</td></tr>
</tbody></table></div>
<p>A command carries its own <code>commandId</code> (a UUID; <code>Idempotency-Key</code> where something is started): sending it again
with the same id never does it twice. <code>expectedVersion</code> is the version its author saw.</p>
<h2>Errors</h2><p><code>{"error": {"code", "message", "field"?, "logId"}}</code></p>
<div tabindex="0"><table><thead><tr><th>Status</th><th>Code</th></tr></thead><tbody>
${codes.join('\n')}
</tbody></table></div></main></body></html>
`;
}
