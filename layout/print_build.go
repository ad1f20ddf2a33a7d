package layout

import (
	"fmt"

	"masthead/layout/diag"
	"masthead/layout/finish"
	"masthead/layout/geom"
)

// printed makes the print file and looks at it as the print shop will.
func (j *job) printed(res *Result, f *file, diags *diag.List) {
	doc, err := j.pressed(res.Document)
	if err != nil {
		diags.Add(j.defect(err))
		return
	}
	if j.write(doc, f, diags); f.pdf == nil {
		return
	}
	j.beside(diags,
		task{"proving the print file", func(diags *diag.List) { j.prove(doc, f, diags) }},
		task{"looking at the print file", func(diags *diag.List) { res.Preflight = j.preflight(f, diags) }},
	)
}

// defect is a message about a fault of the program.
func (j *job) defect(err error) diag.Diagnostic {
	return diag.Diagnostic{
		Pos: j.place(), Severity: diag.Fault, Code: "fault", Message: err.Error(),
		Hint: "this is a defect of masthead and not of the issue; please report it with the issue that shows it",
	}
}

// ParseCreep reads how far the innermost sheet of a booklet is pushed out.
func ParseCreep(s string) (geom.Length, error) {
	v, err := geom.Parse(s)
	if err != nil || v < 0 || v > geom.MM(20) {
		return 0, fmt.Errorf("%q is not a length from 0 to 20mm", s)
	}
	return v, nil
}

// extras makes what comes of the finished print file: the booklet and the
// certificate.
func (j *job) extras(res *Result) {
	if res.Print == nil || !j.standing() {
		return
	}
	if j.opt.Booklet {
		j.guard("laying out the booklet", j.place(), &j.diags, func() {
			var err error
			if res.Booklet, err = finish.Booklet(res.Print, finish.Imposition{Creep: j.opt.Creep}); err != nil {
				j.diags.Add(j.defect(err))
			}
		})
	}
	if j.opt.Certificate && res.Preflight != nil {
		j.guard("making the certificate", j.place(), &j.diags, func() {
			var err error
			if res.Certificate, err = Certificate(res.Preflight, j.src.ID+"-print.pdf", *j.opt); err != nil {
				j.diags.Add(j.defect(err))
			}
		})
	}
}
