/** The packages that the service runs, each as "name@version". */
export function shippedPackages(): ReadonlySet<string>;
