package color

import "sync"

// sRGB is built once; a profile is immutable.
var srgbProfile = sync.OnceValue(func() *Profile {
	// IEC 61966-2-1 in the parametric form of ICC.1:2010, 10.16, and its
	// primaries adapted from D65 to D50 by the Bradford matrix, each row scaled
	// to add up to the ICC's rounded white.
	tone := curve{set: true, form: 3, p: [7]float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}}
	return &Profile{
		Class: "mntr", Space: "RGB", PCS: "XYZ", Description: "sRGB", N: 3, Version: 4, white: d50,
		matrix: &[9]float64{
			0.4360657, 0.3850569, 0.1430774,
			0.2225045, 0.7168786, 0.0606169,
			0.0139270, 0.0970680, 0.7139050,
		},
		trc: []curve{tone, tone, tone},
	}
})

// SRGB returns the sRGB profile, IEC 61966-2-1, which needs no file.
func SRGB() *Profile { return srgbProfile() }

// SGray returns a grey profile with the tone curve of sRGB: what a grey picture
// without a profile is taken for.
func SGray() *Profile {
	return &Profile{
		Class: "mntr", Space: "GRAY", PCS: "XYZ", Description: "sGray", N: 1, Version: 4, white: d50,
		trc: SRGB().trc[:1],
	}
}
