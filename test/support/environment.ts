/** The settings of whoever runs the tests must not reach the tests, nor their real house the danger. */
for (const name of Object.keys(process.env)) {
  if (name.startsWith('HOUSE_')) delete process.env[name];
}
