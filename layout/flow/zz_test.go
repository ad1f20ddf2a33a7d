package flow_test
import ("testing";"time";"fmt")
func TestZZ(t *testing.T){
 s:=oneStage()(t)
 for seed:=uint64(1);seed<=20;seed++{
  d:=draw(t,seed)
  t0:=time.Now()
  in,res,diags:=s.compose(t,d)
  _=in
  n:=0
  if res!=nil{n=len(res.Layout.Pages)}
  fmt.Println(seed,d.shape,d.lang,d.budget,len(d.ids()),n,time.Since(t0).Round(time.Millisecond))
  for _,x:=range diags.All{ fmt.Println("   ",x)}
 }
}
func (d *drawn) ids() []string {return d.order}
