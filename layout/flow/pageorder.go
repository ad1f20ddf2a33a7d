package flow

import "masthead/layout/display"

// inPageOrder notes the order in which the stories begin on the pages. It is the
// issue's own, but where a page took a story of a later section.
func (c *composer) inPageOrder(plan []*step) {
	seen := map[*story]bool{}
	c.read = nil
	for _, s := range plan {
		for _, st := range c.storiesOf(s.ask) {
			if st.section != nil && !seen[st] {
				seen[st] = true
				c.read = append(c.read, st)
			}
		}
	}
}

// sectionTags tags the stories in reading order, those of one section that follow
// each other under one heading.
func (c *composer) sectionTags(root *display.Tag, level string) {
	var sect *display.Tag
	var in *section
	headed := map[*section]bool{}
	role := level
	for _, s := range c.read {
		if s.section != in {
			in = s.section
			sect = root.Add("Sect")
			sect.Title = in.title.plain()
			if !headed[in] {
				c.paragraph1(sect, in.title, level)
				headed[in] = true
			}
			if role = nextLevel(level); !in.title.set {
				role = level // no level is left out where the brand prints no section's title
			}
		}
		c.storyTags(sect, s, role)
	}
}
