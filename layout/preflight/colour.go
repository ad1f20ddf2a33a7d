package preflight

import (
	"bytes"
	"fmt"
	"reflect"

	"masthead/layout/color"
	"masthead/layout/finish"
)

// space is a colour space (ISO 32000-1, 8.6).
type space struct {
	family string // DeviceCMYK, ICCBased, Separation ...
	n      int
	names  []string // colorants of Separation and DeviceN
	base   *space   // alternate, base of Indexed, what is under a Pattern
	tint   finish.Object
	lookup []byte // of Indexed
	high   int
}

// mostBases bounds how deep spaces are built on spaces.
const mostBases = 8

// spaceOf reads a colour space, by name in the resources or as it stands.
func (c *checker) spaceOf(o finish.Object, res finish.Dict, depth int) *space {
	ref, isRef := o.(finish.Ref)
	if s, ok := c.spaces[ref]; ok && isRef {
		return s
	}
	s := &space{family: "unknown", n: 1}
	if depth > mostBases {
		return s
	}
	switch v := c.value(o).(type) {
	case finish.Name:
		s = c.named(v, res, depth)
	case finish.Array:
		if len(v) > 0 {
			s = c.built(v, res, depth)
		}
	}
	if isRef {
		c.spaces[ref] = s
	}
	return s
}

