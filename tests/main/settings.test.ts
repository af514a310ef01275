import { describe, expect, it } from 'vitest';
import { parseSettings, settingsTable } from '../../src/settings.js';
import { settingsInReadme, settingsMarkdown, updateReadme } from '../support/settings-markdown.js';

describe('the settings', () => {
  it('have defaults', () => {
    expect(parseSettings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      data: '.policygraph',
      archive: undefined,
      neo4j: undefined,
      logLevel: 'warn',
    });
  });

  it('take an empty variable for one that is not set, as compose files have them', () => {
    const empty = Object.fromEntries(settingsTable.map(({ name }) => [name, '']));
    expect(parseSettings(empty)).toEqual(parseSettings({}));
  });

  it('are read from the environment', () => {
    const environment = {
      PORT: '0',
      HOST: '0.0.0.0',
      POLICYGRAPH_DATA: ':memory:',
      POLICYGRAPH_ARCHIVE: '/texts',
      LOG_LEVEL: 'silent',
      NEO4J_URI: 'neo4j://db',
      NEO4J_USER: 'me',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'policies',
    };
    expect(parseSettings(environment)).toEqual({
      port: 0,
      host: '0.0.0.0',
      data: ':memory:',
      archive: '/texts',
      logLevel: 'silent',
      neo4j: { uri: 'neo4j://db', user: 'me', password: 'secret', database: 'policies' },
    });
    expect(Object.keys(environment).sort()).toEqual(settingsTable.map(({ name }) => name).sort());
  });

  it('cannot be changed', () => expect(Object.isFrozen(parseSettings({}))).toBe(true));

  it.each(['x', '-1', '65536', '4000.5', '0x10', ' 80', '1e3'])('refuse the port %j', (PORT) => {
    expect(() => parseSettings({ PORT })).toThrow(`PORT must be a number from 0 to 65535, and is "${PORT}".`);
  });

  it('refuse a log level that there is not', () => {
    expect(() => parseSettings({ LOG_LEVEL: 'loud' })).toThrow(
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, and is "loud".',
    );
  });

  it('are those of README; UPDATE_README=1 writes them there', () => {
    if (process.env['UPDATE_README'] === '1') updateReadme();
    expect(settingsInReadme()).toBe(settingsMarkdown());
  });
});
