package finish

import "fmt"

// Element is a structure element as read back from a file.
type Element struct {
	Role   string
	Title  string
	Alt    string
	Actual string
	Lang   string // its own, or that of the nearest element above that says one
	Parts  []Part // in reading order
}

// Part is what an [Element] holds: another element, or the text of a marked
// sequence on a page. An active area, too, is a part, with neither.
type Part struct {
	Element *Element
	Page    int // index
	Text    string
	Link    string // the description of an active area
}

// treeReader walks the structure tree of a file.
type treeReader struct {
	contentReader
	pages map[Ref]int
	texts []map[int]string // by page, as they are wanted
	dicts []Dict
	seen  map[Ref]bool
}

// Tree reads the structure tree of a tagged file, with the text that its pages
// show. It is the file's own word, found as a screen reader finds it: nothing of
// it comes from the layout.
func Tree(f *File) (*Element, error) {
	root, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		return nil, err
	}
	if root["StructTreeRoot"] == nil {
		return nil, fmt.Errorf("the file has no structure tree")
	}
	top, err := f.Dict(root["StructTreeRoot"])
	if err != nil {
		return nil, err
	}
	r := &treeReader{
		contentReader: contentReader{File: f, fonts: map[Ref]cmap{}},
		pages:         map[Ref]int{}, seen: map[Ref]bool{},
	}
	refs, err := f.Pages()
	if err != nil {
		return nil, err
	}
	for i, ref := range refs {
		d, err := f.Dict(ref)
		if err != nil {
			return nil, err
		}
		r.pages[ref] = i
		r.dicts = append(r.dicts, d)
	}
	r.texts = make([]map[int]string, len(refs))
	lang, _ := root["Lang"].(String)
	e := &Element{Role: "StructTreeRoot", Lang: Text(lang)}
	return e, r.parts(e, top["K"], nil, 0)
}

// parts reads what stands under K: one or several of elements, marked sequences
// on the element's page, references to sequences elsewhere and to annotations.
func (r *treeReader) parts(e *Element, k, pg Object, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("%w: structure tree too deep", errSyntax)
	}
	list, err := r.Get(k)
	if err != nil {
		return err
	}
	kids, ok := list.(Array)
	if !ok {
		kids = Array{k}
	}
	for _, kid := range kids {
		if ref, ok := kid.(Ref); ok {
			if r.seen[ref] {
				return fmt.Errorf("%w: element %d stands twice in the tree", errSyntax, ref.Num)
			}
			r.seen[ref] = true
		}
		o, err := r.Get(kid)
		if err != nil {
			return err
		}
		switch o := o.(type) {
		case int64:
			err = r.sequence(e, pg, o)
		case Dict:
			err = r.kid(e, o, pg, depth)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *treeReader) kid(e *Element, d Dict, pg Object, depth int) error {
	if d["Pg"] != nil {
		pg = d["Pg"]
	}
	switch d["Type"] {
	case Name("MCR"):
		id, _ := d["MCID"].(int64)
		return r.sequence(e, pg, id)
	case Name("OBJR"):
		annot, err := r.Dict(d["Obj"])
		if err != nil {
			return err
		}
		says, _ := annot["Contents"].(String)
		ref, _ := pg.(Ref)
		e.Parts = append(e.Parts, Part{Page: r.pages[ref], Link: Text(says)})
		return nil
	}
	role, _ := d["S"].(Name)
	kid := &Element{Role: string(role), Lang: e.Lang}
	for key, to := range map[Name]*string{"T": &kid.Title, "Alt": &kid.Alt, "ActualText": &kid.Actual, "Lang": &kid.Lang} {
		o, err := r.Get(d[key])
		if err != nil {
			return err
		}
		if s, ok := o.(String); ok {
			*to = Text(s)
		}
	}
	e.Parts = append(e.Parts, Part{Element: kid})
	return r.parts(kid, d["K"], d["Pg"], depth+1)
}

// sequence adds the text of a marked sequence.
func (r *treeReader) sequence(e *Element, pg Object, id int64) error {
	ref, _ := pg.(Ref)
	page, ok := r.pages[ref]
	if !ok {
		return fmt.Errorf("%w: content %d of %s lies on no page", errSyntax, id, e.Role)
	}
	if r.texts[page] == nil {
		texts, err := r.marked(r.dicts[page])
		if err != nil {
			return err
		}
		r.texts[page] = texts
	}
	e.Parts = append(e.Parts, Part{Page: page, Text: r.texts[page][int(id)]})
	return nil
}

// Pages returns the pages in order.
func (f *File) Pages() ([]Ref, error) {
	root, err := f.Dict(f.Trailer["Root"])
	if err != nil {
		return nil, err
	}
	var out []Ref
	seen := map[Ref]bool{}
	var walk func(o Object, depth int) error
	walk = func(o Object, depth int) error {
		ref, ok := o.(Ref)
		if !ok || seen[ref] || depth > maxDepth {
			return fmt.Errorf("%w: a broken page tree", errSyntax)
		}
		seen[ref] = true
		d, err := f.Dict(ref)
		if err != nil {
			return err
		}
		if d["Kids"] == nil {
			out = append(out, ref)
			return nil
		}
		kids, err := f.Array(d["Kids"])
		if err != nil {
			return err
		}
		for _, k := range kids {
			if err := walk(k, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return out, walk(root["Pages"], 0)
}
