package para

import "masthead/layout/geom"

// Align says how the lines of a paragraph stand in their measure.
type Align int

// The four settings. All but Justified are ragged: word spaces keep their
// natural width and the search shapes the rag.
const (
	FlushLeft Align = iota
	Justified
	Centered
	FlushRight
)

// WordSpace limits the word spaces of justified lines, as fractions of the
// font's own space. Min is hard: no line is ever set tighter. Max is where the
// adjustment ratio is 1; Params.Tolerance says how far a line may go.
// A zero Ideal means 1; a zero Min or Max means Ideal.
type WordSpace struct{ Min, Ideal, Max float64 }

// LetterSpace limits the letter-spacing of justified lines, in 1/1000 em. The
// same amount stands between all letters of a line. Share is the part of a
// line's slack, 0 to 1, that letters take before the word spaces reach their
// own limits; beyond those the letters take what they can.
type LetterSpace struct {
	Min, Max int
	Share    float64
}

// Params are the knobs of the breaker. Costs are in demerits and are added up
// over the paragraph; the least sum wins. Lengths marked as fractions are
// fractions of the line's measure. [Defaults] gives tuned values; the zero
// value breaks flush left without hyphenation.
type Params struct {
	Align Align

	// Balanced sets titles and leads: as few lines as the full measure needs,
	// then the narrowest measure that holds them in as many. No hyphens.
	Balanced bool
	// MinMeasure is how far Balanced may narrow the measure (fraction; 0 means 0.6).
	MinMeasure float64
	// MaxLines is the longest paragraph, in lines, that Balanced evens out; a
	// longer one is broken as if Balanced were off, still without hyphens. 0: any.
	MaxLines int

	// Indent is that of the first line, Hanging that of all others.
	Indent, Hanging geom.Length

	// Language is a BCP 47 tag. It chooses the rules for Han text and the
	// short words that a balanced line should not end with.
	Language string

	// Hyphenate allows added hyphens, in words of at least MinWord letters,
	// with HyphenLeft letters before and HyphenRight after.
	Hyphenate                        bool
	MinWord, HyphenLeft, HyphenRight int
	// HyphenateCapitals lets words with a capital be hyphenated, at the price of
	// CapitalPenalty more.
	HyphenateCapitals bool
	// FinalHyphen lets the last word of a paragraph be hyphenated.
	FinalHyphen bool
	// MaxHyphensInRow is the longest run of lines that end in a hyphen; 0 means 2.
	MaxHyphensInRow int
	// Zone forbids a hyphen where the line without the syllable would be short
	// by less than this.
	Zone geom.Length

	// Pretolerance and Tolerance are how far word spaces may stretch in the first
	// pass (no added hyphens) and the second, as fractions of their width: no line
	// goes beyond as long as there is another way. A negative Pretolerance skips the
	// first pass. Justified only.
	Pretolerance, Tolerance float64

	LinePenalty   int // for every line
	HyphenPenalty int // an added hyphen
	// CapitalPenalty is for an added hyphen in a word with a capital, on top.
	CapitalPenalty int
	// CompoundPenalty is for a break after a hyphen, dash or slash of the text.
	CompoundPenalty int
	// AddressPenalty is for a break inside a web address.
	AddressPenalty int
	// DoubleHyphenDemerits are for a hyphen right below another.
	DoubleHyphenDemerits int
	// FitnessDemerits are for a loose line next to a tight one. Justified only.
	FitnessDemerits int
	// Tail is room that the last line leaves at its end, as for an end mark.
	Tail geom.Length
	// MinLastLine is the shortest last line (fraction); a shorter one, or one
	// that holds nothing but the tail of a hyphenated word, costs LastLineDemerits.
	// A runt, under half of that (of Han text, under all of it) or such a tail, costs
	// RuntDemerits more.
	MinLastLine      float64
	LastLineDemerits int
	RuntDemerits     int
	// ExtraLoose is for a ragged line with a slack of more than LooseSpaces word
	// spaces, and for a justified line with spaces wider than WordSpace.Max.
	LooseSpaces, ExtraLoose int
	// RagDemerits is the cost of a ragged line short by one word space; it
	// grows with the square of the slack.
	RagDemerits int
	// SpaceDemerits is the cost of a justified line whose word spaces are off by
	// their own width; LetterDemerits that of letter-spacing at its limit. Both
	// grow with the square.
	SpaceDemerits, LetterDemerits int

	WordSpace   WordSpace
	LetterSpace LetterSpace

	// Protrude says which part of a glyph's width hangs out of the measure, at
	// the left and at the right edge, by the character it stands for.
	Protrude map[rune][2]float64
}

