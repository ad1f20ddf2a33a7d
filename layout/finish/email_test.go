package finish

import (
	"bytes"
	"strings"
	"testing"

	"masthead/layout/display"
)

func email(t *testing.T) opened { return reread(t, full(t).must(display.Email)) }

// TestTagsAndContentMeet: the marked sequences of each page are dense from 0,
// every one leads through the parent tree to an element, and that element leads
// back to it, once.
func TestTagsAndContentMeet(t *testing.T) {
	f := email(t)
	refs, _ := f.Pages()
	top := f.dict(f.root["StructTreeRoot"])
	nums := f.array(f.dict(top["ParentTree"])["Nums"])
	parents := map[int64]Object{}
	for i := 0; i < len(nums); i += 2 {
		parents[nums[i].(int64)] = nums[i+1]
	}
	type spot struct {
		page Ref
		id   int64
	}
	owner := map[spot]Ref{}
	var walk func(ref Ref)
	walk = func(ref Ref) {
		d := f.dict(ref)
		kids := Array{d["K"]}
		if a, ok := d["K"].(Array); ok {
			kids = a
		}
		for _, k := range kids {
			at := spot{}
			switch k := k.(type) {
			case Ref:
				if f.dict(k)["P"] != ref {
					t.Errorf("element %d denies its parent %d", k.Num, ref.Num)
				}
				walk(k)
				continue
			case int64:
				at = spot{d["Pg"].(Ref), k}
			case Dict:
				if k["Type"] == Name("OBJR") {
					key := f.dict(k["Obj"])["StructParent"].(int64)
					if parents[key] != ref || d["S"] != Name("Link") {
						t.Errorf("link %d belongs to %v, not to %v", key, parents[key], ref)
					}
					continue
				}
				at = spot{k["Pg"].(Ref), k["MCID"].(int64)}
			}
			if _, twice := owner[at]; twice {
				t.Errorf("content %v stands twice in the tree", at)
			}
			owner[at] = ref
		}
	}
	walk(f.array(top["K"])[0].(Ref))
	found := 0
	for i, page := range f.pages() {
		key := page["StructParents"].(int64)
		list := f.array(parents[key])
		content := f.data(page["Contents"])
		if n := bytes.Count(content, []byte("/MCID ")); n != len(list) {
			t.Errorf("page %d: %d sequences, %d in the parent tree", i+1, n, len(list))
		}
		for id, o := range list {
			if owner[spot{refs[i], int64(id)}] != o {
				t.Errorf("page %d: content %d belongs to %v, says the parent tree, to %v, says the tree", i+1, id, o, owner[spot{refs[i], int64(id)}])
			}
			found++
		}
		begins := bytes.Count(content, []byte("BDC\n")) + bytes.Count(content, []byte("BMC\n"))
		if ends := bytes.Count(content, []byte("EMC\n")); begins != ends {
			t.Errorf("page %d: %d sequences begin, %d end", i+1, begins, ends)
		}
	}
	if found != len(owner) {
		t.Errorf("%d sequences on pages, %d in the tree", found, len(owner))
	}
}

func TestLinks(t *testing.T) {
	f := email(t)
	pages, _ := f.Pages()
	var said []string
	for _, page := range f.pages() {
		for _, o := range f.array(page["Annots"]) {
			if _, direct := o.(Dict); direct {
				t.Error("a direct annotation")
			}
			a := f.dict(o)
			rect := f.array(a["Rect"])
			if number(rect[0]) >= number(rect[2]) || number(rect[1]) >= number(rect[3]) {
				t.Errorf("rectangle %v is not normal", rect)
			}
			if a["F"] != int64(4) || a["StructParent"] == nil {
				t.Errorf("annotation %v", a)
			}
			say := Text(a["Contents"].(String))
			if a["A"] != nil {
				say += " -> " + string(f.dict(a["A"])["URI"].(String))
			} else if to := f.array(a["Dest"]); to[0] == pages[0] {
				say += " -> first"
			} else if to[0] == pages[1] {
				say += " -> second"
			}
			said = append(said, say)
		}
	}
	const want = "Story One, page 2 -> first\nStory Two, page 2 -> second\nexample.org -> https://example.org/%C3%A4%20b?q=%20"
	if got := strings.Join(said, "\n"); got != want {
		t.Errorf("links:\n%s\nwant:\n%s", got, want)
	}
}

func TestOutline(t *testing.T) {
	f := email(t)
	var titles []string
	var walk func(d Dict, depth int) int
	walk = func(d Dict, depth int) int {
		n := 0
		var prior Object
		for at := d["First"]; at != nil; at = f.dict(at)["Next"] {
			e := f.dict(at)
			if e["Prev"] != prior {
				t.Error("the chain of bookmarks is broken")
			}
			titles = append(titles, strings.Repeat("-", depth)+Text(e["Title"].(String)))
			n += 1 + walk(e, depth+1)
			prior = at
		}
		if d["Last"] != prior {
			t.Error("the last bookmark is another")
		}
		if n > 0 && d["Count"] != int64(n) {
			t.Errorf("%v bookmarks said, %d there", d["Count"], n)
		}
		return n
	}
	walk(f.dict(f.root["Outlines"]), 0)
	if got := strings.Join(titles, "|"); got != "Highlights|-Story One|-Story Two – ü|The end" {
		t.Error(got)
	}
}

func TestFigureSaysWhereItStands(t *testing.T) {
	f := email(t)
	for _, d := range f.dicts() {
		if d["S"] != Name("Figure") {
			continue
		}
		box := f.array(f.dict(d["A"])["BBox"])
		// From the grey square's left edge to the page's right edge, for the other
		// square bleeds; from the squares' top down to the caption.
		for i, want := range []float64{60, 691.277, 595.276, 768.89} {
			if got := number(box[i]); got < want-0.01 || got > want+0.01 {
				t.Errorf("box %v", box)
			}
		}
		return
	}
	t.Error("no figure")
}

func TestEmptyElementsAreDropped(t *testing.T) {
	f := email(t)
	for _, d := range f.dicts() {
		if d["Type"] == Name("StructElem") && len(f.array(Array{d["K"]})) == 0 {
			t.Errorf("an empty %v", d["S"])
		}
	}
	tree, err := Tree(f.File)
	if err != nil {
		t.Fatal(err)
	}
	story := tree.Parts[0].Element.Parts[2].Element.Parts[1].Element
	if last := story.Parts[len(story.Parts)-1].Element; last.Role != "BlockQuote" {
		t.Errorf("the story ends with %s: what only print shows is in the tree", last.Role)
	}
}
