package photo
import ("testing";"image/jpeg";"io")
func BenchmarkStdEncode(b *testing.B){ m:=scene(1000,750); for b.Loop(){ jpeg.Encode(io.Discard,m,&jpeg.Options{Quality:80}) } }
