// A case system's first hour: a client whose types come from the document alone.
import createClient from 'openapi-fetch';
import type { components, paths } from './types.js';

type Decision = components['schemas']['Decision'];
type Problem = components['schemas']['Problem'];

declare const process: { env: Record<string, string> };
const [url, token] = [process.env.QIYUE_URL!, process.env.QIYUE_TOKEN!];
const client = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
const document = await (await fetch(url + '/v1/openapi.json', { headers: { Authorization: `Bearer ${token}` } })).json();
const example: components['schemas']['Inspection'] = document.paths['/v1/decisions'].post.requestBody.content['application/json'].example;

function demand(holds: unknown, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const called = new Set<string>();
client.use({ onRequest: ({ schemaPath }) => { called.add(schemaPath); } });

const decided = await client.POST('/v1/decisions', { body: example, params: { query: { personal: 'masked' } } });
demand(decided.data, 'the example is decided: ' + JSON.stringify(decided.error));
const decision: Decision = decided.data as Decision;
const clauses: string[] = decision.breaches.map((b) => b.clause ?? '');
demand(clauses.length > 0, 'the example breaks a clause');
demand(decision.inspection === example.inspection.id, 'the decision names its inspection');

const why = await client.POST('/v1/explanations', { body: example, params: { query: { clause: [clauses[0]!] } } });
demand(why.data?.[0]?.applications.length, 'the clause was applied');

const compared = await client.POST('/v1/comparisons', { body: example });
demand(compared.data?.regions[0]?.decision.region === example.region, 'its own region comes first');

const books = await client.GET('/v1/rulebooks');
demand(books.data?.rulebooks.some((b) => b.title.zh && b.digest), 'rulebooks have titles and digests');
const conducts = await client.GET('/v1/conducts', { params: { query: { region: example.region } } });
demand(conducts.data?.every((c) => c.label.zh && c.rulebooks), 'conducts have labels');
const schema = await client.GET('/v1/schemas/{name}', { params: { path: { name: 'inspection' } } });
demand(schema.data, 'a schema comes by its name');

const refused = await client.POST('/v1/decisions', { body: { ...example, region: 'nowhere' } as never });
const problem: Problem | undefined = refused.error;
demand(refused.response.status === 422 && problem?.code === 'not-sound', 'what is not sound is refused');
demand(problem.errors?.some((e) => e.pointer === '#/region' && e.fix?.en), 'with its place and how to mend it');

const names = await client.GET('/v1/schemas');
demand(names.data, 'schemas are listed');
const itself = await client.GET('/v1/openapi.json');
demand(itself.response.ok, 'the document comes as it says');
demand((await client.GET('/metrics', { parseAs: 'text' })).response.ok, 'counters come');
demand((await client.GET('/healthz', { parseAs: 'text' })).response.ok, 'it is there');
demand((await client.GET('/readyz', { parseAs: 'text' })).response.ok, 'it is ready');
demand((await client.POST('/-/reload')).response.ok, 'rules are read again');
const left = Object.keys(document.paths).filter((p) => !called.has(p));
demand(left.length === 0, 'paths that were not called: ' + left.join(' '));
console.log('client: every path as the document says');
