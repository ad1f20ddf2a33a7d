package display

import "testing"

func TestOwners(t *testing.T) {
	root := &Tag{Role: "Document"}
	p := root.Add("P")
	p.Content(1)
	p.Add("Span").Content(2)
	p.Content(3)
	owners, err := root.Owners()
	if err != nil {
		t.Fatal(err)
	}
	if len(owners) != 3 || owners[1] != p || owners[2].Role != "Span" || owners[3] != p {
		t.Errorf("owners %v", owners)
	}
	root.Add("P").Content(2)
	if _, err := root.Owners(); err == nil {
		t.Error("a mark with two owners passed")
	}
}

func TestAdvance(t *testing.T) {
	f := Font{UnitsPerEm: 2048, Codes: []Code{{Width: 1024}, {Width: 1}, {Width: 0}}}
	for code, want := range map[uint16]int64{1: 50000, 2: 49, 3: 0} {
		if got := f.Advance(code); got != want {
			t.Errorf("advance of code %d is %d, want %d", code, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	if FontName(0) != "F1" || PhotoName(9) != "P10" || SpotName(1) != "S2" {
		t.Error(FontName(0), PhotoName(9), SpotName(1))
	}
}
