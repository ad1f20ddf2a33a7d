package preflight

import "masthead/layout/diag"

// Rule is one requirement.
type Rule struct {
	ID       string
	Source   string // the standard and clause, or who asks for it
	Says     string // the requirement, as a sentence
	Severity diag.Severity
	Hint     string // the remedy
}

// The sources of rules. The clauses of ISO 15930-7 are named by subject, for its
// text is not free to read; the object that a rule looks at is named by the
// clause of ISO 32000-1 that defines it.
const (
	press = "press practice"
	shop  = "house rule"
)

func x4(subject, defined string) string { return "PDF/X-4 " + subject + "; ISO 32000-1, " + defined }

// Rules returns the table of rules, in the order in which they are reported.
func Rules() []Rule {
	all := [][]Rule{fileRules(), intentRules(), metadataRules(), boxRules(), contentRules(), colourRules(), fontRules(), pressRules()}
	var out []Rule
	for _, r := range all {
		out = append(out, r...)
	}
	return out
}

const (
	fail = diag.Error
	warn = diag.Warning
	note = diag.Info
)

func fileRules() []Rule {
	return []Rule{
		{"pdf-readable", "ISO 32000-1, 7.5", "The file can be opened and has pages.", fail, "write the file anew, from the program that made it"},
		{"pdf-damaged", "ISO 32000-1, 7.5.4 and 7.5.8", "Nothing has to be repaired to read it.", warn, "write the file anew; every reader repairs in its own way"},
		{"x4-encrypted", x4("encryption", "7.6"), "The file is not encrypted.", fail, "save it without a password"},
		{"x4-version", x4("file header", "7.5.2"), "The file is of version 1.6 or less.", fail, "save it as PDF 1.6"},
		{"x4-file-id", x4("file identifier", "14.4"), "The trailer has an ID of two strings.", fail, "write the file anew"},
		{"x4-external-stream", x4("external data", "7.3.8"), "No stream keeps its data in another file.", fail, "embed the data"},
		{"x4-reference", x4("reference XObjects", "8.10.4"), "No form stands for a page of another file.", fail, "place the page itself"},
		{"x4-opi", x4("OPI", "14.11.7"), "No picture is a stand-in for one on a server.", fail, "place the pictures at full resolution"},
		{"x4-postscript", x4("PostScript", "8.8.2"), "There are no PostScript XObjects.", fail, "convert them to PDF content"},
		{"x4-transfer", x4("transfer functions", "10.5"), "No graphics state has a transfer function.", fail, "leave tone curves to the plate setter"},
		{"x4-halftone", x4("halftones", "10.6.5"), "Halftones are of type 1 or 5 and have no name.", fail, "leave screens to the plate setter"},
		{"x4-alternate-picture", x4("alternate images", "8.9.5.4"), "No picture has an alternate that is printed instead.", fail, "remove the alternates"},
		{"x4-action", x4("actions", "12.6"), "There are no actions and no JavaScript.", fail, "remove them; a press does nothing with them"},
		{"x4-annotation", x4("annotations", "12.5"), "No annotation, link or form field touches what is printed.", fail, "remove links and comments, or flatten them"},
		{"x4-viewer-area", x4("viewer preferences", "12.2"), "View and print areas, where they are named, are the media or the bleed box.", fail, "remove ViewArea, ViewClip, PrintArea and PrintClip"},
		{"x4-operator", x4("content streams", "8.2"), "Pages use no operators but those of PDF.", fail, "write the file anew, without extensions"},
		{"attachment", shop, "No files are attached.", warn, "remove the attachments"},
		{"layers", shop, "There are no layers: what is seen is what is printed.", warn, "flatten the layers"},
		{"a2-lzw", "ISO 19005-2, 6.1.7.2", "No stream is packed by LZW.", warn, "save it with Flate compression"},
	}
}

func intentRules() []Rule {
	return []Rule{
		{"x4-intent", x4("output intent", "14.11.5"), "There is exactly one output intent GTS_PDFX.", fail, "name the printing condition, such as FOGRA39"},
		{"x4-intent-name", x4("output intent", "14.11.5"), "The intent names its printing condition and says it in words or by registry.", fail, "give OutputConditionIdentifier and Info or RegistryName"},
		{"x4-intent-profile", x4("output intent", "14.11.5"), "The intent embeds an ICC profile of class prtr, with as many channels as it says.", fail, "embed the press's output profile"},
		{"intent-cmyk", press, "The profile is of a press of four inks.", fail, "ask the print shop for its CMYK profile"},
		{"x4-intent-shared", "ISO 19005-2, 6.2.3", "All output intents share one profile.", fail, "refer every intent to the same stream"},
	}
}

func metadataRules() []Rule {
	return []Rule{
		{"x4-xmp", x4("metadata", "14.3.2"), "The catalog has an XMP packet that is well-formed XML.", fail, "write the file anew with metadata"},
		{"x4-claim", x4("identification", "14.3.2"), "The packet says pdfxid:GTS_PDFXVersion PDF/X-4.", fail, "export the file as PDF/X-4"},
		{"x4-title", x4("metadata", "14.3.3"), "The packet has dc:title.", fail, "give the document a title"},
		{"x4-dates", x4("metadata", "14.3.3"), "The packet has xmp:CreateDate, ModifyDate and MetadataDate.", fail, "write the file anew with metadata"},
		{"x4-identity", x4("metadata", "14.3.2"), "The packet has xmpMM:DocumentID, VersionID and RenditionClass.", fail, "export the file as PDF/X-4"},
		{"x4-trapped", x4("trapping", "14.11.6"), "Trapped is said, True or False, in Info or XMP, alike in both.", fail, "say whether the file is trapped"},
		{"x4-info-same", "ISO 19005-2, 6.6.3", "Info and XMP say the same.", fail, "write both from one source"},
	}
}

