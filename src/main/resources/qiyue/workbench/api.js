import { lang, say, t } from './dom.js';

function address(path, query) {
  const all = new URLSearchParams({ lang, ...query });
  return '/workbench/' + path + '?' + all;
}

async function answered(response) {
  if (response.ok) return response;
  let why = '';
  try {
    const problem = await response.json();
    why = problem.detail || problem.title || '';
  } catch {
    why = String(response.status);
  }
  const error = new Error(why);
  error.status = response.status;
  throw error;
}

/** Asks; JSON comes back. */
export async function get(path, query, signal) {
  return (await answered(await fetch(address(path, query), { signal }))).json();
}

export async function text(path, query, signal) {
  return (await answered(await fetch(address(path, query), { signal }))).text();
}

/** Sends a document (or any value) as JSON. */
export async function post(path, query, body, signal) {
  return answered(
    await fetch(address(path, query), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal,
    }),
  );
}

/** Sends a file as it is, with its name. */
export async function send(path, query, file) {
  return (
    await answered(
      await fetch(address(path, { ...query, name: file.name }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file,
      }),
    )
  ).json();
}

/** Runs something that asks the program and says so where it cannot answer. */
export async function asking(what) {
  try {
    return await what();
  } catch (e) {
    if (e.name === 'AbortError') return undefined;
    say(
      e.status
        ? t('程序没有回答：', 'The program did not answer: ') + e.message
        : t('程序没有回应，它可能已经停止；草稿仍在浏览器中。', 'The program does not respond; it may have stopped. The draft is kept in the browser.'),
    );
    return undefined;
  }
}
