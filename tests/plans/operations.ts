/** Operations whose statements are profiled: each kind of filter, order and cursor of a list, and hubs. */
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
};
