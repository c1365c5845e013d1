"""What a page may load and run: its own site's files and nothing else (CSP Level 3).

Whatever a text might smuggle into a page, a browser runs none of it: scripts and styles that stand
within the page are refused, and so is every other site. The policy is put into each page of each
theme, for a theme that has styles or scripts within its pages should be seen to fail, and not the
policy of somebody's site to be missing.
"""

import re

import jinja2

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
"""A page opened from a disk has it, too: there `'self'` is what else is on the disk.

Linli's own scripts ask for nothing. `connect-src` is there for what looks at a page from within, as
Lighthouse does at robots.txt, and for the preview, whose pages wait for news of themselves.
"""

_META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_HEAD = re.compile(r"<head>\s*(<meta charset=[^>]*>)?", re.IGNORECASE)


def add_policy(page: str) -> str:
    """Return a page with the policy at the beginning of its head, before anything is loaded.

    Raises jinja2.TemplateError for a page without a head, which is a fault of its theme.
    """
    head = _HEAD.search(page)
    if head is None:
        raise jinja2.TemplateRuntimeError("a page has no <head>")
    return f"{page[: head.end()]}\n{_META}{page[head.end() :]}"
