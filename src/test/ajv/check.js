// Compiles every schema with ajv in strict mode, then holds samples and cases against them: node check.js [inspections.ndjson …]
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const options = { strict: true, allErrors: false };
// what editors show beside each code; validators pass over it
const known = ['enumDescriptions'];
const drafts = { 'draft-07': new Ajv(options), '2020-12': new Ajv2020(options) };
for (const ajv of Object.values(drafts)) {
  formats(ajv);
  ajv.addVocabulary(known);
}

let wrong = 0;
const say = (what, errors) => {
  wrong++;
  for (const e of errors ?? []) console.error(`${what}: ${e.instancePath || '/'} ${e.message}`);
};

const validators = {};
for (const file of readdirSync(join(home, 'schemas')).sort()) {
  const schema = json(join(home, 'schemas', file));
  const draft = Object.keys(drafts).find((d) => schema.$schema.includes(d));
  validators[file.replace('.schema.json', '')] = drafts[draft].compile(schema);
}
const held = (name, what, value) => {
  if (!validators[name](value)) say(what, validators[name].errors);
};

let samples = 0;
for (const file of readdirSync(join(home, 'samples')).filter((f) => f.endsWith('.json'))) {
  held('inspection', file, json(join(home, 'samples', file)));
  samples++;
}

let files = 0;
const byFolder = { cases: 'cases' };
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = join(folder, entry.name);
    if (entry.isDirectory()) walk(at);
    else if (entry.name.endsWith('.yaml') && folder.endsWith('cases')) {
      // days stay texts, as the program reads them
      held(byFolder.cases, at.slice(home.length + 1), parse(readFileSync(at, 'utf8'), { schema: 'core', stringKeys: true }));
      files++;
    } else if (entry.name === 'rulebook.yaml' || entry.name === 'clauses.yaml') {
      held(entry.name.replace('.yaml', ''), at.slice(home.length + 1), parse(readFileSync(at, 'utf8'), { schema: 'core', stringKeys: true }));
      files++;
    }
  }
};
walk(join(home, 'rules'));

let decisions = 0;
for (const file of process.argv.slice(2).filter(existsSync)) {
  readFileSync(file, 'utf8').split('\n').filter(Boolean).forEach((line, i) => {
    held('decision', `${file}:${i + 1}`, JSON.parse(line));
    decisions++;
  });
}
console.log(`ajv strict: ${Object.keys(validators).length} schemas, ${samples} samples, ${files} files of rules, ${decisions} decisions, ${wrong} wrong`);
process.exit(wrong === 0 ? 0 : 1);
