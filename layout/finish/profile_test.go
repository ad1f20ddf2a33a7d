package finish

import (
	"bytes"
	"compress/zlib"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "deflate the big ICC profile anew")

// TestPackedProfile keeps the deflated profile, which print files embed as it
// is, equal to the plain one. Deflating a megabyte at the highest level takes
// longer than all else in a build: 230 ms.
func TestPackedProfile(t *testing.T) {
	plain := profileFile(t, "ISOcoated_v2_300_bas.icc")
	const file = "../../assets/icc/ISOcoated_v2_300_bas.icc.z"
	if *update {
		var out bytes.Buffer
		z, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := z.Write(plain); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := inflate(profileFile(t, "ISOcoated_v2_300_bas.icc.z"), maxInflated)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, plain) {
		t.Error("the deflated profile is another than the plain one; run with -update")
	}
}

func TestProfileHead(t *testing.T) {
	if _, packed, err := profileHead(profileFile(t, "sRGB_icc22.icc")); packed || err != nil {
		t.Error("sRGB:", packed, err)
	}
	if _, packed, err := profileHead(profileFile(t, "ISOcoated_v2_300_bas.icc.z")); !packed || err != nil {
		t.Error("FOGRA39:", packed, err)
	}
	for _, bad := range [][]byte{nil, []byte("x"), bytes.Repeat([]byte{0x78, 0x9C}, 100), make([]byte, 200)} {
		if _, _, err := profileHead(bad); err == nil {
			t.Errorf("%.8q passed for a profile", bad)
		}
	}
}
