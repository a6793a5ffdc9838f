"""A document with all that a word processor puts beside a text: notes, a box, a table, changes, comments, hidden words."""

TEXT = [
    ("title", "Harbour board to mend the quay"),
    ("heading", "A long wait"),
    ("paragraph", "The board said on Monday that the quay would be mended. It named no sum for now."),
    ("paragraph", "“We are late,” chair Ida Moss said at the pier."),
    ("paragraph", "Words before the box. Words after the box."),
    ("paragraph", "“A good day,” said engineer Tom Ode."),
    ("paragraph", "Port | Tonnes"),
    ("paragraph", "Norhaven | 48,000"),
    ("paragraph", "First, the cranes, Moss said."),
    ("paragraph", "Second, the sheds."),
    ("paragraph", "The works begin in June. They end in May."),
    ("paragraph", "The quay was built in 1911, the board said."),
    ("paragraph", "Interview, 4 May."),
]
"""What its reader reads, in order."""

FLAT = """\
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/></office:styles>
<office:automatic-styles><style:style style:name="fr1" style:family="graphic"><style:graphic-properties style:wrap="parallel"/></style:style>
<style:style style:name="hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header><text:p>Harbour Board letterhead</text:p></style:header><style:footer><text:p>Norhaven, page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>Ed</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info><text:p> nor any date</text:p></text:deletion></text:changed-region><text:changed-region text:id="ct2"><text:insertion><office:change-info><dc:creator>Ed</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">Harbour board to mend the quay</text:p>
<text:h text:style-name="Heading_20_2" text:outline-level="2">A long wait</text:h>
<text:p>The board said on Monday that the quay would be mended.<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The quay was built in 1911, the board said.</text:p></text:note-body></text:note> It named no sum<text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/> for now<text:change-end text:change-id="ct2"/>.</text:p>
<text:p>“We are late,” chair Ida Moss said<office:annotation office:name="1"><dc:creator>Ed</dc:creator><dc:date>2025-01-01T00:00:00</dc:date><text:p>Did she really?</text:p></office:annotation> at the pier.<text:note text:id="edn1" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>Interview, 4 May.</text:p></text:note-body></text:note></text:p>
<text:p>Words before the box.<draw:frame draw:style-name="fr1" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>“A good day,” said engineer Tom Ode.</text:p></draw:text-box></draw:frame> Words after the box.</text:p>
<table:table table:name="T1"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell><table:table-cell><text:p>Tonnes</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Norhaven</text:p></table:table-cell><table:table-cell><text:p>48,000</text:p></table:table-cell></table:table-row></table:table>
<text:list><text:list-item><text:p>First, the cranes, Moss said.</text:p></text:list-item><text:list-item><text:p>Second, the sheds.</text:p></text:list-item></text:list>
<text:p>The works begin in June. <text:span text:style-name="hid">Ask him first. </text:span>They end in May.</text:p>
</office:text></office:body></office:document>
"""
"""The document as LibreOffice keeps it in one file (.fodt)."""
