package photo
import ("testing";"os";"fmt";"context";"time";"syscall";"strings";"masthead/layout/geom";"testing/fstest")
func TestZZ(t *testing.T){
 root:="/work/shared/material/photos/"
 var specs []Spec
 size:=geom.Size{W:geom.Pt(248.39),H:geom.Pt(312)}
 switch os.Getenv("ZZ") {
 case "ten":
  es,_:=os.ReadDir(root+"snapshot-shared-only"); fsys:=os.DirFS(root+"snapshot-shared-only")
  for _,e:=range es{ if strings.HasSuffix(e.Name(),"jpg"){ if e.Name()[0]!='t' {specs=append(specs,Spec{FS:fsys,File:e.Name(),Size:size})}}}
 case "mem":
  b,_:=os.ReadFile(root+"tricky/large-24mp-444.jpg"); m:=fstest.MapFS{}
  for i:=range 20 { n:=fmt.Sprint(i); m[n]=&fstest.MapFile{Data:append(b,byte(i))}; specs=append(specs,Spec{FS:m,File:n,Size:size}) }
 case "big":
  b,_:=os.ReadFile(root+"tricky/large-24mp-444.jpg"); m:=fstest.MapFS{}
  for i:=range 6 { n:=fmt.Sprint(i); m[n]=&fstest.MapFile{Data:append(b,byte(i))}; specs=append(specs,Spec{FS:m,File:n,Size:geom.Size{W:geom.Pt(595),H:geom.Pt(842)}}) }
 default: return
 }
 tg:=targets(t)
 t0:=time.Now()
 opt:=Options{Workers:2}
 if os.Getenv("ZZC")!="" { opt.Cache=DirCache("/tmp/zzc",0) }
 _,errs:=Make(context.Background(),specs,tg,opt)
 var r syscall.Rusage; syscall.Getrusage(0,&r)
 fmt.Println(len(specs),"wall",time.Since(t0),"user",time.Duration(r.Utime.Nano()),"sys",time.Duration(r.Stime.Nano()),"rss MB",r.Maxrss>>10,errs[0])
}
