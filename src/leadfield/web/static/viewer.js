"use strict";var leadfieldViewer=(()=>{var Zh=Object.defineProperty;var Xx=Object.getOwnPropertyDescriptor;var qx=Object.getOwnPropertyNames;var Yx=Object.prototype.hasOwnProperty;var $x=(i,e)=>{for(var t in e)Zh(i,t,{get:e[t],enumerable:!0})},Zx=(i,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of qx(e))!Yx.call(i,s)&&s!==t&&Zh(i,s,{get:()=>e[s],enumerable:!(n=Xx(e,s))||n.enumerable});return i};var Jx=i=>Zx(Zh({},"__esModule",{value:!0}),i);var E1={};$x(E1,{startPage:()=>Ix,widget:()=>Lx});var Jh="leadfield-viewer";var Kx={int8:Int8Array,uint8:Uint8Array,int16:Int16Array,uint16:Uint16Array,int32:Int32Array,uint32:Uint32Array,float32:Float32Array},Ss=class extends Error{},Fa=class{header;#e;#t;#i=new Map;#n=new Map;constructor(e){if(e.byteLength<8)throw new Ss("the data of this page are cut off");let t=Number(new DataView(e).getBigUint64(0,!0));if(8+t>e.byteLength)throw new Ss("the data of this page are cut off");let n=JSON.parse(new TextDecoder().decode(new Uint8Array(e,8,t)));if(n.format!==Jh||n.version!==1)throw new Ss(`this viewer reads ${Jh} ${1}, the page holds ${n.format} ${n.version}`);this.header=n,this.#e=e,this.#t=8+t}shape(e){return this.#s(e).shape}array(e){let t=this.#n.get(e);return t||(t=Qx(this.#e,this.#t,this.#s(e)),this.#n.set(e,t)),t}integers(e){let t=this.array(e);if(t instanceof Float32Array)throw new Ss(`${e} must hold integers`);return t}floats(e){let t=this.array(e);return t instanceof Float32Array?t:Float32Array.from(t)}scaled(e,t){if(t===null)return this.floats(e);let n=this.#i.get(e);if(n)return n;let s=Float32Array.from(this.array(e)),r=this.floats(t),o=s.length/Math.max(r.length,1);for(let a=0;a<s.length;a++)s[a]*=r[Math.floor(a/o)];return this.#i.set(e,s),s}#s(e){let t=this.header.arrays[e];if(!t)throw new Ss(`the page has no array ${e}`);return t}};function Qx(i,e,t){let n=Kx[t.dtype],s=n.BYTES_PER_ELEMENT,r=e+t.offset;if(r+t.nbytes>i.byteLength)throw new Ss("the data of this page are cut off");let o=t.nbytes/s,a=new n(i,r,o);if(t.planes){let l=new Uint8Array(i,r,t.nbytes),c=new Uint8Array(t.nbytes);for(let h=0;h<s;h++){let u=h*o;for(let f=0;f<o;f++)c[s*f+h]=l[u+f]}a=new n(c.buffer)}if(t.delta){let l=t.shape.slice(1).reduce((h,u)=>h*u,1),c=t.planes?a:a.slice();for(let h=l;h<o;h++)c[h]+=c[h-l];a=c}return a}async function Bd(i){let e=new Blob([i]).stream();return await new Response(e.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()}function kd(i){let e=atob(i.trim()),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t}var jx={lateral:[180,90],medial:[0,90],rostral:[90,90],caudal:[270,90],dorsal:[180,0],ventral:[180,180],frontal:[120,80],parietal:[-120,60]},e_={lateral:[0,90],medial:[180,90],frontal:[60,80],parietal:[-60,60]},zd=["lateral","medial","dorsal","ventral","rostral","caudal","frontal","parietal"],t_=.95;function Vd(i,e){let[t,n]=e==="rh"&&e_[i]||jx[i],s=t*Math.PI/180,r=n*Math.PI/180,o=[Math.cos(s)*Math.sin(r),Math.sin(s)*Math.sin(r),Math.cos(r)];return n_(o,Math.abs(o[2])>t_?[0,1,0]:[0,0,1])}function n_(i,e){let t=No(Lr(e,i));return[t,Lr(i,t),i]}function Gd(i,e,t){let[n,s]=[Math.cos(e),Math.sin(e)],[r,o]=[Math.cos(t),Math.sin(t)],a=(p,x,m,g)=>[p[0]*x+m[0]*g,p[1]*x+m[1]*g,p[2]*x+m[2]*g],l=a(i[0],n,i[2],s),c=a(i[2],n,i[0],-s),h=a(i[1],r,c,o),u=a(c,r,i[1],-o),f=No(l),d=No(qd(u,f,Ms(u,f)));return[f,Ms(h,Lr(d,f))>0?Lr(d,f):Lr(f,d),d]}function Hd(i,e,t){let n=l=>[i[l][0]+t*(e[l][0]-i[l][0]),i[l][1]+t*(e[l][1]-i[l][1]),i[l][2]+t*(e[l][2]-i[l][2])],s=n(2),r=n(0);if(Math.hypot(...s)<.2||Math.hypot(...r)<.2)return t<.5?i:e;let o=No(s),a=No(qd(r,o,Ms(r,o)));return[a,Lr(o,a),o]}function Wd(i,e){let t=[1/0,1/0,1/0],n=[-1/0,-1/0,-1/0];for(let a=0;a<e.length;a+=3)for(let l=0;l<3;l++){let c=i[l],h=c[0]*e[a]+c[1]*e[a+1]+c[2]*e[a+2];h<t[l]&&(t[l]=h),h>n[l]&&(n[l]=h)}let s=t.map((a,l)=>(n[l]-a)/2),r=t.map((a,l)=>(n[l]+a)/2);return{middle:[0,1,2].map(a=>r[0]*i[0][a]+r[1]*i[1][a]+r[2]*i[2][a]),half:s}}function Xd(i,e,t,n=.06){let s=1-2*n;return Math.max(2*i[0]/(s*e),2*i[1]/(s*t),1e-6)}function Ms(i,e){return i[0]*e[0]+i[1]*e[1]+i[2]*e[2]}function Lr(i,e){return[i[1]*e[2]-i[2]*e[1],i[2]*e[0]-i[0]*e[2],i[0]*e[1]-i[1]*e[0]]}function No(i){let e=Math.hypot(...i)||1;return[i[0]/e,i[1]/e,i[2]/e]}function qd(i,e,t){return[i[0]-t*e[0],i[1]-t*e[1],i[2]-t*e[2]]}function Yd(i,e){let{fmin:t,fmid:n,fmax:s,signed:r}=i,o=r?Math.abs(e):e;return o<=t?0:o>=s?1:o<n?.5*(o-t)/(n-t):.5+.5*(o-n)/Math.max(s-n,1e-300)}function i_(i,e){let t=Yd(i,e);return i.signed?.5+Math.sign(e)*.5*t:t}function Kh(i,e,t,n){let s=i_(i,n)*255,r=Math.floor(s),o=Math.min(r+1,255),a=c=>e[4*r+c]+(s-r)*(e[4*o+c]-e[4*r+c]),l=t?Math.min(1,2*Yd(i,n)):1;return[a(0),a(1),a(2),a(3)*l]}function $d(i,e,t){let s=i.signed?-i.fmax:i.fmin,r=(i.fmax-s)/1023,o=new Uint8ClampedArray(4*1024);for(let l=0;l<1024;l++)o.set(Kh(i,e,t,s+l*r),4*l);return{colours:o,placeOf:l=>4*Math.min(Math.max(Math.round((l-s)/r),0),1023)}}function Zd(){return Qh([[0,255,255],[0,0,255],[128,128,128],[255,0,0],[255,255,0]])}function Jd(){return Qh([[5,48,97],[67,147,195],[209,229,240],[247,247,247],[253,219,199],[214,96,77],[103,0,31]])}function Kd(){return Qh([[255,245,240],[252,187,161],[251,106,74],[203,24,29],[103,0,13]])}function Qh(i){let e=new Uint8Array(1024);for(let t=0;t<256;t++){let n=t/255*(i.length-1),s=Math.min(Math.floor(n),i.length-2);for(let r=0;r<3;r++){let o=i[s][r]+(n-s)*(i[s+1][r]-i[s][r]);e[4*t+r]=Math.round(o)}e[4*t+3]=255}return e}function Oi(i){return`#${i.toString(16).padStart(6,"0")}`}function Qd(i){return[(i>>16&255)/255,(i>>8&255)/255,(i&255)/255]}var bs=[3108845,14710831,2071915,11816900,13214720,1483704,14043754,8024048];function jd(i,e){let t=Math.atan2(e,i),n=Math.min(1,Math.hypot(i,e)),s=r=>Math.round(255*(.46+.4*n*Math.cos(t-r)));return s(0)<<16|s(2.1)<<8|s(4.2)}function ep(i,e,t,n){let s=.005*(n[1]-n[0]),r=i.signed?Math.max(n[0],0):n[0],{fmin:o,fmid:a,fmax:l}=i,c={fmin:[r,a-s],fmid:[o+s,l-s],fmax:[a+s,n[1]]},[h,u]=c[e];return{...i,[e]:Math.min(Math.max(t,h),Math.max(h,u))}}function Ua(i,e){if(i.signed){let t=Math.max(Math.abs(e[0]),Math.abs(e[1]),i.fmax);return[-t,t]}return[Math.min(0,e[0],i.fmin),Math.max(e[1],i.fmax)]}function tp(i,e){let{fmin:t,fmid:n,fmax:s,signed:r}=i;return{fmin:t*e,fmid:n*e,fmax:s*e,signed:r}}function np(i){let{fmin:e,fmid:t,fmax:n,signed:s}=i;return[e,t,n].every(Number.isFinite)?e<=t&&t<=n&&e<n?s&&e<0?"limits of a signed map must be 0 or more: they are mirrored":null:"colour limits must grow":"colour limits must be finite numbers"}function es(i,e){let t=(e-i.tmin)/i.tstep,n=Math.round(t),s=Math.abs(t-n)<1e-6?n:t;return Math.min(Math.max(s,0),i.n-1)}function $s(i,e){return i.tmin+i.tstep*e}function Zs(i){return $s(i,i.n-1)}function Oa(i,e){return Math.min(Math.max(e,i.tmin),Zs(i))}function ip(i,e,t){let n=es(i,e),s=t>0?Math.floor(n+1e-6):Math.ceil(n-1e-6);return $s(i,Math.min(Math.max(s+t,0),i.n-1))}function sp(i,e,t){let n=Zs(i)-i.tmin;if(n<=0)return i.tmin;let s=e-i.tmin+t;return i.tmin+(s>n?s%n:s)}function Nr(i){return Float64Array.from({length:i.n},(e,t)=>$s(i,t))}function Dr(i,e,t,n){let s=Math.min(Math.floor(t),e-1),r=t-s;for(let o=0,a=s;o<n.length;o++,a+=e)n[o]=r===0?i[a]:(1-r)*i[a]+r*i[a+1]}function rp(i,e){let t=Math.min(Math.floor(e),i.length-1),n=e-t;return n===0?i[t]:(1-n)*i[t]+n*i[t+1]}function Js(i,e){return`${(e==="ms"?(i*1e3).toFixed(1):i.toFixed(4)).replace(/^-(0(\.0*)?)$/,"$1").replace("-","−")} ${e}`}function En(i,e=3){if(!Number.isFinite(i))return"–";if(i===0)return"0";let t=Math.abs(i);return(t>=1e5||t<.001?i.toExponential(e-1):i.toFixed(Math.max(0,e-1-Math.floor(Math.log10(t)+1e-12)))).replace(/-/g,"−")}function ui(i,e,t=3){return e?`${En(i,t)} ${e}`:En(i,t)}function Ks(i){return Array.from(i,e=>e.toFixed(1).replace(/^-0\.0$/,"0.0").replace("-","−")).join("  ")}function op(i){if(!(i>0))return 0;let e=10**Math.floor(Math.log10(i)+1e-9),t=i/e;return(t>=5?5:t>=2?2:1)*e}function Ba(i){let[e,t]=[-1,-1];for(let n=0;n<i.length;n++){let s=Math.abs(i[n]);s>t&&([e,t]=[n,s])}return e}function ws(i,[e,t,n]){let s=r=>i[4*r]*e+i[4*r+1]*t+i[4*r+2]*n+i[4*r+3];return[s(0),s(1),s(2)]}var s_={tmin:0,tstep:1,n:1};function ap(i,e){return i.maps[e.state.map]?.times??i.responses[0]?.times??s_}function Kt(i,e){return i.maps.length?e.sideBySide.length>1?e.sideBySide:[e.map]:[]}function Bi(i,e,t){let{page:n,payload:s,brain:r}=i,o=r.grid?0:r.hemispheres.findIndex(l=>l.name===e),a=r.grid?r.sourceOf(e,t):t;for(let l of n.regions){let c=l.vertices[o];if(!c)continue;let h=s.array(c)[a];if(h>=0)return l.names[h]??""}return""}function Fr({hemisphere:i,vertex:e}){return`${i==="vol"?"point":i} ${e}`}function lp(i,e,t){let{brain:n,page:s}=i,r=n.coordinatesOf(e,t);if(!r)return[];let o=[["RAS",Ks(r)]];return s.toMni&&o.push(["MNI",Ks(ws(s.toMni,r))]),o}var cp=["sagittal","coronal","axial"],yi=[[1,2],[0,2],[0,1]];function r_({low:i,high:e}){return[e[0]-i[0],e[1]-i[1],e[2]-i[2]]}function Uo({low:i,high:e}){return[(i[0]+e[0])/2,(i[1]+e[1])/2,(i[2]+e[2])/2]}function ka({low:i,high:e},t){return t.map((n,s)=>Math.min(Math.max(n,i[s]),e[s]))}var Do=6,o_=[[[0,1,2]],[[1,0],[2]],[[0],[1],[2]]];function hp(i,e,t,n){let s=r_(t),o=o_.map(p=>{let x=p[0].map((_,A)=>Math.max(...p.map(S=>A<S.length?s[yi[S[A]][0]]:0))),m=p.map(_=>Math.max(..._.map(A=>s[yi[A][1]]))),g=Math.max(Fo(x)/(e.width-Do*(x.length-1)),Fo(m)/(e.height-Do*(m.length-1)));return{rows:p,columns:x,heights:m,scale:g>0?g:Number.POSITIVE_INFINITY}}).reduce((p,x)=>x.scale<p.scale?x:p),{rows:a,columns:l,heights:c,scale:h}=o,u=(p,x)=>x-Fo(p)/h-Do*(p.length-1),[f,d]=[e.x+u(l,e.width)/2,e.y+u(c,e.height)/2];return a.flatMap((p,x)=>p.map((m,g)=>{let[_,A]=yi[m],S={x:f+Fo(l.slice(0,g))/h+Do*g,y:d+Fo(c.slice(0,x))/h+Do*x,width:s[_]/h,height:s[A]/h},R=h/n.zoom;return{lane:i,axis:m,rectangle:S,scale:R,left:n.centre[_]-S.width/2*R,top:n.centre[A]+S.height/2*R}}))}function Fo(i){return i.reduce((e,t)=>e+t,0)}function za(i,e,t){return i.find(({rectangle:n})=>e>=n.x&&e<n.x+n.width&&t>=n.y&&t<n.y+n.height)}function jh(i,e,t,n){let[s,r]=yi[i.axis],o=[...e];return o[s]=i.left+(t-i.rectangle.x)*i.scale,o[r]=i.top-(n-i.rectangle.y)*i.scale,o}function Ur(i,e){let[t,n]=yi[i.axis];return{x:i.rectangle.x+(e[t]-i.left)/i.scale,y:i.rectangle.y+(i.top-e[n])/i.scale}}function up(i,e,t,n){let s=Math.min(Math.max(i.zoom*t,1),12);if(s===1)return{zoom:s,centre:Uo(e)};let r=i.zoom/s,o=i.centre.map((a,l)=>n[l]+(a-n[l])*r);return{zoom:s,centre:ka(e,o)}}function fp(i,e,t){let[n,s]=yi[i.axis],{x:r,y:o,width:a,height:l}=i.rectangle,c=(h,u)=>{let f=[0,0,0];return f[h]=u,f};return{start:jh(i,e,r+t/2,o+t/2),right:c(n,t*i.scale),down:c(s,-t*i.scale),width:Math.ceil(a/t),height:Math.ceil(l/t)}}function dp(i,e,t,n,s){let{shape:r,rows:o,toGrid:a}=i,[l,c,h]=r,u=(m,g)=>a[4*g]*m[0]+a[4*g+1]*m[1]+a[4*g+2]*m[2],f=m=>[u(m,0),u(m,1),u(m,2)],[d,p]=[f(t.right),f(t.down)],x=f(t.start).map((m,g)=>m+a[4*g+3]);for(let m=0,g=0;m<t.height;m++)for(let _=0;_<t.width;_++,g++){let A=x[0]+_*d[0]+m*p[0],S=x[1]+_*d[1]+m*p[1],R=x[2]+_*d[2]+m*p[2],[E,v,T]=[Math.round(A),Math.round(S),Math.round(R)],D=E>=0&&v>=0&&T>=0&&E<l&&v<c&&T<h?o[E+l*(v+c*T)]:-1;D<0?s[g]=Number.NaN:s[g]=n?a_(i,e,A,S,R):e[D]}}function a_({shape:[i,e,t],rows:n},s,r,o,a){let[l,c,h]=[Math.floor(r),Math.floor(o),Math.floor(a)],[u,f,d]=[r-l,o-c,a-h],p=0,x=0;for(let m=0;m<2;m++)if(!(h+m<0||h+m>=t))for(let g=0;g<2;g++){if(c+g<0||c+g>=e)continue;let _=(m?d:1-d)*(g?f:1-f);for(let A=0;A<2;A++){if(l+A<0||l+A>=i)continue;let S=n[l+A+i*(c+g+e*(h+m))];if(S<0)continue;let R=_*(A?u:1-u);p+=R*s[S],x+=R}}return p/x}function pp(i,e,t){let{shape:n,values:s,first:r,step:o}=i,[a,l]=yi[e],[c,h]=[n[a],n[l]],u=new Uint8Array(c*h),f=Math.round((t-r[e])/o);if(f<0||f>=n[e])return{width:c,height:h,values:u};let d=[1,n[0],n[0]*n[1]];for(let p=0,x=0;p<h;p++){let m=f*d[e]+(h-1-p)*d[l];for(let g=0;g<c;g++,x++,m+=d[a])u[x]=s[m]}return{width:c,height:h,values:u}}function Va(i){let[e,t,n,s,r,o,a,l,c,h,u,f]=i,[d,p,x]=[o*u-a*h,a*c-r*u,r*h-o*c],m=e*d+t*p+n*x;if(!m)throw new Error("the grid of this page lies in a plane");let g=[d,n*h-t*u,t*a-n*o,p,e*u-n*c,n*r-e*a];g.push(x,t*c-e*h,e*o-t*r);let _=g.map(S=>S/m),A=S=>[_[3*S],_[3*S+1],_[3*S+2],-(_[3*S]*s+_[3*S+1]*l+_[3*S+2]*f)];return[...A(0),...A(1),...A(2),0,0,0,1]}var Qs=2;function zn({store:i,brain:e},t,n=!1){let{grid:s}=e;if(!s||!t.every(Number.isFinite))return;let r=ka(s.box,t),o=s.nearest(r),{picks:a}=i.state,l=a.find(p=>p.here);if(l?.source===o){i.set({place:r});return}let c=a.filter(p=>n||!p.here).map(p=>p.here?{...p,here:!1}:p).slice(-(bs.length-1));if(c.some(p=>p.source===o)){i.set({place:r,picks:c});return}let h=c.map(p=>p.colour),f=(l&&!h.includes(l.colour)?l.colour:void 0)??bs.find(p=>!h.includes(p))??bs[0],d={hemisphere:"vol",vertex:s.sources[o],source:o,colour:f,here:!0};i.set({place:r,picks:[...c,d]})}function Ga({store:i,say:e}){let{picks:t}=i.state,n=t.find(s=>s.here);n&&(i.set({picks:t.map(s=>s.here?{...s,here:!1}:s)}),e(`Kept ${Fr(n)}`))}function mp(i,e,t){let n=[...i.store.state.place];n[e]+=t,zn(i,n),i.say(Wa(i))}function Ha(i){let{activity:e,store:t,brain:n}=i;if(!n.grid)return;let{values:s}=e.frame(t.state.map,t.state);zn(i,n.grid.pointOf(Ba(s))),eu(i),i.say(Wa(i))}function eu({store:i,brain:e}){let{place:t,lens:n}=i.state;if(!e.grid||n.zoom===1)return;let{low:s,high:r}=e.grid.box;t.some((a,l)=>Math.abs(a-n.centre[l])>.4*(r[l]-s[l])/n.zoom)&&i.set({lens:{...n,centre:t}})}function js({store:i,brain:e},t,n){let{lens:s,place:r}=i.state;e.grid&&i.set({lens:up(s,e.grid.box,t,n??r)})}function gp({store:i,brain:e},t){let{lens:n}=i.state;if(!e.grid||n.zoom===1)return;let s=n.centre.map((r,o)=>r-t[o]);i.set({lens:{...n,centre:ka(e.grid.box,s)}})}function Or({store:i,brain:e}){e.grid&&i.set({lens:{zoom:1,centre:Uo(e.grid.box)}})}function Wa(i){let{store:e,activity:t,brain:n}=i,{place:s,map:r}=e.state;if(!n.grid)return"";let o=n.grid.nearest(s),{hemisphere:a,vertex:l}=n.vertexOf(o),{scale:c,unit:h}=t.appearance(r,e.state),u=t.frame(r,e.state).values[o];return[`${Ks(s)} mm`,Bi(i,a,l),ui(u*c,h)].filter(Boolean).join(", ")}var Oo={lateral:"Lateral",medial:"Medial",dorsal:"Dorsal",ventral:"Ventral",rostral:"Rostral",caudal:"Caudal",frontal:"Frontal",parietal:"Parietal"},qa={lh:"Left",rh:"Right",both:"Both"};function tu(i){return(i==="both"?[["lateral","lh"],["lateral","rh"],["medial","lh"],["medial","rh"]]:[["lateral",i],["medial",i],["dorsal",i],["ventral",i]]).map(([t,n])=>Ya(t,n))}function Ya(i,e){return{axes:Vd(i,e),view:i,side:e,zoom:1,pan:[0,0]}}var Xa=class{#e;#t=0;constructor(e){this.#e=e}setTime(e){let{store:t,times:n}=this.#e;Number.isFinite(e)&&t.set({time:Oa(n(),e)})}step(e){let{store:t,times:n,say:s,page:r}=this.#e;t.set({playing:!1,time:ip(n(),t.state.time,e)}),s(Js(t.state.time,r.timeUnit))}play(){let{store:e,times:t}=this.#e;if(e.state.playing||t().n<2)return;e.set({playing:!0});let n=null,s=r=>{let{playing:o,speed:a,time:l}=e.state;if(!o)return;let c=n===null?0:Math.min(r-n,100)/1e3;n=r,e.set({time:sp(t(),l,c*a)}),requestAnimationFrame(s)};requestAnimationFrame(s)}pause(){this.#e.store.set({playing:!1})}togglePlaying(){this.#e.store.state.playing?this.pause():this.play()}setMap(e){let{store:t,page:n}=this.#e;if(!n.maps[e])return;let{sideBySide:s}=t.state;t.set({map:e,sideBySide:s.includes(e)||!s.length?s:[]}),this.setTime(t.state.time)}setSideBySide(e){let{store:t,page:n}=this.#e,s=[...new Set(e)].filter(l=>n.maps[l]).slice(0,4),r=s.length>1?s:[],{map:o}=t.state,a=s.length&&!s.includes(o)?s[0]:o;t.set({sideBySide:r,map:a})}setShown(e){this.#e.store.set({shown:e})}setViews(e){let{store:t}=this.#e;t.set({views:e,active:e===1?0:1})}setView(e,t,n=!0){let{store:s}=this.#e,r=Ya(e,t),{active:o,slots:a}=s.state,l=a[o];if(cancelAnimationFrame(this.#t),!n||l.side!==t||l_()){this.#i(o,r);return}let c=performance.now(),h=u=>{let f=Math.min(1,(u-c)/350),d=f*f*(3-2*f),p=f<1?Hd(l.axes,r.axes,d):r.axes;this.#i(o,{...r,axes:p}),f<1&&(this.#t=requestAnimationFrame(h))};this.#t=requestAnimationFrame(h)}setSide(e){let{store:t}=this.#e,{slots:n,active:s,views:r}=t.state;if(r===4){t.set({slots:[n[0],...tu(e)]});return}let{view:o}=n[s];o?this.setView(o,e,!1):this.#i(s,{...n[s],side:e})}turn(e,t,n){let s=this.#e.store.state.slots[e];cancelAnimationFrame(this.#t),this.#i(e,{...s,axes:Gd(s.axes,t,n),view:null})}shift(e,t,n){let s=this.#e.store.state.slots[e];this.#i(e,{...s,pan:[s.pan[0]+t,s.pan[1]+n]})}zoom(e,t,n=0,s=0){let r=this.#e.store.state.slots[e],o=Math.min(Math.max(r.zoom*t,.4),20),a=o/r.zoom,l=[n-(n-r.pan[0])*a,s-(s-r.pan[1])*a];this.#i(e,{...r,zoom:o,pan:l})}resetView(){let{store:e}=this.#e,{slots:t,active:n}=e.state,{view:s,side:r}=t[n];this.setView(s??"lateral",r)}#i(e,t){let{store:n}=this.#e;n.set({slots:n.state.slots.map((s,r)=>r===e?t:s)})}setMorph(e){let{store:t,brain:n}=this.#e,[s,r]=n.morphs;Number.isFinite(e)&&t.set({morph:Math.min(Math.max(e,s),r)})}pick(e,t){let{store:n,brain:s}=this.#e;if(s.grid){let d=s.sourceOf(e,t);return d<0?null:(zn(this.#e,s.grid.pointOf(d),!0),{hemisphere:e,vertex:t})}let r=s.hemisphere(e);if(!r||!(t>=0&&t<r.nVertices))return null;let o=r.sourceAt(t),a=o>=0?o:r.weights.strongest(t);if(a<0)return null;let l={hemisphere:e,vertex:r.sources[a]},{picks:c}=n.state;if(c.some(d=>d.hemisphere===e&&d.vertex===l.vertex))return l;let h=c.map(d=>d.colour),u=bs.find(d=>!h.includes(d))??bs[0],f=c.slice(-(bs.length-1));return n.set({picks:[...f,{...l,source:r.firstSource+a,colour:u}]}),l}unpick(e){let{store:t}=this.#e;t.set({picks:t.state.picks.filter(n=>n.source!==e)})}clearPicks(){this.#e.store.set({picks:[]})}setLimits(e,t){let{store:n}=this.#e;if(np(t)===null){let{moved:s}=n.state;n.set({limits:{...n.state.limits,[e]:t},moved:s.includes(e)?s:[...s,e]})}}resetLimits(e){let{store:t}=this.#e,n={...t.state.limits};delete n[e],delete this.#e.limitSnr[e],t.set({limits:n,moved:t.state.moved.filter(s=>s!==e)}),this.setSnr(t.state.snr)}setRegions(e,t){let{store:n,page:s}=this.#e,r=n.state.regions.map((o,a)=>s.regions[a].name===e?t:o);n.set({regions:r})}setTheme(e){this.#e.store.set({theme:e})}setSnr(e){this.#n(this.#e.store.state.method,e)}setMethod(e){this.#n(e,this.#e.store.state.snr)}#n(e,t){let{store:n,page:s,activity:r}=this.#e,{live:o}=r,a=s.live?.snr,l=s.live?.methods.some(x=>x.name===e);if(!o||!a||!l||!Number.isFinite(t))return;let c=performance.now();this.#s();let h=Math.min(Math.max(t,a.low),a.high),u=this.#r(),f=n.state,d={...f,method:e,snr:h},{limits:p}=f;if(u>=0){let{key:x}=r.appearance(u,d),m=this.#e.limitSnr[x]??a.initial;if(m!==h){o.set(e,m);let g=r.largest(u,d),_=r.appearance(u,d).limits;o.set(e,h);let A=g>0?r.largest(u,d)/g:1;A>0&&(p={...p,[x]:tp(_,A)})}this.#e.limitSnr[x]=h}o.set(e,h),n.set({method:e,snr:h,limits:p}),this.#e.liveTime=performance.now()-c}#s(){let{store:e,activity:t,page:n}=this.#e,{map:s,sideBySide:r}=e.state;if(t.isLive(s)||r.some(l=>t.isLive(l)))return;let o=n.maps.flatMap((l,c)=>t.isLive(c)?[c]:[]),a=o.find(l=>n.maps[l].response===n.maps[s].response);this.setMap(a??o[0]??s)}#r(){let{store:e,activity:t,page:n}=this.#e,{map:s}=e.state;return t.isLive(s)?s:n.maps.findIndex((r,o)=>t.isLive(o))}};function l_(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function $a(i,e,t){let{rank:n,fine:s,coarse:r,scales:o,rows:a}=i,l=a?s.length/a:0;t.fill(0),xp(s,0,l,a,e,o,0,t),xp(r,0,n-l,a,e,o,l,t)}function xp(i,e,t,n,s,r,o,a){let l=c=>c<t?s[o+c]*r[o+c]:0;for(let c=e;c<t;c+=4){let[h,u,f,d]=[l(c),l(c+1),l(c+2),l(c+3)],p=Math.max(t-1,0),x=c*n,m=Math.min(c+1,p)*n,g=Math.min(c+2,p)*n,_=Math.min(c+3,p)*n;for(let A=0;A<n;A++)a[A]+=h*i[x+A]+u*i[m+A]+f*i[g+A]+d*i[_+A]}}function Za(i,e){let{rank:t,fine:n,coarse:s,scales:r,rows:o}=i,a=n.length/o,l=new Float64Array(t);for(let c=0;c<t;c++){let h=c<a?n[c*o+e]:s[(c-a)*o+e];l[c]=r[c]*h}return l}function _p(i,e,t){let n=new Float64Array(t);for(let s=0;s<i.length;s++){let r=i[s];for(let o=0;o<t;o++)n[o]+=r*e[s*t+o]}return n}function yp(i){let{rank:e,fine:t,coarse:n,scales:s,rows:r}=i,o=r?t.length/r:0,a=new Float64Array(e);for(let l=0;l<e;l++){let c=l<o?t:n,h=(l<o?l:l-o)*r,u=0;for(let f=h;f<h+r;f++)u+=c[f]*c[f];a[l]=u*s[l]*s[l]}return a}function vp(i,e){for(let t=0,n=0;t<e.length;t++,n+=3){let s=i[n],r=i[n+1],o=i[n+2];e[t]=Math.sqrt(s*s+r*r+o*o)}}function Sp(i,e,t){for(let n=0,s=0;n<t.length;n++,s+=3)t[n]=i[s]*e[s]+i[s+1]*e[s+1]+i[s+2]*e[s+2]}function Mp(i,e){return Float64Array.from(i,t=>t>0?t/(t*t+e):0)}function c_(i,e,t){if(t==="MNE")return null;let n=Mp(i,e);return t==="sLORETA"&&n.forEach((s,r)=>{n[r]=s*Math.sqrt(1+i[r]**2/e)}),n}function h_(i,e){let{leads:t,perSource:n,weights:s}=i,r=new Float32Array(t.rows);u_(t,e,r);let o=new Float32Array(t.rows/n);for(let a=0,l=0;a<o.length;a++){let c=0;for(let h=0;h<n;h++,l++)c+=r[l]*(s?s[l]**2:1);o[a]=c>0?1/Math.sqrt(c):0}return o}function u_(i,e,t){let{rank:n,fine:s,coarse:r,scales:o,rows:a}=i,l=a?s.length/a:0,c=(h,u,f)=>{for(let d=0;d<u;d+=2){let p=(o[f+d]*e[f+d])**2,x=d+1<u?(o[f+d+1]*e[f+d+1])**2:0,m=d*a,g=Math.min(d+1,u-1)*a;for(let _=0;_<a;_++){let A=h[m+_],S=h[g+_];t[_]+=p*A*A+x*S*S}}};c(s,l,0),c(r,n-l,l)}var Ja=class{#e;#t;#i;#n;#s;constructor(e,t,n,s){let r=1/n**2,o=c_(e.singularValues,r,t);this.#e=e,this.#t=Mp(e.singularValues,r),this.#i=o&&h_(e,o);let a=Math.sqrt(s/e.operatorNave);this.#i?.forEach((l,c,h)=>{h[c]=l*a}),this.#n=new Float32Array(e.leads.rows),this.#s=new Float64Array(e.leads.rank)}apply(e,t){let n=this.#n;for(let a=0;a<this.#s.length;a++)this.#s[a]=this.#t[a]*e[a];$a(this.#e.leads,this.#s,n);let{perSource:s,weights:r}=this.#e,o=n.length/s;for(let a=0,l=0;a<o;a++){let c=this.#i?this.#i[a]:1;for(let h=0;h<s;h++,l++)n[l]*=c*(r?.[l]??1)}this.#r(n,0,o,t)}course(e,t,n){let{perSource:s,weights:r,leads:o,output:a}=this.#e,l=Array.from({length:s},(d,p)=>{let x=s*e+p,m=Za(o,x),g=(this.#i?this.#i[e]:1)*(r?.[x]??1);return m.map((_,A)=>_*g*this.#t[A])}),c=a==="vector"?3:1,h=Array.from({length:c},()=>new Float64Array(n)),u=new Float32Array(s),f=new Float32Array(c);for(let d=0;d<n;d++){for(let p=0;p<s;p++){let x=0;for(let m=0;m<l[p].length;m++)x+=l[p][m]*t[m*n+d];u[p]=x}this.#r(u,e,1,f);for(let p=0;p<c;p++)h[p][d]=f[p]}return h}#r(e,t,n,s){let{perSource:r,turns:o,output:a}=this.#e;if(a==="norm")for(let l=0;l<n;l++){let c=0;for(let h=0;h<r;h++)c+=e[r*l+h]**2;s[l]=Math.sqrt(c)}else if(o){let l=a==="vector"?3:1;for(let c=0;c<n;c++)for(let h=0;h<l;h++){let u=0,f=((t+c)*l+h)*r;for(let d=0;d<r;d++)u+=o[f+d]*e[r*c+d];s[l*c+h]=u}}else s.set(e.subarray(0,n))}};function bp(i,e,t){let n=1/t**2,{components:s,outside:r,nTimes:o}=e,a=i.length,l=new Float64Array(o),c=new Float64Array(o);for(let d=0;d<a;d++){let p=i[d]**2,x=p>0?(n/(p+n))**2:1;for(let m=0;m<o;m++){let g=s[d*o+m]**2;l[m]+=g,c[m]+=x*g}}let h=0,u=0,f=new Float64Array(o);for(let d=0;d<o;d++)l[d]+=r?.[d]??0,c[d]+=r?.[d]??0,h+=l[d],u+=c[d],f[d]=l[d]>0?1-c[d]/l[d]:0,l[d]=Math.sqrt(l[d]/a),c[d]=Math.sqrt(c[d]/a);return{total:h>0?1-u/h:0,share:f,measured:l,left:c}}var nu=class{constructor(e,t,n){this.times=n;this.components=t.components,this.#e=Ap(e,t.factors),this.#t=e.floats(t.courses),this.#i=new Float64Array(t.factors.rank)}times;version=0;components;#e;#t;#i;fill(e,t){Dr(this.#t,this.times.n,e,this.#i),$a(this.#e,this.#i,t)}course(e){return Array.from({length:this.components},(t,n)=>{let s=Za(this.#e,this.components*e+n);return _p(s,this.#t,this.times.n)})}strength(){let e=yp(this.#e),t=this.times.n,n=new Float64Array(t);return e.forEach((s,r)=>{for(let o=0;o<t;o++)n[o]+=s*this.#t[r*t+o]**2}),n.map(Math.sqrt)}},Ka=class{operator;responses;#e;#t=new Map;snr;method;version=0;constructor(e,t){this.#e=t,this.snr=t.snr.initial,this.method=t.initialMethod,this.operator={perSource:t.perSource,leads:Ap(e,t.leads),weights:t.weights?e.floats(t.weights):null,singularValues:e.floats(t.singularValues),operatorNave:t.operatorNave,output:t.output,turns:t.turns?e.floats(t.turns):null},this.responses=t.responses.map((n,s)=>n?{components:e.floats(n.components),outside:n.outside?e.floats(n.outside):null,nTimes:e.header.responses[s].times.n}:null)}set(e,t){e===this.method&&t===this.snr||(this.method=e,this.snr=t,this.version++,this.#t.clear())}kernel(e){let t=this.#e.responses[e]?.nave??1,n=`${t}`,s=this.#t.get(n);return s||(s=new Ja(this.operator,this.method,this.snr,t),this.#t.set(n,s)),s}explained(e){let t=this.responses[e];return t?bp(this.operator.singularValues,t,this.snr):null}},iu=class{constructor(e,t,n){this.live=e;this.response=t;this.times=n;let s=e.responses[t];if(!s)throw new Error("the inverse operator of this page does not fit a response");this.#e=s,this.components=e.operator.output==="vector"?3:1,this.#t=new Float64Array(e.operator.leads.rank)}live;response;times;components;#e;#t;get version(){return this.live.version}fill(e,t){Dr(this.#e.components,this.#e.nTimes,e,this.#t),this.live.kernel(this.response).apply(this.#t,t)}course(e){let{components:t,nTimes:n}=this.#e;return this.live.kernel(this.response).course(e,t,n)}strength(){return this.live.explained(this.response)?.measured??null}};function wp(i,e,t){if(e.values)return new nu(i,e.values,e.times);if(!t||e.response===null)throw new Error(`the map ${e.title} of this page has no values`);return new iu(t,e.response,e.times)}function Ap(i,e){let[t,n]=i.shape(e.fine),s=e.coarse?i.array(e.coarse):new Int8Array;if(t*n+s.length!==e.rank*n)throw new Error("the factors of this page do not have the columns that they say");return{rank:e.rank,fine:i.array(e.fine),coarse:s,scales:i.floats(e.scales),rows:n}}var Qa=class{maps;live;#e;#t;#i;#n=Zd();#s=[];frameTime=0;constructor(e,t){this.#e=e.header,this.#t=e,this.#i=t,this.live=this.#e.live?new Ka(e,this.#e.live):null,this.maps=this.#e.maps.map(n=>wp(e,n,this.live))}isLive(e){return this.#e.maps[e]?.values===null}appearance(e,t){let n=this.#r(e,t);if(t.sideBySide.length<2||!t.sideBySide.includes(e))return n;let s=t.sideBySide.map(o=>this.#r(o,t)).filter(({quantity:o,unit:a,limits:l})=>o===n.quantity&&a===n.unit&&l.signed===n.limits.signed),r=[Math.min(...s.map(o=>o.range[0])),Math.max(...s.map(o=>o.range[1]))];return{...s[0],title:n.title,range:r}}#r(e,t){let n=this.#e.maps[e],s=this.isLive(e)?this.#e.live?.methods.find(p=>p.name===t.method):void 0,{quantity:r,unit:o,scale:a,limits:l,colours:c}=s??n,h=this.maps[e].components===3&&t.shown==="normal",u=`${s?`live ${s.name}`:e}${h?" normal":""}`,f=t.limits[u]??{...l,signed:l.signed||h},d=n.values?.range??[f.signed?-1.3*f.fmax:0,1.3*f.fmax];return h&&(d=[-Math.max(...d),Math.max(...d)]),{key:u,title:n.title,quantity:h?`${r}, normal component`:r,unit:o,scale:a,limits:f,table:h&&!l.signed?this.#n:this.#o(c.table),transparent:c.transparent,range:d}}#o(e){return this.#t.array(e)}frame(e,t){let n=this.maps[e],s=`${t.time} ${n.version} ${t.shown}`,r=this.#s[e];if(r?.key===s)return r;let o=performance.now();return r??=this.#a(n.components),r.key=s,n.fill(es(n.times,t.time),r.moments),n.components===3&&(t.shown==="normal"?Sp(r.moments,this.#i.sourceNormals,r.values):vp(r.moments,r.values)),this.#s[e]=r,this.frameTime=performance.now()-o,r}painted(e,t){this.frame(e,t);let n=this.#s[e];if(n.paintedKey===n.key)return n.painted;let s=performance.now();return this.#i.hemispheres.forEach((r,o)=>{r.weights.apply(n.values,r.firstSource,n.painted[o])}),n.paintedKey=n.key,this.frameTime+=performance.now()-s,n.painted}course(e,t,n){let s=this.maps[e].course(t);if(s.length===1)return s[0];let r=this.#i.sourceNormals.subarray(3*t,3*t+3),[o,a,l]=s;return o.map((c,h)=>n.shown==="normal"?o[h]*r[0]+a[h]*r[1]+l[h]*r[2]:Math.hypot(o[h],a[h],l[h]))}paintedAt(e,t,n,s){let r=this.#i.hemisphere(t);return!r||!(n>=0&&n<r.nVertices)?Number.NaN:r.weights.at(n,this.frame(e,s).values,r.firstSource)}strength(e){return this.maps[e]?.strength()??null}largest(e,t){let n=0;for(let s of this.frame(e,t).values){let r=Math.abs(s);r>n&&(n=r)}return n}#a(e){let t=this.#i.nSources,n=new Float32Array(t*e);return{key:"",moments:n,values:e===1?n:new Float32Array(t),painted:this.#i.hemispheres.map(s=>new Float32Array(s.nVertices)),paintedKey:""}}};var ja=class{shape;toGrid;rows;sources;box;image;spacing;#e;constructor(e,t){this.shape=t.shape,this.toGrid=Va(t.affine),this.sources=e.integers(t.sources),this.box={low:t.low,high:t.high};let[n,s,r]=t.shape;this.rows=new Int32Array(n*s*r).fill(-1),this.#e=new Float64Array(3*this.sources.length);for(let o=0;o<this.sources.length;o++){let a=this.sources[o];this.rows[a]=o;let l=[a%n,Math.floor(a/n)%s,Math.floor(a/n/s)];this.#e.set(ws(t.affine,l),3*o)}this.spacing=Math.max(...[0,1,2].map(o=>Math.hypot(...[0,4,8].map(a=>t.affine[a+o])))),this.image=t.image&&{values:e.integers(t.image.values),shape:e.shape(t.image.values).slice().reverse(),first:t.image.first,step:t.image.step}}pointOf(e){return[...this.#e.subarray(3*e,3*e+3)]}sourceAt(e){return this.rows[e]??-1}rowAt(e){let t=ws(this.toGrid,e).map(Math.round);return t.some((n,s)=>n<0||n>=this.shape[s])?-1:this.rows[t[0]+this.shape[0]*(t[1]+this.shape[1]*t[2])]}nearest([e,t,n]){let s=this.#e,[r,o]=[-1,Number.POSITIVE_INFINITY];for(let a=0,l=0;l<s.length;a++,l+=3){let c=(s[l]-e)**2+(s[l+1]-t)**2+(s[l+2]-n)**2;c<o&&([r,o]=[a,c])}return r}};var Bo=["white","pial","inflated"];function Tp(i,e){let t=new Float32Array(i.length),{low:n,high:s}=e,r=[0,1,2].map(o=>(s[o]-n[o])/65535);for(let o=0;o<t.length;o+=3)for(let a=0;a<3;a++)t[o+a]=n[a]+i[o+a]*r[a];return t}function Ep(i,e){let t=i,n=new Float32Array(t.length);for(let s=0;s<e.length;s+=3){let r=3*e[s],o=3*e[s+1],a=3*e[s+2],l=t[o]-t[r],c=t[o+1]-t[r+1],h=t[o+2]-t[r+2],u=t[a]-t[r],f=t[a+1]-t[r+1],d=t[a+2]-t[r+2],p=c*d-h*f,x=h*u-l*d,m=l*f-c*u;n[r]+=p,n[r+1]+=x,n[r+2]+=m,n[o]+=p,n[o+1]+=x,n[o+2]+=m,n[a]+=p,n[a+1]+=x,n[a+2]+=m}for(let s=0;s<n.length;s+=3){let r=n[s],o=n[s+1],a=n[s+2],l=Math.sqrt(r*r+o*o+a*a)||1;n[s]=r/l,n[s+1]=o/l,n[s+2]=a/l}return n}function su(i){return i<=1?{from:0,share:Math.max(0,i)}:{from:1,share:i-1}}function Cp(i,e){let t=1/0,n=-1/0;for(let s=0;s<e.length;s+=3)e[s]<t&&(t=e[s]),e[s]>n&&(n=e[s]);return i==="lh"?-n-4/2:-t+4/2}function Rp(i,e){let t=[];for(let n=0;n<e.length;n+=3){let[s,r,o]=[e[n],e[n+1],e[n+2]],[a,l,c]=[i[s],i[r],i[o]];if(a===l&&l===c)continue;let h=[];a!==l&&h.push(s,r),l!==c&&h.push(r,o),c!==a&&h.push(o,s),h.length===4?t.push(...h):t.push(h[0],h[1],h[2],h[3],h[2],h[3],h[4],h[5])}return Uint32Array.from(t)}function Pp(i,e){let t=i.length/3,n=Math.max(1,Math.ceil(t/e)),s=new Float32Array(3*Math.ceil(t/n));for(let r=0,o=0;r<t;r+=n,o+=3)s.set(i.subarray(3*r,3*r+3),o);return s}function Ip(i,e){let t=new Map;for(let n=0;n<i.length/3;n++){let s=[0,1,2].map(l=>Math.floor(i[3*n+l]/e)),r=s.join(),o=s.reduce((l,c,h)=>l+(i[3*n+h]/e-c-.5)**2,0),a=t.get(r);(!a||o<a[1])&&t.set(r,[n,o])}return Array.from(t.values(),([n])=>n).sort((n,s)=>n-s)}var el=class{starts;#e;#t;constructor(e,t,n){let s=new Uint32Array(e.length+1);for(let o=0;o<e.length;o++)s[o+1]=s[o]+e[o];let r=new Float32Array(n.length);for(let o=0;o<e.length;o++){let a=0;for(let l=s[o];l<s[o+1];l++)a+=n[l];for(let l=s[o];l<s[o+1];l++)r[l]=n[l]/a}this.starts=s,this.#e=t,this.#t=r}get nVertices(){return this.starts.length-1}reaches(e){return this.starts[e+1]>this.starts[e]}apply(e,t,n){let{starts:s}=this,r=this.#e,o=this.#t,a=n.length,l=0;for(let c=0;c<a;c++){let h=s[c+1],u=0;for(;l<h;l++)u+=o[l]*e[t+r[l]];n[c]=u}}at(e,t,n){if(!this.reaches(e))return Number.NaN;let s=0;for(let r=this.starts[e];r<this.starts[e+1];r++)s+=this.#t[r]*t[n+this.#e[r]];return s}strongest(e){let t=-1,n=0;for(let s=this.starts[e];s<this.starts[e+1];s++)this.#t[s]>n&&(n=this.#t[s],t=this.#e[s]);return t}};var ru=class{name;nVertices;triangles;points;normals;curvature;sources;firstSource;weights;offset;constructor(e,t,n){this.name=t.name,this.nVertices=t.nVertices,this.triangles=e.integers(t.triangles),this.points=f_(e,t);let s=new Map;this.normals=this.points.map(l=>{let c=s.get(l)??Ep(l,this.triangles);return s.set(l,c),c}),this.curvature=t.curvature?e.integers(t.curvature):null,this.sources=e.integers(t.sources),this.firstSource=n;let{counts:r,indices:o,values:a}=t.weights;this.weights=new el(e.integers(r),e.integers(o),e.integers(a)),this.offset=t.surfaces.inflated?Cp(this.name,this.points[2]):0}shift(e){return this.offset*Math.max(0,e-1)}pointAt(e,t){let{from:n,share:s}=su(t),[r,o]=[this.points[n],this.points[n+1]],a=l=>{let c=3*e+l;return r[c]+s*(o[c]-r[c])};return[a(0),a(1),a(2)]}drawnPoints(e,t=new Float32Array(3*this.nVertices)){let{from:n,share:s}=su(e),[r,o]=[this.points[n],this.points[n+1]],a=this.shift(e);for(let l=0;l<t.length;l++)t[l]=r[l]+s*(o[l]-r[l]);for(let l=0;l<t.length;l+=3)t[l]+=a;return t}sourceAt(e){let t=0,n=this.sources.length-1;for(;t<=n;){let s=t+n>>1,r=this.sources[s];if(r===e)return s;r<e?t=s+1:n=s-1}return-1}};function f_(i,e){let[t,n,s]=Bo.map(l=>{let c=e.surfaces[l];return c&&Tp(i.integers(c.positions),c)}),r=t??n??s;if(!r)throw new Error(`the ${e.name} hemisphere of this page has no surface`);let o=t&&s?t.map((l,c)=>(l+s[c])/2):r,a=n??o;return[t??a,a,s??a]}var tl=class{hemispheres;grid;nSources;morphs;sourceNormals;anatomical;constructor(e){let t=0;this.hemispheres=e.header.hemispheres.map(o=>{let a=new ru(e,o,t);return t+=a.sources.length,a});let{volume:n}=e.header;this.grid=n&&new ja(e,n),this.nSources=this.grid?this.grid.sources.length:t;let s=e.header.hemispheres[0]?.surfaces??{},r=Bo.flatMap((o,a)=>s[o]?[a]:[]);this.morphs=[r[0]??0,r[r.length-1]??0],this.anatomical=r[0]<2?r[0]:-1,this.sourceNormals=new Float32Array(3*t),e.header.hemispheres.forEach((o,a)=>{let{sources:l,normals:c,firstSource:h}=this.hemispheres[a],u=o.normals?e.floats(o.normals):null;for(let f=0;f<l.length;f++){let d=u??c[0],p=3*(u?f:l[f]);this.sourceNormals.set(d.subarray(p,p+3),3*(h+f))}})}hemisphere(e){return this.hemispheres.find(t=>t.name===e)}shownBy(e){let t=this.hemispheres.filter(n=>e==="both"||n.name===e);return t.length?t:this.hemispheres}sourceOf(e,t){if(this.grid)return e==="vol"?this.grid.sourceAt(t):-1;let n=this.hemisphere(e),s=n?.sourceAt(t)??-1;return n&&s>=0?n.firstSource+s:-1}coordinatesOf(e,t){if(this.grid){let s=this.sourceOf(e,t);return s<0?null:this.grid.pointOf(s)}return(this.anatomical<0?void 0:this.hemisphere(e))?.pointAt(t,this.anatomical)??null}vertexOf(e){if(this.grid)return{hemisphere:"vol",vertex:this.grid.sources[e]};let t=this.hemispheres.find(s=>e<s.firstSource+s.sources.length)??this.hemispheres[0],n=t.sources[e-t.firstSource];return{hemisphere:t.name,vertex:n}}};function Q(i,e={},...t){let n=document.createElement(i);e.class&&(n.className=e.class),e.text!==void 0&&(n.textContent=e.text),e.title&&(n.title=e.title);for(let[s,r]of Object.entries(e.attributes??{}))n.setAttribute(s,r);for(let[s,r]of Object.entries(e.on??{}))n.addEventListener(s,r);for(let s of t)s&&n.append(s);return n}var Lp="http://www.w3.org/2000/svg",d_={play:"M7 4.5v15l12-7.5z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",camera:"M9 5l-1.6 2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2.4L15 5zM12 9.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4z",theme:"M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",help:"M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M12 16.6v.1",close:"M6 6l12 12M18 6L6 18",one:"M4 5h16v14H4z",four:"M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",compare:"M4 5h7v14H4zM13 5h7v14h-7z",back:"M15 6l-6 6 6 6",forward:"M9 6l6 6-6 6",reset:"M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4",peak:"M12 4v4.5M12 15.5V20M4 12h4.5M15.5 12H20M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z",pin:"M9 4h6l-.8 5.5L17 13H7l2.8-3.5zM12 13v7",layers:"M12 4l8 4.5-8 4.5-8-4.5zM4 13l8 4.5 8-4.5"},p_=["play","pause"];function As(i){let e=document.createElementNS(Lp,"svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("class",p_.includes(i)?"lf-icon lf-filled":"lf-icon"),e.setAttribute("aria-hidden","true");let t=document.createElementNS(Lp,"path");return t.setAttribute("d",d_[i]),e.append(t),e}function Vn(i,e,t){let n=Q("button",{class:"lf-button lf-square",title:e,attributes:{type:"button","aria-label":e},on:{click:t}});return n.append(As(i)),n}function ko(i,e,t){i.replaceChildren(As(e)),i.title=t,i.setAttribute("aria-label",t)}function Jn(i,e,t){let n=Q("div",{class:"lf-segments",attributes:{role:"group","aria-label":i}}),s=e.map(r=>{let o=Q("button",{class:"lf-button",attributes:{type:"button","aria-pressed":"false"},on:{click:()=>t(r.value)}});return r.title&&(o.title=r.title),r.icon?(o.append(As(r.icon)),o.setAttribute("aria-label",r.text),o.classList.add("lf-square")):o.textContent=r.text,n.append(o),o});return{element:n,show:r=>{s.forEach((o,a)=>{o.setAttribute("aria-pressed",String(e[a].value===r))})}}}function Ts(i,e,t){let n=Q("select",{class:"lf-select",attributes:{"aria-label":i}});return e.forEach((s,r)=>{n.append(Q("option",{text:s.text,attributes:{value:String(r)}}))}),n.addEventListener("change",()=>t(e[Number(n.value)].value)),{element:n,show:s=>{n.value=String(e.findIndex(r=>r.value===s))}}}function nl(i,e,t){let n=Q("input",{class:"lf-slider",attributes:{type:"range",min:String(e.min),max:String(e.max),step:String(e.step),"aria-label":i}});return n.addEventListener("input",()=>t(Number(n.value))),n}function Es(i,e){let t=Q("input",{attributes:{type:"checkbox"}});return t.addEventListener("change",()=>e(t.checked)),{element:Q("label",{class:"lf-check"},t,Q("span",{text:i})),input:t}}function Br(i,e,t){let n=Q("details",{class:"lf-menu"}),s=Q("summary",{class:"lf-button",attributes:{"aria-label":i,role:"button"}});s.append(As(e),Q("span",{text:i})),t.classList.add("lf-sheet"),n.append(s,t);let r=o=>{n.isConnected?n.contains(o.target)||(n.open=!1):document.removeEventListener("pointerdown",r)};return document.addEventListener("pointerdown",r),n.addEventListener("keydown",o=>{o.key!=="Escape"||!n.open||(n.open=!1,s.focus(),o.stopPropagation())}),n}function Gn(i,e){let t=new ResizeObserver(()=>e(i.clientWidth,i.clientHeight));return t.observe(i),t}function wn(i,e){return getComputedStyle(i).getPropertyValue(`--lf-${e}`).trim()}function Np(i,e,t){let{initial:n}=i,s=i.maps[n.map]?n.map:0,r=e.hemispheres.length===1?e.hemispheres[0].name:n.hemisphere,[o,a]=e.morphs,l=Bo.indexOf(n.surface),c=n.sideBySide.filter(f=>i.maps[f]).slice(0,4),h=t.maps[s]?.components===3,u=e.grid?Uo(e.grid.box):[0,0,0];return{time:m_(i,t,s),map:s,sideBySide:c.length>1?c:[],views:n.views,slots:[Ya(n.view,r),...tu(r)],active:n.views===4?1:0,morph:Math.min(Math.max(l,o),a),place:u,lens:{zoom:1,centre:u},smooth:!0,picks:[],playing:!1,speed:1,limits:{},moved:[],theme:"auto",dark:!1,regions:i.regions.map(f=>f.shown),arrows:h,shown:"length",foci:!0,snr:i.live?.snr.initial??3,method:i.live?.initialMethod??"MNE",sensor:0,tab:"courses"}}function m_(i,e,t){let n=i.maps[t];if(!n)return 0;let s=i.initial.time??n.values?.peak.time;if(s!==void 0)return Oa(n.times,s);let r=e.strength(t);return r?$s(n.times,r.indexOf(Math.max(...r))):n.times.tmin}function Dp(i,e,t,n){if(i.initial.picks.length)return i.initial.picks;let s=i.maps[n.map];if(!s)return[];if(s.values)return[s.values.peak];let{values:r}=t.frame(n.map,n),o=Ba(r);return o<0?[]:[e.vertexOf(o)]}function Fp(i){let{store:e}=i,t=(l,c,h,u)=>Q("button",{class:"lf-button",title:h,attributes:{type:"button","aria-label":c},on:{click:u}},As(l),Q("span",{text:c})),n=t("peak","Peak now","To the largest value at this time (p)",()=>{Ha(i)}),s=t("pin","Keep course","Keep the course of this place (k)",()=>{Ga(i)});e.watch(["picks"],({picks:l})=>{s.disabled=!l.some(c=>c.here)});let r=Vn("reset","Whole slices (0)",()=>Or(i));e.watch(["lens"],({lens:l})=>{r.hidden=l.zoom===1});let o=Q("div"),a=Es("Values between sources (i)",l=>e.set({smooth:l}));return e.watch(["smooth"],l=>{a.input.checked=l.smooth}),o.append(a.element),Q("div",{class:"lf-tools",attributes:{role:"toolbar","aria-label":"Crosshair"}},g_(i),n,s,r,Q("div",{class:"lf-space"}),Br("Show","layers",o))}function g_(i){let{page:e,store:t}=i,{toMni:n}=e,s=!1,r=c=>s&&n?ws(n,c):c,o=["x","y","z"].map((c,h)=>{let u=Q("input",{class:"lf-number",attributes:{type:"number",step:"1","aria-label":`${c} in mm`}});return u.addEventListener("change",()=>{let f=r(t.state.place);f[h]=u.valueAsNumber,zn(i,s&&n?ws(Va(n),f):f),eu(i),a(t.state.place)}),u}),a=c=>{r(c).forEach((h,u)=>{o[u].value=h.toFixed(1).replace(/^-0\.0$/,"0.0")})};t.watch(["place"],({place:c})=>a(c));let l=Ts("Coordinates",[{value:!1,text:"RAS"},{value:!0,text:"MNI"}],c=>{s=c,a(t.state.place)});return Q("div",{class:"lf-coordinates",attributes:{role:"group","aria-label":"Crosshair, in mm"}},n?l.element:Q("span",{text:"RAS"}),...o.map((c,h)=>Q("label",{},Q("span",{text:"xyz"[h],attributes:{"aria-hidden":"true"}}),c)))}var Up=["White","Pial","Inflated"];function Op(i){return i.brain.grid?Fp(i):Q("div",{class:"lf-tools",attributes:{role:"toolbar","aria-label":"Views"}},x_(i),...__(i),y_(i),Q("div",{class:"lf-space"}),v_(i),S_(i))}function x_({brain:i,store:e,actions:t}){if(i.hemispheres.length<2)return null;let s=Jn("Hemisphere",["lh","both","rh"].map(r=>({value:r,text:qa[r]})),r=>t.setSide(r));return e.watch(["slots","active","views"],({slots:r,active:o,views:a})=>{let c=new Set(r.slice(1).map(h=>h.side)).size>1?"both":r[1].side;s.show(a===4?c:r[o].side)}),s.element}function __({store:i,actions:e}){let t=zd.map(o=>({value:o,text:Oo[o],title:`${Oo[o]} view`})),n=o=>{let{slots:a,active:l}=i.state;e.setView(o,a[l].side)},s=Jn("View",t,n),r=Ts("View",t,n);return s.element.classList.add("lf-when-wide"),r.element.classList.add("lf-when-narrow"),i.watch(["slots","active"],({slots:o,active:a})=>{s.show(o[a].view),r.show(o[a].view)}),[s.element,r.element]}function y_({store:i,actions:e}){let t=Jn("How many views",[{value:1,text:"One view",title:"One view",icon:"one"},{value:4,text:"Four views",title:"Four views (9)",icon:"four"}],n=>e.setViews(n));return i.watch(["views"],({views:n})=>t.show(n)),t.element}function v_(i){let{brain:e,store:t,actions:n,page:s}=i,[r,o]=e.morphs;if(r===o)return null;let a=nl("Surface",{min:r,max:o,step:.01},u=>{let f=Math.round(u);n.setMorph(Math.abs(u-f)<.04?f:u)}),{surfaces:l}=s.hemispheres[0],c=Up.map((u,f)=>({text:u,morph:f})).filter(({text:u})=>u.toLowerCase()in l),h=c.map(({text:u,morph:f})=>Q("button",{text:u,attributes:{type:"button","aria-pressed":"false"},on:{click:()=>ou(i,f)}}));return t.watch(["morph"],({morph:u})=>{a.value=String(u),a.style.setProperty("--lf-filled",`${100*(u-r)/(o-r)}%`);let f=Math.round(u),d=Math.abs(u-f)>.01;a.setAttribute("aria-valuetext",`${d?"near ":""}${Up[f]}`),h.forEach((p,x)=>{p.setAttribute("aria-pressed",String(c[x].morph===u))})}),Q("div",{class:"lf-surface"},a,Q("div",{},...h))}function ou({store:i,actions:e},t){let n=i.state.morph;if(window.matchMedia("(prefers-reduced-motion: reduce)").matches){e.setMorph(t);return}let s=performance.now(),r=o=>{let a=Math.min(1,(o-s)/450);e.setMorph(n+(t-n)*a*a*(3-2*a)),a<1&&requestAnimationFrame(r)};requestAnimationFrame(r)}function S_({page:i,store:e,actions:t,activity:n}){let s=Q("div");if(n.maps.some(o=>o.components===3)){let o=Jn("What is painted",[{value:"length",text:"Magnitude"},{value:"normal",text:"Normal component"}],l=>t.setShown(l)),a=Es("Arrows",l=>e.set({arrows:l}));s.append(o.element,a.element),e.watch(["shown","arrows"],l=>{o.show(l.shown),a.input.checked=l.arrows})}if(i.regions.forEach((o,a)=>{let{element:l,input:c}=Es(o.name,h=>{e.set({regions:e.state.regions.map((u,f)=>f===a?h:u)})});e.watch(["regions"],h=>{c.checked=h.regions[a]}),s.append(l)}),i.foci.length){let{element:o,input:a}=Es("Foci",l=>e.set({foci:l}));e.watch(["foci"],({foci:l})=>{a.checked=l}),s.append(o)}return s.childElementCount?Br("Show","layers",s):null}var M_={1:["lateral","lh"],2:["lateral","rh"],3:["medial","lh"],4:["medial","rh"],5:["dorsal","both"],6:["ventral","both"],7:["rostral","both"],8:["caudal","both"]},au=["auto","light","dark"],Bp=Math.PI/24;function kp(i,e){let{root:t}=i,s=document.body.classList.contains("leadfield-page")?document:t,r=o=>{let a=o;if(a.ctrlKey||a.metaKey||a.altKey||a.defaultPrevented)return;let l=a.target;if(t.querySelector("dialog[open]")||l.matches?.("select, textarea, input[type=number], input[type=text]")||l.matches?.("input[type=range]:not(.lf-time-slider)")&&/^(Arrow|Page|Home|End)/.test(a.key)||a.key===" "&&l.matches?.("button, summary, input[type=checkbox]"))return;let h=b_(i,e,a);h&&(a.preventDefault(),h())};s.addEventListener("keydown",r),i.cleanups.push(()=>s.removeEventListener("keydown",r))}function b_(i,e,t){let{actions:n,brain:s,times:r}=i,o=l=>()=>n.step(l);return{ArrowLeft:o(-1),ArrowRight:o(1),PageUp:o(-10),PageDown:o(10),Home:()=>n.setTime(r().tmin),End:()=>n.setTime(Zs(r()))," ":()=>n.togglePlaying(),Escape:()=>n.clearPicks(),"?":e.help,s:e.shoot,...T_(i),...s.grid?A_(i,t.shiftKey):w_(i,t.shiftKey)}[t.key]}function w_(i,e){let{actions:t,store:n,brain:s}=i,{state:r}=n,[o,a]=s.morphs,l=([u,f])=>()=>{t.setViews(1),t.setView(u,s.hemispheres.length>1?f:s.hemispheres[0].name)},c=(u,f)=>()=>t.turn(r.active,u*Bp,f*Bp),h={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};return{...lu(M_,l),...e?lu(h,([u,f])=>c(u,f)):{},9:()=>t.setViews(r.views===1?4:1),0:()=>t.resetView(),"+":()=>t.zoom(r.active,1.15),"=":()=>t.zoom(r.active,1.15),"-":()=>t.zoom(r.active,1/1.15),m:()=>ou(i,r.morph>=a?o:Math.floor(r.morph+1)),r:()=>{let u=!r.regions.some(Boolean);n.set({regions:r.regions.map((f,d)=>u&&d===0)})},v:()=>n.set({arrows:!r.arrows})}}function A_(i,e){let{store:t}=i,n={ArrowLeft:[0,-Qs],ArrowRight:[0,Qs],PageUp:[1,Qs],PageDown:[1,-Qs],ArrowUp:[2,Qs],ArrowDown:[2,-Qs]};return{...e?lu(n,([s,r])=>()=>mp(i,s,r)):{},0:()=>Or(i),"+":()=>js(i,1.25),"=":()=>js(i,1.25),"-":()=>js(i,1/1.25),p:()=>Ha(i),k:()=>Ga(i),i:()=>t.set({smooth:!t.state.smooth})}}function lu(i,e){return Object.fromEntries(Object.entries(i).map(([t,n])=>[t,e(n)]))}function T_(i){let{actions:e,store:t,page:n}=i,{state:s}=t,r=o=>()=>{let a=n.maps.length;a&&(e.setMap((s.map+o+a)%a),i.say(n.maps[t.state.map].title))};return{"[":r(-1),"]":r(1),c:()=>{let o=Kt(n,s).length>1;e.setSideBySide(o?[]:n.maps.map((a,l)=>l))},t:()=>e.setTheme(au[(au.indexOf(s.theme)+1)%au.length])}}var il=["fmax","fmid","fmin"],zp={fmin:"Colours begin at (fmin)",fmid:"Middle of the colours (fmid)",fmax:"Colours end at (fmax)"},Vp=17,sl=class{element;canvas=Q("canvas",{class:"lf-bar-colours"});#e;#t=Q("div",{class:"lf-bar-track"});#i=Q("div",{class:"lf-bar-quantity"});#n=Q("div",{class:"lf-bar-unit"});#s=Q("div",{class:"lf-bar-note",attributes:{role:"status"}});#r=Q("div",{class:"lf-bar-zero",text:"0"});#o=Q("div",{class:"lf-bar-zero"});#a;#c=[0,1];#l=!1;constructor(e){this.#e=e,this.#a=Object.fromEntries(il.map(s=>[s,this.#u(s)])),this.#t.append(this.canvas,this.#r,this.#o,...il.map(s=>this.#a[s]));let t=Q("button",{class:"lf-bar-reset",text:"Reset",title:"Limits as they were",attributes:{type:"button"},on:{click:()=>e.actions.resetLimits(this.#h().key)}});this.element=Q("div",{class:"lf-bar",attributes:{role:"group","aria-label":"Colour limits"}},this.#i,this.#n,this.#t,this.#s,t);let n=Gn(this.#t,()=>this.draw());e.cleanups.push(()=>n.disconnect()),e.store.watch(["map","limits","moved","shown","dark","snr","method"],s=>{let{key:r,limits:o}=this.#h();t.hidden=!s.moved.includes(r),this.#l||(this.#c=Ua(o,this.#h().range)),this.draw()})}#h(){let{activity:e,store:t}=this.#e;return e.appearance(t.state.map,t.state)}draw(){let e=this.#h(),{limits:t,quantity:n,unit:s,scale:r,range:o}=e;this.#i.textContent=n,this.#n.textContent=s,this.#s.textContent=t.fmin>Math.max(Math.abs(o[0]),Math.abs(o[1]))?`all values are below: up to ${En(o[1]*r)}`:"";let a=this.#t.clientHeight;if(!a)return;hu(this.canvas,this.#c,a,e,[wn(this.element,"cortex")]);let[l,c]=this.#c,h=d=>(1-(d-l)/(c-l))*a,u=cu(il.map(d=>h(t[d])),Vp,a);il.forEach((d,p)=>{let x=this.#a[d],m=En(t[d]*r),g=h(t[d]);x.style.transform=`translateY(${g.toFixed(2)}px)`;let _=x.lastElementChild;_.textContent=m,_.style.transform=`translateY(${(u[p]-g).toFixed(2)}px)`,x.setAttribute("aria-valuetext",s?`${m} ${s}`:m),x.setAttribute("aria-valuenow",String(t[d]*r))});let f=(d,p,x)=>{let m=h(p);d.hidden=u.some(g=>Math.abs(g-m)<Vp),d.textContent=x,d.style.transform=`translateY(${m.toFixed(2)}px)`};f(this.#r,t.signed?0:l,En(t.signed?0:l*r)),this.#o.hidden=!t.signed,t.signed&&f(this.#o,-t.fmax,En(-t.fmax*r))}#u(e){let t=Q("div",{class:`lf-handle lf-${e}`,title:`${zp[e]}: drag, or arrow keys`,attributes:{role:"slider",tabindex:"0","aria-label":zp[e],"aria-orientation":"vertical"}},Q("i"),Q("span")),n=r=>{let{key:o,limits:a}=this.#h();this.#e.actions.setLimits(o,ep(a,e,r,this.#c))};t.addEventListener("pointerdown",r=>{t.setPointerCapture(r.pointerId),this.#l=!0,r.preventDefault(),t.focus()}),t.addEventListener("pointermove",r=>{if(!this.#l||!t.hasPointerCapture(r.pointerId))return;let o=this.#t.getBoundingClientRect(),[a,l]=this.#c;n(a+(l-a)*(1-(r.clientY-o.top)/o.height))});let s=()=>{this.#l=!1};return t.addEventListener("pointerup",s),t.addEventListener("pointercancel",s),t.addEventListener("keydown",r=>{let a={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10}[r.key];if(a===void 0)return;r.preventDefault(),r.stopPropagation();let[l,c]=this.#c;n(this.#h().limits[e]+a*(c-l)/100)}),t}};function cu(i,e,t){let n=[...i];for(let s=1;s<n.length;s++)n[s]=Math.max(n[s],n[s-1]+e);n[n.length-1]=Math.min(n[n.length-1],Math.max(t,e*(n.length-1)));for(let s=n.length-2;s>=0;s--)n[s]=Math.min(n[s],n[s+1]-e);return n}function hu(i,[e,t],n,{limits:s,table:r,transparent:o},[a]){i.width=1,i.height=n;let l=i.getContext("2d");if(l){l.fillStyle=a,l.fillRect(0,0,1,n);for(let c=0;c<n;c++){let h=e+(t-e)*(1-(c+.5)/n),[u,f,d,p]=Kh(s,r,o,h);l.fillStyle=`rgba(${u}, ${f}, ${d}, ${p/255})`,l.fillRect(0,c,1,1)}}}var er=44,uu=116;async function rl(i,e){let{width:t,height:n}=e.size,s=e.canvas.width/Math.max(t,1),r=document.createElement("canvas");r.width=Math.round((t+uu)*s),r.height=Math.round((n+er)*s);let o=r.getContext("2d");if(!o)throw new Error("this browser gives no canvas to draw a picture on");let a=g=>wn(i.root,g);o.scale(s,s),o.fillStyle=a("ground"),o.fillRect(0,0,t+uu,n+er),e.draw(),o.drawImage(e.canvas,0,er,t,n);let l=getComputedStyle(i.root).fontFamily,c=(g,_,A,S={})=>{let{size:R=13,weight:E=400,ink:v="ink",align:T="left"}=S;o.font=`${E} ${R}px ${l}`,o.fillStyle=a(v),o.textAlign=T,o.fillText(g,_,A)},{page:h,store:u,activity:f}=i,{state:d}=u,p=Kt(h,d),x=h.maps[d.map],m=[h.title,p.length===1&&h.maps.length>1?x.title:""];if(c(m.filter(Boolean).join("  ·  "),16,28,{size:15,weight:600}),x&&i.times().n>1&&c(Js(d.time,h.timeUnit),t+uu-16,28,{align:"right"}),e.element.querySelectorAll(".lf-label, .lf-caption").forEach(g=>{let _=g.getBoundingClientRect(),A=e.element.getBoundingClientRect(),S=Array.from(g.childNodes,R=>R.textContent).filter(Boolean);c(S.join("  "),_.left-A.left+12,_.top-A.top+er+22,{ink:"quiet"})}),x){let g=f.appearance(d.map,d),{limits:_,scale:A,quantity:S,unit:R,range:E}=g,v=document.createElement("canvas"),[T,B,D]=[er+60,Math.max(60,n-100),t+24],L=Ua(_,E);hu(v,L,Math.round(B*s),g,[a("cortex")]),o.drawImage(v,D,T,16,B),o.strokeStyle=a("line-strong"),o.strokeRect(D-.5,T-.5,17,B+1),c(S,D,er+26,{weight:600}),c(R,D,er+43,{ink:"quiet"});let{fmin:G,fmid:H,fmax:N,signed:V}=_,Y=[N,H,G,...V?[-N]:[]],k=Y.map(le=>B*(1-(le-L[0])/(L[1]-L[0])));cu(k,15,B).forEach((le,$)=>{o.fillStyle=a("ink"),o.fillRect(D+16,T+k[$]-.5,4,1),c(En(Y[$]*A),D+25,T+le+4,{size:12})})}return await new Promise((g,_)=>{r.toBlob(A=>A?g(A):_(new Error("no picture")),"image/png")})}function Gp(i,e){let t=document.createElement("a");t.href=URL.createObjectURL(i),t.download=e,t.click(),setTimeout(()=>URL.revokeObjectURL(t.href),1e4)}function Hp(i,e,t){let{store:n,actions:s,activity:r,brain:o,page:a}=i;return{state:()=>{let{time:l,map:c,views:h,slots:u,active:f,morph:d,picks:p,playing:x,dark:m}=n.state,{snr:g,method:_,place:A}=n.state;return{time:l,map:c,maps:Kt(a,n.state),views:h,view:u[f].view,hemisphere:u[f].side,morph:d,place:o.grid&&A,picks:p.map(({hemisphere:S,vertex:R})=>({hemisphere:S,vertex:R})),limits:a.maps.length?r.appearance(c,n.state).limits:{fmin:0,fmid:.5,fmax:1,signed:!1},playing:x,dark:m,live:a.live?{snr:g,method:_}:null}},setTime:l=>s.setTime(l),setMap:l=>s.setMap(l),setSideBySide:l=>s.setSideBySide(l),setView:(l,c)=>s.setView(l,c,!1),setViews:l=>s.setViews(l),setMorph:l=>s.setMorph(l),setLimits:l=>{let{key:c,limits:h}=r.appearance(n.state.map,n.state);s.setLimits(c,{...l,signed:h.signed})},setSnr:l=>s.setSnr(l),setMethod:l=>s.setMethod(l),setRegions:(l,c)=>s.setRegions(l,c),play:()=>s.play(),pause:()=>s.pause(),pick:(l,c)=>s.pick(l,c),goTo:l=>zn(i,l),clearPicks:()=>s.clearPicks(),value:(l,c)=>{let h=o.sourceOf(l,c);return h<0||!a.maps.length?Number.NaN:r.frame(n.state.map,n.state).values[h]},painted:(l,c)=>a.maps.length?r.paintedAt(n.state.map,l,c,n.state):Number.NaN,course:(l,c)=>{let h=o.sourceOf(l,c);return h<0||!a.maps.length?null:r.course(n.state.map,h,n.state)},position:(l,c)=>{let h=[Number.NaN,Number.NaN,Number.NaN];if(o.grid)return o.coordinatesOf(l,c)??h;let u=o.hemisphere(l);if(!u)return h;let{morph:f}=n.state,[d,p,x]=u.pointAt(c,f);return[d+u.shift(f),p,x]},onScreen:(l,c)=>{let h=e.locate(l,c);if(!h)return null;let u=e.canvas.getBoundingClientRect();return{x:u.left+h.x,y:u.top+h.y}},explained:()=>{let l=a.maps[n.state.map]?.response;return!r.live||l===null||l===void 0?null:r.live.explained(l)},screenshot:()=>rl(i,e),timings:()=>({ready:t,frame:r.frameTime,live:i.liveTime}),destroy:()=>{n.set({playing:!1}),n.clear();for(let l of i.cleanups.splice(0))l();i.root.remove()}}}var mm=0,zu=1,gm=2;var ca=1,xm=2,lo=3,zs=0,Bn=1,Hi=2,cr=0,co=1,Vu=2,Gu=3,Hu=4,_m=5;var hr=100,ym=101,vm=102,Sm=103,Mm=104,bm=200,wm=201,Am=202,Tm=203,Wu=204,Xu=205,Em=206,Cm=207,Rm=208,Pm=209,Im=210,Lm=211,Nm=212,Dm=213,Fm=214,Pl=0,Il=1,Ll=2,jr=3,Nl=4,Dl=5,Fl=6,Ul=7,qu=0,Um=1,Om=2,Wi=0,Yu=1,$u=2,Zu=3,Ju=4,Ku=5,Qu=6,ju=7;var ef=300,ur=301,ho=302,hc=303,uc=304,Ol=1e3,zi=1001,Bl=1002,Sn=1003,Bm=1004;var ha=1005;var Mn=1006,fc=1007;var hs=1008;var si=1009,tf=1010,nf=1011,uo=1012,dc=1013,wi=1014,Ai=1015,Ti=1016,pc=1017,mc=1018,fr=1020,sf=35902,rf=35899,of=1021,af=1022,ri=1023,ls=1026,us=1027,lf=1028,gc=1029,Vs=1030,xc=1031;var _c=1033,ua=33776,fa=33777,da=33778,pa=33779,yc=35840,vc=35841,Sc=35842,Mc=35843,bc=36196,wc=37492,Ac=37496,Tc=37488,Ec=37489,ma=37490,Cc=37491,Rc=37808,Pc=37809,Ic=37810,Lc=37811,Nc=37812,Dc=37813,Fc=37814,Uc=37815,Oc=37816,Bc=37817,kc=37818,zc=37819,Vc=37820,Gc=37821,Hc=36492,Wc=36494,Xc=36495,qc=36283,Yc=36284,ga=36285,$c=36286;var qo=2300,kl=2301,Cl=2302,Du=2303,Fu=2400,Uu=2401,Ou=2402;var km=3200;var cf=0,zm=1,fs="",jn="srgb",rr="srgb-linear",Yo="linear",bt="srgb";var Rl=7680;var Vm=519,Gm=512,Hm=513,Wm=514,hf=515,Xm=516,qm=517,uf=518,ff=519,Ym=35044,xa=35048;var df="300 es",di=2e3,$o=2001;function E_(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function C_(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Zo(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function $m(){let i=Zo("canvas");return i.style.display="block",i}var Wp={},eo=null;function pf(...i){let e="THREE."+i.shift();eo?eo("log",e,...i):console.log(e,...i)}function Zm(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ye(...i){i=Zm(i);let e="THREE."+i.shift();if(eo)eo("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function Qe(...i){i=Zm(i);let e="THREE."+i.shift();if(eo)eo("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function Xo(...i){let e=i.join(" ");e in Wp||(Wp[e]=!0,Ye(...i))}function Jm(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var Km={[Pl]:Pl,[Ll]:Fl,[Nl]:Nl,[jr]:Dl,[Il]:Il,[Fl]:Ll,[Ul]:Ul,[Dl]:jr},Vi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},Cn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var fu=Math.PI/180,zl=180/Math.PI;function _a(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(Cn[i&255]+Cn[i>>8&255]+Cn[i>>16&255]+Cn[i>>24&255]+"-"+Cn[e&255]+Cn[e>>8&255]+"-"+Cn[e>>16&15|64]+Cn[e>>24&255]+"-"+Cn[t&63|128]+Cn[t>>8&255]+"-"+Cn[t>>16&255]+Cn[t>>24&255]+Cn[n&255]+Cn[n>>8&255]+Cn[n>>16&255]+Cn[n>>24&255]).toLowerCase()}function mt(i,e,t){return Math.max(e,Math.min(t,i))}function R_(i,e){return(i%e+e)%e}function du(i,e,t){return(1-t)*i+t*e}function Qm(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function mf(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function P_(i,e){if(e.constructor===Float32Array)return i;let t=mf(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function I_(i,e){if(e.constructor===Float32Array)return i;let t=mf(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var yt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(mt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Gi=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let l=n[s+0],c=n[s+1],h=n[s+2],u=n[s+3],f=r[o+0],d=r[o+1],p=r[o+2],x=r[o+3];if(u!==x||l!==f||c!==d||h!==p){let m=l*f+c*d+h*p+u*x;m<0&&(f=-f,d=-d,p=-p,x=-x,m=-m);let g=1-a;if(m<.9995){let _=Math.acos(m),A=Math.sin(_);g=Math.sin(g*_)/A,a=Math.sin(a*_)/A,l=l*g+f*a,c=c*g+d*a,h=h*g+p*a,u=u*g+x*a}else{l=l*g+f*a,c=c*g+d*a,h=h*g+p*a,u=u*g+x*a;let _=1/Math.sqrt(l*l+c*c+h*h+u*u);l*=_,c*=_,h*=_,u*=_}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=u}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],l=n[s+1],c=n[s+2],h=n[s+3],u=r[o],f=r[o+1],d=r[o+2],p=r[o+3];return e[t]=a*p+h*u+l*d-c*f,e[t+1]=l*p+h*f+c*u-a*d,e[t+2]=c*p+h*d+a*f-l*u,e[t+3]=h*p-a*u-l*f-c*d,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(s/2),u=a(r/2),f=l(n/2),d=l(s/2),p=l(r/2);switch(o){case"XYZ":this._x=f*h*u+c*d*p,this._y=c*d*u-f*h*p,this._z=c*h*p+f*d*u,this._w=c*h*u-f*d*p;break;case"YXZ":this._x=f*h*u+c*d*p,this._y=c*d*u-f*h*p,this._z=c*h*p-f*d*u,this._w=c*h*u+f*d*p;break;case"ZXY":this._x=f*h*u-c*d*p,this._y=c*d*u+f*h*p,this._z=c*h*p+f*d*u,this._w=c*h*u-f*d*p;break;case"ZYX":this._x=f*h*u-c*d*p,this._y=c*d*u+f*h*p,this._z=c*h*p-f*d*u,this._w=c*h*u+f*d*p;break;case"YZX":this._x=f*h*u+c*d*p,this._y=c*d*u+f*h*p,this._z=c*h*p-f*d*u,this._w=c*h*u-f*d*p;break;case"XZY":this._x=f*h*u-c*d*p,this._y=c*d*u-f*h*p,this._z=c*h*p+f*d*u,this._w=c*h*u+f*d*p;break;default:Ye("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],u=t[10],f=n+a+u;if(f>0){let d=.5/Math.sqrt(f+1);this._w=.25/d,this._x=(h-l)*d,this._y=(r-c)*d,this._z=(o-s)*d}else if(n>a&&n>u){let d=2*Math.sqrt(1+n-a-u);this._w=(h-l)/d,this._x=.25*d,this._y=(s+o)/d,this._z=(r+c)/d}else if(a>u){let d=2*Math.sqrt(1+a-n-u);this._w=(r-c)/d,this._x=(s+o)/d,this._y=.25*d,this._z=(l+h)/d}else{let d=2*Math.sqrt(1+u-n-a);this._w=(o-s)/d,this._x=(r+c)/d,this._y=(l+h)/d,this._z=.25*d}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(mt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-n*c,this._z=r*h+o*c+n*l-s*a,this._w=o*h-n*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},J=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(Xp.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(Xp.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*n),h=2*(a*t-r*s),u=2*(r*n-o*t);return this.x=t+l*c+o*u-a*h,this.y=n+l*h+a*c-r*u,this.z=s+l*u+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this.z=mt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this.z=mt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-n*l,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return pu.copy(this).projectOnVector(e),this.sub(pu)}reflect(e){return this.sub(pu.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(mt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},pu=new J,Xp=new Gi,je=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c)}set(e,t,n,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],u=n[7],f=n[2],d=n[5],p=n[8],x=s[0],m=s[3],g=s[6],_=s[1],A=s[4],S=s[7],R=s[2],E=s[5],v=s[8];return r[0]=o*x+a*_+l*R,r[3]=o*m+a*A+l*E,r[6]=o*g+a*S+l*v,r[1]=c*x+h*_+u*R,r[4]=c*m+h*A+u*E,r[7]=c*g+h*S+u*v,r[2]=f*x+d*_+p*R,r[5]=f*m+d*A+p*E,r[8]=f*g+d*S+p*v,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*r*h+n*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=h*o-a*c,f=a*l-h*r,d=c*r-o*l,p=t*u+n*f+s*d;if(p===0)return this.set(0,0,0,0,0,0,0,0,0);let x=1/p;return e[0]=u*x,e[1]=(s*c-h*n)*x,e[2]=(a*n-s*o)*x,e[3]=f*x,e[4]=(h*t-s*l)*x,e[5]=(s*r-a*t)*x,e[6]=d*x,e[7]=(n*l-c*t)*x,e[8]=(o*t-n*r)*x,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Xo("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(mu.makeScale(e,t)),this}rotate(e){return Xo("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(mu.makeRotation(-e)),this}translate(e,t){return Xo("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(mu.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},mu=new je,qp=new je().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Yp=new je().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function L_(){let i={enabled:!0,workingColorSpace:rr,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===bt&&(s.r=as(s.r),s.g=as(s.g),s.b=as(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===bt&&(s.r=Qr(s.r),s.g=Qr(s.g),s.b=Qr(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===fs?Yo:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[rr]:{primaries:e,whitePoint:n,transfer:Yo,toXYZ:qp,fromXYZ:Yp,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:jn},outputColorSpaceConfig:{drawingBufferColorSpace:jn}},[jn]:{primaries:e,whitePoint:n,transfer:bt,toXYZ:qp,fromXYZ:Yp,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:jn}}}),i}var ut=L_();function as(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function Qr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var kr,Vl=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{kr===void 0&&(kr=Zo("canvas")),kr.width=e.width,kr.height=e.height;let s=kr.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=kr}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Zo("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=as(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(as(t[n]/255)*255):t[n]=as(t[n]);return{data:t,width:e.width,height:e.height}}else return Ye("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},N_=0,to=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:N_++}),this.uuid=_a(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(gu(s[o].image)):r.push(gu(s[o]))}else r=gu(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function gu(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?Vl.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ye("Texture: Unable to serialize Texture."),{})}var D_=0,xu=new J,Wn=class i extends Vi{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=zi,s=zi,r=Mn,o=hs,a=ri,l=si,c=i.DEFAULT_ANISOTROPY,h=fs){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:D_++}),this.uuid=_a(),this.name="",this.source=new to(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new yt(0,0),this.repeat=new yt(1,1),this.center=new yt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new je,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(xu).x}get height(){return this.source.getSize(xu).y}get depth(){return this.source.getSize(xu).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ye(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==ef)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Ol:e.x=e.x-Math.floor(e.x);break;case zi:e.x=e.x<0?0:1;break;case Bl:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Ol:e.y=e.y-Math.floor(e.y);break;case zi:e.y=e.y<0?0:1;break;case Bl:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Wn.DEFAULT_IMAGE=null;Wn.DEFAULT_MAPPING=ef;Wn.DEFAULT_ANISOTROPY=1;var Xt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,l=e.elements,c=l[0],h=l[4],u=l[8],f=l[1],d=l[5],p=l[9],x=l[2],m=l[6],g=l[10];if(Math.abs(h-f)<.01&&Math.abs(u-x)<.01&&Math.abs(p-m)<.01){if(Math.abs(h+f)<.1&&Math.abs(u+x)<.1&&Math.abs(p+m)<.1&&Math.abs(c+d+g-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let A=(c+1)/2,S=(d+1)/2,R=(g+1)/2,E=(h+f)/4,v=(u+x)/4,T=(p+m)/4;return A>S&&A>R?A<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(A),s=E/n,r=v/n):S>R?S<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(S),n=E/s,r=T/s):R<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(R),n=v/r,s=T/r),this.set(n,s,r,t),this}let _=Math.sqrt((m-p)*(m-p)+(u-x)*(u-x)+(f-h)*(f-h));return Math.abs(_)<.001&&(_=1),this.x=(m-p)/_,this.y=(u-x)/_,this.z=(f-h)/_,this.w=Math.acos((c+d+g-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this.z=mt(this.z,e.z,t.z),this.w=mt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this.z=mt(this.z,e,t),this.w=mt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Gl=class extends Vi{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Mn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new Xt(0,0,e,t),this.scissorTest=!1,this.viewport=new Xt(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new Wn({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Mn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new to(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},ti=class extends Gl{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},Jo=class extends Wn{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Sn,this.minFilter=Sn,this.wrapR=zi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Hl=class extends Wn{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=Sn,this.minFilter=Sn,this.wrapR=zi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var zt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,l,c,h,u,f,d,p,x,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c,h,u,f,d,p,x,m)}set(e,t,n,s,r,o,a,l,c,h,u,f,d,p,x,m){let g=this.elements;return g[0]=e,g[4]=t,g[8]=n,g[12]=s,g[1]=r,g[5]=o,g[9]=a,g[13]=l,g[2]=c,g[6]=h,g[10]=u,g[14]=f,g[3]=d,g[7]=p,g[11]=x,g[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/zr.setFromMatrixColumn(e,0).length(),r=1/zr.setFromMatrixColumn(e,1).length(),o=1/zr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),u=Math.sin(r);if(e.order==="XYZ"){let f=o*h,d=o*u,p=a*h,x=a*u;t[0]=l*h,t[4]=-l*u,t[8]=c,t[1]=d+p*c,t[5]=f-x*c,t[9]=-a*l,t[2]=x-f*c,t[6]=p+d*c,t[10]=o*l}else if(e.order==="YXZ"){let f=l*h,d=l*u,p=c*h,x=c*u;t[0]=f+x*a,t[4]=p*a-d,t[8]=o*c,t[1]=o*u,t[5]=o*h,t[9]=-a,t[2]=d*a-p,t[6]=x+f*a,t[10]=o*l}else if(e.order==="ZXY"){let f=l*h,d=l*u,p=c*h,x=c*u;t[0]=f-x*a,t[4]=-o*u,t[8]=p+d*a,t[1]=d+p*a,t[5]=o*h,t[9]=x-f*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let f=o*h,d=o*u,p=a*h,x=a*u;t[0]=l*h,t[4]=p*c-d,t[8]=f*c+x,t[1]=l*u,t[5]=x*c+f,t[9]=d*c-p,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let f=o*l,d=o*c,p=a*l,x=a*c;t[0]=l*h,t[4]=x-f*u,t[8]=p*u+d,t[1]=u,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=d*u+p,t[10]=f-x*u}else if(e.order==="XZY"){let f=o*l,d=o*c,p=a*l,x=a*c;t[0]=l*h,t[4]=-u,t[8]=c*h,t[1]=f*u+x,t[5]=o*h,t[9]=d*u-p,t[2]=p*u-d,t[6]=a*h,t[10]=x*u+f}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(F_,e,U_)}lookAt(e,t,n){let s=this.elements;return Kn.subVectors(e,t),Kn.lengthSq()===0&&(Kn.z=1),Kn.normalize(),Cs.crossVectors(n,Kn),Cs.lengthSq()===0&&(Math.abs(n.z)===1?Kn.x+=1e-4:Kn.z+=1e-4,Kn.normalize(),Cs.crossVectors(n,Kn)),Cs.normalize(),ol.crossVectors(Kn,Cs),s[0]=Cs.x,s[4]=ol.x,s[8]=Kn.x,s[1]=Cs.y,s[5]=ol.y,s[9]=Kn.y,s[2]=Cs.z,s[6]=ol.z,s[10]=Kn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],u=n[5],f=n[9],d=n[13],p=n[2],x=n[6],m=n[10],g=n[14],_=n[3],A=n[7],S=n[11],R=n[15],E=s[0],v=s[4],T=s[8],B=s[12],D=s[1],L=s[5],G=s[9],H=s[13],N=s[2],V=s[6],Y=s[10],k=s[14],le=s[3],$=s[7],j=s[11],se=s[15];return r[0]=o*E+a*D+l*N+c*le,r[4]=o*v+a*L+l*V+c*$,r[8]=o*T+a*G+l*Y+c*j,r[12]=o*B+a*H+l*k+c*se,r[1]=h*E+u*D+f*N+d*le,r[5]=h*v+u*L+f*V+d*$,r[9]=h*T+u*G+f*Y+d*j,r[13]=h*B+u*H+f*k+d*se,r[2]=p*E+x*D+m*N+g*le,r[6]=p*v+x*L+m*V+g*$,r[10]=p*T+x*G+m*Y+g*j,r[14]=p*B+x*H+m*k+g*se,r[3]=_*E+A*D+S*N+R*le,r[7]=_*v+A*L+S*V+R*$,r[11]=_*T+A*G+S*Y+R*j,r[15]=_*B+A*H+S*k+R*se,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],u=e[6],f=e[10],d=e[14],p=e[3],x=e[7],m=e[11],g=e[15],_=l*d-c*f,A=a*d-c*u,S=a*f-l*u,R=o*d-c*h,E=o*f-l*h,v=o*u-a*h;return t*(x*_-m*A+g*S)-n*(p*_-m*R+g*E)+s*(p*A-x*R+g*v)-r*(p*S-x*E+m*v)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=e[9],f=e[10],d=e[11],p=e[12],x=e[13],m=e[14],g=e[15],_=t*a-n*o,A=t*l-s*o,S=t*c-r*o,R=n*l-s*a,E=n*c-r*a,v=s*c-r*l,T=h*x-u*p,B=h*m-f*p,D=h*g-d*p,L=u*m-f*x,G=u*g-d*x,H=f*g-d*m,N=_*H-A*G+S*L+R*D-E*B+v*T;if(N===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let V=1/N;return e[0]=(a*H-l*G+c*L)*V,e[1]=(s*G-n*H-r*L)*V,e[2]=(x*v-m*E+g*R)*V,e[3]=(f*E-u*v-d*R)*V,e[4]=(l*D-o*H-c*B)*V,e[5]=(t*H-s*D+r*B)*V,e[6]=(m*S-p*v-g*A)*V,e[7]=(h*v-f*S+d*A)*V,e[8]=(o*G-a*D+c*T)*V,e[9]=(n*D-t*G-r*T)*V,e[10]=(p*E-x*S+g*_)*V,e[11]=(u*S-h*E-d*_)*V,e[12]=(a*B-o*L-l*T)*V,e[13]=(t*L-n*B+s*T)*V,e[14]=(x*A-p*R-m*_)*V,e[15]=(h*R-u*A+f*_)*V,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+n,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+n,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,u=a+a,f=r*c,d=r*h,p=r*u,x=o*h,m=o*u,g=a*u,_=l*c,A=l*h,S=l*u,R=n.x,E=n.y,v=n.z;return s[0]=(1-(x+g))*R,s[1]=(d+S)*R,s[2]=(p-A)*R,s[3]=0,s[4]=(d-S)*E,s[5]=(1-(f+g))*E,s[6]=(m+_)*E,s[7]=0,s[8]=(p+A)*v,s[9]=(m-_)*v,s[10]=(1-(f+x))*v,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=zr.set(s[0],s[1],s[2]).length(),a=zr.set(s[4],s[5],s[6]).length(),l=zr.set(s[8],s[9],s[10]).length();r<0&&(o=-o),vi.copy(this);let c=1/o,h=1/a,u=1/l;return vi.elements[0]*=c,vi.elements[1]*=c,vi.elements[2]*=c,vi.elements[4]*=h,vi.elements[5]*=h,vi.elements[6]*=h,vi.elements[8]*=u,vi.elements[9]*=u,vi.elements[10]*=u,t.setFromRotationMatrix(vi),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,s,r,o,a=di,l=!1){let c=this.elements,h=2*r/(t-e),u=2*r/(n-s),f=(t+e)/(t-e),d=(n+s)/(n-s),p,x;if(l)p=r/(o-r),x=o*r/(o-r);else if(a===di)p=-(o+r)/(o-r),x=-2*o*r/(o-r);else if(a===$o)p=-o/(o-r),x=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=f,c[12]=0,c[1]=0,c[5]=u,c[9]=d,c[13]=0,c[2]=0,c[6]=0,c[10]=p,c[14]=x,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=di,l=!1){let c=this.elements,h=2/(t-e),u=2/(n-s),f=-(t+e)/(t-e),d=-(n+s)/(n-s),p,x;if(l)p=1/(o-r),x=o/(o-r);else if(a===di)p=-2/(o-r),x=-(o+r)/(o-r);else if(a===$o)p=-1/(o-r),x=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=f,c[1]=0,c[5]=u,c[9]=0,c[13]=d,c[2]=0,c[6]=0,c[10]=p,c[14]=x,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},zr=new J,vi=new zt,F_=new J(0,0,0),U_=new J(1,1,1),Cs=new J,ol=new J,Kn=new J,$p=new zt,Zp=new Gi,Ds=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],u=s[2],f=s[6],d=s[10];switch(t){case"XYZ":this._y=Math.asin(mt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,d),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(f,c),this._z=0);break;case"YXZ":this._x=Math.asin(-mt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,d),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-u,r),this._z=0);break;case"ZXY":this._x=Math.asin(mt(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-u,d),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-mt(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(f,d),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(mt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-u,r)):(this._x=0,this._y=Math.atan2(a,d));break;case"XZY":this._z=Math.asin(-mt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(f,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,d),this._y=0);break;default:Ye("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return $p.makeRotationFromQuaternion(e),this.setFromRotationMatrix($p,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Zp.setFromEuler(this),this.setFromQuaternion(Zp,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Ds.DEFAULT_ORDER="XYZ";var Ko=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},O_=0,Jp=new J,Vr=new Gi,ts=new zt,al=new J,zo=new J,B_=new J,k_=new Gi,Kp=new J(1,0,0),Qp=new J(0,1,0),jp=new J(0,0,1),em={type:"added"},z_={type:"removed"},Gr={type:"childadded",child:null},_u={type:"childremoved",child:null},ni=class i extends Vi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:O_++}),this.uuid=_a(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new J,t=new Ds,n=new Gi,s=new J(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new zt},normalMatrix:{value:new je}}),this.matrix=new zt,this.matrixWorld=new zt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Ko,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Vr.setFromAxisAngle(e,t),this.quaternion.multiply(Vr),this}rotateOnWorldAxis(e,t){return Vr.setFromAxisAngle(e,t),this.quaternion.premultiply(Vr),this}rotateX(e){return this.rotateOnAxis(Kp,e)}rotateY(e){return this.rotateOnAxis(Qp,e)}rotateZ(e){return this.rotateOnAxis(jp,e)}translateOnAxis(e,t){return Jp.copy(e).applyQuaternion(this.quaternion),this.position.add(Jp.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Kp,e)}translateY(e){return this.translateOnAxis(Qp,e)}translateZ(e){return this.translateOnAxis(jp,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(ts.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?al.copy(e):al.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),zo.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?ts.lookAt(zo,al,this.up):ts.lookAt(al,zo,this.up),this.quaternion.setFromRotationMatrix(ts),s&&(ts.extractRotation(s.matrixWorld),Vr.setFromRotationMatrix(ts),this.quaternion.premultiply(Vr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Qe("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(em),Gr.child=e,this.dispatchEvent(Gr),Gr.child=null):Qe("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(z_),_u.child=e,this.dispatchEvent(_u),_u.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),ts.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),ts.multiply(e.parent.matrixWorld)),e.applyMatrix4(ts),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(em),Gr.child=e,this.dispatchEvent(Gr),Gr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(zo,e,B_),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(zo,k_,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let u=l[c];r(e.shapes,u)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),u=o(e.shapes),f=o(e.skeletons),d=o(e.animations),p=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),u.length>0&&(n.shapes=u),f.length>0&&(n.skeletons=f),d.length>0&&(n.animations=d),p.length>0&&(n.nodes=p)}return n.object=s,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};ni.DEFAULT_UP=new J(0,1,0);ni.DEFAULT_MATRIX_AUTO_UPDATE=!0;ni.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var os=class extends ni{constructor(){super(),this.isGroup=!0,this.type="Group"}},V_={type:"move"},no=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new os,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new os,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new J,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new J),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new os,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new J,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new J,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let x of e.hand.values()){let m=t.getJointPose(x,n),g=this._getHandJoint(c,x);m!==null&&(g.matrix.fromArray(m.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=m.radius),g.visible=m!==null}let h=c.joints["index-finger-tip"],u=c.joints["thumb-tip"],f=h.position.distanceTo(u.position),d=.02,p=.005;c.inputState.pinching&&f>d+p?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&f<=d-p&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(V_)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new os;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},jm={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Rs={h:0,s:0,l:0},ll={h:0,s:0,l:0};function yu(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var xt=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=jn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,ut.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=ut.workingColorSpace){return this.r=e,this.g=t,this.b=n,ut.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=ut.workingColorSpace){if(e=R_(e,1),t=mt(t,0,1),n=mt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=yu(o,r,e+1/3),this.g=yu(o,r,e),this.b=yu(o,r,e-1/3)}return ut.colorSpaceToWorking(this,s),this}setStyle(e,t=jn){function n(r){r!==void 0&&parseFloat(r)<1&&Ye("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ye("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Ye("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=jn){let n=jm[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ye("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=as(e.r),this.g=as(e.g),this.b=as(e.b),this}copyLinearToSRGB(e){return this.r=Qr(e.r),this.g=Qr(e.g),this.b=Qr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=jn){return ut.workingToColorSpace(Rn.copy(this),e),Math.round(mt(Rn.r*255,0,255))*65536+Math.round(mt(Rn.g*255,0,255))*256+Math.round(mt(Rn.b*255,0,255))}getHexString(e=jn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=ut.workingColorSpace){ut.workingToColorSpace(Rn.copy(this),t);let n=Rn.r,s=Rn.g,r=Rn.b,o=Math.max(n,s,r),a=Math.min(n,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let u=o-a;switch(c=h<=.5?u/(o+a):u/(2-o-a),o){case n:l=(s-r)/u+(s<r?6:0);break;case s:l=(r-n)/u+2;break;case r:l=(n-s)/u+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=ut.workingColorSpace){return ut.workingToColorSpace(Rn.copy(this),t),e.r=Rn.r,e.g=Rn.g,e.b=Rn.b,e}getStyle(e=jn){ut.workingToColorSpace(Rn.copy(this),e);let t=Rn.r,n=Rn.g,s=Rn.b;return e!==jn?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Rs),this.setHSL(Rs.h+e,Rs.s+t,Rs.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Rs),e.getHSL(ll);let n=du(Rs.h,ll.h,t),s=du(Rs.s,ll.s,t),r=du(Rs.l,ll.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Rn=new xt;xt.NAMES=jm;var Qo=class extends ni{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Ds,this.environmentIntensity=1,this.environmentRotation=new Ds,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},Si=new J,ns=new J,vu=new J,is=new J,Hr=new J,Wr=new J,tm=new J,Su=new J,Mu=new J,bu=new J,wu=new Xt,Au=new Xt,Tu=new Xt,Ns=class i{constructor(e=new J,t=new J,n=new J){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),Si.subVectors(e,t),s.cross(Si);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){Si.subVectors(s,t),ns.subVectors(n,t),vu.subVectors(e,t);let o=Si.dot(Si),a=Si.dot(ns),l=Si.dot(vu),c=ns.dot(ns),h=ns.dot(vu),u=o*c-a*a;if(u===0)return r.set(0,0,0),null;let f=1/u,d=(c*l-a*h)*f,p=(o*h-a*l)*f;return r.set(1-d-p,p,d)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,is)===null?!1:is.x>=0&&is.y>=0&&is.x+is.y<=1}static getInterpolation(e,t,n,s,r,o,a,l){return this.getBarycoord(e,t,n,s,is)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,is.x),l.addScaledVector(o,is.y),l.addScaledVector(a,is.z),l)}static getInterpolatedAttribute(e,t,n,s,r,o){return wu.setScalar(0),Au.setScalar(0),Tu.setScalar(0),wu.fromBufferAttribute(e,t),Au.fromBufferAttribute(e,n),Tu.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(wu,r.x),o.addScaledVector(Au,r.y),o.addScaledVector(Tu,r.z),o}static isFrontFacing(e,t,n,s){return Si.subVectors(n,t),ns.subVectors(e,t),Si.cross(ns).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return Si.subVectors(this.c,this.b),ns.subVectors(this.a,this.b),Si.cross(ns).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;Hr.subVectors(s,n),Wr.subVectors(r,n),Su.subVectors(e,n);let l=Hr.dot(Su),c=Wr.dot(Su);if(l<=0&&c<=0)return t.copy(n);Mu.subVectors(e,s);let h=Hr.dot(Mu),u=Wr.dot(Mu);if(h>=0&&u<=h)return t.copy(s);let f=l*u-h*c;if(f<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(Hr,o);bu.subVectors(e,r);let d=Hr.dot(bu),p=Wr.dot(bu);if(p>=0&&d<=p)return t.copy(r);let x=d*c-l*p;if(x<=0&&c>=0&&p<=0)return a=c/(c-p),t.copy(n).addScaledVector(Wr,a);let m=h*p-d*u;if(m<=0&&u-h>=0&&d-p>=0)return tm.subVectors(r,s),a=(u-h)/(u-h+(d-p)),t.copy(s).addScaledVector(tm,a);let g=1/(m+x+f);return o=x*g,a=f*g,t.copy(n).addScaledVector(Hr,o).addScaledVector(Wr,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Fs=class{constructor(e=new J(1/0,1/0,1/0),t=new J(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(Mi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(Mi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=Mi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,Mi):Mi.fromBufferAttribute(r,o),Mi.applyMatrix4(e.matrixWorld),this.expandByPoint(Mi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),cl.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),cl.copy(n.boundingBox)),cl.applyMatrix4(e.matrixWorld),this.union(cl)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,Mi),Mi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Vo),hl.subVectors(this.max,Vo),Xr.subVectors(e.a,Vo),qr.subVectors(e.b,Vo),Yr.subVectors(e.c,Vo),Ps.subVectors(qr,Xr),Is.subVectors(Yr,qr),tr.subVectors(Xr,Yr);let t=[0,-Ps.z,Ps.y,0,-Is.z,Is.y,0,-tr.z,tr.y,Ps.z,0,-Ps.x,Is.z,0,-Is.x,tr.z,0,-tr.x,-Ps.y,Ps.x,0,-Is.y,Is.x,0,-tr.y,tr.x,0];return!Eu(t,Xr,qr,Yr,hl)||(t=[1,0,0,0,1,0,0,0,1],!Eu(t,Xr,qr,Yr,hl))?!1:(ul.crossVectors(Ps,Is),t=[ul.x,ul.y,ul.z],Eu(t,Xr,qr,Yr,hl))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,Mi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(Mi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(ss[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),ss[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),ss[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),ss[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),ss[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),ss[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),ss[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),ss[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(ss),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},ss=[new J,new J,new J,new J,new J,new J,new J,new J],Mi=new J,cl=new Fs,Xr=new J,qr=new J,Yr=new J,Ps=new J,Is=new J,tr=new J,Vo=new J,hl=new J,ul=new J,nr=new J;function Eu(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){nr.fromArray(i,r);let a=s.x*Math.abs(nr.x)+s.y*Math.abs(nr.y)+s.z*Math.abs(nr.z),l=e.dot(nr),c=t.dot(nr),h=n.dot(nr);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var an=new J,fl=new yt,G_=0,Dt=class extends Vi{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:G_++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=Ym,this.updateRanges=[],this.gpuType=Ai,this.version=0,this._normalizationScale=e!==void 0?mf(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)fl.fromBufferAttribute(this,t),fl.applyMatrix3(e),this.setXY(t,fl.x,fl.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)an.fromBufferAttribute(this,t),an.applyMatrix3(e),this.setXYZ(t,an.x,an.y,an.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)an.fromBufferAttribute(this,t),an.applyMatrix4(e),this.setXYZ(t,an.x,an.y,an.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)an.fromBufferAttribute(this,t),an.applyNormalMatrix(e),this.setXYZ(t,an.x,an.y,an.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)an.fromBufferAttribute(this,t),an.transformDirection(e),this.setXYZ(t,an.x,an.y,an.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):P_(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):I_(e,this.array)}};var jo=class extends Dt{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var ea=class extends Dt{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var Hn=class extends Dt{constructor(e,t,n){super(new Float32Array(e),t,n)}},H_=new Fs,Go=new J,Cu=new J,or=class{constructor(e=new J,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):H_.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Go.subVectors(e,this.center);let t=Go.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(Go,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Cu.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Go.copy(e.center).add(Cu)),this.expandByPoint(Go.copy(e.center).sub(Cu))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},W_=0,fi=new zt,Ru=new ni,$r=new J,Qn=new Fs,Ho=new Fs,vn=new J,Xn=class i extends Vi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:W_++}),this.uuid=_a(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(E_(e)?ea:jo)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new je().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return fi.makeRotationFromQuaternion(e),this.applyMatrix4(fi),this}rotateX(e){return fi.makeRotationX(e),this.applyMatrix4(fi),this}rotateY(e){return fi.makeRotationY(e),this.applyMatrix4(fi),this}rotateZ(e){return fi.makeRotationZ(e),this.applyMatrix4(fi),this}translate(e,t,n){return fi.makeTranslation(e,t,n),this.applyMatrix4(fi),this}scale(e,t,n){return fi.makeScale(e,t,n),this.applyMatrix4(fi),this}lookAt(e){return Ru.lookAt(e),Ru.updateMatrix(),this.applyMatrix4(Ru.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter($r).negate(),this.translate($r.x,$r.y,$r.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new Hn(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ye("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Fs);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new J(-1/0,-1/0,-1/0),new J(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];Qn.setFromBufferAttribute(r),this.morphTargetsRelative?(vn.addVectors(this.boundingBox.min,Qn.min),this.boundingBox.expandByPoint(vn),vn.addVectors(this.boundingBox.max,Qn.max),this.boundingBox.expandByPoint(vn)):(this.boundingBox.expandByPoint(Qn.min),this.boundingBox.expandByPoint(Qn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Qe('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new or);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new J,1/0);return}if(e){let n=this.boundingSphere.center;if(Qn.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];Ho.setFromBufferAttribute(a),this.morphTargetsRelative?(vn.addVectors(Qn.min,Ho.min),Qn.expandByPoint(vn),vn.addVectors(Qn.max,Ho.max),Qn.expandByPoint(vn)):(Qn.expandByPoint(Ho.min),Qn.expandByPoint(Ho.max))}Qn.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)vn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(vn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)vn.fromBufferAttribute(a,c),l&&($r.fromBufferAttribute(e,c),vn.add($r)),s=Math.max(s,n.distanceToSquared(vn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&Qe('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Qe("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new Dt(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let B=0;B<n.count;B++)a[B]=new J,l[B]=new J;let h=new J,u=new J,f=new J,d=new yt,p=new yt,x=new yt,m=new J,g=new J;function _(B,D,L){c[B]=c[D]=c[L]=1,h.fromBufferAttribute(n,B),u.fromBufferAttribute(n,D),f.fromBufferAttribute(n,L),d.fromBufferAttribute(r,B),p.fromBufferAttribute(r,D),x.fromBufferAttribute(r,L),u.sub(h),f.sub(h),p.sub(d),x.sub(d);let G=1/(p.x*x.y-x.x*p.y);isFinite(G)&&(m.copy(u).multiplyScalar(x.y).addScaledVector(f,-p.y).multiplyScalar(G),g.copy(f).multiplyScalar(p.x).addScaledVector(u,-x.x).multiplyScalar(G),a[B].add(m),a[D].add(m),a[L].add(m),l[B].add(g),l[D].add(g),l[L].add(g))}let A=this.groups;A.length===0&&(A=[{start:0,count:e.count}]);for(let B=0,D=A.length;B<D;++B){let L=A[B],G=L.start,H=L.count;for(let N=G,V=G+H;N<V;N+=3)_(e.getX(N+0),e.getX(N+1),e.getX(N+2))}let S=new J,R=new J,E=new J,v=new J;function T(B){E.fromBufferAttribute(s,B),v.copy(E);let D=a[B];S.copy(D),S.sub(E.multiplyScalar(E.dot(D))).normalize(),R.crossVectors(v,D);let G=R.dot(l[B])<0?-1:1;o.setXYZW(B,S.x,S.y,S.z,G)}for(let B=0,D=n.count;B<D;++B)c[B]&&T(B);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new Dt(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let f=0,d=n.count;f<d;f++)n.setXYZ(f,0,0,0);let s=new J,r=new J,o=new J,a=new J,l=new J,c=new J,h=new J,u=new J;if(e)for(let f=0,d=e.count;f<d;f+=3){let p=e.getX(f+0),x=e.getX(f+1),m=e.getX(f+2);s.fromBufferAttribute(t,p),r.fromBufferAttribute(t,x),o.fromBufferAttribute(t,m),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),a.fromBufferAttribute(n,p),l.fromBufferAttribute(n,x),c.fromBufferAttribute(n,m),a.add(h),l.add(h),c.add(h),n.setXYZ(p,a.x,a.y,a.z),n.setXYZ(x,l.x,l.y,l.z),n.setXYZ(m,c.x,c.y,c.z)}else for(let f=0,d=t.count;f<d;f+=3)s.fromBufferAttribute(t,f+0),r.fromBufferAttribute(t,f+1),o.fromBufferAttribute(t,f+2),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),n.setXYZ(f+0,h.x,h.y,h.z),n.setXYZ(f+1,h.x,h.y,h.z),n.setXYZ(f+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)vn.fromBufferAttribute(e,t),vn.normalize(),e.setXYZ(t,vn.x,vn.y,vn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,u=a.normalized,f=new c.constructor(l.length*h),d=0,p=0;for(let x=0,m=l.length;x<m;x++){a.isInterleavedBufferAttribute?d=l[x]*a.data.stride+a.offset:d=l[x]*h;for(let g=0;g<h;g++)f[p++]=c[d++]}return new Dt(f,h,u)}if(this.index===null)return Ye("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,n);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,u=c.length;h<u;h++){let f=c[h],d=e(f,n);l.push(d)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let u=0,f=c.length;u<f;u++){let d=c[u];h.push(d.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],u=r[c];for(let f=0,d=u.length;f<d;f++)h.push(u[f].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let u=o[c];this.addGroup(u.start,u.count,u.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Pu=new J,X_=new J,q_=new je,bi=class{constructor(e=new J(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=Pu.subVectors(n,t).cross(X_.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(Pu),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||q_.getNormalMatrix(e),s=this.coplanarPoint(Pu).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},Y_=0,Us=class extends Vi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:Y_++}),this.uuid=_a(),this.name="",this.type="Material",this.blending=co,this.side=zs,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Wu,this.blendDst=Xu,this.blendEquation=hr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new xt(0,0,0),this.blendAlpha=0,this.depthFunc=jr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Vm,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Rl,this.stencilZFail=Rl,this.stencilZPass=Rl,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ye(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new xt().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new bi().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new yt().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new yt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var rs=new J,Iu=new J,dl=new J,pl=new J,ta=class{constructor(e=new J,t=new J(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,rs)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=rs.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(rs.copy(this.origin).addScaledVector(this.direction,t),rs.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){Iu.copy(e).add(t).multiplyScalar(.5),dl.copy(t).sub(e).normalize(),pl.copy(this.origin).sub(Iu);let r=e.distanceTo(t)*.5,o=-this.direction.dot(dl),a=pl.dot(this.direction),l=-pl.dot(dl),c=pl.lengthSq(),h=Math.abs(1-o*o),u,f,d,p;if(h>0)if(u=o*l-a,f=o*a-l,p=r*h,u>=0)if(f>=-p)if(f<=p){let x=1/h;u*=x,f*=x,d=u*(u+o*f+2*a)+f*(o*u+f+2*l)+c}else f=r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;else f=-r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;else f<=-p?(u=Math.max(0,-(-o*r+a)),f=u>0?-r:Math.min(Math.max(-r,-l),r),d=-u*u+f*(f+2*l)+c):f<=p?(u=0,f=Math.min(Math.max(-r,-l),r),d=f*(f+2*l)+c):(u=Math.max(0,-(o*r+a)),f=u>0?r:Math.min(Math.max(-r,-l),r),d=-u*u+f*(f+2*l)+c);else f=o>0?-r:r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,u),s&&s.copy(Iu).addScaledVector(dl,f),d}intersectSphere(e,t){if(e.radius<0)return null;rs.subVectors(e.center,this.origin);let n=rs.dot(this.direction),s=rs.dot(rs)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,u=1/this.direction.z,f=this.origin;return c>=0?(n=(e.min.x-f.x)*c,s=(e.max.x-f.x)*c):(n=(e.max.x-f.x)*c,s=(e.min.x-f.x)*c),h>=0?(r=(e.min.y-f.y)*h,o=(e.max.y-f.y)*h):(r=(e.max.y-f.y)*h,o=(e.min.y-f.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),u>=0?(a=(e.min.z-f.z)*u,l=(e.max.z-f.z)*u):(a=(e.max.z-f.z)*u,l=(e.min.z-f.z)*u),n>l||a>s)||((a>n||n!==n)&&(n=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,rs)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,u=e.x-o.x,f=e.y-o.y,d=e.z-o.z,p=t.x-o.x,x=t.y-o.y,m=t.z-o.z,g=n.x-o.x,_=n.y-o.y,A=n.z-o.z,S=Math.abs(l),R=Math.abs(c),E=Math.abs(h),v,T,B,D,L,G,H,N,V,Y,k,le;if(S>=R&&S>=E?(B=l,G=u,V=p,le=g,l>=0?(v=c,T=h,D=f,L=d,H=x,N=m,Y=_,k=A):(v=h,T=c,D=d,L=f,H=m,N=x,Y=A,k=_)):R>=E?(B=c,G=f,V=x,le=_,c>=0?(v=h,T=l,D=d,L=u,H=m,N=p,Y=A,k=g):(v=l,T=h,D=u,L=d,H=p,N=m,Y=g,k=A)):(B=h,G=d,V=m,le=A,h>=0?(v=l,T=c,D=u,L=f,H=p,N=x,Y=g,k=_):(v=c,T=l,D=f,L=u,H=x,N=p,Y=_,k=g)),B===0)return null;let $=v/B,j=T/B,se=1/B,fe=D-$*G,ue=L-j*G,ee=H-$*V,me=N-j*V,_e=Y-$*le,Ee=k-j*le,Me=_e*me-Ee*ee,He=fe*Ee-ue*_e,nt=ee*ue-me*fe;if(s){if(Me<0||He<0||nt<0)return null}else if((Me<0||He<0||nt<0)&&(Me>0||He>0||nt>0))return null;let Ve=Me+He+nt;if(Ve===0)return null;let lt=se*(Me*G+He*V+nt*le);return(Ve>0?lt<0:lt>0)?null:this.at(lt/Ve,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Wl=class extends Us{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new xt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ds,this.combine=qu,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},nm=new zt,ir=new ta,ml=new or,im=new J,gl=new J,xl=new J,_l=new J,Lu=new J,yl=new J,sm=new J,vl=new J,On=class extends ni{constructor(e=new Xn,t=new Wl){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){yl.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],u=r[l];h!==0&&(Lu.fromBufferAttribute(u,e),o?yl.addScaledVector(Lu,h):yl.addScaledVector(Lu.sub(t),h))}t.add(yl)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),ml.copy(n.boundingSphere),ml.applyMatrix4(r),ir.copy(e.ray).recast(e.near),!(ml.containsPoint(ir.origin)===!1&&(ir.intersectSphere(ml,im)===null||ir.origin.distanceToSquared(im)>(e.far-e.near)**2))&&(nm.copy(r).invert(),ir.copy(e.ray).applyMatrix4(nm),!(n.boundingBox!==null&&ir.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,ir)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,u=r.attributes.normal,f=r.groups,d=r.drawRange;if(a!==null)if(Array.isArray(o))for(let p=0,x=f.length;p<x;p++){let m=f[p],g=o[m.materialIndex],_=Math.max(m.start,d.start),A=Math.min(a.count,Math.min(m.start+m.count,d.start+d.count));for(let S=_,R=A;S<R;S+=3){let E=a.getX(S),v=a.getX(S+1),T=a.getX(S+2);s=Sl(this,g,e,n,c,h,u,E,v,T),s&&(s.faceIndex=Math.floor(S/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let p=Math.max(0,d.start),x=Math.min(a.count,d.start+d.count);for(let m=p,g=x;m<g;m+=3){let _=a.getX(m),A=a.getX(m+1),S=a.getX(m+2);s=Sl(this,o,e,n,c,h,u,_,A,S),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let p=0,x=f.length;p<x;p++){let m=f[p],g=o[m.materialIndex],_=Math.max(m.start,d.start),A=Math.min(l.count,Math.min(m.start+m.count,d.start+d.count));for(let S=_,R=A;S<R;S+=3){let E=S,v=S+1,T=S+2;s=Sl(this,g,e,n,c,h,u,E,v,T),s&&(s.faceIndex=Math.floor(S/3),s.face.materialIndex=m.materialIndex,t.push(s))}}else{let p=Math.max(0,d.start),x=Math.min(l.count,d.start+d.count);for(let m=p,g=x;m<g;m+=3){let _=m,A=m+1,S=m+2;s=Sl(this,o,e,n,c,h,u,_,A,S),s&&(s.faceIndex=Math.floor(m/3),t.push(s))}}}};function $_(i,e,t,n,s,r,o,a){let l;if(e.side===Bn?l=n.intersectTriangle(o,r,s,!0,a):l=n.intersectTriangle(s,r,o,e.side===zs,a),l===null)return null;vl.copy(a),vl.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(vl);return c<t.near||c>t.far?null:{distance:c,point:vl.clone(),object:i}}function Sl(i,e,t,n,s,r,o,a,l,c){i.getVertexPosition(a,gl),i.getVertexPosition(l,xl),i.getVertexPosition(c,_l);let h=$_(i,e,t,n,gl,xl,_l,sm);if(h){let u=new J;Ns.getBarycoord(sm,gl,xl,_l,u),s&&(h.uv=Ns.getInterpolatedAttribute(s,a,l,c,u,new yt)),r&&(h.uv1=Ns.getInterpolatedAttribute(r,a,l,c,u,new yt)),o&&(h.normal=Ns.getInterpolatedAttribute(o,a,l,c,u,new J),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let f={a,b:l,c,normal:new J,materialIndex:0};Ns.getNormal(gl,xl,_l,f.normal),h.face=f,h.barycoord=u}return h}var io=class extends Wn{constructor(e=null,t=1,n=1,s,r,o,a,l,c=Sn,h=Sn,u,f){super(null,o,a,l,c,h,s,r,u,f),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var ar=class extends Dt{constructor(e,t,n,s=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=s}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var sr=new or,Z_=new yt(.5,.5),Ml=new J,lr=class{constructor(e=new bi,t=new bi,n=new bi,s=new bi,r=new bi,o=new bi){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=di,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],u=r[5],f=r[6],d=r[7],p=r[8],x=r[9],m=r[10],g=r[11],_=r[12],A=r[13],S=r[14],R=r[15];if(s[0].setComponents(c-o,d-h,g-p,R-_).normalize(),s[1].setComponents(c+o,d+h,g+p,R+_).normalize(),s[2].setComponents(c+a,d+u,g+x,R+A).normalize(),s[3].setComponents(c-a,d-u,g-x,R-A).normalize(),n)s[4].setComponents(l,f,m,S).normalize(),s[5].setComponents(c-l,d-f,g-m,R-S).normalize();else if(s[4].setComponents(c-l,d-f,g-m,R-S).normalize(),t===di)s[5].setComponents(c+l,d+f,g+m,R+S).normalize();else if(t===$o)s[5].setComponents(l,f,m,S).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),sr.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),sr.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(sr)}intersectsSprite(e){sr.center.set(0,0,0);let t=Z_.distanceTo(e.center);return sr.radius=.7071067811865476+t,sr.applyMatrix4(e.matrixWorld),this.intersectsSphere(sr)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(Ml.x=s.normal.x>0?e.max.x:e.min.x,Ml.y=s.normal.y>0?e.max.y:e.min.y,Ml.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(Ml)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},rm=new zt,Xl=class i{constructor(){this.coordinateSystem=di,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];rm.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new lr),n[s].setFromProjectionMatrix(rm,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new lr),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var ql=class extends Us{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new xt(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Yl=new J,$l=new J,om=new zt,Wo=new ta,bl=new or,Nu=new J,am=new J,Zl=class extends ni{constructor(e=new Xn,t=new ql){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)Yl.fromBufferAttribute(t,s-1),$l.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=Yl.distanceTo($l);e.setAttribute("lineDistance",new Hn(n,1))}else Ye("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),bl.copy(n.boundingSphere),bl.applyMatrix4(s),bl.radius+=r,e.ray.intersectsSphere(bl)===!1)return;om.copy(s).invert(),Wo.copy(e.ray).applyMatrix4(om);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=n.index,f=n.attributes.position;if(h!==null){let d=Math.max(0,o.start),p=Math.min(h.count,o.start+o.count);for(let x=d,m=p-1;x<m;x+=c){let g=h.getX(x),_=h.getX(x+1),A=wl(this,e,Wo,l,g,_,x);A&&t.push(A)}if(this.isLineLoop){let x=h.getX(p-1),m=h.getX(d),g=wl(this,e,Wo,l,x,m,p-1);g&&t.push(g)}}else{let d=Math.max(0,o.start),p=Math.min(f.count,o.start+o.count);for(let x=d,m=p-1;x<m;x+=c){let g=wl(this,e,Wo,l,x,x+1,x);g&&t.push(g)}if(this.isLineLoop){let x=wl(this,e,Wo,l,p-1,d,p-1);x&&t.push(x)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function wl(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if(Yl.fromBufferAttribute(a,s),$l.fromBufferAttribute(a,r),t.distanceSqToSegment(Yl,$l,Nu,am)>n)return;Nu.applyMatrix4(i.matrixWorld);let c=e.ray.origin.distanceTo(Nu);if(!(c<e.near||c>e.far))return{distance:c,point:am.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var lm=new J,cm=new J,na=class extends Zl{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)lm.fromBufferAttribute(t,s),cm.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+lm.distanceTo(cm);e.setAttribute("lineDistance",new Hn(n,1))}else Ye("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var ia=class extends Wn{constructor(e=[],t=ur,n,s,r,o,a,l,c,h){super(e,t,n,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var cs=class extends Wn{constructor(e,t,n=wi,s,r,o,a=Sn,l=Sn,c,h=ls,u=1){if(h!==ls&&h!==us)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:e,height:t,depth:u};super(f,s,r,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new to(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},sa=class extends cs{constructor(e,t=wi,n=ur,s,r,o=Sn,a=Sn,l,c=ls){let h={width:e,height:e,depth:1},u=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,l,c),this.image=u,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},ra=class extends Wn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},so=class i extends Xn{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],u=[],f=0,d=0;p("z","y","x",-1,-1,n,t,e,o,r,0),p("z","y","x",1,-1,n,t,-e,o,r,1),p("x","z","y",1,1,e,n,t,s,o,2),p("x","z","y",1,-1,e,n,-t,s,o,3),p("x","y","z",1,-1,e,t,n,s,r,4),p("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(l),this.setAttribute("position",new Hn(c,3)),this.setAttribute("normal",new Hn(h,3)),this.setAttribute("uv",new Hn(u,2));function p(x,m,g,_,A,S,R,E,v,T,B){let D=S/v,L=R/T,G=S/2,H=R/2,N=E/2,V=v+1,Y=T+1,k=0,le=0,$=new J;for(let j=0;j<Y;j++){let se=j*L-H;for(let fe=0;fe<V;fe++){let ue=fe*D-G;$[x]=ue*_,$[m]=se*A,$[g]=N,c.push($.x,$.y,$.z),$[x]=0,$[m]=0,$[g]=E>0?1:-1,h.push($.x,$.y,$.z),u.push(fe/v),u.push(1-j/T),k+=1}}for(let j=0;j<T;j++)for(let se=0;se<v;se++){let fe=f+se+V*j,ue=f+se+V*(j+1),ee=f+(se+1)+V*(j+1),me=f+(se+1)+V*j;l.push(fe,ue,me),l.push(ue,ee,me),le+=6}a.addGroup(d,le,B),d+=le,f+=k}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var oa=class i extends Xn{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),l=Math.floor(s),c=a+1,h=l+1,u=e/a,f=t/l,d=[],p=[],x=[],m=[];for(let g=0;g<h;g++){let _=g*f-o;for(let A=0;A<c;A++){let S=A*u-r;p.push(S,-_,0),x.push(0,0,1),m.push(A/a),m.push(1-g/l)}}for(let g=0;g<l;g++)for(let _=0;_<a;_++){let A=_+c*g,S=_+c*(g+1),R=_+1+c*(g+1),E=_+1+c*g;d.push(A,S,E),d.push(S,R,E)}this.setIndex(d),this.setAttribute("position",new Hn(p,3)),this.setAttribute("normal",new Hn(x,3)),this.setAttribute("uv",new Hn(m,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function dr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(hm(s))s.isRenderTargetTexture?(Ye("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(hm(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function In(i){let e={};for(let t=0;t<i.length;t++){let n=dr(i[t]);for(let s in n)e[s]=n[s]}return e}function hm(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function J_(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function gf(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:ut.workingColorSpace}var eg={clone:dr,merge:In},K_=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,Q_=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Pn=class extends Us{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=K_,this.fragmentShader=Q_,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=dr(e.uniforms),this.uniformsGroups=J_(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new xt().setHex(s.value);break;case"v2":this.uniforms[n].value=new yt().fromArray(s.value);break;case"v3":this.uniforms[n].value=new J().fromArray(s.value);break;case"v4":this.uniforms[n].value=new Xt().fromArray(s.value);break;case"m3":this.uniforms[n].value=new je().fromArray(s.value);break;case"m4":this.uniforms[n].value=new zt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Jl=class extends Pn{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var Kl=class extends Us{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=km,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Ql=class extends Us{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Zr(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function Al(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var Os=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let l=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(s=r,r=t[--n-1],e>=r)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},jl=class extends Os{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Fu,endingEnd:Fu}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case Uu:r=e,a=2*t-n;break;case Ou:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case Uu:o=e,l=2*n-t;break;case Ou:o=1,l=n+s[1]-s[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,u=this._offsetNext,f=this._weightPrev,d=this._weightNext,p=(n-t)/(s-t),x=p*p,m=x*p,g=-f*m+2*f*x-f*p,_=(1+f)*m+(-1.5-2*f)*x+(-.5+f)*p+1,A=(-1-d)*m+(1.5+d)*x+.5*p,S=d*m-d*x;for(let R=0;R!==a;++R)r[R]=g*o[h+R]+_*o[c+R]+A*o[l+R]+S*o[u+R];return r}},ec=class extends Os{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(s-t),u=1-h;for(let f=0;f!==a;++f)r[f]=o[c+f]*u+o[l+f]*h;return r}},tc=class extends Os{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},nc=class extends Os{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,u=this.outTangents;if(!h||!u){let p=(n-t)/(s-t),x=1-p;for(let m=0;m!==a;++m)r[m]=o[c+m]*x+o[l+m]*p;return r}let f=a*2,d=e-1;for(let p=0;p!==a;++p){let x=o[c+p],m=o[l+p],g=d*f+p*2,_=u[g],A=u[g+1],S=e*f+p*2,R=h[S],E=h[S+1],v=ey(n,t,_,R,s);r[p]=tg(v,x,A,E,m)}return r}};function tg(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function j_(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function ey(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=tg(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let l=j_(r,e,t,n,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var ii=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Zr(t,this.TimeBufferType),this.values=Zr(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Zr(e.times,Array),values:Zr(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),Al(e.settings)&&(n.settings={inTangents:Zr(e.settings.inTangents,Array),outTangents:Zr(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new tc(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new ec(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new jl(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new nc(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case qo:t=this.InterpolantFactoryMethodDiscrete;break;case kl:t=this.InterpolantFactoryMethodLinear;break;case Cl:t=this.InterpolantFactoryMethodSmooth;break;case Du:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ye("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return qo;case this.InterpolantFactoryMethodLinear:return kl;case this.InterpolantFactoryMethodSmooth:return Cl;case this.InterpolantFactoryMethodBezier:return Du}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;Al(this.settings)&&(um(this.settings.inTangents,e),um(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;Al(this.settings)&&(fm(this.settings.inTangents,e),fm(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Qe("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(Qe("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){Qe("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){Qe("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&C_(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){Qe("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===Cl,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let u=a*n,f=u-n,d=u+n;for(let p=0;p!==n;++p){let x=t[u+p];if(x!==t[f+p]||x!==t[d+p]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let u=a*n,f=o*n;for(let d=0;d!==n;++d)t[f+d]=t[u+d]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,Al(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function um(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function fm(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}ii.prototype.ValueTypeName="";ii.prototype.TimeBufferType=Float32Array;ii.prototype.ValueBufferType=Float32Array;ii.prototype.DefaultInterpolation=kl;var Bs=class extends ii{constructor(e,t,n){super(e,t,n)}};Bs.prototype.ValueTypeName="bool";Bs.prototype.ValueBufferType=Array;Bs.prototype.DefaultInterpolation=qo;Bs.prototype.InterpolantFactoryMethodLinear=void 0;Bs.prototype.InterpolantFactoryMethodSmooth=void 0;var ic=class extends ii{constructor(e,t,n,s){super(e,t,n,s)}};ic.prototype.ValueTypeName="color";var sc=class extends ii{constructor(e,t,n,s){super(e,t,n,s)}};sc.prototype.ValueTypeName="number";var rc=class extends Os{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)Gi.slerpFlat(r,0,o,c-a,o,c,l);return r}},aa=class extends ii{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new rc(this.times,this.values,this.getValueSize(),e)}};aa.prototype.ValueTypeName="quaternion";aa.prototype.InterpolantFactoryMethodSmooth=void 0;var ks=class extends ii{constructor(e,t,n){super(e,t,n)}};ks.prototype.ValueTypeName="string";ks.prototype.ValueBufferType=Array;ks.prototype.DefaultInterpolation=qo;ks.prototype.InterpolantFactoryMethodLinear=void 0;ks.prototype.InterpolantFactoryMethodSmooth=void 0;var oc=class extends ii{constructor(e,t,n,s){super(e,t,n,s)}};oc.prototype.ValueTypeName="vector";var ac=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,u){return c.push(h,u),this},this.removeHandler=function(h){let u=c.indexOf(h);return u!==-1&&c.splice(u,2),this},this.getHandler=function(h){for(let u=0,f=c.length;u<f;u+=2){let d=c[u],p=c[u+1];if(d.global&&(d.lastIndex=0),d.test(h))return p}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},ng=new ac,lc=class{constructor(e){this.manager=e!==void 0?e:ng,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};lc.DEFAULT_MATERIAL_NAME="__DEFAULT";var Tl=new J,El=new Gi,ki=new J,la=class extends ni{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new zt,this.projectionMatrix=new zt,this.projectionMatrixInverse=new zt,this.coordinateSystem=di,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Tl,El,ki),ki.x===1&&ki.y===1&&ki.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Tl,El,ki.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(Tl,El,ki),ki.x===1&&ki.y===1&&ki.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Tl,El,ki.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Ls=new J,dm=new yt,pm=new yt,ei=class extends la{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=zl*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(fu*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return zl*2*Math.atan(Math.tan(fu*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){Ls.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Ls.x,Ls.y).multiplyScalar(-e/Ls.z),Ls.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(Ls.x,Ls.y).multiplyScalar(-e/Ls.z)}getViewSize(e,t){return this.getViewBounds(e,dm,pm),t.subVectors(pm,dm)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(fu*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*n/c,s*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var ro=class extends la{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var oo=class extends Xn{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var Jr=-90,Kr=1,ao=class extends ni{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new ei(Jr,Kr,e,t);s.layers=this.layers,this.add(s);let r=new ei(Jr,Kr,e,t);r.layers=this.layers,this.add(r);let o=new ei(Jr,Kr,e,t);o.layers=this.layers,this.add(o);let a=new ei(Jr,Kr,e,t);a.layers=this.layers,this.add(a);let l=new ei(Jr,Kr,e,t);l.layers=this.layers,this.add(l);let c=new ei(Jr,Kr,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===di)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===$o)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,u=e.getRenderTarget(),f=e.getActiveCubeFace(),d=e.getActiveMipmapLevel(),p=e.xr.enabled;e.xr.enabled=!1;let x=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let m=!1;e.isWebGLRenderer===!0?m=e.state.buffers.depth.getReversed():m=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=x,e.setRenderTarget(n,5,s),m&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(u,f,d),e.xr.enabled=p,n.texture.needsPMREMUpdate=!0}},cc=class extends ei{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var xf="\\[\\]\\.:\\/",ty=new RegExp("["+xf+"]","g"),_f="[^"+xf+"]",ny="[^"+xf.replace("\\.","")+"]",iy=/((?:WC+[\/:])*)/.source.replace("WC",_f),sy=/(WCOD+)?/.source.replace("WCOD",ny),ry=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",_f),oy=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",_f),ay=new RegExp("^"+iy+sy+ry+oy+"$"),ly=["material","materials","bones","map"],Bu=class{constructor(e,t,n){let s=n||kt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},kt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(ty,"")}static parseTrackName(e){let t=ay.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);ly.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ye("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Qe("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Qe("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Qe("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){Qe("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){Qe("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;Qe("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};kt.Composite=Bu;kt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};kt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};kt.prototype.GetterByBindingType=[kt.prototype._getValue_direct,kt.prototype._getValue_array,kt.prototype._getValue_arrayElement,kt.prototype._getValue_toArray];kt.prototype.SetterByBindingTypeAndVersioning=[[kt.prototype._setValue_direct,kt.prototype._setValue_direct_setNeedsUpdate,kt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_array,kt.prototype._setValue_array_setNeedsUpdate,kt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_arrayElement,kt.prototype._setValue_arrayElement_setNeedsUpdate,kt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_fromArray,kt.prototype._setValue_fromArray_setNeedsUpdate,kt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var nE=new Float32Array(1);var ku=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};function yf(i,e,t,n){let s=cy(n);switch(t){case of:return i*e;case lf:return i*e/s.components*s.byteLength;case gc:return i*e/s.components*s.byteLength;case Vs:return i*e*2/s.components*s.byteLength;case xc:return i*e*2/s.components*s.byteLength;case af:return i*e*3/s.components*s.byteLength;case ri:return i*e*4/s.components*s.byteLength;case _c:return i*e*4/s.components*s.byteLength;case ua:case fa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case da:case pa:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case vc:case Mc:return Math.max(i,16)*Math.max(e,8)/4;case yc:case Sc:return Math.max(i,8)*Math.max(e,8)/2;case bc:case wc:case Tc:case Ec:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Ac:case ma:case Cc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Rc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case Pc:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case Ic:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case Lc:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case Nc:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case Dc:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case Fc:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case Uc:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case Oc:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case Bc:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case kc:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case zc:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case Vc:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Gc:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Hc:case Wc:case Xc:return Math.ceil(i/4)*Math.ceil(e/4)*16;case qc:case Yc:return Math.ceil(i/4)*Math.ceil(e/4)*8;case ga:case $c:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function cy(i){switch(i){case si:case tf:return{byteLength:1,components:1};case uo:case nf:case Ti:return{byteLength:2,components:1};case pc:case mc:return{byteLength:2,components:4};case wi:case dc:case Ai:return{byteLength:4,components:1};case sf:case rf:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ye("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function wg(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function uy(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,u=c.byteLength,f=i.createBuffer();i.bindBuffer(l,f),i.bufferData(l,c,h),a.onUploadCallback();let d;if(c instanceof Float32Array)d=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)d=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?d=i.HALF_FLOAT:d=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)d=i.SHORT;else if(c instanceof Uint32Array)d=i.UNSIGNED_INT;else if(c instanceof Int32Array)d=i.INT;else if(c instanceof Int8Array)d=i.BYTE;else if(c instanceof Uint8Array)d=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)d=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:f,type:d,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:u}}function n(a,l,c){let h=l.array,u=l.updateRanges;if(i.bindBuffer(c,a),u.length===0)i.bufferSubData(c,0,h);else{u.sort((d,p)=>d.start-p.start);let f=0;for(let d=1;d<u.length;d++){let p=u[f],x=u[d];x.start<=p.start+p.count+1?p.count=Math.max(p.count,x.start+x.count-p.start):(++f,u[f]=x)}u.length=f+1;for(let d=0,p=u.length;d<p;d++){let x=u[d];i.bufferSubData(c,x.start*h.BYTES_PER_ELEMENT,h,x.start,x.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var fy=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,dy=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,py=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,my=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,gy=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,xy=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,_y=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,yy=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,vy=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,Sy=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,My=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,by=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,wy=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,Ay=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,Ty=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,Ey=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,Cy=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,Ry=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,Py=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,Iy=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,Ly=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,Ny=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,Dy=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,Fy=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,Uy=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,Oy=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,By=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,ky=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,zy=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,Vy="gl_FragColor = linearToOutputTexel( gl_FragColor );",Gy=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Hy=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,Wy=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,Xy=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,qy=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Yy=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,$y=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Zy=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,Jy=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Ky=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Qy=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,jy=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,ev=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,tv=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,nv=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,iv=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,sv=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,rv=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,ov=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,av=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,lv=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,cv=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,hv=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,uv=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,fv=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,dv=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,pv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,mv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,gv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,xv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,_v=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,yv=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,vv=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,Sv=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Mv=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,bv=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,wv=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Av=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,Tv=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Ev=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,Cv=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Rv=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,Pv=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,Iv=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Lv=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Nv=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,Dv=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,Fv=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,Uv=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Ov=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Bv=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,kv=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,zv=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,Vv=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,Gv=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,Hv=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Wv=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Xv=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,qv=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,Yv=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,$v=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,Zv=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,Jv=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,Kv=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Qv=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,jv=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,eS=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,tS=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,nS=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,iS=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,sS=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,rS=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,oS=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,aS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,lS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,cS=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,hS=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,uS=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,fS=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,dS=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,pS=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,mS=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,gS=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,xS=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,_S=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,yS=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,vS=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,SS=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,MS=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,bS=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,wS=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,AS=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,TS=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ES=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,CS=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,RS=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,PS=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,IS=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,LS=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,NS=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,DS=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,FS=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,US=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,OS=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,BS=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,kS=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,zS=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,VS=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,GS=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,HS=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,WS=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,at={alphahash_fragment:fy,alphahash_pars_fragment:dy,alphamap_fragment:py,alphamap_pars_fragment:my,alphatest_fragment:gy,alphatest_pars_fragment:xy,aomap_fragment:_y,aomap_pars_fragment:yy,batching_pars_vertex:vy,batching_vertex:Sy,begin_vertex:My,beginnormal_vertex:by,bsdfs:wy,iridescence_fragment:Ay,bumpmap_pars_fragment:Ty,clipping_planes_fragment:Ey,clipping_planes_pars_fragment:Cy,clipping_planes_pars_vertex:Ry,clipping_planes_vertex:Py,color_fragment:Iy,color_pars_fragment:Ly,color_pars_vertex:Ny,color_vertex:Dy,common:Fy,defaultnormal_vertex:Uy,displacementmap_pars_vertex:Oy,displacementmap_vertex:By,emissivemap_fragment:ky,emissivemap_pars_fragment:zy,colorspace_fragment:Vy,colorspace_pars_fragment:Gy,envmap_fragment:Hy,envmap_common_pars_fragment:Wy,envmap_pars_fragment:Xy,envmap_pars_vertex:qy,envmap_physical_pars_fragment:iv,envmap_vertex:Yy,fog_vertex:$y,fog_pars_vertex:Zy,fog_fragment:Jy,fog_pars_fragment:Ky,gradientmap_pars_fragment:Qy,lightmap_pars_fragment:jy,lights_lambert_fragment:ev,lights_lambert_pars_fragment:tv,lights_pars_begin:nv,lights_toon_fragment:sv,lights_toon_pars_fragment:rv,lights_phong_fragment:ov,lights_phong_pars_fragment:av,lights_physical_fragment:lv,lights_physical_pars_fragment:cv,lights_fragment_begin:hv,lights_fragment_maps:uv,lights_fragment_end:fv,lightprobes_pars_fragment:dv,logdepthbuf_fragment:pv,logdepthbuf_pars_fragment:mv,logdepthbuf_pars_vertex:gv,logdepthbuf_vertex:xv,map_fragment:_v,map_pars_fragment:yv,map_particle_fragment:vv,map_particle_pars_fragment:Sv,metalnessmap_fragment:Mv,metalnessmap_pars_fragment:bv,morphinstance_vertex:wv,morphcolor_vertex:Av,morphnormal_vertex:Tv,morphtarget_pars_vertex:Ev,morphtarget_vertex:Cv,normal_fragment_begin:Rv,normal_fragment_maps:Pv,normal_pars_fragment:Iv,normal_pars_vertex:Lv,normal_vertex:Nv,normalmap_pars_fragment:Dv,clearcoat_normal_fragment_begin:Fv,clearcoat_normal_fragment_maps:Uv,clearcoat_pars_fragment:Ov,iridescence_pars_fragment:Bv,opaque_fragment:kv,packing:zv,premultiplied_alpha_fragment:Vv,project_vertex:Gv,dithering_fragment:Hv,dithering_pars_fragment:Wv,roughnessmap_fragment:Xv,roughnessmap_pars_fragment:qv,shadowmap_pars_fragment:Yv,shadowmap_pars_vertex:$v,shadowmap_vertex:Zv,shadowmask_pars_fragment:Jv,skinbase_vertex:Kv,skinning_pars_vertex:Qv,skinning_vertex:jv,skinnormal_vertex:eS,specularmap_fragment:tS,specularmap_pars_fragment:nS,tonemapping_fragment:iS,tonemapping_pars_fragment:sS,transmission_fragment:rS,transmission_pars_fragment:oS,uv_pars_fragment:aS,uv_pars_vertex:lS,uv_vertex:cS,worldpos_vertex:hS,background_vert:uS,background_frag:fS,backgroundCube_vert:dS,backgroundCube_frag:pS,cube_vert:mS,cube_frag:gS,depth_vert:xS,depth_frag:_S,distance_vert:yS,distance_frag:vS,equirect_vert:SS,equirect_frag:MS,linedashed_vert:bS,linedashed_frag:wS,meshbasic_vert:AS,meshbasic_frag:TS,meshlambert_vert:ES,meshlambert_frag:CS,meshmatcap_vert:RS,meshmatcap_frag:PS,meshnormal_vert:IS,meshnormal_frag:LS,meshphong_vert:NS,meshphong_frag:DS,meshphysical_vert:FS,meshphysical_frag:US,meshtoon_vert:OS,meshtoon_frag:BS,points_vert:kS,points_frag:zS,shadow_vert:VS,shadow_frag:GS,sprite_vert:HS,sprite_frag:WS},Le={common:{diffuse:{value:new xt(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new je}},envmap:{envMap:{value:null},envMapRotation:{value:new je},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new je}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new je}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new je},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new je},normalScale:{value:new yt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new je},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new je}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new je}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new je}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new xt(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new xt(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0},uvTransform:{value:new je}},sprite:{diffuse:{value:new xt(16777215)},opacity:{value:1},center:{value:new yt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}}},qi={basic:{uniforms:In([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.fog]),vertexShader:at.meshbasic_vert,fragmentShader:at.meshbasic_frag},lambert:{uniforms:In([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},envMapIntensity:{value:1}}]),vertexShader:at.meshlambert_vert,fragmentShader:at.meshlambert_frag},phong:{uniforms:In([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},specular:{value:new xt(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:at.meshphong_vert,fragmentShader:at.meshphong_frag},standard:{uniforms:In([Le.common,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.roughnessmap,Le.metalnessmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:at.meshphysical_vert,fragmentShader:at.meshphysical_frag},toon:{uniforms:In([Le.common,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.gradientmap,Le.fog,Le.lights,{emissive:{value:new xt(0)}}]),vertexShader:at.meshtoon_vert,fragmentShader:at.meshtoon_frag},matcap:{uniforms:In([Le.common,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,{matcap:{value:null}}]),vertexShader:at.meshmatcap_vert,fragmentShader:at.meshmatcap_frag},points:{uniforms:In([Le.points,Le.fog]),vertexShader:at.points_vert,fragmentShader:at.points_frag},dashed:{uniforms:In([Le.common,Le.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:at.linedashed_vert,fragmentShader:at.linedashed_frag},depth:{uniforms:In([Le.common,Le.displacementmap]),vertexShader:at.depth_vert,fragmentShader:at.depth_frag},normal:{uniforms:In([Le.common,Le.bumpmap,Le.normalmap,Le.displacementmap,{opacity:{value:1}}]),vertexShader:at.meshnormal_vert,fragmentShader:at.meshnormal_frag},sprite:{uniforms:In([Le.sprite,Le.fog]),vertexShader:at.sprite_vert,fragmentShader:at.sprite_frag},background:{uniforms:{uvTransform:{value:new je},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:at.background_vert,fragmentShader:at.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new je}},vertexShader:at.backgroundCube_vert,fragmentShader:at.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:at.cube_vert,fragmentShader:at.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:at.equirect_vert,fragmentShader:at.equirect_frag},distance:{uniforms:In([Le.common,Le.displacementmap,{referencePosition:{value:new J},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:at.distance_vert,fragmentShader:at.distance_frag},shadow:{uniforms:In([Le.lights,Le.fog,{color:{value:new xt(0)},opacity:{value:1}}]),vertexShader:at.shadow_vert,fragmentShader:at.shadow_frag}};qi.physical={uniforms:In([qi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new je},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new je},clearcoatNormalScale:{value:new yt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new je},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new je},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new je},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new je},sheen:{value:0},sheenColor:{value:new xt(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new je},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new je},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new je},transmissionSamplerSize:{value:new yt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new je},attenuationDistance:{value:0},attenuationColor:{value:new xt(0)},specularColor:{value:new xt(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new je},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new je},anisotropyVector:{value:new yt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new je}}]),vertexShader:at.meshphysical_vert,fragmentShader:at.meshphysical_frag};var Zc={r:0,b:0,g:0},XS=new zt,Ag=new je;Ag.set(-1,0,0,0,1,0,0,0,1);function qS(i,e,t,n,s,r){let o=new xt(0),a=s===!0?0:1,l,c,h=null,u=0,f=null;function d(_){let A=_.isScene===!0?_.background:null;if(A&&A.isTexture){let S=_.backgroundBlurriness>0;A=e.get(A,S)}return A}function p(_){let A=!1,S=d(_);S===null?m(o,a):S&&S.isColor&&(m(S,1),A=!0);let R=i.xr.getEnvironmentBlendMode();R==="additive"?t.buffers.color.setClear(0,0,0,1,r):R==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||A)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function x(_,A){let S=d(A);S&&S.isCubeTexture?(c===void 0&&(c=new On(new so(1,1,1),new Pn({name:"BackgroundCubeMaterial",uniforms:dr(qi.backgroundCube.uniforms),vertexShader:qi.backgroundCube.vertexShader,fragmentShader:qi.backgroundCube.fragmentShader,side:Bn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(R,E,v){this.matrixWorld.copyPosition(v.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=S,c.material.uniforms.backgroundBlurriness.value=A.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(XS.makeRotationFromEuler(A.backgroundRotation)).transpose(),S.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(Ag),c.material.toneMapped=ut.getTransfer(S.colorSpace)!==bt,(h!==S||u!==S.version||f!==i.toneMapping)&&(c.material.needsUpdate=!0,h=S,u=S.version,f=i.toneMapping),c.layers.enableAll(),_.unshift(c,c.geometry,c.material,0,0,null)):S&&S.isTexture&&(l===void 0&&(l=new On(new oa(2,2),new Pn({name:"BackgroundMaterial",uniforms:dr(qi.background.uniforms),vertexShader:qi.background.vertexShader,fragmentShader:qi.background.fragmentShader,side:zs,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=S,l.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,l.material.toneMapped=ut.getTransfer(S.colorSpace)!==bt,S.matrixAutoUpdate===!0&&S.updateMatrix(),l.material.uniforms.uvTransform.value.copy(S.matrix),(h!==S||u!==S.version||f!==i.toneMapping)&&(l.material.needsUpdate=!0,h=S,u=S.version,f=i.toneMapping),l.layers.enableAll(),_.unshift(l,l.geometry,l.material,0,0,null))}function m(_,A){_.getRGB(Zc,gf(i)),t.buffers.color.setClear(Zc.r,Zc.g,Zc.b,A,r)}function g(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(_,A=1){o.set(_),a=A,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(_){a=_,m(o,a)},render:p,addToRenderList:x,dispose:g}}function YS(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=f(null),r=s,o=!1;function a(L,G,H,N,V){let Y=!1,k=u(L,N,H,G);r!==k&&(r=k,c(r.object)),Y=d(L,N,H,V),Y&&p(L,N,H,V),V!==null&&e.update(V,i.ELEMENT_ARRAY_BUFFER),(Y||o)&&(o=!1,S(L,G,H,N),V!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(V).buffer))}function l(){return i.createVertexArray()}function c(L){return i.bindVertexArray(L)}function h(L){return i.deleteVertexArray(L)}function u(L,G,H,N){let V=N.wireframe===!0,Y=n[G.id];Y===void 0&&(Y={},n[G.id]=Y);let k=L.isInstancedMesh===!0?L.id:0,le=Y[k];le===void 0&&(le={},Y[k]=le);let $=le[H.id];$===void 0&&($={},le[H.id]=$);let j=$[V];return j===void 0&&(j=f(l()),$[V]=j),j}function f(L){let G=[],H=[],N=[];for(let V=0;V<t;V++)G[V]=0,H[V]=0,N[V]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:G,enabledAttributes:H,attributeDivisors:N,object:L,attributes:{},index:null}}function d(L,G,H,N){let V=r.attributes,Y=G.attributes,k=0,le=H.getAttributes();for(let $ in le)if(le[$].location>=0){let se=V[$],fe=Y[$];if(fe===void 0&&($==="instanceMatrix"&&L.instanceMatrix&&(fe=L.instanceMatrix),$==="instanceColor"&&L.instanceColor&&(fe=L.instanceColor)),se===void 0||se.attribute!==fe||fe&&se.data!==fe.data)return!0;k++}return r.attributesNum!==k||r.index!==N}function p(L,G,H,N){let V={},Y=G.attributes,k=0,le=H.getAttributes();for(let $ in le)if(le[$].location>=0){let se=Y[$];se===void 0&&($==="instanceMatrix"&&L.instanceMatrix&&(se=L.instanceMatrix),$==="instanceColor"&&L.instanceColor&&(se=L.instanceColor));let fe={};fe.attribute=se,se&&se.data&&(fe.data=se.data),V[$]=fe,k++}r.attributes=V,r.attributesNum=k,r.index=N}function x(){let L=r.newAttributes;for(let G=0,H=L.length;G<H;G++)L[G]=0}function m(L){g(L,0)}function g(L,G){let H=r.newAttributes,N=r.enabledAttributes,V=r.attributeDivisors;H[L]=1,N[L]===0&&(i.enableVertexAttribArray(L),N[L]=1),V[L]!==G&&(i.vertexAttribDivisor(L,G),V[L]=G)}function _(){let L=r.newAttributes,G=r.enabledAttributes;for(let H=0,N=G.length;H<N;H++)G[H]!==L[H]&&(i.disableVertexAttribArray(H),G[H]=0)}function A(L,G,H,N,V,Y,k){k===!0?i.vertexAttribIPointer(L,G,H,V,Y):i.vertexAttribPointer(L,G,H,N,V,Y)}function S(L,G,H,N){x();let V=N.attributes,Y=H.getAttributes(),k=G.defaultAttributeValues;for(let le in Y){let $=Y[le];if($.location>=0){let j=V[le];if(j===void 0&&(le==="instanceMatrix"&&L.instanceMatrix&&(j=L.instanceMatrix),le==="instanceColor"&&L.instanceColor&&(j=L.instanceColor)),j!==void 0){let se=j.normalized,fe=j.itemSize,ue=e.get(j);if(ue===void 0)continue;let ee=ue.buffer,me=ue.type,_e=ue.bytesPerElement,Ee=me===i.INT||me===i.UNSIGNED_INT||j.gpuType===dc;if(j.isInterleavedBufferAttribute){let Me=j.data,He=Me.isInterleavedBuffer===!0?Me.stride:Me.itemSize,nt=j.offset;if(Me.isInstancedInterleavedBuffer||Me.isInstancedBufferAttribute){for(let Ve=0;Ve<$.locationSize;Ve++)g($.location+Ve,Me.meshPerAttribute);L.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=Me.meshPerAttribute*Me.count)}else for(let Ve=0;Ve<$.locationSize;Ve++)m($.location+Ve);i.bindBuffer(i.ARRAY_BUFFER,ee);for(let Ve=0;Ve<$.locationSize;Ve++)A($.location+Ve,fe/$.locationSize,me,se,He*_e,(nt+fe/$.locationSize*Ve)*_e,Ee)}else{if(j.isInstancedBufferAttribute){for(let Me=0;Me<$.locationSize;Me++)g($.location+Me,j.meshPerAttribute);L.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=j.meshPerAttribute*j.count)}else for(let Me=0;Me<$.locationSize;Me++)m($.location+Me);i.bindBuffer(i.ARRAY_BUFFER,ee);for(let Me=0;Me<$.locationSize;Me++)A($.location+Me,fe/$.locationSize,me,se,fe*_e,fe/$.locationSize*Me*_e,Ee)}}else if(k!==void 0){let se=k[le];if(se!==void 0)switch(se.length){case 2:i.vertexAttrib2fv($.location,se);break;case 3:i.vertexAttrib3fv($.location,se);break;case 4:i.vertexAttrib4fv($.location,se);break;default:i.vertexAttrib1fv($.location,se)}}}}_()}function R(){B();for(let L in n){let G=n[L];for(let H in G){let N=G[H];for(let V in N){let Y=N[V];for(let k in Y)h(Y[k].object),delete Y[k];delete N[V]}}delete n[L]}}function E(L){if(n[L.id]===void 0)return;let G=n[L.id];for(let H in G){let N=G[H];for(let V in N){let Y=N[V];for(let k in Y)h(Y[k].object),delete Y[k];delete N[V]}}delete n[L.id]}function v(L){for(let G in n){let H=n[G];for(let N in H){let V=H[N];if(V[L.id]===void 0)continue;let Y=V[L.id];for(let k in Y)h(Y[k].object),delete Y[k];delete V[L.id]}}}function T(L){for(let G in n){let H=n[G],N=L.isInstancedMesh===!0?L.id:0,V=H[N];if(V!==void 0){for(let Y in V){let k=V[Y];for(let le in k)h(k[le].object),delete k[le];delete V[Y]}delete H[N],Object.keys(H).length===0&&delete n[G]}}}function B(){D(),o=!0,r!==s&&(r=s,c(r.object))}function D(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:B,resetDefaultState:D,dispose:R,releaseStatesOfGeometry:E,releaseStatesOfObject:T,releaseStatesOfProgram:v,initAttributes:x,enableAttribute:m,disableUnusedAttributes:_}}function $S(i,e,t){let n;function s(l){n=l}function r(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let f=0;for(let d=0;d<h;d++)f+=c[d];t.update(f,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function ZS(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let v=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(v.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(v){return!(v!==ri&&n.convert(v)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(v){let T=v===Ti&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(v!==si&&v!==Ai&&!T&&n.convert(v)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(v){if(v==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";v="mediump"}return v==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Ye("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let u=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),f=t.logarithmicDepthBuffer===!0&&u===!1;t.reversedDepthBuffer===!0&&u===!1&&Ye("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&u===!0&&Ye("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let d=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),p=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),x=i.getParameter(i.MAX_TEXTURE_SIZE),m=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),g=i.getParameter(i.MAX_VERTEX_ATTRIBS),_=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),A=i.getParameter(i.MAX_VARYING_VECTORS),S=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),R=i.getParameter(i.MAX_SAMPLES),E=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:f,reversedDepthBuffer:u,maxTextures:d,maxVertexTextures:p,maxTextureSize:x,maxCubemapSize:m,maxAttributes:g,maxVertexUniforms:_,maxVaryings:A,maxFragmentUniforms:S,maxSamples:R,samples:E}}function JS(i){let e=this,t=null,n=0,s=!1,r=!1,o=new bi,a=new je,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(u,f){let d=u.length!==0||f||n!==0||s;return s=f,n=u.length,d},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(u,f){t=h(u,f,0)},this.setState=function(u,f,d){let p=u.clippingPlanes,x=u.clipIntersection,m=u.clipShadows,g=i.get(u);if(!s||p===null||p.length===0||r&&!m)r?h(null):c();else{let _=r?0:n,A=_*4,S=g.clippingState||null;l.value=S,S=h(p,f,A,d);for(let R=0;R!==A;++R)S[R]=t[R];g.clippingState=S,this.numIntersection=x?this.numPlanes:0,this.numPlanes+=_}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(u,f,d,p){let x=u!==null?u.length:0,m=null;if(x!==0){if(m=l.value,p!==!0||m===null){let g=d+x*4,_=f.matrixWorldInverse;a.getNormalMatrix(_),(m===null||m.length<g)&&(m=new Float32Array(g));for(let A=0,S=d;A!==x;++A,S+=4)o.copy(u[A]).applyMatrix4(_,a),o.normal.toArray(m,S),m[S+3]=o.constant}l.value=m,l.needsUpdate=!0}return e.numPlanes=x,e.numIntersection=0,m}}var Sa=class extends ti{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new ia(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},s=new so(5,5,5),r=new Pn({name:"CubemapFromEquirect",uniforms:dr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:Bn,blending:cr});r.uniforms.tEquirect.value=t;let o=new On(s,r),a=t.minFilter;return t.minFilter===hs&&(t.minFilter=Mn),new ao(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},ig=256,KS=3,QS=20,Tg=256,Eg=16,jS=3,eM=new J,tM=new xt,Kc=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ao(1,10,null),this._boxMesh=new On(new so(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=eM}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let u=l.autoClear,f=l.autoClearColor,d=l.autoClearDepth,p=l.autoClearStencil,x=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,x===null&&(e.background=l.getClearColor(tM));let m=new ao(n,s,h);return m.position.copy(a),m.update(l,e),l.autoClear=u,l.autoClearColor=f,l.autoClearDepth=d,l.autoClearStencil=p,e.background=x,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=og(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=rg(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(ig,Qm(e))}_fromTexture(e,t){e.mapping===ur||e.mapping===ho?this._setSize(e.image.length===0?ig:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=sg(e,!1,!1),n=Math.log2(e)-KS;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=sg(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===ur||e.mapping===ho?(this._cubemapMaterial===null&&(this._cubemapMaterial=og()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=rg()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=nM(),this._integrationMaterial=iM());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Eg);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-jS)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(Tg*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=sM());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function sg(i,e,t){return new Sa(i,{minFilter:hs,generateMipmaps:e,type:Ti,colorSpace:rr,depthBuffer:t})}function Ma(i,e,t){return new Pn({name:i,uniforms:e,vertexShader:at.cube_vert,fragmentShader:t,side:Bn,blending:cr,depthTest:!1,depthWrite:!1})}function nM(){return Ma("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Tg}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function iM(){return Ma("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Eg}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function sM(){return Ma("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${QS}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function rg(){return Ma("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function og(){return Ma("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function rM(i){let e=new WeakMap,t=new WeakMap,n=null;function s(f,d=!1){return f==null?null:d?o(f):r(f)}function r(f){if(f&&f.isTexture){let d=f.mapping;if(d===hc||d===uc)if(e.has(f)){let p=e.get(f).texture;return a(p,f.mapping)}else{let p=f.image;if(p&&p.height>0){let x=new Sa(p.height);return x.fromEquirectangularTexture(i,f),e.set(f,x),f.addEventListener("dispose",c),a(x.texture,f.mapping)}else return null}}return f}function o(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let d=f.mapping,p=d===hc||d===uc,x=d===ur||d===ho;if(p||x){let m=t.get(f),g=m!==void 0?m.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==g)return n===null&&(n=new Kc(i)),m=p?n.fromEquirectangular(f,m):n.fromCubemap(f,m),m.texture.pmremVersion=f.pmremVersion,t.set(f,m),m.texture;if(m!==void 0)return m.texture;{let _=f.image;return p&&_&&_.height>0||x&&_&&l(_)?(n===null&&(n=new Kc(i)),m=p?n.fromEquirectangular(f):n.fromCubemap(f),m.texture.pmremVersion=f.pmremVersion,t.set(f,m),f.addEventListener("dispose",h),m.texture):null}}}return f}function a(f,d){return d===hc?f.mapping=ur:d===uc&&(f.mapping=ho),f}function l(f){let d=0,p=6;for(let x=0;x<p;x++)f[x]!==void 0&&d++;return d===p}function c(f){let d=f.target;d.removeEventListener("dispose",c);let p=e.get(d);p!==void 0&&(e.delete(d),p.dispose())}function h(f){let d=f.target;d.removeEventListener("dispose",h);let p=t.get(d);p!==void 0&&(t.delete(d),p.dispose())}function u(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:u}}function oM(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&Xo("WebGLRenderer: "+n+" extension not supported."),s}}}function aM(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(p=>delete s[p]);function a(p){l(p.target)}function l(p){p.index!==null&&e.remove(p.index);for(let m in p.attributes)e.remove(p.attributes[m]);p.removeEventListener("dispose",a),delete s[p.id],o.unregister(p);let x=r.get(p);x&&(e.remove(x),r.delete(p)),n.releaseStatesOfGeometry(p),p.isInstancedBufferGeometry===!0&&delete p._maxInstanceCount,t.memory.geometries--}function c(p,x){return s[x.id]!==void 0||(x.addEventListener("dispose",a),s[x.id]=new WeakRef(x),o.register(x,x.id,x),t.memory.geometries++),x}function h(p){let x=p.attributes;for(let m in x)e.update(x[m],i.ARRAY_BUFFER)}function u(p){let x=p.index,m=p.attributes.position,g=0;if(m===void 0)return;let _=x!==null?x.array.length:m.array.length/3-1,A=m.count>=65535?ea:jo,S=new A(Math.ceil(_/3)*6,1),R=S.array;if(x!==null){let v=x.array;g=x.version;for(let T=0,B=0;T<_;T+=3){let D=v[T+0],L=v[T+1],G=v[T+2];R[B++]=D,R[B++]=L,R[B++]=L,R[B++]=G,R[B++]=G,R[B++]=D}}else{g=m.version;for(let v=0,T=0;v<_;v+=3){let B=v+0,D=v+1,L=v+2;R[T++]=B,R[T++]=D,R[T++]=D,R[T++]=L,R[T++]=L,R[T++]=B}}S.version=g;let E=r.get(p);E&&e.remove(E),r.set(p,S)}function f(p){let x=r.get(p);if(x){let m=p.index;m!==null&&x.version<m.version&&u(p)}else u(p);return r.get(p)}function d(){for(let p in s){let x=s[p].deref();x!==void 0&&l(x)}}return{get:c,update:h,getWireframeAttribute:f,dispose:d}}function lM(i,e,t){let n;function s(u){n=u}let r,o;function a(u){r=u.type,o=u.bytesPerElement}function l(u,f){i.drawElements(n,f,r,u*o),t.update(f,n,1)}function c(u,f,d){d!==0&&(i.drawElementsInstanced(n,f,r,u*o,d),t.update(f,n,d))}function h(u,f,d){if(d===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,f,0,r,u,0,d);let x=0;for(let m=0;m<d;m++)x+=f[m];t.update(x,n,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function cM(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:Qe("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function hM(i,e,t){let n=new WeakMap,s=new Xt;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,u=h!==void 0?h.length:0,f=n.get(a);if(f===void 0||f.count!==u){let B=function(){v.dispose(),n.delete(a),a.removeEventListener("dispose",B)};f!==void 0&&f.texture.dispose();let d=a.morphAttributes.position!==void 0,p=a.morphAttributes.normal!==void 0,x=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],_=a.morphAttributes.color||[],A=0;d===!0&&(A=1),p===!0&&(A=2),x===!0&&(A=3);let S=a.attributes.position.count*A,R=1;S>e.maxTextureSize&&(R=Math.ceil(S/e.maxTextureSize),S=e.maxTextureSize);let E=new Float32Array(S*R*4*u),v=new Jo(E,S,R,u);v.type=Ai,v.needsUpdate=!0;let T=A*4;for(let D=0;D<u;D++){let L=m[D],G=g[D],H=_[D],N=S*R*4*D;for(let V=0;V<L.count;V++){let Y=V*T;d===!0&&(s.fromBufferAttribute(L,V),E[N+Y+0]=s.x,E[N+Y+1]=s.y,E[N+Y+2]=s.z,E[N+Y+3]=0),p===!0&&(s.fromBufferAttribute(G,V),E[N+Y+4]=s.x,E[N+Y+5]=s.y,E[N+Y+6]=s.z,E[N+Y+7]=0),x===!0&&(s.fromBufferAttribute(H,V),E[N+Y+8]=s.x,E[N+Y+9]=s.y,E[N+Y+10]=s.z,E[N+Y+11]=H.itemSize===4?s.w:1)}}f={count:u,texture:v,size:new yt(S,R)},n.set(a,f),a.addEventListener("dispose",B)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let d=0;for(let x=0;x<c.length;x++)d+=c[x];let p=a.morphTargetsRelative?1:1-d;l.getUniforms().setValue(i,"morphTargetBaseInfluence",p),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",f.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",f.size)}return{update:r}}function uM(i,e,t,n,s){let r=new WeakMap;function o(c){let h=s.render.frame,u=c.geometry,f=e.get(c,u);if(r.get(f)!==h&&(e.update(f),r.set(f,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let d=c.skeleton;r.get(d)!==h&&(d.update(),r.set(d,h))}return f}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var fM={[Yu]:"LINEAR_TONE_MAPPING",[$u]:"REINHARD_TONE_MAPPING",[Zu]:"CINEON_TONE_MAPPING",[Ju]:"ACES_FILMIC_TONE_MAPPING",[Qu]:"AGX_TONE_MAPPING",[ju]:"NEUTRAL_TONE_MAPPING",[Ku]:"CUSTOM_TONE_MAPPING"};function dM(i,e,t,n,s,r){let o=new ti(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new Xn;h.setAttribute("position",new Hn([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new Hn([0,2,0,0,2,0],2));let u=new Jl({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),f=new On(h,u),d=new ro(-1,1,1,-1,0,1),p=null,x=null,m=!1,g,_=null,A=[],S=!1;this.setSize=function(R,E){o.setSize(R,E),a!==null&&a.setSize(R,E),l!==null&&l.setSize(R,E);for(let v=0;v<A.length;v++){let T=A[v];T.setSize&&T.setSize(R,E)}},this.setEffects=function(R){A=R,S=A.length>0&&A[0].isRenderPass===!0;let E=o.width,v=o.height;A.length>0&&a===null&&(a=new ti(E,v,{type:Ti,depthBuffer:!1,stencilBuffer:!1}),l=new ti(E,v,{type:Ti,depthBuffer:!1,stencilBuffer:!1}));let T=s===!0&&A.some(B=>B.needsDepthTexture===!0);T!==(o.depthTexture!==null)&&(T===!0&&c===null&&(c=new cs(E,v),r===!0&&(c.format=us,c.type=fr)),o.dispose(),o.depthTexture=T?c:null,o.resolveDepthBuffer=T,o.storeMultisampledDepthBuffer=T);for(let B=0;B<A.length;B++){let D=A[B];D.setSize&&D.setSize(E,v),T&&D.needsDepthTexture===!0&&D.setDepthTexture&&D.setDepthTexture(c)}},this.begin=function(R,E){if(m||R.toneMapping===Wi&&A.length===0)return!1;if(_=E,E!==null){let v=E.width,T=E.height;(o.width!==v||o.height!==T)&&this.setSize(v,T)}return S===!1&&R.setRenderTarget(o),g=R.toneMapping,R.toneMapping=Wi,!0},this.hasRenderPass=function(){return S},this.end=function(R,E){R.toneMapping=g,m=!0;let v=o,T=a;for(let B=0;B<A.length;B++){let D=A[B];D.enabled!==!1&&(D.render(R,T,v,E),D.needsSwap!==!1&&(v=T,T=T===a?l:a))}if(p!==R.outputColorSpace||x!==R.toneMapping){p=R.outputColorSpace,x=R.toneMapping,u.defines={},ut.getTransfer(p)===bt&&(u.defines.SRGB_TRANSFER="");let B=fM[x];B&&(u.defines[B]=""),u.needsUpdate=!0}u.uniforms.tDiffuse.value=v.texture,R.setRenderTarget(_),R.render(f,d),_=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),u.dispose()}}var Cg=new Wn,Rg=new cs(1,1),Pg=new sa(1),Ig=new Jo,Lg=new Hl,Ng=new ia,ag=[],lg=[],cg=new Float32Array(16),hg=new Float32Array(9),ug=new Float32Array(4);function po(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=ag[s];if(r===void 0&&(r=new Float32Array(s),ag[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function un(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function fn(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function jc(i,e){let t=lg[e];t===void 0&&(t=new Int32Array(e),lg[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function pM(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function mM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;i.uniform2fv(this.addr,e),fn(t,e)}}function gM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(un(t,e))return;i.uniform3fv(this.addr,e),fn(t,e)}}function xM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;i.uniform4fv(this.addr,e),fn(t,e)}}function _M(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(un(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),fn(t,e)}else{if(un(t,n))return;ug.set(n),i.uniformMatrix2fv(this.addr,!1,ug),fn(t,n)}}function yM(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(un(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),fn(t,e)}else{if(un(t,n))return;hg.set(n),i.uniformMatrix3fv(this.addr,!1,hg),fn(t,n)}}function vM(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(un(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),fn(t,e)}else{if(un(t,n))return;cg.set(n),i.uniformMatrix4fv(this.addr,!1,cg),fn(t,n)}}function SM(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function MM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;i.uniform2iv(this.addr,e),fn(t,e)}}function bM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(un(t,e))return;i.uniform3iv(this.addr,e),fn(t,e)}}function wM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;i.uniform4iv(this.addr,e),fn(t,e)}}function AM(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function TM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(un(t,e))return;i.uniform2uiv(this.addr,e),fn(t,e)}}function EM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(un(t,e))return;i.uniform3uiv(this.addr,e),fn(t,e)}}function CM(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(un(t,e))return;i.uniform4uiv(this.addr,e),fn(t,e)}}function eh(i){return i.version===0&&(i.compareFunction=ff,i.needsUpdate=!0),i}function RM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=eh(Rg):r=Cg,t.setTexture2D(e||r,s)}function PM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Lg,s)}function IM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=eh(Pg):r=Ng,t.setTextureCube(e||r,s)}function LM(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Ig,s)}function NM(i){switch(i){case 5126:return pM;case 35664:return mM;case 35665:return gM;case 35666:return xM;case 35674:return _M;case 35675:return yM;case 35676:return vM;case 5124:case 35670:return SM;case 35667:case 35671:return MM;case 35668:case 35672:return bM;case 35669:case 35673:return wM;case 5125:return AM;case 36294:return TM;case 36295:return EM;case 36296:return CM;case 35678:case 36198:case 36298:case 36306:case 35682:return RM;case 35679:case 36299:case 36307:return PM;case 35680:case 36300:case 36308:case 36293:return IM;case 36289:case 36303:case 36311:case 36292:return LM}}function DM(i,e){i.uniform1fv(this.addr,e)}function FM(i,e){let t=po(e,this.size,2);i.uniform2fv(this.addr,t)}function UM(i,e){let t=po(e,this.size,3);i.uniform3fv(this.addr,t)}function OM(i,e){let t=po(e,this.size,4);i.uniform4fv(this.addr,t)}function BM(i,e){let t=po(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function kM(i,e){let t=po(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function zM(i,e){let t=po(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function VM(i,e){i.uniform1iv(this.addr,e)}function GM(i,e){i.uniform2iv(this.addr,e)}function HM(i,e){i.uniform3iv(this.addr,e)}function WM(i,e){i.uniform4iv(this.addr,e)}function XM(i,e){i.uniform1uiv(this.addr,e)}function qM(i,e){i.uniform2uiv(this.addr,e)}function YM(i,e){i.uniform3uiv(this.addr,e)}function $M(i,e){i.uniform4uiv(this.addr,e)}function ZM(i,e,t){let n=this.cache,s=e.length,r=jc(t,s);un(n,r)||(i.uniform1iv(this.addr,r),fn(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=eh(Rg):o=Cg;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function JM(i,e,t){let n=this.cache,s=e.length,r=jc(t,s);un(n,r)||(i.uniform1iv(this.addr,r),fn(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||Lg,r[o])}function KM(i,e,t){let n=this.cache,s=e.length,r=jc(t,s);un(n,r)||(i.uniform1iv(this.addr,r),fn(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=eh(Pg):o=Ng;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function QM(i,e,t){let n=this.cache,s=e.length,r=jc(t,s);un(n,r)||(i.uniform1iv(this.addr,r),fn(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||Ig,r[o])}function jM(i){switch(i){case 5126:return DM;case 35664:return FM;case 35665:return UM;case 35666:return OM;case 35674:return BM;case 35675:return kM;case 35676:return zM;case 5124:case 35670:return VM;case 35667:case 35671:return GM;case 35668:case 35672:return HM;case 35669:case 35673:return WM;case 5125:return XM;case 36294:return qM;case 36295:return YM;case 36296:return $M;case 35678:case 36198:case 36298:case 36306:case 35682:return ZM;case 35679:case 36299:case 36307:return JM;case 35680:case 36300:case 36308:case 36293:return KM;case 36289:case 36303:case 36311:case 36292:return QM}}var Mf=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=NM(t.type)}},bf=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=jM(t.type)}},wf=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},vf=/(\w+)(\])?(\[|\.)?/g;function fg(i,e){i.seq.push(e),i.map[e.id]=e}function eb(i,e,t){let n=i.name,s=n.length;for(vf.lastIndex=0;;){let r=vf.exec(n),o=vf.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){fg(t,c===void 0?new Mf(a,i,e):new bf(a,i,e));break}else{let u=t.map[a];u===void 0&&(u=new wf(a),fg(t,u)),t=u}}}var fo=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);eb(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function dg(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var tb=37297,nb=0;function ib(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var pg=new je;function sb(i){ut._getMatrix(pg,ut.workingColorSpace,i);let e=`mat3( ${pg.elements.map(t=>t.toFixed(4))} )`;switch(ut.getTransfer(i)){case Yo:return[e,"LinearTransferOETF"];case bt:return[e,"sRGBTransferOETF"];default:return Ye("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function mg(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+ib(i.getShaderSource(e),a)}else return r}function rb(i,e){let t=sb(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var ob={[Yu]:"Linear",[$u]:"Reinhard",[Zu]:"Cineon",[Ju]:"ACESFilmic",[Qu]:"AgX",[ju]:"Neutral",[Ku]:"Custom"};function ab(i,e){let t=ob[e];return t===void 0?(Ye("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Jc=new J;function lb(){ut.getLuminanceCoefficients(Jc);let i=Jc.x.toFixed(4),e=Jc.y.toFixed(4),t=Jc.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function cb(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(va).join(`
`)}function hb(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function ub(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function va(i){return i!==""}function gg(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function xg(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var fb=/^[ \t]*#include +<([\w\d./]+)>/gm;function Af(i){return i.replace(fb,db)}function db(i,e){let t=at[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Af(t)}var pb=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function _g(i){return i.replace(pb,mb)}function mb(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function yg(i){let e=`precision ${i.precision} float;
	precision ${i.precision} int;
	precision ${i.precision} sampler2D;
	precision ${i.precision} samplerCube;
	precision ${i.precision} sampler3D;
	precision ${i.precision} sampler2DArray;
	precision ${i.precision} sampler2DShadow;
	precision ${i.precision} samplerCubeShadow;
	precision ${i.precision} sampler2DArrayShadow;
	precision ${i.precision} isampler2D;
	precision ${i.precision} isampler3D;
	precision ${i.precision} isamplerCube;
	precision ${i.precision} isampler2DArray;
	precision ${i.precision} usampler2D;
	precision ${i.precision} usampler3D;
	precision ${i.precision} usamplerCube;
	precision ${i.precision} usampler2DArray;
	`;return i.precision==="highp"?e+=`
#define HIGH_PRECISION`:i.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:i.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var gb={[ca]:"SHADOWMAP_TYPE_PCF",[lo]:"SHADOWMAP_TYPE_VSM"};function xb(i){return gb[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var _b={[ho]:"ENVMAP_MODE_REFRACTION"};function yb(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":_b[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var vb={[qu]:"ENVMAP_BLENDING_MULTIPLY",[Um]:"ENVMAP_BLENDING_MIX",[Om]:"ENVMAP_BLENDING_ADD"};function Sb(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":vb[i.combine]||"ENVMAP_BLENDING_NONE"}function Mb(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=xb(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=yb(t),u=Sb(t),f=cb(t),d=hb(r),p=s.createProgram(),x,m,g=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(x=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d].filter(va).join(`
`),x.length>0&&(x+=`
`),m=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d].filter(va).join(`
`),m.length>0&&(m+=`
`)):(x=[yg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(va).join(`
`),m=[yg(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+u:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==Wi?"#define TONE_MAPPING":"",t.toneMapping!==Wi?at.tonemapping_pars_fragment:"",t.toneMapping!==Wi?ab("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",at.colorspace_pars_fragment,rb("linearToOutputTexel",t.outputColorSpace),lb(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(va).join(`
`)),o=Af(o),o=gg(o,t),o=xg(o,t),a=Af(a),a=gg(a,t),a=xg(a,t),o=_g(o),a=_g(a),t.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,x=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+x,m=["#define varying in",t.glslVersion===df?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===df?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let _=g+x+o,A=g+m+a,S=dg(s,s.VERTEX_SHADER,_),R=dg(s,s.FRAGMENT_SHADER,A);s.attachShader(p,S),s.attachShader(p,R),t.index0AttributeName!==void 0?s.bindAttribLocation(p,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(p,0,"position"),s.linkProgram(p);function E(D){if(i.debug.checkShaderErrors){let L=s.getProgramInfoLog(p)||"",G=s.getShaderInfoLog(S)||"",H=s.getShaderInfoLog(R)||"",N=L.trim(),V=G.trim(),Y=H.trim(),k=!0,le=!0;if(s.getProgramParameter(p,s.LINK_STATUS)===!1)if(k=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,p,S,R);else{let $=mg(s,S,"vertex"),j=mg(s,R,"fragment");Qe("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(p,s.VALIDATE_STATUS)+`

Material Name: `+D.name+`
Material Type: `+D.type+`

Program Info Log: `+N+`
`+$+`
`+j)}else N!==""?Ye("WebGLProgram: Program Info Log:",N):(V===""||Y==="")&&(le=!1);le&&(D.diagnostics={runnable:k,programLog:N,vertexShader:{log:V,prefix:x},fragmentShader:{log:Y,prefix:m}})}s.deleteShader(S),s.deleteShader(R),v=new fo(s,p),T=ub(s,p)}let v;this.getUniforms=function(){return v===void 0&&E(this),v};let T;this.getAttributes=function(){return T===void 0&&E(this),T};let B=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return B===!1&&(B=s.getProgramParameter(p,tb)),B},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(p),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=nb++,this.cacheKey=e,this.usedTimes=1,this.program=p,this.vertexShader=S,this.fragmentShader=R,this}var bb=0,Tf=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new Ef(e),t.set(e,n)),n}},Ef=class{constructor(e){this.id=bb++,this.code=e,this.usedTimes=0}};function wb(i){return i===Vs||i===ma||i===ga}function Ab(i,e,t,n,s,r){let o=new Ko,a=new Tf,l=new Set,c=[],h=new Map,u=n.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function d(v){return l.add(v),v===0?"uv":`uv${v}`}function p(v,T,B,D,L,G){let H=D.fog,N=L.geometry,V=v.isMeshStandardMaterial||v.isMeshLambertMaterial||v.isMeshPhongMaterial?D.environment:null,Y=v.isMeshStandardMaterial||v.isMeshLambertMaterial&&!v.envMap||v.isMeshPhongMaterial&&!v.envMap,k=e.get(v.envMap||V,Y),le=f[v.type],$=n.precision;v.precision!==null&&($=n.getMaxPrecision(v.precision),$!==v.precision&&Ye("WebGLProgram.getParameters:",v.precision,"not supported, using",$,"instead."));let j=N.morphAttributes.position||N.morphAttributes.normal||N.morphAttributes.color,se=j!==void 0?j.length:0,fe=0;N.morphAttributes.position!==void 0&&(fe=1),N.morphAttributes.normal!==void 0&&(fe=2),N.morphAttributes.color!==void 0&&(fe=3);let ue,ee,me,_e;if(le){let Ce=qi[le];ue=Ce.vertexShader,ee=Ce.fragmentShader}else{ue=v.vertexShader,ee=v.fragmentShader;let Ce=a.getVertexShaderStage(v),st=a.getFragmentShaderStage(v);a.update(v,Ce,st),me=Ce.id,_e=st.id}let Ee=i.getRenderTarget(),Me=i.state.buffers.depth.getReversed(),He=L.isInstancedMesh===!0,nt=L.isBatchedMesh===!0,Ve=!!v.map,lt=!!v.matcap,rt=!!k,et=rt&&k.isPMREMTexture===!0,Gt=!!v.aoMap,Nt=!!v.lightMap,en=!!v.bumpMap&&v.wireframe===!1,Ct=!!v.normalMap,mn=!!v.displacementMap,gt=!!v.emissiveMap,cn=!!v.metalnessMap,qt=!!v.roughnessMap,tn=v.anisotropy>0,U=v.clearcoat>0,Re=v.diffuseRoughness>0,qe=v.dispersion>0,it=v.retroreflectivity>0,be=v.iridescence>0,Pt=v.sheen>0,ze=v.transmission>0,Xe=tn&&!!v.anisotropyMap,C=U&&!!v.clearcoatMap,M=U&&!!v.clearcoatNormalMap,W=U&&!!v.clearcoatRoughnessMap,he=Re&&!!v.diffuseRoughnessMap,oe=be&&!!v.iridescenceMap,xe=be&&!!v.iridescenceThicknessMap,ye=Pt&&!!v.sheenColorMap,te=Pt&&!!v.sheenRoughnessMap,ie=!!v.specularMap,pe=!!v.specularColorMap,F=!!v.specularIntensityMap,re=ze&&!!v.transmissionMap,ne=ze&&!!v.thicknessMap,we=!!v.gradientMap,ge=!!v.alphaMap,Se=v.alphaTest>0,Ge=!!v.alphaHash,Ze=!!v.extensions,ce=Wi;v.toneMapped&&(Ee===null||Ee.isXRRenderTarget===!0)&&(ce=i.toneMapping);let Oe=et?k.isCompressedCubeTexture?k.image[0].mipmaps:k.mipmaps:null,Je={shaderID:le,shaderType:v.type,shaderName:v.name,vertexShader:ue,fragmentShader:ee,defines:v.defines,customVertexShaderID:me,customFragmentShaderID:_e,isRawShaderMaterial:v.isRawShaderMaterial===!0,glslVersion:v.glslVersion,precision:$,batching:nt,batchingColor:nt&&L._colorsTexture!==null,instancing:He,instancingColor:He&&L.instanceColor!==null,instancingMorph:He&&L.morphTexture!==null,outputColorSpace:Ee===null?i.outputColorSpace:Ee.isXRRenderTarget===!0?Ee.texture.colorSpace:ut.workingColorSpace,alphaToCoverage:!!v.alphaToCoverage,map:Ve,matcap:lt,envMap:rt,envMapMode:rt&&k.mapping,envMapPMREM:et,envMapMaxLod:et?Oe.length-1:null,envMapSize:et?Oe[0].width:null,aoMap:Gt,lightMap:Nt,bumpMap:en,normalMap:Ct,displacementMap:mn,emissiveMap:gt,normalMapObjectSpace:Ct&&v.normalMapType===zm,normalMapTangentSpace:Ct&&v.normalMapType===cf,packedNormalMap:Ct&&v.normalMapType===cf&&wb(v.normalMap.format),metalnessMap:cn,roughnessMap:qt,anisotropy:tn,anisotropyMap:Xe,clearcoat:U,clearcoatMap:C,clearcoatNormalMap:M,clearcoatRoughnessMap:W,diffuseRoughness:Re,diffuseRoughnessMap:he,dispersion:qe,retroreflection:it,iridescence:be,iridescenceMap:oe,iridescenceThicknessMap:xe,sheen:Pt,sheenColorMap:ye,sheenRoughnessMap:te,specularMap:ie,specularColorMap:pe,specularIntensityMap:F,transmission:ze,transmissionMap:re,thicknessMap:ne,gradientMap:we,opaque:v.transparent===!1&&v.blending===co&&v.alphaToCoverage===!1,alphaMap:ge,alphaTest:Se,alphaHash:Ge,combine:v.combine,mapUv:Ve&&d(v.map.channel),aoMapUv:Gt&&d(v.aoMap.channel),lightMapUv:Nt&&d(v.lightMap.channel),bumpMapUv:en&&d(v.bumpMap.channel),normalMapUv:Ct&&d(v.normalMap.channel),displacementMapUv:mn&&d(v.displacementMap.channel),emissiveMapUv:gt&&d(v.emissiveMap.channel),metalnessMapUv:cn&&d(v.metalnessMap.channel),roughnessMapUv:qt&&d(v.roughnessMap.channel),anisotropyMapUv:Xe&&d(v.anisotropyMap.channel),clearcoatMapUv:C&&d(v.clearcoatMap.channel),clearcoatNormalMapUv:M&&d(v.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:W&&d(v.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:he&&d(v.diffuseRoughnessMap.channel),iridescenceMapUv:oe&&d(v.iridescenceMap.channel),iridescenceThicknessMapUv:xe&&d(v.iridescenceThicknessMap.channel),sheenColorMapUv:ye&&d(v.sheenColorMap.channel),sheenRoughnessMapUv:te&&d(v.sheenRoughnessMap.channel),specularMapUv:ie&&d(v.specularMap.channel),specularColorMapUv:pe&&d(v.specularColorMap.channel),specularIntensityMapUv:F&&d(v.specularIntensityMap.channel),transmissionMapUv:re&&d(v.transmissionMap.channel),thicknessMapUv:ne&&d(v.thicknessMap.channel),alphaMapUv:ge&&d(v.alphaMap.channel),vertexTangents:!!N.attributes.tangent&&(Ct||tn),vertexNormals:!!N.attributes.normal,vertexColors:v.vertexColors,vertexAlphas:v.vertexColors===!0&&!!N.attributes.color&&N.attributes.color.itemSize===4,pointsUvs:L.isPoints===!0&&!!N.attributes.uv&&(Ve||ge),fog:!!H,useFog:v.fog===!0,fogExp2:!!H&&H.isFogExp2,flatShading:v.wireframe===!1&&(v.flatShading===!0||N.attributes.normal===void 0&&Ct===!1&&(v.isMeshLambertMaterial||v.isMeshPhongMaterial||v.isMeshStandardMaterial||v.isMeshPhysicalMaterial)),sizeAttenuation:v.sizeAttenuation===!0,logarithmicDepthBuffer:u,reversedDepthBuffer:Me,skinning:L.isSkinnedMesh===!0,hasPositionAttribute:N.attributes.position!==void 0,morphTargets:N.morphAttributes.position!==void 0,morphNormals:N.morphAttributes.normal!==void 0,morphColors:N.morphAttributes.color!==void 0,morphTargetsCount:se,morphTextureStride:fe,numSunLights:T.sun.length,numDirLights:T.directional.length,numPointLights:T.point.length,numSpotLights:T.spot.length,numSpotLightMaps:T.spotLightMap.length,numRectAreaLights:T.rectArea.length,numHemiLights:T.hemi.length,numSunLightShadows:T.sunShadowMap.length,numDirLightShadows:T.directionalShadowMap.length,numPointLightShadows:T.pointShadowMap.length,numSpotLightShadows:T.spotShadowMap.length,numSpotLightShadowsWithMaps:T.numSpotLightShadowsWithMaps,numLightProbes:T.numLightProbes,numLightProbeGrids:G.filter(Ce=>Ce.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:v.dithering,shadowMapEnabled:i.shadowMap.enabled&&B.length>0,shadowMapType:i.shadowMap.type,toneMapping:ce,decodeVideoTexture:Ve&&v.map.isVideoTexture===!0&&ut.getTransfer(v.map.colorSpace)===bt,decodeVideoTextureEmissive:gt&&v.emissiveMap.isVideoTexture===!0&&ut.getTransfer(v.emissiveMap.colorSpace)===bt,premultipliedAlpha:v.premultipliedAlpha,doubleSided:v.side===Hi,flipSided:v.side===Bn,useDepthPacking:v.depthPacking>=0,depthPacking:v.depthPacking||0,index0AttributeName:v.index0AttributeName,extensionClipCullDistance:Ze&&v.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Ze&&v.extensions.multiDraw===!0||nt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:v.customProgramCacheKey()};return Je.vertexUv1s=l.has(1),Je.vertexUv2s=l.has(2),Je.vertexUv3s=l.has(3),l.clear(),Je}function x(v){let T=[];if(v.shaderID?T.push(v.shaderID):(T.push(v.customVertexShaderID),T.push(v.customFragmentShaderID)),v.defines!==void 0)for(let B in v.defines)T.push(B),T.push(v.defines[B]);return v.isRawShaderMaterial===!1&&(m(T,v),g(T,v),T.push(i.outputColorSpace)),T.push(v.customProgramCacheKey),T.join()}function m(v,T){v.push(T.precision),v.push(T.outputColorSpace),v.push(T.envMapMode),v.push(T.envMapPMREM),v.push(T.envMapMaxLod),v.push(T.envMapSize),v.push(T.mapUv),v.push(T.alphaMapUv),v.push(T.lightMapUv),v.push(T.aoMapUv),v.push(T.bumpMapUv),v.push(T.normalMapUv),v.push(T.displacementMapUv),v.push(T.emissiveMapUv),v.push(T.metalnessMapUv),v.push(T.roughnessMapUv),v.push(T.anisotropyMapUv),v.push(T.clearcoatMapUv),v.push(T.clearcoatNormalMapUv),v.push(T.clearcoatRoughnessMapUv),v.push(T.diffuseRoughnessMapUv),v.push(T.iridescenceMapUv),v.push(T.iridescenceThicknessMapUv),v.push(T.sheenColorMapUv),v.push(T.sheenRoughnessMapUv),v.push(T.specularMapUv),v.push(T.specularColorMapUv),v.push(T.specularIntensityMapUv),v.push(T.transmissionMapUv),v.push(T.thicknessMapUv),v.push(T.combine),v.push(T.fogExp2),v.push(T.sizeAttenuation),v.push(T.morphTargetsCount),v.push(T.numSunLights),v.push(T.numDirLights),v.push(T.numPointLights),v.push(T.numSpotLights),v.push(T.numSpotLightMaps),v.push(T.numHemiLights),v.push(T.numRectAreaLights),v.push(T.numSunLightShadows),v.push(T.numDirLightShadows),v.push(T.numPointLightShadows),v.push(T.numSpotLightShadows),v.push(T.numSpotLightShadowsWithMaps),v.push(T.numLightProbes),v.push(T.numLightProbeGrids),v.push(T.shadowMapType),v.push(T.toneMapping),v.push(T.numClippingPlanes),v.push(T.numClipIntersection),v.push(T.depthPacking)}function g(v,T){o.disableAll(),T.instancing&&o.enable(0),T.instancingColor&&o.enable(1),T.instancingMorph&&o.enable(2),T.matcap&&o.enable(3),T.envMap&&o.enable(4),T.normalMapObjectSpace&&o.enable(5),T.normalMapTangentSpace&&o.enable(6),T.clearcoat&&o.enable(7),T.iridescence&&o.enable(8),T.alphaTest&&o.enable(9),T.vertexColors&&o.enable(10),T.vertexAlphas&&o.enable(11),T.vertexUv1s&&o.enable(12),T.vertexUv2s&&o.enable(13),T.vertexUv3s&&o.enable(14),T.vertexTangents&&o.enable(15),T.anisotropy&&o.enable(16),T.alphaHash&&o.enable(17),T.batching&&o.enable(18),T.dispersion&&o.enable(19),T.retroreflection&&o.enable(24),T.diffuseRoughness&&o.enable(25),T.batchingColor&&o.enable(20),T.gradientMap&&o.enable(21),T.packedNormalMap&&o.enable(22),T.vertexNormals&&o.enable(23),v.push(o.mask),o.disableAll(),T.fog&&o.enable(0),T.useFog&&o.enable(1),T.flatShading&&o.enable(2),T.logarithmicDepthBuffer&&o.enable(3),T.reversedDepthBuffer&&o.enable(4),T.skinning&&o.enable(5),T.morphTargets&&o.enable(6),T.morphNormals&&o.enable(7),T.morphColors&&o.enable(8),T.premultipliedAlpha&&o.enable(9),T.shadowMapEnabled&&o.enable(10),T.doubleSided&&o.enable(11),T.flipSided&&o.enable(12),T.useDepthPacking&&o.enable(13),T.dithering&&o.enable(14),T.transmission&&o.enable(15),T.sheen&&o.enable(16),T.opaque&&o.enable(17),T.pointsUvs&&o.enable(18),T.decodeVideoTexture&&o.enable(19),T.decodeVideoTextureEmissive&&o.enable(20),T.alphaToCoverage&&o.enable(21),T.numLightProbeGrids>0&&o.enable(22),T.hasPositionAttribute&&o.enable(23),v.push(o.mask)}function _(v){let T=f[v.type],B;if(T){let D=qi[T];B=eg.clone(D.uniforms)}else B=v.uniforms;return B}function A(v,T){let B=h.get(T);return B!==void 0?++B.usedTimes:(B=new Mb(i,T,v,s),c.push(B),h.set(T,B)),B}function S(v){if(--v.usedTimes===0){let T=c.indexOf(v);c[T]=c[c.length-1],c.pop(),h.delete(v.cacheKey),v.destroy()}}function R(v){a.remove(v)}function E(){a.dispose()}return{getParameters:p,getProgramCacheKey:x,getUniforms:_,acquireProgram:A,releaseProgram:S,releaseShaderCache:R,programs:c,dispose:E}}function Tb(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,l){i.get(o)[a]=l}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function Eb(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function vg(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function Sg(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(f){let d=0;return f.isInstancedMesh&&(d+=2),f.isSkinnedMesh&&(d+=1),d}function a(f,d,p,x,m,g){let _=i[e];return _===void 0?(_={id:f.id,object:f,geometry:d,material:p,materialVariant:o(f),groupOrder:x,renderOrder:f.renderOrder,z:m,group:g},i[e]=_):(_.id=f.id,_.object=f,_.geometry=d,_.material=p,_.materialVariant=o(f),_.groupOrder=x,_.renderOrder=f.renderOrder,_.z=m,_.group=g),e++,_}function l(f,d,p,x,m,g,_){_.reversedDepth===!0&&(m=-m);let A=a(f,d,p,x,m,g);p.transmission>0?n.push(A):p.transparent===!0?s.push(A):t.push(A)}function c(f,d,p,x,m,g){let _=a(f,d,p,x,m,g);p.transmission>0?n.unshift(_):p.transparent===!0?s.unshift(_):t.unshift(_)}function h(f,d){t.length>1&&t.sort(f||Eb),n.length>1&&n.sort(d||vg),s.length>1&&s.sort(d||vg)}function u(){for(let f=e,d=i.length;f<d;f++){let p=i[f];if(p.id===null)break;p.id=null,p.object=null,p.geometry=null,p.material=null,p.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:l,unshift:c,finish:u,sort:h}}function Cb(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new Sg,i.set(n,[o])):s>=r.length?(o=new Sg,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function Rb(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new J,color:new xt};break;case"SpotLight":t={position:new J,direction:new J,color:new xt,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new J,color:new xt,distance:0,decay:0};break;case"HemisphereLight":t={direction:new J,skyColor:new xt,groundColor:new xt};break;case"RectAreaLight":t={color:new xt,position:new J,halfWidth:new J,halfHeight:new J};break}return i[e.id]=t,t}}}function Pb(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var Ib=0;function Lb(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function Nb(i){let e=new Rb,t=Pb(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new J);let s=new J,r=new zt,o=new zt;function a(c){let h=0,u=0,f=0;for(let G=0;G<9;G++)n.probe[G].set(0,0,0);let d=0,p=0,x=0,m=0,g=0,_=0,A=0,S=0,R=0,E=0,v=0,T=0,B=0,D=0;c.sort(Lb);for(let G=0,H=c.length;G<H;G++){let N=c[G],V=N.color,Y=N.intensity,k=N.distance,le=null;if(N.shadow&&N.shadow.map&&(N.shadow.map.texture.format===Vs?le=N.shadow.map.texture:le=N.shadow.map.depthTexture||N.shadow.map.texture),N.isAmbientLight)h+=V.r*Y,u+=V.g*Y,f+=V.b*Y;else if(N.isLightProbe){for(let $=0;$<9;$++)n.probe[$].addScaledVector(N.sh.coefficients[$],Y);D++}else if(N.isSunLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let j=N.shadow,se=t.get(N);se.shadowIntensity=j.intensity,se.shadowBias=j.bias,se.shadowNormalBias=j.normalBias,se.shadowRadius=j.radius,se.shadowMapSize.copy(j.mapSize).multiply(j.getFrameExtents()),n.sunShadow[p]=se,n.sunShadowMap[p]=le;let fe=j.getViewportCount();for(let ue=0;ue<fe;ue++)n.sunShadowMatrix[x+ue]=j.getMatrix(ue),n.sunShadowCascade[x+ue]=j._cascadeData[ue];x+=fe,p++}n.sun[d]=$,d++}else if(N.isDirectionalLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let j=N.shadow,se=t.get(N);se.shadowIntensity=j.intensity,se.shadowBias=j.bias,se.shadowNormalBias=j.normalBias,se.shadowRadius=j.radius,se.shadowMapSize=j.mapSize,n.directionalShadow[m]=se,n.directionalShadowMap[m]=le,n.directionalShadowMatrix[m]=N.shadow.matrix,R++}n.directional[m]=$,m++}else if(N.isSpotLight){let $=e.get(N);$.position.setFromMatrixPosition(N.matrixWorld),$.color.copy(V).multiplyScalar(Y),$.distance=k,$.coneCos=Math.cos(N.angle),$.penumbraCos=Math.cos(N.angle*(1-N.penumbra)),$.decay=N.decay,n.spot[_]=$;let j=N.shadow;if(N.map&&(n.spotLightMap[T]=N.map,T++,j.updateMatrices(N),N.castShadow&&B++),n.spotLightMatrix[_]=j.matrix,N.castShadow){let se=t.get(N);se.shadowIntensity=j.intensity,se.shadowBias=j.bias,se.shadowNormalBias=j.normalBias,se.shadowRadius=j.radius,se.shadowMapSize=j.mapSize,n.spotShadow[_]=se,n.spotShadowMap[_]=le,v++}_++}else if(N.isRectAreaLight){let $=e.get(N);$.color.copy(V).multiplyScalar(Y),$.halfWidth.set(N.width*.5,0,0),$.halfHeight.set(0,N.height*.5,0),n.rectArea[A]=$,A++}else if(N.isPointLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),$.distance=N.distance,$.decay=N.decay,N.castShadow){let j=N.shadow,se=t.get(N);se.shadowIntensity=j.intensity,se.shadowBias=j.bias,se.shadowNormalBias=j.normalBias,se.shadowRadius=j.radius,se.shadowMapSize=j.mapSize,se.shadowCameraNear=j.camera.near,se.shadowCameraFar=j.camera.far,n.pointShadow[g]=se,n.pointShadowMap[g]=le,n.pointShadowMatrix[g]=N.shadow.matrix,E++}n.point[g]=$,g++}else if(N.isHemisphereLight){let $=e.get(N);$.skyColor.copy(N.color).multiplyScalar(Y),$.groundColor.copy(N.groundColor).multiplyScalar(Y),n.hemi[S]=$,S++}}A>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Le.LTC_FLOAT_1,n.rectAreaLTC2=Le.LTC_FLOAT_2):(n.rectAreaLTC1=Le.LTC_HALF_1,n.rectAreaLTC2=Le.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=u,n.ambient[2]=f;let L=n.hash;(L.sunLength!==d||L.directionalLength!==m||L.pointLength!==g||L.spotLength!==_||L.rectAreaLength!==A||L.hemiLength!==S||L.numSunShadows!==p||L.numDirectionalShadows!==R||L.numPointShadows!==E||L.numSpotShadows!==v||L.numSpotMaps!==T||L.numLightProbes!==D)&&(n.sun.length=d,n.directional.length=m,n.spot.length=_,n.rectArea.length=A,n.point.length=g,n.hemi.length=S,n.sunShadow.length=p,n.sunShadowMap.length=p,n.sunShadowMatrix.length=x,n.sunShadowCascade.length=x,n.directionalShadow.length=R,n.directionalShadowMap.length=R,n.directionalShadowMatrix.length=R,n.pointShadow.length=E,n.pointShadowMap.length=E,n.pointShadowMatrix.length=E,n.spotShadow.length=v,n.spotShadowMap.length=v,n.spotLightMatrix.length=v+T-B,n.spotLightMap.length=T,n.numSpotLightShadowsWithMaps=B,n.numLightProbes=D,L.sunLength=d,L.directionalLength=m,L.pointLength=g,L.spotLength=_,L.rectAreaLength=A,L.hemiLength=S,L.numSunShadows=p,L.numDirectionalShadows=R,L.numPointShadows=E,L.numSpotShadows=v,L.numSpotMaps=T,L.numLightProbes=D,n.version=Ib++)}function l(c,h){let u=0,f=0,d=0,p=0,x=0,m=0,g=h.matrixWorldInverse;for(let _=0,A=c.length;_<A;_++){let S=c[_];if(S.isSunLight){let R=n.sun[u];R.direction.setFromMatrixPosition(S.matrixWorld),R.direction.transformDirection(g),u++}else if(S.isDirectionalLight){let R=n.directional[f];R.direction.setFromMatrixPosition(S.matrixWorld),s.setFromMatrixPosition(S.target.matrixWorld),R.direction.sub(s),R.direction.transformDirection(g),f++}else if(S.isSpotLight){let R=n.spot[p];R.position.setFromMatrixPosition(S.matrixWorld),R.position.applyMatrix4(g),R.direction.setFromMatrixPosition(S.matrixWorld),s.setFromMatrixPosition(S.target.matrixWorld),R.direction.sub(s),R.direction.transformDirection(g),p++}else if(S.isRectAreaLight){let R=n.rectArea[x];R.position.setFromMatrixPosition(S.matrixWorld),R.position.applyMatrix4(g),o.identity(),r.copy(S.matrixWorld),r.premultiply(g),o.extractRotation(r),R.halfWidth.set(S.width*.5,0,0),R.halfHeight.set(0,S.height*.5,0),R.halfWidth.applyMatrix4(o),R.halfHeight.applyMatrix4(o),x++}else if(S.isPointLight){let R=n.point[d];R.position.setFromMatrixPosition(S.matrixWorld),R.position.applyMatrix4(g),d++}else if(S.isHemisphereLight){let R=n.hemi[m];R.direction.setFromMatrixPosition(S.matrixWorld),R.direction.transformDirection(g),m++}}}return{setup:a,setupView:l,state:n}}function Mg(i){let e=new Nb(i),t=[],n=[],s=[];function r(u){h.camera=u,t.length=0,n.length=0,s.length=0}function o(u){u.isLightProbeGrid?s.push(u):t.push(u)}function a(u){n.push(u)}function l(){e.setup(t),s.sort((u,f)=>u.priority-f.priority||u.id-f.id)}function c(u){e.setupView(t,u)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function Db(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new Mg(i),e.set(s,[a])):r>=o.length?(a=new Mg(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var Fb=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,Ub=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,Ob=[new J(1,0,0),new J(-1,0,0),new J(0,1,0),new J(0,-1,0),new J(0,0,1),new J(0,0,-1)],Bb=[new J(0,-1,0),new J(0,-1,0),new J(0,0,1),new J(0,0,-1),new J(0,-1,0),new J(0,-1,0)],bg=new zt,ya=new J,Sf=new J;function kb(i,e,t){let n=new lr,s=new yt,r=new yt,o=new Xt,a=new Kl,l=new Ql,c={},h=t.maxTextureSize,u={[zs]:Bn,[Bn]:zs,[Hi]:Hi},f=new Pn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new yt},radius:{value:4}},vertexShader:Fb,fragmentShader:Ub}),d=f.clone();d.defines.HORIZONTAL_PASS=1;let p=new Xn;p.setAttribute("position",new Dt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let x=new On(p,f),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=ca;let g=this.type;this.render=function(E,v,T){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||E.length===0)return;this.type===xm&&(Ye("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=ca);let B=i.getRenderTarget(),D=i.getActiveCubeFace(),L=i.getActiveMipmapLevel(),G=i.state;G.setBlending(cr),G.buffers.depth.getReversed()===!0?G.buffers.color.setClear(0,0,0,0):G.buffers.color.setClear(1,1,1,1),G.buffers.depth.setTest(!0),G.setScissorTest(!1);let H=g!==this.type;H&&v.traverse(function(N){N.material&&(Array.isArray(N.material)?N.material.forEach(V=>V.needsUpdate=!0):N.material.needsUpdate=!0)});for(let N=0,V=E.length;N<V;N++){let Y=E[N],k=Y.shadow;if(k===void 0){Ye("WebGLShadowMap:",Y,"has no shadow.");continue}if(k.autoUpdate===!1&&k.needsUpdate===!1)continue;s.copy(k.mapSize);let le=k.getFrameExtents();s.multiply(le),r.copy(k.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/le.x),s.x=r.x*le.x,k.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/le.y),s.y=r.y*le.y,k.mapSize.y=r.y));let $=i.state.buffers.depth.getReversed();if(k.camera._reversedDepth=$,k.map===null||H===!0){if(k.map!==null&&(k.map.depthTexture!==null&&(k.map.depthTexture.dispose(),k.map.depthTexture=null),k.map.dispose()),this.type===lo){if(Y.isPointLight){Ye("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}k.map=new ti(s.x,s.y,{format:Vs,type:Ti,minFilter:Mn,magFilter:Mn,generateMipmaps:!1}),k.map.texture.name=Y.name+".shadowMap",k.map.depthTexture=new cs(s.x,s.y,Ai),k.map.depthTexture.name=Y.name+".shadowMapDepth",k.map.depthTexture.format=ls,k.map.depthTexture.compareFunction=null,k.map.depthTexture.minFilter=Sn,k.map.depthTexture.magFilter=Sn}else Y.isPointLight?(k.map=new Sa(s.x),k.map.depthTexture=new sa(s.x,wi)):(k.map=new ti(s.x,s.y),k.map.depthTexture=new cs(s.x,s.y,wi)),k.map.depthTexture.name=Y.name+".shadowMap",k.map.depthTexture.format=ls,this.type===ca?(k.map.depthTexture.compareFunction=$?uf:hf,k.map.depthTexture.minFilter=Mn,k.map.depthTexture.magFilter=Mn):(k.map.depthTexture.compareFunction=null,k.map.depthTexture.minFilter=Sn,k.map.depthTexture.magFilter=Sn);k.camera.updateProjectionMatrix()}k.map.isWebGLCubeRenderTarget!==!0&&(k.map.width!==s.x||k.map.height!==s.y)&&k.map.setSize(s.x,s.y);let j=k.map.isWebGLCubeRenderTarget?6:k.getViewportCount();Y.isPointLight!==!0&&k.updateMatrices(Y,T);let se=(k.camera.layers.mask&4294967294)!==0?k.camera.layers:T.layers;for(let fe=0;fe<j;fe++){let ue=k.getCamera(fe);if(Y.isPointLight){let ee=k.camera,me=k.matrix,_e=Y.distance||ee.far;_e!==ee.far&&(ee.far=_e,ee.updateProjectionMatrix()),ya.setFromMatrixPosition(Y.matrixWorld),ee.position.copy(ya),Sf.copy(ee.position),Sf.add(Ob[fe]),ee.up.copy(Bb[fe]),ee.lookAt(Sf),ee.updateMatrixWorld(),me.makeTranslation(-ya.x,-ya.y,-ya.z),bg.multiplyMatrices(ee.projectionMatrix,ee.matrixWorldInverse),k._frustum.setFromProjectionMatrix(bg,ee.coordinateSystem,ee.reversedDepth)}if(k.map.isWebGLCubeRenderTarget)i.setRenderTarget(k.map,fe),i.clear();else{fe===0&&(i.setRenderTarget(k.map),i.clear());let ee=k.getViewport(fe);o.set(r.x*ee.x,r.y*ee.y,r.x*ee.z,r.y*ee.w),G.viewport(o)}n=k.getFrustum(fe),S(v,T,ue,Y,se,this.type)}k.isPointLightShadow!==!0&&this.type===lo&&_(k,T),k.needsUpdate=!1}g=this.type,m.needsUpdate=!1,i.setRenderTarget(B,D,L)};function _(E,v){let T=e.update(x);f.defines.VSM_SAMPLES!==E.blurSamples&&(f.defines.VSM_SAMPLES=E.blurSamples,d.defines.VSM_SAMPLES=E.blurSamples,f.needsUpdate=!0,d.needsUpdate=!0),E.mapPass===null?E.mapPass=new ti(s.x,s.y,{format:Vs,type:Ti}):(E.mapPass.width!==E.map.width||E.mapPass.height!==E.map.height)&&E.mapPass.setSize(E.map.width,E.map.height),f.uniforms.shadow_pass.value=E.map.depthTexture,f.uniforms.resolution.value.set(E.map.width,E.map.height),f.uniforms.radius.value=E.radius,i.setRenderTarget(E.mapPass),i.clear(),i.renderBufferDirect(v,null,T,f,x,null),d.uniforms.shadow_pass.value=E.mapPass.texture,d.uniforms.resolution.value.set(E.map.width,E.map.height),d.uniforms.radius.value=E.radius,i.setRenderTarget(E.map),i.clear(),i.renderBufferDirect(v,null,T,d,x,null)}function A(E,v,T,B){let D=null,L=T.isPointLight===!0?E.customDistanceMaterial:E.customDepthMaterial;if(L!==void 0)D=L;else if(D=T.isPointLight===!0?l:a,i.localClippingEnabled&&v.clipShadows===!0&&Array.isArray(v.clippingPlanes)&&v.clippingPlanes.length!==0||v.displacementMap&&v.displacementScale!==0||v.alphaMap&&v.alphaTest>0||v.map&&v.alphaTest>0||v.alphaToCoverage===!0){let G=D.uuid,H=v.uuid,N=c[G];N===void 0&&(N={},c[G]=N);let V=N[H];V===void 0&&(V=D.clone(),N[H]=V,v.addEventListener("dispose",R)),D=V}if(D.visible=v.visible,D.wireframe=v.wireframe,B===lo?D.side=v.shadowSide!==null?v.shadowSide:v.side:D.side=v.shadowSide!==null?v.shadowSide:u[v.side],D.alphaMap=v.alphaMap,D.alphaTest=v.alphaToCoverage===!0?.5:v.alphaTest,D.map=v.map,D.clipShadows=v.clipShadows,D.clippingPlanes=v.clippingPlanes,D.clipIntersection=v.clipIntersection,D.displacementMap=v.displacementMap,D.displacementScale=v.displacementScale,D.displacementBias=v.displacementBias,D.wireframeLinewidth=v.wireframeLinewidth,D.linewidth=v.linewidth,T.isPointLight===!0&&D.isMeshDistanceMaterial===!0){let G=i.properties.get(D);G.light=T}return D}function S(E,v,T,B,D,L){if(E.visible===!1)return;if(E.layers.test(D)&&(E.isMesh||E.isLine||E.isPoints)&&(E.castShadow||E.receiveShadow&&L===lo)&&(!E.frustumCulled||E.intersectsFrustum(n))){E.modelViewMatrix.multiplyMatrices(T.matrixWorldInverse,E.matrixWorld);let N=e.update(E),V=E.material;if(Array.isArray(V)){let Y=N.groups;for(let k=0,le=Y.length;k<le;k++){let $=Y[k],j=V[$.materialIndex];if(j&&j.visible){let se=A(E,j,B,L);E.onBeforeShadow(i,E,v,T,N,se,$),i.renderBufferDirect(T,null,N,se,E,$),E.onAfterShadow(i,E,v,T,N,se,$)}}}else if(V.visible){let Y=A(E,V,B,L);E.onBeforeShadow(i,E,v,T,N,Y,null),i.renderBufferDirect(T,null,N,Y,E,null),E.onAfterShadow(i,E,v,T,N,Y,null)}}let H=E.children;for(let N=0,V=H.length;N<V;N++)S(H[N],v,T,B,D,L)}function R(E){E.target.removeEventListener("dispose",R);for(let T in c){let B=c[T],D=E.target.uuid;D in B&&(B[D].dispose(),delete B[D])}}}function zb(i,e){function t(){let F=!1,re=new Xt,ne=null,we=new Xt(0,0,0,0);return{setMask:function(ge){ne!==ge&&!F&&(i.colorMask(ge,ge,ge,ge),ne=ge)},setLocked:function(ge){F=ge},setClear:function(ge,Se,Ge,Ze,ce){ce===!0&&(ge*=Ze,Se*=Ze,Ge*=Ze),re.set(ge,Se,Ge,Ze),we.equals(re)===!1&&(i.clearColor(ge,Se,Ge,Ze),we.copy(re))},reset:function(){F=!1,ne=null,we.set(-1,0,0,0)}}}function n(){let F=!1,re=!1,ne=null,we=null,ge=null;return{setReversed:function(Se){if(re!==Se){let Ge=e.get("EXT_clip_control");Se?Ge.clipControlEXT(Ge.LOWER_LEFT_EXT,Ge.ZERO_TO_ONE_EXT):Ge.clipControlEXT(Ge.LOWER_LEFT_EXT,Ge.NEGATIVE_ONE_TO_ONE_EXT),re=Se;let Ze=ge;ge=null,this.setClear(Ze)}},getReversed:function(){return re},setTest:function(Se){Se?Me(i.DEPTH_TEST):He(i.DEPTH_TEST)},setMask:function(Se){ne!==Se&&!F&&(i.depthMask(Se),ne=Se)},setFunc:function(Se){if(re&&(Se=Km[Se]),we!==Se){switch(Se){case Pl:i.depthFunc(i.NEVER);break;case Il:i.depthFunc(i.ALWAYS);break;case Ll:i.depthFunc(i.LESS);break;case jr:i.depthFunc(i.LEQUAL);break;case Nl:i.depthFunc(i.EQUAL);break;case Dl:i.depthFunc(i.GEQUAL);break;case Fl:i.depthFunc(i.GREATER);break;case Ul:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}we=Se}},setLocked:function(Se){F=Se},setClear:function(Se){ge!==Se&&(ge=Se,re&&(Se=1-Se),i.clearDepth(Se))},reset:function(){F=!1,ne=null,we=null,ge=null,re=!1}}}function s(){let F=!1,re=null,ne=null,we=null,ge=null,Se=null,Ge=null,Ze=null,ce=null;return{setTest:function(Oe){F||(Oe?Me(i.STENCIL_TEST):He(i.STENCIL_TEST))},setMask:function(Oe){re!==Oe&&!F&&(i.stencilMask(Oe),re=Oe)},setFunc:function(Oe,Je,Ce){(ne!==Oe||we!==Je||ge!==Ce)&&(i.stencilFunc(Oe,Je,Ce),ne=Oe,we=Je,ge=Ce)},setOp:function(Oe,Je,Ce){(Se!==Oe||Ge!==Je||Ze!==Ce)&&(i.stencilOp(Oe,Je,Ce),Se=Oe,Ge=Je,Ze=Ce)},setLocked:function(Oe){F=Oe},setClear:function(Oe){ce!==Oe&&(i.clearStencil(Oe),ce=Oe)},reset:function(){F=!1,re=null,ne=null,we=null,ge=null,Se=null,Ge=null,Ze=null,ce=null}}}let r=new t,o=new n,a=new s,l={},c=new WeakMap,h={},u={},f={},d=new WeakMap,p=[],x=null,m=!1,g=null,_=null,A=null,S=null,R=null,E=null,v=null,T=new xt(0,0,0),B=0,D=!1,L=null,G=null,H=null,N=null,V=null,Y=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),k=!1,le=0,$=i.getParameter(i.VERSION);$.indexOf("WebGL")!==-1?(le=parseFloat(/^WebGL (\d)/.exec($)[1]),k=le>=1):$.indexOf("OpenGL ES")!==-1&&(le=parseFloat(/^OpenGL ES (\d)/.exec($)[1]),k=le>=2);let j=null,se={},fe=i.getParameter(i.SCISSOR_BOX),ue=i.getParameter(i.VIEWPORT),ee=new Xt().fromArray(fe),me=new Xt().fromArray(ue);function _e(F,re,ne,we){let ge=new Uint8Array(4),Se=i.createTexture();i.bindTexture(F,Se),i.texParameteri(F,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(F,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let Ge=0;Ge<ne;Ge++)F===i.TEXTURE_3D||F===i.TEXTURE_2D_ARRAY?i.texImage3D(re,0,i.RGBA,1,1,we,0,i.RGBA,i.UNSIGNED_BYTE,ge):i.texImage2D(re+Ge,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,ge);return Se}let Ee={};Ee[i.TEXTURE_2D]=_e(i.TEXTURE_2D,i.TEXTURE_2D,1),Ee[i.TEXTURE_CUBE_MAP]=_e(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Ee[i.TEXTURE_2D_ARRAY]=_e(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Ee[i.TEXTURE_3D]=_e(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),Me(i.DEPTH_TEST),o.setFunc(jr),en(!1),Ct(zu),Me(i.CULL_FACE),Gt(cr);function Me(F){h[F]!==!0&&(i.enable(F),h[F]=!0)}function He(F){h[F]!==!1&&(i.disable(F),h[F]=!1)}function nt(F,re){return f[F]!==re?(i.bindFramebuffer(F,re),f[F]=re,F===i.DRAW_FRAMEBUFFER&&(f[i.FRAMEBUFFER]=re),F===i.FRAMEBUFFER&&(f[i.DRAW_FRAMEBUFFER]=re),!0):!1}function Ve(F,re){let ne=p,we=!1;if(F){ne=d.get(re),ne===void 0&&(ne=[],d.set(re,ne));let ge=F.textures;if(ne.length!==ge.length||ne[0]!==i.COLOR_ATTACHMENT0){for(let Se=0,Ge=ge.length;Se<Ge;Se++)ne[Se]=i.COLOR_ATTACHMENT0+Se;ne.length=ge.length,we=!0}}else ne[0]!==i.BACK&&(ne[0]=i.BACK,we=!0);we&&i.drawBuffers(ne)}function lt(F){return x!==F?(i.useProgram(F),x=F,!0):!1}let rt={[hr]:i.FUNC_ADD,[ym]:i.FUNC_SUBTRACT,[vm]:i.FUNC_REVERSE_SUBTRACT};rt[Sm]=i.MIN,rt[Mm]=i.MAX;let et={[bm]:i.ZERO,[wm]:i.ONE,[Am]:i.SRC_COLOR,[Wu]:i.SRC_ALPHA,[Im]:i.SRC_ALPHA_SATURATE,[Rm]:i.DST_COLOR,[Em]:i.DST_ALPHA,[Tm]:i.ONE_MINUS_SRC_COLOR,[Xu]:i.ONE_MINUS_SRC_ALPHA,[Pm]:i.ONE_MINUS_DST_COLOR,[Cm]:i.ONE_MINUS_DST_ALPHA,[Lm]:i.CONSTANT_COLOR,[Nm]:i.ONE_MINUS_CONSTANT_COLOR,[Dm]:i.CONSTANT_ALPHA,[Fm]:i.ONE_MINUS_CONSTANT_ALPHA};function Gt(F,re,ne,we,ge,Se,Ge,Ze,ce,Oe){if(F===cr){m===!0&&(He(i.BLEND),m=!1);return}if(m===!1&&(Me(i.BLEND),m=!0),F!==_m){if(F!==g||Oe!==D){if((_!==hr||R!==hr)&&(i.blendEquation(i.FUNC_ADD),_=hr,R=hr),Oe)switch(F){case co:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Vu:i.blendFunc(i.ONE,i.ONE);break;case Gu:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case Hu:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:Qe("WebGLState: Invalid blending: ",F);break}else switch(F){case co:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case Vu:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case Gu:Qe("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Hu:Qe("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Qe("WebGLState: Invalid blending: ",F);break}A=null,S=null,E=null,v=null,T.set(0,0,0),B=0,g=F,D=Oe}return}ge=ge||re,Se=Se||ne,Ge=Ge||we,(re!==_||ge!==R)&&(i.blendEquationSeparate(rt[re],rt[ge]),_=re,R=ge),(ne!==A||we!==S||Se!==E||Ge!==v)&&(i.blendFuncSeparate(et[ne],et[we],et[Se],et[Ge]),A=ne,S=we,E=Se,v=Ge),(Ze.equals(T)===!1||ce!==B)&&(i.blendColor(Ze.r,Ze.g,Ze.b,ce),T.copy(Ze),B=ce),g=F,D=!1}function Nt(F,re){F.side===Hi?He(i.CULL_FACE):Me(i.CULL_FACE);let ne=F.side===Bn;re&&(ne=!ne),en(ne),F.blending===co&&F.transparent===!1?Gt(cr):Gt(F.blending,F.blendEquation,F.blendSrc,F.blendDst,F.blendEquationAlpha,F.blendSrcAlpha,F.blendDstAlpha,F.blendColor,F.blendAlpha,F.premultipliedAlpha),o.setFunc(F.depthFunc),o.setTest(F.depthTest),o.setMask(F.depthWrite),r.setMask(F.colorWrite);let we=F.stencilWrite;a.setTest(we),we&&(a.setMask(F.stencilWriteMask),a.setFunc(F.stencilFunc,F.stencilRef,F.stencilFuncMask),a.setOp(F.stencilFail,F.stencilZFail,F.stencilZPass)),gt(F.polygonOffset,F.polygonOffsetFactor,F.polygonOffsetUnits),F.alphaToCoverage===!0?Me(i.SAMPLE_ALPHA_TO_COVERAGE):He(i.SAMPLE_ALPHA_TO_COVERAGE)}function en(F){L!==F&&(F?i.frontFace(i.CW):i.frontFace(i.CCW),L=F)}function Ct(F){F!==mm?(Me(i.CULL_FACE),F!==G&&(F===zu?i.cullFace(i.BACK):F===gm?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):He(i.CULL_FACE),G=F}function mn(F){F!==H&&(k&&i.lineWidth(F),H=F)}function gt(F,re,ne){F?(Me(i.POLYGON_OFFSET_FILL),(N!==re||V!==ne)&&(N=re,V=ne,o.getReversed()&&(re=-re,ne=-ne),i.polygonOffset(re,ne))):He(i.POLYGON_OFFSET_FILL)}function cn(F){F?Me(i.SCISSOR_TEST):He(i.SCISSOR_TEST)}function qt(F){F===void 0&&(F=i.TEXTURE0+Y-1),j!==F&&(i.activeTexture(F),j=F)}function tn(F,re,ne){ne===void 0&&(j===null?ne=i.TEXTURE0+Y-1:ne=j);let we=se[ne];we===void 0&&(we={type:void 0,texture:void 0},se[ne]=we),(we.type!==F||we.texture!==re)&&(j!==ne&&(i.activeTexture(ne),j=ne),i.bindTexture(F,re||Ee[F]),we.type=F,we.texture=re)}function U(){let F=se[j];F!==void 0&&F.type!==void 0&&(i.bindTexture(F.type,null),F.type=void 0,F.texture=void 0)}function Re(){try{i.compressedTexImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function qe(){try{i.compressedTexImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function it(){try{i.texSubImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function be(){try{i.texSubImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function Pt(){try{i.compressedTexSubImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function ze(){try{i.compressedTexSubImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function Xe(){try{i.texStorage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function C(){try{i.texStorage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function M(){try{i.texImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function W(){try{i.texImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function he(F){return u[F]!==void 0?u[F]:i.getParameter(F)}function oe(F,re){u[F]!==re&&(i.pixelStorei(F,re),u[F]=re)}function xe(F){ee.equals(F)===!1&&(i.scissor(F.x,F.y,F.z,F.w),ee.copy(F))}function ye(F){me.equals(F)===!1&&(i.viewport(F.x,F.y,F.z,F.w),me.copy(F))}function te(F,re){let ne=c.get(re);ne===void 0&&(ne=new WeakMap,c.set(re,ne));let we=ne.get(F);we===void 0&&(we=i.getUniformBlockIndex(re,F.name),i.uniformBlockBinding(re,we,we),ne.set(F,we))}function ie(F,re,ne){let ge=c.get(re).get(F);l[ge]!==ne&&(i.bindBufferBase(i.UNIFORM_BUFFER,ge,ne),l[ge]=ne)}function pe(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},u={},j=null,se={},f={},l={},d=new WeakMap,p=[],x=null,m=!1,g=null,_=null,A=null,S=null,R=null,E=null,v=null,T=new xt(0,0,0),B=0,D=!1,L=null,G=null,H=null,N=null,V=null,ee.set(0,0,i.canvas.width,i.canvas.height),me.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:Me,disable:He,bindFramebuffer:nt,drawBuffers:Ve,useProgram:lt,setBlending:Gt,setMaterial:Nt,setFlipSided:en,setCullFace:Ct,setLineWidth:mn,setPolygonOffset:gt,setScissorTest:cn,activeTexture:qt,bindTexture:tn,unbindTexture:U,compressedTexImage2D:Re,compressedTexImage3D:qe,texImage2D:M,texImage3D:W,pixelStorei:oe,getParameter:he,updateUBOMapping:te,uniformBlockBinding:ie,texStorage2D:Xe,texStorage3D:C,texSubImage2D:it,texSubImage3D:be,compressedTexSubImage2D:Pt,compressedTexSubImage3D:ze,scissor:xe,viewport:ye,reset:pe}}function Vb(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new yt,h=new WeakMap,u=new Set,f,d=new WeakMap,p=new Set,x=new FinalizationRegistry(C=>p.delete(C)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(C,M){return m?new OffscreenCanvas(C,M):Zo("canvas")}function _(C,M,W){let he=1,oe=Xe(C);if((oe.width>W||oe.height>W)&&(he=W/Math.max(oe.width,oe.height)),he<1)if(typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&C instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&C instanceof ImageBitmap||typeof VideoFrame<"u"&&C instanceof VideoFrame){let xe=Math.floor(he*oe.width),ye=Math.floor(he*oe.height);f===void 0&&(f=g(xe,ye));let te=M?g(xe,ye):f;return te.width=xe,te.height=ye,te.getContext("2d").drawImage(C,0,0,xe,ye),Ye("WebGLRenderer: Texture has been resized from ("+oe.width+"x"+oe.height+") to ("+xe+"x"+ye+")."),te}else return"data"in C&&Ye("WebGLRenderer: Image in DataTexture is too big ("+oe.width+"x"+oe.height+")."),C;return C}function A(C){return C.generateMipmaps}function S(C){i.generateMipmap(C)}function R(C){return C.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:C.isWebGL3DRenderTarget?i.TEXTURE_3D:C.isWebGLArrayRenderTarget||C.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function E(C,M,W,he,oe,xe=!1){if(C!==null){if(i[C]!==void 0)return i[C];Ye("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+C+"'")}let ye;he&&(ye=e.get("EXT_texture_norm16"),ye||Ye("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let te=M;if(M===i.RED&&(W===i.FLOAT&&(te=i.R32F),W===i.HALF_FLOAT&&(te=i.R16F),W===i.UNSIGNED_BYTE&&(te=i.R8),W===i.UNSIGNED_SHORT&&ye&&(te=ye.R16_EXT),W===i.SHORT&&ye&&(te=ye.R16_SNORM_EXT)),M===i.RED_INTEGER&&(W===i.UNSIGNED_BYTE&&(te=i.R8UI),W===i.UNSIGNED_SHORT&&(te=i.R16UI),W===i.UNSIGNED_INT&&(te=i.R32UI),W===i.BYTE&&(te=i.R8I),W===i.SHORT&&(te=i.R16I),W===i.INT&&(te=i.R32I)),M===i.RG&&(W===i.FLOAT&&(te=i.RG32F),W===i.HALF_FLOAT&&(te=i.RG16F),W===i.UNSIGNED_BYTE&&(te=i.RG8),W===i.UNSIGNED_SHORT&&ye&&(te=ye.RG16_EXT),W===i.SHORT&&ye&&(te=ye.RG16_SNORM_EXT)),M===i.RG_INTEGER&&(W===i.UNSIGNED_BYTE&&(te=i.RG8UI),W===i.UNSIGNED_SHORT&&(te=i.RG16UI),W===i.UNSIGNED_INT&&(te=i.RG32UI),W===i.BYTE&&(te=i.RG8I),W===i.SHORT&&(te=i.RG16I),W===i.INT&&(te=i.RG32I)),M===i.RGB_INTEGER&&(W===i.UNSIGNED_BYTE&&(te=i.RGB8UI),W===i.UNSIGNED_SHORT&&(te=i.RGB16UI),W===i.UNSIGNED_INT&&(te=i.RGB32UI),W===i.BYTE&&(te=i.RGB8I),W===i.SHORT&&(te=i.RGB16I),W===i.INT&&(te=i.RGB32I)),M===i.RGBA_INTEGER&&(W===i.UNSIGNED_BYTE&&(te=i.RGBA8UI),W===i.UNSIGNED_SHORT&&(te=i.RGBA16UI),W===i.UNSIGNED_INT&&(te=i.RGBA32UI),W===i.BYTE&&(te=i.RGBA8I),W===i.SHORT&&(te=i.RGBA16I),W===i.INT&&(te=i.RGBA32I)),M===i.RGB&&(W===i.UNSIGNED_SHORT&&ye&&(te=ye.RGB16_EXT),W===i.SHORT&&ye&&(te=ye.RGB16_SNORM_EXT),W===i.UNSIGNED_INT_5_9_9_9_REV&&(te=i.RGB9_E5),W===i.UNSIGNED_INT_10F_11F_11F_REV&&(te=i.R11F_G11F_B10F)),M===i.RGBA){let ie=xe?Yo:ut.getTransfer(oe);W===i.FLOAT&&(te=i.RGBA32F),W===i.HALF_FLOAT&&(te=i.RGBA16F),W===i.UNSIGNED_BYTE&&(te=ie===bt?i.SRGB8_ALPHA8:i.RGBA8),W===i.UNSIGNED_SHORT&&ye&&(te=ye.RGBA16_EXT),W===i.SHORT&&ye&&(te=ye.RGBA16_SNORM_EXT),W===i.UNSIGNED_SHORT_4_4_4_4&&(te=i.RGBA4),W===i.UNSIGNED_SHORT_5_5_5_1&&(te=i.RGB5_A1)}return(te===i.R16F||te===i.R32F||te===i.RG16F||te===i.RG32F||te===i.RGBA16F||te===i.RGBA32F)&&e.get("EXT_color_buffer_float"),te}function v(C,M){let W;return C?M===null||M===wi||M===fr?W=i.DEPTH24_STENCIL8:M===Ai?W=i.DEPTH32F_STENCIL8:M===uo&&(W=i.DEPTH24_STENCIL8,Ye("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):M===null||M===wi||M===fr?W=i.DEPTH_COMPONENT24:M===Ai?W=i.DEPTH_COMPONENT32F:M===uo&&(W=i.DEPTH_COMPONENT16),W}function T(C,M){return A(C)===!0||C.isFramebufferTexture&&C.minFilter!==Sn&&C.minFilter!==Mn?Math.log2(Math.max(M.width,M.height))+1:C.mipmaps.length>0?C.mipmaps.length:C.isCompressedTexture&&Array.isArray(C.image)?M.mipmaps.length:1}function B(C){let M=new WeakRef(C);n.get(C).__ref=M,p.add(M),x.register(C,M,M)}function D(C){let M=n.get(C).__ref;M!==void 0&&(p.delete(M),x.unregister(M))}function L(C){H(C.target)}function G(C){N(C.target)}function H(C){C.removeEventListener("dispose",L),D(C),Y(C),C.isVideoTexture&&h.delete(C),C.isHTMLTexture&&u.delete(C)}function N(C){C.removeEventListener("dispose",G),D(C),le(C)}function V(){for(let C of p){let M=C.deref();M!==void 0&&(M.isRenderTarget===!0?N(M):H(M))}p.clear(),u.clear()}function Y(C){let M=n.get(C);if(M.__webglInit===void 0)return;let W=C.source,he=d.get(W);if(he){let oe=he[M.__cacheKey];oe.usedTimes--,oe.usedTimes===0&&k(C),Object.keys(he).length===0&&d.delete(W)}n.remove(C)}function k(C){let M=n.get(C);i.deleteTexture(M.__webglTexture);let W=C.source,he=d.get(W);delete he[M.__cacheKey],o.memory.textures--}function le(C){let M=n.get(C);M.__depthDisposeCallback&&M.__depthDisposeCallback();let W=C.depthTexture;if(W&&W.renderTarget===C&&H(W),C.isWebGLCubeRenderTarget)for(let oe=0;oe<6;oe++){if(Array.isArray(M.__webglFramebuffer[oe]))for(let xe=0;xe<M.__webglFramebuffer[oe].length;xe++)i.deleteFramebuffer(M.__webglFramebuffer[oe][xe]);else i.deleteFramebuffer(M.__webglFramebuffer[oe]);M.__webglDepthbuffer&&i.deleteRenderbuffer(M.__webglDepthbuffer[oe])}else{if(Array.isArray(M.__webglFramebuffer))for(let oe=0;oe<M.__webglFramebuffer.length;oe++)i.deleteFramebuffer(M.__webglFramebuffer[oe]);else i.deleteFramebuffer(M.__webglFramebuffer);if(M.__webglDepthbuffer&&i.deleteRenderbuffer(M.__webglDepthbuffer),M.__webglMultisampledFramebuffer&&i.deleteFramebuffer(M.__webglMultisampledFramebuffer),M.__webglColorRenderbuffer)for(let oe=0;oe<M.__webglColorRenderbuffer.length;oe++)M.__webglColorRenderbuffer[oe]&&i.deleteRenderbuffer(M.__webglColorRenderbuffer[oe]);M.__webglDepthRenderbuffer&&i.deleteRenderbuffer(M.__webglDepthRenderbuffer)}let he=C.textures;for(let oe=0,xe=he.length;oe<xe;oe++){let ye=n.get(he[oe]);ye.__webglTexture&&(i.deleteTexture(ye.__webglTexture),o.memory.textures--),n.remove(he[oe])}n.remove(C)}let $=0;function j(){$=0}function se(){return $}function fe(C){$=C}function ue(){let C=$;return C>=s.maxTextures&&Ye("WebGLTextures: Trying to use "+(C+1)+" texture units while this GPU supports only "+s.maxTextures),$+=1,C}function ee(C){let M=[];return M.push(C.wrapS),M.push(C.wrapT),M.push(C.wrapR||0),M.push(C.magFilter),M.push(C.minFilter),M.push(C.anisotropy),M.push(C.internalFormat),M.push(C.format),M.push(C.type),M.push(C.generateMipmaps),M.push(C.mipmapsAutoUpdate),M.push(C.premultiplyAlpha),M.push(C.flipY),M.push(C.unpackAlignment),M.push(C.colorSpace),M.join()}function me(C,M){let W=n.get(C);if(C.isVideoTexture&&Pt(C),C.isRenderTargetTexture===!1&&C.isExternalTexture!==!0&&C.version>0&&W.__version!==C.version){let he=C.image;if(he===null)Ye("WebGLRenderer: Texture marked for update but no image data found.");else if(he.complete===!1)Ye("WebGLRenderer: Texture marked for update but image is incomplete");else{Nt(W,C,M);return}}else C.isExternalTexture&&(W.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,W.__webglTexture,i.TEXTURE0+M)}function _e(C,M){let W=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&W.__version!==C.version){Nt(W,C,M);return}else C.isExternalTexture&&(W.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,W.__webglTexture,i.TEXTURE0+M)}function Ee(C,M){let W=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&W.__version!==C.version){Nt(W,C,M);return}t.bindTexture(i.TEXTURE_3D,W.__webglTexture,i.TEXTURE0+M)}function Me(C,M){let W=n.get(C);if(C.version>0&&W.__version!==C.version){en(W,C,M);return}t.bindTexture(i.TEXTURE_CUBE_MAP,W.__webglTexture,i.TEXTURE0+M)}let He={[Ol]:i.REPEAT,[zi]:i.CLAMP_TO_EDGE,[Bl]:i.MIRRORED_REPEAT},nt={[Sn]:i.NEAREST,[Bm]:i.NEAREST_MIPMAP_NEAREST,[ha]:i.NEAREST_MIPMAP_LINEAR,[Mn]:i.LINEAR,[fc]:i.LINEAR_MIPMAP_NEAREST,[hs]:i.LINEAR_MIPMAP_LINEAR},Ve={[Gm]:i.NEVER,[ff]:i.ALWAYS,[Hm]:i.LESS,[hf]:i.LEQUAL,[Wm]:i.EQUAL,[uf]:i.GEQUAL,[Xm]:i.GREATER,[qm]:i.NOTEQUAL};function lt(C,M){if(M.type===Ai&&e.has("OES_texture_float_linear")===!1&&(M.magFilter===Mn||M.magFilter===fc||M.magFilter===ha||M.magFilter===hs||M.minFilter===Mn||M.minFilter===fc||M.minFilter===ha||M.minFilter===hs)&&Ye("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(C,i.TEXTURE_WRAP_S,He[M.wrapS]),i.texParameteri(C,i.TEXTURE_WRAP_T,He[M.wrapT]),(C===i.TEXTURE_3D||C===i.TEXTURE_2D_ARRAY)&&i.texParameteri(C,i.TEXTURE_WRAP_R,He[M.wrapR]),i.texParameteri(C,i.TEXTURE_MAG_FILTER,nt[M.magFilter]),i.texParameteri(C,i.TEXTURE_MIN_FILTER,nt[M.minFilter]),M.compareFunction&&(i.texParameteri(C,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(C,i.TEXTURE_COMPARE_FUNC,Ve[M.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(M.magFilter===Sn||M.minFilter!==ha&&M.minFilter!==hs||M.type===Ai&&e.has("OES_texture_float_linear")===!1)return;if(M.anisotropy>1||n.get(M).__currentAnisotropy){let W=e.get("EXT_texture_filter_anisotropic");i.texParameterf(C,W.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(M.anisotropy,s.getMaxAnisotropy())),n.get(M).__currentAnisotropy=M.anisotropy}}}function rt(C,M){let W=!1;C.__webglInit===void 0&&(C.__webglInit=!0,M.addEventListener("dispose",L),B(M));let he=M.source,oe=d.get(he);oe===void 0&&(oe={},d.set(he,oe));let xe=ee(M);if(xe!==C.__cacheKey){oe[xe]===void 0&&(oe[xe]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,W=!0),oe[xe].usedTimes++;let ye=oe[C.__cacheKey];ye!==void 0&&(oe[C.__cacheKey].usedTimes--,ye.usedTimes===0&&k(M)),C.__cacheKey=xe,C.__webglTexture=oe[xe].texture}return W}function et(C,M,W){return Math.floor(Math.floor(C/W)/M)}function Gt(C,M,W,he){let xe=C.updateRanges;if(xe.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,M.width,M.height,W,he,M.data);else{xe.sort((F,re)=>F.start-re.start);let ye=0;for(let F=1;F<xe.length;F++){let re=xe[ye],ne=xe[F],we=re.start+re.count,ge=et(ne.start,M.width,4),Se=et(re.start,M.width,4);ne.start<=we+1&&ge===Se&&et(ne.start+ne.count-1,M.width,4)===ge?re.count=Math.max(re.count,ne.start+ne.count-re.start):(++ye,xe[ye]=ne)}xe.length=ye+1;let te=t.getParameter(i.UNPACK_ROW_LENGTH),ie=t.getParameter(i.UNPACK_SKIP_PIXELS),pe=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,M.width);for(let F=0,re=xe.length;F<re;F++){let ne=xe[F],we=Math.floor(ne.start/4),ge=Math.ceil(ne.count/4),Se=we%M.width,Ge=Math.floor(we/M.width),Ze=ge,ce=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Se),t.pixelStorei(i.UNPACK_SKIP_ROWS,Ge),t.texSubImage2D(i.TEXTURE_2D,0,Se,Ge,Ze,ce,W,he,M.data)}C.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,te),t.pixelStorei(i.UNPACK_SKIP_PIXELS,ie),t.pixelStorei(i.UNPACK_SKIP_ROWS,pe)}}function Nt(C,M,W){let he=i.TEXTURE_2D;(M.isDataArrayTexture||M.isCompressedArrayTexture)&&(he=i.TEXTURE_2D_ARRAY),M.isData3DTexture&&(he=i.TEXTURE_3D);let oe=rt(C,M),xe=M.source;t.bindTexture(he,C.__webglTexture,i.TEXTURE0+W);let ye=n.get(xe);if(xe.version!==ye.__version||oe===!0){if(t.activeTexture(i.TEXTURE0+W),(typeof ImageBitmap<"u"&&M.image instanceof ImageBitmap)===!1){let ce=ut.getPrimaries(ut.workingColorSpace),Oe=M.colorSpace===fs?null:ut.getPrimaries(M.colorSpace),Je=M.colorSpace===fs||ce===Oe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,M.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,M.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,Je)}t.pixelStorei(i.UNPACK_ALIGNMENT,M.unpackAlignment);let ie=_(M.image,!1,s.maxTextureSize);ie=ze(M,ie);let pe=r.convert(M.format,M.colorSpace),F=r.convert(M.type),re=E(M.internalFormat,pe,F,M.normalized,M.colorSpace,M.isVideoTexture);lt(he,M);let ne,we=M.mipmaps,ge=M.isVideoTexture!==!0,Se=ye.__version===void 0||oe===!0,Ge=xe.dataReady,Ze=T(M,ie);if(M.isDepthTexture)re=v(M.format===us,M.type),Se&&(ge?t.texStorage2D(i.TEXTURE_2D,1,re,ie.width,ie.height):t.texImage2D(i.TEXTURE_2D,0,re,ie.width,ie.height,0,pe,F,null));else if(M.isDataTexture)if(we.length>0){ge&&Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,we[0].width,we[0].height);for(let ce=0,Oe=we.length;ce<Oe;ce++)ne=we[ce],ge?Ge&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,ne.width,ne.height,pe,F,ne.data):t.texImage2D(i.TEXTURE_2D,ce,re,ne.width,ne.height,0,pe,F,ne.data);M.generateMipmaps=!1}else ge?(Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,ie.width,ie.height),Ge&&Gt(M,ie,pe,F)):t.texImage2D(i.TEXTURE_2D,0,re,ie.width,ie.height,0,pe,F,ie.data);else if(M.isCompressedTexture)if(M.isCompressedArrayTexture){ge&&Se&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ze,re,we[0].width,we[0].height,ie.depth);for(let ce=0,Oe=we.length;ce<Oe;ce++)if(ne=we[ce],M.format!==ri)if(pe!==null)if(ge){if(Ge)if(M.layerUpdates.size>0){let Je=yf(ne.width,ne.height,M.format,M.type);for(let Ce of M.layerUpdates){let st=ne.data.subarray(Ce*Je/ne.data.BYTES_PER_ELEMENT,(Ce+1)*Je/ne.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,Ce,ne.width,ne.height,1,pe,st)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,0,ne.width,ne.height,ie.depth,pe,ne.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,ce,re,ne.width,ne.height,ie.depth,0,ne.data,0,0);else Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else ge?Ge&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,0,ne.width,ne.height,ie.depth,pe,F,ne.data):t.texImage3D(i.TEXTURE_2D_ARRAY,ce,re,ne.width,ne.height,ie.depth,0,pe,F,ne.data);M.layerUpdates.size>0&&M.clearLayerUpdates()}else{ge&&Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,we[0].width,we[0].height);for(let ce=0,Oe=we.length;ce<Oe;ce++)ne=we[ce],M.format!==ri?pe!==null?ge?Ge&&t.compressedTexSubImage2D(i.TEXTURE_2D,ce,0,0,ne.width,ne.height,pe,ne.data):t.compressedTexImage2D(i.TEXTURE_2D,ce,re,ne.width,ne.height,0,ne.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):ge?Ge&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,ne.width,ne.height,pe,F,ne.data):t.texImage2D(i.TEXTURE_2D,ce,re,ne.width,ne.height,0,pe,F,ne.data)}else if(M.isDataArrayTexture)if(ge){if(Se&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ze,re,ie.width,ie.height,ie.depth),Ge)if(M.layerUpdates.size>0){let ce=yf(ie.width,ie.height,M.format,M.type);for(let Oe of M.layerUpdates){let Je=ie.data.subarray(Oe*ce/ie.data.BYTES_PER_ELEMENT,(Oe+1)*ce/ie.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Oe,ie.width,ie.height,1,pe,F,Je)}M.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,ie.width,ie.height,ie.depth,pe,F,ie.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,re,ie.width,ie.height,ie.depth,0,pe,F,ie.data);else if(M.isData3DTexture)ge?(Se&&t.texStorage3D(i.TEXTURE_3D,Ze,re,ie.width,ie.height,ie.depth),Ge&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,ie.width,ie.height,ie.depth,pe,F,ie.data)):t.texImage3D(i.TEXTURE_3D,0,re,ie.width,ie.height,ie.depth,0,pe,F,ie.data);else if(M.isFramebufferTexture){if(Se)if(ge)t.texStorage2D(i.TEXTURE_2D,Ze,re,ie.width,ie.height);else{let ce=ie.width,Oe=ie.height;for(let Je=0;Je<Ze;Je++)t.texImage2D(i.TEXTURE_2D,Je,re,ce,Oe,0,pe,F,null),ce>>=1,Oe>>=1}}else if(M.isHTMLTexture){if("texElementImage2D"in i){let ce=i.canvas;if(ce.hasAttribute("layoutsubtree")||ce.setAttribute("layoutsubtree","true"),ie.parentNode!==ce){ce.appendChild(ie),u.add(M),ce.onpaint=Oe=>{let Je=Oe.changedElements;for(let Ce of u)Je.includes(Ce.image)&&(Ce.needsUpdate=!0)},ce.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,ie);else{let Je=i.RGBA,Ce=i.RGBA,st=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,Je,Ce,st,ie)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(we.length>0){if(ge&&Se){let ce=Xe(we[0]);t.texStorage2D(i.TEXTURE_2D,Ze,re,ce.width,ce.height)}for(let ce=0,Oe=we.length;ce<Oe;ce++)ne=we[ce],ge?Ge&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,pe,F,ne):t.texImage2D(i.TEXTURE_2D,ce,re,pe,F,ne);M.generateMipmaps=!1}else if(ge){if(Se){let ce=Xe(ie);t.texStorage2D(i.TEXTURE_2D,Ze,re,ce.width,ce.height)}Ge&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,pe,F,ie)}else t.texImage2D(i.TEXTURE_2D,0,re,pe,F,ie);A(M)&&M.mipmapsAutoUpdate===!0&&S(he),ye.__version=xe.version,M.onUpdate&&M.onUpdate(M)}C.__version=M.version}function en(C,M,W){if(M.image.length!==6)return;let he=rt(C,M),oe=M.source;t.bindTexture(i.TEXTURE_CUBE_MAP,C.__webglTexture,i.TEXTURE0+W);let xe=n.get(oe);if(oe.version!==xe.__version||he===!0){t.activeTexture(i.TEXTURE0+W);let ye=ut.getPrimaries(ut.workingColorSpace),te=M.colorSpace===fs?null:ut.getPrimaries(M.colorSpace),ie=M.colorSpace===fs||ye===te?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,M.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,M.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,M.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ie);let pe=M.isCompressedTexture||M.image[0].isCompressedTexture,F=M.image[0]&&M.image[0].isDataTexture,re=[];for(let Ce=0;Ce<6;Ce++)!pe&&!F?re[Ce]=_(M.image[Ce],!0,s.maxCubemapSize):re[Ce]=F?M.image[Ce].image:M.image[Ce],re[Ce]=ze(M,re[Ce]);let ne=re[0],we=r.convert(M.format,M.colorSpace),ge=r.convert(M.type),Se=E(M.internalFormat,we,ge,M.normalized,M.colorSpace),Ge=M.isVideoTexture!==!0,Ze=xe.__version===void 0||he===!0,ce=oe.dataReady,Oe=T(M,ne);lt(i.TEXTURE_CUBE_MAP,M);let Je;if(M.isDepthTexture){if(Se=v(M.format===us,M.type),Ze)if(Ge)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Se,ne.width,ne.height);else for(let Ce=0;Ce<6;Ce++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,ne.width,ne.height,0,we,ge,null)}else if(pe){Ge&&Ze&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Oe,Se,ne.width,ne.height);for(let Ce=0;Ce<6;Ce++){Je=re[Ce].mipmaps;for(let st=0;st<Je.length;st++){let Ft=Je[st];M.format!==ri?we!==null?Ge?ce&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,0,0,Ft.width,Ft.height,we,Ft.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,Se,Ft.width,Ft.height,0,Ft.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ge?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,0,0,Ft.width,Ft.height,we,ge,Ft.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,Se,Ft.width,Ft.height,0,we,ge,Ft.data)}}}else{if(Je=M.mipmaps,Ge&&Ze){Je.length>0&&Oe++;let Ce=Xe(re[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Oe,Se,Ce.width,Ce.height)}for(let Ce=0;Ce<6;Ce++)if(F){Ge?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,0,0,re[Ce].width,re[Ce].height,we,ge,re[Ce].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,re[Ce].width,re[Ce].height,0,we,ge,re[Ce].data);for(let st=0;st<Je.length;st++){let Ln=Je[st].image[Ce].image;Ge?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,0,0,Ln.width,Ln.height,we,ge,Ln.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,Se,Ln.width,Ln.height,0,we,ge,Ln.data)}}else{Ge?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,0,0,we,ge,re[Ce]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,we,ge,re[Ce]);for(let st=0;st<Je.length;st++){let Ft=Je[st];Ge?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,0,0,we,ge,Ft.image[Ce]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,Se,we,ge,Ft.image[Ce])}}}A(M)&&M.mipmapsAutoUpdate===!0&&S(i.TEXTURE_CUBE_MAP),xe.__version=oe.version,M.onUpdate&&M.onUpdate(M)}C.__version=M.version}function Ct(C,M,W,he,oe,xe){let ye=r.convert(W.format,W.colorSpace),te=r.convert(W.type),ie=E(W.internalFormat,ye,te,W.normalized,W.colorSpace),pe=n.get(M),F=n.get(W);if(F.__renderTarget=M,!pe.__hasExternalTextures){let re=Math.max(1,M.width>>xe),ne=Math.max(1,M.height>>xe);oe===i.TEXTURE_3D||oe===i.TEXTURE_2D_ARRAY?t.texImage3D(oe,xe,ie,re,ne,M.depth,0,ye,te,null):t.texImage2D(oe,xe,ie,re,ne,0,ye,te,null)}t.bindFramebuffer(i.FRAMEBUFFER,C),be(M)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,he,oe,F.__webglTexture,0,it(M)):(oe===i.TEXTURE_2D||oe>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&oe<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,he,oe,F.__webglTexture,xe),t.bindFramebuffer(i.FRAMEBUFFER,null)}function mn(C,M,W){if(i.bindRenderbuffer(i.RENDERBUFFER,C),M.depthBuffer){let he=M.depthTexture,oe=he&&he.isDepthTexture?he.type:null,xe=v(M.stencilBuffer,oe),ye=M.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;be(M)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,it(M),xe,M.width,M.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,it(M),xe,M.width,M.height):i.renderbufferStorage(i.RENDERBUFFER,xe,M.width,M.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,ye,i.RENDERBUFFER,C)}else{let he=M.textures;for(let oe=0;oe<he.length;oe++){let xe=he[oe],ye=r.convert(xe.format,xe.colorSpace),te=r.convert(xe.type),ie=E(xe.internalFormat,ye,te,xe.normalized,xe.colorSpace);be(M)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,it(M),ie,M.width,M.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,it(M),ie,M.width,M.height):i.renderbufferStorage(i.RENDERBUFFER,ie,M.width,M.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function gt(C,M,W){let he=M.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,C),!(M.depthTexture&&M.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let oe=n.get(M.depthTexture);oe.__renderTarget=M;let xe=he?M.depthTexture.image[0]:M.depthTexture.image;(!oe.__webglTexture||xe.width!==M.width||xe.height!==M.height)&&(xe.width=M.width,xe.height=M.height,M.depthTexture.needsUpdate=!0),he?Me(M.depthTexture,0):me(M.depthTexture,0);let ye=oe.__webglTexture,te=it(M),ie=he?i.TEXTURE_CUBE_MAP_POSITIVE_X+W:i.TEXTURE_2D,pe=M.depthTexture.format===us?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(M.depthTexture.format===ls)be(M)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,pe,ie,ye,0,te):i.framebufferTexture2D(i.FRAMEBUFFER,pe,ie,ye,0);else if(M.depthTexture.format===us)be(M)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,pe,ie,ye,0,te):i.framebufferTexture2D(i.FRAMEBUFFER,pe,ie,ye,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function cn(C){let M=n.get(C),W=C.isWebGLCubeRenderTarget===!0;if(M.__boundDepthTexture!==C.depthTexture){let he=C.depthTexture;if(M.__depthDisposeCallback&&M.__depthDisposeCallback(),he){let oe=()=>{delete M.__boundDepthTexture,delete M.__depthDisposeCallback,he.removeEventListener("dispose",oe)};he.addEventListener("dispose",oe),M.__depthDisposeCallback=oe}M.__boundDepthTexture=he}if(C.depthTexture&&!M.__autoAllocateDepthBuffer)if(W)for(let he=0;he<6;he++)gt(M.__webglFramebuffer[he],C,he);else C.texture.mipmaps.length>0?gt(M.__webglFramebuffer[0],C,0):gt(M.__webglFramebuffer,C,0);else if(W){M.__webglDepthbuffer=[];for(let he=0;he<6;he++)if(t.bindFramebuffer(i.FRAMEBUFFER,M.__webglFramebuffer[he]),M.__webglDepthbuffer[he]===void 0)M.__webglDepthbuffer[he]=i.createRenderbuffer(),mn(M.__webglDepthbuffer[he],C,!1);else{let oe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,xe=M.__webglDepthbuffer[he];i.bindRenderbuffer(i.RENDERBUFFER,xe),i.framebufferRenderbuffer(i.FRAMEBUFFER,oe,i.RENDERBUFFER,xe)}}else if(C.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,M.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,M.__webglFramebuffer),M.__webglDepthbuffer===void 0)M.__webglDepthbuffer=i.createRenderbuffer(),mn(M.__webglDepthbuffer,C,!1);else{let oe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,xe=M.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,xe),i.framebufferRenderbuffer(i.FRAMEBUFFER,oe,i.RENDERBUFFER,xe)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function qt(C,M,W){let he=n.get(C);M!==void 0&&Ct(he.__webglFramebuffer,C,C.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),W!==void 0&&cn(C)}function tn(C){let M=C.texture,W=n.get(C),he=n.get(M);C.addEventListener("dispose",G),B(C);let oe=C.textures,xe=C.isWebGLCubeRenderTarget===!0,ye=oe.length>1;if(ye||(he.__webglTexture===void 0&&(he.__webglTexture=i.createTexture()),he.__version=M.version,o.memory.textures++),xe){W.__webglFramebuffer=[];for(let te=0;te<6;te++)if(M.mipmaps.length>0){W.__webglFramebuffer[te]=[];for(let ie=0;ie<M.mipmaps.length;ie++)W.__webglFramebuffer[te][ie]=i.createFramebuffer()}else W.__webglFramebuffer[te]=i.createFramebuffer()}else{if(M.mipmaps.length>0){W.__webglFramebuffer=[];for(let te=0;te<M.mipmaps.length;te++)W.__webglFramebuffer[te]=i.createFramebuffer()}else W.__webglFramebuffer=i.createFramebuffer();if(ye)for(let te=0,ie=oe.length;te<ie;te++){let pe=n.get(oe[te]);pe.__webglTexture===void 0&&(pe.__webglTexture=i.createTexture(),o.memory.textures++)}if(C.samples>0&&be(C)===!1){W.__webglMultisampledFramebuffer=i.createFramebuffer(),W.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,W.__webglMultisampledFramebuffer);for(let te=0;te<oe.length;te++){let ie=oe[te];W.__webglColorRenderbuffer[te]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,W.__webglColorRenderbuffer[te]);let pe=r.convert(ie.format,ie.colorSpace),F=r.convert(ie.type),re=E(ie.internalFormat,pe,F,ie.normalized,ie.colorSpace,C.isXRRenderTarget===!0),ne=it(C);i.renderbufferStorageMultisample(i.RENDERBUFFER,ne,re,C.width,C.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+te,i.RENDERBUFFER,W.__webglColorRenderbuffer[te])}i.bindRenderbuffer(i.RENDERBUFFER,null),C.depthBuffer&&(W.__webglDepthRenderbuffer=i.createRenderbuffer(),mn(W.__webglDepthRenderbuffer,C,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(xe){t.bindTexture(i.TEXTURE_CUBE_MAP,he.__webglTexture),lt(i.TEXTURE_CUBE_MAP,M);for(let te=0;te<6;te++)if(M.mipmaps.length>0)for(let ie=0;ie<M.mipmaps.length;ie++)Ct(W.__webglFramebuffer[te][ie],C,M,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+te,ie);else Ct(W.__webglFramebuffer[te],C,M,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+te,0);A(M)?S(i.TEXTURE_CUBE_MAP):M.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,M.mipmaps.length-1),t.unbindTexture()}else if(ye){for(let te=0,ie=oe.length;te<ie;te++){let pe=oe[te],F=n.get(pe),re=i.TEXTURE_2D;(C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(re=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(re,F.__webglTexture),lt(re,pe),Ct(W.__webglFramebuffer,C,pe,i.COLOR_ATTACHMENT0+te,re,0),A(pe)&&S(re)}t.unbindTexture()}else{let te=i.TEXTURE_2D;if((C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(te=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(te,he.__webglTexture),lt(te,M),M.mipmaps.length>0)for(let ie=0;ie<M.mipmaps.length;ie++)Ct(W.__webglFramebuffer[ie],C,M,i.COLOR_ATTACHMENT0,te,ie);else Ct(W.__webglFramebuffer,C,M,i.COLOR_ATTACHMENT0,te,0);A(M)?S(te):M.mipmaps.length>0&&i.texParameteri(te,i.TEXTURE_MAX_LEVEL,M.mipmaps.length-1),t.unbindTexture()}C.depthBuffer&&cn(C)}function U(C){let M=C.textures;for(let W=0,he=M.length;W<he;W++){let oe=M[W];if(A(oe)&&oe.mipmapsAutoUpdate===!0){let xe=R(C),ye=n.get(oe).__webglTexture;t.bindTexture(xe,ye),S(xe),t.unbindTexture()}}}let Re=[];function qe(C){if(C.samples>0){if(be(C)===!1){let M=C.textures,W=C.width,he=C.height,oe=i.COLOR_BUFFER_BIT,xe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=n.get(C),te=M.length>1;if(te)for(let pe=0;pe<M.length;pe++)t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,ye.__webglMultisampledFramebuffer),C.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglFramebuffer);for(let pe=0;pe<M.length;pe++){if(C.resolveDepthBuffer&&(C.depthBuffer&&(oe|=i.DEPTH_BUFFER_BIT),C.stencilBuffer&&C.resolveStencilBuffer&&(oe|=i.STENCIL_BUFFER_BIT)),te){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,ye.__webglColorRenderbuffer[pe]);let F=n.get(M[pe]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,F,0)}i.blitFramebuffer(0,0,W,he,0,0,W,he,oe,i.NEAREST),l===!0&&(Re.length=0,Re.push(i.COLOR_ATTACHMENT0+pe),C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&Re.push(xe),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Re))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),te)for(let pe=0;pe<M.length;pe++){t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.RENDERBUFFER,ye.__webglColorRenderbuffer[pe]);let F=n.get(M[pe]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.TEXTURE_2D,F,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglMultisampledFramebuffer)}else if(C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&l){let M=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[M])}}}function it(C){return Math.min(s.maxSamples,C.samples)}function be(C){let M=n.get(C);return C.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&M.__useRenderToTexture!==!1}function Pt(C){let M=o.render.frame;h.get(C)!==M&&(h.set(C,M),C.update())}function ze(C,M){let W=C.colorSpace,he=C.format,oe=C.type;return C.isCompressedTexture===!0||C.isVideoTexture===!0||W!==rr&&W!==fs&&(ut.getTransfer(W)===bt?(he!==ri||oe!==si)&&Ye("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Qe("WebGLTextures: Unsupported texture color space:",W)),M}function Xe(C){return typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement?(c.width=C.naturalWidth||C.width,c.height=C.naturalHeight||C.height):typeof VideoFrame<"u"&&C instanceof VideoFrame?(c.width=C.displayWidth,c.height=C.displayHeight):(c.width=C.width,c.height=C.height),c}this.allocateTextureUnit=ue,this.resetTextureUnits=j,this.getTextureUnits=se,this.setTextureUnits=fe,this.setTexture2D=me,this.setTexture2DArray=_e,this.setTexture3D=Ee,this.setTextureCube=Me,this.rebindTextures=qt,this.setupRenderTarget=tn,this.updateRenderTargetMipmap=U,this.updateMultisampleRenderTarget=qe,this.setupDepthRenderbuffer=cn,this.setupFrameBufferTexture=Ct,this.useMultisampledRTT=be,this.dispose=V}function Gb(i,e){function t(n,s=fs){let r,o=ut.getTransfer(s);if(n===si)return i.UNSIGNED_BYTE;if(n===pc)return i.UNSIGNED_SHORT_4_4_4_4;if(n===mc)return i.UNSIGNED_SHORT_5_5_5_1;if(n===sf)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===rf)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===tf)return i.BYTE;if(n===nf)return i.SHORT;if(n===uo)return i.UNSIGNED_SHORT;if(n===dc)return i.INT;if(n===wi)return i.UNSIGNED_INT;if(n===Ai)return i.FLOAT;if(n===Ti)return i.HALF_FLOAT;if(n===of)return i.ALPHA;if(n===af)return i.RGB;if(n===ri)return i.RGBA;if(n===ls)return i.DEPTH_COMPONENT;if(n===us)return i.DEPTH_STENCIL;if(n===lf)return i.RED;if(n===gc)return i.RED_INTEGER;if(n===Vs)return i.RG;if(n===xc)return i.RG_INTEGER;if(n===_c)return i.RGBA_INTEGER;if(n===ua||n===fa||n===da||n===pa)if(o===bt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===ua)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===fa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===da)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===pa)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===ua)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===fa)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===da)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===pa)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===yc||n===vc||n===Sc||n===Mc)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===yc)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===vc)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===Sc)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===Mc)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===bc||n===wc||n===Ac||n===Tc||n===Ec||n===ma||n===Cc)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===bc||n===wc)return o===bt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===Ac)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===Tc)return r.COMPRESSED_R11_EAC;if(n===Ec)return r.COMPRESSED_SIGNED_R11_EAC;if(n===ma)return r.COMPRESSED_RG11_EAC;if(n===Cc)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===Rc||n===Pc||n===Ic||n===Lc||n===Nc||n===Dc||n===Fc||n===Uc||n===Oc||n===Bc||n===kc||n===zc||n===Vc||n===Gc)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===Rc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===Pc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===Ic)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===Lc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===Nc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===Dc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===Fc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===Uc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===Oc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===Bc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===kc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===zc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===Vc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Gc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Hc||n===Wc||n===Xc)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Hc)return o===bt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===Wc)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===Xc)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===qc||n===Yc||n===ga||n===$c)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===qc)return r.COMPRESSED_RED_RGTC1_EXT;if(n===Yc)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===ga)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===$c)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===fr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var Hb=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,Wb=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Cf=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new ra(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Pn({vertexShader:Hb,fragmentShader:Wb,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new On(new oa(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Rf=class extends Vi{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,u=null,f=null,d=null,p=null,x=typeof XRWebGLBinding<"u",m=new Cf,g={},_=t.getContextAttributes(),A=null,S=null,R=[],E=[],v=new yt,T=null,B=null,D=new ei;D.viewport=new Xt;let L=new ei;L.viewport=new Xt;let G=[D,L],H=new cc,N=null,V=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(ee){let me=R[ee];return me===void 0&&(me=new no,R[ee]=me),me.getTargetRaySpace()},this.getControllerGrip=function(ee){let me=R[ee];return me===void 0&&(me=new no,R[ee]=me),me.getGripSpace()},this.getHand=function(ee){let me=R[ee];return me===void 0&&(me=new no,R[ee]=me),me.getHandSpace()};function Y(ee){let me=E.indexOf(ee.inputSource);if(me===-1)return;let _e=R[me];_e!==void 0&&(_e.update(ee.inputSource,ee.frame,c||o),_e.dispatchEvent({type:ee.type,data:ee.inputSource}))}function k(){s.removeEventListener("select",Y),s.removeEventListener("selectstart",Y),s.removeEventListener("selectend",Y),s.removeEventListener("squeeze",Y),s.removeEventListener("squeezestart",Y),s.removeEventListener("squeezeend",Y),s.removeEventListener("end",k),s.removeEventListener("inputsourceschange",le);for(let ee=0;ee<R.length;ee++){let me=E[ee];me!==null&&(E[ee]=null,R[ee].disconnect(me))}N=null,V=null,m.reset();for(let ee in g)delete g[ee];if(e.setRenderTarget(A),d=null,f=null,u=null,s=null,S=null,ue.stop(),n.isPresenting=!1,e.setPixelRatio(T),e.setSize(v.width,v.height,!1),B!==null){let ee=B.camera;ee.fov=B.fov,ee.zoom=B.zoom,ee.updateProjectionMatrix(),B=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(ee){r=ee,n.isPresenting===!0&&Ye("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(ee){a=ee,n.isPresenting===!0&&Ye("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(ee){c=ee},this.getBaseLayer=function(){return f!==null?f:d},this.getBinding=function(){return u===null&&x&&(u=new XRWebGLBinding(s,t)),u},this.getFrame=function(){return p},this.getSession=function(){return s},this.setSession=async function(ee){if(s=ee,s!==null){if(A=e.getRenderTarget(),s.addEventListener("select",Y),s.addEventListener("selectstart",Y),s.addEventListener("selectend",Y),s.addEventListener("squeeze",Y),s.addEventListener("squeezestart",Y),s.addEventListener("squeezeend",Y),s.addEventListener("end",k),s.addEventListener("inputsourceschange",le),_.xrCompatible!==!0&&await t.makeXRCompatible(),T=e.getPixelRatio(),e.getSize(v),x&&"createProjectionLayer"in XRWebGLBinding.prototype){let _e=null,Ee=null,Me=null;_.depth&&(Me=_.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,_e=_.stencil?us:ls,Ee=_.stencil?fr:wi);let He={colorFormat:t.RGBA8,depthFormat:Me,scaleFactor:r};u=this.getBinding(),f=u.createProjectionLayer(He),s.updateRenderState({layers:[f]}),e.setPixelRatio(1),e.setSize(f.textureWidth,f.textureHeight,!1),S=new ti(f.textureWidth,f.textureHeight,{format:ri,type:si,depthTexture:new cs(f.textureWidth,f.textureHeight,Ee,void 0,void 0,void 0,void 0,void 0,void 0,_e),stencilBuffer:_.stencil,colorSpace:e.outputColorSpace,samples:_.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let _e={antialias:_.antialias,alpha:!0,depth:_.depth,stencil:_.stencil,framebufferScaleFactor:r};d=new XRWebGLLayer(s,t,_e),s.updateRenderState({baseLayer:d}),e.setPixelRatio(1),e.setSize(d.framebufferWidth,d.framebufferHeight,!1),S=new ti(d.framebufferWidth,d.framebufferHeight,{format:ri,type:si,colorSpace:e.outputColorSpace,stencilBuffer:_.stencil,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}S.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),ue.setContext(s),ue.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function le(ee){for(let me=0;me<ee.removed.length;me++){let _e=ee.removed[me],Ee=E.indexOf(_e);Ee>=0&&(E[Ee]=null,R[Ee].disconnect(_e))}for(let me=0;me<ee.added.length;me++){let _e=ee.added[me],Ee=E.indexOf(_e);if(Ee===-1){for(let He=0;He<R.length;He++)if(He>=E.length){E.push(_e),Ee=He;break}else if(E[He]===null){E[He]=_e,Ee=He;break}if(Ee===-1)break}let Me=R[Ee];Me&&Me.connect(_e)}}function $(ee,me){me===null?ee.matrixWorld.copy(ee.matrix):ee.matrixWorld.multiplyMatrices(me.matrixWorld,ee.matrix),ee.matrixWorldInverse.copy(ee.matrixWorld).invert()}this.updateCamera=function(ee){if(s===null)return;let me=ee.near,_e=ee.far;m.texture!==null&&(m.depthNear>0&&(me=m.depthNear),m.depthFar>0&&(_e=m.depthFar)),H.near=L.near=D.near=me,H.far=L.far=D.far=_e,(N!==H.near||V!==H.far)&&(s.updateRenderState({depthNear:H.near,depthFar:H.far}),N=H.near,V=H.far),H.layers.mask=ee.layers.mask|6,D.layers.mask=H.layers.mask&-5,L.layers.mask=H.layers.mask&-3;let Ee=ee.parent,Me=H.cameras;$(H,Ee);for(let He=0;He<Me.length;He++)$(Me[He],Ee);H.projectionMatrix.copy(D.projectionMatrix),H.projectionMatrixInverse.copy(D.projectionMatrixInverse),B===null&&ee.isPerspectiveCamera&&(B={camera:ee,fov:ee.fov,zoom:ee.zoom}),j(ee,H,Ee)};function j(ee,me,_e){_e===null?ee.matrix.copy(me.matrixWorld):(ee.matrix.copy(_e.matrixWorld),ee.matrix.invert(),ee.matrix.multiply(me.matrixWorld)),ee.matrix.decompose(ee.position,ee.quaternion,ee.scale),ee.updateMatrixWorld(!0),ee.projectionMatrix.copy(me.projectionMatrix),ee.projectionMatrixInverse.copy(me.projectionMatrixInverse),ee.isPerspectiveCamera&&(ee.fov=zl*2*Math.atan(1/ee.projectionMatrix.elements[5]),ee.zoom=1)}this.getCamera=function(){return H},this.getFoveation=function(){if(!(f===null&&d===null))return l},this.setFoveation=function(ee){l=ee,f!==null&&(f.fixedFoveation=ee),d!==null&&d.fixedFoveation!==void 0&&(d.fixedFoveation=ee)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(H)},this.getCameraTexture=function(ee){return g[ee]};let se=null;function fe(ee,me){if(h=me.getViewerPose(c||o),p=me,h!==null){let _e=h.views;d!==null&&(e.setRenderTargetFramebuffer(S,d.framebuffer),e.setRenderTarget(S));let Ee=!1;_e.length!==H.cameras.length&&(H.cameras.length=0,Ee=!0);for(let Ve=0;Ve<_e.length;Ve++){let lt=_e[Ve],rt=null;if(d!==null)rt=d.getViewport(lt);else{let Gt=u.getViewSubImage(f,lt);rt=Gt.viewport,Ve===0&&(e.setRenderTargetTextures(S,Gt.colorTexture,Gt.depthStencilTexture),e.setRenderTarget(S))}let et=G[Ve];et===void 0&&(et=new ei,et.layers.enable(Ve),et.viewport=new Xt,G[Ve]=et),et.matrix.fromArray(lt.transform.matrix),et.matrix.decompose(et.position,et.quaternion,et.scale),et.projectionMatrix.fromArray(lt.projectionMatrix),et.projectionMatrixInverse.copy(et.projectionMatrix).invert(),et.viewport.set(rt.x,rt.y,rt.width,rt.height),Ve===0&&(H.matrix.copy(et.matrix),H.matrix.decompose(H.position,H.quaternion,H.scale)),Ee===!0&&H.cameras.push(et)}let Me=s.enabledFeatures;if(Me&&Me.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&x){u=n.getBinding();let Ve=u.getDepthInformation(_e[0]);Ve&&Ve.isValid&&Ve.texture&&m.init(Ve,s.renderState)}if(Me&&Me.includes("camera-access")&&x){e.state.unbindTexture(),u=n.getBinding();for(let Ve=0;Ve<_e.length;Ve++){let lt=_e[Ve].camera;if(lt){let rt=g[lt];rt||(rt=new ra,g[lt]=rt);let et=u.getCameraImage(lt);rt.sourceTexture=et}}}}for(let _e=0;_e<R.length;_e++){let Ee=E[_e],Me=R[_e];Ee!==null&&Me!==void 0&&Me.update(Ee,me,c||o)}se&&se(ee,me),me.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:me}),p=null}let ue=new wg;ue.setAnimationLoop(fe),this.setAnimationLoop=function(ee){se=ee},this.dispose=function(){}}},Xb=new zt,Dg=new je;Dg.set(-1,0,0,0,1,0,0,0,1);function qb(i,e){function t(m,g){m.matrixAutoUpdate===!0&&m.updateMatrix(),g.value.copy(m.matrix)}function n(m,g){g.color.getRGB(m.fogColor.value,gf(i)),g.isFog?(m.fogNear.value=g.near,m.fogFar.value=g.far):g.isFogExp2&&(m.fogDensity.value=g.density)}function s(m,g,_,A,S){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?r(m,g):g.isMeshLambertMaterial?(r(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(r(m,g),u(m,g)):g.isMeshPhongMaterial?(r(m,g),h(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(r(m,g),f(m,g),g.isMeshPhysicalMaterial&&d(m,g,S)):g.isMeshMatcapMaterial?(r(m,g),p(m,g)):g.isMeshDepthMaterial?r(m,g):g.isMeshDistanceMaterial?(r(m,g),x(m,g)):g.isMeshNormalMaterial?r(m,g):g.isLineBasicMaterial?(o(m,g),g.isLineDashedMaterial&&a(m,g)):g.isPointsMaterial?l(m,g,_,A):g.isSpriteMaterial?c(m,g):g.isShadowMaterial?(m.color.value.copy(g.color),m.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function r(m,g){m.opacity.value=g.opacity,g.color&&m.diffuse.value.copy(g.color),g.emissive&&m.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(m.map.value=g.map,t(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,t(g.alphaMap,m.alphaMapTransform)),g.bumpMap&&(m.bumpMap.value=g.bumpMap,t(g.bumpMap,m.bumpMapTransform),m.bumpScale.value=g.bumpScale,g.side===Bn&&(m.bumpScale.value*=-1)),g.normalMap&&(m.normalMap.value=g.normalMap,t(g.normalMap,m.normalMapTransform),m.normalScale.value.copy(g.normalScale),g.side===Bn&&m.normalScale.value.negate()),g.displacementMap&&(m.displacementMap.value=g.displacementMap,t(g.displacementMap,m.displacementMapTransform),m.displacementScale.value=g.displacementScale,m.displacementBias.value=g.displacementBias),g.emissiveMap&&(m.emissiveMap.value=g.emissiveMap,t(g.emissiveMap,m.emissiveMapTransform)),g.specularMap&&(m.specularMap.value=g.specularMap,t(g.specularMap,m.specularMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest);let _=e.get(g),A=_.envMap,S=_.envMapRotation;A&&(m.envMap.value=A,m.envMapRotation.value.setFromMatrix4(Xb.makeRotationFromEuler(S)).transpose(),A.isCubeTexture&&A.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(Dg),m.reflectivity.value=g.reflectivity,m.ior.value=g.ior,m.refractionRatio.value=g.refractionRatio),g.lightMap&&(m.lightMap.value=g.lightMap,m.lightMapIntensity.value=g.lightMapIntensity,t(g.lightMap,m.lightMapTransform)),g.aoMap&&(m.aoMap.value=g.aoMap,m.aoMapIntensity.value=g.aoMapIntensity,t(g.aoMap,m.aoMapTransform))}function o(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,g.map&&(m.map.value=g.map,t(g.map,m.mapTransform))}function a(m,g){m.dashSize.value=g.dashSize,m.totalSize.value=g.dashSize+g.gapSize,m.scale.value=g.scale}function l(m,g,_,A){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.size.value=g.size*_,m.scale.value=A*.5,g.map&&(m.map.value=g.map,t(g.map,m.uvTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,t(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function c(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.rotation.value=g.rotation,g.map&&(m.map.value=g.map,t(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,t(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function h(m,g){m.specular.value.copy(g.specular),m.shininess.value=Math.max(g.shininess,1e-4)}function u(m,g){g.gradientMap&&(m.gradientMap.value=g.gradientMap)}function f(m,g){m.metalness.value=g.metalness,g.metalnessMap&&(m.metalnessMap.value=g.metalnessMap,t(g.metalnessMap,m.metalnessMapTransform)),m.roughness.value=g.roughness,g.roughnessMap&&(m.roughnessMap.value=g.roughnessMap,t(g.roughnessMap,m.roughnessMapTransform)),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)}function d(m,g,_){m.ior.value=g.ior,g.diffuseRoughness>0&&(m.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=g.diffuseRoughnessMap,t(g.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),g.sheen>0&&(m.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),m.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(m.sheenColorMap.value=g.sheenColorMap,t(g.sheenColorMap,m.sheenColorMapTransform)),g.sheenRoughnessMap&&(m.sheenRoughnessMap.value=g.sheenRoughnessMap,t(g.sheenRoughnessMap,m.sheenRoughnessMapTransform))),g.clearcoat>0&&(m.clearcoat.value=g.clearcoat,m.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(m.clearcoatMap.value=g.clearcoatMap,t(g.clearcoatMap,m.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,t(g.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(m.clearcoatNormalMap.value=g.clearcoatNormalMap,t(g.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===Bn&&m.clearcoatNormalScale.value.negate())),g.dispersion>0&&(m.dispersion.value=g.dispersion),g.retroreflectivity>0&&(m.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(m.iridescence.value=g.iridescence,m.iridescenceIOR.value=g.iridescenceIOR,m.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(m.iridescenceMap.value=g.iridescenceMap,t(g.iridescenceMap,m.iridescenceMapTransform)),g.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=g.iridescenceThicknessMap,t(g.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),g.transmission>0&&(m.transmission.value=g.transmission,m.transmissionSamplerMap.value=_.texture,m.transmissionSamplerSize.value.set(_.width,_.height),g.transmissionMap&&(m.transmissionMap.value=g.transmissionMap,t(g.transmissionMap,m.transmissionMapTransform)),m.thickness.value=g.thickness,g.thicknessMap&&(m.thicknessMap.value=g.thicknessMap,t(g.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=g.attenuationDistance,m.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(m.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(m.anisotropyMap.value=g.anisotropyMap,t(g.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=g.specularIntensity,m.specularColor.value.copy(g.specularColor),g.specularColorMap&&(m.specularColorMap.value=g.specularColorMap,t(g.specularColorMap,m.specularColorMapTransform)),g.specularIntensityMap&&(m.specularIntensityMap.value=g.specularIntensityMap,t(g.specularIntensityMap,m.specularIntensityMapTransform))}function p(m,g){g.matcap&&(m.matcap.value=g.matcap)}function x(m,g){let _=e.get(g).light;m.referencePosition.value.setFromMatrixPosition(_.matrixWorld),m.nearDistance.value=_.shadow.camera.near,m.farDistance.value=_.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function Yb(i,e,t,n){let s={},r={};function o(_,A){let S=A.program;n.uniformBlockBinding(_,S,s[_.id])}function a(_,A){let S=s[_.id];S===void 0&&(p(_),S=l(_),s[_.id]=S,_.addEventListener("dispose",m));let R=A.program;n.updateUBOMapping(_,R);let E=e.render.frame;r[_.id]!==E&&(c(_),r[_.id]=E)}function l(_){let A=i.createBuffer(),S=_.__size,R=_.usage;return i.bindBuffer(i.UNIFORM_BUFFER,A),i.bufferData(i.UNIFORM_BUFFER,S,R),i.bindBuffer(i.UNIFORM_BUFFER,null),A}function c(_){let A=s[_.id],S=_.uniforms,R=_.__cache;i.bindBuffer(i.UNIFORM_BUFFER,A);for(let E=0,v=S.length;E<v;E++){let T=S[E];if(Array.isArray(T))for(let B=0,D=T.length;B<D;B++)h(T[B],E,B,R);else h(T,E,0,R)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(_,A,S,R){if(f(_,A,S,R)===!0){let E=_.__offset,v=_.value;if(Array.isArray(v)){let T=0;for(let B=0;B<v.length;B++){let D=v[B],L=x(D,!0);u(D,_.__data,T),T+=L.storage/Float32Array.BYTES_PER_ELEMENT}}else u(v,_.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,E,_.__data)}}function u(_,A,S){typeof _=="number"||typeof _=="boolean"?A[S]=_:_.isMatrix3?(A[S]=_.elements[0],A[S+1]=_.elements[1],A[S+2]=_.elements[2],A[S+3]=0,A[S+4]=_.elements[3],A[S+5]=_.elements[4],A[S+6]=_.elements[5],A[S+7]=0,A[S+8]=_.elements[6],A[S+9]=_.elements[7],A[S+10]=_.elements[8],A[S+11]=0):ArrayBuffer.isView(_)?A.set(_.subarray(0,A.length-S),S):_.toArray(A,S)}function f(_,A,S,R){let E=_.value,v=A+"_"+S;if(Array.isArray(E)){R[v]===void 0&&(R[v]=[]);let T=R[v],B=!1;for(let D=0;D<E.length;D++)d(E[D],T,D)===!0&&(B=!0);return B}return d(E,R,v)}function d(_,A,S){if(A[S]===void 0)return typeof _=="number"||typeof _=="boolean"?A[S]=_:ArrayBuffer.isView(_)?A[S]=_.slice():A[S]=_.clone(),!0;{let R=A[S];if(typeof _=="number"||typeof _=="boolean"){if(R!==_)return A[S]=_,!0}else{if(ArrayBuffer.isView(_))return!0;if(R.equals(_)===!1)return R.copy(_),!0}}return!1}function p(_){let A=_.uniforms,S=0,R=16;for(let v=0,T=A.length;v<T;v++){let B=Array.isArray(A[v])?A[v]:[A[v]];for(let D=0,L=B.length;D<L;D++){let G=B[D],H=Array.isArray(G.value)?G.value:[G.value],N=Array.isArray(A[v])||Array.isArray(G.value),V=S;for(let k=0,le=H.length;k<le;k++){let $=H[k],j=x($,N),se=S%R,fe=se%j.boundary,ue=se+fe;S+=fe,ue!==0&&R-ue<j.storage&&(S+=R-ue),k===0&&(V=S),S+=j.storage}let Y=G.type==="int"?Int32Array:G.type==="uint"?Uint32Array:Float32Array;G.__data=new Y((S-V)/Float32Array.BYTES_PER_ELEMENT),G.__offset=V}}let E=S%R;return E>0&&(S+=R-E),_.__size=S,_.__cache={},this}function x(_,A){let S={boundary:0,storage:0};return typeof _=="number"||typeof _=="boolean"?(S.boundary=4,S.storage=4):_.isVector2?(S.boundary=8,S.storage=8):_.isVector3||_.isColor?(S.boundary=16,S.storage=12):_.isVector4?(S.boundary=16,S.storage=16):_.isMatrix3?(S.boundary=16,S.storage=48):_.isMatrix4?(S.boundary=16,S.storage=64):_.isTexture?Ye("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(_)?(S.boundary=16,S.storage=_.byteLength):Ye("WebGLRenderer: Unsupported uniform value type.",_),A===!0&&(S.boundary=16,S.storage=Math.ceil(S.storage/16)*16),S}function m(_){let A=_.target;A.removeEventListener("dispose",m),i.deleteBuffer(s[A.id]),delete s[A.id],delete r[A.id]}function g(){for(let _ in s)i.deleteBuffer(s[_]);s={},r={}}return{bind:o,update:a,dispose:g}}var $b=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Xi=null;function Zb(){return Xi===null&&(Xi=new io($b,16,16,Vs,Ti),Xi.name="DFG_LUT",Xi.minFilter=Mn,Xi.magFilter=Mn,Xi.wrapS=zi,Xi.wrapT=zi,Xi.generateMipmaps=!1,Xi.needsUpdate=!0),Xi}var Qc=class{constructor(e={}){let{canvas:t=$m(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:u=!1,reversedDepthBuffer:f=!1,outputBufferType:d=si}=e;this.isWebGLRenderer=!0;let p;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");p=n.getContextAttributes().alpha}else p=o;let x=d,m=new Set([_c,xc,gc]),g=new Set([si,wi,uo,fr,pc,mc]),_=new Uint32Array(4),A=new Int32Array(4),S={textures:[],min:[],max:[],resolution:[]},R=null,E=null,v=[],T=[],B=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Wi,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let D=this,L=!1,G=null,H=null,N=null,V=null;this._outputColorSpace=jn;let Y=0,k=0,le=null,$=-1,j=null,se=new Xt,fe=new Xt,ue=null,ee=new xt(0),me=0,_e=t.width,Ee=t.height,Me=1,He=null,nt=null,Ve=new Xt(0,0,_e,Ee),lt=new Xt(0,0,_e,Ee),rt=!1,et=new lr,Gt=new Xl,Nt=!1,en=!1,Ct=new zt,mn=new J,gt=new Xt,cn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},qt=!1;function tn(){return le===null?Me:1}let U=n;function Re(w,O){return t.getContext(w,O)}let qe,it,be,Pt,ze,Xe,C,M,W,he,oe,xe,ye,te,ie,pe,F,re,ne,we,ge,Se,Ge;try{let w={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:u};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Oe,!1),t.addEventListener("webglcontextrestored",Je,!1),t.addEventListener("webglcontextcreationerror",Ce,!1),U===null){let O="webgl2";if(U=Re(O,w),U===null)throw Re(O)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Ze()}catch(w){throw t.removeEventListener("webglcontextlost",Oe,!1),t.removeEventListener("webglcontextrestored",Je,!1),t.removeEventListener("webglcontextcreationerror",Ce,!1),Qe("WebGLRenderer: "+w.message),w}function Ze(){qe=new oM(U),qe.init(),ge=new Gb(U,qe),it=new ZS(U,qe,e,ge),be=new zb(U,qe),it.reversedDepthBuffer&&f&&be.buffers.depth.setReversed(!0),H=U.createFramebuffer(),N=U.createFramebuffer(),V=U.createFramebuffer(),Pt=new cM(U),ze=new Tb,Xe=new Vb(U,qe,be,ze,it,ge,Pt),C=new rM(D),M=new uy(U),Se=new YS(U,M),W=new aM(U,M,Pt,Se),he=new uM(U,W,M,Se,Pt),re=new hM(U,it,Xe),ie=new JS(ze),oe=new Ab(D,C,qe,it,Se,ie),xe=new qb(D,ze),ye=new Cb,te=new Db(qe),F=new qS(D,C,be,he,p,l),pe=new kb(D,he,it),Ge=new Yb(U,Pt,it,be),ne=new $S(U,qe,Pt),we=new lM(U,qe,Pt),Pt.programs=oe.programs,D.capabilities=it,D.extensions=qe,D.properties=ze,D.renderLists=ye,D.shadowMap=pe,D.state=be,D.info=Pt}x!==si&&(B=new dM(x,t.width,t.height,a,s,r));let ce=new Rf(D,U);this.xr=ce,this.getContext=function(){return U},this.getContextAttributes=function(){return U.getContextAttributes()},this.forceContextLoss=function(){let w=qe.get("WEBGL_lose_context");w&&w.loseContext()},this.forceContextRestore=function(){let w=qe.get("WEBGL_lose_context");w&&w.restoreContext()},this.getPixelRatio=function(){return Me},this.setPixelRatio=function(w){w!==void 0&&(Me=w,this.setSize(_e,Ee,!1))},this.getSize=function(w){return w.set(_e,Ee)},this.setSize=function(w,O,K=!0){if(ce.isPresenting){Ye("WebGLRenderer: Can't change size while VR device is presenting.");return}_e=w,Ee=O,t.width=Math.floor(w*Me),t.height=Math.floor(O*Me),K===!0&&(t.style.width=w+"px",t.style.height=O+"px"),B!==null&&B.setSize(t.width,t.height),this.setViewport(0,0,w,O)},this.getDrawingBufferSize=function(w){return w.set(_e*Me,Ee*Me).floor()},this.setDrawingBufferSize=function(w,O,K){_e=w,Ee=O,Me=K,t.width=Math.floor(w*K),t.height=Math.floor(O*K),this.setViewport(0,0,w,O)},this.setEffects=function(w){if(x===si){Qe("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(w){for(let O=0;O<w.length;O++)if(w[O].isOutputPass===!0){Ye("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}B.setEffects(w||[])},this.getCurrentViewport=function(w){return w.copy(se)},this.getViewport=function(w){return w.copy(Ve)},this.setViewport=function(w,O,K,X){w.isVector4?Ve.set(w.x,w.y,w.z,w.w):Ve.set(w,O,K,X),be.viewport(se.copy(Ve).multiplyScalar(tn()).round())},this.getScissor=function(w){return w.copy(lt)},this.setScissor=function(w,O,K,X){w.isVector4?lt.set(w.x,w.y,w.z,w.w):lt.set(w,O,K,X),be.scissor(fe.copy(lt).multiplyScalar(tn()).round())},this.getScissorTest=function(){return rt},this.setScissorTest=function(w){be.setScissorTest(rt=w)},this.setOpaqueSort=function(w){He=w},this.setTransparentSort=function(w){nt=w},this.getClearColor=function(w){return w.copy(F.getClearColor())},this.setClearColor=function(){F.setClearColor(...arguments)},this.getClearAlpha=function(){return F.getClearAlpha()},this.setClearAlpha=function(){F.setClearAlpha(...arguments)},this.clear=function(w=!0,O=!0,K=!0){let X=0;if(w){let q=!1;if(le!==null){let Ae=le.texture.format;q=m.has(Ae)}if(q){let Ae=le.texture.type,Pe=g.has(Ae),Te=F.getClearColor(),Ie=F.getClearAlpha(),ke=Te.r,Ke=Te.g,ct=Te.b;Pe?(_[0]=ke,_[1]=Ke,_[2]=ct,_[3]=Ie,U.clearBufferuiv(U.COLOR,0,_)):(A[0]=ke,A[1]=Ke,A[2]=ct,A[3]=Ie,U.clearBufferiv(U.COLOR,0,A))}else X|=U.COLOR_BUFFER_BIT}O&&(X|=U.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),K&&(X|=U.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),X!==0&&U.clear(X)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(w){w.setRenderer(this),G=w},this.dispose=function(){t.removeEventListener("webglcontextlost",Oe,!1),t.removeEventListener("webglcontextrestored",Je,!1),t.removeEventListener("webglcontextcreationerror",Ce,!1),F.dispose(),ye.dispose(),te.dispose(),Xe.dispose(),ze.dispose(),C.dispose(),he.dispose(),W.dispose(),Se.dispose(),Ge.dispose(),oe.dispose(),ce.dispose(),ce.removeEventListener("sessionstart",Ia),ce.removeEventListener("sessionend",Pi),Zi.stop()};function Oe(w){w.preventDefault(),pf("WebGLRenderer: Context Lost."),L=!0}function Je(){pf("WebGLRenderer: Context Restored."),L=!1;let w=Pt.autoReset,O=pe.enabled,K=pe.autoUpdate,X=pe.needsUpdate,q=pe.type;Ze(),Pt.autoReset=w,pe.enabled=O,pe.autoUpdate=K,pe.needsUpdate=X,pe.type=q}function Ce(w){Qe("WebGLRenderer: A WebGL context could not be created. Reason: ",w.statusMessage)}function st(w){let O=w.target;O.removeEventListener("dispose",st),Ft(O)}function Ft(w){Ln(w),ze.remove(w)}function Ln(w){let O=ze.get(w).programs;O!==void 0&&(O.forEach(function(K){oe.releaseProgram(K)}),w.isShaderMaterial&&oe.releaseShaderCache(w))}this.renderBufferDirect=function(w,O,K,X,q,Ae){O===null&&(O=cn);let Pe=q.isMesh&&q.matrixWorld.determinantAffine()<0,Te=Co(w,O,K,X,q);be.setMaterial(X,Pe);let Ie=K.index,ke=1;if(X.wireframe===!0){if(Ie=W.getWireframeAttribute(K),Ie===void 0)return;ke=2}let Ke=K.drawRange,ct=K.attributes.position,Be=Ke.start*ke,ht=(Ke.start+Ke.count)*ke;Ae!==null&&(Be=Math.max(Be,Ae.start*ke),ht=Math.min(ht,(Ae.start+Ae.count)*ke)),Ie!==null?(Be=Math.max(Be,0),ht=Math.min(ht,Ie.count)):ct!=null&&(Be=Math.max(Be,0),ht=Math.min(ht,ct.count));let Wt=ht-Be;if(Wt<0||Wt===1/0)return;Se.setup(q,X,Te,K,Ie);let At,Tt=ne;if(Ie!==null&&(At=M.get(Ie),Tt=we,Tt.setIndex(At)),q.isMesh)X.wireframe===!0?(be.setLineWidth(X.wireframeLinewidth*tn()),Tt.setMode(U.LINES)):Tt.setMode(U.TRIANGLES);else if(q.isLine){let hn=X.linewidth;hn===void 0&&(hn=1),be.setLineWidth(hn*tn()),q.isLineSegments?Tt.setMode(U.LINES):q.isLineLoop?Tt.setMode(U.LINE_LOOP):Tt.setMode(U.LINE_STRIP)}else q.isPoints?Tt.setMode(U.POINTS):q.isSprite&&Tt.setMode(U.TRIANGLES);if(q.isBatchedMesh)if(qe.get("WEBGL_multi_draw"))Tt.renderMultiDraw(q._multiDrawStarts,q._multiDrawCounts,q._multiDrawCount);else{let hn=q._multiDrawStarts,Fe=q._multiDrawCounts,nn=q._multiDrawCount,dt=Ie?M.get(Ie).bytesPerElement:1,Ki=ze.get(X).currentProgram.getUniforms();for(let sn=0;sn<nn;sn++)Ki.setValue(U,"_gl_DrawID",sn),Tt.render(hn[sn]/dt,Fe[sn])}else if(q.isInstancedMesh)Tt.renderInstances(Be,Wt,q.count);else if(K.isInstancedBufferGeometry){let hn=K._maxInstanceCount!==void 0?K._maxInstanceCount:1/0,Fe=Math.min(K.instanceCount,hn);Tt.renderInstances(Be,Wt,Fe)}else Tt.render(Be,Wt)};function Ao(w,O,K,X){G!==null&&w.isNodeMaterial&&G.setObject(X,w),Nt===!0&&ie.setState(w,K,!1),w.transparent===!0&&w.side===Hi&&w.forceSinglePass===!1?(w.side=Bn,w.needsUpdate=!0,Ii(w,O,X),w.side=zs,w.needsUpdate=!0,Ii(w,O,X),w.side=Hi):Ii(w,O,X)}this.compile=function(w,O,K=null){K===null&&(K=w),G!==null&&G.renderStart(w,O,K),E=te.get(K),E.init(O),T.push(E),K.traverseVisible(function(q){q.isLight&&q.layers.test(O.layers)&&(E.pushLight(q),q.castShadow&&E.pushShadow(q))}),w!==K&&w.traverseVisible(function(q){q.isLight&&q.layers.test(O.layers)&&(E.pushLight(q),q.castShadow&&E.pushShadow(q))}),E.setupLights(),G!==null&&G.updateLights(E.state.lightsArray),en=this.localClippingEnabled,Nt=ie.init(this.clippingPlanes,en),Nt===!0&&ie.setGlobalState(this.clippingPlanes,O),G!==null&&pe.render(E.state.shadowsArray,K,O);let X=new Set;return w.traverse(function(q){if(!(q.isMesh||q.isPoints||q.isLine||q.isSprite))return;let Ae=q.material;if(Ae)if(Array.isArray(Ae))for(let Pe=0;Pe<Ae.length;Pe++){let Te=Ae[Pe];Ao(Te,K,O,q),X.add(Te)}else Ao(Ae,K,O,q),X.add(Ae)}),E=T.pop(),G!==null&&G.renderEnd(),X},this.compileAsync=function(w,O,K=null){let X=this.compile(w,O,K);return new Promise(q=>{function Ae(){if(X.forEach(function(Pe){let Ie=ze.get(Pe).currentProgram;(Ie===void 0||Ie.isReady())&&X.delete(Pe)}),X.size===0){q(w);return}setTimeout(Ae,10)}qe.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let Sr=null;function kh(w){Sr&&Sr(w)}function Ia(){Zi.stop()}function Pi(){Zi.start()}let Zi=new wg;Zi.setAnimationLoop(kh),typeof self<"u"&&Zi.setContext(self),this.setAnimationLoop=function(w){Sr=w,ce.setAnimationLoop(w),w===null?Zi.stop():Zi.start()},ce.addEventListener("sessionstart",Ia),ce.addEventListener("sessionend",Pi),this.render=function(w,O){if(O!==void 0&&O.isCamera!==!0){Qe("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(L===!0)return;G!==null&&G.renderStart(w,O);let K=ce.enabled===!0&&ce.isPresenting===!0,X=B!==null&&(le===null||K)&&B.begin(D,le);if(w.matrixWorldAutoUpdate===!0&&w.updateMatrixWorld(),O.parent===null&&O.matrixWorldAutoUpdate===!0&&O.updateMatrixWorld(),ce.enabled===!0&&ce.isPresenting===!0&&(B===null||B.isCompositing()===!1)&&(ce.cameraAutoUpdate===!0&&ce.updateCamera(O),O=ce.getCamera()),w.isScene===!0&&w.onBeforeRender(D,w,O,le),E=te.get(w,T.length),E.init(O),E.state.textureUnits=Xe.getTextureUnits(),T.push(E),Ct.multiplyMatrices(O.projectionMatrix,O.matrixWorldInverse),O.isArrayCamera?Gt.setFromArrayCamera(O):et.setFromProjectionMatrix(Ct,di,O.reversedDepth),en=this.localClippingEnabled,Nt=ie.init(this.clippingPlanes,en),R=ye.get(w,v.length),R.init(),v.push(R),this.info.render.frame++,ce.enabled===!0&&ce.isPresenting===!0){let Pe=D.xr.getDepthSensingMesh();Pe!==null&&Ji(Pe,O,-1/0,D.sortObjects)}Ji(w,O,0,D.sortObjects),R.finish(),G!==null&&G.updateLights(E.state.lightsArray),D.sortObjects===!0&&R.sort(He,nt),qt=ce.enabled===!1||ce.isPresenting===!1||ce.hasDepthSensing()===!1,qt&&F.addToRenderList(R,w),this.info.autoReset===!0&&this.info.reset(),Nt===!0&&ie.beginShadows();let q=E.state.shadowsArray;if(pe.render(q,w,O),Nt===!0&&ie.endShadows(),(X&&B.hasRenderPass())===!1){let Pe=R.opaque,Te=R.transmissive;if(E.setupLights(),O.isArrayCamera){let Ie=O.cameras;if(Te.length>0)for(let ke=0,Ke=Ie.length;ke<Ke;ke++){let ct=Ie[ke];gi(Pe,Te,w,ct)}qt&&F.render(w);for(let ke=0,Ke=Ie.length;ke<Ke;ke++){let ct=Ie[ke];To(R,w,ct,ct.viewport)}}else Te.length>0&&gi(Pe,Te,w,O),qt&&F.render(w),To(R,w,O)}le!==null&&k===0&&(Xe.updateMultisampleRenderTarget(le),Xe.updateRenderTargetMipmap(le)),X&&B.end(D),w.isScene===!0&&w.onAfterRender(D,w,O),Se.resetDefaultState(),$=-1,j=null,T.pop(),T.length>0?(E=T[T.length-1],Xe.setTextureUnits(E.state.textureUnits),Nt===!0&&ie.setGlobalState(D.clippingPlanes,E.state.camera)):E=null,v.pop(),v.length>0?R=v[v.length-1]:R=null,G!==null&&G.renderEnd()};function Ji(w,O,K,X){if(w.visible===!1)return;if(w.layers.test(O.layers)){if(w.isGroup)K=w.renderOrder;else if(w.isLOD)w.autoUpdate===!0&&w.update(O);else if(w.isLight)E.pushLight(w),w.castShadow&&E.pushShadow(w);else if(w.isSprite){let Pe=O.isArrayCamera?Gt:et;if(!w.frustumCulled||w.intersectsFrustum(Pe)){X&&gt.setFromMatrixPosition(w.matrixWorld).applyMatrix4(Ct);let Te=he.update(w),Ie=w.material;Ie.visible&&R.push(w,Te,Ie,K,gt.z,null,O)}}else if(w.isMesh||w.isLine||w.isPoints){let Pe=O.isArrayCamera?Gt:et;if(!w.frustumCulled||w.intersectsFrustum(Pe)){let Te=he.update(w),Ie=w.material;if(X&&(w.boundingSphere!==void 0?(w.boundingSphere===null&&w.computeBoundingSphere(),gt.copy(w.boundingSphere.center)):(Te.boundingSphere===null&&Te.computeBoundingSphere(),gt.copy(Te.boundingSphere.center)),gt.applyMatrix4(w.matrixWorld).applyMatrix4(Ct)),Array.isArray(Ie)){let ke=Te.groups;for(let Ke=0,ct=ke.length;Ke<ct;Ke++){let Be=ke[Ke],ht=Ie[Be.materialIndex];ht&&ht.visible&&R.push(w,Te,ht,K,gt.z,Be,O)}}else Ie.visible&&R.push(w,Te,Ie,K,gt.z,null,O)}}}let Ae=w.children;for(let Pe=0,Te=Ae.length;Pe<Te;Pe++)Ji(Ae[Pe],O,K,X)}function To(w,O,K,X){let{opaque:q,transmissive:Ae,transparent:Pe}=w;E.setupLightsView(K),Nt===!0&&ie.setGlobalState(D.clippingPlanes,K),X&&be.viewport(se.copy(X)),q.length>0&&Yt(q,O,K),Ae.length>0&&Yt(Ae,O,K),Pe.length>0&&Yt(Pe,O,K),be.buffers.depth.setTest(!0),be.buffers.depth.setMask(!0),be.buffers.color.setMask(!0),be.setPolygonOffset(!1)}function gi(w,O,K,X){if((K.isScene===!0?K.overrideMaterial:null)!==null)return;if(E.state.transmissionRenderTarget[X.id]===void 0){let Be=qe.has("EXT_color_buffer_half_float")||qe.has("EXT_color_buffer_float");E.state.transmissionRenderTarget[X.id]=new ti(1,1,{generateMipmaps:!0,type:Be?Ti:si,minFilter:hs,samples:Math.max(4,it.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:ut.workingColorSpace})}let Ae=E.state.transmissionRenderTarget[X.id],Pe=X.viewport||se;Ae.setSize(Pe.z*D.transmissionResolutionScale,Pe.w*D.transmissionResolutionScale);let Te=D.getRenderTarget(),Ie=D.getActiveCubeFace(),ke=D.getActiveMipmapLevel();D.setRenderTarget(Ae),D.getClearColor(ee),me=D.getClearAlpha(),me<1&&D.setClearColor(16777215,.5),D.clear(),qt&&F.render(K);let Ke=D.toneMapping;D.toneMapping=Wi;let ct=X.viewport;if(X.viewport!==void 0&&(X.viewport=void 0),E.setupLightsView(X),Nt===!0&&ie.setGlobalState(D.clippingPlanes,X),Yt(w,K,X),Xe.updateMultisampleRenderTarget(Ae),Xe.updateRenderTargetMipmap(Ae),qe.has("WEBGL_multisampled_render_to_texture")===!1){let Be=!1;for(let ht=0,Wt=O.length;ht<Wt;ht++){let At=O[ht],{object:Tt,geometry:hn,material:Fe,group:nn}=At;if(Fe.side===Hi&&Tt.layers.test(X.layers)){let dt=Fe.side;Fe.side=Bn,Fe.needsUpdate=!0,Qt(Tt,K,X,hn,Fe,nn),Fe.side=dt,Fe.needsUpdate=!0,Be=!0}}Be===!0&&(Xe.updateMultisampleRenderTarget(Ae),Xe.updateRenderTargetMipmap(Ae))}D.setRenderTarget(Te,Ie,ke),D.setClearColor(ee,me),ct!==void 0&&(X.viewport=ct),D.toneMapping=Ke}function Yt(w,O,K){let X=O.isScene===!0?O.overrideMaterial:null;for(let q=0,Ae=w.length;q<Ae;q++){let Pe=w[q],{object:Te,geometry:Ie,group:ke}=Pe,Ke=Pe.material;Ke.allowOverride===!0&&X!==null&&(Ke=X),Te.layers.test(K.layers)&&Qt(Te,O,K,Ie,Ke,ke)}}function Qt(w,O,K,X,q,Ae){G!==null&&q.isNodeMaterial&&G.setObject(w,q),w.onBeforeRender(D,O,K,X,q,Ae),w.modelViewMatrix.multiplyMatrices(K.matrixWorldInverse,w.matrixWorld),w.normalMatrix.getNormalMatrix(w.modelViewMatrix),q.onBeforeRender(D,O,K,X,w,Ae),q.transparent===!0&&q.side===Hi&&q.forceSinglePass===!1?(q.side=Bn,q.needsUpdate=!0,D.renderBufferDirect(K,O,X,q,w,Ae),q.side=zs,q.needsUpdate=!0,D.renderBufferDirect(K,O,X,q,w,Ae),q.side=Hi):D.renderBufferDirect(K,O,X,q,w,Ae),w.onAfterRender(D,O,K,X,q,Ae)}function jt(w){let O=0;for(let K of w)K.texture!==null&&O++;return O}function Ii(w,O,K){O.isScene!==!0&&(O=cn);let X=ze.get(w),q=E.state.lights,Ae=E.state.shadowsArray,Pe=q.state.version,Te=oe.getParameters(w,q.state,Ae,O,K,E.state.lightProbeGridArray),Ie=oe.getProgramCacheKey(Te),ke=X.programs;X.environment=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?O.environment:null,X.fog=O.fog;let Ke=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap;X.envMap=C.get(w.envMap||X.environment,Ke),X.envMapRotation=X.environment!==null&&w.envMap===null?O.environmentRotation:w.envMapRotation,ke===void 0&&(w.addEventListener("dispose",st),ke=new Map,X.programs=ke,X.programVariants=new Map);let ct=ke.get(Ie);if(ct!==void 0){if(X.currentProgram===ct&&X.lightsStateVersion===Pe)return Eo(w,Te),ct}else Te.uniforms=oe.getUniforms(w),G!==null&&w.isNodeMaterial&&G.build(w,K,Te),w.onBeforeCompile(Te,D),ct=oe.acquireProgram(Te,Ie),ke.set(Ie,ct),X.uniforms=Te.uniforms;let Be=X.uniforms;return(!w.isShaderMaterial&&!w.isRawShaderMaterial||w.clipping===!0)&&(Be.clippingPlanes=ie.uniform),Eo(w,Te),X.needsLights=gs(w),X.lightsStateVersion=Pe,X.needsLights&&(Be.ambientLightColor.value=q.state.ambient,Be.lightProbe.value=q.state.probe,Be.sunLights.value=q.state.sun,Be.sunLightShadows.value=q.state.sunShadow,Be.directionalLights.value=q.state.directional,Be.directionalLightShadows.value=q.state.directionalShadow,Be.spotLights.value=q.state.spot,Be.spotLightShadows.value=q.state.spotShadow,Be.rectAreaLights.value=q.state.rectArea,Be.ltc_1.value=q.state.rectAreaLTC1,Be.ltc_2.value=q.state.rectAreaLTC2,Be.pointLights.value=q.state.point,Be.pointLightShadows.value=q.state.pointShadow,Be.hemisphereLights.value=q.state.hemi,Be.sunShadowMatrix.value=q.state.sunShadowMatrix,Be.sunShadowCascade.value=q.state.sunShadowCascade,Be.directionalShadowMatrix.value=q.state.directionalShadowMatrix,Be.spotLightMatrix.value=q.state.spotLightMatrix,Be.spotLightMap.value=q.state.spotLightMap,Be.pointShadowMatrix.value=q.state.pointShadowMatrix),X.numLightProbeGrids=jt(E.state.lightProbeGridArray),X.currentProgram=ct,X.uniformsList=null,ct}function qn(w,O,K,X,q){let Ae=ze.get(w),Pe=Ae.currentProgram.id+","+X+","+q,Te=Ae.programVariants.get(Pe);return Te===void 0?(Te=Ii(w,O,K),Ae.programVariants.set(Pe,Te)):(Ae.currentProgram=Te,Ae.uniformsList=null,Ae.outputColorSpace=X,Ae.toneMapping=q),Te}function ms(w){if(w.uniformsList===null){let O=w.currentProgram.getUniforms();w.uniformsList=fo.seqWithValue(O.seq,w.uniforms)}return w.uniformsList}function Eo(w,O){let K=ze.get(w);K.outputColorSpace=O.outputColorSpace,K.batching=O.batching,K.batchingColor=O.batchingColor,K.instancing=O.instancing,K.instancingColor=O.instancingColor,K.instancingMorph=O.instancingMorph,K.skinning=O.skinning,K.morphTargets=O.morphTargets,K.morphNormals=O.morphNormals,K.morphColors=O.morphColors,K.morphTargetsCount=O.morphTargetsCount,K.numClippingPlanes=O.numClippingPlanes,K.numIntersection=O.numClipIntersection,K.vertexAlphas=O.vertexAlphas,K.vertexTangents=O.vertexTangents,K.toneMapping=O.toneMapping}function Co(w,O,K,X,q){O.isScene!==!0&&(O=cn),Xe.resetTextureUnits();let Ae=O.fog,Pe=X.isMeshStandardMaterial||X.isMeshLambertMaterial||X.isMeshPhongMaterial?O.environment:null,Te=le===null?D.outputColorSpace:le.isXRRenderTarget===!0?le.texture.colorSpace:ut.workingColorSpace,Ie=X.isMeshStandardMaterial||X.isMeshLambertMaterial&&!X.envMap||X.isMeshPhongMaterial&&!X.envMap,ke=C.get(X.envMap||Pe,Ie),Ke=X.vertexColors===!0&&!!K.attributes.color&&K.attributes.color.itemSize===4,ct=!!K.attributes.tangent&&(!!X.normalMap||X.anisotropy>0),Be=!!K.morphAttributes.position,ht=!!K.morphAttributes.normal,Wt=!!K.morphAttributes.color,At=Wi;X.toneMapped&&(le===null||le.isXRRenderTarget===!0)&&(At=D.toneMapping);let Tt=K.morphAttributes.position||K.morphAttributes.normal||K.morphAttributes.color,hn=Tt!==void 0?Tt.length:0,Fe=ze.get(X),nn=E.state.lights;if(Nt===!0&&(en===!0||w!==j)){let Et=w===j&&X.id===$;ie.setState(X,w,Et)}let dt=!1,Ki=!1;X.version===Fe.__version?Fe.needsLights&&Fe.lightsStateVersion!==nn.state.version||q.isBatchedMesh&&Fe.batching===!1||!q.isBatchedMesh&&Fe.batching===!0||q.isBatchedMesh&&Fe.batchingColor===!0&&q._colorsTexture===null||q.isBatchedMesh&&Fe.batchingColor===!1&&q._colorsTexture!==null||q.isInstancedMesh&&Fe.instancing===!1||!q.isInstancedMesh&&Fe.instancing===!0||q.isSkinnedMesh&&Fe.skinning===!1||!q.isSkinnedMesh&&Fe.skinning===!0||q.isInstancedMesh&&Fe.instancingColor===!0&&q.instanceColor===null||q.isInstancedMesh&&Fe.instancingColor===!1&&q.instanceColor!==null||q.isInstancedMesh&&Fe.instancingMorph===!0&&q.morphTexture===null||q.isInstancedMesh&&Fe.instancingMorph===!1&&q.morphTexture!==null||Fe.envMap!==ke||X.fog===!0&&Fe.fog!==Ae||Fe.numClippingPlanes!==void 0&&(Fe.numClippingPlanes!==ie.numPlanes||Fe.numIntersection!==ie.numIntersection)||Fe.vertexAlphas!==Ke||Fe.vertexTangents!==ct||Fe.morphTargets!==Be||Fe.morphNormals!==ht||Fe.morphColors!==Wt||Fe.morphTargetsCount!==hn||Fe.numLightProbeGrids!==jt(E.state.lightProbeGridArray)?dt=!0:(Fe.outputColorSpace!==Te||Fe.toneMapping!==At)&&(Ki=!0):(dt=!0,Fe.__version=X.version);let sn=Fe.currentProgram;(dt===!0||Ki===!0)&&(sn=Ki===!0?qn(X,O,q,Te,At):Ii(X,O,q),G&&X.isNodeMaterial&&G.onUpdateProgram(X,sn,Fe));let wr=!1,Li=!1,Qi=!1,ot=sn.getUniforms(),$t=Fe.uniforms;if(be.useProgram(sn.program)&&(wr=!0,Li=!0,Qi=!0),X.id!==$&&($=X.id,Li=!0),wr||j!==w){be.buffers.depth.getReversed()&&w.reversedDepth!==!0&&(w._reversedDepth=!0,w.updateProjectionMatrix()),ot.setValue(U,"projectionMatrix",w.projectionMatrix),ot.setValue(U,"viewMatrix",w.matrixWorldInverse);let rn=ot.map.cameraPosition;rn!==void 0&&rn.setValue(U,mn.setFromMatrixPosition(w.matrixWorld)),it.logarithmicDepthBuffer&&ot.setValue(U,"logDepthBufFC",2/(Math.log(w.far+1)/Math.LN2)),(X.isMeshPhongMaterial||X.isMeshToonMaterial||X.isMeshLambertMaterial||X.isMeshBasicMaterial||X.isMeshStandardMaterial||X.isShaderMaterial)&&ot.setValue(U,"isOrthographic",w.isOrthographicCamera===!0),j!==w&&(j=w,Li=!0,Qi=!0)}if(Fe.needsLights&&(nn.state.sunShadowMap.length>0&&ot.setValue(U,"sunShadowMap",nn.state.sunShadowMap,Xe),nn.state.directionalShadowMap.length>0&&ot.setValue(U,"directionalShadowMap",nn.state.directionalShadowMap,Xe),nn.state.spotShadowMap.length>0&&ot.setValue(U,"spotShadowMap",nn.state.spotShadowMap,Xe),nn.state.pointShadowMap.length>0&&ot.setValue(U,"pointShadowMap",nn.state.pointShadowMap,Xe)),q.isSkinnedMesh){ot.setOptional(U,q,"bindMatrix"),ot.setOptional(U,q,"bindMatrixInverse");let Et=q.skeleton;Et&&(Et.boneTexture===null&&Et.computeBoneTexture(),ot.setValue(U,"boneTexture",Et.boneTexture,Xe))}q.isBatchedMesh&&(ot.setOptional(U,q,"batchingTexture"),ot.setValue(U,"batchingTexture",q._matricesTexture,Xe),ot.setOptional(U,q,"batchingIdTexture"),ot.setValue(U,"batchingIdTexture",q._indirectTexture,Xe),ot.setOptional(U,q,"batchingColorTexture"),q._colorsTexture!==null&&ot.setValue(U,"batchingColorTexture",q._colorsTexture,Xe));let Nn=K.morphAttributes;if((Nn.position!==void 0||Nn.normal!==void 0||Nn.color!==void 0)&&re.update(q,K,sn),(Li||Fe.receiveShadow!==q.receiveShadow)&&(Fe.receiveShadow=q.receiveShadow,ot.setValue(U,"receiveShadow",q.receiveShadow)),(X.isMeshStandardMaterial||X.isMeshLambertMaterial||X.isMeshPhongMaterial)&&X.envMap===null&&O.environment!==null&&($t.envMapIntensity.value=O.environmentIntensity),$t.dfgLUT!==void 0&&($t.dfgLUT.value=Zb()),Li){if(ot.setValue(U,"toneMappingExposure",D.toneMappingExposure),Fe.needsLights&&Mr($t,Qi),Ae&&X.fog===!0&&xe.refreshFogUniforms($t,Ae),xe.refreshMaterialUniforms($t,X,Me,Ee,E.state.transmissionRenderTarget[w.id]),Fe.needsLights&&Fe.numLightProbeGrids>0){let Et=S,rn=0;for(let Tn of E.state.lightProbeGridArray)Tn.texture!==null&&(Et.textures[rn]=Tn.texture,Et.min[rn]=Tn.boundingBox.min,Et.max[rn]=Tn.boundingBox.max,Et.resolution[rn]=Tn.resolution,rn++);for(let Tn in Et)Et[Tn].length=rn;$t.probesSH.value=Et.textures,$t.probesMin.value=Et.min,$t.probesMax.value=Et.max,$t.probesResolution.value=Et.resolution}fo.upload(U,ms(Fe),$t,Xe)}if(X.isShaderMaterial&&X.uniformsNeedUpdate===!0&&(fo.upload(U,ms(Fe),$t,Xe),X.uniformsNeedUpdate=!1),X.isSpriteMaterial&&ot.setValue(U,"center",q.center),ot.setValue(U,"modelViewMatrix",q.modelViewMatrix),ot.setValue(U,"normalMatrix",q.normalMatrix),ot.setValue(U,"modelMatrix",q.matrixWorld),X.uniformsGroups!==void 0){let Et=X.uniformsGroups;for(let rn=0,Tn=Et.length;rn<Tn;rn++){let La=Et[rn];Ge.update(La,sn),Ge.bind(La,sn)}}return sn}function Mr(w,O){w.ambientLightColor.needsUpdate=O,w.lightProbe.needsUpdate=O,w.sunLights.needsUpdate=O,w.sunLightShadows.needsUpdate=O,w.directionalLights.needsUpdate=O,w.directionalLightShadows.needsUpdate=O,w.pointLights.needsUpdate=O,w.pointLightShadows.needsUpdate=O,w.spotLights.needsUpdate=O,w.spotLightShadows.needsUpdate=O,w.rectAreaLights.needsUpdate=O,w.hemisphereLights.needsUpdate=O}function gs(w){return w.isMeshLambertMaterial||w.isMeshToonMaterial||w.isMeshPhongMaterial||w.isMeshStandardMaterial||w.isShadowMaterial||w.isShaderMaterial&&w.lights===!0}this.getActiveCubeFace=function(){return Y},this.getActiveMipmapLevel=function(){return k},this.getRenderTarget=function(){return le},this.setRenderTargetTextures=function(w,O,K){let X=ze.get(w);X.__autoAllocateDepthBuffer=w.resolveDepthBuffer===!1,X.__autoAllocateDepthBuffer===!1&&(X.__useRenderToTexture=!1),ze.get(w.texture).__webglTexture=O,ze.get(w.depthTexture).__webglTexture=X.__autoAllocateDepthBuffer?void 0:K,X.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(w,O){let K=ze.get(w);K.__webglFramebuffer=O,K.__useDefaultFramebuffer=O===void 0},this.setRenderTarget=function(w,O=0,K=0){le=w,Y=O,k=K;let X=null,q=!1,Ae=!1;if(w){let Te=ze.get(w);if(Te.__useDefaultFramebuffer!==void 0){be.bindFramebuffer(U.FRAMEBUFFER,Te.__webglFramebuffer),se.copy(w.viewport),fe.copy(w.scissor),ue=w.scissorTest,be.viewport(se),be.scissor(fe),be.setScissorTest(ue),$=-1;return}else if(Te.__webglFramebuffer===void 0)Xe.setupRenderTarget(w);else if(Te.__hasExternalTextures)Xe.rebindTextures(w,ze.get(w.texture).__webglTexture,ze.get(w.depthTexture).__webglTexture);else if(w.depthBuffer){let Ke=w.depthTexture;if(Te.__boundDepthTexture!==Ke){if(Ke!==null&&ze.has(Ke)&&(w.width!==Ke.image.width||w.height!==Ke.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Xe.setupDepthRenderbuffer(w)}}let Ie=w.texture;(Ie.isData3DTexture||Ie.isDataArrayTexture||Ie.isCompressedArrayTexture)&&(Ae=!0);let ke=ze.get(w).__webglFramebuffer;w.isWebGLCubeRenderTarget?(Array.isArray(ke[O])?X=ke[O][K]:X=ke[O],q=!0):w.samples>0&&Xe.useMultisampledRTT(w)===!1?X=ze.get(w).__webglMultisampledFramebuffer:Array.isArray(ke)?X=ke[K]:X=ke,se.copy(w.viewport),fe.copy(w.scissor),ue=w.scissorTest}else se.copy(Ve).multiplyScalar(Me).floor(),fe.copy(lt).multiplyScalar(Me).floor(),ue=rt;if(K!==0&&(X=H),be.bindFramebuffer(U.FRAMEBUFFER,X)&&be.drawBuffers(w,X),be.viewport(se),be.scissor(fe),be.setScissorTest(ue),q){let Te=ze.get(w.texture);U.framebufferTexture2D(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_CUBE_MAP_POSITIVE_X+O,Te.__webglTexture,K)}else if(Ae){let Te=O;for(let Ie=0;Ie<w.textures.length;Ie++){let ke=ze.get(w.textures[Ie]);U.framebufferTextureLayer(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0+Ie,ke.__webglTexture,K,Te)}}else if(w!==null&&K!==0){let Te=ze.get(w.texture);U.framebufferTexture2D(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,Te.__webglTexture,K)}$=-1};function br(w){let O=ze.get(w);return(O.__readFormat!==w.format||O.__readType!==w.type)&&(O.__readFormat=w.format,O.__readType=w.type,O.__formatReadable=it.textureFormatReadable(w.format),O.__typeReadable=it.textureTypeReadable(w.type)),O}this.readRenderTargetPixels=function(w,O,K,X,q,Ae,Pe,Te=0){if(!(w&&w.isWebGLRenderTarget)){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Ie=ze.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Pe!==void 0&&(Ie=Ie[Pe],Array.isArray(Ie)&&(Ie=Ie[0])),Ie){be.bindFramebuffer(U.FRAMEBUFFER,Ie);try{let ke=w.textures[Te],Ke=ke.format,ct=ke.type;w.textures.length>1&&U.readBuffer(U.COLOR_ATTACHMENT0+Te);let Be=br(ke);if(Be.__formatReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Be.__typeReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}O>=0&&O<=w.width-X&&K>=0&&K<=w.height-q&&U.readPixels(O,K,X,q,ge.convert(Ke),ge.convert(ct),Ae)}finally{let ke=le!==null?ze.get(le).__webglFramebuffer:null;be.bindFramebuffer(U.FRAMEBUFFER,ke)}}},this.readRenderTargetPixelsAsync=async function(w,O,K,X,q,Ae,Pe,Te=0){if(!(w&&w.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Ie=ze.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Pe!==void 0&&(Ie=Ie[Pe],Array.isArray(Ie)&&(Ie=Ie[0])),Ie)if(O>=0&&O<=w.width-X&&K>=0&&K<=w.height-q){be.bindFramebuffer(U.FRAMEBUFFER,Ie);let ke=w.textures[Te],Ke=ke.format,ct=ke.type;w.textures.length>1&&U.readBuffer(U.COLOR_ATTACHMENT0+Te);let Be=br(ke);if(Be.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Be.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ht=U.createBuffer();U.bindBuffer(U.PIXEL_PACK_BUFFER,ht),U.bufferData(U.PIXEL_PACK_BUFFER,Ae.byteLength,U.STREAM_READ),U.readPixels(O,K,X,q,ge.convert(Ke),ge.convert(ct),0),U.bindBuffer(U.PIXEL_PACK_BUFFER,null);let Wt=le!==null?ze.get(le).__webglFramebuffer:null;be.bindFramebuffer(U.FRAMEBUFFER,Wt);let At=U.fenceSync(U.SYNC_GPU_COMMANDS_COMPLETE,0);return U.flush(),await Jm(U,At,4),U.bindBuffer(U.PIXEL_PACK_BUFFER,ht),U.getBufferSubData(U.PIXEL_PACK_BUFFER,0,Ae),U.bindBuffer(U.PIXEL_PACK_BUFFER,null),U.deleteBuffer(ht),U.deleteSync(At),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(w,O=null,K=0){let X=Math.pow(2,-K),q=Math.floor(w.image.width*X),Ae=Math.floor(w.image.height*X),Pe=O!==null?O.x:0,Te=O!==null?O.y:0;Xe.setTexture2D(w,0),U.copyTexSubImage2D(U.TEXTURE_2D,K,0,0,Pe,Te,q,Ae),be.unbindTexture()},this.copyTextureToTexture=function(w,O,K=null,X=null,q=0,Ae=0){let Pe,Te,Ie,ke,Ke,ct,Be,ht,Wt,At=w.isCompressedTexture?w.mipmaps[Ae]:w.image;if(K!==null)Pe=K.max.x-K.min.x,Te=K.max.y-K.min.y,Ie=K.isBox3?K.max.z-K.min.z:1,ke=K.min.x,Ke=K.min.y,ct=K.isBox3?K.min.z:0;else{let ot=Math.pow(2,-q);Pe=Math.floor(At.width*ot),Te=Math.floor(At.height*ot),w.isDataArrayTexture?Ie=At.depth:w.isData3DTexture?Ie=Math.floor(At.depth*ot):Ie=1,ke=0,Ke=0,ct=0}X!==null?(Be=X.x,ht=X.y,Wt=X.z):(Be=0,ht=0,Wt=0);let Tt=ge.convert(O.format),hn=ge.convert(O.type),Fe;O.isData3DTexture?(Xe.setTexture3D(O,0),Fe=U.TEXTURE_3D):O.isDataArrayTexture||O.isCompressedArrayTexture?(Xe.setTexture2DArray(O,0),Fe=U.TEXTURE_2D_ARRAY):(Xe.setTexture2D(O,0),Fe=U.TEXTURE_2D),be.activeTexture(U.TEXTURE0),be.pixelStorei(U.UNPACK_FLIP_Y_WEBGL,O.flipY),be.pixelStorei(U.UNPACK_PREMULTIPLY_ALPHA_WEBGL,O.premultiplyAlpha),be.pixelStorei(U.UNPACK_ALIGNMENT,O.unpackAlignment);let nn=be.getParameter(U.UNPACK_ROW_LENGTH),dt=be.getParameter(U.UNPACK_IMAGE_HEIGHT),Ki=be.getParameter(U.UNPACK_SKIP_PIXELS),sn=be.getParameter(U.UNPACK_SKIP_ROWS),wr=be.getParameter(U.UNPACK_SKIP_IMAGES);be.pixelStorei(U.UNPACK_ROW_LENGTH,At.width),be.pixelStorei(U.UNPACK_IMAGE_HEIGHT,At.height),be.pixelStorei(U.UNPACK_SKIP_PIXELS,ke),be.pixelStorei(U.UNPACK_SKIP_ROWS,Ke),be.pixelStorei(U.UNPACK_SKIP_IMAGES,ct);let Li=w.isDataArrayTexture||w.isData3DTexture,Qi=O.isDataArrayTexture||O.isData3DTexture;if(w.isDepthTexture){let ot=ze.get(w),$t=ze.get(O),Nn=ze.get(ot.__renderTarget),Et=ze.get($t.__renderTarget);be.bindFramebuffer(U.READ_FRAMEBUFFER,Nn.__webglFramebuffer),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,Et.__webglFramebuffer);for(let rn=0;rn<Ie;rn++)Li&&(U.framebufferTextureLayer(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ze.get(w).__webglTexture,q,ct+rn),U.framebufferTextureLayer(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ze.get(O).__webglTexture,Ae,Wt+rn)),U.blitFramebuffer(ke,Ke,ke+Pe,Ke+Te,Be,ht,Be+Pe,ht+Te,U.DEPTH_BUFFER_BIT,U.NEAREST);be.bindFramebuffer(U.READ_FRAMEBUFFER,null),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,null)}else if(q!==0||w.isRenderTargetTexture||ze.has(w)){let ot=ze.get(w),$t=ze.get(O);be.bindFramebuffer(U.READ_FRAMEBUFFER,N),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,V);for(let Nn=0;Nn<Ie;Nn++)Li?U.framebufferTextureLayer(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ot.__webglTexture,q,ct+Nn):U.framebufferTexture2D(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,ot.__webglTexture,q),Qi?U.framebufferTextureLayer(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,$t.__webglTexture,Ae,Wt+Nn):U.framebufferTexture2D(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,$t.__webglTexture,Ae),q!==0?U.blitFramebuffer(ke,Ke,ke+Pe,Ke+Te,Be,ht,Be+Pe,ht+Te,U.COLOR_BUFFER_BIT,U.NEAREST):Qi?U.copyTexSubImage3D(Fe,Ae,Be,ht,Wt+Nn,ke,Ke,Pe,Te):U.copyTexSubImage2D(Fe,Ae,Be,ht,ke,Ke,Pe,Te);be.bindFramebuffer(U.READ_FRAMEBUFFER,null),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,null)}else Qi?w.isDataTexture||w.isData3DTexture?U.texSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,hn,At.data):O.isCompressedArrayTexture?U.compressedTexSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,At.data):U.texSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,hn,At):w.isDataTexture?U.texSubImage2D(U.TEXTURE_2D,Ae,Be,ht,Pe,Te,Tt,hn,At.data):w.isCompressedTexture?U.compressedTexSubImage2D(U.TEXTURE_2D,Ae,Be,ht,At.width,At.height,Tt,At.data):U.texSubImage2D(U.TEXTURE_2D,Ae,Be,ht,Pe,Te,Tt,hn,At);be.pixelStorei(U.UNPACK_ROW_LENGTH,nn),be.pixelStorei(U.UNPACK_IMAGE_HEIGHT,dt),be.pixelStorei(U.UNPACK_SKIP_PIXELS,Ki),be.pixelStorei(U.UNPACK_SKIP_ROWS,sn),be.pixelStorei(U.UNPACK_SKIP_IMAGES,wr),Ae===0&&O.generateMipmaps===!0&&O.mipmapsAutoUpdate===!0&&U.generateMipmap(Fe),be.unbindTexture()},this.initRenderTarget=function(w){ze.get(w).__webglFramebuffer===void 0&&Xe.setupRenderTarget(w)},this.initTexture=function(w){w.isCubeTexture?Xe.setTextureCube(w,0):w.isData3DTexture?Xe.setTexture3D(w,0):w.isDataArrayTexture||w.isCompressedArrayTexture?Xe.setTexture2DArray(w,0):Xe.setTexture2D(w,0),be.unbindTexture()},this.resetState=function(){Y=0,k=0,le=null,be.reset(),Se.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return di}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=ut._getDrawingBufferColorSpace(e),t.unpackColorSpace=ut._getUnpackColorSpace()}};var Fg=`
attribute vec3 white, pial, inflated;
uniform float uMorph;
vec3 morphed() {
  return uMorph < 1.0 ? mix(white, pial, uMorph) : mix(pial, inflated, uMorph - 1.0);
}`,Ug=`
${Fg}
attribute vec3 whiteNormal, pialNormal, inflatedNormal;
attribute float curvature, value, reached;
attribute vec4 region;
varying float vCurvature, vValue, vReached;
varying vec3 vNormal;
varying vec4 vRegion;
void main() {
  vec3 normal = uMorph < 1.0
    ? mix(whiteNormal, pialNormal, uMorph)
    : mix(pialNormal, inflatedNormal, uMorph - 1.0);
  vNormal = normalize(normalMatrix * normal);
  vCurvature = curvature;
  vValue = value;
  vReached = reached;
  vRegion = region;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(morphed(), 1.0);
}`,Og=`
uniform vec3 uLimits;
uniform float uSigned;
uniform sampler2D uTable;
float shareOf(float value) {
  float size = mix(value, abs(value), uSigned);
  return size < uLimits.y
    ? 0.5 * clamp((size - uLimits.x) / max(uLimits.y - uLimits.x, 1e-30), 0.0, 1.0)
    : 0.5 + 0.5 * clamp((size - uLimits.y) / max(uLimits.z - uLimits.y, 1e-30), 0.0, 1.0);
}
vec4 colourOf(float value, float share) {
  float place = mix(share, 0.5 + 0.5 * sign(value) * share, uSigned);
  return texture2D(uTable, vec2((0.5 + 255.0 * place) / 256.0, 0.5));
}`,Bg=`
${Og}
uniform float uTransparent, uOpacity, uActive, uLift;
uniform vec3 uGyri, uSulci;
varying float vCurvature, vValue, vReached;
varying vec3 vNormal;
varying vec4 vRegion;
void main() {
  float width = max(fwidth(vCurvature), 1e-4);
  vec3 grey = mix(uGyri, uSulci, smoothstep(-width, width, vCurvature));
  grey *= 1.0 - 0.10 * clamp(vCurvature, -1.0, 1.0);
  grey = mix(grey, vec3(1.0), uLift);
  grey = mix(grey, vRegion.rgb, vRegion.a);
  float share = shareOf(vValue);
  vec4 paint = colourOf(vValue, share);
  float opacity = paint.a * uOpacity * uActive * step(0.5, vReached)
    * mix(1.0, min(1.0, 2.0 * share), uTransparent);
  vec3 colour = mix(grey, paint.rgb, opacity);
  vec3 normal = normalize(vNormal);
  float key = max(0.0, dot(normal, vec3(-0.36, 0.48, 0.80)));
  float fill = max(0.0, dot(normal, vec3(0.62, -0.18, 0.764)));
  float sky = 0.5 + 0.5 * normal.y;
  float light = 0.30 + 0.09 * sky + 0.52 * key + 0.22 * fill;
  float shine = 0.07 * pow(max(0.0, dot(normal, vec3(-0.19, 0.25, 0.95))), 28.0);
  float rim = 1.0 - 0.28 * pow(1.0 - max(0.0, normal.z), 3.0);
  gl_FragColor = vec4(colour * light * rim + shine, 1.0);
}`,kg=`
${Fg}
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(morphed(), 1.0);
  gl_Position.z += 0.6 * projectionMatrix[2][2];
}`,zg=`
uniform vec3 uBorder;
void main() { gl_FragColor = vec4(uBorder, 1.0); }`,Vg=`
attribute vec3 base, moment;
uniform vec3 uLimits;
uniform float uLength;
varying vec3 vNormal;
varying float vSize;
void main() {
  float size = length(moment);
  vSize = size;
  vec3 along = moment / max(size, 1e-30);
  vec3 aside = normalize(cross(abs(along.z) < 0.9 ? vec3(0, 0, 1) : vec3(1, 0, 0), along));
  mat3 turn = mat3(aside, cross(along, aside), along);
  float shown = step(uLimits.x, size) * step(1e-30, size);
  float reach = min(size * uLength, 22.0) * shown;
  vec3 shape = vec3(position.xy * min(reach, 9.0), position.z * reach);
  vNormal = normalize(normalMatrix * (turn * normal));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(base + turn * shape, 1.0);
  gl_Position.z += 12.0 * projectionMatrix[2][2];
}`,Gg=`
${Og}
varying vec3 vNormal;
varying float vSize;
void main() {
  vec3 colour = colourOf(vSize, max(0.28, shareOf(vSize))).rgb;
  float light = 0.45 + 0.6 * max(0.0, dot(normalize(vNormal), vec3(-0.3, 0.4, 0.866)));
  gl_FragColor = vec4(colour * light, 1.0);
}`,Hg=`
attribute vec3 centre;
attribute vec4 colour;
attribute vec2 size;
uniform float uPixel, uFront;
varying vec2 vPlace;
varying vec4 vColour;
varying float vRing;
varying float vSoft;
void main() {
  float radius = size.x > 0.0 ? size.x : -size.x * uPixel;
  vPlace = position.xy;
  vColour = colour;
  vRing = size.y;
  vSoft = uPixel / radius;
  vec4 seen = modelViewMatrix * vec4(centre, 1.0);
  seen.xy += position.xy * radius;
  seen.z += uFront + radius;
  gl_Position = projectionMatrix * seen;
}`,Wg=`
varying vec2 vPlace;
varying vec4 vColour;
varying float vRing;
varying float vSoft;
void main() {
  float far = length(vPlace);
  float edge = 1.0 - smoothstep(1.0 - 1.4 * vSoft, 1.0, far);
  if (vRing > 0.5) {
    float ring = smoothstep(0.50 - vSoft, 0.50 + vSoft, far)
      * (1.0 - smoothstep(0.80 - vSoft, 0.80 + vSoft, far));
    float halo = smoothstep(0.34 - vSoft, 0.34 + vSoft, far) * edge;
    gl_FragColor = vec4(mix(vec3(1.0), vColour.rgb, ring), halo * vColour.a);
  } else {
    vec3 normal = vec3(vPlace, sqrt(max(0.0, 1.0 - far * far)));
    float light = 0.5 + 0.55 * max(0.0, dot(normal, vec3(-0.36, 0.48, 0.80)));
    gl_FragColor = vec4(vColour.rgb * light, edge * vColour.a);
  }
  if (gl_FragColor.a < 0.02) discard;
}`;var nh=class{table=new Uint8Array(4*256);texture;uniforms;constructor(){this.texture=new io(this.table,256,1,ri),this.texture.magFilter=Mn,this.texture.minFilter=Mn,this.uniforms={uLimits:{value:new J(0,1,2)},uSigned:{value:0},uTransparent:{value:1},uOpacity:{value:1},uActive:{value:0},uLift:{value:0},uLength:{value:1},uTable:{value:this.texture}}}show(e,t){let{limits:n,table:s,transparent:r}=e,{uniforms:o}=this;o.uLimits.value.set(n.fmin,n.fmid,n.fmax).divideScalar(n.fmax),o.uSigned.value=n.signed?1:0,o.uTransparent.value=r?1:0,o.uActive.value=1,o.uOpacity.value=t?.45:1,o.uLift.value=t?.25:0,this.table.set(s),this.texture.needsUpdate=!0}},ih=class{constructor(e){this.hemisphere=e;let t=e.nVertices;this.index=new Dt(Uint32Array.from(e.triangles),1);let n=e.curvature??new Int8Array(t).fill(-20),s=Uint8Array.from({length:t},(o,a)=>e.weights.reaches(a)?1:0);this.region=new Dt(new Uint8Array(4*t),4,!0),this.shared={white:new Dt(e.points[0],3),pial:new Dt(e.points[1],3),inflated:new Dt(e.points[2],3),curvature:new Dt(n,1,!0),reached:new Dt(s,1),region:this.region};let r=new Map;for(let[o,a]of["whiteNormal","pialNormal","inflatedNormal"].entries()){let l=e.normals[o],c=r.get(l)??new Dt(Jb(l),4,!0);r.set(l,c),this.shared[a]=c}this.shared.position=this.shared.pial}hemisphere;index;shared;region};function Jb(i){let e=new Int8Array(4*i.length/3);for(let t=0,n=0;t<i.length;t+=3,n+=4)e[n]=Math.round(127*i[t]),e[n+1]=Math.round(127*i[t+1]),e[n+2]=Math.round(127*i[t+2]);return e}var sh=class{mesh;#e;constructor(e,t,n){let s=new Xn;s.setIndex(e.index);for(let[o,a]of Object.entries(e.shared))s.setAttribute(o,a);this.#e=new Dt(new Float32Array(e.hemisphere.nVertices),1),this.#e.setUsage(xa),s.setAttribute("value",this.#e);let r=new Pn({uniforms:{...t,...n.uniforms},vertexShader:Ug,fragmentShader:Bg});this.mesh=new On(s,r),this.mesh.frustumCulled=!1}paint(e,t){let n=this.#e.array,s=1/t;for(let r=0;r<n.length;r++)n[r]=e[r]*s;this.#e.needsUpdate=!0}dispose(){this.mesh.geometry.dispose(),this.mesh.material.dispose()}};var Kb=7,Yi=10,[Pf,If,ba]=[.05,.15,.62],rh=class{mesh;#e;#t;#i;#n;constructor(e,t,n){this.#t=e;let s=e.points[0],r=new Float32Array(3*e.sources.length);e.sources.forEach((l,c)=>{r.set(s.subarray(3*l,3*l+3),3*c)}),this.#e=Ip(r,Kb);let o=Qb(),a=3*this.#e.length;this.#i=new ar(new Float32Array(a),3),this.#n=new ar(new Float32Array(a),3),this.#n.setUsage(xa),o.setAttribute("base",this.#i),o.setAttribute("moment",this.#n),o.instanceCount=this.#e.length,this.mesh=new On(o,new Pn({uniforms:{...t,...n.uniforms},vertexShader:Vg,fragmentShader:Gg})),this.mesh.frustumCulled=!1}place(e){let t=this.#i.array;this.#e.forEach((n,s)=>{t.set(this.#t.pointAt(this.#t.sources[n],e),3*s)}),this.#i.needsUpdate=!0}paint(e,t){let n=this.#n.array,s=this.#t.firstSource;this.#e.forEach((r,o)=>{for(let a=0;a<3;a++)n[3*o+a]=e[3*(s+r)+a]/t}),this.#n.needsUpdate=!0}dispose(){this.mesh.geometry.dispose(),this.mesh.material.dispose()}};function Qb(){let i=If/(1-ba),e=[[Pf,0,1,0],[Pf,ba,1,0],[Pf,ba,0,-1],[If,ba,0,-1],[If,ba,1,i],[0,1,1,i]],t=[],n=[],s=[];for(let[o,a,l,c]of e){let h=Math.hypot(l,c);for(let u=0;u<Yi;u++){let[f,d]=[Math.cos(2*Math.PI*u/Yi),Math.sin(2*Math.PI*u/Yi)];t.push(o*f,o*d,a),n.push(l*f/h,l*d/h,c/h)}}for(let o=0;o<e.length;o+=2)for(let a=0;a<Yi;a++){let[l,c]=[Yi*o+a,Yi*o+(a+1)%Yi];s.push(l,c,c+Yi,l,c+Yi,l+Yi)}let r=new oo;return r.setIndex(s),r.setAttribute("position",new Dt(new Float32Array(t),3)),r.setAttribute("normal",new Dt(new Float32Array(n),3)),r}var oh=class{mesh;#e;constructor(e){this.#e=new oo;let t=new Float32Array([-1,-1,0,1,-1,0,1,1,0,-1,1,0]);this.#e.setAttribute("position",new Dt(t,3)),this.#e.setIndex([0,1,2,0,2,3]),this.mesh=new On(this.#e,new Pn({uniforms:{...e},vertexShader:Hg,fragmentShader:Wg,transparent:!0,depthWrite:!1})),this.mesh.frustumCulled=!1,this.mesh.renderOrder=3,this.show([])}show(e){let t=e.flatMap(o=>o.point),n=e.flatMap(o=>[...Qd(o.colour),o.opacity]),s=e.flatMap(o=>[o.radius,o.ring?1:0]),r=this.#e;r.dispose(),r.setAttribute("centre",Lf(t,3)),r.setAttribute("colour",Lf(n,4)),r.setAttribute("size",Lf(s,2)),r.instanceCount=e.length,this.mesh.visible=e.length>0}};function Lf(i,e){let t=i.length?Float32Array.from(i):new Float32Array(e);return new ar(t,e)}function Xg(i,e,t){let n=Rp(e,i.triangles),s=new Xn;for(let[o,a]of["white","pial","inflated"].entries()){let l=i.points[o],c=new Float32Array(3*n.length/2);for(let h=0,u=0;h<n.length;h+=2,u+=3)for(let f=0;f<3;f++)c[u+f]=(l[3*n[h]+f]+l[3*n[h+1]+f])/2;s.setAttribute(a,new Dt(c,3))}s.setAttribute("position",s.getAttribute("pial"));let r=new na(s,new Pn({uniforms:{...t},vertexShader:kg,fragmentShader:zg}));return r.frustumCulled=!1,r}var jb=175,ah=class{#e;#t;#i;#n=new Map;constructor(e,t,n){this.#e=e,this.#t=t,this.#i=n}show(e,t,n){this.#e.forEach((s,r)=>{let o=s.region.array;o.fill(0),t.forEach((a,l)=>{let c=a.vertices[r],h=`${l} ${r}`,u=this.#n.get(h);if(u&&(u.visible=n[l]),!c||!n[l])return;let f=e.integers(c);if(a.filled&&ew(o,f,a.colours),u)return;let d=Xg(s.hemisphere,f,this.#i);this.#n.set(h,d),this.#t[r].add(d)}),s.region.needsUpdate=!0})}dispose(){for(let e of this.#n.values())e.geometry.dispose(),e.material.dispose()}};function ew(i,e,t){for(let n=0;n<e.length;n++){if(e[n]<0)continue;let s=t[e[n]];i[4*n]=s>>16&255,i[4*n+1]=s>>8&255,i[4*n+2]=s&255,i[4*n+3]=jb}}var tw=1500,qg=1e3,nw=30,lh=class{regions;#e;#t=new Qo;#i=new ro(-1,1,1,-1,0,2*qg);#n;#s;#r;#o;#a;#c=new Map;#l=[];#h=2;#u={uMorph:{value:2},uPixel:{value:1},uFront:{value:2},uGyri:{value:new J},uSulci:{value:new J},uBorder:{value:new J}};constructor(e,t){ut.enabled=!1,this.#o=t,this.#e=new Qc({canvas:e,antialias:!iw()}),this.#e.outputColorSpace=rr,this.#e.autoClear=!1,this.#s=t.hemispheres.map(n=>new ih(n)),this.#r=t.hemispheres.map(()=>new oh(this.#u)),this.#n=t.hemispheres.map((n,s)=>{let r=new os;return r.add(this.#r[s].mesh),this.#t.add(r),r}),this.regions=new ah(this.#s,this.#n,this.#u),this.#a=t.hemispheres.map(n=>n.points.map(s=>Pp(s,tw))),this.#i.matrixAutoUpdate=!1,this.setTheme(!1)}setTheme(e){this.#e.setClearColor(e?1316635:16777215,1);let t=e?[.68,.41]:[.83,.58];this.#u.uGyri.value.setScalar(t[0]),this.#u.uSulci.value.setScalar(t[1]),this.#u.uBorder.value.set(.1,.2,.32)}setMorph(e){this.#h=e,this.#u.uMorph.value=e,this.#o.hemispheres.forEach((t,n)=>{this.#n[n].position.x=t.shift(e)});for(let t of this.#l)for(let n of t.arrows)n.place(e)}setLanes(e){for(;this.#l.length>e.length;)this.#x();e.forEach((t,n)=>{this.#l[n]??=this.#g();let s=this.#l[n];t&&!s.arrows.length&&this.#_(s),s.withArrows=t}),this.#u.uFront.value=e.includes(!0)?16:2}paint(e,t,n,s){let{map:r,cortex:o,arrows:a}=this.#l[e],{fmax:l}=t.limits;if(r.show(t,s!==null),r.uniforms.uLength.value=Nf,o.forEach((c,h)=>{c.paint(n[h],l)}),s)for(let c of a)c.paint(s,l)}mark(e){e.forEach((t,n)=>{this.#r[n].show(t)})}resize(e,t){this.#e.setPixelRatio(Math.min(window.devicePixelRatio||1,2)),this.#e.setSize(e,t,!1)}frustum(e,t){let{width:n,height:s}=t,r=this.#f(e),o=Math.min(nw,.14*s),a=Xd(r.half,n,s-o)/e.zoom,[l,c]=e.axes,h=r.middle.map((u,f)=>u-a*(e.pan[0]*l[f]-(e.pan[1]+o/2)*c[f]));return{axes:e.axes,middle:h,scale:a}}#f(e){let t=`${e.side} ${this.#h} ${e.axes}`,n=this.#c.get(t);if(n)return n;let s=this.#o.shownBy(e.side).flatMap(l=>{let c=this.#o.hemispheres.indexOf(l);return this.#d(c)}),r=new Float32Array(s.reduce((l,c)=>l+c.length,0)),o=0;for(let l of s)r.set(l,o),o+=l.length;let a=Wd(e.axes,r);if(!e.view){let l=Math.max(...a.half);a.half=[l,.8*l,l]}return this.#c.size>200&&this.#c.clear(),this.#c.set(t,a),a}#d(e){let t=this.#h<=1?0:1,n=this.#h-t,[s,r]=[this.#a[e][t],this.#a[e][t+1]],o=this.#o.hemispheres[e].shift(this.#h);return s.map((a,l)=>a+n*(r[l]-a)+(l%3===0?o:0))}draw(e,t,n){let s=this.#e;s.setScissorTest(!0);for(let{lane:r,slot:o,rectangle:a}of e){let l=t[o],c=n-a.y-a.height;s.setViewport(a.x,c,a.width,a.height),s.setScissor(a.x,c,a.width,a.height),s.clear(),this.#p(this.frustum(l,a),a),this.#m(r,l.side),s.render(this.#t,this.#i)}}#p(e,{width:t,height:n}){let{axes:s,middle:r,scale:o}=e,a=this.#i;a.left=-o*t/2,a.right=o*t/2,a.top=o*n/2,a.bottom=-o*n/2,a.updateProjectionMatrix();let[l,c,h]=s.map(u=>new J(...u));a.matrix.copy(new zt().makeBasis(l,c,h)).setPosition(new J(...r).addScaledVector(h,qg)),a.matrixWorld.copy(a.matrix),a.matrixWorldInverse.copy(a.matrix).invert(),a.matrixWorldAutoUpdate=!1,this.#u.uPixel.value=o}#m(e,t){let n=this.#o.shownBy(t);this.#o.hemispheres.forEach((s,r)=>{this.#n[r].visible=n.includes(s)}),this.#l.forEach((s,r)=>{for(let{mesh:o}of s.cortex)o.visible=r===e;for(let{mesh:o}of s.arrows)o.visible=r===e&&s.withArrows})}#g(){let e=new nh,t=this.#s.map((n,s)=>{let r=new sh(n,this.#u,e);return this.#n[s].add(r.mesh),r});return{map:e,cortex:t,arrows:[],withArrows:!1}}#_(e){e.arrows=this.#o.hemispheres.map((t,n)=>{let s=new rh(t,this.#u,e.map);return s.place(this.#h),this.#n[n].add(s.mesh),s})}#x(){let e=this.#l.pop();for(let t of[...e?.cortex??[],...e?.arrows??[]])t.mesh.removeFromParent(),t.dispose()}dispose(){for(;this.#l.length;)this.#x();this.#e.dispose(),this.#e.forceContextLoss()}},Nf=13;function iw(){let i=document.createElement("canvas").getContext("webgl2"),e=i?.getExtension("WEBGL_debug_renderer_info"),t=e?String(i?.getParameter(e.UNMASKED_RENDERER_WEBGL)):"";return i?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|software|basic render/i.test(t)}function ch(i,e,t,n){let s=i===1||t/i>.75*(n/i)?i:1,r=i===4?2:s,o=Math.ceil(i/r),a=[];for(let l=0;l<i;l++){let[c,h]=[t/r,n/o],[u,f]=[l%r*c,Math.floor(l/r)*h];if(e===1){a.push({lane:l,slot:0,rectangle:{x:u,y:f,width:c,height:h}});continue}for(let d=0;d<4;d++){let p={x:u+d%2*c/2,y:f+Math.floor(d/2)*h/2,width:c/2,height:h/2};a.push({lane:l,slot:1+d,rectangle:p})}}return a}function hh(i,e,t){return i.find(({rectangle:n})=>e>=n.x&&e<n.x+n.width&&t>=n.y&&t<n.y+n.height)}var Yg=.0075,sw=4;function $g(i,e){let{canvas:t}=e,{actions:n,store:s}=i,r=new Map,o={x:0,y:0},a=0,l=!1,c=x=>{let m=t.getBoundingClientRect();return{x:x.clientX-m.left,y:x.clientY-m.top}},h=(x,m)=>{let g=hh(e.places,x,m);if(!g)return{slot:0,lane:0,x:0,y:0};let{rectangle:_}=g;return{slot:g.slot,lane:g.lane,x:x-_.x-_.width/2,y:m-_.y-_.height/2}};t.addEventListener("pointerdown",x=>{let m=c(x);if(t.setPointerCapture(x.pointerId),t.focus({preventScroll:!0}),r.set(x.pointerId,m),r.size>1)return;o=m,l=!1;let g=h(m.x,m.y);a=g.slot,s.set({active:a});let _=Kt(i.page,s.state)[g.lane];_!==void 0&&_!==s.state.map&&n.setMap(_),e.hideTip()}),t.addEventListener("pointermove",x=>{let m=c(x),g=r.get(x.pointerId);if(!g){p(m);return}r.set(x.pointerId,m);let[_,A]=[m.x-g.x,m.y-g.y];if(r.size===2){u(x.pointerId,g,m),l=!0;return}if(l||=Math.hypot(m.x-o.x,m.y-o.y)>sw,!l){r.set(x.pointerId,g);return}x.shiftKey||x.buttons&6?n.shift(a,_,A):n.turn(a,_*Yg,-A*Yg)});let u=(x,m,g)=>{let _=[...r].find(([E])=>E!==x)?.[1];if(!_)return;let A=Math.hypot(m.x-_.x,m.y-_.y),S=Math.hypot(g.x-_.x,g.y-_.y),R=h((g.x+_.x)/2,(g.y+_.y)/2);A>0&&n.zoom(a,S/A,R.x,R.y)},f=x=>{let m=r.get(x.pointerId);if(r.delete(x.pointerId),!m||l||x.type==="pointercancel"||x.button!==0)return;let g=e.seeker.at(m.x,m.y);if(!g)return;let _=n.pick(g.hemisphere,g.vertex);if(_){let A=Bi(i,_.hemisphere,_.vertex);i.say(`Picked vertex ${_.vertex} of the ${_.hemisphere} ${A}`)}else i.say("No source reaches this place")};t.addEventListener("pointerup",f),t.addEventListener("pointercancel",f),t.addEventListener("pointerleave",()=>e.hideTip()),t.addEventListener("contextmenu",x=>x.preventDefault()),t.addEventListener("dblclick",()=>n.resetView()),t.addEventListener("wheel",x=>{if(!Df(i.root,x))return;x.preventDefault();let m=c(x),g=h(m.x,m.y),_=x.deltaMode===1?x.deltaY*16:x.deltaY;n.zoom(g.slot,Math.exp(-_*.0016),g.x,g.y)},{passive:!1});let d=0,p=x=>{cancelAnimationFrame(d),!s.state.playing&&(d=requestAnimationFrame(()=>e.showTip(x.x,x.y)))};i.cleanups.push(()=>cancelAnimationFrame(d))}function Df(i,e){if(e.ctrlKey||i.closest(".leadfield-page"))return!0;let{activeElement:t}=i.getRootNode();return i.contains(t)}function Zg(i,e,t){let[[n,s,r],[o,a,l],[c,h,u]]=e;for(let f=0;f<i.length;f+=3){let d=i[f],p=i[f+1],x=i[f+2];t[f]=n*d+s*p+r*x,t[f+1]=o*d+a*p+l*x,t[f+2]=c*d+h*p+u*x}}function Ff(i,e,t,n){let s=null;for(let r=0;r<e.length;r+=3){let o=3*e[r],a=3*e[r+1],l=3*e[r+2],c=i[o]-t,h=i[a]-t,u=i[l]-t;if(c>0&&h>0&&u>0||c<0&&h<0&&u<0)continue;let f=i[o+1]-n,d=i[a+1]-n,p=i[l+1]-n,x=h*p-u*d,m=u*f-c*p,g=c*d-h*f;if(x<0||m<0||g<0)continue;let _=x+m+g;if(_<=0)continue;let A=(x*i[o+2]+m*i[a+2]+g*i[l+2])/_;if(s&&A<=s.depth)continue;let S=x>=m&&x>=g?0:m>=g?1:2;s={vertex:e[r+S],depth:A}}return s}var rw=1.5,uh=class{#e;#t;#i=[];#n=[];constructor(e,t){this.#e=e,this.#t=t}at(e,t){let n=hh(this.#t.places,e,t);if(!n)return null;let{store:s,brain:r}=this.#e,o=s.state.slots[n.slot],a=this.#s(n,o,e,t),l=null;for(let c of r.shownBy(o.side)){let h=Ff(this.#r(c,o),c.triangles,a.x,a.y);h&&(!l||h.depth>l.depth)&&(l={...h,hemisphere:c.name,lane:n.lane,slot:n.slot})}return l}locate(e,t){let{store:n,brain:s}=this.#e;for(let r of this.#t.places){let o=n.state.slots[r.slot];if(!s.shownBy(o.side).includes(e))continue;let a=this.#r(e,o),[l,c,h]=a.subarray(3*t,3*t+3),{axes:u,middle:f,scale:d}=this.#t.stage.frustum(o,r.rectangle),{x:p,y:x,width:m,height:g}=r.rectangle,_={x:p+m/2+(l-Ms(f,u[0]))/d,y:x+g/2-(c-Ms(f,u[1]))/d};if(_.x<p||_.y<x||_.x>p+m||_.y>x+g)continue;if(!s.shownBy(o.side).some(S=>{let R=Ff(this.#r(S,o),S.triangles,l,c);return R!==null&&R.depth>h+rw}))return _}return null}#s(e,t,n,s){let{axes:r,middle:o,scale:a}=this.#t.stage.frustum(t,e.rectangle),{x:l,y:c,width:h,height:u}=e.rectangle;return{x:Ms(o,r[0])+a*(n-l-h/2),y:Ms(o,r[1])-a*(s-c-u/2)}}#r(e,t){let n=this.#e.brain.hemispheres.indexOf(e),{morph:s}=this.#e.store.state;this.#n[n]??={morph:-1,points:new Float32Array(3*e.nVertices)},this.#n[n].morph!==s&&(e.drawnPoints(s,this.#n[n].points),this.#n[n].morph=s);let r=`${s} ${t.axes}`;this.#i[n]??={key:"",points:new Float32Array(3*e.nVertices)};let o=this.#i[n];return o.key!==r&&(Zg(this.#n[n].points,t.axes,o.points),o.key=r),o.points}};var fh=class{element;canvas;stage;places=[];seeker;#e;#t=Q("div",{class:"lf-labels"});#i=Q("div",{class:"lf-captions"});#n=Q("div",{class:"lf-arrow-key"});#s=Q("div",{class:"lf-tip"});#r=0;#o=0;#a=0;#c=!0;constructor(e){this.#e=e,this.canvas=Q("canvas",{class:"lf-canvas",attributes:{tabindex:"0",role:"img"}}),this.#s.hidden=!0,this.element=Q("div",{class:"lf-brain"},this.canvas,this.#t,this.#i,this.#n,this.#s),this.stage=new lh(this.canvas,e.brain),this.seeker=new uh(e,this),this.#l(),$g(e,this);let t=Gn(this.element,(n,s)=>this.#h(n,s));e.cleanups.push(()=>{t.disconnect(),cancelAnimationFrame(this.#a),this.stage.dispose()})}get size(){return{width:this.#r,height:this.#o}}#l(){let{store:e,payload:t,page:n,activity:s,brain:r}=this.#e;e.watch(["dark"],({dark:o})=>{this.stage.setTheme(o),this.invalidate()}),e.watch(["morph"],({morph:o})=>{this.stage.setMorph(o),this.#d(),this.invalidate()}),e.watch(["regions"],({regions:o})=>{this.stage.regions.show(t,n.regions,o),this.invalidate()}),e.watch(["picks","foci"],()=>{this.#d(),this.invalidate()}),e.watch(["map","sideBySide","arrows"],o=>{let a=c=>o.arrows&&s.maps[c].components===3,l=Kt(n,o);this.stage.setLanes(l.length?l.map(a):[!1]),this.#u(),this.invalidate(!0)}),e.watch(["time","limits","shown","snr","method"],()=>this.invalidate(!0)),e.watch(["views"],()=>{this.#u(),this.invalidate()}),e.watch(["slots","active"],()=>{this.#p(),this.invalidate()}),this.#m(),r.nSources||(this.#c=!1)}#h(e,t){!e||!t||(this.#r=e,this.#o=t,this.stage.resize(e,t),this.#u(),this.draw())}#u(){let{store:e,page:t}=this.#e,n=Math.max(1,Kt(t,e.state).length);this.places=ch(n,e.state.views,this.#r,this.#o),this.#p()}invalidate(e=!1){this.#c||=e,!this.#a&&(this.#a=requestAnimationFrame(()=>this.draw()))}draw(){if(cancelAnimationFrame(this.#a),this.#a=0,!this.#r)return;let{state:e}=this.#e.store;this.#c&&this.#f(e),this.stage.draw(this.places,e.slots,this.#o),this.#g(e)}#f(e){let{activity:t,page:n}=this.#e;Kt(n,e).forEach((s,r)=>{let o=e.arrows&&t.maps[s].components===3,a=t.painted(s,e),l=o?t.frame(s,e).moments:null;this.stage.paint(r,t.appearance(s,e),a,l)}),this.#c=!1}#d(){let{brain:e,store:t,page:n}=this.#e,{morph:s,picks:r,foci:o}=t.state,a=e.hemispheres.map(l=>[...(o?n.foci:[]).filter(c=>c.hemisphere===l.name).map(c=>({point:c.vertex===null?c.position:l.pointAt(c.vertex,s),colour:c.colour,opacity:c.opacity,radius:c.radius,ring:!1})),...r.filter(c=>c.hemisphere===l.name).map(c=>({point:l.pointAt(c.vertex,s),colour:c.colour,opacity:1,radius:-9,ring:!0}))]);this.stage.mark(a)}#p(){let{store:e,page:t,brain:n}=this.#e,{state:s}=e,r=Kt(t,s),o=r.length>1,a=this.places.map(({lane:c,slot:h},u)=>{let{view:f,side:d}=s.slots[h],p=n.hemispheres.length>1,x=f?[p&&d!=="both"?qa[d]:"",Oo[f]].filter(Boolean).join(" ").toLowerCase():"",m=this.places.findIndex(g=>g.lane===c)===u;return[o&&m?t.maps[r[c]].title:"",x]});this.#t.replaceChildren(...this.places.map(({rectangle:c,slot:h,lane:u},f)=>{let d=r[u]===s.map,p=s.views===4&&h===s.active,x=Q("div",{class:p?"lf-label lf-active":"lf-label"},a[f][0]&&Q("strong",{class:d?"lf-chosen":"",text:a[f][0]}),Q("span",{text:a[f][1]}));return x.style.left=`${c.x}px`,x.style.top=`${c.y}px`,x.style.maxWidth=`${c.width}px`,x}));let l=a.map(([,c])=>c||"a free view").join(", ");this.canvas.setAttribute("aria-label",`Cortex with source map, seen from: ${l}`)}#m(){for(let e of this.#e.page.captions){let t=Q("div",{class:"lf-caption",text:e.text}),n={left:"0",center:"-50%",right:"-100%"}[e.justification];t.style.left=`${100*e.x}%`,t.style.bottom=`${100*e.y}%`,t.style.transform=`translateX(${n})`,e.colour!==null&&(t.style.color=Oi(e.colour)),e.size!==null&&(t.style.fontSize=`${e.size}px`),this.#i.append(t)}}#g(e){let{activity:t}=this.#e,n=e.arrows&&t.maps[e.map]?.components===3;if(this.#n.hidden=!n||!this.places.length,this.#n.hidden)return;let{limits:s,scale:r,unit:o}=t.appearance(e.map,e),{slot:a,rectangle:l}=this.places[0],c=op(s.fmax*r),u=Nf*c/(s.fmax*r)/this.stage.frustum(e.slots[a],l).scale,f=Q("i");f.style.width=`${u.toFixed(1)}px`,this.#n.replaceChildren(f,Q("span",{text:ui(c,o,1)}))}showTip(e,t){let{store:n,activity:s,page:r}=this.#e,o=this.seeker.at(e,t);if(this.#s.hidden=!o,!o)return;let{hemisphere:a,vertex:l,lane:c}=o,h=Kt(r,n.state)[c],u=[Bi(this.#e,a,l)];if(h!==void 0){let p=s.paintedAt(h,a,l,n.state),{scale:x,unit:m}=s.appearance(h,n.state);Number.isNaN(p)||u.push(ui(p*x,m))}let f=r.foci.find(p=>p.vertex===l&&p.hemisphere===a);f?.name&&u.unshift(f.name),this.#s.textContent=u.filter(Boolean).join("  ·  "),this.#s.hidden||=!this.#s.textContent;let d=Math.min(e+14,this.#r-this.#s.offsetWidth-6);this.#s.style.transform=`translate(${Math.max(0,d)}px, ${Math.max(0,t-30)}px)`}locate(e,t){let n=this.#e.brain.hemisphere(e);return n?this.seeker.locate(n,t):null}hideTip(){this.#s.hidden=!0}};var ow="uplot",aw="u-hz",lw="u-vt",cw="u-title",hw="u-wrap",uw="u-under",fw="u-over",dw="u-axis",gr="u-off",pw="u-select",mw="u-cursor-x",gw="u-cursor-y",xw="u-cursor-pt",_w="u-legend",yw="u-live",vw="u-inline",Sw="u-series",Mw="u-marker",Jg="u-label",bw="u-value",Aa="width",Ta="height";var Kg="bottom",mo="left",Uf="right",jf="#000",Qg=jf+"0",Of="mousemove",jg="mousedown",Bf="mouseup",e0="mouseenter",t0="mouseleave",n0="dblclick",ww="resize",Aw="scroll",i0="change",xh="dppxchange",ed="--",Mo=typeof window<"u",Hf=Mo?document:null,xo=Mo?window:null,Tw=Mo?navigator:null,Mt,dh;function Wf(){let i=devicePixelRatio;Mt!=i&&(Mt=i,dh&&qf(i0,dh,Wf),dh=matchMedia(`(min-resolution: ${Mt-.001}dppx) and (max-resolution: ${Mt+.001}dppx)`),xr(i0,dh,Wf),xo.dispatchEvent(new CustomEvent(xh)))}function oi(i,e){if(e!=null){let t=i.classList;!t.contains(e)&&t.add(e)}}function Xf(i,e){let t=i.classList;t.contains(e)&&t.remove(e)}function Vt(i,e,t){i.style[e]=t+"px"}function Ei(i,e,t,n){let s=Hf.createElement(i);return e!=null&&oi(s,e),t?.insertBefore(s,n),s}function pi(i,e){return Ei("div",i,e)}var s0=new WeakMap;function $i(i,e,t,n,s){let r="translate("+e+"px,"+t+"px)",o=s0.get(i);r!=o&&(i.style.transform=r,s0.set(i,r),e<0||t<0||e>n||t>s?oi(i,gr):Xf(i,gr))}var r0=new WeakMap;function o0(i,e,t){let n=e+t,s=r0.get(i);n!=s&&(r0.set(i,n),i.style.background=e,i.style.borderColor=t)}var a0=new WeakMap;function l0(i,e,t,n){let s=e+""+t,r=a0.get(i);s!=r&&(a0.set(i,s),i.style.height=t+"px",i.style.width=e+"px",i.style.marginLeft=n?-e/2+"px":0,i.style.marginTop=n?-t/2+"px":0)}var td={passive:!0},Ew={...td,capture:!0};function xr(i,e,t,n){e.addEventListener(i,t,n?Ew:td)}function qf(i,e,t,n){e.removeEventListener(i,t,td)}Mo&&Wf();function Ci(i,e,t,n){let s;t=t||0,n=n||e.length-1;let r=n<=2147483647;for(;n-t>1;)s=r?t+n>>1:ai((t+n)/2),e[s]<i?t=s:n=s;return i-e[t]<=e[n]-i?t:n}function U0(i){return(t,n,s)=>{let r=-1,o=-1;for(let a=n;a<=s;a++)if(i(t[a])){r=a;break}for(let a=s;a>=n;a--)if(i(t[a])){o=a;break}return[r,o]}}var O0=i=>i!=null,B0=i=>i!=null&&i>0,vh=U0(O0),Cw=U0(B0);function Rw(i,e,t,n=0,s=!1){let r=s?Cw:vh,o=s?B0:O0;[e,t]=r(i,e,t);let a=i[e],l=i[e];if(e>-1)if(n==1)a=i[e],l=i[t];else if(n==-1)a=i[t],l=i[e];else for(let c=e;c<=t;c++){let h=i[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??It,l??-It]}function Sh(i,e,t,n){let s=u0(i),r=u0(e);i==e&&(s==-1?(i*=t,e/=t):(i/=t,e*=t));let o=t==10?ds:k0,a=s==1?ai:mi,l=r==1?mi:ai,c=a(o(pn(i))),h=l(o(pn(e))),u=_o(t,c),f=_o(t,h);return t==10&&(c<0&&(u=Lt(u,-c)),h<0&&(f=Lt(f,-h))),n||t==2?(i=u*s,e=f*r):(i=H0(i,u),e=Mh(e,f)),[i,e]}function nd(i,e,t,n){let s=Sh(i,e,t,n);return i==0&&(s[0]=0),e==0&&(s[1]=0),s}var id=.1,c0={mode:3,pad:id},Ca={pad:0,soft:null,mode:0},Pw={min:Ca,max:Ca};function _h(i,e,t,n){return bh(t)?h0(i,e,t):(Ca.pad=t,Ca.soft=n?0:null,Ca.mode=n?3:0,h0(i,e,Pw))}function vt(i,e){return i??e}function Iw(i,e,t){for(e=vt(e,0),t=vt(t,i.length-1);e<=t;){if(i[e]!=null)return!0;e++}return!1}function h0(i,e,t){let n=t.min,s=t.max,r=vt(n.pad,0),o=vt(s.pad,0),a=vt(n.hard,-It),l=vt(s.hard,It),c=vt(n.soft,It),h=vt(s.soft,-It),u=vt(n.mode,0),f=vt(s.mode,0),d=e-i,p=ds(d),x=kn(pn(i),pn(e)),m=ds(x),g=pn(m-p);(d<1e-24||g>10)&&(d=0,(i==0||e==0)&&(d=1e-24,u==2&&c!=It&&(r=0),f==2&&h!=-It&&(o=0)));let _=d||x||1e3,A=ds(_),S=_o(10,ai(A)),R=_*(d==0?i==0?.1:1:r),E=Lt(H0(i-R,S/10),24),v=i>=c&&(u==1||u==3&&E<=c||u==2&&E>=c)?c:It,T=kn(a,E<v&&i>=v?v:Ri(v,E)),B=_*(d==0?e==0?.1:1:o),D=Lt(Mh(e+B,S/10),24),L=e<=h&&(f==1||f==3&&D>=h||f==2&&D<=h)?h:-It,G=Ri(l,D>L&&e<=L?L:kn(L,D));return T==G&&T==0&&(G=100),[T,G]}var Lw=new Intl.NumberFormat(Mo?Tw.language:"en-US"),sd=i=>Lw.format(i),li=Math,gh=li.PI,pn=li.abs,ai=li.floor,dn=li.round,mi=li.ceil,Ri=li.min,kn=li.max,_o=li.pow,u0=li.sign,ds=li.log10,k0=li.log2,Nw=(i,e=1)=>li.sinh(i)*e,kf=(i,e=1)=>li.asinh(i/e),It=1/0;function f0(i){return(ds((i^i>>31)-(i>>31))|0)+1}function Yf(i,e,t){return Ri(kn(i,e),t)}function z0(i){return typeof i=="function"}function pt(i){return z0(i)?i:()=>i}var Dw=()=>{},V0=i=>i,G0=(i,e)=>e,Fw=i=>null,d0=i=>!0,p0=(i,e)=>i==e,Uw=/\.\d*?(?=9{6,}|0{6,})/gm,_r=i=>{if(X0(i)||Hs.has(i))return i;let e=`${i}`,t=e.match(Uw);if(t==null)return i;let n=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${_r(s)}e${r}`}return Lt(i,n)};function pr(i,e){return _r(Lt(_r(i/e))*e)}function Mh(i,e){return _r(mi(_r(i/e))*e)}function H0(i,e){return _r(ai(_r(i/e))*e)}function Lt(i,e=0){if(X0(i))return i;let t=10**e,n=i*t*(1+Number.EPSILON);return dn(n)/t}var Hs=new Map;function W0(i){return((""+i).split(".")[1]||"").length}function Pa(i,e,t,n){let s=[],r=n.map(W0);for(let o=e;o<t;o++){let a=pn(o),l=Lt(_o(i,o),a);for(let c=0;c<n.length;c++){let h=i==10?+`${n[c]}e${o}`:n[c]*l,u=(o>=0?0:a)+(o>=r[c]?0:r[c]),f=i==10?h:Lt(h,u);s.push(f),Hs.set(f,u)}}return s}var Ra={},rd=[],yo=[null,null],Gs=Array.isArray,X0=Number.isInteger,Ow=i=>i===void 0;function m0(i){return typeof i=="string"}function bh(i){let e=!1;if(i!=null){let t=i.constructor;e=t==null||t==Object}return e}function Bw(i){return i!=null&&typeof i=="object"}var kw=Object.getPrototypeOf(Uint8Array),q0="__proto__";function vo(i,e=bh){let t;if(Gs(i)){let n=i.find(s=>s!=null);if(Gs(n)||e(n)){t=Array(i.length);for(let s=0;s<i.length;s++)t[s]=vo(i[s],e)}else t=i.slice()}else if(i instanceof kw)t=i.slice();else if(e(i)){t={};for(let n in i)n!=q0&&(t[n]=vo(i[n],e))}else t=i;return t}function ln(i){let e=arguments;for(let t=1;t<e.length;t++){let n=e[t];for(let s in n)s!=q0&&(bh(i[s])?ln(i[s],vo(n[s])):i[s]=vo(n[s]))}return i}var zw=0,Vw=1,Gw=2;function Hw(i,e,t){for(let n=0,s,r=-1;n<e.length;n++){let o=e[n];if(o>r){for(s=o-1;s>=0&&i[s]==null;)i[s--]=null;for(s=o+1;s<t&&i[s]==null;)i[r=s++]=null}}}function Ww(i,e){if(Yw(i)){let o=i[0].slice();for(let a=1;a<i.length;a++)o.push(...i[a].slice(1));return $w(o[0])||(o=qw(o)),o}let t=new Set;for(let o=0;o<i.length;o++){let l=i[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let n=[Array.from(t).sort((o,a)=>o-a)],s=n[0].length,r=new Map;for(let o=0;o<s;o++)r.set(n[0][o],o);for(let o=0;o<i.length;o++){let a=i[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],u=Array(s).fill(void 0),f=e?e[o][c]:Vw,d=[];for(let p=0;p<h.length;p++){let x=h[p],m=r.get(l[p]);x===null?f!=zw&&(u[m]=x,f==Gw&&d.push(m)):u[m]=x}Hw(u,d,s),n.push(u)}}return n}var Xw=typeof queueMicrotask>"u"?i=>Promise.resolve().then(i):queueMicrotask;function qw(i){let e=i[0],t=e.length,n=Array(t);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<i.length;r++){let o=i[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[n[l]];s.push(a)}return s}function Yw(i){let e=i[0][0],t=e.length;for(let n=1;n<i.length;n++){let s=i[n][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function $w(i,e=100){let t=i.length;if(t<=1)return!0;let n=0,s=t-1;for(;n<=s&&i[n]==null;)n++;for(;s>=n&&i[s]==null;)s--;if(s<=n)return!0;let r=kn(1,ai((s-n+1)/e));for(let o=i[n],a=n+r;a<=s;a+=r){let l=i[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var Y0=["January","February","March","April","May","June","July","August","September","October","November","December"],$0=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Z0(i){return i.slice(0,3)}var Zw=$0.map(Z0),Jw=Y0.map(Z0),Kw={MMMM:Y0,MMM:Jw,WWWW:$0,WWW:Zw};function wa(i){return(i<10?"0":"")+i}function Qw(i){return(i<10?"00":i<100?"0":"")+i}var jw={YYYY:i=>i.getFullYear(),YY:i=>(i.getFullYear()+"").slice(2),MMMM:(i,e)=>e.MMMM[i.getMonth()],MMM:(i,e)=>e.MMM[i.getMonth()],MM:i=>wa(i.getMonth()+1),M:i=>i.getMonth()+1,DD:i=>wa(i.getDate()),D:i=>i.getDate(),WWWW:(i,e)=>e.WWWW[i.getDay()],WWW:(i,e)=>e.WWW[i.getDay()],HH:i=>wa(i.getHours()),H:i=>i.getHours(),h:i=>{let e=i.getHours();return e==0?12:e>12?e-12:e},AA:i=>i.getHours()>=12?"PM":"AM",aa:i=>i.getHours()>=12?"pm":"am",a:i=>i.getHours()>=12?"p":"a",mm:i=>wa(i.getMinutes()),m:i=>i.getMinutes(),ss:i=>wa(i.getSeconds()),s:i=>i.getSeconds(),fff:i=>Qw(i.getMilliseconds())};function od(i,e){e=e||Kw;let t=[],n=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=n.exec(i);)t.push(s[0][0]=="{"?jw[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var eA=new Intl.DateTimeFormat().resolvedOptions().timeZone;function tA(i,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+i+i.getTimezoneOffset()*6e4):e==eA?t=i:(t=new Date(i.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(i.getMilliseconds())),t}var J0=i=>i%1==0,yh=[1,2,2.5,5],nA=Pa(10,-32,0,yh),K0=Pa(10,0,32,yh),iA=K0.filter(J0),mr=nA.concat(K0),ad=`
`,Q0="{YYYY}",g0=ad+Q0,j0="{M}/{D}",Ea=ad+j0,ph=Ea+"/{YY}",ex="{aa}",sA="{h}:{mm}",go=sA+ex,x0=ad+go,_0=":{ss}",wt=null;function tx(i){let e=i*1e3,t=e*60,n=t*60,s=n*24,r=s*30,o=s*365,l=(i==1?Pa(10,0,3,yh).filter(J0):Pa(10,-3,0,yh)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,Q0,wt,wt,wt,wt,wt,wt,1],[s*28,"{MMM}",g0,wt,wt,wt,wt,wt,1],[s,j0,g0,wt,wt,wt,wt,wt,1],[n,"{h}"+ex,ph,wt,Ea,wt,wt,wt,1],[t,go,ph,wt,Ea,wt,wt,wt,1],[e,_0,ph+" "+go,wt,Ea+" "+go,wt,x0,wt,1],[i,_0+".{fff}",ph+" "+go,wt,Ea+" "+go,wt,x0,wt,1]];function h(u){return(f,d,p,x,m,g)=>{let _=[],A=m>=o,S=m>=r&&m<o,R=u(p),E=Lt(R*i,3),v=zf(R.getFullYear(),A?0:R.getMonth(),S||A?1:R.getDate()),T=Lt(v*i,3);if(S||A){let B=S?m/r:0,D=A?m/o:0,L=E==T?E:Lt(zf(v.getFullYear()+D,v.getMonth()+B,1)*i,3),G=new Date(dn(L/i)),H=G.getFullYear(),N=G.getMonth();for(let V=0;L<=x;V++){let Y=zf(H+D*V,N+B*V,1),k=Y-u(Lt(Y*i,3));L=Lt((+Y+k)*i,3),L<=x&&_.push(L)}}else{let B=m>=s?s:m,D=ai(p)-ai(E),L=T+D+Mh(E-T,B);_.push(L);let G=u(L),H=G.getHours()+G.getMinutes()/t+G.getSeconds()/n,N=m/n,V=f.axes[d]._space,Y=g/V;for(;L=Lt(L+m,i==1?0:3),!(L>x);)if(N>1){let k=ai(Lt(H+N,6))%24,j=u(L).getHours()-k;j>1&&(j=-1),L-=j*n,H=(H+N)%24;let se=_[_.length-1];Lt((L-se)/m,3)*Y>=.7&&_.push(L)}else _.push(L)}return _}}return[l,c,h]}var[rA,oA,aA]=tx(1),[lA,cA,hA]=tx(.001);Pa(2,-53,53,[1]);function y0(i,e){return i.map(t=>t.map((n,s)=>s==0||s==8||n==null?n:e(s==1||t[8]==0?n:t[1]+n)))}function v0(i,e){return(t,n,s,r,o)=>{let a=e.find(p=>o>=p[0])||e[e.length-1],l,c,h,u,f,d;return n.map(p=>{let x=i(p),m=x.getFullYear(),g=x.getMonth(),_=x.getDate(),A=x.getHours(),S=x.getMinutes(),R=x.getSeconds(),E=m!=l&&a[2]||g!=c&&a[3]||_!=h&&a[4]||A!=u&&a[5]||S!=f&&a[6]||R!=d&&a[7]||a[1];return l=m,c=g,h=_,u=A,f=S,d=R,E(x)})}}function uA(i,e){let t=od(e);return(n,s,r,o,a)=>s.map(l=>t(i(l)))}function zf(i,e,t){return new Date(i,e,t)}function S0(i,e){return e(i)}var fA="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function M0(i,e){return(t,n,s,r)=>r==null?ed:e(i(n))}function dA(i,e){let t=i.series[e];return t.width?t.stroke(i,e):t.points.width?t.points.stroke(i,e):null}function pA(i,e){return i.series[e].fill(i,e)}var mA={show:!0,live:!0,isolate:!1,mount:Dw,markers:{show:!0,width:2,stroke:dA,fill:pA,dash:"solid"},idx:null,idxs:null,values:[]};function gA(i,e){let t=i.cursor.points,n=pi(),s=t.size(i,e);Vt(n,Aa,s),Vt(n,Ta,s);let r=s/-2;Vt(n,"marginLeft",r),Vt(n,"marginTop",r);let o=t.width(i,e,s);return o&&Vt(n,"borderWidth",o),n}function xA(i,e){let t=i.series[e].points;return t._fill||t._stroke}function _A(i,e){let t=i.series[e].points;return t._stroke||t._fill}function yA(i,e){return i.series[e].points.size}var Vf=[0,0];function vA(i,e,t){return Vf[0]=e,Vf[1]=t,Vf}function mh(i,e,t,n=!0){return s=>{s.button==0&&(!n||s.target==e)&&t(s)}}function Gf(i,e,t,n=!0){return s=>{(!n||s.target==e)&&t(s)}}var SA={show:!0,x:!0,y:!0,lock:!1,move:vA,points:{one:!1,show:gA,size:yA,width:0,stroke:_A,fill:xA},bind:{mousedown:mh,mouseup:mh,click:mh,dblclick:mh,mousemove:Gf,mouseleave:Gf,mouseenter:Gf},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(i,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(i,e,t,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},nx={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},ld=ln({},nx,{filter:G0}),ix=ln({},ld,{size:10}),sx=ln({},nx,{show:!1}),cd='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',rx="bold "+cd,ox=1.5,b0={show:!0,scale:"x",stroke:jf,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rx,side:2,grid:ld,ticks:ix,border:sx,font:cd,lineGap:ox,rotate:0},MA="Value",bA="Time",w0={show:!0,scale:"x",auto:!1,sorted:1,min:It,max:-It,idxs:[]};function wA(i,e,t,n,s){return e.map(r=>r==null?"":sd(r))}function AA(i,e,t,n,s,r,o){let a=[],l=Hs.get(s)||0;t=o?t:Lt(Mh(t,s),l);for(let c=t;c<=n;c=Lt(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function $f(i,e,t,n,s,r,o){let a=[],l=i.scales[i.axes[e].scale].log,c=l==10?ds:k0,h=ai(c(t));s=_o(l,h),l==10&&(s=mr[Ci(s,mr)]);let u=t,f=s*l;l==10&&(f=mr[Ci(f,mr)]);do a.push(u),u=u+s,l==10&&!Hs.has(u)&&(u=Lt(u,Hs.get(s))),u>=f&&(s=u,f=s*l,l==10&&(f=mr[Ci(f,mr)]));while(u<=n);return a}function TA(i,e,t,n,s,r,o){let l=i.scales[i.axes[e].scale].asinh,c=n>l?$f(i,e,kn(l,t),n,s):[l],h=n>=0&&t<=0?[0]:[];return(t<-l?$f(i,e,kn(l,-n),-t,s):[l]).reverse().map(f=>-f).concat(h,c)}var ax=/./,EA=/[12357]/,CA=/[125]/,A0=/1/,Zf=(i,e,t,n)=>i.map((s,r)=>e==4&&s==0||r%n==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function RA(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=i.scales[o],l=i.valToPos,c=r._space,h=l(10,o),u=l(9,o)-h>=c?ax:l(7,o)-h>=c?EA:l(5,o)-h>=c?CA:A0;if(u==A0){let f=pn(l(1,o)-h);if(f<c)return Zf(e.slice().reverse(),a.distr,u,mi(c/f)).reverse()}return Zf(e,a.distr,u,1)}function PA(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=r._space,l=i.valToPos,c=pn(l(1,o)-l(2,o));return c<a?Zf(e.slice().reverse(),3,ax,mi(a/c)).reverse():e}function IA(i,e,t,n){return n==null?ed:e==null?"":sd(e)}var T0={show:!0,scale:"y",stroke:jf,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:rx,side:3,grid:ld,ticks:ix,border:sx,font:cd,lineGap:ox,rotate:0};function LA(i,e){let t=3+(i||1)*2;return Lt(t*e,3)}function NA(i,e){let{scale:t,idxs:n}=i.series[0],s=i._data[0],r=i.valToPos(s[n[0]],t,!0),o=i.valToPos(s[n[1]],t,!0),a=pn(o-r),l=i.series[e],c=a/(l.points.space*Mt);return n[1]-n[0]<=c}var E0={scale:null,auto:!0,sorted:0,min:It,max:-It},lx=(i,e,t,n,s)=>s,C0={show:!0,auto:!0,sorted:0,gaps:lx,alpha:1,facets:[ln({},E0,{scale:"x"}),ln({},E0,{scale:"y"})]},R0={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:lx,alpha:1,points:{show:NA,filter:null},values:null,min:It,max:-It,idxs:[],path:null,clip:null};function DA(i,e,t,n,s){return t/10}var cx={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},FA=ln({},cx,{time:!1,ori:1}),P0={};function hx(i,e){let t=P0[i];return t||(t={key:i,plots:[],sub(n){t.plots.push(n)},unsub(n){t.plots=t.plots.filter(s=>s!=n)},pub(n,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(n,s,r,o,a,l,c)}},i!=null&&(P0[i]=t)),t}var So=1,Jf=2;function yr(i,e,t){let n=i.mode,s=i.series[e],r=n==2?i._data[e]:i._data,o=i.scales,a=i.bbox,l=r[0],c=n==2?r[1]:r[e],h=n==2?o[s.facets[0].scale]:o[i.series[0].scale],u=n==2?o[s.facets[1].scale]:o[s.scale],f=a.left,d=a.top,p=a.width,x=a.height,m=i.valToPosH,g=i.valToPosV;return h.ori==0?t(s,l,c,h,u,m,g,f,d,p,x,Ah,bo,Eh,fx,px):t(s,l,c,h,u,g,m,d,f,x,p,Th,wo,fd,dx,mx)}function hd(i,e){let t=0,n=0,s=vt(i.bands,rd);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?n|=1:n|=2)}return[t,n==1?-1:n==2?1:n==3?2:0]}function UA(i,e,t,n,s){let r=i.mode,o=i.series[e],a=r==2?o.facets[1].scale:o.scale,l=i.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function ps(i,e,t,n,s,r){return yr(i,e,(o,a,l,c,h,u,f,d,p,x,m)=>{let g=o.pxRound,_=c.dir*(c.ori==0?1:-1),A=c.ori==0?bo:wo,S,R;_==1?(S=t,R=n):(S=n,R=t);let E=g(u(a[S],c,x,d)),v=g(f(l[S],h,m,p)),T=g(u(a[R],c,x,d)),B=g(f(r==1?h.max:h.min,h,m,p)),D=new Path2D(s);return A(D,T,B),A(D,E,B),A(D,E,v),D})}function wh(i,e,t,n,s,r){let o=null;if(i.length>0){o=new Path2D;let a=e==0?Eh:fd,l=t;for(let u=0;u<i.length;u++){let f=i[u];if(f[1]>f[0]){let d=f[0]-l;d>0&&a(o,l,n,d,n+r),l=f[1]}}let c=t+s-l,h=10;c>0&&a(o,l,n-h/2,c,n+r+h)}return o}function OA(i,e,t){let n=i[i.length-1];n&&n[0]==e?n[1]=t:i.push([e,t])}function ud(i,e,t,n,s,r,o){let a=[],l=i.length;for(let c=s==1?t:n;c>=t&&c<=n;c+=s)if(e[c]===null){let u=c,f=c;if(s==1)for(;++c<=n&&e[c]===null;)f=c;else for(;--c>=t&&e[c]===null;)f=c;let d=r(i[u]),p=f==u?d:r(i[f]),x=u-s;d=o<=0&&x>=0&&x<l?r(i[x]):d;let g=f+s;p=o>=0&&g>=0&&g<l?r(i[g]):p,p>=d&&a.push([d,p])}return a}function I0(i){return i==0?V0:i==1?dn:e=>pr(e,i)}function ux(i){let e=i==0?Ah:Th,t=i==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},n=i==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?n(s,r,o,a,l):(c=Ri(c,a/2,l/2),h=Ri(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var Ah=(i,e,t)=>{i.moveTo(e,t)},Th=(i,e,t)=>{i.moveTo(t,e)},bo=(i,e,t)=>{i.lineTo(e,t)},wo=(i,e,t)=>{i.lineTo(t,e)},Eh=ux(0),fd=ux(1),fx=(i,e,t,n,s,r)=>{i.arc(e,t,n,s,r)},dx=(i,e,t,n,s,r)=>{i.arc(t,e,n,s,r)},px=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(e,t,n,s,r,o)},mx=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(t,e,s,n,o,r)};function gx(i){return(e,t,n,s,r)=>yr(e,t,(o,a,l,c,h,u,f,d,p,x,m)=>{let{pxRound:g,points:_}=o,A,S;c.ori==0?(A=Ah,S=fx):(A=Th,S=dx);let R=Lt(_.width*Mt,3),E=(_.size-_.width)/2*Mt,v=Lt(E*2,3),T=new Path2D,B=new Path2D,{left:D,top:L,width:G,height:H}=e.bbox;Eh(B,D-v,L-v,G+v*2,H+v*2);let N=V=>{if(l[V]!=null){let Y=g(u(a[V],c,x,d)),k=g(f(l[V],h,m,p));A(T,Y+E,k),S(T,Y,k,E,0,gh*2)}};if(r)r.forEach(N);else for(let V=n;V<=s;V++)N(V);return{stroke:R>0?T:null,fill:T,clip:B,flags:So|Jf}})}function xx(i){return(e,t,n,s,r,o)=>{n!=s&&(r!=n&&o!=n&&i(e,t,n),r!=s&&o!=s&&i(e,t,s),i(e,t,o))}}var BA=xx(bo),kA=xx(wo);function _x(i){let e=vt(i?.alignGaps,0);return(t,n,s,r)=>yr(t,n,(o,a,l,c,h,u,f,d,p,x,m)=>{[s,r]=vh(l,s,r);let g=o.pxRound,_=H=>g(u(H,c,x,d)),A=H=>g(f(H,h,m,p)),S,R;c.ori==0?(S=bo,R=BA):(S=wo,R=kA);let E=c.dir*(c.ori==0?1:-1),v={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:So},T=v.stroke,B=!1;if(r-s>=x*4){let H=ue=>t.posToVal(ue,c.key,!0),N=null,V=null,Y,k,le,$=_(a[E==1?s:r]),j=_(a[s]),se=_(a[r]),fe=H(E==1?j+1:se-1);for(let ue=E==1?s:r;ue>=s&&ue<=r;ue+=E){let ee=a[ue],_e=(E==1?ee<fe:ee>fe)?$:_(ee),Ee=l[ue];_e==$?Ee!=null?(k=Ee,N==null?(S(T,_e,A(k)),Y=N=V=k):k<N?N=k:k>V&&(V=k)):Ee===null&&(B=!0):(N!=null&&R(T,$,A(N),A(V),A(Y),A(k)),Ee!=null?(k=Ee,S(T,_e,A(k)),N=V=Y=k):(N=V=null,Ee===null&&(B=!0)),$=_e,fe=H($+E))}N!=null&&N!=V&&le!=$&&R(T,$,A(N),A(V),A(Y),A(k))}else for(let H=E==1?s:r;H>=s&&H<=r;H+=E){let N=l[H];N===null?B=!0:N!=null&&S(T,_(a[H]),A(N))}let[L,G]=hd(t,n);if(o.fill!=null||L!=0){let H=v.fill=new Path2D(T),N=o.fillTo(t,n,o.min,o.max,L),V=A(N),Y=_(a[s]),k=_(a[r]);E==-1&&([k,Y]=[Y,k]),S(H,k,V),S(H,Y,V)}if(!o.spanGaps){let H=[];B&&H.push(...ud(a,l,s,r,E,_,e)),v.gaps=H=o.gaps(t,n,s,r,H),v.clip=wh(H,c.ori,d,p,x,m)}return G!=0&&(v.band=G==2?[ps(t,n,s,r,T,-1),ps(t,n,s,r,T,1)]:ps(t,n,s,r,T,G)),v})}function zA(i){let e=vt(i.align,1),t=vt(i.ascDesc,!1),n=vt(i.alignGaps,0),s=vt(i.extend,!1);return(r,o,a,l)=>yr(r,o,(c,h,u,f,d,p,x,m,g,_,A)=>{[a,l]=vh(u,a,l);let S=c.pxRound,{left:R,width:E}=r.bbox,v=j=>S(p(j,f,_,m)),T=j=>S(x(j,d,A,g)),B=f.ori==0?bo:wo,D={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:So},L=D.stroke,G=f.dir*(f.ori==0?1:-1),H=T(u[G==1?a:l]),N=v(h[G==1?a:l]),V=N,Y=N;s&&e==-1&&(Y=R,B(L,Y,H)),B(L,N,H);for(let j=G==1?a:l;j>=a&&j<=l;j+=G){let se=u[j];if(se==null)continue;let fe=v(h[j]),ue=T(se);e==1?B(L,fe,H):B(L,V,ue),B(L,fe,ue),H=ue,V=fe}let k=V;s&&e==1&&(k=R+E,B(L,k,H));let[le,$]=hd(r,o);if(c.fill!=null||le!=0){let j=D.fill=new Path2D(L),se=c.fillTo(r,o,c.min,c.max,le),fe=T(se);B(j,k,fe),B(j,Y,fe)}if(!c.spanGaps){let j=[];j.push(...ud(h,u,a,l,G,v,n));let se=c.width*Mt/2,fe=t||e==1?se:-se,ue=t||e==-1?-se:se;j.forEach(ee=>{ee[0]+=fe,ee[1]+=ue}),D.gaps=j=c.gaps(r,o,a,l,j),D.clip=wh(j,f.ori,m,g,_,A)}return $!=0&&(D.band=$==2?[ps(r,o,a,l,L,-1),ps(r,o,a,l,L,1)]:ps(r,o,a,l,L,$)),D})}function L0(i,e,t,n,s,r,o=It){if(i.length>1){let a=null;for(let l=0,c=1/0;l<i.length;l++)if(e[l]!==void 0){if(a!=null){let h=pn(i[l]-i[a]);h<c&&(c=h,o=pn(t(i[l],n,s,r)-t(i[a],n,s,r)))}a=l}}return o}function VA(i){i=i||Ra;let e=vt(i.size,[.6,It,1]),t=i.align||0,n=i.gap||0,s=i.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=pt(s),o=1-e[0],a=vt(e[1],It),l=vt(e[2],1),c=vt(i.disp,Ra),h=vt(i.each,d=>{}),{fill:u,stroke:f}=c;return(d,p,x,m)=>yr(d,p,(g,_,A,S,R,E,v,T,B,D,L)=>{let G=g.pxRound,H=t,N=n*Mt,V=a*Mt,Y=l*Mt,k,le;S.ori==0?[k,le]=r(d,p):[le,k]=r(d,p);let $=S.dir*(S.ori==0?1:-1),j=S.ori==0?Eh:fd,se=S.ori==0?h:(Re,qe,it,be,Pt,ze,Xe)=>{h(Re,qe,it,Pt,be,Xe,ze)},fe=vt(d.bands,rd).find(Re=>Re.series[0]==p),ue=fe!=null?fe.dir:0,ee=g.fillTo(d,p,g.min,g.max,ue),me=G(v(ee,R,L,B)),_e,Ee,Me,He=D,nt=G(g.width*Mt),Ve=!1,lt=null,rt=null,et=null,Gt=null;u!=null&&(nt==0||f!=null)&&(Ve=!0,lt=u.values(d,p,x,m),rt=new Map,new Set(lt).forEach(Re=>{Re!=null&&rt.set(Re,new Path2D)}),nt>0&&(et=f.values(d,p,x,m),Gt=new Map,new Set(et).forEach(Re=>{Re!=null&&Gt.set(Re,new Path2D)})));let{x0:Nt,size:en}=c;if(Nt!=null&&en!=null){H=1,_=Nt.values(d,p,x,m),Nt.unit==2&&(_=_.map(it=>d.posToVal(T+it*D,S.key,!0)));let Re=en.values(d,p,x,m);en.unit==2?Ee=Re[0]*D:Ee=E(Re[0],S,D,T)-E(0,S,D,T),He=L0(_,A,E,S,D,T,He),Me=He-Ee+N}else He=L0(_,A,E,S,D,T,He),Me=He*o+N,Ee=He-Me;Me<1&&(Me=0),nt>=Ee/2&&(nt=0),Me<5&&(G=V0);let Ct=Me>0,mn=He-Me-(Ct?nt:0);Ee=G(Yf(mn,Y,V)),_e=(H==0?Ee/2:H==$?0:Ee)-H*$*((H==0?N/2:0)+(Ct?nt/2:0));let gt={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},cn=Ve?null:new Path2D,qt=null;if(fe!=null)qt=d.data[fe.series[1]];else{let{y0:Re,y1:qe}=c;Re!=null&&qe!=null&&(A=qe.values(d,p,x,m),qt=Re.values(d,p,x,m))}let tn=k*Ee,U=le*Ee;for(let Re=$==1?x:m;Re>=x&&Re<=m;Re+=$){let qe=A[Re];if(qe==null)continue;if(qt!=null){let W=qt[Re]??0;if(qe-W==0)continue;me=v(W,R,L,B)}let it=S.distr!=2||c!=null?_[Re]:Re,be=E(it,S,D,T),Pt=v(vt(qe,ee),R,L,B),ze=G(be-_e),Xe=G(kn(Pt,me)),C=G(Ri(Pt,me)),M=Xe-C;if(qe!=null){let W=qe<0?U:tn,he=qe<0?tn:U;Ve?(nt>0&&et[Re]!=null&&j(Gt.get(et[Re]),ze,C+ai(nt/2),Ee,kn(0,M-nt),W,he),lt[Re]!=null&&j(rt.get(lt[Re]),ze,C+ai(nt/2),Ee,kn(0,M-nt),W,he)):j(cn,ze,C+ai(nt/2),Ee,kn(0,M-nt),W,he),se(d,p,Re,ze-nt/2,C,Ee+nt,M)}}return nt>0?gt.stroke=Ve?Gt:cn:Ve||(gt._fill=g.width==0?g._fill:g._stroke??g._fill,gt.width=0),gt.fill=Ve?rt:cn,gt})}function GA(i,e){let t=vt(e?.alignGaps,0);return(n,s,r,o)=>yr(n,s,(a,l,c,h,u,f,d,p,x,m,g)=>{[r,o]=vh(c,r,o);let _=a.pxRound,A=k=>_(f(k,h,m,p)),S=k=>_(d(k,u,g,x)),R,E,v;h.ori==0?(R=Ah,v=bo,E=px):(R=Th,v=wo,E=mx);let T=h.dir*(h.ori==0?1:-1),B=A(l[T==1?r:o]),D=B,L=[],G=[];for(let k=T==1?r:o;k>=r&&k<=o;k+=T)if(c[k]!=null){let $=l[k],j=A($);L.push(D=j),G.push(S(c[k]))}let H={stroke:i(L,G,R,v,E,_),fill:null,clip:null,band:null,gaps:null,flags:So},N=H.stroke,[V,Y]=hd(n,s);if(a.fill!=null||V!=0){let k=H.fill=new Path2D(N),le=a.fillTo(n,s,a.min,a.max,V),$=S(le);v(k,D,$),v(k,B,$)}if(!a.spanGaps){let k=[];k.push(...ud(l,c,r,o,T,A,t)),H.gaps=k=a.gaps(n,s,r,o,k),H.clip=wh(k,h.ori,p,x,m,g)}return Y!=0&&(H.band=Y==2?[ps(n,s,r,o,N,-1),ps(n,s,r,o,N,1)]:ps(n,s,r,o,N,Y)),H})}function HA(i){return GA(WA,i)}function WA(i,e,t,n,s,r){let o=i.length;if(o<2)return null;let a=new Path2D;if(t(a,i[0],e[0]),o==2)n(a,i[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),u=Array(o-1);for(let f=0;f<o-1;f++)h[f]=e[f+1]-e[f],u[f]=i[f+1]-i[f],c[f]=h[f]/u[f];l[0]=c[0];for(let f=1;f<o-1;f++)c[f]===0||c[f-1]===0||c[f-1]>0!=c[f]>0?l[f]=0:(l[f]=3*(u[f-1]+u[f])/((2*u[f]+u[f-1])/c[f-1]+(u[f]+2*u[f-1])/c[f]),isFinite(l[f])||(l[f]=0));l[o-1]=c[o-2];for(let f=0;f<o-1;f++)s(a,i[f]+u[f]/3,e[f]+l[f]*u[f]/3,i[f+1]-u[f]/3,e[f+1]-l[f+1]*u[f]/3,i[f+1],e[f+1])}return a}var Kf=new Set;function N0(){for(let i of Kf)i.syncRect(!0)}Mo&&(xr(ww,xo,N0),xr(Aw,xo,N0,!0),xr(xh,xo,()=>{An.pxRatio=Mt}));var XA=_x(),qA=gx();function D0(i,e,t,n){return(n?[i[0],i[1]].concat(i.slice(2)):[i[0]].concat(i.slice(1))).map((r,o)=>Qf(r,o,e,t))}function YA(i,e){return i.map((t,n)=>n==0?{}:ln({},e,t))}function Qf(i,e,t,n){return ln({},e==0?t:n,i)}function yx(i,e,t){return e==null?yo:[e,t]}var $A=yx;function ZA(i,e,t){return e==null?yo:_h(e,t,id,!0)}function vx(i,e,t,n){return e==null?yo:Sh(e,t,i.scales[n].log,!1)}var JA=vx;function Sx(i,e,t,n){return e==null?yo:nd(e,t,i.scales[n].log,!1)}var KA=Sx;function QA(i,e,t,n,s){let r=kn(f0(i),f0(e)),o=e-i,a=Ci(s/n*o,t);do{let l=t[a],c=n*l/o;if(c>=s&&r+(l<5?Hs.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function F0(i){let e,t;return i=i.replace(/(\d+)px/,(n,s)=>(e=dn((t=+s)*Mt))+"px"),[i,e,t]}function jA(i){i.show&&[i.font,i.labelFont].forEach(e=>{let t=Lt(e[2]*Mt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function An(i,e,t){let n={mode:vt(i.mode,1)},s=n.mode;function r(y,b,P,I){let z=b.valToPct(y);return I+P*(b.dir==-1?1-z:z)}function o(y,b,P,I){let z=b.valToPct(y);return I+P*(b.dir==-1?z:1-z)}function a(y,b,P,I){return b.ori==0?r(y,b,P,I):o(y,b,P,I)}n.valToPosH=r,n.valToPosV=o;let l=!1;n.status=0;let c=n.root=pi(ow);if(i.id!=null&&(c.id=i.id),oi(c,i.class),i.title){let y=pi(cw,c);y.textContent=i.title}let h=Ei("canvas"),u=n.ctx=h.getContext("2d"),f=pi(hw,c);xr("click",f,y=>{y.target===p&&(Ut!=Er||Ht!=Cr)&&bn.click(n,y)},!0);let d=n.under=pi(uw,f);f.appendChild(h);let p=n.over=pi(fw,f);i=vo(i);let x=+vt(i.pxAlign,1),m=I0(x);(i.plugins||[]).forEach(y=>{y.opts&&(i=y.opts(n,i)||i)});let g=i.ms||.001,_=n.series=s==1?D0(i.series||[],w0,R0,!1):YA(i.series||[null],C0),A=n.axes=D0(i.axes||[],b0,T0,!0),S=n.scales={},R=n.bands=i.bands||[];R.forEach(y=>{y.fill=pt(y.fill||null),y.dir=vt(y.dir,-1)});let E=s==2?_[1].facets[0].scale:_[0].scale,v={axes:Qi,series:ht},T=(i.drawOrder||["axes","series"]).map(y=>v[y]);function B(y){let b=y.distr==3?P=>ds(P>0?P:y.clamp(n,P,y.min,y.max,y.key)):y.distr==4?P=>kf(P,y.asinh):y.distr==100?P=>y.fwd(P):P=>P;return P=>{let I=b(P),{_min:z,_max:Z}=y,ae=Z-z;return(I-z)/ae}}function D(y){let b=S[y];if(b==null){let P=(i.scales||Ra)[y]||Ra;if(P.from!=null){D(P.from);let I=ln({},S[P.from],P,{key:y});I.valToPct=B(I),S[y]=I}else{b=S[y]=ln({},y==E?cx:FA,P),b.key=y;let I=b.time,z=b.range,Z=Gs(z);if((y!=E||s==2&&!I)&&(Z&&(z[0]==null||z[1]==null)&&(z={min:z[0]==null?c0:{mode:1,hard:z[0],soft:z[0]},max:z[1]==null?c0:{mode:1,hard:z[1],soft:z[1]}},Z=!1),!Z&&bh(z))){let ae=z;z=(de,ve,Ne)=>ve==null?yo:_h(ve,Ne,ae)}b.range=pt(z||(I?$A:y==E?b.distr==3?JA:b.distr==4?KA:yx:b.distr==3?vx:b.distr==4?Sx:ZA)),b.auto=pt(Z?!1:b.auto),b.clamp=pt(b.clamp||DA),b._min=b._max=null,b.valToPct=B(b)}}}D("x"),D("y"),s==1&&_.forEach(y=>{D(y.scale)}),A.forEach(y=>{D(y.scale)});for(let y in i.scales)D(y);let L=S[E],G=L.distr,H,N;L.ori==0?(oi(c,aw),H=r,N=o):(oi(c,lw),H=o,N=r);let V={};for(let y in S){let b=S[y];(b.min!=null||b.max!=null)&&(V[y]={min:b.min,max:b.max},b.min=b.max=null)}let Y=i.tzDate||(y=>new Date(dn(y/g))),k=i.fmtDate||od,le=g==1?aA(Y):hA(Y),$=v0(Y,y0(g==1?oA:cA,k)),j=M0(Y,S0(fA,k)),se=[],fe=n.legend=ln({},mA,i.legend),ue=n.cursor=ln({},SA,{drag:{y:s==2}},i.cursor),ee=fe.show,me=ue.show,_e=fe.markers;fe.idxs=se,_e.width=pt(_e.width),_e.dash=pt(_e.dash),_e.stroke=pt(_e.stroke),_e.fill=pt(_e.fill);let Ee,Me,He,nt=[],Ve=[],lt,rt=!1,et={};if(fe.live){let y=_[1]?_[1].values:null;rt=y!=null,lt=rt?y(n,1,0):{_:0};for(let b in lt)et[b]=ed}if(ee)if(Ee=Ei("table",_w,c),He=Ei("tbody",null,Ee),fe.mount(n,Ee),rt){Me=Ei("thead",null,Ee,He);let y=Ei("tr",null,Me);Ei("th",null,y);for(var Gt in lt)Ei("th",Jg,y).textContent=Gt}else oi(Ee,vw),fe.live&&oi(Ee,yw);let Nt={show:!0},en={show:!1};function Ct(y,b){if(b==0&&(rt||!fe.live||s==2))return yo;let P=[],I=Ei("tr",Sw,He,He.childNodes[b]);oi(I,y.class),y.show||oi(I,gr);let z=Ei("th",null,I);if(_e.show){let de=pi(Mw,z);if(b>0){let ve=_e.width(n,b);ve&&(de.style.border=ve+"px "+_e.dash(n,b)+" "+_e.stroke(n,b)),de.style.background=_e.fill(n,b)}}let Z=pi(Jg,z);y.label instanceof HTMLElement?Z.appendChild(y.label):Z.textContent=y.label,b>0&&(_e.show||(Z.style.color=y.width>0?_e.stroke(n,b):_e.fill(n,b)),gt("click",z,de=>{if(ue._lock)return;Ze(de);let ve=_.indexOf(y);if((de.ctrlKey||de.metaKey)!=fe.isolate){let Ne=_.some((De,Ue)=>Ue>0&&Ue!=ve&&De.show);_.forEach((De,Ue)=>{Ue>0&&Ni(Ue,Ne?Ue==ve?Nt:en:Nt,!0,on.setSeries)})}else Ni(ve,{show:!y.show},!0,on.setSeries)},!1),Je&&gt(e0,z,de=>{ue._lock||(Ze(de),Ni(_.indexOf(y),Pr,!0,on.setSeries))},!1));for(var ae in lt){let de=Ei("td",bw,I);de.textContent="--",P.push(de)}return[I,P]}let mn=new Map;function gt(y,b,P,I=!0){let z=mn.get(b)||{},Z=ue.bind[y](n,b,P,I);Z&&(xr(y,b,z[y]=Z),mn.set(b,z))}function cn(y,b,P){let I=mn.get(b)||{};for(let z in I)(y==null||z==y)&&(qf(z,b,I[z]),delete I[z]);y==null&&mn.delete(b)}let qt=0,tn=0,U=0,Re=0,qe=0,it=0,be=qe,Pt=it,ze=U,Xe=Re,C=0,M=0,W=0,he=0;n.bbox={};let oe=!1,xe=!1,ye=!1,te=!1,ie=!1,pe=!1;function F(y,b,P){(P||y!=n.width||b!=n.height)&&re(y,b),ot(!1),ye=!0,xe=!0,Tn()}function re(y,b){n.width=qt=U=y,n.height=tn=Re=b,qe=it=0,Se(),Ge();let P=n.bbox;C=P.left=pr(qe*Mt,.5),M=P.top=pr(it*Mt,.5),W=P.width=pr(U*Mt,.5),he=P.height=pr(Re*Mt,.5)}let ne=3;function we(){let y=!1,b=0;for(;!y;){b++;let P=wr(b),I=Li(b);y=b==ne||P&&I,y||(re(n.width,n.height),xe=!0)}}function ge({width:y,height:b}){F(y,b)}n.setSize=ge;function Se(){let y=!1,b=!1,P=!1,I=!1;A.forEach((z,Z)=>{if(z.show&&z._show){let{side:ae,_size:de}=z,ve=ae%2,Ne=z.label!=null?z.labelSize:0,De=de+Ne;De>0&&(ve?(U-=De,ae==3?(qe+=De,I=!0):P=!0):(Re-=De,ae==0?(it+=De,y=!0):b=!0))}}),Pi[0]=y,Pi[1]=P,Pi[2]=b,Pi[3]=I,U-=gi[1]+gi[3],qe+=gi[3],Re-=gi[2]+gi[0],it+=gi[0]}function Ge(){let y=qe+U,b=it+Re,P=qe,I=it;function z(Z,ae){switch(Z){case 1:return y+=ae,y-ae;case 2:return b+=ae,b-ae;case 3:return P-=ae,P+ae;case 0:return I-=ae,I+ae}}A.forEach((Z,ae)=>{if(Z.show&&Z._show){let de=Z.side;Z._pos=z(de,Z._size),Z.label!=null&&(Z._lpos=z(de,Z.labelSize))}})}if(ue.dataIdx==null){let y=ue.hover,b=y.skip=new Set(y.skip??[]);b.add(void 0);let P=y.prox=pt(y.prox),I=y.bias??=0;ue.dataIdx=(z,Z,ae,de)=>{if(Z==0)return ae;let ve=ae,Ne=P(z,Z,ae,de)??It,De=Ne>=0&&Ne<It,Ue=L.ori==0?U:Re,tt=ue.left,St=e[0],_t=e[Z];if(b.has(_t[ae])){ve=null;let ft=null,$e=null,We;if(I==0||I==-1)for(We=ae;ft==null&&We-- >0;)b.has(_t[We])||(ft=We);if(I==0||I==1)for(We=ae;$e==null&&We++<_t.length;)b.has(_t[We])||($e=We);if(ft!=null||$e!=null)if(De){let Bt=ft==null?-1/0:H(St[ft],L,Ue,0),Zt=$e==null?1/0:H(St[$e],L,Ue,0),yn=tt-Bt,Rt=Zt-tt;yn<=Rt?yn<=Ne&&(ve=ft):Rt<=Ne&&(ve=$e)}else ve=$e==null?ft:ft==null?$e:ae-ft<=$e-ae?ft:$e}else De&&pn(tt-H(St[ae],L,Ue,0))>Ne&&(ve=null);return ve}}let Ze=y=>{ue.event=y};ue.idxs=se,ue._lock=!1;let ce=ue.points;ce.show=pt(ce.show),ce.size=pt(ce.size),ce.stroke=pt(ce.stroke),ce.width=pt(ce.width),ce.fill=pt(ce.fill);let Oe=n.focus=ln({},i.focus||{alpha:.3},ue.focus),Je=Oe.prox>=0,Ce=Je&&ce.one,st=[],Ft=[],Ln=[];function Ao(y,b){let P=ce.show(n,b);if(P instanceof HTMLElement)return oi(P,xw),oi(P,y.class),$i(P,-10,-10,U,Re),p.insertBefore(P,st[b]),P}function Sr(y,b){if(s==1||b>0){let P=s==1&&S[y.scale].time,I=y.value;y.value=P?m0(I)?M0(Y,S0(I,k)):I||j:I||IA,y.label=y.label||(P?bA:MA)}if(Ce||b>0){y.width=y.width==null?1:y.width,y.paths=y.paths||XA||Fw,y.fillTo=pt(y.fillTo||UA),y.pxAlign=+vt(y.pxAlign,x),y.pxRound=I0(y.pxAlign),y.stroke=pt(y.stroke||null),y.fill=pt(y.fill||null),y._stroke=y._fill=y._paths=y._focus=null;let P=LA(kn(1,y.width),1),I=y.points=ln({},{size:P,width:kn(1,P*.2),stroke:y.stroke,space:P*2,paths:qA,_stroke:null,_fill:null},y.points);I.show=pt(I.show),I.filter=pt(I.filter),I.fill=pt(I.fill),I.stroke=pt(I.stroke),I.paths=pt(I.paths),I.pxAlign=y.pxAlign}if(ee){let P=Ct(y,b);nt.splice(b,0,P[0]),Ve.splice(b,0,P[1]),fe.values.push(null)}if(me){se.splice(b,0,null);let P=null;Ce?b==0&&(P=Ao(y,b)):b>0&&(P=Ao(y,b)),st.splice(b,0,P),Ft.splice(b,0,0),Ln.splice(b,0,0)}_n("addSeries",b)}function kh(y,b){b=b??_.length,y=s==1?Qf(y,b,w0,R0):Qf(y,b,{},C0),_.splice(b,0,y),Sr(_[b],b)}n.addSeries=kh;function Ia(y){if(_.splice(y,1),ee){fe.values.splice(y,1),Ve.splice(y,1);let b=nt.splice(y,1)[0];cn(null,b.firstChild),b.remove()}me&&(se.splice(y,1),st.splice(y,1)[0].remove(),Ft.splice(y,1),Ln.splice(y,1)),_n("delSeries",y)}n.delSeries=Ia;let Pi=[!1,!1,!1,!1];function Zi(y,b){if(y._show=y.show,y.show){let P=y.side%2,I=S[y.scale];I==null&&(y.scale=P?_[1].scale:E,I=S[y.scale]);let z=I.time;y.size=pt(y.size),y.space=pt(y.space),y.rotate=pt(y.rotate),Gs(y.incrs)&&y.incrs.forEach(ae=>{!Hs.has(ae)&&Hs.set(ae,W0(ae))}),y.incrs=pt(y.incrs||(I.distr==2?iA:z?g==1?rA:lA:mr)),y.splits=pt(y.splits||(z&&I.distr==1?le:I.distr==3?$f:I.distr==4?TA:AA)),y.stroke=pt(y.stroke),y.grid.stroke=pt(y.grid.stroke),y.ticks.stroke=pt(y.ticks.stroke),y.border.stroke=pt(y.border.stroke);let Z=y.values;y.values=Gs(Z)&&!Gs(Z[0])?pt(Z):z?Gs(Z)?v0(Y,y0(Z,k)):m0(Z)?uA(Y,Z):Z||$:Z||wA,y.filter=pt(y.filter||(I.distr>=3&&I.log==10?RA:I.distr==3&&I.log==2?PA:G0)),y.font=F0(y.font),y.labelFont=F0(y.labelFont),y._size=y.size(n,null,b,0),y._space=y._rotate=y._incrs=y._found=y._splits=y._values=null,y._size>0&&(Pi[b]=!0,y._el=pi(dw,f))}}function Ji(y,b,P,I){let[z,Z,ae,de]=P,ve=b%2,Ne=0;return ve==0&&(de||Z)&&(Ne=b==0&&!z||b==2&&!ae?dn(b0.size/3):0),ve==1&&(z||ae)&&(Ne=b==1&&!Z||b==3&&!de?dn(T0.size/2):0),Ne}let To=n.padding=(i.padding||[Ji,Ji,Ji,Ji]).map(y=>pt(vt(y,Ji))),gi=n._padding=To.map((y,b)=>y(n,b,Pi,0)),Yt,Qt=null,jt=null,Ii=s==1?_[0].idxs:null,qn=null,ms=!1;function Eo(y,b){if(e=y??[],n.data=n._data=e,s==2){Yt=0;for(let P=1;P<_.length;P++)Yt+=e[P][0].length}else{e.length==0&&(n.data=n._data=e=[[]]),qn=e[0],Yt=qn.length;let P=e;if(G==2){P=e.slice();let I=P[0]=Array(Yt);for(let z=0;z<Yt;z++)I[z]=z}n._data=e=P}if(ot(!0),_n("setData"),G==2&&(ye=!0),b!==!1){let P=L;P.auto(n,ms)?Co():_s(E,P.min,P.max),te=te||ue.left>=0,pe=!0,Tn()}}n.setData=Eo;function Co(){ms=!0;let y,b;s==1&&(Yt>0?(Qt=Ii[0]=0,jt=Ii[1]=Yt-1,y=e[0][Qt],b=e[0][jt],G==2?(y=Qt,b=jt):y==b&&(G==3?[y,b]=Sh(y,y,L.log,!1):G==4?[y,b]=nd(y,y,L.log,!1):L.time?b=y+dn(86400/g):[y,b]=_h(y,b,id,!0))):(Qt=Ii[0]=y=null,jt=Ii[1]=b=null)),_s(E,y,b)}let Mr,gs,br,w,O,K,X,q,Ae,Pe;function Te(y,b,P,I,z,Z){y??=Qg,P??=rd,I??="butt",z??=Qg,Z??="round",y!=Mr&&(u.strokeStyle=Mr=y),z!=gs&&(u.fillStyle=gs=z),b!=br&&(u.lineWidth=br=b),Z!=O&&(u.lineJoin=O=Z),I!=K&&(u.lineCap=K=I),P!=w&&u.setLineDash(w=P)}function Ie(y,b,P,I){b!=gs&&(u.fillStyle=gs=b),y!=X&&(u.font=X=y),P!=q&&(u.textAlign=q=P),I!=Ae&&(u.textBaseline=Ae=I)}function ke(y,b,P,I,z=0){if(I.length>0&&y.auto(n,ms)&&(b==null||b.min==null)){let Z=vt(Qt,0),ae=vt(jt,I.length-1),de=P.min==null?Rw(I,Z,ae,z,y.distr==3):[P.min,P.max];y.min=Ri(y.min,P.min=de[0]),y.max=kn(y.max,P.max=de[1])}}let Ke={min:null,max:null};function ct(){for(let I in S){let z=S[I];V[I]==null&&(z.min==null||V[E]!=null&&z.auto(n,ms))&&(V[I]=Ke)}for(let I in S){let z=S[I];V[I]==null&&z.from!=null&&V[z.from]!=null&&(V[I]=Ke)}V[E]!=null&&ot(!0);let y={};for(let I in V){let z=V[I];if(z!=null){let Z=y[I]=vo(S[I],Bw);if(z.min!=null)ln(Z,z);else if(I!=E||s==2)if(Yt==0&&Z.from==null){let ae=Z.range(n,null,null,I);Z.min=ae[0],Z.max=ae[1]}else Z.min=It,Z.max=-It}}if(Yt>0){_.forEach((I,z)=>{if(s==1){let Z=I.scale,ae=V[Z];if(ae==null)return;let de=y[Z];if(z==0){let ve=de.range(n,de.min,de.max,Z);de.min=ve[0],de.max=ve[1],Qt=Ci(de.min,e[0]),jt=Ci(de.max,e[0]),jt-Qt>1&&(e[0][Qt]<de.min&&Qt++,e[0][jt]>de.max&&jt--),I.min=qn[Qt],I.max=qn[jt]}else I.show&&I.auto&&ke(de,ae,I,e[z],I.sorted);I.idxs[0]=Qt,I.idxs[1]=jt}else if(z>0&&I.show&&I.auto){let[Z,ae]=I.facets,de=Z.scale,ve=ae.scale,[Ne,De]=e[z],Ue=y[de],tt=y[ve];Ue!=null&&ke(Ue,V[de],Z,Ne,Z.sorted),tt!=null&&ke(tt,V[ve],ae,De,ae.sorted),I.min=ae.min,I.max=ae.max}});for(let I in y){let z=y[I],Z=V[I];if(z.from==null&&(Z==null||Z.min==null)){let ae=z.range(n,z.min==It?null:z.min,z.max==-It?null:z.max,I);z.min=ae[0],z.max=ae[1]}}}for(let I in y){let z=y[I];if(z.from!=null){let Z=y[z.from];if(Z.min==null)z.min=z.max=null;else{let ae=z.range(n,Z.min,Z.max,I);z.min=ae[0],z.max=ae[1]}}}let b={},P=!1;for(let I in y){let z=y[I],Z=S[I];if(Z.min!=z.min||Z.max!=z.max){Z.min=z.min,Z.max=z.max;let ae=Z.distr;Z._min=ae==3?ds(Z.min):ae==4?kf(Z.min,Z.asinh):ae==100?Z.fwd(Z.min):Z.min,Z._max=ae==3?ds(Z.max):ae==4?kf(Z.max,Z.asinh):ae==100?Z.fwd(Z.max):Z.max,b[I]=P=!0}}if(P){_.forEach((I,z)=>{s==2?z>0&&b.y&&(I._paths=null):b[I.scale]&&(I._paths=null)});for(let I in b)ye=!0,_n("setScale",I);me&&ue.left>=0&&(te=pe=!0)}for(let I in V)V[I]=null}function Be(y){let b=Yf(Qt-1,0,Yt-1),P=Yf(jt+1,0,Yt-1);for(;y[b]==null&&b>0;)b--;for(;y[P]==null&&P<Yt-1;)P++;return[b,P]}function ht(){if(Yt>0){let y=_.some(b=>b._focus)&&Pe!=Oe.alpha;y&&(u.globalAlpha=Pe=Oe.alpha),_.forEach((b,P)=>{if(P>0&&b.show&&(Wt(P,!1),Wt(P,!0),b._paths==null)){let I=Pe;Pe!=b.alpha&&(u.globalAlpha=Pe=b.alpha);let z=s==2?[0,e[P][0].length-1]:Be(e[P]);b._paths=b.paths(n,P,z[0],z[1]),Pe!=I&&(u.globalAlpha=Pe=I)}}),_.forEach((b,P)=>{if(P>0&&b.show){let I=Pe;Pe!=b.alpha&&(u.globalAlpha=Pe=b.alpha),b._paths!=null&&At(P,!1);{let z=b._paths!=null?b._paths.gaps:null,Z=b.points.show(n,P,Qt,jt,z),ae=b.points.filter(n,P,Z,z);(Z||ae)&&(b.points._paths=b.points.paths(n,P,Qt,jt,ae),At(P,!0))}Pe!=I&&(u.globalAlpha=Pe=I),_n("drawSeries",P)}}),y&&(u.globalAlpha=Pe=1)}}function Wt(y,b){let P=b?_[y].points:_[y];P._stroke=P.stroke(n,y),P._fill=P.fill(n,y)}function At(y,b){let P=b?_[y].points:_[y],{stroke:I,fill:z,clip:Z,flags:ae,_stroke:de=P._stroke,_fill:ve=P._fill,_width:Ne=P.width}=P._paths;Ne=Lt(Ne*Mt,3);let De=null,Ue=Ne%2/2;b&&ve==null&&(ve=Ne>0?"#fff":de);let tt=P.pxAlign==1&&Ue>0;if(tt&&u.translate(Ue,Ue),!b){let St=C-Ne/2,_t=M-Ne/2,ft=W+Ne,$e=he+Ne;De=new Path2D,De.rect(St,_t,ft,$e)}b?Fe(de,Ne,P.dash,P.cap,ve,I,z,ae,Z):Tt(y,de,Ne,P.dash,P.cap,ve,I,z,ae,De,Z),tt&&u.translate(-Ue,-Ue)}function Tt(y,b,P,I,z,Z,ae,de,ve,Ne,De){let Ue=!1;ve!=0&&R.forEach((tt,St)=>{if(tt.series[0]==y){let _t=_[tt.series[1]],ft=e[tt.series[1]],$e=(_t._paths||Ra).band;Gs($e)&&($e=tt.dir==1?$e[0]:$e[1]);let We,Bt=null;_t.show&&$e&&Iw(ft,Qt,jt)?(Bt=tt.fill(n,St)||Z,We=_t._paths.clip):$e=null,Fe(b,P,I,z,Bt,ae,de,ve,Ne,De,We,$e),Ue=!0}}),Ue||Fe(b,P,I,z,Z,ae,de,ve,Ne,De)}let hn=So|Jf;function Fe(y,b,P,I,z,Z,ae,de,ve,Ne,De,Ue){Te(y,b,P,I,z),(ve||Ne||Ue)&&(u.save(),ve&&u.clip(ve),Ne&&u.clip(Ne)),Ue?(de&hn)==hn?(u.clip(Ue),De&&u.clip(De),dt(z,ae),nn(y,Z,b)):de&Jf?(dt(z,ae),u.clip(Ue),nn(y,Z,b)):de&So&&(u.save(),u.clip(Ue),De&&u.clip(De),dt(z,ae),u.restore(),nn(y,Z,b)):(dt(z,ae),nn(y,Z,b)),(ve||Ne||Ue)&&u.restore()}function nn(y,b,P){P>0&&(b instanceof Map?b.forEach((I,z)=>{u.strokeStyle=Mr=z,u.stroke(I)}):b!=null&&y&&u.stroke(b))}function dt(y,b){b instanceof Map?b.forEach((P,I)=>{u.fillStyle=gs=I,u.fill(P)}):b!=null&&y&&u.fill(b)}function Ki(y,b,P,I){let z=A[y],Z;if(I<=0)Z=[0,0];else{let ae=z._space=z.space(n,y,b,P,I),de=z._incrs=z.incrs(n,y,b,P,I,ae);Z=QA(b,P,de,I,ae)}return z._found=Z}function sn(y,b,P,I,z,Z,ae,de,ve,Ne){let De=ae%2/2;x==1&&u.translate(De,De),Te(de,ae,ve,Ne,de),u.beginPath();let Ue,tt,St,_t,ft=z+(I==0||I==3?-Z:Z);P==0?(tt=z,_t=ft):(Ue=z,St=ft);for(let $e=0;$e<y.length;$e++)b[$e]!=null&&(P==0?Ue=St=y[$e]:tt=_t=y[$e],u.moveTo(Ue,tt),u.lineTo(St,_t));u.stroke(),x==1&&u.translate(-De,-De)}function wr(y){let b=!0;return A.forEach((P,I)=>{if(!P.show)return;let z=S[P.scale];if(z.min==null){P._show&&(b=!1,P._show=!1,ot(!1));return}else P._show||(b=!1,P._show=!0,ot(!1));let Z=P.side,ae=Z%2,{min:de,max:ve}=z,[Ne,De]=Ki(I,de,ve,ae==0?U:Re);if(De==0)return;let Ue=z.distr==2,tt=P._splits=P.splits(n,I,de,ve,Ne,De,Ue),St=z.distr==2?tt.map(We=>qn[We]):tt,_t=z.distr==2?qn[tt[1]]-qn[tt[0]]:Ne,ft=P._values=P.values(n,P.filter(n,St,I,De,_t),I,De,_t);P._rotate=Z==2?P.rotate(n,ft,I,De):0;let $e=P._size;P._size=mi(P.size(n,ft,I,y)),$e!=null&&P._size!=$e&&(b=!1)}),b}function Li(y){let b=!0;return To.forEach((P,I)=>{let z=P(n,I,Pi,y);z!=gi[I]&&(b=!1),gi[I]=z}),b}function Qi(){for(let y=0;y<A.length;y++){let b=A[y];if(!b.show||!b._show)continue;let P=b.side,I=P%2,z,Z,ae=b.stroke(n,y),de=P==0||P==3?-1:1,[ve,Ne]=b._found;if(b.label!=null){let Fn=b.labelGap*de,Zn=dn((b._lpos+Fn)*Mt);Ie(b.labelFont[0],ae,"center",P==2?"top":Kg),u.save(),I==1?(z=Z=0,u.translate(Zn,dn(M+he/2)),u.rotate((P==3?-gh:gh)/2)):(z=dn(C+W/2),Z=Zn);let Ys=z0(b.label)?b.label(n,y,ve,Ne):b.label;u.fillText(Ys,z,Z),u.restore()}if(Ne==0)continue;let De=S[b.scale],Ue=I==0?W:he,tt=I==0?C:M,St=b._splits,_t=De.distr==2?St.map(Fn=>qn[Fn]):St,ft=De.distr==2?qn[St[1]]-qn[St[0]]:ve,$e=b.ticks,We=b.border,Bt=$e.show?$e.size:0,Zt=dn(Bt*Mt),yn=dn((b.alignTo==2?b._size-Bt-b.gap:b.gap)*Mt),Rt=b._rotate*-gh/180,Jt=m(b._pos*Mt),Yn=(Zt+yn)*de,Dn=Jt+Yn;Z=I==0?Dn:0,z=I==1?Dn:0;let ci=b.font[0],xi=b.align==1?mo:b.align==2?Uf:Rt>0?mo:Rt<0?Uf:I==0?"center":P==3?Uf:mo,Fi=Rt||I==1?"middle":P==2?"top":Kg;Ie(ci,ae,xi,Fi);let $n=b.font[1]*b.lineGap,hi=St.map(Fn=>m(a(Fn,De,Ue,tt))),_i=b._values;for(let Fn=0;Fn<_i.length;Fn++){let Zn=_i[Fn];if(Zn!=null){I==0?z=hi[Fn]:Z=hi[Fn],Zn=""+Zn;let Ys=Zn.indexOf(`
`)==-1?[Zn]:Zn.split(/\n/gm);for(let Un=0;Un<Ys.length;Un++){let Ud=Ys[Un];Rt?(u.save(),u.translate(z,Z+Un*$n),u.rotate(Rt),u.fillText(Ud,0,0),u.restore()):u.fillText(Ud,z,Z+Un*$n)}}}$e.show&&sn(hi,$e.filter(n,_t,y,Ne,ft),I,P,Jt,Zt,Lt($e.width*Mt,3),$e.stroke(n,y),$e.dash,$e.cap);let Ui=b.grid;Ui.show&&sn(hi,Ui.filter(n,_t,y,Ne,ft),I,I==0?2:1,I==0?M:C,I==0?he:W,Lt(Ui.width*Mt,3),Ui.stroke(n,y),Ui.dash,Ui.cap),We.show&&sn([Jt],[1],I==0?1:0,I==0?1:2,I==1?M:C,I==1?he:W,Lt(We.width*Mt,3),We.stroke(n,y),We.dash,We.cap)}_n("drawAxes")}function ot(y){_.forEach((b,P)=>{P>0&&(b._paths=null,y&&(s==1?(b.min=null,b.max=null):b.facets.forEach(I=>{I.min=null,I.max=null})))})}let $t=!1,Nn=!1,Et=[];function rn(){Nn=!1;for(let y=0;y<Et.length;y++)_n(...Et[y]);Et.length=0}function Tn(){$t||(Xw(_d),$t=!0)}function La(y,b=!1){$t=!0,Nn=b,y(n),_d(),b&&Et.length>0&&queueMicrotask(rn)}n.batch=La;function _d(){if(oe&&(ct(),oe=!1),ye&&(we(),ye=!1),xe){if(Vt(d,mo,qe),Vt(d,"top",it),Vt(d,Aa,U),Vt(d,Ta,Re),Vt(p,mo,qe),Vt(p,"top",it),Vt(p,Aa,U),Vt(p,Ta,Re),Vt(f,Aa,qt),Vt(f,Ta,tn),h.width=dn(qt*Mt),h.height=dn(tn*Mt),A.forEach(({_el:y,_show:b,_size:P,_pos:I,side:z})=>{if(y!=null)if(b){let Z=z===3||z===0?P:0,ae=z%2==1;Vt(y,ae?"left":"top",I-Z),Vt(y,ae?"width":"height",P),Vt(y,ae?"top":"left",ae?it:qe),Vt(y,ae?"height":"width",ae?Re:U),Xf(y,gr)}else oi(y,gr)}),Mr=gs=br=O=K=X=q=Ae=w=null,Pe=1,Io(!0),qe!=be||it!=Pt||U!=ze||Re!=Xe){ot(!1);let y=U/ze,b=Re/Xe;if(me&&!te&&ue.left>=0){ue.left*=y,ue.top*=b,Ar&&$i(Ar,dn(ue.left),0,U,Re),Tr&&$i(Tr,0,dn(ue.top),U,Re);for(let P=0;P<st.length;P++){let I=st[P];I!=null&&(Ft[P]*=y,Ln[P]*=b,$i(I,mi(Ft[P]),mi(Ln[P]),U,Re))}}if(Ot.show&&!ie&&Ot.left>=0&&Ot.width>0){Ot.left*=y,Ot.width*=y,Ot.top*=b,Ot.height*=b;for(let P in Xh)Vt(Rr,P,Ot[P])}be=qe,Pt=it,ze=U,Xe=Re}_n("setSize"),xe=!1}qt>0&&tn>0&&(u.clearRect(0,0,h.width,h.height),_n("drawClear"),T.forEach(y=>y()),_n("draw")),Ot.show&&ie&&(Na(Ot),ie=!1),me&&te&&(qs(null,!0,!1),te=!1),fe.show&&fe.live&&pe&&(Hh(),pe=!1),l||(l=!0,n.status=1,_n("ready")),ms=!1,$t=!1}n.redraw=(y,b)=>{ye=b||!1,y!==!1?_s(E,L.min,L.max):Tn()};function zh(y,b){let P=S[y];if(P.from==null){if(Yt==0){let I=P.range(n,b.min,b.max,y);b.min=I[0],b.max=I[1]}if(b.min>b.max){let I=b.min;b.min=b.max,b.max=I}if(Yt>1&&b.min!=null&&b.max!=null&&b.max-b.min<1e-16)return;y==E&&P.distr==2&&Yt>0&&(b.min=Ci(b.min,e[0]),b.max=Ci(b.max,e[0]),b.min==b.max&&b.max++),V[y]=b,oe=!0,Tn()}}n.setScale=zh;let Vh,Gh,Ar,Tr,yd,vd,Er,Cr,Sd,Md,Ut,Ht,xs=!1,bn=ue.drag,gn=bn.x,xn=bn.y;me&&(ue.x&&(Vh=pi(mw,p)),ue.y&&(Gh=pi(gw,p)),L.ori==0?(Ar=Vh,Tr=Gh):(Ar=Gh,Tr=Vh),Ut=ue.left,Ht=ue.top);let Ot=n.select=ln({show:!0,over:!0,left:0,width:0,top:0,height:0},i.select),Rr=Ot.show?pi(pw,Ot.over?p:d):null;function Na(y,b){if(Ot.show){for(let P in y)Ot[P]=y[P],P in Xh&&Vt(Rr,P,y[P]);b!==!1&&_n("setSelect")}}n.setSelect=Na;function Nx(y){if(_[y].show)ee&&Xf(nt[y],gr);else if(ee&&oi(nt[y],gr),me){let P=Ce?st[0]:st[y];P!=null&&$i(P,-10,-10,U,Re)}}function _s(y,b,P){zh(y,{min:b,max:P})}function Ni(y,b,P,I){b.focus!=null&&Bx(y),b.show!=null&&_.forEach((z,Z)=>{Z>0&&(y==Z||y==null)&&(z.show=b.show,Nx(Z),s==2?(_s(z.facets[0].scale,null,null),_s(z.facets[1].scale,null,null)):_s(z.scale,null,null),Tn())}),P!==!1&&_n("setSeries",y,b),I&&Lo("setSeries",n,y,b)}n.setSeries=Ni;function Dx(y,b){ln(R[y],b)}function Fx(y,b){y.fill=pt(y.fill||null),y.dir=vt(y.dir,-1),b=b??R.length,R.splice(b,0,y)}function Ux(y){y==null?R.length=0:R.splice(y,1)}n.addBand=Fx,n.setBand=Dx,n.delBand=Ux;function Ox(y,b){_[y].alpha=b,me&&st[y]!=null&&(st[y].style.opacity=b),ee&&nt[y]&&(nt[y].style.opacity=b)}let ji,ys,Xs,Pr={focus:!0};function Bx(y){if(y!=Xs){let b=y==null,P=Oe.alpha!=1;_.forEach((I,z)=>{if(s==1||z>0){let Z=b||z==0||z==y;I._focus=b?null:Z,P&&Ox(z,Z?1:Oe.alpha)}}),Xs=y,P&&Tn()}}ee&&Je&&gt(t0,Ee,y=>{ue._lock||(Ze(y),Xs!=null&&Ni(null,Pr,!0,on.setSeries))});function Di(y,b,P){let I=S[b];P&&(y=y/Mt-(I.ori==1?it:qe));let z=U;I.ori==1&&(z=Re,y=z-y),I.dir==-1&&(y=z-y);let Z=I._min,ae=I._max,de=y/z,ve=Z+(ae-Z)*de,Ne=I.distr;return Ne==3?_o(10,ve):Ne==4?Nw(ve,I.asinh):Ne==100?I.bwd(ve):ve}function kx(y,b){let P=Di(y,E,b);return Ci(P,e[0],Qt,jt)}n.valToIdx=y=>Ci(y,e[0]),n.posToIdx=kx,n.posToVal=Di,n.valToPos=(y,b,P)=>S[b].ori==0?r(y,S[b],P?W:U,P?C:0):o(y,S[b],P?he:Re,P?M:0),n.setCursor=(y,b,P)=>{Ut=y.left,Ht=y.top,qs(null,b,P)};function bd(y,b){Vt(Rr,mo,Ot.left=y),Vt(Rr,Aa,Ot.width=b)}function wd(y,b){Vt(Rr,"top",Ot.top=y),Vt(Rr,Ta,Ot.height=b)}let Ro=L.ori==0?bd:wd,Po=L.ori==1?bd:wd;function zx(){if(ee&&fe.live)for(let y=s==2?1:0;y<_.length;y++){if(y==0&&rt)continue;let b=fe.values[y],P=0;for(let I in b)Ve[y][P++].firstChild.nodeValue=b[I]}}function Hh(y,b){if(y!=null&&(y.idxs?y.idxs.forEach((P,I)=>{se[I]=P}):Ow(y.idx)||se.fill(y.idx),fe.idx=se[0]),ee&&fe.live){for(let P=0;P<_.length;P++)(P>0||s==1&&!rt)&&Vx(P,se[P]);zx()}pe=!1,b!==!1&&_n("setLegend")}n.setLegend=Hh;function Vx(y,b){let P=_[y],I=y==0&&G==2?qn:e[y],z;rt?z=P.values(n,y,b)??et:(z=P.value(n,b==null?null:I[b],y,b),z=z==null?et:{_:z}),fe.values[y]=z}function qs(y,b,P){Sd=Ut,Md=Ht,[Ut,Ht]=ue.move(n,Ut,Ht),ue.left=Ut,ue.top=Ht,me&&(Ar&&$i(Ar,dn(Ut),0,U,Re),Tr&&$i(Tr,0,dn(Ht),U,Re));let I,z=Qt>jt;ji=It,ys=null;let Z=L.ori==0?U:Re,ae=L.ori==1?U:Re;if(Ut<0||Yt==0||z){I=ue.idx=null;for(let de=0;de<_.length;de++){let ve=st[de];ve!=null&&$i(ve,-10,-10,U,Re)}Je&&Ni(null,Pr,!0,y==null&&on.setSeries),fe.live&&(se.fill(I),pe=!0)}else{let de,ve,Ne;s==1&&(de=L.ori==0?Ut:Ht,ve=Di(de,E),I=ue.idx=Ci(ve,e[0],Qt,jt),Ne=H(e[0][I],L,Z,0));let De=-10,Ue=-10,tt=0,St=0,_t=!0,ft="",$e="";for(let We=s==2?1:0;We<_.length;We++){let Bt=_[We],Zt=se[We],yn=Zt==null?null:s==1?e[We][Zt]:e[We][1][Zt],Rt=ue.dataIdx(n,We,I,ve),Jt=Rt==null?null:s==1?e[We][Rt]:e[We][1][Rt];if(pe=pe||Jt!=yn||Rt!=Zt,se[We]=Rt,We>0&&Bt.show){let Yn=Rt==null?-10:Rt==I?Ne:H(s==1?e[0][Rt]:e[We][0][Rt],L,Z,0),Dn=Jt==null?-10:N(Jt,s==1?S[Bt.scale]:S[Bt.facets[1].scale],ae,0);if(Je&&Jt!=null){let ci=L.ori==1?Ut:Ht,xi=pn(Oe.dist(n,We,Rt,Dn,ci));if(xi<ji){let Fi=Oe.bias;if(Fi!=0){let $n=Di(ci,Bt.scale),hi=Jt>=0?1:-1,_i=$n>=0?1:-1;_i==hi&&(_i==1?Fi==1?Jt>=$n:Jt<=$n:Fi==1?Jt<=$n:Jt>=$n)&&(ji=xi,ys=We)}else ji=xi,ys=We}}if(pe||Ce){let ci,xi;L.ori==0?(ci=Yn,xi=Dn):(ci=Dn,xi=Yn);let Fi,$n,hi,_i,Ui,Fn,Zn=!0,Ys=ce.bbox;if(Ys!=null){Zn=!1;let Un=Ys(n,We);hi=Un.left,_i=Un.top,Fi=Un.width,$n=Un.height}else hi=ci,_i=xi,Fi=$n=ce.size(n,We);if(Fn=ce.fill(n,We),Ui=ce.stroke(n,We),Ce)We==ys&&ji<=Oe.prox&&(De=hi,Ue=_i,tt=Fi,St=$n,_t=Zn,ft=Fn,$e=Ui);else{let Un=st[We];Un!=null&&(Ft[We]=hi,Ln[We]=_i,l0(Un,Fi,$n,Zn),o0(Un,Fn,Ui),$i(Un,mi(hi),mi(_i),U,Re))}}}}if(Ce){let We=Oe.prox,Bt=Xs==null?ji<=We:ji>We||ys!=Xs;if(pe||Bt){let Zt=st[0];Zt!=null&&(Ft[0]=De,Ln[0]=Ue,l0(Zt,tt,St,_t),o0(Zt,ft,$e),$i(Zt,mi(De),mi(Ue),U,Re))}}}if(Ot.show&&xs)if(y!=null){let[de,ve]=on.scales,[Ne,De]=on.match,[Ue,tt]=y.cursor.sync.scales,St=y.cursor.drag;if(gn=St._x,xn=St._y,gn||xn){let{left:_t,top:ft,width:$e,height:We}=y.select,Bt=y.scales[Ue].ori,Zt=y.posToVal,yn,Rt,Jt,Yn,Dn,ci=de!=null&&Ne(de,Ue),xi=ve!=null&&De(ve,tt);ci&&gn?(Bt==0?(yn=_t,Rt=$e):(yn=ft,Rt=We),Jt=S[de],Yn=H(Zt(yn,Ue),Jt,Z,0),Dn=H(Zt(yn+Rt,Ue),Jt,Z,0),Ro(Ri(Yn,Dn),pn(Dn-Yn))):Ro(0,Z),xi&&xn?(Bt==1?(yn=_t,Rt=$e):(yn=ft,Rt=We),Jt=S[ve],Yn=N(Zt(yn,tt),Jt,ae,0),Dn=N(Zt(yn+Rt,tt),Jt,ae,0),Po(Ri(Yn,Dn),pn(Dn-Yn))):Po(0,ae)}else qh()}else{let de=pn(Sd-yd),ve=pn(Md-vd);if(L.ori==1){let tt=de;de=ve,ve=tt}gn=bn.x&&de>=bn.dist,xn=bn.y&&ve>=bn.dist;let Ne=bn.uni;Ne!=null?gn&&xn&&(gn=de>=Ne,xn=ve>=Ne,!gn&&!xn&&(ve>de?xn=!0:gn=!0)):bn.x&&bn.y&&(gn||xn)&&(gn=xn=!0);let De,Ue;gn&&(L.ori==0?(De=Er,Ue=Ut):(De=Cr,Ue=Ht),Ro(Ri(De,Ue),pn(Ue-De)),xn||Po(0,ae)),xn&&(L.ori==1?(De=Er,Ue=Ut):(De=Cr,Ue=Ht),Po(Ri(De,Ue),pn(Ue-De)),gn||Ro(0,Z)),!gn&&!xn&&(Ro(0,0),Po(0,0))}if(bn._x=gn,bn._y=xn,y==null){if(P){if(Fd!=null){let[de,ve]=on.scales;on.values[0]=de!=null?Di(L.ori==0?Ut:Ht,de):null,on.values[1]=ve!=null?Di(L.ori==1?Ut:Ht,ve):null}Lo(Of,n,Ut,Ht,U,Re,I)}if(Je){let de=P&&on.setSeries,ve=Oe.prox;Xs==null?ji<=ve&&Ni(ys,Pr,!0,de):ji>ve?Ni(null,Pr,!0,de):ys!=Xs&&Ni(ys,Pr,!0,de)}}pe&&(fe.idx=I,Hh()),b!==!1&&_n("setCursor")}let vs=null;Object.defineProperty(n,"rect",{get(){return vs==null&&Io(!1),vs}});function Io(y=!1){y?vs=null:(vs=p.getBoundingClientRect(),_n("syncRect",vs))}function Ad(y,b,P,I,z,Z,ae){ue._lock||xs&&y!=null&&y.movementX==0&&y.movementY==0||(Wh(y,b,P,I,z,Z,ae,!1,y!=null),y!=null?qs(null,!0,!0):qs(b,!0,!1))}function Wh(y,b,P,I,z,Z,ae,de,ve){if(vs==null&&Io(!1),Ze(y),y!=null)P=y.clientX-vs.left,I=y.clientY-vs.top;else{if(P<0||I<0){Ut=-10,Ht=-10;return}let[Ne,De]=on.scales,Ue=b.cursor.sync,[tt,St]=Ue.values,[_t,ft]=Ue.scales,[$e,We]=on.match,Bt=b.axes[0].side%2==1,Zt=L.ori==0?U:Re,yn=L.ori==1?U:Re,Rt=Bt?Z:z,Jt=Bt?z:Z,Yn=Bt?I:P,Dn=Bt?P:I;if(_t!=null?P=$e(Ne,_t)?a(tt,S[Ne],Zt,0):-10:P=Zt*(Yn/Rt),ft!=null?I=We(De,ft)?a(St,S[De],yn,0):-10:I=yn*(Dn/Jt),L.ori==1){let ci=P;P=I,I=ci}}ve&&(b==null||b.cursor.event.type==Of)&&((P<=1||P>=U-1)&&(P=pr(P,U)),(I<=1||I>=Re-1)&&(I=pr(I,Re))),de?(yd=P,vd=I,[Er,Cr]=ue.move(n,P,I)):(Ut=P,Ht=I)}let Xh={width:0,height:0,left:0,top:0};function qh(){Na(Xh,!1)}let Td,Ed,Cd,Rd;function Pd(y,b,P,I,z,Z,ae){xs=!0,gn=xn=bn._x=bn._y=!1,Wh(y,b,P,I,z,Z,ae,!0,!1),y!=null&&(gt(Bf,Hf,Id,!1),Lo(jg,n,Er,Cr,U,Re,null));let{left:de,top:ve,width:Ne,height:De}=Ot;Td=de,Ed=ve,Cd=Ne,Rd=De}function Id(y,b,P,I,z,Z,ae){xs=bn._x=bn._y=!1,Wh(y,b,P,I,z,Z,ae,!1,!0);let{left:de,top:ve,width:Ne,height:De}=Ot,Ue=Ne>0||De>0,tt=Td!=de||Ed!=ve||Cd!=Ne||Rd!=De;if(Ue&&tt&&Na(Ot),bn.setScale&&Ue&&tt){let St=de,_t=Ne,ft=ve,$e=De;if(L.ori==1&&(St=ve,_t=De,ft=de,$e=Ne),gn&&_s(E,Di(St,E),Di(St+_t,E)),xn)for(let We in S){let Bt=S[We];We!=E&&Bt.from==null&&Bt.min!=It&&_s(We,Di(ft+$e,We),Di(ft,We))}qh()}else ue.lock&&(ue._lock=!ue._lock,qs(b,!0,y!=null));y!=null&&(cn(Bf,Hf),Lo(Bf,n,Ut,Ht,U,Re,null))}function Gx(y,b,P,I,z,Z,ae){if(ue._lock)return;Ze(y);let de=xs;if(xs){let ve=!0,Ne=!0,De=10,Ue,tt;L.ori==0?(Ue=gn,tt=xn):(Ue=xn,tt=gn),Ue&&tt&&(ve=Ut<=De||Ut>=U-De,Ne=Ht<=De||Ht>=Re-De),Ue&&ve&&(Ut=Ut<Er?0:U),tt&&Ne&&(Ht=Ht<Cr?0:Re),qs(null,!0,!0),xs=!1}Ut=-10,Ht=-10,se.fill(null),qs(null,!0,!0),de&&(xs=de)}function Ld(y,b,P,I,z,Z,ae){ue._lock||(Ze(y),Co(),qh(),y!=null&&Lo(n0,n,Ut,Ht,U,Re,null))}function Nd(){A.forEach(jA),F(n.width,n.height,!0)}xr(xh,xo,Nd);let Ir={};Ir.mousedown=Pd,Ir.mousemove=Ad,Ir.mouseup=Id,Ir.dblclick=Ld,Ir.setSeries=(y,b,P,I)=>{let z=on.match[2];P=z(n,b,P),P!=-1&&Ni(P,I,!0,!1)},me&&(gt(jg,p,Pd),gt(Of,p,Ad),gt(e0,p,y=>{Ze(y),Io(!1)}),gt(t0,p,Gx),gt(n0,p,Ld),Kf.add(n),n.syncRect=Io);let Da=n.hooks=i.hooks||{};function _n(y,b,P){Nn?Et.push([y,b,P]):y in Da&&Da[y].forEach(I=>{I.call(null,n,b,P)})}(i.plugins||[]).forEach(y=>{for(let b in y.hooks)Da[b]=(Da[b]||[]).concat(y.hooks[b])});let Dd=(y,b,P)=>P,on=ln({key:null,setSeries:!1,filters:{pub:d0,sub:d0},scales:[E,_[1]?_[1].scale:null],match:[p0,p0,Dd],values:[null,null]},ue.sync);on.match.length==2&&on.match.push(Dd),ue.sync=on;let Fd=on.key,Yh=hx(Fd);function Lo(y,b,P,I,z,Z,ae){on.filters.pub(y,b,P,I,z,Z,ae)&&Yh.pub(y,b,P,I,z,Z,ae)}Yh.sub(n);function Hx(y,b,P,I,z,Z,ae){on.filters.sub(y,b,P,I,z,Z,ae)&&Ir[y](null,b,P,I,z,Z,ae)}n.pub=Hx;function Wx(){Yh.unsub(n),Kf.delete(n),mn.clear(),qf(xh,xo,Nd),c.remove(),Ee?.remove(),_n("destroy")}n.destroy=Wx;function $h(){_n("init",i,e),Eo(e||i.data,!1),V[E]?zh(E,V[E]):Co(),ie=Ot.show&&(Ot.width>0||Ot.height>0),te=pe=!0,F(i.width,i.height)}return _.forEach(Sr),A.forEach(Zi),t?t instanceof HTMLElement?(t.appendChild(c),$h()):t(n,$h):$h(),n}An.assign=ln;An.fmtNum=sd;An.rangeNum=_h;An.rangeLog=Sh;An.rangeAsinh=nd;An.orient=yr;An.pxRatio=Mt;An.join=Ww;An.fmtDate=od,An.tzDate=tA;An.sync=hx;{An.addGap=OA,An.clipGaps=wh;let i=An.paths={points:gx};i.linear=_x,i.stepped=zA,i.bars=VA,i.spline=HA}var Ws=class{element;#e;#t=Q("div",{class:"lf-plot-now"});#i;#n=null;#s=new Float64Array;#r=[];constructor(e,t){this.#e=e,this.#i=t,this.element=Q("div",{class:"lf-plot",attributes:{role:"img","aria-label":t}});let n=Gn(this.element,(s,r)=>{this.#n&&s&&r?(this.#n.setSize({width:s,height:r}),this.#l()):this.#a()});e.cleanups.push(()=>{n.disconnect(),this.#n?.destroy()}),e.store.watch(["time"],()=>this.#l()),e.store.watch(["dark"],()=>this.#a())}show(e,t){let n=this.#e.page.timeUnit==="ms"?e.map(r=>1e3*r):e,s=this.#n!==null&&t.length===this.#r.length&&t.every((r,o)=>{let a=this.#r[o];return r.colour===a.colour&&String(r.dash)===String(a.dash)});this.#s=n,this.#r=t,s&&this.#n?this.#n.setData(this.#o()):this.#a(),this.#l()}#o(){return[this.#s,...this.#r.map(e=>e.values)]}#a(){this.#n?.destroy(),this.#n=null;let{clientWidth:e,clientHeight:t}=this.element;if(!e||!t||!this.#s.length)return;let n=a=>wn(this.element,a),s=`11px ${getComputedStyle(this.element).fontFamily}`,r={stroke:n("quiet"),font:s,grid:{stroke:n("line"),width:1},ticks:{show:!1}},{timeUnit:o}=this.#e.page;this.#n=new An({width:e,height:t,legend:{show:!1},cursor:{drag:{x:!1,y:!1},y:!1,points:{show:!1}},scales:{x:{time:!1},y:{range:(a,l,c)=>e1(l,c)}},axes:[{...r,size:24,gap:4,space:44,values:(a,l)=>l.map((c,h)=>h===l.length-1?`${dd(c)} ${o}`:dd(c))},{...r,size:44,gap:5,space:26,values:(a,l)=>l.map(c=>dd(c))}],series:[{},...this.#r.map(a=>({stroke:a.colour,width:a.width??1.6,points:{show:!1},auto:!a.aside,...a.dash?{dash:a.dash}:{}}))],padding:[8,22,0,0],hooks:{drawAxes:[a=>t1(a,n("line-strong"))],draw:[()=>this.#l()]}},this.#o(),this.element),this.#n.over.append(this.#t),this.#c(this.#n.over),this.#l()}#c(e){let t=n=>{if(!this.#n)return;let s=n.clientX-e.getBoundingClientRect().left,r=this.#n.posToVal(s,"x");this.#e.actions.setTime(this.#e.page.timeUnit==="ms"?r/1e3:r)};e.addEventListener("pointerdown",n=>{this.#e.actions.pause(),e.setPointerCapture(n.pointerId),t(n)}),e.addEventListener("pointermove",n=>{e.hasPointerCapture(n.pointerId)&&t(n)})}#l(){if(!this.#n)return;let{time:e}=this.#e.store.state,t=this.#n.valToPos(this.#e.page.timeUnit==="ms"?1e3*e:e,"x");Number.isFinite(t)&&(this.#t.style.transform=`translateX(${t.toFixed(1)}px)`)}describe(e){this.element.setAttribute("aria-label",`${this.#i}: ${e}`)}};function e1(i,e){let[t,n]=[i??0,e??1],s=n-t||Math.abs(n)||1;return[t>=0&&t<.5*n?0:t-.06*s,n+.06*s]}function dd(i){let e=Number(i.toPrecision(6));return Math.abs(e)>=1e5||e!==0&&Math.abs(e)<.001?En(e,2):String(e).replace("-","−")}function t1(i,e){let{ctx:t,bbox:n}=i,s=i.valToPos(0,"x",!0),r=i.valToPos(0,"y",!0);t.save(),t.fillStyle=e,s>n.left&&s<n.left+n.width&&t.fillRect(s,n.top,1,n.height),r>n.top&&r<n.top+n.height&&t.fillRect(n.left,r,n.width,1),t.restore()}var Ch=[[5,4],[1.5,3],[9,3]],Rh=class{element;#e;#t;#i=Q("h2");#n=Q("ul",{class:"lf-picks",attributes:{"aria-label":"Picked sources"}});#s=Q("p",{class:"lf-empty",text:"Click the brain to see the time course of a source."});#r=Q("div",{class:"lf-key lf-lines"});#o=[];constructor(e){this.#e=e;let{store:t,actions:n}=e;this.#t=new Ws(e,"Time courses of picked sources");let s=Q("button",{class:"lf-button lf-quiet",text:"Clear",title:"Remove all time courses (Escape)",attributes:{type:"button"},on:{click:()=>n.clearPicks()}});this.element=Q("section",{class:"lf-courses lf-card"},Q("header",{},this.#i,s),this.#t.element,this.#r,this.#s,this.#n),t.watch(["picks","map","sideBySide","shown","snr","method","dark"],({picks:r})=>{s.hidden=!r.length,this.#s.hidden=r.length>0,this.#t.element.classList.toggle("lf-gone",!r.length||e.times().n<2),this.#a(r)}),t.watch(["time"],()=>this.#f())}#a(e){let{store:t,activity:n,times:s}=this.#e,{state:r}=t,{quantity:o,unit:a,scale:l}=n.appearance(r.map,r);this.#i.replaceChildren(Q("span",{text:o}),Q("small",{text:a})),this.#o=e.map(u=>n.course(r.map,u.source,r).map(f=>f*l)),this.#n.replaceChildren(...e.map(u=>this.#u(u))),this.#f();let c=this.#c(),h=e.map((u,f)=>({values:this.#o[f],colour:Oi(u.colour)}));this.#t.show(Nr(s()),[...c.flatMap(u=>this.#l(u)),...h]),this.#h(e.length?c:[]),this.#t.describe(e.map(Fr).join(", ")||"none")}#c(){let{store:e,activity:t,page:n}=this.#e,{state:s}=e,{unit:r,quantity:o}=t.appearance(s.map,s),a=n.maps[s.map]?.times;return Kt(n,s).filter(l=>{if(l===s.map)return!1;let c=t.appearance(l,s),{tmin:h,tstep:u,n:f}=n.maps[l].times;return h===a.tmin&&u===a.tstep&&f===a.n&&c.unit===r&&c.quantity===o})}#l(e){let{store:t,activity:n}=this.#e,{state:s}=t,{scale:r}=n.appearance(e,s);return s.picks.map(o=>({values:n.course(e,o.source,s).map(a=>a*r),colour:Oi(o.colour),width:1.2,dash:Ch[this.#c().indexOf(e)%Ch.length]}))}#h(e){let{store:t,page:n}=this.#e;this.#r.hidden=!e.length;let s=(r,o)=>{let a=Q("i");return a.style.borderTopStyle=o.length?o[0]<3?"dotted":"dashed":"solid",Q("span",{},a,n.maps[r].title)};this.#r.replaceChildren(s(t.state.map,[]),...e.map((r,o)=>s(r,Ch[o%Ch.length])))}#u(e){let t=Bi(this.#e,e.hemisphere,e.vertex),n=Q("i",{class:"lf-swatch"});n.style.background=Oi(e.colour);let s=lp(this.#e,e.hemisphere,e.vertex).map(([r,o])=>Q("span",{title:`${r} coordinates in mm`},Q("b",{text:r}),o));return Q("li",{},n,Q("div",{class:"lf-pick"},Q("div",{class:"lf-pick-name"},Q("strong",{text:t||(e.hemisphere==="vol"?"source":"vertex")}),Q("span",{text:Fr(e)})),s.length>0&&Q("div",{class:"lf-pick-place"},...s)),Q("output",{class:"lf-pick-value"}),Vn("close",`Remove ${Fr(e)}`,()=>{this.#e.actions.unpick(e.source)}))}#f(){let{store:e,activity:t,times:n}=this.#e;if(!this.#o.length)return;let{unit:s}=t.appearance(e.state.map,e.state),r=es(n(),e.state.time);this.#n.querySelectorAll("output").forEach((o,a)=>{let l=this.#o[a];l&&(o.textContent=ui(rp(l,r),s))})}};var pd=["auto","light","dark"];function Mx(i,e){let{page:t,store:n,actions:s}=i,r=document.body.classList.contains("leadfield-page")?"h1":"h3",o=Q(r,{text:t.title||"Source map",title:t.title}),a=Vn("theme","Theme",()=>{let c=pd[(pd.indexOf(n.state.theme)+1)%pd.length];s.setTheme(c),i.say(`Theme: ${c}`)});n.watch(["theme"],c=>{ko(a,"theme",`Theme: ${c.theme==="auto"?"as the system":c.theme} (t)`)});let l=Q("div",{class:"lf-actions"},a,Vn("camera","Save a picture (s)",e.shoot),Vn("help","Help and keys (?)",e.help));return Q("header",{class:"lf-header"},o,n1(i),l)}function n1(i){let{page:e,store:t,actions:n}=i;if(e.maps.length<2)return null;let s=e.maps.map((c,h)=>({value:h,text:c.title,title:c.title})),r=c=>n.setMap(c),o=Jn("Map",s,r),a=Ts("Map",s,r),l=s.length<=4&&s.reduce((c,{text:h})=>c+h.length,0)<48;return a.element.classList.add(l?"lf-when-narrow":"lf-always"),l&&o.element.classList.add("lf-when-wide"),t.watch(["map"],({map:c})=>{o.show(c),a.show(c)}),Q("div",{class:"lf-maps"},l&&o.element,a.element,i1(i))}function i1(i){let{page:e,store:t,actions:n}=i;if(e.maps.length===2){let r=Q("button",{class:"lf-button",title:"Both maps side by side, turned together (c)",attributes:{type:"button","aria-pressed":"false","aria-label":"Side by side"},on:{click:()=>n.setSideBySide(t.state.sideBySide.length?[]:[0,1])}});return r.append(As("compare"),Q("span",{text:"Side by side"})),t.watch(["sideBySide"],({sideBySide:o})=>{r.setAttribute("aria-pressed",String(o.length>1))}),r}let s=Q("div");return e.maps.forEach((r,o)=>{let{element:a,input:l}=Es(r.title,c=>{let{sideBySide:h,map:u}=t.state,f=h.length?h:[u],d=c?[...f,o]:f.filter(p=>p!==o);n.setSideBySide(d.sort((p,x)=>p-x))});t.watch(["sideBySide","map"],({sideBySide:c,map:h})=>{l.checked=c.length?c.includes(o):h===o,l.disabled=!l.checked&&c.length>=4}),s.append(a)}),Br("Side by side","compare",s)}var s1=[["drag","turn the brain"],["shift + drag","move the brain"],["click","time course of that vertex"],["shift + arrows","turn the brain"],["double click, 0","view as it was"],["1 2","lateral: left, right"],["3 4","medial: left, right"],["5 6 7 8","dorsal, ventral, rostral, caudal"],["9","one or four views"],["m","next surface"],["r","regions"],["v","arrows of a vector map"]],r1=[["click, drag","move the crosshair, whose course is shown"],["shift + click","the same, beside the courses before"],["shift + ← →","crosshair to the left, right"],["shift + ↑ ↓","crosshair up, down"],["shift + page up, down","crosshair to the front, back"],["p","to the largest value now"],["k","keep the course of this place"],["shift + drag","move what is looked at, zoomed in"],["double click, 0","whole slices"],["i","values between sources, or of the nearest"]],o1=[["wheel, pinch","zoom; on a longer page, after a click"],["+ −","zoom"],["← →","one sample back, on"],["page up, page down","ten samples back, on"],["home, end","first, last sample"],["space","play, pause"],["[ ]","map before, next map"],["c","maps side by side"],["s","save a picture"],["t","light, dark, as the system"],["escape","remove time courses"]];function bx(i){let e=Q("dialog",{class:"lf-help",attributes:{"aria-label":"Help"}}),t=Q("dl"),n=i.brain.grid?r1:s1;for(let[s,r]of[...n,...o1])t.append(Q("dt",{},Q("kbd",{text:s})),Q("dd",{text:r}));if(e.append(Q("header",{},Q("h2",{text:"Keys and gestures"}),Vn("close","Close",()=>e.close())),t),i.page.about.length){let s=Q("dl",{class:"lf-about"});for(let[r,o]of i.page.about)s.append(Q("dt",{text:r}),Q("dd",{text:o}));e.append(Q("h2",{text:"This page"}),s)}return e.addEventListener("click",s=>{s.target===e&&e.close()}),{element:e,open:()=>e.showModal()}}var Ph=class{element;#e;#t;#i=Q("output",{class:"lf-explained"});constructor(e){this.#e=e;let{store:t,actions:n,page:s,activity:r}=e,{snr:o,methods:a}=s.live;this.#t=new Ws(e,"Whitened response, and what is left of it");let[l,c]=[Math.log(o.low),Math.log(o.high)],h=nl("Signal-to-noise ratio",{min:l,max:c,step:"any"},p=>{n.setSnr(Number(Math.exp(p).toPrecision(3)))}),u=Q("output"),f=Jn("Method",a.map(({name:p})=>({value:p,text:p})),p=>n.setMethod(p)),d=Q("div",{class:"lf-key"},Q("span",{class:"lf-key-measured",text:"whitened response"}),Q("span",{class:"lf-key-left",text:"left unexplained"}));this.element=Q("section",{class:"lf-live lf-card"},Q("header",{},Q("h2",{text:"Inverse"}),f.element),Q("label",{class:"lf-snr"},Q("span",{text:"SNR"}),h,u),this.#i,this.#t.element,d),t.watch(["snr","method","map","dark"],({snr:p,method:x,map:m})=>{f.show(x),h.value=String(Math.log(p)),u.textContent=En(p);let g=`${En(p)}, lambda2 = ${En(1/p**2)}`;h.setAttribute("aria-valuetext",g),h.title=`λ² = 1 / SNR² = ${En(1/p**2)}`,this.element.classList.toggle("lf-off",!r.isLive(m)),this.#n()})}#n(){let{store:e,page:t,activity:n}=this.#e,{map:s}=e.state,r=t.maps[s]?.response??-1,o=n.isLive(s)?n.live?.explained(r)??null:null;if(!o){this.#i.textContent="Change these to solve the inverse here.";return}this.#i.textContent=`${(100*o.total).toFixed(1)} % of the whitened variance explained`,this.#t.show(Nr(t.responses[r].times),[{values:o.measured,colour:wn(this.#e.root,"quiet"),width:1.2},{values:o.left,colour:wn(this.#e.root,"warm"),width:1.6}])}};function md(i,e,t){let n=new Float32Array(i.length/e);for(let s=0;s<n.length;s++)e===1?n[s]=t[i[s]]:n[s]=Math.sqrt((t[i[2*s]]**2+t[i[2*s+1]]**2)/2);return n}function Ax(i,e,t,n){n.fill(Number.NaN);let s=e.length;for(let r=0;r<t.length;r++){let o=0;for(let a=0,l=r*s;a<s;a++,l++)o+=i[l]*e[a];n[t[r]]=o}}function Tx(i,e,t){let n=[];for(let s=0;s+1<e;s++)for(let r=0;r+1<e;r++){let o=s*e+r,a=[i[o],i[o+1],i[o+e+1],i[o+e]];if(a.some(Number.isNaN))continue;let l=a1(a,t,r,s);for(let c=0;c+3<l.length;c+=4)n.push(...l.slice(c,c+4))}return n}var wx=[[0,0],[1,0],[1,1],[0,1]];function a1(i,e,t,n){let s=[];for(let r=0;r<4;r++){let[o,a]=[i[r],i[(r+1)%4]];if(o<e==a<e)continue;let l=(e-o)/(a-o),[c,h]=[wx[r],wx[(r+1)%4]];s.push(t+c[0]+l*(h[0]-c[0]),n+c[1]+l*(h[1]-c[1]))}return s}var Ex=6,gd=.82,Ih=class{element;#e;#t=Q("canvas",{attributes:{role:"img","aria-label":"Head map"}});#i=Q("div",{class:"lf-head-scale"});#n=document.createElement("canvas");#s={signed:Jd(),unsigned:Kd()};#r=new Map;constructor(e){this.#e=e,this.element=Q("div",{class:"lf-head"},this.#t,this.#i);let t=Gn(this.element,()=>this.draw());e.cleanups.push(()=>t.disconnect()),e.store.watch(["time","sensor","map","dark"],()=>this.draw()),this.#t.addEventListener("pointermove",n=>this.#h(n))}draw(){let{store:e,page:t,payload:n}=this.#e,{sensor:s,map:r}=e.state,o=t.sensors[s],a=t.maps[r]?.response??-1,l=t.responses[a],c=l?.channels[s];this.element.hidden=!o?.headMap||!c;let h=Math.min(this.element.clientWidth,this.element.clientHeight||400);if(!o?.headMap||!c||h<20)return;let u=n.scaled(c.data,c.scales),f=l.times.n,d=new Float64Array(o.names.length);Dr(u,f,es(l.times,e.state.time),d);let{headMap:p}=o,x=n.shape(p.channels)[1],m=n.integers(p.channels),g=md(m,x,d),_=new Float32Array(p.size**2),A=n.scaled(p.matrix,p.scales);Ax(A,g,n.integers(p.pixels),_);let S=this.#o(`${s} ${a}`,()=>{let v=0;for(let T=0;T<f;T++){Dr(u,f,T,d);for(let B of md(m,x,d))v=Math.max(v,Math.abs(B))}return v}),R=x===2;this.#a(_,p,S,R,h),this.#l(n.floats(o.positions),o.bads,p,h);let E=R?"0":ui(-S*o.scale,"");this.#i.textContent=`${E} to ${ui(S*o.scale,o.unit)}`}#o(e,t){let n=this.#r.get(e);return n===void 0&&(n=t()||1,this.#r.set(e,n)),n}#a(e,{size:t,extent:n,radius:s},r,o,a){let l=new ImageData(t,t),c=o?this.#s.unsigned:this.#s.signed;for(let m=0;m<t*t;m++){let g=e[m];if(Number.isNaN(g))continue;let _=o?g/r:.5+g/(2*r),A=Math.round(Math.min(Math.max(_,0),1)*255);for(let S=0;S<3;S++)l.data[4*m+S]=c[4*A+S];l.data[4*m+3]=255}this.#n.width=t,this.#n.height=t,this.#n.getContext("2d")?.putImageData(l,0,0);let h=this.#c(a),[u,f]=[a/2,gd*a/2];h.save(),h.beginPath(),h.arc(u,u,f*s,0,7),h.clip(),h.imageSmoothingEnabled=!0,h.imageSmoothingQuality="high";let d=2*f*n,p=d*t/(t-1);h.drawImage(this.#n,u-p/2,u-p/2,p,p),h.lineWidth=.7,h.strokeStyle="rgba(20, 20, 20, 0.45)",h.beginPath();let x=o?0:-r;for(let m=1;m<=Ex;m++){let g=x+(r-x)*m/(Ex+1),_=Tx(e,t,g);for(let A=0;A<_.length;A+=4){let S=R=>u-d/2+d*R/(t-1);h.moveTo(S(_[A]),S(_[A+1])),h.lineTo(S(_[A+2]),S(_[A+3]))}}h.stroke(),h.restore()}#c(e){let t=Math.min(window.devicePixelRatio||1,2),n=this.#t;n.width=e*t,n.height=e*t,n.style.width=`${e}px`,n.style.height=`${e}px`;let s=n.getContext("2d");return s.scale(t,t),s}#l(e,t,{radius:n},s){let r=this.#t.getContext("2d"),[o,a]=[s/2,gd*s/2];r.lineWidth=1.3,r.lineJoin="round",r.strokeStyle=wn(this.element,"ink"),Cx(r,o,a),r.save(),r.beginPath(),r.arc(o,o,a*n,0,7),r.clip(),r.strokeStyle="rgb(27, 33, 39)",Cx(r,o,a),r.restore();for(let l=0;l<e.length/2;l++)r.fillStyle=t.includes(l)?"rgba(200, 40, 40, 0.9)":"rgba(20, 20, 20, 0.55)",r.beginPath(),r.arc(o+a*e[2*l],o-a*e[2*l+1],1.1,0,7),r.fill()}#h(e){let{store:t,page:n,payload:s}=this.#e,r=n.sensors[t.state.sensor];if(!r)return;let o=this.#t.getBoundingClientRect(),a=gd*o.width/2,l=(e.clientX-o.left-o.width/2)/a,c=(o.height/2-e.clientY+o.top)/a,h=s.floats(r.positions),u=-1,f=.08;for(let d=0;d<r.names.length;d++){let p=Math.hypot(h[2*d]-l,h[2*d+1]-c);p<f&&([u,f]=[d,p])}this.#t.title=u<0?"":r.names[u]}};function Cx(i,e,t){let n=(s,r)=>[e+t*s,e-t*r];i.beginPath(),i.arc(e,e,t,0,2*Math.PI),i.moveTo(...n(-.13,.99)),i.lineTo(...n(0,1.14)),i.lineTo(...n(.13,.99));for(let s of[-1,1])i.moveTo(...n(s*.98,.19)),i.bezierCurveTo(...n(s*1.12,.3),...n(s*1.12,-.3),...n(s*.98,-.19));i.stroke()}var l1={mag:"Mag",grad:"Grad",eeg:"EEG"},Lh=class{element;#e;#t;#i=Q("h2");#n=Q("p",{class:"lf-empty",text:"No sensor data for this map."});#s=Q("div",{class:"lf-sensor-body"});constructor(e){this.#e=e;let{store:t,page:n}=e;this.#t=new Ws(e,"Sensors over time");let s=n.sensors.map((a,l)=>({value:l,text:l1[a.kind]??a.kind,title:a.title})),r=Jn("Sensor type",s,a=>t.set({sensor:a})),o=new Ih(e);this.#s.append(this.#t.element,o.element),this.element=Q("section",{class:"lf-sensors lf-card"},Q("header",{},this.#i,s.length>1&&r.element),this.#n,this.#s),t.watch(["sensor"],({sensor:a})=>r.show(a)),t.watch(["sensor","map","dark"],()=>this.#r())}#r(){let{store:e,page:t,payload:n}=this.#e,{sensor:s,map:r}=e.state,o=t.sensors[s],a=t.responses[t.maps[r]?.response??-1],l=a?.channels[s];if(this.#n.hidden=!!l,this.#s.hidden=!l,this.#i.replaceChildren(Q("span",{text:o.title}),Q("small",{text:o.unit})),!l)return;let c=n.scaled(l.data,l.scales),h=n.floats(o.positions),u=a.times.n,f=o.names.map((d,p)=>{let x=o.bads.includes(p);return{values:c.subarray(p*u,(p+1)*u).map(m=>m*o.scale),colour:x?"rgba(128, 128, 128, 0.7)":Oi(jd(h[2*p],h[2*p+1])),width:.9,...x?{dash:[4,3],aside:!0}:{}}});this.#t.show(Nr(a.times),f),this.#t.describe(`${f.length} ${o.title.toLowerCase()} of ${a.title}`)}};var c1=4;function Rx(i,e){let{canvas:t}=e,{actions:n,store:s}=i,r=new Map,o={x:0,y:0},a,l=!1,c=!1,h=0,u=p=>{let x=t.getBoundingClientRect();return{x:p.clientX-x.left,y:p.clientY-x.top}};t.addEventListener("pointerdown",p=>{let x=u(p);if(t.setPointerCapture(p.pointerId),t.focus({preventScroll:!0}),r.set(p.pointerId,x),e.hideTip(),r.size>1||(o=x,c=!1,a=za(e.places,x.x,x.y),l=p.shiftKey||p.button>0,!a))return;let m=Kt(i.page,s.state)[a.lane];m!==s.state.map&&n.setMap(m),l||zn(i,e.pointAt(a,x.x,x.y))}),t.addEventListener("pointermove",p=>{let x=u(p),m=r.get(p.pointerId);if(!m){if(cancelAnimationFrame(h),s.state.playing)return;h=requestAnimationFrame(()=>{e.showTip(za(e.places,x.x,x.y),x.x,x.y)});return}if(r.set(p.pointerId,x),!!a){if(r.size===2){f(p.pointerId,m,x,a);return}c||=Math.hypot(x.x-o.x,x.y-o.y)>c1,l?c&&gp(i,h1(a,x.x-m.x,x.y-m.y)):zn(i,e.pointAt(a,x.x,x.y))}});let f=(p,x,m,g)=>{c=!0;let _=[...r].find(([E])=>E!==p)?.[1],A=_?Math.hypot(x.x-_.x,x.y-_.y):0;if(!_||!A)return;let S=Math.hypot(m.x-_.x,m.y-_.y),R=e.pointAt(g,(m.x+_.x)/2,(m.y+_.y)/2);js(i,S/A,R)},d=p=>{let x=r.get(p.pointerId);r.delete(p.pointerId),!(!x||!a||p.type==="pointercancel")&&(l&&!c&&p.button===0&&zn(i,e.pointAt(a,x.x,x.y),!0),(!l||!c)&&i.say(Wa(i)))};t.addEventListener("pointerup",d),t.addEventListener("pointercancel",d),t.addEventListener("pointerleave",()=>e.hideTip()),t.addEventListener("contextmenu",p=>p.preventDefault()),t.addEventListener("dblclick",()=>Or(i)),t.addEventListener("wheel",p=>{if(!Df(i.root,p))return;let{x,y:m}=u(p),g=za(e.places,x,m);if(!g)return;p.preventDefault();let _=p.deltaMode===1?p.deltaY*16:p.deltaY;js(i,Math.exp(-_*.0016),e.pointAt(g,x,m))},{passive:!1}),i.cleanups.push(()=>cancelAnimationFrame(h))}function h1({axis:i,scale:e},t,n){let s=[0,0,0],[r,o]=yi[i];return s[r]=t*e,s[o]=-n*e,s}var u1="#7fd97f",f1="#d5dbe1",d1=84,p1=[["P","A"],["L","R"],["L","R"]],Nh=class{#e;#t;#i=[];#n=Q("canvas");constructor(e,t){this.#e=e,this.#t=t}paint(e,t,n){let{state:s}=this.#e.store,{x:r,y:o,width:a,height:l}=t.rectangle;e.save(),e.beginPath(),e.roundRect(r,o,a,l,4),e.clip(),e.fillStyle="#000",e.fillRect(r,o,a,l),this.#s(e,t,s.place),this.#o(e,t,n,s),this.#a(e,t,s),g1(e,t,s.place),x1(e,t,s.place),e.restore()}#s(e,t,n){let{image:s}=this.#t;if(!s)return;let{axis:r,scale:o}=t,a=this.#r(r,n[r]),[l,c]=yi[r],h=[0,0,0];h[l]=s.first[l]-s.step/2,h[c]=s.first[c]+s.step*(s.shape[c]-.5);let{x:u,y:f}=Ur(t,h),d=s.step/o;e.imageSmoothingEnabled=!0,e.imageSmoothingQuality="high",e.drawImage(a,u,f,a.width*d,a.height*d)}#r(e,t){let n=this.#i[e];if(n?.cut===t||!this.#t.image)return n.canvas;let{width:s,height:r,values:o}=pp(this.#t.image,e,t),a=n?.canvas??Q("canvas");a.width=s,a.height=r;let l=new ImageData(s,r);for(let c=0,h=0;c<o.length;c++,h+=4)l.data.fill(o[c],h,h+3),l.data[h+3]=255;return a.getContext("2d")?.putImageData(l,0,0),this.#i[e]={cut:t,canvas:a},a}#o(e,t,n,s){let{activity:r}=this.#e,{x:o,y:a}=t.rectangle,l=s.smooth?2:1,c=fp(t,s.place,l),{width:h,height:u}=c,f=new Float32Array(h*u);dp(this.#t,r.frame(n,s).values,c,s.smooth,f);let d=new ImageData(h,u),p=this.#t.image?null:d1;m1(f,r.appearance(n,s),p,d.data),this.#n.width=h,this.#n.height=u,this.#n.getContext("2d")?.putImageData(d,0,0),e.imageSmoothingEnabled=s.smooth,e.drawImage(this.#n,o,a,h*l,u*l)}#a(e,t,{picks:n,place:s}){let{axis:r}=t;for(let o of n){let a=this.#t.pointOf(o.source);if(o.here||Math.abs(a[r]-s[r])>this.#t.spacing/2)continue;let{x:l,y:c}=Ur(t,a);for(let[h,u]of[["#000",4.5],[Oi(o.colour),2.5]])e.beginPath(),e.arc(l,c,6,0,2*Math.PI),e.lineWidth=u,e.strokeStyle=h,e.stroke()}}};function m1(i,e,t,n){let s=$d(e.limits,e.table,e.transparent);for(let r=0,o=0;r<i.length;r++,o+=4){let a=i[r];if(Number.isNaN(a))continue;let l=s.placeOf(a);for(let h=0;h<4;h++)n[o+h]=s.colours[l+h];if(t===null)continue;let c=n[o+3]/255;for(let h=0;h<3;h++)n[o+h]=c*n[o+h]+(1-c)*t;n[o+3]=255}}function g1(i,e,t){let{x:n,y:s,width:r,height:o}=e.rectangle,{x:a,y:l}=Ur(e,t),c=7;i.globalAlpha=.75,i.fillStyle=u1,i.fillRect(n,l-.5,Math.max(0,a-c-n),1),i.fillRect(a+c,l-.5,Math.max(0,n+r-a-c),1),i.fillRect(a-.5,s,1,Math.max(0,l-c-s)),i.fillRect(a-.5,l+c,1,Math.max(0,s+o-l-c)),i.globalAlpha=1}function x1(i,e,t){let{axis:n,rectangle:s}=e,{x:r,y:o,width:a,height:l}=s,c=getComputedStyle(i.canvas).fontFamily,h=(p,x,m,g)=>{i.textAlign=g,i.lineWidth=3,i.strokeStyle="rgb(0 0 0 / 0.75)",i.strokeText(p,x,m),i.fillStyle=f1,i.fillText(p,x,m)};i.lineJoin="round",i.font=`11.5px ${c}`;let u=`${"xyz"[n]} ${t[n].toFixed(0).replace("-","−")}`;h(a>150?`${cp[n]}  ${u}`:u,r+8,o+17,"left"),i.font=`600 11.5px ${c}`;let[f,d]=p1[n];h(f,r+8,o+l-9,"left"),h(d,r+a-8,o+l-9,"right")}var vr=12,_1=24,Dh=class{element;canvas;places=[];#e;#t;#i;#n=Q("div",{class:"lf-tip"});#s=[];#r=0;#o=0;#a=0;constructor(e,t){this.#e=e,this.#t=t,this.#i=new Nh(e,t),this.canvas=Q("canvas",{class:"lf-canvas lf-slices",attributes:{tabindex:"0",role:"img"}}),this.#n.hidden=!0,this.element=Q("div",{class:"lf-brain"},this.canvas,this.#n),Rx(e,this);let{store:n}=e;n.watch(["map","sideBySide","lens"],()=>this.#l()),n.watch(["dark","time","limits","snr","method","place","picks","smooth"],()=>{this.invalidate()}),n.watch(["place"],({place:r})=>{let o=`Three slices, sagittal, coronal and axial, through ${Ks(r)} mm`;this.canvas.setAttribute("aria-label",o)});let s=Gn(this.element,()=>this.draw());e.cleanups.push(()=>{s.disconnect(),cancelAnimationFrame(this.#a)})}get size(){return{width:this.#r,height:this.#o}}#c(){let{clientWidth:e,clientHeight:t}=this.element;e===this.#r&&t===this.#o||(this.#r=e,this.#o=t,this.#l())}#l(){if(!this.#r||!this.#o)return;let{store:e,page:t}=this.#e,{lens:n,map:s}=e.state,r=Kt(t,e.state),o=ch(r.length,1,this.#r,this.#o),a=r.length>1?_1:0;this.places=o.flatMap(({lane:l,rectangle:{x:c,y:h,width:u,height:f}})=>{let d={x:c+vr,y:h+vr+a,width:Math.max(1,u-2*vr),height:Math.max(1,f-2*vr-a)};return hp(l,d,this.#t.box,n)}),this.#s=a?o.map(({lane:l,rectangle:{x:c,y:h,width:u}})=>({text:t.maps[r[l]].title,chosen:r[l]===s,x:c+vr,y:h+vr+12,width:u-2*vr})):[],this.invalidate()}invalidate(){this.#a||(this.#a=requestAnimationFrame(()=>this.draw()))}draw(){this.#c(),cancelAnimationFrame(this.#a),this.#a=0;let e=this.canvas.getContext("2d");if(!this.#r||!this.#o||!e)return;let t=Math.min(window.devicePixelRatio||1,2),[n,s]=[this.#r*t,this.#o*t].map(Math.round);(this.canvas.width!==n||this.canvas.height!==s)&&(this.canvas.width=n,this.canvas.height=s),e.setTransform(t,0,0,t,0,0),e.fillStyle=wn(this.canvas,"ground"),e.fillRect(0,0,this.#r,this.#o);let{store:r,page:o}=this.#e,a=Kt(o,r.state);for(let l of this.places)this.#i.paint(e,l,a[l.lane]);e.textAlign="left",e.font=`600 13px ${getComputedStyle(this.canvas).fontFamily}`;for(let{text:l,chosen:c,x:h,y:u,width:f}of this.#s)e.fillStyle=wn(this.canvas,c?"accent":"ink"),e.fillText(l,h,u,f)}locate(e,t){let n=this.#e.brain.sourceOf(e,t);return n<0||!this.places.length?null:Ur(this.places[0],this.#t.pointOf(n))}pointAt(e,t,n){return jh(e,this.#e.store.state.place,t,n)}showTip(e,t,n){let{store:s,activity:r,page:o}=this.#e,a=e&&this.pointAt(e,t,n),l=a?this.#t.rowAt(a):-1;if(this.#n.hidden=l<0,l<0||!e)return;let c=Kt(o,s.state)[e.lane],{scale:h,unit:u}=r.appearance(c,s.state),f=r.frame(c,s.state).values[l],p=[Bi(this.#e,"vol",this.#t.sources[l]),ui(f*h,u)];this.#n.textContent=p.filter(Boolean).join("  ·  ");let x=Math.min(t+14,this.#r-this.#n.offsetWidth-6);this.#n.style.transform=`translate(${Math.max(0,x)}px, ${Math.max(0,n-30)}px)`}hideTip(){this.#n.hidden=!0}};var xd=10,Fh=class{element;#e;#t=Q("canvas",{class:"lf-overview"});#i;#n=[Q("span"),Q("span")];constructor(e){this.#e=e;let{actions:t,store:n}=e,s=Vn("play","Play (space)",()=>t.togglePlaying());s.classList.add("lf-play");let r=Q("output",{class:"lf-now"});this.#i=Q("input",{class:"lf-time-slider",attributes:{type:"range",min:"0",step:"any","aria-label":"Time"}}),this.#i.addEventListener("input",()=>{t.setTime($s(e.times(),Number(this.#i.value)))});let o=Q("div",{class:"lf-time-track"},this.#t,this.#i),a=[.25,.5,1,2,4].map(u=>({value:u,text:`${u}×`})),l=()=>Zs(e.times())-e.times().tmin,c=Ts("Speed",a,u=>{n.set({speed:u*l()/xd})});c.element.classList.add("lf-speed"),this.element=Q("div",{class:"lf-time",attributes:{role:"group","aria-label":"Time"}},s,Vn("back","One sample back (←)",()=>t.step(-1)),Vn("forward","One sample on (→)",()=>t.step(1)),r,Q("div",{class:"lf-time-axis"},this.#n[0],o,this.#n[1]),c.element),n.watch(["playing"],({playing:u})=>{u?ko(s,"pause","Pause (space)"):ko(s,"play","Play (space)")}),n.watch(["map"],()=>{n.set({speed:l()/xd});let u=e.times();this.#i.max=String(u.n-1),this.element.classList.toggle("lf-still",u.n<2),this.#n[0].textContent=this.#s(u.tmin),this.#n[1].textContent=this.#s(Zs(u))}),n.watch(["speed"],u=>c.show(l()?u.speed*xd/l():1)),n.watch(["map","shown","dark","snr","method"],()=>this.#r()),n.watch(["time","map"],({time:u})=>{let f=Js(u,e.page.timeUnit);r.textContent=f,this.#i.value=String(es(e.times(),u)),this.#i.setAttribute("aria-valuetext",f)});let h=Gn(o,()=>this.#r());e.cleanups.push(()=>h.disconnect())}#s(e){return Js(e,this.#e.page.timeUnit).replace(/\.0+(?= )/,"")}#r(){let{clientWidth:e,clientHeight:t}=this.#t,n=this.#t.getContext("2d");if(!e||!n)return;let s=Math.min(window.devicePixelRatio||1,2);this.#t.width=e*s,this.#t.height=t*s,n.scale(s,s);let{activity:r,store:o,element:a}={...this.#e,element:this.element},l=r.strength(o.state.map),c=this.#e.times(),h=d=>c.n>1?d/(c.n-1)*e:e/2,u=-c.tmin/c.tstep;if(u>0&&u<c.n-1&&(n.fillStyle=wn(a,"line-strong"),n.fillRect(Math.round(h(u)),0,1,t)),!l||c.n<2)return;let f=l.reduce((d,p)=>Math.max(d,p),0)||1;n.beginPath(),n.moveTo(0,t),l.forEach((d,p)=>{n.lineTo(h(p),t-2-(t-5)*(d/f))}),n.lineTo(e,t),n.closePath(),n.fillStyle=wn(a,"overview"),n.fill()}};var Uh=class{#e;#t=[];constructor(e){this.#e=e}get state(){return this.#e}set(e){let t=Object.keys(e).filter(n=>e[n]!==this.#e[n]);if(t.length){this.#e={...this.#e,...e};for(let{keys:n,follow:s}of[...this.#t])n.some(r=>t.includes(r))&&s(this.#e)}}watch(e,t){this.#t.push({keys:e,follow:t}),t(this.#e)}clear(){this.#t=[]}};function Px(i,e,t){let n=y1(e),{root:s,store:r,page:o,actions:a,activity:l,brain:c}=n;v1(n);for(let{hemisphere:A,vertex:S}of Dp(o,c,l,r.state))a.pick(A,S);o.initial.place&&zn(n,o.initial.place);let h=Q("div",{class:"lf-spoken",attributes:{"aria-live":"polite"}});n.say=A=>{h.textContent=A},i.append(s);let u=c.grid?new Dh(n,c.grid):new fh(n),f=bx(n),p={shoot:()=>{let A=`${(o.title||"source map").replace(/[^\p{L}\p{N}._ -]+/gu,"_")}.png`;rl(n,u).then(S=>{Gp(S,A),n.say("Picture saved")})},help:f.open},x=o.maps.length?new sl(n).element:null,m=o.maps.length?new Fh(n).element:null,g=S1(n);s.append(Mx(n,p),Op(n),Q("div",{class:"lf-main"},u.element,x??"")),g?s.append(g):s.classList.add("lf-without-side"),m&&s.append(m),s.append(f.element,h),kp(n,p);let _=Gn(s,(A,S)=>{s.classList.toggle("lf-narrow",A<1080),s.classList.toggle("lf-dense",A<(g?1380:1010)),s.classList.toggle("lf-small",A<960),s.classList.toggle("lf-tiny",A<560),s.classList.toggle("lf-short",S<700)});return n.cleanups.push(()=>_.disconnect()),u.draw(),Hp(n,u,performance.now()-t)}function y1(i){let e=i.header,t=new tl(i),n=new Qa(i,t),s=new Uh(Np(e,t,n)),o={root:Q("div",{class:"lf",attributes:{role:"application","aria-label":e.title||"Source map",tabindex:"-1"}}),payload:i,page:e,brain:t,activity:n,store:s,times:()=>ap(e,s),limitSnr:{},liveTime:0,say:()=>{},cleanups:[]};return o.actions=new Xa(o),o}function v1({root:i,store:e,cleanups:t}){let n=window.matchMedia("(prefers-color-scheme: dark)"),s=({theme:o})=>{let a=o==="auto"?n.matches:o==="dark";i.classList.toggle("lf-dark",a),e.set({dark:a})},r=()=>s(e.state);n.addEventListener("change",r),t.push(()=>n.removeEventListener("change",r)),e.watch(["theme"],s)}function S1(i){let{page:e,store:t}=i;if(!e.maps.length)return null;let n=[{value:"courses",text:"Courses",element:new Rh(i).element}];e.live&&n.push({value:"live",text:"Inverse",element:new Ph(i).element}),e.sensors.length&&n.push({value:"sensors",text:"Sensors",element:new Lh(i).element});let s=Q("aside",{class:`lf-side lf-parts-${n.length}`});if(n.length>1){let r=Jn("Beside the brain",n,o=>t.set({tab:o}));r.element.classList.add("lf-tabs"),s.append(r.element),t.watch(["tab"],({tab:o})=>{r.show(o);for(let a of n)a.element.classList.toggle("lf-front",a.value===o)})}else n[0].element.classList.add("lf-front");return s.append(...n.map(r=>r.element)),s}async function Oh(i,e){let t=performance.now();if(typeof DecompressionStream>"u")throw new Error("This browser is too old to unpack the data of this page.");let n=new Fa(await Bd(await e));if(!n.header.volume&&!M1())throw new Error("The brain cannot be turned here: this browser has no WebGL 2, or it is switched off.");return Px(i,n,t)}function M1(){let i=document.createElement("canvas").getContext("webgl2");return i?.getExtension("WEBGL_lose_context")?.loseContext(),i!==null}function Bh(i){return i instanceof Error?i.message:String(i)}async function b1(i){let e=i.querySelector("script.leadfield-data"),t=i.querySelector(".leadfield-still"),n=i.querySelector(".leadfield-note");try{let s=e?.textContent;if(!s)throw new Error("This page holds no data for the viewer.");let r=await Oh(i,kd(s));return t?.remove(),n?.remove(),e.remove(),i.dataset.ready="true",r}catch(s){return n||(n=document.createElement("p"),n.className="leadfield-note",i.append(n)),n.textContent=Bh(s),i.dataset.ready="failed",null}}async function Ix(){let i=[];window.leadfieldViews=i;for(let e of document.querySelectorAll("div.leadfield-view")){if(e.dataset.ready)continue;let t=await b1(e);t&&i.push(t),t&&(window.leadfield??=t)}}async function w1({model:i,el:e}){let t=document.createElement("div");t.className="leadfield-view",t.style.height=`${Number(i.get("height"))||620}px`,e.append(t);let n;try{let r=i.get("data"),o=new Uint8Array(r.buffer,r.byteOffset,r.byteLength);n=await Oh(t,o),t.dataset.ready="true"}catch(r){A1(t,String(i.get("still")??""),Bh(r)),t.dataset.ready="failed";return}let s=T1(i,n);return()=>{s(),n.destroy()}}function A1(i,e,t){if(e.startsWith("data:image/")){let s=document.createElement("img");s.className="leadfield-still",s.alt="Source map",s.src=e,i.append(s)}let n=document.createElement("p");n.className="leadfield-note",n.textContent=t,i.append(n)}function T1(i,e){let t={time:()=>{let r=i.get("time");typeof r=="number"&&e.setTime(r)},map:()=>{let r=Number(i.get("map"));r>=0&&e.setMap(r)},picks:()=>{let r=i.get("picks")??[],o=e.state().picks;if(!(!r.length||JSON.stringify(r)===JSON.stringify(o))){e.clearPicks();for(let{hemisphere:a,vertex:l}of r)e.pick(a,l)}}};for(let[r,o]of Object.entries(t))o(),i.on(`change:${r}`,o);let s=setInterval(()=>{let{time:r,map:o,picks:a,playing:l}=e.state();if(l)return;let c=!1;for(let[h,u]of Object.entries({time:r,map:o,picks:a}))JSON.stringify(i.get(h))!==JSON.stringify(u)&&(i.set(h,u),c=!0);c&&i.save_changes()},150);return()=>{clearInterval(s);for(let[r,o]of Object.entries(t))i.off(`change:${r}`,o)}}var Lx={render:w1};return Jx(E1);})();
