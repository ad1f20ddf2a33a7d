package preflight

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The sample is a page that breaks no rule, as text, so that a test can spoil it
// by replacing a word: 200 by 300 pt, 10 pt of bleed, crop marks in All, a tint
// that bleeds, black text that overprints it, a picture of 300 ppi.
const sampleContent = `
q .1 .05 0 0 k 15 15 220 320 re f Q
q /GO gs 0 0 0 1 k BT /F1 10 Tf 60 200 Td (Black text) Tj ET Q
q .8 0 .5 .5 k BT /F1 12 Tf 60 180 Td (Coloured) Tj ET Q
q 24 0 0 24 60 100 cm /P1 Do Q
q /All CS 1 SCN .25 w 25 0 m 25 12 l S Q
q 0 0 0 1 K .5 w 60 90 m 160 90 l S Q
`

const sampleXMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmp:CreateDate="2023-06-01T10:00:00+02:00" xmpMM:VersionID="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A sample</rdf:li></rdf:Alt></dc:title>
<xmp:ModifyDate>2023-06-01T08:00:00Z</xmp:ModifyDate><xmp:MetadataDate>2023-06-01T08:00:00Z</xmp:MetadataDate>
<pdf:Trapped>False</pdf:Trapped><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`

// sample returns the objects of the sample, from number 1.
func sample(t testing.TB) []string {
	t.Helper()
	icc, err := os.ReadFile("../../assets/icc/ISOcoated_v2_300_bas.icc.z")
	if err != nil {
		t.Fatal(err)
	}
	stream := func(dict, data string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
	}
	return []string{
		"<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/OutputIntents[4 0 R]>>",
		"<</Type/Pages/Kids[6 0 R]/Count 1>>",
		stream("/Type/Metadata/Subtype/XML", sampleXMP),
		"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)/Info(Coated)/DestOutputProfile 5 0 R>>",
		stream("/N 4/Filter/FlateDecode", string(icc)),
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 250 350]/BleedBox[15 15 235 335]/TrimBox[25 25 225 325]/Contents 7 0 R/Resources 8 0 R>>",
		stream("", sampleContent),
		"<</Font<</F1 9 0 R>>/XObject<</P1 12 0 R>>/ColorSpace<</All[/Separation/All/DeviceCMYK 13 0 R]>>" +
			"/ExtGState<</GO<</OP true/op true/OPM 1>>>>>>",
		"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Sample/FirstChar 32/LastChar 33/Widths[250 300]/Encoding/WinAnsiEncoding/FontDescriptor 10 0 R>>",
		"<</Type/FontDescriptor/FontName/ABCDEF+Sample/Flags 32/MissingWidth 500/FontFile2 11 0 R>>",
		stream("/Length1 4", "none"),
		stream("/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceCMYK/BitsPerComponent 8", strings.Repeat("\x40\x30\x20\x10", 100*100)),
		"<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>",
		"<</Title(A sample)/CreationDate(D:20230601100000+02'00')/ModDate(D:20230601080000Z)/Trapped/False>>",
	}
}

// assemble writes objects as a file. The lengths of streams are put right.
func assemble(objects []string, header, trailer string) []byte {
	var b strings.Builder
	b.WriteString(header + "\n%\xE2\xE3\xCF\xD3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		if at := strings.Index(o, ">>\nstream\n"); at >= 0 {
			data := strings.TrimSuffix(o[at+len(">>\nstream\n"):], "\nendstream")
			dict := o[:strings.LastIndex(o[:at], "/Length ")]
			o = fmt.Sprintf("%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
		}
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info 14 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, at)
	return []byte(b.String())
}

const (
	goodHeader  = "%PDF-1.6"
	goodTrailer = "/ID[(a)(a)]"
)

func whole(t testing.TB) []byte { return assemble(sample(t), goodHeader, goodTrailer) }

// spoil is one fault: every text is replaced by the one after it, in all objects,
// the header and the trailer.
type spoil struct {
	rule    string
	what    string
	replace []string
	add     []string // further objects, from number 15
	also    []string // rules that break with it
	opt     Options
	light   bool // without the profile's bytes
}

func (s *spoil) file(t testing.TB) []byte {
	t.Helper()
	objects, header, trailer := append(sample(t), s.add...), goodHeader, goodTrailer
	if s.light {
		objects[4] = "null"
	}
	for i := 0; i+1 < len(s.replace); i += 2 {
		old, by := s.replace[i], s.replace[i+1]
		n := strings.Count(header, old) + strings.Count(trailer, old)
		header, trailer = strings.ReplaceAll(header, old, by), strings.ReplaceAll(trailer, old, by)
		for k := range objects {
			if k == 4 && !strings.Contains(objects[k][:min(60, len(objects[k]))], old) { // the profile's bytes are not searched
				continue
			}
			n += strings.Count(objects[k], old)
			objects[k] = strings.ReplaceAll(objects[k], old, by)
		}
		if n == 0 {
			t.Fatalf("%s: %q is not in the sample", s.what, old)
		}
	}
	return assemble(objects, header, trailer)
}
