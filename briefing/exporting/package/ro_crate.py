"""The description of a package for archives: RO-Crate 1.1, with terms of schema.org and PROV."""

from __future__ import annotations

import json
import mimetypes
from typing import Any

from briefing.exporting.package.manifest import Manifest, PackedSource

_CONTEXT = [
    "https://w3id.org/ro/crate/1.1/context",
    {"wasDerivedFrom": "http://www.w3.org/ns/prov#wasDerivedFrom", "sha256": "https://schema.org/sha256"},
]


def crate(manifest: Manifest) -> bytes:
    """Return ro-crate-metadata.json for a package with this manifest."""
    of_file = {path: source for source in manifest.sources for path in (source.text, source.original) if path}
    graph: list[dict[str, Any]] = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": manifest.title or "Untitled brief",
            "description": "A brief with the articles it cites, and the place of each quote in them.",
            "datePublished": manifest.made,
            "version": str(manifest.edition),
            "license": "The rights in each article stay with its publisher.",
            "mainEntity": {"@id": manifest.document},
            "hasPart": [{"@id": one.path} for one in manifest.files],
        },
        *(_article(source) for source in manifest.sources),
    ]
    cited = [{"@id": f"#{source.id}"} for source in manifest.sources]
    for one in manifest.files:
        entity: dict[str, Any] = {
            "@id": one.path,
            "@type": "File",
            "name": one.path.rsplit("/", 1)[-1],
            "contentSize": str(one.size),
            "sha256": one.sha256,
            "encodingFormat": mimetypes.guess_type(one.path)[0] or "application/octet-stream",
        }
        if one.path == manifest.document:
            entity |= {"wasDerivedFrom": cited, "dateModified": manifest.made}
        elif one.path in of_file:
            entity["wasDerivedFrom"] = {"@id": f"#{of_file[one.path].id}"}
        graph.append(entity)
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1).encode() + b"\n"


def _article(source: PackedSource) -> dict[str, Any]:
    """Return an article as a CreativeWork, without what is not known of it."""
    fields = {
        "name": source.title,
        "publisher": source.publisher,
        "author": list(source.authors),
        "datePublished": source.published,
        "url": source.url or source.fetched_from,
        "dateAccessed": source.accessed,
    }
    known = {name: value for name, value in fields.items() if value}
    return {"@id": f"#{source.id}", "@type": "CreativeWork", **known}
