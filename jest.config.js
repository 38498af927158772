// A zone no test house is in: a test that passes only in the machine's own zone fails here.
process.env.TZ = 'Pacific/Kiritimati';

export default {
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  setupFiles: ['<rootDir>/test/support/environment.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  runtime: '<rootDir>/test/support/native/runtime.cjs',
  testEnvironment: '<rootDir>/test/support/native/environment.cjs',
  transform: {},
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testTimeout: 30_000,
  // Modules loaded as ESM are never given back: a worker that has grown is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '400MB',
};
