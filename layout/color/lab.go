package color

import "math"

// XYZ is a CIE 1931 tristimulus value relative to the ICC profile connection
// space: white is D50 at Y = 1.
type XYZ struct{ X, Y, Z float64 }

// Lab is a CIE 1976 L*a*b* colour under D50: L runs from 0 to 100.
type Lab struct{ L, A, B float64 }

// d50 is the white of the profile connection space, ICC.1:2010, 7.2.16.
var d50 = XYZ{0.9642, 1, 0.8249}

// Lab returns the colour in L*a*b*, CIE 15:2004, 8.2.1.
func (c XYZ) Lab() Lab {
	fx, fy, fz := labF(c.X/d50.X), labF(c.Y/d50.Y), labF(c.Z/d50.Z)
	return Lab{116*fy - 16, 500 * (fx - fy), 200 * (fy - fz)}
}

// XYZ returns the colour as a tristimulus value.
func (c Lab) XYZ() XYZ {
	fy := (c.L + 16) / 116
	return XYZ{d50.X * labInverse(fy+c.A/500), d50.Y * labInverse(fy), d50.Z * labInverse(fy-c.B/200)}
}

const (
	labLimit = 24.0 / 116
	labSlope = 841.0 / 108
)

func labF(t float64) float64 {
	if t <= labLimit*labLimit*labLimit {
		return labSlope*t + 16.0/116
	}
	return math.Cbrt(t)
}

func labInverse(f float64) float64 {
	if f <= labLimit {
		return (f - 16.0/116) / labSlope
	}
	return f * f * f
}

// DeltaE2000 returns the colour difference CIEDE2000 with unit weights, after
// Sharma, Wu and Dalal, Color Research and Application 30 (2005), equations 2
// to 22. About 1 is just noticeable side by side.
func DeltaE2000(p, q Lab) float64 {
	const rad = math.Pi / 180
	c7 := math.Pow((math.Hypot(p.A, p.B)+math.Hypot(q.A, q.B))/2, 7)
	g := 1.5 - 0.5*math.Sqrt(c7/(c7+6103515625)) // 25 to the 7th
	ap, aq := p.A*g, q.A*g
	cp, cq := math.Hypot(ap, p.B), math.Hypot(aq, q.B)
	hp, hq := hue(ap, p.B), hue(aq, q.B)

	dh, hm := 0.0, hp+hq
	if cp*cq != 0 {
		dh = hq - hp
		switch {
		case dh > 180:
			dh -= 360
		case dh < -180:
			dh += 360
		}
		switch {
		case math.Abs(hp-hq) <= 180:
			hm = (hp + hq) / 2
		case hp+hq < 360:
			hm = (hp + hq + 360) / 2
		default:
			hm = (hp + hq - 360) / 2
		}
	}
	dH := 2 * math.Sqrt(cp*cq) * math.Sin(dh/2*rad)
	cm := (cp + cq) / 2
	t := 1 - 0.17*math.Cos((hm-30)*rad) + 0.24*math.Cos(2*hm*rad) +
		0.32*math.Cos((3*hm+6)*rad) - 0.20*math.Cos((4*hm-63)*rad)
	l50 := (p.L+q.L)/2 - 50
	sl := 1 + 0.015*l50*l50/math.Sqrt(20+l50*l50)
	sc, sh := 1+0.045*cm, 1+0.015*cm*t
	cm7 := math.Pow(cm, 7)
	turn := (hm - 275) / 25
	rt := -2 * math.Sqrt(cm7/(cm7+6103515625)) * math.Sin(60*math.Exp(-turn*turn)*rad)
	l, c, h := (q.L-p.L)/sl, (cq-cp)/sc, dH/sh
	return math.Sqrt(max(0, l*l+c*c+h*h+rt*c*h))
}

// hue returns the angle of (a, b) in degrees, 0 to 360.
func hue(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 0
	}
	h := math.Atan2(b, a) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return h
}

// Lab returns c under D50, as the sRGB profile gives it.
func (c RGB) Lab() Lab {
	return SRGB().LabOf(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}
