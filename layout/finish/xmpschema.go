package finish

import (
	"fmt"
	"strings"
)

// namespaces returns the prefixes of the packet, in the order of the file.
func namespaces() [][2]string {
	return [][2]string{
		{"dc", "http://purl.org/dc/elements/1.1/"},
		{"pdf", "http://ns.adobe.com/pdf/1.3/"},
		{"xmp", "http://ns.adobe.com/xap/1.0/"},
		{"xmpMM", "http://ns.adobe.com/xap/1.0/mm/"},
		{"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
		{"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
		{"pdfxid", "http://www.npes.org/pdfx/ns/id/"},
		{"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
		{"pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
		{"pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"},
	}
}

// extension declares one property of a schema that PDF/A does not know.
type extension struct {
	schema, uri, prefix         string
	property, kind, description string
}

func uaSchema() extension {
	return extension{
		"PDF/UA Universal Accessibility Schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
		"part", "Integer", "Part of ISO 14289 that the file conforms to",
	}
}

func xSchema() extension {
	return extension{
		"PDF/X ID Schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid",
		"GTS_PDFXVersion", "Text", "Version of PDF/X that the file conforms to",
	}
}

func trappedSchema() extension {
	return extension{
		"Adobe PDF Schema", "http://ns.adobe.com/pdf/1.3/", "pdf",
		"Trapped", "Text", "Whether the file has been trapped",
	}
}

// schema writes an extension schema (ISO 19005-2, 6.6.2.3.3).
func schema(w *strings.Builder, e extension) {
	fmt.Fprintf(w, `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>%s</pdfaSchema:schema>
<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>%s</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>%s</pdfaProperty:name>
<pdfaProperty:valueType>%s</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>%s</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
`, e.schema, e.uri, e.prefix, e.property, e.kind, e.description)
}
