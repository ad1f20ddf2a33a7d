package finish

import (
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"masthead/layout/display"
)

// metadata adds the XMP packet (ISO 16684-1). It says what Info says, and what
// standards the file claims; properties that PDF/A does not know are declared
// by extension schemas (ISO 19005-2, 6.6.2.3), whose prefixes are matched
// literally.
func (b *builder) metadata() error {
	if b.doc.Meta.Title == "" {
		return errors.New("the document has no title")
	}
	st := &Stream{Dict: Dict{"Type": Name("Metadata"), "Subtype": Name("XML")}, Data: []byte(b.packet())}
	b.catalog["Metadata"] = b.add(st)
	return nil
}

// info returns the document information dictionary (ISO 32000-1, 14.3.3).
func (b *builder) info() Dict {
	m := &b.doc.Meta
	clock := m.Created.UTC().Format("D:20060102150405") + "+00'00'"
	d := Dict{"Title": text(m.Title), "CreationDate": String(clock), "ModDate": String(clock)}
	for key, v := range map[Name]string{"Author": m.Author, "Subject": m.Subject, "Producer": m.Producer} {
		if v != "" {
			d[key] = text(v)
		}
	}
	if b.opt.Profile == display.Print {
		d["Trapped"] = Name("False")
	}
	return d
}

// packet writes the XMP packet.
func (b *builder) packet() string {
	m := &b.doc.Meta
	clock := m.Created.UTC().Format("2006-01-02T15:04:05+00:00")
	var w strings.Builder
	property := func(name, format, v string) {
		if v != "" {
			fmt.Fprintf(&w, "<%s>"+format+"</%s>\n", name, escaped(v), name)
		}
	}
	const (
		alt = `<rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt>`
		seq = `<rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq>`
		bag = `<rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>`
	)
	w.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"\n")
	for _, ns := range namespaces() {
		fmt.Fprintf(&w, " xmlns:%s=%q\n", ns[0], ns[1])
	}
	w.WriteString(">\n")
	property("dc:format", "%s", "application/pdf")
	property("dc:title", alt, m.Title)
	property("dc:creator", seq, m.Author)
	property("dc:description", alt, m.Subject)
	property("dc:language", bag, m.Language)
	property("pdf:Producer", "%s", m.Producer)
	property("xmp:CreateDate", "%s", clock)
	property("xmp:ModifyDate", "%s", clock)
	property("xmp:MetadataDate", "%s", clock)
	property("pdfaid:part", "%s", "2")
	if b.opt.Profile == display.Email {
		property("pdfaid:conformance", "%s", "A")
		property("pdfuaid:part", "%s", "1")
	} else {
		property("pdfaid:conformance", "%s", "U")
		property("pdfxid:GTS_PDFXVersion", "%s", "PDF/X-4")
		property("pdf:Trapped", "%s", "False")
		property("xmpMM:DocumentID", "uuid:%s", b.identity(clock))
		property("xmpMM:VersionID", "%s", "1")
		property("xmpMM:RenditionClass", "%s", "default")
	}
	w.WriteString("<pdfaExtension:schemas><rdf:Bag>\n")
	if b.opt.Profile == display.Email {
		schema(&w, uaSchema())
	} else {
		schema(&w, xSchema())
		schema(&w, trappedSchema())
	}
	w.WriteString("</rdf:Bag></pdfaExtension:schemas>\n" +
		"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return w.String()
}

// identity returns a name-based UUID (RFC 9562, version 8) of the document: of
// what its pages show and of its title and time.
func (b *builder) identity(clock string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q\n", b.doc.Meta.Title, b.doc.Meta.Language, clock)
	for _, ref := range b.pages {
		h.Write(b.get(b.get(ref).(Dict)["Contents"].(Ref)).(*Stream).Data)
	}
	sum := h.Sum(nil)
	sum[6], sum[8] = sum[6]&0x0F|0x80, sum[8]&0x3F|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return b.String()
}
