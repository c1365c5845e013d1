"""The site while it is written: read again when a file changes, and shown by a web server.

Nothing is written for it. A page is planned and rendered when somebody asks for it, from the site
as it was last read (`preview`, `site_day`); `watch` says when to read again, `server` speaks HTTP,
`answers` knows what stands at an address, and `browser/` is what the server adds to pages.
"""
