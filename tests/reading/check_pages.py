"""Pages of fact-checkers: a box with the claim and the verdict, markup of ClaimReview, a list of sources below.

What a box says is part of the article, and who said the claim is no author of it, nor is the day of the claim that of
the article. Places, people and outlets are invented.
"""

from datetime import date

from tests.reading.common_pages import CommonPage, html, ld, p

PAGES: dict[str, CommonPage] = {}

_TREES = (
    "Governor Marla Venn stated on April 28, 2025 in a speech in Harrow: “Our state has planted more trees than all others together.”",
    "If Your Time is short",
    "State forestry figures show 2.1 million trees planted since 2021.",
    "Two other states planted more in the same years.",
    "Gov. Marla Venn told foresters in Harrow that her administration had outplanted the rest of the country.",
    "“Our state has planted more trees than all others together,” Venn said on April 28.",
    "We asked her office for its figures. Spokesman Cole Drury pointed us to a report of the forestry department that counts 2.1 million seedlings.",
    "But Oremont planted 3.4 million in the same time, according to its own department, and Lasko 2.6 million.",
    "“You can be proud of two million trees without pretending nobody else owns a spade,” said Hanna Oduya, who teaches forestry at Lasko State University.",
    "Our ruling",
    "Venn said her state had planted more trees than all others together. At least two states planted more on their own.",
    "We rate this claim False.",
)
PAGES["statement with its speaker, a meter"] = CommonPage(
    html(
        "<title>FactMeter | No, Venn’s state has not planted more trees than all others</title><meta property='og:title' content='FactMeter - No, Venn’s state has not planted more trees than all others'><meta property='og:site_name' content='FactMeter'>"
        + ld(
            **{
                "@type": "ClaimReview",
                "datePublished": "2025-05-02",
                "url": "https://factmeter.example/2025/may/02/venn-trees/",
                "author": {"@type": "Organization", "name": "FactMeter", "url": "https://factmeter.example"},
                "claimReviewed": "Our state has planted more trees than all others together.",
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": "2",
                    "bestRating": "7",
                    "alternateName": "False",
                },
                "itemReviewed": {
                    "@type": "Claim",
                    "datePublished": "2025-04-28",
                    "author": {"@type": "Person", "name": "Marla Venn", "jobTitle": "Governor"},
                },
            }
        ),
        "<header class='o-header'><a href='/'>FactMeter</a></header><main id='top' class='global-content'><section class='o-statement'><article class='m-statement m-statement--is-xlarge'><div class='m-statement__author'><div class='m-statement__avatar'><img src='v.jpg' alt='Marla Venn'></div><div class='m-statement__meta'><a href='/personalities/marla-venn/' class='m-statement__name'>Governor Marla Venn</a><div class='m-statement__desc'>stated on April 28, 2025 in a speech in Harrow:</div></div></div>"
        "<div class='m-statement__content'><div class='m-statement__quote-wrap'><div class='m-statement__quote'>“Our state has planted more trees than all others together.”</div></div><div class='m-statement__meter'><div class='c-image'><picture><img src='false.jpg' alt='false'></picture></div></div></div></article></section>"
        "<section class='t-row'><ul class='m-list'><li><a href='/environment'>Environment</a></li><li><a href='/marla-venn'>Marla Venn</a></li></ul></section><section class='t-row'><article><div class='m-bug'><h2 class='c-title c-title--subline'>No, Venn’s state has not planted more trees than all others</h2></div><div class='m-author'><img src='t.jpg'><div class='m-author__content'><a href='/staff/talia-brink/'>By Talia Brink</a><span class='m-author__date'>May 2, 2025</span></div></div>"
        f"<div class='m-callout m-callout--large'><h4 class='m-callout__title'>{_TREES[1]}</h4><div class='m-callout__body'><ul><li><p>{_TREES[2]}</p></li><li><p>{_TREES[3]}</p></li></ul></div></div><p><a href='/sources'>See the sources for this fact-check</a></p>"
        f"<article class='m-textblock'>{p(_TREES[4:9])}<h3>{_TREES[9]}</h3>{p(_TREES[10:])}</article></article></section><section class='t-row' id='sources'><div class='m-superbox'><h3>Our Sources</h3><article><p>Email interview with Cole Drury, spokesman for Gov. Marla Venn, April 30, 2025</p><p>Oremont Department of Forestry, “Annual report 2024,” accessed May 1, 2025</p></article></div></section>"
        "<section class='o-listing'><h3>Read About Our Process</h3><a href='/process'>The Principles of FactMeter</a><h3>More by Talia Brink</h3><ul><li><div class='m-statement__quote'><a href='/x'>“Crime has doubled since the last election in every city of the state.”</a></div></li></ul></section></main>",
    ),
    _TREES,
    "No, Venn’s state has not planted more trees than all others",
    author="Talia Brink",
    day=date(2025, 5, 2),
)

