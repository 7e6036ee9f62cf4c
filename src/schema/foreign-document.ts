import type { JsonValue } from '../source/json-value.js';
import { isList, isMap } from './breach.js';

/** The name of the other kind of document that this is, such as a Kubernetes manifest; undefined if nothing tells. */
export function foreignDocument(value: JsonValue): string | undefined {
  if (isList(value)) return value.some((item) => has(item, 'hosts', 'tasks')) ? 'an Ansible playbook' : undefined;
  if (!isMap(value)) return undefined;
  const ours = [
    'locations',
    'domains',
    'tiers',
    'services',
    'replicas',
    'drills',
    'scenarios',
    'limitations',
    'plans',
    'suppliers',
  ].some((key) => has(value, key));
  return (ours ? marks.filter(({ sure }) => sure) : marks).find(({ is }) => is(value))?.name;
}

type Document = { readonly [key: string]: JsonValue };

/** In order of trust. The sure ones tell even where there is a section that we have too. */
const marks: readonly { readonly name: string; readonly sure?: true; readonly is: (document: Document) => boolean }[] =
  [
    { name: 'a Kubernetes manifest', sure: true, is: (it) => has(it, 'apiVersion', 'kind') },
    { name: 'a CloudFormation template', is: (it) => has(it, 'AWSTemplateFormatVersion') || has(it, 'Resources') },
    {
      name: 'a Terraform plan or state',
      is: (it) => has(it, 'terraform_version') || has(it, 'resource') || has(it, 'provider'),
    },
    { name: 'a Terraform configuration', is: (it) => has(it, 'terraform') },
    { name: 'an OpenAPI description', is: (it) => has(it, 'openapi') || has(it, 'swagger') },
    { name: 'a CI workflow', is: (it) => has(it, 'jobs') || has(it, 'stages') || has(it, 'pipeline') },
    { name: 'a package manifest', is: (it) => has(it, 'dependencies', 'name', 'version') },
    { name: 'a JSON Schema', is: (it) => has(it, '$schema', 'type') || has(it, '$schema', '$defs') },
    { name: 'a Docker Compose file', sure: true, is: isCompose },
    { name: 'a file of Firebreak waivers', is: (it) => has(it, 'waivers') },
    { name: 'a Firebreak baseline', is: (it) => has(it, 'version', 'findings') },
    {
      name: 'a file of Firebreak settings',
      is: (it) => ['failOn', 'maxAge', 'rules', 'inventory'].some((key) => has(it, key)) && !has(it, 'services'),
    },
  ];

function isCompose(document: Document): boolean {
  const services = own(document, 'services');
  if (['locations', 'domains', 'tiers', 'drills'].some((key) => has(document, key)) || !isMap(services)) return false;
  return Object.values(services).some((service) => has(service, 'image') || has(service, 'build'));
}

function has(value: JsonValue, ...keys: readonly string[]): boolean {
  return isMap(value) && keys.every((key) => Object.hasOwn(value, key));
}

function own(document: Document, key: string): JsonValue | undefined {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}
