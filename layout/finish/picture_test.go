package finish

import (
	"bytes"
	"testing"

	"masthead/layout/display"
)

// TestPictures: pixels travel untouched, and say what they are.
func TestPictures(t *testing.T) {
	for profile, spaces := range map[display.Profile][2]Name{
		display.Email: {"DeviceGray", "DeviceRGB"},
		display.Print: {"DeviceGray", "DeviceCMYK"},
	} {
		f := reread(t, full(t).must(profile))
		objects := f.dict(f.dict(f.pages()[1]["Resources"])["XObject"])
		for i, want := range pictures(t, profile) {
			o, err := f.Get(objects[Name(display.PhotoName(i))])
			if err != nil {
				t.Fatal(err)
			}
			st := o.(*Stream)
			if !bytes.Equal(st.Data, want.Data) || st.Dict["Filter"] != Name(want.Filter) {
				t.Errorf("profile %d: photo %d is other data, by %v", profile, i, st.Dict["Filter"])
			}
			if st.Dict["ColorSpace"] != spaces[i] || st.Dict["Width"] != int64(20) || st.Dict["Height"] != int64(12) || st.Dict["BitsPerComponent"] != int64(8) {
				t.Errorf("profile %d: photo %d is %v", profile, i, st.Dict)
			}
		}
		if f.dict(f.pages()[0]["Resources"])["XObject"] != nil {
			t.Errorf("profile %d: the first page knows pictures that it does not show", profile)
		}
	}
}

func TestInvertedPicture(t *testing.T) {
	b := &builder{opt: Options{Profile: display.Print}}
	ref, err := b.picture(&display.Picture{Data: []byte("x"), Filter: "DCTDecode", Width: 1, Height: 1, Space: "cmyk", Inverted: true})
	if err != nil {
		t.Fatal(err)
	}
	got := string(appendObject(nil, b.get(ref).(*Stream).Dict["Decode"], nil))
	if got != "[1 0 1 0 1 0 1 0]" {
		t.Errorf("decode %s", got)
	}
}

func TestRefusedPictures(t *testing.T) {
	good := display.Picture{Data: []byte("x"), Filter: "DCTDecode", Width: 1, Height: 1, Space: "rgb"}
	b := &builder{opt: Options{Profile: display.Email}}
	if _, err := b.picture(&good); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*display.Picture){
		"no data":   func(p *display.Picture) { p.Data = nil },
		"no width":  func(p *display.Picture) { p.Width = 0 },
		"no filter": func(p *display.Picture) { p.Filter = "" },
		"JPEG 2000": func(p *display.Picture) { p.Filter = "JPXDecode" },
		"no space":  func(p *display.Picture) { p.Space = "" },
		"press":     func(p *display.Picture) { p.Space = "cmyk" },
	} {
		p := good
		spoil(&p)
		if _, err := b.picture(&p); err == nil {
			t.Errorf("%s passed", name)
		}
	}
	b.opt.Profile = display.Print
	if _, err := b.picture(&good); err == nil {
		t.Error("an RGB picture in print passed")
	}
}

// TestSharedObjects: a face, a picture or a profile that several pages call is
// in the file once; what nothing calls is not in it.
func TestSharedObjects(t *testing.T) {
	s := full(t)
	s.doc.Fonts = append(s.doc.Fonts, display.Font{PostScriptName: "Unused", UnitsPerEm: 1000})
	f := reread(t, s.must(display.Print))
	count := map[Object]int{}
	for _, d := range f.dicts() {
		count[d["Subtype"]]++
		if d["N"] == int64(4) {
			count["profile"]++
		}
	}
	for kind, want := range map[Object]int{Name("Type0"): 2, Name("Image"): 2, "profile": 1} {
		if count[kind] != want {
			t.Errorf("%v: %d, want %d", kind, count[kind], want)
		}
	}
}