_WELL = (
    "Claim: A photograph shows the mayor of Dunmoor emptying paint into the town well in January 2025.",
    "Rating: Miscaptioned",
    "In January 2025, a photograph spread on social media with the words that the mayor of Dunmoor had emptied paint into the town well.",
    "The photograph is real, but it shows something else. It was taken in 2017 at a test of the drains, and the green liquid is a dye that is safe to drink.",
    "“I poured it myself, and I drank a glass for the newspaper,” former engineer Bo Hastings told us by telephone.",
    "Mayor Ruth Dagmar, who took office in 2023, is not in the picture. She said in a statement that she had “never owned a bucket of that size.”",
    "We have rated this claim “Miscaptioned.”",
)
PAGES["claim and rating above the text"] = CommonPage(
    html(
        "<title>Does Photo Show Mayor Emptying Paint Into Town Well? | Trueline</title><meta property='og:title' content='Does Photo Show Mayor Emptying Paint Into Town Well?'><meta property='og:site_name' content='Trueline'>"
        + ld(
            **{
                "@graph": [
                    {
                        "@type": "NewsArticle",
                        "headline": "Does Photo Show Mayor Emptying Paint Into Town Well?",
                        "datePublished": "2025-01-21T10:00:00-05:00",
                        "author": [{"@type": "Person", "name": "Ike Fontaine"}],
                    },
                    {
                        "@type": "ClaimReview",
                        "datePublished": "2025-01-21T10:00:00-05:00",
                        "author": {"@type": "Organization", "name": "Trueline"},
                        "claimReviewed": "A photograph shows the mayor of Dunmoor emptying paint into the town well in January 2025.",
                        "itemReviewed": {
                            "@type": "CreativeWork",
                            "author": {"@type": "Person", "name": "Various accounts"},
                            "datePublished": "2025-01-12",
                        },
                        "reviewRating": {"@type": "Rating", "alternateName": "Miscaptioned"},
                    },
                ]
            }
        ),
        "<header><a href='/'>Trueline</a><nav><a href='/latest'>Latest</a><a href='/submit'>Submit a Topic</a></nav></header><main><div class='breadcrumbs'><a href='/fact-check'>Fact Check</a></div><article id='article-content'><h1>Does Photo Show Mayor Emptying Paint Into Town Well?</h1><h2 class='article-sub'>A photograph shared in January 2025 was eight years old.</h2><div class='author-row'>Written by: <a class='author_link' href='/author/ike'>Ike Fontaine</a></div><div class='publish_date'>Published Jan. 21, 2025</div>"
        "<figure><img src='w.jpg'><figcaption>Image courtesy of the Dunmoor Echo</figcaption></figure>"
        f"<div class='fact_check_rating_container'><div class='claim_wrapper'><div class='claim_title'>Claim:</div><div class='claim_cont'>{_WELL[0].removeprefix('Claim: ')}</div></div><div class='rating_wrapper'><div class='rating_title'>Rating:</div><div class='rating_title_wrap'>Miscaptioned<span class='rating_link'><a href='/ratings'>About this rating</a></span></div></div></div>"
        f"{p(_WELL[2:])}<div class='sources_wrapper'><h3>Sources:</h3><p>“Green water in Dunmoor.” Dunmoor Echo, 4 May 2017, https://echo.example/green.</p></div><div class='author_bio'><h3>By Ike Fontaine</h3><p>Ike Fontaine is a reporter based in Port Lansing. He said he likes maps.</p></div></article></main>",
    ),
    ("A photograph shared in January 2025 was eight years old.", *_WELL),
    "Does Photo Show Mayor Emptying Paint Into Town Well?",
    author="Ike Fontaine",
    day=date(2025, 1, 21),
)

