package brand

// Pieces returns the names of the parts of a story that a box with the key text
// may show. Everything else that is set there is words with {fields}.
func Pieces() []string {
	return []string{"section", "kicker", "title", "lead", "signature", "closing", "index-title", "short", "continued-on", "continued-from"}
}

func isPiece(name string) bool {
	for _, p := range Pieces() {
		if p == name {
			return true
		}
	}
	return false
}

// parts are the lists of boxes of a pour.
func (p *Pour) parts() [3][]Node { return [3][]Node{p.Gap, p.Stack, p.Floats} }

// eachNode calls f for every box of a tree, parents first: also those in
// layers, insets and repeated stacks.
func eachNode(nodes []Node, f func(*Node)) {
	for i := range nodes {
		visit(&nodes[i], f)
	}
}

func visit(n *Node, f func(*Node)) {
	f(n)
	eachNode(n.Stack, f)
	eachNode(n.Split, f)
	eachNode(n.Choose, f)
	for i := range n.Layers {
		if t := n.Layers[i].Tree; t != nil {
			visit(t, f)
		}
	}
	if n.Pour != nil {
		for _, kids := range n.Pour.parts() {
			eachNode(kids, f)
		}
	}
	if n.Each != nil {
		eachNode(n.Each.Stack, f)
		eachNode(n.Each.Gap, f)
	}
	if n.Body != nil {
		for i := range n.Body.Insets {
			visit(&n.Body.Insets[i].Node, f)
		}
	}
}