// Defaults returns the values tuned for running text of that setting in that
// language: those of the house for ragged text (4·(slack/space)² and its
// penalties), those measured over several texts, faces and measures for
// justified (see TestLineQuality).
func Defaults(align Align, lang string) Params {
	p := Params{
		Align: align, Language: lang, MinMeasure: 0.6,
		Hyphenate: !isHan(lang), MinWord: 6, HyphenLeft: 3, HyphenRight: 3, MaxHyphensInRow: 2,
		HyphenateCapitals: capitalisesNouns(lang),
		Pretolerance:      -1, Tolerance: 1,
		HyphenPenalty: 405, CompoundPenalty: 243, AddressPenalty: 405, DoubleHyphenDemerits: 900,
		MinLastLine: 0.22, LastLineDemerits: 6000,
		RagDemerits: 4, LooseSpaces: 9, ExtraLoose: 400,
		SpaceDemerits: 3000, LetterDemerits: 100, FitnessDemerits: 300,
		WordSpace: WordSpace{1, 1, 1},
	}
	if align != Justified {
		p.Zone = 26 * geom.Point
		return p
	}
	p.MinWord, p.HyphenLeft, p.HyphenRight = 5, 2, 2
	p.HyphenPenalty, p.CompoundPenalty, p.DoubleHyphenDemerits = 180, 150, 540
	p.LastLineDemerits, p.RuntDemerits, p.ExtraLoose = 1000, 20_000, 1500
	if !p.HyphenateCapitals {
		// A name is divided where spaces would gape otherwise.
		p.HyphenateCapitals, p.CapitalPenalty = true, 240
	}
	p.WordSpace = WordSpace{Min: 0.6, Ideal: 1, Max: 1.5}
	p.LetterSpace = LetterSpace{Min: -15, Max: 20, Share: 1}
	p.Protrude = Hanging()
	if isHan(lang) {
		p.MinLastLine, p.LastLineDemerits = 0.11, 8000 // and two characters, see lastLine
		p.Protrude, p.LetterSpace = hanEdges(), LetterSpace{}
	}
	return p
}

// normal fills in what a zero field stands for and keeps absurd values out.
func (p Params) normal() Params {
	if p.MinMeasure <= 0 || p.MinMeasure > 1 {
		p.MinMeasure = 0.6
	}
	if p.MaxHyphensInRow <= 0 {
		p.MaxHyphensInRow = 2
	}
	p.MaxHyphensInRow = min(p.MaxHyphensInRow, maxRun)
	p.HyphenLeft, p.HyphenRight = max(p.HyphenLeft, 1), max(p.HyphenRight, 1)
	if p.RagDemerits <= 0 {
		p.RagDemerits = 4
	}
	if p.SpaceDemerits <= 0 {
		p.SpaceDemerits = 3000
	}
	ws := &p.WordSpace
	if ws.Ideal <= 0 {
		ws.Ideal = 1
	}
	if ws.Min <= 0 || ws.Min > ws.Ideal {
		ws.Min = ws.Ideal
	}
	ws.Max = max(ws.Max, ws.Ideal)
	p.LetterSpace.Min = min(p.LetterSpace.Min, 0)
	p.LetterSpace.Max = max(p.LetterSpace.Max, 0)
	p.LetterSpace.Share = min(max(p.LetterSpace.Share, 0), 1)
	if p.Tolerance <= 0 {
		p.Tolerance = 1
	}
	if p.Balanced {
		p.Hyphenate = false
	}
	return p
}
