"""Pages whose day, writer or headline is hard to tell.

Places, people and outlets are invented.
"""

from tests.reading.common_pages import CommonPage, html, ld, p
from tests.reading.page_makers import adder, head_of

MINE = (
    "Rescue teams pulled eleven miners from a collapsed gold mine near Bukavi on Sunday, two days after a tunnel gave way.",
    "“They are weak but they can walk,” said Odile Mbarga, the doctor who received them. “One of them asked for his phone first.”",
    "Nineteen others are still missing, according to the provincial governor, Célestin Ruzima.",
    "Ruzima said that the mine had no licence. Its owner, the trader Paul Nkundi, disputed that and showed a paper to reporters.",
    "The union of small miners accused the province of looking away.",
    "“They come for the tax and never for the timber,” its secretary, Justine Wabo, told Radio Lac.",
    "The search was to go on overnight, the army said in a statement.",
)
VOTE = (
    "Voters in the Republic of Sarn go to the polls on Saturday in an election that may end two decades of rule by the Unity Party.",
    "“I have voted for them all my life, and where is the road?” said Yusuf Karami, a baker in the old town.",
    "President Daler Osh promised on Thursday that he would accept any result.",
    "His rival, the former judge Nilufar Aziz, says that the lists of voters hold 40,000 names of the dead.",
    "The election commission called that figure invented. It has corrected “a small number of errors”, its chair said.",
    "Observers from the regional body will watch 900 of the 3,100 polling stations, their head, Marek Dolny, told journalists.",
)
FISH = (
    "The cod is back in Hals Bay, and nobody is quite sure why.",
    "Marine biologist Solveig Aas counted three times as many young fish this spring as in any year since 1990, she said on Friday.",
    "“I checked the nets, the scales and my glasses,” Aas said.",
    "Fishermen want the ban of 2009 lifted. The fisheries directorate said it was too early to talk about that.",
    "“One good year is weather; five good years are a stock,” its director, Arne Lie, said in an e-mail.",
)
HACK = (
    "A hospital group in the Vale of Trent has paid no ransom to hackers who stole the records of 80,000 patients, its chief executive said.",
    "“Not a penny, and not a reply,” Harriet Lowe told the board at a meeting on Tuesday.",
    "Operations were put off for nine days. Staff wrote on paper, and a nurse said that it felt like 1985.",
    "Police believe that the attackers came from abroad, Detective Inspector Ravi Mistry said.",
    "The regulator has opened an inquiry. It said it would look at why warnings in March were not acted on.",
    "Patients’ groups asked for letters to all who are concerned. Ms Lowe promised them within a month.",
)
STORIES = {"mine": MINE, "vote": VOTE, "fish": FISH, "hack": HACK}
TITLES = {
    "mine": "Eleven miners pulled alive from collapsed gold mine",
    "vote": "Sarn votes in test of two decades of one-party rule",
    "fish": "Cod returns to Hals Bay and puzzles scientists",
    "hack": "Hospital group pays no ransom after theft of records",
}

PAGES: dict[str, CommonPage] = {}
add, og = adder(PAGES, STORIES, TITLES), head_of(TITLES)

