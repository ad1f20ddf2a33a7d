package preflight

import (
	"slices"

	"masthead/layout/finish"
)

// mostNested bounds how deep dictionaries within dictionaries are looked at.
const mostNested = 100

// checkObjects looks at every object that the catalog leads to, whether a page
// calls it or not.
func (c *checker) checkObjects() {
	seen := map[finish.Ref]bool{}
	var queue []finish.Ref
	var meet func(o finish.Object, depth int)
	meet = func(o finish.Object, depth int) {
		if depth > mostNested {
			return
		}
		switch v := o.(type) {
		case finish.Ref:
			if !seen[v] {
				seen[v] = true
				queue = append(queue, v)
			}
		case finish.Array:
			for _, e := range v {
				meet(e, depth+1)
			}
		case finish.Dict:
			c.object(v)
			for _, k := range keysOf(v) {
				meet(v[k], depth+1)
			}
		case *finish.Stream:
			c.stream(v)
			c.object(v.Dict)
			for _, k := range keysOf(v.Dict) {
				meet(v.Dict[k], depth+1)
			}
		}
	}
	meet(c.Trailer["Root"], 0)
	for len(queue) > 0 {
		ref := queue[0]
		queue = queue[1:]
		meet(c.value(ref), 0)
	}
}

func keysOf(d finish.Dict) []finish.Name {
	keys := make([]finish.Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (c *checker) stream(st *finish.Stream) {
	if st.Dict["F"] != nil {
		c.find("x4-external-stream", 0, "a stream keeps its data in another file")
	}
	filters := c.value(st.Dict["Filter"])
	if list, ok := filters.(finish.Array); ok {
		for _, f := range list {
			if c.value(f) == finish.Name("LZWDecode") {
				c.find("a2-lzw", 0, "a stream is packed by LZW")
			}
		}
	} else if filters == finish.Name("LZWDecode") {
		c.find("a2-lzw", 0, "a stream is packed by LZW")
	}
	switch c.value(st.Dict["Subtype"]) {
	case finish.Name("PS"):
		c.find("x4-postscript", 0, "there is a PostScript XObject")
	case finish.Name("Form"):
		if c.value(st.Dict["Subtype2"]) == finish.Name("PS") || st.Dict["PS"] != nil {
			c.find("x4-postscript", 0, "a form holds PostScript")
		}
		if st.Dict["Ref"] != nil {
			c.find("x4-reference", 0, "a form stands for a page of another file")
		}
	case finish.Name("Image"):
		for _, a := range c.array(st.Dict["Alternates"]) {
			if c.value(c.dict(a)["DefaultForPrinting"]) == true {
				c.find("x4-alternate-picture", 0, "a picture has an alternate for printing")
			}
		}
	}
	if st.Dict["OPI"] != nil {
		c.find("x4-opi", 0, "a picture is a stand-in (OPI)")
	}
}

// object looks at a dictionary, whatever it is: graphics states, halftones and
// actions can be told by their keys.
func (c *checker) object(d finish.Dict) {
	if d["TR"] != nil && d["S"] == nil { // TR in a soft mask is another thing
		c.find("x4-transfer", 0, "a graphics state has a transfer function")
	}
	if v := c.value(d["TR2"]); v != nil && v != finish.Name("Default") {
		c.find("x4-transfer", 0, "a graphics state has a transfer function")
	}
	if d["HTP"] != nil {
		c.find("x4-halftone", 0, "a graphics state sets the origin of the halftone")
	}
	if v, ok := c.value(d["HalftoneType"]).(int64); ok {
		if v != 1 && v != 5 {
			c.find("x4-halftone", 0, "a halftone of type %d", v)
		}
		if d["HalftoneName"] != nil {
			c.find("x4-halftone", 0, "a halftone has a name")
		}
	}
	if d["JS"] != nil && c.value(d["S"]) == finish.Name("JavaScript") {
		c.find("x4-action", 0, "the file has JavaScript")
	}
	if c.value(d["S"]) == finish.Name("Launch") {
		c.find("x4-action", 0, "an action starts another program")
	}
}