_BEDS = (
    "What was claimed",
    "There are fewer hospital beds in Norland than there were in 1990.",
    "Our verdict",
    "Correct. There were about 31,000 in 1990 and there are about 22,400 now. The number has hardly changed since 2016.",
    "On last night’s Debate Hour, opposition health spokeswoman Petra Lund said that there were “fewer beds now than when I was born.”",
    "Ms Lund was born in 1990. In that year there were about 31,000 beds overnight in public hospitals, according to the health service’s own count.",
    "In the quarter to March 2025 there were about 22,400.",
    "Is that a bad thing?",
    "Health Minister Jarl Stenmark replied on the programme that patients “go home on the day, which is what they want.”",
    "The Norland Medical Council says that occupancy above 92% is unsafe. It stood at 94% in March.",
)
PAGES["claimed and verdict side by side"] = CommonPage(
    html(
        "<title>Are there fewer hospital beds than in 1990? – Plain Fact</title><meta property='og:title' content='Are there fewer hospital beds than in 1990?'><meta property='og:site_name' content='Plain Fact'><script type='application/ld+json'>"
        '[{"@context":"http://schema.org","@type":"ClaimReview","url":"https://plainfact.example/health/beds/","author":{"@type":"Organization","name":"Plain Fact"},"claimReviewed":"There are fewer hospital beds in Norland than there were in 1990.","datePublished":"2025-06-05","itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Petra Lund"},"datePublished":"2025-06-03"},"reviewRating":{"@type":"Rating","alternateName":"Correct."}}]</script>',
        "<header><a href='/'>Plain Fact</a><form action='/search'><input name='q'></form></header><main><section class='header container'><h1>Are there fewer hospital beds than in 1990?</h1><div class='published-at'>5 June 2025</div></section><div class='container'><section class='social-media mb-3'><a href='#'>Share</a></section>"
        f"<div class='card mb-4 claims-card'><div class='row no-gutters card-body'><div class='col-12 col-lg-6'><div class='card-text'><h4>{_BEDS[0]}</h4><p>{_BEDS[1]}</p></div></div><div class='col-12 col-lg-6 verdict'><div class='card-text'><h4>{_BEDS[2]}</h4><p>{_BEDS[3]}</p></div></div></div></div>"
        f"<article class='cms-content'>{p(_BEDS[4:7])}<h3>{_BEDS[7]}</h3>{p(_BEDS[8:])}</article><div class='author'><p>By <a href='/about/team/#sam-ekberg'>Sam Ekberg</a></p></div><div class='newsletter-box'><h3>Get the facts delivered to your inbox</h3><p>Sign up to our newsletter.</p></div><section class='donate'><h2>We need your help.</h2><p>“We rely on readers like you,” says our chief executive. Donate today.</p><a href='/donate'>Donate</a></section><section class='related'><h3>Related fact checks</h3><ul><li><a href='/r'>How many nurses have left the health service since the pandemic?</a></li></ul></section></div></main>",
    ),
    _BEDS,
    "Are there fewer hospital beds than in 1990?",
    author="Sam Ekberg",
    day=date(2025, 6, 5),
)

_SALT = (
    "Posts shared thousands of times claim that sea salt dissolved in lemon juice cures dengue fever. The claim is false: doctors say that no drink cures dengue, and that salt may harm patients.",
    "“Drink this twice a day and the fever is gone by Sunday,” reads a post in Tagalog shared here on Facebook on October 2, 2025.",
    "It includes a video of a man in a white coat who stirs a glass.",
    "Dr Imelda Rocamora, who heads the dengue ward at Santa Lucia Hospital, told AGV on October 7 that the claim was “dangerous nonsense.”",
    "“Patients need fluids, rest and a watchful eye. Salt makes the kidneys work harder,” she said.",
    "The World Health Body says on its website that there is no specific treatment for dengue (archived link).",
    "AGV has debunked other claims about dengue here and here.",
)
PAGES["agency's check, its claim in microdata"] = CommonPage(
    html(
        "<title>Salt and lemon do not cure dengue fever | AGV Fact Check</title><meta property='og:title' content='Salt and lemon do not cure dengue fever'><meta property='og:site_name' content='AGV Fact Check'>",
        "<nav class='navbar'><a href='/'>AGV Fact Check</a></nav><div class='article-container'><article itemscope itemtype='http://schema.org/ClaimReview'><h1 class='content-title' itemprop='name'>Salt and lemon do not cure dengue fever</h1><div class='content-meta'><ul class='list-inline'><li class='meta-date'>Published on <span class='meta-separator'>Wednesday</span> 8 October 2025 at 09:41</li><li class='meta-update'>Updated on Thursday 9 October 2025</li><li class='meta-reading'>2 min read</li><li class='meta-author'>By: <a href='/author/joy'>Joy Manalastas</a>, AGV Philippines</li></ul></div><meta itemprop='datePublished' content='2025-10-08T09:41:00+08:00'>"
        "<div itemprop='itemReviewed' itemscope itemtype='http://schema.org/Claim'><div itemprop='author' itemscope itemtype='http://schema.org/Person'><meta itemprop='name' content='Multiple sources'></div><meta itemprop='datePublished' content='2025-10-02'></div><meta itemprop='claimReviewed' content='Salt dissolved in lemon juice cures dengue'>"
        f"<div class='article-entry'><p><strong>{_SALT[0]}</strong></p><p>“Drink this twice a day and the fever is gone by Sunday,” reads a post in Tagalog shared <a href='https://perma.example/1'>here</a> on Facebook on October 2, 2025.</p><p>{_SALT[2]}</p><div class='ww-item image'><img src='s.jpg'><span class='legend'>Screenshot of the false post, taken October 6, 2025</span></div><p>{_SALT[3]}</p><p>{_SALT[4]}</p>"
        "<p>The World Health Body says on its website that there is <a href='https://whb.example'>no specific treatment</a> for dengue (<a href='https://perma.example/2'>archived link</a>).</p><p>AGV has debunked other claims about dengue <a href='/a'>here</a> and <a href='/b'>here</a>.</p></div></article><div class='copyright'><p>Copyright © AGV 2017-2025. Any commercial use of this content requires a subscription. Click here to find out more.</p></div><div class='contact-block'><h3>Is there content that you would like AGV to fact-check? Get in touch.</h3></div></div>",
    ),
    _SALT,
    "Salt and lemon do not cure dengue fever",
    author="Joy Manalastas",
    day=date(2025, 10, 8),
)

