/** Variables that look like settings and are none: a misspelt one would leave its setting at the default in silence. */
import { editDistance } from '../graph/search/edit-distance.js';

type Environment = Readonly<Record<string, string | undefined>>;

const prefix = 'POLICYGRAPH_';

/** What the tests and their scripts read. */
const ofTests = /^POLICYGRAPH_(TEST_|PYTHON$|HITS_URI$)/;

/** What Kubernetes sets in every pod for a service that is called "policygraph", or "policygraph-" and more. */
const ofKubernetes = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;

/** What other programs call the settings of Neo4j. */
const ofNeo4j: Readonly<Record<string, string>> = {
  NEO4J_USERNAME: 'NEO4J_USER',
  NEO4J_PASS: 'NEO4J_PASSWORD',
  NEO4J_DB: 'NEO4J_DATABASE',
};

/** A sentence for each variable that is no setting, although it should be one. */
export function unknownSettings(environment: Environment, settings: readonly string[]): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || value === '' || settings.includes(name) || ofTests.test(name) || isOfKubernetes(name, value))
      return [];
    const meant = meantBy(name, settings);
    if (meant === undefined) return isPrefixed(name) ? [`Unknown setting ${name}: docs/settings.md lists the settings.`] : [];
    return isPrefixed(name) || isMissing(meant, environment) ? [`Unknown setting ${name}. Did you mean ${meant}?`] : [];
  });
}

const isPrefixed = (name: string): boolean => name.toUpperCase().startsWith(prefix);

/** "POLICYGRAPH_PORT=tcp://10.0.0.7:4000" is of Kubernetes, and "POLICYGRAPH_PORT=4000" means PORT. */
const isOfKubernetes = (name: string, value: string): boolean =>
  ofKubernetes.test(name) || (name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(value));

/** Other programs may use Neo4j as well: their names are only taken for ours when ours has no value, and Neo4j is in use. */
function isMissing(setting: string, environment: Environment): boolean {
  const isUnset = (name: string) => (environment[name] ?? '') === '';
  return isUnset(setting) && (setting === 'NEO4J_URI' || setting.startsWith(prefix) || !isUnset('NEO4J_URI'));
}

/** The setting that a variable is likely to mean. */
function meantBy(name: string, settings: readonly string[]): string | undefined {
  const text = name.toUpperCase();
  const namespaced = settings.filter((setting) => /^(POLICYGRAPH|NEO4J)_/.test(setting));
  if (!isPrefixed(text)) return ofNeo4j[text] ?? nearest(text, namespaced, (setting) => setting);
  const own = (setting: string) => setting.replace(prefix, '');
  return nearest(own(text), settings, own) ?? settings.find((setting) => shareWords(own(text), own(setting)));
}

/** The setting with the fewest errors, of at most one in four letters. */
function nearest(text: string, settings: readonly string[], nameOf: (setting: string) => string): string | undefined {
  const most = Math.min(2, Math.ceil(text.length / 5));
  const near = settings.map((setting) => ({ setting, errors: editDistance(text, nameOf(setting), most) }));
  return near.filter(({ errors }) => errors <= most).sort((a, b) => a.errors - b.errors)[0]?.setting;
}

/** Whether one has all words of the other: "DATA_DIR" and "DATA", "JWKS" and "JWT_JWKS". */
function shareWords(one: string, other: string): boolean {
  const [few, many] = [one.split('_'), other.split('_')].sort((a, b) => a.length - b.length) as [string[], string[]];
  return few.every((word) => many.includes(word));
}
