_=>{
var m,I,W,B,C,H,S,G,F,M=Math.imul,Z=Math.clz32,A=Math.abs,E=Math.ceil,O=Math.floor,R=Math.trunc,Q=Math.sqrt,U=Math.fround,Y=Math.min,J=Math.max,V=b=>{m=b;I=new Int32Array(b);W=new Uint32Array(b);B=new Uint8Array(b);C=new Int8Array(b);H=new Uint16Array(b);S=new Int16Array(b);G=new Float32Array(b);F=new Float64Array(b)},
X=()=>{throw Error('trap')},
K=(d,s,n)=>{B.copyWithin(d,s,s+n)},
L=(d,x,n)=>{B.fill(x,d,d+n)},
N=n=>{var o=m.byteLength;if(n){var b=new ArrayBuffer(o+n*65536);new Uint8Array(b).set(B);V(b)}return o/65536},
D={get buffer(){return m}};
V(new ArrayBuffer(PAGES*65536));
for(var[a,b]of _.segments)B.set(b,a);
_=_.a;
