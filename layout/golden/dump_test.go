package golden_test

import (
	"os"
	"testing"
	"masthead/layout"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("DUMP")
	if dir == "" { t.Skip() }
	g := compose(t, os.DirFS(dir), layout.Options{})
	os.WriteFile("/tmp/g8/dump.txt", []byte(g.String()), 0o666)
}
