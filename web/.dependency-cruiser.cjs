// The four rules of the client's floors: app -> features -> ui -> gql.
module.exports = {
  forbidden: [
    {name: 'no-circles', severity: 'error', from: {}, to: {circular: true}},
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: {path: '^src/(ui|gql)/'},
      to: {path: '^src/(?!ui|gql)'},
    },
    {name: 'nobody-imports-app', severity: 'error', from: {pathNot: '^src/app/'}, to: {path: '^src/app/'}},
    {
      name: 'features-by-their-door',
      severity: 'error',
      from: {path: '^src/([^/]+)/'},
      to: {path: '^src/(?!ui|gql|app|locales)([^/]+)/(?!index\\.ts$)', pathNot: '^src/$1/'},
    },
  ],
  options: {
    tsConfig: {fileName: 'tsconfig.json'},
    doNotFollow: {path: 'node_modules'},
    tsPreCompilationDeps: true,
  },
}
