const { fileURLToPath } = require('node:url');
const { TestEnvironment } = require('jest-environment-node');

/** jest knows files by their path, node names them by their address: without this no failure would show its lines. */
const withPaths = (stack) =>
  stack.replaceAll(/file:\/\/\S+?(?=:\d+:\d+)/g, (address) => fileURLToPath(address));

module.exports = class NativeEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name !== 'test_done') return;
    for (const error of test.errors.flat()) if (error?.stack) error.stack = withPaths(error.stack);
  }
};
