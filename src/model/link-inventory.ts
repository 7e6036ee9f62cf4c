import type { Problem } from '../problem.js';
import type { SourceDocument } from '../source/source-document.js';
import { buildContact } from './build-contact.js';
import { buildDocument } from './build-document.js';
import { buildDomain } from './build-domain.js';
import { buildDrill } from './build-drill.js';
import { buildLimitation } from './build-limitation.js';
import { buildPlan } from './build-plan.js';
import { buildScenario } from './build-scenario.js';
import { buildService } from './build-service.js';
import { buildSupplier } from './build-supplier.js';
import { buildTier } from './build-tier.js';
import { checkLayers } from './check-layers.js';
import { checkPlacements } from './check-placements.js';
import { collectSections, type Sections } from './collect-sections.js';
import { compareText } from './compare-text.js';
import type { Entry } from './entry.js';
import { findDomainCycles } from './find-domain-cycles.js';
import { findPlanned } from './find-planned.js';
import { layerServices } from './layer-services.js';
import { linkedModel } from './linked-model.js';
import type { Linking } from './linking.js';
import type { Model } from './model.js';
import { tableNames, type NameTable } from './name-table.js';
import { ProblemList } from './problem-list.js';
import { NameSuggester } from './suggest-name.js';
import { unitParsers } from './unit-parsers.js';

/**
 * Makes one model of all documents of an inventory, in whatever order they come. The documents have passed
 * the schema; what only shows when they are put together (ids, references, circles), and units that fit
 * the pattern and still mean nothing, are found here. With a single problem there is no model: half an
 * inventory must not look like a whole one.
 */
export function linkInventory(documents: readonly SourceDocument[]): {
  readonly model: Model | undefined;
  readonly problems: readonly Problem[];
} {
  const problems = new ProblemList();
  const sections = collectSections(documents, problems);
  const names = tableNames(sections, findPlanned(sections.locations));
  const linking: Linking = {
    names,
    problems,
    suggester: new NameSuggester(),
    units: unitParsers(),
    sharedObjectives: new Map(),
    sharedRecoveries: new Map(),
  };
  findDomainCycles(sections, problems);
  checkPlacements(linking, sections);
  checkLayers(linking, sections);
  const model = buildModel(linking, sections);
  const found = problems.all();
  return { model: found.length === 0 ? model : undefined, problems: found };
}

function buildModel(linking: Linking, sections: Sections): Model {
  const { names } = linking;
  const domainEntries = domainsInOrder(sections, names);
  for (const [id, entry] of sections.locations) {
    // Planned places are in no model, yet what they say must be right.
    if (names.byId.get(id)?.index === -1) buildDomain(linking, -1, id, entry);
  }
  const layered = layerServices(sections);
  const written = names.serviceIds.flatMap((id) => {
    const entry = sections.services.get(id);
    return entry === undefined ? [] : layered(id, entry);
  });
  const drills = sections.drills.toSorted(
    (a, b) => compareText(dateOf(a), dateOf(b)) || Number(hasFailed(a)) - Number(hasFailed(b)),
  );
  const scenarios = inOrder(sections.scenarios);
  const limitations = inOrder(sections.limitations);
  const tiers = inOrder(sections.tiers);
  const plans = inOrder(sections.plans);
  const suppliers = inOrder(sections.suppliers);
  const contacts = inOrder(sections.contacts);
  return linkedModel({
    domains: domainEntries.map(([id, entry], index) => buildDomain(linking, index, id, entry)),
    services: written.map((all, index) => buildService(linking, index, names.serviceIds[index] ?? '', all)),
    drills: drills.map((entry, index) => buildDrill(linking, index, entry)),
    scenarios: scenarios.map(([id, entry], index) => buildScenario(linking, index, id, entry)),
    limitations: limitations.map(([id, entry], index) => buildLimitation(linking, index, id, entry)),
    tiers: tiers.map(([id, entry], index) => buildTier(linking, index, id, entry)),
    plans: plans.map(([id, entry], index) => buildPlan(linking, index, id, entry)),
    suppliers: suppliers.map(([id, entry], index) => buildSupplier(linking, index, id, entry)),
    contacts: contacts.map(([id, entry], index) => buildContact(linking, index, id, entry)),
    documents: sections.documents.map((entry, index) => buildDocument(linking, index, entry)),
    entries: {
      domain: domainEntries.map(([, entry]) => entry),
      drill: drills,
      scenario: scenarios.map(([, entry]) => entry),
      limitation: limitations.map(([, entry]) => entry),
      tier: tiers.map(([, entry]) => entry),
      plan: plans.map(([, entry]) => entry),
      supplier: suppliers.map(([, entry]) => entry),
      contact: contacts.map(([, entry]) => entry),
      document: sections.documents,
    },
    written,
  });
}

function domainsInOrder({ locations, domains }: Sections, names: NameTable): readonly (readonly [string, Entry])[] {
  return names.domainIds.flatMap((id) => {
    const entry = locations.get(id) ?? domains.get(id);
    return entry === undefined ? [] : [[id, entry] as const];
  });
}

function inOrder(entries: ReadonlyMap<string, Entry>): readonly (readonly [string, Entry])[] {
  return [...entries].sort(([a], [b]) => compareText(a, b));
}

/** Sections come in order of file and position already; sorting by date keeps that among equals. */
function dateOf(drill: Entry): string {
  const date = drill.value['date'];
  return typeof date === 'string' ? date : '';
}

/** Of several on one day the one that failed counts, whatever order the files are in. */
function hasFailed({ value }: Entry): boolean {
  return value['result'] === 'failed';
}
