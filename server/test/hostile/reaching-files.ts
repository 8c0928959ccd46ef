/** Files that try to have something fetched from `origin`, or read from this machine, by whoever looks at them. */
export function reachingFiles(origin: string, secretPath: string): { name: string; bytes: Buffer }[] {
  const file = (name: string, content: string) => ({ name, bytes: Buffer.from(content) })
  const playlist = `#EXTM3U
#EXT-X-TARGETDURATION:10
#EXT-X-MEDIA-SEQUENCE:0
#EXTINF:10.0,
${origin}/segment.ts
#EXTINF:10.0,
file://${secretPath}
#EXTINF:10.0,
concat:${secretPath}|${origin}/more.ts
#EXT-X-ENDLIST
`
  const concatenation = `ffconcat version 1.0\nfile '${secretPath}'\nfile '${origin}/film.mp4'\n`
  const drawing = (text: string) => `<?xml version="1.0"?>
<?xml-stylesheet href="${origin}/style.css"?>
<!DOCTYPE svg [<!ENTITY secret SYSTEM "file://${secretPath}"><!ENTITY remote SYSTEM "${origin}/entity">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200" onload="fetch('${origin}/onload')">
<style>@import url("${origin}/import.css"); @font-face { font-family: x; src: url(${origin}/font.woff) } text { font-family: x }</style>
<script>fetch('${origin}/script')</script><script href="${origin}/script.js"/>
<rect width="200" height="200" fill="#0a0"/>
<image href="${origin}/picture.png" width="50" height="50"/><image xlink:href="file://${secretPath}" width="200" height="200"/>
<use href="${origin}/other.svg#a"/><use xlink:href="file://${secretPath}#a"/>
<foreignObject width="10" height="10"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${origin}/frame"/></foreignObject>
<text y="20">${text}</text></svg>`
  const page = `<!doctype html><img src="${origin}/img"><link rel=stylesheet href="${origin}/css"><script src="${origin}/js"></script><iframe src="file://${secretPath}"></iframe>`
  return [
    file('playlist.m3u8', playlist),
    file('playlist.mp4', playlist),
    file('playlist.m3u', playlist),
    file('concat.ffconcat', concatenation),
    file('concat.mp4', concatenation),
    file('concat.txt', concatenation),
    file('pls.pls', `[playlist]\nFile1=${origin}/pls.mp3\nNumberOfEntries=1\n`),
    file('sdp.sdp', `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n`),
    file(
      'dash.mpd',
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${origin}/</BaseURL></MPD>`,
    ),
    file('drawing.svg', drawing('Words')),
    file('entities.svg', drawing('&secret;&remote;')),
    file('drawing.png', drawing('Words, under another name')),
    file('drawing.msvg', `image Over 0,0 0,0 "${origin}/msvg.png"`),
    file(
      'picture.mvg',
      `push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 '${origin}/mvg.png'\npop graphic-context`,
    ),
    file('page.html', page),
    file('page.md', `# A page\n\n![picture](${origin}/md.png)\n\n<script src="${origin}/md.js"></script>\n`),
    file('page.rtf', `{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "${origin}/rtf.png" MERGEFORMAT \\\\d}}}`),
    file('table.csv', `=WEBSERVICE("${origin}/csv"),=IMPORTXML("${origin}/xml","//a")\n1,2\n`),
    file('flat.fodt', flatText(origin)),
  ]
}

/** OpenDocument in one XML file, with a picture and a section from elsewhere. */
const flatText = (origin: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text><text:p>Text</text:p>
<text:p><draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="${origin}/odt.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:section text:name="s"><text:section-source xlink:href="${origin}/odt.odt" xlink:type="simple"/></text:section>
</office:text></office:body></office:document>`
