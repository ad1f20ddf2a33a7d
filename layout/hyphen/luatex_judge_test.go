//go:build judge

package hyphen

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "record what LuaTeX says")

// script gives LuaTeX, in its plain format, the very pattern files and has it
// hyphenate words.
const script = `\directlua{dofile("words.lua")}\bye
`

const words = `
local f = io.open("words.out", "w")
local function slurp(n) local h = io.open(n) if not h then return "" end local s = h:read("*a") h:close() return s end
for line in io.lines("words.in") do
  local parts = string.explode(line, " ")
  local l = lang.new()
  lang.patterns(l, slurp(parts[1] .. ".pat"))
  local out = {parts[1]}
  for i = 4, utf8.len(line) do
    local w = parts[i]
    if not w then break end
    local low = unicode.utf8.lower(w)
    local head, tail
    for c in string.utfvalues(low) do
      lang.sethjcode(l, c, c)
      local n = node.new("glyph")
      n.subtype, n.char, n.font, n.lang = 1, c, font.current(), lang.id(l)
      n.left, n.right, n.uchyph = tonumber(parts[2]), tonumber(parts[3]), 1
      if tail then tail.next = n n.prev = tail else head = n end
      tail = n
    end
    if i == 4 then lang.hyphenation(l, slurp(parts[1] .. ".hyp")) end
    -- TeX looks for a word after glue
    local g = node.new("glue") g.next = head head.prev = g
    local e = node.new("glue") tail.next = e e.prev = tail
    lang.hyphenate(g, e)
    local s, k, chars = "", 0, {}
    for c in string.utfcharacters(w) do chars[#chars + 1] = c end
    local n = g.next
    while n do
      if n.id == node.id("glyph") then k = k + 1 s = s .. chars[k]
      elseif n.id == node.id("disc") then s = s .. "-" end
      n = n.next
    end
    out[#out + 1] = s
  end
  f:write(table.concat(out, " "), "\n")
end
f:close()
`

func TestLuaTeXAgrees(t *testing.T) {
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, s string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var head, in, recorded strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			head.WriteString(line + "\n")
			continue
		}
		recorded.WriteString(line + "\n")
		name, list, _ := strings.Cut(line, " ")
		l, r := mustLoad(t, sets()[name]).Mins()
		in.WriteString(strings.Join([]string{name, string(rune('0' + l)), string(rune('0' + r)), strings.ReplaceAll(list, "-", "")}, " ") + "\n")
		for from, to := range map[string]string{".pat.txt": ".pat", ".hyp.txt": ".hyp"} {
			if b, err := os.ReadFile("../../assets/hyphen/hyph-" + name + from); err == nil {
				write(name+to, string(b))
			}
		}
	}
	write("words.in", in.String())
	write("words.lua", words)
	write("words.tex", script)
	cmd := exec.Command("luatex", "--interaction=batchmode", "words.tex")
	cmd.Dir = dir
	msg, err := cmd.CombinedOutput()
	out, rerr := os.ReadFile(filepath.Join(dir, "words.out"))
	if rerr != nil || err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "words.log"))
		t.Fatalf("luatex (Debian package texlive-binaries): %v\n%s\n%s", err, msg, log)
	}
	if *update {
		if err := os.WriteFile("testdata/words.txt", []byte(head.String()+string(out)), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if string(out) != recorded.String() {
		t.Errorf("LuaTeX says\n%s\nrecorded is\n%s", out, recorded.String())
	}
}