_TAX = (
    "CLAIM: A new law makes farmers in Lower Anse pay a tax on rainwater.",
    "AP-STYLE ASSESSMENT: False. The law sets a fee for pumping from rivers. Rain that falls on a farm is free.",
    "THE FACTS: A post that was shared widely this week says that farmers will be taxed “for every drop that falls on their roofs.”",
    "The law, which passed on March 4, does not mention rain. It sets a fee of two cents a cubic metre for water that is pumped from rivers, said Ulla Brandt, a lawyer for the growers’ union.",
    "“I have read all 61 pages, and there is no cloud in it,” Brandt said.",
    "The senator who shared the post, Gil Acosta, deleted it on Thursday. His office did not respond to a request for comment.",
)
PAGES["claim, assessment and facts as labels"] = CommonPage(
    html(
        "<title>FACT FOCUS: New law does not tax rain | Meridian Press</title><meta property='og:title' content='FACT FOCUS: New law does not tax rain'><meta property='og:site_name' content='Meridian Press'><meta property='article:published_time' content='2025-03-14T18:20:00Z'>"
        + ld(
            **{
                "@type": "ClaimReview",
                "claimReviewed": "A new law makes farmers in Lower Anse pay a tax on rainwater.",
                "datePublished": "2025-03-14",
                "author": {"@type": "Organization", "name": "Meridian Press"},
                "itemReviewed": {
                    "@type": "Claim",
                    "author": {"@type": "Person", "name": "Gil Acosta"},
                    "datePublished": "2025-03-10",
                    "appearance": {"@type": "CreativeWork", "url": "https://social.example/1"},
                },
            }
        ),
        f"<header><a href='/'>Meridian Press</a></header><main><div class='Page-content'><h1 class='Page-headline'>FACT FOCUS: New law does not tax rain</h1><div class='Page-byline'><div class='Page-authors'>By <a class='Link' href='/author/noor-elian'>NOOR ELIAN</a></div><div class='Page-dateModified'>Updated 6:20 PM UTC, March 14, 2025</div></div><div class='RichTextStoryBody RichTextBody'>"
        f"<p><b>CLAIM:</b> {_TAX[0].removeprefix('CLAIM: ')}</p><p><b>AP-STYLE ASSESSMENT:</b> {_TAX[1].removeprefix('AP-STYLE ASSESSMENT: ')}</p><p><b>THE FACTS:</b> {_TAX[2].removeprefix('THE FACTS: ')}</p>{p(_TAX[3:])}<p>___</p><p>This is part of the Meridian Press’ effort to address widely shared false and misleading information that is circulating online. <a href='/check'>Learn more about fact-checking.</a></p></div></div></main>",
    ),
    (
        *_TAX,
        "This is part of the Meridian Press’ effort to address widely shared false and misleading information that is circulating online. Learn more about fact-checking.",
    ),
    "FACT FOCUS: New law does not tax rain",
    author="Noor Elian",
    day=date(2025, 3, 14),
)
