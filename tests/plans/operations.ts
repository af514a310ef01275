/** Operations whose statements are profiled: each kind of filter, order and cursor of a list, what hangs below an entity, and hubs. */
export const operations: Readonly<Record<string, string>> = {
  'by name': '{ policies(first: 20) { edges { node { id } } } }',
  'by name, from the end': '{ policies(last: 20) { edges { node { id } } } }',
  'since a day, latest first':
    '{ policies(first: 20, where: { announcedOn: { gte: "2010-01-01" }, name: { contains: "管理" } }, orderBy: ANNOUNCED_DESC) { edges { node { id } } } }',
  'of a number': '{ policies(first: 20, where: { documentNumber: { eq: "国发〔2015〕1号" } }) { edges { node { id } } } }',
  'of a kind or since a day':
    '{ policies(first: 20, where: { or: [{ announcedOn: { gte: "2024-01-01" } }, { kind: { eq: LAW } }] }) { edges { node { id } } } }',
  claims: '{ claims(first: 20) { edges { node { id } } } }',
  'claims about an entity':
    '{ claims(first: 20, where: { subject: { eq: "program:cn-used-car-export-pilot" } }) { edges { node { id } } } }',
  'claims, the last recorded first': '{ claims(first: 20, orderBy: RECORDED_AT_DESC) { edges { node { id } } } }',
  'a hub':
    '{ agency(id: "agency:cn-state-council") { policies(first: 50, orderBy: ANNOUNCED_ASC) { totalCount edges { node { id } } } } }',
  'an entity':
    '{ policy(id: "policy:cn-http-www-gov-cn-zhengce-zhengceku-2016-05-26-content-5077076-nad356c59cd") { names { value } announcedOn { edtf } } }',
  'the pilot with evidence':
    '{ program(id: "program:cn-used-car-export-pilot") { regions(first: 50) { totalCount edges { batch node { name parent { name } } claims { id evidence { summary document { title } } } } } } }',
  'three levels':
    '{ program(id: "program:cn-used-car-export-pilot") { regions(first: 50) { edges { node { name parent { name programs(first: 10) { edges { node { name } } } } } } } } }',
  'of an issuer':
    '{ policies(first: 20, where: { issuedBy: "agency:cn-state-council", announcedOn: { gte: "2010-01-01" } }, orderBy: ANNOUNCED_ASC) { edges { node { name } } } }',
  'a facet of a hub':
    '{ agency(id: "agency:cn-state-council") { policies { facets(by: [ANNOUNCED_YEAR]) { values { count } } } } }',
  'coverage, direct and inherited':
    '{ program(id: "program:cn-used-car-export-pilot") { coverage(region: "region:CN-370200") { status } } }',
  'programs of a region and what it lies in':
    '{ region(id: "region:CN-370200") { programs(first: 10, scope: INHERITED) { totalCount edges { node { name } } } } }',
  'regions inside one': '{ regions(first: 20, where: { within: "region:CN-SD" }) { edges { node { name } } } }',
  'a search': '{ search(query: "used cars", first: 10) { edges { node { id } } } }',
  'a timeline': '{ program(id: "program:cn-used-car-export-pilot") { timeline(first: 10) { edges { node { title } } } } }',
  'a path': '{ paths(from: "agency:cn-mofcom", to: "region:CN-370200", first: 1) { nodes { id } } }',
  'values of an indicator': '{ observations(first: 20, where: { indicator: { known: true } }) { edges { node { value } } } }',
  contradictions: '{ contradictions(first: 5) { edges { node { predicate } } } }',
  'counts of everything': '{ graph { claims entities { type count } } policies { totalCount } }',
};
