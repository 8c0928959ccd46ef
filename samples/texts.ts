export const voiceAndTone = `# How Varde sounds

Short sentences. Plain words. A little warmth, never a wink.

| We say            | We don't say              |
|-------------------|---------------------------|
| made by hand      | artisanal                 |
| lasts             | timeless                  |
| repair            | sustainability initiative |

## On pictures

- One thing at a time, in daylight from the left.
- Letters go where the picture is calm.
- The mark keeps a stone's width of air around it.
`

export const colours = `name,hex,cmyk,use
Ink,#1C2B36,"48/20/0/79",text and lines
Pine,#2F5D50,"49/0/14/64",grounds
Clay,#C7633E,"0/50/69/22",accents
Sun,#ECB64E,"0/23/67/7",accents
Sand,#EFE4D2,"0/5/12/6",paper
Sky,#9EC5D3,"25/7/0/17",grounds
Rose,#E4ABA0,"0/25/30/11",grounds
`

export const pressRelease = `VARDE BRINGS BACK THE LONG EVENING

14 May 2026. On the longest day of the year the makers of Varde open their three houses for a night
of music, fire and bread. From eight in the evening visitors can throw a bowl, blow out a candle they
have dipped themselves, and take home the summer collection before it reaches the shops.

"We never thought of it as an event," says Ingrid Solheim, who runs the ceramics workshop. "The kilns
are warm anyway, and nobody wants to go home."

Pictures may be used free of charge when Varde is named as the source.

Contact: press@varde.example
`

export const factSheet = `# Varde in numbers

- Founded: 1987, by two potters and a weaver
- Houses: three (ceramics, lighting, textiles)
- People: 46
- Pieces a year: 31,000
- Repairs a year: 4,200, most of them free

**Press contact:** press@varde.example
`

export const priceList = `article,name,house,price EUR,in stock
V-1001,Mug Clay,Ceramics,24.00,418
V-1002,Bowl set of three,Ceramics,79.00,126
V-1003,Jug Tide,Ceramics,58.00,73
V-1004,Vase Pine,Ceramics,64.00,51
V-2001,Pendant Sun,Lighting,189.00,34
V-2002,Table lamp Moon,Lighting,159.00,47
V-3001,Cushion Dot,Textiles,49.00,210
V-3002,Throw Stripe,Textiles,129.00,88
`

export const launchPlan = `Summer launch, week by week

Week 20  Posters to print (Long Light, Harbour, Market, Midsummer, Citrus)
Week 21  Press release and press kit go out
Week 22  Social posts daily at noon; film on the front page
Week 24  Midsummer night
Week 26  Count, thank, sleep
`
