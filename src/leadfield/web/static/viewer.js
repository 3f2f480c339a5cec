"use strict";var leadfieldViewer=(()=>{var Ah=Object.defineProperty;var cx=Object.getOwnPropertyDescriptor;var hx=Object.getOwnPropertyNames;var ux=Object.prototype.hasOwnProperty;var fx=(i,e)=>{for(var t in e)Ah(i,t,{get:e[t],enumerable:!0})},dx=(i,e,t,n)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of hx(e))!ux.call(i,s)&&s!==t&&Ah(i,s,{get:()=>e[s],enumerable:!(n=cx(e,s))||n.enumerable});return i};var px=i=>dx(Ah({},"__esModule",{value:!0}),i);var CA={};fx(CA,{startPage:()=>Z0,widget:()=>J0});var Th="leadfield-viewer";var mx={int8:Int8Array,uint8:Uint8Array,int16:Int16Array,uint16:Uint16Array,int32:Int32Array,uint32:Uint32Array,float32:Float32Array},gs=class extends Error{},va=class{header;#e;#t;#i=new Map;#n=new Map;constructor(e){if(e.byteLength<8)throw new gs("the data of this page are cut off");let t=Number(new DataView(e).getBigUint64(0,!0));if(8+t>e.byteLength)throw new gs("the data of this page are cut off");let n=JSON.parse(new TextDecoder().decode(new Uint8Array(e,8,t)));if(n.format!==Th||n.version!==1)throw new gs(`this viewer reads ${Th} ${1}, the page holds ${n.format} ${n.version}`);this.header=n,this.#e=e,this.#t=8+t}shape(e){return this.#s(e).shape}array(e){let t=this.#n.get(e);return t||(t=gx(this.#e,this.#t,this.#s(e)),this.#n.set(e,t)),t}integers(e){let t=this.array(e);if(t instanceof Float32Array)throw new gs(`${e} must hold integers`);return t}floats(e){let t=this.array(e);return t instanceof Float32Array?t:Float32Array.from(t)}scaled(e,t){if(t===null)return this.floats(e);let n=this.#i.get(e);if(n)return n;let s=Float32Array.from(this.array(e)),r=this.floats(t),o=s.length/Math.max(r.length,1);for(let a=0;a<s.length;a++)s[a]*=r[Math.floor(a/o)];return this.#i.set(e,s),s}#s(e){let t=this.header.arrays[e];if(!t)throw new gs(`the page has no array ${e}`);return t}};function gx(i,e,t){let n=mx[t.dtype],s=n.BYTES_PER_ELEMENT,r=e+t.offset;if(r+t.nbytes>i.byteLength)throw new gs("the data of this page are cut off");let o=t.nbytes/s,a=new n(i,r,o);if(t.planes){let l=new Uint8Array(i,r,t.nbytes),c=new Uint8Array(t.nbytes);for(let h=0;h<s;h++){let u=h*o;for(let f=0;f<o;f++)c[s*f+h]=l[u+f]}a=new n(c.buffer)}if(t.delta){let l=t.shape.slice(1).reduce((h,u)=>h*u,1),c=t.planes?a:a.slice();for(let h=l;h<o;h++)c[h]+=c[h-l];a=c}return a}async function hd(i){let e=new Blob([i]).stream();return await new Response(e.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer()}function ud(i){let e=atob(i.trim()),t=new Uint8Array(e.length);for(let n=0;n<e.length;n++)t[n]=e.charCodeAt(n);return t}var xx={lateral:[180,90],medial:[0,90],rostral:[90,90],caudal:[270,90],dorsal:[180,0],ventral:[180,180],frontal:[120,80],parietal:[-120,60]},_x={lateral:[0,90],medial:[180,90],frontal:[60,80],parietal:[-60,60]},fd=["lateral","medial","dorsal","ventral","rostral","caudal","frontal","parietal"],yx=.95;function dd(i,e){let[t,n]=e==="rh"&&_x[i]||xx[i],s=t*Math.PI/180,r=n*Math.PI/180,o=[Math.cos(s)*Math.sin(r),Math.sin(s)*Math.sin(r),Math.cos(r)];return vx(o,Math.abs(o[2])>yx?[0,1,0]:[0,0,1])}function vx(i,e){let t=So(vr(e,i));return[t,vr(i,t),i]}function pd(i,e,t){let[n,s]=[Math.cos(e),Math.sin(e)],[r,o]=[Math.cos(t),Math.sin(t)],a=(g,x,p,m)=>[g[0]*x+p[0]*m,g[1]*x+p[1]*m,g[2]*x+p[2]*m],l=a(i[0],n,i[2],s),c=a(i[2],n,i[0],-s),h=a(i[1],r,c,o),u=a(c,r,i[1],-o),f=So(l),d=So(_d(u,f,xs(u,f)));return[f,xs(h,vr(d,f))>0?vr(d,f):vr(f,d),d]}function md(i,e,t){let n=l=>[i[l][0]+t*(e[l][0]-i[l][0]),i[l][1]+t*(e[l][1]-i[l][1]),i[l][2]+t*(e[l][2]-i[l][2])],s=n(2),r=n(0);if(Math.hypot(...s)<.2||Math.hypot(...r)<.2)return t<.5?i:e;let o=So(s),a=So(_d(r,o,xs(r,o)));return[a,vr(o,a),o]}function gd(i,e){let t=[1/0,1/0,1/0],n=[-1/0,-1/0,-1/0];for(let a=0;a<e.length;a+=3)for(let l=0;l<3;l++){let c=i[l],h=c[0]*e[a]+c[1]*e[a+1]+c[2]*e[a+2];h<t[l]&&(t[l]=h),h>n[l]&&(n[l]=h)}let s=t.map((a,l)=>(n[l]-a)/2),r=t.map((a,l)=>(n[l]+a)/2);return{middle:[0,1,2].map(a=>r[0]*i[0][a]+r[1]*i[1][a]+r[2]*i[2][a]),half:s}}function xd(i,e,t,n=.06){let s=1-2*n;return Math.max(2*i[0]/(s*e),2*i[1]/(s*t),1e-6)}function xs(i,e){return i[0]*e[0]+i[1]*e[1]+i[2]*e[2]}function vr(i,e){return[i[1]*e[2]-i[2]*e[1],i[2]*e[0]-i[0]*e[2],i[0]*e[1]-i[1]*e[0]]}function So(i){let e=Math.hypot(...i)||1;return[i[0]/e,i[1]/e,i[2]/e]}function _d(i,e,t){return[i[0]-t*e[0],i[1]-t*e[1],i[2]-t*e[2]]}function yd(i,e){let{fmin:t,fmid:n,fmax:s,signed:r}=i,o=r?Math.abs(e):e;return o<=t?0:o>=s?1:o<n?.5*(o-t)/(n-t):.5+.5*(o-n)/Math.max(s-n,1e-300)}function Sx(i,e){let t=yd(i,e);return i.signed?.5+Math.sign(e)*.5*t:t}function vd(i,e,t,n){let s=Sx(i,n)*255,r=Math.floor(s),o=Math.min(r+1,255),a=c=>e[4*r+c]+(s-r)*(e[4*o+c]-e[4*r+c]),l=t?Math.min(1,2*yd(i,n)):1;return[a(0),a(1),a(2),a(3)*l]}function Sd(){return Eh([[0,255,255],[0,0,255],[128,128,128],[255,0,0],[255,255,0]])}function Md(){return Eh([[5,48,97],[67,147,195],[209,229,240],[247,247,247],[253,219,199],[214,96,77],[103,0,31]])}function bd(){return Eh([[255,245,240],[252,187,161],[251,106,74],[203,24,29],[103,0,13]])}function Eh(i){let e=new Uint8Array(1024);for(let t=0;t<256;t++){let n=t/255*(i.length-1),s=Math.min(Math.floor(n),i.length-2);for(let r=0;r<3;r++){let o=i[s][r]+(n-s)*(i[s+1][r]-i[s][r]);e[4*t+r]=Math.round(o)}e[4*t+3]=255}return e}function _s(i){return`#${i.toString(16).padStart(6,"0")}`}function wd(i){return[(i>>16&255)/255,(i>>8&255)/255,(i&255)/255]}var Sa=[3108845,14710831,2071915,11816900,13214720,1483704,14043754,8024048];function Ad(i,e){let t=Math.atan2(e,i),n=Math.min(1,Math.hypot(i,e)),s=r=>Math.round(255*(.46+.4*n*Math.cos(t-r)));return s(0)<<16|s(2.1)<<8|s(4.2)}function Td(i,e,t,n){let s=.005*(n[1]-n[0]),r=i.signed?Math.max(n[0],0):n[0],{fmin:o,fmid:a,fmax:l}=i,c={fmin:[r,a-s],fmid:[o+s,l-s],fmax:[a+s,n[1]]},[h,u]=c[e];return{...i,[e]:Math.min(Math.max(t,h),Math.max(h,u))}}function Ma(i,e){if(i.signed){let t=Math.max(Math.abs(e[0]),Math.abs(e[1]),i.fmax);return[-t,t]}return[Math.min(0,e[0],i.fmin),Math.max(e[1],i.fmax)]}function Ed(i,e){let{fmin:t,fmid:n,fmax:s,signed:r}=i;return{fmin:t*e,fmid:n*e,fmax:s*e,signed:r}}function Cd(i){let{fmin:e,fmid:t,fmax:n,signed:s}=i;return[e,t,n].every(Number.isFinite)?e<=t&&t<=n&&e<n?s&&e<0?"limits of a signed map must be 0 or more: they are mirrored":null:"colour limits must grow":"colour limits must be finite numbers"}function Zi(i,e){let t=(e-i.tmin)/i.tstep,n=Math.round(t),s=Math.abs(t-n)<1e-6?n:t;return Math.min(Math.max(s,0),i.n-1)}function zs(i,e){return i.tmin+i.tstep*e}function Vs(i){return zs(i,i.n-1)}function ba(i,e){return Math.min(Math.max(e,i.tmin),Vs(i))}function Rd(i,e,t){let n=Zi(i,e),s=t>0?Math.floor(n+1e-6):Math.ceil(n-1e-6);return zs(i,Math.min(Math.max(s+t,0),i.n-1))}function Pd(i,e,t){let n=Vs(i)-i.tmin;if(n<=0)return i.tmin;let s=e-i.tmin+t;return i.tmin+(s>n?s%n:s)}function Sr(i){return Float64Array.from({length:i.n},(e,t)=>zs(i,t))}function Mr(i,e,t,n){let s=Math.min(Math.floor(t),e-1),r=t-s;for(let o=0,a=s;o<n.length;o++,a+=e)n[o]=r===0?i[a]:(1-r)*i[a]+r*i[a+1]}function Id(i,e){let t=Math.min(Math.floor(e),i.length-1),n=e-t;return n===0?i[t]:(1-n)*i[t]+n*i[t+1]}function Hs(i,e){return`${(e==="ms"?(i*1e3).toFixed(1):i.toFixed(4)).replace(/^-(0(\.0*)?)$/,"$1").replace("-","−")} ${e}`}var Mo={lateral:"Lateral",medial:"Medial",dorsal:"Dorsal",ventral:"Ventral",rostral:"Rostral",caudal:"Caudal",frontal:"Frontal",parietal:"Parietal"},Aa={lh:"Left",rh:"Right",both:"Both"};function Ch(i){return(i==="both"?[["lateral","lh"],["lateral","rh"],["medial","lh"],["medial","rh"]]:[["lateral",i],["medial",i],["dorsal",i],["ventral",i]]).map(([t,n])=>Ta(t,n))}function Ta(i,e){return{axes:dd(i,e),view:i,side:e,zoom:1,pan:[0,0]}}var wa=class{#e;#t=0;constructor(e){this.#e=e}setTime(e){let{store:t,times:n}=this.#e;Number.isFinite(e)&&t.set({time:ba(n(),e)})}step(e){let{store:t,times:n,say:s,page:r}=this.#e;t.set({playing:!1,time:Rd(n(),t.state.time,e)}),s(Hs(t.state.time,r.timeUnit))}play(){let{store:e,times:t}=this.#e;if(e.state.playing||t().n<2)return;e.set({playing:!0});let n=null,s=r=>{let{playing:o,speed:a,time:l}=e.state;if(!o)return;let c=n===null?0:Math.min(r-n,100)/1e3;n=r,e.set({time:Pd(t(),l,c*a)}),requestAnimationFrame(s)};requestAnimationFrame(s)}pause(){this.#e.store.set({playing:!1})}togglePlaying(){this.#e.store.state.playing?this.pause():this.play()}setMap(e){let{store:t,page:n}=this.#e;if(!n.maps[e])return;let{sideBySide:s}=t.state;t.set({map:e,sideBySide:s.includes(e)||!s.length?s:[]}),this.setTime(t.state.time)}setSideBySide(e){let{store:t,page:n}=this.#e,s=[...new Set(e)].filter(l=>n.maps[l]).slice(0,4),r=s.length>1?s:[],{map:o}=t.state,a=s.length&&!s.includes(o)?s[0]:o;t.set({sideBySide:r,map:a})}setShown(e){this.#e.store.set({shown:e})}setViews(e){let{store:t}=this.#e;t.set({views:e,active:e===1?0:1})}setView(e,t,n=!0){let{store:s}=this.#e,r=Ta(e,t),{active:o,slots:a}=s.state,l=a[o];if(cancelAnimationFrame(this.#t),!n||l.side!==t||Mx()){this.#i(o,r);return}let c=performance.now(),h=u=>{let f=Math.min(1,(u-c)/350),d=f*f*(3-2*f),g=f<1?md(l.axes,r.axes,d):r.axes;this.#i(o,{...r,axes:g}),f<1&&(this.#t=requestAnimationFrame(h))};this.#t=requestAnimationFrame(h)}setSide(e){let{store:t}=this.#e,{slots:n,active:s,views:r}=t.state;if(r===4){t.set({slots:[n[0],...Ch(e)]});return}let{view:o}=n[s];o?this.setView(o,e,!1):this.#i(s,{...n[s],side:e})}turn(e,t,n){let s=this.#e.store.state.slots[e];cancelAnimationFrame(this.#t),this.#i(e,{...s,axes:pd(s.axes,t,n),view:null})}shift(e,t,n){let s=this.#e.store.state.slots[e];this.#i(e,{...s,pan:[s.pan[0]+t,s.pan[1]+n]})}zoom(e,t,n=0,s=0){let r=this.#e.store.state.slots[e],o=Math.min(Math.max(r.zoom*t,.4),20),a=o/r.zoom,l=[n-(n-r.pan[0])*a,s-(s-r.pan[1])*a];this.#i(e,{...r,zoom:o,pan:l})}resetView(){let{store:e}=this.#e,{slots:t,active:n}=e.state,{view:s,side:r}=t[n];this.setView(s??"lateral",r)}#i(e,t){let{store:n}=this.#e;n.set({slots:n.state.slots.map((s,r)=>r===e?t:s)})}setMorph(e){let{store:t,brain:n}=this.#e,[s,r]=n.morphs;Number.isFinite(e)&&t.set({morph:Math.min(Math.max(e,s),r)})}pick(e,t){let{store:n,brain:s}=this.#e,r=s.hemisphere(e);if(!r||!(t>=0&&t<r.nVertices))return null;let o=r.sourceAt(t),a=o>=0?o:r.weights.strongest(t);if(a<0)return null;let l={hemisphere:e,vertex:r.sources[a]},{picks:c}=n.state;if(c.some(d=>d.hemisphere===e&&d.vertex===l.vertex))return l;let h=c.map(d=>d.colour),u=Sa.find(d=>!h.includes(d))??Sa[0],f=c.slice(-(Sa.length-1));return n.set({picks:[...f,{...l,source:r.firstSource+a,colour:u}]}),l}unpick(e){let{store:t}=this.#e;t.set({picks:t.state.picks.filter(n=>n.source!==e)})}clearPicks(){this.#e.store.set({picks:[]})}setLimits(e,t){let{store:n}=this.#e;if(Cd(t)===null){let{moved:s}=n.state;n.set({limits:{...n.state.limits,[e]:t},moved:s.includes(e)?s:[...s,e]})}}resetLimits(e){let{store:t}=this.#e,n={...t.state.limits};delete n[e],delete this.#e.limitSnr[e],t.set({limits:n,moved:t.state.moved.filter(s=>s!==e)}),this.setSnr(t.state.snr)}setRegions(e,t){let{store:n,page:s}=this.#e,r=n.state.regions.map((o,a)=>s.regions[a].name===e?t:o);n.set({regions:r})}setTheme(e){this.#e.store.set({theme:e})}setSnr(e){this.#n(this.#e.store.state.method,e)}setMethod(e){this.#n(e,this.#e.store.state.snr)}#n(e,t){let{store:n,page:s,activity:r}=this.#e,{live:o}=r,a=s.live?.snr,l=s.live?.methods.some(x=>x.name===e);if(!o||!a||!l||!Number.isFinite(t))return;let c=performance.now();this.#s();let h=Math.min(Math.max(t,a.low),a.high),u=this.#r(),f=n.state,d={...f,method:e,snr:h},{limits:g}=f;if(u>=0){let{key:x}=r.appearance(u,d),p=this.#e.limitSnr[x]??a.initial;if(p!==h){o.set(e,p);let m=r.largest(u,d),v=r.appearance(u,d).limits;o.set(e,h);let A=m>0?r.largest(u,d)/m:1;A>0&&(g={...g,[x]:Ed(v,A)})}this.#e.limitSnr[x]=h}o.set(e,h),n.set({method:e,snr:h,limits:g}),this.#e.liveTime=performance.now()-c}#s(){let{store:e,activity:t,page:n}=this.#e,{map:s,sideBySide:r}=e.state;if(t.isLive(s)||r.some(l=>t.isLive(l)))return;let o=n.maps.flatMap((l,c)=>t.isLive(c)?[c]:[]),a=o.find(l=>n.maps[l].response===n.maps[s].response);this.setMap(a??o[0]??s)}#r(){let{store:e,activity:t,page:n}=this.#e,{map:s}=e.state;return t.isLive(s)?s:n.maps.findIndex((r,o)=>t.isLive(o))}};function Mx(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function Ea(i,e,t){let{rank:n,fine:s,coarse:r,scales:o,rows:a}=i,l=a?s.length/a:0;t.fill(0),Ld(s,0,l,a,e,o,0,t),Ld(r,0,n-l,a,e,o,l,t)}function Ld(i,e,t,n,s,r,o,a){let l=c=>c<t?s[o+c]*r[o+c]:0;for(let c=e;c<t;c+=4){let[h,u,f,d]=[l(c),l(c+1),l(c+2),l(c+3)],g=Math.max(t-1,0),x=c*n,p=Math.min(c+1,g)*n,m=Math.min(c+2,g)*n,v=Math.min(c+3,g)*n;for(let A=0;A<n;A++)a[A]+=h*i[x+A]+u*i[p+A]+f*i[m+A]+d*i[v+A]}}function Ca(i,e){let{rank:t,fine:n,coarse:s,scales:r,rows:o}=i,a=n.length/o,l=new Float64Array(t);for(let c=0;c<t;c++){let h=c<a?n[c*o+e]:s[(c-a)*o+e];l[c]=r[c]*h}return l}function Nd(i,e,t){let n=new Float64Array(t);for(let s=0;s<i.length;s++){let r=i[s];for(let o=0;o<t;o++)n[o]+=r*e[s*t+o]}return n}function Dd(i){let{rank:e,fine:t,coarse:n,scales:s,rows:r}=i,o=r?t.length/r:0,a=new Float64Array(e);for(let l=0;l<e;l++){let c=l<o?t:n,h=(l<o?l:l-o)*r,u=0;for(let f=h;f<h+r;f++)u+=c[f]*c[f];a[l]=u*s[l]*s[l]}return a}function Fd(i,e){for(let t=0,n=0;t<e.length;t++,n+=3){let s=i[n],r=i[n+1],o=i[n+2];e[t]=Math.sqrt(s*s+r*r+o*o)}}function Ud(i,e,t){for(let n=0,s=0;n<t.length;n++,s+=3)t[n]=i[s]*e[s]+i[s+1]*e[s+1]+i[s+2]*e[s+2]}function Od(i,e){return Float64Array.from(i,t=>t>0?t/(t*t+e):0)}function bx(i,e,t){if(t==="MNE")return null;let n=Od(i,e);return t==="sLORETA"&&n.forEach((s,r)=>{n[r]=s*Math.sqrt(1+i[r]**2/e)}),n}function wx(i,e){let{leads:t,perSource:n,weights:s}=i,r=new Float32Array(t.rows);Ax(t,e,r);let o=new Float32Array(t.rows/n);for(let a=0,l=0;a<o.length;a++){let c=0;for(let h=0;h<n;h++,l++)c+=r[l]*(s?s[l]**2:1);o[a]=c>0?1/Math.sqrt(c):0}return o}function Ax(i,e,t){let{rank:n,fine:s,coarse:r,scales:o,rows:a}=i,l=a?s.length/a:0,c=(h,u,f)=>{for(let d=0;d<u;d+=2){let g=(o[f+d]*e[f+d])**2,x=d+1<u?(o[f+d+1]*e[f+d+1])**2:0,p=d*a,m=Math.min(d+1,u-1)*a;for(let v=0;v<a;v++){let A=h[p+v],M=h[m+v];t[v]+=g*A*A+x*M*M}}};c(s,l,0),c(r,n-l,l)}var Ra=class{#e;#t;#i;#n;#s;constructor(e,t,n,s){let r=1/n**2,o=bx(e.singularValues,r,t);this.#e=e,this.#t=Od(e.singularValues,r),this.#i=o&&wx(e,o);let a=Math.sqrt(s/e.operatorNave);this.#i?.forEach((l,c,h)=>{h[c]=l*a}),this.#n=new Float32Array(e.leads.rows),this.#s=new Float64Array(e.leads.rank)}apply(e,t){let n=this.#n;for(let a=0;a<this.#s.length;a++)this.#s[a]=this.#t[a]*e[a];Ea(this.#e.leads,this.#s,n);let{perSource:s,weights:r}=this.#e,o=n.length/s;for(let a=0,l=0;a<o;a++){let c=this.#i?this.#i[a]:1;for(let h=0;h<s;h++,l++)n[l]*=c*(r?.[l]??1)}this.#r(n,0,o,t)}course(e,t,n){let{perSource:s,weights:r,leads:o,output:a}=this.#e,l=Array.from({length:s},(d,g)=>{let x=s*e+g,p=Ca(o,x),m=(this.#i?this.#i[e]:1)*(r?.[x]??1);return p.map((v,A)=>v*m*this.#t[A])}),c=a==="vector"?3:1,h=Array.from({length:c},()=>new Float64Array(n)),u=new Float32Array(s),f=new Float32Array(c);for(let d=0;d<n;d++){for(let g=0;g<s;g++){let x=0;for(let p=0;p<l[g].length;p++)x+=l[g][p]*t[p*n+d];u[g]=x}this.#r(u,e,1,f);for(let g=0;g<c;g++)h[g][d]=f[g]}return h}#r(e,t,n,s){let{perSource:r,turns:o,output:a}=this.#e;if(a==="norm")for(let l=0;l<n;l++){let c=0;for(let h=0;h<r;h++)c+=e[r*l+h]**2;s[l]=Math.sqrt(c)}else if(o){let l=a==="vector"?3:1;for(let c=0;c<n;c++)for(let h=0;h<l;h++){let u=0,f=((t+c)*l+h)*r;for(let d=0;d<r;d++)u+=o[f+d]*e[r*c+d];s[l*c+h]=u}}else s.set(e.subarray(0,n))}};function Bd(i,e,t){let n=1/t**2,{components:s,outside:r,nTimes:o}=e,a=i.length,l=new Float64Array(o),c=new Float64Array(o);for(let d=0;d<a;d++){let g=i[d]**2,x=g>0?(n/(g+n))**2:1;for(let p=0;p<o;p++){let m=s[d*o+p]**2;l[p]+=m,c[p]+=x*m}}let h=0,u=0,f=new Float64Array(o);for(let d=0;d<o;d++)l[d]+=r?.[d]??0,c[d]+=r?.[d]??0,h+=l[d],u+=c[d],f[d]=l[d]>0?1-c[d]/l[d]:0,l[d]=Math.sqrt(l[d]/a),c[d]=Math.sqrt(c[d]/a);return{total:h>0?1-u/h:0,share:f,measured:l,left:c}}var Rh=class{constructor(e,t,n){this.times=n;this.components=t.components,this.#e=zd(e,t.factors),this.#t=e.floats(t.courses),this.#i=new Float64Array(t.factors.rank)}times;version=0;components;#e;#t;#i;fill(e,t){Mr(this.#t,this.times.n,e,this.#i),Ea(this.#e,this.#i,t)}course(e){return Array.from({length:this.components},(t,n)=>{let s=Ca(this.#e,this.components*e+n);return Nd(s,this.#t,this.times.n)})}strength(){let e=Dd(this.#e),t=this.times.n,n=new Float64Array(t);return e.forEach((s,r)=>{for(let o=0;o<t;o++)n[o]+=s*this.#t[r*t+o]**2}),n.map(Math.sqrt)}},Pa=class{operator;responses;#e;#t=new Map;snr;method;version=0;constructor(e,t){this.#e=t,this.snr=t.snr.initial,this.method=t.initialMethod,this.operator={perSource:t.perSource,leads:zd(e,t.leads),weights:t.weights?e.floats(t.weights):null,singularValues:e.floats(t.singularValues),operatorNave:t.operatorNave,output:t.output,turns:t.turns?e.floats(t.turns):null},this.responses=t.responses.map((n,s)=>n?{components:e.floats(n.components),outside:n.outside?e.floats(n.outside):null,nTimes:e.header.responses[s].times.n}:null)}set(e,t){e===this.method&&t===this.snr||(this.method=e,this.snr=t,this.version++,this.#t.clear())}kernel(e){let t=this.#e.responses[e]?.nave??1,n=`${t}`,s=this.#t.get(n);return s||(s=new Ra(this.operator,this.method,this.snr,t),this.#t.set(n,s)),s}explained(e){let t=this.responses[e];return t?Bd(this.operator.singularValues,t,this.snr):null}},Ph=class{constructor(e,t,n){this.live=e;this.response=t;this.times=n;let s=e.responses[t];if(!s)throw new Error("the inverse operator of this page does not fit a response");this.#e=s,this.components=e.operator.output==="vector"?3:1,this.#t=new Float64Array(e.operator.leads.rank)}live;response;times;components;#e;#t;get version(){return this.live.version}fill(e,t){Mr(this.#e.components,this.#e.nTimes,e,this.#t),this.live.kernel(this.response).apply(this.#t,t)}course(e){let{components:t,nTimes:n}=this.#e;return this.live.kernel(this.response).course(e,t,n)}strength(){return this.live.explained(this.response)?.measured??null}};function kd(i,e,t){if(e.values)return new Rh(i,e.values,e.times);if(!t||e.response===null)throw new Error(`the map ${e.title} of this page has no values`);return new Ph(t,e.response,e.times)}function zd(i,e){let[t,n]=i.shape(e.fine),s=e.coarse?i.array(e.coarse):new Int8Array;if(t*n+s.length!==e.rank*n)throw new Error("the factors of this page do not have the columns that they say");return{rank:e.rank,fine:i.array(e.fine),coarse:s,scales:i.floats(e.scales),rows:n}}var Ia=class{maps;live;#e;#t;#i;#n=Sd();#s=[];frameTime=0;constructor(e,t){this.#e=e.header,this.#t=e,this.#i=t,this.live=this.#e.live?new Pa(e,this.#e.live):null,this.maps=this.#e.maps.map(n=>kd(e,n,this.live))}isLive(e){return this.#e.maps[e]?.values===null}appearance(e,t){let n=this.#r(e,t);if(t.sideBySide.length<2||!t.sideBySide.includes(e))return n;let s=t.sideBySide.map(o=>this.#r(o,t)).filter(({quantity:o,unit:a,limits:l})=>o===n.quantity&&a===n.unit&&l.signed===n.limits.signed),r=[Math.min(...s.map(o=>o.range[0])),Math.max(...s.map(o=>o.range[1]))];return{...s[0],title:n.title,range:r}}#r(e,t){let n=this.#e.maps[e],s=this.isLive(e)?this.#e.live?.methods.find(g=>g.name===t.method):void 0,{quantity:r,unit:o,scale:a,limits:l,colours:c}=s??n,h=this.maps[e].components===3&&t.shown==="normal",u=`${s?`live ${s.name}`:e}${h?" normal":""}`,f=t.limits[u]??{...l,signed:l.signed||h},d=n.values?.range??[f.signed?-1.3*f.fmax:0,1.3*f.fmax];return h&&(d=[-Math.max(...d),Math.max(...d)]),{key:u,title:n.title,quantity:h?`${r}, normal component`:r,unit:o,scale:a,limits:f,table:h&&!l.signed?this.#n:this.#o(c.table),transparent:c.transparent,range:d}}#o(e){return this.#t.array(e)}frame(e,t){let n=this.maps[e],s=`${t.time} ${n.version} ${t.shown}`,r=this.#s[e];if(r?.key===s)return r;let o=performance.now();return r??=this.#l(n.components),r.key=s,n.fill(Zi(n.times,t.time),r.moments),n.components===3&&(t.shown==="normal"?Ud(r.moments,this.#i.sourceNormals,r.values):Fd(r.moments,r.values)),this.#s[e]=r,this.frameTime=performance.now()-o,r}painted(e,t){this.frame(e,t);let n=this.#s[e];if(n.paintedKey===n.key)return n.painted;let s=performance.now();return this.#i.hemispheres.forEach((r,o)=>{r.weights.apply(n.values,r.firstSource,n.painted[o])}),n.paintedKey=n.key,this.frameTime+=performance.now()-s,n.painted}course(e,t,n){let s=this.maps[e].course(t);if(s.length===1)return s[0];let r=this.#i.sourceNormals.subarray(3*t,3*t+3),[o,a,l]=s;return o.map((c,h)=>n.shown==="normal"?o[h]*r[0]+a[h]*r[1]+l[h]*r[2]:Math.hypot(o[h],a[h],l[h]))}paintedAt(e,t,n,s){let r=this.#i.hemisphere(t);return!r||!(n>=0&&n<r.nVertices)?Number.NaN:r.weights.at(n,this.frame(e,s).values,r.firstSource)}strength(e){return this.maps[e]?.strength()??null}largest(e,t){let n=0;for(let s of this.frame(e,t).values){let r=Math.abs(s);r>n&&(n=r)}return n}#l(e){let t=this.#i.nSources,n=new Float32Array(t*e);return{key:"",moments:n,values:e===1?n:new Float32Array(t),painted:this.#i.hemispheres.map(s=>new Float32Array(s.nVertices)),paintedKey:""}}};var bo=["white","pial","inflated"];function Vd(i,e){let t=new Float32Array(i.length),{low:n,high:s}=e,r=[0,1,2].map(o=>(s[o]-n[o])/65535);for(let o=0;o<t.length;o+=3)for(let a=0;a<3;a++)t[o+a]=n[a]+i[o+a]*r[a];return t}function Hd(i,e){let t=i,n=new Float32Array(t.length);for(let s=0;s<e.length;s+=3){let r=3*e[s],o=3*e[s+1],a=3*e[s+2],l=t[o]-t[r],c=t[o+1]-t[r+1],h=t[o+2]-t[r+2],u=t[a]-t[r],f=t[a+1]-t[r+1],d=t[a+2]-t[r+2],g=c*d-h*f,x=h*u-l*d,p=l*f-c*u;n[r]+=g,n[r+1]+=x,n[r+2]+=p,n[o]+=g,n[o+1]+=x,n[o+2]+=p,n[a]+=g,n[a+1]+=x,n[a+2]+=p}for(let s=0;s<n.length;s+=3){let r=n[s],o=n[s+1],a=n[s+2],l=Math.sqrt(r*r+o*o+a*a)||1;n[s]=r/l,n[s+1]=o/l,n[s+2]=a/l}return n}function Ih(i){return i<=1?{from:0,share:Math.max(0,i)}:{from:1,share:i-1}}function Gd(i,e){let t=1/0,n=-1/0;for(let s=0;s<e.length;s+=3)e[s]<t&&(t=e[s]),e[s]>n&&(n=e[s]);return i==="lh"?-n-4/2:-t+4/2}function Wd(i,e){let t=[];for(let n=0;n<e.length;n+=3){let[s,r,o]=[e[n],e[n+1],e[n+2]],[a,l,c]=[i[s],i[r],i[o]];if(a===l&&l===c)continue;let h=[];a!==l&&h.push(s,r),l!==c&&h.push(r,o),c!==a&&h.push(o,s),h.length===4?t.push(...h):t.push(h[0],h[1],h[2],h[3],h[2],h[3],h[4],h[5])}return Uint32Array.from(t)}function Xd(i,e){let t=i.length/3,n=Math.max(1,Math.ceil(t/e)),s=new Float32Array(3*Math.ceil(t/n));for(let r=0,o=0;r<t;r+=n,o+=3)s.set(i.subarray(3*r,3*r+3),o);return s}function qd(i,e){let t=new Map;for(let n=0;n<i.length/3;n++){let s=[0,1,2].map(l=>Math.floor(i[3*n+l]/e)),r=s.join(),o=s.reduce((l,c,h)=>l+(i[3*n+h]/e-c-.5)**2,0),a=t.get(r);(!a||o<a[1])&&t.set(r,[n,o])}return Array.from(t.values(),([n])=>n).sort((n,s)=>n-s)}var La=class{starts;#e;#t;constructor(e,t,n){let s=new Uint32Array(e.length+1);for(let o=0;o<e.length;o++)s[o+1]=s[o]+e[o];let r=new Float32Array(n.length);for(let o=0;o<e.length;o++){let a=0;for(let l=s[o];l<s[o+1];l++)a+=n[l];for(let l=s[o];l<s[o+1];l++)r[l]=n[l]/a}this.starts=s,this.#e=t,this.#t=r}get nVertices(){return this.starts.length-1}reaches(e){return this.starts[e+1]>this.starts[e]}apply(e,t,n){let{starts:s}=this,r=this.#e,o=this.#t,a=n.length,l=0;for(let c=0;c<a;c++){let h=s[c+1],u=0;for(;l<h;l++)u+=o[l]*e[t+r[l]];n[c]=u}}at(e,t,n){if(!this.reaches(e))return Number.NaN;let s=0;for(let r=this.starts[e];r<this.starts[e+1];r++)s+=this.#t[r]*t[n+this.#e[r]];return s}strongest(e){let t=-1,n=0;for(let s=this.starts[e];s<this.starts[e+1];s++)this.#t[s]>n&&(n=this.#t[s],t=this.#e[s]);return t}};var Lh=class{name;nVertices;triangles;points;normals;curvature;sources;firstSource;weights;offset;constructor(e,t,n){this.name=t.name,this.nVertices=t.nVertices,this.triangles=e.integers(t.triangles),this.points=Tx(e,t);let s=new Map;this.normals=this.points.map(l=>{let c=s.get(l)??Hd(l,this.triangles);return s.set(l,c),c}),this.curvature=t.curvature?e.integers(t.curvature):null,this.sources=e.integers(t.sources),this.firstSource=n;let{counts:r,indices:o,values:a}=t.weights;this.weights=new La(e.integers(r),e.integers(o),e.integers(a)),this.offset=t.surfaces.inflated?Gd(this.name,this.points[2]):0}shift(e){return this.offset*Math.max(0,e-1)}pointAt(e,t){let{from:n,share:s}=Ih(t),[r,o]=[this.points[n],this.points[n+1]],a=l=>{let c=3*e+l;return r[c]+s*(o[c]-r[c])};return[a(0),a(1),a(2)]}drawnPoints(e,t=new Float32Array(3*this.nVertices)){let{from:n,share:s}=Ih(e),[r,o]=[this.points[n],this.points[n+1]],a=this.shift(e);for(let l=0;l<t.length;l++)t[l]=r[l]+s*(o[l]-r[l]);for(let l=0;l<t.length;l+=3)t[l]+=a;return t}sourceAt(e){let t=0,n=this.sources.length-1;for(;t<=n;){let s=t+n>>1,r=this.sources[s];if(r===e)return s;r<e?t=s+1:n=s-1}return-1}};function Tx(i,e){let[t,n,s]=bo.map(l=>{let c=e.surfaces[l];return c&&Vd(i.integers(c.positions),c)}),r=t??n??s;if(!r)throw new Error(`the ${e.name} hemisphere of this page has no surface`);let o=t&&s?t.map((l,c)=>(l+s[c])/2):r,a=n??o;return[t??a,a,s??a]}var Na=class{hemispheres;nSources;morphs;sourceNormals;anatomical;constructor(e){let t=0;this.hemispheres=e.header.hemispheres.map(r=>{let o=new Lh(e,r,t);return t+=o.sources.length,o}),this.nSources=t;let{surfaces:n}=e.header.hemispheres[0],s=bo.flatMap((r,o)=>n[r]?[o]:[]);this.morphs=[s[0],s[s.length-1]],this.anatomical=s[0]<2?s[0]:-1,this.sourceNormals=new Float32Array(3*t),e.header.hemispheres.forEach((r,o)=>{let{sources:a,normals:l,firstSource:c}=this.hemispheres[o],h=r.normals?e.floats(r.normals):null;for(let u=0;u<a.length;u++){let f=h??l[0],d=3*(h?u:a[u]);this.sourceNormals.set(f.subarray(d,d+3),3*(c+u))}})}hemisphere(e){return this.hemispheres.find(t=>t.name===e)}shownBy(e){let t=this.hemispheres.filter(n=>e==="both"||n.name===e);return t.length?t:this.hemispheres}vertexOf(e){let t=this.hemispheres.find(n=>e<n.firstSource+n.sources.length)??this.hemispheres[0];return{hemisphere:t,vertex:t.sources[e-t.firstSource]}}};function An(i,e=3){if(!Number.isFinite(i))return"–";if(i===0)return"0";let t=Math.abs(i);return(t>=1e5||t<.001?i.toExponential(e-1):i.toFixed(Math.max(0,e-1-Math.floor(Math.log10(t)+1e-12)))).replace(/-/g,"−")}function ys(i,e,t=3){return e?`${An(i,t)} ${e}`:An(i,t)}function Nh(i){return Array.from(i,e=>e.toFixed(1).replace(/^-0\.0$/,"0.0").replace("-","−")).join("  ")}function Yd(i){if(!(i>0))return 0;let e=10**Math.floor(Math.log10(i)+1e-9),t=i/e;return(t>=5?5:t>=2?2:1)*e}function $d(i,[e,t,n]){let s=r=>i[4*r]*e+i[4*r+1]*t+i[4*r+2]*n+i[4*r+3];return[s(0),s(1),s(2)]}var Ex={tmin:0,tstep:1,n:1};function Zd(i,e){return i.maps[e.state.map]?.times??i.responses[0]?.times??Ex}function Tn(i,e){return i.maps.length?e.sideBySide.length>1?e.sideBySide:[e.map]:[]}function br(i,e,t){let{page:n,payload:s,brain:r}=i,o=r.hemispheres.findIndex(a=>a.name===e);for(let a of n.regions){let l=a.vertices[o];if(!l)continue;let c=s.array(l)[t];if(c>=0)return a.names[c]??""}return""}function Jd(i,e,t){let{brain:n,page:s}=i,r=n.hemisphere(e);if(!r||n.anatomical<0)return[];let o=r.pointAt(t,n.anatomical),a=[["RAS",Nh(o)]];return s.toMni&&a.push(["MNI",Nh($d(s.toMni,o))]),a}function se(i,e={},...t){let n=document.createElement(i);e.class&&(n.className=e.class),e.text!==void 0&&(n.textContent=e.text),e.title&&(n.title=e.title);for(let[s,r]of Object.entries(e.attributes??{}))n.setAttribute(s,r);for(let[s,r]of Object.entries(e.on??{}))n.addEventListener(s,r);for(let s of t)s&&n.append(s);return n}var Kd="http://www.w3.org/2000/svg",Cx={play:"M7 4.5v15l12-7.5z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",camera:"M9 5l-1.6 2H5a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-2.4L15 5zM12 9.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4z",theme:"M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18",help:"M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M12 16.6v.1",close:"M6 6l12 12M18 6L6 18",one:"M4 5h16v14H4z",four:"M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z",compare:"M4 5h7v14H4zM13 5h7v14h-7z",back:"M15 6l-6 6 6 6",forward:"M9 6l6 6-6 6",reset:"M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4",layers:"M12 4l8 4.5-8 4.5-8-4.5zM4 13l8 4.5 8-4.5"},Rx=["play","pause"];function wr(i){let e=document.createElementNS(Kd,"svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("class",Rx.includes(i)?"lf-icon lf-filled":"lf-icon"),e.setAttribute("aria-hidden","true");let t=document.createElementNS(Kd,"path");return t.setAttribute("d",Cx[i]),e.append(t),e}function li(i,e,t){let n=se("button",{class:"lf-button lf-square",title:e,attributes:{type:"button","aria-label":e},on:{click:t}});return n.append(wr(i)),n}function wo(i,e,t){i.replaceChildren(wr(e)),i.title=t,i.setAttribute("aria-label",t)}function Yn(i,e,t){let n=se("div",{class:"lf-segments",attributes:{role:"group","aria-label":i}}),s=e.map(r=>{let o=se("button",{class:"lf-button",attributes:{type:"button","aria-pressed":"false"},on:{click:()=>t(r.value)}});return r.title&&(o.title=r.title),r.icon?(o.append(wr(r.icon)),o.setAttribute("aria-label",r.text),o.classList.add("lf-square")):o.textContent=r.text,n.append(o),o});return{element:n,show:r=>{s.forEach((o,a)=>{o.setAttribute("aria-pressed",String(e[a].value===r))})}}}function Ar(i,e,t){let n=se("select",{class:"lf-select",attributes:{"aria-label":i}});return e.forEach((s,r)=>{n.append(se("option",{text:s.text,attributes:{value:String(r)}}))}),n.addEventListener("change",()=>t(e[Number(n.value)].value)),{element:n,show:s=>{n.value=String(e.findIndex(r=>r.value===s))}}}function Da(i,e,t){let n=se("input",{class:"lf-slider",attributes:{type:"range",min:String(e.min),max:String(e.max),step:String(e.step),"aria-label":i}});return n.addEventListener("input",()=>t(Number(n.value))),n}function Tr(i,e){let t=se("input",{attributes:{type:"checkbox"}});return t.addEventListener("change",()=>e(t.checked)),{element:se("label",{class:"lf-check"},t,se("span",{text:i})),input:t}}function Fa(i,e,t){let n=se("details",{class:"lf-menu"}),s=se("summary",{class:"lf-button",attributes:{"aria-label":i,role:"button"}});s.append(wr(e),se("span",{text:i})),t.classList.add("lf-sheet"),n.append(s,t);let r=o=>{n.isConnected?n.contains(o.target)||(n.open=!1):document.removeEventListener("pointerdown",r)};return document.addEventListener("pointerdown",r),n.addEventListener("keydown",o=>{o.key!=="Escape"||!n.open||(n.open=!1,s.focus(),o.stopPropagation())}),n}function ci(i,e){let t=new ResizeObserver(()=>e(i.clientWidth,i.clientHeight));return t.observe(i),t}function kn(i,e){return getComputedStyle(i).getPropertyValue(`--lf-${e}`).trim()}function Qd(i,e,t){let{initial:n}=i,s=i.maps[n.map]?n.map:0,r=e.hemispheres.length>1?n.hemisphere:e.hemispheres[0].name,[o,a]=e.morphs,l=bo.indexOf(n.surface),c=n.sideBySide.filter(u=>i.maps[u]).slice(0,4),h=t.maps[s]?.components===3;return{time:Px(i,t,s),map:s,sideBySide:c.length>1?c:[],views:n.views,slots:[Ta(n.view,r),...Ch(r)],active:n.views===4?1:0,morph:Math.min(Math.max(l,o),a),picks:[],playing:!1,speed:1,limits:{},moved:[],theme:"auto",dark:!1,regions:i.regions.map(u=>u.shown),arrows:h,shown:"length",foci:!0,snr:i.live?.snr.initial??3,method:i.live?.initialMethod??"MNE",sensor:0,tab:"courses"}}function Px(i,e,t){let n=i.maps[t];if(!n)return 0;let s=i.initial.time??n.values?.peak.time;if(s!==void 0)return ba(n.times,s);let r=e.strength(t);return r?zs(n.times,r.indexOf(Math.max(...r))):n.times.tmin}function jd(i,e,t,n){if(i.initial.picks.length)return i.initial.picks;let s=i.maps[n.map];if(!s)return[];if(s.values)return[s.values.peak];let{values:r}=t.frame(n.map,n),o=0;for(let c=1;c<r.length;c++)Math.abs(r[c])>Math.abs(r[o])&&(o=c);if(!r.length)return[];let{hemisphere:a,vertex:l}=e.vertexOf(o);return[{hemisphere:a.name,vertex:l}]}var ep=["White","Pial","Inflated"];function tp(i){return se("div",{class:"lf-tools",attributes:{role:"toolbar","aria-label":"Views"}},Ix(i),...Lx(i),Nx(i),se("div",{class:"lf-space"}),Dx(i),Fx(i))}function Ix({brain:i,store:e,actions:t}){if(i.hemispheres.length<2)return null;let s=Yn("Hemisphere",["lh","both","rh"].map(r=>({value:r,text:Aa[r]})),r=>t.setSide(r));return e.watch(["slots","active","views"],({slots:r,active:o,views:a})=>{let c=new Set(r.slice(1).map(h=>h.side)).size>1?"both":r[1].side;s.show(a===4?c:r[o].side)}),s.element}function Lx({store:i,actions:e}){let t=fd.map(o=>({value:o,text:Mo[o],title:`${Mo[o]} view`})),n=o=>{let{slots:a,active:l}=i.state;e.setView(o,a[l].side)},s=Yn("View",t,n),r=Ar("View",t,n);return s.element.classList.add("lf-when-wide"),r.element.classList.add("lf-when-narrow"),i.watch(["slots","active"],({slots:o,active:a})=>{s.show(o[a].view),r.show(o[a].view)}),[s.element,r.element]}function Nx({store:i,actions:e}){let t=Yn("How many views",[{value:1,text:"One view",title:"One view",icon:"one"},{value:4,text:"Four views",title:"Four views (9)",icon:"four"}],n=>e.setViews(n));return i.watch(["views"],({views:n})=>t.show(n)),t.element}function Dx(i){let{brain:e,store:t,actions:n,page:s}=i,[r,o]=e.morphs;if(r===o)return null;let a=Da("Surface",{min:r,max:o,step:.01},u=>{let f=Math.round(u);n.setMorph(Math.abs(u-f)<.04?f:u)}),{surfaces:l}=s.hemispheres[0],c=ep.map((u,f)=>({text:u,morph:f})).filter(({text:u})=>u.toLowerCase()in l),h=c.map(({text:u,morph:f})=>se("button",{text:u,attributes:{type:"button","aria-pressed":"false"},on:{click:()=>Dh(i,f)}}));return t.watch(["morph"],({morph:u})=>{a.value=String(u),a.style.setProperty("--lf-filled",`${100*(u-r)/(o-r)}%`);let f=Math.round(u),d=Math.abs(u-f)>.01;a.setAttribute("aria-valuetext",`${d?"near ":""}${ep[f]}`),h.forEach((g,x)=>{g.setAttribute("aria-pressed",String(c[x].morph===u))})}),se("div",{class:"lf-surface"},a,se("div",{},...h))}function Dh({store:i,actions:e},t){let n=i.state.morph;if(window.matchMedia("(prefers-reduced-motion: reduce)").matches){e.setMorph(t);return}let s=performance.now(),r=o=>{let a=Math.min(1,(o-s)/450);e.setMorph(n+(t-n)*a*a*(3-2*a)),a<1&&requestAnimationFrame(r)};requestAnimationFrame(r)}function Fx({page:i,store:e,actions:t,activity:n}){let s=se("div");if(n.maps.some(o=>o.components===3)){let o=Yn("What is painted",[{value:"length",text:"Magnitude"},{value:"normal",text:"Normal component"}],l=>t.setShown(l)),a=Tr("Arrows",l=>e.set({arrows:l}));s.append(o.element,a.element),e.watch(["shown","arrows"],l=>{o.show(l.shown),a.input.checked=l.arrows})}if(i.regions.forEach((o,a)=>{let{element:l,input:c}=Tr(o.name,h=>{e.set({regions:e.state.regions.map((u,f)=>f===a?h:u)})});e.watch(["regions"],h=>{c.checked=h.regions[a]}),s.append(l)}),i.foci.length){let{element:o,input:a}=Tr("Foci",l=>e.set({foci:l}));e.watch(["foci"],({foci:l})=>{a.checked=l}),s.append(o)}return s.childElementCount?Fa("Show","layers",s):null}var Ux={1:["lateral","lh"],2:["lateral","rh"],3:["medial","lh"],4:["medial","rh"],5:["dorsal","both"],6:["ventral","both"],7:["rostral","both"],8:["caudal","both"]},Fh=["auto","light","dark"],np=Math.PI/24;function ip(i,e){let{root:t}=i,s=document.body.classList.contains("leadfield-page")?document:t,r=o=>{let a=o;if(a.ctrlKey||a.metaKey||a.altKey||a.defaultPrevented)return;let l=a.target;if(t.querySelector("dialog[open]")||l.matches?.("select, textarea, input[type=number], input[type=text]")||l.matches?.("input[type=range]:not(.lf-time-slider)")&&/^(Arrow|Page|Home|End)/.test(a.key)||a.key===" "&&l.matches?.("button, summary, input[type=checkbox]"))return;let h=Ox(i,e,a);h&&(a.preventDefault(),h())};s.addEventListener("keydown",r),i.cleanups.push(()=>s.removeEventListener("keydown",r))}function Ox(i,e,t){let{actions:n,store:s,brain:r,times:o}=i,{state:a}=s,l=Ux[t.key];if(l){let d=r.hemispheres.length>1?l[1]:r.hemispheres[0].name;return()=>{n.setViews(1),n.setView(l[0],d)}}let c=(d,g)=>()=>n.turn(a.active,d*np,g*np),h=d=>()=>n.step(d),{shiftKey:u}=t,f={ArrowLeft:u?c(-1,0):h(-1),ArrowRight:u?c(1,0):h(1),PageUp:h(-10),PageDown:h(10),Home:()=>n.setTime(o().tmin),End:()=>n.setTime(Vs(o()))," ":()=>n.togglePlaying(),9:()=>n.setViews(a.views===1?4:1),0:()=>n.resetView(),"+":()=>n.zoom(a.active,1.15),"=":()=>n.zoom(a.active,1.15),"-":()=>n.zoom(a.active,1/1.15),Escape:()=>n.clearPicks(),"?":e.help,s:e.shoot,...Bx(i)};return u&&(f.ArrowUp=c(0,1),f.ArrowDown=c(0,-1)),f[t.key]}function Bx(i){let{actions:e,store:t,page:n,brain:s}=i,{state:r}=t,[o,a]=s.morphs,l=c=>()=>{let h=n.maps.length;h&&(e.setMap((r.map+c+h)%h),i.say(n.maps[t.state.map].title))};return{m:()=>Dh(i,r.morph>=a?o:Math.floor(r.morph+1)),"[":l(-1),"]":l(1),c:()=>{let c=Tn(n,r).length>1;e.setSideBySide(c?[]:n.maps.map((h,u)=>u))},r:()=>{let c=!r.regions.some(Boolean);t.set({regions:r.regions.map((h,u)=>c&&u===0)})},v:()=>t.set({arrows:!r.arrows}),t:()=>e.setTheme(Fh[(Fh.indexOf(r.theme)+1)%Fh.length])}}var Ua=["fmax","fmid","fmin"],sp={fmin:"Colours begin at (fmin)",fmid:"Middle of the colours (fmid)",fmax:"Colours end at (fmax)"},rp=17,Oa=class{element;canvas=se("canvas",{class:"lf-bar-colours"});#e;#t=se("div",{class:"lf-bar-track"});#i=se("div",{class:"lf-bar-quantity"});#n=se("div",{class:"lf-bar-unit"});#s=se("div",{class:"lf-bar-note",attributes:{role:"status"}});#r=se("div",{class:"lf-bar-zero",text:"0"});#o=se("div",{class:"lf-bar-zero"});#l;#c=[0,1];#a=!1;constructor(e){this.#e=e,this.#l=Object.fromEntries(Ua.map(s=>[s,this.#u(s)])),this.#t.append(this.canvas,this.#r,this.#o,...Ua.map(s=>this.#l[s]));let t=se("button",{class:"lf-bar-reset",text:"Reset",title:"Limits as they were",attributes:{type:"button"},on:{click:()=>e.actions.resetLimits(this.#h().key)}});this.element=se("div",{class:"lf-bar",attributes:{role:"group","aria-label":"Colour limits"}},this.#i,this.#n,this.#t,this.#s,t);let n=ci(this.#t,()=>this.draw());e.cleanups.push(()=>n.disconnect()),e.store.watch(["map","limits","moved","shown","dark","snr","method"],s=>{let{key:r,limits:o}=this.#h();t.hidden=!s.moved.includes(r),this.#a||(this.#c=Ma(o,this.#h().range)),this.draw()})}#h(){let{activity:e,store:t}=this.#e;return e.appearance(t.state.map,t.state)}draw(){let e=this.#h(),{limits:t,quantity:n,unit:s,scale:r,range:o}=e;this.#i.textContent=n,this.#n.textContent=s,this.#s.textContent=t.fmin>Math.max(Math.abs(o[0]),Math.abs(o[1]))?`all values are below: up to ${An(o[1]*r)}`:"";let a=this.#t.clientHeight;if(!a)return;Oh(this.canvas,this.#c,a,e,[kn(this.element,"cortex")]);let[l,c]=this.#c,h=d=>(1-(d-l)/(c-l))*a,u=Uh(Ua.map(d=>h(t[d])),rp,a);Ua.forEach((d,g)=>{let x=this.#l[d],p=An(t[d]*r),m=h(t[d]);x.style.transform=`translateY(${m.toFixed(2)}px)`;let v=x.lastElementChild;v.textContent=p,v.style.transform=`translateY(${(u[g]-m).toFixed(2)}px)`,x.setAttribute("aria-valuetext",s?`${p} ${s}`:p),x.setAttribute("aria-valuenow",String(t[d]*r))});let f=(d,g,x)=>{let p=h(g);d.hidden=u.some(m=>Math.abs(m-p)<rp),d.textContent=x,d.style.transform=`translateY(${p.toFixed(2)}px)`};f(this.#r,t.signed?0:l,An(t.signed?0:l*r)),this.#o.hidden=!t.signed,t.signed&&f(this.#o,-t.fmax,An(-t.fmax*r))}#u(e){let t=se("div",{class:`lf-handle lf-${e}`,title:`${sp[e]}: drag, or arrow keys`,attributes:{role:"slider",tabindex:"0","aria-label":sp[e],"aria-orientation":"vertical"}},se("i"),se("span")),n=r=>{let{key:o,limits:a}=this.#h();this.#e.actions.setLimits(o,Td(a,e,r,this.#c))};t.addEventListener("pointerdown",r=>{t.setPointerCapture(r.pointerId),this.#a=!0,r.preventDefault(),t.focus()}),t.addEventListener("pointermove",r=>{if(!this.#a||!t.hasPointerCapture(r.pointerId))return;let o=this.#t.getBoundingClientRect(),[a,l]=this.#c;n(a+(l-a)*(1-(r.clientY-o.top)/o.height))});let s=()=>{this.#a=!1};return t.addEventListener("pointerup",s),t.addEventListener("pointercancel",s),t.addEventListener("keydown",r=>{let a={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10}[r.key];if(a===void 0)return;r.preventDefault(),r.stopPropagation();let[l,c]=this.#c;n(this.#h().limits[e]+a*(c-l)/100)}),t}};function Uh(i,e,t){let n=[...i];for(let s=1;s<n.length;s++)n[s]=Math.max(n[s],n[s-1]+e);n[n.length-1]=Math.min(n[n.length-1],Math.max(t,e*(n.length-1)));for(let s=n.length-2;s>=0;s--)n[s]=Math.min(n[s],n[s+1]-e);return n}function Oh(i,[e,t],n,{limits:s,table:r,transparent:o},[a]){i.width=1,i.height=n;let l=i.getContext("2d");if(l){l.fillStyle=a,l.fillRect(0,0,1,n);for(let c=0;c<n;c++){let h=e+(t-e)*(1-(c+.5)/n),[u,f,d,g]=vd(s,r,o,h);l.fillStyle=`rgba(${u}, ${f}, ${d}, ${g/255})`,l.fillRect(0,c,1,1)}}}var Gs=44,Bh=116;async function Ba(i,e){let{width:t,height:n}=e.size,s=e.canvas.width/Math.max(t,1),r=document.createElement("canvas");r.width=Math.round((t+Bh)*s),r.height=Math.round((n+Gs)*s);let o=r.getContext("2d");if(!o)throw new Error("this browser gives no canvas to draw a picture on");let a=m=>kn(i.root,m);o.scale(s,s),o.fillStyle=a("ground"),o.fillRect(0,0,t+Bh,n+Gs),e.draw(),o.drawImage(e.canvas,0,Gs,t,n);let l=getComputedStyle(i.root).fontFamily,c=(m,v,A,M={})=>{let{size:P=13,weight:E=400,ink:y="ink",align:T="left"}=M;o.font=`${E} ${P}px ${l}`,o.fillStyle=a(y),o.textAlign=T,o.fillText(m,v,A)},{page:h,store:u,activity:f}=i,{state:d}=u,g=Tn(h,d),x=h.maps[d.map],p=[h.title,g.length===1&&h.maps.length>1?x.title:""];if(c(p.filter(Boolean).join("  ·  "),16,28,{size:15,weight:600}),x&&i.times().n>1&&c(Hs(d.time,h.timeUnit),t+Bh-16,28,{align:"right"}),e.element.querySelectorAll(".lf-label, .lf-caption").forEach(m=>{let v=m.getBoundingClientRect(),A=e.element.getBoundingClientRect(),M=Array.from(m.childNodes,P=>P.textContent).filter(Boolean);c(M.join("  "),v.left-A.left+12,v.top-A.top+Gs+22,{ink:"quiet"})}),x){let m=f.appearance(d.map,d),{limits:v,scale:A,quantity:M,unit:P,range:E}=m,y=document.createElement("canvas"),[T,z,D]=[Gs+60,Math.max(60,n-100),t+24],L=Ma(v,E);Oh(y,L,Math.round(z*s),m,[a("cortex")]),o.drawImage(y,D,T,16,z),o.strokeStyle=a("line-strong"),o.strokeRect(D-.5,T-.5,17,z+1),c(M,D,Gs+26,{weight:600}),c(P,D,Gs+43,{ink:"quiet"});let{fmin:H,fmid:G,fmax:N,signed:V}=v,Y=[N,G,H,...V?[-N]:[]],B=Y.map(le=>z*(1-(le-L[0])/(L[1]-L[0])));Uh(B,15,z).forEach((le,$)=>{o.fillStyle=a("ink"),o.fillRect(D+16,T+B[$]-.5,4,1),c(An(Y[$]*A),D+25,T+le+4,{size:12})})}return await new Promise((m,v)=>{r.toBlob(A=>A?m(A):v(new Error("no picture")),"image/png")})}function op(i,e){let t=document.createElement("a");t.href=URL.createObjectURL(i),t.download=e,t.click(),setTimeout(()=>URL.revokeObjectURL(t.href),1e4)}function ap(i,e,t){let{store:n,actions:s,activity:r,brain:o,page:a}=i,l=(c,h)=>{let u=o.hemisphere(c),f=u?.sourceAt(h)??-1;return u&&f>=0?u.firstSource+f:-1};return{state:()=>{let{time:c,map:h,views:u,slots:f,active:d,morph:g,picks:x,playing:p,dark:m}=n.state,{snr:v,method:A}=n.state;return{time:c,map:h,maps:Tn(a,n.state),views:u,view:f[d].view,hemisphere:f[d].side,morph:g,picks:x.map(({hemisphere:M,vertex:P})=>({hemisphere:M,vertex:P})),limits:a.maps.length?r.appearance(h,n.state).limits:{fmin:0,fmid:.5,fmax:1,signed:!1},playing:p,dark:m,live:a.live?{snr:v,method:A}:null}},setTime:c=>s.setTime(c),setMap:c=>s.setMap(c),setSideBySide:c=>s.setSideBySide(c),setView:(c,h)=>s.setView(c,h,!1),setViews:c=>s.setViews(c),setMorph:c=>s.setMorph(c),setLimits:c=>{let{key:h,limits:u}=r.appearance(n.state.map,n.state);s.setLimits(h,{...c,signed:u.signed})},setSnr:c=>s.setSnr(c),setMethod:c=>s.setMethod(c),setRegions:(c,h)=>s.setRegions(c,h),play:()=>s.play(),pause:()=>s.pause(),pick:(c,h)=>s.pick(c,h),clearPicks:()=>s.clearPicks(),value:(c,h)=>{let u=l(c,h);return u<0||!a.maps.length?Number.NaN:r.frame(n.state.map,n.state).values[u]},painted:(c,h)=>a.maps.length?r.paintedAt(n.state.map,c,h,n.state):Number.NaN,course:(c,h)=>{let u=l(c,h);return u<0||!a.maps.length?null:r.course(n.state.map,u,n.state)},position:(c,h)=>{let u=o.hemisphere(c);if(!u)return[Number.NaN,Number.NaN,Number.NaN];let{morph:f}=n.state,[d,g,x]=u.pointAt(h,f);return[d+u.shift(f),g,x]},onScreen:(c,h)=>{let u=o.hemisphere(c),f=u&&e.seeker.locate(u,h);if(!f)return null;let d=e.canvas.getBoundingClientRect();return{x:d.left+f.x,y:d.top+f.y}},explained:()=>{let c=a.maps[n.state.map]?.response;return!r.live||c===null||c===void 0?null:r.live.explained(c)},screenshot:()=>Ba(i,e),timings:()=>({ready:t,frame:r.frameTime,live:i.liveTime}),destroy:()=>{n.set({playing:!1}),n.clear();for(let c of i.cleanups.splice(0))c();i.root.remove()}}}var Np=0,du=1,Dp=2;var $o=1,Fp=2,Jr=3,Ls=0,On=1,Bi=2,Qs=0,Kr=1,pu=2,mu=3,gu=4,Up=5;var js=100,Op=101,Bp=102,kp=103,zp=104,Vp=200,Hp=201,Gp=202,Wp=203,xu=204,_u=205,Xp=206,qp=207,Yp=208,$p=209,Zp=210,Jp=211,Kp=212,Qp=213,jp=214,cl=0,hl=1,ul=2,Vr=3,fl=4,dl=5,pl=6,ml=7,yu=0,em=1,tm=2,ki=0,vu=1,Su=2,Mu=3,bu=4,wu=5,Au=6,Tu=7;var Eu=300,er=301,Qr=302,Gl=303,Wl=304,gl=1e3,Fi=1001,xl=1002,vn=1003,nm=1004;var Zo=1005;var Sn=1006,Xl=1007;var rs=1008;var ti=1009,Cu=1010,Ru=1011,jr=1012,ql=1013,Si=1014,Mi=1015,bi=1016,Yl=1017,$l=1018,tr=1020,Pu=35902,Iu=35899,Lu=1021,Nu=1022,ni=1023,is=1026,os=1027,Du=1028,Zl=1029,Ns=1030,Jl=1031;var Kl=1033,Jo=33776,Ko=33777,Qo=33778,jo=33779,Ql=35840,jl=35841,ec=35842,tc=35843,nc=36196,ic=37492,sc=37496,rc=37488,oc=37489,ea=37490,ac=37491,lc=37808,cc=37809,hc=37810,uc=37811,fc=37812,dc=37813,pc=37814,mc=37815,gc=37816,xc=37817,_c=37818,yc=37819,vc=37820,Sc=37821,Mc=36492,bc=36494,wc=36495,Ac=36283,Tc=36284,ta=36285,Ec=36286;var Io=2300,_l=2301,al=2302,au=2303,lu=2400,cu=2401,hu=2402;var im=3200;var Fu=0,sm=1,as="",Jn="srgb",$s="srgb-linear",Lo="linear",bt="srgb";var ll=7680;var rm=519,om=512,am=513,lm=514,Uu=515,cm=516,hm=517,Ou=518,Bu=519,um=35044,na=35048;var ku="300 es",ui=2e3,No=2001;function kx(i){for(let e=i.length-1;e>=0;--e)if(i[e]>=65535)return!0;return!1}function zx(i){return ArrayBuffer.isView(i)&&!(i instanceof DataView)}function Do(i){return document.createElementNS("http://www.w3.org/1999/xhtml",i)}function fm(){let i=Do("canvas");return i.style.display="block",i}var lp={},Hr=null;function zu(...i){let e="THREE."+i.shift();Hr?Hr("log",e,...i):console.log(e,...i)}function dm(i){let e=i[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=i[1];t&&t.isStackTrace?i[0]+=" "+t.getLocation():i[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return i}function Ye(...i){i=dm(i);let e="THREE."+i.shift();if(Hr)Hr("warn",e,...i);else{let t=i[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...i)}}function Qe(...i){i=dm(i);let e="THREE."+i.shift();if(Hr)Hr("error",e,...i);else{let t=i[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...i)}}function Po(...i){let e=i.join(" ");e in lp||(lp[e]=!0,Ye(...i))}function pm(i,e,t){return new Promise(function(n,s){function r(){switch(i.clientWaitSync(e,i.SYNC_FLUSH_COMMANDS_BIT,0)){case i.WAIT_FAILED:s();break;case i.TIMEOUT_EXPIRED:setTimeout(r,t);break;default:n()}}setTimeout(r,t)})}var mm={[cl]:cl,[ul]:pl,[fl]:fl,[Vr]:dl,[hl]:hl,[pl]:ul,[ml]:ml,[dl]:Vr},Ui=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let n=this._listeners;n[e]===void 0&&(n[e]=[]),n[e].indexOf(t)===-1&&n[e].push(t)}hasEventListener(e,t){let n=this._listeners;return n===void 0?!1:n[e]!==void 0&&n[e].indexOf(t)!==-1}removeEventListener(e,t){let n=this._listeners;if(n===void 0)return;let s=n[e];if(s!==void 0){let r=s.indexOf(t);r!==-1&&s.splice(r,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let n=t[e.type];if(n!==void 0){e.target=this;let s=n.slice(0);for(let r=0,o=s.length;r<o;r++)s[r].call(this,e);e.target=null}}},En=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var kh=Math.PI/180,yl=180/Math.PI;function ia(){let i=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0;return(En[i&255]+En[i>>8&255]+En[i>>16&255]+En[i>>24&255]+"-"+En[e&255]+En[e>>8&255]+"-"+En[e>>16&15|64]+En[e>>24&255]+"-"+En[t&63|128]+En[t>>8&255]+"-"+En[t>>16&255]+En[t>>24&255]+En[n&255]+En[n>>8&255]+En[n>>16&255]+En[n>>24&255]).toLowerCase()}function mt(i,e,t){return Math.max(e,Math.min(t,i))}function Vx(i,e){return(i%e+e)%e}function zh(i,e,t){return(1-t)*i+t*e}function gm(i){return Math.pow(2,Math.floor(Math.log(i)/Math.LN2))}function Vu(i){switch(i.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function Hx(i,e){if(e.constructor===Float32Array)return i;let t=Vu(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(i/t,-1)}function Gx(i,e){if(e.constructor===Float32Array)return i;let t=Vu(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(i*t)}var yt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,n=this.y,s=e.elements;return this.x=s[0]*t+s[3]*n+s[6],this.y=s[1]*t+s[4]*n+s[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(mt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y;return t*t+n*n}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let n=Math.cos(t),s=Math.sin(t),r=this.x-e.x,o=this.y-e.y;return this.x=r*n-o*s+e.x,this.y=r*s+o*n+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Oi=class{constructor(e=0,t=0,n=0,s=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=n,this._w=s}static slerpFlat(e,t,n,s,r,o,a){let l=n[s+0],c=n[s+1],h=n[s+2],u=n[s+3],f=r[o+0],d=r[o+1],g=r[o+2],x=r[o+3];if(u!==x||l!==f||c!==d||h!==g){let p=l*f+c*d+h*g+u*x;p<0&&(f=-f,d=-d,g=-g,x=-x,p=-p);let m=1-a;if(p<.9995){let v=Math.acos(p),A=Math.sin(v);m=Math.sin(m*v)/A,a=Math.sin(a*v)/A,l=l*m+f*a,c=c*m+d*a,h=h*m+g*a,u=u*m+x*a}else{l=l*m+f*a,c=c*m+d*a,h=h*m+g*a,u=u*m+x*a;let v=1/Math.sqrt(l*l+c*c+h*h+u*u);l*=v,c*=v,h*=v,u*=v}}e[t]=l,e[t+1]=c,e[t+2]=h,e[t+3]=u}static multiplyQuaternionsFlat(e,t,n,s,r,o){let a=n[s],l=n[s+1],c=n[s+2],h=n[s+3],u=r[o],f=r[o+1],d=r[o+2],g=r[o+3];return e[t]=a*g+h*u+l*d-c*f,e[t+1]=l*g+h*f+c*u-a*d,e[t+2]=c*g+h*d+a*f-l*u,e[t+3]=h*g-a*u-l*f-c*d,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,n,s){return this._x=e,this._y=t,this._z=n,this._w=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let n=e._x,s=e._y,r=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(n/2),h=a(s/2),u=a(r/2),f=l(n/2),d=l(s/2),g=l(r/2);switch(o){case"XYZ":this._x=f*h*u+c*d*g,this._y=c*d*u-f*h*g,this._z=c*h*g+f*d*u,this._w=c*h*u-f*d*g;break;case"YXZ":this._x=f*h*u+c*d*g,this._y=c*d*u-f*h*g,this._z=c*h*g-f*d*u,this._w=c*h*u+f*d*g;break;case"ZXY":this._x=f*h*u-c*d*g,this._y=c*d*u+f*h*g,this._z=c*h*g+f*d*u,this._w=c*h*u-f*d*g;break;case"ZYX":this._x=f*h*u-c*d*g,this._y=c*d*u+f*h*g,this._z=c*h*g-f*d*u,this._w=c*h*u+f*d*g;break;case"YZX":this._x=f*h*u+c*d*g,this._y=c*d*u+f*h*g,this._z=c*h*g-f*d*u,this._w=c*h*u-f*d*g;break;case"XZY":this._x=f*h*u-c*d*g,this._y=c*d*u-f*h*g,this._z=c*h*g+f*d*u,this._w=c*h*u+f*d*g;break;default:Ye("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let n=t/2,s=Math.sin(n);return this._x=e.x*s,this._y=e.y*s,this._z=e.z*s,this._w=Math.cos(n),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,n=t[0],s=t[4],r=t[8],o=t[1],a=t[5],l=t[9],c=t[2],h=t[6],u=t[10],f=n+a+u;if(f>0){let d=.5/Math.sqrt(f+1);this._w=.25/d,this._x=(h-l)*d,this._y=(r-c)*d,this._z=(o-s)*d}else if(n>a&&n>u){let d=2*Math.sqrt(1+n-a-u);this._w=(h-l)/d,this._x=.25*d,this._y=(s+o)/d,this._z=(r+c)/d}else if(a>u){let d=2*Math.sqrt(1+a-n-u);this._w=(r-c)/d,this._x=(s+o)/d,this._y=.25*d,this._z=(l+h)/d}else{let d=2*Math.sqrt(1+u-n-a);this._w=(o-s)/d,this._x=(r+c)/d,this._y=(l+h)/d,this._z=.25*d}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let n=e.dot(t)+1;return n<1e-8?(n=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=n):(this._x=0,this._y=-e.z,this._z=e.y,this._w=n)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=n),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(mt(this.dot(e),-1,1)))}rotateTowards(e,t){let n=this.angleTo(e);if(n===0)return this;let s=Math.min(1,t/n);return this.slerp(e,s),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=t._x,l=t._y,c=t._z,h=t._w;return this._x=n*h+o*a+s*c-r*l,this._y=s*h+o*l+r*a-n*c,this._z=r*h+o*c+n*l-s*a,this._w=o*h-n*a-s*l-r*c,this._onChangeCallback(),this}slerp(e,t){let n=e._x,s=e._y,r=e._z,o=e._w,a=this.dot(e);a<0&&(n=-n,s=-s,r=-r,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),h=Math.sin(c);l=Math.sin(l*c)/h,t=Math.sin(t*c)/h,this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+n*t,this._y=this._y*l+s*t,this._z=this._z*l+r*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,n){return this.copy(e).slerp(t,n)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),n=Math.random(),s=Math.sqrt(1-n),r=Math.sqrt(n);return this.set(s*Math.sin(e),s*Math.cos(e),r*Math.sin(t),r*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},J=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,n=0){this.x=e,this.y=t,this.z=n}set(e,t,n){return n===void 0&&(n=this.z),this.x=e,this.y=t,this.z=n,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(cp.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(cp.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[3]*n+r[6]*s,this.y=r[1]*t+r[4]*n+r[7]*s,this.z=r[2]*t+r[5]*n+r[8]*s,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=e.elements,o=1/(r[3]*t+r[7]*n+r[11]*s+r[15]);return this.x=(r[0]*t+r[4]*n+r[8]*s+r[12])*o,this.y=(r[1]*t+r[5]*n+r[9]*s+r[13])*o,this.z=(r[2]*t+r[6]*n+r[10]*s+r[14])*o,this}applyQuaternion(e){let t=this.x,n=this.y,s=this.z,r=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*s-a*n),h=2*(a*t-r*s),u=2*(r*n-o*t);return this.x=t+l*c+o*u-a*h,this.y=n+l*h+a*c-r*u,this.z=s+l*u+r*h-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,n=this.y,s=this.z,r=e.elements;return this.x=r[0]*t+r[4]*n+r[8]*s,this.y=r[1]*t+r[5]*n+r[9]*s,this.z=r[2]*t+r[6]*n+r[10]*s,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this.z=mt(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this.z=mt(this.z,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let n=e.x,s=e.y,r=e.z,o=t.x,a=t.y,l=t.z;return this.x=s*l-r*a,this.y=r*o-n*l,this.z=n*a-s*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let n=e.dot(this)/t;return this.copy(e).multiplyScalar(n)}projectOnPlane(e){return Vh.copy(this).projectOnVector(e),this.sub(Vh)}reflect(e){return this.sub(Vh.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let n=this.dot(e)/t;return Math.acos(mt(n,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,n=this.y-e.y,s=this.z-e.z;return t*t+n*n+s*s}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,n){let s=Math.sin(t)*e;return this.x=s*Math.sin(n),this.y=Math.cos(t)*e,this.z=s*Math.cos(n),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,n){return this.x=e*Math.sin(t),this.y=n,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),n=this.setFromMatrixColumn(e,1).length(),s=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=n,this.z=s,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,n=Math.sqrt(1-t*t);return this.x=n*Math.cos(e),this.y=t,this.z=n*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Vh=new J,cp=new Oi,je=class{static{this.prototype.isMatrix3=!0}constructor(e,t,n,s,r,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c)}set(e,t,n,s,r,o,a,l,c){let h=this.elements;return h[0]=e,h[1]=s,h[2]=a,h[3]=t,h[4]=r,h[5]=l,h[6]=n,h[7]=o,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],this}extractBasis(e,t,n){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),n.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[3],l=n[6],c=n[1],h=n[4],u=n[7],f=n[2],d=n[5],g=n[8],x=s[0],p=s[3],m=s[6],v=s[1],A=s[4],M=s[7],P=s[2],E=s[5],y=s[8];return r[0]=o*x+a*v+l*P,r[3]=o*p+a*A+l*E,r[6]=o*m+a*M+l*y,r[1]=c*x+h*v+u*P,r[4]=c*p+h*A+u*E,r[7]=c*m+h*M+u*y,r[2]=f*x+d*v+g*P,r[5]=f*p+d*A+g*E,r[8]=f*m+d*M+g*y,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8];return t*o*h-t*a*c-n*r*h+n*a*l+s*r*c-s*o*l}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=h*o-a*c,f=a*l-h*r,d=c*r-o*l,g=t*u+n*f+s*d;if(g===0)return this.set(0,0,0,0,0,0,0,0,0);let x=1/g;return e[0]=u*x,e[1]=(s*c-h*n)*x,e[2]=(a*n-s*o)*x,e[3]=f*x,e[4]=(h*t-s*l)*x,e[5]=(s*r-a*t)*x,e[6]=d*x,e[7]=(n*l-c*t)*x,e[8]=(o*t-n*r)*x,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,n,s,r,o,a){let l=Math.cos(r),c=Math.sin(r);return this.set(n*l,n*c,-n*(l*o+c*a)+o+e,-s*c,s*l,-s*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Po("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(Hh.makeScale(e,t)),this}rotate(e){return Po("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(Hh.makeRotation(-e)),this}translate(e,t){return Po("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(Hh.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,n,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<9;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<9;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e}clone(){return new this.constructor().fromArray(this.elements)}},Hh=new je,hp=new je().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),up=new je().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function Wx(){let i={enabled:!0,workingColorSpace:$s,spaces:{},convert:function(s,r,o){return this.enabled===!1||r===o||!r||!o||(this.spaces[r].transfer===bt&&(s.r=ns(s.r),s.g=ns(s.g),s.b=ns(s.b)),this.spaces[r].primaries!==this.spaces[o].primaries&&(s.applyMatrix3(this.spaces[r].toXYZ),s.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===bt&&(s.r=zr(s.r),s.g=zr(s.g),s.b=zr(s.b))),s},workingToColorSpace:function(s,r){return this.convert(s,this.workingColorSpace,r)},colorSpaceToWorking:function(s,r){return this.convert(s,r,this.workingColorSpace)},getPrimaries:function(s){return this.spaces[s].primaries},getTransfer:function(s){return s===as?Lo:this.spaces[s].transfer},getToneMappingMode:function(s){return this.spaces[s].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(s,r=this.workingColorSpace){return s.fromArray(this.spaces[r].luminanceCoefficients)},define:function(s){Object.assign(this.spaces,s)},_getMatrix:function(s,r,o){return s.copy(this.spaces[o].fromXYZ).multiply(this.spaces[r].toXYZ)},_getDrawingBufferColorSpace:function(s){return this.spaces[s].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(s=this.workingColorSpace){return this.spaces[s].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],n=[.3127,.329];return i.define({[$s]:{primaries:e,whitePoint:n,transfer:Lo,toXYZ:hp,fromXYZ:up,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:Jn},outputColorSpaceConfig:{drawingBufferColorSpace:Jn}},[Jn]:{primaries:e,whitePoint:n,transfer:bt,toXYZ:hp,fromXYZ:up,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:Jn}}}),i}var ut=Wx();function ns(i){return i<.04045?i*.0773993808:Math.pow(i*.9478672986+.0521327014,2.4)}function zr(i){return i<.0031308?i*12.92:1.055*Math.pow(i,.41666)-.055}var Er,vl=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let n;if(e instanceof HTMLCanvasElement)n=e;else{Er===void 0&&(Er=Do("canvas")),Er.width=e.width,Er.height=e.height;let s=Er.getContext("2d");e instanceof ImageData?s.putImageData(e,0,0):s.drawImage(e,0,0,e.width,e.height),n=Er}return n.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Do("canvas");t.width=e.width,t.height=e.height;let n=t.getContext("2d");n.drawImage(e,0,0,e.width,e.height);let s=n.getImageData(0,0,e.width,e.height),r=s.data;for(let o=0;o<r.length;o++)r[o]=ns(r[o]/255)*255;return n.putImageData(s,0,0),t}else if(e.data){let t=e.data.slice(0);for(let n=0;n<t.length;n++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[n]=Math.floor(ns(t[n]/255)*255):t[n]=ns(t[n]);return{data:t,width:e.width,height:e.height}}else return Ye("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},Xx=0,Gr=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Xx++}),this.uuid=ia(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let n={uuid:this.uuid,url:""},s=this.data;if(s!==null){let r;if(Array.isArray(s)){r=[];for(let o=0,a=s.length;o<a;o++)s[o].isDataTexture?r.push(Gh(s[o].image)):r.push(Gh(s[o]))}else r=Gh(s);n.url=r}return t||(e.images[this.uuid]=n),n}};function Gh(i){return typeof HTMLImageElement<"u"&&i instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&i instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&i instanceof ImageBitmap?vl.getDataURL(i):i.data?{data:Array.from(i.data),width:i.width,height:i.height,type:i.data.constructor.name}:(Ye("Texture: Unable to serialize Texture."),{})}var qx=0,Wh=new J,Vn=class i extends Ui{constructor(e=i.DEFAULT_IMAGE,t=i.DEFAULT_MAPPING,n=Fi,s=Fi,r=Sn,o=rs,a=ni,l=ti,c=i.DEFAULT_ANISOTROPY,h=as){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:qx++}),this.uuid=ia(),this.name="",this.source=new Gr(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=n,this.wrapT=s,this.magFilter=r,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new yt(0,0),this.repeat=new yt(1,1),this.center=new yt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new je,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Wh).x}get height(){return this.source.getSize(Wh).y}get depth(){return this.source.getSize(Wh).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let n=e[t];if(n===void 0){Ye(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Texture.setValues(): property '${t}' does not exist.`);continue}s&&n&&s.isVector2&&n.isVector2||s&&n&&s.isVector3&&n.isVector3||s&&n&&s.isMatrix3&&n.isMatrix3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let n={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(n.userData=this.userData),t||(e.textures[this.uuid]=n),n}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Eu)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case gl:e.x=e.x-Math.floor(e.x);break;case Fi:e.x=e.x<0?0:1;break;case xl:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case gl:e.y=e.y-Math.floor(e.y);break;case Fi:e.y=e.y<0?0:1;break;case xl:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Vn.DEFAULT_IMAGE=null;Vn.DEFAULT_MAPPING=Eu;Vn.DEFAULT_ANISOTROPY=1;var Xt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,n=0,s=1){this.x=e,this.y=t,this.z=n,this.w=s}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,n,s){return this.x=e,this.y=t,this.z=n,this.w=s,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,n=this.y,s=this.z,r=this.w,o=e.elements;return this.x=o[0]*t+o[4]*n+o[8]*s+o[12]*r,this.y=o[1]*t+o[5]*n+o[9]*s+o[13]*r,this.z=o[2]*t+o[6]*n+o[10]*s+o[14]*r,this.w=o[3]*t+o[7]*n+o[11]*s+o[15]*r,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,n,s,r,l=e.elements,c=l[0],h=l[4],u=l[8],f=l[1],d=l[5],g=l[9],x=l[2],p=l[6],m=l[10];if(Math.abs(h-f)<.01&&Math.abs(u-x)<.01&&Math.abs(g-p)<.01){if(Math.abs(h+f)<.1&&Math.abs(u+x)<.1&&Math.abs(g+p)<.1&&Math.abs(c+d+m-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let A=(c+1)/2,M=(d+1)/2,P=(m+1)/2,E=(h+f)/4,y=(u+x)/4,T=(g+p)/4;return A>M&&A>P?A<.01?(n=0,s=.707106781,r=.707106781):(n=Math.sqrt(A),s=E/n,r=y/n):M>P?M<.01?(n=.707106781,s=0,r=.707106781):(s=Math.sqrt(M),n=E/s,r=T/s):P<.01?(n=.707106781,s=.707106781,r=0):(r=Math.sqrt(P),n=y/r,s=T/r),this.set(n,s,r,t),this}let v=Math.sqrt((p-g)*(p-g)+(u-x)*(u-x)+(f-h)*(f-h));return Math.abs(v)<.001&&(v=1),this.x=(p-g)/v,this.y=(u-x)/v,this.z=(f-h)/v,this.w=Math.acos((c+d+m-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=mt(this.x,e.x,t.x),this.y=mt(this.y,e.y,t.y),this.z=mt(this.z,e.z,t.z),this.w=mt(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=mt(this.x,e,t),this.y=mt(this.y,e,t),this.z=mt(this.z,e,t),this.w=mt(this.w,e,t),this}clampLength(e,t){let n=this.length();return this.divideScalar(n||1).multiplyScalar(mt(n,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,n){return this.x=e.x+(t.x-e.x)*n,this.y=e.y+(t.y-e.y)*n,this.z=e.z+(t.z-e.z)*n,this.w=e.w+(t.w-e.w)*n,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Sl=class extends Ui{constructor(e=1,t=1,n={}){super(),n=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Sn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},n),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=n.depth,this.scissor=new Xt(0,0,e,t),this.scissorTest=!1,this.viewport=new Xt(0,0,e,t),this.textures=[];let s=n.count;for(let r=0;r<s;r++)this.textures[r]=new Vn({width:e,height:t,depth:n.depth}),this.textures[r].isRenderTargetTexture=!0,this.textures[r].renderTarget=this;this._setTextureOptions(n),this.depthBuffer=n.depthBuffer,this.stencilBuffer=n.stencilBuffer,this.resolveColorBuffer=n.resolveColorBuffer,this.resolveDepthBuffer=n.resolveDepthBuffer,this.resolveStencilBuffer=n.resolveStencilBuffer,this.storeMultisampledColorBuffer=n.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=n.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=n.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=n.depthTexture,this.samples=n.samples,this.multiview=n.multiview,this.useArrayDepthTexture=n.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Sn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let n=0;n<this.textures.length;n++)this.textures[n].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,n=1){if(this.width!==e||this.height!==t||this.depth!==n){this.width=e,this.height=t,this.depth=n;for(let s=0,r=this.textures.length;s<r;s++)this.textures[s].image.width=e,this.textures[s].image.height=t,this.textures[s].image.depth=n,this.textures[s].isData3DTexture!==!0&&(this.textures[s].isArrayTexture=this.textures[s].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,n=e.textures.length;t<n;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let s=Object.assign({},e.textures[t].image);this.textures[t].source=new Gr(s)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Qn=class extends Sl{constructor(e=1,t=1,n={}){super(e,t,n),this.isWebGLRenderTarget=!0}},Fo=class extends Vn{constructor(e=null,t=1,n=1,s=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=vn,this.minFilter=vn,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Ml=class extends Vn{constructor(e=null,t=1,n=1,s=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:n,depth:s},this.magFilter=vn,this.minFilter=vn,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var zt=class i{static{this.prototype.isMatrix4=!0}constructor(e,t,n,s,r,o,a,l,c,h,u,f,d,g,x,p){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,n,s,r,o,a,l,c,h,u,f,d,g,x,p)}set(e,t,n,s,r,o,a,l,c,h,u,f,d,g,x,p){let m=this.elements;return m[0]=e,m[4]=t,m[8]=n,m[12]=s,m[1]=r,m[5]=o,m[9]=a,m[13]=l,m[2]=c,m[6]=h,m[10]=u,m[14]=f,m[3]=d,m[7]=g,m[11]=x,m[15]=p,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new i().fromArray(this.elements)}copy(e){let t=this.elements,n=e.elements;return t[0]=n[0],t[1]=n[1],t[2]=n[2],t[3]=n[3],t[4]=n[4],t[5]=n[5],t[6]=n[6],t[7]=n[7],t[8]=n[8],t[9]=n[9],t[10]=n[10],t[11]=n[11],t[12]=n[12],t[13]=n[13],t[14]=n[14],t[15]=n[15],this}copyPosition(e){let t=this.elements,n=e.elements;return t[12]=n[12],t[13]=n[13],t[14]=n[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,n){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),n.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),n.setFromMatrixColumn(this,2),this)}makeBasis(e,t,n){return this.set(e.x,t.x,n.x,0,e.y,t.y,n.y,0,e.z,t.z,n.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,n=e.elements,s=1/Cr.setFromMatrixColumn(e,0).length(),r=1/Cr.setFromMatrixColumn(e,1).length(),o=1/Cr.setFromMatrixColumn(e,2).length();return t[0]=n[0]*s,t[1]=n[1]*s,t[2]=n[2]*s,t[3]=0,t[4]=n[4]*r,t[5]=n[5]*r,t[6]=n[6]*r,t[7]=0,t[8]=n[8]*o,t[9]=n[9]*o,t[10]=n[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,n=e.x,s=e.y,r=e.z,o=Math.cos(n),a=Math.sin(n),l=Math.cos(s),c=Math.sin(s),h=Math.cos(r),u=Math.sin(r);if(e.order==="XYZ"){let f=o*h,d=o*u,g=a*h,x=a*u;t[0]=l*h,t[4]=-l*u,t[8]=c,t[1]=d+g*c,t[5]=f-x*c,t[9]=-a*l,t[2]=x-f*c,t[6]=g+d*c,t[10]=o*l}else if(e.order==="YXZ"){let f=l*h,d=l*u,g=c*h,x=c*u;t[0]=f+x*a,t[4]=g*a-d,t[8]=o*c,t[1]=o*u,t[5]=o*h,t[9]=-a,t[2]=d*a-g,t[6]=x+f*a,t[10]=o*l}else if(e.order==="ZXY"){let f=l*h,d=l*u,g=c*h,x=c*u;t[0]=f-x*a,t[4]=-o*u,t[8]=g+d*a,t[1]=d+g*a,t[5]=o*h,t[9]=x-f*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let f=o*h,d=o*u,g=a*h,x=a*u;t[0]=l*h,t[4]=g*c-d,t[8]=f*c+x,t[1]=l*u,t[5]=x*c+f,t[9]=d*c-g,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let f=o*l,d=o*c,g=a*l,x=a*c;t[0]=l*h,t[4]=x-f*u,t[8]=g*u+d,t[1]=u,t[5]=o*h,t[9]=-a*h,t[2]=-c*h,t[6]=d*u+g,t[10]=f-x*u}else if(e.order==="XZY"){let f=o*l,d=o*c,g=a*l,x=a*c;t[0]=l*h,t[4]=-u,t[8]=c*h,t[1]=f*u+x,t[5]=o*h,t[9]=d*u-g,t[2]=g*u-d,t[6]=a*h,t[10]=x*u+f}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(Yx,e,$x)}lookAt(e,t,n){let s=this.elements;return $n.subVectors(e,t),$n.lengthSq()===0&&($n.z=1),$n.normalize(),vs.crossVectors(n,$n),vs.lengthSq()===0&&(Math.abs(n.z)===1?$n.x+=1e-4:$n.z+=1e-4,$n.normalize(),vs.crossVectors(n,$n)),vs.normalize(),ka.crossVectors($n,vs),s[0]=vs.x,s[4]=ka.x,s[8]=$n.x,s[1]=vs.y,s[5]=ka.y,s[9]=$n.y,s[2]=vs.z,s[6]=ka.z,s[10]=$n.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let n=e.elements,s=t.elements,r=this.elements,o=n[0],a=n[4],l=n[8],c=n[12],h=n[1],u=n[5],f=n[9],d=n[13],g=n[2],x=n[6],p=n[10],m=n[14],v=n[3],A=n[7],M=n[11],P=n[15],E=s[0],y=s[4],T=s[8],z=s[12],D=s[1],L=s[5],H=s[9],G=s[13],N=s[2],V=s[6],Y=s[10],B=s[14],le=s[3],$=s[7],Q=s[11],ie=s[15];return r[0]=o*E+a*D+l*N+c*le,r[4]=o*y+a*L+l*V+c*$,r[8]=o*T+a*H+l*Y+c*Q,r[12]=o*z+a*G+l*B+c*ie,r[1]=h*E+u*D+f*N+d*le,r[5]=h*y+u*L+f*V+d*$,r[9]=h*T+u*H+f*Y+d*Q,r[13]=h*z+u*G+f*B+d*ie,r[2]=g*E+x*D+p*N+m*le,r[6]=g*y+x*L+p*V+m*$,r[10]=g*T+x*H+p*Y+m*Q,r[14]=g*z+x*G+p*B+m*ie,r[3]=v*E+A*D+M*N+P*le,r[7]=v*y+A*L+M*V+P*$,r[11]=v*T+A*H+M*Y+P*Q,r[15]=v*z+A*G+M*B+P*ie,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[12],o=e[1],a=e[5],l=e[9],c=e[13],h=e[2],u=e[6],f=e[10],d=e[14],g=e[3],x=e[7],p=e[11],m=e[15],v=l*d-c*f,A=a*d-c*u,M=a*f-l*u,P=o*d-c*h,E=o*f-l*h,y=o*u-a*h;return t*(x*v-p*A+m*M)-n*(g*v-p*P+m*E)+s*(g*A-x*P+m*y)-r*(g*M-x*E+p*y)}determinantAffine(){let e=this.elements,t=e[0],n=e[4],s=e[8],r=e[1],o=e[5],a=e[9],l=e[2],c=e[6],h=e[10];return t*(o*h-a*c)-n*(r*h-a*l)+s*(r*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,n){let s=this.elements;return e.isVector3?(s[12]=e.x,s[13]=e.y,s[14]=e.z):(s[12]=e,s[13]=t,s[14]=n),this}invert(){let e=this.elements,t=e[0],n=e[1],s=e[2],r=e[3],o=e[4],a=e[5],l=e[6],c=e[7],h=e[8],u=e[9],f=e[10],d=e[11],g=e[12],x=e[13],p=e[14],m=e[15],v=t*a-n*o,A=t*l-s*o,M=t*c-r*o,P=n*l-s*a,E=n*c-r*a,y=s*c-r*l,T=h*x-u*g,z=h*p-f*g,D=h*m-d*g,L=u*p-f*x,H=u*m-d*x,G=f*m-d*p,N=v*G-A*H+M*L+P*D-E*z+y*T;if(N===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let V=1/N;return e[0]=(a*G-l*H+c*L)*V,e[1]=(s*H-n*G-r*L)*V,e[2]=(x*y-p*E+m*P)*V,e[3]=(f*E-u*y-d*P)*V,e[4]=(l*D-o*G-c*z)*V,e[5]=(t*G-s*D+r*z)*V,e[6]=(p*M-g*y-m*A)*V,e[7]=(h*y-f*M+d*A)*V,e[8]=(o*H-a*D+c*T)*V,e[9]=(n*D-t*H-r*T)*V,e[10]=(g*E-x*M+m*v)*V,e[11]=(u*M-h*E-d*v)*V,e[12]=(a*z-o*L-l*T)*V,e[13]=(t*L-n*z+s*T)*V,e[14]=(x*A-g*P-p*v)*V,e[15]=(h*P-u*A+f*v)*V,this}scale(e){let t=this.elements,n=e.x,s=e.y,r=e.z;return t[0]*=n,t[4]*=s,t[8]*=r,t[1]*=n,t[5]*=s,t[9]*=r,t[2]*=n,t[6]*=s,t[10]*=r,t[3]*=n,t[7]*=s,t[11]*=r,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],n=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],s=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,n,s))}makeTranslation(e,t,n){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,n,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),n=Math.sin(e);return this.set(1,0,0,0,0,t,-n,0,0,n,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,0,n,0,0,1,0,0,-n,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),n=Math.sin(e);return this.set(t,-n,0,0,n,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let n=Math.cos(t),s=Math.sin(t),r=1-n,o=e.x,a=e.y,l=e.z,c=r*o,h=r*a;return this.set(c*o+n,c*a-s*l,c*l+s*a,0,c*a+s*l,h*a+n,h*l-s*o,0,c*l-s*a,h*l+s*o,r*l*l+n,0,0,0,0,1),this}makeScale(e,t,n){return this.set(e,0,0,0,0,t,0,0,0,0,n,0,0,0,0,1),this}makeShear(e,t,n,s,r,o){return this.set(1,n,r,0,e,1,o,0,t,s,1,0,0,0,0,1),this}compose(e,t,n){let s=this.elements,r=t._x,o=t._y,a=t._z,l=t._w,c=r+r,h=o+o,u=a+a,f=r*c,d=r*h,g=r*u,x=o*h,p=o*u,m=a*u,v=l*c,A=l*h,M=l*u,P=n.x,E=n.y,y=n.z;return s[0]=(1-(x+m))*P,s[1]=(d+M)*P,s[2]=(g-A)*P,s[3]=0,s[4]=(d-M)*E,s[5]=(1-(f+m))*E,s[6]=(p+v)*E,s[7]=0,s[8]=(g+A)*y,s[9]=(p-v)*y,s[10]=(1-(f+x))*y,s[11]=0,s[12]=e.x,s[13]=e.y,s[14]=e.z,s[15]=1,this}decompose(e,t,n){let s=this.elements;e.x=s[12],e.y=s[13],e.z=s[14];let r=this.determinantAffine();if(r===0)return n.set(1,1,1),t.identity(),this;let o=Cr.set(s[0],s[1],s[2]).length(),a=Cr.set(s[4],s[5],s[6]).length(),l=Cr.set(s[8],s[9],s[10]).length();r<0&&(o=-o),xi.copy(this);let c=1/o,h=1/a,u=1/l;return xi.elements[0]*=c,xi.elements[1]*=c,xi.elements[2]*=c,xi.elements[4]*=h,xi.elements[5]*=h,xi.elements[6]*=h,xi.elements[8]*=u,xi.elements[9]*=u,xi.elements[10]*=u,t.setFromRotationMatrix(xi),n.x=o,n.y=a,n.z=l,this}makePerspective(e,t,n,s,r,o,a=ui,l=!1){let c=this.elements,h=2*r/(t-e),u=2*r/(n-s),f=(t+e)/(t-e),d=(n+s)/(n-s),g,x;if(l)g=r/(o-r),x=o*r/(o-r);else if(a===ui)g=-(o+r)/(o-r),x=-2*o*r/(o-r);else if(a===No)g=-o/(o-r),x=-o*r/(o-r);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=f,c[12]=0,c[1]=0,c[5]=u,c[9]=d,c[13]=0,c[2]=0,c[6]=0,c[10]=g,c[14]=x,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,n,s,r,o,a=ui,l=!1){let c=this.elements,h=2/(t-e),u=2/(n-s),f=-(t+e)/(t-e),d=-(n+s)/(n-s),g,x;if(l)g=1/(o-r),x=o/(o-r);else if(a===ui)g=-2/(o-r),x=-(o+r)/(o-r);else if(a===No)g=-1/(o-r),x=-r/(o-r);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=h,c[4]=0,c[8]=0,c[12]=f,c[1]=0,c[5]=u,c[9]=0,c[13]=d,c[2]=0,c[6]=0,c[10]=g,c[14]=x,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,n=e.elements;for(let s=0;s<16;s++)if(t[s]!==n[s])return!1;return!0}fromArray(e,t=0){for(let n=0;n<16;n++)this.elements[n]=e[n+t];return this}toArray(e=[],t=0){let n=this.elements;return e[t]=n[0],e[t+1]=n[1],e[t+2]=n[2],e[t+3]=n[3],e[t+4]=n[4],e[t+5]=n[5],e[t+6]=n[6],e[t+7]=n[7],e[t+8]=n[8],e[t+9]=n[9],e[t+10]=n[10],e[t+11]=n[11],e[t+12]=n[12],e[t+13]=n[13],e[t+14]=n[14],e[t+15]=n[15],e}},Cr=new J,xi=new zt,Yx=new J(0,0,0),$x=new J(1,1,1),vs=new J,ka=new J,$n=new J,fp=new zt,dp=new Oi,Ts=class i{constructor(e=0,t=0,n=0,s=i.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=n,this._order=s}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,n,s=this._order){return this._x=e,this._y=t,this._z=n,this._order=s,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,n=!0){let s=e.elements,r=s[0],o=s[4],a=s[8],l=s[1],c=s[5],h=s[9],u=s[2],f=s[6],d=s[10];switch(t){case"XYZ":this._y=Math.asin(mt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-h,d),this._z=Math.atan2(-o,r)):(this._x=Math.atan2(f,c),this._z=0);break;case"YXZ":this._x=Math.asin(-mt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(a,d),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-u,r),this._z=0);break;case"ZXY":this._x=Math.asin(mt(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-u,d),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,r));break;case"ZYX":this._y=Math.asin(-mt(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(f,d),this._z=Math.atan2(l,r)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(mt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-u,r)):(this._x=0,this._y=Math.atan2(a,d));break;case"XZY":this._z=Math.asin(-mt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(f,c),this._y=Math.atan2(a,r)):(this._x=Math.atan2(-h,d),this._y=0);break;default:Ye("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,n===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,n){return fp.makeRotationFromQuaternion(e),this.setFromRotationMatrix(fp,t,n)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return dp.setFromEuler(this),this.setFromQuaternion(dp,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Ts.DEFAULT_ORDER="XYZ";var Uo=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},Zx=0,pp=new J,Rr=new Oi,Ji=new zt,za=new J,Ao=new J,Jx=new J,Kx=new Oi,mp=new J(1,0,0),gp=new J(0,1,0),xp=new J(0,0,1),_p={type:"added"},Qx={type:"removed"},Pr={type:"childadded",child:null},Xh={type:"childremoved",child:null},jn=class i extends Ui{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:Zx++}),this.uuid=ia(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=i.DEFAULT_UP.clone();let e=new J,t=new Ts,n=new Oi,s=new J(1,1,1);function r(){n.setFromEuler(t,!1)}function o(){t.setFromQuaternion(n,void 0,!1)}t._onChange(r),n._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:n},scale:{configurable:!0,enumerable:!0,value:s},modelViewMatrix:{value:new zt},normalMatrix:{value:new je}}),this.matrix=new zt,this.matrixWorld=new zt,this.matrixAutoUpdate=i.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=i.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Uo,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Rr.setFromAxisAngle(e,t),this.quaternion.multiply(Rr),this}rotateOnWorldAxis(e,t){return Rr.setFromAxisAngle(e,t),this.quaternion.premultiply(Rr),this}rotateX(e){return this.rotateOnAxis(mp,e)}rotateY(e){return this.rotateOnAxis(gp,e)}rotateZ(e){return this.rotateOnAxis(xp,e)}translateOnAxis(e,t){return pp.copy(e).applyQuaternion(this.quaternion),this.position.add(pp.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(mp,e)}translateY(e){return this.translateOnAxis(gp,e)}translateZ(e){return this.translateOnAxis(xp,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Ji.copy(this.matrixWorld).invert())}lookAt(e,t,n){e.isVector3?za.copy(e):za.set(e,t,n);let s=this.parent;this.updateWorldMatrix(!0,!1),Ao.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Ji.lookAt(Ao,za,this.up):Ji.lookAt(za,Ao,this.up),this.quaternion.setFromRotationMatrix(Ji),s&&(Ji.extractRotation(s.matrixWorld),Rr.setFromRotationMatrix(Ji),this.quaternion.premultiply(Rr.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Qe("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(_p),Pr.child=e,this.dispatchEvent(Pr),Pr.child=null):Qe("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.remove(arguments[n]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(Qx),Xh.child=e,this.dispatchEvent(Xh),Xh.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Ji.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Ji.multiply(e.parent.matrixWorld)),e.applyMatrix4(Ji),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(_p),Pr.child=e,this.dispatchEvent(Pr),Pr.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let n=0,s=this.children.length;n<s;n++){let o=this.children[n].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,n=[]){this[e]===t&&n.push(this);let s=this.children;for(let r=0,o=s.length;r<o;r++)s[r].getObjectsByProperty(e,t,n);return n}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Ao,e,Jx),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Ao,Kx,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,n=e.y,s=e.z,r=this.matrix.elements;r[12]+=t-r[0]*t-r[4]*n-r[8]*s,r[13]+=n-r[1]*t-r[5]*n-r[9]*s,r[14]+=s-r[2]*t-r[6]*n-r[10]*s}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let n=0,s=t.length;n<s;n++)t[n].updateMatrixWorld(e)}updateWorldMatrix(e,t,n=!1){let s=this.parent;if(e===!0&&s!==null&&s.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||n)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,n=!0),t===!0){let r=this.children;for(let o=0,a=r.length;o<a;o++)r[o].updateWorldMatrix(!1,!0,n)}}toJSON(e){let t=e===void 0||typeof e=="string",n={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},n.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let s={};s.uuid=this.uuid,s.type=this.type,s.name=this.name,s.castShadow=this.castShadow,s.receiveShadow=this.receiveShadow,s.visible=this.visible,s.frustumCulled=this.frustumCulled,s.renderOrder=this.renderOrder,s.static=this.static,s.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(s.userData=this.userData),s.layers=this.layers.mask,s.matrix=this.matrix.toArray(),s.up=this.up.toArray(),this.pivot!==null&&(s.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(s.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(s.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(s.type="InstancedMesh",s.count=this.count,s.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(s.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(s.type="BatchedMesh",s.perObjectFrustumCulled=this.perObjectFrustumCulled,s.sortObjects=this.sortObjects,s.drawRanges=this._drawRanges,s.reservedRanges=this._reservedRanges,s.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),s.instanceInfo=this._instanceInfo.map(a=>({...a})),s.availableInstanceIds=this._availableInstanceIds.slice(),s.availableGeometryIds=this._availableGeometryIds.slice(),s.nextIndexStart=this._nextIndexStart,s.nextVertexStart=this._nextVertexStart,s.geometryCount=this._geometryCount,s.maxInstanceCount=this._maxInstanceCount,s.maxVertexCount=this._maxVertexCount,s.maxIndexCount=this._maxIndexCount,s.geometryInitialized=this._geometryInitialized,s.matricesTexture=this._matricesTexture.toJSON(e),s.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(s.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(s.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(s.boundingBox=this.boundingBox.toJSON()));function r(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?s.background=this.background.toJSON():this.background.isTexture&&(s.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(s.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){s.geometry=r(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let u=l[c];r(e.shapes,u)}else r(e.shapes,l)}}if(this.isSkinnedMesh&&(s.bindMode=this.bindMode,s.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(r(e.skeletons,this.skeleton),s.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(r(e.materials,this.material[l]));s.material=a}else s.material=r(e.materials,this.material);if(this.children.length>0){s.children=[];for(let a=0;a<this.children.length;a++)s.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){s.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];s.animations.push(r(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),h=o(e.images),u=o(e.shapes),f=o(e.skeletons),d=o(e.animations),g=o(e.nodes);a.length>0&&(n.geometries=a),l.length>0&&(n.materials=l),c.length>0&&(n.textures=c),h.length>0&&(n.images=h),u.length>0&&(n.shapes=u),f.length>0&&(n.skeletons=f),d.length>0&&(n.animations=d),g.length>0&&(n.nodes=g)}return n.object=s,n;function o(a){let l=[];for(let c in a){let h=a[c];delete h.metadata,l.push(h)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let n=0;n<e.children.length;n++){let s=e.children[n];this.add(s.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};jn.DEFAULT_UP=new J(0,1,0);jn.DEFAULT_MATRIX_AUTO_UPDATE=!0;jn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var ts=class extends jn{constructor(){super(),this.isGroup=!0,this.type="Group"}},jx={type:"move"},Wr=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new ts,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new ts,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new J,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new J),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new ts,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new J,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new J,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let n of e.hand.values())this._getHandJoint(t,n)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,n){let s=null,r=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let x of e.hand.values()){let p=t.getJointPose(x,n),m=this._getHandJoint(c,x);p!==null&&(m.matrix.fromArray(p.transform.matrix),m.matrix.decompose(m.position,m.quaternion,m.scale),m.matrixWorldNeedsUpdate=!0,m.jointRadius=p.radius),m.visible=p!==null}let h=c.joints["index-finger-tip"],u=c.joints["thumb-tip"],f=h.position.distanceTo(u.position),d=.02,g=.005;c.inputState.pinching&&f>d+g?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&f<=d-g&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(r=t.getPose(e.gripSpace,n),r!==null&&(l.matrix.fromArray(r.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,r.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(r.linearVelocity)):l.hasLinearVelocity=!1,r.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(r.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(s=t.getPose(e.targetRaySpace,n),s===null&&r!==null&&(s=r),s!==null&&(a.matrix.fromArray(s.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,s.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(s.linearVelocity)):a.hasLinearVelocity=!1,s.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(s.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(jx)))}return a!==null&&(a.visible=s!==null),l!==null&&(l.visible=r!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let n=new ts;n.matrixAutoUpdate=!1,n.visible=!1,e.joints[t.jointName]=n,e.add(n)}return e.joints[t.jointName]}},xm={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Ss={h:0,s:0,l:0},Va={h:0,s:0,l:0};function qh(i,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?i+(e-i)*6*t:t<1/2?e:t<2/3?i+(e-i)*6*(2/3-t):i}var xt=class{constructor(e,t,n){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,n)}set(e,t,n){if(t===void 0&&n===void 0){let s=e;s&&s.isColor?this.copy(s):typeof s=="number"?this.setHex(s):typeof s=="string"&&this.setStyle(s)}else this.setRGB(e,t,n);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=Jn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,ut.colorSpaceToWorking(this,t),this}setRGB(e,t,n,s=ut.workingColorSpace){return this.r=e,this.g=t,this.b=n,ut.colorSpaceToWorking(this,s),this}setHSL(e,t,n,s=ut.workingColorSpace){if(e=Vx(e,1),t=mt(t,0,1),n=mt(n,0,1),t===0)this.r=this.g=this.b=n;else{let r=n<=.5?n*(1+t):n+t-n*t,o=2*n-r;this.r=qh(o,r,e+1/3),this.g=qh(o,r,e),this.b=qh(o,r,e-1/3)}return ut.colorSpaceToWorking(this,s),this}setStyle(e,t=Jn){function n(r){r!==void 0&&parseFloat(r)<1&&Ye("Color: Alpha component of "+e+" will be ignored.")}let s;if(s=/^(\w+)\(([^\)]*)\)/.exec(e)){let r,o=s[1],a=s[2];switch(o){case"rgb":case"rgba":if(r=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(255,parseInt(r[1],10))/255,Math.min(255,parseInt(r[2],10))/255,Math.min(255,parseInt(r[3],10))/255,t);if(r=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setRGB(Math.min(100,parseFloat(r[1]))/100,Math.min(100,parseFloat(r[2]))/100,Math.min(100,parseFloat(r[3]))/100,t);break;case"hsl":case"hsla":if(r=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return n(r[4]),this.setHSL(parseFloat(r[1])/360,parseFloat(r[2])/100,parseFloat(r[3])/100,t);break;default:Ye("Color: Unknown color model "+e)}}else if(s=/^\#([A-Fa-f\d]+)$/.exec(e)){let r=s[1],o=r.length;if(o===3)return this.setRGB(parseInt(r.charAt(0),16)/15,parseInt(r.charAt(1),16)/15,parseInt(r.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(r,16),t);Ye("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=Jn){let n=xm[e.toLowerCase()];return n!==void 0?this.setHex(n,t):Ye("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=ns(e.r),this.g=ns(e.g),this.b=ns(e.b),this}copyLinearToSRGB(e){return this.r=zr(e.r),this.g=zr(e.g),this.b=zr(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=Jn){return ut.workingToColorSpace(Cn.copy(this),e),Math.round(mt(Cn.r*255,0,255))*65536+Math.round(mt(Cn.g*255,0,255))*256+Math.round(mt(Cn.b*255,0,255))}getHexString(e=Jn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=ut.workingColorSpace){ut.workingToColorSpace(Cn.copy(this),t);let n=Cn.r,s=Cn.g,r=Cn.b,o=Math.max(n,s,r),a=Math.min(n,s,r),l,c,h=(a+o)/2;if(a===o)l=0,c=0;else{let u=o-a;switch(c=h<=.5?u/(o+a):u/(2-o-a),o){case n:l=(s-r)/u+(s<r?6:0);break;case s:l=(r-n)/u+2;break;case r:l=(n-s)/u+4;break}l/=6}return e.h=l,e.s=c,e.l=h,e}getRGB(e,t=ut.workingColorSpace){return ut.workingToColorSpace(Cn.copy(this),t),e.r=Cn.r,e.g=Cn.g,e.b=Cn.b,e}getStyle(e=Jn){ut.workingToColorSpace(Cn.copy(this),e);let t=Cn.r,n=Cn.g,s=Cn.b;return e!==Jn?`color(${e} ${t.toFixed(3)} ${n.toFixed(3)} ${s.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(n*255)},${Math.round(s*255)})`}offsetHSL(e,t,n){return this.getHSL(Ss),this.setHSL(Ss.h+e,Ss.s+t,Ss.l+n)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,n){return this.r=e.r+(t.r-e.r)*n,this.g=e.g+(t.g-e.g)*n,this.b=e.b+(t.b-e.b)*n,this}lerpHSL(e,t){this.getHSL(Ss),e.getHSL(Va);let n=zh(Ss.h,Va.h,t),s=zh(Ss.s,Va.s,t),r=zh(Ss.l,Va.l,t);return this.setHSL(n,s,r),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,n=this.g,s=this.b,r=e.elements;return this.r=r[0]*t+r[3]*n+r[6]*s,this.g=r[1]*t+r[4]*n+r[7]*s,this.b=r[2]*t+r[5]*n+r[8]*s,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Cn=new xt;xt.NAMES=xm;var Oo=class extends jn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Ts,this.environmentIntensity=1,this.environmentRotation=new Ts,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},_i=new J,Ki=new J,Yh=new J,Qi=new J,Ir=new J,Lr=new J,yp=new J,$h=new J,Zh=new J,Jh=new J,Kh=new Xt,Qh=new Xt,jh=new Xt,As=class i{constructor(e=new J,t=new J,n=new J){this.a=e,this.b=t,this.c=n}static getNormal(e,t,n,s){s.subVectors(n,t),_i.subVectors(e,t),s.cross(_i);let r=s.lengthSq();return r>0?s.multiplyScalar(1/Math.sqrt(r)):s.set(0,0,0)}static getBarycoord(e,t,n,s,r){_i.subVectors(s,t),Ki.subVectors(n,t),Yh.subVectors(e,t);let o=_i.dot(_i),a=_i.dot(Ki),l=_i.dot(Yh),c=Ki.dot(Ki),h=Ki.dot(Yh),u=o*c-a*a;if(u===0)return r.set(0,0,0),null;let f=1/u,d=(c*l-a*h)*f,g=(o*h-a*l)*f;return r.set(1-d-g,g,d)}static containsPoint(e,t,n,s){return this.getBarycoord(e,t,n,s,Qi)===null?!1:Qi.x>=0&&Qi.y>=0&&Qi.x+Qi.y<=1}static getInterpolation(e,t,n,s,r,o,a,l){return this.getBarycoord(e,t,n,s,Qi)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(r,Qi.x),l.addScaledVector(o,Qi.y),l.addScaledVector(a,Qi.z),l)}static getInterpolatedAttribute(e,t,n,s,r,o){return Kh.setScalar(0),Qh.setScalar(0),jh.setScalar(0),Kh.fromBufferAttribute(e,t),Qh.fromBufferAttribute(e,n),jh.fromBufferAttribute(e,s),o.setScalar(0),o.addScaledVector(Kh,r.x),o.addScaledVector(Qh,r.y),o.addScaledVector(jh,r.z),o}static isFrontFacing(e,t,n,s){return _i.subVectors(n,t),Ki.subVectors(e,t),_i.cross(Ki).dot(s)<0}set(e,t,n){return this.a.copy(e),this.b.copy(t),this.c.copy(n),this}setFromPointsAndIndices(e,t,n,s){return this.a.copy(e[t]),this.b.copy(e[n]),this.c.copy(e[s]),this}setFromAttributeAndIndices(e,t,n,s){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,n),this.c.fromBufferAttribute(e,s),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return _i.subVectors(this.c,this.b),Ki.subVectors(this.a,this.b),_i.cross(Ki).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return i.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return i.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,n,s,r){return i.getInterpolation(e,this.a,this.b,this.c,t,n,s,r)}containsPoint(e){return i.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return i.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let n=this.a,s=this.b,r=this.c,o,a;Ir.subVectors(s,n),Lr.subVectors(r,n),$h.subVectors(e,n);let l=Ir.dot($h),c=Lr.dot($h);if(l<=0&&c<=0)return t.copy(n);Zh.subVectors(e,s);let h=Ir.dot(Zh),u=Lr.dot(Zh);if(h>=0&&u<=h)return t.copy(s);let f=l*u-h*c;if(f<=0&&l>=0&&h<=0&&l-h>0)return o=l/(l-h),t.copy(n).addScaledVector(Ir,o);Jh.subVectors(e,r);let d=Ir.dot(Jh),g=Lr.dot(Jh);if(g>=0&&d<=g)return t.copy(r);let x=d*c-l*g;if(x<=0&&c>=0&&g<=0)return a=c/(c-g),t.copy(n).addScaledVector(Lr,a);let p=h*g-d*u;if(p<=0&&u-h>=0&&d-g>=0)return yp.subVectors(r,s),a=(u-h)/(u-h+(d-g)),t.copy(s).addScaledVector(yp,a);let m=1/(p+x+f);return o=x*m,a=f*m,t.copy(n).addScaledVector(Ir,o).addScaledVector(Lr,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Es=class{constructor(e=new J(1/0,1/0,1/0),t=new J(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t+=3)this.expandByPoint(yi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,n=e.count;t<n;t++)this.expandByPoint(yi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,n=e.length;t<n;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let n=yi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(n),this.max.copy(e).add(n),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let n=e.geometry;if(n!==void 0){let r=n.getAttribute("position");if(t===!0&&r!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=r.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,yi):yi.fromBufferAttribute(r,o),yi.applyMatrix4(e.matrixWorld),this.expandByPoint(yi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Ha.copy(e.boundingBox)):(n.boundingBox===null&&n.computeBoundingBox(),Ha.copy(n.boundingBox)),Ha.applyMatrix4(e.matrixWorld),this.union(Ha)}let s=e.children;for(let r=0,o=s.length;r<o;r++)this.expandByObject(s[r],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,yi),yi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,n;return e.normal.x>0?(t=e.normal.x*this.min.x,n=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,n=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,n+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,n+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,n+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,n+=e.normal.z*this.min.z),t<=-e.constant&&n>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(To),Ga.subVectors(this.max,To),Nr.subVectors(e.a,To),Dr.subVectors(e.b,To),Fr.subVectors(e.c,To),Ms.subVectors(Dr,Nr),bs.subVectors(Fr,Dr),Ws.subVectors(Nr,Fr);let t=[0,-Ms.z,Ms.y,0,-bs.z,bs.y,0,-Ws.z,Ws.y,Ms.z,0,-Ms.x,bs.z,0,-bs.x,Ws.z,0,-Ws.x,-Ms.y,Ms.x,0,-bs.y,bs.x,0,-Ws.y,Ws.x,0];return!eu(t,Nr,Dr,Fr,Ga)||(t=[1,0,0,0,1,0,0,0,1],!eu(t,Nr,Dr,Fr,Ga))?!1:(Wa.crossVectors(Ms,bs),t=[Wa.x,Wa.y,Wa.z],eu(t,Nr,Dr,Fr,Ga))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,yi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(yi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(ji[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),ji[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),ji[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),ji[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),ji[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),ji[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),ji[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),ji[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(ji),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},ji=[new J,new J,new J,new J,new J,new J,new J,new J],yi=new J,Ha=new Es,Nr=new J,Dr=new J,Fr=new J,Ms=new J,bs=new J,Ws=new J,To=new J,Ga=new J,Wa=new J,Xs=new J;function eu(i,e,t,n,s){for(let r=0,o=i.length-3;r<=o;r+=3){Xs.fromArray(i,r);let a=s.x*Math.abs(Xs.x)+s.y*Math.abs(Xs.y)+s.z*Math.abs(Xs.z),l=e.dot(Xs),c=t.dot(Xs),h=n.dot(Xs);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>a)return!1}return!0}var on=new J,Xa=new yt,e_=0,Dt=class extends Ui{constructor(e,t,n=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:e_++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=n,this.usage=um,this.updateRanges=[],this.gpuType=Mi,this.version=0,this._normalizationScale=e!==void 0?Vu(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,n){e*=this.itemSize,n*=t.itemSize;for(let s=0,r=this.itemSize;s<r;s++)this.array[e+s]=t.array[n+s];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,n=this.count;t<n;t++)Xa.fromBufferAttribute(this,t),Xa.applyMatrix3(e),this.setXY(t,Xa.x,Xa.y);else if(this.itemSize===3)for(let t=0,n=this.count;t<n;t++)on.fromBufferAttribute(this,t),on.applyMatrix3(e),this.setXYZ(t,on.x,on.y,on.z);return this}applyMatrix4(e){for(let t=0,n=this.count;t<n;t++)on.fromBufferAttribute(this,t),on.applyMatrix4(e),this.setXYZ(t,on.x,on.y,on.z);return this}applyNormalMatrix(e){for(let t=0,n=this.count;t<n;t++)on.fromBufferAttribute(this,t),on.applyNormalMatrix(e),this.setXYZ(t,on.x,on.y,on.z);return this}transformDirection(e){for(let t=0,n=this.count;t<n;t++)on.fromBufferAttribute(this,t),on.transformDirection(e),this.setXYZ(t,on.x,on.y,on.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let n=this.array[e*this.itemSize+t];return this.normalized&&(n=this._denormalize(n)),n}setComponent(e,t,n){return this.normalized&&(n=this._normalize(n)),this.array[e*this.itemSize+t]=n,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,n){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n)),this.array[e+0]=t,this.array[e+1]=n,this}setXYZ(e,t,n,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this}setXYZW(e,t,n,s,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),n=this._normalize(n),s=this._normalize(s),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=n,this.array[e+2]=s,this.array[e+3]=r,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):Hx(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):Gx(e,this.array)}};var Bo=class extends Dt{constructor(e,t,n){super(new Uint16Array(e),t,n)}};var ko=class extends Dt{constructor(e,t,n){super(new Uint32Array(e),t,n)}};var zn=class extends Dt{constructor(e,t,n){super(new Float32Array(e),t,n)}},t_=new Es,Eo=new J,tu=new J,Zs=class{constructor(e=new J,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let n=this.center;t!==void 0?n.copy(t):t_.setFromPoints(e).getCenter(n);let s=0;for(let r=0,o=e.length;r<o;r++)s=Math.max(s,n.distanceToSquared(e[r]));return this.radius=Math.sqrt(s),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let n=this.center.distanceToSquared(e);return t.copy(e),n>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Eo.subVectors(e,this.center);let t=Eo.lengthSq();if(t>this.radius*this.radius){let n=Math.sqrt(t),s=(n-this.radius)*.5;this.center.addScaledVector(Eo,s/n),this.radius+=s}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(tu.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Eo.copy(e.center).add(tu)),this.expandByPoint(Eo.copy(e.center).sub(tu))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},n_=0,hi=new zt,nu=new jn,Ur=new J,Zn=new Es,Co=new Es,yn=new J,Hn=class i extends Ui{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:n_++}),this.uuid=ia(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(kx(e)?ko:Bo)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,n=0){this.groups.push({start:e,count:t,materialIndex:n})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let n=this.attributes.normal;if(n!==void 0){let r=new je().getNormalMatrix(e);n.applyNormalMatrix(r),n.needsUpdate=!0}let s=this.attributes.tangent;return s!==void 0&&(s.transformDirection(e),s.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return hi.makeRotationFromQuaternion(e),this.applyMatrix4(hi),this}rotateX(e){return hi.makeRotationX(e),this.applyMatrix4(hi),this}rotateY(e){return hi.makeRotationY(e),this.applyMatrix4(hi),this}rotateZ(e){return hi.makeRotationZ(e),this.applyMatrix4(hi),this}translate(e,t,n){return hi.makeTranslation(e,t,n),this.applyMatrix4(hi),this}scale(e,t,n){return hi.makeScale(e,t,n),this.applyMatrix4(hi),this}lookAt(e){return nu.lookAt(e),nu.updateMatrix(),this.applyMatrix4(nu.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ur).negate(),this.translate(Ur.x,Ur.y,Ur.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let n=[];for(let s=0,r=e.length;s<r;s++){let o=e[s];n.push(o.x,o.y,o.z||0)}this.setAttribute("position",new zn(n,3))}else{let n=Math.min(e.length,t.count);for(let s=0;s<n;s++){let r=e[s];t.setXYZ(s,r.x,r.y,r.z||0)}e.length>t.count&&Ye("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Es);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new J(-1/0,-1/0,-1/0),new J(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let n=0,s=t.length;n<s;n++){let r=t[n];Zn.setFromBufferAttribute(r),this.morphTargetsRelative?(yn.addVectors(this.boundingBox.min,Zn.min),this.boundingBox.expandByPoint(yn),yn.addVectors(this.boundingBox.max,Zn.max),this.boundingBox.expandByPoint(yn)):(this.boundingBox.expandByPoint(Zn.min),this.boundingBox.expandByPoint(Zn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Qe('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Zs);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Qe("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new J,1/0);return}if(e){let n=this.boundingSphere.center;if(Zn.setFromBufferAttribute(e),t)for(let r=0,o=t.length;r<o;r++){let a=t[r];Co.setFromBufferAttribute(a),this.morphTargetsRelative?(yn.addVectors(Zn.min,Co.min),Zn.expandByPoint(yn),yn.addVectors(Zn.max,Co.max),Zn.expandByPoint(yn)):(Zn.expandByPoint(Co.min),Zn.expandByPoint(Co.max))}Zn.getCenter(n);let s=0;for(let r=0,o=e.count;r<o;r++)yn.fromBufferAttribute(e,r),s=Math.max(s,n.distanceToSquared(yn));if(t)for(let r=0,o=t.length;r<o;r++){let a=t[r],l=this.morphTargetsRelative;for(let c=0,h=a.count;c<h;c++)yn.fromBufferAttribute(a,c),l&&(Ur.fromBufferAttribute(e,c),yn.add(Ur)),s=Math.max(s,n.distanceToSquared(yn))}this.boundingSphere.radius=Math.sqrt(s),isNaN(this.boundingSphere.radius)&&Qe('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Qe("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let n=t.position,s=t.normal,r=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==n.count)&&(o=new Dt(new Float32Array(4*n.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(n.count);for(let z=0;z<n.count;z++)a[z]=new J,l[z]=new J;let h=new J,u=new J,f=new J,d=new yt,g=new yt,x=new yt,p=new J,m=new J;function v(z,D,L){c[z]=c[D]=c[L]=1,h.fromBufferAttribute(n,z),u.fromBufferAttribute(n,D),f.fromBufferAttribute(n,L),d.fromBufferAttribute(r,z),g.fromBufferAttribute(r,D),x.fromBufferAttribute(r,L),u.sub(h),f.sub(h),g.sub(d),x.sub(d);let H=1/(g.x*x.y-x.x*g.y);isFinite(H)&&(p.copy(u).multiplyScalar(x.y).addScaledVector(f,-g.y).multiplyScalar(H),m.copy(f).multiplyScalar(g.x).addScaledVector(u,-x.x).multiplyScalar(H),a[z].add(p),a[D].add(p),a[L].add(p),l[z].add(m),l[D].add(m),l[L].add(m))}let A=this.groups;A.length===0&&(A=[{start:0,count:e.count}]);for(let z=0,D=A.length;z<D;++z){let L=A[z],H=L.start,G=L.count;for(let N=H,V=H+G;N<V;N+=3)v(e.getX(N+0),e.getX(N+1),e.getX(N+2))}let M=new J,P=new J,E=new J,y=new J;function T(z){E.fromBufferAttribute(s,z),y.copy(E);let D=a[z];M.copy(D),M.sub(E.multiplyScalar(E.dot(D))).normalize(),P.crossVectors(y,D);let H=P.dot(l[z])<0?-1:1;o.setXYZW(z,M.x,M.y,M.z,H)}for(let z=0,D=n.count;z<D;++z)c[z]&&T(z);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let n=this.getAttribute("normal");if(n===void 0||n.count!==t.count)n=new Dt(new Float32Array(t.count*3),3),this.setAttribute("normal",n);else for(let f=0,d=n.count;f<d;f++)n.setXYZ(f,0,0,0);let s=new J,r=new J,o=new J,a=new J,l=new J,c=new J,h=new J,u=new J;if(e)for(let f=0,d=e.count;f<d;f+=3){let g=e.getX(f+0),x=e.getX(f+1),p=e.getX(f+2);s.fromBufferAttribute(t,g),r.fromBufferAttribute(t,x),o.fromBufferAttribute(t,p),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),a.fromBufferAttribute(n,g),l.fromBufferAttribute(n,x),c.fromBufferAttribute(n,p),a.add(h),l.add(h),c.add(h),n.setXYZ(g,a.x,a.y,a.z),n.setXYZ(x,l.x,l.y,l.z),n.setXYZ(p,c.x,c.y,c.z)}else for(let f=0,d=t.count;f<d;f+=3)s.fromBufferAttribute(t,f+0),r.fromBufferAttribute(t,f+1),o.fromBufferAttribute(t,f+2),h.subVectors(o,r),u.subVectors(s,r),h.cross(u),n.setXYZ(f+0,h.x,h.y,h.z),n.setXYZ(f+1,h.x,h.y,h.z),n.setXYZ(f+2,h.x,h.y,h.z);this.normalizeNormals(),n.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,n=e.count;t<n;t++)yn.fromBufferAttribute(e,t),yn.normalize(),e.setXYZ(t,yn.x,yn.y,yn.z)}toNonIndexed(){function e(a,l){let c=a.array,h=a.itemSize,u=a.normalized,f=new c.constructor(l.length*h),d=0,g=0;for(let x=0,p=l.length;x<p;x++){a.isInterleavedBufferAttribute?d=l[x]*a.data.stride+a.offset:d=l[x]*h;for(let m=0;m<h;m++)f[g++]=c[d++]}return new Dt(f,h,u)}if(this.index===null)return Ye("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new i,n=this.index.array,s=this.attributes;for(let a in s){let l=s[a],c=e(l,n);t.setAttribute(a,c)}let r=this.morphAttributes;for(let a in r){let l=[],c=r[a];for(let h=0,u=c.length;h<u;h++){let f=c[h],d=e(f,n);l.push(d)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let n=this.attributes;for(let l in n){let c=n[l];e.data.attributes[l]=c.toJSON(e.data)}let s={},r=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let u=0,f=c.length;u<f;u++){let d=c[u];h.push(d.toJSON(e.data))}h.length>0&&(s[l]=h,r=!0)}r&&(e.data.morphAttributes=s,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let n=e.index;n!==null&&this.setIndex(n.clone());let s=e.attributes;for(let c in s){let h=s[c];this.setAttribute(c,h.clone(t))}let r=e.morphAttributes;for(let c in r){let h=[],u=r[c];for(let f=0,d=u.length;f<d;f++)h.push(u[f].clone(t));this.morphAttributes[c]=h}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,h=o.length;c<h;c++){let u=o[c];this.addGroup(u.start,u.count,u.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var iu=new J,i_=new J,s_=new je,vi=class{constructor(e=new J(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,n,s){return this.normal.set(e,t,n),this.constant=s,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,n){let s=iu.subVectors(n,t).cross(i_.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(s,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,n=!0){let s=e.delta(iu),r=this.normal.dot(s);if(r===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/r;return n===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(s,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),n=this.distanceToPoint(e.end);return t<0&&n>0||n<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let n=t||s_.getNormalMatrix(e),s=this.coplanarPoint(iu).applyMatrix4(e),r=this.normal.applyMatrix3(n).normalize();return this.constant=-s.dot(r),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},r_=0,Cs=class extends Ui{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:r_++}),this.uuid=ia(),this.name="",this.type="Material",this.blending=Kr,this.side=Ls,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=xu,this.blendDst=_u,this.blendEquation=js,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new xt(0,0,0),this.blendAlpha=0,this.depthFunc=Vr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=rm,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=ll,this.stencilZFail=ll,this.stencilZPass=ll,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let n=e[t];if(n===void 0){Ye(`Material: parameter '${t}' has value of undefined.`);continue}let s=this[t];if(s===void 0){Ye(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}s&&s.isColor?s.set(n):s&&s.isVector2&&n&&n.isVector2||s&&s.isEuler&&n&&n.isEuler||s&&s.isVector3&&n&&n.isVector3?s.copy(n):this[t]=n}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let n={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};n.uuid=this.uuid,n.type=this.type,n.blending=this.blending,n.side=this.side,n.shadowSide=this.shadowSide,n.vertexColors=this.vertexColors,n.opacity=this.opacity,n.transparent=this.transparent,n.blendSrc=this.blendSrc,n.blendDst=this.blendDst,n.blendEquation=this.blendEquation,n.blendSrcAlpha=this.blendSrcAlpha,n.blendDstAlpha=this.blendDstAlpha,n.blendEquationAlpha=this.blendEquationAlpha,n.blendColor=this.blendColor.getHex(),n.blendAlpha=this.blendAlpha,n.depthFunc=this.depthFunc,n.depthTest=this.depthTest,n.depthWrite=this.depthWrite,n.colorWrite=this.colorWrite,n.clipIntersection=this.clipIntersection,n.clipShadows=this.clipShadows,n.stencilWriteMask=this.stencilWriteMask,n.stencilFunc=this.stencilFunc,n.stencilRef=this.stencilRef,n.stencilFuncMask=this.stencilFuncMask,n.stencilFail=this.stencilFail,n.stencilZFail=this.stencilZFail,n.stencilZPass=this.stencilZPass,n.stencilWrite=this.stencilWrite,n.polygonOffset=this.polygonOffset,n.polygonOffsetFactor=this.polygonOffsetFactor,n.polygonOffsetUnits=this.polygonOffsetUnits,n.dithering=this.dithering,n.alphaTest=this.alphaTest,n.alphaHash=this.alphaHash,n.alphaToCoverage=this.alphaToCoverage,n.premultipliedAlpha=this.premultipliedAlpha,n.forceSinglePass=this.forceSinglePass,n.allowOverride=this.allowOverride,n.visible=this.visible,n.toneMapped=this.toneMapped,n.name=this.name,this.color&&this.color.isColor&&(n.color=this.color.getHex()),this.roughness!==void 0&&(n.roughness=this.roughness),this.metalness!==void 0&&(n.metalness=this.metalness),this.sheen!==void 0&&(n.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(n.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(n.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(n.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(n.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(n.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(n.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(n.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(n.shininess=this.shininess),this.clearcoat!==void 0&&(n.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(n.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(n.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(n.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(n.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(n.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(n.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,n.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(n.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(n.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(n.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(n.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(n.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(n.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(n.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(n.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(n.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(n.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(n.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(n.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(n.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(n.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(n.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(n.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(n.lightMap=this.lightMap.toJSON(e).uuid,n.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(n.aoMap=this.aoMap.toJSON(e).uuid,n.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(n.bumpMap=this.bumpMap.toJSON(e).uuid,n.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(n.normalMap=this.normalMap.toJSON(e).uuid,n.normalMapType=this.normalMapType,n.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(n.displacementMap=this.displacementMap.toJSON(e).uuid,n.displacementScale=this.displacementScale,n.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(n.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(n.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(n.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(n.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(n.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(n.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(n.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(n.combine=this.combine)),this.envMapRotation!==void 0&&(n.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(n.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(n.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(n.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(n.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(n.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(n.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(n.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(n.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(n.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(n.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(n.size=this.size),this.sizeAttenuation!==void 0&&(n.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(n.clippingPlanes=this.clippingPlanes.map(r=>r.toJSON())),this.rotation!==void 0&&(n.rotation=this.rotation),this.depthPacking!==void 0&&(n.depthPacking=this.depthPacking),this.linewidth!==void 0&&(n.linewidth=this.linewidth),this.linecap!==void 0&&(n.linecap=this.linecap),this.linejoin!==void 0&&(n.linejoin=this.linejoin),this.dashSize!==void 0&&(n.dashSize=this.dashSize),this.gapSize!==void 0&&(n.gapSize=this.gapSize),this.scale!==void 0&&(n.scale=this.scale),this.wireframe!==void 0&&(n.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(n.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(n.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(n.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(n.flatShading=this.flatShading),this.fog!==void 0&&(n.fog=this.fog),Object.keys(this.userData).length>0&&(n.userData=this.userData);function s(r){let o=[];for(let a in r){let l=r[a];delete l.metadata,o.push(l)}return o}if(t){let r=s(e.textures),o=s(e.images);r.length>0&&(n.textures=r),o.length>0&&(n.images=o)}return n}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new xt().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(n=>new vi().fromJSON(n))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let n=e.normalScale;Array.isArray(n)===!1&&(n=[n,n]),this.normalScale=new yt().fromArray(n)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new yt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,n=null;if(t!==null){let s=t.length;n=new Array(s);for(let r=0;r!==s;++r)n[r]=t[r].clone()}return this.clippingPlanes=n,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var es=new J,su=new J,qa=new J,Ya=new J,zo=class{constructor(e=new J,t=new J(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,es)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let n=t.dot(this.direction);return n<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,n)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=es.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(es.copy(this.origin).addScaledVector(this.direction,t),es.distanceToSquared(e))}distanceSqToSegment(e,t,n,s){su.copy(e).add(t).multiplyScalar(.5),qa.copy(t).sub(e).normalize(),Ya.copy(this.origin).sub(su);let r=e.distanceTo(t)*.5,o=-this.direction.dot(qa),a=Ya.dot(this.direction),l=-Ya.dot(qa),c=Ya.lengthSq(),h=Math.abs(1-o*o),u,f,d,g;if(h>0)if(u=o*l-a,f=o*a-l,g=r*h,u>=0)if(f>=-g)if(f<=g){let x=1/h;u*=x,f*=x,d=u*(u+o*f+2*a)+f*(o*u+f+2*l)+c}else f=r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;else f=-r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;else f<=-g?(u=Math.max(0,-(-o*r+a)),f=u>0?-r:Math.min(Math.max(-r,-l),r),d=-u*u+f*(f+2*l)+c):f<=g?(u=0,f=Math.min(Math.max(-r,-l),r),d=f*(f+2*l)+c):(u=Math.max(0,-(o*r+a)),f=u>0?r:Math.min(Math.max(-r,-l),r),d=-u*u+f*(f+2*l)+c);else f=o>0?-r:r,u=Math.max(0,-(o*f+a)),d=-u*u+f*(f+2*l)+c;return n&&n.copy(this.origin).addScaledVector(this.direction,u),s&&s.copy(su).addScaledVector(qa,f),d}intersectSphere(e,t){if(e.radius<0)return null;es.subVectors(e.center,this.origin);let n=es.dot(this.direction),s=es.dot(es)-n*n,r=e.radius*e.radius;if(s>r)return null;let o=Math.sqrt(r-s),a=n-o,l=n+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let n=-(this.origin.dot(e.normal)+e.constant)/t;return n>=0?n:null}intersectPlane(e,t){let n=this.distanceToPlane(e);return n===null?null:this.at(n,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let n,s,r,o,a,l,c=1/this.direction.x,h=1/this.direction.y,u=1/this.direction.z,f=this.origin;return c>=0?(n=(e.min.x-f.x)*c,s=(e.max.x-f.x)*c):(n=(e.max.x-f.x)*c,s=(e.min.x-f.x)*c),h>=0?(r=(e.min.y-f.y)*h,o=(e.max.y-f.y)*h):(r=(e.max.y-f.y)*h,o=(e.min.y-f.y)*h),n>o||r>s||((r>n||isNaN(n))&&(n=r),(o<s||isNaN(s))&&(s=o),u>=0?(a=(e.min.z-f.z)*u,l=(e.max.z-f.z)*u):(a=(e.max.z-f.z)*u,l=(e.min.z-f.z)*u),n>l||a>s)||((a>n||n!==n)&&(n=a),(l<s||s!==s)&&(s=l),s<0)?null:this.at(n>=0?n:s,t)}intersectsBox(e){return this.intersectBox(e,es)!==null}intersectTriangle(e,t,n,s,r){let o=this.origin,a=this.direction,l=a.x,c=a.y,h=a.z,u=e.x-o.x,f=e.y-o.y,d=e.z-o.z,g=t.x-o.x,x=t.y-o.y,p=t.z-o.z,m=n.x-o.x,v=n.y-o.y,A=n.z-o.z,M=Math.abs(l),P=Math.abs(c),E=Math.abs(h),y,T,z,D,L,H,G,N,V,Y,B,le;if(M>=P&&M>=E?(z=l,H=u,V=g,le=m,l>=0?(y=c,T=h,D=f,L=d,G=x,N=p,Y=v,B=A):(y=h,T=c,D=d,L=f,G=p,N=x,Y=A,B=v)):P>=E?(z=c,H=f,V=x,le=v,c>=0?(y=h,T=l,D=d,L=u,G=p,N=g,Y=A,B=m):(y=l,T=h,D=u,L=d,G=g,N=p,Y=m,B=A)):(z=h,H=d,V=p,le=A,h>=0?(y=l,T=c,D=u,L=f,G=g,N=x,Y=m,B=v):(y=c,T=l,D=f,L=u,G=x,N=g,Y=v,B=m)),z===0)return null;let $=y/z,Q=T/z,ie=1/z,fe=D-$*H,ue=L-Q*H,j=G-$*V,me=N-Q*V,_e=Y-$*le,Ee=B-Q*le,Me=_e*me-Ee*j,Ge=fe*Ee-ue*_e,nt=j*ue-me*fe;if(s){if(Me<0||Ge<0||nt<0)return null}else if((Me<0||Ge<0||nt<0)&&(Me>0||Ge>0||nt>0))return null;let Ve=Me+Ge+nt;if(Ve===0)return null;let lt=ie*(Me*H+Ge*V+nt*le);return(Ve>0?lt<0:lt>0)?null:this.at(lt/Ve,r)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},bl=class extends Cs{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new xt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Ts,this.combine=yu,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},vp=new zt,qs=new zo,$a=new Zs,Sp=new J,Za=new J,Ja=new J,Ka=new J,ru=new J,Qa=new J,Mp=new J,ja=new J,Un=class extends jn{constructor(e=new Hn,t=new bl){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}getVertexPosition(e,t){let n=this.geometry,s=n.attributes.position,r=n.morphAttributes.position,o=n.morphTargetsRelative;t.fromBufferAttribute(s,e);let a=this.morphTargetInfluences;if(r&&a){Qa.set(0,0,0);for(let l=0,c=r.length;l<c;l++){let h=a[l],u=r[l];h!==0&&(ru.fromBufferAttribute(u,e),o?Qa.addScaledVector(ru,h):Qa.addScaledVector(ru.sub(t),h))}t.add(Qa)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.material,r=this.matrixWorld;s!==void 0&&(n.boundingSphere===null&&n.computeBoundingSphere(),$a.copy(n.boundingSphere),$a.applyMatrix4(r),qs.copy(e.ray).recast(e.near),!($a.containsPoint(qs.origin)===!1&&(qs.intersectSphere($a,Sp)===null||qs.origin.distanceToSquared(Sp)>(e.far-e.near)**2))&&(vp.copy(r).invert(),qs.copy(e.ray).applyMatrix4(vp),!(n.boundingBox!==null&&qs.intersectsBox(n.boundingBox)===!1)&&this._computeIntersections(e,t,qs)))}_computeIntersections(e,t,n){let s,r=this.geometry,o=this.material,a=r.index,l=r.attributes.position,c=r.attributes.uv,h=r.attributes.uv1,u=r.attributes.normal,f=r.groups,d=r.drawRange;if(a!==null)if(Array.isArray(o))for(let g=0,x=f.length;g<x;g++){let p=f[g],m=o[p.materialIndex],v=Math.max(p.start,d.start),A=Math.min(a.count,Math.min(p.start+p.count,d.start+d.count));for(let M=v,P=A;M<P;M+=3){let E=a.getX(M),y=a.getX(M+1),T=a.getX(M+2);s=el(this,m,e,n,c,h,u,E,y,T),s&&(s.faceIndex=Math.floor(M/3),s.face.materialIndex=p.materialIndex,t.push(s))}}else{let g=Math.max(0,d.start),x=Math.min(a.count,d.start+d.count);for(let p=g,m=x;p<m;p+=3){let v=a.getX(p),A=a.getX(p+1),M=a.getX(p+2);s=el(this,o,e,n,c,h,u,v,A,M),s&&(s.faceIndex=Math.floor(p/3),t.push(s))}}else if(l!==void 0)if(Array.isArray(o))for(let g=0,x=f.length;g<x;g++){let p=f[g],m=o[p.materialIndex],v=Math.max(p.start,d.start),A=Math.min(l.count,Math.min(p.start+p.count,d.start+d.count));for(let M=v,P=A;M<P;M+=3){let E=M,y=M+1,T=M+2;s=el(this,m,e,n,c,h,u,E,y,T),s&&(s.faceIndex=Math.floor(M/3),s.face.materialIndex=p.materialIndex,t.push(s))}}else{let g=Math.max(0,d.start),x=Math.min(l.count,d.start+d.count);for(let p=g,m=x;p<m;p+=3){let v=p,A=p+1,M=p+2;s=el(this,o,e,n,c,h,u,v,A,M),s&&(s.faceIndex=Math.floor(p/3),t.push(s))}}}};function o_(i,e,t,n,s,r,o,a){let l;if(e.side===On?l=n.intersectTriangle(o,r,s,!0,a):l=n.intersectTriangle(s,r,o,e.side===Ls,a),l===null)return null;ja.copy(a),ja.applyMatrix4(i.matrixWorld);let c=t.ray.origin.distanceTo(ja);return c<t.near||c>t.far?null:{distance:c,point:ja.clone(),object:i}}function el(i,e,t,n,s,r,o,a,l,c){i.getVertexPosition(a,Za),i.getVertexPosition(l,Ja),i.getVertexPosition(c,Ka);let h=o_(i,e,t,n,Za,Ja,Ka,Mp);if(h){let u=new J;As.getBarycoord(Mp,Za,Ja,Ka,u),s&&(h.uv=As.getInterpolatedAttribute(s,a,l,c,u,new yt)),r&&(h.uv1=As.getInterpolatedAttribute(r,a,l,c,u,new yt)),o&&(h.normal=As.getInterpolatedAttribute(o,a,l,c,u,new J),h.normal.dot(n.direction)>0&&h.normal.multiplyScalar(-1));let f={a,b:l,c,normal:new J,materialIndex:0};As.getNormal(Za,Ja,Ka,f.normal),h.face=f,h.barycoord=u}return h}var Xr=class extends Vn{constructor(e=null,t=1,n=1,s,r,o,a,l,c=vn,h=vn,u,f){super(null,o,a,l,c,h,s,r,u,f),this.isDataTexture=!0,this.image={data:e,width:t,height:n},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Js=class extends Dt{constructor(e,t,n,s=1){super(e,t,n),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=s}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var Ys=new Zs,a_=new yt(.5,.5),tl=new J,Ks=class{constructor(e=new vi,t=new vi,n=new vi,s=new vi,r=new vi,o=new vi){this.planes=[e,t,n,s,r,o]}set(e,t,n,s,r,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(n),a[3].copy(s),a[4].copy(r),a[5].copy(o),this}copy(e){let t=this.planes;for(let n=0;n<6;n++)t[n].copy(e.planes[n]);return this}setFromProjectionMatrix(e,t=ui,n=!1){let s=this.planes,r=e.elements,o=r[0],a=r[1],l=r[2],c=r[3],h=r[4],u=r[5],f=r[6],d=r[7],g=r[8],x=r[9],p=r[10],m=r[11],v=r[12],A=r[13],M=r[14],P=r[15];if(s[0].setComponents(c-o,d-h,m-g,P-v).normalize(),s[1].setComponents(c+o,d+h,m+g,P+v).normalize(),s[2].setComponents(c+a,d+u,m+x,P+A).normalize(),s[3].setComponents(c-a,d-u,m-x,P-A).normalize(),n)s[4].setComponents(l,f,p,M).normalize(),s[5].setComponents(c-l,d-f,m-p,P-M).normalize();else if(s[4].setComponents(c-l,d-f,m-p,P-M).normalize(),t===ui)s[5].setComponents(c+l,d+f,m+p,P+M).normalize();else if(t===No)s[5].setComponents(l,f,p,M).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Ys.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Ys.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Ys)}intersectsSprite(e){Ys.center.set(0,0,0);let t=a_.distanceTo(e.center);return Ys.radius=.7071067811865476+t,Ys.applyMatrix4(e.matrixWorld),this.intersectsSphere(Ys)}intersectsSphere(e){let t=this.planes,n=e.center,s=-e.radius;for(let r=0;r<6;r++)if(t[r].distanceToPoint(n)<s)return!1;return!0}intersectsBox(e){let t=this.planes;for(let n=0;n<6;n++){let s=t[n];if(tl.x=s.normal.x>0?e.max.x:e.min.x,tl.y=s.normal.y>0?e.max.y:e.min.y,tl.z=s.normal.z>0?e.max.z:e.min.z,s.distanceToPoint(tl)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let n=0;n<6;n++)if(t[n].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},bp=new zt,wl=class i{constructor(){this.coordinateSystem=ui,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,n=this._frustums;for(let s=0;s<t.length;s++){let r=t[s];bp.multiplyMatrices(r.projectionMatrix,r.matrixWorldInverse),n[s]===void 0&&(n[s]=new Ks),n[s].setFromProjectionMatrix(bp,r.coordinateSystem,r.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let n=0;n<this._count;n++)if(t[n].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,n=e._frustums;for(let s=0;s<e._count;s++)t[s]===void 0&&(t[s]=new Ks),t[s].copy(n[s]);return this._count=e._count,this}clone(){return new i().copy(this)}};var Al=class extends Cs{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new xt(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Tl=new J,El=new J,wp=new zt,Ro=new zo,nl=new Zs,ou=new J,Ap=new J,Cl=class extends jn{constructor(e=new Hn,t=new Al){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[0];for(let s=1,r=t.count;s<r;s++)Tl.fromBufferAttribute(t,s-1),El.fromBufferAttribute(t,s),n[s]=n[s-1],n[s]+=Tl.distanceTo(El);e.setAttribute("lineDistance",new zn(n,1))}else Ye("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let n=this.geometry,s=this.matrixWorld,r=e.params.Line.threshold,o=n.drawRange;if(n.boundingSphere===null&&n.computeBoundingSphere(),nl.copy(n.boundingSphere),nl.applyMatrix4(s),nl.radius+=r,e.ray.intersectsSphere(nl)===!1)return;wp.copy(s).invert(),Ro.copy(e.ray).applyMatrix4(wp);let a=r/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,h=n.index,f=n.attributes.position;if(h!==null){let d=Math.max(0,o.start),g=Math.min(h.count,o.start+o.count);for(let x=d,p=g-1;x<p;x+=c){let m=h.getX(x),v=h.getX(x+1),A=il(this,e,Ro,l,m,v,x);A&&t.push(A)}if(this.isLineLoop){let x=h.getX(g-1),p=h.getX(d),m=il(this,e,Ro,l,x,p,g-1);m&&t.push(m)}}else{let d=Math.max(0,o.start),g=Math.min(f.count,o.start+o.count);for(let x=d,p=g-1;x<p;x+=c){let m=il(this,e,Ro,l,x,x+1,x);m&&t.push(m)}if(this.isLineLoop){let x=il(this,e,Ro,l,g-1,d,g-1);x&&t.push(x)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,n=Object.keys(t);if(n.length>0){let s=t[n[0]];if(s!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let r=0,o=s.length;r<o;r++){let a=s[r].name||String(r);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=r}}}}};function il(i,e,t,n,s,r,o){let a=i.geometry.attributes.position;if(Tl.fromBufferAttribute(a,s),El.fromBufferAttribute(a,r),t.distanceSqToSegment(Tl,El,ou,Ap)>n)return;ou.applyMatrix4(i.matrixWorld);let c=e.ray.origin.distanceTo(ou);if(!(c<e.near||c>e.far))return{distance:c,point:Ap.clone().applyMatrix4(i.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:i}}var Tp=new J,Ep=new J,Vo=class extends Cl{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,n=[];for(let s=0,r=t.count;s<r;s+=2)Tp.fromBufferAttribute(t,s),Ep.fromBufferAttribute(t,s+1),n[s]=s===0?0:n[s-1],n[s+1]=n[s]+Tp.distanceTo(Ep);e.setAttribute("lineDistance",new zn(n,1))}else Ye("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Ho=class extends Vn{constructor(e=[],t=er,n,s,r,o,a,l,c,h){super(e,t,n,s,r,o,a,l,c,h),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var ss=class extends Vn{constructor(e,t,n=Si,s,r,o,a=vn,l=vn,c,h=is,u=1){if(h!==is&&h!==os)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:e,height:t,depth:u};super(f,s,r,o,a,l,h,n,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Gr(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Go=class extends ss{constructor(e,t=Si,n=er,s,r,o=vn,a=vn,l,c=is){let h={width:e,height:e,depth:1},u=[h,h,h,h,h,h];super(e,e,t,n,s,r,o,a,l,c),this.image=u,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},Wo=class extends Vn{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},qr=class i extends Hn{constructor(e=1,t=1,n=1,s=1,r=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:n,widthSegments:s,heightSegments:r,depthSegments:o};let a=this;s=Math.floor(s),r=Math.floor(r),o=Math.floor(o);let l=[],c=[],h=[],u=[],f=0,d=0;g("z","y","x",-1,-1,n,t,e,o,r,0),g("z","y","x",1,-1,n,t,-e,o,r,1),g("x","z","y",1,1,e,n,t,s,o,2),g("x","z","y",1,-1,e,n,-t,s,o,3),g("x","y","z",1,-1,e,t,n,s,r,4),g("x","y","z",-1,-1,e,t,-n,s,r,5),this.setIndex(l),this.setAttribute("position",new zn(c,3)),this.setAttribute("normal",new zn(h,3)),this.setAttribute("uv",new zn(u,2));function g(x,p,m,v,A,M,P,E,y,T,z){let D=M/y,L=P/T,H=M/2,G=P/2,N=E/2,V=y+1,Y=T+1,B=0,le=0,$=new J;for(let Q=0;Q<Y;Q++){let ie=Q*L-G;for(let fe=0;fe<V;fe++){let ue=fe*D-H;$[x]=ue*v,$[p]=ie*A,$[m]=N,c.push($.x,$.y,$.z),$[x]=0,$[p]=0,$[m]=E>0?1:-1,h.push($.x,$.y,$.z),u.push(fe/y),u.push(1-Q/T),B+=1}}for(let Q=0;Q<T;Q++)for(let ie=0;ie<y;ie++){let fe=f+ie+V*Q,ue=f+ie+V*(Q+1),j=f+(ie+1)+V*(Q+1),me=f+(ie+1)+V*Q;l.push(fe,ue,me),l.push(ue,j,me),le+=6}a.addGroup(d,le,z),d+=le,f+=B}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};var Xo=class i extends Hn{constructor(e=1,t=1,n=1,s=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:n,heightSegments:s};let r=e/2,o=t/2,a=Math.floor(n),l=Math.floor(s),c=a+1,h=l+1,u=e/a,f=t/l,d=[],g=[],x=[],p=[];for(let m=0;m<h;m++){let v=m*f-o;for(let A=0;A<c;A++){let M=A*u-r;g.push(M,-v,0),x.push(0,0,1),p.push(A/a),p.push(1-m/l)}}for(let m=0;m<l;m++)for(let v=0;v<a;v++){let A=v+c*m,M=v+c*(m+1),P=v+1+c*(m+1),E=v+1+c*m;d.push(A,M,E),d.push(M,P,E)}this.setIndex(d),this.setAttribute("position",new zn(g,3)),this.setAttribute("normal",new zn(x,3)),this.setAttribute("uv",new zn(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new i(e.width,e.height,e.widthSegments,e.heightSegments)}};function nr(i){let e={};for(let t in i){e[t]={};for(let n in i[t]){let s=i[t][n];if(Cp(s))s.isRenderTargetTexture?(Ye("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][n]=null):e[t][n]=s.clone();else if(Array.isArray(s))if(Cp(s[0])){let r=[];for(let o=0,a=s.length;o<a;o++)r[o]=s[o].clone();e[t][n]=r}else e[t][n]=s.slice();else e[t][n]=s}}return e}function Pn(i){let e={};for(let t=0;t<i.length;t++){let n=nr(i[t]);for(let s in n)e[s]=n[s]}return e}function Cp(i){return i&&(i.isColor||i.isMatrix3||i.isMatrix4||i.isVector2||i.isVector3||i.isVector4||i.isTexture||i.isQuaternion)}function l_(i){let e=[];for(let t=0;t<i.length;t++)e.push(i[t].clone());return e}function Hu(i){let e=i.getRenderTarget();return e===null?i.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:ut.workingColorSpace}var _m={clone:nr,merge:Pn},c_=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,h_=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Rn=class extends Cs{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=c_,this.fragmentShader=h_,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=nr(e.uniforms),this.uniformsGroups=l_(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let s in this.uniforms){let o=this.uniforms[s].value;o&&o.isTexture?t.uniforms[s]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[s]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[s]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[s]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[s]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[s]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[s]={type:"m4",value:o.toArray()}:t.uniforms[s]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let n={};for(let s in this.extensions)this.extensions[s]===!0&&(n[s]=!0);return Object.keys(n).length>0&&(t.extensions=n),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let n in e.uniforms){let s=e.uniforms[n];switch(this.uniforms[n]={},s.type){case"t":this.uniforms[n].value=t[s.value]||null;break;case"c":this.uniforms[n].value=new xt().setHex(s.value);break;case"v2":this.uniforms[n].value=new yt().fromArray(s.value);break;case"v3":this.uniforms[n].value=new J().fromArray(s.value);break;case"v4":this.uniforms[n].value=new Xt().fromArray(s.value);break;case"m3":this.uniforms[n].value=new je().fromArray(s.value);break;case"m4":this.uniforms[n].value=new zt().fromArray(s.value);break;default:this.uniforms[n].value=s.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let n in e.extensions)this.extensions[n]=e.extensions[n];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Rl=class extends Rn{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var Pl=class extends Cs{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=im,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Il=class extends Cs{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Or(i,e){return!i||i.constructor===e?i:typeof e.BYTES_PER_ELEMENT=="number"?new e(i):Array.prototype.slice.call(i)}function sl(i){return i!==void 0&&i.inTangents!==void 0&&i.outTangents!==void 0}var Rs=class{constructor(e,t,n,s){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=s!==void 0?s:new t.constructor(n),this.sampleValues=t,this.valueSize=n,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,n=this._cachedIndex,s=t[n],r=t[n-1];n:{e:{let o;t:{i:if(!(e<s)){for(let a=n+2;;){if(s===void 0){if(e<r)break i;return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}if(n===a)break;if(r=s,s=t[++n],e<s)break e}o=t.length;break t}if(!(e>=r)){let a=t[1];e<a&&(n=2,r=a);for(let l=n-2;;){if(r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(n===l)break;if(s=r,r=t[--n-1],e>=r)break e}o=n,n=0;break t}break n}for(;n<o;){let a=n+o>>>1;e<t[a]?o=a:n=a+1}if(s=t[n],r=t[n-1],r===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(s===void 0)return n=t.length,this._cachedIndex=n,this.copySampleValue_(n-1)}this._cachedIndex=n,this.intervalChanged_(n,r,s)}return this.interpolate_(n,r,e,s)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,n=this.sampleValues,s=this.valueSize,r=e*s;for(let o=0;o!==s;++o)t[o]=n[r+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Ll=class extends Rs{constructor(e,t,n,s){super(e,t,n,s),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:lu,endingEnd:lu}}intervalChanged_(e,t,n){let s=this.parameterPositions,r=e-2,o=e+1,a=s[r],l=s[o];if(a===void 0)switch(this.getSettings_().endingStart){case cu:r=e,a=2*t-n;break;case hu:r=s.length-2,a=t+s[r]-s[r+1];break;default:r=e,a=n}if(l===void 0)switch(this.getSettings_().endingEnd){case cu:o=e,l=2*n-t;break;case hu:o=1,l=n+s[1]-s[0];break;default:o=e-1,l=t}let c=(n-t)*.5,h=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-n),this._offsetPrev=r*h,this._offsetNext=o*h}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this._offsetPrev,u=this._offsetNext,f=this._weightPrev,d=this._weightNext,g=(n-t)/(s-t),x=g*g,p=x*g,m=-f*p+2*f*x-f*g,v=(1+f)*p+(-1.5-2*f)*x+(-.5+f)*g+1,A=(-1-d)*p+(1.5+d)*x+.5*g,M=d*p-d*x;for(let P=0;P!==a;++P)r[P]=m*o[h+P]+v*o[c+P]+A*o[l+P]+M*o[u+P];return r}},Nl=class extends Rs{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=(n-t)/(s-t),u=1-h;for(let f=0;f!==a;++f)r[f]=o[c+f]*u+o[l+f]*h;return r}},Dl=class extends Rs{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e){return this.copySampleValue_(e-1)}},Fl=class extends Rs{interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,h=this.inTangents,u=this.outTangents;if(!h||!u){let g=(n-t)/(s-t),x=1-g;for(let p=0;p!==a;++p)r[p]=o[c+p]*x+o[l+p]*g;return r}let f=a*2,d=e-1;for(let g=0;g!==a;++g){let x=o[c+g],p=o[l+g],m=d*f+g*2,v=u[m],A=u[m+1],M=e*f+g*2,P=h[M],E=h[M+1],y=f_(n,t,v,P,s);r[g]=ym(y,x,A,E,p)}return r}};function ym(i,e,t,n,s){let r=1-i;return r*r*r*e+3*r*r*i*t+3*r*i*i*n+i*i*i*s}function u_(i,e,t,n,s){let r=1-i;return 3*r*r*(t-e)+6*r*i*(n-t)+3*i*i*(s-n)}function f_(i,e,t,n,s){let r=(i-e)/(s-e);for(let o=0;o<8;o++){let a=ym(r,e,t,n,s)-i;if(Math.abs(a)<1e-10)break;let l=u_(r,e,t,n,s);if(Math.abs(l)<1e-10)break;r=Math.max(0,Math.min(1,r-a/l))}return r}var ei=class{constructor(e,t,n,s){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Or(t,this.TimeBufferType),this.values=Or(n,this.ValueBufferType),this.setInterpolation(s||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,n;if(t.toJSON!==this.toJSON)n=t.toJSON(e);else{n={name:e.name,times:Or(e.times,Array),values:Or(e.values,Array)};let s=e.getInterpolation();s!==e.DefaultInterpolation&&(n.interpolation=s),sl(e.settings)&&(n.settings={inTangents:Or(e.settings.inTangents,Array),outTangents:Or(e.settings.outTangents,Array)})}return n.type=e.ValueTypeName,n}InterpolantFactoryMethodDiscrete(e){return new Dl(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Nl(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Ll(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Fl(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Io:t=this.InterpolantFactoryMethodDiscrete;break;case _l:t=this.InterpolantFactoryMethodLinear;break;case al:t=this.InterpolantFactoryMethodSmooth;break;case au:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let n="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(n);return Ye("KeyframeTrack:",n),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Io;case this.InterpolantFactoryMethodLinear:return _l;case this.InterpolantFactoryMethodSmooth:return al;case this.InterpolantFactoryMethodBezier:return au}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]+=e;sl(this.settings)&&(Rp(this.settings.inTangents,e),Rp(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let n=0,s=t.length;n!==s;++n)t[n]*=e;sl(this.settings)&&(Pp(this.settings.inTangents,e),Pp(this.settings.outTangents,e))}return this}trim(e,t){let n=this.times,s=n.length,r=0,o=s-1;for(;r!==s&&n[r]<e;)++r;for(;o!==-1&&n[o]>t;)--o;if(++o,r!==0||o!==s){r>=o&&(o=Math.max(o,1),r=o-1);let a=this.getValueSize();this.times=n.slice(r,o),this.values=this.values.slice(r*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Qe("KeyframeTrack: Invalid value size in track.",this),e=!1);let n=this.times,s=this.values,r=n.length;r===0&&(Qe("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==r;a++){let l=n[a];if(typeof l=="number"&&isNaN(l)){Qe("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){Qe("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(s!==void 0&&zx(s))for(let a=0,l=s.length;a!==l;++a){let c=s[a];if(isNaN(c)){Qe("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),n=this.getValueSize(),s=this.getInterpolation()===al,r=e.length-1,o=1;for(let a=1;a<r;++a){let l=!1,c=e[a],h=e[a+1];if(c!==h&&(a!==1||c!==e[0]))if(s)l=!0;else{let u=a*n,f=u-n,d=u+n;for(let g=0;g!==n;++g){let x=t[u+g];if(x!==t[f+g]||x!==t[d+g]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let u=a*n,f=o*n;for(let d=0;d!==n;++d)t[f+d]=t[u+d]}++o}}if(r>0){e[o]=e[r];for(let a=r*n,l=o*n,c=0;c!==n;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*n)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),n=this.constructor,s=new n(this.name,e,t);return s.createInterpolant=this.createInterpolant,sl(this.settings)&&(s.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),s}};function Rp(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]+=e}function Pp(i,e){for(let t=0,n=i.length;t!==n;t+=2)i[t]*=e}ei.prototype.ValueTypeName="";ei.prototype.TimeBufferType=Float32Array;ei.prototype.ValueBufferType=Float32Array;ei.prototype.DefaultInterpolation=_l;var Ps=class extends ei{constructor(e,t,n){super(e,t,n)}};Ps.prototype.ValueTypeName="bool";Ps.prototype.ValueBufferType=Array;Ps.prototype.DefaultInterpolation=Io;Ps.prototype.InterpolantFactoryMethodLinear=void 0;Ps.prototype.InterpolantFactoryMethodSmooth=void 0;var Ul=class extends ei{constructor(e,t,n,s){super(e,t,n,s)}};Ul.prototype.ValueTypeName="color";var Ol=class extends ei{constructor(e,t,n,s){super(e,t,n,s)}};Ol.prototype.ValueTypeName="number";var Bl=class extends Rs{constructor(e,t,n,s){super(e,t,n,s)}interpolate_(e,t,n,s){let r=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(n-t)/(s-t),c=e*a;for(let h=c+a;c!==h;c+=4)Oi.slerpFlat(r,0,o,c-a,o,c,l);return r}},qo=class extends ei{constructor(e,t,n,s){super(e,t,n,s)}InterpolantFactoryMethodLinear(e){return new Bl(this.times,this.values,this.getValueSize(),e)}};qo.prototype.ValueTypeName="quaternion";qo.prototype.InterpolantFactoryMethodSmooth=void 0;var Is=class extends ei{constructor(e,t,n){super(e,t,n)}};Is.prototype.ValueTypeName="string";Is.prototype.ValueBufferType=Array;Is.prototype.DefaultInterpolation=Io;Is.prototype.InterpolantFactoryMethodLinear=void 0;Is.prototype.InterpolantFactoryMethodSmooth=void 0;var kl=class extends ei{constructor(e,t,n,s){super(e,t,n,s)}};kl.prototype.ValueTypeName="vector";var zl=class{constructor(e,t,n){let s=this,r=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=n,this._abortController=null,this.itemStart=function(h){a++,r===!1&&s.onStart!==void 0&&s.onStart(h,o,a),r=!0},this.itemEnd=function(h){o++,s.onProgress!==void 0&&s.onProgress(h,o,a),o===a&&(r=!1,s.onLoad!==void 0&&s.onLoad())},this.itemError=function(h){s.onError!==void 0&&s.onError(h)},this.resolveURL=function(h){return h=h.normalize("NFC"),l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,u){return c.push(h,u),this},this.removeHandler=function(h){let u=c.indexOf(h);return u!==-1&&c.splice(u,2),this},this.getHandler=function(h){for(let u=0,f=c.length;u<f;u+=2){let d=c[u],g=c[u+1];if(d.global&&(d.lastIndex=0),d.test(h))return g}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},vm=new zl,Vl=class{constructor(e){this.manager=e!==void 0?e:vm,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let n=this;return new Promise(function(s,r){n.load(e,s,t,r)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Vl.DEFAULT_MATERIAL_NAME="__DEFAULT";var rl=new J,ol=new Oi,Di=new J,Yo=class extends jn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new zt,this.projectionMatrix=new zt,this.projectionMatrixInverse=new zt,this.coordinateSystem=ui,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(rl,ol,Di),Di.x===1&&Di.y===1&&Di.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(rl,ol,Di.set(1,1,1)).invert()}updateWorldMatrix(e,t,n=!1){super.updateWorldMatrix(e,t,n),this.matrixWorld.decompose(rl,ol,Di),Di.x===1&&Di.y===1&&Di.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(rl,ol,Di.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},ws=new J,Ip=new yt,Lp=new yt,Kn=class extends Yo{constructor(e=50,t=1,n=.1,s=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=n,this.far=s,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=yl*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(kh*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return yl*2*Math.atan(Math.tan(kh*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,n){ws.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(ws.x,ws.y).multiplyScalar(-e/ws.z),ws.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(ws.x,ws.y).multiplyScalar(-e/ws.z)}getViewSize(e,t){return this.getViewBounds(e,Ip,Lp),t.subVectors(Lp,Ip)}setViewOffset(e,t,n,s,r,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(kh*.5*this.fov)/this.zoom,n=2*t,s=this.aspect*n,r=-.5*s,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;r+=o.offsetX*s/l,t-=o.offsetY*n/c,s*=o.width/l,n*=o.height/c}let a=this.filmOffset;a!==0&&(r+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(r,r+s,t,t-n,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Yr=class extends Yo{constructor(e=-1,t=1,n=1,s=-1,r=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=n,this.bottom=s,this.near=r,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,n,s,r,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=n,this.view.offsetY=s,this.view.width=r,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),n=(this.right+this.left)/2,s=(this.top+this.bottom)/2,r=n-e,o=n+e,a=s+t,l=s-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,h=(this.top-this.bottom)/this.view.fullHeight/this.zoom;r+=c*this.view.offsetX,o=r+c*this.view.width,a-=h*this.view.offsetY,l=a-h*this.view.height}this.projectionMatrix.makeOrthographic(r,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var $r=class extends Hn{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var Br=-90,kr=1,Zr=class extends jn{constructor(e,t,n){super(),this.type="CubeCamera",this.renderTarget=n,this.coordinateSystem=null,this.activeMipmapLevel=0;let s=new Kn(Br,kr,e,t);s.layers=this.layers,this.add(s);let r=new Kn(Br,kr,e,t);r.layers=this.layers,this.add(r);let o=new Kn(Br,kr,e,t);o.layers=this.layers,this.add(o);let a=new Kn(Br,kr,e,t);a.layers=this.layers,this.add(a);let l=new Kn(Br,kr,e,t);l.layers=this.layers,this.add(l);let c=new Kn(Br,kr,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[n,s,r,o,a,l]=t;for(let c of t)this.remove(c);if(e===ui)n.up.set(0,1,0),n.lookAt(1,0,0),s.up.set(0,1,0),s.lookAt(-1,0,0),r.up.set(0,0,-1),r.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===No)n.up.set(0,-1,0),n.lookAt(-1,0,0),s.up.set(0,-1,0),s.lookAt(1,0,0),r.up.set(0,0,1),r.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:n,activeMipmapLevel:s}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[r,o,a,l,c,h]=this.children,u=e.getRenderTarget(),f=e.getActiveCubeFace(),d=e.getActiveMipmapLevel(),g=e.xr.enabled;e.xr.enabled=!1;let x=n.texture.mipmapsAutoUpdate;n.texture.mipmapsAutoUpdate=!1;let p=!1;e.isWebGLRenderer===!0?p=e.state.buffers.depth.getReversed():p=e.reversedDepthBuffer,e.setRenderTarget(n,0,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,r),e.setRenderTarget(n,1,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(n,2,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(n,3,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(n,4,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),n.texture.mipmapsAutoUpdate=x,e.setRenderTarget(n,5,s),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,h),e.setRenderTarget(u,f,d),e.xr.enabled=g,n.texture.needsPMREMUpdate=!0}},Hl=class extends Kn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var Gu="\\[\\]\\.:\\/",d_=new RegExp("["+Gu+"]","g"),Wu="[^"+Gu+"]",p_="[^"+Gu.replace("\\.","")+"]",m_=/((?:WC+[\/:])*)/.source.replace("WC",Wu),g_=/(WCOD+)?/.source.replace("WCOD",p_),x_=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Wu),__=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Wu),y_=new RegExp("^"+m_+g_+x_+__+"$"),v_=["material","materials","bones","map"],uu=class{constructor(e,t,n){let s=n||kt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,s)}getValue(e,t){this.bind();let n=this._targetGroup.nCachedObjects_,s=this._bindings[n];s!==void 0&&s.getValue(e,t)}setValue(e,t){let n=this._bindings;for(let s=this._targetGroup.nCachedObjects_,r=n.length;s!==r;++s)n[s].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,n=e.length;t!==n;++t)e[t].unbind()}},kt=class i{constructor(e,t,n){this.path=t,this.parsedPath=n||i.parseTrackName(t),this.node=i.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,n){return e&&e.isAnimationObjectGroup?new i.Composite(e,t,n):new i(e,t,n)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(d_,"")}static parseTrackName(e){let t=y_.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let n={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},s=n.nodeName&&n.nodeName.lastIndexOf(".");if(s!==void 0&&s!==-1){let r=n.nodeName.substring(s+1);v_.indexOf(r)!==-1&&(n.nodeName=n.nodeName.substring(0,s),n.objectName=r)}if(n.propertyName===null||n.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return n}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let n=e.skeleton.getBoneByName(t);if(n!==void 0)return n}if(e.children){let n=function(r){for(let o=0;o<r.length;o++){let a=r[o];if(a.name===t||a.uuid===t)return a;let l=n(a.children);if(l)return l}return null},s=n(e.children);if(s)return s}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)e[t++]=n[s]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let n=this.resolvedProperty;for(let s=0,r=n.length;s!==r;++s)n[s]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,n=t.objectName,s=t.propertyName,r=t.propertyIndex;if(e||(e=i.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ye("PropertyBinding: No target node found for track: "+this.path+".");return}if(n){let c=t.objectIndex;switch(n){case"materials":if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Qe("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Qe("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let h=0;h<e.length;h++)if(e[h].name===c){c=h;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Qe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Qe("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[n]===void 0){Qe("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[n]}if(c!==void 0){if(e[c]===void 0){Qe("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[s];if(o===void 0){let c=t.nodeName;Qe("PropertyBinding: Trying to update property for track: "+c+"."+s+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(r!==void 0){if(s==="morphTargetInfluences"){if(!e.geometry){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Qe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[r]!==void 0&&(r=e.morphTargetDictionary[r])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=r}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=s;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};kt.Composite=uu;kt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};kt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};kt.prototype.GetterByBindingType=[kt.prototype._getValue_direct,kt.prototype._getValue_array,kt.prototype._getValue_arrayElement,kt.prototype._getValue_toArray];kt.prototype.SetterByBindingTypeAndVersioning=[[kt.prototype._setValue_direct,kt.prototype._setValue_direct_setNeedsUpdate,kt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_array,kt.prototype._setValue_array_setNeedsUpdate,kt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_arrayElement,kt.prototype._setValue_arrayElement_setNeedsUpdate,kt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[kt.prototype._setValue_fromArray,kt.prototype._setValue_fromArray_setNeedsUpdate,kt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var U1=new Float32Array(1);var fu=class{static{this.prototype.isMatrix2=!0}constructor(e,t,n,s){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,n,s)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let n=0;n<4;n++)this.elements[n]=e[n+t];return this}set(e,t,n,s){let r=this.elements;return r[0]=e,r[2]=t,r[1]=n,r[3]=s,this}};function Xu(i,e,t,n){let s=S_(n);switch(t){case Lu:return i*e;case Du:return i*e/s.components*s.byteLength;case Zl:return i*e/s.components*s.byteLength;case Ns:return i*e*2/s.components*s.byteLength;case Jl:return i*e*2/s.components*s.byteLength;case Nu:return i*e*3/s.components*s.byteLength;case ni:return i*e*4/s.components*s.byteLength;case Kl:return i*e*4/s.components*s.byteLength;case Jo:case Ko:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case Qo:case jo:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case jl:case tc:return Math.max(i,16)*Math.max(e,8)/4;case Ql:case ec:return Math.max(i,8)*Math.max(e,8)/2;case nc:case ic:case rc:case oc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*8;case sc:case ea:case ac:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case lc:return Math.floor((i+3)/4)*Math.floor((e+3)/4)*16;case cc:return Math.floor((i+4)/5)*Math.floor((e+3)/4)*16;case hc:return Math.floor((i+4)/5)*Math.floor((e+4)/5)*16;case uc:return Math.floor((i+5)/6)*Math.floor((e+4)/5)*16;case fc:return Math.floor((i+5)/6)*Math.floor((e+5)/6)*16;case dc:return Math.floor((i+7)/8)*Math.floor((e+4)/5)*16;case pc:return Math.floor((i+7)/8)*Math.floor((e+5)/6)*16;case mc:return Math.floor((i+7)/8)*Math.floor((e+7)/8)*16;case gc:return Math.floor((i+9)/10)*Math.floor((e+4)/5)*16;case xc:return Math.floor((i+9)/10)*Math.floor((e+5)/6)*16;case _c:return Math.floor((i+9)/10)*Math.floor((e+7)/8)*16;case yc:return Math.floor((i+9)/10)*Math.floor((e+9)/10)*16;case vc:return Math.floor((i+11)/12)*Math.floor((e+9)/10)*16;case Sc:return Math.floor((i+11)/12)*Math.floor((e+11)/12)*16;case Mc:case bc:case wc:return Math.ceil(i/4)*Math.ceil(e/4)*16;case Ac:case Tc:return Math.ceil(i/4)*Math.ceil(e/4)*8;case ta:case Ec:return Math.ceil(i/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function S_(i){switch(i){case ti:case Cu:return{byteLength:1,components:1};case jr:case Ru:case bi:return{byteLength:2,components:1};case Yl:case $l:return{byteLength:2,components:4};case Si:case ql:case Mi:return{byteLength:4,components:1};case Pu:case Iu:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${i}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ye("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Hm(){let i=null,e=!1,t=null,n=null;function s(r,o){n=i.requestAnimationFrame(s),t(r,o)}return{start:function(){e!==!0&&t!==null&&i!==null&&(n=i.requestAnimationFrame(s),e=!0)},stop:function(){i!==null&&i.cancelAnimationFrame(n),e=!1},setAnimationLoop:function(r){t=r},setContext:function(r){i=r}}}function b_(i){let e=new WeakMap;function t(a,l){let c=a.array,h=a.usage,u=c.byteLength,f=i.createBuffer();i.bindBuffer(l,f),i.bufferData(l,c,h),a.onUploadCallback();let d;if(c instanceof Float32Array)d=i.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)d=i.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?d=i.HALF_FLOAT:d=i.UNSIGNED_SHORT;else if(c instanceof Int16Array)d=i.SHORT;else if(c instanceof Uint32Array)d=i.UNSIGNED_INT;else if(c instanceof Int32Array)d=i.INT;else if(c instanceof Int8Array)d=i.BYTE;else if(c instanceof Uint8Array)d=i.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)d=i.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:f,type:d,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:u}}function n(a,l,c){let h=l.array,u=l.updateRanges;if(i.bindBuffer(c,a),u.length===0)i.bufferSubData(c,0,h);else{u.sort((d,g)=>d.start-g.start);let f=0;for(let d=1;d<u.length;d++){let g=u[f],x=u[d];x.start<=g.start+g.count+1?g.count=Math.max(g.count,x.start+x.count-g.start):(++f,u[f]=x)}u.length=f+1;for(let d=0,g=u.length;d<g;d++){let x=u[d];i.bufferSubData(c,x.start*h.BYTES_PER_ELEMENT,h,x.start,x.count)}l.clearUpdateRanges()}l.onUploadCallback()}function s(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function r(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(i.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let h=e.get(a);(!h||h.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");n(c.buffer,a,l),c.version=a.version}}return{get:s,remove:r,update:o}}var w_=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,A_=`#ifdef USE_ALPHAHASH
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
#endif`,T_=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,E_=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,C_=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,R_=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,P_=`#ifdef USE_AOMAP
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
#endif`,I_=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,L_=`#ifdef USE_BATCHING
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
#endif`,N_=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,D_=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,F_=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,U_=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,O_=`#ifdef USE_IRIDESCENCE
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
#endif`,B_=`#ifdef USE_BUMPMAP
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
#endif`,k_=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,z_=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,V_=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,H_=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,G_=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,W_=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,X_=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,q_=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,Y_=`#define PI 3.141592653589793
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
} // validated`,$_=`vec3 transformedNormal = objectNormal;
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
#endif`,Z_=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,J_=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,K_=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,Q_=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,j_="gl_FragColor = linearToOutputTexel( gl_FragColor );",ey=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,ty=`#ifdef USE_ENVMAP
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
#endif`,ny=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,iy=`#ifdef USE_ENVMAP
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
#endif`,sy=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,ry=`#ifdef USE_ENVMAP
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
#endif`,oy=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,ay=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,ly=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,cy=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,hy=`#ifdef USE_GRADIENTMAP
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
}`,uy=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,fy=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,dy=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,py=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,my=`#ifdef USE_ENVMAP
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
#endif`,gy=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,xy=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,_y=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,yy=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,vy=`PhysicalMaterial material;
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
#endif`,Sy=`uniform sampler2D dfgLUT;
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
}`,My=`
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
#endif`,by=`#if defined( RE_IndirectDiffuse )
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
#endif`,wy=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,Ay=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,Ty=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,Ey=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Cy=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Ry=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,Py=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,Iy=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,Ly=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,Ny=`#if defined( USE_POINTS_UV )
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
#endif`,Dy=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,Fy=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,Uy=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Oy=`#if defined( USE_MORPHCOLORS )
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
#endif`,By=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ky=`#ifdef USE_MORPHTARGETS
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
#endif`,zy=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Vy=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,Hy=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,Gy=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Wy=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,Xy=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,qy=`#ifdef USE_NORMALMAP
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
#endif`,Yy=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,$y=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,Zy=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,Jy=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,Ky=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,Qy=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,jy=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,ev=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,tv=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,nv=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,iv=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,sv=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,rv=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,ov=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,av=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,lv=`float getShadowMask() {
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
}`,cv=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,hv=`#ifdef USE_SKINNING
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
#endif`,uv=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,fv=`#ifdef USE_SKINNING
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
#endif`,dv=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,pv=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,mv=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,gv=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,xv=`#ifdef USE_TRANSMISSION
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
#endif`,_v=`#ifdef USE_TRANSMISSION
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
#endif`,yv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,vv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Sv=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Mv=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,bv=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,wv=`uniform sampler2D t2D;
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
}`,Av=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Tv=`uniform float backgroundBlurriness;
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
}`,Ev=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Cv=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Rv=`#include <common>
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
}`,Pv=`#if DEPTH_PACKING == 3200
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
}`,Iv=`#define DISTANCE
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
}`,Lv=`#define DISTANCE
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
}`,Nv=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,Dv=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,Fv=`uniform float scale;
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
}`,Uv=`uniform vec3 diffuse;
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
}`,Ov=`#include <common>
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
}`,Bv=`uniform vec3 diffuse;
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
}`,kv=`#define LAMBERT
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
}`,zv=`#define LAMBERT
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
}`,Vv=`#define MATCAP
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
}`,Hv=`#define MATCAP
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
}`,Gv=`#define NORMAL
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
}`,Wv=`#define NORMAL
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
}`,Xv=`#define PHONG
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
}`,qv=`#define PHONG
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
}`,Yv=`#define STANDARD
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
}`,$v=`#define STANDARD
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
}`,Zv=`#define TOON
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
}`,Jv=`#define TOON
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
}`,Kv=`uniform float size;
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
}`,Qv=`uniform vec3 diffuse;
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
}`,jv=`#include <common>
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
}`,eS=`uniform vec3 color;
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
}`,tS=`uniform float rotation;
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
}`,nS=`uniform vec3 diffuse;
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
}`,at={alphahash_fragment:w_,alphahash_pars_fragment:A_,alphamap_fragment:T_,alphamap_pars_fragment:E_,alphatest_fragment:C_,alphatest_pars_fragment:R_,aomap_fragment:P_,aomap_pars_fragment:I_,batching_pars_vertex:L_,batching_vertex:N_,begin_vertex:D_,beginnormal_vertex:F_,bsdfs:U_,iridescence_fragment:O_,bumpmap_pars_fragment:B_,clipping_planes_fragment:k_,clipping_planes_pars_fragment:z_,clipping_planes_pars_vertex:V_,clipping_planes_vertex:H_,color_fragment:G_,color_pars_fragment:W_,color_pars_vertex:X_,color_vertex:q_,common:Y_,defaultnormal_vertex:$_,displacementmap_pars_vertex:Z_,displacementmap_vertex:J_,emissivemap_fragment:K_,emissivemap_pars_fragment:Q_,colorspace_fragment:j_,colorspace_pars_fragment:ey,envmap_fragment:ty,envmap_common_pars_fragment:ny,envmap_pars_fragment:iy,envmap_pars_vertex:sy,envmap_physical_pars_fragment:my,envmap_vertex:ry,fog_vertex:oy,fog_pars_vertex:ay,fog_fragment:ly,fog_pars_fragment:cy,gradientmap_pars_fragment:hy,lightmap_pars_fragment:uy,lights_lambert_fragment:fy,lights_lambert_pars_fragment:dy,lights_pars_begin:py,lights_toon_fragment:gy,lights_toon_pars_fragment:xy,lights_phong_fragment:_y,lights_phong_pars_fragment:yy,lights_physical_fragment:vy,lights_physical_pars_fragment:Sy,lights_fragment_begin:My,lights_fragment_maps:by,lights_fragment_end:wy,lightprobes_pars_fragment:Ay,logdepthbuf_fragment:Ty,logdepthbuf_pars_fragment:Ey,logdepthbuf_pars_vertex:Cy,logdepthbuf_vertex:Ry,map_fragment:Py,map_pars_fragment:Iy,map_particle_fragment:Ly,map_particle_pars_fragment:Ny,metalnessmap_fragment:Dy,metalnessmap_pars_fragment:Fy,morphinstance_vertex:Uy,morphcolor_vertex:Oy,morphnormal_vertex:By,morphtarget_pars_vertex:ky,morphtarget_vertex:zy,normal_fragment_begin:Vy,normal_fragment_maps:Hy,normal_pars_fragment:Gy,normal_pars_vertex:Wy,normal_vertex:Xy,normalmap_pars_fragment:qy,clearcoat_normal_fragment_begin:Yy,clearcoat_normal_fragment_maps:$y,clearcoat_pars_fragment:Zy,iridescence_pars_fragment:Jy,opaque_fragment:Ky,packing:Qy,premultiplied_alpha_fragment:jy,project_vertex:ev,dithering_fragment:tv,dithering_pars_fragment:nv,roughnessmap_fragment:iv,roughnessmap_pars_fragment:sv,shadowmap_pars_fragment:rv,shadowmap_pars_vertex:ov,shadowmap_vertex:av,shadowmask_pars_fragment:lv,skinbase_vertex:cv,skinning_pars_vertex:hv,skinning_vertex:uv,skinnormal_vertex:fv,specularmap_fragment:dv,specularmap_pars_fragment:pv,tonemapping_fragment:mv,tonemapping_pars_fragment:gv,transmission_fragment:xv,transmission_pars_fragment:_v,uv_pars_fragment:yv,uv_pars_vertex:vv,uv_vertex:Sv,worldpos_vertex:Mv,background_vert:bv,background_frag:wv,backgroundCube_vert:Av,backgroundCube_frag:Tv,cube_vert:Ev,cube_frag:Cv,depth_vert:Rv,depth_frag:Pv,distance_vert:Iv,distance_frag:Lv,equirect_vert:Nv,equirect_frag:Dv,linedashed_vert:Fv,linedashed_frag:Uv,meshbasic_vert:Ov,meshbasic_frag:Bv,meshlambert_vert:kv,meshlambert_frag:zv,meshmatcap_vert:Vv,meshmatcap_frag:Hv,meshnormal_vert:Gv,meshnormal_frag:Wv,meshphong_vert:Xv,meshphong_frag:qv,meshphysical_vert:Yv,meshphysical_frag:$v,meshtoon_vert:Zv,meshtoon_frag:Jv,points_vert:Kv,points_frag:Qv,shadow_vert:jv,shadow_frag:eS,sprite_vert:tS,sprite_frag:nS},Le={common:{diffuse:{value:new xt(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new je}},envmap:{envMap:{value:null},envMapRotation:{value:new je},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new je}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new je}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new je},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new je},normalScale:{value:new yt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new je},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new je}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new je}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new je}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new xt(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new xt(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0},uvTransform:{value:new je}},sprite:{diffuse:{value:new xt(16777215)},opacity:{value:1},center:{value:new yt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new je},alphaMap:{value:null},alphaMapTransform:{value:new je},alphaTest:{value:0}}},Vi={basic:{uniforms:Pn([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.fog]),vertexShader:at.meshbasic_vert,fragmentShader:at.meshbasic_frag},lambert:{uniforms:Pn([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},envMapIntensity:{value:1}}]),vertexShader:at.meshlambert_vert,fragmentShader:at.meshlambert_frag},phong:{uniforms:Pn([Le.common,Le.specularmap,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},specular:{value:new xt(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:at.meshphong_vert,fragmentShader:at.meshphong_frag},standard:{uniforms:Pn([Le.common,Le.envmap,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.roughnessmap,Le.metalnessmap,Le.fog,Le.lights,{emissive:{value:new xt(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:at.meshphysical_vert,fragmentShader:at.meshphysical_frag},toon:{uniforms:Pn([Le.common,Le.aomap,Le.lightmap,Le.emissivemap,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.gradientmap,Le.fog,Le.lights,{emissive:{value:new xt(0)}}]),vertexShader:at.meshtoon_vert,fragmentShader:at.meshtoon_frag},matcap:{uniforms:Pn([Le.common,Le.bumpmap,Le.normalmap,Le.displacementmap,Le.fog,{matcap:{value:null}}]),vertexShader:at.meshmatcap_vert,fragmentShader:at.meshmatcap_frag},points:{uniforms:Pn([Le.points,Le.fog]),vertexShader:at.points_vert,fragmentShader:at.points_frag},dashed:{uniforms:Pn([Le.common,Le.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:at.linedashed_vert,fragmentShader:at.linedashed_frag},depth:{uniforms:Pn([Le.common,Le.displacementmap]),vertexShader:at.depth_vert,fragmentShader:at.depth_frag},normal:{uniforms:Pn([Le.common,Le.bumpmap,Le.normalmap,Le.displacementmap,{opacity:{value:1}}]),vertexShader:at.meshnormal_vert,fragmentShader:at.meshnormal_frag},sprite:{uniforms:Pn([Le.sprite,Le.fog]),vertexShader:at.sprite_vert,fragmentShader:at.sprite_frag},background:{uniforms:{uvTransform:{value:new je},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:at.background_vert,fragmentShader:at.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new je}},vertexShader:at.backgroundCube_vert,fragmentShader:at.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:at.cube_vert,fragmentShader:at.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:at.equirect_vert,fragmentShader:at.equirect_frag},distance:{uniforms:Pn([Le.common,Le.displacementmap,{referencePosition:{value:new J},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:at.distance_vert,fragmentShader:at.distance_frag},shadow:{uniforms:Pn([Le.lights,Le.fog,{color:{value:new xt(0)},opacity:{value:1}}]),vertexShader:at.shadow_vert,fragmentShader:at.shadow_frag}};Vi.physical={uniforms:Pn([Vi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new je},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new je},clearcoatNormalScale:{value:new yt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new je},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new je},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new je},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new je},sheen:{value:0},sheenColor:{value:new xt(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new je},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new je},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new je},transmissionSamplerSize:{value:new yt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new je},attenuationDistance:{value:0},attenuationColor:{value:new xt(0)},specularColor:{value:new xt(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new je},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new je},anisotropyVector:{value:new yt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new je}}]),vertexShader:at.meshphysical_vert,fragmentShader:at.meshphysical_frag};var Cc={r:0,b:0,g:0},iS=new zt,Gm=new je;Gm.set(-1,0,0,0,1,0,0,0,1);function sS(i,e,t,n,s,r){let o=new xt(0),a=s===!0?0:1,l,c,h=null,u=0,f=null;function d(v){let A=v.isScene===!0?v.background:null;if(A&&A.isTexture){let M=v.backgroundBlurriness>0;A=e.get(A,M)}return A}function g(v){let A=!1,M=d(v);M===null?p(o,a):M&&M.isColor&&(p(M,1),A=!0);let P=i.xr.getEnvironmentBlendMode();P==="additive"?t.buffers.color.setClear(0,0,0,1,r):P==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,r),(i.autoClear||A)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),i.clear(i.autoClearColor,i.autoClearDepth,i.autoClearStencil))}function x(v,A){let M=d(A);M&&M.isCubeTexture?(c===void 0&&(c=new Un(new qr(1,1,1),new Rn({name:"BackgroundCubeMaterial",uniforms:nr(Vi.backgroundCube.uniforms),vertexShader:Vi.backgroundCube.vertexShader,fragmentShader:Vi.backgroundCube.fragmentShader,side:On,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(P,E,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),n.update(c)),c.material.uniforms.envMap.value=M,c.material.uniforms.backgroundBlurriness.value=A.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(iS.makeRotationFromEuler(A.backgroundRotation)).transpose(),M.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(Gm),c.material.toneMapped=ut.getTransfer(M.colorSpace)!==bt,(h!==M||u!==M.version||f!==i.toneMapping)&&(c.material.needsUpdate=!0,h=M,u=M.version,f=i.toneMapping),c.layers.enableAll(),v.unshift(c,c.geometry,c.material,0,0,null)):M&&M.isTexture&&(l===void 0&&(l=new Un(new Xo(2,2),new Rn({name:"BackgroundMaterial",uniforms:nr(Vi.background.uniforms),vertexShader:Vi.background.vertexShader,fragmentShader:Vi.background.fragmentShader,side:Ls,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),n.update(l)),l.material.uniforms.t2D.value=M,l.material.uniforms.backgroundIntensity.value=A.backgroundIntensity,l.material.toneMapped=ut.getTransfer(M.colorSpace)!==bt,M.matrixAutoUpdate===!0&&M.updateMatrix(),l.material.uniforms.uvTransform.value.copy(M.matrix),(h!==M||u!==M.version||f!==i.toneMapping)&&(l.material.needsUpdate=!0,h=M,u=M.version,f=i.toneMapping),l.layers.enableAll(),v.unshift(l,l.geometry,l.material,0,0,null))}function p(v,A){v.getRGB(Cc,Hu(i)),t.buffers.color.setClear(Cc.r,Cc.g,Cc.b,A,r)}function m(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(v,A=1){o.set(v),a=A,p(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(v){a=v,p(o,a)},render:g,addToRenderList:x,dispose:m}}function rS(i,e){let t=i.getParameter(i.MAX_VERTEX_ATTRIBS),n={},s=f(null),r=s,o=!1;function a(L,H,G,N,V){let Y=!1,B=u(L,N,G,H);r!==B&&(r=B,c(r.object)),Y=d(L,N,G,V),Y&&g(L,N,G,V),V!==null&&e.update(V,i.ELEMENT_ARRAY_BUFFER),(Y||o)&&(o=!1,M(L,H,G,N),V!==null&&i.bindBuffer(i.ELEMENT_ARRAY_BUFFER,e.get(V).buffer))}function l(){return i.createVertexArray()}function c(L){return i.bindVertexArray(L)}function h(L){return i.deleteVertexArray(L)}function u(L,H,G,N){let V=N.wireframe===!0,Y=n[H.id];Y===void 0&&(Y={},n[H.id]=Y);let B=L.isInstancedMesh===!0?L.id:0,le=Y[B];le===void 0&&(le={},Y[B]=le);let $=le[G.id];$===void 0&&($={},le[G.id]=$);let Q=$[V];return Q===void 0&&(Q=f(l()),$[V]=Q),Q}function f(L){let H=[],G=[],N=[];for(let V=0;V<t;V++)H[V]=0,G[V]=0,N[V]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:H,enabledAttributes:G,attributeDivisors:N,object:L,attributes:{},index:null}}function d(L,H,G,N){let V=r.attributes,Y=H.attributes,B=0,le=G.getAttributes();for(let $ in le)if(le[$].location>=0){let ie=V[$],fe=Y[$];if(fe===void 0&&($==="instanceMatrix"&&L.instanceMatrix&&(fe=L.instanceMatrix),$==="instanceColor"&&L.instanceColor&&(fe=L.instanceColor)),ie===void 0||ie.attribute!==fe||fe&&ie.data!==fe.data)return!0;B++}return r.attributesNum!==B||r.index!==N}function g(L,H,G,N){let V={},Y=H.attributes,B=0,le=G.getAttributes();for(let $ in le)if(le[$].location>=0){let ie=Y[$];ie===void 0&&($==="instanceMatrix"&&L.instanceMatrix&&(ie=L.instanceMatrix),$==="instanceColor"&&L.instanceColor&&(ie=L.instanceColor));let fe={};fe.attribute=ie,ie&&ie.data&&(fe.data=ie.data),V[$]=fe,B++}r.attributes=V,r.attributesNum=B,r.index=N}function x(){let L=r.newAttributes;for(let H=0,G=L.length;H<G;H++)L[H]=0}function p(L){m(L,0)}function m(L,H){let G=r.newAttributes,N=r.enabledAttributes,V=r.attributeDivisors;G[L]=1,N[L]===0&&(i.enableVertexAttribArray(L),N[L]=1),V[L]!==H&&(i.vertexAttribDivisor(L,H),V[L]=H)}function v(){let L=r.newAttributes,H=r.enabledAttributes;for(let G=0,N=H.length;G<N;G++)H[G]!==L[G]&&(i.disableVertexAttribArray(G),H[G]=0)}function A(L,H,G,N,V,Y,B){B===!0?i.vertexAttribIPointer(L,H,G,V,Y):i.vertexAttribPointer(L,H,G,N,V,Y)}function M(L,H,G,N){x();let V=N.attributes,Y=G.getAttributes(),B=H.defaultAttributeValues;for(let le in Y){let $=Y[le];if($.location>=0){let Q=V[le];if(Q===void 0&&(le==="instanceMatrix"&&L.instanceMatrix&&(Q=L.instanceMatrix),le==="instanceColor"&&L.instanceColor&&(Q=L.instanceColor)),Q!==void 0){let ie=Q.normalized,fe=Q.itemSize,ue=e.get(Q);if(ue===void 0)continue;let j=ue.buffer,me=ue.type,_e=ue.bytesPerElement,Ee=me===i.INT||me===i.UNSIGNED_INT||Q.gpuType===ql;if(Q.isInterleavedBufferAttribute){let Me=Q.data,Ge=Me.isInterleavedBuffer===!0?Me.stride:Me.itemSize,nt=Q.offset;if(Me.isInstancedInterleavedBuffer||Me.isInstancedBufferAttribute){for(let Ve=0;Ve<$.locationSize;Ve++)m($.location+Ve,Me.meshPerAttribute);L.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=Me.meshPerAttribute*Me.count)}else for(let Ve=0;Ve<$.locationSize;Ve++)p($.location+Ve);i.bindBuffer(i.ARRAY_BUFFER,j);for(let Ve=0;Ve<$.locationSize;Ve++)A($.location+Ve,fe/$.locationSize,me,ie,Ge*_e,(nt+fe/$.locationSize*Ve)*_e,Ee)}else{if(Q.isInstancedBufferAttribute){for(let Me=0;Me<$.locationSize;Me++)m($.location+Me,Q.meshPerAttribute);L.isInstancedMesh!==!0&&N._maxInstanceCount===void 0&&(N._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let Me=0;Me<$.locationSize;Me++)p($.location+Me);i.bindBuffer(i.ARRAY_BUFFER,j);for(let Me=0;Me<$.locationSize;Me++)A($.location+Me,fe/$.locationSize,me,ie,fe*_e,fe/$.locationSize*Me*_e,Ee)}}else if(B!==void 0){let ie=B[le];if(ie!==void 0)switch(ie.length){case 2:i.vertexAttrib2fv($.location,ie);break;case 3:i.vertexAttrib3fv($.location,ie);break;case 4:i.vertexAttrib4fv($.location,ie);break;default:i.vertexAttrib1fv($.location,ie)}}}}v()}function P(){z();for(let L in n){let H=n[L];for(let G in H){let N=H[G];for(let V in N){let Y=N[V];for(let B in Y)h(Y[B].object),delete Y[B];delete N[V]}}delete n[L]}}function E(L){if(n[L.id]===void 0)return;let H=n[L.id];for(let G in H){let N=H[G];for(let V in N){let Y=N[V];for(let B in Y)h(Y[B].object),delete Y[B];delete N[V]}}delete n[L.id]}function y(L){for(let H in n){let G=n[H];for(let N in G){let V=G[N];if(V[L.id]===void 0)continue;let Y=V[L.id];for(let B in Y)h(Y[B].object),delete Y[B];delete V[L.id]}}}function T(L){for(let H in n){let G=n[H],N=L.isInstancedMesh===!0?L.id:0,V=G[N];if(V!==void 0){for(let Y in V){let B=V[Y];for(let le in B)h(B[le].object),delete B[le];delete V[Y]}delete G[N],Object.keys(G).length===0&&delete n[H]}}}function z(){D(),o=!0,r!==s&&(r=s,c(r.object))}function D(){s.geometry=null,s.program=null,s.wireframe=!1}return{setup:a,reset:z,resetDefaultState:D,dispose:P,releaseStatesOfGeometry:E,releaseStatesOfObject:T,releaseStatesOfProgram:y,initAttributes:x,enableAttribute:p,disableUnusedAttributes:v}}function oS(i,e,t){let n;function s(l){n=l}function r(l,c){i.drawArrays(n,l,c),t.update(c,n,1)}function o(l,c,h){h!==0&&(i.drawArraysInstanced(n,l,c,h),t.update(c,n,h))}function a(l,c,h){if(h===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(n,l,0,c,0,h);let f=0;for(let d=0;d<h;d++)f+=c[d];t.update(f,n,1)}this.setMode=s,this.render=r,this.renderInstances=o,this.renderMultiDraw=a}function aS(i,e,t,n){let s;function r(){if(s!==void 0)return s;if(e.has("EXT_texture_filter_anisotropic")===!0){let y=e.get("EXT_texture_filter_anisotropic");s=i.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else s=0;return s}function o(y){return!(y!==ni&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let T=y===bi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(y!==ti&&y!==Mi&&!T&&n.convert(y)!==i.getParameter(i.IMPLEMENTATION_COLOR_READ_TYPE))}function l(y){if(y==="highp"){if(i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.HIGH_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&i.getShaderPrecisionFormat(i.VERTEX_SHADER,i.MEDIUM_FLOAT).precision>0&&i.getShaderPrecisionFormat(i.FRAGMENT_SHADER,i.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",h=l(c);h!==c&&(Ye("WebGLRenderer:",c,"not supported, using",h,"instead."),c=h);let u=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),f=t.logarithmicDepthBuffer===!0&&u===!1;t.reversedDepthBuffer===!0&&u===!1&&Ye("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&u===!0&&Ye("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let d=i.getParameter(i.MAX_TEXTURE_IMAGE_UNITS),g=i.getParameter(i.MAX_VERTEX_TEXTURE_IMAGE_UNITS),x=i.getParameter(i.MAX_TEXTURE_SIZE),p=i.getParameter(i.MAX_CUBE_MAP_TEXTURE_SIZE),m=i.getParameter(i.MAX_VERTEX_ATTRIBS),v=i.getParameter(i.MAX_VERTEX_UNIFORM_VECTORS),A=i.getParameter(i.MAX_VARYING_VECTORS),M=i.getParameter(i.MAX_FRAGMENT_UNIFORM_VECTORS),P=i.getParameter(i.MAX_SAMPLES),E=i.getParameter(i.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:r,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:f,reversedDepthBuffer:u,maxTextures:d,maxVertexTextures:g,maxTextureSize:x,maxCubemapSize:p,maxAttributes:m,maxVertexUniforms:v,maxVaryings:A,maxFragmentUniforms:M,maxSamples:P,samples:E}}function lS(i){let e=this,t=null,n=0,s=!1,r=!1,o=new vi,a=new je,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(u,f){let d=u.length!==0||f||n!==0||s;return s=f,n=u.length,d},this.beginShadows=function(){r=!0,h(null)},this.endShadows=function(){r=!1},this.setGlobalState=function(u,f){t=h(u,f,0)},this.setState=function(u,f,d){let g=u.clippingPlanes,x=u.clipIntersection,p=u.clipShadows,m=i.get(u);if(!s||g===null||g.length===0||r&&!p)r?h(null):c();else{let v=r?0:n,A=v*4,M=m.clippingState||null;l.value=M,M=h(g,f,A,d);for(let P=0;P!==A;++P)M[P]=t[P];m.clippingState=M,this.numIntersection=x?this.numPlanes:0,this.numPlanes+=v}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=n>0),e.numPlanes=n,e.numIntersection=0}function h(u,f,d,g){let x=u!==null?u.length:0,p=null;if(x!==0){if(p=l.value,g!==!0||p===null){let m=d+x*4,v=f.matrixWorldInverse;a.getNormalMatrix(v),(p===null||p.length<m)&&(p=new Float32Array(m));for(let A=0,M=d;A!==x;++A,M+=4)o.copy(u[A]).applyMatrix4(v,a),o.normal.toArray(p,M),p[M+3]=o.constant}l.value=p,l.needsUpdate=!0}return e.numPlanes=x,e.numIntersection=0,p}}var oa=class extends Qn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let n={width:e,height:e,depth:1},s=[n,n,n,n,n,n];this.texture=new Ho(s),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let n={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},s=new qr(5,5,5),r=new Rn({name:"CubemapFromEquirect",uniforms:nr(n.uniforms),vertexShader:n.vertexShader,fragmentShader:n.fragmentShader,side:On,blending:Qs});r.uniforms.tEquirect.value=t;let o=new Un(s,r),a=t.minFilter;return t.minFilter===rs&&(t.minFilter=Sn),new Zr(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,n=!0,s=!0){let r=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,n,s);e.setRenderTarget(r)}},Sm=256,cS=3,hS=20,Wm=256,Xm=16,uS=3,fS=new J,dS=new xt,Pc=class i{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Zr(1,10,null),this._boxMesh=new Un(new qr(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,n=.1,s=100,r={}){let{size:o=256,position:a=fS}=r,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),h=this._getSourceTarget(!0);t>0&&(h.texture.mipmapsAutoUpdate=!1);let u=l.autoClear,f=l.autoClearColor,d=l.autoClearDepth,g=l.autoClearStencil,x=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,x===null&&(e.background=l.getClearColor(dS));let p=new Zr(n,s,h);return p.position.copy(a),p.update(l,e),l.autoClear=u,l.autoClearColor=f,l.autoClearDepth=d,l.autoClearStencil=g,e.background=x,t>0&&(h.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=wm(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=bm(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Sm,gm(e))}_fromTexture(e,t){e.mapping===er||e.mapping===Qr?this._setSize(e.image.length===0?Sm:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let n=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(n),n}_allocateTarget(){let e=this._cubeSize,t=Mm(e,!1,!1),n=Math.log2(e)-cS;for(let s=0;s<=n;s++)t.texture.mipmaps.push({width:e>>s,height:e>>s});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,n=this._sourceTarget;return(n===null||n.width!==t||e&&n.depthBuffer===!1)&&(n!==null&&n.dispose(),this._sourceTarget=Mm(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,n){let s=this._boxMesh,r=this._cubeCamera;s.material=n,r.renderTarget=e,r.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),r.update(this._renderer,s),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===er||e.mapping===Qr?(this._cubemapMaterial===null&&(this._cubemapMaterial=wm()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=bm()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=pS(),this._integrationMaterial=mS());let t=this._cubeSize,n=e.texture.mipmaps.length-1,s=this._ggxMaterial.uniforms;s.envMap.value=this._sourceTarget.texture;let r=this._integrationMaterial.uniforms;r.envMap.value=this._sourceTarget.texture,r.sourceLod.value=Math.log2(t/Xm);for(let o=0;o<=n;o++){let a=i.lodToRoughness(o,n);if(o>n-uS)r.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(Wm*Math.pow(a,4)))+.5:0;s.roughness.value=a,s.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=gS());let n=this._blurMaterial,s=n.uniforms,r=this._sourceTarget;s.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,s.envMap.value=r.texture,this._renderCube(e,0,n),s.envMap.value=e.texture,this._renderCube(r,0,n)}};function Mm(i,e,t){return new oa(i,{minFilter:rs,generateMipmaps:e,type:bi,colorSpace:$s,depthBuffer:t})}function aa(i,e,t){return new Rn({name:i,uniforms:e,vertexShader:at.cube_vert,fragmentShader:t,side:On,blending:Qs,depthTest:!1,depthWrite:!1})}function pS(){return aa("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Wm}u

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
	`)}function mS(){return aa("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Xm}},`

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
	`)}function gS(){return aa("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${hS}
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
	`)}function bm(){return aa("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function wm(){return aa("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function xS(i){let e=new WeakMap,t=new WeakMap,n=null;function s(f,d=!1){return f==null?null:d?o(f):r(f)}function r(f){if(f&&f.isTexture){let d=f.mapping;if(d===Gl||d===Wl)if(e.has(f)){let g=e.get(f).texture;return a(g,f.mapping)}else{let g=f.image;if(g&&g.height>0){let x=new oa(g.height);return x.fromEquirectangularTexture(i,f),e.set(f,x),f.addEventListener("dispose",c),a(x.texture,f.mapping)}else return null}}return f}function o(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let d=f.mapping,g=d===Gl||d===Wl,x=d===er||d===Qr;if(g||x){let p=t.get(f),m=p!==void 0?p.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==m)return n===null&&(n=new Pc(i)),p=g?n.fromEquirectangular(f,p):n.fromCubemap(f,p),p.texture.pmremVersion=f.pmremVersion,t.set(f,p),p.texture;if(p!==void 0)return p.texture;{let v=f.image;return g&&v&&v.height>0||x&&v&&l(v)?(n===null&&(n=new Pc(i)),p=g?n.fromEquirectangular(f):n.fromCubemap(f),p.texture.pmremVersion=f.pmremVersion,t.set(f,p),f.addEventListener("dispose",h),p.texture):null}}}return f}function a(f,d){return d===Gl?f.mapping=er:d===Wl&&(f.mapping=Qr),f}function l(f){let d=0,g=6;for(let x=0;x<g;x++)f[x]!==void 0&&d++;return d===g}function c(f){let d=f.target;d.removeEventListener("dispose",c);let g=e.get(d);g!==void 0&&(e.delete(d),g.dispose())}function h(f){let d=f.target;d.removeEventListener("dispose",h);let g=t.get(d);g!==void 0&&(t.delete(d),g.dispose())}function u(){e=new WeakMap,t=new WeakMap,n!==null&&(n.dispose(),n=null)}return{get:s,dispose:u}}function _S(i){let e={};function t(n){if(e[n]!==void 0)return e[n];let s=i.getExtension(n);return e[n]=s,s}return{has:function(n){return t(n)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(n){let s=t(n);return s===null&&Po("WebGLRenderer: "+n+" extension not supported."),s}}}function yS(i,e,t,n){let s={},r=new WeakMap,o=new FinalizationRegistry(g=>delete s[g]);function a(g){l(g.target)}function l(g){g.index!==null&&e.remove(g.index);for(let p in g.attributes)e.remove(g.attributes[p]);g.removeEventListener("dispose",a),delete s[g.id],o.unregister(g);let x=r.get(g);x&&(e.remove(x),r.delete(g)),n.releaseStatesOfGeometry(g),g.isInstancedBufferGeometry===!0&&delete g._maxInstanceCount,t.memory.geometries--}function c(g,x){return s[x.id]!==void 0||(x.addEventListener("dispose",a),s[x.id]=new WeakRef(x),o.register(x,x.id,x),t.memory.geometries++),x}function h(g){let x=g.attributes;for(let p in x)e.update(x[p],i.ARRAY_BUFFER)}function u(g){let x=g.index,p=g.attributes.position,m=0;if(p===void 0)return;let v=x!==null?x.array.length:p.array.length/3-1,A=p.count>=65535?ko:Bo,M=new A(Math.ceil(v/3)*6,1),P=M.array;if(x!==null){let y=x.array;m=x.version;for(let T=0,z=0;T<v;T+=3){let D=y[T+0],L=y[T+1],H=y[T+2];P[z++]=D,P[z++]=L,P[z++]=L,P[z++]=H,P[z++]=H,P[z++]=D}}else{m=p.version;for(let y=0,T=0;y<v;y+=3){let z=y+0,D=y+1,L=y+2;P[T++]=z,P[T++]=D,P[T++]=D,P[T++]=L,P[T++]=L,P[T++]=z}}M.version=m;let E=r.get(g);E&&e.remove(E),r.set(g,M)}function f(g){let x=r.get(g);if(x){let p=g.index;p!==null&&x.version<p.version&&u(g)}else u(g);return r.get(g)}function d(){for(let g in s){let x=s[g].deref();x!==void 0&&l(x)}}return{get:c,update:h,getWireframeAttribute:f,dispose:d}}function vS(i,e,t){let n;function s(u){n=u}let r,o;function a(u){r=u.type,o=u.bytesPerElement}function l(u,f){i.drawElements(n,f,r,u*o),t.update(f,n,1)}function c(u,f,d){d!==0&&(i.drawElementsInstanced(n,f,r,u*o,d),t.update(f,n,d))}function h(u,f,d){if(d===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(n,f,0,r,u,0,d);let x=0;for(let p=0;p<d;p++)x+=f[p];t.update(x,n,1)}this.setMode=s,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=h}function SS(i){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function n(r,o,a){switch(t.calls++,o){case i.TRIANGLES:t.triangles+=a*(r/3);break;case i.LINES:t.lines+=a*(r/2);break;case i.LINE_STRIP:t.lines+=a*(r-1);break;case i.LINE_LOOP:t.lines+=a*r;break;case i.POINTS:t.points+=a*r;break;default:Qe("WebGLInfo: Unknown draw mode:",o);break}}function s(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:s,update:n}}function MS(i,e,t){let n=new WeakMap,s=new Xt;function r(o,a,l){let c=o.morphTargetInfluences,h=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,u=h!==void 0?h.length:0,f=n.get(a);if(f===void 0||f.count!==u){let z=function(){y.dispose(),n.delete(a),a.removeEventListener("dispose",z)};f!==void 0&&f.texture.dispose();let d=a.morphAttributes.position!==void 0,g=a.morphAttributes.normal!==void 0,x=a.morphAttributes.color!==void 0,p=a.morphAttributes.position||[],m=a.morphAttributes.normal||[],v=a.morphAttributes.color||[],A=0;d===!0&&(A=1),g===!0&&(A=2),x===!0&&(A=3);let M=a.attributes.position.count*A,P=1;M>e.maxTextureSize&&(P=Math.ceil(M/e.maxTextureSize),M=e.maxTextureSize);let E=new Float32Array(M*P*4*u),y=new Fo(E,M,P,u);y.type=Mi,y.needsUpdate=!0;let T=A*4;for(let D=0;D<u;D++){let L=p[D],H=m[D],G=v[D],N=M*P*4*D;for(let V=0;V<L.count;V++){let Y=V*T;d===!0&&(s.fromBufferAttribute(L,V),E[N+Y+0]=s.x,E[N+Y+1]=s.y,E[N+Y+2]=s.z,E[N+Y+3]=0),g===!0&&(s.fromBufferAttribute(H,V),E[N+Y+4]=s.x,E[N+Y+5]=s.y,E[N+Y+6]=s.z,E[N+Y+7]=0),x===!0&&(s.fromBufferAttribute(G,V),E[N+Y+8]=s.x,E[N+Y+9]=s.y,E[N+Y+10]=s.z,E[N+Y+11]=G.itemSize===4?s.w:1)}}f={count:u,texture:y,size:new yt(M,P)},n.set(a,f),a.addEventListener("dispose",z)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(i,"morphTexture",o.morphTexture,t);else{let d=0;for(let x=0;x<c.length;x++)d+=c[x];let g=a.morphTargetsRelative?1:1-d;l.getUniforms().setValue(i,"morphTargetBaseInfluence",g),l.getUniforms().setValue(i,"morphTargetInfluences",c)}l.getUniforms().setValue(i,"morphTargetsTexture",f.texture,t),l.getUniforms().setValue(i,"morphTargetsTextureSize",f.size)}return{update:r}}function bS(i,e,t,n,s){let r=new WeakMap;function o(c){let h=s.render.frame,u=c.geometry,f=e.get(c,u);if(r.get(f)!==h&&(e.update(f),r.set(f,h)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),r.get(c)!==h&&(t.update(c.instanceMatrix,i.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,i.ARRAY_BUFFER),r.set(c,h))),c.isSkinnedMesh){let d=c.skeleton;r.get(d)!==h&&(d.update(),r.set(d,h))}return f}function a(){r=new WeakMap}function l(c){let h=c.target;h.removeEventListener("dispose",l),n.releaseStatesOfObject(h),t.remove(h.instanceMatrix),h.instanceColor!==null&&t.remove(h.instanceColor)}return{update:o,dispose:a}}var wS={[vu]:"LINEAR_TONE_MAPPING",[Su]:"REINHARD_TONE_MAPPING",[Mu]:"CINEON_TONE_MAPPING",[bu]:"ACES_FILMIC_TONE_MAPPING",[Au]:"AGX_TONE_MAPPING",[Tu]:"NEUTRAL_TONE_MAPPING",[wu]:"CUSTOM_TONE_MAPPING"};function AS(i,e,t,n,s,r){let o=new Qn(e,t,{type:i,depthBuffer:s,stencilBuffer:r,samples:n?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,h=new Hn;h.setAttribute("position",new zn([-1,3,0,-1,-1,0,3,-1,0],3)),h.setAttribute("uv",new zn([0,2,0,0,2,0],2));let u=new Rl({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),f=new Un(h,u),d=new Yr(-1,1,1,-1,0,1),g=null,x=null,p=!1,m,v=null,A=[],M=!1;this.setSize=function(P,E){o.setSize(P,E),a!==null&&a.setSize(P,E),l!==null&&l.setSize(P,E);for(let y=0;y<A.length;y++){let T=A[y];T.setSize&&T.setSize(P,E)}},this.setEffects=function(P){A=P,M=A.length>0&&A[0].isRenderPass===!0;let E=o.width,y=o.height;A.length>0&&a===null&&(a=new Qn(E,y,{type:bi,depthBuffer:!1,stencilBuffer:!1}),l=new Qn(E,y,{type:bi,depthBuffer:!1,stencilBuffer:!1}));let T=s===!0&&A.some(z=>z.needsDepthTexture===!0);T!==(o.depthTexture!==null)&&(T===!0&&c===null&&(c=new ss(E,y),r===!0&&(c.format=os,c.type=tr)),o.dispose(),o.depthTexture=T?c:null,o.resolveDepthBuffer=T,o.storeMultisampledDepthBuffer=T);for(let z=0;z<A.length;z++){let D=A[z];D.setSize&&D.setSize(E,y),T&&D.needsDepthTexture===!0&&D.setDepthTexture&&D.setDepthTexture(c)}},this.begin=function(P,E){if(p||P.toneMapping===ki&&A.length===0)return!1;if(v=E,E!==null){let y=E.width,T=E.height;(o.width!==y||o.height!==T)&&this.setSize(y,T)}return M===!1&&P.setRenderTarget(o),m=P.toneMapping,P.toneMapping=ki,!0},this.hasRenderPass=function(){return M},this.end=function(P,E){P.toneMapping=m,p=!0;let y=o,T=a;for(let z=0;z<A.length;z++){let D=A[z];D.enabled!==!1&&(D.render(P,T,y,E),D.needsSwap!==!1&&(y=T,T=T===a?l:a))}if(g!==P.outputColorSpace||x!==P.toneMapping){g=P.outputColorSpace,x=P.toneMapping,u.defines={},ut.getTransfer(g)===bt&&(u.defines.SRGB_TRANSFER="");let z=wS[x];z&&(u.defines[z]=""),u.needsUpdate=!0}u.uniforms.tDiffuse.value=y.texture,P.setRenderTarget(v),P.render(f,d),v=null,p=!1},this.isCompositing=function(){return p},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),h.dispose(),u.dispose()}}var qm=new Vn,Ym=new ss(1,1),$m=new Go(1),Zm=new Fo,Jm=new Ml,Km=new Ho,Am=[],Tm=[],Em=new Float32Array(16),Cm=new Float32Array(9),Rm=new Float32Array(4);function to(i,e,t){let n=i[0];if(n<=0||n>0)return i;let s=e*t,r=Am[s];if(r===void 0&&(r=new Float32Array(s),Am[s]=r),e!==0){n.toArray(r,0);for(let o=1,a=0;o!==e;++o)a+=t,i[o].toArray(r,a)}return r}function hn(i,e){if(i.length!==e.length)return!1;for(let t=0,n=i.length;t<n;t++)if(i[t]!==e[t])return!1;return!0}function un(i,e){for(let t=0,n=e.length;t<n;t++)i[t]=e[t]}function Lc(i,e){let t=Tm[e];t===void 0&&(t=new Int32Array(e),Tm[e]=t);for(let n=0;n!==e;++n)t[n]=i.allocateTextureUnit();return t}function TS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1f(this.addr,e),t[0]=e)}function ES(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(hn(t,e))return;i.uniform2fv(this.addr,e),un(t,e)}}function CS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(i.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(hn(t,e))return;i.uniform3fv(this.addr,e),un(t,e)}}function RS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(hn(t,e))return;i.uniform4fv(this.addr,e),un(t,e)}}function PS(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(hn(t,e))return;i.uniformMatrix2fv(this.addr,!1,e),un(t,e)}else{if(hn(t,n))return;Rm.set(n),i.uniformMatrix2fv(this.addr,!1,Rm),un(t,n)}}function IS(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(hn(t,e))return;i.uniformMatrix3fv(this.addr,!1,e),un(t,e)}else{if(hn(t,n))return;Cm.set(n),i.uniformMatrix3fv(this.addr,!1,Cm),un(t,n)}}function LS(i,e){let t=this.cache,n=e.elements;if(n===void 0){if(hn(t,e))return;i.uniformMatrix4fv(this.addr,!1,e),un(t,e)}else{if(hn(t,n))return;Em.set(n),i.uniformMatrix4fv(this.addr,!1,Em),un(t,n)}}function NS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1i(this.addr,e),t[0]=e)}function DS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(hn(t,e))return;i.uniform2iv(this.addr,e),un(t,e)}}function FS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(hn(t,e))return;i.uniform3iv(this.addr,e),un(t,e)}}function US(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(hn(t,e))return;i.uniform4iv(this.addr,e),un(t,e)}}function OS(i,e){let t=this.cache;t[0]!==e&&(i.uniform1ui(this.addr,e),t[0]=e)}function BS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(i.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(hn(t,e))return;i.uniform2uiv(this.addr,e),un(t,e)}}function kS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(i.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(hn(t,e))return;i.uniform3uiv(this.addr,e),un(t,e)}}function zS(i,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(i.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(hn(t,e))return;i.uniform4uiv(this.addr,e),un(t,e)}}function Nc(i){return i.version===0&&(i.compareFunction=Bu,i.needsUpdate=!0),i}function VS(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_2D_SHADOW?r=Nc(Ym):r=qm,t.setTexture2D(e||r,s)}function HS(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture3D(e||Jm,s)}function GS(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s);let r;this.type===i.SAMPLER_CUBE_SHADOW?r=Nc($m):r=Km,t.setTextureCube(e||r,s)}function WS(i,e,t){let n=this.cache,s=t.allocateTextureUnit();n[0]!==s&&(i.uniform1i(this.addr,s),n[0]=s),t.setTexture2DArray(e||Zm,s)}function XS(i){switch(i){case 5126:return TS;case 35664:return ES;case 35665:return CS;case 35666:return RS;case 35674:return PS;case 35675:return IS;case 35676:return LS;case 5124:case 35670:return NS;case 35667:case 35671:return DS;case 35668:case 35672:return FS;case 35669:case 35673:return US;case 5125:return OS;case 36294:return BS;case 36295:return kS;case 36296:return zS;case 35678:case 36198:case 36298:case 36306:case 35682:return VS;case 35679:case 36299:case 36307:return HS;case 35680:case 36300:case 36308:case 36293:return GS;case 36289:case 36303:case 36311:case 36292:return WS}}function qS(i,e){i.uniform1fv(this.addr,e)}function YS(i,e){let t=to(e,this.size,2);i.uniform2fv(this.addr,t)}function $S(i,e){let t=to(e,this.size,3);i.uniform3fv(this.addr,t)}function ZS(i,e){let t=to(e,this.size,4);i.uniform4fv(this.addr,t)}function JS(i,e){let t=to(e,this.size,4);i.uniformMatrix2fv(this.addr,!1,t)}function KS(i,e){let t=to(e,this.size,9);i.uniformMatrix3fv(this.addr,!1,t)}function QS(i,e){let t=to(e,this.size,16);i.uniformMatrix4fv(this.addr,!1,t)}function jS(i,e){i.uniform1iv(this.addr,e)}function eM(i,e){i.uniform2iv(this.addr,e)}function tM(i,e){i.uniform3iv(this.addr,e)}function nM(i,e){i.uniform4iv(this.addr,e)}function iM(i,e){i.uniform1uiv(this.addr,e)}function sM(i,e){i.uniform2uiv(this.addr,e)}function rM(i,e){i.uniform3uiv(this.addr,e)}function oM(i,e){i.uniform4uiv(this.addr,e)}function aM(i,e,t){let n=this.cache,s=e.length,r=Lc(t,s);hn(n,r)||(i.uniform1iv(this.addr,r),un(n,r));let o;this.type===i.SAMPLER_2D_SHADOW?o=Nc(Ym):o=qm;for(let a=0;a!==s;++a)t.setTexture2D(e[a]||o,r[a])}function lM(i,e,t){let n=this.cache,s=e.length,r=Lc(t,s);hn(n,r)||(i.uniform1iv(this.addr,r),un(n,r));for(let o=0;o!==s;++o)t.setTexture3D(e[o]||Jm,r[o])}function cM(i,e,t){let n=this.cache,s=e.length,r=Lc(t,s);hn(n,r)||(i.uniform1iv(this.addr,r),un(n,r));let o;this.type===i.SAMPLER_CUBE_SHADOW?o=Nc($m):o=Km;for(let a=0;a!==s;++a)t.setTextureCube(e[a]||o,r[a])}function hM(i,e,t){let n=this.cache,s=e.length,r=Lc(t,s);hn(n,r)||(i.uniform1iv(this.addr,r),un(n,r));for(let o=0;o!==s;++o)t.setTexture2DArray(e[o]||Zm,r[o])}function uM(i){switch(i){case 5126:return qS;case 35664:return YS;case 35665:return $S;case 35666:return ZS;case 35674:return JS;case 35675:return KS;case 35676:return QS;case 5124:case 35670:return jS;case 35667:case 35671:return eM;case 35668:case 35672:return tM;case 35669:case 35673:return nM;case 5125:return iM;case 36294:return sM;case 36295:return rM;case 36296:return oM;case 35678:case 36198:case 36298:case 36306:case 35682:return aM;case 35679:case 36299:case 36307:return lM;case 35680:case 36300:case 36308:case 36293:return cM;case 36289:case 36303:case 36311:case 36292:return hM}}var $u=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.setValue=XS(t.type)}},Zu=class{constructor(e,t,n){this.id=e,this.addr=n,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=uM(t.type)}},Ju=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,n){let s=this.seq;for(let r=0,o=s.length;r!==o;++r){let a=s[r];a.setValue(e,t[a.id],n)}}},qu=/(\w+)(\])?(\[|\.)?/g;function Pm(i,e){i.seq.push(e),i.map[e.id]=e}function fM(i,e,t){let n=i.name,s=n.length;for(qu.lastIndex=0;;){let r=qu.exec(n),o=qu.lastIndex,a=r[1],l=r[2]==="]",c=r[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===s){Pm(t,c===void 0?new $u(a,i,e):new Zu(a,i,e));break}else{let u=t.map[a];u===void 0&&(u=new Ju(a),Pm(t,u)),t=u}}}var eo=class{constructor(e,t){this.seq=[],this.map={};let n=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<n;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);fM(a,l,this)}let s=[],r=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?s.push(o):r.push(o);s.length>0&&(this.seq=s.concat(r))}setValue(e,t,n,s){let r=this.map[t];r!==void 0&&r.setValue(e,n,s)}setOptional(e,t,n){let s=t[n];s!==void 0&&this.setValue(e,n,s)}static upload(e,t,n,s){for(let r=0,o=t.length;r!==o;++r){let a=t[r],l=n[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,s)}}static seqWithValue(e,t){let n=[];for(let s=0,r=e.length;s!==r;++s){let o=e[s];o.id in t&&n.push(o)}return n}};function Im(i,e,t){let n=i.createShader(e);return i.shaderSource(n,t),i.compileShader(n),n}var dM=37297,pM=0;function mM(i,e){let t=i.split(`
`),n=[],s=Math.max(e-6,0),r=Math.min(e+6,t.length);for(let o=s;o<r;o++){let a=o+1;n.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return n.join(`
`)}var Lm=new je;function gM(i){ut._getMatrix(Lm,ut.workingColorSpace,i);let e=`mat3( ${Lm.elements.map(t=>t.toFixed(4))} )`;switch(ut.getTransfer(i)){case Lo:return[e,"LinearTransferOETF"];case bt:return[e,"sRGBTransferOETF"];default:return Ye("WebGLProgram: Unsupported color space: ",i),[e,"LinearTransferOETF"]}}function Nm(i,e,t){let n=i.getShaderParameter(e,i.COMPILE_STATUS),r=(i.getShaderInfoLog(e)||"").trim();if(n&&r==="")return"";let o=/ERROR: 0:(\d+)/.exec(r);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+r+`

`+mM(i.getShaderSource(e),a)}else return r}function xM(i,e){let t=gM(e);return[`vec4 ${i}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var _M={[vu]:"Linear",[Su]:"Reinhard",[Mu]:"Cineon",[bu]:"ACESFilmic",[Au]:"AgX",[Tu]:"Neutral",[wu]:"Custom"};function yM(i,e){let t=_M[e];return t===void 0?(Ye("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+i+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+i+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Rc=new J;function vM(){ut.getLuminanceCoefficients(Rc);let i=Rc.x.toFixed(4),e=Rc.y.toFixed(4),t=Rc.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${i}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function SM(i){return[i.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",i.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(ra).join(`
`)}function MM(i){let e=[];for(let t in i){let n=i[t];n!==!1&&e.push("#define "+t+" "+n)}return e.join(`
`)}function bM(i,e){let t={},n=i.getProgramParameter(e,i.ACTIVE_ATTRIBUTES);for(let s=0;s<n;s++){let r=i.getActiveAttrib(e,s),o=r.name,a=1;r.type===i.FLOAT_MAT2&&(a=2),r.type===i.FLOAT_MAT3&&(a=3),r.type===i.FLOAT_MAT4&&(a=4),t[o]={type:r.type,location:i.getAttribLocation(e,o),locationSize:a}}return t}function ra(i){return i!==""}function Dm(i,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return i.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Fm(i,e){return i.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var wM=/^[ \t]*#include +<([\w\d./]+)>/gm;function Ku(i){return i.replace(wM,AM)}function AM(i,e){let t=at[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Ku(t)}var TM=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Um(i){return i.replace(TM,EM)}function EM(i,e,t,n){let s="";for(let r=parseInt(e);r<parseInt(t);r++)s+=n.replace(/\[\s*i\s*\]/g,"[ "+r+" ]").replace(/UNROLLED_LOOP_INDEX/g,r);return s}function Om(i){let e=`precision ${i.precision} float;
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
#define LOW_PRECISION`),e}var CM={[$o]:"SHADOWMAP_TYPE_PCF",[Jr]:"SHADOWMAP_TYPE_VSM"};function RM(i){return CM[i.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var PM={[Qr]:"ENVMAP_MODE_REFRACTION"};function IM(i){return i.envMap===!1?"ENVMAP_MODE_REFLECTION":PM[i.envMapMode]||"ENVMAP_MODE_REFLECTION"}var LM={[yu]:"ENVMAP_BLENDING_MULTIPLY",[em]:"ENVMAP_BLENDING_MIX",[tm]:"ENVMAP_BLENDING_ADD"};function NM(i){return i.envMap===!1?"ENVMAP_BLENDING_NONE":LM[i.combine]||"ENVMAP_BLENDING_NONE"}function DM(i,e,t,n){let s=i.getContext(),r=t.defines,o=t.vertexShader,a=t.fragmentShader,l=RM(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",h=IM(t),u=NM(t),f=SM(t),d=MM(r),g=s.createProgram(),x,p,m=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(x=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d].filter(ra).join(`
`),x.length>0&&(x+=`
`),p=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d].filter(ra).join(`
`),p.length>0&&(p+=`
`)):(x=[Om(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+h:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(ra).join(`
`),p=[Om(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,d,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+h:"",t.envMap?"#define "+u:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==ki?"#define TONE_MAPPING":"",t.toneMapping!==ki?at.tonemapping_pars_fragment:"",t.toneMapping!==ki?yM("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",at.colorspace_pars_fragment,xM("linearToOutputTexel",t.outputColorSpace),vM(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(ra).join(`
`)),o=Ku(o),o=Dm(o,t),o=Fm(o,t),a=Ku(a),a=Dm(a,t),a=Fm(a,t),o=Um(o),a=Um(a),t.isRawShaderMaterial!==!0&&(m=`#version 300 es
`,x=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+x,p=["#define varying in",t.glslVersion===ku?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===ku?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+p);let v=m+x+o,A=m+p+a,M=Im(s,s.VERTEX_SHADER,v),P=Im(s,s.FRAGMENT_SHADER,A);s.attachShader(g,M),s.attachShader(g,P),t.index0AttributeName!==void 0?s.bindAttribLocation(g,0,t.index0AttributeName):t.hasPositionAttribute===!0&&s.bindAttribLocation(g,0,"position"),s.linkProgram(g);function E(D){if(i.debug.checkShaderErrors){let L=s.getProgramInfoLog(g)||"",H=s.getShaderInfoLog(M)||"",G=s.getShaderInfoLog(P)||"",N=L.trim(),V=H.trim(),Y=G.trim(),B=!0,le=!0;if(s.getProgramParameter(g,s.LINK_STATUS)===!1)if(B=!1,typeof i.debug.onShaderError=="function")i.debug.onShaderError(s,g,M,P);else{let $=Nm(s,M,"vertex"),Q=Nm(s,P,"fragment");Qe("WebGLProgram: Shader Error "+s.getError()+" - VALIDATE_STATUS "+s.getProgramParameter(g,s.VALIDATE_STATUS)+`

Material Name: `+D.name+`
Material Type: `+D.type+`

Program Info Log: `+N+`
`+$+`
`+Q)}else N!==""?Ye("WebGLProgram: Program Info Log:",N):(V===""||Y==="")&&(le=!1);le&&(D.diagnostics={runnable:B,programLog:N,vertexShader:{log:V,prefix:x},fragmentShader:{log:Y,prefix:p}})}s.deleteShader(M),s.deleteShader(P),y=new eo(s,g),T=bM(s,g)}let y;this.getUniforms=function(){return y===void 0&&E(this),y};let T;this.getAttributes=function(){return T===void 0&&E(this),T};let z=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return z===!1&&(z=s.getProgramParameter(g,dM)),z},this.destroy=function(){n.releaseStatesOfProgram(this),s.deleteProgram(g),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=pM++,this.cacheKey=e,this.usedTimes=1,this.program=g,this.vertexShader=M,this.fragmentShader=P,this}var FM=0,Qu=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,n){let s=this._getShaderCacheForMaterial(e);return s.has(t)===!1&&(s.add(t),t.usedTimes++),s.has(n)===!1&&(s.add(n),n.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let n of t)n.usedTimes--,n.usedTimes===0&&this.shaderCache.delete(n.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,n=t.get(e);return n===void 0&&(n=new Set,t.set(e,n)),n}_getShaderStage(e){let t=this.shaderCache,n=t.get(e);return n===void 0&&(n=new ju(e),t.set(e,n)),n}},ju=class{constructor(e){this.id=FM++,this.code=e,this.usedTimes=0}};function UM(i){return i===Ns||i===ea||i===ta}function OM(i,e,t,n,s,r){let o=new Uo,a=new Qu,l=new Set,c=[],h=new Map,u=n.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function d(y){return l.add(y),y===0?"uv":`uv${y}`}function g(y,T,z,D,L,H){let G=D.fog,N=L.geometry,V=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?D.environment:null,Y=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,B=e.get(y.envMap||V,Y),le=f[y.type],$=n.precision;y.precision!==null&&($=n.getMaxPrecision(y.precision),$!==y.precision&&Ye("WebGLProgram.getParameters:",y.precision,"not supported, using",$,"instead."));let Q=N.morphAttributes.position||N.morphAttributes.normal||N.morphAttributes.color,ie=Q!==void 0?Q.length:0,fe=0;N.morphAttributes.position!==void 0&&(fe=1),N.morphAttributes.normal!==void 0&&(fe=2),N.morphAttributes.color!==void 0&&(fe=3);let ue,j,me,_e;if(le){let Ce=Vi[le];ue=Ce.vertexShader,j=Ce.fragmentShader}else{ue=y.vertexShader,j=y.fragmentShader;let Ce=a.getVertexShaderStage(y),st=a.getFragmentShaderStage(y);a.update(y,Ce,st),me=Ce.id,_e=st.id}let Ee=i.getRenderTarget(),Me=i.state.buffers.depth.getReversed(),Ge=L.isInstancedMesh===!0,nt=L.isBatchedMesh===!0,Ve=!!y.map,lt=!!y.matcap,rt=!!B,et=rt&&B.isPMREMTexture===!0,Ht=!!y.aoMap,Nt=!!y.lightMap,jt=!!y.bumpMap&&y.wireframe===!1,Ct=!!y.normalMap,pn=!!y.displacementMap,gt=!!y.emissiveMap,ln=!!y.metalnessMap,qt=!!y.roughnessMap,en=y.anisotropy>0,U=y.clearcoat>0,Re=y.diffuseRoughness>0,qe=y.dispersion>0,it=y.retroreflectivity>0,be=y.iridescence>0,Pt=y.sheen>0,ze=y.transmission>0,Xe=en&&!!y.anisotropyMap,C=U&&!!y.clearcoatMap,S=U&&!!y.clearcoatNormalMap,W=U&&!!y.clearcoatRoughnessMap,he=Re&&!!y.diffuseRoughnessMap,oe=be&&!!y.iridescenceMap,xe=be&&!!y.iridescenceThicknessMap,ye=Pt&&!!y.sheenColorMap,ee=Pt&&!!y.sheenRoughnessMap,ne=!!y.specularMap,pe=!!y.specularColorMap,F=!!y.specularIntensityMap,re=ze&&!!y.transmissionMap,te=ze&&!!y.thicknessMap,we=!!y.gradientMap,ge=!!y.alphaMap,Se=y.alphaTest>0,He=!!y.alphaHash,Ze=!!y.extensions,ce=ki;y.toneMapped&&(Ee===null||Ee.isXRRenderTarget===!0)&&(ce=i.toneMapping);let Oe=et?B.isCompressedCubeTexture?B.image[0].mipmaps:B.mipmaps:null,Je={shaderID:le,shaderType:y.type,shaderName:y.name,vertexShader:ue,fragmentShader:j,defines:y.defines,customVertexShaderID:me,customFragmentShaderID:_e,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:$,batching:nt,batchingColor:nt&&L._colorsTexture!==null,instancing:Ge,instancingColor:Ge&&L.instanceColor!==null,instancingMorph:Ge&&L.morphTexture!==null,outputColorSpace:Ee===null?i.outputColorSpace:Ee.isXRRenderTarget===!0?Ee.texture.colorSpace:ut.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:Ve,matcap:lt,envMap:rt,envMapMode:rt&&B.mapping,envMapPMREM:et,envMapMaxLod:et?Oe.length-1:null,envMapSize:et?Oe[0].width:null,aoMap:Ht,lightMap:Nt,bumpMap:jt,normalMap:Ct,displacementMap:pn,emissiveMap:gt,normalMapObjectSpace:Ct&&y.normalMapType===sm,normalMapTangentSpace:Ct&&y.normalMapType===Fu,packedNormalMap:Ct&&y.normalMapType===Fu&&UM(y.normalMap.format),metalnessMap:ln,roughnessMap:qt,anisotropy:en,anisotropyMap:Xe,clearcoat:U,clearcoatMap:C,clearcoatNormalMap:S,clearcoatRoughnessMap:W,diffuseRoughness:Re,diffuseRoughnessMap:he,dispersion:qe,retroreflection:it,iridescence:be,iridescenceMap:oe,iridescenceThicknessMap:xe,sheen:Pt,sheenColorMap:ye,sheenRoughnessMap:ee,specularMap:ne,specularColorMap:pe,specularIntensityMap:F,transmission:ze,transmissionMap:re,thicknessMap:te,gradientMap:we,opaque:y.transparent===!1&&y.blending===Kr&&y.alphaToCoverage===!1,alphaMap:ge,alphaTest:Se,alphaHash:He,combine:y.combine,mapUv:Ve&&d(y.map.channel),aoMapUv:Ht&&d(y.aoMap.channel),lightMapUv:Nt&&d(y.lightMap.channel),bumpMapUv:jt&&d(y.bumpMap.channel),normalMapUv:Ct&&d(y.normalMap.channel),displacementMapUv:pn&&d(y.displacementMap.channel),emissiveMapUv:gt&&d(y.emissiveMap.channel),metalnessMapUv:ln&&d(y.metalnessMap.channel),roughnessMapUv:qt&&d(y.roughnessMap.channel),anisotropyMapUv:Xe&&d(y.anisotropyMap.channel),clearcoatMapUv:C&&d(y.clearcoatMap.channel),clearcoatNormalMapUv:S&&d(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:W&&d(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:he&&d(y.diffuseRoughnessMap.channel),iridescenceMapUv:oe&&d(y.iridescenceMap.channel),iridescenceThicknessMapUv:xe&&d(y.iridescenceThicknessMap.channel),sheenColorMapUv:ye&&d(y.sheenColorMap.channel),sheenRoughnessMapUv:ee&&d(y.sheenRoughnessMap.channel),specularMapUv:ne&&d(y.specularMap.channel),specularColorMapUv:pe&&d(y.specularColorMap.channel),specularIntensityMapUv:F&&d(y.specularIntensityMap.channel),transmissionMapUv:re&&d(y.transmissionMap.channel),thicknessMapUv:te&&d(y.thicknessMap.channel),alphaMapUv:ge&&d(y.alphaMap.channel),vertexTangents:!!N.attributes.tangent&&(Ct||en),vertexNormals:!!N.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!N.attributes.color&&N.attributes.color.itemSize===4,pointsUvs:L.isPoints===!0&&!!N.attributes.uv&&(Ve||ge),fog:!!G,useFog:y.fog===!0,fogExp2:!!G&&G.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||N.attributes.normal===void 0&&Ct===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:u,reversedDepthBuffer:Me,skinning:L.isSkinnedMesh===!0,hasPositionAttribute:N.attributes.position!==void 0,morphTargets:N.morphAttributes.position!==void 0,morphNormals:N.morphAttributes.normal!==void 0,morphColors:N.morphAttributes.color!==void 0,morphTargetsCount:ie,morphTextureStride:fe,numSunLights:T.sun.length,numDirLights:T.directional.length,numPointLights:T.point.length,numSpotLights:T.spot.length,numSpotLightMaps:T.spotLightMap.length,numRectAreaLights:T.rectArea.length,numHemiLights:T.hemi.length,numSunLightShadows:T.sunShadowMap.length,numDirLightShadows:T.directionalShadowMap.length,numPointLightShadows:T.pointShadowMap.length,numSpotLightShadows:T.spotShadowMap.length,numSpotLightShadowsWithMaps:T.numSpotLightShadowsWithMaps,numLightProbes:T.numLightProbes,numLightProbeGrids:H.filter(Ce=>Ce.texture!==null).length,numClippingPlanes:r.numPlanes,numClipIntersection:r.numIntersection,dithering:y.dithering,shadowMapEnabled:i.shadowMap.enabled&&z.length>0,shadowMapType:i.shadowMap.type,toneMapping:ce,decodeVideoTexture:Ve&&y.map.isVideoTexture===!0&&ut.getTransfer(y.map.colorSpace)===bt,decodeVideoTextureEmissive:gt&&y.emissiveMap.isVideoTexture===!0&&ut.getTransfer(y.emissiveMap.colorSpace)===bt,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===Bi,flipSided:y.side===On,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:Ze&&y.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Ze&&y.extensions.multiDraw===!0||nt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return Je.vertexUv1s=l.has(1),Je.vertexUv2s=l.has(2),Je.vertexUv3s=l.has(3),l.clear(),Je}function x(y){let T=[];if(y.shaderID?T.push(y.shaderID):(T.push(y.customVertexShaderID),T.push(y.customFragmentShaderID)),y.defines!==void 0)for(let z in y.defines)T.push(z),T.push(y.defines[z]);return y.isRawShaderMaterial===!1&&(p(T,y),m(T,y),T.push(i.outputColorSpace)),T.push(y.customProgramCacheKey),T.join()}function p(y,T){y.push(T.precision),y.push(T.outputColorSpace),y.push(T.envMapMode),y.push(T.envMapPMREM),y.push(T.envMapMaxLod),y.push(T.envMapSize),y.push(T.mapUv),y.push(T.alphaMapUv),y.push(T.lightMapUv),y.push(T.aoMapUv),y.push(T.bumpMapUv),y.push(T.normalMapUv),y.push(T.displacementMapUv),y.push(T.emissiveMapUv),y.push(T.metalnessMapUv),y.push(T.roughnessMapUv),y.push(T.anisotropyMapUv),y.push(T.clearcoatMapUv),y.push(T.clearcoatNormalMapUv),y.push(T.clearcoatRoughnessMapUv),y.push(T.diffuseRoughnessMapUv),y.push(T.iridescenceMapUv),y.push(T.iridescenceThicknessMapUv),y.push(T.sheenColorMapUv),y.push(T.sheenRoughnessMapUv),y.push(T.specularMapUv),y.push(T.specularColorMapUv),y.push(T.specularIntensityMapUv),y.push(T.transmissionMapUv),y.push(T.thicknessMapUv),y.push(T.combine),y.push(T.fogExp2),y.push(T.sizeAttenuation),y.push(T.morphTargetsCount),y.push(T.numSunLights),y.push(T.numDirLights),y.push(T.numPointLights),y.push(T.numSpotLights),y.push(T.numSpotLightMaps),y.push(T.numHemiLights),y.push(T.numRectAreaLights),y.push(T.numSunLightShadows),y.push(T.numDirLightShadows),y.push(T.numPointLightShadows),y.push(T.numSpotLightShadows),y.push(T.numSpotLightShadowsWithMaps),y.push(T.numLightProbes),y.push(T.numLightProbeGrids),y.push(T.shadowMapType),y.push(T.toneMapping),y.push(T.numClippingPlanes),y.push(T.numClipIntersection),y.push(T.depthPacking)}function m(y,T){o.disableAll(),T.instancing&&o.enable(0),T.instancingColor&&o.enable(1),T.instancingMorph&&o.enable(2),T.matcap&&o.enable(3),T.envMap&&o.enable(4),T.normalMapObjectSpace&&o.enable(5),T.normalMapTangentSpace&&o.enable(6),T.clearcoat&&o.enable(7),T.iridescence&&o.enable(8),T.alphaTest&&o.enable(9),T.vertexColors&&o.enable(10),T.vertexAlphas&&o.enable(11),T.vertexUv1s&&o.enable(12),T.vertexUv2s&&o.enable(13),T.vertexUv3s&&o.enable(14),T.vertexTangents&&o.enable(15),T.anisotropy&&o.enable(16),T.alphaHash&&o.enable(17),T.batching&&o.enable(18),T.dispersion&&o.enable(19),T.retroreflection&&o.enable(24),T.diffuseRoughness&&o.enable(25),T.batchingColor&&o.enable(20),T.gradientMap&&o.enable(21),T.packedNormalMap&&o.enable(22),T.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),T.fog&&o.enable(0),T.useFog&&o.enable(1),T.flatShading&&o.enable(2),T.logarithmicDepthBuffer&&o.enable(3),T.reversedDepthBuffer&&o.enable(4),T.skinning&&o.enable(5),T.morphTargets&&o.enable(6),T.morphNormals&&o.enable(7),T.morphColors&&o.enable(8),T.premultipliedAlpha&&o.enable(9),T.shadowMapEnabled&&o.enable(10),T.doubleSided&&o.enable(11),T.flipSided&&o.enable(12),T.useDepthPacking&&o.enable(13),T.dithering&&o.enable(14),T.transmission&&o.enable(15),T.sheen&&o.enable(16),T.opaque&&o.enable(17),T.pointsUvs&&o.enable(18),T.decodeVideoTexture&&o.enable(19),T.decodeVideoTextureEmissive&&o.enable(20),T.alphaToCoverage&&o.enable(21),T.numLightProbeGrids>0&&o.enable(22),T.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function v(y){let T=f[y.type],z;if(T){let D=Vi[T];z=_m.clone(D.uniforms)}else z=y.uniforms;return z}function A(y,T){let z=h.get(T);return z!==void 0?++z.usedTimes:(z=new DM(i,T,y,s),c.push(z),h.set(T,z)),z}function M(y){if(--y.usedTimes===0){let T=c.indexOf(y);c[T]=c[c.length-1],c.pop(),h.delete(y.cacheKey),y.destroy()}}function P(y){a.remove(y)}function E(){a.dispose()}return{getParameters:g,getProgramCacheKey:x,getUniforms:v,acquireProgram:A,releaseProgram:M,releaseShaderCache:P,programs:c,dispose:E}}function BM(){let i=new WeakMap;function e(o){return i.has(o)}function t(o){let a=i.get(o);return a===void 0&&(a={},i.set(o,a)),a}function n(o){i.delete(o)}function s(o,a,l){i.get(o)[a]=l}function r(){i=new WeakMap}return{has:e,get:t,remove:n,update:s,dispose:r}}function kM(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.material.id!==e.material.id?i.material.id-e.material.id:i.materialVariant!==e.materialVariant?i.materialVariant-e.materialVariant:i.z!==e.z?i.z-e.z:i.id-e.id}function Bm(i,e){return i.groupOrder!==e.groupOrder?i.groupOrder-e.groupOrder:i.renderOrder!==e.renderOrder?i.renderOrder-e.renderOrder:i.z!==e.z?e.z-i.z:i.id-e.id}function km(){let i=[],e=0,t=[],n=[],s=[];function r(){e=0,t.length=0,n.length=0,s.length=0}function o(f){let d=0;return f.isInstancedMesh&&(d+=2),f.isSkinnedMesh&&(d+=1),d}function a(f,d,g,x,p,m){let v=i[e];return v===void 0?(v={id:f.id,object:f,geometry:d,material:g,materialVariant:o(f),groupOrder:x,renderOrder:f.renderOrder,z:p,group:m},i[e]=v):(v.id=f.id,v.object=f,v.geometry=d,v.material=g,v.materialVariant=o(f),v.groupOrder=x,v.renderOrder=f.renderOrder,v.z=p,v.group=m),e++,v}function l(f,d,g,x,p,m,v){v.reversedDepth===!0&&(p=-p);let A=a(f,d,g,x,p,m);g.transmission>0?n.push(A):g.transparent===!0?s.push(A):t.push(A)}function c(f,d,g,x,p,m){let v=a(f,d,g,x,p,m);g.transmission>0?n.unshift(v):g.transparent===!0?s.unshift(v):t.unshift(v)}function h(f,d){t.length>1&&t.sort(f||kM),n.length>1&&n.sort(d||Bm),s.length>1&&s.sort(d||Bm)}function u(){for(let f=e,d=i.length;f<d;f++){let g=i[f];if(g.id===null)break;g.id=null,g.object=null,g.geometry=null,g.material=null,g.group=null}}return{opaque:t,transmissive:n,transparent:s,init:r,push:l,unshift:c,finish:u,sort:h}}function zM(){let i=new WeakMap;function e(n,s){let r=i.get(n),o;return r===void 0?(o=new km,i.set(n,[o])):s>=r.length?(o=new km,r.push(o)):o=r[s],o}function t(){i=new WeakMap}return{get:e,dispose:t}}function VM(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new J,color:new xt};break;case"SpotLight":t={position:new J,direction:new J,color:new xt,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new J,color:new xt,distance:0,decay:0};break;case"HemisphereLight":t={direction:new J,skyColor:new xt,groundColor:new xt};break;case"RectAreaLight":t={color:new xt,position:new J,halfWidth:new J,halfHeight:new J};break}return i[e.id]=t,t}}}function HM(){let i={};return{get:function(e){if(i[e.id]!==void 0)return i[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new yt,shadowCameraNear:1,shadowCameraFar:1e3};break}return i[e.id]=t,t}}}var GM=0;function WM(i,e){return(e.castShadow?2:0)-(i.castShadow?2:0)+(e.map?1:0)-(i.map?1:0)}function XM(i){let e=new VM,t=HM(),n={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)n.probe.push(new J);let s=new J,r=new zt,o=new zt;function a(c){let h=0,u=0,f=0;for(let H=0;H<9;H++)n.probe[H].set(0,0,0);let d=0,g=0,x=0,p=0,m=0,v=0,A=0,M=0,P=0,E=0,y=0,T=0,z=0,D=0;c.sort(WM);for(let H=0,G=c.length;H<G;H++){let N=c[H],V=N.color,Y=N.intensity,B=N.distance,le=null;if(N.shadow&&N.shadow.map&&(N.shadow.map.texture.format===Ns?le=N.shadow.map.texture:le=N.shadow.map.depthTexture||N.shadow.map.texture),N.isAmbientLight)h+=V.r*Y,u+=V.g*Y,f+=V.b*Y;else if(N.isLightProbe){for(let $=0;$<9;$++)n.probe[$].addScaledVector(N.sh.coefficients[$],Y);D++}else if(N.isSunLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let Q=N.shadow,ie=t.get(N);ie.shadowIntensity=Q.intensity,ie.shadowBias=Q.bias,ie.shadowNormalBias=Q.normalBias,ie.shadowRadius=Q.radius,ie.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),n.sunShadow[g]=ie,n.sunShadowMap[g]=le;let fe=Q.getViewportCount();for(let ue=0;ue<fe;ue++)n.sunShadowMatrix[x+ue]=Q.getMatrix(ue),n.sunShadowCascade[x+ue]=Q._cascadeData[ue];x+=fe,g++}n.sun[d]=$,d++}else if(N.isDirectionalLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),N.castShadow){let Q=N.shadow,ie=t.get(N);ie.shadowIntensity=Q.intensity,ie.shadowBias=Q.bias,ie.shadowNormalBias=Q.normalBias,ie.shadowRadius=Q.radius,ie.shadowMapSize=Q.mapSize,n.directionalShadow[p]=ie,n.directionalShadowMap[p]=le,n.directionalShadowMatrix[p]=N.shadow.matrix,P++}n.directional[p]=$,p++}else if(N.isSpotLight){let $=e.get(N);$.position.setFromMatrixPosition(N.matrixWorld),$.color.copy(V).multiplyScalar(Y),$.distance=B,$.coneCos=Math.cos(N.angle),$.penumbraCos=Math.cos(N.angle*(1-N.penumbra)),$.decay=N.decay,n.spot[v]=$;let Q=N.shadow;if(N.map&&(n.spotLightMap[T]=N.map,T++,Q.updateMatrices(N),N.castShadow&&z++),n.spotLightMatrix[v]=Q.matrix,N.castShadow){let ie=t.get(N);ie.shadowIntensity=Q.intensity,ie.shadowBias=Q.bias,ie.shadowNormalBias=Q.normalBias,ie.shadowRadius=Q.radius,ie.shadowMapSize=Q.mapSize,n.spotShadow[v]=ie,n.spotShadowMap[v]=le,y++}v++}else if(N.isRectAreaLight){let $=e.get(N);$.color.copy(V).multiplyScalar(Y),$.halfWidth.set(N.width*.5,0,0),$.halfHeight.set(0,N.height*.5,0),n.rectArea[A]=$,A++}else if(N.isPointLight){let $=e.get(N);if($.color.copy(N.color).multiplyScalar(N.intensity),$.distance=N.distance,$.decay=N.decay,N.castShadow){let Q=N.shadow,ie=t.get(N);ie.shadowIntensity=Q.intensity,ie.shadowBias=Q.bias,ie.shadowNormalBias=Q.normalBias,ie.shadowRadius=Q.radius,ie.shadowMapSize=Q.mapSize,ie.shadowCameraNear=Q.camera.near,ie.shadowCameraFar=Q.camera.far,n.pointShadow[m]=ie,n.pointShadowMap[m]=le,n.pointShadowMatrix[m]=N.shadow.matrix,E++}n.point[m]=$,m++}else if(N.isHemisphereLight){let $=e.get(N);$.skyColor.copy(N.color).multiplyScalar(Y),$.groundColor.copy(N.groundColor).multiplyScalar(Y),n.hemi[M]=$,M++}}A>0&&(i.has("OES_texture_float_linear")===!0?(n.rectAreaLTC1=Le.LTC_FLOAT_1,n.rectAreaLTC2=Le.LTC_FLOAT_2):(n.rectAreaLTC1=Le.LTC_HALF_1,n.rectAreaLTC2=Le.LTC_HALF_2)),n.ambient[0]=h,n.ambient[1]=u,n.ambient[2]=f;let L=n.hash;(L.sunLength!==d||L.directionalLength!==p||L.pointLength!==m||L.spotLength!==v||L.rectAreaLength!==A||L.hemiLength!==M||L.numSunShadows!==g||L.numDirectionalShadows!==P||L.numPointShadows!==E||L.numSpotShadows!==y||L.numSpotMaps!==T||L.numLightProbes!==D)&&(n.sun.length=d,n.directional.length=p,n.spot.length=v,n.rectArea.length=A,n.point.length=m,n.hemi.length=M,n.sunShadow.length=g,n.sunShadowMap.length=g,n.sunShadowMatrix.length=x,n.sunShadowCascade.length=x,n.directionalShadow.length=P,n.directionalShadowMap.length=P,n.directionalShadowMatrix.length=P,n.pointShadow.length=E,n.pointShadowMap.length=E,n.pointShadowMatrix.length=E,n.spotShadow.length=y,n.spotShadowMap.length=y,n.spotLightMatrix.length=y+T-z,n.spotLightMap.length=T,n.numSpotLightShadowsWithMaps=z,n.numLightProbes=D,L.sunLength=d,L.directionalLength=p,L.pointLength=m,L.spotLength=v,L.rectAreaLength=A,L.hemiLength=M,L.numSunShadows=g,L.numDirectionalShadows=P,L.numPointShadows=E,L.numSpotShadows=y,L.numSpotMaps=T,L.numLightProbes=D,n.version=GM++)}function l(c,h){let u=0,f=0,d=0,g=0,x=0,p=0,m=h.matrixWorldInverse;for(let v=0,A=c.length;v<A;v++){let M=c[v];if(M.isSunLight){let P=n.sun[u];P.direction.setFromMatrixPosition(M.matrixWorld),P.direction.transformDirection(m),u++}else if(M.isDirectionalLight){let P=n.directional[f];P.direction.setFromMatrixPosition(M.matrixWorld),s.setFromMatrixPosition(M.target.matrixWorld),P.direction.sub(s),P.direction.transformDirection(m),f++}else if(M.isSpotLight){let P=n.spot[g];P.position.setFromMatrixPosition(M.matrixWorld),P.position.applyMatrix4(m),P.direction.setFromMatrixPosition(M.matrixWorld),s.setFromMatrixPosition(M.target.matrixWorld),P.direction.sub(s),P.direction.transformDirection(m),g++}else if(M.isRectAreaLight){let P=n.rectArea[x];P.position.setFromMatrixPosition(M.matrixWorld),P.position.applyMatrix4(m),o.identity(),r.copy(M.matrixWorld),r.premultiply(m),o.extractRotation(r),P.halfWidth.set(M.width*.5,0,0),P.halfHeight.set(0,M.height*.5,0),P.halfWidth.applyMatrix4(o),P.halfHeight.applyMatrix4(o),x++}else if(M.isPointLight){let P=n.point[d];P.position.setFromMatrixPosition(M.matrixWorld),P.position.applyMatrix4(m),d++}else if(M.isHemisphereLight){let P=n.hemi[p];P.direction.setFromMatrixPosition(M.matrixWorld),P.direction.transformDirection(m),p++}}}return{setup:a,setupView:l,state:n}}function zm(i){let e=new XM(i),t=[],n=[],s=[];function r(u){h.camera=u,t.length=0,n.length=0,s.length=0}function o(u){u.isLightProbeGrid?s.push(u):t.push(u)}function a(u){n.push(u)}function l(){e.setup(t),s.sort((u,f)=>u.priority-f.priority||u.id-f.id)}function c(u){e.setupView(t,u)}let h={lightsArray:t,shadowsArray:n,lightProbeGridArray:s,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:r,state:h,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function qM(i){let e=new WeakMap;function t(s,r=0){let o=e.get(s),a;return o===void 0?(a=new zm(i),e.set(s,[a])):r>=o.length?(a=new zm(i),o.push(a)):a=o[r],a}function n(){e=new WeakMap}return{get:t,dispose:n}}var YM=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,$M=`uniform sampler2D shadow_pass;
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
}`,ZM=[new J(1,0,0),new J(-1,0,0),new J(0,1,0),new J(0,-1,0),new J(0,0,1),new J(0,0,-1)],JM=[new J(0,-1,0),new J(0,-1,0),new J(0,0,1),new J(0,0,-1),new J(0,-1,0),new J(0,-1,0)],Vm=new zt,sa=new J,Yu=new J;function KM(i,e,t){let n=new Ks,s=new yt,r=new yt,o=new Xt,a=new Pl,l=new Il,c={},h=t.maxTextureSize,u={[Ls]:On,[On]:Ls,[Bi]:Bi},f=new Rn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new yt},radius:{value:4}},vertexShader:YM,fragmentShader:$M}),d=f.clone();d.defines.HORIZONTAL_PASS=1;let g=new Hn;g.setAttribute("position",new Dt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let x=new Un(g,f),p=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=$o;let m=this.type;this.render=function(E,y,T){if(p.enabled===!1||p.autoUpdate===!1&&p.needsUpdate===!1||E.length===0)return;this.type===Fp&&(Ye("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=$o);let z=i.getRenderTarget(),D=i.getActiveCubeFace(),L=i.getActiveMipmapLevel(),H=i.state;H.setBlending(Qs),H.buffers.depth.getReversed()===!0?H.buffers.color.setClear(0,0,0,0):H.buffers.color.setClear(1,1,1,1),H.buffers.depth.setTest(!0),H.setScissorTest(!1);let G=m!==this.type;G&&y.traverse(function(N){N.material&&(Array.isArray(N.material)?N.material.forEach(V=>V.needsUpdate=!0):N.material.needsUpdate=!0)});for(let N=0,V=E.length;N<V;N++){let Y=E[N],B=Y.shadow;if(B===void 0){Ye("WebGLShadowMap:",Y,"has no shadow.");continue}if(B.autoUpdate===!1&&B.needsUpdate===!1)continue;s.copy(B.mapSize);let le=B.getFrameExtents();s.multiply(le),r.copy(B.mapSize),(s.x>h||s.y>h)&&(s.x>h&&(r.x=Math.floor(h/le.x),s.x=r.x*le.x,B.mapSize.x=r.x),s.y>h&&(r.y=Math.floor(h/le.y),s.y=r.y*le.y,B.mapSize.y=r.y));let $=i.state.buffers.depth.getReversed();if(B.camera._reversedDepth=$,B.map===null||G===!0){if(B.map!==null&&(B.map.depthTexture!==null&&(B.map.depthTexture.dispose(),B.map.depthTexture=null),B.map.dispose()),this.type===Jr){if(Y.isPointLight){Ye("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}B.map=new Qn(s.x,s.y,{format:Ns,type:bi,minFilter:Sn,magFilter:Sn,generateMipmaps:!1}),B.map.texture.name=Y.name+".shadowMap",B.map.depthTexture=new ss(s.x,s.y,Mi),B.map.depthTexture.name=Y.name+".shadowMapDepth",B.map.depthTexture.format=is,B.map.depthTexture.compareFunction=null,B.map.depthTexture.minFilter=vn,B.map.depthTexture.magFilter=vn}else Y.isPointLight?(B.map=new oa(s.x),B.map.depthTexture=new Go(s.x,Si)):(B.map=new Qn(s.x,s.y),B.map.depthTexture=new ss(s.x,s.y,Si)),B.map.depthTexture.name=Y.name+".shadowMap",B.map.depthTexture.format=is,this.type===$o?(B.map.depthTexture.compareFunction=$?Ou:Uu,B.map.depthTexture.minFilter=Sn,B.map.depthTexture.magFilter=Sn):(B.map.depthTexture.compareFunction=null,B.map.depthTexture.minFilter=vn,B.map.depthTexture.magFilter=vn);B.camera.updateProjectionMatrix()}B.map.isWebGLCubeRenderTarget!==!0&&(B.map.width!==s.x||B.map.height!==s.y)&&B.map.setSize(s.x,s.y);let Q=B.map.isWebGLCubeRenderTarget?6:B.getViewportCount();Y.isPointLight!==!0&&B.updateMatrices(Y,T);let ie=(B.camera.layers.mask&4294967294)!==0?B.camera.layers:T.layers;for(let fe=0;fe<Q;fe++){let ue=B.getCamera(fe);if(Y.isPointLight){let j=B.camera,me=B.matrix,_e=Y.distance||j.far;_e!==j.far&&(j.far=_e,j.updateProjectionMatrix()),sa.setFromMatrixPosition(Y.matrixWorld),j.position.copy(sa),Yu.copy(j.position),Yu.add(ZM[fe]),j.up.copy(JM[fe]),j.lookAt(Yu),j.updateMatrixWorld(),me.makeTranslation(-sa.x,-sa.y,-sa.z),Vm.multiplyMatrices(j.projectionMatrix,j.matrixWorldInverse),B._frustum.setFromProjectionMatrix(Vm,j.coordinateSystem,j.reversedDepth)}if(B.map.isWebGLCubeRenderTarget)i.setRenderTarget(B.map,fe),i.clear();else{fe===0&&(i.setRenderTarget(B.map),i.clear());let j=B.getViewport(fe);o.set(r.x*j.x,r.y*j.y,r.x*j.z,r.y*j.w),H.viewport(o)}n=B.getFrustum(fe),M(y,T,ue,Y,ie,this.type)}B.isPointLightShadow!==!0&&this.type===Jr&&v(B,T),B.needsUpdate=!1}m=this.type,p.needsUpdate=!1,i.setRenderTarget(z,D,L)};function v(E,y){let T=e.update(x);f.defines.VSM_SAMPLES!==E.blurSamples&&(f.defines.VSM_SAMPLES=E.blurSamples,d.defines.VSM_SAMPLES=E.blurSamples,f.needsUpdate=!0,d.needsUpdate=!0),E.mapPass===null?E.mapPass=new Qn(s.x,s.y,{format:Ns,type:bi}):(E.mapPass.width!==E.map.width||E.mapPass.height!==E.map.height)&&E.mapPass.setSize(E.map.width,E.map.height),f.uniforms.shadow_pass.value=E.map.depthTexture,f.uniforms.resolution.value.set(E.map.width,E.map.height),f.uniforms.radius.value=E.radius,i.setRenderTarget(E.mapPass),i.clear(),i.renderBufferDirect(y,null,T,f,x,null),d.uniforms.shadow_pass.value=E.mapPass.texture,d.uniforms.resolution.value.set(E.map.width,E.map.height),d.uniforms.radius.value=E.radius,i.setRenderTarget(E.map),i.clear(),i.renderBufferDirect(y,null,T,d,x,null)}function A(E,y,T,z){let D=null,L=T.isPointLight===!0?E.customDistanceMaterial:E.customDepthMaterial;if(L!==void 0)D=L;else if(D=T.isPointLight===!0?l:a,i.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let H=D.uuid,G=y.uuid,N=c[H];N===void 0&&(N={},c[H]=N);let V=N[G];V===void 0&&(V=D.clone(),N[G]=V,y.addEventListener("dispose",P)),D=V}if(D.visible=y.visible,D.wireframe=y.wireframe,z===Jr?D.side=y.shadowSide!==null?y.shadowSide:y.side:D.side=y.shadowSide!==null?y.shadowSide:u[y.side],D.alphaMap=y.alphaMap,D.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,D.map=y.map,D.clipShadows=y.clipShadows,D.clippingPlanes=y.clippingPlanes,D.clipIntersection=y.clipIntersection,D.displacementMap=y.displacementMap,D.displacementScale=y.displacementScale,D.displacementBias=y.displacementBias,D.wireframeLinewidth=y.wireframeLinewidth,D.linewidth=y.linewidth,T.isPointLight===!0&&D.isMeshDistanceMaterial===!0){let H=i.properties.get(D);H.light=T}return D}function M(E,y,T,z,D,L){if(E.visible===!1)return;if(E.layers.test(D)&&(E.isMesh||E.isLine||E.isPoints)&&(E.castShadow||E.receiveShadow&&L===Jr)&&(!E.frustumCulled||E.intersectsFrustum(n))){E.modelViewMatrix.multiplyMatrices(T.matrixWorldInverse,E.matrixWorld);let N=e.update(E),V=E.material;if(Array.isArray(V)){let Y=N.groups;for(let B=0,le=Y.length;B<le;B++){let $=Y[B],Q=V[$.materialIndex];if(Q&&Q.visible){let ie=A(E,Q,z,L);E.onBeforeShadow(i,E,y,T,N,ie,$),i.renderBufferDirect(T,null,N,ie,E,$),E.onAfterShadow(i,E,y,T,N,ie,$)}}}else if(V.visible){let Y=A(E,V,z,L);E.onBeforeShadow(i,E,y,T,N,Y,null),i.renderBufferDirect(T,null,N,Y,E,null),E.onAfterShadow(i,E,y,T,N,Y,null)}}let G=E.children;for(let N=0,V=G.length;N<V;N++)M(G[N],y,T,z,D,L)}function P(E){E.target.removeEventListener("dispose",P);for(let T in c){let z=c[T],D=E.target.uuid;D in z&&(z[D].dispose(),delete z[D])}}}function QM(i,e){function t(){let F=!1,re=new Xt,te=null,we=new Xt(0,0,0,0);return{setMask:function(ge){te!==ge&&!F&&(i.colorMask(ge,ge,ge,ge),te=ge)},setLocked:function(ge){F=ge},setClear:function(ge,Se,He,Ze,ce){ce===!0&&(ge*=Ze,Se*=Ze,He*=Ze),re.set(ge,Se,He,Ze),we.equals(re)===!1&&(i.clearColor(ge,Se,He,Ze),we.copy(re))},reset:function(){F=!1,te=null,we.set(-1,0,0,0)}}}function n(){let F=!1,re=!1,te=null,we=null,ge=null;return{setReversed:function(Se){if(re!==Se){let He=e.get("EXT_clip_control");Se?He.clipControlEXT(He.LOWER_LEFT_EXT,He.ZERO_TO_ONE_EXT):He.clipControlEXT(He.LOWER_LEFT_EXT,He.NEGATIVE_ONE_TO_ONE_EXT),re=Se;let Ze=ge;ge=null,this.setClear(Ze)}},getReversed:function(){return re},setTest:function(Se){Se?Me(i.DEPTH_TEST):Ge(i.DEPTH_TEST)},setMask:function(Se){te!==Se&&!F&&(i.depthMask(Se),te=Se)},setFunc:function(Se){if(re&&(Se=mm[Se]),we!==Se){switch(Se){case cl:i.depthFunc(i.NEVER);break;case hl:i.depthFunc(i.ALWAYS);break;case ul:i.depthFunc(i.LESS);break;case Vr:i.depthFunc(i.LEQUAL);break;case fl:i.depthFunc(i.EQUAL);break;case dl:i.depthFunc(i.GEQUAL);break;case pl:i.depthFunc(i.GREATER);break;case ml:i.depthFunc(i.NOTEQUAL);break;default:i.depthFunc(i.LEQUAL)}we=Se}},setLocked:function(Se){F=Se},setClear:function(Se){ge!==Se&&(ge=Se,re&&(Se=1-Se),i.clearDepth(Se))},reset:function(){F=!1,te=null,we=null,ge=null,re=!1}}}function s(){let F=!1,re=null,te=null,we=null,ge=null,Se=null,He=null,Ze=null,ce=null;return{setTest:function(Oe){F||(Oe?Me(i.STENCIL_TEST):Ge(i.STENCIL_TEST))},setMask:function(Oe){re!==Oe&&!F&&(i.stencilMask(Oe),re=Oe)},setFunc:function(Oe,Je,Ce){(te!==Oe||we!==Je||ge!==Ce)&&(i.stencilFunc(Oe,Je,Ce),te=Oe,we=Je,ge=Ce)},setOp:function(Oe,Je,Ce){(Se!==Oe||He!==Je||Ze!==Ce)&&(i.stencilOp(Oe,Je,Ce),Se=Oe,He=Je,Ze=Ce)},setLocked:function(Oe){F=Oe},setClear:function(Oe){ce!==Oe&&(i.clearStencil(Oe),ce=Oe)},reset:function(){F=!1,re=null,te=null,we=null,ge=null,Se=null,He=null,Ze=null,ce=null}}}let r=new t,o=new n,a=new s,l={},c=new WeakMap,h={},u={},f={},d=new WeakMap,g=[],x=null,p=!1,m=null,v=null,A=null,M=null,P=null,E=null,y=null,T=new xt(0,0,0),z=0,D=!1,L=null,H=null,G=null,N=null,V=null,Y=i.getParameter(i.MAX_COMBINED_TEXTURE_IMAGE_UNITS),B=!1,le=0,$=i.getParameter(i.VERSION);$.indexOf("WebGL")!==-1?(le=parseFloat(/^WebGL (\d)/.exec($)[1]),B=le>=1):$.indexOf("OpenGL ES")!==-1&&(le=parseFloat(/^OpenGL ES (\d)/.exec($)[1]),B=le>=2);let Q=null,ie={},fe=i.getParameter(i.SCISSOR_BOX),ue=i.getParameter(i.VIEWPORT),j=new Xt().fromArray(fe),me=new Xt().fromArray(ue);function _e(F,re,te,we){let ge=new Uint8Array(4),Se=i.createTexture();i.bindTexture(F,Se),i.texParameteri(F,i.TEXTURE_MIN_FILTER,i.NEAREST),i.texParameteri(F,i.TEXTURE_MAG_FILTER,i.NEAREST);for(let He=0;He<te;He++)F===i.TEXTURE_3D||F===i.TEXTURE_2D_ARRAY?i.texImage3D(re,0,i.RGBA,1,1,we,0,i.RGBA,i.UNSIGNED_BYTE,ge):i.texImage2D(re+He,0,i.RGBA,1,1,0,i.RGBA,i.UNSIGNED_BYTE,ge);return Se}let Ee={};Ee[i.TEXTURE_2D]=_e(i.TEXTURE_2D,i.TEXTURE_2D,1),Ee[i.TEXTURE_CUBE_MAP]=_e(i.TEXTURE_CUBE_MAP,i.TEXTURE_CUBE_MAP_POSITIVE_X,6),Ee[i.TEXTURE_2D_ARRAY]=_e(i.TEXTURE_2D_ARRAY,i.TEXTURE_2D_ARRAY,1,1),Ee[i.TEXTURE_3D]=_e(i.TEXTURE_3D,i.TEXTURE_3D,1,1),r.setClear(0,0,0,1),o.setClear(1),a.setClear(0),Me(i.DEPTH_TEST),o.setFunc(Vr),jt(!1),Ct(du),Me(i.CULL_FACE),Ht(Qs);function Me(F){h[F]!==!0&&(i.enable(F),h[F]=!0)}function Ge(F){h[F]!==!1&&(i.disable(F),h[F]=!1)}function nt(F,re){return f[F]!==re?(i.bindFramebuffer(F,re),f[F]=re,F===i.DRAW_FRAMEBUFFER&&(f[i.FRAMEBUFFER]=re),F===i.FRAMEBUFFER&&(f[i.DRAW_FRAMEBUFFER]=re),!0):!1}function Ve(F,re){let te=g,we=!1;if(F){te=d.get(re),te===void 0&&(te=[],d.set(re,te));let ge=F.textures;if(te.length!==ge.length||te[0]!==i.COLOR_ATTACHMENT0){for(let Se=0,He=ge.length;Se<He;Se++)te[Se]=i.COLOR_ATTACHMENT0+Se;te.length=ge.length,we=!0}}else te[0]!==i.BACK&&(te[0]=i.BACK,we=!0);we&&i.drawBuffers(te)}function lt(F){return x!==F?(i.useProgram(F),x=F,!0):!1}let rt={[js]:i.FUNC_ADD,[Op]:i.FUNC_SUBTRACT,[Bp]:i.FUNC_REVERSE_SUBTRACT};rt[kp]=i.MIN,rt[zp]=i.MAX;let et={[Vp]:i.ZERO,[Hp]:i.ONE,[Gp]:i.SRC_COLOR,[xu]:i.SRC_ALPHA,[Zp]:i.SRC_ALPHA_SATURATE,[Yp]:i.DST_COLOR,[Xp]:i.DST_ALPHA,[Wp]:i.ONE_MINUS_SRC_COLOR,[_u]:i.ONE_MINUS_SRC_ALPHA,[$p]:i.ONE_MINUS_DST_COLOR,[qp]:i.ONE_MINUS_DST_ALPHA,[Jp]:i.CONSTANT_COLOR,[Kp]:i.ONE_MINUS_CONSTANT_COLOR,[Qp]:i.CONSTANT_ALPHA,[jp]:i.ONE_MINUS_CONSTANT_ALPHA};function Ht(F,re,te,we,ge,Se,He,Ze,ce,Oe){if(F===Qs){p===!0&&(Ge(i.BLEND),p=!1);return}if(p===!1&&(Me(i.BLEND),p=!0),F!==Up){if(F!==m||Oe!==D){if((v!==js||P!==js)&&(i.blendEquation(i.FUNC_ADD),v=js,P=js),Oe)switch(F){case Kr:i.blendFuncSeparate(i.ONE,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case pu:i.blendFunc(i.ONE,i.ONE);break;case mu:i.blendFuncSeparate(i.ZERO,i.ONE_MINUS_SRC_COLOR,i.ZERO,i.ONE);break;case gu:i.blendFuncSeparate(i.DST_COLOR,i.ONE_MINUS_SRC_ALPHA,i.ZERO,i.ONE);break;default:Qe("WebGLState: Invalid blending: ",F);break}else switch(F){case Kr:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE_MINUS_SRC_ALPHA,i.ONE,i.ONE_MINUS_SRC_ALPHA);break;case pu:i.blendFuncSeparate(i.SRC_ALPHA,i.ONE,i.ONE,i.ONE);break;case mu:Qe("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case gu:Qe("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Qe("WebGLState: Invalid blending: ",F);break}A=null,M=null,E=null,y=null,T.set(0,0,0),z=0,m=F,D=Oe}return}ge=ge||re,Se=Se||te,He=He||we,(re!==v||ge!==P)&&(i.blendEquationSeparate(rt[re],rt[ge]),v=re,P=ge),(te!==A||we!==M||Se!==E||He!==y)&&(i.blendFuncSeparate(et[te],et[we],et[Se],et[He]),A=te,M=we,E=Se,y=He),(Ze.equals(T)===!1||ce!==z)&&(i.blendColor(Ze.r,Ze.g,Ze.b,ce),T.copy(Ze),z=ce),m=F,D=!1}function Nt(F,re){F.side===Bi?Ge(i.CULL_FACE):Me(i.CULL_FACE);let te=F.side===On;re&&(te=!te),jt(te),F.blending===Kr&&F.transparent===!1?Ht(Qs):Ht(F.blending,F.blendEquation,F.blendSrc,F.blendDst,F.blendEquationAlpha,F.blendSrcAlpha,F.blendDstAlpha,F.blendColor,F.blendAlpha,F.premultipliedAlpha),o.setFunc(F.depthFunc),o.setTest(F.depthTest),o.setMask(F.depthWrite),r.setMask(F.colorWrite);let we=F.stencilWrite;a.setTest(we),we&&(a.setMask(F.stencilWriteMask),a.setFunc(F.stencilFunc,F.stencilRef,F.stencilFuncMask),a.setOp(F.stencilFail,F.stencilZFail,F.stencilZPass)),gt(F.polygonOffset,F.polygonOffsetFactor,F.polygonOffsetUnits),F.alphaToCoverage===!0?Me(i.SAMPLE_ALPHA_TO_COVERAGE):Ge(i.SAMPLE_ALPHA_TO_COVERAGE)}function jt(F){L!==F&&(F?i.frontFace(i.CW):i.frontFace(i.CCW),L=F)}function Ct(F){F!==Np?(Me(i.CULL_FACE),F!==H&&(F===du?i.cullFace(i.BACK):F===Dp?i.cullFace(i.FRONT):i.cullFace(i.FRONT_AND_BACK))):Ge(i.CULL_FACE),H=F}function pn(F){F!==G&&(B&&i.lineWidth(F),G=F)}function gt(F,re,te){F?(Me(i.POLYGON_OFFSET_FILL),(N!==re||V!==te)&&(N=re,V=te,o.getReversed()&&(re=-re,te=-te),i.polygonOffset(re,te))):Ge(i.POLYGON_OFFSET_FILL)}function ln(F){F?Me(i.SCISSOR_TEST):Ge(i.SCISSOR_TEST)}function qt(F){F===void 0&&(F=i.TEXTURE0+Y-1),Q!==F&&(i.activeTexture(F),Q=F)}function en(F,re,te){te===void 0&&(Q===null?te=i.TEXTURE0+Y-1:te=Q);let we=ie[te];we===void 0&&(we={type:void 0,texture:void 0},ie[te]=we),(we.type!==F||we.texture!==re)&&(Q!==te&&(i.activeTexture(te),Q=te),i.bindTexture(F,re||Ee[F]),we.type=F,we.texture=re)}function U(){let F=ie[Q];F!==void 0&&F.type!==void 0&&(i.bindTexture(F.type,null),F.type=void 0,F.texture=void 0)}function Re(){try{i.compressedTexImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function qe(){try{i.compressedTexImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function it(){try{i.texSubImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function be(){try{i.texSubImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function Pt(){try{i.compressedTexSubImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function ze(){try{i.compressedTexSubImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function Xe(){try{i.texStorage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function C(){try{i.texStorage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function S(){try{i.texImage2D(...arguments)}catch(F){Qe("WebGLState:",F)}}function W(){try{i.texImage3D(...arguments)}catch(F){Qe("WebGLState:",F)}}function he(F){return u[F]!==void 0?u[F]:i.getParameter(F)}function oe(F,re){u[F]!==re&&(i.pixelStorei(F,re),u[F]=re)}function xe(F){j.equals(F)===!1&&(i.scissor(F.x,F.y,F.z,F.w),j.copy(F))}function ye(F){me.equals(F)===!1&&(i.viewport(F.x,F.y,F.z,F.w),me.copy(F))}function ee(F,re){let te=c.get(re);te===void 0&&(te=new WeakMap,c.set(re,te));let we=te.get(F);we===void 0&&(we=i.getUniformBlockIndex(re,F.name),i.uniformBlockBinding(re,we,we),te.set(F,we))}function ne(F,re,te){let ge=c.get(re).get(F);l[ge]!==te&&(i.bindBufferBase(i.UNIFORM_BUFFER,ge,te),l[ge]=te)}function pe(){i.disable(i.BLEND),i.disable(i.CULL_FACE),i.disable(i.DEPTH_TEST),i.disable(i.POLYGON_OFFSET_FILL),i.disable(i.SCISSOR_TEST),i.disable(i.STENCIL_TEST),i.disable(i.SAMPLE_ALPHA_TO_COVERAGE),i.blendEquation(i.FUNC_ADD),i.blendFunc(i.ONE,i.ZERO),i.blendFuncSeparate(i.ONE,i.ZERO,i.ONE,i.ZERO),i.blendColor(0,0,0,0),i.colorMask(!0,!0,!0,!0),i.clearColor(0,0,0,0),i.depthMask(!0),i.depthFunc(i.LESS),o.setReversed(!1),i.clearDepth(1),i.stencilMask(4294967295),i.stencilFunc(i.ALWAYS,0,4294967295),i.stencilOp(i.KEEP,i.KEEP,i.KEEP),i.clearStencil(0),i.cullFace(i.BACK),i.frontFace(i.CCW),i.polygonOffset(0,0),i.activeTexture(i.TEXTURE0),i.bindFramebuffer(i.FRAMEBUFFER,null),i.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),i.bindFramebuffer(i.READ_FRAMEBUFFER,null),i.useProgram(null),i.lineWidth(1),i.scissor(0,0,i.canvas.width,i.canvas.height),i.viewport(0,0,i.canvas.width,i.canvas.height),i.pixelStorei(i.PACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_ALIGNMENT,4),i.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,!1),i.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),i.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,i.BROWSER_DEFAULT_WEBGL),i.pixelStorei(i.PACK_ROW_LENGTH,0),i.pixelStorei(i.PACK_SKIP_PIXELS,0),i.pixelStorei(i.PACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_ROW_LENGTH,0),i.pixelStorei(i.UNPACK_IMAGE_HEIGHT,0),i.pixelStorei(i.UNPACK_SKIP_PIXELS,0),i.pixelStorei(i.UNPACK_SKIP_ROWS,0),i.pixelStorei(i.UNPACK_SKIP_IMAGES,0),h={},u={},Q=null,ie={},f={},l={},d=new WeakMap,g=[],x=null,p=!1,m=null,v=null,A=null,M=null,P=null,E=null,y=null,T=new xt(0,0,0),z=0,D=!1,L=null,H=null,G=null,N=null,V=null,j.set(0,0,i.canvas.width,i.canvas.height),me.set(0,0,i.canvas.width,i.canvas.height),r.reset(),o.reset(),a.reset()}return{buffers:{color:r,depth:o,stencil:a},enable:Me,disable:Ge,bindFramebuffer:nt,drawBuffers:Ve,useProgram:lt,setBlending:Ht,setMaterial:Nt,setFlipSided:jt,setCullFace:Ct,setLineWidth:pn,setPolygonOffset:gt,setScissorTest:ln,activeTexture:qt,bindTexture:en,unbindTexture:U,compressedTexImage2D:Re,compressedTexImage3D:qe,texImage2D:S,texImage3D:W,pixelStorei:oe,getParameter:he,updateUBOMapping:ee,uniformBlockBinding:ne,texStorage2D:Xe,texStorage3D:C,texSubImage2D:it,texSubImage3D:be,compressedTexSubImage2D:Pt,compressedTexSubImage3D:ze,scissor:xe,viewport:ye,reset:pe}}function jM(i,e,t,n,s,r,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new yt,h=new WeakMap,u=new Set,f,d=new WeakMap,g=new Set,x=new FinalizationRegistry(C=>g.delete(C)),p=!1;try{p=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function m(C,S){return p?new OffscreenCanvas(C,S):Do("canvas")}function v(C,S,W){let he=1,oe=Xe(C);if((oe.width>W||oe.height>W)&&(he=W/Math.max(oe.width,oe.height)),he<1)if(typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&C instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&C instanceof ImageBitmap||typeof VideoFrame<"u"&&C instanceof VideoFrame){let xe=Math.floor(he*oe.width),ye=Math.floor(he*oe.height);f===void 0&&(f=m(xe,ye));let ee=S?m(xe,ye):f;return ee.width=xe,ee.height=ye,ee.getContext("2d").drawImage(C,0,0,xe,ye),Ye("WebGLRenderer: Texture has been resized from ("+oe.width+"x"+oe.height+") to ("+xe+"x"+ye+")."),ee}else return"data"in C&&Ye("WebGLRenderer: Image in DataTexture is too big ("+oe.width+"x"+oe.height+")."),C;return C}function A(C){return C.generateMipmaps}function M(C){i.generateMipmap(C)}function P(C){return C.isWebGLCubeRenderTarget?i.TEXTURE_CUBE_MAP:C.isWebGL3DRenderTarget?i.TEXTURE_3D:C.isWebGLArrayRenderTarget||C.isCompressedArrayTexture?i.TEXTURE_2D_ARRAY:i.TEXTURE_2D}function E(C,S,W,he,oe,xe=!1){if(C!==null){if(i[C]!==void 0)return i[C];Ye("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+C+"'")}let ye;he&&(ye=e.get("EXT_texture_norm16"),ye||Ye("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let ee=S;if(S===i.RED&&(W===i.FLOAT&&(ee=i.R32F),W===i.HALF_FLOAT&&(ee=i.R16F),W===i.UNSIGNED_BYTE&&(ee=i.R8),W===i.UNSIGNED_SHORT&&ye&&(ee=ye.R16_EXT),W===i.SHORT&&ye&&(ee=ye.R16_SNORM_EXT)),S===i.RED_INTEGER&&(W===i.UNSIGNED_BYTE&&(ee=i.R8UI),W===i.UNSIGNED_SHORT&&(ee=i.R16UI),W===i.UNSIGNED_INT&&(ee=i.R32UI),W===i.BYTE&&(ee=i.R8I),W===i.SHORT&&(ee=i.R16I),W===i.INT&&(ee=i.R32I)),S===i.RG&&(W===i.FLOAT&&(ee=i.RG32F),W===i.HALF_FLOAT&&(ee=i.RG16F),W===i.UNSIGNED_BYTE&&(ee=i.RG8),W===i.UNSIGNED_SHORT&&ye&&(ee=ye.RG16_EXT),W===i.SHORT&&ye&&(ee=ye.RG16_SNORM_EXT)),S===i.RG_INTEGER&&(W===i.UNSIGNED_BYTE&&(ee=i.RG8UI),W===i.UNSIGNED_SHORT&&(ee=i.RG16UI),W===i.UNSIGNED_INT&&(ee=i.RG32UI),W===i.BYTE&&(ee=i.RG8I),W===i.SHORT&&(ee=i.RG16I),W===i.INT&&(ee=i.RG32I)),S===i.RGB_INTEGER&&(W===i.UNSIGNED_BYTE&&(ee=i.RGB8UI),W===i.UNSIGNED_SHORT&&(ee=i.RGB16UI),W===i.UNSIGNED_INT&&(ee=i.RGB32UI),W===i.BYTE&&(ee=i.RGB8I),W===i.SHORT&&(ee=i.RGB16I),W===i.INT&&(ee=i.RGB32I)),S===i.RGBA_INTEGER&&(W===i.UNSIGNED_BYTE&&(ee=i.RGBA8UI),W===i.UNSIGNED_SHORT&&(ee=i.RGBA16UI),W===i.UNSIGNED_INT&&(ee=i.RGBA32UI),W===i.BYTE&&(ee=i.RGBA8I),W===i.SHORT&&(ee=i.RGBA16I),W===i.INT&&(ee=i.RGBA32I)),S===i.RGB&&(W===i.UNSIGNED_SHORT&&ye&&(ee=ye.RGB16_EXT),W===i.SHORT&&ye&&(ee=ye.RGB16_SNORM_EXT),W===i.UNSIGNED_INT_5_9_9_9_REV&&(ee=i.RGB9_E5),W===i.UNSIGNED_INT_10F_11F_11F_REV&&(ee=i.R11F_G11F_B10F)),S===i.RGBA){let ne=xe?Lo:ut.getTransfer(oe);W===i.FLOAT&&(ee=i.RGBA32F),W===i.HALF_FLOAT&&(ee=i.RGBA16F),W===i.UNSIGNED_BYTE&&(ee=ne===bt?i.SRGB8_ALPHA8:i.RGBA8),W===i.UNSIGNED_SHORT&&ye&&(ee=ye.RGBA16_EXT),W===i.SHORT&&ye&&(ee=ye.RGBA16_SNORM_EXT),W===i.UNSIGNED_SHORT_4_4_4_4&&(ee=i.RGBA4),W===i.UNSIGNED_SHORT_5_5_5_1&&(ee=i.RGB5_A1)}return(ee===i.R16F||ee===i.R32F||ee===i.RG16F||ee===i.RG32F||ee===i.RGBA16F||ee===i.RGBA32F)&&e.get("EXT_color_buffer_float"),ee}function y(C,S){let W;return C?S===null||S===Si||S===tr?W=i.DEPTH24_STENCIL8:S===Mi?W=i.DEPTH32F_STENCIL8:S===jr&&(W=i.DEPTH24_STENCIL8,Ye("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):S===null||S===Si||S===tr?W=i.DEPTH_COMPONENT24:S===Mi?W=i.DEPTH_COMPONENT32F:S===jr&&(W=i.DEPTH_COMPONENT16),W}function T(C,S){return A(C)===!0||C.isFramebufferTexture&&C.minFilter!==vn&&C.minFilter!==Sn?Math.log2(Math.max(S.width,S.height))+1:C.mipmaps.length>0?C.mipmaps.length:C.isCompressedTexture&&Array.isArray(C.image)?S.mipmaps.length:1}function z(C){let S=new WeakRef(C);n.get(C).__ref=S,g.add(S),x.register(C,S,S)}function D(C){let S=n.get(C).__ref;S!==void 0&&(g.delete(S),x.unregister(S))}function L(C){G(C.target)}function H(C){N(C.target)}function G(C){C.removeEventListener("dispose",L),D(C),Y(C),C.isVideoTexture&&h.delete(C),C.isHTMLTexture&&u.delete(C)}function N(C){C.removeEventListener("dispose",H),D(C),le(C)}function V(){for(let C of g){let S=C.deref();S!==void 0&&(S.isRenderTarget===!0?N(S):G(S))}g.clear(),u.clear()}function Y(C){let S=n.get(C);if(S.__webglInit===void 0)return;let W=C.source,he=d.get(W);if(he){let oe=he[S.__cacheKey];oe.usedTimes--,oe.usedTimes===0&&B(C),Object.keys(he).length===0&&d.delete(W)}n.remove(C)}function B(C){let S=n.get(C);i.deleteTexture(S.__webglTexture);let W=C.source,he=d.get(W);delete he[S.__cacheKey],o.memory.textures--}function le(C){let S=n.get(C);S.__depthDisposeCallback&&S.__depthDisposeCallback();let W=C.depthTexture;if(W&&W.renderTarget===C&&G(W),C.isWebGLCubeRenderTarget)for(let oe=0;oe<6;oe++){if(Array.isArray(S.__webglFramebuffer[oe]))for(let xe=0;xe<S.__webglFramebuffer[oe].length;xe++)i.deleteFramebuffer(S.__webglFramebuffer[oe][xe]);else i.deleteFramebuffer(S.__webglFramebuffer[oe]);S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer[oe])}else{if(Array.isArray(S.__webglFramebuffer))for(let oe=0;oe<S.__webglFramebuffer.length;oe++)i.deleteFramebuffer(S.__webglFramebuffer[oe]);else i.deleteFramebuffer(S.__webglFramebuffer);if(S.__webglDepthbuffer&&i.deleteRenderbuffer(S.__webglDepthbuffer),S.__webglMultisampledFramebuffer&&i.deleteFramebuffer(S.__webglMultisampledFramebuffer),S.__webglColorRenderbuffer)for(let oe=0;oe<S.__webglColorRenderbuffer.length;oe++)S.__webglColorRenderbuffer[oe]&&i.deleteRenderbuffer(S.__webglColorRenderbuffer[oe]);S.__webglDepthRenderbuffer&&i.deleteRenderbuffer(S.__webglDepthRenderbuffer)}let he=C.textures;for(let oe=0,xe=he.length;oe<xe;oe++){let ye=n.get(he[oe]);ye.__webglTexture&&(i.deleteTexture(ye.__webglTexture),o.memory.textures--),n.remove(he[oe])}n.remove(C)}let $=0;function Q(){$=0}function ie(){return $}function fe(C){$=C}function ue(){let C=$;return C>=s.maxTextures&&Ye("WebGLTextures: Trying to use "+(C+1)+" texture units while this GPU supports only "+s.maxTextures),$+=1,C}function j(C){let S=[];return S.push(C.wrapS),S.push(C.wrapT),S.push(C.wrapR||0),S.push(C.magFilter),S.push(C.minFilter),S.push(C.anisotropy),S.push(C.internalFormat),S.push(C.format),S.push(C.type),S.push(C.generateMipmaps),S.push(C.mipmapsAutoUpdate),S.push(C.premultiplyAlpha),S.push(C.flipY),S.push(C.unpackAlignment),S.push(C.colorSpace),S.join()}function me(C,S){let W=n.get(C);if(C.isVideoTexture&&Pt(C),C.isRenderTargetTexture===!1&&C.isExternalTexture!==!0&&C.version>0&&W.__version!==C.version){let he=C.image;if(he===null)Ye("WebGLRenderer: Texture marked for update but no image data found.");else if(he.complete===!1)Ye("WebGLRenderer: Texture marked for update but image is incomplete");else{Nt(W,C,S);return}}else C.isExternalTexture&&(W.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D,W.__webglTexture,i.TEXTURE0+S)}function _e(C,S){let W=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&W.__version!==C.version){Nt(W,C,S);return}else C.isExternalTexture&&(W.__webglTexture=C.sourceTexture?C.sourceTexture:null);t.bindTexture(i.TEXTURE_2D_ARRAY,W.__webglTexture,i.TEXTURE0+S)}function Ee(C,S){let W=n.get(C);if(C.isRenderTargetTexture===!1&&C.version>0&&W.__version!==C.version){Nt(W,C,S);return}t.bindTexture(i.TEXTURE_3D,W.__webglTexture,i.TEXTURE0+S)}function Me(C,S){let W=n.get(C);if(C.version>0&&W.__version!==C.version){jt(W,C,S);return}t.bindTexture(i.TEXTURE_CUBE_MAP,W.__webglTexture,i.TEXTURE0+S)}let Ge={[gl]:i.REPEAT,[Fi]:i.CLAMP_TO_EDGE,[xl]:i.MIRRORED_REPEAT},nt={[vn]:i.NEAREST,[nm]:i.NEAREST_MIPMAP_NEAREST,[Zo]:i.NEAREST_MIPMAP_LINEAR,[Sn]:i.LINEAR,[Xl]:i.LINEAR_MIPMAP_NEAREST,[rs]:i.LINEAR_MIPMAP_LINEAR},Ve={[om]:i.NEVER,[Bu]:i.ALWAYS,[am]:i.LESS,[Uu]:i.LEQUAL,[lm]:i.EQUAL,[Ou]:i.GEQUAL,[cm]:i.GREATER,[hm]:i.NOTEQUAL};function lt(C,S){if(S.type===Mi&&e.has("OES_texture_float_linear")===!1&&(S.magFilter===Sn||S.magFilter===Xl||S.magFilter===Zo||S.magFilter===rs||S.minFilter===Sn||S.minFilter===Xl||S.minFilter===Zo||S.minFilter===rs)&&Ye("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),i.texParameteri(C,i.TEXTURE_WRAP_S,Ge[S.wrapS]),i.texParameteri(C,i.TEXTURE_WRAP_T,Ge[S.wrapT]),(C===i.TEXTURE_3D||C===i.TEXTURE_2D_ARRAY)&&i.texParameteri(C,i.TEXTURE_WRAP_R,Ge[S.wrapR]),i.texParameteri(C,i.TEXTURE_MAG_FILTER,nt[S.magFilter]),i.texParameteri(C,i.TEXTURE_MIN_FILTER,nt[S.minFilter]),S.compareFunction&&(i.texParameteri(C,i.TEXTURE_COMPARE_MODE,i.COMPARE_REF_TO_TEXTURE),i.texParameteri(C,i.TEXTURE_COMPARE_FUNC,Ve[S.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(S.magFilter===vn||S.minFilter!==Zo&&S.minFilter!==rs||S.type===Mi&&e.has("OES_texture_float_linear")===!1)return;if(S.anisotropy>1||n.get(S).__currentAnisotropy){let W=e.get("EXT_texture_filter_anisotropic");i.texParameterf(C,W.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(S.anisotropy,s.getMaxAnisotropy())),n.get(S).__currentAnisotropy=S.anisotropy}}}function rt(C,S){let W=!1;C.__webglInit===void 0&&(C.__webglInit=!0,S.addEventListener("dispose",L),z(S));let he=S.source,oe=d.get(he);oe===void 0&&(oe={},d.set(he,oe));let xe=j(S);if(xe!==C.__cacheKey){oe[xe]===void 0&&(oe[xe]={texture:i.createTexture(),usedTimes:0},o.memory.textures++,W=!0),oe[xe].usedTimes++;let ye=oe[C.__cacheKey];ye!==void 0&&(oe[C.__cacheKey].usedTimes--,ye.usedTimes===0&&B(S)),C.__cacheKey=xe,C.__webglTexture=oe[xe].texture}return W}function et(C,S,W){return Math.floor(Math.floor(C/W)/S)}function Ht(C,S,W,he){let xe=C.updateRanges;if(xe.length===0)t.texSubImage2D(i.TEXTURE_2D,0,0,0,S.width,S.height,W,he,S.data);else{xe.sort((F,re)=>F.start-re.start);let ye=0;for(let F=1;F<xe.length;F++){let re=xe[ye],te=xe[F],we=re.start+re.count,ge=et(te.start,S.width,4),Se=et(re.start,S.width,4);te.start<=we+1&&ge===Se&&et(te.start+te.count-1,S.width,4)===ge?re.count=Math.max(re.count,te.start+te.count-re.start):(++ye,xe[ye]=te)}xe.length=ye+1;let ee=t.getParameter(i.UNPACK_ROW_LENGTH),ne=t.getParameter(i.UNPACK_SKIP_PIXELS),pe=t.getParameter(i.UNPACK_SKIP_ROWS);t.pixelStorei(i.UNPACK_ROW_LENGTH,S.width);for(let F=0,re=xe.length;F<re;F++){let te=xe[F],we=Math.floor(te.start/4),ge=Math.ceil(te.count/4),Se=we%S.width,He=Math.floor(we/S.width),Ze=ge,ce=1;t.pixelStorei(i.UNPACK_SKIP_PIXELS,Se),t.pixelStorei(i.UNPACK_SKIP_ROWS,He),t.texSubImage2D(i.TEXTURE_2D,0,Se,He,Ze,ce,W,he,S.data)}C.clearUpdateRanges(),t.pixelStorei(i.UNPACK_ROW_LENGTH,ee),t.pixelStorei(i.UNPACK_SKIP_PIXELS,ne),t.pixelStorei(i.UNPACK_SKIP_ROWS,pe)}}function Nt(C,S,W){let he=i.TEXTURE_2D;(S.isDataArrayTexture||S.isCompressedArrayTexture)&&(he=i.TEXTURE_2D_ARRAY),S.isData3DTexture&&(he=i.TEXTURE_3D);let oe=rt(C,S),xe=S.source;t.bindTexture(he,C.__webglTexture,i.TEXTURE0+W);let ye=n.get(xe);if(xe.version!==ye.__version||oe===!0){if(t.activeTexture(i.TEXTURE0+W),(typeof ImageBitmap<"u"&&S.image instanceof ImageBitmap)===!1){let ce=ut.getPrimaries(ut.workingColorSpace),Oe=S.colorSpace===as?null:ut.getPrimaries(S.colorSpace),Je=S.colorSpace===as||ce===Oe?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,Je)}t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment);let ne=v(S.image,!1,s.maxTextureSize);ne=ze(S,ne);let pe=r.convert(S.format,S.colorSpace),F=r.convert(S.type),re=E(S.internalFormat,pe,F,S.normalized,S.colorSpace,S.isVideoTexture);lt(he,S);let te,we=S.mipmaps,ge=S.isVideoTexture!==!0,Se=ye.__version===void 0||oe===!0,He=xe.dataReady,Ze=T(S,ne);if(S.isDepthTexture)re=y(S.format===os,S.type),Se&&(ge?t.texStorage2D(i.TEXTURE_2D,1,re,ne.width,ne.height):t.texImage2D(i.TEXTURE_2D,0,re,ne.width,ne.height,0,pe,F,null));else if(S.isDataTexture)if(we.length>0){ge&&Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,we[0].width,we[0].height);for(let ce=0,Oe=we.length;ce<Oe;ce++)te=we[ce],ge?He&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,te.width,te.height,pe,F,te.data):t.texImage2D(i.TEXTURE_2D,ce,re,te.width,te.height,0,pe,F,te.data);S.generateMipmaps=!1}else ge?(Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,ne.width,ne.height),He&&Ht(S,ne,pe,F)):t.texImage2D(i.TEXTURE_2D,0,re,ne.width,ne.height,0,pe,F,ne.data);else if(S.isCompressedTexture)if(S.isCompressedArrayTexture){ge&&Se&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ze,re,we[0].width,we[0].height,ne.depth);for(let ce=0,Oe=we.length;ce<Oe;ce++)if(te=we[ce],S.format!==ni)if(pe!==null)if(ge){if(He)if(S.layerUpdates.size>0){let Je=Xu(te.width,te.height,S.format,S.type);for(let Ce of S.layerUpdates){let st=te.data.subarray(Ce*Je/te.data.BYTES_PER_ELEMENT,(Ce+1)*Je/te.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,Ce,te.width,te.height,1,pe,st)}}else t.compressedTexSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,0,te.width,te.height,ne.depth,pe,te.data)}else t.compressedTexImage3D(i.TEXTURE_2D_ARRAY,ce,re,te.width,te.height,ne.depth,0,te.data,0,0);else Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else ge?He&&t.texSubImage3D(i.TEXTURE_2D_ARRAY,ce,0,0,0,te.width,te.height,ne.depth,pe,F,te.data):t.texImage3D(i.TEXTURE_2D_ARRAY,ce,re,te.width,te.height,ne.depth,0,pe,F,te.data);S.layerUpdates.size>0&&S.clearLayerUpdates()}else{ge&&Se&&t.texStorage2D(i.TEXTURE_2D,Ze,re,we[0].width,we[0].height);for(let ce=0,Oe=we.length;ce<Oe;ce++)te=we[ce],S.format!==ni?pe!==null?ge?He&&t.compressedTexSubImage2D(i.TEXTURE_2D,ce,0,0,te.width,te.height,pe,te.data):t.compressedTexImage2D(i.TEXTURE_2D,ce,re,te.width,te.height,0,te.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):ge?He&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,te.width,te.height,pe,F,te.data):t.texImage2D(i.TEXTURE_2D,ce,re,te.width,te.height,0,pe,F,te.data)}else if(S.isDataArrayTexture)if(ge){if(Se&&t.texStorage3D(i.TEXTURE_2D_ARRAY,Ze,re,ne.width,ne.height,ne.depth),He)if(S.layerUpdates.size>0){let ce=Xu(ne.width,ne.height,S.format,S.type);for(let Oe of S.layerUpdates){let Je=ne.data.subarray(Oe*ce/ne.data.BYTES_PER_ELEMENT,(Oe+1)*ce/ne.data.BYTES_PER_ELEMENT);t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,Oe,ne.width,ne.height,1,pe,F,Je)}S.clearLayerUpdates()}else t.texSubImage3D(i.TEXTURE_2D_ARRAY,0,0,0,0,ne.width,ne.height,ne.depth,pe,F,ne.data)}else t.texImage3D(i.TEXTURE_2D_ARRAY,0,re,ne.width,ne.height,ne.depth,0,pe,F,ne.data);else if(S.isData3DTexture)ge?(Se&&t.texStorage3D(i.TEXTURE_3D,Ze,re,ne.width,ne.height,ne.depth),He&&t.texSubImage3D(i.TEXTURE_3D,0,0,0,0,ne.width,ne.height,ne.depth,pe,F,ne.data)):t.texImage3D(i.TEXTURE_3D,0,re,ne.width,ne.height,ne.depth,0,pe,F,ne.data);else if(S.isFramebufferTexture){if(Se)if(ge)t.texStorage2D(i.TEXTURE_2D,Ze,re,ne.width,ne.height);else{let ce=ne.width,Oe=ne.height;for(let Je=0;Je<Ze;Je++)t.texImage2D(i.TEXTURE_2D,Je,re,ce,Oe,0,pe,F,null),ce>>=1,Oe>>=1}}else if(S.isHTMLTexture){if("texElementImage2D"in i){let ce=i.canvas;if(ce.hasAttribute("layoutsubtree")||ce.setAttribute("layoutsubtree","true"),ne.parentNode!==ce){ce.appendChild(ne),u.add(S),ce.onpaint=Oe=>{let Je=Oe.changedElements;for(let Ce of u)Je.includes(Ce.image)&&(Ce.needsUpdate=!0)},ce.requestPaint();return}if(i.texElementImage2D.length===3)i.texElementImage2D(i.TEXTURE_2D,i.RGBA8,ne);else{let Je=i.RGBA,Ce=i.RGBA,st=i.UNSIGNED_BYTE;i.texElementImage2D(i.TEXTURE_2D,0,Je,Ce,st,ne)}i.texParameteri(i.TEXTURE_2D,i.TEXTURE_MIN_FILTER,i.LINEAR),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_S,i.CLAMP_TO_EDGE),i.texParameteri(i.TEXTURE_2D,i.TEXTURE_WRAP_T,i.CLAMP_TO_EDGE)}}else if(we.length>0){if(ge&&Se){let ce=Xe(we[0]);t.texStorage2D(i.TEXTURE_2D,Ze,re,ce.width,ce.height)}for(let ce=0,Oe=we.length;ce<Oe;ce++)te=we[ce],ge?He&&t.texSubImage2D(i.TEXTURE_2D,ce,0,0,pe,F,te):t.texImage2D(i.TEXTURE_2D,ce,re,pe,F,te);S.generateMipmaps=!1}else if(ge){if(Se){let ce=Xe(ne);t.texStorage2D(i.TEXTURE_2D,Ze,re,ce.width,ce.height)}He&&t.texSubImage2D(i.TEXTURE_2D,0,0,0,pe,F,ne)}else t.texImage2D(i.TEXTURE_2D,0,re,pe,F,ne);A(S)&&S.mipmapsAutoUpdate===!0&&M(he),ye.__version=xe.version,S.onUpdate&&S.onUpdate(S)}C.__version=S.version}function jt(C,S,W){if(S.image.length!==6)return;let he=rt(C,S),oe=S.source;t.bindTexture(i.TEXTURE_CUBE_MAP,C.__webglTexture,i.TEXTURE0+W);let xe=n.get(oe);if(oe.version!==xe.__version||he===!0){t.activeTexture(i.TEXTURE0+W);let ye=ut.getPrimaries(ut.workingColorSpace),ee=S.colorSpace===as?null:ut.getPrimaries(S.colorSpace),ne=S.colorSpace===as||ye===ee?i.NONE:i.BROWSER_DEFAULT_WEBGL;t.pixelStorei(i.UNPACK_FLIP_Y_WEBGL,S.flipY),t.pixelStorei(i.UNPACK_PREMULTIPLY_ALPHA_WEBGL,S.premultiplyAlpha),t.pixelStorei(i.UNPACK_ALIGNMENT,S.unpackAlignment),t.pixelStorei(i.UNPACK_COLORSPACE_CONVERSION_WEBGL,ne);let pe=S.isCompressedTexture||S.image[0].isCompressedTexture,F=S.image[0]&&S.image[0].isDataTexture,re=[];for(let Ce=0;Ce<6;Ce++)!pe&&!F?re[Ce]=v(S.image[Ce],!0,s.maxCubemapSize):re[Ce]=F?S.image[Ce].image:S.image[Ce],re[Ce]=ze(S,re[Ce]);let te=re[0],we=r.convert(S.format,S.colorSpace),ge=r.convert(S.type),Se=E(S.internalFormat,we,ge,S.normalized,S.colorSpace),He=S.isVideoTexture!==!0,Ze=xe.__version===void 0||he===!0,ce=oe.dataReady,Oe=T(S,te);lt(i.TEXTURE_CUBE_MAP,S);let Je;if(S.isDepthTexture){if(Se=y(S.format===os,S.type),Ze)if(He)t.texStorage2D(i.TEXTURE_CUBE_MAP,1,Se,te.width,te.height);else for(let Ce=0;Ce<6;Ce++)t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,te.width,te.height,0,we,ge,null)}else if(pe){He&&Ze&&t.texStorage2D(i.TEXTURE_CUBE_MAP,Oe,Se,te.width,te.height);for(let Ce=0;Ce<6;Ce++){Je=re[Ce].mipmaps;for(let st=0;st<Je.length;st++){let Ft=Je[st];S.format!==ni?we!==null?He?ce&&t.compressedTexSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,0,0,Ft.width,Ft.height,we,Ft.data):t.compressedTexImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,Se,Ft.width,Ft.height,0,Ft.data):Ye("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):He?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,0,0,Ft.width,Ft.height,we,ge,Ft.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st,Se,Ft.width,Ft.height,0,we,ge,Ft.data)}}}else{if(Je=S.mipmaps,He&&Ze){Je.length>0&&Oe++;let Ce=Xe(re[0]);t.texStorage2D(i.TEXTURE_CUBE_MAP,Oe,Se,Ce.width,Ce.height)}for(let Ce=0;Ce<6;Ce++)if(F){He?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,0,0,re[Ce].width,re[Ce].height,we,ge,re[Ce].data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,re[Ce].width,re[Ce].height,0,we,ge,re[Ce].data);for(let st=0;st<Je.length;st++){let In=Je[st].image[Ce].image;He?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,0,0,In.width,In.height,we,ge,In.data):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,Se,In.width,In.height,0,we,ge,In.data)}}else{He?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,0,0,we,ge,re[Ce]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,0,Se,we,ge,re[Ce]);for(let st=0;st<Je.length;st++){let Ft=Je[st];He?ce&&t.texSubImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,0,0,we,ge,Ft.image[Ce]):t.texImage2D(i.TEXTURE_CUBE_MAP_POSITIVE_X+Ce,st+1,Se,we,ge,Ft.image[Ce])}}}A(S)&&S.mipmapsAutoUpdate===!0&&M(i.TEXTURE_CUBE_MAP),xe.__version=oe.version,S.onUpdate&&S.onUpdate(S)}C.__version=S.version}function Ct(C,S,W,he,oe,xe){let ye=r.convert(W.format,W.colorSpace),ee=r.convert(W.type),ne=E(W.internalFormat,ye,ee,W.normalized,W.colorSpace),pe=n.get(S),F=n.get(W);if(F.__renderTarget=S,!pe.__hasExternalTextures){let re=Math.max(1,S.width>>xe),te=Math.max(1,S.height>>xe);oe===i.TEXTURE_3D||oe===i.TEXTURE_2D_ARRAY?t.texImage3D(oe,xe,ne,re,te,S.depth,0,ye,ee,null):t.texImage2D(oe,xe,ne,re,te,0,ye,ee,null)}t.bindFramebuffer(i.FRAMEBUFFER,C),be(S)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,he,oe,F.__webglTexture,0,it(S)):(oe===i.TEXTURE_2D||oe>=i.TEXTURE_CUBE_MAP_POSITIVE_X&&oe<=i.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&i.framebufferTexture2D(i.FRAMEBUFFER,he,oe,F.__webglTexture,xe),t.bindFramebuffer(i.FRAMEBUFFER,null)}function pn(C,S,W){if(i.bindRenderbuffer(i.RENDERBUFFER,C),S.depthBuffer){let he=S.depthTexture,oe=he&&he.isDepthTexture?he.type:null,xe=y(S.stencilBuffer,oe),ye=S.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;be(S)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,it(S),xe,S.width,S.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,it(S),xe,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,xe,S.width,S.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,ye,i.RENDERBUFFER,C)}else{let he=S.textures;for(let oe=0;oe<he.length;oe++){let xe=he[oe],ye=r.convert(xe.format,xe.colorSpace),ee=r.convert(xe.type),ne=E(xe.internalFormat,ye,ee,xe.normalized,xe.colorSpace);be(S)?a.renderbufferStorageMultisampleEXT(i.RENDERBUFFER,it(S),ne,S.width,S.height):W?i.renderbufferStorageMultisample(i.RENDERBUFFER,it(S),ne,S.width,S.height):i.renderbufferStorage(i.RENDERBUFFER,ne,S.width,S.height)}}i.bindRenderbuffer(i.RENDERBUFFER,null)}function gt(C,S,W){let he=S.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(i.FRAMEBUFFER,C),!(S.depthTexture&&S.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let oe=n.get(S.depthTexture);oe.__renderTarget=S;let xe=he?S.depthTexture.image[0]:S.depthTexture.image;(!oe.__webglTexture||xe.width!==S.width||xe.height!==S.height)&&(xe.width=S.width,xe.height=S.height,S.depthTexture.needsUpdate=!0),he?Me(S.depthTexture,0):me(S.depthTexture,0);let ye=oe.__webglTexture,ee=it(S),ne=he?i.TEXTURE_CUBE_MAP_POSITIVE_X+W:i.TEXTURE_2D,pe=S.depthTexture.format===os?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;if(S.depthTexture.format===is)be(S)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,pe,ne,ye,0,ee):i.framebufferTexture2D(i.FRAMEBUFFER,pe,ne,ye,0);else if(S.depthTexture.format===os)be(S)?a.framebufferTexture2DMultisampleEXT(i.FRAMEBUFFER,pe,ne,ye,0,ee):i.framebufferTexture2D(i.FRAMEBUFFER,pe,ne,ye,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function ln(C){let S=n.get(C),W=C.isWebGLCubeRenderTarget===!0;if(S.__boundDepthTexture!==C.depthTexture){let he=C.depthTexture;if(S.__depthDisposeCallback&&S.__depthDisposeCallback(),he){let oe=()=>{delete S.__boundDepthTexture,delete S.__depthDisposeCallback,he.removeEventListener("dispose",oe)};he.addEventListener("dispose",oe),S.__depthDisposeCallback=oe}S.__boundDepthTexture=he}if(C.depthTexture&&!S.__autoAllocateDepthBuffer)if(W)for(let he=0;he<6;he++)gt(S.__webglFramebuffer[he],C,he);else C.texture.mipmaps.length>0?gt(S.__webglFramebuffer[0],C,0):gt(S.__webglFramebuffer,C,0);else if(W){S.__webglDepthbuffer=[];for(let he=0;he<6;he++)if(t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[he]),S.__webglDepthbuffer[he]===void 0)S.__webglDepthbuffer[he]=i.createRenderbuffer(),pn(S.__webglDepthbuffer[he],C,!1);else{let oe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,xe=S.__webglDepthbuffer[he];i.bindRenderbuffer(i.RENDERBUFFER,xe),i.framebufferRenderbuffer(i.FRAMEBUFFER,oe,i.RENDERBUFFER,xe)}}else if(C.texture.mipmaps.length>0?t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer[0]):t.bindFramebuffer(i.FRAMEBUFFER,S.__webglFramebuffer),S.__webglDepthbuffer===void 0)S.__webglDepthbuffer=i.createRenderbuffer(),pn(S.__webglDepthbuffer,C,!1);else{let oe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,xe=S.__webglDepthbuffer;i.bindRenderbuffer(i.RENDERBUFFER,xe),i.framebufferRenderbuffer(i.FRAMEBUFFER,oe,i.RENDERBUFFER,xe)}t.bindFramebuffer(i.FRAMEBUFFER,null)}function qt(C,S,W){let he=n.get(C);S!==void 0&&Ct(he.__webglFramebuffer,C,C.texture,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,0),W!==void 0&&ln(C)}function en(C){let S=C.texture,W=n.get(C),he=n.get(S);C.addEventListener("dispose",H),z(C);let oe=C.textures,xe=C.isWebGLCubeRenderTarget===!0,ye=oe.length>1;if(ye||(he.__webglTexture===void 0&&(he.__webglTexture=i.createTexture()),he.__version=S.version,o.memory.textures++),xe){W.__webglFramebuffer=[];for(let ee=0;ee<6;ee++)if(S.mipmaps.length>0){W.__webglFramebuffer[ee]=[];for(let ne=0;ne<S.mipmaps.length;ne++)W.__webglFramebuffer[ee][ne]=i.createFramebuffer()}else W.__webglFramebuffer[ee]=i.createFramebuffer()}else{if(S.mipmaps.length>0){W.__webglFramebuffer=[];for(let ee=0;ee<S.mipmaps.length;ee++)W.__webglFramebuffer[ee]=i.createFramebuffer()}else W.__webglFramebuffer=i.createFramebuffer();if(ye)for(let ee=0,ne=oe.length;ee<ne;ee++){let pe=n.get(oe[ee]);pe.__webglTexture===void 0&&(pe.__webglTexture=i.createTexture(),o.memory.textures++)}if(C.samples>0&&be(C)===!1){W.__webglMultisampledFramebuffer=i.createFramebuffer(),W.__webglColorRenderbuffer=[],t.bindFramebuffer(i.FRAMEBUFFER,W.__webglMultisampledFramebuffer);for(let ee=0;ee<oe.length;ee++){let ne=oe[ee];W.__webglColorRenderbuffer[ee]=i.createRenderbuffer(),i.bindRenderbuffer(i.RENDERBUFFER,W.__webglColorRenderbuffer[ee]);let pe=r.convert(ne.format,ne.colorSpace),F=r.convert(ne.type),re=E(ne.internalFormat,pe,F,ne.normalized,ne.colorSpace,C.isXRRenderTarget===!0),te=it(C);i.renderbufferStorageMultisample(i.RENDERBUFFER,te,re,C.width,C.height),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+ee,i.RENDERBUFFER,W.__webglColorRenderbuffer[ee])}i.bindRenderbuffer(i.RENDERBUFFER,null),C.depthBuffer&&(W.__webglDepthRenderbuffer=i.createRenderbuffer(),pn(W.__webglDepthRenderbuffer,C,!0)),t.bindFramebuffer(i.FRAMEBUFFER,null)}}if(xe){t.bindTexture(i.TEXTURE_CUBE_MAP,he.__webglTexture),lt(i.TEXTURE_CUBE_MAP,S);for(let ee=0;ee<6;ee++)if(S.mipmaps.length>0)for(let ne=0;ne<S.mipmaps.length;ne++)Ct(W.__webglFramebuffer[ee][ne],C,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ee,ne);else Ct(W.__webglFramebuffer[ee],C,S,i.COLOR_ATTACHMENT0,i.TEXTURE_CUBE_MAP_POSITIVE_X+ee,0);A(S)?M(i.TEXTURE_CUBE_MAP):S.mipmaps.length>0&&i.texParameteri(i.TEXTURE_CUBE_MAP,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}else if(ye){for(let ee=0,ne=oe.length;ee<ne;ee++){let pe=oe[ee],F=n.get(pe),re=i.TEXTURE_2D;(C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(re=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(re,F.__webglTexture),lt(re,pe),Ct(W.__webglFramebuffer,C,pe,i.COLOR_ATTACHMENT0+ee,re,0),A(pe)&&M(re)}t.unbindTexture()}else{let ee=i.TEXTURE_2D;if((C.isWebGL3DRenderTarget||C.isWebGLArrayRenderTarget)&&(ee=C.isWebGL3DRenderTarget?i.TEXTURE_3D:i.TEXTURE_2D_ARRAY),t.bindTexture(ee,he.__webglTexture),lt(ee,S),S.mipmaps.length>0)for(let ne=0;ne<S.mipmaps.length;ne++)Ct(W.__webglFramebuffer[ne],C,S,i.COLOR_ATTACHMENT0,ee,ne);else Ct(W.__webglFramebuffer,C,S,i.COLOR_ATTACHMENT0,ee,0);A(S)?M(ee):S.mipmaps.length>0&&i.texParameteri(ee,i.TEXTURE_MAX_LEVEL,S.mipmaps.length-1),t.unbindTexture()}C.depthBuffer&&ln(C)}function U(C){let S=C.textures;for(let W=0,he=S.length;W<he;W++){let oe=S[W];if(A(oe)&&oe.mipmapsAutoUpdate===!0){let xe=P(C),ye=n.get(oe).__webglTexture;t.bindTexture(xe,ye),M(xe),t.unbindTexture()}}}let Re=[];function qe(C){if(C.samples>0){if(be(C)===!1){let S=C.textures,W=C.width,he=C.height,oe=i.COLOR_BUFFER_BIT,xe=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT,ye=n.get(C),ee=S.length>1;if(ee)for(let pe=0;pe<S.length;pe++)t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.RENDERBUFFER,null),t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.TEXTURE_2D,null,0);t.bindFramebuffer(i.READ_FRAMEBUFFER,ye.__webglMultisampledFramebuffer),C.texture.mipmaps.length>0?t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglFramebuffer[0]):t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglFramebuffer);for(let pe=0;pe<S.length;pe++){if(C.resolveDepthBuffer&&(C.depthBuffer&&(oe|=i.DEPTH_BUFFER_BIT),C.stencilBuffer&&C.resolveStencilBuffer&&(oe|=i.STENCIL_BUFFER_BIT)),ee){i.framebufferRenderbuffer(i.READ_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.RENDERBUFFER,ye.__webglColorRenderbuffer[pe]);let F=n.get(S[pe]).__webglTexture;i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0,i.TEXTURE_2D,F,0)}i.blitFramebuffer(0,0,W,he,0,0,W,he,oe,i.NEAREST),l===!0&&(Re.length=0,Re.push(i.COLOR_ATTACHMENT0+pe),C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&Re.push(xe),i.invalidateFramebuffer(i.READ_FRAMEBUFFER,Re))}if(t.bindFramebuffer(i.READ_FRAMEBUFFER,null),t.bindFramebuffer(i.DRAW_FRAMEBUFFER,null),ee)for(let pe=0;pe<S.length;pe++){t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglMultisampledFramebuffer),i.framebufferRenderbuffer(i.FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.RENDERBUFFER,ye.__webglColorRenderbuffer[pe]);let F=n.get(S[pe]).__webglTexture;t.bindFramebuffer(i.FRAMEBUFFER,ye.__webglFramebuffer),i.framebufferTexture2D(i.DRAW_FRAMEBUFFER,i.COLOR_ATTACHMENT0+pe,i.TEXTURE_2D,F,0)}t.bindFramebuffer(i.DRAW_FRAMEBUFFER,ye.__webglMultisampledFramebuffer)}else if(C.depthBuffer&&C.storeMultisampledDepthBuffer===!1&&l){let S=C.stencilBuffer?i.DEPTH_STENCIL_ATTACHMENT:i.DEPTH_ATTACHMENT;i.invalidateFramebuffer(i.DRAW_FRAMEBUFFER,[S])}}}function it(C){return Math.min(s.maxSamples,C.samples)}function be(C){let S=n.get(C);return C.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&S.__useRenderToTexture!==!1}function Pt(C){let S=o.render.frame;h.get(C)!==S&&(h.set(C,S),C.update())}function ze(C,S){let W=C.colorSpace,he=C.format,oe=C.type;return C.isCompressedTexture===!0||C.isVideoTexture===!0||W!==$s&&W!==as&&(ut.getTransfer(W)===bt?(he!==ni||oe!==ti)&&Ye("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Qe("WebGLTextures: Unsupported texture color space:",W)),S}function Xe(C){return typeof HTMLImageElement<"u"&&C instanceof HTMLImageElement?(c.width=C.naturalWidth||C.width,c.height=C.naturalHeight||C.height):typeof VideoFrame<"u"&&C instanceof VideoFrame?(c.width=C.displayWidth,c.height=C.displayHeight):(c.width=C.width,c.height=C.height),c}this.allocateTextureUnit=ue,this.resetTextureUnits=Q,this.getTextureUnits=ie,this.setTextureUnits=fe,this.setTexture2D=me,this.setTexture2DArray=_e,this.setTexture3D=Ee,this.setTextureCube=Me,this.rebindTextures=qt,this.setupRenderTarget=en,this.updateRenderTargetMipmap=U,this.updateMultisampleRenderTarget=qe,this.setupDepthRenderbuffer=ln,this.setupFrameBufferTexture=Ct,this.useMultisampledRTT=be,this.dispose=V}function eb(i,e){function t(n,s=as){let r,o=ut.getTransfer(s);if(n===ti)return i.UNSIGNED_BYTE;if(n===Yl)return i.UNSIGNED_SHORT_4_4_4_4;if(n===$l)return i.UNSIGNED_SHORT_5_5_5_1;if(n===Pu)return i.UNSIGNED_INT_5_9_9_9_REV;if(n===Iu)return i.UNSIGNED_INT_10F_11F_11F_REV;if(n===Cu)return i.BYTE;if(n===Ru)return i.SHORT;if(n===jr)return i.UNSIGNED_SHORT;if(n===ql)return i.INT;if(n===Si)return i.UNSIGNED_INT;if(n===Mi)return i.FLOAT;if(n===bi)return i.HALF_FLOAT;if(n===Lu)return i.ALPHA;if(n===Nu)return i.RGB;if(n===ni)return i.RGBA;if(n===is)return i.DEPTH_COMPONENT;if(n===os)return i.DEPTH_STENCIL;if(n===Du)return i.RED;if(n===Zl)return i.RED_INTEGER;if(n===Ns)return i.RG;if(n===Jl)return i.RG_INTEGER;if(n===Kl)return i.RGBA_INTEGER;if(n===Jo||n===Ko||n===Qo||n===jo)if(o===bt)if(r=e.get("WEBGL_compressed_texture_s3tc_srgb"),r!==null){if(n===Jo)return r.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(n===Ko)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(n===Qo)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(n===jo)return r.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(r=e.get("WEBGL_compressed_texture_s3tc"),r!==null){if(n===Jo)return r.COMPRESSED_RGB_S3TC_DXT1_EXT;if(n===Ko)return r.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(n===Qo)return r.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(n===jo)return r.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(n===Ql||n===jl||n===ec||n===tc)if(r=e.get("WEBGL_compressed_texture_pvrtc"),r!==null){if(n===Ql)return r.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(n===jl)return r.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(n===ec)return r.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(n===tc)return r.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(n===nc||n===ic||n===sc||n===rc||n===oc||n===ea||n===ac)if(r=e.get("WEBGL_compressed_texture_etc"),r!==null){if(n===nc||n===ic)return o===bt?r.COMPRESSED_SRGB8_ETC2:r.COMPRESSED_RGB8_ETC2;if(n===sc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:r.COMPRESSED_RGBA8_ETC2_EAC;if(n===rc)return r.COMPRESSED_R11_EAC;if(n===oc)return r.COMPRESSED_SIGNED_R11_EAC;if(n===ea)return r.COMPRESSED_RG11_EAC;if(n===ac)return r.COMPRESSED_SIGNED_RG11_EAC}else return null;if(n===lc||n===cc||n===hc||n===uc||n===fc||n===dc||n===pc||n===mc||n===gc||n===xc||n===_c||n===yc||n===vc||n===Sc)if(r=e.get("WEBGL_compressed_texture_astc"),r!==null){if(n===lc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:r.COMPRESSED_RGBA_ASTC_4x4_KHR;if(n===cc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:r.COMPRESSED_RGBA_ASTC_5x4_KHR;if(n===hc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:r.COMPRESSED_RGBA_ASTC_5x5_KHR;if(n===uc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:r.COMPRESSED_RGBA_ASTC_6x5_KHR;if(n===fc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:r.COMPRESSED_RGBA_ASTC_6x6_KHR;if(n===dc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:r.COMPRESSED_RGBA_ASTC_8x5_KHR;if(n===pc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:r.COMPRESSED_RGBA_ASTC_8x6_KHR;if(n===mc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:r.COMPRESSED_RGBA_ASTC_8x8_KHR;if(n===gc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:r.COMPRESSED_RGBA_ASTC_10x5_KHR;if(n===xc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:r.COMPRESSED_RGBA_ASTC_10x6_KHR;if(n===_c)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:r.COMPRESSED_RGBA_ASTC_10x8_KHR;if(n===yc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:r.COMPRESSED_RGBA_ASTC_10x10_KHR;if(n===vc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:r.COMPRESSED_RGBA_ASTC_12x10_KHR;if(n===Sc)return o===bt?r.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:r.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(n===Mc||n===bc||n===wc)if(r=e.get("EXT_texture_compression_bptc"),r!==null){if(n===Mc)return o===bt?r.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:r.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(n===bc)return r.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(n===wc)return r.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(n===Ac||n===Tc||n===ta||n===Ec)if(r=e.get("EXT_texture_compression_rgtc"),r!==null){if(n===Ac)return r.COMPRESSED_RED_RGTC1_EXT;if(n===Tc)return r.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(n===ta)return r.COMPRESSED_RED_GREEN_RGTC2_EXT;if(n===Ec)return r.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return n===tr?i.UNSIGNED_INT_24_8:i[n]!==void 0?i[n]:null}return{convert:t}}var tb=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,nb=`
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

}`,ef=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let n=new Wo(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=n}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,n=new Rn({vertexShader:tb,fragmentShader:nb,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Un(new Xo(20,20),n)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},tf=class extends Ui{constructor(e,t){super();let n=this,s=null,r=1,o=null,a="local-floor",l=1,c=null,h=null,u=null,f=null,d=null,g=null,x=typeof XRWebGLBinding<"u",p=new ef,m={},v=t.getContextAttributes(),A=null,M=null,P=[],E=[],y=new yt,T=null,z=null,D=new Kn;D.viewport=new Xt;let L=new Kn;L.viewport=new Xt;let H=[D,L],G=new Hl,N=null,V=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(j){let me=P[j];return me===void 0&&(me=new Wr,P[j]=me),me.getTargetRaySpace()},this.getControllerGrip=function(j){let me=P[j];return me===void 0&&(me=new Wr,P[j]=me),me.getGripSpace()},this.getHand=function(j){let me=P[j];return me===void 0&&(me=new Wr,P[j]=me),me.getHandSpace()};function Y(j){let me=E.indexOf(j.inputSource);if(me===-1)return;let _e=P[me];_e!==void 0&&(_e.update(j.inputSource,j.frame,c||o),_e.dispatchEvent({type:j.type,data:j.inputSource}))}function B(){s.removeEventListener("select",Y),s.removeEventListener("selectstart",Y),s.removeEventListener("selectend",Y),s.removeEventListener("squeeze",Y),s.removeEventListener("squeezestart",Y),s.removeEventListener("squeezeend",Y),s.removeEventListener("end",B),s.removeEventListener("inputsourceschange",le);for(let j=0;j<P.length;j++){let me=E[j];me!==null&&(E[j]=null,P[j].disconnect(me))}N=null,V=null,p.reset();for(let j in m)delete m[j];if(e.setRenderTarget(A),d=null,f=null,u=null,s=null,M=null,ue.stop(),n.isPresenting=!1,e.setPixelRatio(T),e.setSize(y.width,y.height,!1),z!==null){let j=z.camera;j.fov=z.fov,j.zoom=z.zoom,j.updateProjectionMatrix(),z=null}n.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(j){r=j,n.isPresenting===!0&&Ye("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(j){a=j,n.isPresenting===!0&&Ye("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(j){c=j},this.getBaseLayer=function(){return f!==null?f:d},this.getBinding=function(){return u===null&&x&&(u=new XRWebGLBinding(s,t)),u},this.getFrame=function(){return g},this.getSession=function(){return s},this.setSession=async function(j){if(s=j,s!==null){if(A=e.getRenderTarget(),s.addEventListener("select",Y),s.addEventListener("selectstart",Y),s.addEventListener("selectend",Y),s.addEventListener("squeeze",Y),s.addEventListener("squeezestart",Y),s.addEventListener("squeezeend",Y),s.addEventListener("end",B),s.addEventListener("inputsourceschange",le),v.xrCompatible!==!0&&await t.makeXRCompatible(),T=e.getPixelRatio(),e.getSize(y),x&&"createProjectionLayer"in XRWebGLBinding.prototype){let _e=null,Ee=null,Me=null;v.depth&&(Me=v.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,_e=v.stencil?os:is,Ee=v.stencil?tr:Si);let Ge={colorFormat:t.RGBA8,depthFormat:Me,scaleFactor:r};u=this.getBinding(),f=u.createProjectionLayer(Ge),s.updateRenderState({layers:[f]}),e.setPixelRatio(1),e.setSize(f.textureWidth,f.textureHeight,!1),M=new Qn(f.textureWidth,f.textureHeight,{format:ni,type:ti,depthTexture:new ss(f.textureWidth,f.textureHeight,Ee,void 0,void 0,void 0,void 0,void 0,void 0,_e),stencilBuffer:v.stencil,colorSpace:e.outputColorSpace,samples:v.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let _e={antialias:v.antialias,alpha:!0,depth:v.depth,stencil:v.stencil,framebufferScaleFactor:r};d=new XRWebGLLayer(s,t,_e),s.updateRenderState({baseLayer:d}),e.setPixelRatio(1),e.setSize(d.framebufferWidth,d.framebufferHeight,!1),M=new Qn(d.framebufferWidth,d.framebufferHeight,{format:ni,type:ti,colorSpace:e.outputColorSpace,stencilBuffer:v.stencil,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}M.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await s.requestReferenceSpace(a),ue.setContext(s),ue.start(),n.isPresenting=!0,n.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(s!==null)return s.environmentBlendMode},this.getDepthTexture=function(){return p.getDepthTexture()};function le(j){for(let me=0;me<j.removed.length;me++){let _e=j.removed[me],Ee=E.indexOf(_e);Ee>=0&&(E[Ee]=null,P[Ee].disconnect(_e))}for(let me=0;me<j.added.length;me++){let _e=j.added[me],Ee=E.indexOf(_e);if(Ee===-1){for(let Ge=0;Ge<P.length;Ge++)if(Ge>=E.length){E.push(_e),Ee=Ge;break}else if(E[Ge]===null){E[Ge]=_e,Ee=Ge;break}if(Ee===-1)break}let Me=P[Ee];Me&&Me.connect(_e)}}function $(j,me){me===null?j.matrixWorld.copy(j.matrix):j.matrixWorld.multiplyMatrices(me.matrixWorld,j.matrix),j.matrixWorldInverse.copy(j.matrixWorld).invert()}this.updateCamera=function(j){if(s===null)return;let me=j.near,_e=j.far;p.texture!==null&&(p.depthNear>0&&(me=p.depthNear),p.depthFar>0&&(_e=p.depthFar)),G.near=L.near=D.near=me,G.far=L.far=D.far=_e,(N!==G.near||V!==G.far)&&(s.updateRenderState({depthNear:G.near,depthFar:G.far}),N=G.near,V=G.far),G.layers.mask=j.layers.mask|6,D.layers.mask=G.layers.mask&-5,L.layers.mask=G.layers.mask&-3;let Ee=j.parent,Me=G.cameras;$(G,Ee);for(let Ge=0;Ge<Me.length;Ge++)$(Me[Ge],Ee);G.projectionMatrix.copy(D.projectionMatrix),G.projectionMatrixInverse.copy(D.projectionMatrixInverse),z===null&&j.isPerspectiveCamera&&(z={camera:j,fov:j.fov,zoom:j.zoom}),Q(j,G,Ee)};function Q(j,me,_e){_e===null?j.matrix.copy(me.matrixWorld):(j.matrix.copy(_e.matrixWorld),j.matrix.invert(),j.matrix.multiply(me.matrixWorld)),j.matrix.decompose(j.position,j.quaternion,j.scale),j.updateMatrixWorld(!0),j.projectionMatrix.copy(me.projectionMatrix),j.projectionMatrixInverse.copy(me.projectionMatrixInverse),j.isPerspectiveCamera&&(j.fov=yl*2*Math.atan(1/j.projectionMatrix.elements[5]),j.zoom=1)}this.getCamera=function(){return G},this.getFoveation=function(){if(!(f===null&&d===null))return l},this.setFoveation=function(j){l=j,f!==null&&(f.fixedFoveation=j),d!==null&&d.fixedFoveation!==void 0&&(d.fixedFoveation=j)},this.hasDepthSensing=function(){return p.texture!==null},this.getDepthSensingMesh=function(){return p.getMesh(G)},this.getCameraTexture=function(j){return m[j]};let ie=null;function fe(j,me){if(h=me.getViewerPose(c||o),g=me,h!==null){let _e=h.views;d!==null&&(e.setRenderTargetFramebuffer(M,d.framebuffer),e.setRenderTarget(M));let Ee=!1;_e.length!==G.cameras.length&&(G.cameras.length=0,Ee=!0);for(let Ve=0;Ve<_e.length;Ve++){let lt=_e[Ve],rt=null;if(d!==null)rt=d.getViewport(lt);else{let Ht=u.getViewSubImage(f,lt);rt=Ht.viewport,Ve===0&&(e.setRenderTargetTextures(M,Ht.colorTexture,Ht.depthStencilTexture),e.setRenderTarget(M))}let et=H[Ve];et===void 0&&(et=new Kn,et.layers.enable(Ve),et.viewport=new Xt,H[Ve]=et),et.matrix.fromArray(lt.transform.matrix),et.matrix.decompose(et.position,et.quaternion,et.scale),et.projectionMatrix.fromArray(lt.projectionMatrix),et.projectionMatrixInverse.copy(et.projectionMatrix).invert(),et.viewport.set(rt.x,rt.y,rt.width,rt.height),Ve===0&&(G.matrix.copy(et.matrix),G.matrix.decompose(G.position,G.quaternion,G.scale)),Ee===!0&&G.cameras.push(et)}let Me=s.enabledFeatures;if(Me&&Me.includes("depth-sensing")&&s.depthUsage=="gpu-optimized"&&x){u=n.getBinding();let Ve=u.getDepthInformation(_e[0]);Ve&&Ve.isValid&&Ve.texture&&p.init(Ve,s.renderState)}if(Me&&Me.includes("camera-access")&&x){e.state.unbindTexture(),u=n.getBinding();for(let Ve=0;Ve<_e.length;Ve++){let lt=_e[Ve].camera;if(lt){let rt=m[lt];rt||(rt=new Wo,m[lt]=rt);let et=u.getCameraImage(lt);rt.sourceTexture=et}}}}for(let _e=0;_e<P.length;_e++){let Ee=E[_e],Me=P[_e];Ee!==null&&Me!==void 0&&Me.update(Ee,me,c||o)}ie&&ie(j,me),me.detectedPlanes&&n.dispatchEvent({type:"planesdetected",data:me}),g=null}let ue=new Hm;ue.setAnimationLoop(fe),this.setAnimationLoop=function(j){ie=j},this.dispose=function(){}}},ib=new zt,Qm=new je;Qm.set(-1,0,0,0,1,0,0,0,1);function sb(i,e){function t(p,m){p.matrixAutoUpdate===!0&&p.updateMatrix(),m.value.copy(p.matrix)}function n(p,m){m.color.getRGB(p.fogColor.value,Hu(i)),m.isFog?(p.fogNear.value=m.near,p.fogFar.value=m.far):m.isFogExp2&&(p.fogDensity.value=m.density)}function s(p,m,v,A,M){m.isNodeMaterial?m.uniformsNeedUpdate=!1:m.isMeshBasicMaterial?r(p,m):m.isMeshLambertMaterial?(r(p,m),m.envMap&&(p.envMapIntensity.value=m.envMapIntensity)):m.isMeshToonMaterial?(r(p,m),u(p,m)):m.isMeshPhongMaterial?(r(p,m),h(p,m),m.envMap&&(p.envMapIntensity.value=m.envMapIntensity)):m.isMeshStandardMaterial?(r(p,m),f(p,m),m.isMeshPhysicalMaterial&&d(p,m,M)):m.isMeshMatcapMaterial?(r(p,m),g(p,m)):m.isMeshDepthMaterial?r(p,m):m.isMeshDistanceMaterial?(r(p,m),x(p,m)):m.isMeshNormalMaterial?r(p,m):m.isLineBasicMaterial?(o(p,m),m.isLineDashedMaterial&&a(p,m)):m.isPointsMaterial?l(p,m,v,A):m.isSpriteMaterial?c(p,m):m.isShadowMaterial?(p.color.value.copy(m.color),p.opacity.value=m.opacity):m.isShaderMaterial&&(m.uniformsNeedUpdate=!1)}function r(p,m){p.opacity.value=m.opacity,m.color&&p.diffuse.value.copy(m.color),m.emissive&&p.emissive.value.copy(m.emissive).multiplyScalar(m.emissiveIntensity),m.map&&(p.map.value=m.map,t(m.map,p.mapTransform)),m.alphaMap&&(p.alphaMap.value=m.alphaMap,t(m.alphaMap,p.alphaMapTransform)),m.bumpMap&&(p.bumpMap.value=m.bumpMap,t(m.bumpMap,p.bumpMapTransform),p.bumpScale.value=m.bumpScale,m.side===On&&(p.bumpScale.value*=-1)),m.normalMap&&(p.normalMap.value=m.normalMap,t(m.normalMap,p.normalMapTransform),p.normalScale.value.copy(m.normalScale),m.side===On&&p.normalScale.value.negate()),m.displacementMap&&(p.displacementMap.value=m.displacementMap,t(m.displacementMap,p.displacementMapTransform),p.displacementScale.value=m.displacementScale,p.displacementBias.value=m.displacementBias),m.emissiveMap&&(p.emissiveMap.value=m.emissiveMap,t(m.emissiveMap,p.emissiveMapTransform)),m.specularMap&&(p.specularMap.value=m.specularMap,t(m.specularMap,p.specularMapTransform)),m.alphaTest>0&&(p.alphaTest.value=m.alphaTest);let v=e.get(m),A=v.envMap,M=v.envMapRotation;A&&(p.envMap.value=A,p.envMapRotation.value.setFromMatrix4(ib.makeRotationFromEuler(M)).transpose(),A.isCubeTexture&&A.isRenderTargetTexture===!1&&p.envMapRotation.value.premultiply(Qm),p.reflectivity.value=m.reflectivity,p.ior.value=m.ior,p.refractionRatio.value=m.refractionRatio),m.lightMap&&(p.lightMap.value=m.lightMap,p.lightMapIntensity.value=m.lightMapIntensity,t(m.lightMap,p.lightMapTransform)),m.aoMap&&(p.aoMap.value=m.aoMap,p.aoMapIntensity.value=m.aoMapIntensity,t(m.aoMap,p.aoMapTransform))}function o(p,m){p.diffuse.value.copy(m.color),p.opacity.value=m.opacity,m.map&&(p.map.value=m.map,t(m.map,p.mapTransform))}function a(p,m){p.dashSize.value=m.dashSize,p.totalSize.value=m.dashSize+m.gapSize,p.scale.value=m.scale}function l(p,m,v,A){p.diffuse.value.copy(m.color),p.opacity.value=m.opacity,p.size.value=m.size*v,p.scale.value=A*.5,m.map&&(p.map.value=m.map,t(m.map,p.uvTransform)),m.alphaMap&&(p.alphaMap.value=m.alphaMap,t(m.alphaMap,p.alphaMapTransform)),m.alphaTest>0&&(p.alphaTest.value=m.alphaTest)}function c(p,m){p.diffuse.value.copy(m.color),p.opacity.value=m.opacity,p.rotation.value=m.rotation,m.map&&(p.map.value=m.map,t(m.map,p.mapTransform)),m.alphaMap&&(p.alphaMap.value=m.alphaMap,t(m.alphaMap,p.alphaMapTransform)),m.alphaTest>0&&(p.alphaTest.value=m.alphaTest)}function h(p,m){p.specular.value.copy(m.specular),p.shininess.value=Math.max(m.shininess,1e-4)}function u(p,m){m.gradientMap&&(p.gradientMap.value=m.gradientMap)}function f(p,m){p.metalness.value=m.metalness,m.metalnessMap&&(p.metalnessMap.value=m.metalnessMap,t(m.metalnessMap,p.metalnessMapTransform)),p.roughness.value=m.roughness,m.roughnessMap&&(p.roughnessMap.value=m.roughnessMap,t(m.roughnessMap,p.roughnessMapTransform)),m.envMap&&(p.envMapIntensity.value=m.envMapIntensity)}function d(p,m,v){p.ior.value=m.ior,m.diffuseRoughness>0&&(p.diffuseRoughness.value=m.diffuseRoughness,m.diffuseRoughnessMap&&(p.diffuseRoughnessMap.value=m.diffuseRoughnessMap,t(m.diffuseRoughnessMap,p.diffuseRoughnessMapTransform))),m.sheen>0&&(p.sheenColor.value.copy(m.sheenColor).multiplyScalar(m.sheen),p.sheenRoughness.value=m.sheenRoughness,m.sheenColorMap&&(p.sheenColorMap.value=m.sheenColorMap,t(m.sheenColorMap,p.sheenColorMapTransform)),m.sheenRoughnessMap&&(p.sheenRoughnessMap.value=m.sheenRoughnessMap,t(m.sheenRoughnessMap,p.sheenRoughnessMapTransform))),m.clearcoat>0&&(p.clearcoat.value=m.clearcoat,p.clearcoatRoughness.value=m.clearcoatRoughness,m.clearcoatMap&&(p.clearcoatMap.value=m.clearcoatMap,t(m.clearcoatMap,p.clearcoatMapTransform)),m.clearcoatRoughnessMap&&(p.clearcoatRoughnessMap.value=m.clearcoatRoughnessMap,t(m.clearcoatRoughnessMap,p.clearcoatRoughnessMapTransform)),m.clearcoatNormalMap&&(p.clearcoatNormalMap.value=m.clearcoatNormalMap,t(m.clearcoatNormalMap,p.clearcoatNormalMapTransform),p.clearcoatNormalScale.value.copy(m.clearcoatNormalScale),m.side===On&&p.clearcoatNormalScale.value.negate())),m.dispersion>0&&(p.dispersion.value=m.dispersion),m.retroreflectivity>0&&(p.retroreflectivity.value=m.retroreflectivity),m.iridescence>0&&(p.iridescence.value=m.iridescence,p.iridescenceIOR.value=m.iridescenceIOR,p.iridescenceThicknessMinimum.value=m.iridescenceThicknessMinimum,p.iridescenceThicknessMaximum.value=m.iridescenceThicknessMaximum,m.iridescenceMap&&(p.iridescenceMap.value=m.iridescenceMap,t(m.iridescenceMap,p.iridescenceMapTransform)),m.iridescenceThicknessMap&&(p.iridescenceThicknessMap.value=m.iridescenceThicknessMap,t(m.iridescenceThicknessMap,p.iridescenceThicknessMapTransform))),m.transmission>0&&(p.transmission.value=m.transmission,p.transmissionSamplerMap.value=v.texture,p.transmissionSamplerSize.value.set(v.width,v.height),m.transmissionMap&&(p.transmissionMap.value=m.transmissionMap,t(m.transmissionMap,p.transmissionMapTransform)),p.thickness.value=m.thickness,m.thicknessMap&&(p.thicknessMap.value=m.thicknessMap,t(m.thicknessMap,p.thicknessMapTransform)),p.attenuationDistance.value=m.attenuationDistance,p.attenuationColor.value.copy(m.attenuationColor)),m.anisotropy>0&&(p.anisotropyVector.value.set(m.anisotropy*Math.cos(m.anisotropyRotation),m.anisotropy*Math.sin(m.anisotropyRotation)),m.anisotropyMap&&(p.anisotropyMap.value=m.anisotropyMap,t(m.anisotropyMap,p.anisotropyMapTransform))),p.specularIntensity.value=m.specularIntensity,p.specularColor.value.copy(m.specularColor),m.specularColorMap&&(p.specularColorMap.value=m.specularColorMap,t(m.specularColorMap,p.specularColorMapTransform)),m.specularIntensityMap&&(p.specularIntensityMap.value=m.specularIntensityMap,t(m.specularIntensityMap,p.specularIntensityMapTransform))}function g(p,m){m.matcap&&(p.matcap.value=m.matcap)}function x(p,m){let v=e.get(m).light;p.referencePosition.value.setFromMatrixPosition(v.matrixWorld),p.nearDistance.value=v.shadow.camera.near,p.farDistance.value=v.shadow.camera.far}return{refreshFogUniforms:n,refreshMaterialUniforms:s}}function rb(i,e,t,n){let s={},r={};function o(v,A){let M=A.program;n.uniformBlockBinding(v,M,s[v.id])}function a(v,A){let M=s[v.id];M===void 0&&(g(v),M=l(v),s[v.id]=M,v.addEventListener("dispose",p));let P=A.program;n.updateUBOMapping(v,P);let E=e.render.frame;r[v.id]!==E&&(c(v),r[v.id]=E)}function l(v){let A=i.createBuffer(),M=v.__size,P=v.usage;return i.bindBuffer(i.UNIFORM_BUFFER,A),i.bufferData(i.UNIFORM_BUFFER,M,P),i.bindBuffer(i.UNIFORM_BUFFER,null),A}function c(v){let A=s[v.id],M=v.uniforms,P=v.__cache;i.bindBuffer(i.UNIFORM_BUFFER,A);for(let E=0,y=M.length;E<y;E++){let T=M[E];if(Array.isArray(T))for(let z=0,D=T.length;z<D;z++)h(T[z],E,z,P);else h(T,E,0,P)}i.bindBuffer(i.UNIFORM_BUFFER,null)}function h(v,A,M,P){if(f(v,A,M,P)===!0){let E=v.__offset,y=v.value;if(Array.isArray(y)){let T=0;for(let z=0;z<y.length;z++){let D=y[z],L=x(D,!0);u(D,v.__data,T),T+=L.storage/Float32Array.BYTES_PER_ELEMENT}}else u(y,v.__data,0);i.bufferSubData(i.UNIFORM_BUFFER,E,v.__data)}}function u(v,A,M){typeof v=="number"||typeof v=="boolean"?A[M]=v:v.isMatrix3?(A[M]=v.elements[0],A[M+1]=v.elements[1],A[M+2]=v.elements[2],A[M+3]=0,A[M+4]=v.elements[3],A[M+5]=v.elements[4],A[M+6]=v.elements[5],A[M+7]=0,A[M+8]=v.elements[6],A[M+9]=v.elements[7],A[M+10]=v.elements[8],A[M+11]=0):ArrayBuffer.isView(v)?A.set(v.subarray(0,A.length-M),M):v.toArray(A,M)}function f(v,A,M,P){let E=v.value,y=A+"_"+M;if(Array.isArray(E)){P[y]===void 0&&(P[y]=[]);let T=P[y],z=!1;for(let D=0;D<E.length;D++)d(E[D],T,D)===!0&&(z=!0);return z}return d(E,P,y)}function d(v,A,M){if(A[M]===void 0)return typeof v=="number"||typeof v=="boolean"?A[M]=v:ArrayBuffer.isView(v)?A[M]=v.slice():A[M]=v.clone(),!0;{let P=A[M];if(typeof v=="number"||typeof v=="boolean"){if(P!==v)return A[M]=v,!0}else{if(ArrayBuffer.isView(v))return!0;if(P.equals(v)===!1)return P.copy(v),!0}}return!1}function g(v){let A=v.uniforms,M=0,P=16;for(let y=0,T=A.length;y<T;y++){let z=Array.isArray(A[y])?A[y]:[A[y]];for(let D=0,L=z.length;D<L;D++){let H=z[D],G=Array.isArray(H.value)?H.value:[H.value],N=Array.isArray(A[y])||Array.isArray(H.value),V=M;for(let B=0,le=G.length;B<le;B++){let $=G[B],Q=x($,N),ie=M%P,fe=ie%Q.boundary,ue=ie+fe;M+=fe,ue!==0&&P-ue<Q.storage&&(M+=P-ue),B===0&&(V=M),M+=Q.storage}let Y=H.type==="int"?Int32Array:H.type==="uint"?Uint32Array:Float32Array;H.__data=new Y((M-V)/Float32Array.BYTES_PER_ELEMENT),H.__offset=V}}let E=M%P;return E>0&&(M+=P-E),v.__size=M,v.__cache={},this}function x(v,A){let M={boundary:0,storage:0};return typeof v=="number"||typeof v=="boolean"?(M.boundary=4,M.storage=4):v.isVector2?(M.boundary=8,M.storage=8):v.isVector3||v.isColor?(M.boundary=16,M.storage=12):v.isVector4?(M.boundary=16,M.storage=16):v.isMatrix3?(M.boundary=16,M.storage=48):v.isMatrix4?(M.boundary=16,M.storage=64):v.isTexture?Ye("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(v)?(M.boundary=16,M.storage=v.byteLength):Ye("WebGLRenderer: Unsupported uniform value type.",v),A===!0&&(M.boundary=16,M.storage=Math.ceil(M.storage/16)*16),M}function p(v){let A=v.target;A.removeEventListener("dispose",p),i.deleteBuffer(s[A.id]),delete s[A.id],delete r[A.id]}function m(){for(let v in s)i.deleteBuffer(s[v]);s={},r={}}return{bind:o,update:a,dispose:m}}var ob=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),zi=null;function ab(){return zi===null&&(zi=new Xr(ob,16,16,Ns,bi),zi.name="DFG_LUT",zi.minFilter=Sn,zi.magFilter=Sn,zi.wrapS=Fi,zi.wrapT=Fi,zi.generateMipmaps=!1,zi.needsUpdate=!0),zi}var Ic=class{constructor(e={}){let{canvas:t=fm(),context:n=null,depth:s=!0,stencil:r=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:h="default",failIfMajorPerformanceCaveat:u=!1,reversedDepthBuffer:f=!1,outputBufferType:d=ti}=e;this.isWebGLRenderer=!0;let g;if(n!==null){if(typeof WebGLRenderingContext<"u"&&n instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");g=n.getContextAttributes().alpha}else g=o;let x=d,p=new Set([Kl,Jl,Zl]),m=new Set([ti,Si,jr,tr,Yl,$l]),v=new Uint32Array(4),A=new Int32Array(4),M={textures:[],min:[],max:[],resolution:[]},P=null,E=null,y=[],T=[],z=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ki,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let D=this,L=!1,H=null,G=null,N=null,V=null;this._outputColorSpace=Jn;let Y=0,B=0,le=null,$=-1,Q=null,ie=new Xt,fe=new Xt,ue=null,j=new xt(0),me=0,_e=t.width,Ee=t.height,Me=1,Ge=null,nt=null,Ve=new Xt(0,0,_e,Ee),lt=new Xt(0,0,_e,Ee),rt=!1,et=new Ks,Ht=new wl,Nt=!1,jt=!1,Ct=new zt,pn=new J,gt=new Xt,ln={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},qt=!1;function en(){return le===null?Me:1}let U=n;function Re(w,O){return t.getContext(w,O)}let qe,it,be,Pt,ze,Xe,C,S,W,he,oe,xe,ye,ee,ne,pe,F,re,te,we,ge,Se,He;try{let w={alpha:!0,depth:s,stencil:r,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:h,failIfMajorPerformanceCaveat:u};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Oe,!1),t.addEventListener("webglcontextrestored",Je,!1),t.addEventListener("webglcontextcreationerror",Ce,!1),U===null){let O="webgl2";if(U=Re(O,w),U===null)throw Re(O)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Ze()}catch(w){throw t.removeEventListener("webglcontextlost",Oe,!1),t.removeEventListener("webglcontextrestored",Je,!1),t.removeEventListener("webglcontextcreationerror",Ce,!1),Qe("WebGLRenderer: "+w.message),w}function Ze(){qe=new _S(U),qe.init(),ge=new eb(U,qe),it=new aS(U,qe,e,ge),be=new QM(U,qe),it.reversedDepthBuffer&&f&&be.buffers.depth.setReversed(!0),G=U.createFramebuffer(),N=U.createFramebuffer(),V=U.createFramebuffer(),Pt=new SS(U),ze=new BM,Xe=new jM(U,qe,be,ze,it,ge,Pt),C=new xS(D),S=new b_(U),Se=new rS(U,S),W=new yS(U,S,Pt,Se),he=new bS(U,W,S,Se,Pt),re=new MS(U,it,Xe),ne=new lS(ze),oe=new OM(D,C,qe,it,Se,ne),xe=new sb(D,ze),ye=new zM,ee=new qM(qe),F=new sS(D,C,be,he,g,l),pe=new KM(D,he,it),He=new rb(U,Pt,it,be),te=new oS(U,qe,Pt),we=new vS(U,qe,Pt),Pt.programs=oe.programs,D.capabilities=it,D.extensions=qe,D.properties=ze,D.renderLists=ye,D.shadowMap=pe,D.state=be,D.info=Pt}x!==ti&&(z=new AS(x,t.width,t.height,a,s,r));let ce=new tf(D,U);this.xr=ce,this.getContext=function(){return U},this.getContextAttributes=function(){return U.getContextAttributes()},this.forceContextLoss=function(){let w=qe.get("WEBGL_lose_context");w&&w.loseContext()},this.forceContextRestore=function(){let w=qe.get("WEBGL_lose_context");w&&w.restoreContext()},this.getPixelRatio=function(){return Me},this.setPixelRatio=function(w){w!==void 0&&(Me=w,this.setSize(_e,Ee,!1))},this.getSize=function(w){return w.set(_e,Ee)},this.setSize=function(w,O,K=!0){if(ce.isPresenting){Ye("WebGLRenderer: Can't change size while VR device is presenting.");return}_e=w,Ee=O,t.width=Math.floor(w*Me),t.height=Math.floor(O*Me),K===!0&&(t.style.width=w+"px",t.style.height=O+"px"),z!==null&&z.setSize(t.width,t.height),this.setViewport(0,0,w,O)},this.getDrawingBufferSize=function(w){return w.set(_e*Me,Ee*Me).floor()},this.setDrawingBufferSize=function(w,O,K){_e=w,Ee=O,Me=K,t.width=Math.floor(w*K),t.height=Math.floor(O*K),this.setViewport(0,0,w,O)},this.setEffects=function(w){if(x===ti){Qe("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(w){for(let O=0;O<w.length;O++)if(w[O].isOutputPass===!0){Ye("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}z.setEffects(w||[])},this.getCurrentViewport=function(w){return w.copy(ie)},this.getViewport=function(w){return w.copy(Ve)},this.setViewport=function(w,O,K,X){w.isVector4?Ve.set(w.x,w.y,w.z,w.w):Ve.set(w,O,K,X),be.viewport(ie.copy(Ve).multiplyScalar(en()).round())},this.getScissor=function(w){return w.copy(lt)},this.setScissor=function(w,O,K,X){w.isVector4?lt.set(w.x,w.y,w.z,w.w):lt.set(w,O,K,X),be.scissor(fe.copy(lt).multiplyScalar(en()).round())},this.getScissorTest=function(){return rt},this.setScissorTest=function(w){be.setScissorTest(rt=w)},this.setOpaqueSort=function(w){Ge=w},this.setTransparentSort=function(w){nt=w},this.getClearColor=function(w){return w.copy(F.getClearColor())},this.setClearColor=function(){F.setClearColor(...arguments)},this.getClearAlpha=function(){return F.getClearAlpha()},this.setClearAlpha=function(){F.setClearAlpha(...arguments)},this.clear=function(w=!0,O=!0,K=!0){let X=0;if(w){let q=!1;if(le!==null){let Ae=le.texture.format;q=p.has(Ae)}if(q){let Ae=le.texture.type,Pe=m.has(Ae),Te=F.getClearColor(),Ie=F.getClearAlpha(),ke=Te.r,Ke=Te.g,ct=Te.b;Pe?(v[0]=ke,v[1]=Ke,v[2]=ct,v[3]=Ie,U.clearBufferuiv(U.COLOR,0,v)):(A[0]=ke,A[1]=Ke,A[2]=ct,A[3]=Ie,U.clearBufferiv(U.COLOR,0,A))}else X|=U.COLOR_BUFFER_BIT}O&&(X|=U.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),K&&(X|=U.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),X!==0&&U.clear(X)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(w){w.setRenderer(this),H=w},this.dispose=function(){t.removeEventListener("webglcontextlost",Oe,!1),t.removeEventListener("webglcontextrestored",Je,!1),t.removeEventListener("webglcontextcreationerror",Ce,!1),F.dispose(),ye.dispose(),ee.dispose(),Xe.dispose(),ze.dispose(),C.dispose(),he.dispose(),W.dispose(),Se.dispose(),He.dispose(),oe.dispose(),ce.dispose(),ce.removeEventListener("sessionstart",ga),ce.removeEventListener("sessionend",Ei),Wi.stop()};function Oe(w){w.preventDefault(),zu("WebGLRenderer: Context Lost."),L=!0}function Je(){zu("WebGLRenderer: Context Restored."),L=!1;let w=Pt.autoReset,O=pe.enabled,K=pe.autoUpdate,X=pe.needsUpdate,q=pe.type;Ze(),Pt.autoReset=w,pe.enabled=O,pe.autoUpdate=K,pe.needsUpdate=X,pe.type=q}function Ce(w){Qe("WebGLRenderer: A WebGL context could not be created. Reason: ",w.statusMessage)}function st(w){let O=w.target;O.removeEventListener("dispose",st),Ft(O)}function Ft(w){In(w),ze.remove(w)}function In(w){let O=ze.get(w).programs;O!==void 0&&(O.forEach(function(K){oe.releaseProgram(K)}),w.isShaderMaterial&&oe.releaseShaderCache(w))}this.renderBufferDirect=function(w,O,K,X,q,Ae){O===null&&(O=ln);let Pe=q.isMesh&&q.matrixWorld.determinantAffine()<0,Te=go(w,O,K,X,q);be.setMaterial(X,Pe);let Ie=K.index,ke=1;if(X.wireframe===!0){if(Ie=W.getWireframeAttribute(K),Ie===void 0)return;ke=2}let Ke=K.drawRange,ct=K.attributes.position,Be=Ke.start*ke,ht=(Ke.start+Ke.count)*ke;Ae!==null&&(Be=Math.max(Be,Ae.start*ke),ht=Math.min(ht,(Ae.start+Ae.count)*ke)),Ie!==null?(Be=Math.max(Be,0),ht=Math.min(ht,Ie.count)):ct!=null&&(Be=Math.max(Be,0),ht=Math.min(ht,ct.count));let Wt=ht-Be;if(Wt<0||Wt===1/0)return;Se.setup(q,X,Te,K,Ie);let At,Tt=te;if(Ie!==null&&(At=S.get(Ie),Tt=we,Tt.setIndex(At)),q.isMesh)X.wireframe===!0?(be.setLineWidth(X.wireframeLinewidth*en()),Tt.setMode(U.LINES)):Tt.setMode(U.TRIANGLES);else if(q.isLine){let cn=X.linewidth;cn===void 0&&(cn=1),be.setLineWidth(cn*en()),q.isLineSegments?Tt.setMode(U.LINES):q.isLineLoop?Tt.setMode(U.LINE_LOOP):Tt.setMode(U.LINE_STRIP)}else q.isPoints?Tt.setMode(U.POINTS):q.isSprite&&Tt.setMode(U.TRIANGLES);if(q.isBatchedMesh)if(qe.get("WEBGL_multi_draw"))Tt.renderMultiDraw(q._multiDrawStarts,q._multiDrawCounts,q._multiDrawCount);else{let cn=q._multiDrawStarts,Fe=q._multiDrawCounts,tn=q._multiDrawCount,dt=Ie?S.get(Ie).bytesPerElement:1,qi=ze.get(X).currentProgram.getUniforms();for(let nn=0;nn<tn;nn++)qi.setValue(U,"_gl_DrawID",nn),Tt.render(cn[nn]/dt,Fe[nn])}else if(q.isInstancedMesh)Tt.renderInstances(Be,Wt,q.count);else if(K.isInstancedBufferGeometry){let cn=K._maxInstanceCount!==void 0?K._maxInstanceCount:1/0,Fe=Math.min(K.instanceCount,cn);Tt.renderInstances(Be,Wt,Fe)}else Tt.render(Be,Wt)};function fo(w,O,K,X){H!==null&&w.isNodeMaterial&&H.setObject(X,w),Nt===!0&&ne.setState(w,K,!1),w.transparent===!0&&w.side===Bi&&w.forceSinglePass===!1?(w.side=On,w.needsUpdate=!0,Ci(w,O,X),w.side=Ls,w.needsUpdate=!0,Ci(w,O,X),w.side=Bi):Ci(w,O,X)}this.compile=function(w,O,K=null){K===null&&(K=w),H!==null&&H.renderStart(w,O,K),E=ee.get(K),E.init(O),T.push(E),K.traverseVisible(function(q){q.isLight&&q.layers.test(O.layers)&&(E.pushLight(q),q.castShadow&&E.pushShadow(q))}),w!==K&&w.traverseVisible(function(q){q.isLight&&q.layers.test(O.layers)&&(E.pushLight(q),q.castShadow&&E.pushShadow(q))}),E.setupLights(),H!==null&&H.updateLights(E.state.lightsArray),jt=this.localClippingEnabled,Nt=ne.init(this.clippingPlanes,jt),Nt===!0&&ne.setGlobalState(this.clippingPlanes,O),H!==null&&pe.render(E.state.shadowsArray,K,O);let X=new Set;return w.traverse(function(q){if(!(q.isMesh||q.isPoints||q.isLine||q.isSprite))return;let Ae=q.material;if(Ae)if(Array.isArray(Ae))for(let Pe=0;Pe<Ae.length;Pe++){let Te=Ae[Pe];fo(Te,K,O,q),X.add(Te)}else fo(Ae,K,O,q),X.add(Ae)}),E=T.pop(),H!==null&&H.renderEnd(),X},this.compileAsync=function(w,O,K=null){let X=this.compile(w,O,K);return new Promise(q=>{function Ae(){if(X.forEach(function(Pe){let Ie=ze.get(Pe).currentProgram;(Ie===void 0||Ie.isReady())&&X.delete(Pe)}),X.size===0){q(w);return}setTimeout(Ae,10)}qe.get("KHR_parallel_shader_compile")!==null?Ae():setTimeout(Ae,10)})};let cr=null;function mh(w){cr&&cr(w)}function ga(){Wi.stop()}function Ei(){Wi.start()}let Wi=new Hm;Wi.setAnimationLoop(mh),typeof self<"u"&&Wi.setContext(self),this.setAnimationLoop=function(w){cr=w,ce.setAnimationLoop(w),w===null?Wi.stop():Wi.start()},ce.addEventListener("sessionstart",ga),ce.addEventListener("sessionend",Ei),this.render=function(w,O){if(O!==void 0&&O.isCamera!==!0){Qe("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(L===!0)return;H!==null&&H.renderStart(w,O);let K=ce.enabled===!0&&ce.isPresenting===!0,X=z!==null&&(le===null||K)&&z.begin(D,le);if(w.matrixWorldAutoUpdate===!0&&w.updateMatrixWorld(),O.parent===null&&O.matrixWorldAutoUpdate===!0&&O.updateMatrixWorld(),ce.enabled===!0&&ce.isPresenting===!0&&(z===null||z.isCompositing()===!1)&&(ce.cameraAutoUpdate===!0&&ce.updateCamera(O),O=ce.getCamera()),w.isScene===!0&&w.onBeforeRender(D,w,O,le),E=ee.get(w,T.length),E.init(O),E.state.textureUnits=Xe.getTextureUnits(),T.push(E),Ct.multiplyMatrices(O.projectionMatrix,O.matrixWorldInverse),O.isArrayCamera?Ht.setFromArrayCamera(O):et.setFromProjectionMatrix(Ct,ui,O.reversedDepth),jt=this.localClippingEnabled,Nt=ne.init(this.clippingPlanes,jt),P=ye.get(w,y.length),P.init(),y.push(P),this.info.render.frame++,ce.enabled===!0&&ce.isPresenting===!0){let Pe=D.xr.getDepthSensingMesh();Pe!==null&&Xi(Pe,O,-1/0,D.sortObjects)}Xi(w,O,0,D.sortObjects),P.finish(),H!==null&&H.updateLights(E.state.lightsArray),D.sortObjects===!0&&P.sort(Ge,nt),qt=ce.enabled===!1||ce.isPresenting===!1||ce.hasDepthSensing()===!1,qt&&F.addToRenderList(P,w),this.info.autoReset===!0&&this.info.reset(),Nt===!0&&ne.beginShadows();let q=E.state.shadowsArray;if(pe.render(q,w,O),Nt===!0&&ne.endShadows(),(X&&z.hasRenderPass())===!1){let Pe=P.opaque,Te=P.transmissive;if(E.setupLights(),O.isArrayCamera){let Ie=O.cameras;if(Te.length>0)for(let ke=0,Ke=Ie.length;ke<Ke;ke++){let ct=Ie[ke];pi(Pe,Te,w,ct)}qt&&F.render(w);for(let ke=0,Ke=Ie.length;ke<Ke;ke++){let ct=Ie[ke];po(P,w,ct,ct.viewport)}}else Te.length>0&&pi(Pe,Te,w,O),qt&&F.render(w),po(P,w,O)}le!==null&&B===0&&(Xe.updateMultisampleRenderTarget(le),Xe.updateRenderTargetMipmap(le)),X&&z.end(D),w.isScene===!0&&w.onAfterRender(D,w,O),Se.resetDefaultState(),$=-1,Q=null,T.pop(),T.length>0?(E=T[T.length-1],Xe.setTextureUnits(E.state.textureUnits),Nt===!0&&ne.setGlobalState(D.clippingPlanes,E.state.camera)):E=null,y.pop(),y.length>0?P=y[y.length-1]:P=null,H!==null&&H.renderEnd()};function Xi(w,O,K,X){if(w.visible===!1)return;if(w.layers.test(O.layers)){if(w.isGroup)K=w.renderOrder;else if(w.isLOD)w.autoUpdate===!0&&w.update(O);else if(w.isLight)E.pushLight(w),w.castShadow&&E.pushShadow(w);else if(w.isSprite){let Pe=O.isArrayCamera?Ht:et;if(!w.frustumCulled||w.intersectsFrustum(Pe)){X&&gt.setFromMatrixPosition(w.matrixWorld).applyMatrix4(Ct);let Te=he.update(w),Ie=w.material;Ie.visible&&P.push(w,Te,Ie,K,gt.z,null,O)}}else if(w.isMesh||w.isLine||w.isPoints){let Pe=O.isArrayCamera?Ht:et;if(!w.frustumCulled||w.intersectsFrustum(Pe)){let Te=he.update(w),Ie=w.material;if(X&&(w.boundingSphere!==void 0?(w.boundingSphere===null&&w.computeBoundingSphere(),gt.copy(w.boundingSphere.center)):(Te.boundingSphere===null&&Te.computeBoundingSphere(),gt.copy(Te.boundingSphere.center)),gt.applyMatrix4(w.matrixWorld).applyMatrix4(Ct)),Array.isArray(Ie)){let ke=Te.groups;for(let Ke=0,ct=ke.length;Ke<ct;Ke++){let Be=ke[Ke],ht=Ie[Be.materialIndex];ht&&ht.visible&&P.push(w,Te,ht,K,gt.z,Be,O)}}else Ie.visible&&P.push(w,Te,Ie,K,gt.z,null,O)}}}let Ae=w.children;for(let Pe=0,Te=Ae.length;Pe<Te;Pe++)Xi(Ae[Pe],O,K,X)}function po(w,O,K,X){let{opaque:q,transmissive:Ae,transparent:Pe}=w;E.setupLightsView(K),Nt===!0&&ne.setGlobalState(D.clippingPlanes,K),X&&be.viewport(ie.copy(X)),q.length>0&&Yt(q,O,K),Ae.length>0&&Yt(Ae,O,K),Pe.length>0&&Yt(Pe,O,K),be.buffers.depth.setTest(!0),be.buffers.depth.setMask(!0),be.buffers.color.setMask(!0),be.setPolygonOffset(!1)}function pi(w,O,K,X){if((K.isScene===!0?K.overrideMaterial:null)!==null)return;if(E.state.transmissionRenderTarget[X.id]===void 0){let Be=qe.has("EXT_color_buffer_half_float")||qe.has("EXT_color_buffer_float");E.state.transmissionRenderTarget[X.id]=new Qn(1,1,{generateMipmaps:!0,type:Be?bi:ti,minFilter:rs,samples:Math.max(4,it.samples),stencilBuffer:r,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:ut.workingColorSpace})}let Ae=E.state.transmissionRenderTarget[X.id],Pe=X.viewport||ie;Ae.setSize(Pe.z*D.transmissionResolutionScale,Pe.w*D.transmissionResolutionScale);let Te=D.getRenderTarget(),Ie=D.getActiveCubeFace(),ke=D.getActiveMipmapLevel();D.setRenderTarget(Ae),D.getClearColor(j),me=D.getClearAlpha(),me<1&&D.setClearColor(16777215,.5),D.clear(),qt&&F.render(K);let Ke=D.toneMapping;D.toneMapping=ki;let ct=X.viewport;if(X.viewport!==void 0&&(X.viewport=void 0),E.setupLightsView(X),Nt===!0&&ne.setGlobalState(D.clippingPlanes,X),Yt(w,K,X),Xe.updateMultisampleRenderTarget(Ae),Xe.updateRenderTargetMipmap(Ae),qe.has("WEBGL_multisampled_render_to_texture")===!1){let Be=!1;for(let ht=0,Wt=O.length;ht<Wt;ht++){let At=O[ht],{object:Tt,geometry:cn,material:Fe,group:tn}=At;if(Fe.side===Bi&&Tt.layers.test(X.layers)){let dt=Fe.side;Fe.side=On,Fe.needsUpdate=!0,Kt(Tt,K,X,cn,Fe,tn),Fe.side=dt,Fe.needsUpdate=!0,Be=!0}}Be===!0&&(Xe.updateMultisampleRenderTarget(Ae),Xe.updateRenderTargetMipmap(Ae))}D.setRenderTarget(Te,Ie,ke),D.setClearColor(j,me),ct!==void 0&&(X.viewport=ct),D.toneMapping=Ke}function Yt(w,O,K){let X=O.isScene===!0?O.overrideMaterial:null;for(let q=0,Ae=w.length;q<Ae;q++){let Pe=w[q],{object:Te,geometry:Ie,group:ke}=Pe,Ke=Pe.material;Ke.allowOverride===!0&&X!==null&&(Ke=X),Te.layers.test(K.layers)&&Kt(Te,O,K,Ie,Ke,ke)}}function Kt(w,O,K,X,q,Ae){H!==null&&q.isNodeMaterial&&H.setObject(w,q),w.onBeforeRender(D,O,K,X,q,Ae),w.modelViewMatrix.multiplyMatrices(K.matrixWorldInverse,w.matrixWorld),w.normalMatrix.getNormalMatrix(w.modelViewMatrix),q.onBeforeRender(D,O,K,X,w,Ae),q.transparent===!0&&q.side===Bi&&q.forceSinglePass===!1?(q.side=On,q.needsUpdate=!0,D.renderBufferDirect(K,O,X,q,w,Ae),q.side=Ls,q.needsUpdate=!0,D.renderBufferDirect(K,O,X,q,w,Ae),q.side=Bi):D.renderBufferDirect(K,O,X,q,w,Ae),w.onAfterRender(D,O,K,X,q,Ae)}function Qt(w){let O=0;for(let K of w)K.texture!==null&&O++;return O}function Ci(w,O,K){O.isScene!==!0&&(O=ln);let X=ze.get(w),q=E.state.lights,Ae=E.state.shadowsArray,Pe=q.state.version,Te=oe.getParameters(w,q.state,Ae,O,K,E.state.lightProbeGridArray),Ie=oe.getProgramCacheKey(Te),ke=X.programs;X.environment=w.isMeshStandardMaterial||w.isMeshLambertMaterial||w.isMeshPhongMaterial?O.environment:null,X.fog=O.fog;let Ke=w.isMeshStandardMaterial||w.isMeshLambertMaterial&&!w.envMap||w.isMeshPhongMaterial&&!w.envMap;X.envMap=C.get(w.envMap||X.environment,Ke),X.envMapRotation=X.environment!==null&&w.envMap===null?O.environmentRotation:w.envMapRotation,ke===void 0&&(w.addEventListener("dispose",st),ke=new Map,X.programs=ke,X.programVariants=new Map);let ct=ke.get(Ie);if(ct!==void 0){if(X.currentProgram===ct&&X.lightsStateVersion===Pe)return mo(w,Te),ct}else Te.uniforms=oe.getUniforms(w),H!==null&&w.isNodeMaterial&&H.build(w,K,Te),w.onBeforeCompile(Te,D),ct=oe.acquireProgram(Te,Ie),ke.set(Ie,ct),X.uniforms=Te.uniforms;let Be=X.uniforms;return(!w.isShaderMaterial&&!w.isRawShaderMaterial||w.clipping===!0)&&(Be.clippingPlanes=ne.uniform),mo(w,Te),X.needsLights=us(w),X.lightsStateVersion=Pe,X.needsLights&&(Be.ambientLightColor.value=q.state.ambient,Be.lightProbe.value=q.state.probe,Be.sunLights.value=q.state.sun,Be.sunLightShadows.value=q.state.sunShadow,Be.directionalLights.value=q.state.directional,Be.directionalLightShadows.value=q.state.directionalShadow,Be.spotLights.value=q.state.spot,Be.spotLightShadows.value=q.state.spotShadow,Be.rectAreaLights.value=q.state.rectArea,Be.ltc_1.value=q.state.rectAreaLTC1,Be.ltc_2.value=q.state.rectAreaLTC2,Be.pointLights.value=q.state.point,Be.pointLightShadows.value=q.state.pointShadow,Be.hemisphereLights.value=q.state.hemi,Be.sunShadowMatrix.value=q.state.sunShadowMatrix,Be.sunShadowCascade.value=q.state.sunShadowCascade,Be.directionalShadowMatrix.value=q.state.directionalShadowMatrix,Be.spotLightMatrix.value=q.state.spotLightMatrix,Be.spotLightMap.value=q.state.spotLightMap,Be.pointShadowMatrix.value=q.state.pointShadowMatrix),X.numLightProbeGrids=Qt(E.state.lightProbeGridArray),X.currentProgram=ct,X.uniformsList=null,ct}function Gn(w,O,K,X,q){let Ae=ze.get(w),Pe=Ae.currentProgram.id+","+X+","+q,Te=Ae.programVariants.get(Pe);return Te===void 0?(Te=Ci(w,O,K),Ae.programVariants.set(Pe,Te)):(Ae.currentProgram=Te,Ae.uniformsList=null,Ae.outputColorSpace=X,Ae.toneMapping=q),Te}function hs(w){if(w.uniformsList===null){let O=w.currentProgram.getUniforms();w.uniformsList=eo.seqWithValue(O.seq,w.uniforms)}return w.uniformsList}function mo(w,O){let K=ze.get(w);K.outputColorSpace=O.outputColorSpace,K.batching=O.batching,K.batchingColor=O.batchingColor,K.instancing=O.instancing,K.instancingColor=O.instancingColor,K.instancingMorph=O.instancingMorph,K.skinning=O.skinning,K.morphTargets=O.morphTargets,K.morphNormals=O.morphNormals,K.morphColors=O.morphColors,K.morphTargetsCount=O.morphTargetsCount,K.numClippingPlanes=O.numClippingPlanes,K.numIntersection=O.numClipIntersection,K.vertexAlphas=O.vertexAlphas,K.vertexTangents=O.vertexTangents,K.toneMapping=O.toneMapping}function go(w,O,K,X,q){O.isScene!==!0&&(O=ln),Xe.resetTextureUnits();let Ae=O.fog,Pe=X.isMeshStandardMaterial||X.isMeshLambertMaterial||X.isMeshPhongMaterial?O.environment:null,Te=le===null?D.outputColorSpace:le.isXRRenderTarget===!0?le.texture.colorSpace:ut.workingColorSpace,Ie=X.isMeshStandardMaterial||X.isMeshLambertMaterial&&!X.envMap||X.isMeshPhongMaterial&&!X.envMap,ke=C.get(X.envMap||Pe,Ie),Ke=X.vertexColors===!0&&!!K.attributes.color&&K.attributes.color.itemSize===4,ct=!!K.attributes.tangent&&(!!X.normalMap||X.anisotropy>0),Be=!!K.morphAttributes.position,ht=!!K.morphAttributes.normal,Wt=!!K.morphAttributes.color,At=ki;X.toneMapped&&(le===null||le.isXRRenderTarget===!0)&&(At=D.toneMapping);let Tt=K.morphAttributes.position||K.morphAttributes.normal||K.morphAttributes.color,cn=Tt!==void 0?Tt.length:0,Fe=ze.get(X),tn=E.state.lights;if(Nt===!0&&(jt===!0||w!==Q)){let Et=w===Q&&X.id===$;ne.setState(X,w,Et)}let dt=!1,qi=!1;X.version===Fe.__version?Fe.needsLights&&Fe.lightsStateVersion!==tn.state.version||q.isBatchedMesh&&Fe.batching===!1||!q.isBatchedMesh&&Fe.batching===!0||q.isBatchedMesh&&Fe.batchingColor===!0&&q._colorsTexture===null||q.isBatchedMesh&&Fe.batchingColor===!1&&q._colorsTexture!==null||q.isInstancedMesh&&Fe.instancing===!1||!q.isInstancedMesh&&Fe.instancing===!0||q.isSkinnedMesh&&Fe.skinning===!1||!q.isSkinnedMesh&&Fe.skinning===!0||q.isInstancedMesh&&Fe.instancingColor===!0&&q.instanceColor===null||q.isInstancedMesh&&Fe.instancingColor===!1&&q.instanceColor!==null||q.isInstancedMesh&&Fe.instancingMorph===!0&&q.morphTexture===null||q.isInstancedMesh&&Fe.instancingMorph===!1&&q.morphTexture!==null||Fe.envMap!==ke||X.fog===!0&&Fe.fog!==Ae||Fe.numClippingPlanes!==void 0&&(Fe.numClippingPlanes!==ne.numPlanes||Fe.numIntersection!==ne.numIntersection)||Fe.vertexAlphas!==Ke||Fe.vertexTangents!==ct||Fe.morphTargets!==Be||Fe.morphNormals!==ht||Fe.morphColors!==Wt||Fe.morphTargetsCount!==cn||Fe.numLightProbeGrids!==Qt(E.state.lightProbeGridArray)?dt=!0:(Fe.outputColorSpace!==Te||Fe.toneMapping!==At)&&(qi=!0):(dt=!0,Fe.__version=X.version);let nn=Fe.currentProgram;(dt===!0||qi===!0)&&(nn=qi===!0?Gn(X,O,q,Te,At):Ci(X,O,q),H&&X.isNodeMaterial&&H.onUpdateProgram(X,nn,Fe));let fr=!1,Ri=!1,Yi=!1,ot=nn.getUniforms(),$t=Fe.uniforms;if(be.useProgram(nn.program)&&(fr=!0,Ri=!0,Yi=!0),X.id!==$&&($=X.id,Ri=!0),fr||Q!==w){be.buffers.depth.getReversed()&&w.reversedDepth!==!0&&(w._reversedDepth=!0,w.updateProjectionMatrix()),ot.setValue(U,"projectionMatrix",w.projectionMatrix),ot.setValue(U,"viewMatrix",w.matrixWorldInverse);let sn=ot.map.cameraPosition;sn!==void 0&&sn.setValue(U,pn.setFromMatrixPosition(w.matrixWorld)),it.logarithmicDepthBuffer&&ot.setValue(U,"logDepthBufFC",2/(Math.log(w.far+1)/Math.LN2)),(X.isMeshPhongMaterial||X.isMeshToonMaterial||X.isMeshLambertMaterial||X.isMeshBasicMaterial||X.isMeshStandardMaterial||X.isShaderMaterial)&&ot.setValue(U,"isOrthographic",w.isOrthographicCamera===!0),Q!==w&&(Q=w,Ri=!0,Yi=!0)}if(Fe.needsLights&&(tn.state.sunShadowMap.length>0&&ot.setValue(U,"sunShadowMap",tn.state.sunShadowMap,Xe),tn.state.directionalShadowMap.length>0&&ot.setValue(U,"directionalShadowMap",tn.state.directionalShadowMap,Xe),tn.state.spotShadowMap.length>0&&ot.setValue(U,"spotShadowMap",tn.state.spotShadowMap,Xe),tn.state.pointShadowMap.length>0&&ot.setValue(U,"pointShadowMap",tn.state.pointShadowMap,Xe)),q.isSkinnedMesh){ot.setOptional(U,q,"bindMatrix"),ot.setOptional(U,q,"bindMatrixInverse");let Et=q.skeleton;Et&&(Et.boneTexture===null&&Et.computeBoneTexture(),ot.setValue(U,"boneTexture",Et.boneTexture,Xe))}q.isBatchedMesh&&(ot.setOptional(U,q,"batchingTexture"),ot.setValue(U,"batchingTexture",q._matricesTexture,Xe),ot.setOptional(U,q,"batchingIdTexture"),ot.setValue(U,"batchingIdTexture",q._indirectTexture,Xe),ot.setOptional(U,q,"batchingColorTexture"),q._colorsTexture!==null&&ot.setValue(U,"batchingColorTexture",q._colorsTexture,Xe));let Ln=K.morphAttributes;if((Ln.position!==void 0||Ln.normal!==void 0||Ln.color!==void 0)&&re.update(q,K,nn),(Ri||Fe.receiveShadow!==q.receiveShadow)&&(Fe.receiveShadow=q.receiveShadow,ot.setValue(U,"receiveShadow",q.receiveShadow)),(X.isMeshStandardMaterial||X.isMeshLambertMaterial||X.isMeshPhongMaterial)&&X.envMap===null&&O.environment!==null&&($t.envMapIntensity.value=O.environmentIntensity),$t.dfgLUT!==void 0&&($t.dfgLUT.value=ab()),Ri){if(ot.setValue(U,"toneMappingExposure",D.toneMappingExposure),Fe.needsLights&&hr($t,Yi),Ae&&X.fog===!0&&xe.refreshFogUniforms($t,Ae),xe.refreshMaterialUniforms($t,X,Me,Ee,E.state.transmissionRenderTarget[w.id]),Fe.needsLights&&Fe.numLightProbeGrids>0){let Et=M,sn=0;for(let wn of E.state.lightProbeGridArray)wn.texture!==null&&(Et.textures[sn]=wn.texture,Et.min[sn]=wn.boundingBox.min,Et.max[sn]=wn.boundingBox.max,Et.resolution[sn]=wn.resolution,sn++);for(let wn in Et)Et[wn].length=sn;$t.probesSH.value=Et.textures,$t.probesMin.value=Et.min,$t.probesMax.value=Et.max,$t.probesResolution.value=Et.resolution}eo.upload(U,hs(Fe),$t,Xe)}if(X.isShaderMaterial&&X.uniformsNeedUpdate===!0&&(eo.upload(U,hs(Fe),$t,Xe),X.uniformsNeedUpdate=!1),X.isSpriteMaterial&&ot.setValue(U,"center",q.center),ot.setValue(U,"modelViewMatrix",q.modelViewMatrix),ot.setValue(U,"normalMatrix",q.normalMatrix),ot.setValue(U,"modelMatrix",q.matrixWorld),X.uniformsGroups!==void 0){let Et=X.uniformsGroups;for(let sn=0,wn=Et.length;sn<wn;sn++){let xa=Et[sn];He.update(xa,nn),He.bind(xa,nn)}}return nn}function hr(w,O){w.ambientLightColor.needsUpdate=O,w.lightProbe.needsUpdate=O,w.sunLights.needsUpdate=O,w.sunLightShadows.needsUpdate=O,w.directionalLights.needsUpdate=O,w.directionalLightShadows.needsUpdate=O,w.pointLights.needsUpdate=O,w.pointLightShadows.needsUpdate=O,w.spotLights.needsUpdate=O,w.spotLightShadows.needsUpdate=O,w.rectAreaLights.needsUpdate=O,w.hemisphereLights.needsUpdate=O}function us(w){return w.isMeshLambertMaterial||w.isMeshToonMaterial||w.isMeshPhongMaterial||w.isMeshStandardMaterial||w.isShadowMaterial||w.isShaderMaterial&&w.lights===!0}this.getActiveCubeFace=function(){return Y},this.getActiveMipmapLevel=function(){return B},this.getRenderTarget=function(){return le},this.setRenderTargetTextures=function(w,O,K){let X=ze.get(w);X.__autoAllocateDepthBuffer=w.resolveDepthBuffer===!1,X.__autoAllocateDepthBuffer===!1&&(X.__useRenderToTexture=!1),ze.get(w.texture).__webglTexture=O,ze.get(w.depthTexture).__webglTexture=X.__autoAllocateDepthBuffer?void 0:K,X.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(w,O){let K=ze.get(w);K.__webglFramebuffer=O,K.__useDefaultFramebuffer=O===void 0},this.setRenderTarget=function(w,O=0,K=0){le=w,Y=O,B=K;let X=null,q=!1,Ae=!1;if(w){let Te=ze.get(w);if(Te.__useDefaultFramebuffer!==void 0){be.bindFramebuffer(U.FRAMEBUFFER,Te.__webglFramebuffer),ie.copy(w.viewport),fe.copy(w.scissor),ue=w.scissorTest,be.viewport(ie),be.scissor(fe),be.setScissorTest(ue),$=-1;return}else if(Te.__webglFramebuffer===void 0)Xe.setupRenderTarget(w);else if(Te.__hasExternalTextures)Xe.rebindTextures(w,ze.get(w.texture).__webglTexture,ze.get(w.depthTexture).__webglTexture);else if(w.depthBuffer){let Ke=w.depthTexture;if(Te.__boundDepthTexture!==Ke){if(Ke!==null&&ze.has(Ke)&&(w.width!==Ke.image.width||w.height!==Ke.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Xe.setupDepthRenderbuffer(w)}}let Ie=w.texture;(Ie.isData3DTexture||Ie.isDataArrayTexture||Ie.isCompressedArrayTexture)&&(Ae=!0);let ke=ze.get(w).__webglFramebuffer;w.isWebGLCubeRenderTarget?(Array.isArray(ke[O])?X=ke[O][K]:X=ke[O],q=!0):w.samples>0&&Xe.useMultisampledRTT(w)===!1?X=ze.get(w).__webglMultisampledFramebuffer:Array.isArray(ke)?X=ke[K]:X=ke,ie.copy(w.viewport),fe.copy(w.scissor),ue=w.scissorTest}else ie.copy(Ve).multiplyScalar(Me).floor(),fe.copy(lt).multiplyScalar(Me).floor(),ue=rt;if(K!==0&&(X=G),be.bindFramebuffer(U.FRAMEBUFFER,X)&&be.drawBuffers(w,X),be.viewport(ie),be.scissor(fe),be.setScissorTest(ue),q){let Te=ze.get(w.texture);U.framebufferTexture2D(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_CUBE_MAP_POSITIVE_X+O,Te.__webglTexture,K)}else if(Ae){let Te=O;for(let Ie=0;Ie<w.textures.length;Ie++){let ke=ze.get(w.textures[Ie]);U.framebufferTextureLayer(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0+Ie,ke.__webglTexture,K,Te)}}else if(w!==null&&K!==0){let Te=ze.get(w.texture);U.framebufferTexture2D(U.FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,Te.__webglTexture,K)}$=-1};function ur(w){let O=ze.get(w);return(O.__readFormat!==w.format||O.__readType!==w.type)&&(O.__readFormat=w.format,O.__readType=w.type,O.__formatReadable=it.textureFormatReadable(w.format),O.__typeReadable=it.textureTypeReadable(w.type)),O}this.readRenderTargetPixels=function(w,O,K,X,q,Ae,Pe,Te=0){if(!(w&&w.isWebGLRenderTarget)){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Ie=ze.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Pe!==void 0&&(Ie=Ie[Pe],Array.isArray(Ie)&&(Ie=Ie[0])),Ie){be.bindFramebuffer(U.FRAMEBUFFER,Ie);try{let ke=w.textures[Te],Ke=ke.format,ct=ke.type;w.textures.length>1&&U.readBuffer(U.COLOR_ATTACHMENT0+Te);let Be=ur(ke);if(Be.__formatReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Be.__typeReadable===!1){Qe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}O>=0&&O<=w.width-X&&K>=0&&K<=w.height-q&&U.readPixels(O,K,X,q,ge.convert(Ke),ge.convert(ct),Ae)}finally{let ke=le!==null?ze.get(le).__webglFramebuffer:null;be.bindFramebuffer(U.FRAMEBUFFER,ke)}}},this.readRenderTargetPixelsAsync=async function(w,O,K,X,q,Ae,Pe,Te=0){if(!(w&&w.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Ie=ze.get(w).__webglFramebuffer;if(w.isWebGLCubeRenderTarget&&Pe!==void 0&&(Ie=Ie[Pe],Array.isArray(Ie)&&(Ie=Ie[0])),Ie)if(O>=0&&O<=w.width-X&&K>=0&&K<=w.height-q){be.bindFramebuffer(U.FRAMEBUFFER,Ie);let ke=w.textures[Te],Ke=ke.format,ct=ke.type;w.textures.length>1&&U.readBuffer(U.COLOR_ATTACHMENT0+Te);let Be=ur(ke);if(Be.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Be.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ht=U.createBuffer();U.bindBuffer(U.PIXEL_PACK_BUFFER,ht),U.bufferData(U.PIXEL_PACK_BUFFER,Ae.byteLength,U.STREAM_READ),U.readPixels(O,K,X,q,ge.convert(Ke),ge.convert(ct),0),U.bindBuffer(U.PIXEL_PACK_BUFFER,null);let Wt=le!==null?ze.get(le).__webglFramebuffer:null;be.bindFramebuffer(U.FRAMEBUFFER,Wt);let At=U.fenceSync(U.SYNC_GPU_COMMANDS_COMPLETE,0);return U.flush(),await pm(U,At,4),U.bindBuffer(U.PIXEL_PACK_BUFFER,ht),U.getBufferSubData(U.PIXEL_PACK_BUFFER,0,Ae),U.bindBuffer(U.PIXEL_PACK_BUFFER,null),U.deleteBuffer(ht),U.deleteSync(At),Ae}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(w,O=null,K=0){let X=Math.pow(2,-K),q=Math.floor(w.image.width*X),Ae=Math.floor(w.image.height*X),Pe=O!==null?O.x:0,Te=O!==null?O.y:0;Xe.setTexture2D(w,0),U.copyTexSubImage2D(U.TEXTURE_2D,K,0,0,Pe,Te,q,Ae),be.unbindTexture()},this.copyTextureToTexture=function(w,O,K=null,X=null,q=0,Ae=0){let Pe,Te,Ie,ke,Ke,ct,Be,ht,Wt,At=w.isCompressedTexture?w.mipmaps[Ae]:w.image;if(K!==null)Pe=K.max.x-K.min.x,Te=K.max.y-K.min.y,Ie=K.isBox3?K.max.z-K.min.z:1,ke=K.min.x,Ke=K.min.y,ct=K.isBox3?K.min.z:0;else{let ot=Math.pow(2,-q);Pe=Math.floor(At.width*ot),Te=Math.floor(At.height*ot),w.isDataArrayTexture?Ie=At.depth:w.isData3DTexture?Ie=Math.floor(At.depth*ot):Ie=1,ke=0,Ke=0,ct=0}X!==null?(Be=X.x,ht=X.y,Wt=X.z):(Be=0,ht=0,Wt=0);let Tt=ge.convert(O.format),cn=ge.convert(O.type),Fe;O.isData3DTexture?(Xe.setTexture3D(O,0),Fe=U.TEXTURE_3D):O.isDataArrayTexture||O.isCompressedArrayTexture?(Xe.setTexture2DArray(O,0),Fe=U.TEXTURE_2D_ARRAY):(Xe.setTexture2D(O,0),Fe=U.TEXTURE_2D),be.activeTexture(U.TEXTURE0),be.pixelStorei(U.UNPACK_FLIP_Y_WEBGL,O.flipY),be.pixelStorei(U.UNPACK_PREMULTIPLY_ALPHA_WEBGL,O.premultiplyAlpha),be.pixelStorei(U.UNPACK_ALIGNMENT,O.unpackAlignment);let tn=be.getParameter(U.UNPACK_ROW_LENGTH),dt=be.getParameter(U.UNPACK_IMAGE_HEIGHT),qi=be.getParameter(U.UNPACK_SKIP_PIXELS),nn=be.getParameter(U.UNPACK_SKIP_ROWS),fr=be.getParameter(U.UNPACK_SKIP_IMAGES);be.pixelStorei(U.UNPACK_ROW_LENGTH,At.width),be.pixelStorei(U.UNPACK_IMAGE_HEIGHT,At.height),be.pixelStorei(U.UNPACK_SKIP_PIXELS,ke),be.pixelStorei(U.UNPACK_SKIP_ROWS,Ke),be.pixelStorei(U.UNPACK_SKIP_IMAGES,ct);let Ri=w.isDataArrayTexture||w.isData3DTexture,Yi=O.isDataArrayTexture||O.isData3DTexture;if(w.isDepthTexture){let ot=ze.get(w),$t=ze.get(O),Ln=ze.get(ot.__renderTarget),Et=ze.get($t.__renderTarget);be.bindFramebuffer(U.READ_FRAMEBUFFER,Ln.__webglFramebuffer),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,Et.__webglFramebuffer);for(let sn=0;sn<Ie;sn++)Ri&&(U.framebufferTextureLayer(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ze.get(w).__webglTexture,q,ct+sn),U.framebufferTextureLayer(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ze.get(O).__webglTexture,Ae,Wt+sn)),U.blitFramebuffer(ke,Ke,ke+Pe,Ke+Te,Be,ht,Be+Pe,ht+Te,U.DEPTH_BUFFER_BIT,U.NEAREST);be.bindFramebuffer(U.READ_FRAMEBUFFER,null),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,null)}else if(q!==0||w.isRenderTargetTexture||ze.has(w)){let ot=ze.get(w),$t=ze.get(O);be.bindFramebuffer(U.READ_FRAMEBUFFER,N),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,V);for(let Ln=0;Ln<Ie;Ln++)Ri?U.framebufferTextureLayer(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,ot.__webglTexture,q,ct+Ln):U.framebufferTexture2D(U.READ_FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,ot.__webglTexture,q),Yi?U.framebufferTextureLayer(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,$t.__webglTexture,Ae,Wt+Ln):U.framebufferTexture2D(U.DRAW_FRAMEBUFFER,U.COLOR_ATTACHMENT0,U.TEXTURE_2D,$t.__webglTexture,Ae),q!==0?U.blitFramebuffer(ke,Ke,ke+Pe,Ke+Te,Be,ht,Be+Pe,ht+Te,U.COLOR_BUFFER_BIT,U.NEAREST):Yi?U.copyTexSubImage3D(Fe,Ae,Be,ht,Wt+Ln,ke,Ke,Pe,Te):U.copyTexSubImage2D(Fe,Ae,Be,ht,ke,Ke,Pe,Te);be.bindFramebuffer(U.READ_FRAMEBUFFER,null),be.bindFramebuffer(U.DRAW_FRAMEBUFFER,null)}else Yi?w.isDataTexture||w.isData3DTexture?U.texSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,cn,At.data):O.isCompressedArrayTexture?U.compressedTexSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,At.data):U.texSubImage3D(Fe,Ae,Be,ht,Wt,Pe,Te,Ie,Tt,cn,At):w.isDataTexture?U.texSubImage2D(U.TEXTURE_2D,Ae,Be,ht,Pe,Te,Tt,cn,At.data):w.isCompressedTexture?U.compressedTexSubImage2D(U.TEXTURE_2D,Ae,Be,ht,At.width,At.height,Tt,At.data):U.texSubImage2D(U.TEXTURE_2D,Ae,Be,ht,Pe,Te,Tt,cn,At);be.pixelStorei(U.UNPACK_ROW_LENGTH,tn),be.pixelStorei(U.UNPACK_IMAGE_HEIGHT,dt),be.pixelStorei(U.UNPACK_SKIP_PIXELS,qi),be.pixelStorei(U.UNPACK_SKIP_ROWS,nn),be.pixelStorei(U.UNPACK_SKIP_IMAGES,fr),Ae===0&&O.generateMipmaps===!0&&O.mipmapsAutoUpdate===!0&&U.generateMipmap(Fe),be.unbindTexture()},this.initRenderTarget=function(w){ze.get(w).__webglFramebuffer===void 0&&Xe.setupRenderTarget(w)},this.initTexture=function(w){w.isCubeTexture?Xe.setTextureCube(w,0):w.isData3DTexture?Xe.setTexture3D(w,0):w.isDataArrayTexture||w.isCompressedArrayTexture?Xe.setTexture2DArray(w,0):Xe.setTexture2D(w,0),be.unbindTexture()},this.resetState=function(){Y=0,B=0,le=null,be.reset(),Se.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return ui}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=ut._getDrawingBufferColorSpace(e),t.unpackColorSpace=ut._getUnpackColorSpace()}};var jm=`
attribute vec3 white, pial, inflated;
uniform float uMorph;
vec3 morphed() {
  return uMorph < 1.0 ? mix(white, pial, uMorph) : mix(pial, inflated, uMorph - 1.0);
}`,eg=`
${jm}
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
}`,tg=`
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
}`,ng=`
${tg}
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
}`,ig=`
${jm}
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(morphed(), 1.0);
  gl_Position.z += 0.6 * projectionMatrix[2][2];
}`,sg=`
uniform vec3 uBorder;
void main() { gl_FragColor = vec4(uBorder, 1.0); }`,rg=`
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
}`,og=`
${tg}
varying vec3 vNormal;
varying float vSize;
void main() {
  vec3 colour = colourOf(vSize, max(0.28, shareOf(vSize))).rgb;
  float light = 0.45 + 0.6 * max(0.0, dot(normalize(vNormal), vec3(-0.3, 0.4, 0.866)));
  gl_FragColor = vec4(colour * light, 1.0);
}`,ag=`
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
}`,lg=`
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
}`;var Fc=class{table=new Uint8Array(4*256);texture;uniforms;constructor(){this.texture=new Xr(this.table,256,1,ni),this.texture.magFilter=Sn,this.texture.minFilter=Sn,this.uniforms={uLimits:{value:new J(0,1,2)},uSigned:{value:0},uTransparent:{value:1},uOpacity:{value:1},uActive:{value:0},uLift:{value:0},uLength:{value:1},uTable:{value:this.texture}}}show(e,t){let{limits:n,table:s,transparent:r}=e,{uniforms:o}=this;o.uLimits.value.set(n.fmin,n.fmid,n.fmax).divideScalar(n.fmax),o.uSigned.value=n.signed?1:0,o.uTransparent.value=r?1:0,o.uActive.value=1,o.uOpacity.value=t?.45:1,o.uLift.value=t?.25:0,this.table.set(s),this.texture.needsUpdate=!0}},Uc=class{constructor(e){this.hemisphere=e;let t=e.nVertices;this.index=new Dt(Uint32Array.from(e.triangles),1);let n=e.curvature??new Int8Array(t).fill(-20),s=Uint8Array.from({length:t},(o,a)=>e.weights.reaches(a)?1:0);this.region=new Dt(new Uint8Array(4*t),4,!0),this.shared={white:new Dt(e.points[0],3),pial:new Dt(e.points[1],3),inflated:new Dt(e.points[2],3),curvature:new Dt(n,1,!0),reached:new Dt(s,1),region:this.region};let r=new Map;for(let[o,a]of["whiteNormal","pialNormal","inflatedNormal"].entries()){let l=e.normals[o],c=r.get(l)??new Dt(lb(l),4,!0);r.set(l,c),this.shared[a]=c}this.shared.position=this.shared.pial}hemisphere;index;shared;region};function lb(i){let e=new Int8Array(4*i.length/3);for(let t=0,n=0;t<i.length;t+=3,n+=4)e[n]=Math.round(127*i[t]),e[n+1]=Math.round(127*i[t+1]),e[n+2]=Math.round(127*i[t+2]);return e}var Oc=class{mesh;#e;constructor(e,t,n){let s=new Hn;s.setIndex(e.index);for(let[o,a]of Object.entries(e.shared))s.setAttribute(o,a);this.#e=new Dt(new Float32Array(e.hemisphere.nVertices),1),this.#e.setUsage(na),s.setAttribute("value",this.#e);let r=new Rn({uniforms:{...t,...n.uniforms},vertexShader:eg,fragmentShader:ng});this.mesh=new Un(s,r),this.mesh.frustumCulled=!1}paint(e,t){let n=this.#e.array,s=1/t;for(let r=0;r<n.length;r++)n[r]=e[r]*s;this.#e.needsUpdate=!0}dispose(){this.mesh.geometry.dispose(),this.mesh.material.dispose()}};var cb=7,Hi=10,[nf,sf,la]=[.05,.15,.62],Bc=class{mesh;#e;#t;#i;#n;constructor(e,t,n){this.#t=e;let s=e.points[0],r=new Float32Array(3*e.sources.length);e.sources.forEach((l,c)=>{r.set(s.subarray(3*l,3*l+3),3*c)}),this.#e=qd(r,cb);let o=hb(),a=3*this.#e.length;this.#i=new Js(new Float32Array(a),3),this.#n=new Js(new Float32Array(a),3),this.#n.setUsage(na),o.setAttribute("base",this.#i),o.setAttribute("moment",this.#n),o.instanceCount=this.#e.length,this.mesh=new Un(o,new Rn({uniforms:{...t,...n.uniforms},vertexShader:rg,fragmentShader:og})),this.mesh.frustumCulled=!1}place(e){let t=this.#i.array;this.#e.forEach((n,s)=>{t.set(this.#t.pointAt(this.#t.sources[n],e),3*s)}),this.#i.needsUpdate=!0}paint(e,t){let n=this.#n.array,s=this.#t.firstSource;this.#e.forEach((r,o)=>{for(let a=0;a<3;a++)n[3*o+a]=e[3*(s+r)+a]/t}),this.#n.needsUpdate=!0}dispose(){this.mesh.geometry.dispose(),this.mesh.material.dispose()}};function hb(){let i=sf/(1-la),e=[[nf,0,1,0],[nf,la,1,0],[nf,la,0,-1],[sf,la,0,-1],[sf,la,1,i],[0,1,1,i]],t=[],n=[],s=[];for(let[o,a,l,c]of e){let h=Math.hypot(l,c);for(let u=0;u<Hi;u++){let[f,d]=[Math.cos(2*Math.PI*u/Hi),Math.sin(2*Math.PI*u/Hi)];t.push(o*f,o*d,a),n.push(l*f/h,l*d/h,c/h)}}for(let o=0;o<e.length;o+=2)for(let a=0;a<Hi;a++){let[l,c]=[Hi*o+a,Hi*o+(a+1)%Hi];s.push(l,c,c+Hi,l,c+Hi,l+Hi)}let r=new $r;return r.setIndex(s),r.setAttribute("position",new Dt(new Float32Array(t),3)),r.setAttribute("normal",new Dt(new Float32Array(n),3)),r}var kc=class{mesh;#e;constructor(e){this.#e=new $r;let t=new Float32Array([-1,-1,0,1,-1,0,1,1,0,-1,1,0]);this.#e.setAttribute("position",new Dt(t,3)),this.#e.setIndex([0,1,2,0,2,3]),this.mesh=new Un(this.#e,new Rn({uniforms:{...e},vertexShader:ag,fragmentShader:lg,transparent:!0,depthWrite:!1})),this.mesh.frustumCulled=!1,this.mesh.renderOrder=3,this.show([])}show(e){let t=e.flatMap(o=>o.point),n=e.flatMap(o=>[...wd(o.colour),o.opacity]),s=e.flatMap(o=>[o.radius,o.ring?1:0]),r=this.#e;r.dispose(),r.setAttribute("centre",rf(t,3)),r.setAttribute("colour",rf(n,4)),r.setAttribute("size",rf(s,2)),r.instanceCount=e.length,this.mesh.visible=e.length>0}};function rf(i,e){let t=i.length?Float32Array.from(i):new Float32Array(e);return new Js(t,e)}function cg(i,e,t){let n=Wd(e,i.triangles),s=new Hn;for(let[o,a]of["white","pial","inflated"].entries()){let l=i.points[o],c=new Float32Array(3*n.length/2);for(let h=0,u=0;h<n.length;h+=2,u+=3)for(let f=0;f<3;f++)c[u+f]=(l[3*n[h]+f]+l[3*n[h+1]+f])/2;s.setAttribute(a,new Dt(c,3))}s.setAttribute("position",s.getAttribute("pial"));let r=new Vo(s,new Rn({uniforms:{...t},vertexShader:ig,fragmentShader:sg}));return r.frustumCulled=!1,r}var ub=175,zc=class{#e;#t;#i;#n=new Map;constructor(e,t,n){this.#e=e,this.#t=t,this.#i=n}show(e,t,n){this.#e.forEach((s,r)=>{let o=s.region.array;o.fill(0),t.forEach((a,l)=>{let c=a.vertices[r],h=`${l} ${r}`,u=this.#n.get(h);if(u&&(u.visible=n[l]),!c||!n[l])return;let f=e.integers(c);if(a.filled&&fb(o,f,a.colours),u)return;let d=cg(s.hemisphere,f,this.#i);this.#n.set(h,d),this.#t[r].add(d)}),s.region.needsUpdate=!0})}dispose(){for(let e of this.#n.values())e.geometry.dispose(),e.material.dispose()}};function fb(i,e,t){for(let n=0;n<e.length;n++){if(e[n]<0)continue;let s=t[e[n]];i[4*n]=s>>16&255,i[4*n+1]=s>>8&255,i[4*n+2]=s&255,i[4*n+3]=ub}}var db=1500,hg=1e3,pb=30,Vc=class{regions;#e;#t=new Oo;#i=new Yr(-1,1,1,-1,0,2*hg);#n;#s;#r;#o;#l;#c=new Map;#a=[];#h=2;#u={uMorph:{value:2},uPixel:{value:1},uFront:{value:2},uGyri:{value:new J},uSulci:{value:new J},uBorder:{value:new J}};constructor(e,t){ut.enabled=!1,this.#o=t,this.#e=new Ic({canvas:e,antialias:!mb()}),this.#e.outputColorSpace=$s,this.#e.autoClear=!1,this.#s=t.hemispheres.map(n=>new Uc(n)),this.#r=t.hemispheres.map(()=>new kc(this.#u)),this.#n=t.hemispheres.map((n,s)=>{let r=new ts;return r.add(this.#r[s].mesh),this.#t.add(r),r}),this.regions=new zc(this.#s,this.#n,this.#u),this.#l=t.hemispheres.map(n=>n.points.map(s=>Xd(s,db))),this.#i.matrixAutoUpdate=!1,this.setTheme(!1)}setTheme(e){this.#e.setClearColor(e?1316635:16777215,1);let t=e?[.68,.41]:[.83,.58];this.#u.uGyri.value.setScalar(t[0]),this.#u.uSulci.value.setScalar(t[1]),this.#u.uBorder.value.set(.1,.2,.32)}setMorph(e){this.#h=e,this.#u.uMorph.value=e,this.#o.hemispheres.forEach((t,n)=>{this.#n[n].position.x=t.shift(e)});for(let t of this.#a)for(let n of t.arrows)n.place(e)}setLanes(e){for(;this.#a.length>e.length;)this.#x();e.forEach((t,n)=>{this.#a[n]??=this.#g();let s=this.#a[n];t&&!s.arrows.length&&this.#_(s),s.withArrows=t}),this.#u.uFront.value=e.includes(!0)?16:2}paint(e,t,n,s){let{map:r,cortex:o,arrows:a}=this.#a[e],{fmax:l}=t.limits;if(r.show(t,s!==null),r.uniforms.uLength.value=of,o.forEach((c,h)=>{c.paint(n[h],l)}),s)for(let c of a)c.paint(s,l)}mark(e){e.forEach((t,n)=>{this.#r[n].show(t)})}resize(e,t){this.#e.setPixelRatio(Math.min(window.devicePixelRatio||1,2)),this.#e.setSize(e,t,!1)}frustum(e,t){let{width:n,height:s}=t,r=this.#f(e),o=Math.min(pb,.14*s),a=xd(r.half,n,s-o)/e.zoom,[l,c]=e.axes,h=r.middle.map((u,f)=>u-a*(e.pan[0]*l[f]-(e.pan[1]+o/2)*c[f]));return{axes:e.axes,middle:h,scale:a}}#f(e){let t=`${e.side} ${this.#h} ${e.axes}`,n=this.#c.get(t);if(n)return n;let s=this.#o.shownBy(e.side).flatMap(l=>{let c=this.#o.hemispheres.indexOf(l);return this.#d(c)}),r=new Float32Array(s.reduce((l,c)=>l+c.length,0)),o=0;for(let l of s)r.set(l,o),o+=l.length;let a=gd(e.axes,r);if(!e.view){let l=Math.max(...a.half);a.half=[l,.8*l,l]}return this.#c.size>200&&this.#c.clear(),this.#c.set(t,a),a}#d(e){let t=this.#h<=1?0:1,n=this.#h-t,[s,r]=[this.#l[e][t],this.#l[e][t+1]],o=this.#o.hemispheres[e].shift(this.#h);return s.map((a,l)=>a+n*(r[l]-a)+(l%3===0?o:0))}draw(e,t,n){let s=this.#e;s.setScissorTest(!0);for(let{lane:r,slot:o,rectangle:a}of e){let l=t[o],c=n-a.y-a.height;s.setViewport(a.x,c,a.width,a.height),s.setScissor(a.x,c,a.width,a.height),s.clear(),this.#p(this.frustum(l,a),a),this.#m(r,l.side),s.render(this.#t,this.#i)}}#p(e,{width:t,height:n}){let{axes:s,middle:r,scale:o}=e,a=this.#i;a.left=-o*t/2,a.right=o*t/2,a.top=o*n/2,a.bottom=-o*n/2,a.updateProjectionMatrix();let[l,c,h]=s.map(u=>new J(...u));a.matrix.copy(new zt().makeBasis(l,c,h)).setPosition(new J(...r).addScaledVector(h,hg)),a.matrixWorld.copy(a.matrix),a.matrixWorldInverse.copy(a.matrix).invert(),a.matrixWorldAutoUpdate=!1,this.#u.uPixel.value=o}#m(e,t){let n=this.#o.shownBy(t);this.#o.hemispheres.forEach((s,r)=>{this.#n[r].visible=n.includes(s)}),this.#a.forEach((s,r)=>{for(let{mesh:o}of s.cortex)o.visible=r===e;for(let{mesh:o}of s.arrows)o.visible=r===e&&s.withArrows})}#g(){let e=new Fc,t=this.#s.map((n,s)=>{let r=new Oc(n,this.#u,e);return this.#n[s].add(r.mesh),r});return{map:e,cortex:t,arrows:[],withArrows:!1}}#_(e){e.arrows=this.#o.hemispheres.map((t,n)=>{let s=new Bc(t,this.#u,e.map);return s.place(this.#h),this.#n[n].add(s.mesh),s})}#x(){let e=this.#a.pop();for(let t of[...e?.cortex??[],...e?.arrows??[]])t.mesh.removeFromParent(),t.dispose()}dispose(){for(;this.#a.length;)this.#x();this.#e.dispose(),this.#e.forceContextLoss()}},of=13;function mb(){let i=document.createElement("canvas").getContext("webgl2"),e=i?.getExtension("WEBGL_debug_renderer_info"),t=e?String(i?.getParameter(e.UNMASKED_RENDERER_WEBGL)):"";return i?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|software|basic render/i.test(t)}function ug(i,e,t,n){let s=i===1||t/i>.75*(n/i)?i:1,r=i===4?2:s,o=Math.ceil(i/r),a=[];for(let l=0;l<i;l++){let[c,h]=[t/r,n/o],[u,f]=[l%r*c,Math.floor(l/r)*h];if(e===1){a.push({lane:l,slot:0,rectangle:{x:u,y:f,width:c,height:h}});continue}for(let d=0;d<4;d++){let g={x:u+d%2*c/2,y:f+Math.floor(d/2)*h/2,width:c/2,height:h/2};a.push({lane:l,slot:1+d,rectangle:g})}}return a}function Hc(i,e,t){return i.find(({rectangle:n})=>e>=n.x&&e<n.x+n.width&&t>=n.y&&t<n.y+n.height)}var fg=.0075,gb=4;function dg(i,e){let{canvas:t}=e,{actions:n,store:s}=i,r=new Map,o={x:0,y:0},a=0,l=!1,c=x=>{let p=t.getBoundingClientRect();return{x:x.clientX-p.left,y:x.clientY-p.top}},h=(x,p)=>{let m=Hc(e.places,x,p);if(!m)return{slot:0,lane:0,x:0,y:0};let{rectangle:v}=m;return{slot:m.slot,lane:m.lane,x:x-v.x-v.width/2,y:p-v.y-v.height/2}};t.addEventListener("pointerdown",x=>{let p=c(x);if(t.setPointerCapture(x.pointerId),t.focus({preventScroll:!0}),r.set(x.pointerId,p),r.size>1)return;o=p,l=!1;let m=h(p.x,p.y);a=m.slot,s.set({active:a});let v=Tn(i.page,s.state)[m.lane];v!==void 0&&v!==s.state.map&&n.setMap(v),e.hideTip()}),t.addEventListener("pointermove",x=>{let p=c(x),m=r.get(x.pointerId);if(!m){g(p);return}r.set(x.pointerId,p);let[v,A]=[p.x-m.x,p.y-m.y];if(r.size===2){u(x.pointerId,m,p),l=!0;return}if(l||=Math.hypot(p.x-o.x,p.y-o.y)>gb,!l){r.set(x.pointerId,m);return}x.shiftKey||x.buttons&6?n.shift(a,v,A):n.turn(a,v*fg,-A*fg)});let u=(x,p,m)=>{let v=[...r].find(([E])=>E!==x)?.[1];if(!v)return;let A=Math.hypot(p.x-v.x,p.y-v.y),M=Math.hypot(m.x-v.x,m.y-v.y),P=h((m.x+v.x)/2,(m.y+v.y)/2);A>0&&n.zoom(a,M/A,P.x,P.y)},f=x=>{let p=r.get(x.pointerId);if(r.delete(x.pointerId),!p||l||x.type==="pointercancel"||x.button!==0)return;let m=e.seeker.at(p.x,p.y);if(!m)return;let v=n.pick(m.hemisphere,m.vertex);if(v){let A=br(i,v.hemisphere,v.vertex);i.say(`Picked vertex ${v.vertex} of the ${v.hemisphere} ${A}`)}else i.say("No source reaches this place")};t.addEventListener("pointerup",f),t.addEventListener("pointercancel",f),t.addEventListener("pointerleave",()=>e.hideTip()),t.addEventListener("contextmenu",x=>x.preventDefault()),t.addEventListener("dblclick",()=>n.resetView()),t.addEventListener("wheel",x=>{if(!xb(i.root,x))return;x.preventDefault();let p=c(x),m=h(p.x,p.y),v=x.deltaMode===1?x.deltaY*16:x.deltaY;n.zoom(m.slot,Math.exp(-v*.0016),m.x,m.y)},{passive:!1});let d=0,g=x=>{cancelAnimationFrame(d),!s.state.playing&&(d=requestAnimationFrame(()=>e.showTip(x.x,x.y)))};i.cleanups.push(()=>cancelAnimationFrame(d))}function xb(i,e){if(e.ctrlKey||i.closest(".leadfield-page"))return!0;let{activeElement:t}=i.getRootNode();return i.contains(t)}function pg(i,e,t){let[[n,s,r],[o,a,l],[c,h,u]]=e;for(let f=0;f<i.length;f+=3){let d=i[f],g=i[f+1],x=i[f+2];t[f]=n*d+s*g+r*x,t[f+1]=o*d+a*g+l*x,t[f+2]=c*d+h*g+u*x}}function af(i,e,t,n){let s=null;for(let r=0;r<e.length;r+=3){let o=3*e[r],a=3*e[r+1],l=3*e[r+2],c=i[o]-t,h=i[a]-t,u=i[l]-t;if(c>0&&h>0&&u>0||c<0&&h<0&&u<0)continue;let f=i[o+1]-n,d=i[a+1]-n,g=i[l+1]-n,x=h*g-u*d,p=u*f-c*g,m=c*d-h*f;if(x<0||p<0||m<0)continue;let v=x+p+m;if(v<=0)continue;let A=(x*i[o+2]+p*i[a+2]+m*i[l+2])/v;if(s&&A<=s.depth)continue;let M=x>=p&&x>=m?0:p>=m?1:2;s={vertex:e[r+M],depth:A}}return s}var _b=1.5,Gc=class{#e;#t;#i=[];#n=[];constructor(e,t){this.#e=e,this.#t=t}at(e,t){let n=Hc(this.#t.places,e,t);if(!n)return null;let{store:s,brain:r}=this.#e,o=s.state.slots[n.slot],a=this.#s(n,o,e,t),l=null;for(let c of r.shownBy(o.side)){let h=af(this.#r(c,o),c.triangles,a.x,a.y);h&&(!l||h.depth>l.depth)&&(l={...h,hemisphere:c.name,lane:n.lane,slot:n.slot})}return l}locate(e,t){let{store:n,brain:s}=this.#e;for(let r of this.#t.places){let o=n.state.slots[r.slot];if(!s.shownBy(o.side).includes(e))continue;let a=this.#r(e,o),[l,c,h]=a.subarray(3*t,3*t+3),{axes:u,middle:f,scale:d}=this.#t.stage.frustum(o,r.rectangle),{x:g,y:x,width:p,height:m}=r.rectangle,v={x:g+p/2+(l-xs(f,u[0]))/d,y:x+m/2-(c-xs(f,u[1]))/d};if(v.x<g||v.y<x||v.x>g+p||v.y>x+m)continue;if(!s.shownBy(o.side).some(M=>{let P=af(this.#r(M,o),M.triangles,l,c);return P!==null&&P.depth>h+_b}))return v}return null}#s(e,t,n,s){let{axes:r,middle:o,scale:a}=this.#t.stage.frustum(t,e.rectangle),{x:l,y:c,width:h,height:u}=e.rectangle;return{x:xs(o,r[0])+a*(n-l-h/2),y:xs(o,r[1])-a*(s-c-u/2)}}#r(e,t){let n=this.#e.brain.hemispheres.indexOf(e),{morph:s}=this.#e.store.state;this.#n[n]??={morph:-1,points:new Float32Array(3*e.nVertices)},this.#n[n].morph!==s&&(e.drawnPoints(s,this.#n[n].points),this.#n[n].morph=s);let r=`${s} ${t.axes}`;this.#i[n]??={key:"",points:new Float32Array(3*e.nVertices)};let o=this.#i[n];return o.key!==r&&(pg(this.#n[n].points,t.axes,o.points),o.key=r),o.points}};var Wc=class{element;canvas;stage;places=[];seeker;#e;#t=se("div",{class:"lf-labels"});#i=se("div",{class:"lf-captions"});#n=se("div",{class:"lf-arrow-key"});#s=se("div",{class:"lf-tip"});#r=0;#o=0;#l=0;#c=!0;constructor(e){this.#e=e,this.canvas=se("canvas",{class:"lf-canvas",attributes:{tabindex:"0",role:"img"}}),this.#s.hidden=!0,this.element=se("div",{class:"lf-brain"},this.canvas,this.#t,this.#i,this.#n,this.#s),this.stage=new Vc(this.canvas,e.brain),this.seeker=new Gc(e,this),this.#a(),dg(e,this);let t=ci(this.element,(n,s)=>this.#h(n,s));e.cleanups.push(()=>{t.disconnect(),cancelAnimationFrame(this.#l),this.stage.dispose()})}get size(){return{width:this.#r,height:this.#o}}#a(){let{store:e,payload:t,page:n,activity:s,brain:r}=this.#e;e.watch(["dark"],({dark:o})=>{this.stage.setTheme(o),this.invalidate()}),e.watch(["morph"],({morph:o})=>{this.stage.setMorph(o),this.#d(),this.invalidate()}),e.watch(["regions"],({regions:o})=>{this.stage.regions.show(t,n.regions,o),this.invalidate()}),e.watch(["picks","foci"],()=>{this.#d(),this.invalidate()}),e.watch(["map","sideBySide","arrows"],o=>{let a=c=>o.arrows&&s.maps[c].components===3,l=Tn(n,o);this.stage.setLanes(l.length?l.map(a):[!1]),this.#u(),this.invalidate(!0)}),e.watch(["time","limits","shown","snr","method"],()=>this.invalidate(!0)),e.watch(["views"],()=>{this.#u(),this.invalidate()}),e.watch(["slots","active"],()=>{this.#p(),this.invalidate()}),this.#m(),r.nSources||(this.#c=!1)}#h(e,t){!e||!t||(this.#r=e,this.#o=t,this.stage.resize(e,t),this.#u(),this.draw())}#u(){let{store:e,page:t}=this.#e,n=Math.max(1,Tn(t,e.state).length);this.places=ug(n,e.state.views,this.#r,this.#o),this.#p()}invalidate(e=!1){this.#c||=e,!this.#l&&(this.#l=requestAnimationFrame(()=>this.draw()))}draw(){if(cancelAnimationFrame(this.#l),this.#l=0,!this.#r)return;let{state:e}=this.#e.store;this.#c&&this.#f(e),this.stage.draw(this.places,e.slots,this.#o),this.#g(e)}#f(e){let{activity:t,page:n}=this.#e;Tn(n,e).forEach((s,r)=>{let o=e.arrows&&t.maps[s].components===3,a=t.painted(s,e),l=o?t.frame(s,e).moments:null;this.stage.paint(r,t.appearance(s,e),a,l)}),this.#c=!1}#d(){let{brain:e,store:t,page:n}=this.#e,{morph:s,picks:r,foci:o}=t.state,a=e.hemispheres.map(l=>[...(o?n.foci:[]).filter(c=>c.hemisphere===l.name).map(c=>({point:c.vertex===null?c.position:l.pointAt(c.vertex,s),colour:c.colour,opacity:c.opacity,radius:c.radius,ring:!1})),...r.filter(c=>c.hemisphere===l.name).map(c=>({point:l.pointAt(c.vertex,s),colour:c.colour,opacity:1,radius:-9,ring:!0}))]);this.stage.mark(a)}#p(){let{store:e,page:t,brain:n}=this.#e,{state:s}=e,r=Tn(t,s),o=r.length>1,a=this.places.map(({lane:c,slot:h},u)=>{let{view:f,side:d}=s.slots[h],g=n.hemispheres.length>1,x=f?[g&&d!=="both"?Aa[d]:"",Mo[f]].filter(Boolean).join(" ").toLowerCase():"",p=this.places.findIndex(m=>m.lane===c)===u;return[o&&p?t.maps[r[c]].title:"",x]});this.#t.replaceChildren(...this.places.map(({rectangle:c,slot:h,lane:u},f)=>{let d=r[u]===s.map,g=s.views===4&&h===s.active,x=se("div",{class:g?"lf-label lf-active":"lf-label"},a[f][0]&&se("strong",{class:d?"lf-chosen":"",text:a[f][0]}),se("span",{text:a[f][1]}));return x.style.left=`${c.x}px`,x.style.top=`${c.y}px`,x.style.maxWidth=`${c.width}px`,x}));let l=a.map(([,c])=>c||"a free view").join(", ");this.canvas.setAttribute("aria-label",`Cortex with source map, seen from: ${l}`)}#m(){for(let e of this.#e.page.captions){let t=se("div",{class:"lf-caption",text:e.text}),n={left:"0",center:"-50%",right:"-100%"}[e.justification];t.style.left=`${100*e.x}%`,t.style.bottom=`${100*e.y}%`,t.style.transform=`translateX(${n})`,e.colour!==null&&(t.style.color=_s(e.colour)),e.size!==null&&(t.style.fontSize=`${e.size}px`),this.#i.append(t)}}#g(e){let{activity:t}=this.#e,n=e.arrows&&t.maps[e.map]?.components===3;if(this.#n.hidden=!n||!this.places.length,this.#n.hidden)return;let{limits:s,scale:r,unit:o}=t.appearance(e.map,e),{slot:a,rectangle:l}=this.places[0],c=Yd(s.fmax*r),u=of*c/(s.fmax*r)/this.stage.frustum(e.slots[a],l).scale,f=se("i");f.style.width=`${u.toFixed(1)}px`,this.#n.replaceChildren(f,se("span",{text:ys(c,o,1)}))}showTip(e,t){let{store:n,activity:s,page:r}=this.#e,o=this.seeker.at(e,t);if(this.#s.hidden=!o,!o)return;let{hemisphere:a,vertex:l,lane:c}=o,h=Tn(r,n.state)[c],u=[br(this.#e,a,l)];if(h!==void 0){let g=s.paintedAt(h,a,l,n.state),{scale:x,unit:p}=s.appearance(h,n.state);Number.isNaN(g)||u.push(ys(g*x,p))}let f=r.foci.find(g=>g.vertex===l&&g.hemisphere===a);f?.name&&u.unshift(f.name),this.#s.textContent=u.filter(Boolean).join("  ·  "),this.#s.hidden||=!this.#s.textContent;let d=Math.min(e+14,this.#r-this.#s.offsetWidth-6);this.#s.style.transform=`translate(${Math.max(0,d)}px, ${Math.max(0,t-30)}px)`}hideTip(){this.#s.hidden=!0}};var yb="uplot",vb="u-hz",Sb="u-vt",Mb="u-title",bb="u-wrap",wb="u-under",Ab="u-over",Tb="u-axis",rr="u-off",Eb="u-select",Cb="u-cursor-x",Rb="u-cursor-y",Pb="u-cursor-pt",Ib="u-legend",Lb="u-live",Nb="u-inline",Db="u-series",Fb="u-marker",mg="u-label",Ub="u-value",ha="width",ua="height";var gg="bottom",no="left",lf="right",Af="#000",xg=Af+"0",cf="mousemove",_g="mousedown",hf="mouseup",yg="mouseenter",vg="mouseleave",Sg="dblclick",Ob="resize",Bb="scroll",Mg="change",Zc="dppxchange",Tf="--",co=typeof window<"u",mf=co?document:null,so=co?window:null,kb=co?navigator:null,Mt,Xc;function gf(){let i=devicePixelRatio;Mt!=i&&(Mt=i,Xc&&_f(Mg,Xc,gf),Xc=matchMedia(`(min-resolution: ${Mt-.001}dppx) and (max-resolution: ${Mt+.001}dppx)`),or(Mg,Xc,gf),so.dispatchEvent(new CustomEvent(Zc)))}function ii(i,e){if(e!=null){let t=i.classList;!t.contains(e)&&t.add(e)}}function xf(i,e){let t=i.classList;t.contains(e)&&t.remove(e)}function Vt(i,e,t){i.style[e]=t+"px"}function wi(i,e,t,n){let s=mf.createElement(i);return e!=null&&ii(s,e),t?.insertBefore(s,n),s}function fi(i,e){return wi("div",i,e)}var bg=new WeakMap;function Gi(i,e,t,n,s){let r="translate("+e+"px,"+t+"px)",o=bg.get(i);r!=o&&(i.style.transform=r,bg.set(i,r),e<0||t<0||e>n||t>s?ii(i,rr):xf(i,rr))}var wg=new WeakMap;function Ag(i,e,t){let n=e+t,s=wg.get(i);n!=s&&(wg.set(i,n),i.style.background=e,i.style.borderColor=t)}var Tg=new WeakMap;function Eg(i,e,t,n){let s=e+""+t,r=Tg.get(i);s!=r&&(Tg.set(i,s),i.style.height=t+"px",i.style.width=e+"px",i.style.marginLeft=n?-e/2+"px":0,i.style.marginTop=n?-t/2+"px":0)}var Ef={passive:!0},zb={...Ef,capture:!0};function or(i,e,t,n){e.addEventListener(i,t,n?zb:Ef)}function _f(i,e,t,n){e.removeEventListener(i,t,Ef)}co&&gf();function Ai(i,e,t,n){let s;t=t||0,n=n||e.length-1;let r=n<=2147483647;for(;n-t>1;)s=r?t+n>>1:si((t+n)/2),e[s]<i?t=s:n=s;return i-e[t]<=e[n]-i?t:n}function t0(i){return(t,n,s)=>{let r=-1,o=-1;for(let a=n;a<=s;a++)if(i(t[a])){r=a;break}for(let a=s;a>=n;a--)if(i(t[a])){o=a;break}return[r,o]}}var n0=i=>i!=null,i0=i=>i!=null&&i>0,Qc=t0(n0),Vb=t0(i0);function Hb(i,e,t,n=0,s=!1){let r=s?Vb:Qc,o=s?i0:n0;[e,t]=r(i,e,t);let a=i[e],l=i[e];if(e>-1)if(n==1)a=i[e],l=i[t];else if(n==-1)a=i[t],l=i[e];else for(let c=e;c<=t;c++){let h=i[c];o(h)&&(h<a?a=h:h>l&&(l=h))}return[a??It,l??-It]}function jc(i,e,t,n){let s=Pg(i),r=Pg(e);i==e&&(s==-1?(i*=t,e/=t):(i/=t,e*=t));let o=t==10?ls:s0,a=s==1?si:di,l=r==1?di:si,c=a(o(dn(i))),h=l(o(dn(e))),u=ro(t,c),f=ro(t,h);return t==10&&(c<0&&(u=Lt(u,-c)),h<0&&(f=Lt(f,-h))),n||t==2?(i=u*s,e=f*r):(i=l0(i,u),e=eh(e,f)),[i,e]}function Cf(i,e,t,n){let s=jc(i,e,t,n);return i==0&&(s[0]=0),e==0&&(s[1]=0),s}var Rf=.1,Cg={mode:3,pad:Rf},da={pad:0,soft:null,mode:0},Gb={min:da,max:da};function Jc(i,e,t,n){return th(t)?Rg(i,e,t):(da.pad=t,da.soft=n?0:null,da.mode=n?3:0,Rg(i,e,Gb))}function vt(i,e){return i??e}function Wb(i,e,t){for(e=vt(e,0),t=vt(t,i.length-1);e<=t;){if(i[e]!=null)return!0;e++}return!1}function Rg(i,e,t){let n=t.min,s=t.max,r=vt(n.pad,0),o=vt(s.pad,0),a=vt(n.hard,-It),l=vt(s.hard,It),c=vt(n.soft,It),h=vt(s.soft,-It),u=vt(n.mode,0),f=vt(s.mode,0),d=e-i,g=ls(d),x=Bn(dn(i),dn(e)),p=ls(x),m=dn(p-g);(d<1e-24||m>10)&&(d=0,(i==0||e==0)&&(d=1e-24,u==2&&c!=It&&(r=0),f==2&&h!=-It&&(o=0)));let v=d||x||1e3,A=ls(v),M=ro(10,si(A)),P=v*(d==0?i==0?.1:1:r),E=Lt(l0(i-P,M/10),24),y=i>=c&&(u==1||u==3&&E<=c||u==2&&E>=c)?c:It,T=Bn(a,E<y&&i>=y?y:Ti(y,E)),z=v*(d==0?e==0?.1:1:o),D=Lt(eh(e+z,M/10),24),L=e<=h&&(f==1||f==3&&D>=h||f==2&&D<=h)?h:-It,H=Ti(l,D>L&&e<=L?L:Bn(L,D));return T==H&&T==0&&(H=100),[T,H]}var Xb=new Intl.NumberFormat(co?kb.language:"en-US"),Pf=i=>Xb.format(i),ri=Math,$c=ri.PI,dn=ri.abs,si=ri.floor,fn=ri.round,di=ri.ceil,Ti=ri.min,Bn=ri.max,ro=ri.pow,Pg=ri.sign,ls=ri.log10,s0=ri.log2,qb=(i,e=1)=>ri.sinh(i)*e,uf=(i,e=1)=>ri.asinh(i/e),It=1/0;function Ig(i){return(ls((i^i>>31)-(i>>31))|0)+1}function yf(i,e,t){return Ti(Bn(i,e),t)}function r0(i){return typeof i=="function"}function pt(i){return r0(i)?i:()=>i}var Yb=()=>{},o0=i=>i,a0=(i,e)=>e,$b=i=>null,Lg=i=>!0,Ng=(i,e)=>i==e,Zb=/\.\d*?(?=9{6,}|0{6,})/gm,ar=i=>{if(h0(i)||Fs.has(i))return i;let e=`${i}`,t=e.match(Zb);if(t==null)return i;let n=t[0].length-1;if(e.indexOf("e-")!=-1){let[s,r]=e.split("e");return+`${ar(s)}e${r}`}return Lt(i,n)};function ir(i,e){return ar(Lt(ar(i/e))*e)}function eh(i,e){return ar(di(ar(i/e))*e)}function l0(i,e){return ar(si(ar(i/e))*e)}function Lt(i,e=0){if(h0(i))return i;let t=10**e,n=i*t*(1+Number.EPSILON);return fn(n)/t}var Fs=new Map;function c0(i){return((""+i).split(".")[1]||"").length}function ma(i,e,t,n){let s=[],r=n.map(c0);for(let o=e;o<t;o++){let a=dn(o),l=Lt(ro(i,o),a);for(let c=0;c<n.length;c++){let h=i==10?+`${n[c]}e${o}`:n[c]*l,u=(o>=0?0:a)+(o>=r[c]?0:r[c]),f=i==10?h:Lt(h,u);s.push(f),Fs.set(f,u)}}return s}var pa={},If=[],oo=[null,null],Ds=Array.isArray,h0=Number.isInteger,Jb=i=>i===void 0;function Dg(i){return typeof i=="string"}function th(i){let e=!1;if(i!=null){let t=i.constructor;e=t==null||t==Object}return e}function Kb(i){return i!=null&&typeof i=="object"}var Qb=Object.getPrototypeOf(Uint8Array),u0="__proto__";function ao(i,e=th){let t;if(Ds(i)){let n=i.find(s=>s!=null);if(Ds(n)||e(n)){t=Array(i.length);for(let s=0;s<i.length;s++)t[s]=ao(i[s],e)}else t=i.slice()}else if(i instanceof Qb)t=i.slice();else if(e(i)){t={};for(let n in i)n!=u0&&(t[n]=ao(i[n],e))}else t=i;return t}function an(i){let e=arguments;for(let t=1;t<e.length;t++){let n=e[t];for(let s in n)s!=u0&&(th(i[s])?an(i[s],ao(n[s])):i[s]=ao(n[s]))}return i}var jb=0,ew=1,tw=2;function nw(i,e,t){for(let n=0,s,r=-1;n<e.length;n++){let o=e[n];if(o>r){for(s=o-1;s>=0&&i[s]==null;)i[s--]=null;for(s=o+1;s<t&&i[s]==null;)i[r=s++]=null}}}function iw(i,e){if(ow(i)){let o=i[0].slice();for(let a=1;a<i.length;a++)o.push(...i[a].slice(1));return aw(o[0])||(o=rw(o)),o}let t=new Set;for(let o=0;o<i.length;o++){let l=i[o][0],c=l.length;for(let h=0;h<c;h++)t.add(l[h])}let n=[Array.from(t).sort((o,a)=>o-a)],s=n[0].length,r=new Map;for(let o=0;o<s;o++)r.set(n[0][o],o);for(let o=0;o<i.length;o++){let a=i[o],l=a[0];for(let c=1;c<a.length;c++){let h=a[c],u=Array(s).fill(void 0),f=e?e[o][c]:ew,d=[];for(let g=0;g<h.length;g++){let x=h[g],p=r.get(l[g]);x===null?f!=jb&&(u[p]=x,f==tw&&d.push(p)):u[p]=x}nw(u,d,s),n.push(u)}}return n}var sw=typeof queueMicrotask>"u"?i=>Promise.resolve().then(i):queueMicrotask;function rw(i){let e=i[0],t=e.length,n=Array(t);for(let r=0;r<n.length;r++)n[r]=r;n.sort((r,o)=>e[r]-e[o]);let s=[];for(let r=0;r<i.length;r++){let o=i[r],a=Array(t);for(let l=0;l<t;l++)a[l]=o[n[l]];s.push(a)}return s}function ow(i){let e=i[0][0],t=e.length;for(let n=1;n<i.length;n++){let s=i[n][0];if(s.length!=t)return!1;if(s!=e){for(let r=0;r<t;r++)if(s[r]!=e[r])return!1}}return!0}function aw(i,e=100){let t=i.length;if(t<=1)return!0;let n=0,s=t-1;for(;n<=s&&i[n]==null;)n++;for(;s>=n&&i[s]==null;)s--;if(s<=n)return!0;let r=Bn(1,si((s-n+1)/e));for(let o=i[n],a=n+r;a<=s;a+=r){let l=i[a];if(l!=null){if(l<=o)return!1;o=l}}return!0}var f0=["January","February","March","April","May","June","July","August","September","October","November","December"],d0=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function p0(i){return i.slice(0,3)}var lw=d0.map(p0),cw=f0.map(p0),hw={MMMM:f0,MMM:cw,WWWW:d0,WWW:lw};function ca(i){return(i<10?"0":"")+i}function uw(i){return(i<10?"00":i<100?"0":"")+i}var fw={YYYY:i=>i.getFullYear(),YY:i=>(i.getFullYear()+"").slice(2),MMMM:(i,e)=>e.MMMM[i.getMonth()],MMM:(i,e)=>e.MMM[i.getMonth()],MM:i=>ca(i.getMonth()+1),M:i=>i.getMonth()+1,DD:i=>ca(i.getDate()),D:i=>i.getDate(),WWWW:(i,e)=>e.WWWW[i.getDay()],WWW:(i,e)=>e.WWW[i.getDay()],HH:i=>ca(i.getHours()),H:i=>i.getHours(),h:i=>{let e=i.getHours();return e==0?12:e>12?e-12:e},AA:i=>i.getHours()>=12?"PM":"AM",aa:i=>i.getHours()>=12?"pm":"am",a:i=>i.getHours()>=12?"p":"a",mm:i=>ca(i.getMinutes()),m:i=>i.getMinutes(),ss:i=>ca(i.getSeconds()),s:i=>i.getSeconds(),fff:i=>uw(i.getMilliseconds())};function Lf(i,e){e=e||hw;let t=[],n=/\{([a-z]+)\}|[^{]+/gi,s;for(;s=n.exec(i);)t.push(s[0][0]=="{"?fw[s[1]]:s[0]);return r=>{let o="";for(let a=0;a<t.length;a++)o+=typeof t[a]=="string"?t[a]:t[a](r,e);return o}}var dw=new Intl.DateTimeFormat().resolvedOptions().timeZone;function pw(i,e){let t;return e=="UTC"||e=="Etc/UTC"?t=new Date(+i+i.getTimezoneOffset()*6e4):e==dw?t=i:(t=new Date(i.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(i.getMilliseconds())),t}var m0=i=>i%1==0,Kc=[1,2,2.5,5],mw=ma(10,-32,0,Kc),g0=ma(10,0,32,Kc),gw=g0.filter(m0),sr=mw.concat(g0),Nf=`
`,x0="{YYYY}",Fg=Nf+x0,_0="{M}/{D}",fa=Nf+_0,qc=fa+"/{YY}",y0="{aa}",xw="{h}:{mm}",io=xw+y0,Ug=Nf+io,Og=":{ss}",wt=null;function v0(i){let e=i*1e3,t=e*60,n=t*60,s=n*24,r=s*30,o=s*365,l=(i==1?ma(10,0,3,Kc).filter(m0):ma(10,-3,0,Kc)).concat([e,e*5,e*10,e*15,e*30,t,t*5,t*10,t*15,t*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,r,r*2,r*3,r*4,r*6,o,o*2,o*5,o*10,o*25,o*50,o*100]),c=[[o,x0,wt,wt,wt,wt,wt,wt,1],[s*28,"{MMM}",Fg,wt,wt,wt,wt,wt,1],[s,_0,Fg,wt,wt,wt,wt,wt,1],[n,"{h}"+y0,qc,wt,fa,wt,wt,wt,1],[t,io,qc,wt,fa,wt,wt,wt,1],[e,Og,qc+" "+io,wt,fa+" "+io,wt,Ug,wt,1],[i,Og+".{fff}",qc+" "+io,wt,fa+" "+io,wt,Ug,wt,1]];function h(u){return(f,d,g,x,p,m)=>{let v=[],A=p>=o,M=p>=r&&p<o,P=u(g),E=Lt(P*i,3),y=ff(P.getFullYear(),A?0:P.getMonth(),M||A?1:P.getDate()),T=Lt(y*i,3);if(M||A){let z=M?p/r:0,D=A?p/o:0,L=E==T?E:Lt(ff(y.getFullYear()+D,y.getMonth()+z,1)*i,3),H=new Date(fn(L/i)),G=H.getFullYear(),N=H.getMonth();for(let V=0;L<=x;V++){let Y=ff(G+D*V,N+z*V,1),B=Y-u(Lt(Y*i,3));L=Lt((+Y+B)*i,3),L<=x&&v.push(L)}}else{let z=p>=s?s:p,D=si(g)-si(E),L=T+D+eh(E-T,z);v.push(L);let H=u(L),G=H.getHours()+H.getMinutes()/t+H.getSeconds()/n,N=p/n,V=f.axes[d]._space,Y=m/V;for(;L=Lt(L+p,i==1?0:3),!(L>x);)if(N>1){let B=si(Lt(G+N,6))%24,Q=u(L).getHours()-B;Q>1&&(Q=-1),L-=Q*n,G=(G+N)%24;let ie=v[v.length-1];Lt((L-ie)/p,3)*Y>=.7&&v.push(L)}else v.push(L)}return v}}return[l,c,h]}var[_w,yw,vw]=v0(1),[Sw,Mw,bw]=v0(.001);ma(2,-53,53,[1]);function Bg(i,e){return i.map(t=>t.map((n,s)=>s==0||s==8||n==null?n:e(s==1||t[8]==0?n:t[1]+n)))}function kg(i,e){return(t,n,s,r,o)=>{let a=e.find(g=>o>=g[0])||e[e.length-1],l,c,h,u,f,d;return n.map(g=>{let x=i(g),p=x.getFullYear(),m=x.getMonth(),v=x.getDate(),A=x.getHours(),M=x.getMinutes(),P=x.getSeconds(),E=p!=l&&a[2]||m!=c&&a[3]||v!=h&&a[4]||A!=u&&a[5]||M!=f&&a[6]||P!=d&&a[7]||a[1];return l=p,c=m,h=v,u=A,f=M,d=P,E(x)})}}function ww(i,e){let t=Lf(e);return(n,s,r,o,a)=>s.map(l=>t(i(l)))}function ff(i,e,t){return new Date(i,e,t)}function zg(i,e){return e(i)}var Aw="{YYYY}-{MM}-{DD} {h}:{mm}{aa}";function Vg(i,e){return(t,n,s,r)=>r==null?Tf:e(i(n))}function Tw(i,e){let t=i.series[e];return t.width?t.stroke(i,e):t.points.width?t.points.stroke(i,e):null}function Ew(i,e){return i.series[e].fill(i,e)}var Cw={show:!0,live:!0,isolate:!1,mount:Yb,markers:{show:!0,width:2,stroke:Tw,fill:Ew,dash:"solid"},idx:null,idxs:null,values:[]};function Rw(i,e){let t=i.cursor.points,n=fi(),s=t.size(i,e);Vt(n,ha,s),Vt(n,ua,s);let r=s/-2;Vt(n,"marginLeft",r),Vt(n,"marginTop",r);let o=t.width(i,e,s);return o&&Vt(n,"borderWidth",o),n}function Pw(i,e){let t=i.series[e].points;return t._fill||t._stroke}function Iw(i,e){let t=i.series[e].points;return t._stroke||t._fill}function Lw(i,e){return i.series[e].points.size}var df=[0,0];function Nw(i,e,t){return df[0]=e,df[1]=t,df}function Yc(i,e,t,n=!0){return s=>{s.button==0&&(!n||s.target==e)&&t(s)}}function pf(i,e,t,n=!0){return s=>{(!n||s.target==e)&&t(s)}}var Dw={show:!0,x:!0,y:!0,lock:!1,move:Nw,points:{one:!1,show:Rw,size:Lw,width:0,stroke:Iw,fill:Pw},bind:{mousedown:Yc,mouseup:Yc,click:Yc,dblclick:Yc,mousemove:pf,mouseleave:pf,mouseenter:pf},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(i,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(i,e,t,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},S0={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Df=an({},S0,{filter:a0}),M0=an({},Df,{size:10}),b0=an({},S0,{show:!1}),Ff='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',w0="bold "+Ff,A0=1.5,Hg={show:!0,scale:"x",stroke:Af,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:w0,side:2,grid:Df,ticks:M0,border:b0,font:Ff,lineGap:A0,rotate:0},Fw="Value",Uw="Time",Gg={show:!0,scale:"x",auto:!1,sorted:1,min:It,max:-It,idxs:[]};function Ow(i,e,t,n,s){return e.map(r=>r==null?"":Pf(r))}function Bw(i,e,t,n,s,r,o){let a=[],l=Fs.get(s)||0;t=o?t:Lt(eh(t,s),l);for(let c=t;c<=n;c=Lt(c+s,l))a.push(Object.is(c,-0)?0:c);return a}function vf(i,e,t,n,s,r,o){let a=[],l=i.scales[i.axes[e].scale].log,c=l==10?ls:s0,h=si(c(t));s=ro(l,h),l==10&&(s=sr[Ai(s,sr)]);let u=t,f=s*l;l==10&&(f=sr[Ai(f,sr)]);do a.push(u),u=u+s,l==10&&!Fs.has(u)&&(u=Lt(u,Fs.get(s))),u>=f&&(s=u,f=s*l,l==10&&(f=sr[Ai(f,sr)]));while(u<=n);return a}function kw(i,e,t,n,s,r,o){let l=i.scales[i.axes[e].scale].asinh,c=n>l?vf(i,e,Bn(l,t),n,s):[l],h=n>=0&&t<=0?[0]:[];return(t<-l?vf(i,e,Bn(l,-n),-t,s):[l]).reverse().map(f=>-f).concat(h,c)}var T0=/./,zw=/[12357]/,Vw=/[125]/,Wg=/1/,Sf=(i,e,t,n)=>i.map((s,r)=>e==4&&s==0||r%n==0&&t.test(s.toExponential()[s<0?1:0])?s:null);function Hw(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=i.scales[o],l=i.valToPos,c=r._space,h=l(10,o),u=l(9,o)-h>=c?T0:l(7,o)-h>=c?zw:l(5,o)-h>=c?Vw:Wg;if(u==Wg){let f=dn(l(1,o)-h);if(f<c)return Sf(e.slice().reverse(),a.distr,u,di(c/f)).reverse()}return Sf(e,a.distr,u,1)}function Gw(i,e,t,n,s){let r=i.axes[t],o=r.scale,a=r._space,l=i.valToPos,c=dn(l(1,o)-l(2,o));return c<a?Sf(e.slice().reverse(),3,T0,di(a/c)).reverse():e}function Ww(i,e,t,n){return n==null?Tf:e==null?"":Pf(e)}var Xg={show:!0,scale:"y",stroke:Af,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:w0,side:3,grid:Df,ticks:M0,border:b0,font:Ff,lineGap:A0,rotate:0};function Xw(i,e){let t=3+(i||1)*2;return Lt(t*e,3)}function qw(i,e){let{scale:t,idxs:n}=i.series[0],s=i._data[0],r=i.valToPos(s[n[0]],t,!0),o=i.valToPos(s[n[1]],t,!0),a=dn(o-r),l=i.series[e],c=a/(l.points.space*Mt);return n[1]-n[0]<=c}var qg={scale:null,auto:!0,sorted:0,min:It,max:-It},E0=(i,e,t,n,s)=>s,Yg={show:!0,auto:!0,sorted:0,gaps:E0,alpha:1,facets:[an({},qg,{scale:"x"}),an({},qg,{scale:"y"})]},$g={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:E0,alpha:1,points:{show:qw,filter:null},values:null,min:It,max:-It,idxs:[],path:null,clip:null};function Yw(i,e,t,n,s){return t/10}var C0={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},$w=an({},C0,{time:!1,ori:1}),Zg={};function R0(i,e){let t=Zg[i];return t||(t={key:i,plots:[],sub(n){t.plots.push(n)},unsub(n){t.plots=t.plots.filter(s=>s!=n)},pub(n,s,r,o,a,l,c){for(let h=0;h<t.plots.length;h++)t.plots[h]!=s&&t.plots[h].pub(n,s,r,o,a,l,c)}},i!=null&&(Zg[i]=t)),t}var lo=1,Mf=2;function lr(i,e,t){let n=i.mode,s=i.series[e],r=n==2?i._data[e]:i._data,o=i.scales,a=i.bbox,l=r[0],c=n==2?r[1]:r[e],h=n==2?o[s.facets[0].scale]:o[i.series[0].scale],u=n==2?o[s.facets[1].scale]:o[s.scale],f=a.left,d=a.top,g=a.width,x=a.height,p=i.valToPosH,m=i.valToPosV;return h.ori==0?t(s,l,c,h,u,p,m,f,d,g,x,ih,ho,rh,I0,N0):t(s,l,c,h,u,m,p,d,f,x,g,sh,uo,Bf,L0,D0)}function Uf(i,e){let t=0,n=0,s=vt(i.bands,If);for(let r=0;r<s.length;r++){let o=s[r];o.series[0]==e?t=o.dir:o.series[1]==e&&(o.dir==1?n|=1:n|=2)}return[t,n==1?-1:n==2?1:n==3?2:0]}function Zw(i,e,t,n,s){let r=i.mode,o=i.series[e],a=r==2?o.facets[1].scale:o.scale,l=i.scales[a];return s==-1?l.min:s==1?l.max:l.distr==3?l.dir==1?l.min:l.max:0}function cs(i,e,t,n,s,r){return lr(i,e,(o,a,l,c,h,u,f,d,g,x,p)=>{let m=o.pxRound,v=c.dir*(c.ori==0?1:-1),A=c.ori==0?ho:uo,M,P;v==1?(M=t,P=n):(M=n,P=t);let E=m(u(a[M],c,x,d)),y=m(f(l[M],h,p,g)),T=m(u(a[P],c,x,d)),z=m(f(r==1?h.max:h.min,h,p,g)),D=new Path2D(s);return A(D,T,z),A(D,E,z),A(D,E,y),D})}function nh(i,e,t,n,s,r){let o=null;if(i.length>0){o=new Path2D;let a=e==0?rh:Bf,l=t;for(let u=0;u<i.length;u++){let f=i[u];if(f[1]>f[0]){let d=f[0]-l;d>0&&a(o,l,n,d,n+r),l=f[1]}}let c=t+s-l,h=10;c>0&&a(o,l,n-h/2,c,n+r+h)}return o}function Jw(i,e,t){let n=i[i.length-1];n&&n[0]==e?n[1]=t:i.push([e,t])}function Of(i,e,t,n,s,r,o){let a=[],l=i.length;for(let c=s==1?t:n;c>=t&&c<=n;c+=s)if(e[c]===null){let u=c,f=c;if(s==1)for(;++c<=n&&e[c]===null;)f=c;else for(;--c>=t&&e[c]===null;)f=c;let d=r(i[u]),g=f==u?d:r(i[f]),x=u-s;d=o<=0&&x>=0&&x<l?r(i[x]):d;let m=f+s;g=o>=0&&m>=0&&m<l?r(i[m]):g,g>=d&&a.push([d,g])}return a}function Jg(i){return i==0?o0:i==1?fn:e=>ir(e,i)}function P0(i){let e=i==0?ih:sh,t=i==0?(s,r,o,a,l,c)=>{s.arcTo(r,o,a,l,c)}:(s,r,o,a,l,c)=>{s.arcTo(o,r,l,a,c)},n=i==0?(s,r,o,a,l)=>{s.rect(r,o,a,l)}:(s,r,o,a,l)=>{s.rect(o,r,l,a)};return(s,r,o,a,l,c=0,h=0)=>{c==0&&h==0?n(s,r,o,a,l):(c=Ti(c,a/2,l/2),h=Ti(h,a/2,l/2),e(s,r+c,o),t(s,r+a,o,r+a,o+l,c),t(s,r+a,o+l,r,o+l,h),t(s,r,o+l,r,o,h),t(s,r,o,r+a,o,c),s.closePath())}}var ih=(i,e,t)=>{i.moveTo(e,t)},sh=(i,e,t)=>{i.moveTo(t,e)},ho=(i,e,t)=>{i.lineTo(e,t)},uo=(i,e,t)=>{i.lineTo(t,e)},rh=P0(0),Bf=P0(1),I0=(i,e,t,n,s,r)=>{i.arc(e,t,n,s,r)},L0=(i,e,t,n,s,r)=>{i.arc(t,e,n,s,r)},N0=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(e,t,n,s,r,o)},D0=(i,e,t,n,s,r,o)=>{i.bezierCurveTo(t,e,s,n,o,r)};function F0(i){return(e,t,n,s,r)=>lr(e,t,(o,a,l,c,h,u,f,d,g,x,p)=>{let{pxRound:m,points:v}=o,A,M;c.ori==0?(A=ih,M=I0):(A=sh,M=L0);let P=Lt(v.width*Mt,3),E=(v.size-v.width)/2*Mt,y=Lt(E*2,3),T=new Path2D,z=new Path2D,{left:D,top:L,width:H,height:G}=e.bbox;rh(z,D-y,L-y,H+y*2,G+y*2);let N=V=>{if(l[V]!=null){let Y=m(u(a[V],c,x,d)),B=m(f(l[V],h,p,g));A(T,Y+E,B),M(T,Y,B,E,0,$c*2)}};if(r)r.forEach(N);else for(let V=n;V<=s;V++)N(V);return{stroke:P>0?T:null,fill:T,clip:z,flags:lo|Mf}})}function U0(i){return(e,t,n,s,r,o)=>{n!=s&&(r!=n&&o!=n&&i(e,t,n),r!=s&&o!=s&&i(e,t,s),i(e,t,o))}}var Kw=U0(ho),Qw=U0(uo);function O0(i){let e=vt(i?.alignGaps,0);return(t,n,s,r)=>lr(t,n,(o,a,l,c,h,u,f,d,g,x,p)=>{[s,r]=Qc(l,s,r);let m=o.pxRound,v=G=>m(u(G,c,x,d)),A=G=>m(f(G,h,p,g)),M,P;c.ori==0?(M=ho,P=Kw):(M=uo,P=Qw);let E=c.dir*(c.ori==0?1:-1),y={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:lo},T=y.stroke,z=!1;if(r-s>=x*4){let G=ue=>t.posToVal(ue,c.key,!0),N=null,V=null,Y,B,le,$=v(a[E==1?s:r]),Q=v(a[s]),ie=v(a[r]),fe=G(E==1?Q+1:ie-1);for(let ue=E==1?s:r;ue>=s&&ue<=r;ue+=E){let j=a[ue],_e=(E==1?j<fe:j>fe)?$:v(j),Ee=l[ue];_e==$?Ee!=null?(B=Ee,N==null?(M(T,_e,A(B)),Y=N=V=B):B<N?N=B:B>V&&(V=B)):Ee===null&&(z=!0):(N!=null&&P(T,$,A(N),A(V),A(Y),A(B)),Ee!=null?(B=Ee,M(T,_e,A(B)),N=V=Y=B):(N=V=null,Ee===null&&(z=!0)),$=_e,fe=G($+E))}N!=null&&N!=V&&le!=$&&P(T,$,A(N),A(V),A(Y),A(B))}else for(let G=E==1?s:r;G>=s&&G<=r;G+=E){let N=l[G];N===null?z=!0:N!=null&&M(T,v(a[G]),A(N))}let[L,H]=Uf(t,n);if(o.fill!=null||L!=0){let G=y.fill=new Path2D(T),N=o.fillTo(t,n,o.min,o.max,L),V=A(N),Y=v(a[s]),B=v(a[r]);E==-1&&([B,Y]=[Y,B]),M(G,B,V),M(G,Y,V)}if(!o.spanGaps){let G=[];z&&G.push(...Of(a,l,s,r,E,v,e)),y.gaps=G=o.gaps(t,n,s,r,G),y.clip=nh(G,c.ori,d,g,x,p)}return H!=0&&(y.band=H==2?[cs(t,n,s,r,T,-1),cs(t,n,s,r,T,1)]:cs(t,n,s,r,T,H)),y})}function jw(i){let e=vt(i.align,1),t=vt(i.ascDesc,!1),n=vt(i.alignGaps,0),s=vt(i.extend,!1);return(r,o,a,l)=>lr(r,o,(c,h,u,f,d,g,x,p,m,v,A)=>{[a,l]=Qc(u,a,l);let M=c.pxRound,{left:P,width:E}=r.bbox,y=Q=>M(g(Q,f,v,p)),T=Q=>M(x(Q,d,A,m)),z=f.ori==0?ho:uo,D={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:lo},L=D.stroke,H=f.dir*(f.ori==0?1:-1),G=T(u[H==1?a:l]),N=y(h[H==1?a:l]),V=N,Y=N;s&&e==-1&&(Y=P,z(L,Y,G)),z(L,N,G);for(let Q=H==1?a:l;Q>=a&&Q<=l;Q+=H){let ie=u[Q];if(ie==null)continue;let fe=y(h[Q]),ue=T(ie);e==1?z(L,fe,G):z(L,V,ue),z(L,fe,ue),G=ue,V=fe}let B=V;s&&e==1&&(B=P+E,z(L,B,G));let[le,$]=Uf(r,o);if(c.fill!=null||le!=0){let Q=D.fill=new Path2D(L),ie=c.fillTo(r,o,c.min,c.max,le),fe=T(ie);z(Q,B,fe),z(Q,Y,fe)}if(!c.spanGaps){let Q=[];Q.push(...Of(h,u,a,l,H,y,n));let ie=c.width*Mt/2,fe=t||e==1?ie:-ie,ue=t||e==-1?-ie:ie;Q.forEach(j=>{j[0]+=fe,j[1]+=ue}),D.gaps=Q=c.gaps(r,o,a,l,Q),D.clip=nh(Q,f.ori,p,m,v,A)}return $!=0&&(D.band=$==2?[cs(r,o,a,l,L,-1),cs(r,o,a,l,L,1)]:cs(r,o,a,l,L,$)),D})}function Kg(i,e,t,n,s,r,o=It){if(i.length>1){let a=null;for(let l=0,c=1/0;l<i.length;l++)if(e[l]!==void 0){if(a!=null){let h=dn(i[l]-i[a]);h<c&&(c=h,o=dn(t(i[l],n,s,r)-t(i[a],n,s,r)))}a=l}}return o}function eA(i){i=i||pa;let e=vt(i.size,[.6,It,1]),t=i.align||0,n=i.gap||0,s=i.radius;s=s==null?[0,0]:typeof s=="number"?[s,0]:s;let r=pt(s),o=1-e[0],a=vt(e[1],It),l=vt(e[2],1),c=vt(i.disp,pa),h=vt(i.each,d=>{}),{fill:u,stroke:f}=c;return(d,g,x,p)=>lr(d,g,(m,v,A,M,P,E,y,T,z,D,L)=>{let H=m.pxRound,G=t,N=n*Mt,V=a*Mt,Y=l*Mt,B,le;M.ori==0?[B,le]=r(d,g):[le,B]=r(d,g);let $=M.dir*(M.ori==0?1:-1),Q=M.ori==0?rh:Bf,ie=M.ori==0?h:(Re,qe,it,be,Pt,ze,Xe)=>{h(Re,qe,it,Pt,be,Xe,ze)},fe=vt(d.bands,If).find(Re=>Re.series[0]==g),ue=fe!=null?fe.dir:0,j=m.fillTo(d,g,m.min,m.max,ue),me=H(y(j,P,L,z)),_e,Ee,Me,Ge=D,nt=H(m.width*Mt),Ve=!1,lt=null,rt=null,et=null,Ht=null;u!=null&&(nt==0||f!=null)&&(Ve=!0,lt=u.values(d,g,x,p),rt=new Map,new Set(lt).forEach(Re=>{Re!=null&&rt.set(Re,new Path2D)}),nt>0&&(et=f.values(d,g,x,p),Ht=new Map,new Set(et).forEach(Re=>{Re!=null&&Ht.set(Re,new Path2D)})));let{x0:Nt,size:jt}=c;if(Nt!=null&&jt!=null){G=1,v=Nt.values(d,g,x,p),Nt.unit==2&&(v=v.map(it=>d.posToVal(T+it*D,M.key,!0)));let Re=jt.values(d,g,x,p);jt.unit==2?Ee=Re[0]*D:Ee=E(Re[0],M,D,T)-E(0,M,D,T),Ge=Kg(v,A,E,M,D,T,Ge),Me=Ge-Ee+N}else Ge=Kg(v,A,E,M,D,T,Ge),Me=Ge*o+N,Ee=Ge-Me;Me<1&&(Me=0),nt>=Ee/2&&(nt=0),Me<5&&(H=o0);let Ct=Me>0,pn=Ge-Me-(Ct?nt:0);Ee=H(yf(pn,Y,V)),_e=(G==0?Ee/2:G==$?0:Ee)-G*$*((G==0?N/2:0)+(Ct?nt/2:0));let gt={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ln=Ve?null:new Path2D,qt=null;if(fe!=null)qt=d.data[fe.series[1]];else{let{y0:Re,y1:qe}=c;Re!=null&&qe!=null&&(A=qe.values(d,g,x,p),qt=Re.values(d,g,x,p))}let en=B*Ee,U=le*Ee;for(let Re=$==1?x:p;Re>=x&&Re<=p;Re+=$){let qe=A[Re];if(qe==null)continue;if(qt!=null){let W=qt[Re]??0;if(qe-W==0)continue;me=y(W,P,L,z)}let it=M.distr!=2||c!=null?v[Re]:Re,be=E(it,M,D,T),Pt=y(vt(qe,j),P,L,z),ze=H(be-_e),Xe=H(Bn(Pt,me)),C=H(Ti(Pt,me)),S=Xe-C;if(qe!=null){let W=qe<0?U:en,he=qe<0?en:U;Ve?(nt>0&&et[Re]!=null&&Q(Ht.get(et[Re]),ze,C+si(nt/2),Ee,Bn(0,S-nt),W,he),lt[Re]!=null&&Q(rt.get(lt[Re]),ze,C+si(nt/2),Ee,Bn(0,S-nt),W,he)):Q(ln,ze,C+si(nt/2),Ee,Bn(0,S-nt),W,he),ie(d,g,Re,ze-nt/2,C,Ee+nt,S)}}return nt>0?gt.stroke=Ve?Ht:ln:Ve||(gt._fill=m.width==0?m._fill:m._stroke??m._fill,gt.width=0),gt.fill=Ve?rt:ln,gt})}function tA(i,e){let t=vt(e?.alignGaps,0);return(n,s,r,o)=>lr(n,s,(a,l,c,h,u,f,d,g,x,p,m)=>{[r,o]=Qc(c,r,o);let v=a.pxRound,A=B=>v(f(B,h,p,g)),M=B=>v(d(B,u,m,x)),P,E,y;h.ori==0?(P=ih,y=ho,E=N0):(P=sh,y=uo,E=D0);let T=h.dir*(h.ori==0?1:-1),z=A(l[T==1?r:o]),D=z,L=[],H=[];for(let B=T==1?r:o;B>=r&&B<=o;B+=T)if(c[B]!=null){let $=l[B],Q=A($);L.push(D=Q),H.push(M(c[B]))}let G={stroke:i(L,H,P,y,E,v),fill:null,clip:null,band:null,gaps:null,flags:lo},N=G.stroke,[V,Y]=Uf(n,s);if(a.fill!=null||V!=0){let B=G.fill=new Path2D(N),le=a.fillTo(n,s,a.min,a.max,V),$=M(le);y(B,D,$),y(B,z,$)}if(!a.spanGaps){let B=[];B.push(...Of(l,c,r,o,T,A,t)),G.gaps=B=a.gaps(n,s,r,o,B),G.clip=nh(B,h.ori,g,x,p,m)}return Y!=0&&(G.band=Y==2?[cs(n,s,r,o,N,-1),cs(n,s,r,o,N,1)]:cs(n,s,r,o,N,Y)),G})}function nA(i){return tA(iA,i)}function iA(i,e,t,n,s,r){let o=i.length;if(o<2)return null;let a=new Path2D;if(t(a,i[0],e[0]),o==2)n(a,i[1],e[1]);else{let l=Array(o),c=Array(o-1),h=Array(o-1),u=Array(o-1);for(let f=0;f<o-1;f++)h[f]=e[f+1]-e[f],u[f]=i[f+1]-i[f],c[f]=h[f]/u[f];l[0]=c[0];for(let f=1;f<o-1;f++)c[f]===0||c[f-1]===0||c[f-1]>0!=c[f]>0?l[f]=0:(l[f]=3*(u[f-1]+u[f])/((2*u[f]+u[f-1])/c[f-1]+(u[f]+2*u[f-1])/c[f]),isFinite(l[f])||(l[f]=0));l[o-1]=c[o-2];for(let f=0;f<o-1;f++)s(a,i[f]+u[f]/3,e[f]+l[f]*u[f]/3,i[f+1]-u[f]/3,e[f+1]-l[f+1]*u[f]/3,i[f+1],e[f+1])}return a}var bf=new Set;function Qg(){for(let i of bf)i.syncRect(!0)}co&&(or(Ob,so,Qg),or(Bb,so,Qg,!0),or(Zc,so,()=>{bn.pxRatio=Mt}));var sA=O0(),rA=F0();function jg(i,e,t,n){return(n?[i[0],i[1]].concat(i.slice(2)):[i[0]].concat(i.slice(1))).map((r,o)=>wf(r,o,e,t))}function oA(i,e){return i.map((t,n)=>n==0?{}:an({},e,t))}function wf(i,e,t,n){return an({},e==0?t:n,i)}function B0(i,e,t){return e==null?oo:[e,t]}var aA=B0;function lA(i,e,t){return e==null?oo:Jc(e,t,Rf,!0)}function k0(i,e,t,n){return e==null?oo:jc(e,t,i.scales[n].log,!1)}var cA=k0;function z0(i,e,t,n){return e==null?oo:Cf(e,t,i.scales[n].log,!1)}var hA=z0;function uA(i,e,t,n,s){let r=Bn(Ig(i),Ig(e)),o=e-i,a=Ai(s/n*o,t);do{let l=t[a],c=n*l/o;if(c>=s&&r+(l<5?Fs.get(l):0)<=17)return[l,c]}while(++a<t.length);return[0,0]}function e0(i){let e,t;return i=i.replace(/(\d+)px/,(n,s)=>(e=fn((t=+s)*Mt))+"px"),[i,e,t]}function fA(i){i.show&&[i.font,i.labelFont].forEach(e=>{let t=Lt(e[2]*Mt,1);e[0]=e[0].replace(/[0-9.]+px/,t+"px"),e[1]=t})}function bn(i,e,t){let n={mode:vt(i.mode,1)},s=n.mode;function r(_,b,R,I){let k=b.valToPct(_);return I+R*(b.dir==-1?1-k:k)}function o(_,b,R,I){let k=b.valToPct(_);return I+R*(b.dir==-1?k:1-k)}function a(_,b,R,I){return b.ori==0?r(_,b,R,I):o(_,b,R,I)}n.valToPosH=r,n.valToPosV=o;let l=!1;n.status=0;let c=n.root=fi(yb);if(i.id!=null&&(c.id=i.id),ii(c,i.class),i.title){let _=fi(Mb,c);_.textContent=i.title}let h=wi("canvas"),u=n.ctx=h.getContext("2d"),f=fi(bb,c);or("click",f,_=>{_.target===g&&(Ut!=mr||Gt!=gr)&&Mn.click(n,_)},!0);let d=n.under=fi(wb,f);f.appendChild(h);let g=n.over=fi(Ab,f);i=ao(i);let x=+vt(i.pxAlign,1),p=Jg(x);(i.plugins||[]).forEach(_=>{_.opts&&(i=_.opts(n,i)||i)});let m=i.ms||.001,v=n.series=s==1?jg(i.series||[],Gg,$g,!1):oA(i.series||[null],Yg),A=n.axes=jg(i.axes||[],Hg,Xg,!0),M=n.scales={},P=n.bands=i.bands||[];P.forEach(_=>{_.fill=pt(_.fill||null),_.dir=vt(_.dir,-1)});let E=s==2?v[1].facets[0].scale:v[0].scale,y={axes:Yi,series:ht},T=(i.drawOrder||["axes","series"]).map(_=>y[_]);function z(_){let b=_.distr==3?R=>ls(R>0?R:_.clamp(n,R,_.min,_.max,_.key)):_.distr==4?R=>uf(R,_.asinh):_.distr==100?R=>_.fwd(R):R=>R;return R=>{let I=b(R),{_min:k,_max:Z}=_,ae=Z-k;return(I-k)/ae}}function D(_){let b=M[_];if(b==null){let R=(i.scales||pa)[_]||pa;if(R.from!=null){D(R.from);let I=an({},M[R.from],R,{key:_});I.valToPct=z(I),M[_]=I}else{b=M[_]=an({},_==E?C0:$w,R),b.key=_;let I=b.time,k=b.range,Z=Ds(k);if((_!=E||s==2&&!I)&&(Z&&(k[0]==null||k[1]==null)&&(k={min:k[0]==null?Cg:{mode:1,hard:k[0],soft:k[0]},max:k[1]==null?Cg:{mode:1,hard:k[1],soft:k[1]}},Z=!1),!Z&&th(k))){let ae=k;k=(de,ve,Ne)=>ve==null?oo:Jc(ve,Ne,ae)}b.range=pt(k||(I?aA:_==E?b.distr==3?cA:b.distr==4?hA:B0:b.distr==3?k0:b.distr==4?z0:lA)),b.auto=pt(Z?!1:b.auto),b.clamp=pt(b.clamp||Yw),b._min=b._max=null,b.valToPct=z(b)}}}D("x"),D("y"),s==1&&v.forEach(_=>{D(_.scale)}),A.forEach(_=>{D(_.scale)});for(let _ in i.scales)D(_);let L=M[E],H=L.distr,G,N;L.ori==0?(ii(c,vb),G=r,N=o):(ii(c,Sb),G=o,N=r);let V={};for(let _ in M){let b=M[_];(b.min!=null||b.max!=null)&&(V[_]={min:b.min,max:b.max},b.min=b.max=null)}let Y=i.tzDate||(_=>new Date(fn(_/m))),B=i.fmtDate||Lf,le=m==1?vw(Y):bw(Y),$=kg(Y,Bg(m==1?yw:Mw,B)),Q=Vg(Y,zg(Aw,B)),ie=[],fe=n.legend=an({},Cw,i.legend),ue=n.cursor=an({},Dw,{drag:{y:s==2}},i.cursor),j=fe.show,me=ue.show,_e=fe.markers;fe.idxs=ie,_e.width=pt(_e.width),_e.dash=pt(_e.dash),_e.stroke=pt(_e.stroke),_e.fill=pt(_e.fill);let Ee,Me,Ge,nt=[],Ve=[],lt,rt=!1,et={};if(fe.live){let _=v[1]?v[1].values:null;rt=_!=null,lt=rt?_(n,1,0):{_:0};for(let b in lt)et[b]=Tf}if(j)if(Ee=wi("table",Ib,c),Ge=wi("tbody",null,Ee),fe.mount(n,Ee),rt){Me=wi("thead",null,Ee,Ge);let _=wi("tr",null,Me);wi("th",null,_);for(var Ht in lt)wi("th",mg,_).textContent=Ht}else ii(Ee,Nb),fe.live&&ii(Ee,Lb);let Nt={show:!0},jt={show:!1};function Ct(_,b){if(b==0&&(rt||!fe.live||s==2))return oo;let R=[],I=wi("tr",Db,Ge,Ge.childNodes[b]);ii(I,_.class),_.show||ii(I,rr);let k=wi("th",null,I);if(_e.show){let de=fi(Fb,k);if(b>0){let ve=_e.width(n,b);ve&&(de.style.border=ve+"px "+_e.dash(n,b)+" "+_e.stroke(n,b)),de.style.background=_e.fill(n,b)}}let Z=fi(mg,k);_.label instanceof HTMLElement?Z.appendChild(_.label):Z.textContent=_.label,b>0&&(_e.show||(Z.style.color=_.width>0?_e.stroke(n,b):_e.fill(n,b)),gt("click",k,de=>{if(ue._lock)return;Ze(de);let ve=v.indexOf(_);if((de.ctrlKey||de.metaKey)!=fe.isolate){let Ne=v.some((De,Ue)=>Ue>0&&Ue!=ve&&De.show);v.forEach((De,Ue)=>{Ue>0&&Pi(Ue,Ne?Ue==ve?Nt:jt:Nt,!0,rn.setSeries)})}else Pi(ve,{show:!_.show},!0,rn.setSeries)},!1),Je&&gt(yg,k,de=>{ue._lock||(Ze(de),Pi(v.indexOf(_),_r,!0,rn.setSeries))},!1));for(var ae in lt){let de=wi("td",Ub,I);de.textContent="--",R.push(de)}return[I,R]}let pn=new Map;function gt(_,b,R,I=!0){let k=pn.get(b)||{},Z=ue.bind[_](n,b,R,I);Z&&(or(_,b,k[_]=Z),pn.set(b,k))}function ln(_,b,R){let I=pn.get(b)||{};for(let k in I)(_==null||k==_)&&(_f(k,b,I[k]),delete I[k]);_==null&&pn.delete(b)}let qt=0,en=0,U=0,Re=0,qe=0,it=0,be=qe,Pt=it,ze=U,Xe=Re,C=0,S=0,W=0,he=0;n.bbox={};let oe=!1,xe=!1,ye=!1,ee=!1,ne=!1,pe=!1;function F(_,b,R){(R||_!=n.width||b!=n.height)&&re(_,b),ot(!1),ye=!0,xe=!0,wn()}function re(_,b){n.width=qt=U=_,n.height=en=Re=b,qe=it=0,Se(),He();let R=n.bbox;C=R.left=ir(qe*Mt,.5),S=R.top=ir(it*Mt,.5),W=R.width=ir(U*Mt,.5),he=R.height=ir(Re*Mt,.5)}let te=3;function we(){let _=!1,b=0;for(;!_;){b++;let R=fr(b),I=Ri(b);_=b==te||R&&I,_||(re(n.width,n.height),xe=!0)}}function ge({width:_,height:b}){F(_,b)}n.setSize=ge;function Se(){let _=!1,b=!1,R=!1,I=!1;A.forEach((k,Z)=>{if(k.show&&k._show){let{side:ae,_size:de}=k,ve=ae%2,Ne=k.label!=null?k.labelSize:0,De=de+Ne;De>0&&(ve?(U-=De,ae==3?(qe+=De,I=!0):R=!0):(Re-=De,ae==0?(it+=De,_=!0):b=!0))}}),Ei[0]=_,Ei[1]=R,Ei[2]=b,Ei[3]=I,U-=pi[1]+pi[3],qe+=pi[3],Re-=pi[2]+pi[0],it+=pi[0]}function He(){let _=qe+U,b=it+Re,R=qe,I=it;function k(Z,ae){switch(Z){case 1:return _+=ae,_-ae;case 2:return b+=ae,b-ae;case 3:return R-=ae,R+ae;case 0:return I-=ae,I+ae}}A.forEach((Z,ae)=>{if(Z.show&&Z._show){let de=Z.side;Z._pos=k(de,Z._size),Z.label!=null&&(Z._lpos=k(de,Z.labelSize))}})}if(ue.dataIdx==null){let _=ue.hover,b=_.skip=new Set(_.skip??[]);b.add(void 0);let R=_.prox=pt(_.prox),I=_.bias??=0;ue.dataIdx=(k,Z,ae,de)=>{if(Z==0)return ae;let ve=ae,Ne=R(k,Z,ae,de)??It,De=Ne>=0&&Ne<It,Ue=L.ori==0?U:Re,tt=ue.left,St=e[0],_t=e[Z];if(b.has(_t[ae])){ve=null;let ft=null,$e=null,We;if(I==0||I==-1)for(We=ae;ft==null&&We-- >0;)b.has(_t[We])||(ft=We);if(I==0||I==1)for(We=ae;$e==null&&We++<_t.length;)b.has(_t[We])||($e=We);if(ft!=null||$e!=null)if(De){let Bt=ft==null?-1/0:G(St[ft],L,Ue,0),Zt=$e==null?1/0:G(St[$e],L,Ue,0),_n=tt-Bt,Rt=Zt-tt;_n<=Rt?_n<=Ne&&(ve=ft):Rt<=Ne&&(ve=$e)}else ve=$e==null?ft:ft==null?$e:ae-ft<=$e-ae?ft:$e}else De&&dn(tt-G(St[ae],L,Ue,0))>Ne&&(ve=null);return ve}}let Ze=_=>{ue.event=_};ue.idxs=ie,ue._lock=!1;let ce=ue.points;ce.show=pt(ce.show),ce.size=pt(ce.size),ce.stroke=pt(ce.stroke),ce.width=pt(ce.width),ce.fill=pt(ce.fill);let Oe=n.focus=an({},i.focus||{alpha:.3},ue.focus),Je=Oe.prox>=0,Ce=Je&&ce.one,st=[],Ft=[],In=[];function fo(_,b){let R=ce.show(n,b);if(R instanceof HTMLElement)return ii(R,Pb),ii(R,_.class),Gi(R,-10,-10,U,Re),g.insertBefore(R,st[b]),R}function cr(_,b){if(s==1||b>0){let R=s==1&&M[_.scale].time,I=_.value;_.value=R?Dg(I)?Vg(Y,zg(I,B)):I||Q:I||Ww,_.label=_.label||(R?Uw:Fw)}if(Ce||b>0){_.width=_.width==null?1:_.width,_.paths=_.paths||sA||$b,_.fillTo=pt(_.fillTo||Zw),_.pxAlign=+vt(_.pxAlign,x),_.pxRound=Jg(_.pxAlign),_.stroke=pt(_.stroke||null),_.fill=pt(_.fill||null),_._stroke=_._fill=_._paths=_._focus=null;let R=Xw(Bn(1,_.width),1),I=_.points=an({},{size:R,width:Bn(1,R*.2),stroke:_.stroke,space:R*2,paths:rA,_stroke:null,_fill:null},_.points);I.show=pt(I.show),I.filter=pt(I.filter),I.fill=pt(I.fill),I.stroke=pt(I.stroke),I.paths=pt(I.paths),I.pxAlign=_.pxAlign}if(j){let R=Ct(_,b);nt.splice(b,0,R[0]),Ve.splice(b,0,R[1]),fe.values.push(null)}if(me){ie.splice(b,0,null);let R=null;Ce?b==0&&(R=fo(_,b)):b>0&&(R=fo(_,b)),st.splice(b,0,R),Ft.splice(b,0,0),In.splice(b,0,0)}xn("addSeries",b)}function mh(_,b){b=b??v.length,_=s==1?wf(_,b,Gg,$g):wf(_,b,{},Yg),v.splice(b,0,_),cr(v[b],b)}n.addSeries=mh;function ga(_){if(v.splice(_,1),j){fe.values.splice(_,1),Ve.splice(_,1);let b=nt.splice(_,1)[0];ln(null,b.firstChild),b.remove()}me&&(ie.splice(_,1),st.splice(_,1)[0].remove(),Ft.splice(_,1),In.splice(_,1)),xn("delSeries",_)}n.delSeries=ga;let Ei=[!1,!1,!1,!1];function Wi(_,b){if(_._show=_.show,_.show){let R=_.side%2,I=M[_.scale];I==null&&(_.scale=R?v[1].scale:E,I=M[_.scale]);let k=I.time;_.size=pt(_.size),_.space=pt(_.space),_.rotate=pt(_.rotate),Ds(_.incrs)&&_.incrs.forEach(ae=>{!Fs.has(ae)&&Fs.set(ae,c0(ae))}),_.incrs=pt(_.incrs||(I.distr==2?gw:k?m==1?_w:Sw:sr)),_.splits=pt(_.splits||(k&&I.distr==1?le:I.distr==3?vf:I.distr==4?kw:Bw)),_.stroke=pt(_.stroke),_.grid.stroke=pt(_.grid.stroke),_.ticks.stroke=pt(_.ticks.stroke),_.border.stroke=pt(_.border.stroke);let Z=_.values;_.values=Ds(Z)&&!Ds(Z[0])?pt(Z):k?Ds(Z)?kg(Y,Bg(Z,B)):Dg(Z)?ww(Y,Z):Z||$:Z||Ow,_.filter=pt(_.filter||(I.distr>=3&&I.log==10?Hw:I.distr==3&&I.log==2?Gw:a0)),_.font=e0(_.font),_.labelFont=e0(_.labelFont),_._size=_.size(n,null,b,0),_._space=_._rotate=_._incrs=_._found=_._splits=_._values=null,_._size>0&&(Ei[b]=!0,_._el=fi(Tb,f))}}function Xi(_,b,R,I){let[k,Z,ae,de]=R,ve=b%2,Ne=0;return ve==0&&(de||Z)&&(Ne=b==0&&!k||b==2&&!ae?fn(Hg.size/3):0),ve==1&&(k||ae)&&(Ne=b==1&&!Z||b==3&&!de?fn(Xg.size/2):0),Ne}let po=n.padding=(i.padding||[Xi,Xi,Xi,Xi]).map(_=>pt(vt(_,Xi))),pi=n._padding=po.map((_,b)=>_(n,b,Ei,0)),Yt,Kt=null,Qt=null,Ci=s==1?v[0].idxs:null,Gn=null,hs=!1;function mo(_,b){if(e=_??[],n.data=n._data=e,s==2){Yt=0;for(let R=1;R<v.length;R++)Yt+=e[R][0].length}else{e.length==0&&(n.data=n._data=e=[[]]),Gn=e[0],Yt=Gn.length;let R=e;if(H==2){R=e.slice();let I=R[0]=Array(Yt);for(let k=0;k<Yt;k++)I[k]=k}n._data=e=R}if(ot(!0),xn("setData"),H==2&&(ye=!0),b!==!1){let R=L;R.auto(n,hs)?go():ds(E,R.min,R.max),ee=ee||ue.left>=0,pe=!0,wn()}}n.setData=mo;function go(){hs=!0;let _,b;s==1&&(Yt>0?(Kt=Ci[0]=0,Qt=Ci[1]=Yt-1,_=e[0][Kt],b=e[0][Qt],H==2?(_=Kt,b=Qt):_==b&&(H==3?[_,b]=jc(_,_,L.log,!1):H==4?[_,b]=Cf(_,_,L.log,!1):L.time?b=_+fn(86400/m):[_,b]=Jc(_,b,Rf,!0))):(Kt=Ci[0]=_=null,Qt=Ci[1]=b=null)),ds(E,_,b)}let hr,us,ur,w,O,K,X,q,Ae,Pe;function Te(_,b,R,I,k,Z){_??=xg,R??=If,I??="butt",k??=xg,Z??="round",_!=hr&&(u.strokeStyle=hr=_),k!=us&&(u.fillStyle=us=k),b!=ur&&(u.lineWidth=ur=b),Z!=O&&(u.lineJoin=O=Z),I!=K&&(u.lineCap=K=I),R!=w&&u.setLineDash(w=R)}function Ie(_,b,R,I){b!=us&&(u.fillStyle=us=b),_!=X&&(u.font=X=_),R!=q&&(u.textAlign=q=R),I!=Ae&&(u.textBaseline=Ae=I)}function ke(_,b,R,I,k=0){if(I.length>0&&_.auto(n,hs)&&(b==null||b.min==null)){let Z=vt(Kt,0),ae=vt(Qt,I.length-1),de=R.min==null?Hb(I,Z,ae,k,_.distr==3):[R.min,R.max];_.min=Ti(_.min,R.min=de[0]),_.max=Bn(_.max,R.max=de[1])}}let Ke={min:null,max:null};function ct(){for(let I in M){let k=M[I];V[I]==null&&(k.min==null||V[E]!=null&&k.auto(n,hs))&&(V[I]=Ke)}for(let I in M){let k=M[I];V[I]==null&&k.from!=null&&V[k.from]!=null&&(V[I]=Ke)}V[E]!=null&&ot(!0);let _={};for(let I in V){let k=V[I];if(k!=null){let Z=_[I]=ao(M[I],Kb);if(k.min!=null)an(Z,k);else if(I!=E||s==2)if(Yt==0&&Z.from==null){let ae=Z.range(n,null,null,I);Z.min=ae[0],Z.max=ae[1]}else Z.min=It,Z.max=-It}}if(Yt>0){v.forEach((I,k)=>{if(s==1){let Z=I.scale,ae=V[Z];if(ae==null)return;let de=_[Z];if(k==0){let ve=de.range(n,de.min,de.max,Z);de.min=ve[0],de.max=ve[1],Kt=Ai(de.min,e[0]),Qt=Ai(de.max,e[0]),Qt-Kt>1&&(e[0][Kt]<de.min&&Kt++,e[0][Qt]>de.max&&Qt--),I.min=Gn[Kt],I.max=Gn[Qt]}else I.show&&I.auto&&ke(de,ae,I,e[k],I.sorted);I.idxs[0]=Kt,I.idxs[1]=Qt}else if(k>0&&I.show&&I.auto){let[Z,ae]=I.facets,de=Z.scale,ve=ae.scale,[Ne,De]=e[k],Ue=_[de],tt=_[ve];Ue!=null&&ke(Ue,V[de],Z,Ne,Z.sorted),tt!=null&&ke(tt,V[ve],ae,De,ae.sorted),I.min=ae.min,I.max=ae.max}});for(let I in _){let k=_[I],Z=V[I];if(k.from==null&&(Z==null||Z.min==null)){let ae=k.range(n,k.min==It?null:k.min,k.max==-It?null:k.max,I);k.min=ae[0],k.max=ae[1]}}}for(let I in _){let k=_[I];if(k.from!=null){let Z=_[k.from];if(Z.min==null)k.min=k.max=null;else{let ae=k.range(n,Z.min,Z.max,I);k.min=ae[0],k.max=ae[1]}}}let b={},R=!1;for(let I in _){let k=_[I],Z=M[I];if(Z.min!=k.min||Z.max!=k.max){Z.min=k.min,Z.max=k.max;let ae=Z.distr;Z._min=ae==3?ls(Z.min):ae==4?uf(Z.min,Z.asinh):ae==100?Z.fwd(Z.min):Z.min,Z._max=ae==3?ls(Z.max):ae==4?uf(Z.max,Z.asinh):ae==100?Z.fwd(Z.max):Z.max,b[I]=R=!0}}if(R){v.forEach((I,k)=>{s==2?k>0&&b.y&&(I._paths=null):b[I.scale]&&(I._paths=null)});for(let I in b)ye=!0,xn("setScale",I);me&&ue.left>=0&&(ee=pe=!0)}for(let I in V)V[I]=null}function Be(_){let b=yf(Kt-1,0,Yt-1),R=yf(Qt+1,0,Yt-1);for(;_[b]==null&&b>0;)b--;for(;_[R]==null&&R<Yt-1;)R++;return[b,R]}function ht(){if(Yt>0){let _=v.some(b=>b._focus)&&Pe!=Oe.alpha;_&&(u.globalAlpha=Pe=Oe.alpha),v.forEach((b,R)=>{if(R>0&&b.show&&(Wt(R,!1),Wt(R,!0),b._paths==null)){let I=Pe;Pe!=b.alpha&&(u.globalAlpha=Pe=b.alpha);let k=s==2?[0,e[R][0].length-1]:Be(e[R]);b._paths=b.paths(n,R,k[0],k[1]),Pe!=I&&(u.globalAlpha=Pe=I)}}),v.forEach((b,R)=>{if(R>0&&b.show){let I=Pe;Pe!=b.alpha&&(u.globalAlpha=Pe=b.alpha),b._paths!=null&&At(R,!1);{let k=b._paths!=null?b._paths.gaps:null,Z=b.points.show(n,R,Kt,Qt,k),ae=b.points.filter(n,R,Z,k);(Z||ae)&&(b.points._paths=b.points.paths(n,R,Kt,Qt,ae),At(R,!0))}Pe!=I&&(u.globalAlpha=Pe=I),xn("drawSeries",R)}}),_&&(u.globalAlpha=Pe=1)}}function Wt(_,b){let R=b?v[_].points:v[_];R._stroke=R.stroke(n,_),R._fill=R.fill(n,_)}function At(_,b){let R=b?v[_].points:v[_],{stroke:I,fill:k,clip:Z,flags:ae,_stroke:de=R._stroke,_fill:ve=R._fill,_width:Ne=R.width}=R._paths;Ne=Lt(Ne*Mt,3);let De=null,Ue=Ne%2/2;b&&ve==null&&(ve=Ne>0?"#fff":de);let tt=R.pxAlign==1&&Ue>0;if(tt&&u.translate(Ue,Ue),!b){let St=C-Ne/2,_t=S-Ne/2,ft=W+Ne,$e=he+Ne;De=new Path2D,De.rect(St,_t,ft,$e)}b?Fe(de,Ne,R.dash,R.cap,ve,I,k,ae,Z):Tt(_,de,Ne,R.dash,R.cap,ve,I,k,ae,De,Z),tt&&u.translate(-Ue,-Ue)}function Tt(_,b,R,I,k,Z,ae,de,ve,Ne,De){let Ue=!1;ve!=0&&P.forEach((tt,St)=>{if(tt.series[0]==_){let _t=v[tt.series[1]],ft=e[tt.series[1]],$e=(_t._paths||pa).band;Ds($e)&&($e=tt.dir==1?$e[0]:$e[1]);let We,Bt=null;_t.show&&$e&&Wb(ft,Kt,Qt)?(Bt=tt.fill(n,St)||Z,We=_t._paths.clip):$e=null,Fe(b,R,I,k,Bt,ae,de,ve,Ne,De,We,$e),Ue=!0}}),Ue||Fe(b,R,I,k,Z,ae,de,ve,Ne,De)}let cn=lo|Mf;function Fe(_,b,R,I,k,Z,ae,de,ve,Ne,De,Ue){Te(_,b,R,I,k),(ve||Ne||Ue)&&(u.save(),ve&&u.clip(ve),Ne&&u.clip(Ne)),Ue?(de&cn)==cn?(u.clip(Ue),De&&u.clip(De),dt(k,ae),tn(_,Z,b)):de&Mf?(dt(k,ae),u.clip(Ue),tn(_,Z,b)):de&lo&&(u.save(),u.clip(Ue),De&&u.clip(De),dt(k,ae),u.restore(),tn(_,Z,b)):(dt(k,ae),tn(_,Z,b)),(ve||Ne||Ue)&&u.restore()}function tn(_,b,R){R>0&&(b instanceof Map?b.forEach((I,k)=>{u.strokeStyle=hr=k,u.stroke(I)}):b!=null&&_&&u.stroke(b))}function dt(_,b){b instanceof Map?b.forEach((R,I)=>{u.fillStyle=us=I,u.fill(R)}):b!=null&&_&&u.fill(b)}function qi(_,b,R,I){let k=A[_],Z;if(I<=0)Z=[0,0];else{let ae=k._space=k.space(n,_,b,R,I),de=k._incrs=k.incrs(n,_,b,R,I,ae);Z=uA(b,R,de,I,ae)}return k._found=Z}function nn(_,b,R,I,k,Z,ae,de,ve,Ne){let De=ae%2/2;x==1&&u.translate(De,De),Te(de,ae,ve,Ne,de),u.beginPath();let Ue,tt,St,_t,ft=k+(I==0||I==3?-Z:Z);R==0?(tt=k,_t=ft):(Ue=k,St=ft);for(let $e=0;$e<_.length;$e++)b[$e]!=null&&(R==0?Ue=St=_[$e]:tt=_t=_[$e],u.moveTo(Ue,tt),u.lineTo(St,_t));u.stroke(),x==1&&u.translate(-De,-De)}function fr(_){let b=!0;return A.forEach((R,I)=>{if(!R.show)return;let k=M[R.scale];if(k.min==null){R._show&&(b=!1,R._show=!1,ot(!1));return}else R._show||(b=!1,R._show=!0,ot(!1));let Z=R.side,ae=Z%2,{min:de,max:ve}=k,[Ne,De]=qi(I,de,ve,ae==0?U:Re);if(De==0)return;let Ue=k.distr==2,tt=R._splits=R.splits(n,I,de,ve,Ne,De,Ue),St=k.distr==2?tt.map(We=>Gn[We]):tt,_t=k.distr==2?Gn[tt[1]]-Gn[tt[0]]:Ne,ft=R._values=R.values(n,R.filter(n,St,I,De,_t),I,De,_t);R._rotate=Z==2?R.rotate(n,ft,I,De):0;let $e=R._size;R._size=di(R.size(n,ft,I,_)),$e!=null&&R._size!=$e&&(b=!1)}),b}function Ri(_){let b=!0;return po.forEach((R,I)=>{let k=R(n,I,Ei,_);k!=pi[I]&&(b=!1),pi[I]=k}),b}function Yi(){for(let _=0;_<A.length;_++){let b=A[_];if(!b.show||!b._show)continue;let R=b.side,I=R%2,k,Z,ae=b.stroke(n,_),de=R==0||R==3?-1:1,[ve,Ne]=b._found;if(b.label!=null){let Dn=b.labelGap*de,qn=fn((b._lpos+Dn)*Mt);Ie(b.labelFont[0],ae,"center",R==2?"top":gg),u.save(),I==1?(k=Z=0,u.translate(qn,fn(S+he/2)),u.rotate((R==3?-$c:$c)/2)):(k=fn(C+W/2),Z=qn);let ks=r0(b.label)?b.label(n,_,ve,Ne):b.label;u.fillText(ks,k,Z),u.restore()}if(Ne==0)continue;let De=M[b.scale],Ue=I==0?W:he,tt=I==0?C:S,St=b._splits,_t=De.distr==2?St.map(Dn=>Gn[Dn]):St,ft=De.distr==2?Gn[St[1]]-Gn[St[0]]:ve,$e=b.ticks,We=b.border,Bt=$e.show?$e.size:0,Zt=fn(Bt*Mt),_n=fn((b.alignTo==2?b._size-Bt-b.gap:b.gap)*Mt),Rt=b._rotate*-$c/180,Jt=p(b._pos*Mt),Wn=(Zt+_n)*de,Nn=Jt+Wn;Z=I==0?Nn:0,k=I==1?Nn:0;let oi=b.font[0],mi=b.align==1?no:b.align==2?lf:Rt>0?no:Rt<0?lf:I==0?"center":R==3?lf:no,Li=Rt||I==1?"middle":R==2?"top":gg;Ie(oi,ae,mi,Li);let Xn=b.font[1]*b.lineGap,ai=St.map(Dn=>p(a(Dn,De,Ue,tt))),gi=b._values;for(let Dn=0;Dn<gi.length;Dn++){let qn=gi[Dn];if(qn!=null){I==0?k=ai[Dn]:Z=ai[Dn],qn=""+qn;let ks=qn.indexOf(`
`)==-1?[qn]:qn.split(/\n/gm);for(let Fn=0;Fn<ks.length;Fn++){let ld=ks[Fn];Rt?(u.save(),u.translate(k,Z+Fn*Xn),u.rotate(Rt),u.fillText(ld,0,0),u.restore()):u.fillText(ld,k,Z+Fn*Xn)}}}$e.show&&nn(ai,$e.filter(n,_t,_,Ne,ft),I,R,Jt,Zt,Lt($e.width*Mt,3),$e.stroke(n,_),$e.dash,$e.cap);let Ni=b.grid;Ni.show&&nn(ai,Ni.filter(n,_t,_,Ne,ft),I,I==0?2:1,I==0?S:C,I==0?he:W,Lt(Ni.width*Mt,3),Ni.stroke(n,_),Ni.dash,Ni.cap),We.show&&nn([Jt],[1],I==0?1:0,I==0?1:2,I==1?S:C,I==1?he:W,Lt(We.width*Mt,3),We.stroke(n,_),We.dash,We.cap)}xn("drawAxes")}function ot(_){v.forEach((b,R)=>{R>0&&(b._paths=null,_&&(s==1?(b.min=null,b.max=null):b.facets.forEach(I=>{I.min=null,I.max=null})))})}let $t=!1,Ln=!1,Et=[];function sn(){Ln=!1;for(let _=0;_<Et.length;_++)xn(...Et[_]);Et.length=0}function wn(){$t||(sw(Wf),$t=!0)}function xa(_,b=!1){$t=!0,Ln=b,_(n),Wf(),b&&Et.length>0&&queueMicrotask(sn)}n.batch=xa;function Wf(){if(oe&&(ct(),oe=!1),ye&&(we(),ye=!1),xe){if(Vt(d,no,qe),Vt(d,"top",it),Vt(d,ha,U),Vt(d,ua,Re),Vt(g,no,qe),Vt(g,"top",it),Vt(g,ha,U),Vt(g,ua,Re),Vt(f,ha,qt),Vt(f,ua,en),h.width=fn(qt*Mt),h.height=fn(en*Mt),A.forEach(({_el:_,_show:b,_size:R,_pos:I,side:k})=>{if(_!=null)if(b){let Z=k===3||k===0?R:0,ae=k%2==1;Vt(_,ae?"left":"top",I-Z),Vt(_,ae?"width":"height",R),Vt(_,ae?"top":"left",ae?it:qe),Vt(_,ae?"height":"width",ae?Re:U),xf(_,rr)}else ii(_,rr)}),hr=us=ur=O=K=X=q=Ae=w=null,Pe=1,yo(!0),qe!=be||it!=Pt||U!=ze||Re!=Xe){ot(!1);let _=U/ze,b=Re/Xe;if(me&&!ee&&ue.left>=0){ue.left*=_,ue.top*=b,dr&&Gi(dr,fn(ue.left),0,U,Re),pr&&Gi(pr,0,fn(ue.top),U,Re);for(let R=0;R<st.length;R++){let I=st[R];I!=null&&(Ft[R]*=_,In[R]*=b,Gi(I,di(Ft[R]),di(In[R]),U,Re))}}if(Ot.show&&!ne&&Ot.left>=0&&Ot.width>0){Ot.left*=_,Ot.width*=_,Ot.top*=b,Ot.height*=b;for(let R in Sh)Vt(xr,R,Ot[R])}be=qe,Pt=it,ze=U,Xe=Re}xn("setSize"),xe=!1}qt>0&&en>0&&(u.clearRect(0,0,h.width,h.height),xn("drawClear"),T.forEach(_=>_()),xn("draw")),Ot.show&&ne&&(_a(Ot),ne=!1),me&&ee&&(Bs(null,!0,!1),ee=!1),fe.show&&fe.live&&pe&&(yh(),pe=!1),l||(l=!0,n.status=1,xn("ready")),hs=!1,$t=!1}n.redraw=(_,b)=>{ye=b||!1,_!==!1?ds(E,L.min,L.max):wn()};function gh(_,b){let R=M[_];if(R.from==null){if(Yt==0){let I=R.range(n,b.min,b.max,_);b.min=I[0],b.max=I[1]}if(b.min>b.max){let I=b.min;b.min=b.max,b.max=I}if(Yt>1&&b.min!=null&&b.max!=null&&b.max-b.min<1e-16)return;_==E&&R.distr==2&&Yt>0&&(b.min=Ai(b.min,e[0]),b.max=Ai(b.max,e[0]),b.min==b.max&&b.max++),V[_]=b,oe=!0,wn()}}n.setScale=gh;let xh,_h,dr,pr,Xf,qf,mr,gr,Yf,$f,Ut,Gt,fs=!1,Mn=ue.drag,mn=Mn.x,gn=Mn.y;me&&(ue.x&&(xh=fi(Cb,g)),ue.y&&(_h=fi(Rb,g)),L.ori==0?(dr=xh,pr=_h):(dr=_h,pr=xh),Ut=ue.left,Gt=ue.top);let Ot=n.select=an({show:!0,over:!0,left:0,width:0,top:0,height:0},i.select),xr=Ot.show?fi(Eb,Ot.over?g:d):null;function _a(_,b){if(Ot.show){for(let R in _)Ot[R]=_[R],R in Sh&&Vt(xr,R,_[R]);b!==!1&&xn("setSelect")}}n.setSelect=_a;function K0(_){if(v[_].show)j&&xf(nt[_],rr);else if(j&&ii(nt[_],rr),me){let R=Ce?st[0]:st[_];R!=null&&Gi(R,-10,-10,U,Re)}}function ds(_,b,R){gh(_,{min:b,max:R})}function Pi(_,b,R,I){b.focus!=null&&nx(_),b.show!=null&&v.forEach((k,Z)=>{Z>0&&(_==Z||_==null)&&(k.show=b.show,K0(Z),s==2?(ds(k.facets[0].scale,null,null),ds(k.facets[1].scale,null,null)):ds(k.scale,null,null),wn())}),R!==!1&&xn("setSeries",_,b),I&&vo("setSeries",n,_,b)}n.setSeries=Pi;function Q0(_,b){an(P[_],b)}function j0(_,b){_.fill=pt(_.fill||null),_.dir=vt(_.dir,-1),b=b??P.length,P.splice(b,0,_)}function ex(_){_==null?P.length=0:P.splice(_,1)}n.addBand=j0,n.setBand=Q0,n.delBand=ex;function tx(_,b){v[_].alpha=b,me&&st[_]!=null&&(st[_].style.opacity=b),j&&nt[_]&&(nt[_].style.opacity=b)}let $i,ps,Os,_r={focus:!0};function nx(_){if(_!=Os){let b=_==null,R=Oe.alpha!=1;v.forEach((I,k)=>{if(s==1||k>0){let Z=b||k==0||k==_;I._focus=b?null:Z,R&&tx(k,Z?1:Oe.alpha)}}),Os=_,R&&wn()}}j&&Je&&gt(vg,Ee,_=>{ue._lock||(Ze(_),Os!=null&&Pi(null,_r,!0,rn.setSeries))});function Ii(_,b,R){let I=M[b];R&&(_=_/Mt-(I.ori==1?it:qe));let k=U;I.ori==1&&(k=Re,_=k-_),I.dir==-1&&(_=k-_);let Z=I._min,ae=I._max,de=_/k,ve=Z+(ae-Z)*de,Ne=I.distr;return Ne==3?ro(10,ve):Ne==4?qb(ve,I.asinh):Ne==100?I.bwd(ve):ve}function ix(_,b){let R=Ii(_,E,b);return Ai(R,e[0],Kt,Qt)}n.valToIdx=_=>Ai(_,e[0]),n.posToIdx=ix,n.posToVal=Ii,n.valToPos=(_,b,R)=>M[b].ori==0?r(_,M[b],R?W:U,R?C:0):o(_,M[b],R?he:Re,R?S:0),n.setCursor=(_,b,R)=>{Ut=_.left,Gt=_.top,Bs(null,b,R)};function Zf(_,b){Vt(xr,no,Ot.left=_),Vt(xr,ha,Ot.width=b)}function Jf(_,b){Vt(xr,"top",Ot.top=_),Vt(xr,ua,Ot.height=b)}let xo=L.ori==0?Zf:Jf,_o=L.ori==1?Zf:Jf;function sx(){if(j&&fe.live)for(let _=s==2?1:0;_<v.length;_++){if(_==0&&rt)continue;let b=fe.values[_],R=0;for(let I in b)Ve[_][R++].firstChild.nodeValue=b[I]}}function yh(_,b){if(_!=null&&(_.idxs?_.idxs.forEach((R,I)=>{ie[I]=R}):Jb(_.idx)||ie.fill(_.idx),fe.idx=ie[0]),j&&fe.live){for(let R=0;R<v.length;R++)(R>0||s==1&&!rt)&&rx(R,ie[R]);sx()}pe=!1,b!==!1&&xn("setLegend")}n.setLegend=yh;function rx(_,b){let R=v[_],I=_==0&&H==2?Gn:e[_],k;rt?k=R.values(n,_,b)??et:(k=R.value(n,b==null?null:I[b],_,b),k=k==null?et:{_:k}),fe.values[_]=k}function Bs(_,b,R){Yf=Ut,$f=Gt,[Ut,Gt]=ue.move(n,Ut,Gt),ue.left=Ut,ue.top=Gt,me&&(dr&&Gi(dr,fn(Ut),0,U,Re),pr&&Gi(pr,0,fn(Gt),U,Re));let I,k=Kt>Qt;$i=It,ps=null;let Z=L.ori==0?U:Re,ae=L.ori==1?U:Re;if(Ut<0||Yt==0||k){I=ue.idx=null;for(let de=0;de<v.length;de++){let ve=st[de];ve!=null&&Gi(ve,-10,-10,U,Re)}Je&&Pi(null,_r,!0,_==null&&rn.setSeries),fe.live&&(ie.fill(I),pe=!0)}else{let de,ve,Ne;s==1&&(de=L.ori==0?Ut:Gt,ve=Ii(de,E),I=ue.idx=Ai(ve,e[0],Kt,Qt),Ne=G(e[0][I],L,Z,0));let De=-10,Ue=-10,tt=0,St=0,_t=!0,ft="",$e="";for(let We=s==2?1:0;We<v.length;We++){let Bt=v[We],Zt=ie[We],_n=Zt==null?null:s==1?e[We][Zt]:e[We][1][Zt],Rt=ue.dataIdx(n,We,I,ve),Jt=Rt==null?null:s==1?e[We][Rt]:e[We][1][Rt];if(pe=pe||Jt!=_n||Rt!=Zt,ie[We]=Rt,We>0&&Bt.show){let Wn=Rt==null?-10:Rt==I?Ne:G(s==1?e[0][Rt]:e[We][0][Rt],L,Z,0),Nn=Jt==null?-10:N(Jt,s==1?M[Bt.scale]:M[Bt.facets[1].scale],ae,0);if(Je&&Jt!=null){let oi=L.ori==1?Ut:Gt,mi=dn(Oe.dist(n,We,Rt,Nn,oi));if(mi<$i){let Li=Oe.bias;if(Li!=0){let Xn=Ii(oi,Bt.scale),ai=Jt>=0?1:-1,gi=Xn>=0?1:-1;gi==ai&&(gi==1?Li==1?Jt>=Xn:Jt<=Xn:Li==1?Jt<=Xn:Jt>=Xn)&&($i=mi,ps=We)}else $i=mi,ps=We}}if(pe||Ce){let oi,mi;L.ori==0?(oi=Wn,mi=Nn):(oi=Nn,mi=Wn);let Li,Xn,ai,gi,Ni,Dn,qn=!0,ks=ce.bbox;if(ks!=null){qn=!1;let Fn=ks(n,We);ai=Fn.left,gi=Fn.top,Li=Fn.width,Xn=Fn.height}else ai=oi,gi=mi,Li=Xn=ce.size(n,We);if(Dn=ce.fill(n,We),Ni=ce.stroke(n,We),Ce)We==ps&&$i<=Oe.prox&&(De=ai,Ue=gi,tt=Li,St=Xn,_t=qn,ft=Dn,$e=Ni);else{let Fn=st[We];Fn!=null&&(Ft[We]=ai,In[We]=gi,Eg(Fn,Li,Xn,qn),Ag(Fn,Dn,Ni),Gi(Fn,di(ai),di(gi),U,Re))}}}}if(Ce){let We=Oe.prox,Bt=Os==null?$i<=We:$i>We||ps!=Os;if(pe||Bt){let Zt=st[0];Zt!=null&&(Ft[0]=De,In[0]=Ue,Eg(Zt,tt,St,_t),Ag(Zt,ft,$e),Gi(Zt,di(De),di(Ue),U,Re))}}}if(Ot.show&&fs)if(_!=null){let[de,ve]=rn.scales,[Ne,De]=rn.match,[Ue,tt]=_.cursor.sync.scales,St=_.cursor.drag;if(mn=St._x,gn=St._y,mn||gn){let{left:_t,top:ft,width:$e,height:We}=_.select,Bt=_.scales[Ue].ori,Zt=_.posToVal,_n,Rt,Jt,Wn,Nn,oi=de!=null&&Ne(de,Ue),mi=ve!=null&&De(ve,tt);oi&&mn?(Bt==0?(_n=_t,Rt=$e):(_n=ft,Rt=We),Jt=M[de],Wn=G(Zt(_n,Ue),Jt,Z,0),Nn=G(Zt(_n+Rt,Ue),Jt,Z,0),xo(Ti(Wn,Nn),dn(Nn-Wn))):xo(0,Z),mi&&gn?(Bt==1?(_n=_t,Rt=$e):(_n=ft,Rt=We),Jt=M[ve],Wn=N(Zt(_n,tt),Jt,ae,0),Nn=N(Zt(_n+Rt,tt),Jt,ae,0),_o(Ti(Wn,Nn),dn(Nn-Wn))):_o(0,ae)}else Mh()}else{let de=dn(Yf-Xf),ve=dn($f-qf);if(L.ori==1){let tt=de;de=ve,ve=tt}mn=Mn.x&&de>=Mn.dist,gn=Mn.y&&ve>=Mn.dist;let Ne=Mn.uni;Ne!=null?mn&&gn&&(mn=de>=Ne,gn=ve>=Ne,!mn&&!gn&&(ve>de?gn=!0:mn=!0)):Mn.x&&Mn.y&&(mn||gn)&&(mn=gn=!0);let De,Ue;mn&&(L.ori==0?(De=mr,Ue=Ut):(De=gr,Ue=Gt),xo(Ti(De,Ue),dn(Ue-De)),gn||_o(0,ae)),gn&&(L.ori==1?(De=mr,Ue=Ut):(De=gr,Ue=Gt),_o(Ti(De,Ue),dn(Ue-De)),mn||xo(0,Z)),!mn&&!gn&&(xo(0,0),_o(0,0))}if(Mn._x=mn,Mn._y=gn,_==null){if(R){if(ad!=null){let[de,ve]=rn.scales;rn.values[0]=de!=null?Ii(L.ori==0?Ut:Gt,de):null,rn.values[1]=ve!=null?Ii(L.ori==1?Ut:Gt,ve):null}vo(cf,n,Ut,Gt,U,Re,I)}if(Je){let de=R&&rn.setSeries,ve=Oe.prox;Os==null?$i<=ve&&Pi(ps,_r,!0,de):$i>ve?Pi(null,_r,!0,de):ps!=Os&&Pi(ps,_r,!0,de)}}pe&&(fe.idx=I,yh()),b!==!1&&xn("setCursor")}let ms=null;Object.defineProperty(n,"rect",{get(){return ms==null&&yo(!1),ms}});function yo(_=!1){_?ms=null:(ms=g.getBoundingClientRect(),xn("syncRect",ms))}function Kf(_,b,R,I,k,Z,ae){ue._lock||fs&&_!=null&&_.movementX==0&&_.movementY==0||(vh(_,b,R,I,k,Z,ae,!1,_!=null),_!=null?Bs(null,!0,!0):Bs(b,!0,!1))}function vh(_,b,R,I,k,Z,ae,de,ve){if(ms==null&&yo(!1),Ze(_),_!=null)R=_.clientX-ms.left,I=_.clientY-ms.top;else{if(R<0||I<0){Ut=-10,Gt=-10;return}let[Ne,De]=rn.scales,Ue=b.cursor.sync,[tt,St]=Ue.values,[_t,ft]=Ue.scales,[$e,We]=rn.match,Bt=b.axes[0].side%2==1,Zt=L.ori==0?U:Re,_n=L.ori==1?U:Re,Rt=Bt?Z:k,Jt=Bt?k:Z,Wn=Bt?I:R,Nn=Bt?R:I;if(_t!=null?R=$e(Ne,_t)?a(tt,M[Ne],Zt,0):-10:R=Zt*(Wn/Rt),ft!=null?I=We(De,ft)?a(St,M[De],_n,0):-10:I=_n*(Nn/Jt),L.ori==1){let oi=R;R=I,I=oi}}ve&&(b==null||b.cursor.event.type==cf)&&((R<=1||R>=U-1)&&(R=ir(R,U)),(I<=1||I>=Re-1)&&(I=ir(I,Re))),de?(Xf=R,qf=I,[mr,gr]=ue.move(n,R,I)):(Ut=R,Gt=I)}let Sh={width:0,height:0,left:0,top:0};function Mh(){_a(Sh,!1)}let Qf,jf,ed,td;function nd(_,b,R,I,k,Z,ae){fs=!0,mn=gn=Mn._x=Mn._y=!1,vh(_,b,R,I,k,Z,ae,!0,!1),_!=null&&(gt(hf,mf,id,!1),vo(_g,n,mr,gr,U,Re,null));let{left:de,top:ve,width:Ne,height:De}=Ot;Qf=de,jf=ve,ed=Ne,td=De}function id(_,b,R,I,k,Z,ae){fs=Mn._x=Mn._y=!1,vh(_,b,R,I,k,Z,ae,!1,!0);let{left:de,top:ve,width:Ne,height:De}=Ot,Ue=Ne>0||De>0,tt=Qf!=de||jf!=ve||ed!=Ne||td!=De;if(Ue&&tt&&_a(Ot),Mn.setScale&&Ue&&tt){let St=de,_t=Ne,ft=ve,$e=De;if(L.ori==1&&(St=ve,_t=De,ft=de,$e=Ne),mn&&ds(E,Ii(St,E),Ii(St+_t,E)),gn)for(let We in M){let Bt=M[We];We!=E&&Bt.from==null&&Bt.min!=It&&ds(We,Ii(ft+$e,We),Ii(ft,We))}Mh()}else ue.lock&&(ue._lock=!ue._lock,Bs(b,!0,_!=null));_!=null&&(ln(hf,mf),vo(hf,n,Ut,Gt,U,Re,null))}function ox(_,b,R,I,k,Z,ae){if(ue._lock)return;Ze(_);let de=fs;if(fs){let ve=!0,Ne=!0,De=10,Ue,tt;L.ori==0?(Ue=mn,tt=gn):(Ue=gn,tt=mn),Ue&&tt&&(ve=Ut<=De||Ut>=U-De,Ne=Gt<=De||Gt>=Re-De),Ue&&ve&&(Ut=Ut<mr?0:U),tt&&Ne&&(Gt=Gt<gr?0:Re),Bs(null,!0,!0),fs=!1}Ut=-10,Gt=-10,ie.fill(null),Bs(null,!0,!0),de&&(fs=de)}function sd(_,b,R,I,k,Z,ae){ue._lock||(Ze(_),go(),Mh(),_!=null&&vo(Sg,n,Ut,Gt,U,Re,null))}function rd(){A.forEach(fA),F(n.width,n.height,!0)}or(Zc,so,rd);let yr={};yr.mousedown=nd,yr.mousemove=Kf,yr.mouseup=id,yr.dblclick=sd,yr.setSeries=(_,b,R,I)=>{let k=rn.match[2];R=k(n,b,R),R!=-1&&Pi(R,I,!0,!1)},me&&(gt(_g,g,nd),gt(cf,g,Kf),gt(yg,g,_=>{Ze(_),yo(!1)}),gt(vg,g,ox),gt(Sg,g,sd),bf.add(n),n.syncRect=yo);let ya=n.hooks=i.hooks||{};function xn(_,b,R){Ln?Et.push([_,b,R]):_ in ya&&ya[_].forEach(I=>{I.call(null,n,b,R)})}(i.plugins||[]).forEach(_=>{for(let b in _.hooks)ya[b]=(ya[b]||[]).concat(_.hooks[b])});let od=(_,b,R)=>R,rn=an({key:null,setSeries:!1,filters:{pub:Lg,sub:Lg},scales:[E,v[1]?v[1].scale:null],match:[Ng,Ng,od],values:[null,null]},ue.sync);rn.match.length==2&&rn.match.push(od),ue.sync=rn;let ad=rn.key,bh=R0(ad);function vo(_,b,R,I,k,Z,ae){rn.filters.pub(_,b,R,I,k,Z,ae)&&bh.pub(_,b,R,I,k,Z,ae)}bh.sub(n);function ax(_,b,R,I,k,Z,ae){rn.filters.sub(_,b,R,I,k,Z,ae)&&yr[_](null,b,R,I,k,Z,ae)}n.pub=ax;function lx(){bh.unsub(n),bf.delete(n),pn.clear(),_f(Zc,so,rd),c.remove(),Ee?.remove(),xn("destroy")}n.destroy=lx;function wh(){xn("init",i,e),mo(e||i.data,!1),V[E]?gh(E,V[E]):go(),ne=Ot.show&&(Ot.width>0||Ot.height>0),ee=pe=!0,F(i.width,i.height)}return v.forEach(cr),A.forEach(Wi),t?t instanceof HTMLElement?(t.appendChild(c),wh()):t(n,wh):wh(),n}bn.assign=an;bn.fmtNum=Pf;bn.rangeNum=Jc;bn.rangeLog=jc;bn.rangeAsinh=Cf;bn.orient=lr;bn.pxRatio=Mt;bn.join=iw;bn.fmtDate=Lf,bn.tzDate=pw;bn.sync=R0;{bn.addGap=Jw,bn.clipGaps=nh;let i=bn.paths={points:F0};i.linear=O0,i.stepped=jw,i.bars=eA,i.spline=nA}var Us=class{element;#e;#t=se("div",{class:"lf-plot-now"});#i;#n=null;#s=new Float64Array;#r=[];constructor(e,t){this.#e=e,this.#i=t,this.element=se("div",{class:"lf-plot",attributes:{role:"img","aria-label":t}});let n=ci(this.element,(s,r)=>{this.#n&&s&&r?(this.#n.setSize({width:s,height:r}),this.#a()):this.#l()});e.cleanups.push(()=>{n.disconnect(),this.#n?.destroy()}),e.store.watch(["time"],()=>this.#a()),e.store.watch(["dark"],()=>this.#l())}show(e,t){let n=this.#e.page.timeUnit==="ms"?e.map(r=>1e3*r):e,s=this.#n!==null&&t.length===this.#r.length&&t.every((r,o)=>{let a=this.#r[o];return r.colour===a.colour&&String(r.dash)===String(a.dash)});this.#s=n,this.#r=t,s&&this.#n?this.#n.setData(this.#o()):this.#l(),this.#a()}#o(){return[this.#s,...this.#r.map(e=>e.values)]}#l(){this.#n?.destroy(),this.#n=null;let{clientWidth:e,clientHeight:t}=this.element;if(!e||!t||!this.#s.length)return;let n=a=>kn(this.element,a),s=`11px ${getComputedStyle(this.element).fontFamily}`,r={stroke:n("quiet"),font:s,grid:{stroke:n("line"),width:1},ticks:{show:!1}},{timeUnit:o}=this.#e.page;this.#n=new bn({width:e,height:t,legend:{show:!1},cursor:{drag:{x:!1,y:!1},y:!1,points:{show:!1}},scales:{x:{time:!1},y:{range:(a,l,c)=>dA(l,c)}},axes:[{...r,size:24,gap:4,space:44,values:(a,l)=>l.map((c,h)=>h===l.length-1?`${kf(c)} ${o}`:kf(c))},{...r,size:44,gap:5,space:26,values:(a,l)=>l.map(c=>kf(c))}],series:[{},...this.#r.map(a=>({stroke:a.colour,width:a.width??1.6,points:{show:!1},auto:!a.aside,...a.dash?{dash:a.dash}:{}}))],padding:[8,22,0,0],hooks:{drawAxes:[a=>pA(a,n("line-strong"))],draw:[()=>this.#a()]}},this.#o(),this.element),this.#n.over.append(this.#t),this.#c(this.#n.over),this.#a()}#c(e){let t=n=>{if(!this.#n)return;let s=n.clientX-e.getBoundingClientRect().left,r=this.#n.posToVal(s,"x");this.#e.actions.setTime(this.#e.page.timeUnit==="ms"?r/1e3:r)};e.addEventListener("pointerdown",n=>{this.#e.actions.pause(),e.setPointerCapture(n.pointerId),t(n)}),e.addEventListener("pointermove",n=>{e.hasPointerCapture(n.pointerId)&&t(n)})}#a(){if(!this.#n)return;let{time:e}=this.#e.store.state,t=this.#n.valToPos(this.#e.page.timeUnit==="ms"?1e3*e:e,"x");Number.isFinite(t)&&(this.#t.style.transform=`translateX(${t.toFixed(1)}px)`)}describe(e){this.element.setAttribute("aria-label",`${this.#i}: ${e}`)}};function dA(i,e){let[t,n]=[i??0,e??1],s=n-t||Math.abs(n)||1;return[t>=0&&t<.5*n?0:t-.06*s,n+.06*s]}function kf(i){let e=Number(i.toPrecision(6));return Math.abs(e)>=1e5||e!==0&&Math.abs(e)<.001?An(e,2):String(e).replace("-","−")}function pA(i,e){let{ctx:t,bbox:n}=i,s=i.valToPos(0,"x",!0),r=i.valToPos(0,"y",!0);t.save(),t.fillStyle=e,s>n.left&&s<n.left+n.width&&t.fillRect(s,n.top,1,n.height),r>n.top&&r<n.top+n.height&&t.fillRect(n.left,r,n.width,1),t.restore()}var oh=[[5,4],[1.5,3],[9,3]],ah=class{element;#e;#t;#i=se("h2");#n=se("ul",{class:"lf-picks",attributes:{"aria-label":"Picked vertices"}});#s=se("p",{class:"lf-empty",text:"Click the brain to see the time course of a vertex."});#r=se("div",{class:"lf-key lf-lines"});#o=[];constructor(e){this.#e=e;let{store:t,actions:n}=e;this.#t=new Us(e,"Time courses of picked vertices");let s=se("button",{class:"lf-button lf-quiet",text:"Clear",title:"Remove all picked vertices (Escape)",attributes:{type:"button"},on:{click:()=>n.clearPicks()}});this.element=se("section",{class:"lf-courses lf-card"},se("header",{},this.#i,s),this.#t.element,this.#r,this.#s,this.#n),t.watch(["picks","map","sideBySide","shown","snr","method","dark"],({picks:r})=>{s.hidden=!r.length,this.#s.hidden=r.length>0,this.#t.element.classList.toggle("lf-gone",!r.length||e.times().n<2),this.#l(r)}),t.watch(["time"],()=>this.#f())}#l(e){let{store:t,activity:n,times:s}=this.#e,{state:r}=t,{quantity:o,unit:a,scale:l}=n.appearance(r.map,r);this.#i.replaceChildren(se("span",{text:o}),se("small",{text:a})),this.#o=e.map(u=>n.course(r.map,u.source,r).map(f=>f*l)),this.#n.replaceChildren(...e.map(u=>this.#u(u))),this.#f();let c=this.#c(),h=e.map((u,f)=>({values:this.#o[f],colour:_s(u.colour)}));this.#t.show(Sr(s()),[...c.flatMap(u=>this.#a(u)),...h]),this.#h(e.length?c:[]),this.#t.describe(e.map(u=>`${u.hemisphere} vertex ${u.vertex}`).join(", ")||"none")}#c(){let{store:e,activity:t,page:n}=this.#e,{state:s}=e,{unit:r,quantity:o}=t.appearance(s.map,s),a=n.maps[s.map]?.times;return Tn(n,s).filter(l=>{if(l===s.map)return!1;let c=t.appearance(l,s),{tmin:h,tstep:u,n:f}=n.maps[l].times;return h===a.tmin&&u===a.tstep&&f===a.n&&c.unit===r&&c.quantity===o})}#a(e){let{store:t,activity:n}=this.#e,{state:s}=t,{scale:r}=n.appearance(e,s);return s.picks.map(o=>({values:n.course(e,o.source,s).map(a=>a*r),colour:_s(o.colour),width:1.2,dash:oh[this.#c().indexOf(e)%oh.length]}))}#h(e){let{store:t,page:n}=this.#e;this.#r.hidden=!e.length;let s=(r,o)=>{let a=se("i");return a.style.borderTopStyle=o.length?o[0]<3?"dotted":"dashed":"solid",se("span",{},a,n.maps[r].title)};this.#r.replaceChildren(s(t.state.map,[]),...e.map((r,o)=>s(r,oh[o%oh.length])))}#u(e){let t=br(this.#e,e.hemisphere,e.vertex),n=se("i",{class:"lf-swatch"});n.style.background=_s(e.colour);let s=Jd(this.#e,e.hemisphere,e.vertex).map(([r,o])=>se("span",{title:`${r} coordinates in mm`},se("b",{text:r}),o));return se("li",{},n,se("div",{class:"lf-pick"},se("div",{class:"lf-pick-name"},se("strong",{text:t||"vertex"}),se("span",{text:`${e.hemisphere} ${e.vertex}`})),s.length>0&&se("div",{class:"lf-pick-place"},...s)),se("output",{class:"lf-pick-value"}),li("close",`Remove ${e.hemisphere} vertex ${e.vertex}`,()=>{this.#e.actions.unpick(e.source)}))}#f(){let{store:e,activity:t,times:n}=this.#e;if(!this.#o.length)return;let{unit:s}=t.appearance(e.state.map,e.state),r=Zi(n(),e.state.time);this.#n.querySelectorAll("output").forEach((o,a)=>{let l=this.#o[a];l&&(o.textContent=ys(Id(l,r),s))})}};var zf=["auto","light","dark"];function V0(i,e){let{page:t,store:n,actions:s}=i,r=document.body.classList.contains("leadfield-page")?"h1":"h3",o=se(r,{text:t.title||"Source map",title:t.title}),a=li("theme","Theme",()=>{let c=zf[(zf.indexOf(n.state.theme)+1)%zf.length];s.setTheme(c),i.say(`Theme: ${c}`)});n.watch(["theme"],c=>{wo(a,"theme",`Theme: ${c.theme==="auto"?"as the system":c.theme} (t)`)});let l=se("div",{class:"lf-actions"},a,li("camera","Save a picture (s)",e.shoot),li("help","Help and keys (?)",e.help));return se("header",{class:"lf-header"},o,mA(i),l)}function mA(i){let{page:e,store:t,actions:n}=i;if(e.maps.length<2)return null;let s=e.maps.map((c,h)=>({value:h,text:c.title,title:c.title})),r=c=>n.setMap(c),o=Yn("Map",s,r),a=Ar("Map",s,r),l=s.length<=4&&s.reduce((c,{text:h})=>c+h.length,0)<48;return a.element.classList.add(l?"lf-when-narrow":"lf-always"),l&&o.element.classList.add("lf-when-wide"),t.watch(["map"],({map:c})=>{o.show(c),a.show(c)}),se("div",{class:"lf-maps"},l&&o.element,a.element,gA(i))}function gA(i){let{page:e,store:t,actions:n}=i;if(e.maps.length===2){let r=se("button",{class:"lf-button",title:"Both maps side by side, turned together (c)",attributes:{type:"button","aria-pressed":"false","aria-label":"Side by side"},on:{click:()=>n.setSideBySide(t.state.sideBySide.length?[]:[0,1])}});return r.append(wr("compare"),se("span",{text:"Side by side"})),t.watch(["sideBySide"],({sideBySide:o})=>{r.setAttribute("aria-pressed",String(o.length>1))}),r}let s=se("div");return e.maps.forEach((r,o)=>{let{element:a,input:l}=Tr(r.title,c=>{let{sideBySide:h,map:u}=t.state,f=h.length?h:[u],d=c?[...f,o]:f.filter(g=>g!==o);n.setSideBySide(d.sort((g,x)=>g-x))});t.watch(["sideBySide","map"],({sideBySide:c,map:h})=>{l.checked=c.length?c.includes(o):h===o,l.disabled=!l.checked&&c.length>=4}),s.append(a)}),Fa("Side by side","compare",s)}var xA=[["drag","turn the brain"],["wheel, pinch","zoom; on a longer page, after a click"],["shift + drag","move the brain"],["click","time course of that vertex"],["double click, 0","view as it was"],["← →","one sample back, on"],["page up, page down","ten samples back, on"],["home, end","first, last sample"],["space","play, pause"],["1 2","lateral: left, right"],["3 4","medial: left, right"],["5 6 7 8","dorsal, ventral, rostral, caudal"],["9","one or four views"],["shift + arrows","turn the brain"],["+ −","zoom"],["m","next surface"],["[ ]","map before, next map"],["c","maps side by side"],["r","regions"],["v","arrows of a vector map"],["s","save a picture"],["t","light, dark, as the system"],["escape","remove picked vertices"]];function H0(i){let e=se("dialog",{class:"lf-help",attributes:{"aria-label":"Help"}}),t=se("dl");for(let[n,s]of xA)t.append(se("dt",{},se("kbd",{text:n})),se("dd",{text:s}));if(e.append(se("header",{},se("h2",{text:"Keys and gestures"}),li("close","Close",()=>e.close())),t),i.page.about.length){let n=se("dl",{class:"lf-about"});for(let[s,r]of i.page.about)n.append(se("dt",{text:s}),se("dd",{text:r}));e.append(se("h2",{text:"This page"}),n)}return e.addEventListener("click",n=>{n.target===e&&e.close()}),{element:e,open:()=>e.showModal()}}var lh=class{element;#e;#t;#i=se("output",{class:"lf-explained"});constructor(e){this.#e=e;let{store:t,actions:n,page:s,activity:r}=e,{snr:o,methods:a}=s.live;this.#t=new Us(e,"Whitened response, and what is left of it");let[l,c]=[Math.log(o.low),Math.log(o.high)],h=Da("Signal-to-noise ratio",{min:l,max:c,step:"any"},g=>{n.setSnr(Number(Math.exp(g).toPrecision(3)))}),u=se("output"),f=Yn("Method",a.map(({name:g})=>({value:g,text:g})),g=>n.setMethod(g)),d=se("div",{class:"lf-key"},se("span",{class:"lf-key-measured",text:"whitened response"}),se("span",{class:"lf-key-left",text:"left unexplained"}));this.element=se("section",{class:"lf-live lf-card"},se("header",{},se("h2",{text:"Inverse"}),f.element),se("label",{class:"lf-snr"},se("span",{text:"SNR"}),h,u),this.#i,this.#t.element,d),t.watch(["snr","method","map","dark"],({snr:g,method:x,map:p})=>{f.show(x),h.value=String(Math.log(g)),u.textContent=An(g);let m=`${An(g)}, lambda2 = ${An(1/g**2)}`;h.setAttribute("aria-valuetext",m),h.title=`λ² = 1 / SNR² = ${An(1/g**2)}`,this.element.classList.toggle("lf-off",!r.isLive(p)),this.#n()})}#n(){let{store:e,page:t,activity:n}=this.#e,{map:s}=e.state,r=t.maps[s]?.response??-1,o=n.isLive(s)?n.live?.explained(r)??null:null;if(!o){this.#i.textContent="Change these to solve the inverse here.";return}this.#i.textContent=`${(100*o.total).toFixed(1)} % of the whitened variance explained`,this.#t.show(Sr(t.responses[r].times),[{values:o.measured,colour:kn(this.#e.root,"quiet"),width:1.2},{values:o.left,colour:kn(this.#e.root,"warm"),width:1.6}])}};function Vf(i,e,t){let n=new Float32Array(i.length/e);for(let s=0;s<n.length;s++)e===1?n[s]=t[i[s]]:n[s]=Math.sqrt((t[i[2*s]]**2+t[i[2*s+1]]**2)/2);return n}function W0(i,e,t,n){n.fill(Number.NaN);let s=e.length;for(let r=0;r<t.length;r++){let o=0;for(let a=0,l=r*s;a<s;a++,l++)o+=i[l]*e[a];n[t[r]]=o}}function X0(i,e,t){let n=[];for(let s=0;s+1<e;s++)for(let r=0;r+1<e;r++){let o=s*e+r,a=[i[o],i[o+1],i[o+e+1],i[o+e]];if(a.some(Number.isNaN))continue;let l=_A(a,t,r,s);for(let c=0;c+3<l.length;c+=4)n.push(...l.slice(c,c+4))}return n}var G0=[[0,0],[1,0],[1,1],[0,1]];function _A(i,e,t,n){let s=[];for(let r=0;r<4;r++){let[o,a]=[i[r],i[(r+1)%4]];if(o<e==a<e)continue;let l=(e-o)/(a-o),[c,h]=[G0[r],G0[(r+1)%4]];s.push(t+c[0]+l*(h[0]-c[0]),n+c[1]+l*(h[1]-c[1]))}return s}var q0=6,Hf=.82,ch=class{element;#e;#t=se("canvas",{attributes:{role:"img","aria-label":"Head map"}});#i=se("div",{class:"lf-head-scale"});#n=document.createElement("canvas");#s={signed:Md(),unsigned:bd()};#r=new Map;constructor(e){this.#e=e,this.element=se("div",{class:"lf-head"},this.#t,this.#i);let t=ci(this.element,()=>this.draw());e.cleanups.push(()=>t.disconnect()),e.store.watch(["time","sensor","map","dark"],()=>this.draw()),this.#t.addEventListener("pointermove",n=>this.#h(n))}draw(){let{store:e,page:t,payload:n}=this.#e,{sensor:s,map:r}=e.state,o=t.sensors[s],a=t.maps[r]?.response??-1,l=t.responses[a],c=l?.channels[s];this.element.hidden=!o?.headMap||!c;let h=Math.min(this.element.clientWidth,this.element.clientHeight||400);if(!o?.headMap||!c||h<20)return;let u=n.scaled(c.data,c.scales),f=l.times.n,d=new Float64Array(o.names.length);Mr(u,f,Zi(l.times,e.state.time),d);let{headMap:g}=o,x=n.shape(g.channels)[1],p=n.integers(g.channels),m=Vf(p,x,d),v=new Float32Array(g.size**2),A=n.scaled(g.matrix,g.scales);W0(A,m,n.integers(g.pixels),v);let M=this.#o(`${s} ${a}`,()=>{let y=0;for(let T=0;T<f;T++){Mr(u,f,T,d);for(let z of Vf(p,x,d))y=Math.max(y,Math.abs(z))}return y}),P=x===2;this.#l(v,g,M,P,h),this.#a(n.floats(o.positions),o.bads,g,h);let E=P?"0":ys(-M*o.scale,"");this.#i.textContent=`${E} to ${ys(M*o.scale,o.unit)}`}#o(e,t){let n=this.#r.get(e);return n===void 0&&(n=t()||1,this.#r.set(e,n)),n}#l(e,{size:t,extent:n,radius:s},r,o,a){let l=new ImageData(t,t),c=o?this.#s.unsigned:this.#s.signed;for(let p=0;p<t*t;p++){let m=e[p];if(Number.isNaN(m))continue;let v=o?m/r:.5+m/(2*r),A=Math.round(Math.min(Math.max(v,0),1)*255);for(let M=0;M<3;M++)l.data[4*p+M]=c[4*A+M];l.data[4*p+3]=255}this.#n.width=t,this.#n.height=t,this.#n.getContext("2d")?.putImageData(l,0,0);let h=this.#c(a),[u,f]=[a/2,Hf*a/2];h.save(),h.beginPath(),h.arc(u,u,f*s,0,7),h.clip(),h.imageSmoothingEnabled=!0,h.imageSmoothingQuality="high";let d=2*f*n,g=d*t/(t-1);h.drawImage(this.#n,u-g/2,u-g/2,g,g),h.lineWidth=.7,h.strokeStyle="rgba(20, 20, 20, 0.45)",h.beginPath();let x=o?0:-r;for(let p=1;p<=q0;p++){let m=x+(r-x)*p/(q0+1),v=X0(e,t,m);for(let A=0;A<v.length;A+=4){let M=P=>u-d/2+d*P/(t-1);h.moveTo(M(v[A]),M(v[A+1])),h.lineTo(M(v[A+2]),M(v[A+3]))}}h.stroke(),h.restore()}#c(e){let t=Math.min(window.devicePixelRatio||1,2),n=this.#t;n.width=e*t,n.height=e*t,n.style.width=`${e}px`,n.style.height=`${e}px`;let s=n.getContext("2d");return s.scale(t,t),s}#a(e,t,{radius:n},s){let r=this.#t.getContext("2d"),[o,a]=[s/2,Hf*s/2];r.lineWidth=1.3,r.lineJoin="round",r.strokeStyle=kn(this.element,"ink"),Y0(r,o,a),r.save(),r.beginPath(),r.arc(o,o,a*n,0,7),r.clip(),r.strokeStyle="rgb(27, 33, 39)",Y0(r,o,a),r.restore();for(let l=0;l<e.length/2;l++)r.fillStyle=t.includes(l)?"rgba(200, 40, 40, 0.9)":"rgba(20, 20, 20, 0.55)",r.beginPath(),r.arc(o+a*e[2*l],o-a*e[2*l+1],1.1,0,7),r.fill()}#h(e){let{store:t,page:n,payload:s}=this.#e,r=n.sensors[t.state.sensor];if(!r)return;let o=this.#t.getBoundingClientRect(),a=Hf*o.width/2,l=(e.clientX-o.left-o.width/2)/a,c=(o.height/2-e.clientY+o.top)/a,h=s.floats(r.positions),u=-1,f=.08;for(let d=0;d<r.names.length;d++){let g=Math.hypot(h[2*d]-l,h[2*d+1]-c);g<f&&([u,f]=[d,g])}this.#t.title=u<0?"":r.names[u]}};function Y0(i,e,t){let n=(s,r)=>[e+t*s,e-t*r];i.beginPath(),i.arc(e,e,t,0,2*Math.PI),i.moveTo(...n(-.13,.99)),i.lineTo(...n(0,1.14)),i.lineTo(...n(.13,.99));for(let s of[-1,1])i.moveTo(...n(s*.98,.19)),i.bezierCurveTo(...n(s*1.12,.3),...n(s*1.12,-.3),...n(s*.98,-.19));i.stroke()}var yA={mag:"Mag",grad:"Grad",eeg:"EEG"},hh=class{element;#e;#t;#i=se("h2");#n=se("p",{class:"lf-empty",text:"No sensor data for this map."});#s=se("div",{class:"lf-sensor-body"});constructor(e){this.#e=e;let{store:t,page:n}=e;this.#t=new Us(e,"Sensors over time");let s=n.sensors.map((a,l)=>({value:l,text:yA[a.kind]??a.kind,title:a.title})),r=Yn("Sensor type",s,a=>t.set({sensor:a})),o=new ch(e);this.#s.append(this.#t.element,o.element),this.element=se("section",{class:"lf-sensors lf-card"},se("header",{},this.#i,s.length>1&&r.element),this.#n,this.#s),t.watch(["sensor"],({sensor:a})=>r.show(a)),t.watch(["sensor","map","dark"],()=>this.#r())}#r(){let{store:e,page:t,payload:n}=this.#e,{sensor:s,map:r}=e.state,o=t.sensors[s],a=t.responses[t.maps[r]?.response??-1],l=a?.channels[s];if(this.#n.hidden=!!l,this.#s.hidden=!l,this.#i.replaceChildren(se("span",{text:o.title}),se("small",{text:o.unit})),!l)return;let c=n.scaled(l.data,l.scales),h=n.floats(o.positions),u=a.times.n,f=o.names.map((d,g)=>{let x=o.bads.includes(g);return{values:c.subarray(g*u,(g+1)*u).map(p=>p*o.scale),colour:x?"rgba(128, 128, 128, 0.7)":_s(Ad(h[2*g],h[2*g+1])),width:.9,...x?{dash:[4,3],aside:!0}:{}}});this.#t.show(Sr(a.times),f),this.#t.describe(`${f.length} ${o.title.toLowerCase()} of ${a.title}`)}};var Gf=10,uh=class{element;#e;#t=se("canvas",{class:"lf-overview"});#i;#n=[se("span"),se("span")];constructor(e){this.#e=e;let{actions:t,store:n}=e,s=li("play","Play (space)",()=>t.togglePlaying());s.classList.add("lf-play");let r=se("output",{class:"lf-now"});this.#i=se("input",{class:"lf-time-slider",attributes:{type:"range",min:"0",step:"any","aria-label":"Time"}}),this.#i.addEventListener("input",()=>{t.setTime(zs(e.times(),Number(this.#i.value)))});let o=se("div",{class:"lf-time-track"},this.#t,this.#i),a=[.25,.5,1,2,4].map(u=>({value:u,text:`${u}×`})),l=()=>Vs(e.times())-e.times().tmin,c=Ar("Speed",a,u=>{n.set({speed:u*l()/Gf})});c.element.classList.add("lf-speed"),this.element=se("div",{class:"lf-time",attributes:{role:"group","aria-label":"Time"}},s,li("back","One sample back (←)",()=>t.step(-1)),li("forward","One sample on (→)",()=>t.step(1)),r,se("div",{class:"lf-time-axis"},this.#n[0],o,this.#n[1]),c.element),n.watch(["playing"],({playing:u})=>{u?wo(s,"pause","Pause (space)"):wo(s,"play","Play (space)")}),n.watch(["map"],()=>{n.set({speed:l()/Gf});let u=e.times();this.#i.max=String(u.n-1),this.element.classList.toggle("lf-still",u.n<2),this.#n[0].textContent=this.#s(u.tmin),this.#n[1].textContent=this.#s(Vs(u))}),n.watch(["speed"],u=>c.show(l()?u.speed*Gf/l():1)),n.watch(["map","shown","dark","snr","method"],()=>this.#r()),n.watch(["time","map"],({time:u})=>{let f=Hs(u,e.page.timeUnit);r.textContent=f,this.#i.value=String(Zi(e.times(),u)),this.#i.setAttribute("aria-valuetext",f)});let h=ci(o,()=>this.#r());e.cleanups.push(()=>h.disconnect())}#s(e){return Hs(e,this.#e.page.timeUnit).replace(/\.0+(?= )/,"")}#r(){let{clientWidth:e,clientHeight:t}=this.#t,n=this.#t.getContext("2d");if(!e||!n)return;let s=Math.min(window.devicePixelRatio||1,2);this.#t.width=e*s,this.#t.height=t*s,n.scale(s,s);let{activity:r,store:o,element:a}={...this.#e,element:this.element},l=r.strength(o.state.map),c=this.#e.times(),h=d=>c.n>1?d/(c.n-1)*e:e/2,u=-c.tmin/c.tstep;if(u>0&&u<c.n-1&&(n.fillStyle=kn(a,"line-strong"),n.fillRect(Math.round(h(u)),0,1,t)),!l||c.n<2)return;let f=l.reduce((d,g)=>Math.max(d,g),0)||1;n.beginPath(),n.moveTo(0,t),l.forEach((d,g)=>{n.lineTo(h(g),t-2-(t-5)*(d/f))}),n.lineTo(e,t),n.closePath(),n.fillStyle=kn(a,"overview"),n.fill()}};var fh=class{#e;#t=[];constructor(e){this.#e=e}get state(){return this.#e}set(e){let t=Object.keys(e).filter(n=>e[n]!==this.#e[n]);if(t.length){this.#e={...this.#e,...e};for(let{keys:n,follow:s}of[...this.#t])n.some(r=>t.includes(r))&&s(this.#e)}}watch(e,t){this.#t.push({keys:e,follow:t}),t(this.#e)}clear(){this.#t=[]}};function $0(i,e,t){let n=vA(e),{root:s,store:r,page:o,actions:a,activity:l,brain:c}=n;SA(n);for(let{hemisphere:A,vertex:M}of jd(o,c,l,r.state))a.pick(A,M);let h=se("div",{class:"lf-spoken",attributes:{"aria-live":"polite"}});n.say=A=>{h.textContent=A},i.append(s);let u=new Wc(n),f=H0(n),g={shoot:()=>{let A=`${(o.title||"source map").replace(/[^\p{L}\p{N}._ -]+/gu,"_")}.png`;Ba(n,u).then(M=>{op(M,A),n.say("Picture saved")})},help:f.open},x=o.maps.length?new Oa(n).element:null,p=o.maps.length?new uh(n).element:null,m=MA(n);s.append(V0(n,g),tp(n),se("div",{class:"lf-main"},u.element,x??"")),m?s.append(m):s.classList.add("lf-without-side"),p&&s.append(p),s.append(f.element,h),ip(n,g);let v=ci(s,(A,M)=>{s.classList.toggle("lf-narrow",A<1080),s.classList.toggle("lf-dense",A<(m?1380:1010)),s.classList.toggle("lf-small",A<960),s.classList.toggle("lf-tiny",A<560),s.classList.toggle("lf-short",M<700)});return n.cleanups.push(()=>v.disconnect()),u.draw(),ap(n,u,performance.now()-t)}function vA(i){let e=i.header,t=new Na(i),n=new Ia(i,t),s=new fh(Qd(e,t,n)),o={root:se("div",{class:"lf",attributes:{role:"application","aria-label":e.title||"Source map",tabindex:"-1"}}),payload:i,page:e,brain:t,activity:n,store:s,times:()=>Zd(e,s),limitSnr:{},liveTime:0,say:()=>{},cleanups:[]};return o.actions=new wa(o),o}function SA({root:i,store:e,cleanups:t}){let n=window.matchMedia("(prefers-color-scheme: dark)"),s=({theme:o})=>{let a=o==="auto"?n.matches:o==="dark";i.classList.toggle("lf-dark",a),e.set({dark:a})},r=()=>s(e.state);n.addEventListener("change",r),t.push(()=>n.removeEventListener("change",r)),e.watch(["theme"],s)}function MA(i){let{page:e,store:t}=i;if(!e.maps.length)return null;let n=[{value:"courses",text:"Courses",element:new ah(i).element}];e.live&&n.push({value:"live",text:"Inverse",element:new lh(i).element}),e.sensors.length&&n.push({value:"sensors",text:"Sensors",element:new hh(i).element});let s=se("aside",{class:`lf-side lf-parts-${n.length}`});if(n.length>1){let r=Yn("Beside the brain",n,o=>t.set({tab:o}));r.element.classList.add("lf-tabs"),s.append(r.element),t.watch(["tab"],({tab:o})=>{r.show(o);for(let a of n)a.element.classList.toggle("lf-front",a.value===o)})}else n[0].element.classList.add("lf-front");return s.append(...n.map(r=>r.element)),s}async function dh(i,e){let t=performance.now(),n=bA();if(n)throw new Error(n);let s=new va(await hd(await e));return $0(i,s,t)}function bA(){if(typeof DecompressionStream>"u")return"This browser is too old to unpack the data of this page.";let i=document.createElement("canvas").getContext("webgl2");return i?(i.getExtension("WEBGL_lose_context")?.loseContext(),null):"The brain cannot be turned here: this browser has no WebGL 2, or it is switched off."}function ph(i){return i instanceof Error?i.message:String(i)}async function wA(i){let e=i.querySelector("script.leadfield-data"),t=i.querySelector(".leadfield-still"),n=i.querySelector(".leadfield-note");try{let s=e?.textContent;if(!s)throw new Error("This page holds no data for the viewer.");let r=await dh(i,ud(s));return t?.remove(),n?.remove(),e.remove(),i.dataset.ready="true",r}catch(s){return n||(n=document.createElement("p"),n.className="leadfield-note",i.append(n)),n.textContent=ph(s),i.dataset.ready="failed",null}}async function Z0(){let i=[];window.leadfieldViews=i;for(let e of document.querySelectorAll("div.leadfield-view")){if(e.dataset.ready)continue;let t=await wA(e);t&&i.push(t),t&&(window.leadfield??=t)}}async function AA({model:i,el:e}){let t=document.createElement("div");t.className="leadfield-view",t.style.height=`${Number(i.get("height"))||620}px`,e.append(t);let n;try{let r=i.get("data"),o=new Uint8Array(r.buffer,r.byteOffset,r.byteLength);n=await dh(t,o),t.dataset.ready="true"}catch(r){TA(t,String(i.get("still")??""),ph(r)),t.dataset.ready="failed";return}let s=EA(i,n);return()=>{s(),n.destroy()}}function TA(i,e,t){if(e.startsWith("data:image/")){let s=document.createElement("img");s.className="leadfield-still",s.alt="Source map",s.src=e,i.append(s)}let n=document.createElement("p");n.className="leadfield-note",n.textContent=t,i.append(n)}function EA(i,e){let t={time:()=>{let r=i.get("time");typeof r=="number"&&e.setTime(r)},map:()=>{let r=Number(i.get("map"));r>=0&&e.setMap(r)},picks:()=>{let r=i.get("picks")??[],o=e.state().picks;if(!(!r.length||JSON.stringify(r)===JSON.stringify(o))){e.clearPicks();for(let{hemisphere:a,vertex:l}of r)e.pick(a,l)}}};for(let[r,o]of Object.entries(t))o(),i.on(`change:${r}`,o);let s=setInterval(()=>{let{time:r,map:o,picks:a,playing:l}=e.state();if(l)return;let c=!1;for(let[h,u]of Object.entries({time:r,map:o,picks:a}))JSON.stringify(i.get(h))!==JSON.stringify(u)&&(i.set(h,u),c=!0);c&&i.save_changes()},150);return()=>{clearInterval(s);for(let[r,o]of Object.entries(t))i.off(`change:${r}`,o)}}var J0={render:AA};return px(CA);})();
