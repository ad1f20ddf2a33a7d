package layout

import (
	"masthead/layout/diag"
	"masthead/layout/text"
)

// ahead does what later stages will ask for, while this one is at work: it parses
// the faces of the brand's styles, and the profile of the press if a file is to be
// made for it. Whatever is wrong with them is told by those who ask.
func (j *job) ahead(faces *text.Library) {
	var untold diag.List
	go j.guard("working ahead", j.place(), &untold, func() {
		for i := range j.brand.Styles.Entries {
			s := &j.brand.Styles.Entries[i].Value
			file, _ := j.brand.FaceFile(s.Family, s.Weight)
			if face, err := faces.Face(file); err == nil {
				_ = face.Err() // which parses it
			}
		}
		if j.printing {
			_, _ = j.output()
		}
	})
}