add(
    "yoast graph, authors by reference",
    "mine",
    html(
        og(
            "mine",
            "Radio Lac",
            " - ",
            article__modified_time="2025-06-03T08:00:00+00:00",
            description=MINE[0],
        )
        + ld(
            **{
                "@graph": [
                    {
                        "@type": "NewsArticle",
                        "@id": "https://radiolac.example/mine#article",
                        "headline": TITLES["mine"],
                        "datePublished": "2025-06-01T17:20:00+00:00",
                        "dateModified": "2025-06-03T08:00:00+00:00",
                        "author": {
                            "name": "Aline Kaboré",
                            "@id": "https://radiolac.example/#/schema/person/1",
                        },
                        "publisher": {"@id": "https://radiolac.example/#organization"},
                    },
                    {"@type": "WebPage", "datePublished": "2025-06-01T17:20:00+00:00"},
                    {
                        "@type": "Person",
                        "@id": "https://radiolac.example/#/schema/person/1",
                        "name": "Aline Kaboré",
                        "description": "Editor",
                    },
                    {
                        "@type": "Organization",
                        "@id": "https://radiolac.example/#organization",
                        "name": "Radio Lac",
                    },
                ]
            }
        ),
        f"<div id='wrapper'><header id='top-header'><div class='top-bar'>1 USD = 2,850 F</div></header><div id='content-wrap'><div id='primary'><article class='single-post'><ul class='meta'><li class='meta-author'>Post author: <a href='/author/aline'>Aline</a></li><li class='meta-date'>Post published: June 1, 2025</li><li class='meta-cat'>Post category: <a>Mines</a></li><li class='meta-comments'>Post comments: <a>0 Comments</a></li></ul><h1 class='single-post-title entry-title'>{TITLES['mine']}</h1><div class='entry-content'>{p(MINE)}</div><div class='post-tags'>Tags: <a>gold</a>, <a>mine</a></div><div class='entry-share'><h3>Please share this</h3><ul><li><a>Opens in a new window</a></li></ul></div></article></div></div></div>",
    ),
    author="Aline Kaboré",
    day="2025-06-01",
)
add(
    "agency in three languages, text by br",
    "vote",
    html(
        f"<title>{TITLES['vote']}</title><meta property='og:title' content='{TITLES['vote']}'>",
        f"<div class='lang'><a href='/ru'>Русский</a> <a href='/tj'>Тоҷикӣ</a> <a href='/en'>English</a></div><div class='single-news'><div class='date-time'>14:20, 7 November 2025</div><h1>{TITLES['vote']}</h1><div class='news-body'>DUSHAR, November 7 (Sarnpress) — {'<br/><br/>'.join(VOTE)}</div><div class='views'>Views: 312</div></div>",
    ),
    body=("DUSHAR, November 7 (Sarnpress) — " + VOTE[0], *VOTE[1:]),
    day="2025-11-07",
)
add(
    "local paper of a big chain",
    "hack",
    html(
        og("hack", "Trent Chronicle", between=" - ")
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["hack"],
                "alternativeHeadline": "Records of 80,000 stolen",
                "datePublished": "2025-02-11T18:31:00.000Z",
                "author": [
                    {
                        "@type": "Person",
                        "name": "Megan Pryce",
                        "jobTitle": "Health Reporter",
                        "url": "/authors/megan",
                    }
                ],
                "publisher": {"@type": "Organization", "name": "Trent Chronicle"},
            }
        ),
        f"<main><article class='article-main'><div class='article-type' data-mod='breadcrumb'><ol><li><a>News</a></li><li><a>Health</a></li></ol></div><h1 itemprop='headline name'>{TITLES['hack']}</h1><p itemprop='description' class='lead-text'>Operations were put off for nine days after the attack</p><div class='article-information'><div class='byline'><ul class='author'><li class='author-information-container'><a href='/authors/megan'>Megan Pryce</a> <span class='author-label'>Health Reporter</span></li></ul><ul class='publish-info'><li><time class='date-published' datetime='2025-02-11T18:31:00Z'>18:31, 11 Feb 2025</time></li><li><span>Updated</span><time class='date-updated' datetime='2025-02-12T07:00:00Z'>07:00, 12 Feb 2025</time></li></ul></div><div class='sharebar'><span>comments</span></div></div><div class='article-body' itemprop='articleBody'>"
        f"<div class='opta-widget'></div>{p(HACK[:2])}<div class='in-article-newsletter'><p>Get the best stories from Trent straight to your inbox</p><form><label>Invalid email</label><p>Something went wrong, please try again later.</p><p>We use your sign-up to provide content in ways you’ve consented to. More info</p></form></div>{p(HACK[2:4])}<p><b>READ MORE: <a href='/1'>Woman, 91, waited nine hours for an ambulance</a></b></p><p><b><a href='/2'>The nurse who never left her ward</a></b></p>{p(HACK[4:])}<p><i>Do you have a story? Email megan.pryce@trent.example</i></p></div><div class='tags'><span>Story saved</span><p>You can find this story in My Bookmarks. Or by navigating to the user icon in the top right.</p></div></article></main>",
    ),
    body=("Operations were put off for nine days after the attack", *HACK),
    author="Megan Pryce",
    day="2025-02-11",
)
add(
    "state broadcaster, day and source in one line",
    "vote",
    html(
        f"<title>{TITLES['vote']} - Sarn TV</title>",
        f"<div class='header'><div class='logo'>Sarn TV</div><ul class='menu'><li><a>Politics</a></li><li><a>Economy</a></li></ul></div><div class='main_content'><h1>{TITLES['vote']}</h1><div class='info'><span>Source: Sarn TV</span><span>|</span><span>2025-11-07 14:20:33</span><span>|</span><span>Editor: huaxia</span></div><div id='detailContent'>{p(['　　' + x for x in VOTE])}</div><div class='pages'><a>1</a></div></div>",
    ),
    day="2025-11-07",
)
add(
    "nordic broadcaster, fact box and captions",
    "fish",
    html(
        og("fish", "Kystnytt", article__published_time="2025-05-16T16:44:12+02:00"),
        f"<main><article><header><h1 class='title'>{TITLES['fish']}</h1><div class='article-lead'><p>Three times as many young fish were counted this spring as in any year since 1990.</p></div></header><figure><img><figcaption><p>BACK: Cod in the nets at Hals.</p><span>PHOTO: INGA MOE / KYSTNYTT</span></figcaption></figure><div class='bulletin-metadata'><ul class='authors'><li class='author'><span class='author__name'>Inga Moe</span><span class='author__role'>Journalist</span></li></ul><div class='datetime'><time datetime='2025-05-16T16:44:12+02:00'>Published 16 May at 16:44</time></div></div><div class='article-body'>{p(FISH)}</div></article></main>",
    ),
    body=("Three times as many young fish were counted this spring as in any year since 1990.", *FISH),
    author="Inga Moe",
    day="2025-05-16",
)
add(
    "wire distributor of releases",
    "hack",
    html(
        f"<title>{TITLES['hack']}</title><meta name='date' content='Tue, 11 Feb 2025 08:00:00 -0500'><meta property='og:title' content='{TITLES['hack']}'><meta property='og:site_name' content='PR Wire'><meta name='author' content='Trent Health Group'>",
        f"<article class='news-release'><header class='release-header'><h1>{TITLES['hack']}</h1><a class='news-provider'>News provided by <strong>Trent Health Group</strong></a><p class='mb-no'>Feb 11, 2025, 08:00 ET</p><div class='share'>Share this article</div></header><section class='release-body'><p><span class='xn-location'>TRENT</span>, <span class='xn-chron'>Feb. 11, 2025</span> /PR Wire/ -- {HACK[0]}</p>{p(HACK[1:])}<p><b>About Trent Health Group</b></p><p>Trent Health Group runs seven hospitals in the Vale of Trent.</p><p>SOURCE Trent Health Group</p></section></article>",
    ),
    body=(
        "TRENT, Feb. 11, 2025 /PR Wire/ -- " + HACK[0],
        *HACK[1:],
        "About Trent Health Group",
        "Trent Health Group runs seven hospitals in the Vale of Trent.",
        "SOURCE Trent Health Group",
    ),
    day="2025-02-11",
)
add(
    "university news with contact box",
    "fish",
    html(
        f"<title>{TITLES['fish']} | University of Hals</title><meta property='og:title' content='{TITLES['fish']}'><meta name='description' content='{FISH[1]}'>",
        f"<div id='sb-site'><nav class='main-menu'><a>Study</a><a>Research</a></nav><div class='vrtx-introduction'>{FISH[0]}</div><h1>{TITLES['fish']}</h1><div class='published-date-wrapper'><div class='published-date'><span class='published-date-label'>Published</span> <span class='published-date'>16 May 2025</span></div></div><div class='vrtx-article-body'>{p(FISH[1:])}</div><div class='contact'><h2>Contact</h2><p>Professor Solveig Aas</p></div></div>",
    ),
    body=FISH,
    day="2025-05-16",
)
add(
    "magazine with drop cap and byline below",
    "fish",
    html(
        og("fish", "Tideline", article__published_time="2025-05-20", author="Rowan Achebe"),
        f"<article><header class='longform'><p class='rubric'>Dispatch</p><h1>{TITLES['fish']}</h1><h2 class='dek'>A bay, a ban and a mystery.</h2></header><div class='body'><p class='has-dropcap'><span class='dropcap'>T</span>{FISH[0][1:]}</p>{p(FISH[1:])}</div><footer class='colophon'><p class='bio'><em>Rowan Achebe is a writer in Bergen.</em></p></footer></article>",
    ),
    body=("A bay, a ban and a mystery.", *FISH),
    author="Rowan Achebe",
    day="2025-05-20",
)
add(
    "authors by three, one with email",
    "mine",
    html(
        og("mine", "The Lakes Mail", article__published_time="2025-06-01T19:00:00+02:00"),
        f"<div class='content'><h1>{TITLES['mine']}</h1><div class='story-byline'>By ALINE KABORE, Jean-Paul Habi and Ruth O’Malley<br>rutho@lakesmail.example</div><div class='story-text'>{p(MINE)}</div></div>",
    ),
    author="Aline Kabore, Jean-Paul Habi, Ruth O’Malley",
    day="2025-06-01",
)
add(
    "our reporter",
    "mine",
    html(
        og("mine", "Daily Chronicle", article__published_time="2025-06-01T19:00:00+02:00", author="admin"),
        f"<div class='post'><h1>{TITLES['mine']}</h1><span class='author'>By Our Reporter</span><div class='post-content'>{p(MINE)}</div></div>",
    ),
    day="2025-06-01",
)
add(
    "page in a framework, classes by hash",
    "vote",
    html(
        og("vote", "Novy Post"),
        f"<div id='root'><div class='sc-a1'><div class='sc-b2'><div class='sc-c3'><h1 class='sc-d4'>{TITLES['vote']}</h1><div class='sc-e5'><div class='sc-f6'><span class='sc-g7'>Anna Reuter</span></div><div class='sc-f6'><span class='sc-h8'>Nov 7, 2025, 3:04 PM GMT+1</span></div></div><div class='sc-i9'>"
        + "".join(f"<div class='sc-j0'><p class='sc-k1'>{x}</p></div>" for x in VOTE[:3])
        + "<div class='sc-ad'><span>Advertisement</span></div>"
        + "".join(f"<div class='sc-j0'><p class='sc-k1'>{x}</p></div>" for x in VOTE[3:])
        + "</div></div></div></div></div>",
    ),
    day="2025-11-07",
)
add(
    "chronicle of days",
    "vote",
    html(
        og("vote", "Timeline Desk"),
        f"<article><h1>{TITLES['vote']}</h1><p>{VOTE[0]}</p><h3>3 May 2005</h3><p>{VOTE[2]}</p><h3>12 June 2015</h3><p>{VOTE[3]}</p><h3>8 November 2025</h3><p>{VOTE[4]}</p></article>",
    ),
    body=(VOTE[0], "3 May 2005", VOTE[2], "12 June 2015", VOTE[3], "8 November 2025", VOTE[4]),
)
add(
    "infobox and key facts in an aside",
    "hack",
    html(
        og("hack", "Insight", article__published_time="2025-02-11"),
        f"<main><article><h1>{TITLES['hack']}</h1>{p(HACK[:3])}<aside class='factbox'><h4>What is ransomware?</h4><p>A program that locks files until somebody pays.</p></aside>{p(HACK[3:])}</article></main>",
    ),
    day="2025-02-11",
)
add(
    "regional day, slashes",
    "hack",
    html(
        f"<title>{TITLES['hack']}</title><meta property='og:title' content='{TITLES['hack']}'>",
        f"<div class='article'><h1>{TITLES['hack']}</h1><p class='art-date'>Published: 25/02/2025 14:05</p>{p(HACK)}</div>",
    ),
    day="2025-02-25",
)
add(
    "no day anywhere",
    "fish",
    html(
        og("fish", "Kystnytt"),
        f"<article><h1>{TITLES['fish']}</h1>{p(FISH)}</article><footer>Org. no. 2014 05 06 · © 2026</footer>",
    ),
)
add(
    "comments in a div with days",
    "fish",
    html(
        og("fish", "Harbour Blog"),
        f"<article><h1>{TITLES['fish']}</h1>{p(FISH)}</article><div class='disqus-thread'><div class='post-message'><span class='user'>Olaf</span><span class='when'>June 2, 2025</span><p>My father said in 1988 that this would happen.</p></div></div>",
    ),
)
add(
    "sidebar of latest news with days",
    "mine",
    html(
        og("mine", "Lakes Weekly"),
        f"<div class='row'><div class='col-8'><h2 class='news-title'>{TITLES['mine']}</h2>{p(MINE)}</div><div class='col-4'><div class='box'><h4>Latest News</h4><div class='item'><a href='/1'>New ferry reaches the northern shore at last</a><br><small>12 June 2025</small></div><div class='item'><a href='/2'>Teachers get their pay</a><br><small>11 June 2025</small></div></div></div></div>",
    ),
)
add(
    "quotations as list and as table",
    "vote",
    html(
        og("vote", "Sarn Monitor", article__published_time="2025-11-07"),
        f"<article><h1>{TITLES['vote']}</h1>{p(VOTE[:2])}<p>What the candidates say:</p><ul><li><strong>Daler Osh:</strong> “I will accept any result.”</li><li><strong>Nilufar Aziz:</strong> “The dead will not vote for us.”</li></ul>{p(VOTE[4:])}</article>",
    ),
    body=(
        *VOTE[:2],
        "What the candidates say:",
        "Daler Osh: “I will accept any result.”",
        "Nilufar Aziz: “The dead will not vote for us.”",
        *VOTE[4:],
    ),
    day="2025-11-07",
)
add(
    "headline other than the head’s title",
    "hack",
    html(
        "<title>Trent hospital cyber attack: everything we know | Trent Live</title><meta property='og:title' content='Cyber attack on Trent hospitals: what we know so far'><meta property='og:site_name' content='Trent Live'><meta property='article:published_time' content='2025-02-11T07:00:00Z'>",
        f"<div class='site-name'>Trent Live</div><article><h1>{TITLES['hack']}</h1>{p(HACK)}</article>",
    ),
    day="2025-02-11",
)
add(
    "section title as h1",
    "fish",
    html(
        og("fish", "Bay Weekly", article__published_time="2025-05-16"),
        f"<div class='page-title'><h1>News</h1></div><div class='entry'><h2 class='entry-title'><a href='/fish'>{TITLES['fish']}</a></h2><div class='entry-meta'>May 16, 2025 / <a>Environment</a> / by <a>Inga Moe</a></div><div class='entry-body'>{p(FISH)}</div></div>",
    ),
    author="Inga Moe",
    day="2025-05-16",
)
add(
    "lead in bold, newsletter box in the middle",
    "mine",
    html(
        og("mine", "La Gazette in English", article__published_time="2025-06-01T20:12:00+02:00")
        + ld(
            **{
                "@type": "NewsArticle",
                "headline": TITLES["mine"],
                "datePublished": "2025-06-01T20:12:00+02:00",
                "author": {"@type": "Person", "name": "LA GAZETTE with AFP"},
            }
        ),
        f"<article><h1>{TITLES['mine']}</h1><p class='t-content__chapo'>Two days after a tunnel gave way, eleven men walked into the light.</p><div class='m-pub-dates'><span>Issued on: 01/06/2025 - 20:12</span><span>Modified: 02/06/2025 - 08:01</span></div><div class='m-reading-time'>2 min Reading time</div><div class='m-from-author'>By: <a>La Gazette</a></div><div class='t-content__body'>{p(MINE[:3])}<div class='m-em-newsletter'><h2>The daily brief</h2><p>Receive essential international news every morning</p><a>Subscribe</a></div>{p(MINE[3:])}<p>(AFP)</p></div></article>",
    ),
    body=("Two days after a tunnel gave way, eleven men walked into the light.", *MINE),
    day="2025-06-01",
)
add(
    "printed page saved from a browser",
    "hack",
    f"<html><head><title>Trent Chronicle - {TITLES['hack']}</title></head><body><p><img src='logo.png'></p><p>Back to story</p><h1>{TITLES['hack']}</h1><p>by Megan Pryce</p><p>11 Feb 2025</p>{p(HACK)}<p>Printed from www.trent.example on 28 November 2026</p></body></html>",
    author="Megan Pryce",
    day="2025-02-11",
)
add(
    "nested quotes and pull quote with other mark",
    "fish",
    html(
        og("fish", "Tideline", article__published_time="2025-05-20"),
        f"<article><h1>{TITLES['fish']}</h1>{p(FISH[:4])}<div class='pull-quote'><p>One good year is weather; five good years are a stock</p><span class='attribution'>Arne Lie</span></div>{p(FISH[4:])}</article>",
    ),
    day="2025-05-20",
)
add(
    "author card with follow and role",
    "vote",
    html(
        og("vote", "Business Sarn", article__published_time="2025-11-07T10:00:00Z"),
        f"<article><h1>{TITLES['vote']}</h1><div class='author-card'><a href='/u/9'><img alt='Lola Nazar'></a><div><a class='author-card__name' href='/u/9'>Lola Nazar</a><p class='author-card__role'>Senior politics editor</p><button>Follow</button></div></div><p class='meta'>Nov 7, 2025 10:00 AM · 3 min read</p>{p(VOTE)}</article>",
    ),
    author="Lola Nazar",
    day="2025-11-07",
)