func boxRules() []Rule {
	return []Rule{
		{"x4-media-box", x4("page boxes", "14.11.2"), "Every page has a media box.", fail, "write the file anew"},
		{"x4-trim-box", x4("page boxes", "14.11.2"), "Every page has a trim box or an art box, not both.", fail, "say where the page is cut: set the trim box"},
		{"x4-box-nesting", x4("page boxes", "14.11.2"), "The trim lies in the bleed, the bleed in the media and the crop box.", fail, "set the boxes anew"},
		{"box-bleed", press, "The bleed is at least 3 mm on all sides.", warn, "add 3 mm of bleed"},
		{"box-rotate", shop, "No page is turned or scaled by its dictionary.", warn, "turn the content, not the page"},
		{"box-uniform", press, "All pages are trimmed to one size.", warn, "make all pages the same size, or send them apart"},
		{"binding", press, "The number of pages suits the binding: saddle stitch takes multiples of four, a fold even numbers.", warn, "add or leave out pages, or bind another way"},
	}
}

func contentRules() []Rule {
	return []Rule{
		{"bleed-filled", press, "What touches the trim fills the bleed.", warn, "let pictures and tints reach the edge of the bleed"},
		{"safe-zone", press, "Nothing but background stands within 4 mm of the trim.", warn, "move it in: the knife may be off by a millimetre"},
		{"marks-inside", press, "Registration colour stands in marks outside the bleed alone.", fail, "give it a colour of the page; All prints on every plate"},
		{"hairline", press, "Lines are at least 0.25 pt; in tints that have no ink of 50 % at least 0.35 pt of one ink, 0.5 pt of several.", warn, "make the line thicker or of one strong ink"},
		{"resolution", press, "Pictures have enough pixels for their size.", warn, "place a larger picture, or place it smaller"},
		{"contrast", press, "Text stands out from what lies behind it, 3 to 1 at least.", warn, "make the text darker or what lies behind it lighter"},
		{"small-text", press, "Text in coloured inks is semi-bold or of a size at which register errors do not show.", warn, "set it larger, bolder or in black alone"},
		{"knocked-out", press, "White or light text on a darker colour is of a size that does not fill in.", warn, "set it larger"},
		{"white-overprint", press, "White never overprints: it would vanish.", fail, "switch overprinting off"},
	}
}

func colourRules() []Rule {
	return []Rule{
		{"x4-device-rgb", x4("colour", "8.6.4.3"), "There is no DeviceRGB: the intent is CMYK.", fail, "convert it to CMYK with the output profile"},
		{"x4-device-cmyk", x4("colour", "8.6.4.4"), "DeviceCMYK stands only under a CMYK intent.", fail, "name a CMYK output intent"},
		{"x4-icc-same", x4("colour", "8.6.5.5"), "No CMYK colour is tagged with the profile of the intent.", fail, "leave it DeviceCMYK"},
		{"x4-spot-same", "ISO 19005-2, 6.2.4.4", "One spot ink has one alternate.", fail, "define each spot ink once"},
		{"colour-space", shop, "Colours are DeviceCMYK, DeviceGray or Separation.", warn, "convert it to CMYK with the output profile"},
		{"blend-space", press, "Transparency is blended in CMYK.", fail, "set the blending space of pages and groups to CMYK"},
		{"x4-blend-mode", x4("transparency", "11.3.5"), "Blend modes are those of PDF.", fail, "use another blend mode"},
		{"transparency", shop, "There is no live transparency.", note, ""},
		{"ink-flat", press, "No flat colour lays down more ink than the paper takes.", fail, "take away from cyan, magenta and yellow, and add black"},
		{"ink-picture", press, "No pixel lays down more ink than the paper takes.", fail, "convert the picture with the output profile"},
		{"ink-unmeasured", shop, "The ink of all pictures can be measured.", note, ""},
	}
}

func fontRules() []Rule {
	return []Rule{
		{"x4-font-embedded", x4("fonts", "9.9"), "All fonts are embedded.", fail, "embed all fonts"},
		{"font-notdef", "ISO 19005-2, 6.2.11.8", "No character is set as the sign for missing ones.", fail, "use a font that has the character"},
		{"font-type3", press, "No text is set in Type 3 fonts.", warn, "use TrueType or OpenType fonts"},
		{"font-unmapped", "ISO 19005-2, 6.2.11.7.2", "Text can be read back: its fonts have ToUnicode maps or standard encodings.", note, ""},
	}
}

func pressRules() []Rule {
	return []Rule{
		{"black-overprint", press, "Black text overprints, so that no register error shows at its edges.", warn, "set small black text to overprint"},
		{"built-black", press, "Small black or grey text prints from the black plate alone.", warn, "set it in black alone"},
	}
}
