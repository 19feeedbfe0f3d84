"""The formats that an archive of documents may come in; the same documents give the same bytes."""

import csv
import gzip
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

SITES = {
    "journal": (
        "Le Courrier du Pays",
        "Accueil|Politique|Faits divers|Sports|Monde|Europe|Économie|Loisirs|Annonces|Abonnés",
    ),
    "mairie": (
        "Mairie",
        "Accueil|Vie municipale|Urbanisme|Écoles|Jumelages|Associations|Marchés publics|Contact|Agenda",
    ),
    "agence": (
        "Dépêches",
        "Accueil|France|International|Régions|Culture|Sports|Archives|Qui sommes-nous|Mentions légales",
    ),
}
"""Name and menu of the sites whose pages are imitated; the menus speak of the world as real ones do."""

STYLE = "".join(f".bloc-{number} {{ margin: {number}px auto; color: #{number:06x} }}\n" for number in range(120))
"""A page carries several times its text in markup."""


class Item(NamedTuple):
    """One document to be written."""

    identifier: str
    title: str
    text: str
    published: date
    site: str
    related: tuple[str, ...]
    """Titles of other items, which its page links to."""


def write(items: Iterable[Item], target: Path, kind: str) -> Path:
    """Write the items below `target` in one of `FORMATS`; the folder or file that was written."""
    target.mkdir(parents=True, exist_ok=True)
    return FORMATS[kind](items, target)


def page(item: Item) -> str:
    """The item as the page of a site: menus, description, banner, related links and footer around its paragraphs."""
    name, menu = SITES[item.site]
    links = "".join(f'<li><a href="/{entry.lower()}">{entry}</a></li>' for entry in menu.split("|"))
    related = "".join(f'<li><a href="/article-{n}">{html.escape(t)}</a></li>' for n, t in enumerate(item.related))
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in re.split(r"\n+", item.text))
    title = html.escape(item.title)
    about = {
        "@type": "NewsArticle",
        "headline": item.title,
        "datePublished": item.published.isoformat(),
        "publisher": name,
    }
    return f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{title} - {name}</title>
<meta property="article:published_time" content="{item.published.isoformat()}">
<meta property="og:site_name" content="{name}">
<style>{STYLE}</style><script type="application/ld+json">{json.dumps(about, ensure_ascii=False)}</script>
<script>window.reglages = {{"mesure": true, "fenetre": "<p>cookies</p>"}};</script></head>
<body><header><div class="logo">{name}</div><nav><ul>{links}</ul></nav></header>
<main><article><h1>{title}</h1><time datetime="{item.published.isoformat()}">{item.published:%d/%m/%Y}</time>
{body}
</article><aside><h2>À lire aussi</h2><ul>{related}</ul></aside></main>
<footer><p>© {name} - Mentions légales - Gestion des cookies - Lettre d'information</p></footer></body></html>
"""


def _plain(item: Item) -> str:
    return f"{item.title}\n\n{item.text}\n"


def _member(item: Item, suffix: str) -> str:
    """Where a document lies inside an archive: `2019/03/d000042.txt`."""
    return f"{item.published:%Y/%m}/{item.identifier}{suffix}"


def _files(items: Iterable[Item], target: Path, suffix: str, content: Callable[[Item], str]) -> Path:
    for item in items:
        path = target / _member(item, suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content(item), encoding="utf-8")
    return target


def _texts(items: Iterable[Item], target: Path) -> Path:
    return _files(items, target, ".txt", _plain)


def _pages(items: Iterable[Item], target: Path) -> Path:
    return _files(items, target, ".html", page)


def _rows(items: Iterable[Item]) -> Iterator[dict[str, str]]:
    for item in items:
        yield {"id": item.identifier, "date": item.published.isoformat(), "title": item.title, "text": item.text}


def _jsonl(items: Iterable[Item], target: Path) -> Path:
    path = target / "archive.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in _rows(items):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _csv(items: Iterable[Item], target: Path) -> Path:
    path = target / "archive.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "date", "title", "text"])
        writer.writeheader()
        writer.writerows(_rows(items))
    return path


def _zip(items: Iterable[Item], target: Path) -> Path:
    """Texts, and pages in a ZIP inside: every fourth document."""
    path, inner = target / "archive.zip", io.BytesIO()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as outer:
        with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as nested:
            for number, item in enumerate(items):
                if number % 4:
                    outer.writestr(zipfile.ZipInfo(_member(item, ".txt")), _plain(item), zipfile.ZIP_DEFLATED)
                else:
                    nested.writestr(zipfile.ZipInfo(_member(item, ".html")), page(item), zipfile.ZIP_DEFLATED)
        outer.writestr(zipfile.ZipInfo("pages.zip"), inner.getvalue())
    return path


def _mbox(items: Iterable[Item], target: Path) -> Path:
    path = target / "archive.mbox"
    with path.open("wb") as file:
        for item in items:
            message = EmailMessage(SMTP.clone(linesep="\n"))
            message["Subject"], message["From"] = (
                " ".join(item.title.split()),
                "Service de presse <presse@mairie.example>",
            )
            message["Date"] = format_datetime(datetime.combine(item.published, time(9, tzinfo=UTC)))
            message["Message-ID"] = f"<{item.identifier}@mairie.example>"
            message.set_content(item.text + "\n", cte="quoted-printable")
            file.write(b"From presse@mairie.example Thu Jan  1 00:00:00 1970\n")
            file.write(re.sub(rb"^(>*From )", rb">\1", message.as_bytes(), flags=re.MULTILINE) + b"\n")
    return path


def _warc(items: Iterable[Item], target: Path) -> Path:
    """A crawl: each page as the answer to its request, now and then a style sheet; each record is a gzip member."""
    path = target / "archive.warc.gz"
    with path.open("wb") as file:
        for number, item in enumerate(items):
            address = f"https://{item.site}.example/{_member(item, '')}"
            asked = f"GET /{_member(item, '')} HTTP/1.1\r\nHost: {item.site}.example\r\n\r\n".encode()
            file.write(_record("request", address, item, asked))
            if number % STYLE_SHEETS == 0:
                file.write(_record("response", f"{address}.css", item, _answer("text/css", STYLE)))
            file.write(_record("response", address, item, _answer("text/html; charset=utf-8", page(item))))
    return path


STYLE_SHEETS = 10
"""Pages for one style sheet in a crawl."""


def _answer(content_type: str, body: str) -> bytes:
    data = body.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


def _record(kind: str, address: str, item: Item, payload: bytes) -> bytes:
    """One WARC/1.0 record (ISO 28500:2009), compressed without a time stamp."""
    head = "\r\n".join(
        [
            "WARC/1.0",
            f"WARC-Type: {kind}",
            f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, kind + address)}>",
            f"WARC-Date: {item.published.isoformat()}T09:00:00Z",
            f"WARC-Target-URI: {address}",
            f"Content-Type: application/http; msgtype={kind}",
            f"Content-Length: {len(payload)}",
        ]
    )
    return gzip.compress(head.encode() + b"\r\n\r\n" + payload + b"\r\n\r\n", mtime=0)


FORMATS: dict[str, Callable[[Iterable[Item], Path], Path]] = {
    "txt": _texts,
    "html": _pages,
    "jsonl": _jsonl,
    "csv": _csv,
    "warc": _warc,
    "zip": _zip,
    "mbox": _mbox,
}
"""How each format is written."""
