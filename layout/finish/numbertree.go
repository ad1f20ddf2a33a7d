package finish

// perLeaf is how many keys share a leaf of a number tree.
const perLeaf = 64

// numberTree returns a number tree (ISO 32000-1, 7.9.7) of values by their index,
// on one level where they are few, else in leaves. Arrays become objects of
// their own.
func numberTree(t *table, values []Object) Ref {
	var leaves []Dict
	for at := 0; at < len(values); at += perLeaf {
		end := min(at+perLeaf, len(values))
		nums := make(Array, 0, 2*(end-at))
		for i := at; i < end; i++ {
			v := values[i]
			if list, ok := v.(Array); ok {
				v = t.add(list)
			}
			nums = append(nums, i, v)
		}
		leaves = append(leaves, Dict{"Nums": nums, "Limits": Array{at, end - 1}})
	}
	if len(leaves) <= 1 {
		nums := Array{}
		if len(leaves) == 1 {
			nums = leaves[0]["Nums"].(Array)
		}
		return t.add(Dict{"Nums": nums})
	}
	kids := make(Array, len(leaves))
	for i, leaf := range leaves {
		kids[i] = t.add(leaf)
	}
	return t.add(Dict{"Kids": kids})
}
