"""The metadata of a PDF: what it is, whose, and the standards that it follows.

WeasyPrint writes what one standard asks; ours claims PDF/A-3a and PDF/UA-1 at once.
"""

from __future__ import annotations

from html import escape
from importlib.metadata import version
from typing import Any

from brief.model.brief import Brief
from brief.model.marks import clean


def claim_both(metadata: Any, brief: Brief, padding: int) -> None:
    """Let WeasyPrint's metadata be written in our words, and uncompressed as PDF/A asks."""
    include = type(metadata).include_in_pdf.__get__(metadata)
    metadata.generator = f"brief {version('brief')}"
    metadata.generate_rdf_metadata = lambda *_: (_rdf(brief, metadata) + " " * padding).encode()
    metadata.include_in_pdf = lambda *arguments: include(*arguments[:-1], False)


def _rdf(brief: Brief, metadata: Any) -> str:
    """Return the metadata: PDF/A-3a, PDF/UA-1 (its schema too, as PDF/A asks), and our words.

    `metadata` is WeasyPrint's; the dates in it are also in the file's information dictionary, and
    PDF/A asks that both agree.
    """
    creators = "".join(f"<rdf:li>{_xml(author)}</rdf:li>" for author in brief.authors)
    keywords = ", ".join(brief.keywords)
    return _RDF.format(
        title=_xml(brief.title),
        creator=f"<dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator>" if creators else "",
        description=_alternative("dc:description", brief.summary),
        keywords=f"<pdf:Keywords>{_xml(keywords)}</pdf:Keywords>" if keywords else "",
        language=_xml(brief.layout.language),
        producer=f"WeasyPrint {version('weasyprint')}",
        tool=_xml(metadata.generator),
        created=_xml(metadata.created),
        modified=_xml(metadata.modified),
    )


def _alternative(tag: str, text: str) -> str:
    if not text:
        return ""
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{_xml(text)}</rdf:li></rdf:Alt></{tag}>'


def _xml(text: str) -> str:
    return escape(clean(text), quote=False)


_RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}{description}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{keywords}<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{modified}</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""
