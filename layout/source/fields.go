package source

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// field is what the tags of a struct field say.
type field struct {
	index    []int
	key      string
	doc      string
	required bool     // the key must be there
	nonempty bool     // a text that is there must say something; required implies it
	bare     bool     // a key with nothing behind it stands for the zero value
	enum     []string // the values a text may take
	min, max *float64
}

// plan lists the keys of a struct type in the order of its fields.
type plan struct {
	fields []field
	keys   []string
	marks  []int // index of the Marks field, nil for none
}

func (p *plan) find(key string) *field {
	for i := range p.fields {
		if p.fields[i].key == key {
			return &p.fields[i]
		}
	}
	return nil
}

var marksType = reflect.TypeFor[Marks]()

// planOf reads the tags of a struct type. It panics on tags that it does not
// know: they are part of the program.
func planOf(t reflect.Type) *plan {
	p := &plan{}
	for i := range t.NumField() {
		sf := t.Field(i)
		if sf.Type == marksType {
			p.marks = sf.Index
			continue
		}
		tag, ok := sf.Tag.Lookup("key")
		if !ok {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		f := field{index: sf.Index, key: name, doc: sf.Tag.Get("doc")}
		inline := false
		for _, o := range strings.Split(options, ",") {
			switch o {
			case "":
			case "required":
				f.required, f.nonempty = true, true
			case "nonempty":
				f.nonempty = true
			case "bare":
				f.bare = true
			case "inline":
				inline = true
			default:
				panic(fmt.Sprintf("source: %v.%s: unknown tag option %q", t, sf.Name, o))
			}
		}
		if inline {
			sub := planOf(sf.Type)
			for _, f := range sub.fields {
				f.index = append([]int{i}, f.index...)
				p.fields = append(p.fields, f)
			}
			if p.marks == nil && sub.marks != nil {
				p.marks = append([]int{i}, sub.marks...)
			}
			continue
		}
		if e := sf.Tag.Get("enum"); e != "" {
			f.enum = strings.Split(e, "|")
		}
		f.min, f.max = bound(sf, "min"), bound(sf, "max")
		p.fields = append(p.fields, f)
	}
	for _, f := range p.fields {
		p.keys = append(p.keys, f.key)
	}
	return p
}

func bound(sf reflect.StructField, name string) *float64 {
	s, ok := sf.Tag.Lookup(name)
	if !ok {
		return nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("source: %s: %s is not a number: %q", sf.Name, name, s))
	}
	return &v
}