// named resolves a name: a device space, which the page may redefine, or one of
// the resources.
func (c *checker) named(name finish.Name, res finish.Dict, depth int) *space {
	long := map[finish.Name]finish.Name{"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
	if l, ok := long[name]; ok {
		name = l
	}
	own := c.dict(res["ColorSpace"])
	switch name {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		if d := own["Default"+name[len("Device"):]]; d != nil {
			return c.spaceOf(d, nil, depth+1)
		}
		return &space{family: string(name), n: map[finish.Name]int{"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}[name]}
	case "Pattern":
		return &space{family: "Pattern"}
	}
	if own[name] == nil {
		return &space{family: "unknown", n: 1}
	}
	return c.spaceOf(own[name], res, depth+1)
}

func (c *checker) built(a finish.Array, res finish.Dict, depth int) *space {
	family, _ := c.value(a[0]).(finish.Name)
	at := func(i int) finish.Object {
		if i < len(a) {
			return a[i]
		}
		return nil
	}
	s := &space{family: string(family), n: 3}
	switch family {
	case "CalGray":
		s.n = 1
	case "CalRGB", "Lab":
	case "ICCBased":
		s.n = int(min(4, max(1, c.number(c.dict(at(1))["N"]))))
		c.checkICC(at(1), s)
	case "Separation":
		s.n, s.names = 1, []string{c.nameOf(at(1))}
		s.base, s.tint = c.spaceOf(at(2), res, depth+1), at(3)
		c.bookSpot(s)
	case "DeviceN":
		for _, o := range c.array(at(1)) {
			s.names = append(s.names, c.nameOf(o))
		}
		s.n = len(s.names)
		s.base, s.tint = c.spaceOf(at(2), res, depth+1), at(3)
	case "Indexed", "I":
		s.family, s.n = "Indexed", 1
		s.base, s.high = c.spaceOf(at(1), res, depth+1), int(min(255, max(0, c.number(at(2)))))
		switch v := c.value(at(3)).(type) {
		case finish.String:
			s.lookup = []byte(v)
		case *finish.Stream:
			s.lookup, _ = c.Decode(v)
		}
	case "Pattern":
		s.n = 0
		if at(1) != nil {
			s.base = c.spaceOf(at(1), res, depth+1)
			s.n = s.base.n
		}
	default:
		return c.named(family, res, depth+1)
	}
	return s
}

func (c *checker) nameOf(o finish.Object) string {
	n, _ := c.value(o).(finish.Name)
	return string(n)
}

// checkICC: a CMYK colour tagged with the profile of the press itself would be
// converted by some and not by others.
func (c *checker) checkICC(o finish.Object, s *space) {
	if s.n != 4 || c.intent == nil {
		return
	}
	st, ok := c.value(o).(*finish.Stream)
	if !ok {
		return
	}
	if data, err := c.Decode(st); err == nil && bytes.Equal(data, c.intent.profile) {
		c.find("x4-icc-same", 0, "a CMYK colour is tagged with the profile of the output intent")
	}
}

// spotInk is a separation by its name.
type spotInk struct {
	alternate string
	tint      finish.Object
}

// process reports whether a colorant is none of its own: the process inks, None,
// and All, which is every one.
func process(name string) bool {
	switch name {
	case "Cyan", "Magenta", "Yellow", "Black", "None", "All", "":
		return true
	}
	return false
}

// bookSpot holds a separation against earlier ones of its name (ISO 19005-2,
// 6.2.4.4).
func (c *checker) bookSpot(s *space) {
	name := s.names[0]
	if name == "" || name == "None" {
		return
	}
	have := c.spots[name]
	if have == nil {
		c.spots[name] = &spotInk{s.base.family, s.tint}
		return
	}
	if have.alternate != s.base.family || have.tint != nil && !c.same(have.tint, s.tint) {
		c.find("x4-spot-same", 0, "the spot ink %q is defined in two ways", name)
	}
}

// same compares two objects as the file says them.
func (c *checker) same(a, b finish.Object) bool {
	if comparable(a) && comparable(b) && a == b {
		return true
	}
	x, y := c.value(a), c.value(b)
	p, ok := x.(*finish.Stream)
	q, ok2 := y.(*finish.Stream)
	if ok && ok2 {
		return string(p.Data) == string(q.Data)
	}
	return !ok && !ok2 && reflect.DeepEqual(x, y)
}

func comparable(o finish.Object) bool {
	switch o.(type) {
	case finish.Array, finish.Dict:
		return false
	}
	return true
}

// ink is a colour as the plates see it.
type ink struct {
	space *space
	cmyk  color.CMYK // percent; for colours of screens what the rule of thumb makes of them
	spots []spotTint
	total float64 // percent over all plates
	known bool    // total can be told
	all   bool    // the separation All
}

type spotTint struct {
	name    string
	percent float64
}

// white reports whether nothing prints.
func (k ink) white() bool { return k.known && k.total == 0 }

// blackOnly reports whether the black plate alone prints.
func (k ink) blackOnly() bool {
	return k.known && len(k.spots) == 0 && !k.all && k.cmyk.BlackOnly() && k.cmyk.K > 0 && k.device()
}

func (k ink) device() bool {
	switch k.space.family {
	case "DeviceCMYK", "DeviceGray", "Separation", "DeviceN":
		return true
	}
	return false
}

func (k ink) String() string {
	if len(k.spots) > 0 {
		return fmt.Sprintf("%s at %.0f %%", k.spots[0].name, k.spots[0].percent)
	}
	return fmt.Sprintf("C %.0f M %.0f Y %.0f K %.0f", k.cmyk.C, k.cmyk.M, k.cmyk.Y, k.cmyk.K)
}

// inkOf says what the plates print of a colour.
func (c *checker) inkOf(s *space, v []float64) ink {
	k := ink{space: s, known: true}
	at := func(i int) float64 {
		if i < len(v) {
			return min(1, max(0, v[i]))
		}
		return 0
	}
	switch s.family {
	case "DeviceGray", "CalGray":
		k.cmyk.K = 100 * (1 - at(0))
		k.known = s.family == "DeviceGray"
	case "DeviceCMYK":
		k.cmyk = color.CMYK{C: 100 * at(0), M: 100 * at(1), Y: 100 * at(2), K: 100 * at(3)}
	case "DeviceRGB", "CalRGB":
		k.cmyk, k.known = separated(at(0), at(1), at(2)), false
	case "ICCBased":
		k.known = false
		switch s.n {
		case 1:
			k.cmyk.K = 100 * (1 - at(0))
		case 3:
			k.cmyk = separated(at(0), at(1), at(2))
		case 4:
			k.cmyk = color.CMYK{C: 100 * at(0), M: 100 * at(1), Y: 100 * at(2), K: 100 * at(3)}
		}
	case "Indexed":
		if s.base != nil && s.base.family != "Indexed" && len(v) > 0 {
			return c.inkOf(s.base, s.entry(int(min(255, max(0, v[0])))))
		}
		k.known = false
	case "Separation", "DeviceN":
		for i, name := range s.names {
			c.colorant(&k, name, 100*at(i))
		}
	default:
		k.known = false
	}
	k.total = k.cmyk.Total()
	for _, sp := range k.spots {
		k.total += sp.percent
	}
	return k
}

// colorant adds one ink to a colour.
func (c *checker) colorant(k *ink, name string, percent float64) {
	switch name {
	case "None", "":
	case "Cyan":
		k.cmyk.C += percent
	case "Magenta":
		k.cmyk.M += percent
	case "Yellow":
		k.cmyk.Y += percent
	case "Black":
		k.cmyk.K += percent
	case "All":
		k.all = true
		k.cmyk = color.CMYK{C: percent, M: percent, Y: percent, K: percent}
	default:
		k.spots = append(k.spots, spotTint{name, percent})
	}
}

// entry returns a colour of an indexed space's table, in the units of its base.
func (s *space) entry(i int) []float64 {
	i = min(i, s.high)
	n := s.base.n
	out := make([]float64, n)
	for j := range n {
		if i*n+j < len(s.lookup) {
			out[j] = float64(s.lookup[i*n+j]) / 255
		}
	}
	return out
}

// separated is the rule of thumb of ISO 32000-1, 10.3.3, with full removal of
// grey.
func separated(r, g, b float64) color.CMYK {
	k := 1 - max(r, g, b)
	return color.CMYK{C: 100 * (1 - r - k), M: 100 * (1 - g - k), Y: 100 * (1 - b - k), K: 100 * k}
}

// shownAs is what a colour looks like.
func (c *checker) shownAs(k ink) color.RGB {
	mix := k.cmyk
	for _, s := range k.spots {
		alt := c.alternate(s.name)
		mix.C += alt.C * s.percent / 100
		mix.M += alt.M * s.percent / 100
		mix.Y += alt.Y * s.percent / 100
		mix.K += alt.K * s.percent / 100
	}
	return c.rgb(color.CMYK{C: min(100, mix.C), M: min(100, mix.M), Y: min(100, mix.Y), K: min(100, mix.K)})
}

// alternate is the process colour of a spot ink at full strength, where an
// exponential function makes it; else a middle grey.
func (c *checker) alternate(name string) color.CMYK {
	if s := c.spots[name]; s != nil && s.alternate == "DeviceCMYK" {
		if c1 := c.reals(c.dict(s.tint)["C1"]); len(c1) == 4 {
			return color.CMYK{C: 100 * c1[0], M: 100 * c1[1], Y: 100 * c1[2], K: 100 * c1[3]}
		}
	}
	return color.CMYK{K: 50}
}

// checkSpace holds a colour space that is painted with against the rules.
func (c *checker) checkSpace(page int, s *space, what string) {
	switch s.family {
	case "DeviceRGB":
		c.find("x4-device-rgb", page, "%s in DeviceRGB", what)
	case "DeviceCMYK":
		if c.intent != nil && c.intent.space != "CMYK" && c.intent.space != "?" {
			c.find("x4-device-cmyk", page, "%s in DeviceCMYK under another intent", what)
		}
	case "CalRGB", "CalGray", "Lab", "ICCBased", "DeviceN":
		c.find("colour-space", page, "%s in %s", what, s.family)
	case "Indexed", "Separation":
		if s.base != nil {
			c.checkSpace(page, s.base, what)
		}
	}
}
