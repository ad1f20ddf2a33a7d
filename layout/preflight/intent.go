package preflight

import (
	"masthead/layout/color"
	"masthead/layout/finish"
)

// intent is what the file's device colours are for.
type intent struct {
	space   string // "CMYK", "RGB ", "GRAY"
	profile []byte
	ref     finish.Object
}

// checkIntents looks at the output intents (ISO 32000-1, 14.11.5).
func (c *checker) checkIntents() {
	var found []finish.Dict
	profiles := map[finish.Object]bool{}
	for _, o := range c.array(c.catalog["OutputIntents"]) {
		d := c.dict(o)
		if d["DestOutputProfile"] != nil {
			profiles[d["DestOutputProfile"]] = true
		}
		if c.value(d["S"]) == finish.Name("GTS_PDFX") {
			found = append(found, d)
		}
	}
	if len(profiles) > 1 {
		c.find("x4-intent-shared", 0, "the output intents have %d profiles", len(profiles))
	}
	switch len(found) {
	case 0:
		c.find("x4-intent", 0, "the file does not say for which press it is made")
		return
	case 1:
	default:
		c.find("x4-intent", 0, "the file has %d output intents for PDF/X", len(found))
	}
	d := found[0]
	c.report.Intent = c.text(d["OutputConditionIdentifier"])
	if c.report.Intent == "" {
		c.find("x4-intent-name", 0, "the output intent names no printing condition")
	} else if c.text(d["Info"]) == "" && c.text(d["RegistryName"]) == "" {
		c.find("x4-intent-name", 0, "the output intent %q says neither what it is nor where it is registered", c.report.Intent)
	}
	c.readProfile(d["DestOutputProfile"])
}

// readProfile opens the profile of the intent (ICC.1, 7.2).
func (c *checker) readProfile(o finish.Object) {
	st, ok := c.value(o).(*finish.Stream)
	if !ok {
		c.find("x4-intent-profile", 0, "the output intent embeds no profile")
		return
	}
	data, err := c.unpacked(st)
	if err != nil || len(data) < 128 || string(data[36:40]) != "acsp" {
		c.find("x4-intent-profile", 0, "the output intent's profile is no ICC profile")
		return
	}
	in := &intent{space: string(data[16:20]), profile: data, ref: o}
	c.intent = in
	if class := string(data[12:16]); class != "prtr" {
		c.find("x4-intent-profile", 0, "the output intent's profile is of class %q, not that of a press", class)
	}
	channels := map[string]float64{"CMYK": 4, "RGB ": 3, "GRAY": 1}[in.space]
	if n := c.number(st.Dict["N"]); n != channels {
		c.find("x4-intent-profile", 0, "the output intent's profile has %.0f channels and says %.0f", channels, n)
	}
	if in.space != "CMYK" {
		c.find("intent-cmyk", 0, "the output intent is of %q", in.space)
	}
}

// unpacked returns the data of a profile's stream.
func (c *checker) unpacked(st *finish.Stream) ([]byte, error) {
	if c.opt.Press != nil && st.Dict["Filter"] == finish.Name("FlateDecode") && st.Dict["DecodeParms"] == nil {
		if plain, p := c.opt.Press(st.Data); p != nil {
			c.screen = p
			return plain, nil
		}
	}
	return c.Decode(st)
}

// rgb shows a press colour on a screen: through the file's own profile, or by the
// rule of thumb where there is none.
func (c *checker) rgb(ink color.CMYK) color.RGB {
	if v, ok := c.shown[ink]; ok {
		return v
	}
	if c.screen == nil && c.intent != nil && c.intent.space == "CMYK" {
		p, err := color.ParseICC(c.intent.profile)
		if err != nil || p.N != 4 {
			c.intent.space = "?" // not asked again
		} else {
			c.screen = p
		}
	}
	v := thumb(ink)
	if c.screen != nil {
		v = c.screen.ToRGB(ink)
	}
	if len(c.shown) < 1<<16 {
		c.shown[ink] = v
	}
	return v
}

// thumb is the rule of thumb of ISO 32000-1, 10.3.5.
func thumb(ink color.CMYK) color.RGB {
	part := func(v float64) uint8 { return uint8(255*max(0, 1-min(1, (v+ink.K)/100)) + 0.5) }
	return color.RGB{R: part(ink.C), G: part(ink.M), B: part(ink.Y)}
}
