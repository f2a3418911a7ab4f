import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import lingui from 'eslint-plugin-lingui'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

export default ts.config(
  {ignores: ['dist', 'node_modules', 'src/gql', 'src/console/graphql.ts', '*.cjs', '*.js', '*.ts', 'scripts']},
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  hooks.configs.flat['recommended-latest'] ?? hooks.configs.flat.recommended,
  a11y.flatConfigs.strict,
  lingui.configs['flat/recommended'],
  {
    languageOptions: {parserOptions: {projectService: true}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      'max-lines': ['error', {max: 200, skipBlankLines: true, skipComments: true}],
      // Extraction writes what each numbered placeholder is beside its text.
      'lingui/no-expression-in-message': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      '@typescript-eslint/no-misused-promises': ['error', {checksVoidReturn: {attributes: false}}],
    },
  },
)
