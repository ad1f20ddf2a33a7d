package golden_test

import (
	"masthead/layout"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP")
	if dir == "" {
		t.Skip()
	}
	g := compose(t, os.DirFS(dir), layout.Options{})
	os.WriteFile("/tmp/g8/dump.txt", []byte(g.String()), 0o666)
}
