import type { Drill } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import { domainIds, serviceIds } from './entity-of-service.js';
import { list, part, type Part } from './value.js';

/** A drill or an incident as a rule sees it. */
export function entityOfDrill(drill: Drill, { model }: Facts): Part {
  const { date, kind, lose, services, result, measured, evidence, findings } = drill;
  return part([], {
    date,
    kind,
    result,
    evidence,
    lose: part(['lose'], { domains: domainIds(model, lose.domains), services: serviceIds(model, lose.services) }),
    services: services && serviceIds(model, services),
    measured:
      measured.size === 0
        ? undefined
        : list(
            [...measured].map(([service, { rto, rpo }]) => {
              const id = model.services[service]?.id ?? '';
              return part(['measured', id], { service: id, rto, rpo });
            }),
          ),
    findings:
      findings &&
      list(
        findings.map(({ what, owner, due, closed }, position) =>
          part(['findings', position], { what, owner, due, closed }),
        ),
      ),
  });
}
