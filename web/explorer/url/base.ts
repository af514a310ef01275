/** The path under which the service is reached, such as "/policy"; empty at the root of a host. The service writes it into the page. */
export const base = document.documentElement.dataset['base'] ?? '';
