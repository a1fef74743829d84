// SPDX-License-Identifier: Apache-2.0

import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'

const repository = 'https://github.com/ssoconnections/sso-connections'
const root = fileURLToPath(new URL('../../', import.meta.url))
const docs = path.join(root, 'docs')
// Where mvn javadoc:javadoc and mvn verify -Prelease write
const javadocs = ['autoconfigure', 'sandbox', 'test'].flatMap((module) =>
  ['target/reports/apidocs', 'target/site/apidocs', 'target/apidocs']
    .map((folder) => ({ module, folder: path.join(root, module, folder) }))
    .filter(({ folder }) => fs.existsSync(path.join(folder, 'index.html'))).slice(0, 1))

// The headings and links of docs/index.md, which lists every page
function sidebar() {
  const groups = []
  for (const line of fs.readFileSync(path.join(docs, 'index.md'), 'utf8').split('\n')) {
    const heading = line.match(/^## (.*)/)
    const link = line.match(/^- \[([^\]]+)\]\(([^)]+)\.md\)/)
    if (heading) {
      groups.push({ text: heading[1], items: [] })
    }
    else if (link) {
      groups.at(-1).items.push({ text: link[1], link: '/' + link[2] })
    }
  }
  return groups.filter((group) => group.items.length > 0)
}

// As GitHub makes them, for which the links are written
function slug(heading) {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')
}

// A link to a file of the repository that is no page leads to the repository
function leadOutOfTheSite(md) {
  md.core.ruler.push('links-to-the-repository', (state) => {
    for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null
      if (href && !/^([a-z]+:|#|\/)/.test(href)) {
        const target = path.resolve(path.dirname(state.env.path), decodeURI(href.split('#')[0]))
        if (!target.startsWith(docs)) {
          token.attrSet('href', repository + '/blob/main/' + path.relative(root, target) + (href.match(/#.*/) ?? ''))
        }
      }
    }
  })
}

function copy(from, to, wanted) {
  fs.cpSync(from, to, { recursive: true, filter: (file) => fs.statSync(file).isDirectory() || wanted(file) })
}

export default defineConfig({
  title: 'SSO Connections',
  description: 'Set up, watch and change the single sign-on of your customers at Clerk and Auth0',
  lang: 'en',
  srcDir: '../docs',
  outDir: 'dist',
  cacheDir: 'cache',
  base: process.env.SITE_BASE ?? '/',
  lastUpdated: false,
  markdown: {
    anchor: { slugify: slug },
    config: leadOutOfTheSite
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: sidebar(),
    nav: [
      { text: 'Tutorial', link: '/tutorial/first-connection' },
      ...javadocs.map(({ module }) => ({ text: 'Javadoc: ' + module, link: '/javadoc/' + module + '/index.html', target: '_blank' }))
    ],
    socialLinks: [{ icon: 'github', link: repository }]
  },
  buildEnd({ outDir }) {
    copy(docs, outDir, (file) => /\.(json|yml)$/.test(file))
    for (const { module, folder } of javadocs) {
      copy(folder, path.join(outDir, 'javadoc', module), () => true)
    }
  },
  vite: {
    // The pages are beside this folder, and so have no node_modules above them
    plugins: [{
      name: 'vue-of-this-folder',
      enforce: 'pre',
      resolveId: (id, importer, { ssr }) => (ssr && /^vue(\/|$)/.test(id) ? { id, external: true } : null)
    }],
    server: { fs: { allow: [root] } }
  }
})
