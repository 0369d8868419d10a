cat >a.html <<'END'
<!doctype html><html lang="en-GB"><head><title>Wall opens | Site</title><meta property="og:title" content="Wall &amp; gate open">
<style>p { color: red }</style></head><body><nav><a href="/">Home</a> <a href="/x">News</a></nav><header><h1>Site</h1></header>
<article><header><h1>The wall opens</h1></header><p>The mayor, <b>Ann&nbsp;Berg</b>, opened the <i>wall</i> on
Tuesday.<br>It cost 62 million pounds, of which the state paid half, and nobody knows yet who pays for the rest of it.</p>
<script>var x = "Evil said nothing.";</script>
<p><q>We kept our word</q>, Berg said. &ldquo;It is done,&rdquo; she added.</p>
<p style="display: none">Hidden.</p><aside>Aside.</aside><ul><li><a href="1">Read more: floods</a></li></ul>
<figure><img src="x" alt="y"><figcaption>Photo: somebody</figcaption></figure></article>
<p>Another teaser outside.</p><footer>All rights reserved</footer></body></html>
END
pith sentences a.html
pith quotes a.html
pith --json a.html | jq '[.title, .language, .text[.quotes[1].spans[0][0]:.quotes[1].spans[0][1]]]'
# without an article, all of the body; broken markup too
printf '<p>One.<p>Two <b>three.<div>Four</i>.</table><td>Five.' | pith sentences --from html --lang en
printf '' | pith sentences --from html
printf 'no markup at all' | pith sentences --from html --lang en
# what is preformatted is text, a block of code is none
printf '<p>The <code>wall</code> opens.</p><pre><code>int x;</code></pre><pre>A letter,\nin two lines.</pre>' | pith sentences --from html --lang en
