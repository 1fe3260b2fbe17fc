// The OpenAPI document of a running service (QIYUE_URL, QIYUE_TOKEN) under validators that are not ours, and a client made from it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString } from 'openapi-typescript';

const answer = await fetch(process.env.QIYUE_URL + '/v1/openapi.json', { headers: { Authorization: 'Bearer ' + process.env.QIYUE_TOKEN } });
const source = await answer.text();

const valid = await new Validator().validate(JSON.parse(source));
if (!valid.valid) {
  console.log(JSON.stringify(valid.errors, null, 1).slice(0, 4000));
  process.exit(1);
}
console.log('schema of OpenAPI 3.1: valid');

const config = await createConfig({ extends: ['recommended'], rules: { 'no-server-example.com': 'off' } });
const found = await lintFromString({ source, config });
found.forEach((p) => console.log(p.severity, p.ruleId, p.message, p.location?.[0]?.pointer));
if (found.length > 0) process.exit(1);
console.log('lint: nothing found');

const made = 'node_modules/.made';
mkdirSync(made, { recursive: true });
writeFileSync(made + '/types.ts', astToString(await openapiTS(source)));
copyFileSync('client.ts', made + '/client.ts');
writeFileSync(made + '/package.json', '{"type": "module"}');
const run = (words) => {
  try {
    process.stdout.write(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  } catch (e) {
    console.log(e.stdout + e.stderr);
    process.exit(1);
  }
};
run(['node_modules/typescript/bin/tsc', '--strict', '--noUncheckedIndexedAccess', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', '--skipLibCheck', '--declaration', 'false', made + '/client.ts', made + '/types.ts']);
run([made + '/client.js']);
