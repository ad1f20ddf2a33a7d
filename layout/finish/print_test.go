package finish

import (
	"bytes"
	"strings"
	"testing"

	"masthead/layout/display"
)

func TestPrintIsFreeOfRGB(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	for _, d := range f.dicts() {
		for k, v := range d {
			if v == Name("DeviceRGB") {
				t.Errorf("/%s is RGB", k)
			}
		}
		if d["Type"] == Name("Annot") || d["S"] == Name("URI") {
			t.Errorf("a link: %v", d)
		}
	}
	for i, page := range f.pages() {
		err := operators(f.data(page["Contents"]), func(op keyword, _ []Object) error {
			switch op {
			case "rg", "RG", "g", "G", "sh", "gs0":
				t.Errorf("page %d: operator %s", i+1, op)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	for _, key := range []Name{"StructTreeRoot", "MarkInfo", "Outlines", "OpenAction"} {
		if f.root[key] != nil {
			t.Errorf("print has a %s", key)
		}
	}
}

func TestBoxes(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	for _, page := range f.pages() {
		media, bleed, trim := f.array(page["MediaBox"]), f.array(page["BleedBox"]), f.array(page["TrimBox"])
		for i, want := range []float64{0, 0, 642.284, 888.898} {
			if number(media[i]) != want {
				t.Errorf("media %v", media)
			}
		}
		for i := range 2 {
			if !(number(media[i]) < number(bleed[i]) && number(bleed[i]) < number(trim[i])) ||
				!(number(media[i+2]) > number(bleed[i+2]) && number(bleed[i+2]) > number(trim[i+2])) {
				t.Errorf("boxes do not nest: %v %v %v", media, bleed, trim)
			}
		}
	}
	page := reread(t, full(t).must(display.Email)).pages()[0]
	if page["TrimBox"] != nil || number(page["MediaBox"].(Array)[2]) != 595.276 {
		t.Errorf("e-mail boxes %v", page)
	}
}

func TestIntents(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	kinds := map[Object]Object{}
	for _, o := range f.array(f.root["OutputIntents"]) {
		d := f.dict(o)
		kinds[d["S"]] = d["DestOutputProfile"]
		if d["OutputConditionIdentifier"] != String("FOGRA39") || d["RegistryName"] == nil || d["Info"] == nil {
			t.Errorf("intent %v", d)
		}
	}
	if len(kinds) != 2 || kinds[Name("GTS_PDFX")] != kinds[Name("GTS_PDFA1")] {
		t.Errorf("intents %v", kinds)
	}
	if !bytes.Equal(f.data(kinds[Name("GTS_PDFX")]), profileFile(t, "ISOcoated_v2_300_bas.icc")) {
		t.Error("the profile is another")
	}
	xmp := string(f.data(f.root["Metadata"]))
	for _, want := range []string{"<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:", "<pdfaid:conformance>U<"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("XMP lacks %s", want)
		}
	}
	if f.dict(f.Trailer["Info"])["Trapped"] != Name("False") {
		t.Error("Trapped is no name")
	}
}

func TestSpotInk(t *testing.T) {
	f := reread(t, full(t).must(display.Print))
	spaces := f.dict(f.dict(f.pages()[1]["Resources"])["ColorSpace"])
	spot := f.array(spaces["S1"])
	if spot[0] != Name("Separation") || spot[1] != Name("PANTONE 3 C") || spot[2] != Name("DeviceCMYK") {
		t.Errorf("spot %v", spot)
	}
	full := f.array(f.dict(spot[3])["C1"])
	if number(full[0]) != 0.8 || number(full[3]) != 0.58 {
		t.Errorf("alternate %v", full)
	}
	if all := f.array(spaces["All"]); all[1] != Name("All") {
		t.Errorf("registration %v", all)
	}
}
