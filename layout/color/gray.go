package color

// BlackRamp returns, for each tone of a grey picture, the tone to print with
// black ink alone so that it looks the same: both as 0 black to 255 white. The
// lightness of the source runs from paper white to what solid black reaches on
// the press, by black point compensation. p is a CMYK profile, from a grey one.
func (p *Profile) BlackRamp(from *Profile) (ramp [256]uint8) {
	// Luminance by percent of black; it falls.
	var steps [256]float64
	for k := range steps {
		v := vec{3: float64(k) / 255}
		steps[k] = p.toXYZ(&v, Relative).Y
	}
	dark, white := steps[255], steps[0]
	k := 0
	for tone := 255; tone >= 0; tone-- {
		v := vec{float64(tone) / 255}
		want := dark + (white-dark)*clamp01(from.toXYZ(&v, Relative).Y)
		for k < 255 && (steps[k]+steps[k+1])/2 > want {
			k++
		}
		ramp[tone] = uint8(255 - k)
	}
	return ramp
}
